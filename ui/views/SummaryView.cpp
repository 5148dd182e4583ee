// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/SummaryView.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/analysis/TraceTables.h"
#include "ui/base/PlainText.h"
#include "ui/base/RunWords.h"
#include "ui/base/TokenLabels.h"
#include "ui/figures/plots/ExitRulesFigure.h"
#include "ui/views/DepthHistogram.h"

namespace ouroscope {
namespace {

QString plain(const std::string& s) {
  return shownName(s);
}

QLabel* heading(const QString& text) {
  auto* label = new QLabel(text);
  QFont font = label->font();
  font.setBold(true);
  label->setFont(font);
  return label;
}

void clear(QLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    if (QWidget* widget = item->widget()) {
      widget->hide();
      widget->deleteLater();  // it may be the button whose click led here
    }
    delete item;
  }
}

}  // namespace

SummaryView::SummaryView(const ViewContext& context, QWidget* parent)
    : TraceView(context, Changed::Trace | Changed::Readout | Changed::Model, parent),
      content_(new QWidget),
      title_(new QLabel),
      depth_(new QLabel),
      histogram_(new DepthHistogram(context.state)),
      strikes_(new QVBoxLayout),
      facts_(new QGridLayout) {
  setObjectName("summaryView");
  setAccessibleName(tr("Summary of the trace"));
  auto* column = new QVBoxLayout(content_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(6);
  title_->setObjectName("summaryTitle");
  title_->setTextFormat(Qt::PlainText);
  title_->setWordWrap(true);
  QFont large = title_->font();
  large.setPointSizeF(large.pointSizeF() * 1.35);
  large.setBold(true);
  title_->setFont(large);
  depth_->setObjectName("summaryDepth");
  depth_->setTextFormat(Qt::PlainText);
  depth_->setWordWrap(true);
  strikes_->setSpacing(2);
  facts_->setHorizontalSpacing(14);
  facts_->setVerticalSpacing(3);
  facts_->setColumnStretch(1, 1);
  column->addWidget(title_);
  column->addWidget(depth_);
  column->addWidget(histogram_);
  column->addSpacing(6);
  column->addWidget(heading(tr("Where to look first")));
  column->addLayout(strikes_);
  column->addSpacing(6);
  column->addWidget(heading(tr("How it was made")));
  column->addLayout(facts_);
  column->addStretch(1);
  setContent(content_, tr("Nothing is recorded yet: run a prompt or open a trace."));
}

void SummaryView::refresh(Changes what) {
  histogram_->refresh(what);
  what&(Changed::Trace | Changed::Model) ? reload() : showDepth();
}

void SummaryView::themeChanged() {
  histogram_->setTheme(theme_);
}

void SummaryView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  // Buttons with a style sheet keep the colours of the palette they were made under.
  if (event->type() == QEvent::PaletteChange && state_.trace()) changed(Changed::Trace);
}

void SummaryView::reload() {
  const TracePtr trace = state_.trace();
  trace ? showContent() : showHint();
  clear(strikes_);
  clear(facts_);
  striking_.clear();
  if (!trace) return;
  title_->setText(plain(trace->info().modelName));
  showDepth();
  showStriking(*trace);
  showFacts(*trace);
}

void SummaryView::showDepth() {
  const TracePtr trace = state_.trace();
  if (!trace) return;
  const QString depth =
      tr("%n token(s), read at loop %1 of %2 on average", nullptr, trace->tokens())
          .arg(QLocale().toString(state_.readout().meanLoops, 'f', 2))
          .arg(trace->loops());
  const QString stopped = stoppedText(*trace);
  depth_->setText(stopped.isEmpty()
                      ? depth
                      : tr("The run was %1.", "stopped after 3 of 5 tokens").arg(stopped) + ' ' +
                            depth);
}

