// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "app/cli/Command.h"
#include "core/run/RunOrder.h"

namespace ouroscope::cli {

/// Token ids of an option. @throws UsageError that names it
std::vector<std::int32_t> tokensOf(const std::string& list, const std::string& option);

/// --no-bos and --seed-start, of every command that runs texts.
void addNoBos(Subcommand& command, bool& noBos);
void addStartSeed(Subcommand& command, std::string& seed);

/// --text, --tokens, --no-bos, --loops and --seed-start of the commands that measure one prompt.
struct PromptOptions {
  std::string text, tokens, startSeed;
  int loops = 0;
  bool noBos = false;

  void addPrompt(Subcommand& command);  ///< --text, --tokens and --no-bos
  void addLoops(Subcommand& command, const std::string& help = "loops to run");
  /// @throws UsageError that names `command`
  RunOrder order(const std::string& command) const;
};

}  // namespace ouroscope::cli
