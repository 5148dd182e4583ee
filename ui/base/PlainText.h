// SPDX-License-Identifier: GPL-3.0-or-later
// What comes out of a trace or a model folder is text, never markup, mnemonic or placeholder: the
// one helper for every kind of place that would read more into it.
#pragma once
#include <QString>
#include <string>

namespace ouroscope {

/// For tool tips, which take what looks like HTML for it.
QString plainTip(const QString& text);

/// For buttons, tabs, menus, check boxes: an ampersand is one, not the mark of a key.
QString plainLabel(QString text);

/// For window titles, where "[*]" stands for "not saved".
QString plainTitle(QString text);

/// A name out of a file (a model, a gate, a device): control characters and characters that change
/// the direction of what follows are named, and it is at most `most` characters long.
QString shownName(const std::string& name, int most = 80);

/// For commands: as a shell reads it.
QString shellWord(QString word);

}  // namespace ouroscope
