// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/MainWindow.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStatusBar>
#include <QThread>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/model/HubCache.h"
#include "core/run/LoadedModel.h"
#include "core/support/Error.h"
#include "ui/base/ControlTips.h"
#include "ui/base/Icons.h"
#include "ui/base/Language.h"
#include "ui/base/Names.h"
#include "ui/base/PlainText.h"
#include "ui/base/TimeLeft.h"
#include "ui/base/Zoom.h"
#include "ui/session/Examples.h"
#include "ui/session/SessionKeeper.h"
#include "ui/views/FigureDrag.h"
#include "ui/views/FigureView.h"
#include "ui/views/WhatIfView.h"
#include "ui/window/Actions.h"
#include "ui/window/ControlBar.h"
#include "ui/window/DockHost.h"
#include "ui/window/GuideWindow.h"
#include "ui/window/MessageBar.h"
#include "ui/window/PromptBinding.h"
#include "ui/window/QuestionRail.h"
#include "ui/window/RunList.h"

namespace ouroscope {
namespace {

/// A folder, or OWNER/NAME of the local Hub cache; a trace that is not there is no model.
/// The folder of a corpus that a path names: itself, or one of its files. Empty: none.
QString corpusFolder(const QString& path) {
  const QFileInfo file(path);
  const bool inside =
      file.isFile() && (file.fileName() == "manifest.json" || file.fileName() == "documents.jsonl");
  if (!file.isDir() && !inside) return {};
  const QString folder = inside ? file.absolutePath() : path;
  return CorpusManifest::isIn(folder.toStdString()) ? folder : QString();
}

bool namesModel(const QString& path) {
  const QFileInfo file(path);
  return file.isDir() ||
         (!file.exists() && file.suffix() != "safetensors" && isHubName(path.toStdString()));
}

}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      workspace_(state_),
      history_(state_, workspace_),
      runs_(workspace_, this,
            {[this] { return controls_->order(); }, [this] { return controls_->generate(); },
             [this] { return controls_->toJson(); }}),
      files_(state_, workspace_, this) {
  readZoom();
  // On a small screen all of it is seen, the status bar with its Cancel too.
  resize(QSize(1280, 800).boundedTo(screen()->availableSize()));
  setAcceptDrops(true);
  // Many keyboards have the plus only with Shift.
  connect(new QShortcut(QKeySequence("Ctrl+="), this), &QShortcut::activated, this,
          [this] { (*actions_)["view.larger"]->trigger(); });
  wireJobs(runs_.jobs());
  wireJobs(files_.jobs());
  serveIntents();
  connect(&workspace_, &Workspace::modelChanged, this, [this] {
    controls_->setModel(workspace_.model());
    fillExamples();
    touch();
  });
  connect(&workspace_, &Workspace::itemsChanged, this, [this] {
    showTitle();
    markActions();
    touch();
  });
  connect(&workspace_, &Workspace::currentChanged, this, [this] {
    showTitle();
    markActions();
    touch();
  });
  connect(&history_, &ViewHistory::changed, this, &MainWindow::touch);
  connect(&workspace_.live(), &LiveSession::stateChanged, this, &MainWindow::showDoing);
  build();
}

MainWindow::~MainWindow() {
  cancelAll();
  delete takeCentralWidget();  // the views before what they look at
}

void MainWindow::build() {
  controls_ = new ControlBar(state_);
  messages_ = new MessageBar;
  docks_ = new DockHost({state_, workspace_, intents_});
  progress_ = new QProgressBar;
  cancel_ = new QPushButton(tr("Cancel"));
  doing_ = new QLabel;

  auto* top = new QWidget;
  auto* column = new QVBoxLayout(top);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(messages_);
  new PromptBinding(workspace_, *controls_, controls_);
  side_ = makeSide();
  auto* right = new QWidget;
  auto* rightColumn = new QVBoxLayout(right);
  rightColumn->setContentsMargins(0, 0, 0, 0);
  rightColumn->setSpacing(0);
  rightColumn->addWidget(controls_);
  rightColumn->addWidget(docks_, 1);
  body_ = new QSplitter(Qt::Horizontal);
  body_->setObjectName("body");
  body_->setChildrenCollapsible(false);
  body_->addWidget(side_);
  body_->addWidget(right);
  body_->setStretchFactor(1, 1);
  connect(body_, &QSplitter::splitterMoved, this, &MainWindow::touch);
  column->addWidget(body_, 1);
  setCentralWidget(top);

  progress_->setObjectName("progress");
  progress_->setMaximumWidth(zoomed(220));
  progress_->setTextVisible(false);
  progress_->setAccessibleName(tr("Progress"));
  cancel_->setObjectName("cancel");
  doing_->setObjectName("doing");
  doing_->setTextFormat(Qt::PlainText);
  doing_->setContentsMargins(14, 0, 0, 0);  // under the headings at the side
  statusBar()->setSizeGripEnabled(false);
  statusBar()->addWidget(doing_, 1);
  statusBar()->addPermanentWidget(progress_);
  statusBar()->addPermanentWidget(cancel_);
  model_ = controls_->modelLabel();
  model_->setForegroundRole(QPalette::PlaceholderText);
  model_->setContentsMargins(0, 0, 8, 0);
  statusBar()->addPermanentWidget(model_);

  makeActions();
  buildMenus();
  presets_ = new QWidget;
  presets_->setObjectName("presets");
  auto* row = new QHBoxLayout(presets_);
  row->setContentsMargins(0, 2, 8, 2);
  row->setSpacing(2);
  for (const PresetInfo& info : presets()) {
    auto* button = new QToolButton;
    button->setDefaultAction((*actions_)[QStringLiteral("preset.%1").arg(info.id)]);
    button->setObjectName(QStringLiteral("%1Preset").arg(info.id));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    if (QLatin1String(info.stage) == "figure") {
      button->setAcceptDrops(true);
      button->installEventFilter(this);
    }
    row->addWidget(button);
  }
  menuBar()->setCornerWidget(presets_);
  presets_->show();

  connect(controls_, &ControlBar::runAsked, &runs_, &RunDesk::run);
  connect(controls_, &ControlBar::stopAsked, this, &MainWindow::cancelAll);
  connect(controls_, &ControlBar::edited, this, &MainWindow::touch);
  connect(controls_, &ControlBar::modelAsked, &runs_, &RunDesk::openAs);
  connect(cancel_, &QPushButton::clicked, this, &MainWindow::cancelAll);
  connect(docks_, &DockHost::layoutChanged, this, &MainWindow::touch);
  connect(docks_, &DockHost::presetChanged, this, [this] {
    controlsHidden_ = !presetInfo(docks_->preset())->explores();
    showParts();
    markActions();
  });
  giveTips(*this);
  giveIcons(*this);
  controls_->setModel(workspace_.model());
  showParts();
  showTitle();
  setTheme(static_cast<ThemeChoice>(QSettings().value("theme", 0).toInt()));
}

QWidget* MainWindow::makeSide() {
  auto* side = new QWidget;
  side->setObjectName("side");
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(8, 8, 0, 8);
  column->setSpacing(4);
  const auto heading = [&](const QString& text) {
    auto* label = new QLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(8, 4, 0, 0);
    column->addWidget(label);
  };
  heading(tr("Runs"));
  auto* runs = new RunList(workspace_);
  runs->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  column->addWidget(runs);
  heading(tr("Questions"));
  auto* rail = new QuestionRail(*docks_);
  rail->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
  column->addWidget(rail, 1);
  side->setMinimumWidth(zoomed(180));
  connect(runs, &RunList::compareAsked, this, &MainWindow::compareWith);
  connect(runs, &RunList::saveAsked, &files_, &FileDesk::askSave);
  return side;
}

void MainWindow::showParts() {
  const bool explores = presetInfo(docks_->preset())->explores();
  controls_->setVisible(!controlsHidden_);
  side_->setVisible(explores && !sideHidden_);
  showDoing();
}

void MainWindow::compareWith(int id) {
  state_.setAgainst(id);
  docks_->showView("compare");
}

void MainWindow::addToPage(const FigureRequest& figure) {
  auto* page = qobject_cast<FigureView*>(docks_->view("figure"));
  try {
    page->addPanel(figure);
    statusBar()->showMessage(tr("Added to the figure page"), 5000);
  } catch (const std::exception& error) {
    messages_->show(QString::fromUtf8(error.what()));
  }
}

/// A picture dropped on "Paper" goes to the page.
bool MainWindow::eventFilter(QObject* object, QEvent* event) {
  const bool over = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove;
  if (!over && event->type() != QEvent::Drop) return QMainWindow::eventFilter(object, event);
  auto* drop = static_cast<QDropEvent*>(event);
  const FigureMime* dragged = FigureMime::of(*drop);
  if (!dragged) return QMainWindow::eventFilter(object, event);
  drop->acceptProposedAction();
  if (!over) addToPage(dragged->figure());
  return true;
}

void MainWindow::rebuild() {
  const QJsonObject shell = shellState();
  const auto messages = messages_->messages();
  delete guide_;
  guide_ = nullptr;
  docks_ = nullptr;
  delete takeCentralWidget();
  for (QWidget* each : std::initializer_list<QWidget*>{progress_, cancel_, doing_, model_})
    delete each;
  menuBar()->setCornerWidget(nullptr);
  delete presets_;
  menuBar()->clear();
  qDeleteAll(menuBar()->findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
  build();
  setShellState(shell);
  for (auto message = messages.rbegin(); message != messages.rend(); ++message)
    messages_->show(message->sentence, message->topic);
  controls_->setRunning(runs_.busy());
  showDoing();
}

void MainWindow::wireJobs(JobRunner& runner) {
  connect(&runner, &JobRunner::started, this, [this](const QString& name) {
    controls_->setRunning(runs_.busy());
    stage_ = name;
    part_.clear();
    stageClock_.start();
    showDoing();
    workspace_.setDoing(name);
    progress_->setRange(0, 0);
    markActions();
  });
  connect(&runner, &JobRunner::progress, this,
          [this](const QString& stage, qint64 done, qint64 total) {
            if (stage != stage_) {
              stage_ = stage;
              stageClock_.start();
            }
            const double left = secondsLeft(stageClock_.elapsed(), done, total);
            // A run counts loops of tokens; a person counts tokens.
            const qint64 unit = workspace_.live().running() ? workspace_.live().loops() : 0;
            part_ = unit > 0 ? progressText(done / unit, total / unit, left, true)
                             : progressText(done, total, left);
            showDoing();
            progress_->setRange(0, total > 0 ? 1000 : 0);
            progress_->setValue(total > 0 ? static_cast<int>(1000 * done / total) : 0);
          });
  connect(&runner, &JobRunner::ended, this, [this] {
    controls_->setRunning(runs_.busy());
    markActions();
    touch();
    if (busy()) return;
    workspace_.setDoing({});
    showDoing();
  });
}

void MainWindow::showDoing() {
  // A narrow window has room for what is done, or for the model that is open.
  model_->setVisible(!busy() || width() >= zoomed(1100));
  progress_->setVisible(busy());
  cancel_->setVisible(busy());
  if (!busy()) return doing_->clear();
  const bool held = workspace_.live().state() == LiveSession::State::Paused;
  const QString name = held ? tr("Paused") : stageName(stage_);
  doing_->setText(part_.isEmpty() ? name : tr("%1: %2", "stage: progress").arg(name, part_));
}

void MainWindow::cancelAll() {
  runs_.stop();
  files_.cancel();
}

void MainWindow::serveIntents() {
  const auto say = [this](const QString& sentence) { messages_->show(sentence); };
  connect(&runs_, &RunDesk::messageAsked, this,
          [this](const QString& sentence) { messages_->show(sentence, "run"); });
  // What was wrong with the last attempt is settled once the next begins.
  connect(&runs_.jobs(), &JobRunner::started, this, [this] { messages_->settle("run"); });
  connect(&runs_, &RunDesk::changedRun, &state_, &ViewState::setAgainst);
  connect(&runs_, &RunDesk::loaded, this, &FileDesk::remember);
  connect(&files_, &FileDesk::messageAsked, this, say);
  connect(&workspace_, &Workspace::awayAsked, this,
          [this](const QString& path) { files_.openTraces({path}); });
  connect(&files_, &FileDesk::done, this,
          [this](const QString& sentence) { statusBar()->showMessage(sentence, 5000); });
  connect(&intents_, &Intents::rerunAsked, &runs_, &RunDesk::rerun);
  connect(&intents_, &Intents::sweepAsked, &runs_, &RunDesk::sweep);
  connect(&intents_, &Intents::whatIfAsked, this, [this](int token, int loop) {
    docks_->showView("what-if");
    qobject_cast<WhatIfView*>(docks_->view("what-if"))->setPlace(token, loop);
  });
  connect(&intents_, &Intents::besideAsked, &runs_, &RunDesk::beside);
  connect(&intents_, &Intents::besideLayersAsked, &runs_, &RunDesk::askBesideLayers);
  connect(&intents_, &Intents::besideModelAsked, &runs_, &RunDesk::askBesideModel);
  connect(&runs_, &RunDesk::ranBeside, this, &MainWindow::compareWith);
  connect(&intents_, &Intents::textAsked, this, [this](const QString& text) {
    controls_->setPrompt(text, 0, 0);
    runs_.run();
  });
  connect(&intents_, &Intents::puzzleModelAsked, &runs_, &RunDesk::loadDemo);
  connect(&intents_, &Intents::languageDemoAsked, &runs_, &RunDesk::askLanguageDemo);
  connect(&intents_, &Intents::exportAsked, &files_, &FileDesk::askExport);
  connect(&intents_, &Intents::pageAsked, this, &MainWindow::addToPage);
  connect(&intents_, &Intents::copyAsked, &files_, &FileDesk::copyFigure);
  connect(&intents_, &Intents::traceAsked, this,
          [this](const QString& path) { files_.openTraces({path}); });
  connect(&intents_, &Intents::documentAsked, &files_, &FileDesk::askDocument);
  connect(&files_, &FileDesk::corpusOpened, this, [this] { docks_->showView("corpus"); });
  connect(&files_, &FileDesk::documentRead, this, [this](const QString& text) {
    controls_->setPrompt(text, 0, 0);
    runs_.run();
  });
  // It stands in no prompt box: there it has turns.
  connect(&files_, &FileDesk::conversationRead, &runs_, &RunDesk::runConversation);
  connect(&workspace_, &Workspace::corpusChanged, this, &MainWindow::touch);
  connect(&intents_, &Intents::actionAsked, this,
          [this](const QString& id) { (*actions_)[id]->trigger(); });
  connect(&intents_, &Intents::viewAsked, this,
          [this](const QString& id) { docks_->showView(id); });
  connect(&intents_, &Intents::messageAsked, this, say);
}

void MainWindow::showTitle() {
  const Workspace::Item* item = workspace_.find(workspace_.current());
  setWindowTitle(item ? plainTitle(QStringLiteral("%1 \u2013 Ouroscope").arg(item->shownTitle()))
                      : QStringLiteral("Ouroscope"));
}

void MainWindow::setTheme(ThemeChoice choice) {
  const bool dark = applyTheme(choice);
  docks_->setTheme(dark ? FigureTheme::dark() : FigureTheme::light());
  QSettings().setValue("theme", static_cast<int>(choice));
  markActions();
}

void MainWindow::setLanguage(const QString& code) {
  QSettings().setValue("language", code);
  // The menu whose action asked for it is made again too, so not before its event is over.
  QMetaObject::invokeMethod(
      this,
      [this, code] {
        installLanguage(code);
        setLocale(QLocale());  // number fields take theirs from the window, not from the default
        rebuild();
      },
      Qt::QueuedConnection);
}

QJsonObject MainWindow::shellState() const {
  const ModelPtr model = workspace_.model();
  return {{"layout", docks_->layout()},
          {"controlsHidden", controlsHidden_},
          {"sideHidden", sideHidden_},
          {"body", QString::fromLatin1(body_->saveState().toBase64())},
          {"prompt", controls_->toJson()},
          {"geometry", QString::fromLatin1(saveGeometry().toBase64())},
          {"corpus", workspace_.corpus()
                         ? QString::fromStdString(workspace_.corpus()->folder().string())
                         : QString()},
          {"model", model ? QString::fromStdString(model->folder.path.string()) : QString()}};
}

void MainWindow::setShellState(const QJsonObject& json) {
  docks_->setLayout(json["layout"].toObject());
  controlsHidden_ = json["controlsHidden"].toBool();
  sideHidden_ = json["sideHidden"].toBool();
  body_->restoreState(QByteArray::fromBase64(json["body"].toString().toLatin1()));
  showParts();
  controls_->fromJson(json["prompt"].toObject());
  markActions();
}

SessionState MainWindow::sessionState() const {
  SessionState session;
  session.window = shellState();
  for (const Workspace::Item& item : workspace_.items()) {
    const bool current = item.id == workspace_.current();
    if (current) session.current = static_cast<int>(session.traces.size());
    session.traces.push_back({item.id,
                              item.trace,
                              item.title,
                              item.path,
                              {},
                              workspace_.viewOf(item.id),
                              item.ran,
                              item.draft});
  }
  return session;
}

void MainWindow::startSession(const QString& folder, const QString& path) {
  keeper_ = std::make_unique<SessionKeeper>(folder);
  connect(keeper_.get(), &SessionKeeper::failed, this,
          [this](const QString& sentence) { messages_->show(sentence); });
  if (!keeper_->why().isEmpty()) messages_->show(keeper_->why());
  struct Read {
    SessionState session;
    QStringList problems;
  };
  files_.start(
      tr("Opening the last session"),
      [keeper = keeper_.get()](JobContext&) -> std::any {
        Read read;
        read.session = keeper->read(read.problems);
        return read;
      },
      [this, path](const std::any& result) {
        const auto read = std::any_cast<Read>(result);
        restore(read.session, path);
        for (const QString& problem : read.problems) messages_->show(problem);
      });
}

void MainWindow::restore(const SessionState& session, const QString& path) {
  if (!session.window.isEmpty()) {
    restoreGeometry(QByteArray::fromBase64(session.window["geometry"].toString().toLatin1()));
    setShellState(session.window);
  }
  std::vector<int> ids;
  for (const SessionState::OpenTrace& each : session.traces) {
    ids.push_back(workspace_.add(
        {each.id, each.trace, each.title, each.path, each.view, each.ran, each.draft}));
    if (each.path.isEmpty()) keeper_->adopt(ids.back(), each.trace, each.run);
  }
  if (session.current >= 0) workspace_.show(ids[static_cast<std::size_t>(session.current)]);
  // The prompt of the shown trace as it was left: sessions of older versions have it only here.
  if (const QJsonObject box = session.window["prompt"].toObject();
      session.current >= 0 && !box.isEmpty())
    controls_->fromJson(box);
  keeper_->start([this] { return sessionState(); });
  QTimer::singleShot(3000, keeper_.get(), &SessionKeeper::restored);
  const QString model = session.window["model"].toString();
  if (!path.isEmpty()) open(path);
  const bool corpus = !corpusFolder(path).isEmpty();
  if (const QString before = corpusFolder(session.window["corpus"].toString());
      !corpus && !before.isEmpty())
    files_.openCorpus(before, false);
  if (!path.isEmpty() && !corpus && namesModel(path)) return;
  if (!model.isEmpty() && QFileInfo(model).isDir())
    runs_.loadModel(model);
  else if (session.traces.empty() && path.isEmpty())
    open({});
}

void MainWindow::open(const QString& path) {
  if (path.isEmpty()) return openFirst();
  if (const QString corpus = corpusFolder(path); !corpus.isEmpty())
    return files_.openCorpus(corpus);
  namesModel(path) ? runs_.loadModel(path) : files_.openTraces({path});
}

void MainWindow::openFirst() {
  // The first picture speaks a language, without a download: a record. It is there before the model
  // is, so whatever is done next finds it open.
  try {
    const std::vector<ExampleTrace> examples = exampleTraces();
    if (!examples.empty()) openRecorded(workspace_, state_, examples.front());
  } catch (const Error& error) {
    messages_->show(QString::fromUtf8(error.what()));
  }
  runs_.loadDemo();
}

void MainWindow::touch() {
  if (keeper_) keeper_->changed();
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
  if (!actions_->runLeftOverKey(QKeySequence(event->keyCombination())))
    QMainWindow::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) return event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  QStringList traces;
  for (const QUrl& url : event->mimeData()->urls()) {
    if (!url.isLocalFile()) continue;
    if (const QString corpus = corpusFolder(url.toLocalFile()); !corpus.isEmpty())
      files_.openCorpus(corpus);
    else if (QFileInfo(url.toLocalFile()).isDir())
      runs_.loadModel(url.toLocalFile());
    else
      traces << url.toLocalFile();
  }
  files_.openTraces(traces);
  event->acceptProposedAction();
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  showDoing();
  touch();
}

void MainWindow::moveEvent(QMoveEvent* event) {
  QMainWindow::moveEvent(event);
  touch();
}

void MainWindow::endRun() {
  constexpr qint64 kPatienceMs = 2000;  // a layer of a large model
  cancelAll();
  QElapsedTimer clock;
  clock.start();
  while (runs_.busy() && clock.elapsed() < kPatienceMs) {
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents, 20);
    QThread::msleep(2);
  }
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!isEnabled()) return event->ignore();  // it is being closed already
  // What could not be kept is asked for before anything ends.
  if (keeper_ && !discard_ && !keeper_->flush()) {
    const std::vector<int> lost = lostByClosing();
    if (!lost.empty() && unattended_)
      rescue(lost);
    else if (!lost.empty() && !askToClose(lost))
      return event->ignore();
    discard_ = true;
  }
  setEnabled(false);
  endRun();
  setEnabled(true);
  if (keeper_) {
    keeper_->flush();
    keeper_->endsWell();
  }
  QMainWindow::closeEvent(event);
}

}  // namespace ouroscope
