// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/TextFlow.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "core/text/BidiOrder.h"
#include "core/text/SplitCharacters.h"
#include "core/text/Utf8.h"
#include "ui/figures/base/ColourMap.h"

namespace ouroscope {
namespace {

constexpr double kPad = 2.0;       ///< left and right of a token's text
constexpr double kGap = 1.0;       ///< between tokens
constexpr double kLeading = 1.45;  ///< line height over the font's
constexpr double kMarkScale = 0.68;

char32_t firstCharacter(const std::string& bytes) {
  return bytes.empty() ? 0 : utf8Step(bytes, 0).codePoint;
}
char32_t lastCharacter(const std::string& bytes) {
  std::size_t at = bytes.size();
  while (at > 0 && (static_cast<unsigned char>(bytes[at - 1]) & 0xc0) == 0x80) --at;
  return at > 0 ? utf8Step(bytes, at - 1).codePoint : 0;
}

/// Cursive letters (Arabic, Syriac, N'Ko ...) keep their joined shapes across tokens.
bool joinsForward(char32_t c) {
  const auto type = QChar::joiningType(c);
  return type == QChar::Joining_Dual || type == QChar::Joining_Causing ||
         type == QChar::Joining_Left;
}
bool joinsBackward(char32_t c) {
  const auto type = QChar::joiningType(c);
  return type == QChar::Joining_Dual || type == QChar::Joining_Causing ||
         type == QChar::Joining_Right;
}

bool isSpace(char32_t c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Scripts that are written without spaces: a line may break between any two of their letters.
bool breaksAnywhere(char32_t c) {
  switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
      return true;
    default:
      return c >= 0x3000 && c < 0x3040;  // CJK punctuation
  }
}

bool closes(char32_t c) {
  const auto category = QChar::category(c);
  return category == QChar::Punctuation_Close || category == QChar::Punctuation_FinalQuote ||
         category == QChar::Punctuation_Other;
}

/// Whether a line may end between two tokens.
bool mayBreak(const std::string& before, const std::string& after) {
  const char32_t a = lastCharacter(before), b = firstCharacter(after);
  if (b == '\n') return false;  // ends its line, never begins one
  if (isSpace(b) || isSpace(a)) return true;
  return (breaksAnywhere(a) || breaksAnywhere(b)) && !closes(b);
}

}  // namespace

void TextFlow::setTrace(TracePtr trace, int firstToken, int lastToken) {
  trace_ = std::move(trace);
  texts_.clear();
  items_.clear();
  lineStart_.clear();
  paragraphs_.clear();
  measured_ = false;
  height_ = 0;
  if (!trace_) return;
  first_ = std::clamp(firstToken, 0, trace_->tokens() - 1);
  last_ =
      lastToken < 0 ? trace_->tokens() - 1 : std::clamp(lastToken, first_, trace_->tokens() - 1);
  const auto tokens =
      std::span(trace_->columns().tokenBytes)
          .subspan(static_cast<std::size_t>(first_), static_cast<std::size_t>(last_ - first_ + 1));
  items_.resize(tokens.size());
  const std::vector<SplitCharacter> splits = splitCharacters(tokens);
  std::unordered_map<std::size_t, const SplitCharacter*> completed;
  for (const SplitCharacter& split : splits) {
    completed[static_cast<std::size_t>(split.lastToken)] = &split;
    for (int t = split.firstToken + 1; t <= split.lastToken; ++t) {
      Item& item = items_[static_cast<std::size_t>(t)];
      item.joined = item.splitBack = true;
      item.wordStart = false;
    }
  }
  // A tokenizer may leave characters out, and an id may have no text: both show that they are
  // there.
  std::unordered_map<std::size_t, QString> gaps;
  for (const DroppedText& gap : trace_->info().dropped)
    if (gap.token >= first_) gaps[gap.token - first_] = gapMark(gap.text);
  const auto gapAt = [&](std::size_t item) {
    const auto found = gaps.find(item);
    return found == gaps.end() ? QString() : found->second;
  };
  std::unordered_map<std::string, int> known;
  bool joinedBack = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Item& item = items_[i];
    const std::string& bytes = tokens[i];
    item.endsLine = !bytes.empty() && bytes.back() == '\n';
    if (i > 0 && !item.splitBack) item.wordStart = mayBreak(tokens[i - 1], bytes);
    const bool joinedForward = i + 1 < tokens.size() && joinsForward(lastCharacter(bytes)) &&
                               joinsBackward(firstCharacter(tokens[i + 1]));
    item.joined = item.joined || joinedBack;
    const auto split = completed.find(i);
    std::string key = bytes;
    if (joinedBack || joinedForward || split != completed.end()) {
      key += '\0';
      key += joinedBack ? 'b' : '-';
      key += joinedForward ? 'f' : '-';
      if (split != completed.end()) key += split->second->bytes;
    }
    const QString gap = gapAt(i);
    const bool last = first_ + static_cast<int>(i) + 1 == trace_->tokens();
    const QString after = last ? gapAt(i + 1) : QString();
    const QString name =
        bytes.empty()
            ? QString::fromStdString(wordOrId(bytes, trace_->columns().tokenId[first_ + i]))
            : QString();
    if (!gap.isEmpty() || !after.isEmpty() || !name.isEmpty())
      key += '\0' + (gap + '/' + name + '/' + after).toStdString();
    const auto [at, added] = known.try_emplace(std::move(key), static_cast<int>(texts_.size()));
    if (added) {
      Text text{tokenPieces(bytes), {}, 0};
      if (split != completed.end()) {
        // The bytes stay visible; the character that they complete follows them.
        const auto mark = std::find_if(text.pieces.begin(), text.pieces.end(),
                                       [](const auto& p) { return p.kind == TokenPiece::Mark; });
        text.pieces.insert(
            mark == text.pieces.end() ? mark : mark + 1,
            {TokenPiece::Text,
             QString::fromUtf8(split->second->bytes.data(),
                               static_cast<qsizetype>(split->second->bytes.size()))});
      }
      const QString joiner(QChar(0x200d));
      if (joinedBack && !text.pieces.empty()) text.pieces.front().text.prepend(joiner);
      if (joinedForward && !text.pieces.empty()) text.pieces.back().text.append(joiner);
      if (!name.isEmpty()) text.pieces.push_back({TokenPiece::Mark, name});
      if (!gap.isEmpty()) text.pieces.insert(text.pieces.begin(), {TokenPiece::Mark, gap});
      if (!after.isEmpty()) text.pieces.push_back({TokenPiece::Mark, after});
      texts_.push_back(std::move(text));
    }
    item.text = at->second;
    joinedBack = joinedForward;
  }
  findDirections();
}

