// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/Numbers.h"
#include "app/cli/Reading.h"
#include "app/cli/ShowJson.h"
#include "app/cli/Table.h"
#include "app/cli/WordText.h"
#include "core/analysis/NotNumbers.h"
#include "core/trace/TraceMetadata.h"

namespace ouroscope::cli {
namespace {

struct Options {
  std::string trace;
  ReadingOptions reading;
  Format format = Format::Text;
};

constexpr int kLoopsPerLine = 8;  ///< what 80 columns hold
constexpr int kRoomyLoops = 5;    ///< up to here whole words fit

std::string headline(const Trace& trace, const Readout& read) {
  const TraceInfo& info = trace.info();
  const int R = trace.loops(), T = trace.tokens();
  std::string text = shownName(info.modelName) + ", " + shownName(info.dtype) + ", " +
                     shownName(info.device) + "\n" + std::to_string(T) + " tokens (" +
                     std::to_string(T - info.promptTokens) + " generated), " + std::to_string(R) +
                     " loops recorded, " + std::to_string(info.loopsTrained) + " trained\n";
  text += wrapped("Read at: " + ruleText(trace, read.rule)) + "\n";
  if (!info.gated)
    text +=
        wrapped("The model has no exit gate: exit probabilities and expected depths are missing.") +
        "\n";
  text += "Mean exit loop " + fixedText(read.meanLoops, 2) + " of " + std::to_string(R) +
          "; theoretical loops saved " + percentText(1 - read.meanLoops / R) + "\n";
  text += wrapped("This view: " + replayText(trace, read)) + "\n";
  std::string changes;
  for (const RunEvent& event : info.events) {
    const nlohmann::json json = runEventJson(event);
    changes += (changes.empty() ? "" : "; ") + json["what"].get<std::string>();
    if (const auto value = json.find("value"); value != json.end())
      changes += " " + (value->is_string() ? value->get<std::string>() : value->dump());
    changes += " from token " + std::to_string(event.token + 1);
  }
  if (!changes.empty()) text += wrapped("Changed while it ran: " + changes) + "\n";
  if (const NotNumbers broken = notNumbers(trace); broken.any())
    text += wrapped("Note: " + notNumbersText(broken)) + "\n";
  text += "\n";
  return text;
}

/// "1", "2" ...; a star where the model was not trained so far.
std::string loopTitle(const Trace& trace, int loop) {
  const std::string star = loop >= trace.info().loopsTrained ? "*" : "";
  return (trace.loops() <= kRoomyLoops ? " loop " : " ") + std::to_string(loop + 1) + star;
}

/// The top word of one loop. Where there are no colours, ">" marks the loop that is read.
Table::Cell wordCell(const Trace& trace, const Readout& read, int token, int loop,
                     const Terminal& terminal) {
  const TraceColumns& c = trace.columns();
  const auto i = static_cast<std::size_t>(token);
  if (loop >= c.loopsRun[i]) return {" ·", {.dim = true}};
  const std::size_t best = trace.at(token, loop) * static_cast<std::size_t>(trace.topK());
  const std::string bytes = wordOrId(trace, c.topkId[best]);
  const std::string word = trace.loops() <= kRoomyLoops ? wordText(bytes) : compactWordText(bytes);
  if (loop != read.loop[i]) return {" " + word, {.dim = loop > read.loop[i]}};
  const double shade = trace.loops() > 1 ? static_cast<double>(loop) / (trace.loops() - 1) : 0;
  return {(terminal.colours == ColourDepth::None ? ">" : " ") + word, {.shade = shade}};
}

std::string showText(const Trace& trace, const Readout& read, const Terminal& terminal) {
  using Align = Table::Align;
  const TraceColumns& c = trace.columns();
  const int R = trace.loops(), perLine = std::min(R, kLoopsPerLine);
  const bool gated = trace.info().gated;
  std::vector<Table::Column> columns{
      {"#", Align::Right}, {"token", Align::Left, 7, 1}, {"exit", Align::Right}};
  if (gated) columns.push_back({"depth", Align::Right, 0, 1});
  const std::size_t own = columns.size();  // not of a loop
  for (int loop = 0; loop < perLine; ++loop)
    columns.push_back({loopTitle(trace, loop), Align::Left, 5, 1});
  Table table(columns);
  for (int first = perLine; first < R; first += perLine) {
    std::vector<Table::Cell> titles(own);
    for (int loop = first; loop < std::min(R, first + perLine); ++loop)
      titles.push_back({loopTitle(trace, loop), {.bold = true}});
    table.add(titles);
  }
  for (int t = 0; t < trace.tokens(); ++t) {
    const auto i = static_cast<std::size_t>(t);
    if (t > 0 && t == trace.info().promptTokens) table.addLine("     ── generated ──");
    const double shade = R > 1 ? static_cast<double>(read.loop[i]) / (R - 1) : 0;
    std::vector<Table::Cell> row{
        {std::to_string(t + 1), {.dim = true}},
        {wordText(wordOrId(c.tokenBytes[i], c.tokenId[i])), {.bold = true}},
        {std::to_string(read.loop[i] + 1), {.shade = shade}}};
    if (gated) row.push_back({fixedText(static_cast<double>(read.expectedDepth[i]), 2)});
    for (int loop = 0; loop < R; ++loop) {
      if (loop > 0 && loop % perLine == 0) {
        if (loop >= c.loopsRun[i]) break;  // nothing more was run
        table.add(std::move(row));
        row.assign(own, {});
      }
      row.push_back(wordCell(trace, read, t, loop, terminal));
    }
    table.add(std::move(row));
  }
  std::string text = headline(trace, read) + table.text(terminal);
  if (R > trace.info().loopsTrained) text += "* beyond the loops that the model was trained with\n";
  return text;
}

void run(const Options& o) {
  if (o.trace.empty()) throw UsageError("show needs a TRACE.");
  const TracePtr trace = readTrace(fileName(o.trace, "TRACE"));
  const Readout read = readout(*trace, o.reading.ruleFor(*trace));
  switch (o.format) {
    case Format::Text:
      return print(showText(*trace, read, Terminal::standardOutput()));
    case Format::Csv:
      return showCsv(*trace, read, print);
    case Format::Json:
      return showJson(*trace, read, print);
  }
}

}  // namespace

void addShow(CommandLine& line) {
  Subcommand& c =
      line.add("show",
               "Print a trace token by token.\n"
               "Per token: the exit loop, the expected depth, and the word that each loop holds\n"
               "most likely to come next.");
  auto o = std::make_shared<Options>();
  c.addText("TRACE", o->trace, "", "trace file");
  o->reading.add(c);
  c.addFormat(o->format);
  c.onRun([o] { run(*o); });
}

}  // namespace ouroscope::cli
