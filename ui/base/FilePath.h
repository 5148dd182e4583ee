// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <filesystem>

namespace ouroscope {

/// A file or folder by the name that Qt has for it.
/// @throws Error for a name on disk that is not UTF-8: Qt lost bytes of it, and it would be another
std::filesystem::path pathOf(const QString& name);

}  // namespace ouroscope
