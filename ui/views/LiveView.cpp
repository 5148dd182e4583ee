// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/LiveView.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <cmath>
#include <limits>

#include "core/support/Error.h"
#include "core/text/WordToken.h"
#include "ui/base/Language.h"
#include "ui/base/PlainText.h"
#include "ui/base/ThresholdSlider.h"
#include "ui/base/TokenLabels.h"
#include "ui/base/Zoom.h"
#include "ui/figures/plots/TextFlow.h"
#include "ui/views/LiveText.h"

namespace ouroscope {
namespace {

constexpr int kMenuWords = 8;  ///< candidates that the branch menu offers

}  // namespace

LiveView::LiveView(const ViewContext& context, QWidget* parent)
    : TraceView(context,
                Changed::Trace | Changed::Selection | Changed::Hover | Changed::Model |
                    Changed::Live | Changed::LiveTokens | Changed::LiveReset,
                parent),
      live_(context.workspace.live()) {
  setObjectName("liveView");
  build();
  retranslate();
  connectAll();
}

void LiveView::refresh(Changes what) {
  // Without a model and a record there is nothing to press.
  if (!workspace_.model() && !state_.trace())
    showHint(
        tr("A model writes here token by token, and can be held and steered on the way. Open a "
           "model first (File menu)."));
  else
    showContent();
  text_->refresh(what);
  if (what & Changed::Live) showSettings();
  if (what & (Changed::Live | Changed::Trace | Changed::Selection | Changed::Model))
    showState();
  else if (what & (Changed::LiveTokens | Changed::LiveReset))
    showNumbers();
}

/// Beside the text the settings leave it its height.
void LiveView::resizeEvent(QResizeEvent* event) {
  TraceView::resizeEvent(event);
  const int settings = ahead_->minimumSizeHint().width();
  const bool wide = settings <= width() * 3 / 5;
  body_->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop);
  // The text scrolls itself: beside the settings a low place is enough, and the page around it need
  // not scroll too.
  text_->setSizePolicy(QSizePolicy::Expanding,
                       wide ? QSizePolicy::Ignored : QSizePolicy::Expanding);
  body_->setAlignment(ahead_, wide ? Qt::AlignTop : Qt::Alignment());
  ahead_->setSizePolicy(wide ? QSizePolicy::Maximum : QSizePolicy::Preferred,
                        QSizePolicy::Preferred);
}

void LiveView::themeChanged() {
  text_->setTheme(theme_);
}

std::optional<FigureRequest> LiveView::shown() const {
  return request("ribbon");
}

