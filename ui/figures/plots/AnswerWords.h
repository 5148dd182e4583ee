// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "core/analysis/Answer.h"

namespace ouroscope {

/// An answer in words of the window's language (English on paper).
struct AnswerWords {
  QString head;  ///< "get -> 8": the word before it and the best word
  QString rest;  ///< since when it is right, where it is read, what fewer and more loops say
  bool warning = false;  ///< the setting changes the answer
  /// Both in one line.
  QString sentence() const {
    return head.isEmpty() || rest.isEmpty() ? head + rest : head + QStringLiteral(": ") + rest;
  }
};

/// @param expectedText what somebody typed as the expected answer; said where it could not be found
AnswerWords answerWords(const TracePtr& trace, const Answer& answer,
                        const QString& expectedText = {});

}  // namespace ouroscope
