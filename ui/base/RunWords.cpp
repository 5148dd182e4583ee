// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/RunWords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "core/run/TurnTokens.h"
#include "ui/base/PlainText.h"
#include "ui/base/TokenLabels.h"
#include "ui/base/TokenText.h"

namespace ouroscope {
namespace {

/// One catalogue context for this file.
struct RunWords {
  Q_DECLARE_TR_FUNCTIONS(RunWords)
};

QString roleName(const std::string& role, const Conversation& conversation) {
  if (role == "system")
    return conversation.system == "template" ? RunWords::tr("system (of the model's template)")
                                             : RunWords::tr("system");
  if (role == "user") return RunWords::tr("user");
  if (role == "assistant") return RunWords::tr("assistant");
  return shownName(role);
}

}  // namespace

QString runEndText(const TracePtr& trace) {
  const RunEnd& end = trace->info().end;
  const int generated = trace->tokens() - trace->info().promptTokens;
  switch (end.why) {
    case RunEnd::Why::Count:
      return generated == 0
                 ? RunWords::tr("with the prompt: no tokens were to be generated")
                 : RunWords::tr("after the %n token(s) that were asked for", nullptr, generated);
    case RunEnd::Why::StopToken:
      return RunWords::tr("at the stop token \u201c%1\u201d")
          .arg(tokenLabel(trace, wordOrId(*trace, end.token)));
    case RunEnd::Why::Context:
      return RunWords::tr("at the longest context of the model");
    case RunEnd::Why::Person:
      return RunWords::tr("because it was stopped");
    case RunEnd::Why::Failure:
      return RunWords::tr("because something failed");
    case RunEnd::Why::Unfinished:
      return RunWords::tr("not yet when this was kept: it was going on");
    case RunEnd::Why::Unknown:
      break;
  }
  return {};
}

QString turnsText(const Trace& trace) {
  if (!trace.info().conversation) return {};
  const Conversation& conversation = *trace.info().conversation;
  const QLocale locale;
  QStringList lines;
  const auto add = [&](const std::string& role, const TokenSpan& tokens) {
    const QString name = roleName(role, conversation);
    lines << (tokens.end <= tokens.begin
                  ? RunWords::tr("%1: empty").arg(name)
                  : RunWords::tr("%1: tokens %2 to %3")
                        .arg(name, locale.toString(tokens.begin + 1), locale.toString(tokens.end)));
  };
  const std::vector<TurnTokens> places = turnTokens(trace);
  for (std::size_t i = 0; i < places.size(); ++i)
    add(conversation.turns[i].role, places[i].content);
  if (!places.empty() && trace.tokens() > trace.info().promptTokens)
    add("assistant", answerTokens(trace));
  if (lines.isEmpty())
    lines << RunWords::tr("%n turn(s)", nullptr, static_cast<int>(conversation.turns.size()));
  if (conversation.think) lines << RunWords::tr("the answer begins within <think>");
  return lines.join('\n');
}

QString leftOutText(const Trace& trace) {
  const std::vector<DroppedText>& dropped = trace.info().dropped;
  if (dropped.empty()) return {};
  return RunWords::tr(
             "characters at %n place(s) of the prompt, first %1 before token %2: the model "
             "did not see them",
             nullptr, static_cast<int>(dropped.size()))
      .arg(cutText(codePoints(dropped.front().text), 60))
      .arg(dropped.front().token + 1);
}

}  // namespace ouroscope
