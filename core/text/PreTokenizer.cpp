// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/PreTokenizer.h"

#include <array>

#include "core/text/TextNormalizer.h"
#include "core/text/UnicodeTables.h"
#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

using Step = PreTokenizer::Step;

constexpr bool standsForItself(unsigned byte) {
  return (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
}

constexpr std::array<std::uint16_t, 256> makeAlphabet() {
  std::array<std::uint16_t, 256> alphabet{};
  unsigned next = 0x100;
  for (unsigned byte = 0; byte < 256; ++byte) {
    alphabet[byte] = standsForItself(byte) ? byte : next++;
  }
  return alphabet;
}

constexpr std::array<std::uint16_t, 256> kAlphabet = makeAlphabet();
constexpr std::size_t kAlphabetEnd = 0x100 + 68;

constexpr std::array<std::int16_t, kAlphabetEnd> makeReverse() {
  std::array<std::int16_t, kAlphabetEnd> reverse{};
  for (auto& entry : reverse) entry = -1;
  for (unsigned byte = 0; byte < 256; ++byte) reverse[kAlphabet[byte]] = byte;
  return reverse;
}

constexpr std::array<std::int16_t, kAlphabetEnd> kReverse = makeReverse();

std::size_t matchDigit(std::string_view text, std::size_t pos) {
  const Utf8Step step = utf8Step(text, pos);
  return (unicode::classOf(step.codePoint) & unicode::Digit) != 0 ? step.length : 0;
}

std::size_t matchDigits(std::string_view text, std::size_t pos) {
  std::size_t end = pos;
  while (end < text.size()) {
    const std::size_t n = matchDigit(text, end);
    if (n == 0) break;
    end += n;
  }
  return end - pos;
}

/// Bytes matched at `pos` by the step, or 0.
std::size_t matchStep(const Step& step, std::string_view text, std::size_t pos) {
  switch (step.kind) {
    case Step::Kind::DigitsAlone:
      return matchDigit(text, pos);
    case Step::Kind::DigitsTogether:
      return matchDigits(text, pos);
    case Step::Kind::Literal:
      return text.substr(pos).starts_with(step.literal) ? step.literal.size() : 0;
    default:
      return step.matcher(text, pos);
  }
}

/// Cuts one piece at the step's matches and appends what is kept.
void cut(const Step& step, std::string_view piece, Pieces& out) {
  const auto keep = [&](std::size_t begin, std::size_t end, bool drop) {
    if (begin == end || drop) return;
    out.text.append(piece.substr(begin, end - begin));
    out.ends.push_back(out.text.size());
  };
  std::size_t gap = 0;  // where the text between matches began
  for (std::size_t pos = 0; pos < piece.size();) {
    const std::size_t length = matchStep(step, piece, pos);
    if (length == 0) {
      pos += utf8Step(piece, pos).length;
      continue;
    }
    if (step.withPrevious) {
      keep(gap, pos + length, false);
    } else {
      keep(gap, pos, step.dropGaps);
      keep(pos, pos + length, step.dropMatches);
    }
    pos += length;
    gap = pos;
  }
  keep(gap, piece.size(), step.dropGaps);
}

template <typename Visit>
void forEachPiece(const Pieces& pieces, Visit visit) {
  std::size_t begin = 0;
  for (const std::size_t end : pieces.ends) {
    visit(std::string_view(pieces.text).substr(begin, end - begin));
    begin = end;
  }
}

Pieces applySplit(const Step& step, const Pieces& in) {
  Pieces out;
  out.text.reserve(in.text.size());
  forEachPiece(in, [&](std::string_view piece) { cut(step, piece, out); });
  return out;
}

Pieces applyByteLevel(const Step& step, const Pieces& in) {
  Pieces split;
  forEachPiece(in, [&](std::string_view piece) {
    std::string prefixed;
    if (step.addPrefixSpace && !piece.starts_with(' ')) {
      prefixed.reserve(piece.size() + 1);
      prefixed.append(1, ' ').append(piece);
      piece = prefixed;
    }
    if (step.matcher != nullptr) {
      cut(step, piece, split);
    } else {
      split.text.append(piece);
      split.ends.push_back(split.text.size());
    }
  });
  Pieces out;
  out.text.reserve(split.text.size() + split.text.size() / 4);
  out.ends.reserve(split.ends.size());
  forEachPiece(split, [&](std::string_view piece) {
    for (const char c : piece) appendUtf8(out.text, kAlphabet[static_cast<unsigned char>(c)]);
    out.ends.push_back(out.text.size());
  });
  return out;
}

/// Spaces become marks, as sentencepiece writes them.
Pieces applyMetaspace(const Step& step, const Pieces& in, bool first) {
  const TextNormalizer marks({TextNormalizer::Step::SpacesToMarks});
  Pieces out;
  forEachPiece(in, [&](std::string_view piece) {
    const std::string marked = marks.apply(std::string(piece));
    const bool wanted =
        step.mark == Step::Mark::Always || (step.mark == Step::Mark::First && first);
    first = false;
    if (wanted && !marked.starts_with(kSpaceMark)) out.text.append(kSpaceMark);
    const std::size_t begin = out.text.size();
    out.text.append(marked);
    if (step.splitAtMarks) {
      const std::size_t last = out.ends.empty() ? 0 : out.ends.back();
      for (std::size_t at = begin; (at = out.text.find(kSpaceMark, at)) != std::string::npos;
           at += kSpaceMark.size())
        if (at > last) out.ends.push_back(at);
    }
    out.ends.push_back(out.text.size());
  });
  return out;
}

}  // namespace

Pieces PreTokenizer::apply(std::string_view text, bool first) const {
  Pieces pieces;
  if (text.empty()) return pieces;
  pieces.text = text;
  pieces.ends = {text.size()};
  for (const Step& step : steps_) {
    pieces = step.kind == Step::Kind::ByteLevel   ? applyByteLevel(step, pieces)
             : step.kind == Step::Kind::Metaspace ? applyMetaspace(step, pieces, first)
                                                  : applySplit(step, pieces);
  }
  return pieces;
}

char32_t byteToAlphabet(std::uint8_t byte) {
  return kAlphabet[byte];
}

int alphabetToByte(char32_t c) {
  return c < kAlphabetEnd ? kReverse[c] : -1;
}

std::string bytesFromAlphabet(std::string_view token) {
  std::string bytes;
  for (std::size_t pos = 0; pos < token.size();) {
    const Utf8Step step = utf8Step(token, pos);
    const int byte = step.valid ? alphabetToByte(step.codePoint) : -1;
    if (byte < 0) return std::string(token);
    bytes += static_cast<char>(byte);
    pos += step.length;
  }
  return bytes;
}

}  // namespace ouroscope
