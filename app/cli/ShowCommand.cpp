// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/TraceJson.h"
#include "core/analysis/ExitAnalysis.h"

namespace ouroscope::cli {
namespace {

struct Options {
  std::string trace, gate;
  RuleOptions rule;
  Format format = Format::Text;
};

/// Words of 80 columns: position, token, exit loop, expected depth, then the top word of each loop, eight loops a line.
void printText(const Trace& trace, const Readout& read) {
  constexpr int kColumns = 80, kFixed = 29, kPerLine = 8;
  const int R = trace.loops(), perLine = std::min(R, kPerLine), width = (kColumns - kFixed) / perLine;
  const TraceColumns& c = trace.columns();
  std::string text = describeTrace(trace, read);
  std::string header = fitted("#", 5, true) + " " + fitted("token", 12) + " " + fitted("exit", 4, true) + " " + fitted("depth", 5, true);
  for (int r = 0; r < perLine; ++r) header += fitted(" " + std::string(width > 6 ? "loop " : "") + std::to_string(r + 1), width);
  text += header.substr(0, header.find_last_not_of(' ') + 1) + "\n";
  for (int t = 0; t < trace.tokens(); ++t) {
    const auto i = static_cast<std::size_t>(t);
    if (t == trace.info().promptTokens && t > 0) text += "      \u2500\u2500 generated \u2500\u2500\n";
    std::string line = fitted(std::to_string(t + 1), 5, true) + " " + fitted(printable(c.tokenBytes[i]), 12) + " " +
                       shaded(fitted(std::to_string(read.loop[i] + 1), 4, true), read.loop[i], R) + " " +
                       fitted(number(static_cast<double>(read.expectedDepth[i]), 2), 5, true);
    for (int r = 0; r < R; ++r) {
      if (r > 0 && r % perLine == 0) line += "\n" + std::string(kFixed - 1, ' ');
      if (r >= c.loopsRun[i]) {
        line += fitted(" \u00b7", width);
        continue;
      }
      const std::string word = printable(trace.word(c.topkId[trace.at(t, r) * static_cast<std::size_t>(trace.topK())]));
      // Where there are no colours, a mark shows the loop that is read.
      const bool exit = r == read.loop[i];
      const std::string cell = fitted(word, width - 1);
      line += exit && !coloured() ? ">" + cell : " " + (exit ? shaded(cell, r, R) : cell);
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  std::fputs(text.c_str(), stdout);
}

void printCsv(const Trace& trace, const Readout& read) {
  const TraceColumns& c = trace.columns();
  std::string out = csvLine({"position", "token_id", "token", "generated", "exit_loop", "expected_depth", "loop", "lambda", "p", "cdf", "entropy", "logprob", "rank", "kl",
                             "state_norm", "step_norm", "step_cosine", "top_id", "top_word", "top_logprob"});
  const std::vector<float> gates = trace.gateLogits(read.rule.gate);
  for (int t = 0; t < trace.tokens(); ++t) {
    const auto i = static_cast<std::size_t>(t);
    const ExitDistribution d = distributionOf(trace, gates, t);
    for (int r = 0; r < c.loopsRun[i]; ++r) {
      const std::size_t cell = trace.at(t, r), top = cell * static_cast<std::size_t>(trace.topK()), loop = static_cast<std::size_t>(r);
      const auto real = [&](double v) { return number(v, 6); };
      const auto at = [&](const std::vector<float>& column) { return real(static_cast<double>(column[cell])); };
      out += csvLine({std::to_string(t + 1), std::to_string(c.tokenId[i]), printable(c.tokenBytes[i]), trace.generated(t) ? "1" : "0",
                      std::to_string(read.loop[i] + 1), real(static_cast<double>(read.expectedDepth[i])), std::to_string(r + 1), real(d.lambda[loop]), real(d.p[loop]), real(d.cdf[loop]),
                      at(c.entropy), at(c.logprob), c.rank[cell] < 0 ? "" : std::to_string(c.rank[cell]), at(c.kl), at(c.stateNorm), at(c.stepNorm), at(c.stepCosine),
                      std::to_string(c.topkId[top]), printable(trace.word(c.topkId[top])), real(static_cast<double>(c.topkLogprob[top]))});
    }
  }
  std::fputs(out.c_str(), stdout);
}

void run(const Options& o) {
  const TracePtr trace = readTrace(o.trace);
  const Readout read = readout(*trace, o.rule.toRule(*trace));
  switch (o.format) {
    case Format::Text: return printText(*trace, read);
    case Format::Csv: return printCsv(*trace, read);
    case Format::Json: std::fputs((traceJson(*trace, read).dump(1) + "\n").c_str(), stdout);
  }
}

}  // namespace

Runner addShow(CLI::App& app) {
  auto* c = app.add_subcommand("show", "Print a trace: exit loop, expected depth and top word at each loop, per token");
  auto o = std::make_shared<Options>();
  c->add_option("trace", o->trace, "trace file")->required()->type_name("TRACE");
  o->rule.add(*c);
  addFormat(*c, o->format);
  return [o] { run(*o); };
}

}  // namespace ouroscope::cli
