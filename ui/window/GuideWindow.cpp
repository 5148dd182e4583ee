// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/GuideWindow.h"

#include <QDesktopServices>
#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/base/Icons.h"
#include "ui/base/Zoom.h"

namespace ouroscope {
namespace {

constexpr char kGuideDocs[] = "qrc:/docs/";

/// Pictures are as wide as the page, and a table has air.
class GuidePages : public QTextBrowser {
 public:
  QVariant loadResource(int type, const QUrl& name) override {
    const QVariant loaded = QTextBrowser::loadResource(type, name);
    if (type != QTextDocument::ImageResource) return loaded;
    QImage picture = loaded.value<QImage>();
    if (picture.isNull()) picture.loadFromData(loaded.toByteArray());
    const double ratio = devicePixelRatioF();
    const int width =
        static_cast<int>((viewport()->width() - 3 * document()->documentMargin()) * ratio);
    if (picture.width() > width && width > 0)
      picture = picture.scaledToWidth(width, Qt::SmoothTransformation);
    picture.setDevicePixelRatio(ratio);
    return picture;
  }
};

}  // namespace

GuideWindow::GuideWindow(QWidget* parent) : QWidget(parent, Qt::Window), text_(new GuidePages) {
  setObjectName("guideWindow");
  setWindowTitle(tr("Guide"));
  text_->setObjectName("guideText");
  text_->setAccessibleName(tr("Guide"));
  text_->setFrameShape(QFrame::NoFrame);
  text_->document()->setDocumentMargin(zoomed(16));
  text_->setOpenLinks(false);
  const auto button = [this](const char* name, const char* sign, const QString& tip) {
    auto* made = new QToolButton;
    made->setObjectName(name);
    made->setIcon(symbol(sign));
    made->setIconSize(QSize(zoomed(14), zoomed(14)));
    made->setToolTip(tip);
    made->setAccessibleName(tip);
    made->setAutoRaise(true);
    return made;
  };
  QToolButton* back = button("guideBack", "back", tr("The page before (Alt+Left)"));
  QToolButton* forward = button("guideForward", "step", tr("The page after (Alt+Right)"));
  QToolButton* home = button("guideHome", "guide", tr("All pages"));
  back->setEnabled(false);
  forward->setEnabled(false);
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(8, 4, 8, 4);
  for (QToolButton* each : {home, back, forward}) bar->addWidget(each);
  bar->addStretch();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(bar);
  column->addWidget(text_, 1);
  resize(zoomed(760), zoomed(720));
  connect(text_, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);
  connect(text_, &QTextBrowser::forwardAvailable, forward, &QWidget::setEnabled);
  connect(back, &QToolButton::clicked, text_, &QTextBrowser::backward);
  connect(forward, &QToolButton::clicked, text_, &QTextBrowser::forward);
  connect(home, &QToolButton::clicked, this, [this] { open({}); });
  connect(text_, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
    const QUrl whole = text_->source().resolved(link);
    whole.scheme() == "qrc" ? text_->setSource(whole) : void(QDesktopServices::openUrl(whole));
  });
}

void GuideWindow::open(const QString& page) {
  const QString name = QFile::exists(":/docs/guide/" + page + ".md") ? page : "README";
  text_->setSource(QUrl(kGuideDocs + QStringLiteral("guide/") + name + ".md"));
  show();
  raise();
  activateWindow();
}

QString GuideWindow::page() const {
  const QString path = text_->source().path();
  return path.startsWith("/docs/guide/") ? path.section('/', -1).section('.', 0, 0) : QString();
}

void GuideWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return hide();
  QWidget::keyPressEvent(event);
}

}  // namespace ouroscope
