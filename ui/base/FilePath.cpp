// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/FilePath.h"

#include <QCoreApplication>

#include "core/support/Error.h"
#include "ui/base/PlainText.h"

namespace ouroscope {

std::filesystem::path pathOf(const QString& name) {
  std::filesystem::path path = name.toStdString();
  std::error_code none;
  // What Qt cannot read of a name becomes this character; a name may also have it itself.
  if (name.contains(QChar::ReplacementCharacter) && !std::filesystem::exists(path, none))
    throw Error(QCoreApplication::translate(
                    "FilePath",
                    "%1 has a name that is not UTF-8, and the window opens no such names: rename "
                    "it first, or use ouroscope-cli.")
                    .arg(shownName(name.toStdString(), 200))
                    .toStdString());
  return path;
}

}  // namespace ouroscope