void TextFlow::findDirections() {
  const auto tokens = std::span(trace_->columns().tokenBytes)
                          .subspan(static_cast<std::size_t>(first_), items_.size());
  paragraphs_.assign(items_.size(), 0);
  for (std::size_t begin = 0; begin < items_.size();) {
    std::size_t end = begin;
    bool turns = false;
    while (end < items_.size()) {
      turns = turns || mayRunRightToLeft(tokens[end]);
      if (items_[end++].endsLine) break;
    }
    if (turns) {
      const TokenLevels levels = bidiLevels(tokens.subspan(begin, end - begin));
      for (std::size_t i = begin; i < end; ++i) {
        items_[i].level = levels.tokens[i - begin];
        paragraphs_[i] = levels.paragraph;
      }
    }
    begin = end;
  }
}

void TextFlow::setFont(const QFont& font) {
  font_ = font;
  measured_ = false;
}

void TextFlow::setDigitsShown(bool shown) {
  digitsShown_ = shown;
}

void TextFlow::setSpacesShown(bool shown) {
  spacesShown_ = shown;
  measured_ = false;
}

void TextFlow::setHead(double height, double leastWidth) {
  if (height == head_ && leastWidth == leastWidth_) return;
  head_ = height;
  leastWidth_ = leastWidth;
  measured_ = false;
}