void SummaryView::showStriking(const Trace& trace) {
  // By the trace's own gate at full depth: where to look does not change under a moving slider.
  striking_ = *whatStrikes(state_.trace());
  const QLocale locale;
  for (const StrikingToken& strike : striking_) {
    const auto i = static_cast<std::size_t>(strike.token);
    const QString value = locale.toString(strike.value, 'f', 2);
    const QString whole = locale.toString(strike.value, 'f', 0);
    QString why;
    switch (strike.strike) {
      case Strike::Deepest:
        why = tr("deepest: expected depth %1").arg(value);
        break;
      case Strike::MostFlips:
        why = tr("changes its best word %n time(s)", nullptr, static_cast<int>(strike.value));
        break;
      case Strike::RightThenLost:
        why = tr("had the next word right and lost it: %1 nats").arg(value);
        break;
      case Strike::LateChange:
        why = tr("most changed by the last loop: KL %1 nats").arg(value);
        break;
      case Strike::LatestCommit:
        why = tr("commits latest: at loop %1").arg(whole);
        break;
    }
    const QString text = tr("Token %1 \u201c%2\u201d", "position and text")
                             .arg(locale.toString(strike.token + 1),
                                  tokenLabel(state_.trace(), trace.columns().tokenBytes[i], 18));
    const QString line = text + QStringLiteral(" \u2014 ") + why;
    auto* button = new QPushButton(plainLabel(line));
    button->setObjectName(QStringLiteral("strike%1").arg(strikes_->count()));
    button->setFlat(true);
    button->setCursor(Qt::PointingHandCursor);
    button->setStyleSheet(QStringLiteral("text-align: left; padding: 3px 6px;"));
    // A narrow dock cuts the end of the sentence; the tool tip has all of it.
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setToolTip(plainTip(line));
    const int token = strike.token;
    connect(button, &QPushButton::clicked, this, [this, token] {
      state_.select(token);
      emit intents_.viewAsked("lens");
    });
    strikes_->addWidget(button);
  }
  if (striking_.empty()) {
    auto* none = new QLabel(tr("Nothing stands out: no token changes its best word."));
    none->setWordWrap(true);
    none->setForegroundRole(QPalette::PlaceholderText);
    strikes_->addWidget(none);
  }
}

void SummaryView::addFact(const char* name, const QString& label, const QString& value) {
  auto* key = new QLabel(label);
  key->setForegroundRole(QPalette::PlaceholderText);
  key->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  auto* text = new QLabel(value);
  text->setObjectName(QStringLiteral("fact-") + QLatin1String(name));
  text->setTextFormat(Qt::PlainText);
  text->setWordWrap(true);
  text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  text->setAccessibleName(label);
  facts_->addWidget(key, factRows_, 0);
  facts_->addWidget(text, factRows_++, 1);
}

