// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "core/run/ConversationText.h"

namespace ouroscope::cli {

/// How conversations are written for a model, and by what that is known: "ChatML, as the folder's
/// template, default system turn "You are a helpful assistant.""
std::string chatText(const FolderChat& chat);

}  // namespace ouroscope::cli
