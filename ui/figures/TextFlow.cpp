// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/TextFlow.h"

#include <QFontMetricsF>
#include <algorithm>
#include <unordered_map>

#include "core/text/Utf8.h"
#include "ui/figures/ColourMap.h"

namespace ouroscope {
namespace {

constexpr double kPad = 2.0;  ///< left and right of a token's text
constexpr double kGap = 1.0;  ///< between tokens

}  // namespace

QString tokenDisplayText(const std::string& bytes) {
  QString text;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t valid = utf8ValidPrefix(std::string_view(bytes).substr(at));
    const QString part = QString::fromUtf8(bytes.data() + at, static_cast<qsizetype>(valid));
    for (const QChar c : part) {
      if (c == '\n')
        text += QChar(0x21b5);
      else if (c == '\r')
        text += QChar(0x240d);
      else if (c == '\t')
        text += QChar(0x21e5);
      else if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
               c == QChar(0xfffe) || c == QChar(0xffff))
        text += QStringLiteral("<%1>").arg(c.unicode(), 2, 16, QChar('0')).toUpper();
      else
        text += c;
    }
    at += valid;
    // What is left before the next valid stretch is half a character: its bytes are shown, never
    // replaced.
    if (at < bytes.size()) {
      text += QStringLiteral("<%1>")
                  .arg(static_cast<unsigned char>(bytes[at]), 2, 16, QChar('0'))
                  .toUpper();
      ++at;
    }
  }
  return text;
}

void TextFlow::setTrace(TracePtr trace, int firstToken, int lastToken) {
  trace_ = std::move(trace);
  texts_.clear();
  textWidths_.clear();
  textOfToken_.clear();
  items_.clear();
  lineStart_.clear();
  height_ = 0;
  if (!trace_) return;
  first_ = std::clamp(firstToken, 0, trace_->tokens() - 1);
  last_ =
      lastToken < 0 ? trace_->tokens() - 1 : std::clamp(lastToken, first_, trace_->tokens() - 1);
  std::unordered_map<std::string, int> known;
  for (int t = first_; t <= last_; ++t) {
    const std::string& bytes = trace_->columns().tokenBytes[static_cast<std::size_t>(t)];
    const auto [at, added] = known.try_emplace(bytes, static_cast<int>(texts_.size()));
    if (added) {
      QString text = tokenDisplayText(bytes);
      if (text.startsWith(' ')) text.remove(0, 1);  // the gap between tokens stands for it
      if (text.trimmed().isEmpty()) text = QStringLiteral("\u2423");
      texts_.push_back(text);
    }
    textOfToken_.push_back(at->second);
  }
}

void TextFlow::setFont(const QFont& font) {
  font_ = font;
  textWidths_.clear();
}

void TextFlow::setDigitsShown(bool shown) {
  digitsShown_ = shown;
}

void TextFlow::layout(double width) {
  items_.clear();
  lineStart_.clear();
  height_ = 0;
  if (!trace_) return;
  const QFontMetricsF metrics(font_);
  ascent_ = metrics.ascent();
  lineHeight_ = metrics.height() * 1.45;
  if (textWidths_.empty())
    for (const QString& text : texts_) textWidths_.push_back(metrics.horizontalAdvance(text));
  // The digit hangs in the upper right corner, so it widens a token by its own width.
  const double digit = digitsShown_ ? metrics.horizontalAdvance('8') * 0.62 : 0,
               space = metrics.horizontalAdvance(' ') * 0.6;
  double x = 0;
  int line = 0;
  lineStart_.push_back(0);
  const auto newLine = [&] {
    lineStart_.push_back(static_cast<int>(items_.size()));
    ++line;
    x = 0;
  };
  for (int t = first_; t <= last_; ++t) {
    const int text = textOfToken_[static_cast<std::size_t>(t - first_)];
    const std::string& bytes = trace_->columns().tokenBytes[static_cast<std::size_t>(t)];
    const double w = textWidths_[static_cast<std::size_t>(text)] + 2 * kPad + digit;
    if (x > 0 && !bytes.empty() && bytes.front() == ' ') x += space;
    if (x > 0 && x + w > width) newLine();
    items_.push_back({x, w, line, text});
    x += w + kGap;
    if (!bytes.empty() && bytes.back() == '\n') newLine();
  }
  lineStart_.push_back(static_cast<int>(items_.size()));
  height_ = (line + 1) * lineHeight_;
}

