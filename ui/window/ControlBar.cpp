// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ControlBar.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>
#include <utility>

#include "core/analysis/ReplayStatus.h"
#include "core/record/RunSettings.h"
#include "core/run/LoadedModel.h"
#include "ui/base/Glossary.h"
#include "ui/base/Language.h"
#include "ui/base/Names.h"
#include "ui/base/PlainText.h"
#include "ui/base/Theme.h"
#include "ui/base/TokenLabels.h"
#include "ui/base/Zoom.h"
#include "ui/session/Workspace.h"
#include "ui/views/WrapLayout.h"
#include "ui/window/PromptEdit.h"
#include "ui/window/RunOptions.h"

namespace ouroscope {
ControlBar::ControlBar(ViewState& state, QWidget* parent)
    : QWidget(parent),
      state_(state),
      modelText_(new QLabel),
      badge_(new QLabel),
      summary_(new QLabel),
      prompt_(new PromptEdit),
      run_(new QPushButton(tr("Run"))),
      stop_(new QPushButton(tr("Stop"))),
      more_(new QToolButton),
      options_(new RunOptions(this)),
      loops_(new QSpinBox),
      generate_(new QSpinBox),
      gate_(new QComboBox),
      shade_(new QComboBox) {
  setObjectName("controlBar");
  modelText_->setObjectName("modelText");
  modelText_->setTextFormat(Qt::PlainText);
  modelText_->setText(tr("No model loaded"));
  prompt_->setObjectName("prompt");
  prompt_->setAccessibleName(tr("Prompt"));
  prompt_->setPlaceholderText(tr("Prompt (Ctrl+Return runs it)"));
  prompt_->setTabChangesFocus(true);
  prompt_->setFixedHeight(QFontMetrics(prompt_->font()).lineSpacing() * 2 + 14);
  prompt_->setAcceptDrops(false);  // files are dropped on the window
  run_->setObjectName("run");
  run_->setDefault(true);
  stop_->setObjectName("stop");
  stop_->setEnabled(false);
  more_->setObjectName("moreOptions");
  more_->setToolTip(
      tr("More options for runs: conversations, where a run ends, what is recorded, the model"));
  more_->setAccessibleName(tr("More options for runs"));
  loops_->setObjectName("loops");
  loops_->setRange(1, kMaxLoops);
  loops_->setValue(4);
  loops_->setPrefix(tr("Loops ", "spin box prefix"));
  loops_->setToolTip(tr("Loops to record; also beyond the trained number"));
  loops_->setAccessibleName(tr("Loops to record"));
  generate_->setObjectName("generate");
  generate_->setRange(0, 4096);
  generate_->setPrefix(tr("Generate ", "spin box prefix"));
  generate_->setToolTip(tr("Tokens to generate after the prompt"));
  generate_->setAccessibleName(tr("Tokens to generate"));
  badge_->setObjectName("badge");
  badge_->setTextFormat(Qt::PlainText);
  badge_->setForegroundRole(QPalette::PlaceholderText);
  summary_->setObjectName("summary");
  summary_->setTextFormat(Qt::PlainText);
  gate_->setToolTip(tr("Which of the recorded exit gates decides where a token is read") + '\n' +
                    glossarySentence("gate"));
  shade_->setToolTip(tr("What the colour of every token in the text says"));
  gate_->setObjectName("gate");
  shade_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  shade_->setMinimumContentsLength(16);
  gate_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  gate_->setAccessibleName(tr("Exit gate"));
  shade_->setObjectName("shade");
  shade_->setAccessibleName(tr("Shade the text by"));
  for (const Measure* m : tokenMeasures()) shade_->addItem(tokenMeasureName(*m), measureId(*m));

  auto* buttons = new QGridLayout;
  buttons->addWidget(loops_, 0, 0);
  buttons->addWidget(generate_, 1, 0);
  buttons->addWidget(run_, 0, 1);
  buttons->addWidget(stop_, 1, 1);
  buttons->addWidget(more_, 0, 2);
  buttons->setSpacing(4);
  auto* top = new QHBoxLayout;
  top->addWidget(prompt_, 1);
  top->addLayout(buttons);
  const auto group = [](std::initializer_list<QWidget*> widgets) {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : widgets) row->addWidget(widget);
    return box;
  };
  auto* gateLabel = new QLabel(tr("Gate"));
  gateLabel->setObjectName("gateLabel");
  auto* status = new WrapLayout(12);
  status->addWidget(group({gateLabel, gate_}));
  status->addWidget(group({new QLabel(tr("Shade")), shade_}));
  status->addWidget(summary_);
  status->addWidget(badge_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kTextEdge, 8, 8, 6);
  column->setSpacing(6);
  column->addLayout(top);
  column->addLayout(status);

