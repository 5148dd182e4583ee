// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/EndText.h"

#include "app/cli/WordText.h"

namespace ouroscope::cli {

std::string endText(const Trace& trace) {
  const RunEnd& end = trace.info().end;
  const int generated = trace.tokens() - trace.info().promptTokens;
  switch (end.why) {
    case RunEnd::Why::Count:
      return generated == 0
                 ? "with the prompt: no tokens were to be generated"
                 : "after the " + std::to_string(generated) +
                       (generated == 1 ? " token that was" : " tokens that were") + " asked for";
    case RunEnd::Why::StopToken:
      return "at the stop token " + wordText(wordOrId(trace, end.token));
    case RunEnd::Why::Context:
      return "at the longest context of the model";
    case RunEnd::Why::Person:
      return "because it was stopped";
    case RunEnd::Why::Failure:
      return "because of a failure";
    case RunEnd::Why::Unfinished:
      return "not yet when it was written: " + std::to_string(trace.tokens()) +
             (end.wanted > trace.tokens() ? " of " + std::to_string(end.wanted) : "") + " tokens";
    case RunEnd::Why::Unknown:
      break;
  }
  return "not recorded";
}

}  // namespace ouroscope::cli
