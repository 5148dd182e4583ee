// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>

namespace ouroscope {

/// The demonstration in natural language: a model that is not shipped, but fetched and made ready
/// by a script when somebody asks for it.
struct LanguageDemo {
  std::string model;    ///< "SmolLM2-135M-Instruct"
  std::string from;     ///< who made it
  std::string licence;  ///< "Apache-2.0"
  std::string package;  ///< the Python package that carries it, with its version
  std::string folder;   ///< name of the folder that is made
  std::int64_t wheelBytes = 0, folderBytes = 0;
  std::filesystem::path script;  ///< tools/language_demo.sh, in the source tree or installed
};

/// Out of resources/language/demo.json ($OUROSCOPE_LANGUAGE_DIR), which the script reads too.
/// @throws Error naming the file that is missing or damaged
LanguageDemo languageDemo();

}  // namespace ouroscope