void TextFlow::measure() {
  const QFontMetricsF metrics(font_);
  QFont small = font_;
  small.setPointSizeF(font_.pointSizeF() * kMarkScale);
  const QFontMetricsF smallMetrics(small);
  ascent_ = metrics.ascent();
  textLine_ = metrics.height() * kLeading;
  lineHeight_ = head_ + textLine_;
  spaceWidth_ = metrics.horizontalAdvance(' ');
  for (Text& text : texts_) {
    text.widths.clear();
    text.width = 0;
    for (std::size_t i = 0; i < text.pieces.size(); ++i) {
      const TokenPiece& piece = text.pieces[i];
      double w = 0;
      if (piece.kind == TokenPiece::Mark)
        w = smallMetrics.horizontalAdvance(piece.text) + 5;
      else if (piece.kind == TokenPiece::Space)
        w = !spacesShown_ && i == 0 && text.pieces.size() > 1 ? 0 : std::max(4.0, spaceWidth_);
      else
        w = metrics.horizontalAdvance(piece.text);
      text.widths.push_back(w);
      text.width += w;
    }
    // An empty token is still a place to click on.
    if (text.pieces.empty()) text.width = spaceWidth_;
  }
  measured_ = true;
}

double TextFlow::gapBefore(std::size_t index, bool lineStart) const {
  if (lineStart) return 0;
  const Item& item = items_[index];
  if (item.joined) return 0;
  const auto& pieces = texts_[static_cast<std::size_t>(item.text)].pieces;
  const bool hiddenSpace =
      !spacesShown_ && pieces.size() > 1 && pieces.front().kind == TokenPiece::Space;
  return kGap + (hiddenSpace ? spaceWidth_ * 0.6 : 0);
}

void TextFlow::layout(double width) {
  lineStart_.clear();
  visual_.clear();
  height_ = 0;
  if (!trace_) return;
  if (!measured_) measure();
  const double digit = digitsShown_ ? QFontMetricsF(font_).horizontalAdvance('8') * 0.62 : 0;
  visual_.resize(items_.size());
  placeOf_.resize(items_.size());
  std::size_t lineFirst = 0, word = 0;  // where the line and its last word begin
  double x = 0;
  int line = 0;
  lineStart_.push_back(0);
  const auto endLine = [&](std::size_t end) {
    placeLine(lineFirst, end, width, line++, paragraphs_[lineFirst] & 1);
    lineStart_.push_back(static_cast<int>(end));
    lineFirst = end;
    x = 0;
  };
  for (std::size_t i = 0; i < items_.size(); ++i) {
    Item& item = items_[i];
    item.width = texts_[item.text].width + 2 * kPad + digit;
    // What is one character or one cursive word stays in one piece.
    if (!item.joined && (i + 1 == items_.size() || !items_[i + 1].joined))
      item.width = std::max(leastWidth_, item.width);
    if (item.wordStart) word = i;
    x += gapBefore(i, i == lineFirst) + item.width;
    while (x > width && i > lineFirst) {
      // The whole word goes to the next line; a word longer than a line is broken where it must be.
      endLine(word > lineFirst ? word : i);
      for (std::size_t j = lineFirst; j <= i; ++j)
        x += gapBefore(j, j == lineFirst) + items_[j].width;
    }
    if (item.endsLine) endLine(i + 1);
  }
  if (lineFirst < items_.size()) endLine(items_.size());
  // After a last newline there is an empty line, as in every editor.
  height_ = std::max(1, line) * lineHeight_;
}

void TextFlow::placeLine(std::size_t first, std::size_t end, double width, int line,
                         bool rightAligned) {
  const bool turned = std::any_of(items_.begin() + static_cast<std::ptrdiff_t>(first),
                                  items_.begin() + static_cast<std::ptrdiff_t>(end),
                                  [](const Item& item) { return item.level > 0; });
  for (std::size_t i = first; i < end; ++i) visual_[i] = static_cast<int>(i);
  if (turned || rightAligned) {
    std::vector<std::uint8_t> levels;
    for (std::size_t i = first; i < end; ++i) levels.push_back(items_[i].level);
    // White space at a line's end goes where the paragraph goes (rule L1).
    for (std::size_t i = end; i-- > first;) {
      const auto& bytes = trace_->columns().tokenBytes[static_cast<std::size_t>(first_) + i];
      if (bytes.find_first_not_of(" \t\r\n") != std::string::npos) break;
      levels[i - first] = paragraphs_[i];
    }
    const std::vector<int> order = visualOrder(levels);
    for (std::size_t i = 0; i < order.size(); ++i)
      visual_[first + i] = static_cast<int>(first) + order[i];
  }
  double x = 0;
  for (std::size_t place = first; place < end; ++place) {
    const auto i = static_cast<std::size_t>(visual_[place]);
    // Between two tokens the gap is that of the one that comes later in reading.
    if (place > first) {
      const auto left = static_cast<std::size_t>(visual_[place - 1]);
      x += gapBefore(std::max(i, left), false);
    }
    items_[i].x = x;
    items_[i].line = line;
    placeOf_[i] = static_cast<int>(place);
    x += items_[i].width;
  }
  if (rightAligned && x < width)
    for (std::size_t i = first; i < end; ++i) items_[i].x += width - x;
}

