// SPDX-License-Identifier: GPL-3.0-or-later
// The menus, dialogs and the palette of MainWindow.
#include <QCoreApplication>
#include <QMenuBar>
#include <QMessageBox>
#include <QRegularExpression>
#include <QSettings>

#include "core/run/LoadedModel.h"
#include "core/support/Error.h"
#include "core/support/Version.h"
#include "ui/base/Language.h"
#include "ui/base/Names.h"
#include "ui/base/PlainText.h"
#include "ui/session/Examples.h"
#include "ui/window/Actions.h"
#include "ui/window/CommandPalette.h"
#include "ui/window/ControlBar.h"
#include "ui/window/DockHost.h"
#include "ui/window/GuideWindow.h"
#include "ui/window/KeysDialog.h"
#include "ui/window/MainWindow.h"
#include "ui/window/MessageBar.h"

namespace ouroscope {

void MainWindow::buildMenus() {
  menuBar()->clear();
  const auto fill = [this](QMenu* menu, const QString& name) {
    for (const Actions::Entry& entry : actions_->all()) {
      if (entry.menu == "-" + name) menu->addSeparator();
      if (entry.menu == name || entry.menu == "-" + name) menu->addAction(entry.action);
    }
    return menu;
  };
  QMenu* file = fill(menuBar()->addMenu(tr("&File")), "file");
  QMenu* recent = new QMenu(tr("Open &recent"), file);
  recent->setObjectName("recent");
  file->insertMenu(file->actions().at(2), recent);
  connect(file, &QMenu::aboutToShow, recent, [this, recent] { fillRecent(recent); });
  fillRecent(recent);
  recorded_ = new QMenu(tr("Open recorded e&xample"), file);
  recorded_->setObjectName("recordedExamples");
  file->insertMenu(file->actions().at(4), recorded_);
  fillRecorded();
  fill(menuBar()->addMenu(tr("&Edit")), "edit");
  QMenu* run = fill(menuBar()->addMenu(tr("&Run")), "run");
  run->addSeparator();
  examples_ = run->addMenu(tr("E&xamples"));
  examples_->setObjectName("examples");
  QMenu* view = menuBar()->addMenu(tr("&View"));
  // Presets and views share names (Teach), so they have a menu each.
  fill(view->addMenu(tr("&Presets")), "preset");
  view->addSeparator();
  fill(view, "view")->addSeparator();
  fill(view->addMenu(tr("&Theme")), "theme");
  // The word for it is there in English too, for whoever cannot read the present language.
  const QString word = tr("&Language");
  fill(view->addMenu(installedLanguage().startsWith("en") || installedLanguage().isEmpty()
                         ? word
                         : word + " / Language"),
       "language");
  view->addSeparator();
  fill(view, "layout");
  fill(menuBar()->addMenu(tr("&Help")), "help");
  for (QAction* menu : menuBar()->actions())
    connect(menu->menu(), &QMenu::aboutToShow, this, &MainWindow::markActions);
  fillExamples();
  markActions();
}

void MainWindow::fillRecent(QMenu* menu) {
  menu->clear();
  for (const QString& path : FileDesk::recent()) {
    const QString shown = fontMetrics().elidedText(path, Qt::ElideMiddle, 420);
    menu->addAction(plainLabel(shown), this, [this, path] { open(path); });
  }
  menu->setEnabled(!menu->isEmpty());
}

void MainWindow::fillRecorded() {
  recorded_->setToolTipsVisible(true);
  try {
    for (const ExampleTrace& example : exampleTraces()) {
      const QString title = exampleText(example.title), look = exampleText(example.look);
      QAction* action = recorded_->addAction(plainLabel(title), this, [this, example] {
        try {
          openRecorded(workspace_, state_, example);
        } catch (const Error& error) {
          messages_->show(QString::fromUtf8(error.what()));
        }
      });
      action->setData(title);
      action->setStatusTip(look);
      action->setToolTip(plainTip(look));
    }
  } catch (const Error&) {
    recorded_->clear();  // Teach, which lists them too, says why
  }
  recorded_->setEnabled(!recorded_->isEmpty());
}

void MainWindow::fillExamples() {
  examples_->clear();
  examples_->setEnabled(false);
  if (!workspace_.model()) return;
  for (const ExamplePrompt& prompt : runs_.examples()) {
    QAction* action = examples_->addAction(plainLabel(prompt.title), this, [this, prompt] {
      controls_->setPrompt(prompt.text, prompt.loops, prompt.generate);
      runs_.run();
    });
    action->setData(prompt.title);
    action->setStatusTip(prompt.look);
    action->setToolTip(plainTip(prompt.look));
  }
  examples_->setEnabled(!examples_->isEmpty());
  examples_->setToolTipsVisible(true);
}

void MainWindow::showGuide() {
  if (!guide_) guide_ = new GuideWindow(this);
  const PresetInfo& preset = *presetInfo(docks_->preset());
  const QString shown = preset.explores() ? docks_->question() : preset.stage;
  const ViewInfo* view = viewInfo(shown.isEmpty() ? viewList().front().id : shown);
  guide_->open(QString::fromLatin1(view ? view->guide : ""));
}

void MainWindow::showKeys() {
  KeysDialog(*actions_, this).exec();
}

void MainWindow::showAbout() {
  QMessageBox box(
      QMessageBox::NoIcon, tr("About Ouroscope"),
      tr("Ouroscope %1\n\nSees how a looped language model spends its depth: every loop "
         "of every token, what it would have said and when it would have stopped.\n\n"
         "Free software under the GNU General Public License, version 3 or later.")
          .arg(QString::fromLatin1(version())),
      QMessageBox::Close, this);
  box.setTextFormat(Qt::PlainText);
  box.exec();
}

void MainWindow::showPalette() {
  auto* palette = new CommandPalette(
      commands(), [this](const QString& query) { return commandsOfQuery(query); }, this);
  palette->show();
}

std::vector<Command> MainWindow::commands() {
  markActions();
  std::vector<Command> all;
  for (const Actions::Entry& entry : actions_->all()) {
    if (!entry.action->isEnabled() || entry.id == "help.palette") continue;
    QString title = entry.title();
    if (entry.menu == "view") title = tr("View: %1").arg(title);
    if (entry.menu == "preset") title = tr("Preset: %1").arg(title);
    if (entry.menu == "language") title = tr("Language: %1").arg(title);
    all.push_back({title, actions_->key(entry.id).toString(QKeySequence::NativeText),
                   [action = entry.action] { action->trigger(); }, true});
  }
  for (QAction* example : recorded_->actions())
    all.push_back({tr("Recorded example: %1").arg(example->data().toString()), {}, [example] {
                     example->trigger();
                   }});
  for (QAction* example : examples_->actions())
    all.push_back(
        {tr("Example: %1").arg(example->data().toString()), {}, [example] { example->trigger(); }});
  const auto offered = [this](const Measure& m) {
    return !state_.trace() || m.knownTo(*state_.trace(), state_.rule().gate);
  };
  for (const Measure* m : loopMeasures())
    if (!m->needsHidden && offered(*m))
      all.push_back(
          {tr("Heatmap: %1").arg(measureName(*m)), {}, [this, m] { state_.setMeasure(*m); }});
  for (const Measure* m : tokenMeasures())
    if (offered(*m))
      all.push_back({tr("Shade the text by: %1").arg(tokenMeasureName(*m)), {}, [this, m] {
                       state_.setTokenMeasure(*m);
                     }});
  for (const Workspace::Item& item : workspace_.items())
    all.push_back({tr("Trace: %1").arg(item.shownTitle()), {}, [this, id = item.id] {
                     workspace_.show(id);
                   }});
  for (const QString& path : FileDesk::recent())
    all.push_back({tr("Recent: %1").arg(path), {}, [this, path] { open(path); }});
  return all;
}

std::vector<Command> MainWindow::commandsOfQuery(const QString& query) {
  static const QRegularExpression number("(\\d{1,7})\\s*$");
  const QRegularExpressionMatch match = number.match(query);
  if (!match.hasMatch() || !state_.trace()) return {};
  const int token = match.captured(1).toInt();
  if (token < 1 || token > state_.trace()->tokens()) return {};
  return {{tr("Go to token %1").arg(token), {}, [this, token] { state_.select(token - 1); }}};
}

}  // namespace ouroscope
