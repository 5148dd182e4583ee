// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "app/cli/Arguments.h"

namespace ouroscope::cli {

/// A command of a program as manual pages and completions tell it. The program itself, where it
/// can be called without a command, is one whose name is "".
struct ReferenceCommand {
  std::string name;         ///< "trace", or "corpus run" of a group
  std::string description;  ///< its first line stands in lists
  std::vector<OptionInfo> options;
};

/// A program and all that can be written after its name. What is made of it is a function of these
/// words alone.
struct ProgramReference {
  std::string program, version;  ///< "ouroscope-cli", "0.1.0"
  std::string summary;           ///< half a sentence, for lists of manual pages
  std::string description, footer;
  std::vector<ReferenceCommand> commands;
  std::vector<std::pair<std::string, std::string>> environment;  ///< variable, what it does
  std::string seeAlso;                                           ///< the other program
};

/// The version without the commit: pages of one release are equal.
std::string releasedVersion();

/// The shells that completionScript() knows.
const std::vector<std::string>& completionShells();

/// A page for man(1) in the language of groff_man(7).
std::string manualPage(const ProgramReference& reference);

/// A script by which a shell completes commands, options, their values and names of files.
/// @param shell one of completionShells()
std::string completionScript(const ProgramReference& reference, const std::string& shell);

}  // namespace ouroscope::cli