double TextFlow::height() const {
  return height_;
}

void TextFlow::setShades(std::vector<QRgb> fills, std::vector<int> digits) {
  fills_ = std::move(fills);
  digits_ = std::move(digits);
}

void TextFlow::setSelection(int token) {
  selection_ = token;
}
void TextFlow::setHover(int token) {
  hover_ = token;
}

void TextFlow::paint(QPainter& painter, const QRectF& visible, const FigureTheme& theme) const {
  if (!trace_ || items_.empty() || lineHeight_ <= 0) return;
  QFont small = font_;
  small.setPointSizeF(std::max(theme.paper ? 5.0 : 6.5, font_.pointSizeF() * 0.62));
  const int lines = static_cast<int>(lineStart_.size()) - 1;
  const int from = std::clamp(static_cast<int>(visible.top() / lineHeight_), 0, lines),
            to = std::clamp(static_cast<int>(visible.bottom() / lineHeight_) + 1, 0, lines);
  const double textHeight = lineHeight_ / 1.45;
  for (int i = from < lines ? lineStart_[static_cast<std::size_t>(from)] : 0;
       i < (to > 0 ? lineStart_[static_cast<std::size_t>(to)] : 0); ++i) {
    const Item& item = items_[static_cast<std::size_t>(i)];
    const int token = first_ + i;
    const QRectF rect(item.x, item.line * lineHeight_ + textHeight * 0.1, item.width,
                      textHeight * 1.2);
    const bool shaded = static_cast<std::size_t>(token) < fills_.size() &&
                        qAlpha(fills_[static_cast<std::size_t>(token)]) > 0;
    const QColor fill =
        shaded ? QColor::fromRgb(fills_[static_cast<std::size_t>(token)]) : theme.background;
    if (shaded) painter.fillRect(rect, fill);
    painter.setPen(shaded ? ColourMap::textOn(fill) : theme.text);
    painter.setFont(font_);
    painter.drawText(QPointF(rect.x() + kPad, rect.y() + textHeight * 0.1 + ascent_),
                     texts_[static_cast<std::size_t>(item.text)]);
    if (digitsShown_ && static_cast<std::size_t>(token) < digits_.size() &&
        digits_[static_cast<std::size_t>(token)] > 0) {
      painter.setFont(small);
      painter.drawText(QRectF(rect.x(), rect.y() + 0.5, rect.width() - 1, rect.height()),
                       Qt::AlignRight | Qt::AlignTop,
                       QString::number(digits_[static_cast<std::size_t>(token)]));
    }
    if (trace_->generated(token)) {  // generated text is underlined
      painter.setPen(QPen(theme.axis, theme.paper ? 0.6 : 1.0));
      painter.drawLine(QPointF(rect.left(), rect.bottom() + 1.5),
                       QPointF(rect.right(), rect.bottom() + 1.5));
    }
    if (token == selection_ || token == hover_) {
      painter.setPen(
          QPen(token == selection_ ? theme.selection : theme.hover, token == selection_ ? 2 : 1));
      painter.setBrush(Qt::NoBrush);
      painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
    }
  }
}

int TextFlow::tokenAt(const QPointF& position) const {
  if (lineHeight_ <= 0 || position.y() < 0) return -1;
  const int line = static_cast<int>(position.y() / lineHeight_);
  if (line + 1 >= static_cast<int>(lineStart_.size())) return -1;
  for (int i = lineStart_[static_cast<std::size_t>(line)];
       i < lineStart_[static_cast<std::size_t>(line) + 1]; ++i) {
    const Item& item = items_[static_cast<std::size_t>(i)];
    if (position.x() >= item.x && position.x() <= item.x + item.width + kGap) return first_ + i;
  }
  return -1;
}

QRectF TextFlow::tokenRect(int token) const {
  const int i = token - first_;
  if (i < 0 || i >= static_cast<int>(items_.size())) return {};
  const Item& item = items_[static_cast<std::size_t>(i)];
  return {item.x, item.line * lineHeight_, item.width, lineHeight_};
}

}  // namespace ouroscope
