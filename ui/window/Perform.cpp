// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of `--do`: everything that the palette can do, from the command line.
#include <QCoreApplication>
#include <QMenu>

#include "ui/base/Names.h"
#include "ui/window/Actions.h"
#include "ui/window/ControlBar.h"
#include "ui/window/DockHost.h"
#include "ui/window/MainWindow.h"

namespace ouroscope {
bool MainWindow::perform(const QString& command) {
  if (const Actions::Entry* entry = actions_->find(command)) {
    markActions();
    entry->action->trigger();
    return true;
  }
  const QString verb = command.section(':', 0, 0), rest = command.section(':', 1);
  const int number = rest.toInt();
  if (verb == "goto") {
    state_.select(number - 1);
  } else if (verb == "measure") {
    const Measure* row = measureOf(loopMeasures(), rest);
    if (!row) return false;
    state_.setMeasure(*row);
  } else if (verb == "text") {
    const Measure* row = measureOf(tokenMeasures(), rest);
    if (!row) return false;
    state_.setTokenMeasure(*row);
  } else if (verb == "budget" || verb == "q") {
    state_.fromJson({{verb, rest.toDouble()}});
  } else if (verb == "words") {
    state_.setTrackedWords(rest.split(',', Qt::SkipEmptyParts));
  } else if (verb == "prompt") {
    controls_->setPrompt(rest, 0, 0);
    runs_.run();
  } else if (verb == "example") {
    if (number < 1 || number > examples_->actions().size()) return false;
    examples_->actions().at(number - 1)->trigger();
  } else if (verb == "open") {
    open(rest);
  } else if (verb == "trace") {
    if (number < 1 || number > static_cast<int>(workspace_.items().size())) return false;
    workspace_.show(workspace_.items()[static_cast<std::size_t>(number - 1)].id);
  } else if (verb == "size") {
    const int width = rest.section('x', 0, 0).toInt(), height = rest.section('x', 1).toInt();
    if (width < 1 || height < 1) return false;
    resize(width, height);
  } else if (verb == "picture") {
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
    return grab().save(rest);
  } else {
    return false;
  }
  return true;
}

}  // namespace ouroscope
