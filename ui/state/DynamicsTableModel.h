// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractTableModel>

#include "core/analysis/AnswerDynamics.h"

namespace ouroscope {

/// The tokens of one filter with how their answers move: a row a token, in text order.
class DynamicsTableModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Position, Token, FirstCommit, LastFlip, Flips, FirstRight, Lost, Columns };

  using QAbstractTableModel::QAbstractTableModel;
  void setTokens(TracePtr trace, AnswerDynamics dynamics, std::vector<int> tokens);
  const std::vector<int>& tokens() const { return tokens_; }
  int tokenAt(int row) const { return tokens_.at(static_cast<std::size_t>(row)); }
  int rowOf(int token) const;  ///< -1 where it is not listed

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  TracePtr trace_;
  AnswerDynamics dynamics_;
  std::vector<int> tokens_;
};

}  // namespace ouroscope
