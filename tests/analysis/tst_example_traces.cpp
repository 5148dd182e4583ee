// SPDX-License-Identifier: GPL-3.0-or-later
// What the bundled traces' hints say is what the traces hold.
#include <QRegularExpression>
#include <QtTest>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/analysis/LoopWalk.h"
#include "core/trace/ExampleTraces.h"

using namespace ouroscope;

namespace {

using Json = nlohmann::json;

/// resources/traces/examples.json, with what the recording script and this test read of it.
Json listed() {
  std::ifstream in(OUROSCOPE_SOURCE_DIR "/resources/traces/examples.json");
  return Json::parse(in);
}

bool isLanguage(const Json& entry) {
  return entry.value("model", "") == "language";
}

std::string textOf(const Trace& trace, int first, int end) {
  std::string text;
  for (int t = first; t < end; ++t) text += trace.columns().tokenBytes[t];
  return text;
}

/// The best word of every loop after the last token of the prompt, as a person reads it.
QStringList bestByLoop(const Trace& trace) {
  const LoopWalk walk =
      loopWalk(trace, trace.info().promptTokens - 1, readout(trace, {0, trace.loops(), 1.0}));
  QStringList words;
  for (const WalkLoop& loop : walk.loops)
    words << QString::fromStdString(loop.words.front().bytes).trimmed();
  return words;
}

}  // namespace

class TestExampleTraces : public QObject {
  Q_OBJECT

 private slots:
  /// Language first, then the puzzles; and all that is listed is there, in that order.
  void languageComesFirst() {
    const Json list = listed();
    const auto examples = exampleTraces();
    QCOMPARE(examples.size(), list.size());
    int language = 0;
    std::uintmax_t bytes = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
      QCOMPARE(examples[i].file.filename().string(), list[i]["file"].get<std::string>());
      if (!isLanguage(list[i])) continue;
      QCOMPARE(language++, int(i));
      bytes += std::filesystem::file_size(examples[i].file);
      const TracePtr trace = readTrace(examples[i].file);
      QCOMPARE(trace->info().modelName, std::string("SmolLM2-135M-looped"));
      QVERIFY(trace->info().gated && trace->loops() == 6);
    }
    QCOMPARE(language, 8);
    QVERIFY(bytes <= 1000000);
  }

  void theTracesHoldWhatTheyAreMadeOf_data() {
    QTest::addColumn<QString>("entry");
    for (const Json& entry : listed())
      QTest::newRow(entry["file"].get<std::string>().c_str())
          << QString::fromStdString(entry.dump());
  }
  void theTracesHoldWhatTheyAreMadeOf() {
    QFETCH(QString, entry);
    const Json e = Json::parse(entry.toStdString());
    const TracePtr trace = readTrace(std::string(OUROSCOPE_SOURCE_DIR "/resources/traces/") +
                                     e["file"].get<std::string>());
    const int prompt = trace->info().promptTokens;
    // The demo model's tokenizer writes a space before a text.
    const QString text = QString::fromStdString(textOf(*trace, trace->info().prefixTokens, prompt));
    QCOMPARE(text.trimmed(), QString::fromStdString(e["text"]));
    QCOMPARE(trace->loops(), e["loops"].get<int>());
    QVERIFY(trace->tokens() - prompt <= e.value("generate", 0));
    if (e.contains("written"))
      QCOMPARE(textOf(*trace, prompt, trace->tokens()), e["written"].get<std::string>());
  }

  /// "loop N says “word”", "from loop N on “word”" and "every loop says “word”" are read out of
  /// the English sentence and held against the best words.
  void hintsOfLanguageAreTrue_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("look");
    for (const Json& entry : listed())
      if (isLanguage(entry))
        QTest::newRow(entry["file"].get<std::string>().c_str())
            << QString::fromStdString(entry["file"]) << QString::fromStdString(entry["look"]);
  }
  void hintsOfLanguageAreTrue() {
    QFETCH(QString, file);
    QFETCH(QString, look);
    const TracePtr trace =
        readTrace((QStringLiteral(OUROSCOPE_SOURCE_DIR "/resources/traces/") + file).toStdString());
    const QStringList best = bestByLoop(*trace);
    QCOMPARE(best.size(), 6);
    static const QRegularExpression claim(
        QStringLiteral(
            "(?:loop (\\d) says|from loop (\\d) on|(every loop) says) \u201c([^\u201d]+)\u201d"),
        QRegularExpression::CaseInsensitiveOption);
    int claims = 0, quoted = int(look.count(u'\u201c'));
    for (auto at = claim.globalMatch(look); at.hasNext(); ++claims) {
      const auto match = at.next();
      const QString word = match.captured(4);
      if (const int loop = match.capturedView(1).toInt()) QCOMPARE(best[loop - 1], word);
      const int from = match.hasCaptured(3) ? 1 : match.capturedView(2).toInt();
      if (from == 0) continue;
      for (int r = from - 1; r < best.size(); ++r) QCOMPARE(best[r], word);
      if (from > 1) QVERIFY2(best[from - 2] != word, qPrintable(best.join(' ')));
    }
    QVERIFY2(claims == quoted && claims > 0, qPrintable(look));
  }

  void whatElseTheySay() {
    const std::string folder = OUROSCOPE_SOURCE_DIR "/resources/traces/language-";
    // "each loop is surer of it than the one before"
    const TracePtr door = readTrace(folder + "door.trace.safetensors");
    const LoopWalk walk =
        loopWalk(*door, door->info().promptTokens - 1, readout(*door, {0, door->loops(), 1.0}));
    for (std::size_t r = 1; r < walk.loops.size(); ++r)
      QVERIFY(walk.loops[r].words[0].probability > walk.loops[r - 1].words[0].probability);
    // "what follows is read where the gate stops, after 2 to 4 loops"
    const TracePtr fox = readTrace(folder + "fox.trace.safetensors");
    const Readout read = readout(*fox, {0, fox->loops(), fox->info().exitThreshold});
    QSet<int> loops;
    for (int t = fox->info().promptTokens; t < fox->tokens(); ++t)
      loops << loopWalk(*fox, t, read).exitLoop + 1;
    QCOMPARE(loops, (QSet<int>{2, 3, 4}));
  }
};

QTEST_GUILESS_MAIN(TestExampleTraces)
#include "tst_example_traces.moc"
