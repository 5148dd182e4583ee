// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is lost between two programs: quick quits, disks that are full, files that are away, the
// figure page; and nothing that a folder holds can keep the window waiting.
#include <sys/resource.h>
#include <sys/stat.h>

#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <csignal>

#include "core/analysis/PuzzleGames.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticTrace.h"
#include "ui/base/Language.h"
#include "ui/figures/kinds/FigurePage.h"
#include "ui/session/SessionKeeper.h"
#include "ui/views/FigureView.h"
#include "ui/window/DockHost.h"
#include "ui/window/MainWindow.h"
#include "ui/window/MessageBar.h"
#include "ui/window/PromptEdit.h"
#include "ui/window/RunList.h"

using namespace ouroscope;

namespace {

/// While it lives no byte can be written to a file, as on a full disk.
class FullDisk {
 public:
  FullDisk() {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit none = before_;
    none.rlim_cur = 0;
    ::setrlimit(RLIMIT_FSIZE, &none);
  }
  ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

QJsonObject json(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                        : QJsonObject();
}

/// A window whose session has been read.
std::unique_ptr<MainWindow> windowOn(const QString& sessions, const QString& path = {}) {
  auto window = std::make_unique<MainWindow>();
  window->show();
  if (!QTest::qWaitForWindowExposed(window.get())) qFatal("the window is not shown");
  window->startSession(sessions, path);
  if (!QTest::qWaitFor([&] { return !window->busy(); }, 60000)) qFatal("no session");
  return window;
}

/// Presses a button of the question that close() asks, and closes.
/// @return whether it was asked
bool closeAnd(MainWindow& window, const char* button) {
  bool asked = false;
  QTimer::singleShot(0, [&] {
    auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
    if (!box) return;
    asked = box->objectName() == "closeQuestion";
    if (QString(button) == "closeCancel")
      QTest::keyClick(box, Qt::Key_Escape);
    else
      QTest::mouseClick(box->findChild<QPushButton*>(button), Qt::LeftButton);
  });
  window.close();
  return asked;
}

}  // namespace

class TestClosing : public QObject {
  Q_OBJECT
 private:
  std::unique_ptr<QTemporaryDir> home_;
  QString sessions_, saved_;

  QStringList runs() const { return QDir(sessions_ + "/0").entryList({"run-*"}); }

  /// The real program, to its end.
  int program(const QStringList& arguments, int ms = 60000) {
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_QPA_PLATFORM", "offscreen");
    environment.insert("XDG_CONFIG_HOME", home_->filePath("config"));
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::ForwardedChannels);
    program.start(qEnvironmentVariable("OUROSCOPE_WINDOW"), arguments);
    if (!program.waitForFinished(ms)) {
      program.kill();
      program.waitForFinished();
      return -1;
    }
    return program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -2;
  }

 private slots:
  void init() {
    home_ = std::make_unique<QTemporaryDir>();
    test::freshSettings(home_->path());
    sessions_ = home_->filePath("sessions");
    saved_ = home_->filePath("saved.trace.safetensors");
    writeTrace(*test::syntheticTrace({.tokens = 9}), saved_.toStdString());
  }

  /// F1: a clean end is no crash, however soon it comes.
  void quickQuitsKeepAllRuns() {
    QCOMPARE(program({"--session-dir", sessions_, "--do", "prompt:Take 3", "--do", "prompt:Ann",
                      "--do", "file.quit"}),
             0);
    // The example of a first start is a file and comes back as one: it is no run to be kept.
    QCOMPARE(runs().size(), 2);
    for (int n = 0; n < 3; ++n)
      QCOMPARE(program({"--session-dir", sessions_, "--do", "file.quit"}), 0);
    QCOMPARE(runs().size(), 2);
    QCOMPARE(json(sessions_ + "/0/session.json")["traces"].toArray().size(), 3);
    QVERIFY(QDir(sessions_).entryList({"*set-aside*"}).isEmpty());
    // Closed before the session was even read.
    for (int n = 0; n < 3; ++n) {
      MainWindow window;
      window.show();
      window.startSession(sessions_, {});
      window.close();
    }
    QVERIFY(!QFileInfo::exists(sessions_ + "/0/restoring"));
    QCOMPARE(runs().size(), 2);
  }

