// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Comparison.h"

#include <algorithm>
#include <cmath>

#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

bool sameText(const Comparison& c, std::int32_t idA, std::int32_t idB) {
  if (idA < 0 || idB < 0) return false;  // no best word there
  if (c.alignment.by != AlignedBy::Bytes) return idA == idB;
  return c.a.trace->word(idA) == c.b.trace->word(idB);
}

std::vector<ComparisonNote> notesOf(const Comparison& c) {
  const TraceInfo &a = c.a.trace->info(), &b = c.b.trace->info();
  std::vector<ComparisonNote> notes;
  const auto note = [&](bool differ, ComparisonNote which) {
    if (differ) notes.push_back(which);
  };
  note(a.weightsSha256 != b.weightsSha256, ComparisonNote::Weights);
  note(a.dtype != b.dtype, ComparisonNote::DTypes);
  note(a.device != b.device, ComparisonNote::Devices);
  note(c.alignment.by == AlignedBy::Bytes, ComparisonNote::Tokenizers);
  note(c.a.trace->loops() != c.b.trace->loops(), ComparisonNote::Loops);
  note(a.kvPolicy != b.kvPolicy, ComparisonNote::Policies);
  note(!c.alignment.shortest, ComparisonNote::NotShortest);
  return notes;
}

std::int32_t bestWord(const Comparison::Side& side, int token) {
  return side.readout.topId[token];
}

}  // namespace

void Comparison::Side::read(const ReadoutRule& rule, std::shared_ptr<const ReadoutTables> known) {
  if (known) tables = std::move(known);
  if (!tables || tables->gate() != rule.gate)
    tables = std::make_shared<const ReadoutTables>(*trace, rule.gate);
  readout = tables->read(*trace, rule);
}

Comparison compareTraces(TracePtr a, const ReadoutRule& ruleA, TracePtr b, const ReadoutRule& ruleB,
                         int mostEdits, const std::stop_token& stop) {
  Comparison out = alignTraces(std::move(a), std::move(b), mostEdits, stop);
  out.a.read(ruleA);
  out.b.read(ruleB,
             out.a.trace == out.b.trace && ruleA.gate == ruleB.gate ? out.a.tables : nullptr);
  return out;
}

Comparison alignTraces(TracePtr a, TracePtr b, int mostEdits, const std::stop_token& stop) {
  Comparison out;
  out.alignment = alignTokens(*a, *b, mostEdits, stop);
  out.loops = std::min(a->loops(), b->loops());
  out.a.trace = std::move(a);
  out.b.trace = std::move(b);
  const auto next = [](const Trace& trace, int token) -> const std::string* {
    const std::size_t i = token + 1;
    return token + 1 < trace.tokens() ? &trace.columns().tokenBytes[i] : nullptr;
  };
  for (const AlignedColumn& column : out.alignment.columns) {
    bool same = column.both();
    if (same) {
      const std::string *inA = next(*out.a.trace, column.a), *inB = next(*out.b.trace, column.b);
      same = inA && inB && *inA == *inB;
      // Two ids may share a text; where ids mean the same in both, they decide.
      if (same && out.alignment.by != AlignedBy::Bytes)
        same = out.a.trace->columns().tokenId[column.a + 1] ==
               out.b.trace->columns().tokenId[column.b + 1];
    }
    out.sameNext.push_back(same);
  }
  out.notes = notesOf(out);
  return out;
}

std::vector<float> loopDifference(const Comparison& comparison, const Measure& measure) {
  const Trace &a = *comparison.a.trace, &b = *comparison.b.trace;
  const auto matrix = [&](const Comparison::Side& side) {
    return measureMatrix(*side.trace, measure, side.readout.rule, side.tables.get());
  };
  const std::vector<float> inA = matrix(comparison.a), inB = matrix(comparison.b);
  const auto& columns = comparison.alignment.columns;
  const std::size_t R = comparison.loops;
  std::vector<float> out(columns.size() * R, kNaN);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!columns[i].both() || (measure.ofNextToken && !comparison.sameNext[i])) continue;
    for (int r = 0; r < comparison.loops; ++r)
      out[i * R + r] = inB[b.at(columns[i].b, r)] - inA[a.at(columns[i].a, r)];
  }
  return out;
}

