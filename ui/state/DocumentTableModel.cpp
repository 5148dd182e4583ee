// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/DocumentTableModel.h"

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <map>

#include "ui/base/Language.h"
#include "ui/base/PlainText.h"

namespace ouroscope {
namespace {

/// A title of a column, and what it counts.
struct MeasureWords {
  QString title, tip;
};

MeasureWords wordsOf(std::string_view id) {
  if (id == "tokens")
    return {DocumentTableModel::tr("Tokens"),
            DocumentTableModel::tr("Tokens of the document that were run")};
  if (id == "exit_loop")
    return {DocumentTableModel::tr("Exit loop"),
            DocumentTableModel::tr("Mean loop at which its tokens are read")};
  if (id == "expected_depth")
    return {DocumentTableModel::tr("Expected depth"),
            DocumentTableModel::tr("Mean of the exit distribution, in loops")};
  if (id == "loss")
    return {DocumentTableModel::tr("Loss"),
            DocumentTableModel::tr("Mean \u2212log p of the next token at the exit, in nats")};
  if (id == "gain")
    return {DocumentTableModel::tr("Gain"),
            DocumentTableModel::tr("How far the loss fell from loop 1 to the exit, in nats")};
  if (id == "accuracy")
    return {DocumentTableModel::tr("Accuracy"),
            DocumentTableModel::tr("Share of tokens whose best word at the exit is the next")};
  if (id == "agreement")
    return {DocumentTableModel::tr("Agreement"),
            DocumentTableModel::tr(
                "Share of tokens whose best word at the exit is that of the last loop")};
  if (id == "choice")
    return {DocumentTableModel::tr("Right choice"),
            DocumentTableModel::tr("1 where the right choice is the likeliest at the exit")};
  return {DocumentTableModel::tr("Right answer"),
          DocumentTableModel::tr("1 where the generated answer at the exit is the right one")};
}

bool containsFolded(std::string_view in, const std::string& folded) {
  // ASCII in any case; other letters as they are.
  const auto low = [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; };
  return std::search(in.begin(), in.end(), folded.begin(), folded.end(),
                     [&](char a, char b) { return low(a) == b; }) != in.end();
}

}  // namespace

void DocumentTableModel::setIndex(DocumentIndexPtr index) {
  beginResetModel();
  index_ = std::move(index);
  measures_.clear();
  if (index_)
    for (std::size_t m = 0; m < documentMeasures().size(); ++m)
      if (index_->has(m)) measures_.push_back(m);
  text_.clear();
  part_ = QStringLiteral("all");
  sortColumn_ = Document;
  sortOrder_ = Qt::AscendingOrder;
  choose();
  endResetModel();
}

void DocumentTableModel::setFilter(const QString& text, const QString& part) {
  if (text == text_ && part == part_) return;
  beginResetModel();
  text_ = text;
  part_ = part;
  choose();
  endResetModel();
}

void DocumentTableModel::choose() {
  rows_.clear();
  if (!index_) return;
  std::string folded = text_.toUtf8().toStdString();
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  const bool all = part_ == "all", confirmation = part_ == "confirmation";
  for (std::size_t row = 0; row < index_->size(); ++row)
    if ((all || index_->confirmation(row) == confirmation) &&
        (folded.empty() || containsFolded(index_->fields(row), folded)))
      rows_.push_back(static_cast<std::uint32_t>(row));
  order();
}

void DocumentTableModel::order() {
  const bool up = sortOrder_ == Qt::AscendingOrder;
  const auto by = [&](const auto& value) {
    std::stable_sort(rows_.begin(), rows_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return up ? value(a) < value(b) : value(b) < value(a);
    });
  };
  if (sortColumn_ == Document)
    by([&](std::uint32_t row) { return index_->number(row); });
  else if (sortColumn_ == columnCount() - 1)
    by([&](std::uint32_t row) { return index_->fields(row); });
  else {
    // The depth column sorts by what it shows, the exit loop; what has no number comes last.
    const std::size_t measure =
        sortColumn_ == Depth ? documentMeasureFromName("exit_loop") : measureOf(sortColumn_);
    std::stable_sort(rows_.begin(), rows_.end(), [&](std::uint32_t a, std::uint32_t b) {
      const float x = index_->value(a, measure), y = index_->value(b, measure);
      if (std::isnan(x) || std::isnan(y)) return !std::isnan(x) && std::isnan(y);
      return up ? x < y : x > y;
    });
  }
}

