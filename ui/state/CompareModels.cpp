// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/CompareModels.h"

#include <QFont>
#include <QGuiApplication>
#include <algorithm>
#include <cmath>

#include "core/analysis/LensTable.h"
#include "ui/base/Language.h"
#include "ui/base/TokenLabels.h"

namespace ouroscope {
namespace {

constexpr int kWords = 3;  ///< of a loop and side

}  // namespace

void ChangesModel::setChanges(ComparisonPtr comparison, std::vector<Change> changes, bool loops) {
  beginResetModel();
  comparison_ = std::move(comparison);
  changes_ = std::move(changes);
  loops_ = loops;
  endResetModel();
}

int ChangesModel::rowOfColumn(int column) const {
  const auto at = std::ranges::find(changes_, column, &Change::column);
  return at == changes_.end() ? -1 : static_cast<int>(at - changes_.begin());
}

int ChangesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(changes_.size());
}
int ChangesModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : Columns;
}

QVariant ChangesModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant(index.column() == Token ? Qt::AlignLeft | Qt::AlignVCenter
                                            : Qt::AlignRight | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  const Change& change = changes_[static_cast<std::size_t>(index.row())];
  const AlignedColumn& at = comparison_->alignment.columns[static_cast<std::size_t>(change.column)];
  switch (index.column()) {
    case PositionA:
      return at.a + 1;
    case PositionB:
      return at.b + 1;
    case Token:
      return tokenLabel(comparison_->a.trace, comparison_->a.trace->columns().tokenBytes[at.a]);
    case Loop:
      return loops_ ? QVariant(change.loop + 1) : QStringLiteral("\u2013");
    case Difference: {
      const QString number = numberLocale().toString(std::abs(change.difference), 'g', 4);
      return (change.difference < 0 ? QChar(0x2212) : QChar('+')) + number;
    }
    default:
      return {};
  }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case PositionA:
      return tr("No. in A");
    case PositionB:
      return tr("No. in B");
    case Token:
      return tr("Token");
    case Loop:
      return tr("Loop");
    case Difference:
      return tr("B \u2212 A");
    default:
      return {};
  }
}

void CompareLensModel::setColumn(ComparisonPtr comparison, int column) {
  beginResetModel();
  comparison_ = std::move(comparison);
  a_.clear();
  b_.clear();
  if (comparison_ && column >= 0 && column < std::ssize(comparison_->alignment.columns)) {
    const AlignedColumn& at = comparison_->alignment.columns[static_cast<std::size_t>(column)];
    if (at.a >= 0) fill(a_, comparison_->a, at.a);
    if (at.b >= 0) fill(b_, comparison_->b, at.b);
  }
  endResetModel();
}

void CompareLensModel::setTitles(const QString& a, const QString& b) {
  titleA_ = a;
  titleB_ = b;
  emit headerDataChanged(Qt::Horizontal, 0, 1);
}

void CompareLensModel::fill(std::vector<Cell>& cells, const Comparison::Side& side, int token) {
  const LensTable table = lensTable(*side.trace, token);
  for (int r = 0; r < table.loops; ++r) {
    Cell cell;
    QStringList words;
    for (int k = 0; k < std::min(kWords, table.topK); ++k) {
      const LensCell& word = table.at(r, k);
      if (word.id < 0) continue;
      if (k == 0) cell.best = word.bytes.empty() ? std::to_string(word.id) : word.bytes;
      words << QStringLiteral("%1 %2").arg(tokenLabel(side.trace, word.bytes),
                                           shortProbability(std::exp(word.logprob)));
    }
    cell.words = words.isEmpty() ? QStringLiteral("\u00b7") : words.join(QStringLiteral("   "));
    cell.read = side.readout.loop[static_cast<std::size_t>(token)] == r;
    cells.push_back(std::move(cell));
  }
}

int CompareLensModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(std::max(a_.size(), b_.size()));
}
int CompareLensModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : 2;
}

QVariant CompareLensModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const std::vector<Cell>& cells = index.column() == 0 ? a_ : b_;
  const std::vector<Cell>& others = index.column() == 0 ? b_ : a_;
  // The first loop at the bottom, as in the strip.
  const auto i = static_cast<std::size_t>(rowCount() - 1 - index.row());
  if (i >= cells.size()) return role == Qt::DisplayRole ? QVariant(QString()) : QVariant();
  const bool differs = i < others.size() && !cells[i].best.empty() && !others[i].best.empty() &&
                       cells[i].best != others[i].best;
  switch (role) {
    case Qt::DisplayRole:
      return (cells[i].read ? QStringLiteral("\u25b8 ") : QStringLiteral("   ")) + cells[i].words;
    case Qt::FontRole: {
      QFont font = QGuiApplication::font();
      font.setBold(differs);
      return font;
    }
    case ReadRole:
      return cells[i].read;
    case DiffersRole:
      return differs;
    case Qt::ToolTipRole:
      return differs ? tr("The best words differ at this loop.") : QVariant();
    default:
      return {};
  }
}

QVariant CompareLensModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole) return {};
  if (orientation == Qt::Vertical) return tr("Loop %1").arg(rowCount() - section);
  return section == 0 ? titleA_ : titleB_;
}

}  // namespace ouroscope