  connect(prompt_, &QPlainTextEdit::textChanged, this, &ControlBar::edited);
  connect(loops_, &QSpinBox::valueChanged, this, &ControlBar::edited);
  connect(generate_, &QSpinBox::valueChanged, this, &ControlBar::edited);
  connect(run_, &QPushButton::clicked, this, &ControlBar::runAsked);
  connect(more_, &QToolButton::clicked, this, [this] {
    options_->adjustSize();
    options_->move(more_->mapToGlobal(QPoint(more_->width() - options_->width(), more_->height())));
    options_->show();
  });
  connect(options_, &RunOptions::edited, this, &ControlBar::markOptions);
  connect(options_, &RunOptions::edited, this, &ControlBar::edited);
  connect(options_, &RunOptions::modelAsked, this, &ControlBar::modelAsked);
  markOptions();
  connect(stop_, &QPushButton::clicked, this, &ControlBar::stopAsked);
  connect(gate_, &QComboBox::currentIndexChanged, this, &ControlBar::readGate);
  connect(shade_, &QComboBox::currentIndexChanged, this, [this] {
    state_.setTokenMeasure(measure(shade_->currentData().toString().toStdString()));
  });
  connect(&state_, &ViewState::tokenMeasureChanged, this,
          [this] { shade_->setCurrentIndex(shade_->findData(measureId(state_.tokenMeasure()))); });
  connect(&state_, &ViewState::traceChanged, this, [this] {
    fillGates();
    options_->setShown(state_.trace());
  });
  connect(&state_, &ViewState::readoutChanged, this, &ControlBar::showState);
  // A window that was built again, in another language, has its trace already.
  fillGates();
  options_->setShown(state_.trace());
}

void ControlBar::setModel(ModelPtr model) {
  model_ = std::move(model);
  options_->setModel(model_);
  if (!model_) return modelText_->setText(tr("No model loaded"));
  modelText_->setText(tr("Open model: %1 \u00b7 %2 \u00b7 %3 \u00b7 trained with %4 loops")
                          .arg(shownName(model_->folder.name),
                               model_->backend->precision() == Precision::BF16 ? "bf16" : "f32",
                               shownName(model_->backend->device()))
                          .arg(model_->folder.config.trainedLoops));
  if (std::exchange(keepLoops_, false)) return;
  const QSignalBlocker quiet(loops_);  // nobody has edited anything
  loops_->setValue(model_->folder.spec.usualLoops());
}

void ControlBar::setRunning(bool running) {
  run_->setEnabled(!running);
  stop_->setEnabled(running);
}

void ControlBar::setPrompt(const QString& text, int loops, int generate) {
  prompt_->setPlainText(text);
  if (loops > 0) loops_->setValue(loops);
  generate_->setValue(generate);
}

RunOrder ControlBar::order() const {
  RunOrder order;
  options_->fill(order, prompt_->toPlainText());
  order.loops = loops_->value();
  order.generate = generate_->value();
  return order;
}

int ControlBar::generate() const {
  return generate_->value();
}

/// A dot says that a run will differ from the default.
void ControlBar::markOptions() {
  more_->setText(options_->isDefault() ? QStringLiteral("\u2026") : QStringLiteral("\u2026\u2022"));
}

void ControlBar::focusPrompt() {
  prompt_->setFocus();
  prompt_->selectAll();
}

void ControlBar::setPromptNote(PromptNote note, const QString& recorded) {
  switch (note) {
    case PromptNote::None:
      return prompt_->setNote({}, {});
    case PromptNote::Changed:
      return prompt_->setNote(tr("changed, not run"),
                              tr("The picture is of the prompt before: Run makes the new one."));
    case PromptNote::Halves:
      return prompt_->setNote(
          tr("half characters"),
          tr("This prompt has half characters, which cannot be typed: Run would "
             "run another text."));
    case PromptNote::TooLong:
      return prompt_->setNote(tr("too long to show"),
                              tr("The prompt of this trace is too long for this box."));
    case PromptNote::NoPuzzle:
      return prompt_->setNote(
          tr("not for the puzzle model"),
          tr("The open model knows its seven games only and makes nothing of this text. Examples "
             "of them are in the Run menu; a model that writes English is under File, Get the "
             "language demo."));
    case PromptNote::OtherModel:
      return prompt_->setNote(
          tr("recorded with %1").arg(recorded),
          model_ ? tr("This picture was recorded with %1. Run takes the model that is open, %2.")
                       .arg(recorded, shownName(model_->folder.name))
                 : QString(),
          false);
  }
}