  /// The first picture is a record in English, a file and no run; the puzzle model is open for
  /// texts of one's own. Whose record it is stands in quiet ink; only a text that was typed for the
  /// puzzle model and is none of its games warns.
  void aFirstStartShowsALanguageExample() {
    for (int start = 0; start < 2; ++start) {
      const auto window = windowOn(sessions_);
      QCOMPARE(window->workspace().items().size(), 1u);
      QVERIFY(!window->workspace().items()[0].path.isEmpty());
      const Trace& trace = *window->state().trace();
      QVERIFY(!isPuzzleModel(trace.info()));
      QCOMPARE(window->state().selectedToken(), trace.info().promptTokens - 1);
      QVERIFY(window->workspace().knowsPuzzlesOnly());
      auto* prompt = window->findChild<PromptEdit*>("prompt");
      QCOMPARE(prompt->note(), "recorded with " + QString::fromStdString(trace.info().modelName));
      const QString own = prompt->toPlainText();
      prompt->selectAll();
      QTest::keyClicks(prompt, "Why is");
      QCOMPARE(prompt->note(), "not for the puzzle model");
      prompt->selectAll();
      QTest::keyClicks(prompt, "Take 3, add 4, get");
      QCOMPARE(prompt->note(), "changed, not run");
      prompt->setPlainText(own);
      window->close();
      QCOMPARE(runs().size(), 0);
    }
  }

