// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractTableModel>
#include <memory>

#include "core/analysis/Comparison.h"

namespace ouroscope {

using ComparisonPtr = std::shared_ptr<const Comparison>;

/// The columns of a comparison that differ most, the largest difference first.
class ChangesModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { PositionA, PositionB, Token, Loop, Difference, Columns };

  using QAbstractTableModel::QAbstractTableModel;
  /// @param loops false where the measure has one value a token.
  void setChanges(ComparisonPtr comparison, std::vector<Change> changes, bool loops);
  const std::vector<Change>& changes() const { return changes_; }
  int rowOfColumn(int column) const;  ///< -1 where it is not listed

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  ComparisonPtr comparison_;
  std::vector<Change> changes_;
  bool loops_ = true;
};

/// Both lenses at one column of a comparison: a row a loop, the best words of A and of B with their
/// probabilities. The loop that a side reads is marked.
class CompareLensModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Role { ReadRole = Qt::UserRole, DiffersRole };

  using QAbstractTableModel::QAbstractTableModel;
  void setColumn(ComparisonPtr comparison, int column);  ///< -1: nothing
  void setTitles(const QString& a, const QString& b);    ///< in place of "A" and "B: best words"

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  struct Cell {
    QString words;
    std::string best;  ///< bytes of the best word; empty where the loop was not run
    bool read = false;
  };
  void fill(std::vector<Cell>& cells, const Comparison::Side& side, int token);
  ComparisonPtr comparison_;
  std::vector<Cell> a_, b_;  ///< per loop; empty where the side has no token here
  QString titleA_ = tr("A: best words"), titleB_ = tr("B: best words");
};

}  // namespace ouroscope
