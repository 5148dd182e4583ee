// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/RunDesk.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <algorithm>
#include <utility>

#include "core/model/DemoModel.h"
#include "core/model/LanguageDemo.h"
#include "core/run/CausalSweep.h"
#include "core/run/LoadedModel.h"
#include "core/support/Error.h"
#include "ui/base/FilePath.h"
#include "ui/base/LastFolder.h"
#include "ui/base/PlainText.h"
#include "ui/window/AgainDialog.h"
#include "ui/window/BesideDialog.h"
#include "ui/window/LanguageDemoDialog.h"

namespace ouroscope {

namespace {

constexpr int kLongestNote = 400;  ///< names of files may stand in them
constexpr int kLongestPath = 300;

}  // namespace

RunDesk::RunDesk(Workspace& workspace, QWidget* window, PromptBox box)
    : workspace_(workspace), window_(window), box_(std::move(box)) {
  LiveSession& live = workspace_.live();
  connect(&live, &LiveSession::runAsked, this, &RunDesk::run);
  connect(&live, &LiveSession::branchAsked, this, &RunDesk::branch);
  connect(&live, &LiveSession::stopAsked, this, &RunDesk::stop);
  connect(&live, &LiveSession::noted, this, [this](const QString& note) {
    emit messageAsked(shownName(note.toStdString(), kLongestNote));
  });
  // A job that takes the place of a run has ended it.
  connect(&jobs_, &JobRunner::started, &live, [&live] { live.end(nullptr); });
  connect(&jobs_, &JobRunner::failed, &live, [&live] { live.end(nullptr); });
  connect(&jobs_, &JobRunner::cancelled, &live, [&live] { live.end(nullptr); });
  connect(&jobs_, &JobRunner::failed, this, &RunDesk::messageAsked);
}

void RunDesk::loadDemo() {
  try {
    loadModel(QString::fromStdString(demoModelFolder().string()), false);
  } catch (const Error& error) {
    emit messageAsked(QString::fromUtf8(error.what()));
  }
}

void RunDesk::loadModel(const QString& folder, bool named) {
  ModelRequest request;
  try {
    request.folder = pathOf(folder);
  } catch (const Error& error) {
    return void(emit messageAsked(QString::fromUtf8(error.what())));
  }
  load(request, [this, named, folder] {
    if (!named) return;
    const bool hub = !QFileInfo(folder).isDir();  // OWNER/NAME
    emit loaded(hub ? QString::fromStdString(workspace_.model()->folder.path.string()) : folder);
  });
}

void RunDesk::openAs(const ModelRequest& request) {
  load(request, {});
}

void RunDesk::load(const ModelRequest& request, std::function<void()> then) {
  const QString folder = QString::fromStdString(request.folder.string());
  jobs_.start(
      tr("Loading %1").arg(QFileInfo(folder).fileName()), loadModelJob(request),
      [this, request, then = std::move(then)](const std::any& result) {
        const auto opened = std::any_cast<OpenedModel>(result);
        if (opened.outside) return askAboutLinks(request, *opened.outside, then);
        examples_ = opened.examples.prompts;
        workspace_.setModel(opened.model);
        if (!opened.examples.problem.isEmpty())
          emit messageAsked(
              tr("The examples of this model are not offered: %1").arg(opened.examples.problem));
        if (then) then();
      });
}

void RunDesk::askAboutLinks(ModelRequest request, const OutsideLink& found,
                            std::function<void()> then) {
  if (question_) question_->reject();
  const QString link = shownName(found.link().string(), kLongestPath);
  question_ = new QMessageBox(QMessageBox::Question, tr("Links out of the model folder"),
                              tr("%1 is a link that leaves the model folder, to %2.")
                                      .arg(link, shownName(found.target().string(), kLongestPath)) +
                                  QStringLiteral("\n\n") +
                                  tr("Follow the links out of this folder? What they lead to is "
                                     "read as part of the model."),
                              QMessageBox::NoButton, window_);
  question_->setObjectName("linkQuestion");
  question_->setAttribute(Qt::WA_DeleteOnClose);
  question_->setTextFormat(Qt::PlainText);
  QPushButton* follow = question_->addButton(tr("Follow the links"), QMessageBox::AcceptRole);
  follow->setObjectName("linkFollow");
  QPushButton* leave = question_->addButton(QMessageBox::Cancel);
  leave->setObjectName("linkCancel");
  question_->setDefaultButton(leave);
  question_->setEscapeButton(leave);
  connect(question_, &QMessageBox::finished, this,
          [this, box = question_.data(), follow, request = std::move(request), link,
           then = std::move(then)]() mutable {
            const bool yes = box->clickedButton() == follow;
            question_ = nullptr;
            if (!yes)
              return void(emit messageAsked(
                  tr("The model was not opened: %1 leaves its folder.").arg(link)));
            request.followLinks = true;
            load(request, std::move(then));
          });
  question_->open();
}

bool RunDesk::asking() const {
  return question_ != nullptr;
}

void RunDesk::askModel() {
  const QString path =
      QFileDialog::getExistingDirectory(window_, tr("Open model folder"), lastFolder());
  if (!path.isEmpty()) loadModel(path);
}

void RunDesk::askLanguageDemo() {
  try {
    auto* dialog = new LanguageDemoDialog(languageDemo(), window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LanguageDemoDialog::ready, this,
            [this](const QString& folder) { loadModel(folder); });
    dialog->show();  // the window can be used while it fetches
  } catch (const Error& error) {
    emit messageAsked(QString::fromUtf8(error.what()));
  }
}

bool RunDesk::hasModel() {
  if (!workspace_.model())
    emit messageAsked(tr("There is no model loaded: open a model folder first (File menu)."));
  return workspace_.model() != nullptr;
}

const Workspace::Item* RunDesk::shownRun() {
  const Workspace::Item* shown = workspace_.find(workspace_.current());
  if (!shown) emit messageAsked(tr("There is no trace to run again: run a prompt first."));
  return shown;
}

/// The order of the run box, or a sentence that says what is wrong with it.
std::optional<RunOrder> RunDesk::askedOrder() {
  if (!hasModel()) return std::nullopt;
  try {
    return box_.order();
  } catch (const Error& error) {
    emit messageAsked(QString::fromUtf8(error.what()));
    return std::nullopt;
  }
}

void RunDesk::run() {
  if (auto order = askedOrder()) runOrder(std::move(*order), box_.json());
}

void RunDesk::runConversation(const RunPrompt& conversation) {
  auto order = askedOrder();
  if (!order) return;
  order->prompt = conversation;
  order->generate = 0;
  runOrder(std::move(*order), {});
}

void RunDesk::runOrder(RunOrder order, const QJsonObject& ran) {
  LiveSession& session = workspace_.live();
  const LiveRunPtr live = session.prepare(order.criterion);
  const RunSettings settings = live->control.settings();
  if (order.criterion.isGate()) order.exitThreshold = settings.exitThreshold;
  order.budget = std::min(settings.budget, order.loops);  // it may be left from a deeper run
  order.kvPolicy = settings.kvPolicy;
  order.sampling = session.sampling();
  start(tr("Running"), runJob(workspace_.model(), order, live), live, order.loops, ran);
}

void RunDesk::rerun(const RunWish& wish) {
  const Workspace::Item* shown = shownRun();
  if (!shown) return;
  if (!hasModel()) return;
  RerunOrder order;
  order.before = shown->trace;
  order.capture = wish.capture;
  order.lensFile = wish.lensFile;
  order.interventions = wish.interventions;
  for (const QString& word : wish.track) order.track.push_back(word.toStdString());
  asRecorded(shown->trace->info(),
             [this, order, ran = shown->ran, view = workspace_.viewOf(shown->id), id = shown->id] {
               const LiveRunPtr live = workspace_.live().prepare(order.before->info().criterion);
               start(tr("Running again"), rerunJob(workspace_.model(), order, live), live,
                     order.before->loops(), ran, view, order.interventions.empty() ? -1 : id);
             });
}

void RunDesk::beside(const BesideWish& wish) {
  const Workspace::Item* shown = shownRun();
  if (!shown) return;
  const TracePtr trace = shown->trace;
  const TraceInfo& info = trace->info();
  const ModelPtr model = workspace_.model();
  ModelRequest request;
  RunOrder order;
  order.topK = trace->topK();
  order.loops = wish.loops;
  QString title;
  if (wish.what == BesideWish::What::Model) {
    try {
      request.folder = pathOf(wish.folder);
    } catch (const Error& error) {
      return void(emit messageAsked(QString::fromUtf8(error.what())));
    }
    title = QFileInfo(wish.folder).fileName();
    // Another model has its own tokens: it reads the text, or the turns.
    if (info.conversation) {
      order.prompt = ChatPrompt{info.conversation->turns};
    } else {
      std::string text;
      for (int t = info.prefixTokens; t < trace->tokens(); ++t)
        text += trace->columns().tokenBytes[static_cast<std::size_t>(t)];
      order.prompt = text;
    }
  } else {
    if (!hasModel()) return;
    if (model->weightsSha256 != info.weightsSha256 || model->configSha256 != info.configSha256)
      return void(
          emit messageAsked(tr("This run was made with another model than the one that is "
                               "open: open that model first.")));
    request = model->request;
    const int layers = static_cast<int>(model->folder.spec.layers.size());
    const bool plain = wish.what == BesideWish::What::Plain;
    // All layers as one loop that replaces the state: one pass of the plain model.
    request.loopLayers = plain ? "1-" + std::to_string(layers) : wish.layers;
    request.step = plain ? "replace" : wish.step;
    request.lens = "coda";
    if (plain) order.loops = 1;
    order.prompt = trace->columns().tokenId;
    title = plain ? tr("one plain pass")
                  : tr("layers %1 looped").arg(QString::fromStdString(wish.layers));
  }
  jobs_.start(tr("Running beside"), besideJob(request, order),
              [this, trace, id = shown->id,
               title = QStringLiteral("%1: %2").arg(title, shown->title)](const std::any& result) {
                const int other = workspace_.add(std::any_cast<TracePtr>(result), title);
                if (!workspace_.find(id)) return;  // it was closed meanwhile
                workspace_.show(id);
                emit ranBeside(other);
              });
}

void RunDesk::askBesideLayers() {
  if (!hasModel()) return;
  const ModelSpec& spec = workspace_.model()->folder.spec;
  auto* dialog = new BesideDialog(static_cast<int>(spec.layers.size()), spec.usualLoops(), window_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &BesideDialog::asked, this, &RunDesk::beside);
  dialog->open();
}

void RunDesk::askBesideModel() {
  BesideWish wish;
  wish.what = BesideWish::What::Model;
  wish.folder =
      QFileDialog::getExistingDirectory(window_, tr("Model to run the text on"), lastFolder());
  if (!wish.folder.isEmpty()) beside(wish);
}

void RunDesk::askAgain() {
  const Workspace::Item* shown = shownRun();
  if (!shown) return;
  if (!hasModel()) return;
  auto* dialog = new AgainDialog(*shown->trace, window_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &AgainDialog::asked, this, &RunDesk::rerun);
  dialog->open();
}

void RunDesk::sweep(const SweepWish& wish) {
  const Workspace::Item* shown = shownRun();
  if (!shown) return;
  if (!hasModel()) return;
  const TracePtr trace = shown->trace;
  if (!trace->info().interventions.empty())
    return void(
        emit messageAsked(tr("Something was changed inside the loops of this run already: "
                             "show the untouched run, and sweep that.")));
  const auto idsOf = [](const Trace& of, int count) {
    const std::vector<std::int32_t>& ids = of.columns().tokenId;
    return std::vector<std::int32_t>(ids.begin(), ids.begin() + count);
  };
  SweepOrder order;
  order.run.prompt = idsOf(*trace, std::clamp(wish.token + 1, 1, trace->tokens()));
  order.run.loops = trace->loops();
  order.run.startSeed = trace->info().startSeed;
  order.run.topK = trace->topK();
  order.ofTokens = wish.ofTokens;
  order.intervention = wish.intervention;
  order.word = wish.word.toStdString();
  if (wish.from >= 0) {
    const Workspace::Item* other = workspace_.find(wish.from);
    if (!other || other->away())
      return void(emit messageAsked(tr("The run whose states are to be put in is not open.")));
    order.from = idsOf(*other->trace, other->trace->info().promptTokens);
  }
  asRecorded(trace->info(), [this, order, trace, title = shown->title, ran = shown->ran] {
    jobs_.start(tr("Sweeping"), sweepJob(workspace_.model(), order, trace),
                [this, title, ran](const std::any& result) {
                  Workspace::Item item;
                  item.trace = std::any_cast<TracePtr>(result);
                  item.title = tr("Sweep: %1").arg(title);
                  item.ran = ran;
                  workspace_.add(item);
                });
  });
}

void RunDesk::branch(const TracePtr& before, const BranchPoint& at) {
  if (!hasModel()) return;
  // As many tokens as the record had from here on, or as the prompt box says.
  const int generate = std::max(before->tokens() - at.token, box_.generate());
  asRecorded(before->info(), [this, before, at, generate] {
    const LiveRunPtr live = workspace_.live().prepare(before->info().criterion);
    start(tr("Branching"), branchJob(workspace_.model(), {before, at, {}, generate}, live), live,
          before->loops(), {});
  });
}

void RunDesk::asRecorded(const TraceInfo& then, const std::function<void()>& go) {
  const std::optional<ModelRequest> request = requestAsRecorded(*workspace_.model(), then);
  if (!request) return go();
  load(*request, [this, go] {
    const LoadedModel& model = *workspace_.model();
    QString how = QString::fromStdString(model.backend->arithmetic());
    if (!model.gateName.empty())
      how = tr("%1 and gate \u201c%2\u201d", "bf16 and gate").arg(how, shownName(model.gateName));
    const ModelSpec& spec = model.folder.spec;
    if (spec.windowLoops > 0)
      how = tr("%1, layers %2 to %3 looped (%4)", "bf16")
                .arg(how)
                .arg(spec.stages.prelude + 1)
                .arg(spec.stages.prelude + spec.stages.core)
                .arg(QString::fromStdString(stepRuleName(spec.stepRule)));
    go();  // what begins takes older sentences away
    emit messageAsked(tr("The model was opened again in %1, as this record was made.").arg(how));
  });
}

void RunDesk::start(const QString& name, const JobRunner::Work& work, const LiveRunPtr& live,
                    int loops, const QJsonObject& ran, const QJsonObject& view, int untouched) {
  // The first part that arrives opens a trace, the later ones let it grow.
  const auto id = std::make_shared<int>(-1);
  const auto warned = std::make_shared<bool>(false);
  const auto take = [this, id, warned, ran, view](const std::any& part) {
    const auto trace = std::any_cast<TracePtr>(part);
    if (*id >= 0)
      workspace_.replace(*id, trace);
    else
      *id = workspace_.addRun(trace, ran, view);
    const int made = workspace_.contextOf(*trace);
    if (made > 0 && trace->tokens() > made && !std::exchange(*warned, true))
      emit messageAsked(longContextText(made));
  };
  jobs_.start(
      name, work,
      [this, id, take, view, untouched](const std::any& whole) {
        take(whole);
        if (!view.isEmpty()) workspace_.reselect(*id, view);
        const auto trace = std::any_cast<TracePtr>(whole);
        workspace_.live().end(trace);
        if (untouched >= 0 && workspace_.current() == *id) emit changedRun(untouched);
        if (const QString broken = notNumbersText(trace); !broken.isEmpty())
          emit messageAsked(broken);
      },
      take);
  workspace_.live().begin(live, loops);
}

QString RunDesk::longContextText(int made) {
  return tr("This text is longer than the %L1 positions that the model was made for: what comes "
            "after token %L1 is beyond its training.")
      .arg(made);
}

}  // namespace ouroscope
