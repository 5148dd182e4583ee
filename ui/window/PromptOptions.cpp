// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/PromptOptions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontMetrics>
#include <QFormLayout>
#include <QPlainTextEdit>
#include <QStandardItemModel>
#include <algorithm>

#include "core/run/ConversationText.h"
#include "core/run/LoadedModel.h"
#include "core/run/TurnTokens.h"
#include "core/text/TextPrefix.h"
#include "core/text/WordToken.h"
#include "ui/base/PlainText.h"
#include "ui/window/OptionParts.h"

namespace ouroscope {

PromptOptions::PromptOptions(QWidget* parent)
    : QWidget(parent),
      form_(new QFormLayout(this)),
      kind_(new QComboBox),
      think_(new QComboBox),
      system_(new QComboBox),
      systemText_(new QPlainTextEdit),
      goOn_(optionBox("goOn", tr("go on with the shown conversation"))),
      plain_(optionBox("plainSpecials", tr("special tokens are words"))),
      bare_(optionBox("withoutPrefix", tr("no beginning-of-text token"))) {
  kind_->setObjectName("promptKind");
  kind_->addItem(tr("Text"), "text");
  kind_->addItem(tr("Chat"), "chat");
  kind_->addItem(tr("Token ids"), "tokens");
  system_->setObjectName("systemKind");
  system_->addItem(tr("the model's own"), "own");
  system_->addItem(tr("none", "system turn"), "none");
  system_->addItem(tr("this text:"), "text");
  systemText_->setObjectName("systemText");
  systemText_->setTabChangesFocus(true);
  systemText_->setFixedHeight(QFontMetrics(systemText_->font()).lineSpacing() * 2 + 14);
  think_->setObjectName("thinking");
  think_->addItem(tr("as the model's template"), "default");
  think_->addItem(tr("think"), "on");
  think_->addItem(tr("do not think"), "off");

  form_->setContentsMargins({});
  optionRow(*form_, tr("Send the prompt as"), kind_);
  form_->addRow({}, goOn_);
  optionRow(*form_, tr("System turn"), system_);
  form_->addRow({}, systemText_);
  systemText_->setAccessibleName(tr("Text of the system turn"));
  optionRow(*form_, tr("Thinking"), think_);
  form_->addRow({}, plain_);
  form_->addRow({}, bare_);

  const auto change = [this] {
    enableParts();
    emit edited();
  };
  for (QComboBox* box : {kind_, think_, system_})
    connect(box, &QComboBox::currentIndexChanged, this, change);
  for (QCheckBox* box : {goOn_, plain_, bare_}) connect(box, &QCheckBox::toggled, this, change);
  connect(systemText_, &QPlainTextEdit::textChanged, this, &PromptOptions::edited);
  enableParts();
}

void PromptOptions::setModel(const ModelPtr& model) {
  noMarks_.clear();
  ownSystem_.clear();
  prefix_ = true;
  if (model) {
    const FolderChat chat = FolderChat::of(*model->tokenizer, model->text);
    if (!chat.marks) noMarks_ = tr("The tokenizer of this model has no marks of turns.");
    ownSystem_ = QString::fromStdString(chat.habits.system);
    prefix_ = !textPrefix(*model->tokenizer, model->text).empty();
  }
  enableParts();
}

void PromptOptions::setShown(const TracePtr& trace) {
  shown_ = trace;
  if (isVisible()) enableParts();  // a run that grows comes ten times a second
}

void PromptOptions::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  enableParts();
}

