// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/OwnText.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "core/analysis/PuzzleGames.h"
#include "ui/views/WrapLayout.h"

namespace ouroscope {
namespace {

/// The games in the order of puzzleGames(), for a menu.
QString gameTitle(std::size_t game) {
  const QString titles[] = {OwnText::tr("Take: count on"),
                            OwnText::tr("Cups: follow the ball"),
                            OwnText::tr("Facts: who is who"),
                            OwnText::tr("Brackets"),
                            OwnText::tr("Days"),
                            OwnText::tr("Opposites"),
                            OwnText::tr("A story")};
  return titles[game];
}

}  // namespace

OwnText::OwnText(QWidget* parent)
    : QWidget(parent),
      game_(new QComboBox),
      steps_(new QSpinBox),
      typed_(new QLineEdit),
      slots_(new QWidget),
      row_(new WrapLayout(4, slots_)),
      run_(new QPushButton(tr("Run it"))),
      puzzles_(new QPushButton(tr("Open the puzzle model"))),
      language_(new QPushButton(tr("Get the language demo..."))),
      state_(new QLabel) {
  setObjectName("ownText");
  game_->setObjectName("ownGame");
  game_->setAccessibleName(tr("A game of the puzzle model, or a text"));
  game_->addItem(tr("Type a text"));
  for (std::size_t i = 0; i < puzzleGames().size(); ++i) game_->addItem(gameTitle(i));
  steps_->setObjectName("ownSteps");
  steps_->setPrefix(tr("Steps: "));
  steps_->setAccessibleName(tr("Steps of the puzzle"));
  typed_->setObjectName("ownTyped");
  typed_->setPlaceholderText(tr("Type the beginning of a text, then Enter"));
  typed_->setAccessibleName(tr("Your own text"));
  typed_->setMinimumWidth(120);
  slots_->setObjectName("ownSlots");
  game_->setToolTip(tr("A game of the puzzle model as slots to fill, or a text typed freely"));
  steps_->setToolTip(tr("How many steps the puzzle has: more steps need more loops"));
  typed_->setToolTip(tr("What the model reads; it then says the next word"));
  puzzles_->setToolTip(
      tr("Opens the small model that comes with the program; it knows seven games"));
  language_->setToolTip(tr("Says what would be fetched, how large it is and under which licence"));
  run_->setObjectName("ownRun");
  puzzles_->setObjectName("ownPuzzles");
  language_->setObjectName("ownLanguage");
  state_->setObjectName("ownState");
  state_->setTextFormat(Qt::PlainText);
  state_->setWordWrap(true);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  auto* row = new QHBoxLayout;
  row->addWidget(game_);
  row->addWidget(steps_);
  row->addWidget(typed_, 1);
  row->addWidget(state_, 1);
  row->addWidget(puzzles_);
  row->addWidget(language_);
  row->addWidget(run_);
  column->addLayout(row);
  column->addWidget(slots_);

  connect(game_, &QComboBox::currentIndexChanged, this, &OwnText::showGame);
  connect(steps_, &QSpinBox::valueChanged, this, &OwnText::makeSlots);
  connect(typed_, &QLineEdit::textChanged, this, &OwnText::markRun);
  connect(typed_, &QLineEdit::returnPressed, run_, &QPushButton::click);
  connect(run_, &QPushButton::clicked, this, [this] { emit textAsked(text()); });
  connect(puzzles_, &QPushButton::clicked, this, &OwnText::puzzlesAsked);
  connect(language_, &QPushButton::clicked, this, &OwnText::languageAsked);
  setModel({}, false);
}

void OwnText::setModel(const QString& name, bool puzzles) {
  // What was chosen stays while the model does.
  if (known_ && name == model_ && puzzles == knowsPuzzles_) return;
  known_ = true;
  const bool other = puzzles != knowsPuzzles_;
  model_ = name;
  knowsPuzzles_ = puzzles;
  const bool open = !name.isEmpty();
  for (QWidget* each : {puzzles_, language_}) each->setVisible(!open);
  run_->setVisible(open);
  game_->setVisible(puzzles);
  state_->setText(open ? QString()
                       : tr("No model is open. The puzzle model comes with the program; one that "
                            "writes English is fetched when you ask for it. A model folder of your "
                            "own is opened in the File menu."));
  run_->setToolTip(open ? tr("Runs this text with %1 and records every loop").arg(name)
                        : tr("Runs this text and records every loop"));
  // The puzzle model's own games first: of other texts it makes nothing.
  if (other) game_->setCurrentIndex(puzzles ? 1 : 0);
  showGame();
}

void OwnText::setRunning(bool running) {
  running_ = running;
  markRun();
}

void OwnText::focusText() {
  if (typed_->isVisible())
    typed_->setFocus();
  else if (!parts_.empty() && slots_->isVisible())
    slots_->findChild<QComboBox*>("ownSlot0")->setFocus();
}

void OwnText::showGame() {
  const bool open = !model_.isEmpty(), game = knowsPuzzles_ && game_->currentIndex() > 0;
  typed_->setVisible(open && !game);
  state_->setVisible(!open || game);
  slots_->setVisible(open && game);
  const auto index = static_cast<std::size_t>(std::max(0, game_->currentIndex() - 1));
  const PuzzleGame& chosen = puzzleGames()[index];
  steps_->setVisible(open && game && chosen.most > chosen.fewest);
  {
    const QSignalBlocker still(steps_);
    steps_->setRange(chosen.fewest, chosen.most);
    steps_->setValue(chosen.usual);
  }
  makeSlots();
}

void OwnText::makeSlots() {
  while (QLayoutItem* item = row_->takeAt(0)) {
    item->widget()->setObjectName({});
    item->widget()->hide();
    item->widget()->deleteLater();  // a choice in it may be what brought us here
    delete item;
  }
  parts_.clear();
  if (knowsPuzzles_ && game_->currentIndex() > 0) {
    const PuzzleGame& game = puzzleGames()[static_cast<std::size_t>(game_->currentIndex() - 1)];
    int number = 0;
    for (const PuzzlePart& part : game.parts(steps_->value())) {
      if (part.choices.empty()) {
        auto* label = new QLabel(QString::fromStdString(part.text));
        label->setTextFormat(Qt::PlainText);
        parts_.push_back(label);
      } else {
        auto* box = new QComboBox;
        box->setObjectName(QStringLiteral("ownSlot%1").arg(number));
        box->setAccessibleName(tr("Slot %1").arg(number + 1));
        box->setToolTip(tr("What stands here in the puzzle"));
        for (const std::string& choice : part.choices) box->addItem(QString::fromStdString(choice));
        // Not one and the same in every slot: that would be a dull puzzle.
        box->setCurrentIndex((number * 4 + 3) % box->count());
        ++number;
        parts_.push_back(box);
      }
      row_->addWidget(parts_.back());
    }
  }
  markRun();
}

QString OwnText::text() const {
  if (!knowsPuzzles_ || game_->currentIndex() == 0) return typed_->text();
  QString text;
  for (QWidget* part : parts_) {
    if (const auto* box = qobject_cast<QComboBox*>(part))
      text += box->currentText();
    else
      text += static_cast<QLabel*>(part)->text();
  }
  return text;
}

void OwnText::markRun() {
  run_->setEnabled(!running_ && !text().trimmed().isEmpty());
}

}  // namespace ouroscope
