// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/LensView.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/base/PlainText.h"
#include "ui/base/TokenLabels.h"
#include "ui/base/TokenText.h"
#include "ui/base/Zoom.h"
#include "ui/figures/plots/LensCurvesFigure.h"
#include "ui/state/LensTableModel.h"
#include "ui/views/ExportButton.h"
#include "ui/views/LensDelegate.h"

namespace ouroscope {
namespace {

QLabel* note(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

}  // namespace

LensView::LensView(const ViewContext& context, QWidget* parent)
    : TraceView(context,
                Changed::Trace | Changed::Selection | Changed::Lens | Changed::Hover |
                    Changed::Readout | Changed::Model,
                parent),
      model_(new LensTableModel(context.state, this)),
      table_(new QTreeView),
      figure_(new LensCurvesFigure),
      title_(new QLabel),
      quantity_(new QComboBox),
      words_(new QLineEdit),
      wordNotes_(note("lensWordNotes")),
      rerun_(new QPushButton),
      layerNote_(note("lensLayerNote")),
      rerunLayers_(new QPushButton(tr("Run again with layers"))) {
  setObjectName("lensView");
  table_->setObjectName("lensTable");
  table_->setAccessibleName(tr("Most probable words at every loop"));
  table_->setModel(model_);
  table_->setItemDelegate(new LensDelegate(table_));
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setSelectionBehavior(QAbstractItemView::SelectItems);
  table_->setFrameShape(QFrame::NoFrame);
  table_->setUniformRowHeights(true);
  table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  table_->setExpandsOnDoubleClick(false);
  table_->setIndentation(14);
  table_->header()->setDefaultSectionSize(108);
  table_->header()->setMinimumSectionSize(56);
  table_->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  table_->header()->setStretchLastSection(false);
  figure_->setObjectName("lensCurves");
  figure_->setAccessibleName(tr("Curves of words over the loops"));
  title_->setTextFormat(Qt::PlainText);
  title_->setObjectName("lensTitle");
  title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  quantity_->setObjectName("lensQuantity");
  quantity_->setAccessibleName(tr("Quantity of the curves"));
  quantity_->addItem(tr("Log-probability"), "logprob");
  quantity_->addItem(tr("Probability"), "prob");
  quantity_->addItem(tr("Rank"), "rank");
  words_->setObjectName("lensWords");
  words_->setPlaceholderText(tr("Track words, comma between"));
  words_->setAccessibleName(words_->placeholderText());
  words_->setClearButtonEnabled(true);
  rerun_->setObjectName("lensRerun");
  rerunLayers_->setObjectName("lensRerunLayers");

  auto* bar = new QHBoxLayout;
  bar->addWidget(words_, 1);
  bar->addWidget(quantity_);
  QToolButton* save = exportButton("lensExport");
  bar->addWidget(save);
  auto* wordRow = new QHBoxLayout;
  wordRow->addWidget(wordNotes_, 1);
  wordRow->addWidget(rerun_);
  auto* layerRow = new QHBoxLayout;
  layerRow->addWidget(layerNote_, 1);
  layerRow->addWidget(rerunLayers_);
  table_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);  // the page around it scrolls
  figure_->setMinimumHeight(zoomed(200));
  auto* content = new QWidget;
  auto* inner = new QVBoxLayout(content);
  inner->setContentsMargins(0, 0, 0, 0);
  inner->setSpacing(4);
  inner->addWidget(title_);
  inner->addWidget(table_);
  inner->addLayout(layerRow);
  inner->addWidget(figure_, 1);
  inner->addLayout(wordRow);
  inner->addLayout(bar);
  setContent(content, tr("Select a token to see what each loop would say next."));

