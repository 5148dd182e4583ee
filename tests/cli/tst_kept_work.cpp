// SPDX-License-Identifier: GPL-3.0-or-later
// Work that is done is not lost: stops, failures of the last step, and what can be known before.
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/trace/RescueTrace.h"
#include "core/trace/Trace.h"
#include "tests/support/ChangedDemo.h"
#include "tests/support/CliProcess.h"
#include "tests/support/SyntheticTrace.h"

using namespace ouroscope;
using test::cli;
using test::CliResult;

namespace {

const QString kPrompt = "Take 3, add 4, double, get";

QStringList filesIn(const QTemporaryDir& folder) {
  return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
}

/// Runs a command line of the shell; OUROSCOPE_CLI is in its environment.
CliResult shell(const QString& line) {
  QProcess process;
  process.start("sh", {"-c", line});
  if (!process.waitForFinished(60000)) return {};
  return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
          process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Waits until the program takes signals itself: the first thing that it does.
bool takesSignals(const QProcess& process) {
  return QTest::qWaitFor(
      [&] {
        QFile status(QString("/proc/%1/status").arg(process.processId()));
        if (!status.open(QIODevice::ReadOnly)) return false;
        const QByteArray text = status.readAll();
        const qsizetype at = text.indexOf("SigBlk:");
        return at >= 0 && text.mid(at + 7, 18).trimmed().toULongLong(nullptr, 16) &
                              (std::uint64_t{1} << (SIGTERM - 1));
      },
      30000);
}

/// Waits until the run has begun, by the note before it, and has recorded its prompt.
bool runs(QProcess& process) {
  QByteArray notes;
  const bool begun = QTest::qWaitFor(
      [&] {
        notes += process.readAllStandardError();
        return notes.contains("positions that the model was made for");
      },
      60000);
  // By its own processor time, so that a busy machine does not matter.
  const auto ticks = [&] {
    QFile stat(QString("/proc/%1/stat").arg(process.processId()));
    if (!stat.open(QIODevice::ReadOnly)) return 0LL;
    const QList<QByteArray> fields = stat.readAll().split(' ');
    return fields.size() > 14 ? fields[13].toLongLong() + fields[14].toLongLong() : 0LL;
  };
  const long long before = ticks();
  return begun && QTest::qWaitFor([&] { return ticks() > before + 150; }, 60000) &&
         process.state() == QProcess::Running;
}

}  // namespace

class TestKeptWork : public QObject {
  Q_OBJECT

 private slots:
  void aStopKeepsTheRecord_data() {
    QTest::addColumn<int>("number");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
  }
  void aStopKeepsTheRecord() {
    QFETCH(int, number);
    QTemporaryDir folder;
    const QString file = folder.filePath("t.trace.safetensors");
    QProcess process;
    // Greedy text of the demo model ends at once: this one goes on for 1,162 tokens and half a
    // minute.
    process.start(
        qEnvironmentVariable("OUROSCOPE_CLI"),
        {"trace", "--text", kPrompt, "--generate", "1100", "--temperature", "50", "--seed", "4",
         "--loops", "64", "--top-k", "1", "--threads", "1", "--out", file});
    QVERIFY(process.waitForStarted() && runs(process));
    ::kill(pid_t(process.processId()), number);
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    const QByteArray err = process.readAllStandardError();
    QVERIFY2(err.contains("Stopped; the record of the first"), err);
    const TracePtr trace = readTrace(file.toStdString());
    QVERIFY(trace->tokens() > 1);
    const RunEvent& last = trace->info().events.back();
    QCOMPARE(int(last.what), int(RunEvent::What::Stop));
    QCOMPARE(last.token, trace->tokens());
    const int wanted = trace->info().promptTokens + 1100;
    QCOMPARE(int(last.number), wanted);
    const QByteArray ofAll =
        "first " + QByteArray::number(trace->tokens()) + " of " + QByteArray::number(wanted);
    QVERIFY2(err.contains(ofAll + " tokens is in"), err);
    QVERIFY(cli({"show", file}).out.contains("stop"));
    QVERIFY(cli({"info", file}).out.contains("stopped "));
    QCOMPARE(filesIn(folder), QStringList{"t.trace.safetensors"});
  }

