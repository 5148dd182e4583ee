// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line takes of memory, and what it does where there is none.
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "core/trace/Trace.h"
#include "tests/support/MeasuredProcess.h"
#include "tests/support/SyntheticTrace.h"

using namespace ouroscope;

namespace {

using test::Used;

Used run(const QStringList& arguments, const QString& errors, rlim_t addressSpace = 0) {
  return test::runMeasured(qgetenv("OUROSCOPE_CLI"), arguments, errors, addressSpace);
}

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;

}  // namespace

class TestBounds : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    test::SyntheticOptions options;
    options.tokens = 30000;
    options.topK = 10;
    options.otherGates = 0;
    writeTrace(*test::syntheticTrace(options), path("long").toStdString());
    options.tokens = 6000;
    writeTrace(*test::syntheticTrace(options), path("shorter").toStdString());
  }

  /// The text is written as it is made: listing all tokens takes no more memory than listing one.
  void showDoesNotHoldItsText_data() {
    QTest::addColumn<QString>("format");
    for (const char* format : {"text", "csv", "json"}) QTest::newRow(format) << QString(format);
  }
  void showDoesNotHoldItsText() {
    QFETCH(QString, format);
    const QStringList show{"show", path("long"), "--format", format};
    const Used one = run(show + QStringList{"--tokens", "7-7"}, path("err")),
               all = run(show, path("err"));
    QCOMPARE(one.status, 0);
    QCOMPARE(all.status, 0);
    QVERIFY2(all.peak < one.peak + 8 * kMiB,
             qPrintable(QString("%1 and %2").arg(all.peak).arg(one.peak)));
  }

  /// A prompt that fits into no memory is refused before it is split into tokens as a whole.
  void aPromptThatIsTooLongIsRefusedAtOnce_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("one letter") << QByteArray("a");
    QTest::newRow("words") << QByteArray("Take 3, add 4, double, get 8. ");
    QTest::newRow("two bytes a letter") << QByteArray("\xc3\xa9");
  }
  void aPromptThatIsTooLongIsRefusedAtOnce() {
    QFETCH(QByteArray, text);
    constexpr std::uint64_t kBytes = 24 * kMiB;
    QFile file(path("prompt"));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text.repeated(qsizetype(kBytes) / text.size()));
    file.close();
    // 1,024 loops need a megabyte for each token.
    const Used used =
        run({"trace", "--text-file", path("prompt"), "--loops", "1024", "--out", path("never")},
            path("err"));
    QVERIFY(used.exited);
    QCOMPARE(used.status, 1);
    QVERIFY2(used.err.contains("The prompt is too long: its first") &&
                 used.err.contains("of memory are free") && used.err.count('\n') == 1,
             used.err);
    QVERIFY(!QFile::exists(path("never")));
    QVERIFY2(used.peak < 16 * kBytes, qPrintable(QString::number(used.peak)));
  }

  /// Wherever memory ends, it ends in one sentence.
  void noMemoryIsSaid_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("show") << QStringList{"show", path("shorter"), "--tokens", "1-50"};
    QTest::newRow("show json") << QStringList{"show", path("shorter"), "--tokens",
                                              "1-50", "--format",      "json"};
    QTest::newRow("stats") << QStringList{"stats", path("shorter")};
    QTest::newRow("info") << QStringList{"info", path("shorter")};
    QTest::newRow("info of the model") << QStringList{"info"};
    QTest::newRow("trace") << QStringList{
        "trace",      "--text",    "Take 3, add 4, get",   "--threads",
        "2",          "--capture", "hidden,logits,layers", "--out",
        path("small")};
  }
  void noMemoryIsSaid() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("the sanitizers need the address space");
#endif
    QFETCH(QStringList, arguments);
    int failed = 0, done = 0;
    for (std::uint64_t limit = startsAt(); limit < 256 * kMiB; limit += limit / 14) {
      const Used used = run(arguments, path("err"), limit);
      const QByteArray where = QByteArray::number(qulonglong(limit / kMiB)) + " MiB: " + used.err;
      QVERIFY2(used.exited, where);
      if (used.status == 0) {
        ++done;
        continue;
      }
      ++failed;
      QVERIFY2(used.status == 1, where);
      QVERIFY2(used.err.startsWith("ouroscope-cli: ") && used.err.count('\n') == 1, where);
    }
    QVERIFY(failed > 0 && done > 0);
  }

 private:
  QString path(const QString& name) const {
    return folder_.filePath(name);
  }
  /// Where the program can just be started: what does not come so far says nothing of it. Libraries
  /// are not mapped, and OpenSSL 3.5 waits for itself before main().
  std::uint64_t startsAt() {
    if (startsAt_ == 0)
      for (startsAt_ = 44 * kMiB; startsAt_ < 256 * kMiB; startsAt_ += startsAt_ / 28)
        if (run({"--version"}, path("err"), startsAt_).status == 0) break;
    return startsAt_;
  }
  std::uint64_t startsAt_ = 0;
  QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(TestBounds)
#include "tst_bounds.moc"
