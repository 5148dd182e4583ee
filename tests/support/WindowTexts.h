// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QTabBar>
#include <functional>

namespace ouroscope::test {

/// How Qt reads a text.
enum class TextRole {
  Plain,
  Tip,   ///< HTML where it looks like it
  Key,   ///< an ampersand marks a key
  Label  ///< Plain or Tip, by the label's format
};

using TextVisitor = std::function<void(const QWidget& widget, TextRole role, const QString& text)>;

inline void visitModel(const QWidget& widget, const QAbstractItemModel& model,
                       const QModelIndex& parent, const TextVisitor& visit, int depth = 0) {
  const int rows = model.rowCount(parent), columns = model.columnCount(parent);
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < columns; ++c) {
      const QModelIndex index = model.index(r, c, parent);
      visit(widget, TextRole::Tip, index.data(Qt::ToolTipRole).toString());
      visit(widget, TextRole::Plain, index.data(Qt::DisplayRole).toString());
      if (c == 0 && depth < 2) visitModel(widget, model, index, visit, depth + 1);
    }
  for (const Qt::Orientation o : {Qt::Horizontal, Qt::Vertical})
    for (int s = 0; s < (o == Qt::Horizontal ? columns : rows); ++s) {
      visit(widget, TextRole::Tip, model.headerData(s, o, Qt::ToolTipRole).toString());
      visit(widget, TextRole::Plain, model.headerData(s, o).toString());
    }
}

/// Every text that the widgets of a window hold: labels, buttons, tables, tool tips, what a screen
/// reader says. What a canvas paints is not among them.
/// @param hidden also of widgets that are not seen, whose tables may be of an earlier trace
inline void visitTexts(const QWidget& window, const TextVisitor& visit, bool hidden = true) {
  for (const QWidget* each : window.findChildren<QWidget*>()) {
    if (!hidden && !each->isVisibleTo(&window)) continue;
    visit(*each, TextRole::Tip, each->toolTip());
    visit(*each, TextRole::Plain, each->accessibleName());
    visit(*each, TextRole::Plain, each->accessibleDescription());
    if (const auto* label = qobject_cast<const QLabel*>(each))
      visit(*each, TextRole::Label, label->text());
    if (const auto* button = qobject_cast<const QAbstractButton*>(each))
      visit(*each, TextRole::Key, button->text());
    if (const auto* box = qobject_cast<const QGroupBox*>(each))
      visit(*each, TextRole::Key, box->title());
    if (const auto* tabs = qobject_cast<const QTabBar*>(each))
      for (int i = 0; i < tabs->count(); ++i) {
        visit(*each, TextRole::Key, tabs->tabText(i));
        visit(*each, TextRole::Tip, tabs->tabToolTip(i));
      }
    if (const auto* combo = qobject_cast<const QComboBox*>(each))
      for (int i = 0; i < combo->count(); ++i) {
        visit(*each, TextRole::Plain, combo->itemText(i));
        visit(*each, TextRole::Tip, combo->itemData(i, Qt::ToolTipRole).toString());
      }
    if (const auto* view = qobject_cast<const QAbstractItemView*>(each))
      if (view->model()) visitModel(*each, *view->model(), {}, visit);
    for (const QAction* action : each->actions()) {
      visit(*each, TextRole::Key, action->text());
      visit(*each, TextRole::Tip, action->toolTip());
    }
  }
}

}  // namespace ouroscope::test
