// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/LensTableModel.h"

#include <cmath>

#include "ui/figures/TextFlow.h"

namespace ouroscope {

LensTableModel::LensTableModel(ViewState& state, QObject* parent)
    : QAbstractTableModel(parent), state_(state) {
  connect(&state_, &ViewState::traceChanged, this, &LensTableModel::reload);
  connect(&state_, &ViewState::selectionChanged, this, &LensTableModel::reload);
  connect(&state_, &ViewState::readoutChanged, this, [this] {
    if (rowCount() > 0)
      emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                       {ExitRole, Qt::ToolTipRole});
    emit headerDataChanged(Qt::Horizontal, 0, std::max(0, columnCount() - 1));
  });
}

void LensTableModel::reload() {
  beginResetModel();
  token_ = state_.trace() ? state_.selectedToken() : -1;
  table_ = token_ >= 0 ? lensTable(*state_.trace(), token_) : LensTable{};
  endResetModel();
}

int LensTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : table_.topK;
}
int LensTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : table_.loops;
}

QVariant LensTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const LensCell& cell = table_.at(index.column(), index.row());
  const bool run = cell.id >= 0;
  const QString word = tokenDisplayText(cell.bytes).trimmed();
  switch (role) {
    case Qt::DisplayRole:
      return run ? (word.isEmpty() ? QStringLiteral("\u2423") : word) : QStringLiteral("\u00b7");
    case ProbabilityRole:
      return run ? std::exp(cell.logprob) : 0.0;
    case FlipRole:
      return cell.flip;
    case ExitRole:
      return index.column() == state_.readout().loop.at(static_cast<std::size_t>(token_));
    case RankChangeRole:
      return cell.rankBefore < 0 ? QVariant() : QVariant(cell.rankBefore - index.row());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
      if (!run) return tr("Loop %1 was not run for this token.").arg(index.column() + 1);
      return tr("%1 at loop %2: probability %3, log-probability %4 nats")
          .arg(word)
          .arg(index.column() + 1)
          .arg(std::exp(cell.logprob), 0, 'g', 4)
          .arg(cell.logprob, 0, 'f', 3);
    default:
      return {};
  }
}

QVariant LensTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole) return {};
  return orientation == Qt::Horizontal ? tr("Loop %1").arg(section + 1) : QVariant(section + 1);
}

}  // namespace ouroscope
