// SPDX-License-Identifier: GPL-3.0-or-later
// The table of all actions of the window, and the small ones among their handlers.
#include <QDockWidget>
#include <QInputDialog>
#include <QSettings>
#include <QStatusBar>
#include <QTimer>
#include <algorithm>
#include <variant>

#include "core/analysis/Striking.h"
#include "ui/base/Language.h"
#include "ui/base/Zoom.h"
#include "ui/window/Actions.h"
#include "ui/window/ControlBar.h"
#include "ui/window/DockHost.h"
#include "ui/window/MainWindow.h"

namespace ouroscope {

void MainWindow::makeActions() {
  actions_ = std::make_unique<Actions>(this);
  struct Row {
    const char* id;
    const char* menu;  ///< "-file": after a separator; "": in no menu
    const char* title;
    const char* key;
    /// Of the desk that does it: files, runs, or the window itself.
    std::variant<void (*)(FileDesk&), void (*)(RunDesk&), void (*)(MainWindow&)> run;
  };
  using W = MainWindow;
  using F = FileDesk;
  using R = RunDesk;
  static constexpr Row kRows[] = {
      {"file.open", "file", QT_TR_NOOP("&Open trace..."), "Ctrl+O", [](F& f) { f.askOpen(); }},
      {"file.openModel", "file", QT_TR_NOOP("Open &model folder..."), "Ctrl+Shift+O",
       [](R& r) { r.askModel(); }},
      {"file.openCorpus", "file", QT_TR_NOOP("Open &corpus..."), "", [](F& f) { f.askCorpus(); }},
      {"file.languageDemo", "file", QT_TR_NOOP("Get the &language demo..."), "",
       [](R& r) { r.askLanguageDemo(); }},
      {"file.save", "-file", QT_TR_NOOP("&Save trace..."), "Ctrl+S", [](F& f) { f.askSave(); }},
      {"file.export", "file", QT_TR_NOOP("&Export figure..."), "Ctrl+E",
       [](W& w) { w.files_.askExport(w.docks_->shown()); }},
      {"file.close", "-file", QT_TR_NOOP("&Close trace"), "Ctrl+W",
       [](W& w) { w.workspace_.close(w.workspace_.current()); }},
      {"file.reopen", "file", QT_TR_NOOP("&Reopen closed trace"), "Ctrl+Shift+T",
       [](W& w) { w.workspace_.reopen(); }},
      {"file.quit", "-file", QT_TR_NOOP("&Quit"), "Ctrl+Q", [](W& w) { w.close(); }},

      {"edit.undo", "edit", QT_TR_NOOP("&Undo view change"), "Ctrl+Z",
       [](W& w) { w.history_.undo(); }},
      {"edit.redo", "edit", QT_TR_NOOP("&Redo view change"), "Ctrl+Shift+Z",
       [](W& w) { w.history_.redo(); }},
      {"edit.find", "-edit", QT_TR_NOOP("&Find in text"), "Ctrl+F", [](W& w) { w.docks_->find(); }},
      {"edit.goto", "edit", QT_TR_NOOP("&Go to token..."), "Ctrl+G", [](W& w) { w.askToken(); }},
      {"edit.back", "-edit", QT_TR_NOOP("Selection &before"), "Alt+Left",
       [](W& w) { w.history_.goBack(); }},
      {"edit.forward", "edit", QT_TR_NOOP("Selection &after"), "Alt+Right",
       [](W& w) { w.history_.goForward(); }},
      {"edit.previous", "edit", QT_TR_NOOP("&Previous deep token"), ",",
       [](W& w) { w.stepInteresting(-1); }},
      {"edit.next", "edit", QT_TR_NOOP("&Next deep token"), ".",
       [](W& w) { w.stepInteresting(1); }},
      {"edit.clear", "edit", QT_TR_NOOP("&Clear selection"), "Esc",
       [](W& w) { w.state_.select(-1); }},

      {"run.run", "run", QT_TR_NOOP("&Run prompt"), "Ctrl+Return", [](R& r) { r.run(); }},
      {"run.again", "run", QT_TR_NOOP("Run &again with more recorded..."), "Ctrl+Shift+Return",
       [](R& r) { r.askAgain(); }},
      {"run.stop", "run", QT_TR_NOOP("&Stop"), "Ctrl+.", [](R& r) { r.stop(); }},
      {"run.prompt", "-run", QT_TR_NOOP("Edit &prompt"), "Ctrl+L",
       [](W& w) {
         if (w.controlsHidden_) w.toggleControls();
         w.controls_->focusPrompt();
       }},
      {"run.less", "-run", QT_TR_NOOP("Loop budget: one &less"), "[",
       [](W& w) { w.stepBudget(-1); }},
      {"run.more", "run", QT_TR_NOOP("Loop budget: one &more"), "]", [](W& w) { w.stepBudget(1); }},

      {"trace.next", "", QT_TR_NOOP("Next trace"), "Ctrl+PgDown",
       [](W& w) { w.workspace_.step(1); }},
      {"trace.previous", "", QT_TR_NOOP("Previous trace"), "Ctrl+PgUp",
       [](W& w) { w.workspace_.step(-1); }},

      {"view.controls", "layout", QT_TR_NOOP("Prompt and &controls"), "Ctrl+Shift+C",
       [](W& w) { w.toggleControls(); }},
      {"view.side", "layout", QT_TR_NOOP("Runs and &questions"), "Ctrl+Shift+R",
       [](W& w) { w.toggleSide(); }},
      {"view.reset", "layout", QT_TR_NOOP("R&eset this layout"), "",
       [](W& w) { w.docks_->resetLayout(); }},
      {"view.fullScreen", "layout", QT_TR_NOOP("F&ull screen"), "F11",
       [](W& w) { w.toggleFullScreen(); }},
      {"view.larger", "-layout", QT_TR_NOOP("&Larger"), "Ctrl++",
       [](W& w) { w.zoomTo(zoomStep(1)); }},
      {"view.smaller", "layout", QT_TR_NOOP("S&maller"), "Ctrl+-",
       [](W& w) { w.zoomTo(zoomStep(-1)); }},
      {"view.usualSize", "layout", QT_TR_NOOP("Us&ual size"), "Ctrl+0", [](W& w) { w.zoomTo(1); }},
      {"view.motion", "-layout", QT_TR_NOOP("Reduce m&otion"), "", [](W& w) { w.toggleMotion(); }},

      {"help.guide", "help", QT_TR_NOOP("&Guide to what is shown"), "F1",
       [](W& w) { w.showGuide(); }},
      {"help.palette", "help", QT_TR_NOOP("Command &palette"), "Ctrl+Shift+P",
       [](W& w) { w.showPalette(); }},
      {"help.keys", "help", QT_TR_NOOP("&Keys"), "?", [](W& w) { w.showKeys(); }},
      {"help.about", "-help", QT_TR_NOOP("&About Ouroscope"), "", [](W& w) { w.showAbout(); }},
  };
  for (const Row& row : kRows)
    actions_->add(row.id, row.menu, tr(row.title), row.key, [this, run = row.run] {
      if (const auto* file = std::get_if<void (*)(FileDesk&)>(&run)) (*file)(files_);
      if (const auto* model = std::get_if<void (*)(RunDesk&)>(&run)) (*model)(runs_);
      if (const auto* window = std::get_if<void (*)(MainWindow&)>(&run)) (*window)(*this);
    });

  int number = 0;
  for (const PresetInfo& info : presets())
    actions_
        ->add(QStringLiteral("preset.%1").arg(info.id), "preset", presetTitle(info),
              QStringLiteral("Alt+%1").arg(++number),
              [this, id = QString(info.id)] { docks_->setPreset(id); })
        ->setCheckable(true);
  for (const ViewInfo& info : viewList())
    actions_
        ->add(QStringLiteral("view.%1").arg(info.id), "view", viewTitle(info),
              QString::fromLatin1(info.key), [this, id = QString(info.id)] { toggleView(id); })
        ->setCheckable(true);
  const std::tuple<const char*, QString, ThemeChoice> themes[] = {
      {"theme.system", tr("&System theme"), ThemeChoice::System},
      {"theme.light", tr("&Light theme"), ThemeChoice::Light},
      {"theme.dark", tr("&Dark theme"), ThemeChoice::Dark}};
  for (const auto& [id, title, choice] : themes)
    actions_->add(id, "theme", title, {}, [this, wanted = choice] { setTheme(wanted); })
        ->setCheckable(true);
  for (const LanguageInfo& language : languages())
    actions_
        ->add(QStringLiteral("language.%1").arg(language.code), "language",
              QString::fromUtf8(language.name), {},
              [this, code = QString(language.code)] { setLanguage(code); })
        ->setCheckable(true);
  for (const char* id : {"view.controls", "view.side", "view.fullScreen", "view.motion"})
    (*actions_)[id]->setCheckable(true);
  (*actions_)["file.quit"]->setMenuRole(QAction::QuitRole);
  (*actions_)["help.about"]->setMenuRole(QAction::AboutRole);
}

void MainWindow::markActions() {
  const Actions& a = *actions_;
  for (const PresetInfo& info : presets())
    a[QStringLiteral("preset.%1").arg(info.id)]->setChecked(docks_->preset() ==
                                                            QLatin1String(info.id));
  for (const ViewInfo& info : viewList())
    a[QStringLiteral("view.%1").arg(info.id)]->setChecked(!docks_->dock(info.id)->isHidden());
  for (const LanguageInfo& language : languages())
    a[QStringLiteral("language.%1").arg(language.code)]->setChecked(
        (installedLanguage().isEmpty() ? "en" : installedLanguage()) ==
        QLatin1String(language.code));
  const int theme = QSettings().value("theme", 0).toInt();
  a["theme.system"]->setChecked(theme == static_cast<int>(ThemeChoice::System));
  a["theme.light"]->setChecked(theme == static_cast<int>(ThemeChoice::Light));
  a["theme.dark"]->setChecked(theme == static_cast<int>(ThemeChoice::Dark));
  a["view.controls"]->setChecked(!controlsHidden_);
  a["view.side"]->setChecked(!sideHidden_);
  a["view.fullScreen"]->setChecked(isFullScreen());
  a["view.motion"]->setChecked(reducedMotion());
  a["view.larger"]->setEnabled(interfaceZoom() < zoomSteps().back());
  a["view.smaller"]->setEnabled(interfaceZoom() > zoomSteps().front());
  const bool some = workspace_.current() >= 0;
  for (const char* id : {"file.save", "file.export", "file.close", "edit.goto", "edit.previous",
                         "edit.next", "run.less", "run.more", "edit.find"})
    a[id]->setEnabled(some);
  a["file.reopen"]->setEnabled(workspace_.canReopen());
  a["run.run"]->setEnabled(!busy());
  a["run.again"]->setEnabled(some && !busy());
  a["run.stop"]->setEnabled(busy());
}

void MainWindow::stepInteresting(int direction) {
  const int token = nextDeepToken(state_.readout(), state_.selectedToken(), direction);
  if (token >= 0) state_.select(token);
}

void MainWindow::askToken() {
  if (!state_.trace()) return;
  bool good = false;
  const int token = QInputDialog::getInt(this, tr("Go to token"), tr("Token, from 1:"),
                                         std::max(1, state_.selectedToken() + 1), 1,
                                         state_.trace()->tokens(), 1, &good);
  if (good) state_.select(token - 1);
}

void MainWindow::stepBudget(int by) {
  if (!state_.trace()) return;
  ReadoutRule rule = state_.rule();
  rule.budget = std::clamp(rule.budget + by, 1, state_.trace()->loops());
  state_.setRule(rule);
}

void MainWindow::toggleView(const QString& id) {
  // A view behind another comes to the front; one that is in front goes.
  QDockWidget* dock = docks_->dock(id);
  const bool inFront = !dock->isHidden() && !dock->visibleRegion().isEmpty();
  if (!inFront)
    docks_->showView(id);
  else if (viewInfo(id)->place == Place::Stage)
    docks_->explore();
  else
    dock->hide();
  markActions();
}

void MainWindow::toggleControls() {
  controlsHidden_ = !controlsHidden_;
  showParts();
  markActions();
  touch();
}

void MainWindow::toggleSide() {
  sideHidden_ = !sideHidden_;
  showParts();
  markActions();
  touch();
}

void MainWindow::toggleFullScreen() {
  setWindowState(windowState() ^ Qt::WindowFullScreen);
  markActions();
}

void MainWindow::zoomTo(double zoom) {
  if (zoom == interfaceZoom()) return;
  // As with another language: the widgets are made again, once the event that asked is over.
  QMetaObject::invokeMethod(
      this,
      [this, zoom] {
        setZoom(zoom);
        rebuild();
        statusBar()->showMessage(tr("Size: %1 %").arg(qRound(100 * zoom)), 5000);
      },
      Qt::QueuedConnection);
}

void MainWindow::toggleMotion() {
  QSettings().setValue("reducedMotion", !reducedMotion());
  markActions();
}

}  // namespace ouroscope
