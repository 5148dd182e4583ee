// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/CommandPalette.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/base/FuzzyMatch.h"

namespace ouroscope {
namespace {

constexpr int kWidth = 560, kRows = 12;
constexpr int kFirst = 500;  ///< less than a letter counts (FuzzyMatch.cpp)

/// A title on the left, its key on the right.
class CommandDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    const QPalette& palette = option.palette;
    const bool chosen = option.state & QStyle::State_Selected;
    if (chosen) painter->fillRect(option.rect, palette.color(QPalette::Highlight));
    const QString hint = index.data(Qt::UserRole).toString();
    const QFontMetrics metrics(option.font);
    const int hintWidth = hint.isEmpty() ? 0 : metrics.horizontalAdvance(hint) + 16;
    const QRect line = option.rect.adjusted(12, 0, -12, 0);
    painter->setPen(palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(
        line.adjusted(0, 0, -hintWidth, 0), Qt::AlignVCenter | Qt::AlignLeft,
        metrics.elidedText(index.data().toString(), Qt::ElideRight, line.width() - hintWidth));
    painter->setPen(palette.color(chosen ? QPalette::HighlightedText : QPalette::PlaceholderText));
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight, hint);
  }
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
    return {0, QFontMetrics(option.font).height() + 12};
  }
};

}  // namespace

CommandPalette::CommandPalette(std::vector<Command> commands,
                               std::function<std::vector<Command>(const QString&)> ofQuery,
                               QWidget* parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint),
      commands_(std::move(commands)),
      ofQuery_(std::move(ofQuery)),
      query_(new QLineEdit),
      list_(new QListWidget) {
  setObjectName("commandPalette");
  setAttribute(Qt::WA_DeleteOnClose);
  setAccessibleName(tr("Command palette"));
  query_->setObjectName("paletteQuery");
  query_->setAccessibleName(tr("Command"));
  query_->setPlaceholderText(tr("Type a command, an example, a view, a measure or a token number"));
  query_->installEventFilter(this);
  list_->setObjectName("paletteList");
  list_->setAccessibleName(tr("Matching commands"));
  list_->setItemDelegate(new CommandDelegate(list_));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setFocusPolicy(Qt::NoFocus);  // the line keeps the focus, arrows move here
  list_->setUniformItemSizes(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(6);
  column->addWidget(query_);
  column->addWidget(list_);
  connect(query_, &QLineEdit::textChanged, this, &CommandPalette::filter);
  connect(list_, &QListWidget::itemClicked, this, &CommandPalette::choose);
  filter({});
  const int width = std::min(kWidth, parent->width() - 40);
  resize(width, query_->sizeHint().height() + 22 + kRows * (fontMetrics().height() + 12));
  move(parent->mapToGlobal(QPoint((parent->width() - width) / 2, 48)));
  query_->setFocus();
}

void CommandPalette::filter(const QString& query) {
  struct Ranked {
    int score;
    const Command* command;
  };
  std::vector<Ranked> ranked;
  for (const Command& command : commands_)
    if (const FuzzyMatch match = fuzzyMatch(query, command.title))
      ranked.push_back({match.score + (command.first ? kFirst : 0), &command});
  std::ranges::stable_sort(ranked, std::greater{}, &Ranked::score);
  shown_ = ofQuery_(query);
  for (const Ranked& each : ranked) shown_.push_back(*each.command);
  list_->clear();
  for (const Command& command : shown_) {
    auto* item = new QListWidgetItem(command.title, list_);
    item->setData(Qt::UserRole, command.hint);
  }
  list_->setCurrentRow(0);
}

void CommandPalette::choose() {
  const int row = list_->currentRow();
  if (row < 0 || row >= static_cast<int>(shown_.size())) return;
  // The palette is gone before the command runs: it may open a dialog or rebuild the window.
  QTimer::singleShot(0, parentWidget(), shown_[static_cast<std::size_t>(row)].run);
  close();
}

bool CommandPalette::eventFilter(QObject* object, QEvent* event) {
  if (object != query_ || event->type() != QEvent::KeyPress)
    return QDialog::eventFilter(object, event);
  const int rows = list_->count(), row = list_->currentRow();
  const int page = std::max(1, list_->height() / (fontMetrics().height() + 12) - 1);
  const auto go = [&](int to) {
    if (rows > 0) list_->setCurrentRow(std::clamp(to, 0, rows - 1));
    return true;
  };
  switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
      return go(row + 1 < rows ? row + 1 : 0);
    case Qt::Key_Up:
      return go(row > 0 ? row - 1 : rows - 1);
    case Qt::Key_PageDown:
      return go(row + page);
    case Qt::Key_PageUp:
      return go(row - page);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      choose();
      return true;
    case Qt::Key_Escape:
      close();
      return true;
    default:
      return false;
  }
}

}  // namespace ouroscope