void TextFlow::setShades(std::vector<QRgb> fills, std::vector<int> digits) {
  fills_ = std::move(fills);
  digits_ = std::move(digits);
}

void TextFlow::setSelection(std::vector<int> tokens, int primary) {
  selection_ = std::move(tokens);
  primary_ = primary;
}
void TextFlow::setSelection(int token) {
  setSelection(token < 0 ? std::vector<int>{} : std::vector<int>{token}, token);
}
void TextFlow::setHover(int token) {
  hover_ = token;
}
void TextFlow::setMatches(std::vector<int> tokens, int currentFirst, int currentLast) {
  matches_ = std::move(tokens);
  matchFirst_ = currentFirst;
  matchLast_ = currentLast;
}

bool TextFlow::isSelected(int token) const {
  return std::binary_search(selection_.begin(), selection_.end(), token);
}

void TextFlow::paint(QPainter& painter, const QRectF& visible, const FigureTheme& theme) const {
  if (!trace_ || items_.empty() || lineHeight_ <= 0) return;
  QFont small = font_;
  small.setPointSizeF(std::max(theme.paper ? 6.0 : 6.5, font_.pointSizeF() * 0.62));
  const int lines = static_cast<int>(lineStart_.size()) - 1;
  const int from = std::clamp(static_cast<int>(visible.top() / lineHeight_), 0, lines),
            to = std::clamp(static_cast<int>(visible.bottom() / lineHeight_) + 1, 0, lines);
  // Fonts are changed twice a paint, not twice a token: that is most of what a paint costs.
  painter.setFont(font_);
  for (int i = lineStart_[static_cast<std::size_t>(from)];
       i < lineStart_[static_cast<std::size_t>(to)]; ++i)
    paintItem(painter, static_cast<std::size_t>(i), theme, small);
  if (!digitsShown_) return;
  painter.setFont(small);
  for (int i = lineStart_[static_cast<std::size_t>(from)];
       i < lineStart_[static_cast<std::size_t>(to)]; ++i)
    paintDigit(painter, static_cast<std::size_t>(i), theme, QFontMetricsF(small));
}

void TextFlow::paintDigit(QPainter& painter, std::size_t index, const FigureTheme& theme,
                          const QFontMetricsF& metrics) const {
  const auto token = static_cast<std::size_t>(first_) + index;
  if (token >= digits_.size() || digits_[token] <= 0) return;
  const Item& item = items_[index];
  const bool shaded = token < fills_.size() && qAlpha(fills_[token]) > 0;
  const QString digit = QString::number(digits_[token]);
  const double x =
      item.level & 1 ? item.x + 1 : item.x + item.width - 1 - metrics.horizontalAdvance(digit);
  painter.setPen(shaded ? ColourMap::textOn(QColor::fromRgb(fills_[token])) : theme.text);
  painter.drawText(QPointF(x, item.line * lineHeight_ + head_ + textLine_ / kLeading * 0.1 + 0.5 +
                                  metrics.ascent()),
                   digit);
}

