// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TraceSummary.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/support/Error.h"

namespace ouroscope {
namespace {

bool isAsciiDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isAsciiPunctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

std::string wordGroup(const std::string& bytes) {
  if (bytes.size() > 3 && bytes.front() == '<' && bytes[1] == '|' && bytes.back() == '>')
    return "special";
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return "space";
  const auto rest = std::string_view(bytes).substr(first);
  if (std::all_of(rest.begin(), rest.end(), isAsciiDigit)) return "digit";
  if (std::all_of(rest.begin(), rest.end(), isAsciiPunctuation)) return "punctuation";
  return first > 0 ? "word-initial" : "continuation";
}

void add(GroupStats& group, const Trace& trace, const Readout& read, int t) {
  const std::size_t i = t;
  const TraceColumns& c = trace.columns();
  const std::size_t R = trace.loops(), K = trace.topK();
  if (group.histogram.empty()) {
    for (auto* sums : {&group.nll, &group.entropy, &group.agreement}) sums->assign(R, 0.0);
    for (auto* counts : {&group.histogram, &group.right, &group.counted, &group.countedNll,
                         &group.countedRight, &group.countedAgreement, &group.countedEntropy})
      counts->assign(R, 0);
  }
  ++group.tokens;
  group.exitLoops += read.loop[i] + 1;
  const auto count = [](double& sum, int& n, double value) {
    if (!std::isfinite(value)) return;
    sum += value;
    ++n;
  };
  count(group.expectedDepth, group.withDepth, read.expectedDepth[i]);
  ++group.histogram[read.loop[i]];
  const bool known = t + 1 < trace.tokens();
  group.withNext += known;
  const int run = c.loopsRun[i];
  const std::int32_t last = c.topkId[trace.at(t, run - 1) * K];
  for (int r = 0; r < run; ++r) {
    const std::size_t cell = trace.at(t, r), loop = r;
    const std::int32_t best = c.topkId[cell * K];
    ++group.counted[loop];
    count(group.entropy[loop], group.countedEntropy[loop], c.entropy[cell]);
    group.agreement[loop] += best >= 0 && best == last;
    group.countedAgreement[loop] += best >= 0 && last >= 0;
    if (!known) continue;
    count(group.nll[loop], group.countedNll[loop], -c.logprob[cell]);
    group.right[loop] += best == c.tokenId[i + 1];
    group.countedRight[loop] += best >= 0;
  }
}

}  // namespace

Grouping groupingFromName(const std::string& name) {
  if (name == "all") return Grouping::None;
  if (name == "source") return Grouping::Source;
  if (name == "word") return Grouping::Word;
  if (name == "position") return Grouping::Position;
  throw Error("Unknown class \"" + name + "\": choose all, source, word or position.");
}

std::string tokenGroup(const Trace& trace, int token, Grouping grouping) {
  switch (grouping) {
    case Grouping::Source:
      return trace.generated(token) ? "generated" : "prompt";
    case Grouping::Word: {
      // The first token of a text starts a word although no space comes before it.
      const std::string group = wordGroup(trace.columns().tokenBytes[token]);
      return token == 0 && group == "continuation" ? "word-initial" : group;
    }
    case Grouping::Position: {
      int low = 0;
      for (const int high : {1, 4, 16, 64, 256, 1024, 4096}) {
        if (token < high) return std::to_string(low + 1) + "-" + std::to_string(high);
        low = high;
      }
      return "from " + std::to_string(low + 1);
    }
    case Grouping::None:
      break;
  }
  return "all";
}

std::vector<GroupStats> summarise(const std::vector<TracePtr>& traces, const ReadoutRule& rule,
                                  Grouping grouping) {
  std::vector<GroupStats> groups(1);
  groups[0].name = "all";
  std::map<std::string, std::size_t> index;
  for (const TracePtr& trace : traces) {
    if (trace->loops() != traces.front()->loops())
      throw Error("The traces have " + std::to_string(traces.front()->loops()) + " and " +
                  std::to_string(trace->loops()) +
                  " loops: statistics need the same number in all of them.");
    const Readout read = readout(*trace, rule);
    std::vector<bool> touched(groups.size(), false);
    const auto count = [&](std::size_t group, int t) {
      touched.resize(groups.size(), false);
      add(groups[group], *trace, read, t);
      if (!touched[group]) ++groups[group].traces;
      touched[group] = true;
    };
    for (int t = 0; t < trace->tokens(); ++t) {
      count(0, t);
      if (grouping == Grouping::None) continue;
      const std::string name = tokenGroup(*trace, t, grouping);
      const auto [at, added] = index.try_emplace(name, groups.size());
      if (added) {
        groups.emplace_back();
        groups.back().name = name;
      }
      count(at->second, t);
    }
  }
  return groups;
}

}  // namespace ouroscope
