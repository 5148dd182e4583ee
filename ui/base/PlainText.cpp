// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/PlainText.h"

#include <QTextDocument>

#include "ui/base/TokenText.h"

namespace ouroscope {

QString plainTip(const QString& text) {
  if (!Qt::mightBeRichText(text)) return text;
  return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(text.toHtmlEscaped());
}

QString plainLabel(QString text) {
  return text.replace('&', QLatin1String("&&"));
}

QString plainTitle(QString text) {
  return text.replace(QLatin1String("[*]"), QLatin1String("[*][*]"));
}

QString shownName(const std::string& name, int most) {
  return cutText(tokenDisplayText(name), most);
}

}  // namespace ouroscope
