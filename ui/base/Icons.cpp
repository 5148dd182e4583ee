// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Icons.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>
#include <QToolButton>
#include <memory>

#include "ui/base/Zoom.h"

namespace ouroscope {
namespace {

constexpr char kSymbolFolder[] = ":/symbols/";

/// Paints one shape in the colour of the text beside it.
class SymbolEngine : public QIconEngine {
 public:
  explicit SymbolEngine(const QString& file)
      : file_(file), shape_(std::make_shared<QSvgRenderer>(file)) {}
  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    const double ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1;
    QPixmap picture = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
    painter->drawPixmap(rect, picture);
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
    QPixmap picture(size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    shape_->setAspectRatioMode(Qt::KeepAspectRatio);
    shape_->render(&painter, QRectF(QPointF(), size));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    const QPalette palette = QApplication::palette();
    painter.fillRect(picture.rect(), mode == QIcon::Disabled
                                         ? palette.color(QPalette::Disabled, QPalette::ButtonText)
                                     : mode == QIcon::Selected
                                         ? palette.color(QPalette::HighlightedText)
                                         : palette.color(QPalette::ButtonText));
    return picture;
  }
  QString key() const override { return QStringLiteral("ouroscope-symbol"); }
  QIconEngine* clone() const override { return new SymbolEngine(file_); }

 private:
  QString file_;
  std::shared_ptr<QSvgRenderer> shape_;
};

struct SymbolRow {
  const char* object;  ///< a button, or the id of an action
  const char* name;    ///< of the symbol
  bool alone = false;  ///< in place of a sign
};

constexpr SymbolRow kSymbols[] = {
    {"run", "run"},
    {"stop", "stop"},
    {"cancel", "stop"},
    {"jobCancel", "stop"},
    {"liveRun", "run"},
    {"livePause", "pause"},
    {"liveStep", "step"},
    {"liveStop", "stop"},
    {"whatIfRun", "run"},
    {"questionPage", "page"},
    {"questionPin", "pin"},
    {"questionHow", "how", true},
    {"questionMore", "more", true},
    {"findPrevious", "up", true},
    {"findNext", "down", true},
    {"findClose", "close", true},
    {"messageClose", "close", true},
    {"figureAdd", "add"},
    {"figureRemove", "remove"},
    {"figureUp", "up", true},
    {"figureDown", "down", true},
    {"figureExport", "export"},
    {"figureOpen", "open"},
    {"figureSave", "save"},
    {"figureCopyText", "copy"},
    {"figureCopyLatex", "copy"},
    {"stripExport", "export"},
    {"heatmapExport", "export"},
    {"operatingExport", "export"},
    {"gateExport", "export"},
    {"exitRulesExport", "export"},
    {"geometryExport", "export"},
    {"orbitExport", "export"},
    {"lensExport", "export"},
    {"compareExport", "export"},
    {"dynamicsExport", "export"},
    // Actions:
    {"file.open", "open"},
    {"file.save", "save"},
    {"file.export", "export"},
    {"edit.undo", "undo"},
    {"edit.redo", "redo"},
    {"edit.find", "find"},
    {"run.run", "run"},
    {"run.stop", "stop"},
    {"view.fullScreen", "screen"},
    {"view.larger", "larger"},
    {"view.smaller", "smaller"},
    {"view.usualSize", "usual"},
    {"help.guide", "guide"},
};

const SymbolRow* symbolRowOf(const QString& object) {
  static const auto all = [] {
    QHash<QString, const SymbolRow*> table;
    for (const SymbolRow& row : kSymbols) table.insert(QString::fromLatin1(row.object), &row);
    return table;
  }();
  return all.value(object);
}

}  // namespace

QIcon symbol(const QString& name) {
  const QString file = kSymbolFolder + name + ".svg";
  return QFile::exists(file) ? QIcon(new SymbolEngine(file)) : QIcon();
}

QString symbolOf(const QString& objectName) {
  const SymbolRow* row = symbolRowOf(objectName);
  return row ? QString::fromLatin1(row->name) : QString();
}

QStringList symbolNames() {
  QStringList names;
  for (const QString& file : QDir(kSymbolFolder).entryList({"*.svg"})) names << file.chopped(4);
  return names;
}

void giveIcons(QWidget& root) {
  for (QAbstractButton* each : root.findChildren<QAbstractButton*>()) {
    const SymbolRow* row = symbolRowOf(each->objectName());
    if (!row || !each->icon().isNull()) continue;
    each->setIcon(symbol(row->name));
    const bool words = qobject_cast<QToolButton*>(each) && !row->alone;
    // A wider place leaves air between a symbol and the words after it.
    each->setIconSize(QSize(zoomed(words ? 20 : 14), zoomed(14)));
    auto* tool = qobject_cast<QToolButton*>(each);
    if (!tool) continue;
    tool->setArrowType(Qt::NoArrow);
    tool->setToolButtonStyle(row->alone ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
  }
}

}  // namespace ouroscope
