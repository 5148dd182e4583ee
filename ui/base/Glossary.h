// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <span>
#include <string>
#include <string_view>

#include "core/analysis/Measures.h"

namespace ouroscope {

/// A word of the field in plain words. Tool tips, the guide's list of words and the heads of tables
/// take it from here: one source, so that they say the same.
struct GlossaryWord {
  std::string_view id;       ///< "q"
  std::string_view word;     ///< "How sure (q)", as the guide lists it
  std::string_view meaning;  ///< one sentence
};
/// Words that are no measure.
std::span<const GlossaryWord> glossary();
/// What a measure means, in English; empty for one that is not in the list.
std::string_view meaningOf(const Measure& measure);

/// In the window's language. @throws std::out_of_range for a word that is not there
QString glossarySentence(std::string_view id);
QString measureMeaning(const Measure& measure);
/// What a gate that comes with the program was trained to do; empty for gates of others.
QString gateMeaning(const std::string& name);

}  // namespace ouroscope