void DocumentTableModel::sort(int column, Qt::SortOrder order) {
  if (!index_ || column < 0 || column >= columnCount()) return;
  emit layoutAboutToBeChanged();
  // A selected row has an index for each of its columns.
  const QModelIndexList before = persistentIndexList();
  std::map<std::int64_t, int> rows;
  for (const QModelIndex& each : before) rows[numberAt(each.row())] = -1;
  std::vector<std::int64_t> numbers;
  for (const QModelIndex& each : before) numbers.push_back(numberAt(each.row()));
  sortColumn_ = column;
  sortOrder_ = order;
  this->order();
  for (auto& [number, row] : rows) row = rowOf(number);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const QModelIndex& each = before[static_cast<qsizetype>(i)];
    changePersistentIndex(each, index(rows[numbers[i]], each.column()));
  }
  emit layoutChanged();
}

std::int64_t DocumentTableModel::numberAt(int row) const {
  return index_ && row >= 0 && row < rowCount() ? index_->number(rows_[std::size_t(row)]) : 0;
}

int DocumentTableModel::rowOf(std::int64_t number) const {
  for (std::size_t row = 0; row < rows_.size(); ++row)
    if (index_->number(rows_[row]) == number) return static_cast<int>(row);
  return -1;
}

int DocumentTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int DocumentTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : FirstMeasure + static_cast<int>(measures_.size()) + 1;
}

QVariant DocumentTableModel::data(const QModelIndex& at, int role) const {
  if (!index_ || !at.isValid() || at.row() >= rowCount()) return {};
  const std::size_t row = rows_[static_cast<std::size_t>(at.row())];
  const int column = at.column();
  if (role == Number) return static_cast<qlonglong>(index_->number(row));
  if (role == Spark) {
    const auto exits = index_->exits(row);
    return QByteArray(reinterpret_cast<const char*>(exits.data()),
                      static_cast<qsizetype>(exits.size()));
  }
  if (role == Qt::TextAlignmentRole)
    return isFields(column) || column == Depth ? int(Qt::AlignLeft | Qt::AlignVCenter)
                                               : int(Qt::AlignRight | Qt::AlignVCenter);
  if (column == Depth) {
    if (role != Qt::ToolTipRole && role != Qt::AccessibleTextRole) return {};
    QStringList shares;
    const auto exits = index_->exits(row);
    for (std::size_t r = 0; r < exits.size(); ++r)
      if (exits[r] > 0)
        shares << tr("loop %1: %2 %", "share of tokens")
                      .arg(r + 1)
                      .arg(QLocale().toString(exits[r] / 2.55, 'f', 0));
    return shares.join(QStringLiteral(", "));
  }
  if (role == Qt::ToolTipRole && isFields(column))
    return plainTip(shownName(std::string(index_->fields(row)), 2000));
  if (role != Qt::DisplayRole) return {};
  if (column == Document) return QLocale().toString(static_cast<qlonglong>(index_->number(row)));
  if (isFields(column)) return shownName(std::string(index_->fields(row)), 200);
  const std::size_t measure = measureOf(column);
  const float value = index_->value(row, measure);
  if (std::isnan(value)) return QStringLiteral("\u2013");
  return QLocale().toString(value, 'f', documentMeasures()[measure].count ? 0 : 3);
}

QVariant DocumentTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  const bool tip = role == Qt::ToolTipRole;
  if (role != Qt::DisplayRole && !tip) return {};
  if (section == Document) return tip ? tr("Its place in the input") : tr("Document");
  if (section == Depth)
    return tip ? tr("Share of its tokens that are read at each loop, loop 1 at the left; sorts by "
                    "the exit loop")
               : tr("Depth");
  if (isFields(section)) return tip ? tr("What else its line of the input says") : tr("Fields");
  const MeasureWords words = wordsOf(documentMeasures()[measureOf(section)].id);
  return tip ? words.tip : words.title;
}

}  // namespace ouroscope
