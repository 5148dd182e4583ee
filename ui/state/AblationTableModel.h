// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractTableModel>
#include <memory>

#include "core/analysis/AblationTable.h"

namespace ouroscope {

/// The loop ablation: a row for every group and added loop. The row of the loop with the lowest
/// loss is in bold; loops after it are dimmed.
class AblationTableModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column {
    Group,
    Loop,
    Lowest,
    Tokens,
    Helped,
    Hurt,
    Unchanged,
    HelpedNats,
    HurtNats,
    Gain,
    MadeRight,
    MadeWrong,
    Columns
  };

  using QAbstractTableModel::QAbstractTableModel;
  void setTable(std::shared_ptr<const AblationTable> table);  ///< null: no rows
  int groupAt(int row) const { return perGroup_ ? row / perGroup_ : 0; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::shared_ptr<const AblationTable> table_;
  int perGroup_ = 0;
};

/// A group of core/analysis in the window's language: "word-initial", "0.1-1" ...
QString ablationGroupTitle(const std::string& name);

}  // namespace ouroscope
