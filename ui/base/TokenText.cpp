// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/TokenText.h"

#include <QChar>

#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

/// Names of characters that a reader cannot see.
QString invisibleName(char32_t c) {
  struct Name {
    char32_t c;
    const char* name;
  };
  static constexpr Name kControlNames[] = {
      {0x00a0, "NBSP"}, {0x00ad, "SHY"},  {0x061c, "ALM"},  {0x180e, "MVS"}, {0x200b, "ZWSP"},
      {0x200c, "ZWNJ"}, {0x200d, "ZWJ"},  {0x200e, "LRM"},  {0x200f, "RLM"}, {0x2028, "LS"},
      {0x2029, "PS"},   {0x202a, "LRE"},  {0x202b, "RLE"},  {0x202c, "PDF"}, {0x202d, "LRO"},
      {0x202e, "RLO"},  {0x202f, "NNBS"}, {0x2060, "WJ"},   {0x2066, "LRI"}, {0x2067, "RLI"},
      {0x2068, "FSI"},  {0x2069, "PDI"},  {0x3000, "IDSP"}, {0xfeff, "BOM"},
  };
  for (const Name& name : kControlNames)
    if (name.c == c) return QString::fromLatin1(name.name);
  const QChar::Category category = QChar::category(c);
  const bool space = category == QChar::Separator_Space && c != ' ';
  const bool hidden = category == QChar::Other_Control || category == QChar::Other_Format ||
                      category == QChar::Separator_Line || category == QChar::Separator_Paragraph ||
                      category == QChar::Other_NotAssigned || category == QChar::Other_PrivateUse;
  if (!space && !hidden) return {};
  return QStringLiteral("U+%1").arg(static_cast<uint>(c), 4, 16, QChar('0')).toUpper();
}

bool isMark(char32_t c) {
  const QChar::Category category = QChar::category(c);
  return category == QChar::Mark_NonSpacing || category == QChar::Mark_SpacingCombining ||
         category == QChar::Mark_Enclosing;
}

/// What a zero-width joiner may stand after inside an emoji: a picture, a skin tone, a selector.
bool isEmojiPart(char32_t c) {
  return c >= 0x2190 && (QChar::category(c) == QChar::Symbol_Other ||
                         (c >= 0x1f3fb && c <= 0x1f3ff) || c == 0xfe0f);
}

class Pieces {
 public:
  void add(TokenPiece::Kind kind, const QString& text) {
    if (kind == TokenPiece::Text && !out_.empty() && out_.back().kind == TokenPiece::Text)
      out_.back().text += text;
    else
      out_.push_back({kind, text});
  }
  std::vector<TokenPiece> take() { return std::move(out_); }

 private:
  std::vector<TokenPiece> out_;
};

}  // namespace

std::vector<TokenPiece> tokenPieces(const std::string& bytes) {
  Pieces pieces;
  QString hex;
  char32_t before = 0;
  const auto flush = [&] {
    if (!hex.isEmpty()) pieces.add(TokenPiece::Mark, hex);
    hex.clear();
  };
  for (std::size_t at = 0; at < bytes.size();) {
    const Utf8Step step = utf8Step(bytes, at);
    if (!step.valid) {
      // Half a character: its bytes are shown, never replaced.
      for (std::size_t i = 0; i < step.length; ++i) {
        if (!hex.isEmpty()) hex += ' ';
        hex += QStringLiteral("%1")
                   .arg(static_cast<unsigned char>(bytes[at + i]), 2, 16, QChar('0'))
                   .toUpper();
      }
      at += step.length;
      before = 0;
      continue;
    }
    flush();
    const char32_t c = step.codePoint;
    at += step.length;
    const char32_t next = at < bytes.size() ? utf8Step(bytes, at).codePoint : 0;
    if (c == ' ')
      pieces.add(TokenPiece::Space, " ");
    else if (c == '\n')
      pieces.add(TokenPiece::Symbol, QChar(0x21b5));
    else if (c == '\r')
      pieces.add(TokenPiece::Symbol, QChar(0x240d));
    else if (c == '\t')
      pieces.add(TokenPiece::Symbol, QChar(0x21e5));
    else if (const QString name = invisibleName(c);
             !name.isEmpty() && !(c == 0x200d && isEmojiPart(before) && isEmojiPart(next)))
      pieces.add(TokenPiece::Mark, name);
    else if (isMark(c) && before == 0)
      pieces.add(TokenPiece::Text, QChar(0x25cc) + QString::fromUcs4(&c, 1));
    else
      pieces.add(TokenPiece::Text, QString::fromUcs4(&c, 1));
    before = c;
  }
  flush();
  return pieces.take();
}

QString tokenDisplayText(const std::string& bytes) {
  QString text;
  for (const TokenPiece& piece : tokenPieces(bytes))
    text += piece.kind == TokenPiece::Mark ? '<' + piece.text + '>' : piece.text;
  return text;
}

QString wordText(const std::string& bytes) {
  const QString text = tokenDisplayText(bytes).trimmed();
  return text.isEmpty() ? QStringLiteral("\u2423") : text;
}

QString tokenLabel(const std::string& bytes, int most) {
  const QString text = tokenDisplayText(bytes).trimmed();
  if (text.isEmpty()) return QString(QChar(bytes.empty() ? 0x2205 : 0x2423));
  return cutText(text, most);
}

QString codePoints(const std::string& utf8) {
  QStringList names;
  for (std::size_t at = 0; at < utf8.size();) {
    const Utf8Step step = utf8Step(utf8, at);
    names << QStringLiteral("U+%1")
                 .arg(static_cast<uint>(step.codePoint), 4, 16, QChar('0'))
                 .toUpper();
    at += step.length;
  }
  return names.join(QStringLiteral(", "));
}

QString gapMark(const std::string& utf8) {
  const QString names = codePoints(utf8);
  const qsizetype end = names.indexOf(',');
  return '-' + names.left(end) + (end < 0 ? QString() : QString(QChar(0x2026)));
}

QString cutText(const QString& text, qsizetype most) {
  if (text.size() <= most) return text;
  // Not through the middle of a surrogate pair.
  qsizetype end = most - 1;
  if (text[end - 1].isHighSurrogate()) --end;
  return text.left(end) + QChar(0x2026);
}

}  // namespace ouroscope
