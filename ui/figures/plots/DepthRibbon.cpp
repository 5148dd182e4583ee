// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/DepthRibbon.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "ui/base/Language.h"
#include "ui/figures/plots/TextFlow.h"

namespace ouroscope {
namespace {

constexpr double kPad = 1.5;     ///< left and right of a token's text
constexpr double kGap = 1.5;     ///< between tokens
constexpr double kLeast = 9;     ///< width of the narrowest token: its bar must be seen
constexpr double kLineGap = 9;   ///< under a line of text
constexpr double kMostBar = 48;  ///< height of a ribbon

QFont smaller(const QFont& font) {
  QFont small = font;
  small.setPointSizeF(std::max(6.0, font.pointSizeF() * 0.74));
  return small;
}

}  // namespace

QString runEventText(const RunEvent& event) {
  const auto text = [](const char* source) {
    return QCoreApplication::translate("DepthRibbon", source);
  };
  switch (event.what) {
    case RunEvent::What::ExitThreshold:
      return text(QT_TRANSLATE_NOOP("DepthRibbon", "q %1")).arg(localNumber(event.number, 2));
    case RunEvent::What::Budget:
      return text(QT_TRANSLATE_NOOP("DepthRibbon", "budget %1"))
          .arg(static_cast<int>(event.number));
    case RunEvent::What::KvPolicy:
      return static_cast<KvPolicy>(static_cast<int>(event.number)) == KvPolicy::Full
                 ? text(QT_TRANSLATE_NOOP("DepthRibbon", "all loops run"))
                 : text(QT_TRANSLATE_NOOP("DepthRibbon", "loops skipped"));
    case RunEvent::What::Branch:
      return text(QT_TRANSLATE_NOOP("DepthRibbon", "branch"));
    case RunEvent::What::Seed:
      return text(QT_TRANSLATE_NOOP("DepthRibbon", "seed %1")).arg(event.seed);
    case RunEvent::What::Stop:
      return text(QT_TRANSLATE_NOOP("DepthRibbon", "stopped"));
  }
  return {};
}

void DepthRibbon::setRecord(const Trace& trace, int first, int last) {
  clear(trace.loops());
  const std::vector<TokenReading> readings = readingOfRun(trace);
  const TraceColumns& c = trace.columns();
  for (int t = first; t <= last; ++t) {
    const auto i = static_cast<std::size_t>(t);
    append({c.tokenBytes[i], readings[i], c.loopsRun[i], trace.generated(t)});
  }
  for (const RunEvent& event : trace.info().events)
    if (event.token >= first && event.token <= last + 1)
      flag(event.token - first, runEventText(event));
}

void DepthRibbon::clear(int loops) {
  loops_ = std::max(1, loops);
  tokens_.clear();
  items_.clear();
  flags_.clear();
  selection_ = hover_ = -1;
  measure();
}

void DepthRibbon::setFont(const QFont& font) {
  font_ = font;
  texts_.clear();
  textWidths_.clear();
  textOf_.clear();
  measure();
}

void DepthRibbon::setWidth(double width) {
  if (width == width_) return;
  width_ = width;
  measure();
}

void DepthRibbon::setCursor(bool shown, bool held) {
  cursorShown_ = shown;
  cursorHeld_ = held;
}

/// Lays everything out from the start.
void DepthRibbon::measure() {
  const QFontMetricsF metrics(font_), small(smaller(font_));
  textHeight_ = metrics.height();
  ascent_ = metrics.ascent();
  space_ = metrics.horizontalAdvance(' ') * 0.7;
  gutter_ = small.horizontalAdvance(QString::number(loops_)) + 8;
  step_ = std::min(10.0, kMostBar / loops_);
  flagHeight_ = small.height() + 2;
  items_.clear();
  lines_.assign(1, {});
  x_ = gutter_;
  breakBefore_ = false;
  for (int i = 0; i < tokens(); ++i) place(i);
}

int DepthRibbon::textIndex(const std::string& bytes) {
  const QByteArray key(bytes.data(), static_cast<qsizetype>(bytes.size()));
  const auto known = textOf_.constFind(key);
  if (known != textOf_.constEnd()) return *known;
  QString text = tokenDisplayText(bytes);
  if (text.startsWith(' ')) text.remove(0, 1);  // the gap between tokens stands for it
  if (text.trimmed().isEmpty()) text = QChar(bytes.empty() ? 0x2205 : 0x2423);
  texts_.push_back(text);
  textWidths_.push_back(QFontMetricsF(font_).horizontalAdvance(text));
  return textOf_[key] = static_cast<int>(texts_.size()) - 1;
}

void DepthRibbon::place(int index) {
  const std::string& bytes = tokens_[static_cast<std::size_t>(index)].bytes;
  const int text = textIndex(bytes);
  const double w = std::max(kLeast, textWidths_[static_cast<std::size_t>(text)] + 2 * kPad);
  if (x_ > gutter_ && !bytes.empty() && bytes.front() == ' ') x_ += space_;
  if (breakBefore_ || (x_ > gutter_ && x_ + w > width_)) {
    lines_.push_back({lines_.back().top + lineHeight(lines_.back()), index, false});
    x_ = gutter_;
  }
  breakBefore_ = !bytes.empty() && bytes.back() == '\n';
  items_.push_back({x_, w, static_cast<int>(lines_.size()) - 1, text});
  x_ += w + kGap;
  if (flags_.contains(index) && !lines_.back().flagged) lines_.back().flagged = true;
}

void DepthRibbon::append(Token token) {
  tokens_.push_back(std::move(token));
  place(tokens() - 1);
}

void DepthRibbon::flag(int token, const QString& text) {
  QString& flag = flags_[token];
  flag = flag.isEmpty() ? text : flag + QStringLiteral(" \u00b7 ") + text;
  if (token > tokens()) return;
  // A flag at the end is where the next token will come.
  const int line = token < tokens() ? items_[static_cast<std::size_t>(token)].line
                                    : static_cast<int>(lines_.size()) - 1;
  if (lines_[static_cast<std::size_t>(line)].flagged) return;
  lines_[static_cast<std::size_t>(line)].flagged = true;
  moveLinesAfter(line);
}

void DepthRibbon::moveLinesAfter(int line) {
  for (std::size_t i = static_cast<std::size_t>(line) + 1; i < lines_.size(); ++i)
    lines_[i].top = lines_[i - 1].top + lineHeight(lines_[i - 1]);
}

QString DepthRibbon::flagOf(int token) const {
  return flags_.value(token);
}

double DepthRibbon::lineHeight(const Line& line) const {
  return (line.flagged ? flagHeight_ : 0) + step_ * loops_ + 3 + textHeight_ + kLineGap;
}

double DepthRibbon::barBase(const Line& line) const {
  return line.top + (line.flagged ? flagHeight_ : 0) + step_ * loops_;
}

double DepthRibbon::textTop(const Line& line) const {
  return barBase(line) + 3;
}

double DepthRibbon::height() const {
  return lines_.empty() ? 0 : lines_.back().top + lineHeight(lines_.back());
}

int DepthRibbon::lineEnd(int line) const {
  return line + 1 < static_cast<int>(lines_.size())
             ? lines_[static_cast<std::size_t>(line) + 1].first
             : tokens();
}

int DepthRibbon::lineAt(double y) const {
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), y,
                                      [](double at, const Line& line) { return at < line.top; });
  return std::max(0, static_cast<int>(after - lines_.begin()) - 1);
}

