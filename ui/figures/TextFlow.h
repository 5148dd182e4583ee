// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>
#include <vector>

#include "core/trace/Trace.h"
#include "ui/figures/FigureTheme.h"

namespace ouroscope {

/// Text of one token as it is shown: printable, with visible marks for spaces at odd places,
/// newlines, control characters and bytes that are half a character ("<E2 82>").
QString tokenDisplayText(const std::string& bytes);

/// Running text with a shade behind every token. Lays out once per width, paints visible lines
/// only. Used by the text view on screen and by the text figure on paper.
class TextFlow {
 public:
  void setTrace(TracePtr trace, int firstToken = 0, int lastToken = -1);
  void setFont(const QFont& font);
  void setDigitsShown(bool shown);  ///< the exit loop as a small digit in the token's corner
  void layout(double width);
  double height() const;

  /// One fill and one digit (0: none) per token of the trace.
  void setShades(std::vector<QRgb> fills, std::vector<int> digits);
  void setSelection(int token);
  void setHover(int token);

  /// Paints the lines that meet `visible` (in layout coordinates); the painter is translated by the
  /// caller.
  void paint(QPainter& painter, const QRectF& visible, const FigureTheme& theme) const;

  int tokenAt(const QPointF& position) const;  ///< -1 where there is none
  QRectF tokenRect(int token) const;           ///< first line part of it

 private:
  struct Item {
    double x = 0, width = 0;
    int line = 0;
    int text = 0;  ///< index into texts_
  };
  TracePtr trace_;
  int first_ = 0, last_ = -1;
  QFont font_;
  bool digitsShown_ = true;
  std::vector<Item> items_;     ///< of tokens first_ ..
  std::vector<int> lineStart_;  ///< first item of every line, and the end
  std::vector<QString> texts_;  ///< distinct texts, measured once each
  std::vector<double> textWidths_;
  std::vector<int> textOfToken_;
  std::vector<QRgb> fills_;
  std::vector<int> digits_;
  double lineHeight_ = 0, ascent_ = 0, height_ = 0;
  int selection_ = -1, hover_ = -1;
};

}  // namespace ouroscope
