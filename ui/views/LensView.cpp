// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/LensView.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/figures/ColourMap.h"
#include "ui/figures/LensCurvesFigure.h"
#include "ui/figures/TextFlow.h"
#include "ui/models/LensTableModel.h"

namespace ouroscope {
namespace {

/// A word over a bar as long as its probability; the column of the exit loop is framed, a flip has
/// a corner mark.
class LensDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    const QPalette& palette = option.palette;
    const double p = index.data(LensTableModel::ProbabilityRole).toDouble();
    const QRect rect = option.rect;
    QColor bar = palette.color(QPalette::Highlight);
    bar.setAlpha(palette.color(QPalette::Base).lightness() < 128 ? 130 : 80);
    painter->fillRect(QRectF(rect.left(), rect.top() + 1, rect.width() * p, rect.height() - 2),
                      bar);
    painter->setPen(palette.color(QPalette::Text));
    QFont font = option.font;
    font.setBold(index.row() == 0);
    painter->setFont(font);
    const QString number = p >= 0.995  ? QStringLiteral("1")
                           : p < 0.005 ? QStringLiteral("<.01")
                                       : QString::number(p, 'f', 2).mid(1);
    const QFontMetrics metrics(font);
    const int numberWidth = metrics.horizontalAdvance(number) + 8;
    painter->drawText(rect.adjusted(6, 0, -numberWidth, 0), Qt::AlignVCenter | Qt::AlignLeft,
                      metrics.elidedText(index.data().toString(), Qt::ElideRight,
                                         rect.width() - numberWidth - 8));
    font.setBold(false);
    painter->setFont(font);
    painter->setPen(palette.color(QPalette::PlaceholderText));
    painter->drawText(rect.adjusted(0, 0, -4, 0), Qt::AlignVCenter | Qt::AlignRight, number);
    if (index.data(LensTableModel::FlipRole).toBool()) {
      painter->setPen(Qt::NoPen);
      painter->setBrush(QColor(0xd9, 0x48, 0x01));
      painter->drawPolygon(
          QPolygon{rect.topLeft(), rect.topLeft() + QPoint(7, 0), rect.topLeft() + QPoint(0, 7)});
    }
    if (index.data(LensTableModel::ExitRole).toBool()) {
      painter->setPen(QPen(QColor(0xd9, 0x48, 0x01), 2));
      painter->drawLine(rect.topLeft() + QPoint(0, 0), rect.bottomLeft() + QPoint(0, 1));
      painter->drawLine(rect.topRight() + QPoint(0, 0), rect.bottomRight() + QPoint(0, 1));
    }
  }
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
    return {84, QFontMetrics(option.font).height() + 6};
  }
};

}  // namespace

LensView::LensView(ViewState& state, QWidget* parent)
    : QWidget(parent),
      state_(state),
      model_(new LensTableModel(state, this)),
      table_(new QTableView),
      figure_(new LensCurvesFigure),
      title_(new QLabel),
      quantity_(new QComboBox),
      words_(new QLineEdit),
      pages_(new QStackedWidget) {
  setObjectName("lensView");
  table_->setObjectName("lensTable");
  table_->setAccessibleName(tr("Most probable words at every loop"));
  table_->setModel(model_);
  table_->setItemDelegate(new LensDelegate(table_));
  table_->setShowGrid(false);
  table_->setSelectionMode(QAbstractItemView::NoSelection);
  table_->setFrameShape(QFrame::NoFrame);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  table_->horizontalHeader()->setMinimumSectionSize(66);
  table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  table_->verticalHeader()->setDefaultSectionSize(QFontMetrics(table_->font()).height() + 6);
  figure_->setObjectName("lensCurves");
  figure_->setAccessibleName(tr("Curves of words over the loops"));
  title_->setTextFormat(Qt::PlainText);
  title_->setObjectName("lensTitle");
  quantity_->setObjectName("lensQuantity");
  quantity_->setAccessibleName(tr("Quantity of the curves"));
  quantity_->addItem(tr("Log-probability"), "logprob");
  quantity_->addItem(tr("Probability"), "prob");
  quantity_->addItem(tr("Rank"), "rank");
  words_->setObjectName("lensWords");
  words_->setPlaceholderText(tr("Track words, comma between"));
  words_->setAccessibleName(words_->placeholderText());
  words_->setClearButtonEnabled(true);

  auto* bar = new QHBoxLayout;
  bar->addWidget(words_, 1);
  bar->addWidget(quantity_);
  auto* split = new QSplitter(Qt::Vertical);
  split->addWidget(table_);
  split->addWidget(figure_);
  split->setStretchFactor(0, 1);
  split->setStretchFactor(1, 1);
  split->setChildrenCollapsible(false);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(6, 4, 6, 4);
  column->setSpacing(4);
  auto* content = new QWidget;
  auto* inner = new QVBoxLayout(content);
  inner->setContentsMargins(0, 0, 0, 0);
  inner->setSpacing(4);
  inner->addWidget(title_);
  inner->addWidget(split, 1);
  inner->addLayout(bar);
  auto* hint = new QLabel(tr("Select a token to see what each loop would say next."));
  hint->setAlignment(Qt::AlignCenter);
  hint->setWordWrap(true);
  hint->setForegroundRole(QPalette::PlaceholderText);
  pages_->addWidget(hint);
  pages_->addWidget(content);
  column->addWidget(pages_, 1);

  connect(quantity_, &QComboBox::currentIndexChanged, this,
          [this] { state_.setLensQuantity(quantity_->currentData().toString()); });
  connect(words_, &QLineEdit::editingFinished, this, [this] {
    QStringList words;
    for (const QString& word : words_->text().split(',', Qt::SkipEmptyParts))
      words << word.trimmed();
    state_.setTrackedWords(words);
  });
  connect(table_, &QTableView::clicked, this,
          [this](const QModelIndex& index) { state_.select(model_->token(), index.column()); });
  connect(figure_, &LensCurvesFigure::loopClicked, this, [this](int loop) {
    if (model_->token() >= 0) state_.select(model_->token(), loop);
  });
  connect(figure_, &LensCurvesFigure::loopHovered, this,
          [this](int loop) { state_.hover(loop < 0 ? -1 : model_->token(), loop); });
  connect(&state_, &ViewState::traceChanged, this, &LensView::reload);
  connect(&state_, &ViewState::selectionChanged, this, &LensView::reload);
  connect(&state_, &ViewState::lensChanged, this, &LensView::reload);
  connect(&state_, &ViewState::readoutChanged, this, [this] {
    if (model_->token() >= 0) figure_->setReadout(state_.readout());
    table_->viewport()->update();
  });
  reload();
}

void LensView::setTheme(const FigureTheme& theme) {
  figure_->setTheme(theme);
}

void LensView::reload() {
  const int token = state_.trace() ? state_.selectedToken() : -1;
  FigureRecipe recipe;
  recipe.kind = "lens";
  recipe.rule = state_.rule();
  recipe.token = token;
  recipe.words = state_.trackedWords();
  recipe.lensQuantity = state_.lensQuantity();
  figure_->setTrace(token >= 0 ? state_.trace() : nullptr, recipe);
  quantity_->setCurrentIndex(std::max(0, quantity_->findData(state_.lensQuantity())));
  pages_->setCurrentIndex(token >= 0 ? 1 : 0);
  if (token < 0) return title_->clear();
  title_->setText(
      tr("After token %1 \u201c%2\u201d")
          .arg(token + 1)
          .arg(tokenDisplayText(
                   state_.trace()->columns().tokenBytes[static_cast<std::size_t>(token)])
                   .trimmed()));
}

}  // namespace ouroscope
