// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ReadingQuality.h"

#include <algorithm>
#include <cmath>

#include "core/support/Error.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

constexpr QualityInfo kQualities[] = {
    {Quality::Agreement, "agreement", ""},
    {Quality::Nll, "nll", "nats"},
    {Quality::Kl, "kl", "nats"},
};

}  // namespace

std::span<const QualityInfo> qualities() {
  return kQualities;
}

double valueOf(const OperatingPoint& point, Quality quality) {
  return quality == Quality::Agreement ? point.agreement
         : quality == Quality::Nll     ? point.nll
                                       : point.kl;
}

ReadingQuality::ReadingQuality(std::span<const TracePtr> traces) {
  for (const TracePtr& trace : traces) add(*trace);
}

ReadingQuality::ReadingQuality(const Trace& trace) {
  add(trace);
}

int ReadingQuality::tokensOf(Quality quality) const {
  switch (quality) {
    case Quality::Agreement:
      return comparedTokens;
    case Quality::Nll:
      return scoredTokens;
    case Quality::Kl:
      return klTokens;
  }
  return 0;
}

Interval ReadingQuality::interval(const OperatingPoint& point, Quality quality) const {
  const int n = point.ofTokens ? tokensOf(quality) : 0;
  switch (quality) {
    case Quality::Agreement:
      // With every token at its deepest loop it agrees with itself, however few they are.
      if (n > 0 && point.meanLoops * tokens > fullLoops - 0.5) return {1, 1};
      return shareInterval(point.agreement, n);
    case Quality::Nll: {
      const double full = n > 0 ? fullNll / n : kNaN;
      const Interval change = meanInterval(point.nll - full, point.nllSquare, n);
      return {full + change.low, full + change.high};
    }
    case Quality::Kl: {
      const Interval mean = meanInterval(point.kl, point.klSquare, n);
      return {std::max(mean.low, 0.0), mean.high};
    }
  }
  return {kNaN, kNaN};
}

void ReadingQuality::add(const Trace& trace) {
  if (tokens > 0 && loops != trace.loops())
    throw Error("The traces have " + std::to_string(loops) + " and " +
                std::to_string(trace.loops()) +
                " loops: an operating curve needs the same number in all of them.");
  loops = trace.loops();
  const TraceColumns& c = trace.columns();
  const std::size_t K = trace.topK();
  for (int t = 0; t < trace.tokens(); ++t) {
    const int last = c.loopsRun[t] - 1;
    const std::int32_t best = c.topkId[trace.at(t, last) * K];
    bool nllFinite = true, klFinite = true, bestKnown = true;
    for (int r = 0; r < loops; ++r) {
      const std::size_t cell = trace.at(t, std::min(r, last));
      nll.push_back(-c.logprob[cell]);
      kl.push_back(c.kl[cell]);
      agrees.push_back(c.topkId[cell * K] == best);
      nllFinite = nllFinite && std::isfinite(nll.back());
      klFinite = klFinite && std::isfinite(kl.back());
      bestKnown = bestKnown && c.topkId[cell * K] >= 0;
    }
    deepest.push_back(last);
    scored.push_back(nllFinite);
    klKnown.push_back(klFinite);
    compared.push_back(bestKnown);
    comparedTokens += bestKnown;
    scoredTokens += nllFinite;
    klTokens += klFinite;
    fullLoops += last + 1;
    if (nllFinite) fullNll += nll.back();
    skipped = skipped || last + 1 < loops;
  }
  tokens += trace.tokens();
}

OperatingPoint ReadingQuality::point(std::span<const int> loop, double setting) const {
  QualitySums sums;
  for (int t = 0; t < tokens; ++t) sums.add(*this, t, loop[t]);
  return sums.mean(*this, setting);
}

void QualitySums::add(const ReadingQuality& q, int token, int loop, double sign) {
  const std::size_t t = token;
  const std::size_t cell = q.at(token, loop);
  loops += sign * (std::min(loop, q.deepest[t]) + 1);
  if (q.compared[t]) agrees += sign * q.agrees[cell];
  const auto square = [](double value) { return value * value; };
  if (q.scored[t]) {
    nll += sign * q.nll[cell];
    nllSquare += sign * square(1.0 * q.nll[cell] - q.nll[q.at(token, q.loops - 1)]);
  }
  if (q.klKnown[t]) {
    kl += sign * q.kl[cell];
    klSquare += sign * square(q.kl[cell]);
  }
}

QualitySums& QualitySums::operator+=(const QualitySums& other) {
  loops += other.loops;
  agrees += other.agrees;
  nll += other.nll;
  kl += other.kl;
  nllSquare += other.nllSquare;
  klSquare += other.klSquare;
  return *this;
}

OperatingPoint QualitySums::mean(const ReadingQuality& q, double setting) const {
  const auto over = [](double sum, int n) { return n ? sum / n : kNaN; };
  return {setting,
          loops / q.tokens,
          over(agrees, q.comparedTokens),
          over(nll, q.scoredTokens),
          over(kl, q.klTokens),
          0,
          true,
          over(nllSquare, q.scoredTokens),
          over(klSquare, q.klTokens)};
}

}  // namespace ouroscope
