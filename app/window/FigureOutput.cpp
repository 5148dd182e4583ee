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

FigureBatchWriter::FigureBatchWriter(const FigureBatchFiles& files, std::stop_token stop)
    : files_(files), stop_(std::move(stop)), show_(progress_.function()) {}

bool FigureBatchWriter::makeFolder() {
  if (QDir().mkpath(files_.out)) return true;
  fail(files_.out, "cannot be made: choose another --out folder");
  return false;
}

void FigureBatchWriter::fail(const QString& what, const QString& why) {
  progress_.clear();
  std::fprintf(stderr, "ouroscope figure: %s: %s\n", printableSentence(what.toStdString()).c_str(),
               printableSentence(why.toStdString()).c_str());
  ++failed_;
}

void FigureBatchWriter::write(const FigureInput& input, const FigureRecipe& recipe,
                              const QString& name, std::int64_t done, std::int64_t all) {
  const QString base = QDir(files_.out).filePath(name);
  for (const QString& format : files_.formats) {
    if (stopped()) return;
    if (show_) show_((base + "." + format).toStdString(), done, all);
    try {
      writeOne(input, recipe, base, format);
    } catch (const std::exception& error) {
      fail(base + "." + format, error.what());
    }
  }
}

void FigureBatchWriter::writeOne(const FigureInput& input, const FigureRecipe& recipe,
                                 const QString& base, const QString& format) {
  const QString file = base + "." + format;
  // Another format of the same picture has the same caption and the same warnings.
  const bool first = format == files_.formats.first();
  const QString caption =
      files_.caption.isEmpty() || !first ? QString() : base + "." + files_.caption;
  writeFigureFile(input, recipe, file, caption, files_.output, [&](const QString& sentence) {
    if (!first) return;
    progress_.clear();
    sayFigureWarning(file, sentence);
  });
  progress_.clear();
  std::fprintf(stdout, "%s\n", qPrintable(file));
  std::fflush(stdout);  // whoever reads along may act on it
  ++written_;
}

int FigureBatchWriter::finish() {
  progress_.clear();
  std::fprintf(stderr, "%lld files written, %d failed, %d figures not possible.\n", written_,
               failed_, passedOver_);
  return stopped() ? 130 : failed_ > 0 ? 1 : 0;
}

}  // namespace ouroscope