void LiveView::build() {
  const auto button = [this](const char* name) {
    auto* b = new QPushButton;
    b->setObjectName(name);
    b->setAutoDefault(false);
    return b;
  };
  run_ = button("liveRun");
  pause_ = button("livePause");
  step_ = button("liveStep");
  stop_ = button("liveStop");
  branch_ = button("liveBranch");
  const auto label = [](const char* name) {
    auto* l = new QLabel;
    l->setObjectName(name);
    l->setTextFormat(Qt::PlainText);
    return l;
  };
  status_ = label("liveStatus");
  numbers_ = label("liveNumbers");
  explanation_ = label("liveExplanation");
  explanation_->setWordWrap(true);
  explanation_->setMinimumHeight(1);  // it asks for the height of its width
  budgetText_ = label("liveBudgetText");
  qText_ = label("liveQText");
  policyText_ = label("livePolicyText");
  const auto slider = [](const char* name) {
    auto* s = new QSlider(Qt::Horizontal);
    s->setObjectName(name);
    s->setMinimumWidth(80);
    s->setPageStep(1);
    return s;
  };
  budget_ = slider("liveBudget");
  q_ = slider("liveQ");
  q_->setRange(0, kThresholdSteps);
  q_->setPageStep(10);
  policy_ = new QComboBox;
  policy_->setObjectName("livePolicy");
  policy_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  policy_->setMinimumContentsLength(18);
  for (const KvPolicy policy : {KvPolicy::Full, KvPolicy::LastExited, KvPolicy::LatestAvailable})
    policy_->addItem(QString(), static_cast<int>(policy));
  temperature_ = new QDoubleSpinBox;
  temperature_->setObjectName("liveTemperature");
  temperature_->setRange(0, 5);
  temperature_->setSingleStep(0.1);
  seed_ = new QSpinBox;
  seed_->setObjectName("liveSeed");
  seed_->setRange(0, std::numeric_limits<int>::max());
  text_ = new LiveText(state_, live_);
  text_->setMinimumHeight(zoomed(88));
  menu_ = new QMenu(this);
  menu_->setObjectName("liveBranchMenu");

  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(4);
  for (QPushButton* b : {run_, pause_, step_, stop_, branch_}) buttons->addWidget(b);
  buttons->addStretch(1);
  auto* said = new QHBoxLayout;
  said->addWidget(status_);
  said->addStretch(1);
  said->addWidget(numbers_);
  ahead_ = new QGroupBox;
  ahead_->setObjectName("liveAhead");
  auto* grid = new QGridLayout(ahead_);
  grid->setContentsMargins(8, 4, 8, 6);
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(4);
  grid->addWidget(budgetText_, 0, 0);
  grid->addWidget(budget_, 0, 1);
  grid->addWidget(policyText_, 0, 2);
  grid->addWidget(policy_, 0, 3);
  grid->addWidget(qText_, 1, 0);
  grid->addWidget(q_, 1, 1);
  auto* sampling = new QHBoxLayout;
  sampling->setSpacing(4);
  sampling->addWidget(temperature_);
  sampling->addWidget(seed_);
  grid->addLayout(sampling, 1, 2, 1, 2);
  grid->addWidget(explanation_, 2, 0, 1, 4);
  grid->setColumnStretch(1, 1);

  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 2, 0, 0);
  column->setSpacing(5);
  column->addLayout(buttons);
  column->addLayout(said);
  body_ = new QBoxLayout(QBoxLayout::BottomToTop);
  body_->setSpacing(8);
  body_->addWidget(text_, 1);
  body_->addWidget(ahead_);
  column->addLayout(body_, 1);
  setContent(content);
}

void LiveView::connectAll() {
  connect(run_, &QPushButton::clicked, &live_, &LiveSession::run);
  connect(pause_, &QPushButton::clicked, this, &LiveView::togglePause);
  connect(step_, &QPushButton::clicked, &live_, &LiveSession::step);
  connect(stop_, &QPushButton::clicked, &live_, &LiveSession::stop);
  connect(branch_, &QPushButton::clicked, this, &LiveView::openBranchMenu);
  connect(text_, &LiveText::pauseAsked, this, &LiveView::togglePause);
  connect(text_, &LiveText::stepAsked, &live_, &LiveSession::step);
  connect(text_, &LiveText::branchAsked, this, [this] {
    if (branch_->isEnabled()) openBranchMenu();
  });
  connect(budget_, &QSlider::valueChanged, this, &LiveView::readSettings);
  connect(q_, &QSlider::valueChanged, this, &LiveView::readSettings);
  connect(policy_, &QComboBox::currentIndexChanged, this, &LiveView::readSettings);
  connect(temperature_, &QDoubleSpinBox::valueChanged, this, &LiveView::readSettings);
  connect(seed_, &QSpinBox::valueChanged, this, &LiveView::readSettings);
}

void LiveView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    changed(Changed::Live);
  }
  QWidget::changeEvent(event);
}

void LiveView::retranslate() {
  run_->setText(tr("Run"));
  run_->setToolTip(tr("Generate from the prompt at the top of the window"));
  step_->setText(tr("Step"));
  step_->setToolTip(tr("Generate one token, then wait (Return in the text below)"));
  stop_->setText(tr("Stop"));
  stop_->setToolTip(tr("End the run within one layer; what was generated is kept"));
  branch_->setText(tr("Branch here..."));
  branch_->setToolTip(
      tr("Branch before the selected token and continue with another word (B in the text "
         "below)"));
  pause_->setToolTip(tr("Hold before the next token (Space in the text below)"));
  ahead_->setTitle(tr("The tokens to come"));
  text_->setAccessibleName(tr("Generated text under its depth ribbon"));
  budget_->setAccessibleName(tr("Loop budget of the tokens to come"));
  q_->setAccessibleName(tr("Exit threshold q of the tokens to come"));
  policyText_->setText(tr("After an exit"));
  policy_->setAccessibleName(tr("What happens to the loops after an exit"));
  policy_->setItemText(0, tr("run the others too"));
  policy_->setItemText(1, tr("skip, copy the last"));
  policy_->setItemText(2, tr("skip, use the deepest"));
  policy_->setToolTip(
      tr("KV policies full, last-exited-copy and latest-available: with the last two, loops after "
         "the exit cost nothing, and later tokens see other keys and values in their place"));
  temperature_->setPrefix(tr("Temperature ", "spin box prefix"));
  temperature_->setSpecialValueText(tr("Greedy"));
  temperature_->setAccessibleName(tr("Temperature of the next run"));
  seed_->setPrefix(tr("Seed ", "spin box prefix"));
  seed_->setAccessibleName(tr("Seed of the next run or branch"));
}

