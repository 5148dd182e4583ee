// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/FigureOutput.h"

#include <QDir>
#include <QFileInfo>
#include <cstdio>

#include "core/support/Error.h"
#include "core/text/Utf8.h"
#include "ui/figures/files/FigureCaption.h"

namespace ouroscope {

void writeFigureFile(const FigureInput& input, const FigureRecipe& recipe, const QString& file,
                     const QString& caption, const FigureOutput& output,
                     const std::function<void(const QString&)>& warn) {
  std::vector<FigureWarning> warnings;
  const QByteArray bytes =
      renderFigure(input, recipe, QFileInfo(file).suffix().toLower(), output.files, &warnings);
  for (const FigureWarning& warning : warnings) warn(warning.sentence);
  if (output.strict && !warnings.empty())
    throw Error("It was not written: --strict allows no warning.");
  writeFigure(bytes, file);
  if (caption.isEmpty()) return;
  const QString words = figureCaption(input, recipe);
  const bool latex = caption.endsWith(".tex", Qt::CaseInsensitive);
  // \includegraphics looks from where the text is.
  const QString beside =
      QFileInfo(caption).absoluteDir().relativeFilePath(QFileInfo(file).absoluteFilePath());
  writeFigure((latex ? latexFigure(words, beside, recipe.widthMm) : words + '\n').toUtf8(),
              caption);
}

void sayFigureWarning(const QString& file, const QString& sentence) {
  std::fprintf(stderr, "ouroscope figure: warning: %s: %s\n",
               printableSentence(file.toStdString()).c_str(),
               printableSentence(sentence.toStdString()).c_str());
}

}  // namespace ouroscope
