// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/RunDesk.h"

#include <QFileDialog>
#include <QFileInfo>

#include "core/model/DemoModel.h"
#include "core/run/LoadedModel.h"
#include "core/support/Error.h"

namespace ouroscope {

RunDesk::RunDesk(Workspace& workspace, QWidget* window, std::function<RunOrder()> order,
                 std::function<int()> generate)
    : workspace_(workspace),
      window_(window),
      order_(std::move(order)),
      generate_(std::move(generate)) {
  LiveSession& live = workspace_.live();
  connect(&live, &LiveSession::runAsked, this, &RunDesk::run);
  connect(&live, &LiveSession::branchAsked, this, &RunDesk::branch);
  connect(&live, &LiveSession::stopAsked, this, &RunDesk::stop);
  // A job that takes the place of a run has ended it.
  connect(&jobs_, &JobRunner::started, &live, [&live] { live.end(nullptr); });
  connect(&jobs_, &JobRunner::failed, &live, [&live] { live.end(nullptr); });
  connect(&jobs_, &JobRunner::cancelled, &live, [&live] { live.end(nullptr); });
  connect(&jobs_, &JobRunner::failed, this, &RunDesk::messageAsked);
}

void RunDesk::loadDemo() {
  try {
    loadModel(QString::fromStdString(demoModelFolder().string()), true);
  } catch (const Error& error) {
    emit messageAsked(QString::fromUtf8(error.what()));
  }
}

void RunDesk::loadModel(const QString& folder, bool demo) {
  ModelRequest request;
  request.folder = folder.toStdString();
  load(request, [this, demo, folder] { demo ? emit demoLoaded() : emit loaded(folder); });
}

void RunDesk::openWithGate(const QString& name) {
  if (!workspace_.model()) return;
  ModelRequest request = workspace_.model()->request;
  request.gate = name.toStdString();
  load(request, {});
}

void RunDesk::load(const ModelRequest& request, std::function<void()> then) {
  const QString folder = QString::fromStdString(request.folder.string());
  jobs_.start(tr("Loading %1").arg(QFileInfo(folder).fileName()), loadModelJob(request),
              [this, then = std::move(then)](const std::any& result) {
                workspace_.setModel(std::any_cast<ModelPtr>(result));
                if (then) then();
              });
}

void RunDesk::askModel() {
  const QString path = QFileDialog::getExistingDirectory(window_, tr("Open model folder"));
  if (!path.isEmpty()) loadModel(path);
}

void RunDesk::rerun(const RunWish& wish) {
  if (!workspace_.model())
    return void(
        emit messageAsked(tr("There is no model loaded: open a model folder first (File menu).")));
  RunOrder order;
  try {
    order = order_();
  } catch (const Error& error) {
    return void(emit messageAsked(QString::fromUtf8(error.what())));
  }
  LiveSession& session = workspace_.live();
  const RunSettings& settings = session.settings();
  order.exitThreshold = settings.exitThreshold;
  order.budget = std::min(settings.budget, order.loops);  // it may be left from a deeper run
  order.kvPolicy = settings.kvPolicy;
  order.sampling = session.sampling();
  order.capture.hidden |= wish.hidden;
  order.capture.logits |= wish.logits;
  order.capture.layers |= wish.layers;
  for (const QString& word : wish.track) order.track.push_back(word.toStdString());
  const LiveRunPtr live = session.prepare();
  start(tr("Running"), runJob(workspace_.model(), order, live), live, order.loops);
}

void RunDesk::branch(const TracePtr& before, const BranchPoint& at) {
  if (!workspace_.model())
    return void(
        emit messageAsked(tr("There is no model loaded: open a model folder first (File menu).")));
  // As many tokens as the record had from here on, or as the prompt box says.
  const int generate = std::max(before->tokens() - at.token, generate_());
  const LiveRunPtr live = workspace_.live().prepare();
  start(tr("Branching"), branchJob(workspace_.model(), {before, at, {}, generate}, live), live,
        before->loops());
}

void RunDesk::start(const QString& name, const JobRunner::Work& work, const LiveRunPtr& live,
                    int loops) {
  // The first part that arrives opens a trace, the later ones let it grow.
  const auto id = std::make_shared<int>(-1);
  const auto take = [this, id](const std::any& part) {
    const auto trace = std::any_cast<TracePtr>(part);
    if (*id >= 0)
      workspace_.replace(*id, trace);
    else
      *id = workspace_.open(trace, {});
  };
  jobs_.start(
      name, work,
      [this, take](const std::any& whole) {
        take(whole);
        workspace_.live().end(std::any_cast<TracePtr>(whole));
      },
      take);
  workspace_.live().begin(live, loops);
}

}  // namespace ouroscope
