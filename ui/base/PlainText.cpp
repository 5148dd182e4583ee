// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/PlainText.h"

#include <QTextDocument>
#include <algorithm>

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

QString shellWord(QString word) {
  static const QString plain = QStringLiteral("/._-+:@%,=");
  const bool asIs = std::all_of(word.begin(), word.end(), [](QChar c) {
    return c.unicode() < 128 && (c.isLetterOrNumber() || plain.contains(c));
  });
  return asIs && !word.isEmpty() ? word : '\'' + word.replace('\'', "'\\''") + '\'';
}

}  // namespace ouroscope