  /// Within the prompt as after it: what is there is a whole file, and nothing else stays.
  void aStopWithinThePromptLeavesNoHalfFile() {
    QTemporaryDir folder;
    QProcess process;
    process.start(qEnvironmentVariable("OUROSCOPE_CLI"),
                  {"trace", "--text-file", "-", "--loops", "16", "--threads", "1", "--out",
                   folder.filePath("long")});
    QVERIFY(process.waitForStarted());
    process.write((kPrompt + " 8. ").repeated(1400).toUtf8());
    process.closeWriteChannel();
    QVERIFY(takesSignals(process));
    QTest::qWait(700);
    QCOMPARE(process.state(), QProcess::Running);
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(10000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    const QStringList left = filesIn(folder);
    QVERIFY2(left.isEmpty() || left == QStringList{"long"}, qPrintable(left.join(' ')));
    if (left.isEmpty()) return;  // before the first batch was recorded
    const TracePtr trace = readTrace(folder.filePath("long").toStdString());
    QCOMPARE(trace->info().events.back().token, trace->tokens());
    QCOMPARE(trace->info().promptTokens, trace->tokens());
  }

  void theFirstSignalEndsTheWaitForText() {
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
      QTemporaryDir folder;
      QProcess process;
      process.start(qEnvironmentVariable("OUROSCOPE_CLI"),
                    {"trace", "--text-file", "-", "--out", folder.filePath("t")});
      QVERIFY(process.waitForStarted() && takesSignals(process));
      ::kill(pid_t(process.processId()), number);
      QVERIFY(process.waitForFinished(10000));
      QCOMPARE(process.exitCode(), 130);
      QVERIFY(filesIn(folder).isEmpty());
    }
  }

  /// What cannot be written is refused before the model runs.
  void whatCannotBeWrittenIsKnownBefore_data() {
    QTest::addColumn<QString>("out");
    QTest::addColumn<QByteArray>("phrase");
    QTest::newRow("a name that is too long") << QString(256, 'n') << QByteArray("too long");
    QTest::newRow("a folder") << QString("folder") << QByteArray("folder");
    QTest::newRow("no such folder") << QString("none/t") << QByteArray("none");
  }
  void whatCannotBeWrittenIsKnownBefore() {
    QFETCH(QString, out);
    QFETCH(QByteArray, phrase);
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir("folder"));
    const CliResult run =
        cli({"trace", "--text", kPrompt, "--generate", "1000000", "--out", folder.filePath(out)});
    QCOMPARE(run.status, 1);
    QVERIFY2(run.err.contains(phrase) && run.err.count('\n') == 1, run.err);
    QVERIFY(filesIn(folder).isEmpty());
  }

  /// The whole run's size is held against the disk.
  void aDiskThatIsTooSmallIsKnownBefore() {
    if (::geteuid() != 0) QSKIP("needs the right to mount");
    QTemporaryDir folder;
    const QString disk = folder.filePath("disk");
    QVERIFY(QDir().mkdir(disk));
    if (QProcess::execute("mount", {"-t", "tmpfs", "-o", "size=64k", "tmpfs", disk}) != 0)
      QSKIP("needs the right to mount");
    const CliResult run = cli({"trace", "--text", kPrompt, "--capture", "logits", "--out",
                               disk + "/t.trace.safetensors"});
    const QStringList left = QDir(disk).entryList(QDir::Files | QDir::Hidden);
    QProcess::execute("umount", {disk});
    QCOMPARE(run.status, 1);
    QVERIFY2(run.err.contains("bytes and the disk has"), run.err);
    QVERIFY(run.out.isEmpty() && left.isEmpty());
  }