  /// F3
  void closingAsksForRunsThatAreNotKept() {
    const auto window = windowOn(sessions_, saved_);
    window->workspace().add(test::syntheticTrace({.seed = 3}));
    window->workspace().add(test::syntheticTrace({.seed = 4}));
    {
      const FullDisk full;
      QVERIFY(closeAnd(*window, "closeCancel"));
      QVERIFY(window->isVisible());
      QCOMPARE(window->workspace().items().size(), 3u);
    }
    // Into a folder: named after nothing that is there, and then it closes by itself.
    const QString folder = home_->filePath("kept");
    QVERIFY(QDir().mkpath(folder));
    {
      auto full = std::make_unique<FullDisk>();
      QTimer until;
      QObject::connect(&until, &QTimer::timeout, &until, [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog) return;
        until.stop();
        full.reset();
        auto* name = dialog->findChild<QLineEdit*>("fileNameEdit");
        name->setCompleter(nullptr);
        name->setText(folder);
        QTest::keyClick(name, Qt::Key_Return);
      });
      until.start(50);
      QVERIFY(closeAnd(*window, "closeSave"));
    }
    QTRY_VERIFY(!window->isVisible());
    const QStringList files = QDir(folder).entryList({"*.trace.safetensors"});
    QCOMPARE(files.size(), 2);
    QCOMPARE(readTrace((folder + "/" + files[1]).toStdString())->columns().tokenId,
             test::syntheticTrace({.seed = 4})->columns().tokenId);
  }

  void closingWithoutThemIsAllowed() {
    const auto window = windowOn(sessions_, saved_);
    window->workspace().add(test::syntheticTrace({.seed = 3}));
    const FullDisk full;
    QVERIFY(closeAnd(*window, "closeDiscard"));
    QVERIFY(!window->isVisible());
  }

  void whatIsKeptIsNotAskedFor() {
    const auto window = windowOn(sessions_, saved_);
    window->workspace().add(test::syntheticTrace({.seed = 3}));
    QVERIFY(!closeAnd(*window, "closeCancel"));
    QVERIFY(!window->isVisible());
    QCOMPARE(runs().size(), 1);
  }

  /// A disk that is full from the start: the last session is shown all the same.
  void aFullDiskStillShowsTheLastSession() {
    {
      const auto window = windowOn(sessions_, saved_);
      window->workspace().add(test::syntheticTrace({.seed = 3}));
      window->close();
    }
    {
      const FullDisk full;
      const auto window = windowOn(sessions_);
      QCOMPARE(window->workspace().items().size(), 2u);
      QVERIFY(window->findChild<MessageBar*>()->text().contains("Save runs by hand"));
      QVERIFY(!closeAnd(*window, "closeCancel"));  // both are on the disk
    }
    QCOMPARE(runs().size(), 1);
    const auto window = windowOn(sessions_);
    QCOMPARE(window->workspace().items().size(), 2u);
    window->close();
  }

  /// F22
  void aFileThatIsAwayStaysInTheSession() {
    {
      const auto window = windowOn(sessions_, saved_);
      window->state().select(4);
      window->state().setMeasure(measure("kl"));
      window->workspace().add(test::syntheticTrace({.seed = 3}));
      window->close();
    }
    const QString away = saved_ + ".away";
    QVERIFY(QFile::rename(saved_, away));
    for (int n = 0; n < 2; ++n) {  // also over a second start
      const auto window = windowOn(sessions_);
      QCOMPARE(window->workspace().items().size(), 2u);
      QVERIFY(window->workspace().items()[0].away());
      QVERIFY(window->state().trace() != nullptr);
      auto* runs = window->findChild<RunList*>();
      QVERIFY(runs->isVisible());
      QCOMPARE(runs->item(0)->foreground().color(),
               runs->palette().color(QPalette::PlaceholderText));
      // Nothing that walks over the traces trips over it.
      window->perform("trace.next");
      window->perform("trace.previous");
      window->docks().showView("compare");
      QTest::mouseClick(runs->viewport(), Qt::LeftButton, {}, runs->rowRect(0).center());
      QTRY_VERIFY(!window->busy());
      QCOMPARE(runs->currentRow(), 1);
      QVERIFY(window->findChild<MessageBar*>()->text().contains("saved.trace"));
      window->close();
    }
    QVERIFY(QFile::rename(away, saved_));
    const auto window = windowOn(sessions_);
    QVERIFY(!window->workspace().items()[0].away());
    window->workspace().show(window->workspace().items()[0].id);
    QCOMPARE(window->state().selectedToken(), 4);
    QCOMPARE(window->state().measure().id, measure("kl").id);
    window->close();
  }

  void aFileThatComesBackIsOpenedByItsTab() {
    {
      const auto window = windowOn(sessions_, saved_);
      window->state().select(4);
      window->workspace().add(test::syntheticTrace({.seed = 3}));
      window->close();
    }
    QVERIFY(QFile::rename(saved_, saved_ + ".away"));
    const auto window = windowOn(sessions_);
    QVERIFY(QFile::rename(saved_ + ".away", saved_));
    auto* runs = window->findChild<RunList*>();
    QTest::mouseClick(runs->viewport(), Qt::LeftButton, {}, runs->rowRect(0).center());
    QTRY_VERIFY(!window->workspace().items()[0].away());
    QCOMPARE(window->workspace().items().size(), 2u);
    QTRY_COMPARE(window->state().trace()->tokens(), 9);
    QCOMPARE(window->state().selectedToken(), 4);
    QCOMPARE(runs->currentRow(), 0);
    window->close();
  }

  /// C6
  void theFigurePageComesBack() {
    const auto page = [](MainWindow& window) {
      return FigurePage::fromOptions(
          qobject_cast<FigureView*>(window.docks().view("figure"))->recipe().options);
    };
    {
      const auto window = windowOn(sessions_, saved_);
      QTest::mouseClick(window->findChild<QToolButton*>("figurePreset"), Qt::LeftButton);
      auto* menu = window->findChild<QMenu*>("figureAddMenu");
      menu->actions().at(0)->trigger();
      menu->actions().at(1)->trigger();
      QCOMPARE(page(*window).panels.size(), 3);
      window->close();
    }
    const auto window = windowOn(sessions_);
    QCOMPARE(window->docks().preset(), "figure");
    QCOMPARE(page(*window).panels.size(), 3);
    // It stays also where another language builds the window again.
    window->perform("language.de");
    QTRY_COMPARE(installedLanguage(), "de");
    QTRY_COMPARE(page(*window).panels.size(), 3);
    window->perform("language.en");
    QTRY_COMPARE(installedLanguage(), "en");
    window->close();
  }

  void aDamagedFigurePageIsSaid() {
    {
      const auto window = windowOn(sessions_, saved_);
      window->docks().showView("figure");
      window->close();
    }
    const QString path = sessions_ + "/0/session.json";
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    file.close();
    bytes.replace("\"kind\": \"page\"", "\"kind\": \"no such kind\"");
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto window = windowOn(sessions_);
    QTRY_VERIFY(window->findChild<MessageBar*>()->text().contains("figure page"));
    window->close();
  }

  /// F7: a pipe is refused by name, and the window goes on.
  void aPipeInAModelFolderDoesNotHoldTheWindow() {
    const QString folder = home_->filePath("model");
    QVERIFY(QDir().mkpath(folder));
    const QDir demo(qEnvironmentVariable("OUROSCOPE_DEMO_DIR"));
    for (const QString& name : demo.entryList(QDir::Files))
      if (name != "prompts.json") QVERIFY(QFile::copy(demo.filePath(name), folder + "/" + name));
    const QString prompts = folder + "/prompts.json";
    const auto offered = [&](const QString& said) {
      MainWindow window;
      window.show();
      window.open(folder);
      if (!QTest::qWaitFor([&] { return !window.busy(); }, 30000)) qFatal("it waits");
      if (!window.workspace().model()) qFatal("no model");
      const QString text = window.findChild<MessageBar*>()->text();
      if (said.isEmpty() ? !text.isEmpty() : !text.contains(said)) qFatal("%s", qPrintable(text));
      return window.findChild<QMenu*>("examples")->actions().size();
    };
    QCOMPARE(offered({}), 0);
    QCOMPARE(::mkfifo(prompts.toLocal8Bit().constData(), 0600), 0);
    QCOMPARE(offered("regular file"), 0);
    QVERIFY(QFile::remove(prompts));
    const auto put = [&](const QByteArray& bytes) {
      QFile file(prompts);
      if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
      file.write(bytes);
    };
    put(R"([{"text":"a","title":"T & U"},{"text":7},{},"x",{"text":"b","loops":-4}])");
    QCOMPARE(offered({}), 2);
    put(R"([{"text":"a","text":"b"}])");  // F23: read as strictly as everything else
    QCOMPARE(offered("prompts.json"), 0);
    put(QByteArray(2 << 20, ' '));
    QCOMPARE(offered("prompts.json"), 0);
    QVERIFY(QFile::remove(prompts));
    // Out of the folder by a link: not followed before a person says so.
    QVERIFY(QFile::link(demo.filePath("prompts.json"), prompts));
    MainWindow window;
    window.show();
    window.open(folder);
    QVERIFY(QTest::qWaitFor([&] { return !window.busy(); }, 30000));
    QVERIFY(window.runs().asking() && !window.workspace().model());
    QCOMPARE(window.findChild<QMenu*>("examples")->actions().size(), 0);
  }

  void aSessionWithAKeyTwiceIsSetAside() {
    {
      const auto window = windowOn(sessions_, saved_);
      window->close();
    }
    QFile file(sessions_ + "/0/session.json");
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray bytes = file.readAll();
    file.resize(0);
    file.write("{\"version\": 1," + bytes.mid(bytes.indexOf('{') + 1));
    file.close();
    QStringList problems;
    QVERIFY(readSession(sessions_ + "/0", problems).traces.empty());
    QCOMPARE(problems.size(), 1);
  }

  /// C7
  void dialogsBeginWhereTheLastFileWas() {
    const auto window = windowOn(sessions_, saved_);
    QString folder;
    QTimer::singleShot(0, [&] {
      auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
      QVERIFY(dialog);
      folder = dialog->directory().absolutePath();
      dialog->reject();
    });
    window->perform("file.open");
    QCOMPARE(folder, QFileInfo(saved_).absolutePath());
    window->close();
  }

  /// C16
  void aModelOpenedAsATraceSaysWhatToDo() {
    const auto window = windowOn(sessions_, saved_);
    window->open(qEnvironmentVariable("OUROSCOPE_DEMO_DIR") + "/model.safetensors");
    QTRY_VERIFY(!window->busy());
    QVERIFY(window->findChild<MessageBar*>()->text().contains("open that"));
    window->close();
  }
};

QTEST_MAIN(TestClosing)
#include "tst_closing.moc"