void LiveView::readSettings() {
  if (updating_) return;
  RunSettings settings = live_.settings();
  settings.budget = budget_->value() == budget_->maximum() ? 0 : budget_->value();
  if (!live_.ruled()) settings.exitThreshold = thresholdAt(q_->value());
  // Under an exit rule another policy may be shown than the one that comes back after the run.
  const auto policy = static_cast<KvPolicy>(policy_->currentData().toInt());
  if (policy != live_.inForce().kvPolicy) settings.kvPolicy = policy;
  live_.setSettings(settings);
  SamplingOptions sampling = live_.sampling();
  sampling.temperature = temperature_->value();
  sampling.seed = static_cast<std::uint64_t>(seed_->value());
  live_.setSampling(sampling);
}

void LiveView::showSettings() {
  updating_ = true;
  const RunSettings settings = live_.inForce();
  const bool ruled = live_.ruled();
  const int loops = live_.loops(), budget = settings.budget > 0 ? settings.budget : loops;
  budget_->setRange(1, loops);
  budget_->setValue(budget);
  q_->setValue(thresholdPosition(settings.exitThreshold));
  q_->setEnabled(!ruled);
  if (auto* items = qobject_cast<QStandardItemModel*>(policy_->model()))
    items->item(policy_->findData(static_cast<int>(KvPolicy::Full)))->setEnabled(!ruled);
  policy_->setCurrentIndex(policy_->findData(static_cast<int>(settings.kvPolicy)));
  temperature_->setValue(live_.sampling().temperature);
  seed_->setValue(static_cast<int>(std::min<std::uint64_t>(
      live_.sampling().seed, static_cast<std::uint64_t>(seed_->maximum()))));
  budgetText_->setText(tr("Budget to come %1 of %2").arg(std::min(budget, loops)).arg(loops));
  qText_->setText(ruled ? tr("An exit rule stops the tokens")
                  : settings.exitThreshold >= 1
                      ? tr("q to come 1: always the budget")
                      : tr("q to come %1").arg(localNumber(settings.exitThreshold, 2)));
  updating_ = false;
}

void LiveView::togglePause() {
  if (!live_.running()) return;
  using State = LiveSession::State;
  if (live_.state() == State::Paused || live_.state() == State::Pausing)
    live_.resume();
  else
    live_.pause();
}

void LiveView::showState() {
  using State = LiveSession::State;
  const State state = live_.state();
  const bool running = live_.running(), model = workspace_.model() != nullptr;
  const bool held = state == State::Paused || state == State::Pausing;
  run_->setEnabled(model && !running);
  pause_->setEnabled(running);
  pause_->setText(held ? tr("Go on") : tr("Pause"));
  step_->setEnabled(model);
  stop_->setEnabled(running);
  const int token = state_.selectedToken();
  branch_->setEnabled(model && token >= 1 && text_->isInTrace(token));
  temperature_->setEnabled(!running);
  explanation_->setText(
      running ? tr("Changes what the model does from the next token on, and is kept in the trace. "
                   "The strip above only changes how the record is read.")
              : tr("What the next run or branch begins with. The strip above only changes how the "
                   "record is read."));
  switch (state) {
    case State::Idle:
      status_->setText(model ? tr("Nothing is running") : tr("No model is loaded"));
      break;
    case State::Prompt:
      status_->setText(tr("Reading the prompt"));
      break;
    case State::Generating:
      status_->setText(tr("Generating"));
      break;
    case State::Pausing:
      status_->setText(tr("Finishing this token"));
      break;
    case State::Paused:
      status_->setText(tr("Paused before token %1").arg(live_.tokens().size() + 1));
      break;
  }
  showNumbers();
}

