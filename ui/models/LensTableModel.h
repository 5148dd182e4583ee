// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractTableModel>

#include "core/analysis/LensTable.h"
#include "ui/models/ViewState.h"

namespace ouroscope {

/// Top words x loops of the selected (or hovered) token: a row per place, a column per loop.
class LensTableModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Role { ProbabilityRole = Qt::UserRole, FlipRole, ExitRole, RankChangeRole };

  explicit LensTableModel(ViewState& state, QObject* parent = nullptr);
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  int token() const { return token_; }

 private:
  void reload();
  ViewState& state_;
  LensTable table_;
  int token_ = -1;
};

}  // namespace ouroscope
