// SPDX-License-Identifier: GPL-3.0-or-later
// Links that lead out of a model folder: the window asks once, and follows them for that folder.
#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

#include "core/run/LoadedModel.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/SmallModels.h"
#include "tests/support/WindowStage.h"
#include "ui/window/MessageBar.h"

using namespace ouroscope;
namespace fs = std::filesystem;

namespace {

struct Asked : test::WindowStage {
  /// Opens it and waits for the question, or for the model where none is asked.
  QMessageBox* open(const QString& folder) {
    window.runs().loadModel(folder);
    rest();
    return question();
  }
  QMessageBox* question() {
    auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
    return box && box->objectName() == "linkQuestion" ? box : nullptr;
  }
  /// Presses a button of the question and waits for what comes of it.
  void answer(const char* button) {
    QTest::mouseClick(question()->findChild<QPushButton*>(button), Qt::LeftButton);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    rest();
  }
  const LoadedModel* model() { return window.workspace().model().get(); }
  QStringList said() {
    QStringList sentences;
    for (const auto& message : find<MessageBar>("messageBar")->messages())
      sentences << message.sentence;
    return sentences;
  }
};

}  // namespace

class TestFolderLinks : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;
  fs::path whole_, linked_, other_;

 private slots:
  void initTestCase() {
    test::ownSettings(home_.path());
    const fs::path home = home_.path().toStdString();
    whole_ = home / "whole";
    test::writeChatModel(whole_);
    // Weights and tokenizer elsewhere, as a store of packages has them.
    for (fs::path* folder : {&linked_, &other_}) {
      *folder = home / (folder == &linked_ ? "linked" : "other");
      fs::create_directory(*folder);
      fs::copy_file(whole_ / "config.json", *folder / "config.json");
      for (const char* file : {"model.safetensors", "tokenizer.json"})
        fs::create_symlink(whole_ / file, *folder / file);
    }
  }

  void oneQuestionForAFolder() {
    Asked w;
    QMessageBox* box = w.open(QString::fromStdString(linked_.string()));
    QVERIFY(box);
    QVERIFY(!w.model());
    QVERIFY(w->runs().asking());
    for (const fs::path& named : {linked_, whole_})
      QVERIFY2(box->text().contains(QString::fromStdString(named.string())),
               qPrintable(box->text()));
    QVERIFY(!box->text().contains("--follow-links"));  // words of the command line
    w.answer("linkFollow");
    QVERIFY(!w.question() && !w->runs().asking());  // two files are linked, one question is asked
    QVERIFY(w.model());
    QCOMPARE(w.model()->folder.name, std::string("linked"));
    QVERIFY(w.model()->request.followLinks);
    // The same folder in another way, as the panel of options asks for it.
    ModelRequest again = w.model()->request;
    again.dtype = "f32";
    w->runs().openAs(again);
    QVERIFY(w.rest());
    QVERIFY(!w.question());
    QCOMPARE(w.model()->request.dtype, std::string("f32"));
    QVERIFY(w.run("Hello there") > 0);
  }

  void noIsNo() {
    Asked w;
    QVERIFY(w.open(QString::fromStdString(linked_.string())));
    QTest::keyClick(w.question(), Qt::Key_Escape);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(w.rest());
    QVERIFY(!w.model() && !w.question());
    QVERIFY2(w.said().join('\n').contains("was not opened"), qPrintable(w.said().join('\n')));
    // Return is the safe answer, too.
    QVERIFY(w.open(QString::fromStdString(linked_.string())));
    QTest::keyClick(w.question()->defaultButton(), Qt::Key_Return);
    QVERIFY(w.rest());
    QVERIFY(!w.model());
  }

  void nothingIsRemembered() {
    Asked w;
    QVERIFY(w.open(QString::fromStdString(linked_.string())));
    w.answer("linkFollow");
    QVERIFY(w.model());
    // Another folder is another question, and so is the same one opened again.
    QVERIFY(w.open(QString::fromStdString(other_.string())));
    w.answer("linkCancel");
    QCOMPARE(w.model()->folder.name, std::string("linked"));
    QVERIFY(w.open(QString::fromStdString(linked_.string())));
    w.answer("linkCancel");
    // A folder without such links is opened without a word.
    QVERIFY(!w.open(QString::fromStdString(whole_.string())));
    QCOMPARE(w.model()->folder.name, std::string("whole"));
    QVERIFY(!w.model()->request.followLinks);
  }

  /// OWNER/NAME is looked for in the local Hub cache, whose links are its own.
  void aModelOfTheHubCacheIsOpenedByName() {
    const fs::path hub = fs::path(home_.path().toStdString()) / "hub",
                   repository = hub / "models--some--model",
                   snapshot = repository / "snapshots" / std::string(40, 'a');
    fs::create_directories(snapshot);
    fs::create_directories(repository / "blobs");
    int number = 0;
    for (const char* file : {"config.json", "model.safetensors", "tokenizer.json"}) {
      const fs::path blob =
          repository / "blobs" / (std::string(39, 'b') + std::to_string(number++));
      fs::copy_file(whole_ / file, blob);
      fs::create_symlink(blob, snapshot / file);
    }
    qputenv("HF_HUB_CACHE", hub.c_str());
    Asked w;
    w->open("some/model");
    QVERIFY(w.rest());
    QVERIFY(!w.question());
    QVERIFY2(w.model(), qPrintable(w.said().join('\n')));
    QCOMPARE(w.model()->folder.name, std::string("model"));
    w->open("some/other");
    QVERIFY(w.rest());
    QVERIFY2(w.said().join('\n').contains("hf download some/other"),
             qPrintable(w.said().join('\n')));
    w->open("some/record.trace.safetensors");
    QVERIFY(w.rest());
    const QString said = w.said().join('\n');
    QVERIFY2(said.contains("some/record.trace.safetensors"), qPrintable(said));
    QVERIFY2(!said.contains("hf download some/record"), qPrintable(said));
    qunsetenv("HF_HUB_CACHE");
  }

  /// Prompts that a folder suggests are files of it like others.
  void examplesAreAskedForToo() {
    const fs::path folder = fs::path(home_.path().toStdString()) / "prompts";
    fs::copy(whole_, folder);
    const fs::path prompts = fs::path(home_.path().toStdString()) / "elsewhere.json";
    fixture::writeFile(prompts, R"([{"text": "one two"}])");
    fs::create_symlink(prompts, folder / "prompts.json");
    Asked w;
    QVERIFY(w.open(QString::fromStdString(folder.string())));
    w.answer("linkFollow");
    QCOMPARE(w->runs().examples().size(), std::size_t{1});
  }
};

QTEST_MAIN(TestFolderLinks)
#include "tst_folder_links.moc"
