// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QString>

#include "ui/figures/base/FigureKind.h"

namespace ouroscope {

/// The caption block, in English as papers are: what is drawn (FigureKind::caption), tokens shown,
/// model with hashes, dtype, device, tokenizer, loops, exit rule in words with the note on the last
/// loop, teacher-forced or generated, exact replay or not, tool version, hash of the trace, and the
/// date where SOURCE_DATE_EPOCH gives one: equal inputs give equal captions. Hashes the traces
/// where no job has done so (hashTracesJob).
QString figureCaption(const FigureInput& input, const FigureRecipe& recipe);

/// "Read at loop 3 everywhere." or the exit rule in words; one sentence.
QString ruleSentence(const Trace& trace, const ReadoutRule& rule);

/// A figure environment with the caption, ready to be pasted.
/// @param file for \includegraphics; where LaTeX cannot read its name, a comment asks for another
QString latexFigure(const QString& caption, const QString& file, double widthMm);

/// The date of a reproducible build (SOURCE_DATE_EPOCH, seconds), in UTC; invalid without one:
/// figures never take the clock's.
QDateTime figureDate();

}  // namespace ouroscope