void TextFlow::paintItem(QPainter& painter, std::size_t index, const FigureTheme& theme,
                         const QFont& small) const {
  const Item& item = items_[index];
  const auto token = static_cast<std::size_t>(first_) + index;
  const int t = static_cast<int>(token);
  const double textHeight = textLine_ / kLeading;
  const QRectF rect(item.x, item.line * lineHeight_ + head_ + textHeight * 0.1, item.width,
                    textHeight * 1.2);
  const bool shaded = token < fills_.size() && qAlpha(fills_[token]) > 0;
  const QColor fill = shaded ? QColor::fromRgb(fills_[token]) : theme.background;
  const QColor ink = shaded ? ColourMap::textOn(fill) : theme.text;
  if (shaded)
    painter.fillRect(rect, fill);
  else if (token < fills_.size() && fills_[token] != kNoShade)  // absent: never the low end
    painter.fillRect(rect, QBrush(theme.missing, Qt::BDiagPattern));
  QColor dim = ink;
  dim.setAlphaF(0.55f);

  const bool turned = item.level & 1;
  const Text& text = texts_[static_cast<std::size_t>(item.text)];
  // A narrow word stands in the middle of its room; a digit has its own at the end.
  const double free = item.width - 2 * kPad - text.width, digit = digitsShown_ ? free : free / 2;
  const double baseline = rect.y() + textHeight * 0.1 + ascent_;
  double x = rect.x() + kPad + (turned || !digitsShown_ ? digit : 0);
  if (turned) painter.setLayoutDirection(Qt::RightToLeft);
  for (std::size_t n = 0; n < text.pieces.size(); ++n) {
    const std::size_t p = turned ? text.pieces.size() - 1 - n : n;
    const TokenPiece& piece = text.pieces[p];
    const double w = text.widths[p];
    if (w <= 0) continue;
    switch (piece.kind) {
      case TokenPiece::Space:
        painter.fillRect(QRectF(x + w / 2 - 0.8, baseline - ascent_ * 0.36, 1.6, 1.6), dim);
        break;
      case TokenPiece::Mark: {
        painter.setFont(small);
        painter.setPen(QPen(dim, 0.8));
        painter.setBrush(Qt::NoBrush);
        const QRectF box(x + 0.5, rect.y() + textHeight * 0.24, w - 1.5, textHeight * 0.78);
        painter.drawRect(box);
        painter.setPen(ink);
        painter.drawText(box, Qt::AlignCenter, piece.text);
        painter.setFont(font_);
        break;
      }
      case TokenPiece::Symbol:
      case TokenPiece::Text:
        painter.setPen(piece.kind == TokenPiece::Symbol ? dim : ink);
        painter.drawText(QPointF(x, baseline), piece.text);
        break;
    }
    x += w;
  }
  if (turned) painter.setLayoutDirection(Qt::LeftToRight);
  const double thin = theme.paper ? 0.6 : 1.0;
  if (item.splitBack) {  // one character: a bracket over its tokens
    const Item& before = items_[index - 1];
    if (before.line == item.line) {
      painter.setPen(QPen(theme.axis, 1.4 * thin));
      painter.drawLine(QPointF(before.x + before.width / 2, rect.top() - 0.5),
                       QPointF(item.x + item.width / 2, rect.top() - 0.5));
    }
  }
  if (trace_->generated(t)) {  // generated text is underlined
    painter.setPen(QPen(theme.axis, thin));
    painter.drawLine(QPointF(rect.left(), rect.bottom() + 1.5),
                     QPointF(rect.right(), rect.bottom() + 1.5));
  }
  const auto frame = [&](double inset, const QColor& colour, double width) {
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    // Around the word and what stands over it.
    painter.drawRect(rect.adjusted(inset, inset - head_, -inset, -inset));
  };
  if (std::binary_search(matches_.begin(), matches_.end(), t)) {
    const bool current = t >= matchFirst_ && t <= matchLast_;
    painter.fillRect(
        QRectF(rect.left(), rect.bottom() - (current ? 4 : 2.5), rect.width(), current ? 4 : 2.5),
        theme.selection);
  }
  if (isSelected(t)) {
    // Two tones, so that the frame shows on the light and on the dark end of every scale.
    // They stand in the gap and the padding: what is read is not touched.
    frame(1.5, theme.background, 1);
    frame(t == primary_ ? 0 : 0.5, theme.selection, t == primary_ ? 2 : 1);
  } else if (t == hover_) {
    frame(0.5, theme.hover, 1.4);
  }
}

