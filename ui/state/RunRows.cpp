// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/RunRows.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>

#include "core/analysis/SequenceDiff.h"
#include "core/analysis/TraceTables.h"
#include "core/text/Utf8.h"
#include "ui/base/TokenText.h"

namespace ouroscope {
namespace {

struct Words {
  std::vector<WordRange> ranges;
  std::vector<int> ids;
};

Words wordsOf(const QString& text, QHash<QString, int>& known) {
  static const QRegularExpression word(QStringLiteral("\\S+"));
  Words words;
  for (auto match = word.globalMatch(text); match.hasNext();) {
    const QRegularExpressionMatch found = match.next();
    const int id = known.value(found.captured(), static_cast<int>(known.size()));
    known.insert(found.captured(), id);
    words.ranges.push_back(
        {static_cast<int>(found.capturedStart()), static_cast<int>(found.capturedLength())});
    words.ids.push_back(id);
  }
  return words;
}

}  // namespace

QString beginningOf(const Trace& trace, int tokens, std::size_t enough, std::size_t most) {
  // Characters may be spread over several tokens, so they are put together first.
  std::string bytes;
  for (int t = 0; t < tokens && bytes.size() < enough; ++t) bytes += trace.columns().tokenBytes[t];
  bytes.resize(std::min(bytes.size(), most));
  bytes.resize(bytes.size() - utf8IncompleteSuffix(bytes));
  return tokenDisplayText(bytes).simplified();
}

QString promptLine(const Trace& trace) {
  return beginningOf(trace, trace.info().promptTokens, 400, 400);
}

std::vector<std::vector<WordRange>> differingWords(const std::vector<QString>& texts) {
  QHash<QString, int> known;
  std::vector<Words> words;
  for (const QString& text : texts) words.push_back(wordsOf(text, known));
  std::vector<std::vector<WordRange>> out(texts.size());
  for (std::size_t i = 0; texts.size() > 1 && i < texts.size(); ++i) {
    const Words &own = words[i], &other = words[i ? i - 1 : 1];
    std::vector<bool> common(own.ids.size());
    bool any = false;
    for (const CommonRun& run : sequenceDiff(own.ids, other.ids).runs)
      for (int k = 0; k < run.length; ++k) common[run.a + k] = any = true;
    for (std::size_t w = 0; any && w < common.size(); ++w)
      if (!common[w]) out[i].push_back(own.ranges[w]);
  }
  return out;
}

DepthProfile depthProfile(const TracePtr& trace, int most) {
  const ReadoutRule rule = ruleOfRun(*trace);
  const Readout read = readoutTables(trace, rule.gate)->read(*trace, rule);
  const int T = trace->tokens(), n = std::min(T, most);
  DepthProfile out{read.meanLoops, {}};
  for (int i = 0; i < n; ++i) {
    const int from = static_cast<int>(std::int64_t{T} * i / n);
    const int to = static_cast<int>(std::int64_t{T} * (i + 1) / n);
    double sum = 0;
    for (int t = from; t < to; ++t) sum += read.loop[t] + 1;
    out.bars.push_back(static_cast<float>(sum / (to - from)));
  }
  return out;
}

}  // namespace ouroscope
