// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/PromptOptions.h"

#include "core/support/Error.h"
#include "core/text/WordToken.h"

namespace ouroscope::cli {

std::vector<std::int32_t> tokensOf(const std::string& list, const std::string& option) {
  try {
    return tokenList(list);
  } catch (const Error& error) {
    throw UsageError(option + ": " + error.what());
  }
}

void addNoBos(Subcommand& command, bool& noBos) {
  command.addFlag("--no-bos", noBos,
                  "leave out the beginning-of-text token that some models expect before a text");
}

void addStartSeed(Subcommand& command, std::string& seed) {
  command.addText("--seed-start", seed, "N",
                  "seed of the noise that a model's loops start from, where they start from noise",
                  "0");
}

void PromptOptions::addPrompt(Subcommand& command) {
  command.addText("--text", text, "TEXT", "the prompt");
  command.addText("--tokens", tokens, "ID,...", "the prompt as token ids");
  addNoBos(command, noBos);
}

void PromptOptions::addLoops(Subcommand& command, const std::string& help) {
  command.addInteger("--loops", loops, 1, kMaxLoops, help, "the trained number");
}

RunOrder PromptOptions::order(const std::string& command) const {
  if (text.empty() == tokens.empty())
    throw UsageError(command + " needs one of --text and --tokens.");
  RunOrder order;
  order.loops = loops;
  order.withoutPrefix = noBos;
  if (!startSeed.empty()) order.startSeed = seedOf(startSeed, "--seed-start");
  if (tokens.empty())
    order.prompt = text;
  else
    order.prompt = tokensOf(tokens, "--tokens");
  return order;
}

}  // namespace ouroscope::cli
