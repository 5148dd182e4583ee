// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/RunOptions.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>
#include <limits>

#include "core/run/LoadedModel.h"
#include "ui/window/CaptureOptions.h"
#include "ui/window/ExitRuleOptions.h"
#include "ui/window/ModelOptions.h"
#include "ui/window/OptionParts.h"
#include "ui/window/PromptOptions.h"

namespace ouroscope {
namespace {

const RunOrder kDefault;

QSpinBox* spin(const char* name, int low, int high, int value) {
  auto* box = new QSpinBox;
  box->setObjectName(name);
  box->setRange(low, high);
  box->setValue(value);
  return box;
}

QLineEdit* words(const char* name, const QString& tip) {
  auto* line = new QLineEdit;
  line->setObjectName(name);
  line->setPlaceholderText(RunOptions::tr("word, #123"));
  line->setToolTip(tip);
  return line;
}

void addWords(std::vector<std::string>& to, const QString& list) {
  for (const QString& word : list.split(',', Qt::SkipEmptyParts))
    if (!word.trimmed().isEmpty()) to.push_back(word.trimmed().toStdString());
}

QGroupBox* group(const QString& title, QWidget* content) {
  auto* box = new QGroupBox(title);
  auto* column = new QVBoxLayout(box);
  column->addWidget(content);
  return box;
}

}  // namespace

RunOptions::RunOptions(QWidget* parent)
    : QFrame(parent, Qt::Popup),
      prompt_(new PromptOptions),
      model_(new ModelOptions),
      exitRule_(new ExitRuleOptions),
      track_(words("trackWords",
                   tr("Their probability and rank are kept at every loop; #123 is a token id"))),
      stops_(words("stopWords", tr("Generation stops after one of these too, each one token; #123 "
                                   "is a token id"))),
      topK_(spin("topK", 1, 1000, kDefault.topK)),
      draftLoops_(spin("draftLoops", 0, kMaxLoops - 1, 0)),
      draftTokens_(spin("draftTokens", 1, 64, kDefault.speculation.draftTokens)),
      startSeed_(spin("startSeed", 0, std::numeric_limits<int>::max(), 0)),
      modelStops_(optionBox("modelStops", tr("at the model's own stop tokens"))),
      context_(optionBox("withinContext", tr("at the longest context of the model"))),
      capture_(new CaptureOptions),
      drafts_(new QFormLayout) {
  setObjectName("runOptions");
  setFrameShape(QFrame::StyledPanel);
  draftLoops_->setSpecialValueText(tr("off"));
  draftLoops_->setToolTip(
      tr("Drafts tokens with fewer loops and verifies them together: the same text and record"));
  startSeed_->setToolTip(
      tr("The loops of this model start from noise, which is a function of this seed"));
  modelStops_->setChecked(true);
  modelStops_->setToolTip(
      tr("The end of the text, and in a conversation the end of the turn; without it a run has all "
         "the tokens that are asked for"));
  context_->setToolTip(tr("Without it a run goes on beyond what the model was made for"));

  const auto column = [](std::initializer_list<QWidget*> widgets) {
    auto* box = new QVBoxLayout;
    for (QWidget* each : widgets) box->addWidget(each);
    return box;
  };
  auto* ending = new QWidget;
  auto* ends = new QFormLayout(ending);
  ends->setContentsMargins({});
  ends->addRow({}, modelStops_);
  optionRow(*ends, tr("and at"), stops_);
  ends->addRow({}, context_);
  auto* recorded = new QWidget;
  auto* record = new QFormLayout(recorded);
  record->setContentsMargins({});
  optionRow(*record, tr("Words to track"), track_);
  optionRow(*record, tr("Words kept per loop"), topK_);
  record->addRow(new QLabel(tr("Keep also:")));
  record->addRow(capture_);
  auto* running = new QWidget;
  running->setLayout(drafts_);
  drafts_->setContentsMargins({});
  drafts_->addRow(tr("Tokens stop by"), exitRule_);
  optionRow(*drafts_, tr("Loops to draft with"), draftLoops_);
  optionRow(*drafts_, tr("Tokens per draft"), draftTokens_);
  optionRow(*drafts_, tr("Seed of the start"), startSeed_);

  auto* left = column({group(tr("Prompt"), prompt_), group(tr("The run ends"), ending)});
  left->addStretch(1);
  modelGroup_ = group(tr("The model"), model_);
  auto* right =
      column({group(tr("Recorded"), recorded), group(tr("How it runs"), running), modelGroup_});
  right->addStretch(1);
  auto* both = new QHBoxLayout(this);
  both->addLayout(left, 1);
  both->addLayout(right, 1);

  connect(prompt_, &PromptOptions::edited, this, &RunOptions::edited);
  connect(exitRule_, &ExitRuleOptions::edited, this, &RunOptions::edited);
  connect(model_, &ModelOptions::modelAsked, this, &RunOptions::modelAsked);
  for (QLineEdit* line : {track_, stops_})
    connect(line, &QLineEdit::textChanged, this, &RunOptions::edited);
  for (QSpinBox* box : {topK_, draftLoops_, draftTokens_, startSeed_})
    connect(box, &QSpinBox::valueChanged, this, &RunOptions::edited);
  for (QCheckBox* box : {modelStops_, context_})
    connect(box, &QCheckBox::toggled, this, &RunOptions::edited);
  connect(capture_, &CaptureOptions::edited, this, &RunOptions::edited);
  setModel(nullptr);
}

void RunOptions::setModel(const ModelPtr& model) {
  prompt_->setModel(model);
  model_->setModel(model);
  exitRule_->setModel(model);
  modelGroup_->setVisible(model_->hasChoices());
  drafts_->setRowVisible(startSeed_, model && model->folder.spec.start == StartState::Noise);
}

void RunOptions::setShown(const TracePtr& trace) {
  prompt_->setShown(trace);
}

void RunOptions::fill(RunOrder& order, const QString& prompt) const {
  prompt_->fill(order, prompt);
  exitRule_->fill(order);
  order.topK = topK_->value();
  addWords(order.track, track_->text());
  order.stop.asModel = modelStops_->isChecked();
  addWords(order.stop.words, stops_->text());
  order.withinContext = context_->isChecked();
  order.capture = capture_->capture();
  order.lensFile = capture_->lensFile();
  order.speculation.draftLoops = draftLoops_->value();
  order.speculation.draftTokens = draftTokens_->value();
  order.startSeed = startSeed_->value();
}

QJsonObject RunOptions::toJson() const {
  QJsonObject json;
  prompt_->addTo(json);
  exitRule_->addTo(json);
  if (!track_->text().isEmpty()) json["track"] = track_->text();
  if (!stops_->text().isEmpty()) json["stop"] = stops_->text();
  if (!modelStops_->isChecked()) json["no_stop"] = true;
  if (topK_->value() != kDefault.topK) json["top_k"] = topK_->value();
  capture_->addTo(json);
  if (context_->isChecked()) json["within_context"] = true;
  if (draftLoops_->value() > 0) json["draft_loops"] = draftLoops_->value();
  if (draftTokens_->value() != kDefault.speculation.draftTokens)
    json["draft_tokens"] = draftTokens_->value();
  if (startSeed_->value() > 0) json["start_seed"] = startSeed_->value();
  return json;
}

void RunOptions::fromJson(const QJsonObject& json) {
  prompt_->fromJson(json);
  exitRule_->fromJson(json);
  track_->setText(json["track"].toString());
  stops_->setText(json["stop"].toString());
  modelStops_->setChecked(!json["no_stop"].toBool());
  topK_->setValue(json["top_k"].toInt(kDefault.topK));
  capture_->fromJson(json);
  context_->setChecked(json["within_context"].toBool());
  draftLoops_->setValue(json["draft_loops"].toInt());
  draftTokens_->setValue(json["draft_tokens"].toInt(kDefault.speculation.draftTokens));
  startSeed_->setValue(json["start_seed"].toInt());
}

}  // namespace ouroscope
