// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>
#include <functional>
#include <stop_token>

#include "app/cli/ProgressLine.h"
#include "ui/figures/files/FigureExport.h"

namespace ouroscope {

/// How the command line writes figures.
struct FigureOutput {
  FigureFileOptions files;
  bool strict = false;  ///< a figure with a warning is not written
};

/// Draws a figure and writes it, with a warning for whatever a reviewer would complain about.
/// @param caption file for the caption: .txt plain, .tex a figure environment; empty: none
/// @param warn is given each sentence of checkFigure()
/// @throws Error as renderFigure, and where output.strict and there is a warning
void writeFigureFile(const FigureInput& input, const FigureRecipe& recipe, const QString& file,
                     const QString& caption, const FigureOutput& output,
                     const std::function<void(const QString&)>& warn);

/// One line on standard error.
void sayFigureWarning(const QString& file, const QString& sentence);

/// Where and how `figure all` writes.
struct FigureBatchFiles {
  QString out;          ///< folder; made where it does not exist
  QStringList formats;  ///< of figureFormats()
  QString caption;      ///< "txt" or "tex": a caption beside each figure; or empty
  FigureOutput output;
};

/// Writes the figures of `figure all`: names on standard output, faults and warnings on standard
/// error, each a line, and counts them. A fault ends no other figure.
class FigureBatchWriter {
 public:
  FigureBatchWriter(const FigureBatchFiles& files, std::stop_token stop);

  bool makeFolder();  ///< @return false where it cannot be made, which is said
  void fail(const QString& what, const QString& why);
  void passOver() { ++passedOver_; }
  /// OUT/NAME.FORMAT in every format, and the caption. On a stop request the file under way is
  /// finished or absent. @param done, of `all`, for the line of progress
  void write(const FigureInput& input, const FigureRecipe& recipe, const QString& name,
             std::int64_t done, std::int64_t all);
  bool stopped() const { return stop_.stop_requested(); }
  int failed() const { return failed_; }
  /// Says the counts. @return exit status: 0, 1 where something failed, 130 where stopped
  int finish();

 private:
  void writeOne(const FigureInput& input, const FigureRecipe& recipe, const QString& base,
                const QString& format);

  const FigureBatchFiles& files_;
  const std::stop_token stop_;
  cli::ProgressLine progress_;
  const ProgressFn show_;
  long long written_ = 0;
  int failed_ = 0, passedOver_ = 0;
};

}  // namespace ouroscope
