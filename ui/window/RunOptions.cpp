// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/RunOptions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "core/run/LoadedModel.h"
#include "core/text/WordToken.h"
#include "ui/base/PlainText.h"

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

QCheckBox* check(const char* name, const QString& text) {
  auto* box = new QCheckBox(text);
  box->setObjectName(name);
  return box;
}

}  // namespace

RunOptions::RunOptions(QWidget* parent)
    : QFrame(parent, Qt::Popup),
      kind_(new QComboBox),
      gate_(new QComboBox),
      track_(new QLineEdit),
      topK_(spin("topK", 1, 1000, kDefault.topK)),
      draftLoops_(spin("draftLoops", 0, kMaxLoops - 1, 0)),
      draftTokens_(spin("draftTokens", 1, 64, kDefault.speculation.draftTokens)),
      hidden_(check("captureHidden", tr("hidden states"))),
      logits_(check("captureLogits", tr("logits"))),
      layers_(check("captureLayers", tr("layers within the loops"))) {
  setObjectName("runOptions");
  setFrameShape(QFrame::StyledPanel);
  kind_->setObjectName("promptKind");
  kind_->addItem(tr("Text"), "text");
  kind_->addItem(tr("Chat"), "chat");
  kind_->addItem(tr("Chat with thinking"), "think");
  kind_->addItem(tr("Token ids"), "tokens");
  track_->setObjectName("trackWords");
  track_->setPlaceholderText(tr("word, #123"));
  track_->setToolTip(tr("Their probability and rank are kept at every loop; #123 is a token id"));
  draftLoops_->setSpecialValueText(tr("off"));
  draftLoops_->setToolTip(
      tr("Drafts tokens with fewer loops and verifies them together: the same text and record"));
  gate_->setObjectName("decidingGate");
  gate_->setToolTip(tr("Choosing another one opens the model again"));

  auto* captures = new QVBoxLayout;
  for (QCheckBox* box : {hidden_, logits_, layers_}) {
    captures->addWidget(box);
    connect(box, &QCheckBox::toggled, this, &RunOptions::edited);
  }
  auto* form = new QFormLayout(this);
  const auto row = [&](const QString& label, QWidget* widget) {
    widget->setAccessibleName(label);
    form->addRow(label, widget);
  };
  row(tr("Send the prompt as"), kind_);
  row(tr("Words to track"), track_);
  row(tr("Words kept per loop"), topK_);
  form->addRow(tr("Keep also"), captures);
  row(tr("Loops to draft with"), draftLoops_);
  row(tr("Tokens per draft"), draftTokens_);
  row(tr("Gate that decides exits"), gate_);

  connect(kind_, &QComboBox::currentIndexChanged, this, &RunOptions::edited);
  connect(track_, &QLineEdit::textChanged, this, &RunOptions::edited);
  for (QSpinBox* box : {topK_, draftLoops_, draftTokens_})
    connect(box, &QSpinBox::valueChanged, this, &RunOptions::edited);
  connect(gate_, &QComboBox::activated, this,
          [this] { emit gateAsked(gate_->currentData().toString()); });
  setModel(nullptr);
}

void RunOptions::setModel(const ModelPtr& model) {
  const QSignalBlocker quiet(gate_);
  gate_->clear();
  if (model) {
    gate_->addItem(model->gateName.empty() ? tr("the model's") : shownName(model->gateName),
                   QString::fromStdString(model->gateName));
    for (const ExitGate& gate : model->otherGates)
      gate_->addItem(shownName(gate.name), QString::fromStdString(gate.name));
  }
  gate_->setEnabled(gate_->count() > 1);
}

void RunOptions::fill(RunOrder& order, const QString& prompt) const {
  const std::string text = prompt.toStdString();
  const QString kind = kind_->currentData().toString();
  if (kind == "tokens")
    order.prompt = tokenList(text);
  else if (kind == "chat" || kind == "think")
    order.prompt = ChatPrompt{{{"user", text}}, kind == "think"};
  else
    order.prompt = text;
  order.topK = topK_->value();
  for (const QString& word : track_->text().split(',', Qt::SkipEmptyParts))
    if (!word.trimmed().isEmpty()) order.track.push_back(word.trimmed().toStdString());
  order.capture = {hidden_->isChecked(), logits_->isChecked(), layers_->isChecked()};
  order.speculation.draftLoops = draftLoops_->value();
  order.speculation.draftTokens = draftTokens_->value();
}

QJsonObject RunOptions::toJson() const {
  QJsonObject json;
  if (kind_->currentIndex() > 0) json["send"] = kind_->currentData().toString();
  if (!track_->text().isEmpty()) json["track"] = track_->text();
  if (topK_->value() != kDefault.topK) json["top_k"] = topK_->value();
  for (const auto& [box, key] :
       {std::pair{hidden_, "hidden"}, std::pair{logits_, "logits"}, std::pair{layers_, "layers"}})
    if (box->isChecked()) json[key] = true;
  if (draftLoops_->value() > 0) json["draft_loops"] = draftLoops_->value();
  if (draftTokens_->value() != kDefault.speculation.draftTokens)
    json["draft_tokens"] = draftTokens_->value();
  return json;
}

void RunOptions::fromJson(const QJsonObject& json) {
  kind_->setCurrentIndex(std::max(0, kind_->findData(json["send"].toString())));
  track_->setText(json["track"].toString());
  topK_->setValue(json["top_k"].toInt(kDefault.topK));
  hidden_->setChecked(json["hidden"].toBool());
  logits_->setChecked(json["logits"].toBool());
  layers_->setChecked(json["layers"].toBool());
  draftLoops_->setValue(json["draft_loops"].toInt());
  draftTokens_->setValue(json["draft_tokens"].toInt(kDefault.speculation.draftTokens));
}

}  // namespace ouroscope