int DepthRibbon::tokenAt(const QPointF& position) const {
  if (position.y() < 0 || position.y() >= height()) return -1;
  const int line = lineAt(position.y());
  for (int i = lines_[static_cast<std::size_t>(line)].first; i < lineEnd(line); ++i) {
    const Item& item = items_[static_cast<std::size_t>(i)];
    if (position.x() >= item.x - kGap && position.x() <= item.x + item.width + kGap) return i;
  }
  return -1;
}

QRectF DepthRibbon::tokenRect(int token) const {
  if (token < 0 || token >= tokens()) return {};
  const Item& item = items_[static_cast<std::size_t>(token)];
  const Line& line = lines_[static_cast<std::size_t>(item.line)];
  return {item.x, line.top, item.width, lineHeight(line) - kLineGap / 2};
}

QRectF DepthRibbon::barRect(int token) const {
  if (token < 0 || token >= tokens()) return {};
  const Item& item = items_[static_cast<std::size_t>(token)];
  const double high = step_ * (tokens_[static_cast<std::size_t>(token)].reading.loop + 1);
  const double base = barBase(lines_[static_cast<std::size_t>(item.line)]);
  return {item.x, base - high, item.width, high};
}

void DepthRibbon::paint(QPainter& painter, const QRectF& visible, const FigureTheme& theme) const {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, false);
  const int last = lineAt(visible.bottom());
  for (int line = lineAt(visible.top()); line <= last; ++line) paintLine(painter, line, theme);
  if (cursorShown_) paintCursor(painter, theme);
  painter.restore();
}

