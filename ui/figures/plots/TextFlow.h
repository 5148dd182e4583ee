// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QRectF>
#include <QString>
#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/trace/Trace.h"
#include "ui/base/TokenText.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

/// Running text with a shade behind every token. Lays out once per width, paints visible lines
/// only. Tokens of right-to-left text are in the reading order of their line; words are not broken
/// where a line has room for them; characters whose bytes lie in several tokens are joined by a
/// bracket. Used by the text view on screen and by the text figure on paper.
class TextFlow {
 public:
  void setTrace(TracePtr trace, int firstToken = 0, int lastToken = -1);
  void setFont(const QFont& font);
  void setDigitsShown(bool shown);  ///< the exit loop as a small digit in the token's corner
  void setSpacesShown(bool shown);  ///< a dot for every space; else a gap for the usual one
  bool spacesShown() const { return spacesShown_; }
  /// Room above every line for what stands over the words, and the narrowest that a token may be
  /// so that it can be hit there.
  void setHead(double height, double leastWidth);
  double head() const { return head_; }
  void layout(double width);
  double height() const { return height_; }
  double lineHeight() const { return lineHeight_; }

  /// A fill that leaves a token on the ground: nothing is missing there, nothing is said.
  static constexpr QRgb kNoShade = 0x00ffffff;
  /// One fill and one digit (0: none) per token of the trace. A fill without alpha is a value that
  /// is missing.
  void setShades(std::vector<QRgb> fills, std::vector<int> digits);
  /// `tokens` ascending; `primary` is the one that keys move.
  void setSelection(std::vector<int> tokens, int primary);
  void setSelection(int token);
  void setHover(int token);
  /// Found tokens, ascending; those of the current find stand out.
  void setMatches(std::vector<int> tokens, int currentFirst = -1, int currentLast = -1);

  /// Paints the lines that meet `visible` (in layout coordinates); the painter is translated by the
  /// caller.
  void paint(QPainter& painter, const QRectF& visible, const FigureTheme& theme) const;

  int tokenAt(const QPointF& position) const;  ///< -1 where there is none
  QRectF tokenRect(int token) const;           ///< with its part of the head
  QRectF headRect(int token) const;            ///< the room above the word alone
  int lines() const { return std::max(0, static_cast<int>(lineStart_.size()) - 1); }
  int lineOf(int token) const;  ///< -1 where the token is not shown
  /// Tokens of lines that meet y from `top` to `bottom`, in reading order; first > last: none.
  std::pair<int, int> tokensBetween(double top, double bottom) const;
  bool rightToLeft(int token) const;

  enum class Move { Left, Right, Up, Down, LineStart, LineEnd, TextStart, TextEnd };
  /// Where a key moves: left and right as seen on the line, in any direction of the text.
  int moved(int token, Move move, int lines = 1) const;

 private:
  /// A distinct text: measured once, drawn at many places.
  struct Text {
    std::vector<TokenPiece> pieces;
    std::vector<double> widths;  ///< of the pieces; measured at layout
    double width = 0;
  };
  struct Item {
    double x = 0, width = 0;
    int line = 0;
    int text = 0;  ///< index into texts_
    std::uint8_t level = 0;
    bool wordStart = true;   ///< a line may break before it
    bool joined = false;     ///< no gap before it: one character or one cursive word
    bool splitBack = false;  ///< shares a character with the token before
    bool endsLine = false;
  };
  void measure();
  void findDirections();
  void placeLine(std::size_t first, std::size_t end, double width, int line, bool rightAligned);
  double gapBefore(std::size_t item, bool lineStart) const;
  void paintItem(QPainter& painter, std::size_t index, const FigureTheme& theme,
                 const QFont& small) const;
  void paintDigit(QPainter& painter, std::size_t index, const FigureTheme& theme,
                  const QFontMetricsF& metrics) const;
  bool isSelected(int token) const;

  TracePtr trace_;
  int first_ = 0, last_ = -1;
  QFont font_;
  bool digitsShown_ = true, spacesShown_ = false;
  std::vector<Item> items_;               ///< of tokens first_ ..
  std::vector<std::uint8_t> paragraphs_;  ///< base direction of the paragraph of every item
  std::vector<int> visual_;               ///< items line by line, from left to right
  std::vector<int> placeOf_;              ///< where an item is in visual_
  std::vector<int> lineStart_;            ///< first item of every line, and the end
  std::vector<Text> texts_;
  bool measured_ = false;
  std::vector<QRgb> fills_;
  std::vector<int> digits_, selection_, matches_;
  double head_ = 0, leastWidth_ = 0;
  double lineHeight_ = 0, textLine_ = 0, ascent_ = 0, height_ = 0, spaceWidth_ = 0;
  int primary_ = -1, hover_ = -1, matchFirst_ = -1, matchLast_ = -1;
};

}  // namespace ouroscope
