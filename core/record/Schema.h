// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

namespace ouroscope {

/// The table of columns as JSON, indented by two spaces: what `ouroscope-cli schema` prints and
/// what the Python package is generated from.
std::string schemaJson();

/// The same as a page of the documentation: docs/columns.md.
std::string schemaMarkdown();

}  // namespace ouroscope