std::vector<float> tokenDifference(const Comparison& comparison, const Measure& measure) {
  const auto values = [&](const Comparison::Side& side) {
    return tokenMeasure(*side.trace, measure, side.readout, side.tables.get());
  };
  const std::vector<float> inA = values(comparison.a), inB = values(comparison.b);
  const auto& columns = comparison.alignment.columns;
  std::vector<float> out(columns.size(), kNaN);
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].both() && (!measure.ofNextToken || comparison.sameNext[i]))
      out[i] = inB[columns[i].b] - inA[columns[i].a];
  return out;
}

DifferenceSummary summariseDifferences(std::span<const float> differences) {
  DifferenceSummary out;
  for (const float difference : differences) {
    if (std::isnan(difference)) continue;
    const double d = difference;
    ++out.compared;
    out.rises += d > 0;
    out.falls += d < 0;
    out.mean += d;
    out.meanAbsolute += std::abs(d);
    if (std::abs(d) > std::abs(out.largest)) out.largest = d;
  }
  if (!out.compared) {
    out.mean = out.meanAbsolute = out.largest = kNaN;
    return out;
  }
  out.mean /= out.compared;
  out.meanAbsolute /= out.compared;
  return out;
}

double differenceLimit(std::span<const float> differences) {
  std::vector<float> sizes;
  for (const float d : differences)
    if (std::isfinite(d)) sizes.push_back(std::abs(d));
  if (sizes.empty()) return 1;
  // Few values: all of them decide. Many: one broken token must not flatten the rest.
  const double share = sizes.size() > 400 ? 0.995 : 1.0;
  double limit = valueAt(sizes, std::lround(share * (sizes.size() - 1)));
  if (limit <= 0) limit = *std::max_element(sizes.begin(), sizes.end());
  return limit > 0 ? limit : 1;
}

std::vector<Change> mostChanged(std::span<const float> differences, int perColumn, int most) {
  std::vector<Change> changes;
  const std::size_t R = perColumn;
  for (std::size_t i = 0; R && i + R <= differences.size(); i += R) {
    Change change;
    change.column = i / R;
    for (std::size_t r = 0; r < R; ++r)
      if (std::abs(differences[i + r]) > std::abs(change.difference)) {
        change.loop = r;
        change.difference = differences[i + r];
      }
    if (change.difference != 0) changes.push_back(change);
  }
  const auto shown = changes.begin() + std::min<std::ptrdiff_t>(most, std::ssize(changes));
  std::partial_sort(changes.begin(), shown, changes.end(), [](const Change& x, const Change& y) {
    const double dx = std::abs(x.difference), dy = std::abs(y.difference);
    return dx != dy ? dx > dy : x.column < y.column;
  });
  changes.erase(shown, changes.end());
  return changes;
}

ReadingSummary summariseReadings(const Comparison& c) {
  ReadingSummary out;
  for (std::size_t i = 0; i < c.alignment.columns.size(); ++i) {
    const AlignedColumn& column = c.alignment.columns[i];
    if (!column.both()) continue;
    const int loopA = c.a.readout.loop[column.a], loopB = c.b.readout.loop[column.b];
    ++out.compared;
    out.meanLoopsA += loopA + 1;
    out.meanLoopsB += loopB + 1;
    out.sameWord += sameText(c, bestWord(c.a, column.a), bestWord(c.b, column.b));
    if (!c.sameNext[i]) continue;
    const double lossA = -c.a.trace->columns().logprob[c.a.trace->at(column.a, loopA)],
                 lossB = -c.b.trace->columns().logprob[c.b.trace->at(column.b, loopB)];
    if (std::isnan(lossA) || std::isnan(lossB)) continue;
    ++out.comparedNext;
    out.lossA += lossA;
    out.lossB += lossB;
  }
  const auto mean = [](double& sum, int n) { sum = n ? sum / n : kNaN; };
  mean(out.meanLoopsA, out.compared);
  mean(out.meanLoopsB, out.compared);
  mean(out.lossA, out.comparedNext);
  mean(out.lossB, out.comparedNext);
  return out;
}

}  // namespace ouroscope
