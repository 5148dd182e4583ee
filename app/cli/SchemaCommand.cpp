// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include "app/cli/Command.h"
#include "core/record/Schema.h"

namespace ouroscope::cli {

void addSchema(CommandLine& line) {
  Subcommand& command =
      line.add("schema",
               "Print the columns that a trace can hold, as JSON.\n"
               "Name, type, axes, absent value, unit and a sentence for each; readers in other\n"
               "languages are made from it.");
  const auto markdown = std::make_shared<bool>(false);
  command.addFlag("--markdown", *markdown, "as Markdown instead: the page docs/columns.md");
  command.onRun([markdown] { print(*markdown ? schemaMarkdown() : schemaJson()); });
}

}  // namespace ouroscope::cli
