// SPDX-License-Identifier: GPL-3.0-or-later
// The window's way to the language demo and to the recorded examples. Scripts of the tests' own
// stand in for the one that fetches.
#include <signal.h>

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "core/trace/ExampleTraces.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/WindowStage.h"
#include "ui/base/Language.h"
#include "ui/session/Examples.h"
#include "ui/window/LanguageDemoDialog.h"

using namespace ouroscope;

namespace {

/// A dialog whose script is `body`; its folder is asked for below an own place.
struct Stage {
  QTemporaryDir home;
  LanguageDemo demo = languageDemo();
  std::unique_ptr<LanguageDemoDialog> dialog;

  explicit Stage(const QByteArray& body = "exit 9") {
    const QString script = home.filePath("script.sh");
    QFile file(script);
    if (!file.open(QFile::WriteOnly)) qFatal("no script");
    file.write("#!/bin/sh\n" + body + "\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    file.close();
    demo.script = script.toStdString();
    dialog = std::make_unique<LanguageDemoDialog>(demo, nullptr);
    dialog->show();
    folder()->setText(home.filePath("made"));
  }
  QLineEdit* folder() { return dialog->findChild<QLineEdit*>("languageDemoFolder"); }
  QPushButton* get() { return dialog->findChild<QPushButton*>("languageDemoGet"); }
  QString note() { return dialog->findChild<QLabel*>("languageDemoNote")->text(); }
  QString said() { return dialog->findChild<QLabel*>("jobText")->text(); }
  void press(const char* name) {
    QTest::mouseClick(dialog->findChild<QPushButton*>(name), Qt::LeftButton);
  }
};

}  // namespace

class TestLanguageDemoDialog : public QObject {
  Q_OBJECT
  QTemporaryDir home_;

 private slots:
  void initTestCase() { test::freshSettings(home_.path()); }

  void itSaysWhatAndWhere() {
    Stage stage;
    QString shown;
    for (const QLabel* label : stage.dialog->findChildren<QLabel*>()) shown += label->text() + '\n';
    const LanguageDemo demo = languageDemo();
    for (const std::string& fact : {demo.model, demo.licence, demo.package})
      QVERIFY2(shown.contains(QString::fromStdString(fact)), fact.c_str());
    QVERIFY2(shown.contains("93 MB") && shown.contains("271 MB"), qPrintable(shown));
    QCOMPARE(stage.dialog->command(),
             QStringList({stage.home.filePath("script.sh"), "--out", stage.home.filePath("made")}));
    auto* command = stage.dialog->findChild<QLineEdit*>("languageDemoCommand");
    QCOMPARE(command->text(), stage.dialog->command().join(' '));
    // What is shown can be pasted into a shell.
    stage.folder()->setText(stage.home.filePath("it's here"));
    QVERIFY2(command->text().endsWith("/it'\\''s here'"), qPrintable(command->text()));
  }

  void placesAreLookedAt() {
    Stage stage;
    QVERIFY(stage.note().isEmpty() && stage.get()->isEnabled());
    QVERIFY(QDir().mkpath(stage.home.filePath("taken")));
    stage.folder()->setText(stage.home.filePath("taken"));
    QVERIFY(!stage.get()->isEnabled());
    QVERIFY2(stage.note().contains("Something else"), qPrintable(stage.note()));
    stage.folder()->clear();
    QVERIFY(!stage.get()->isEnabled());
    // A demo that is there is opened; the script, which would fail, is not run.
    QFile file(stage.home.filePath("taken/ouroscope.json"));
    QVERIFY(file.open(QFile::WriteOnly));
    file.close();
    stage.folder()->setText(stage.home.filePath("taken"));
    QSignalSpy ready(stage.dialog.get(), &LanguageDemoDialog::ready);
    QCOMPARE(stage.get()->text(), QString("Open it"));
    stage.press("languageDemoGet");
    QCOMPARE(ready.size(), 1);
    QCOMPARE(ready[0][0].toString(), stage.home.filePath("taken"));
  }

  void itIsFetchedWithProgress() {
    Stage stage(
        "echo '1/4 fetching 46 of 92 MB'\nuntil [ -e \"$0.go\" ]; do sleep 0.05; done\n"
        "mkdir \"$2\" && touch \"$2/ouroscope.json\"");
    QSignalSpy ready(stage.dialog.get(), &LanguageDemoDialog::ready);
    stage.press("languageDemoGet");
    auto* bar = stage.dialog->findChild<QProgressBar*>();
    QTRY_COMPARE(bar->value(), 350);  // half of the step that takes seven tenths of the time
    QVERIFY(!stage.get()->isEnabled() && !stage.folder()->isEnabled());
    QVERIFY(ready.isEmpty());
    QFile go(stage.home.filePath("script.sh.go"));
    QVERIFY(go.open(QFile::WriteOnly));
    go.close();
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(ready[0][0].toString(), stage.home.filePath("made"));
    QVERIFY(!stage.dialog->isVisible());
  }

