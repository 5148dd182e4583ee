// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/SweepView.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/analysis/Answer.h"
#include "core/record/Intervention.h"
#include "core/support/Error.h"
#include "ui/base/Language.h"
#include "ui/base/PlainText.h"
#include "ui/base/TokenLabels.h"
#include "ui/base/Zoom.h"
#include "ui/figures/plots/CausalMapFigure.h"
#include "ui/views/ExportButton.h"
#include "ui/views/ScaleStrip.h"
#include "ui/views/WrapLayout.h"

namespace ouroscope {
namespace {

/// A label and its field, as one item of a row that wraps.
QWidget* field(const QString& label, QWidget* content) {
  auto* box = new QWidget;
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  auto* words = new QLabel(label);
  words->setBuddy(content);
  row->addWidget(words);
  row->addWidget(content);
  if (content->accessibleName().isEmpty()) content->setAccessibleName(label);
  return box;
}

QLabel* words(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

/// A whole loop has no layers to go over, and a layer that is skipped is one place of a map.
bool isOffered(InterventionKind kind, bool ofTokens) {
  if (kind == InterventionKind::SkipLayer) return !ofTokens;
  return ofTokens || (kind != InterventionKind::SkipLoop && kind != InterventionKind::RepeatLoop);
}

QString signedNumber(double value) {
  const QString number = QLocale().toString(value, 'f', std::abs(value) < 0.0995 ? 3 : 2);
  return value > 0 ? '+' + number : number;
}

}  // namespace

SweepView::SweepView(const ViewContext& context, QWidget* parent)
    : TraceView(context,
                Changed::Trace | Changed::Selection | Changed::Model | Changed::Live |
                    Changed::OpenTraces,
                parent),
      over_(new QComboBox),
      action_(new QComboBox),
      from_(new QComboBox),
      show_(new QComboBox),
      by_(new QDoubleSpinBox),
      tokens_(new QLineEdit),
      word_(new QLineEdit),
      token_(new QSpinBox),
      spec_(words("sweepSpec")),
      problem_(words("sweepProblem")),
      cell_(words("sweepCell")),
      none_(words("sweepNone")),
      run_(new QPushButton(tr("Sweep"))),
      picture_(new QWidget),
      map_(new CausalMapFigure),
      bar_(new ScaleStrip) {
  setObjectName("sweepView");
  map_->setObjectName("sweepMap");
  map_->setMinimumHeight(zoomed(160));
  map_->setAccessibleName(
      tr("What the change does at every loop and place; arrow keys choose a cell"));
  show_->setObjectName("sweepShow");
  show_->setAccessibleName(tr("What the colours say"));
  show_->setToolTip(show_->accessibleName());
  show_->addItem(tr("change of log p"), "change");
  show_->addItem(tr("KL to the untouched run"), "kl");
  QToolButton* save = exportButton("sweepExport");
  none_->setText(
      tr("There is no map of this run yet. Choose a change and press Sweep: the map comes as a run "
         "of its own."));
  none_->setForegroundRole(QPalette::PlaceholderText);

  auto* plot = new QHBoxLayout;
  plot->setSpacing(2);
  plot->addWidget(map_, 1);
  plot->addWidget(bar_);
  auto* foot = new QHBoxLayout;
  foot->addWidget(cell_, 1);
  foot->addWidget(show_);
  foot->addWidget(save);
  auto* column = new QVBoxLayout(picture_);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(plot, 1);
  column->addLayout(foot);
  auto* content = new QWidget;
  auto* inner = new QVBoxLayout(content);
  inner->setContentsMargins(6, 6, 6, 6);
  inner->setSpacing(6);
  inner->addWidget(makeControls());
  inner->addWidget(problem_);
  inner->addWidget(spec_);
  inner->addWidget(none_);
  inner->addWidget(picture_, 1);
  inner->addStretch();
  setContent(content, tr("Nothing is recorded yet: run a prompt or open a trace."));

  connect(over_, &QComboBox::currentIndexChanged, this, &SweepView::offer);
  connect(action_, &QComboBox::currentIndexChanged, this, &SweepView::offer);
  connect(from_, &QComboBox::currentIndexChanged, this, &SweepView::showWish);
  connect(by_, &QDoubleSpinBox::valueChanged, this, &SweepView::showWish);
  connect(token_, &QSpinBox::valueChanged, this, &SweepView::showWish);
  for (QLineEdit* line : {tokens_, word_})
    connect(line, &QLineEdit::textChanged, this, &SweepView::showWish);
  connect(run_, &QPushButton::clicked, this, &SweepView::run);
  connect(show_, &QComboBox::currentIndexChanged, this, &SweepView::showMap);
  connect(save, &QToolButton::clicked, this, [this] { askExport(shown()); });
  connect(map_, &CausalMapFigure::cellHovered, this, [this](int loop, int place) {
    loop < 0 ? showCell(chosenLoop_, chosenPlace_) : showCell(loop, place);
  });
  connect(map_, &CausalMapFigure::cellChosen, this, [this](int loop, int place) {
    chosenLoop_ = loop;
    chosenPlace_ = place;
    map_->setChosen(loop, place);
    showCell(loop, place);
  });
}

QWidget* SweepView::makeControls() {
  over_->setObjectName("sweepOver");
  over_->addItem(tr("layer"), false);
  over_->addItem(tr("token"), true);
  over_->setToolTip(
      tr("Layers: after each layer of each loop. Tokens: each token at the end of "
         "each loop"));
  action_->setObjectName("sweepAction");
  action_->setAccessibleName(tr("What is changed"));
  const std::pair<InterventionKind, QString> actions[] = {
      {InterventionKind::Scale, tr("scale the state")},
      {InterventionKind::Noise, tr("blur the state with noise")},
      {InterventionKind::Replace, tr("put in the state of another run")},
      {InterventionKind::SkipLayer, tr("skip the layer")},
      {InterventionKind::SkipLoop, tr("skip the loop")},
      {InterventionKind::RepeatLoop, tr("repeat the loop")},
  };
  for (const auto& [kind, name] : actions) action_->addItem(name, static_cast<int>(kind));
  action_->setToolTip(tr("What is done at one place of each run; all else stays as it was"));
  by_->setObjectName("sweepBy");
  by_->setRange(-100, 100);
  by_->setDecimals(2);
  by_->setSingleStep(0.25);
  by_->setValue(0);
  by_->setToolTip(tr("The factor of the state (0 removes it), or the size of the noise"));
  from_->setObjectName("sweepFrom");
  from_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  from_->setMinimumContentsLength(16);
  from_->setToolTip(tr(
      "Its prompt is run, too: a token gets the state of the token that is as far from the end"));
  tokens_->setObjectName("sweepTokens");
  tokens_->setText("all");
  tokens_->setMaximumWidth(zoomed(110));
  tokens_->setToolTip(tr("all, or numbers of tokens from 1: 5, 2-4, 2- (to the end), 1+4-6"));
  token_->setObjectName("sweepToken");
  token_->setRange(1, 1);
  token_->setToolTip(tr("The word after this token is asked; tokens after it are not run"));
  word_->setObjectName("sweepWord");
  word_->setMaximumWidth(zoomed(110));
  word_->setPlaceholderText(tr("the best one"));
  word_->setToolTip(
      tr("Whose probability is asked; #123 is a token id; empty: the best word of the untouched "
         "run"));
  run_->setObjectName("sweepRun");

  byRow_ = field(tr("by"), by_);
  fromRow_ = field(tr("of"), from_);
  tokensRow_ = field(tr("for tokens"), tokens_);
  auto* box = new QWidget;
  auto* row = new WrapLayout(10, box);
  row->addWidget(field(tr("At every loop and"), over_));
  row->addWidget(action_);
  row->addWidget(byRow_);
  row->addWidget(fromRow_);
  row->addWidget(tokensRow_);
  row->addWidget(field(tr("answer after token"), token_));
  row->addWidget(field(tr("word"), word_));
  row->addWidget(run_);
  spec_->setForegroundRole(QPalette::PlaceholderText);
  return box;
}

void SweepView::themeChanged() {
  map_->setTheme(theme_);
  showMap();
}

std::optional<FigureRequest> SweepView::shown() const {
  std::optional<FigureRequest> wanted = request("causal-map");
  if (!wanted || !wanted->input.trace->info().sweep) return {};
  wanted->recipe.options = {{"show", show_->currentData().toString()}};
  return wanted;
}

void SweepView::refresh(Changes what) {
  const TracePtr trace = state_.trace();
  if (!trace) return showHint();
  showContent();
  if (what & Changed::Trace) fit(*trace);
  if (what & (Changed::Trace | Changed::OpenTraces)) fillRuns(*trace);
  if (what & Changed::Selection && !trace->info().sweep && state_.selectedToken() >= 0)
    token_->setValue(state_.selectedToken() + 1);
  run_->setEnabled(workspace_.model() && !workspace_.live().running());
  run_->setToolTip(workspace_.model() ? tr("Runs the text once for every cell; the window goes on")
                                      : tr("Open a model first (File menu)"));
  if (what & Changed::Trace) {
    chosenLoop_ = chosenPlace_ = -1;
    showMap();
  }
  offer();
}

/// The ranges of this record; a run with a map shows how it was made.
void SweepView::fit(const Trace& trace) {
  fitting_ = true;
  token_->setRange(1, std::max(1, trace.tokens()));
  const int selected = state_.selectedToken();
  const int answer = answerToken(trace);
  token_->setValue((trace.info().sweep ? trace.info().sweep->token
                    : selected >= 0    ? selected
                                       : std::max(0, answer)) +
                   1);
  if (trace.info().sweep) over_->setCurrentIndex(trace.info().sweep->ofTokens);
  fitting_ = false;
}

/// Open runs of the same model, whose states can be put in.
void SweepView::fillRuns(const Trace& trace) {
  const QSignalBlocker quiet(from_);
  const int before = from_->count() > 0 ? from_->currentData().toInt() : -1;
  from_->clear();
  for (const Workspace::Item& item : workspace_.items()) {
    if (item.id == workspace_.current() || item.away()) continue;
    const TraceInfo &own = trace.info(), &other = item.trace->info();
    if (own.configSha256 != other.configSha256 || own.weightsSha256 != other.weightsSha256 ||
        other.sweep)
      continue;
    from_->addItem(plainLabel(item.shownTitle()), item.id);
  }
  if (from_->count() == 0) from_->addItem(tr("no other run is open"), -1);
  from_->setCurrentIndex(std::max(0, from_->findData(before)));
}

/// Only what this change takes is there.
void SweepView::offer() {
  if (fitting_) return;
  const auto kind = static_cast<InterventionKind>(action_->currentData().toInt());
  const bool ofTokens = over_->currentData().toBool();
  if (!isOffered(kind, ofTokens)) return action_->setCurrentIndex(0);  // and asks again
  auto* items = qobject_cast<QStandardItemModel*>(action_->model());
  for (int i = 0; i < action_->count(); ++i)
    items->item(i)->setEnabled(
        isOffered(static_cast<InterventionKind>(action_->itemData(i).toInt()), ofTokens));
  byRow_->setVisible(kind == InterventionKind::Scale || kind == InterventionKind::Noise);
  fromRow_->setVisible(kind == InterventionKind::Replace);
  tokensRow_->setVisible(!ofTokens);
  showWish();
}

SweepWish SweepView::wish() const {
  const auto kind = static_cast<InterventionKind>(action_->currentData().toInt());
  SweepWish wish;
  wish.ofTokens = over_->currentData().toBool();
  std::string text(interventionRow(kind).name);
  if (!byRow_->isHidden()) text += ",by=" + QString::number(by_->value()).toStdString();
  const std::string tokens = tokens_->text().simplified().remove(' ').toStdString();
  if (!wish.ofTokens && tokens != "all") text += ",tokens=" + tokens;
  if (kind == InterventionKind::Replace) {
    wish.from = from_->currentData().toInt();
    if (wish.from < 0)
      throw Error(
          tr("Run the other prompt first: the states of open runs can be put in.").toStdString());
  }
  wish.intervention = text;
  wish.token = token_->value() - 1;
  wish.word = word_->text();
  // What it is at one place says whether it is one at all.
  interventionOf(text + ",loop=1" + (wish.ofTokens ? ",tokens=1" : ",layer=1") +
                 (wish.from >= 0 ? ",from=1" : ""));
  return wish;
}

void SweepView::showWish() {
  if (fitting_) return;
  QString problem;
  try {
    const SweepWish now = wish();
    spec_->setText(
        tr("As a command: %1")
            .arg(QStringLiteral("sweep --over %1 --intervene %2 --token %3%4%5")
                     .arg(now.ofTokens ? "tokens" : "layers",
                          QString::fromStdString(now.intervention))
                     .arg(now.token + 1)
                     .arg(now.from >= 0 ? " --from-text \u2026" : "",
                          now.word.isEmpty() ? QString() : " --word " + shellWord(now.word))));
  } catch (const Error& error) {
    problem = QString::fromUtf8(error.what());
  }
  spec_->setVisible(problem.isEmpty());
  problem_->setText(problem);
  problem_->setVisible(!problem.isEmpty());
}

void SweepView::showMap() {
  const std::optional<FigureRequest> wanted = shown();
  none_->setVisible(!wanted);
  picture_->setVisible(wanted.has_value());
  if (!wanted) return;
  const Trace& trace = *wanted->input.trace;
  const CausalMap& map = *trace.info().sweep;
  const bool kl = show_->currentData() == "kl";
  FigureScale scale = causalMapScale(wanted->input, wanted->recipe);
  scale.name = kl ? tr("KL (nats)") : tr("Change of log p (nats)");
  map_->setScale(scale);
  map_->setMap(kl ? map.kl : map.change, causalMapNames(trace), map.ofTokens);
  map_->setChosen(chosenLoop_, chosenPlace_);
  bar_->setScale(scale, theme_);
  showCell(chosenLoop_, chosenPlace_);
}

void SweepView::showCell(int loop, int place) {
  const TracePtr trace = state_.trace();
  if (!trace || !trace->info().sweep) return;
  const CausalMap& map = *trace->info().sweep;
  if (loop < 0 || loop >= map.loops || place >= std::ssize(map.places)) {
    cell_->setText(tr("Point at a cell to read it."));
    return;
  }
  const std::size_t at = loop * map.places.size() + place;
  const auto word = [&](std::int32_t id) {
    return tokenLabel(trace, id < 0 ? std::string() : wordOrId(*trace, id), 18);
  };
  const QString where =
      map.ofTokens ? tr("Loop %1, token %2 \u201c%3\u201d")
                         .arg(loop + 1)
                         .arg(map.places[place] + 1)
                         .arg(tokenLabel(trace, trace->columns().tokenBytes[map.places[place]], 18))
                   : tr("Loop %1, layer %2").arg(loop + 1).arg(map.places[place] + 1);
  cell_->setText(
      tr("%1: log p of \u201c%2\u201d changes by %3 nats, KL %4 nats; it then says \u201c%5\u201d.",
         "place, word, numbers, word")
          .arg(where, word(map.word), signedNumber(map.change[at]),
               QLocale().toString(map.kl[at], 'g', 3), word(map.best[at])));
}

void SweepView::run() {
  try {
    emit intents_.sweepAsked(wish());
  } catch (const Error& error) {
    emit intents_.messageAsked(QString::fromUtf8(error.what()));
  }
}

}  // namespace ouroscope
