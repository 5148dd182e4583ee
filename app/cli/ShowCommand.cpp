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
#include "core/support/Error.h"
#include "core/trace/TraceMetadata.h"

namespace ouroscope::cli {
namespace {

struct Options {
  std::string trace;
  ReadingOptions reading;
  int firstToken = 0, lastToken = 0;  ///< from 1; 0: all
  Format format = Format::Text;
};

constexpr int kLoopsPerLine = 8;  ///< what 80 columns hold
constexpr int kRoomyLoops = 5;    ///< up to here whole words fit

std::string headline(const Trace& trace, const Readout& read, ListedTokens listed) {
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
    const auto value = json.find("value");
    const std::string shown = value == json.end()  ? ""
                              : value->is_string() ? value->get<std::string>()
                                                   : value->dump();
    const bool stop = event.what == RunEvent::What::Stop;
    if (!shown.empty() && !stop) changes += " " + shown;
    changes += " from token " + std::to_string(event.token + 1);
    if (!shown.empty() && stop) changes += " of the " + shown + " that were wanted";
  }
  if (!changes.empty()) text += wrapped("Changed while it ran: " + changes) + "\n";
  for (const Intervention& what : info.interventions)
    text += wrapped("Intervened: " + shownName(interventionText(what))) + "\n";
  if (const NotNumbers broken = notNumbers(trace); broken.any())
    text += wrapped("Note: " + notNumbersText(broken)) + "\n";
  if (listed.last - listed.first + 1 < T)
    text += "Listed: tokens " + std::to_string(listed.first + 1) + " to " +
            std::to_string(listed.last + 1) + "; what stands above is of the whole trace\n";
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

/// What stands beside one token: a second row and more where its loops do not fit into one.
std::vector<std::vector<Table::Cell>> tokenRows(const Trace& trace, const Readout& read, int token,
                                                const Terminal& terminal) {
  const TraceColumns& c = trace.columns();
  const int R = trace.loops(), perLine = std::min(R, kLoopsPerLine);
  const bool gated = trace.info().gated;
  const std::size_t own = gated ? 4 : 3;  // columns that are not of a loop
  const double shade = R > 1 ? static_cast<double>(read.loop[token]) / (R - 1) : 0;
  std::vector<std::vector<Table::Cell>> rows{
      {{std::to_string(token + 1), {.dim = true}},
       {wordText(wordOrId(c.tokenBytes[token], c.tokenId[token])), {.bold = true}},
       {std::to_string(read.loop[token] + 1), {.shade = shade}}}};
  if (gated) rows.back().push_back({fixedText(double{read.expectedDepth[token]}, 2)});
  for (int loop = 0; loop < R; ++loop) {
    if (loop > 0 && loop % perLine == 0) {
      if (loop >= c.loopsRun[token]) break;  // nothing more was run
      rows.emplace_back(own);
    }
    rows.back().push_back(wordCell(trace, read, token, loop, terminal));
  }
  return rows;
}

/// Every row is made twice, for the widths and for the text: a long trace is never whole in memory
/// as text.
void showText(const Trace& trace, const Readout& read, ListedTokens listed,
              const Terminal& terminal, const TextSink& write) {
  using Align = Table::Align;
  const int R = trace.loops(), perLine = std::min(R, kLoopsPerLine);
  std::vector<Table::Column> columns{
      {"#", Align::Right}, {"token", Align::Left, 7, 1}, {"exit", Align::Right}};
  if (trace.info().gated) columns.push_back({"depth", Align::Right, 0, 1});
  const std::size_t own = columns.size();  // not of a loop
  for (int loop = 0; loop < perLine; ++loop)
    columns.push_back({loopTitle(trace, loop), Align::Left, 5, 1});
  Table table(columns);
  std::vector<std::vector<Table::Cell>> moreTitles;
  for (int first = perLine; first < R; first += perLine) {
    moreTitles.emplace_back(own);
    for (int loop = first; loop < std::min(R, first + perLine); ++loop)
      moreTitles.back().push_back({loopTitle(trace, loop), {.bold = true}});
  }
  for (const auto& row : moreTitles) table.fit(row);
  for (int t = listed.first; t <= listed.last; ++t)
    for (const auto& row : tokenRows(trace, read, t, terminal)) table.fit(row);

  const std::vector<int> widths = table.widths(terminal);
  std::string text = headline(trace, read, listed) + table.head(widths, terminal);
  for (const auto& row : moreTitles) text += table.line(row, widths, terminal);
  for (int t = listed.first; t <= listed.last; ++t) {
    if (t > listed.first && t == trace.info().promptTokens)
      text += styled("     ── generated ──", {.dim = true}, terminal.colours) + "\n";
    for (const auto& row : tokenRows(trace, read, t, terminal))
      text += table.line(row, widths, terminal);
    if (text.size() < kTextPiece) continue;
    write(text);
    text.clear();
  }
  if (R > trace.info().loopsTrained) text += "* beyond the loops that the model was trained with\n";
  write(text);
}

/// @throws Error where the trace does not have all that is asked for
ListedTokens listedTokens(const Options& o, const Trace& trace) {
  if (o.firstToken == 0) return {0, trace.tokens() - 1};
  if (o.lastToken > trace.tokens())
    throw Error("--tokens asks for tokens " + std::to_string(o.firstToken) + " to " +
                std::to_string(o.lastToken) + ", the trace has " + std::to_string(trace.tokens()) +
                ".");
  return {o.firstToken - 1, o.lastToken - 1};
}

void run(const Options& o) {
  if (o.trace.empty()) throw UsageError("show needs a TRACE.");
  const TracePtr trace = readTrace(fileName(o.trace, "TRACE"));
  const ListedTokens listed = listedTokens(o, *trace);
  const Readout read = readout(*trace, o.reading.ruleFor(*trace));
  switch (o.format) {
    case Format::Text:
      return showText(*trace, read, listed, Terminal::standardOutput(), print);
    case Format::Csv:
      return showCsv(*trace, read, listed, print);
    case Format::Json:
      return showJson(*trace, read, listed, print);
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
  c.addRange("--tokens", o->firstToken, o->lastToken,
             "list these tokens only, counted from 1; what is said of the whole trace stays",
             "all");
  o->reading.add(c);
  c.addFormat(o->format);
  c.onRun([o] { run(*o); });
}

}  // namespace ouroscope::cli
