// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/DynamicsTableModel.h"

#include <algorithm>
#include <cmath>

#include "ui/base/Language.h"
#include "ui/base/TokenLabels.h"

namespace ouroscope {

void DynamicsTableModel::setTokens(TracePtr trace, AnswerDynamics dynamics,
                                   std::vector<int> tokens) {
  beginResetModel();
  trace_ = std::move(trace);
  dynamics_ = std::move(dynamics);
  tokens_ = std::move(tokens);
  endResetModel();
}

int DynamicsTableModel::rowOf(int token) const {
  const auto at = std::lower_bound(tokens_.begin(), tokens_.end(), token);
  return at != tokens_.end() && *at == token ? static_cast<int>(at - tokens_.begin()) : -1;
}

int DynamicsTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(tokens_.size());
}
int DynamicsTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : Columns;
}

QVariant DynamicsTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant(index.column() == Token ? Qt::AlignLeft | Qt::AlignVCenter
                                            : Qt::AlignRight | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  const int token = tokenAt(index.row());
  const auto i = static_cast<std::size_t>(token);
  //: Stands in a table for a loop that never comes.
  const auto loop = [](int r) { return r < 0 ? QStringLiteral("\u2013") : QString::number(r + 1); };
  switch (index.column()) {
    case Position:
      return token + 1;
    case Token:
      return tokenLabel(trace_, trace_->columns().tokenBytes[i]);
    case FirstCommit:
      return loop(dynamics_.firstCommit[i]);
    case LastFlip:
      return loop(dynamics_.lastFlip[i]);
    case Flips:
      return dynamics_.flips[i];
    case FirstRight:
      return loop(dynamics_.firstRight[i]);
    case Lost:
      return localNumber(overthinkingNats(*trace_, token), 2);
    default:
      return {};
  }
}

QVariant DynamicsTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::DisplayRole) switch (section) {
      case Position:
        return tr("No.");
      case Token:
        return tr("After");
      case FirstCommit:
        return tr("Commit");
      case LastFlip:
        return tr("Last flip");
      case Flips:
        return tr("Flips");
      case FirstRight:
        return tr("Right");
      case Lost:
        return tr("Lost");
    }
  if (role == Qt::ToolTipRole) switch (section) {
      case Token:
        return tr("The token after which the loops predict the next one");
      case FirstCommit:
        return tr("First loop whose best word is the last loop's");
      case LastFlip:
        return tr("Last loop that changed the best word");
      case Flips:
        return tr("How often the best word changes");
      case FirstRight:
        return tr("First loop whose best word is the token that follows");
      case Lost:
        return tr("Nats by which the best loop beats the last one at the token that follows");
    }
  return {};
}

}  // namespace ouroscope
