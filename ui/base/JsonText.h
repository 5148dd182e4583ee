// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonDocument>
#include <string_view>

namespace ouroscope {

/// JSON that somebody else wrote, read as strictly as everything else (core/support/StrictJson.h):
/// no key twice, bounded depth and size, valid UTF-8.
/// @param what names the document in the sentence
/// @throws Error
QJsonDocument readStrictJson(std::string_view bytes, const QString& what);

}  // namespace ouroscope
