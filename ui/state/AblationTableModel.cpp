// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/AblationTableModel.h"
#include "ui/base/Language.h"

#include <QCoreApplication>
#include <QFont>
#include <QGuiApplication>
#include <QPalette>
#include <cmath>
#include <map>

namespace ouroscope {

QString ablationGroupTitle(const std::string& name) {
  const auto title = [](const char* text) {
    return QCoreApplication::translate("AblationGroups", text);
  };
  static const std::map<std::string, const char*> titles{
      {"all", QT_TRANSLATE_NOOP("AblationGroups", "All tokens")},
      {"prompt", QT_TRANSLATE_NOOP("AblationGroups", "Prompt")},
      {"generated", QT_TRANSLATE_NOOP("AblationGroups", "Generated")},
      {"word-initial", QT_TRANSLATE_NOOP("AblationGroups", "Word-initial")},
      {"continuation", QT_TRANSLATE_NOOP("AblationGroups", "Continuation")},
      {"digit", QT_TRANSLATE_NOOP("AblationGroups", "Digits")},
      {"punctuation", QT_TRANSLATE_NOOP("AblationGroups", "Punctuation")},
      {"space", QT_TRANSLATE_NOOP("AblationGroups", "White space")},
      {"special", QT_TRANSLATE_NOOP("AblationGroups", "Special tokens")},
      {"0-0.1", QT_TRANSLATE_NOOP("AblationGroups", "Below 0.1 nats")},
      {"0.1-1", QT_TRANSLATE_NOOP("AblationGroups", "0.1 to 1 nats")},
      {"1-3", QT_TRANSLATE_NOOP("AblationGroups", "1 to 3 nats")},
      {"3-", QT_TRANSLATE_NOOP("AblationGroups", "3 nats and more")},
  };
  const auto at = titles.find(name);
  return at == titles.end() ? QString::fromStdString(name) : title(at->second);
}

void AblationTableModel::setTable(std::shared_ptr<const AblationTable> table) {
  beginResetModel();
  table_ = std::move(table);
  perGroup_ = table_ && !table_->groups.empty()
                  ? static_cast<int>(table_->groups.front().ablation.rows.size())
                  : 0;
  endResetModel();
}

int AblationTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !perGroup_ ? 0 : perGroup_ * static_cast<int>(table_->groups.size());
}
int AblationTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : Columns;
}

QVariant AblationTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const AblationGroup& group = table_->groups[static_cast<std::size_t>(groupAt(index.row()))];
  const auto i = static_cast<std::size_t>(index.row() % perGroup_);
  const LoopAblationRow& row = group.ablation.rows[i];
  const int best = group.ablation.bestLoop;
  if (role == Qt::TextAlignmentRole)
    return QVariant(index.column() == Group || index.column() == Lowest
                        ? Qt::AlignLeft | Qt::AlignVCenter
                        : Qt::AlignRight | Qt::AlignVCenter);
  if (role == Qt::FontRole && row.loop == best) {
    QFont font = QGuiApplication::font();
    font.setBold(true);
    return font;
  }
  if (role == Qt::ForegroundRole && row.loop > best && index.column() != Group)
    return QGuiApplication::palette().brush(QPalette::PlaceholderText);
  const Interval& gain = group.gain[i];
  const double share = group.bestShare[static_cast<std::size_t>(best)];
  if (role == Qt::ToolTipRole) {
    if (index.column() == Gain && !std::isnan(gain.low))
      return tr("95 % percentile interval of a bootstrap over %Ln tokens (%1 resamples, fixed "
                "seed). Tokens of one text are not independent: the true uncertainty is larger.",
                nullptr, group.tokens)
          .arg(table_->resamples);
    if (index.column() == Gain)
      return tr("Too few tokens for an interval: it needs %Ln.", nullptr, kFewestForInterval);
    if (index.column() == Lowest && !std::isnan(share))
      return tr("Share of the bootstrap's resamples in which this loop has the lowest mean loss");
    return {};
  }
  if (role != Qt::DisplayRole) return {};
  switch (index.column()) {
    case Group:
      return i == 0 ? ablationGroupTitle(group.name) : QString();
    case Loop:
      return row.loop + 1;
    case Tokens:
      return group.tokens;
    case Helped:
      return row.helped;
    case Hurt:
      return row.hurt;
    case Unchanged:
      return row.unchanged;
    case HelpedNats:
      return localNumber(row.helpedNats, 1);
    case HurtNats:
      return localNumber(row.hurtNats, 1);
    case Gain:
      return std::isnan(gain.low) ? localNumber(row.meanGainNats, 3)
                                  //: Mean gain in nats, then both ends of its interval.
                                  : tr("%1 [%2, %3]")
                                        .arg(localNumber(row.meanGainNats, 3),
                                             localNumber(gain.low, 3), localNumber(gain.high, 3));
    case MadeRight:
      return row.madeRight;
    case MadeWrong:
      return row.madeWrong;
    case Lowest:
      if (row.loop != best && !(best == 0 && i == 0)) return {};
      if (best == 0)
        return std::isnan(share) ? tr("at loop 1 already")
                                 : tr("at loop 1 already (%1 %)").arg(localNumber(100 * share, 0));
      return std::isnan(share) ? tr("here") : tr("here (%1 %)").arg(localNumber(100 * share, 0));
    default:
      return {};
  }
}

QVariant AblationTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::DisplayRole) switch (section) {
      case Group:
        return tr("Tokens");
      case Loop:
        return tr("Loop added");
      case Tokens:
        return tr("Count");
      case Helped:
        return tr("Helped");
      case Hurt:
        return tr("Hurt");
      case Unchanged:
        return tr("Same");
      case HelpedNats:
        return tr("Helped, nats");
      case HurtNats:
        return tr("Hurt, nats");
      case Gain:
        return tr("Mean gain, nats");
      case MadeRight:
        return tr("Made right");
      case MadeWrong:
        return tr("Made wrong");
      case Lowest:
        return tr("Lowest loss");
    }
  if (role == Qt::ToolTipRole) switch (section) {
      case Helped:
        return tr("The next token becomes more probable by more than 0.01 nats");
      case Hurt:
        return tr("The next token becomes less probable by more than 0.01 nats");
      case HelpedNats:
      case HurtNats:
        return tr("Summed over those tokens");
      case Gain:
        return tr("Mean fall of \u2212log p of the next token, with its 95 % interval");
      case MadeRight:
        return tr("The best word becomes the token that follows");
      case MadeWrong:
        return tr("The best word stops being the token that follows");
      case Lowest:
        return tr("The loop with the lowest mean loss: after it extra loops stop helping");
    }
  return {};
}

}  // namespace ouroscope