/// What has no use now is grey and says why.
void PromptOptions::enableParts() {
  auto* kinds = qobject_cast<QStandardItemModel*>(kind_->model());
  QStandardItem* chat = kinds->item(kind_->findData("chat"));
  chat->setEnabled(noMarks_.isEmpty());
  chat->setToolTip(noMarks_);

  const QString kind = kind_->currentData().toString();
  const QString notChat = kind == "chat" ? noMarks_ : tr("For a prompt that is sent as chat.");
  const std::size_t turns = shown_ ? turnsSoFar(*shown_).size() : 0;
  goOn_->setText(turns > 0 ? tr("go on with the shown conversation (turn %1)").arg(turns + 1)
                           : tr("go on with the shown conversation"));
  enableOption(*goOn_,
               !notChat.isEmpty() ? notChat
               : turns == 0       ? tr("What is shown is no conversation with an answer: a new one "
                                             "begins.")
                                  : QString(),
               tr("The prompt is its next turn, after all turns and answers so far"));
  const bool goesOn = goOn_->isEnabled() && goOn_->isChecked();
  const QString noSystem = !notChat.isEmpty() ? notChat
                           : goesOn ? tr("A conversation that goes on keeps its system turn.")
                                    : QString();
  enableOption(*system_, noSystem,
               ownSystem_.isEmpty() ? tr("The model's template writes no system turn of its own.")
                                    : tr("The model's template writes: %1").arg(ownSystem_));
  enableOption(*systemText_, noSystem, {});
  form_->setRowVisible(systemText_, system_->currentData().toString() == "text");
  if (isVisible()) window()->adjustSize();
  enableOption(*think_, notChat,
               tr("What the template writes with and without enable_thinking; where it does not "
                  "know that word, \u201cthink\u201d opens a <think> block"));
  enableOption(*plain_, kind == "tokens" ? tr("Token ids have no special words.") : QString(),
               tr("Special tokens that are written out in the prompt are the words that they are "
                  "written with"));
  enableOption(*bare_,
               kind != "text" ? tr("For a prompt that is sent as text.")
               : !prefix_     ? tr("This model expects no token before a text.")
                              : QString(),
               tr("Leaves out what this model expects before a text"));
}

void PromptOptions::fill(RunOrder& order, const QString& prompt) const {
  const std::string text = prompt.toStdString();
  const QString kind = kind_->currentData().toString();
  order.plainSpecials = plain_->isChecked();
  order.withoutPrefix = bare_->isChecked();
  if (kind == "tokens") {
    order.prompt = tokenList(text);
  } else if (kind == "chat") {
    ChatPrompt chat;
    if (goOn_->isChecked() && shown_) chat.turns = turnsSoFar(*shown_);
    const bool begins = chat.turns.empty();
    chat.turns.push_back({"user", text});
    const QString system = system_->currentData().toString();
    if (begins && system == "none") chat.system.emplace();
    if (begins && system == "text") chat.system = systemText_->toPlainText().toStdString();
    // Without one it began without one.
    if (!begins && chat.turns.front().role != "system" &&
        shown_->info().conversation->system == "none")
      chat.system.emplace();
    chat.think = think_->currentData() == "on";
    chat.withoutThinking = think_->currentData() == "off";
    order.prompt = std::move(chat);
  } else {
    order.prompt = text;
  }
}

void PromptOptions::addTo(QJsonObject& json) const {
  if (kind_->currentIndex() > 0) json["send"] = kind_->currentData().toString();
  if (goOn_->isChecked()) json["go_on"] = true;
  if (system_->currentIndex() > 0) json["system"] = system_->currentData().toString();
  if (!systemText_->toPlainText().isEmpty()) json["system_text"] = systemText_->toPlainText();
  if (think_->currentIndex() > 0) json["think"] = think_->currentData().toString();
  if (plain_->isChecked()) json["plain_specials"] = true;
  if (bare_->isChecked()) json["no_prefix"] = true;
}

QStringList PromptOptions::keys() {
  return {"send", "go_on", "system", "system_text", "think", "plain_specials", "no_prefix"};
}

void PromptOptions::fromJson(const QJsonObject& json) {
  const QString sent = json["send"].toString();
  chooseOption(*kind_, sent == "think" ? "chat" : sent);  // sessions of older versions
  chooseOption(*think_, sent == "think" ? "on" : json["think"].toString());
  chooseOption(*system_, json["system"].toString());
  // Text that is the same keeps the place of the cursor.
  if (const QString text = json["system_text"].toString(); text != systemText_->toPlainText())
    systemText_->setPlainText(text);
  goOn_->setChecked(json["go_on"].toBool());
  plain_->setChecked(json["plain_specials"].toBool());
  bare_->setChecked(json["no_prefix"].toBool());
}

}  // namespace ouroscope