void DepthRibbon::paintLine(QPainter& painter, int index, const FigureTheme& theme) const {
  const Line& line = lines_[static_cast<std::size_t>(index)];
  const double base = barBase(line);
  // The scale of every line: one guide a loop, the first and the last with their number.
  painter.setPen(QPen(theme.grid, theme.lineWidth));
  for (int loop = 0; loop <= loops_; ++loop)
    painter.drawLine(QPointF(gutter_ - 3, base - loop * step_),
                     QPointF(width_, base - loop * step_));
  painter.setFont(smaller(font_));
  painter.setPen(theme.axis);
  const double h = QFontMetricsF(painter.font()).height();
  const auto number = [&](int loop) {
    painter.drawText(QRectF(0, base - (loop - 0.5) * step_ - h / 2, gutter_ - 5, h),
                     Qt::AlignRight | Qt::AlignVCenter, QString::number(loop));
  };
  number(loops_);
  if (step_ * (loops_ - 1) >= h * 0.8) number(1);

  for (int i = line.first; i < lineEnd(index); ++i) {
    paintBar(painter, i, theme);
    const Item& item = items_[static_cast<std::size_t>(i)];
    const Token& token = tokens_[static_cast<std::size_t>(i)];
    painter.setFont(font_);
    painter.setPen(token.generated ? theme.text : theme.axis);
    const double textWidth = textWidths_[static_cast<std::size_t>(item.text)];
    painter.drawText(QPointF(item.x + (item.width - textWidth) / 2, textTop(line) + ascent_),
                     texts_[static_cast<std::size_t>(item.text)]);
    if (i == selection_ || i == hover_) {
      const bool selected = i == selection_;
      painter.setPen(QPen(selected ? theme.selection : theme.hover, selected ? 2 : 1));
      painter.setBrush(Qt::NoBrush);
      painter.drawRect(QRectF(item.x - 1, base - step_ * loops_ - 1, item.width + 1,
                              step_ * loops_ + 4 + textHeight_));
    }
  }
  paintFlags(painter, index, theme);
}

void DepthRibbon::paintBar(QPainter& painter, int index, const FigureTheme& theme) const {
  const Token& token = tokens_[static_cast<std::size_t>(index)];
  const QRectF bar = barRect(index);
  QColor fill = theme.loopColour(token.reading.loop);
  if (!token.generated) fill.setAlphaF(0.45f);  // the prompt was given, not drawn
  painter.fillRect(bar, fill);
  if (token.loopsRun > token.reading.loop + 1) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.missing, theme.lineWidth, Qt::DotLine));
    const double more = step_ * (token.loopsRun - token.reading.loop - 1);
    painter.drawRect(QRectF(bar.left(), bar.top() - more, bar.width() - 1, more));
  }
  if (std::isnan(token.reading.expectedDepth)) return;  // the gate is not a number
  // A line on a halo is seen on every colour of the bar and above it.
  const double y = bar.bottom() - step_ * token.reading.expectedDepth;
  painter.fillRect(QRectF(bar.left(), y - 2, bar.width(), 4), theme.background);
  painter.fillRect(QRectF(bar.left(), y - 1, bar.width(), 2), theme.text);
}

/// Flags that would run into each other: the later one is the one that holds, so it is the one with
/// a text; all of them have their line.
void DepthRibbon::paintFlags(QPainter& painter, int index, const FigureTheme& theme) const {
  const Line& line = lines_[static_cast<std::size_t>(index)];
  if (!line.flagged) return;
  painter.setFont(smaller(font_));
  const QFontMetricsF metrics(painter.font());
  double free = width_;
  const bool lastLine = index + 1 == static_cast<int>(lines_.size());
  for (int i = lineEnd(index) - (lastLine ? 0 : 1); i >= line.first; --i) {
    const auto flag = flags_.constFind(i);
    if (flag == flags_.constEnd()) continue;
    const double x = i < tokens() ? items_[static_cast<std::size_t>(i)].x - kGap : x_;
    painter.setPen(QPen(theme.text, 1.4 * theme.lineWidth));
    painter.drawLine(QPointF(x, line.top + 2), QPointF(x, textTop(line) + textHeight_));
    const double w = metrics.horizontalAdvance(*flag) + 4;
    // At the right edge the text comes before its line.
    const double left = x + 3 + w > width_ && x - w > gutter_ ? x - w : x + 3;
    if (left + w <= free + 4) {
      painter.drawText(QPointF(left, line.top + metrics.ascent()), *flag);
      free = std::min(left, x) - 4;
    }
  }
}

void DepthRibbon::paintCursor(QPainter& painter, const FigureTheme& theme) const {
  const Line& line = lines_.back();
  const QRectF cursor(x_ + 2, barBase(line) - step_ * loops_, 6, step_ * loops_);
  if (cursorHeld_) {
    painter.setPen(QPen(theme.selection, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(cursor);
  } else {
    painter.fillRect(cursor, theme.selection);
  }
}

}  // namespace ouroscope