  /// Cancel ends the script and what it started, and says so; it can be tried again.
  void cancelEndsWhatItStarted() {
    Stage stage("sleep 300 &\necho $! > \"$0.child\"\necho $$ > \"$0.pid\"\nwait");
    stage.press("languageDemoGet");
    const auto number = [&](const char* suffix) {
      QFile file(stage.home.filePath(QString("script.sh") + suffix));
      return file.open(QFile::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
    };
    QTRY_VERIFY(number(".pid") > 0);
    stage.press("jobCancel");
    QTRY_COMPARE(stage.said(), QString("Cancelled."));
    for (const char* suffix : {".pid", ".child"})
      QTRY_VERIFY2(::kill(number(suffix), 0) != 0, suffix);
    QVERIFY(stage.get()->isEnabled() && stage.dialog->isVisible());
    QVERIFY(stage.dialog->findChild<QPushButton*>("jobAgain")->isVisible());
  }

  void aClosedDialogEndsTheScript() {
    Stage stage("echo $$ > \"$0.pid\"\nexec sleep 300");
    stage.press("languageDemoGet");
    QFile file(stage.home.filePath("script.sh.pid"));
    QTRY_VERIFY(file.size() > 0);
    QVERIFY(file.open(QFile::ReadOnly));
    const int script = file.readAll().trimmed().toInt();
    stage.dialog.reset();
    QVERIFY(::kill(script, 0) != 0);
  }

  void anErrorIsOneSentence_data() {
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("of the script")
        << QByteArray(
               "echo 'a warning' >&2; echo 'language_demo: There is no network.' >&2; exit 1")
        << "There is no network.";
    QTest::newRow("none") << QByteArray("exit 3")
                          << "The language demo was not made: the script ended without a reason.";
  }
  void anErrorIsOneSentence() {
    QFETCH(QByteArray, script);
    QFETCH(QString, sentence);
    Stage stage(script);
    QSignalSpy ready(stage.dialog.get(), &LanguageDemoDialog::ready);
    stage.press("languageDemoGet");
    QTRY_COMPARE(stage.said(), sentence);
    QVERIFY(ready.isEmpty() && stage.get()->isEnabled());
  }

  void aScriptThatDoesNotStartIsNamed() {
    Stage stage;
    QVERIFY(QFile::remove(stage.home.filePath("script.sh")));
    stage.press("languageDemoGet");
    QTRY_VERIFY2(stage.said().contains("script.sh does not start"), qPrintable(stage.said()));
  }

  /// The menu leads to it, and the real script takes what the dialog gives it.
  void theWindowOffersIt() {
    test::WindowStage w;
    QVERIFY(w->perform("file.languageDemo"));
    auto* dialog = w.find<LanguageDemoDialog>("languageDemo");
    QVERIFY(dialog->isVisible());
    QProcess script;
    script.setProcessChannelMode(QProcess::MergedChannels);
    script.start(dialog->command().first(), dialog->command().mid(1) << "--describe");
    QVERIFY(script.waitForFinished());
    QVERIFY(script.readAll().contains(dialog->folder().toUtf8()));
    dialog->close();
  }

  /// A hint quotes the same English words in every language.
  void hintsQuoteTheSameWords() {
    static const QRegularExpression quoted(QStringLiteral("\u201c([^\u201d]+)\u201d"));
    for (const LanguageInfo& language : languages()) {
      installLanguage(language.code);
      for (const ExampleTrace& example : exampleTraces()) {
        const QString here = exampleText(example.look);
        for (auto at = quoted.globalMatch(QString::fromStdString(example.look)); at.hasNext();)
          QVERIFY2(here.contains(at.next().captured(1)), qPrintable(here));
      }
    }
    installLanguage("en");
  }

  /// File, Open recorded example: in the order of the list, language first, with no model loaded.
  void recordedExamplesOpenFromTheMenu() {
    test::WindowStage w;
    const auto examples = exampleTraces();
    const auto actions = w.find<QMenu>("recordedExamples")->actions();
    QCOMPARE(actions.size(), qsizetype(examples.size()));
    QCOMPARE(actions[0]->data().toString(), QString::fromStdString(examples[0].title));
    QVERIFY(!actions[0]->toolTip().isEmpty());
    for (int again = 0; again < 2; ++again) {
      actions[0]->trigger();
      QCOMPARE(w->workspace().items().size(), 1u);
      QVERIFY(w->state().trace()->info().modelName.find("SmolLM2") != std::string::npos);
      QCOMPARE(w->state().selectedToken(), w->state().trace()->info().promptTokens - 1);
    }
    actions[1]->trigger();
    QCOMPARE(w->workspace().items().size(), 2u);
    QVERIFY(!w->workspace().model());
  }
};

QTEST_MAIN(TestLanguageDemoDialog)
#include "tst_language_demo_dialog.moc"
