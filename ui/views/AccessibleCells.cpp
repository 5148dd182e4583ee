// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/AccessibleCells.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>
#include <map>

namespace ouroscope {
namespace {

class CellTable;

/// One token or cell. Exists only where somebody asked for it.
class Cell : public QAccessibleInterface,
             public QAccessibleTableCellInterface,
             public QAccessibleActionInterface {
 public:
  Cell(CellTable& table, int row, int column) : table_(table), row_(row), column_(column) {}
  bool isValid() const override;
  QObject* object() const override { return nullptr; }
  QAccessibleInterface* childAt(int, int) const override { return nullptr; }
  QAccessibleInterface* parent() const override;
  QAccessibleInterface* child(int) const override { return nullptr; }
  int childCount() const override { return 0; }
  int indexOfChild(const QAccessibleInterface*) const override { return -1; }
  QString text(QAccessible::Text text) const override;
  void setText(QAccessible::Text, const QString&) override {}
  QRect rect() const override;
  QAccessible::Role role() const override { return QAccessible::Cell; }
  QAccessible::State state() const override;
  void* interface_cast(QAccessible::InterfaceType type) override {
    if (type == QAccessible::TableCellInterface)
      return static_cast<QAccessibleTableCellInterface*>(this);
    if (type == QAccessible::ActionInterface) return static_cast<QAccessibleActionInterface*>(this);
    return nullptr;
  }
  bool isSelected() const override { return state().selected; }
  QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }
  QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
  int columnIndex() const override { return column_; }
  int rowIndex() const override { return row_; }
  int columnExtent() const override { return 1; }
  int rowExtent() const override { return 1; }
  QAccessibleInterface* table() const override { return parent(); }
  QStringList actionNames() const override { return {pressAction()}; }
  void doAction(const QString& name) override;
  QStringList keyBindingsForAction(const QString&) const override { return {}; }

 private:
  CellTable& table_;
  int row_, column_;
};

/// The widget: a table of cells that are made when they are asked for.
class CellTable : public QAccessibleWidget, public QAccessibleTableInterface {
 public:
  explicit CellTable(QWidget* widget)
      : QAccessibleWidget(widget, QAccessible::Table),
        cells_(dynamic_cast<AccessibleCells*>(widget)) {}
  ~CellTable() override { forget(); }

  AccessibleCells& cells() const { return *cells_; }
  void forget() {
    for (const auto& [place, id] : made_) QAccessible::deleteAccessibleInterface(id);
    made_.clear();
  }

  void* interface_cast(QAccessible::InterfaceType type) override {
    if (type == QAccessible::TableInterface) return static_cast<QAccessibleTableInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
  }
  int childCount() const override { return rowCount() * columnCount(); }
  QAccessibleInterface* child(int index) const override {
    const int columns = columnCount();
    return columns > 0 ? cellAt(index / columns, index % columns) : nullptr;
  }
  int indexOfChild(const QAccessibleInterface* child) const override {
    const auto* cell = dynamic_cast<const Cell*>(child);
    return cell ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
  }
  QAccessibleInterface* childAt(int x, int y) const override {
    const QPoint point = widget()->mapFromGlobal(QPoint(x, y));
    const auto [row, column] = cells_->cellAt(point);
    return cellAt(row, column);
  }

  QAccessibleInterface* caption() const override { return nullptr; }
  QAccessibleInterface* summary() const override { return nullptr; }
  QAccessibleInterface* cellAt(int row, int column) const override {
    if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount()) return nullptr;
    const std::pair place(row, column);
    const auto known = made_.find(place);
    if (known != made_.end()) return QAccessible::accessibleInterface(known->second);
    auto* cell = new Cell(const_cast<CellTable&>(*this), row, column);
    made_[place] = QAccessible::registerAccessibleInterface(cell);
    return cell;
  }
  int selectedCellCount() const override { return static_cast<int>(selectedCells().size()); }
  QList<QAccessibleInterface*> selectedCells() const override {
    QList<QAccessibleInterface*> out;
    for (int row = 0; row < rowCount(); ++row)
      for (int column = 0; column < columnCount(); ++column)
        if (cells_->cellSelected(row, column)) out << cellAt(row, column);
    return out;
  }
  QString columnDescription(int) const override { return {}; }
  QString rowDescription(int) const override { return {}; }
  int selectedColumnCount() const override { return 0; }
  int selectedRowCount() const override { return 0; }
  int columnCount() const override { return cells_->cellColumns(); }
  int rowCount() const override { return cells_->cellRows(); }
  QList<int> selectedColumns() const override { return {}; }
  QList<int> selectedRows() const override { return {}; }
  bool isColumnSelected(int) const override { return false; }
  bool isRowSelected(int) const override { return false; }
  bool selectRow(int) override { return false; }
  bool selectColumn(int) override { return false; }
  bool unselectRow(int) override { return false; }
  bool unselectColumn(int) override { return false; }
  void modelChange(QAccessibleTableModelChangeEvent*) override { forget(); }

 private:
  AccessibleCells* cells_;
  mutable std::map<std::pair<int, int>, QAccessible::Id> made_;
};

bool Cell::isValid() const {
  return row_ < table_.rowCount() && column_ < table_.columnCount();
}
QAccessibleInterface* Cell::parent() const {
  return &table_;
}
QString Cell::text(QAccessible::Text wanted) const {
  if (!isValid()) return {};
  if (wanted == QAccessible::Name) return table_.cells().cellName(row_, column_);
  if (wanted == QAccessible::Value || wanted == QAccessible::Description)
    return table_.cells().cellValue(row_, column_);
  return {};
}
QRect Cell::rect() const {
  if (!isValid()) return {};
  const QRect here = table_.cells().cellRect(row_, column_);
  const auto* widget = qobject_cast<QWidget*>(table_.object());
  return here.isEmpty() || !widget ? QRect() : here.translated(widget->mapToGlobal(QPoint()));
}
QAccessible::State Cell::state() const {
  QAccessible::State state;
  state.selectable = state.focusable = true;
  state.selected = isValid() && table_.cells().cellSelected(row_, column_);
  state.offscreen = rect().isEmpty();
  return state;
}
void Cell::doAction(const QString& name) {
  if (name == pressAction() && isValid()) table_.cells().selectCell(row_, column_);
}

QAccessibleInterface* make(const QString&, QObject* object) {
  auto* widget = qobject_cast<QWidget*>(object);
  return widget && dynamic_cast<AccessibleCells*>(widget) ? new CellTable(widget) : nullptr;
}

}  // namespace

void installAccessibleCells() {
  static const bool once = [] {
    QAccessible::installFactory(make);
    return true;
  }();
  Q_UNUSED(once);
}

void announceCell(QWidget* widget, int row, int column) {
  if (!QAccessible::isActive()) return;
  const auto* table = dynamic_cast<CellTable*>(QAccessible::queryAccessibleInterface(widget));
  if (!table) return;
  if (QAccessibleInterface* cell = table->cellAt(row, column)) {
    QAccessibleEvent event(cell, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
  }
}

void announceCellsChanged(QWidget* widget) {
  if (!QAccessible::isActive()) return;
  QAccessibleTableModelChangeEvent event(widget, QAccessibleTableModelChangeEvent::ModelReset);
  QAccessible::updateAccessibility(&event);
}

}  // namespace ouroscope
