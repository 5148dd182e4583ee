// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>

#include "core/support/ContainedFolder.h"

namespace ouroscope {

/// The folder of a model as a person names it: a model folder, a repository of the Hub cache
/// ("models--OWNER--NAME"), a cache that holds one repository only, or "OWNER/NAME", which is
/// looked for in the local Hub cache ($HF_HUB_CACHE, $HF_HOME/hub, ~/.cache/huggingface/hub). Of a
/// repository the snapshot that refs/main names is taken, or the only one. Nothing is fetched.
/// @throws Error that says where it was looked for and how to fetch it
std::filesystem::path findModel(const std::filesystem::path& name);

/// "OWNER/NAME", as the Hub allows it.
bool isHubName(const std::string& name);

/// The files of a model that a person names, for all who read them.
/// @param followLinks whether links that leave the folder are followed
/// @throws Error as findModel; where there is no such folder
ContainedFolder modelFolder(const std::filesystem::path& name, bool followLinks);

/// $HF_HUB_CACHE, $HF_HOME/hub or ~/.cache/huggingface/hub.
std::filesystem::path hubCache();

}  // namespace ouroscope