  /// The folder of the file goes while the run goes on: the record is complete elsewhere.
  void aFailureAfterTheRunLeavesTheRecordSomewhere() {
    QTemporaryDir folder;
    const QString gone = folder.filePath("gone");
    QVERIFY(QDir().mkdir(gone) && QDir().mkdir(folder.filePath("tmp")));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("TMPDIR", folder.filePath("tmp"));
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("OUROSCOPE_CLI"),
                  {"trace", "--text", kPrompt, "--generate", "1100", "--temperature", "50",
                   "--seed", "4", "--loops", "64", "--top-k", "1", "--threads", "1", "--out",
                   gone + "/t.trace.safetensors"});
    QVERIFY(process.waitForStarted() && runs(process));
    QVERIFY(QDir(gone).removeRecursively());
    ::kill(pid_t(process.processId()), SIGTERM);
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.exitCode(), 1);
    const QByteArray err = process.readAllStandardError();
    const QStringList kept = QDir(folder.filePath("tmp")).entryList({"*.trace.safetensors"});
    QCOMPARE(kept.size(), 1);
    QVERIFY2(err.contains("The record is complete in") && err.contains(kept[0].toUtf8()), err);
    QVERIFY(readTrace(folder.filePath("tmp/" + kept[0]).toStdString())->tokens() > 1);
  }

  void rescuedRecordsReplaceNothing() {
    QTemporaryDir folder;
    const TracePtr trace = test::syntheticTrace();
    const std::filesystem::path wanted = folder.filePath("x").toStdString();
    const auto first = rescueTrace(*trace, wanted), second = rescueTrace(*trace, wanted);
    QVERIFY(first != second && first.parent_path() == wanted.parent_path());
    QCOMPARE(readTrace(first)->tokens(), trace->tokens());
    QCOMPARE(filesIn(folder).size(), 2);
  }

  /// A name from an old archive, in Latin-1.
  void aModelFolderWithAnyNameKeepsItsRun() {
    QTemporaryDir folder;
    const std::string name = folder.path().toStdString() +
                             "/m\xff"
                             "q";
    test::copyDemo(name);
    const QString file = folder.filePath("o.trace.safetensors");
    const CliResult run =
        shell(QStringLiteral("cd '%1' && \"$OUROSCOPE_CLI\" trace --model m*q --text hi --out '%2'")
                  .arg(folder.path(), file));
    QVERIFY2(run.status == 0, run.err);
    QCOMPARE(readTrace(file.toStdString())->info().modelName, std::string("m\xef\xbf\xbdq"));
  }

  void aSummaryThatNobodyReadsIsNoFailure() {
    for (const char* out : {">&-", "> /dev/full", "| true"}) {
      QTemporaryDir folder;
      const QString file = folder.filePath("o.trace.safetensors");
      const CliResult run =
          shell(QStringLiteral("(\"$OUROSCOPE_CLI\" trace --text hi --out '%1'; echo $? >&2) %2")
                    .arg(file, out));
      QVERIFY2(run.err.trimmed().endsWith("0"), run.err);
      QVERIFY2(run.err.contains("is written, but its summary is not printed"), run.err);
      QVERIFY(readTrace(file.toStdString())->tokens() > 0);
    }
  }

  /// Metadata of more than 64 MiB: what is written can be read.
  void whatIsWrittenCanBeReadAgain() {
    constexpr int kTokens = 17000;
    test::SyntheticOptions options;
    options.tokens = kTokens;
    options.topK = 1;
    options.loops = 1;
    options.otherGates = 0;
    const TracePtr made = test::syntheticTrace(options);
    RecordColumns columns = made->whole();
    for (std::string& bytes : columns.tokenBytes) bytes.assign(4096, 'a');
    const Trace trace(made->info(), columns, 1, 1);
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("long").toStdString();
    writeTrace(trace, file);
    QVERIFY(std::filesystem::file_size(file) > std::size_t{64} << 20);
    QCOMPARE(readTrace(file)->tokens(), kTokens);
  }
};

QTEST_GUILESS_MAIN(TestKeptWork)
#include "tst_kept_work.moc"