void SummaryView::showFacts(const Trace& trace) {
  const TraceInfo& info = trace.info();
  const QLocale locale;
  factRows_ = 0;
  const auto add = [this](const char* name, const QString& label, const QString& value) {
    addFact(name, label, value);
  };
  const int tokens = trace.tokens(), generated = tokens - info.promptTokens;
  add("model", tr("Model"),
      tr("%1, weights SHA-256 %2\u2026")
          .arg(plain(info.modelName), plain(info.weightsSha256.substr(0, 12))));
  add("dtype", tr("Arithmetic"),
      tr("%1 on %2", "number type, device").arg(plain(info.dtype), plain(info.device)));
  add("shape", tr("Shape"),
      tr("%1 layers, hidden size %2, %3 words")
          .arg(locale.toString(info.layers), locale.toString(info.hiddenSize),
               locale.toString(info.vocabSize)));
  add("tokenizer", tr("Tokenizer"), plain(info.tokenizerKind));
  add("tokens", tr("Tokens"),
      generated > 0 ? tr("%1 prompt, %2 generated")
                          .arg(locale.toString(info.promptTokens), locale.toString(generated))
                    : tr("%1 prompt, none generated").arg(locale.toString(tokens)));
  if (const QString stopped = stoppedText(trace); !stopped.isEmpty())
    add("stopped", tr("Run"), stopped);
  if (const QString ended = runEndText(state_.trace()); !ended.isEmpty())
    add("ended", tr("Ended"), ended);
  if (const QString turns = turnsText(trace); !turns.isEmpty())
    add("turns", tr("Conversation"), turns);
  if (!info.dropped.empty()) add("dropped", tr("Left out"), leftOutText(trace));
  if (const QString broken = notNumbersText(state_.trace()); !broken.isEmpty())
    add("not-numbers", tr("Not numbers"), broken);
  if (const int made = workspace_.contextOf(trace); made > 0 && tokens > made)
    add("context", tr("Context"),
        tr("longer than the %1 positions that the model was made for: what comes after token %1 is "
           "beyond its training")
            .arg(locale.toString(made)));
  add("loops", tr("Loops"),
      trace.loops() > info.loopsTrained
          ? tr("%1 recorded, trained with %2: the last are beyond training")
                .arg(trace.loops())
                .arg(info.loopsTrained)
          : tr("%1 recorded, trained with %2").arg(trace.loops()).arg(info.loopsTrained));
  add("exit", tr("Exit rule"),
      !info.criterion.isGate()
          ? exitRuleTitle({info.criterion.kind, 0, ScoreBasis::Exact, {}}, info) +
                QStringLiteral(": ") + locale.toString(info.criterion.threshold, 'g', 3)
      : info.exitThreshold >= 1 || !info.gated
          ? tr("none: read at the last loop")
          : tr("first loop whose cumulative exit probability reaches %1; the last takes the rest")
                .arg(locale.toString(info.exitThreshold, 'g', 3)));
  QStringList gates;
  gates << (!info.gated             ? tr("none: this model has no exit gate")
            : info.gateName.empty() ? tr("the model's")
                                    : plain(info.gateName));
  for (const std::string& gate : info.otherGates) gates << plain(gate);
  add("gates", tr("Gates"), gates.join(QStringLiteral(", ")));
  add("kv", tr("Keys and values"),
      info.kvPolicy == "full"
          ? tr("full: every loop was run, an exit only chooses which is read")
          : tr("%1: loops after an exit were truly skipped").arg(plain(info.kvPolicy)));
  if (generated > 0)
    add("sampling", tr("Sampling"),
        info.sampling.temperature <= 0
            ? tr("greedy")
            : tr("temperature %1, top-p %2, seed %3")
                  .arg(locale.toString(static_cast<double>(info.sampling.temperature), 'g', 3),
                       locale.toString(static_cast<double>(info.sampling.topP), 'g', 3),
                       QString::number(info.sampling.seed)));
  QStringList captured{tr("%n candidate(s) a loop", nullptr, trace.topK())};
  if (info.captured.hidden) captured << tr("hidden states");
  if (info.captured.logits) captured << tr("logits");
  if (info.captured.layers) captured << tr("layers within loops");
  if (info.captured.layerNumbers && !info.captured.layers) captured << tr("numbers of the layers");
  if (info.captured.similarity) captured << tr("similarity of the layers");
  if (info.captured.attention) captured << tr("attention of the heads");
  if (const std::vector<int>& kept = info.captured.stateLayers; !kept.empty())
    captured << tr("states of layers %1").arg(QString::fromStdString(layerListText(kept)));
  QStringList absent;
  if (!info.captured.hidden) absent << tr("hidden states");
  if (!info.captured.logits) absent << tr("logits");
  if (!info.captured.layers) absent << tr("layers within loops");
  add("captured", tr("Captured"), captured.join(QStringLiteral(", ")));
  if (!absent.isEmpty()) add("absent", tr("Not captured"), absent.join(QStringLiteral(", ")));
  if (!info.tracked.empty()) {
    QStringList words;
    for (const std::int32_t id : info.tracked) words << tokenLabel(state_.trace(), trace.word(id));
    add("tracked", tr("Tracked words"), words.join(QStringLiteral(", ")));
  }
  add("tool", tr("Made by"), tr("Ouroscope %1").arg(plain(info.toolVersion)));
}

}  // namespace ouroscope
