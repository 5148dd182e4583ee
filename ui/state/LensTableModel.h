// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractItemModel>
#include <map>

#include "core/analysis/LensTable.h"
#include "ui/state/ViewState.h"

namespace ouroscope {

/// Top words of one token: a row per loop, the first loop at the bottom as in the strip; under it,
/// where layers were captured, a row per physical layer, the first one lowest too. The first column
/// names the row, then a column per place.
class LensTableModel : public QAbstractItemModel {
  Q_OBJECT
 public:
  enum Role {
    ProbabilityRole = Qt::UserRole,  ///< 0 where the loop was not run
    FlipRole,                        ///< best word, another than in the row below
    ExitRole,                        ///< the row is the token's exit loop
    RankChangeRole,  ///< places risen since the row below; invalid where there is no such row
    NewRole,         ///< was not among the kept words of the row below
    WithinRole,      ///< a layer inside a loop
    TrackedRole,     ///< one of ViewState's tracked words
    RunRole          ///< false where the token did not run this loop
  };

  explicit LensTableModel(ViewState& state, QObject* parent = nullptr);
  /// Shows this token; -1 nothing.
  void setToken(int token);
  void readoutChanged();  ///< the same token is read at another loop
  int token() const { return token_; }
  bool hasLayers() const;

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& child) const override;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  static int loopOf(const QModelIndex& index);        ///< of a loop's row or one of its layers
  QModelIndex loopIndex(int loop, int column) const;  ///< the row of a loop, 0-based

 private:
  int layerOf(const QModelIndex& index) const;  ///< of a layer's row
  const LensCell* cellOf(const QModelIndex& index) const;
  QVariant rowData(const QModelIndex& index, int role) const;
  QString describe(const QModelIndex& index, const LensCell& cell) const;
  const LayerLens& layers(int loop) const;
  /// Of the token; -1 while a hidden view still holds the trace before the one that is shown.
  int exitLoop() const;

  ViewState& state_;
  TracePtr trace_;
  LensTable table_;
  mutable std::map<int, LayerLens> layers_;  ///< made when a loop is opened
  std::vector<std::int32_t> tracked_;
  int token_ = -1;
};

}  // namespace ouroscope
