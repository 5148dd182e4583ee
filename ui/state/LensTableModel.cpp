// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/LensTableModel.h"

#include <QFont>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "ui/base/PlainText.h"
#include "ui/base/TokenLabels.h"

namespace ouroscope {
namespace {

/// A row's id: its loop, and whether it is a layer within that loop.
quintptr rowId(int loop, bool layer) {
  return 2 * static_cast<quintptr>(loop) + (layer ? 1 : 0);
}

bool isLayer(const QModelIndex& index) {
  return index.internalId() % 2 == 1;
}

}  // namespace

LensTableModel::LensTableModel(ViewState& state, QObject* parent)
    : QAbstractItemModel(parent), state_(state) {}

void LensTableModel::readoutChanged() {
  if (rowCount() > 0)
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                     {ExitRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

void LensTableModel::setToken(int token) {
  beginResetModel();
  trace_ = state_.trace();
  token_ = trace_ && token < trace_->tokens() ? token : -1;
  table_ = token_ >= 0 ? lensTable(*trace_, token_) : LensTable{};
  layers_.clear();
  tracked_.clear();
  if (token_ >= 0)
    for (const QString& word : state_.trackedWords())
      tracked_.push_back(wordId(*trace_, word.toStdString()));
  endResetModel();
}

int LensTableModel::exitLoop() const {
  return state_.trace() == trace_ ? state_.readout().loop.at(static_cast<std::size_t>(token_)) : -1;
}

bool LensTableModel::hasLayers() const {
  return trace_ && trace_->info().captured.layers;
}

const LayerLens& LensTableModel::layers(int loop) const {
  const auto [at, added] = layers_.try_emplace(loop);
  if (added) at->second = layerLens(*trace_, token_, loop);
  return at->second;
}

int LensTableModel::loopOf(const QModelIndex& index) {
  return index.isValid() ? static_cast<int>(index.internalId() / 2) : -1;
}

int LensTableModel::layerOf(const QModelIndex& index) const {
  return trace_->info().layers - 1 - index.row();
}

QModelIndex LensTableModel::loopIndex(int loop, int column) const {
  return index(table_.loops - 1 - loop, column);
}

QModelIndex LensTableModel::index(int row, int column, const QModelIndex& parent) const {
  if (!hasIndex(row, column, parent)) return {};
  const int loop = parent.isValid() ? loopOf(parent) : table_.loops - 1 - row;
  return createIndex(row, column, rowId(loop, parent.isValid()));
}

QModelIndex LensTableModel::parent(const QModelIndex& child) const {
  if (!child.isValid() || !isLayer(child)) return {};
  return loopIndex(loopOf(child), 0);
}

int LensTableModel::rowCount(const QModelIndex& parent) const {
  if (token_ < 0) return 0;
  if (!parent.isValid()) return table_.loops;
  if (isLayer(parent) || parent.column() > 0 || !hasLayers()) return 0;
  return trace_->info().layers;
}

int LensTableModel::columnCount(const QModelIndex&) const {
  return token_ < 0 ? 0 : table_.topK + 1;
}

const LensCell* LensTableModel::cellOf(const QModelIndex& index) const {
  const int place = index.column() - 1;
  if (!isLayer(index)) return &table_.at(loopOf(index), place);
  return &layers(loopOf(index)).table.at(layerOf(index), place);
}

QString LensTableModel::describe(const QModelIndex& index, const LensCell& cell) const {
  const int loop = loopOf(index) + 1;
  if (cell.id < 0) return tr("Loop %1 was not run for this token.").arg(loop);
  const QString where = isLayer(index)
                            ? tr("loop %1, after layer %2").arg(loop).arg(layerOf(index) + 1)
                            : tr("loop %1").arg(loop);
  QString text = tr("\u201c%1\u201d at %2: probability %3, log-probability %4 nats")
                     .arg(tokenLabel(trace_, cell.bytes), where,
                          QLocale().toString(std::exp(cell.logprob), 'g', 4),
                          QLocale().toString(cell.logprob, 'f', 3));
  const QVariant risen = data(index, RankChangeRole);
  if (cell.flip)
    text += QStringLiteral("; ") + tr("became the best word here");
  else if (data(index, NewRole).toBool())
    text += QStringLiteral("; ") + tr("new among the kept words");
  else if (risen.isValid() && risen.toInt() > 0)
    text += QStringLiteral("; ") + tr("rose by %n place(s)", nullptr, risen.toInt());
  else if (risen.isValid() && risen.toInt() < 0)
    text += QStringLiteral("; ") + tr("fell by %n place(s)", nullptr, -risen.toInt());
  return text;
}

QVariant LensTableModel::rowData(const QModelIndex& index, int role) const {
  const int loop = loopOf(index);
  const bool layer = isLayer(index);
  const bool exit = loop == exitLoop();
  switch (role) {
    case Qt::DisplayRole:
      return layer ? tr("layer %1").arg(layerOf(index) + 1) : tr("Loop %1").arg(loop + 1);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
      if (layer)
        return tr("Within loop %1, after layer %2: read through the final norm and the head, which "
                  "were trained for the end of a loop only")
            .arg(loop + 1)
            .arg(layerOf(index) + 1);
      const bool beyond = loop >= trace_->info().loopsTrained;
      return exit     ? tr("Loop %1: the loop that is read here").arg(loop + 1)
             : beyond ? tr("Loop %1: beyond the trained number").arg(loop + 1)
                      : tr("Loop %1").arg(loop + 1);
    }
    default:
      return {};
  }
}

QVariant LensTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || token_ < 0) return {};
  if (role == WithinRole) return isLayer(index);
  if (role == ExitRole) return !isLayer(index) && loopOf(index) == exitLoop();
  if (index.column() == 0) return rowData(index, role);
  const LensCell& cell = *cellOf(index);
  const bool run = cell.id >= 0;
  const bool first = !isLayer(index) && loopOf(index) == 0;  // nothing before it
  switch (role) {
    case Qt::DisplayRole:
      return run ? tokenLabel(trace_, cell.bytes) : QStringLiteral("\u00b7");
    case ProbabilityRole:
      return run ? std::exp(cell.logprob) : 0.0;
    case RunRole:
      return run;
    case FlipRole:
      return cell.flip;
    case NewRole:
      return run && !first && cell.rankBefore < 0;
    case RankChangeRole:
      return !run || cell.rankBefore < 0 ? QVariant() : cell.rankBefore - (index.column() - 1);
    case TrackedRole:
      return run && std::find(tracked_.begin(), tracked_.end(), cell.id) != tracked_.end();
    case Qt::ToolTipRole:
      return plainTip(describe(index, cell));
    case Qt::AccessibleTextRole:
      return describe(index, cell);
    default:
      return {};
  }
}

QVariant LensTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  return section == 0 ? QString() : QLocale().toString(section);
}

}  // namespace ouroscope
