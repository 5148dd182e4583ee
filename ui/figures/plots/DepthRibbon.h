// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFont>
#include <QHash>
#include <QPainter>
#include <QRectF>
#include <QString>
#include <vector>

#include "core/analysis/RunReading.h"
#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

/// What was changed in a run, as a flag says it: "q 0.30", "budget 2", "branch".
QString runEventText(const RunEvent& event);

/// Running text with its depth above it: over every token a bar as high as its exit loop, in the
/// colour of that loop; a line across it at the expected depth; an outline up to the loops that
/// were run but not read; and flags where the settings of the run were changed. Grows token by
/// token and paints visible lines only.
class DepthRibbon {
 public:
  struct Token {
    std::string bytes;
    TokenReading reading;
    int loopsRun = 0;
    bool generated = false;
  };

  void clear(int loops);
  /// Tokens first to last of a record, as its run read them, and what was changed on the way.
  void setRecord(const Trace& trace, int first, int last);
  void setFont(const QFont& font);
  void append(Token token);
  /// A flag before `token` (which may be the next one); flags of one token are drawn one behind the
  /// other.
  void flag(int token, const QString& text);
  void setWidth(double width);  ///< lays out again where it is another one
  void setSelection(int token) { selection_ = token; }
  void setHover(int token) { hover_ = token; }
  void setCursor(bool shown, bool held);  ///< where the next token will come; hollow while held

  int tokens() const { return static_cast<int>(tokens_.size()); }
  const Token& token(int index) const { return tokens_[static_cast<std::size_t>(index)]; }
  int loops() const { return loops_; }
  double height() const;
  /// Paints the lines that meet `visible` (layout coordinates; the caller has translated).
  void paint(QPainter& painter, const QRectF& visible, const FigureTheme& theme) const;
  int tokenAt(const QPointF& position) const;  ///< -1 where there is none
  QRectF tokenRect(int token) const;           ///< bar and text; empty where there is none
  QRectF barRect(int token) const;             ///< the bar alone
  QString flagOf(int token) const;

 private:
  struct Item {
    double x = 0, width = 0;
    int line = 0;
    int text = 0;  ///< index into texts_
  };
  struct Line {
    double top = 0;
    int first = 0;
    bool flagged = false;
  };

  void measure();
  void place(int index);
  int textIndex(const std::string& bytes);
  void moveLinesAfter(int line);
  double lineHeight(const Line& line) const;
  double textTop(const Line& line) const;
  double barBase(const Line& line) const;
  int lineAt(double y) const;
  int lineEnd(int line) const;
  void paintLine(QPainter& painter, int line, const FigureTheme& theme) const;
  void paintBar(QPainter& painter, int index, const FigureTheme& theme) const;
  void paintFlags(QPainter& painter, int line, const FigureTheme& theme) const;
  void paintCursor(QPainter& painter, const FigureTheme& theme) const;

  int loops_ = 4;
  QFont font_;
  double width_ = 400;
  double x_ = 0;  ///< where the next token goes on the last line
  double textHeight_ = 16, ascent_ = 12, space_ = 4, gutter_ = 18, step_ = 8, flagHeight_ = 12;
  std::vector<Token> tokens_;
  std::vector<Item> items_;
  std::vector<Line> lines_;
  std::vector<QString> texts_;  ///< distinct texts, measured once each
  std::vector<double> textWidths_;
  QHash<QByteArray, int> textOf_;
  QHash<int, QString> flags_;
  bool breakBefore_ = false;  ///< the last token ended its line
  bool cursorShown_ = false, cursorHeld_ = false;
  int selection_ = -1, hover_ = -1;
};

FigureKind ribbonKind();

}  // namespace ouroscope