  connect(save, &QToolButton::clicked, this, [this] { askExport(shown()); });
  connect(quantity_, &QComboBox::currentIndexChanged, this,
          [this] { state_.setLensQuantity(quantity_->currentData().toString()); });
  connect(words_, &QLineEdit::editingFinished, this, &LensView::takeWords);
  connect(table_, &QTreeView::clicked, this, [this](const QModelIndex& index) {
    if (model_->token() >= 0) state_.select(model_->token(), LensTableModel::loopOf(index));
  });
  connect(table_, &QTreeView::activated, this, [this](const QModelIndex& index) {
    if (model_->token() >= 0) state_.select(model_->token(), LensTableModel::loopOf(index));
  });
  connect(table_, &QTreeView::expanded, this, [this](const QModelIndex& index) {
    open_.insert(LensTableModel::loopOf(index));
    fitTable();
  });
  connect(table_, &QTreeView::collapsed, this, [this](const QModelIndex& index) {
    open_.erase(LensTableModel::loopOf(index));
    fitTable();
  });
  connect(model_, &QAbstractItemModel::modelReset, this, &LensView::restoreOpen);
  connect(rerun_, &QPushButton::clicked, this, [this] { askRerun(false); });
  connect(rerunLayers_, &QPushButton::clicked, this, [this] { askRerun(true); });
  connect(figure_, &LensCurvesFigure::loopClicked, this, [this](int loop) {
    if (model_->token() >= 0) state_.select(model_->token(), loop);
  });
  connect(figure_, &LensCurvesFigure::loopHovered, this,
          [this](int loop) { state_.hover(loop < 0 ? -1 : model_->token(), loop); });
}

void LensView::refresh(Changes what) {
  if (what & (Changed::Trace | Changed::Selection | Changed::Lens)) return reload();
  if (what & Changed::Readout) {
    model_->readoutChanged();
    if (model_->token() >= 0) figure_->setReadout(state_.readout());
  }
  if (what & Changed::Hover) {
    const int token = state_.hoveredToken() >= 0 ? state_.hoveredToken() : state_.selectedToken();
    if (token != shown_) showToken(token, token != state_.selectedToken());
  }
  if (what & Changed::Model) {
    showWords();
    showLayersHint();
  }
}

void LensView::themeChanged() {
  figure_->setTheme(theme_);
}

std::optional<FigureRequest> LensView::shown() const {
  std::optional<FigureRequest> wanted = request("lens");
  if (!wanted || state_.selectedToken() < 0) return {};
  wanted->recipe.token = state_.selectedToken();
  wanted->recipe.words = recordedWords(*state_.trace(), state_.trackedWords());
  wanted->recipe.lensQuantity = state_.lensQuantity();
  return wanted;
}

/// As high as all loops, and the layers of those that are open.
void LensView::fitTable() {
  int rows = model_->rowCount();
  for (int loop = 0; loop < model_->rowCount(); ++loop)
    if (const QModelIndex index = model_->index(loop, 0); table_->isExpanded(index))
      rows += model_->rowCount(index);
  const int row = std::max(table_->sizeHintForRow(0), table_->fontMetrics().height() + 4);
  table_->setFixedHeight(table_->header()->sizeHint().height() + rows * row +
                         table_->horizontalScrollBar()->sizeHint().height() +
                         2 * table_->frameWidth());
}

void LensView::reload() {
  quantity_->setCurrentIndex(std::max(0, quantity_->findData(state_.lensQuantity())));
  if (!words_->hasFocus()) words_->setText(state_.trackedWords().join(QStringLiteral(", ")));
  showToken(state_.trace() ? state_.selectedToken() : -1, false);
  showWords();
  showLayersHint();
}

void LensView::showToken(int token, bool preview) {
  const TracePtr trace = state_.trace();
  if (!trace || token >= trace->tokens()) token = -1;
  shown_ = token;
  model_->setToken(token);
  FigureRecipe recipe;
  recipe.kind = "lens";
  recipe.rule = state_.rule();
  recipe.token = token;
  recipe.words = state_.trackedWords();
  recipe.lensQuantity = state_.lensQuantity();
  figure_->setTrace(token >= 0 ? trace : nullptr, recipe);
  token >= 0 ? showContent() : showHint();
  if (token < 0) return title_->clear();
  figure_->setReadout(state_.readout());
  const QString text =
      tokenLabel(trace, trace->columns().tokenBytes[static_cast<std::size_t>(token)]);
  title_->setText((preview ? tr("After token %1 \u201c%2\u201d (under the pointer)")
                           : tr("After token %1 \u201c%2\u201d"))
                      .arg(QLocale().toString(token + 1), text));
  const int loop = state_.selectedLoop();
  if (!preview && loop >= 0 && loop < model_->rowCount()) {
    const QModelIndex row = model_->loopIndex(loop, 1);
    table_->selectionModel()->setCurrentIndex(row, QItemSelectionModel::ClearAndSelect);
    table_->scrollTo(row);
  }
}

void LensView::restoreOpen() {
  const std::set<int> open = open_;
  for (const int loop : open)
    if (loop < model_->rowCount()) table_->expand(model_->loopIndex(loop, 0));
  if (model_->columnCount() > 0) table_->setColumnWidth(0, model_->hasLayers() ? 104 : 76);
  table_->setRootIsDecorated(model_->hasLayers());
  fitTable();
}

void LensView::takeWords() {
  QStringList words;
  for (const QString& word : words_->text().split(',', Qt::SkipEmptyParts))
    if (const QString trimmed = word.trimmed(); !trimmed.isEmpty() && !words.contains(trimmed))
      words << trimmed;
  state_.setTrackedWords(words);
  showWords();
}

void LensView::showWords() {
  found_.clear();
  const TracePtr trace = state_.trace();
  QStringList notes;
  int missing = 0;
  const Tokenizer* tokenizer = workspace_.tokenizer();
  if (trace && tokenizer && !tokenizerFits(*trace, *tokenizer)) tokenizer = nullptr;
  if (trace)
    for (const QString& text : state_.trackedWords())
      found_.push_back(trackedWord(*trace, tokenizer, text.toStdString()));
  for (const TrackedWord& word : found_) {
    const QString text = QString::fromStdString(word.text);
    switch (word.record) {
      case WordRecord::Whole:
        break;  // as asked: nothing to say
      case WordRecord::Partly:
        ++missing;
        notes << tr("\u201c%1\u201d is recorded only where it was among the best %2.")
                     .arg(text, QString::number(trace->topK()));
        break;
      case WordRecord::Absent:
        ++missing;
        notes << tr("\u201c%1\u201d is not in this record.").arg(text);
        break;
      case WordRecord::SeveralTokens: {
        QStringList pieces;
        for (const std::string& piece : word.pieces)
          pieces << QStringLiteral("\u201c%1\u201d").arg(tokenDisplayText(piece));
        notes
            << tr("\u201c%1\u201d is %n token(s) to this model and has no single curve: %2. Track "
                  "one of them.",
                  nullptr, static_cast<int>(word.pieces.size()))
                   .arg(text, pieces.join(' '));
        break;
      }
      case WordRecord::Unknown:
        notes
            << tr("\u201c%1\u201d is not in this record; open the model that made it to track it.")
                   .arg(text);
        break;
    }
  }
  wordNotes_->setText(notes.join('\n'));
  wordNotes_->setVisible(!notes.isEmpty());
  rerun_->setText(tr("Run again to track %n word(s)", nullptr, missing));
  rerun_->setVisible(missing > 0 && tokenizer);
  rerun_->setToolTip(
      tr("Runs the same text on the loaded model, recording these words at every loop"));
}

void LensView::showLayersHint() {
  const TracePtr trace = state_.trace();
  const bool layers = trace && trace->info().captured.layers;
  const Tokenizer* tokenizer = workspace_.tokenizer();
  layerNote_->setText(
      layers && !trace->info().layerLensName.empty()
          ? tr("Rows within a loop (dimmed) are read through the maps of %1, then the final norm "
               "and the head.")
                .arg(shownName(trace->info().layerLensName))
      : layers ? tr("Rows within a loop (dimmed) read unfinished states through the final norm and "
                    "the head, which were trained for whole loops: a hint, not the model's word.")
               : tr("Layers within the loops are not in this record."));
  layerNote_->setVisible(trace != nullptr);
  rerunLayers_->setVisible(trace && !layers && tokenizer && tokenizerFits(*trace, *tokenizer));
}

void LensView::askRerun(bool layers) {
  const TracePtr trace = state_.trace();
  if (!trace) return;
  // What the record holds is recorded again, its tracked tokens by their ids: a re-run adds.
  RunWish wish;
  wish.capture = trace->info().captured;
  wish.capture.layers |= layers;
  for (const std::int32_t id : trace->info().tracked) wish.track << QStringLiteral("#%1").arg(id);
  for (const TrackedWord& word : found_)
    if (const QString text = QString::fromStdString(word.text);
        (word.record == WordRecord::Absent || word.record == WordRecord::Partly) &&
        !wish.track.contains(text))
      wish.track << text;
  emit intents_.rerunAsked(wish);
}

}  // namespace ouroscope