void LiveView::showNumbers() {
  if (live_.state() == LiveSession::State::Paused)
    status_->setText(tr("Paused before token %1").arg(live_.tokens().size() + 1));
  const double speed = live_.tokensPerSecond(), loops = live_.meanLoops();
  QStringList parts;
  if (!std::isnan(loops))
    // The strip reads all tokens by its own setting: another number, and so another name.
    parts << tr("generated tokens, as they were run: read at loop %1 of %2 on average")
                 .arg(localNumber(loops, 2))
                 .arg(live_.loops());
  if (!std::isnan(speed))
    parts << tr("%1 tokens a second").arg(localNumber(speed, speed < 10 ? 1 : 0));
  numbers_->setText(parts.join(QStringLiteral(" \u00b7 ")));
}

void LiveView::openBranchMenu() {
  const int token = state_.selectedToken();
  const TracePtr trace = state_.trace();
  if (token < 1 || !text_->isInTrace(token)) return;
  menu_->clear();
  const auto shown = [&](std::int32_t id) {
    return plainLabel(tokenLabel(trace, trace->word(id)));
  };
  const auto percent = [](double share) {
    return share < 0.01 ? QStringLiteral("<0.01") : localNumber(share, share < 1 ? 2 : 0);
  };
  menu_->addSection(tr("In place of token %1").arg(token + 1));
  const auto before = static_cast<std::size_t>(token - 1);
  const std::int32_t old = trace->columns().tokenId[static_cast<std::size_t>(token)];
  const int loop = live_.tokens()[before].reading.loop;
  const std::size_t first = trace->at(token - 1, loop) * static_cast<std::size_t>(trace->topK());
  for (int k = 0; k < std::min(kMenuWords, trace->topK()); ++k) {
    const std::int32_t id = trace->columns().topkId[first + static_cast<std::size_t>(k)];
    if (id < 0) break;
    const double share =
        100 * std::exp(static_cast<double>(
                  trace->columns().topkLogprob[first + static_cast<std::size_t>(k)]));
    const QString word = tr("\u201c%1\u201d, %2 %").arg(shown(id), percent(share));
    QAction* action = menu_->addAction(id == old ? tr("%1 (as it is)").arg(word) : word, this,
                                       [this, token, id] { branchTo(token, id, {}); });
    action->setObjectName(QStringLiteral("branchWord%1").arg(k));
  }
  menu_->addSeparator();
  menu_->addAction(tr("Another word..."), this, [this, token] { askWord(token); })
      ->setObjectName("branchOther");
  const bool drawn = trace->info().sampling.temperature > 0;
  QAction* again = menu_->addAction(
      drawn ? tr("Draw again with seed %1").arg(seed_->value())
            : tr("Draw again with another seed (this run was greedy)"),
      this, [this, token] { branchTo(token, {}, static_cast<std::uint64_t>(seed_->value())); });
  again->setObjectName("branchSeed");
  again->setEnabled(drawn);
  menu_
      ->addAction(tr("The same word, then continue with the settings above"), this,
                  [this, token] { branchTo(token, {}, {}); })
      ->setObjectName("branchSame");
  menu_->popup(branch_->mapToGlobal(QPoint(0, branch_->height())));
}

void LiveView::askWord(int token) {
  const QString word =
      QInputDialog::getText(this, tr("Branch"), tr("The word in place of token %1").arg(token + 1));
  const Tokenizer* tokenizer = workspace_.tokenizer();
  if (word.isEmpty() || !tokenizer) return;
  try {
    branchTo(token, wordToken(*tokenizer, workspace_.vocabulary(), word.toStdString()), {});
  } catch (const Error& error) {
    emit intents_.messageAsked(QString::fromUtf8(error.what()));
  }
}

void LiveView::branchTo(int token, std::optional<std::int32_t> replacement,
                        std::optional<std::uint64_t> seed) {
  live_.branch({token, replacement, seed});
}

}  // namespace ouroscope
