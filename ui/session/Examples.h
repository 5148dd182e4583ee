// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "core/trace/ExampleTraces.h"

namespace ouroscope {

class ViewState;
class Workspace;

/// Title or hint of a recorded example in the window's language.
QString exampleText(const std::string& text);

/// Shows a recorded example with the last token of its prompt selected; it is opened once.
/// @throws Error where its file cannot be read
void openRecorded(Workspace& workspace, ViewState& state, const ExampleTrace& example);

}  // namespace ouroscope
