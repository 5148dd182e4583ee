// SPDX-License-Identifier: GPL-3.0-or-later
// A corpus folder with made-up sums, as `corpus run` writes one: for tests of what reads it.
#pragma once
#include <QDir>
#include <QFile>
#include <QString>
#include <nlohmann/json.hpp>
#include <random>
#include <string>

#include "core/corpus/CorpusSplit.h"
#include "core/corpus/DocumentLog.h"
#include "core/corpus/ExitGrid.h"
#include "core/support/Sha256.h"

namespace ouroscope::test {

struct SyntheticCorpusOptions {
  int documents = 40, loops = 4;
  bool curves = true;    ///< readings by exit rules
  bool choices = false;  ///< questions with choices beside the texts' sums
  bool tokens = true;    ///< sums of tokens
  std::string input = "made-up.jsonl", model = "made-up";
  std::string inputSha256 = Sha256::hexOf("input");
  unsigned seed = 7;
};

/// Sums of one document that could be: later loops are right more often, losses fall.
inline CorpusSums syntheticSums(const SyntheticCorpusOptions& o, std::mt19937& random) {
  const auto uniform = [&](double low, double high) {
    return low + (high - low) * double(random()) / 4294967296.0;
  };
  const int R = o.loops;
  CorpusSums sums;
  sums.all = TokenSums(R);
  const auto fill = [&](TokenSums& s, int tokens) {
    s = TokenSums(R);
    s.documents = 1;
    s.tokens = s.withDepth = s.withEntropy = tokens;
    s.scored = s.compared = s.withKl = tokens - 1;
    for (int t = 0; t < tokens; ++t) {
      const int exit = int(random() % unsigned(R));
      ++s.exits[exit];
      s.exitLoops += exit + 1;
    }
    s.expectedDepth.add(uniform(1, R) * tokens);
    const double level = uniform(2, 4);
    for (int r = 0; r < R; ++r) {
      s.nll[r].add(level * (1 + 1.0 / (r + 1)) * double(s.scored));
      s.right[r] = std::int64_t(double(s.scored) * uniform(0.1, 0.2) * (r + 1) / R * 3);
      s.agree[r] = r + 1 == R ? s.compared : std::int64_t(double(s.compared) * (r + 1) / (R + 1));
      s.kl[r].add(r + 1 == R ? 0 : uniform(0.1, 0.5) * double(s.withKl) / (r + 1));
      s.entropy[r].add(uniform(1, 2) * tokens / (r + 1));
      if (r == 0) continue;
      s.helped[r - 1] = std::int64_t(double(s.scored) * uniform(0.3, 0.6));
      s.hurt[r - 1] = std::int64_t(double(s.scored) * uniform(0.1, 0.3));
    }
    s.nllAtExit = s.nll[R - 1];
    s.rightAtExit = s.right[R - 1];
    s.agreeAtExit = s.agree[R - 1];
  };
  if (o.tokens) {
    fill(sums.all, 20 + int(random() % 40));
    for (const char* name : {"word-initial", "continuation", "punctuation"})
      fill(sums.word[name], 4 + int(random() % 10));
  }
  for (const ExitGrid& grid : exitGrids()) {
    if (!o.curves || !o.tokens) break;
    const std::size_t points = grid.thresholds.size();
    CurveSums& curve = sums.curves[std::string(exitRuleInfo(grid.kind).id)];
    curve = CurveSums(points);
    for (std::size_t p = 0; p < points; ++p) {
      const double share = (double(p) + 1) / double(points);
      curve.loops[p] = std::int64_t(double(sums.all.tokens) * (1 + (R - 1) * share));
      curve.agree[p] = std::int64_t(double(sums.all.compared) * (0.4 + 0.6 * share));
      curve.nll[p].add(uniform(2, 3) * double(sums.all.scored) * (2 - share));
      curve.kl[p].add(uniform(0.1, 0.3) * double(sums.all.withKl) * (1 - share));
    }
  }
  if (o.choices) {
    TaskSums& tasks = sums.tasks[kChoiceTasks];
    tasks.questions = tasks.scored = tasks.scored2 = 1;
    const auto put = [&](const std::string& name, std::size_t points, double most) {
      AnswerSums& read = tasks.readings[name] = AnswerSums(points);
      for (std::size_t p = 0; p < points; ++p) {
        const double share = (double(p) + 1) / double(points);
        read.right[p] = uniform(0, 1) < 0.3 + 0.5 * share;
        read.right2[p] = uniform(0, 1) < 0.3 + 0.4 * share;
        read.tokens[p] = 6;
        read.loops[p] = std::int64_t(6 * (1 + (most - 1) * share * (points > 1 ? 1 : 0.6)));
      }
    };
    put("loop", std::size_t(R), R);
    for (int r = 0; r < R; ++r) tasks.readings["loop"].loops[r] = 6 * (r + 1);
    put("exit", 1, R);
    put("gate", exitGrid("gate").thresholds.size(), R);
  }
  return sums;
}

/// Writes manifest.json and documents.jsonl. Fields: "subject" (3 values) and "level" (a number).
inline void writeSyntheticCorpus(const QString& folder, const SyntheticCorpusOptions& o = {}) {
  QDir().mkpath(folder);
  nlohmann::ordered_json thresholds = nlohmann::ordered_json::object();
  const nlohmann::ordered_json manifest{
      {"format", "ouroscope.corpus"},
      {"version", 1},
      {"tool", "test"},
      {"input",
       {{"name", o.input},
        {"kind", "jsonl"},
        {"sha256", o.inputSha256},
        {"documents", o.documents}}},
      {"model",
       {{"name", o.model},
        {"family", "ouro"},
        {"config_sha256", Sha256::hexOf("c")},
        {"weights_sha256", Sha256::hexOf("w")},
        {"arithmetic", "f32"}}},
      {"loops", o.loops},
      {"documents", o.documents},
      {"settings", {{"max_tokens", 64}, {"skip_first", 0}, {"exit_threshold", nullptr}}},
      {"split", {{"by", "text"}, {"selection_share", 0.5}}},
      {"thresholds", thresholds},
      {"devices", {"cpu"}}};
  QFile about(folder + "/manifest.json"), log(folder + "/documents.jsonl");
  if (!about.open(QIODevice::WriteOnly) || !log.open(QIODevice::WriteOnly))
    qFatal("cannot write the corpus");
  about.write(QByteArray::fromStdString(manifest.dump(1) + "\n"));
  std::mt19937 random(o.seed);
  static const char* const kSubjects[] = {"sums", "products", "words"};
  for (int i = 1; i <= o.documents; ++i) {
    DocumentRecord record;
    record.number = i;
    record.sha256 = Sha256::hexOf("document " + std::to_string(i));
    record.part = partName(partOf(record.sha256, 0.5));
    record.fields = {{"subject", kSubjects[i % 3]}, {"level", 1 + i % 4}};
    record.sums = syntheticSums(o, random);
    record.tokens = o.tokens ? int(record.sums.all.tokens) : 12;
    log.write(QByteArray::fromStdString(logLine(record) + "\n"));
  }
}

}  // namespace ouroscope::test