QJsonObject ControlBar::toJson() const {
  QJsonObject json{{"prompt", prompt_->toPlainText()},
                   {"loops", loops_->value()},
                   {"generate", generate_->value()}};
  if (!options_->isDefault()) json["options"] = options_->toJson();
  return json;
}

void ControlBar::fromJson(const QJsonObject& json) {
  setPrompt(json["prompt"].toString(), json["loops"].toInt(), json["generate"].toInt());
  options_->fromJson(json["options"].toObject());
  keepLoops_ = !model_ && json.contains("loops");
}

void ControlBar::readGate() {
  if (updating_) return;
  ReadoutRule rule = state_.rule();
  rule.gate = std::max(0, gate_->currentIndex());
  state_.setRule(rule);
}

void ControlBar::fillGates() {
  updating_ = true;
  gate_->clear();
  if (const TracePtr trace = state_.trace()) {
    const TraceInfo& info = trace->info();
    gate_->addItem(!info.gated             ? tr("none", "exit gate")
                   : info.gateName.empty() ? tr("the model's")
                                           : shownName(info.gateName));
    gate_->setItemData(0, gateMeaning(info.gateName), Qt::ToolTipRole);
    for (const std::string& name : info.otherGates) {
      gate_->addItem(shownName(name));
      gate_->setItemData(gate_->count() - 1, gateMeaning(name), Qt::ToolTipRole);
    }
    gate_->setCurrentIndex(state_.rule().gate);
  }
  offerMeasures(*shade_, state_.trace().get(), state_.rule().gate);
  shade_->setCurrentIndex(shade_->findData(measureId(state_.tokenMeasure())));
  updating_ = false;
  showState();
}

void ControlBar::showState() {
  const TracePtr trace = state_.trace();
  gate_->setEnabled(trace && (gate_->count() > 1 || trace->hasGate(state_.rule().gate)));
  shade_->setEnabled(trace != nullptr);
  if (trace) return showReading(*trace, state_.readout());
  summary_->clear();
  badge_->clear();
  badge_->setStyleSheet({});
}

void ControlBar::showReading(const Trace& trace, const Readout& read) {
  const QLocale locale;
  const QString stopped = stoppedText(trace);
  summary_->setText(
      tr("%1 \u00b7 read at loop %2 of %3 on average", "tokens, or that the run was stopped")
          .arg(stopped.isEmpty() ? tr("%1 tokens").arg(locale.toString(trace.tokens())) : stopped,
               localNumber(read.meanLoops, 2))
          .arg(trace.loops()));
  const Replay replay = replayOf(trace, read);
  const AnswerChange& change = state_.change();
  const QString others =
      change.changed > 0
          ? tr("%1 of %2 best words are others than at full depth.")
                .arg(locale.toString(change.changed), locale.toString(change.compared))
          : tr("All best words are those of full depth.");
  QString text, tip;
  bool good = false;
  if (const QString broken = notNumbersText(state_.trace()); !broken.isEmpty()) {
    text = tr("values are missing");
    tip = broken;
  } else if (replay.status == ReplayStatus::NeedsRerun) {
    text = tr("needs a re-run (token %1)").arg(replay.token + 1);
    tip = tr("The text after this token would be another one: run again to see it.");
  } else if (replay.status == ReplayStatus::Branches) {
    text = tr("would branch from token %1").arg(replay.token + 1);
    tip = tr("The text after this token would be another one: run again to see it.");
  } else if (change.answer()) {
    const auto word = [&](std::int32_t id) {
      return QStringLiteral("\u201c%1\u201d").arg(tokenLabel(state_.trace(), trace.word(id), 12));
    };
    text = tr("answer changed: %1, full depth says %2", "two words")
               .arg(word(change.now), word(change.full));
    tip = tr("Read like this, the best word after the prompt is another one than at full depth.") +
          '\n' + others;
  } else {
    good = true;
    text = tr("exact replay");
    tip = tr("For this fixed text the record says exactly what fewer loops would have said.") +
          '\n' + others;
  }
  badge_->setText(text);
  // Amber warns; what is as it should be is said in quiet ink. A style costs more than a word, so
  // it is set only where it is another.
  if (const QString style = good ? QString() : warningPill(); style != badge_->styleSheet()) {
    badge_->setForegroundRole(good ? QPalette::PlaceholderText : QPalette::WindowText);
    badge_->setStyleSheet(style);
  }
  badge_->setToolTip(plainTip(tip));
}

}  // namespace ouroscope