int TextFlow::tokenAt(const QPointF& position) const {
  if (lineHeight_ <= 0 || position.y() < 0) return -1;
  const auto line = static_cast<std::size_t>(position.y() / lineHeight_);
  if (line + 1 >= lineStart_.size()) return -1;
  for (int place = lineStart_[line]; place < lineStart_[line + 1]; ++place) {
    const Item& item = items_[static_cast<std::size_t>(visual_[static_cast<std::size_t>(place)])];
    const double gap = spacesShown_ ? kGap : spaceWidth_ * 0.6 + kGap;
    if (position.x() >= item.x - gap / 2 && position.x() <= item.x + item.width + gap / 2)
      return first_ + visual_[static_cast<std::size_t>(place)];
  }
  return -1;
}

QRectF TextFlow::tokenRect(int token) const {
  const int i = token - first_;
  if (i < 0 || i >= static_cast<int>(items_.size()) || lineStart_.empty()) return {};
  const Item& item = items_[static_cast<std::size_t>(i)];
  return {item.x, item.line * lineHeight_, item.width, lineHeight_};
}

QRectF TextFlow::headRect(int token) const {
  QRectF rect = tokenRect(token);
  rect.setHeight(rect.isNull() ? 0 : head_);
  return rect;
}

int TextFlow::lineOf(int token) const {
  const int i = token - first_;
  return i < 0 || i >= intSize(items_) || lineStart_.empty() ? -1 : items_[i].line;
}

std::pair<int, int> TextFlow::tokensBetween(double top, double bottom) const {
  if (lineHeight_ <= 0 || lines() < 1 || bottom < 0) return {0, -1};
  const int from = std::clamp(static_cast<int>(top / lineHeight_), 0, lines());
  const int to = std::clamp(static_cast<int>(bottom / lineHeight_) + 1, 0, lines());
  return {first_ + lineStart_[from], first_ + lineStart_[to] - 1};
}

bool TextFlow::rightToLeft(int token) const {
  const int i = token - first_;
  return i >= 0 && i < static_cast<int>(items_.size()) &&
         (items_[static_cast<std::size_t>(i)].level & 1);
}

int TextFlow::moved(int token, Move move, int lines) const {
  if (items_.empty() || lineStart_.size() < 2) return -1;
  const int count = static_cast<int>(items_.size());
  if (move == Move::TextStart) return first_;
  if (move == Move::TextEnd) return first_ + count - 1;
  if (token < first_ || token >= first_ + count) return first_;
  const auto i = static_cast<std::size_t>(token - first_);
  const Item& item = items_[i];
  const int lineCount = static_cast<int>(lineStart_.size()) - 1;
  const auto begin = [&](int line) { return lineStart_[static_cast<std::size_t>(line)]; };
  const auto at = [&](int place) { return first_ + visual_[static_cast<std::size_t>(place)]; };
  const bool turned = paragraphs_[i] & 1;
  switch (move) {
    case Move::Left:
    case Move::Right: {
      const int place = placeOf_[i] + (move == Move::Right ? 1 : -1);
      if (place >= begin(item.line) && place < begin(item.line + 1)) return at(place);
      // Over the edge: reading goes on in the next line, or back into the one before.
      const int line = item.line + ((move == Move::Right) != turned ? 1 : -1);
      if (line < 0 || line >= lineCount) return token;
      return at(move == Move::Right ? begin(line) : begin(line + 1) - 1);
    }
    case Move::Up:
    case Move::Down: {
      const int line =
          std::clamp(item.line + (move == Move::Down ? lines : -lines), 0, lineCount - 1);
      const double centre = item.x + item.width / 2;
      int best = token;
      double nearest = 1e30;
      for (int place = begin(line); place < begin(line + 1); ++place) {
        const Item& other =
            items_[static_cast<std::size_t>(visual_[static_cast<std::size_t>(place)])];
        const double away = std::abs(other.x + other.width / 2 - centre);
        if (away < nearest) {
          nearest = away;
          best = at(place);
        }
      }
      return best;
    }
    case Move::LineStart:
      return first_ + begin(item.line);
    case Move::LineEnd:
      return first_ + begin(item.line + 1) - 1;
    default:
      return token;
  }
}

}  // namespace ouroscope
