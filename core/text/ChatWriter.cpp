// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/ChatWriter.h"

#include <algorithm>
#include <array>

#include "core/text/UnicodeTables.h"
#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

constexpr std::array<ChatMarks, 3> kStyles = {{
    {"ChatML", "", "<|im_start|>", "\n", "<|im_end|>\n", "assistant", "<|im_end|>", false},
    {"Llama 3", "<|begin_of_text|>", "<|start_header_id|>", "<|end_header_id|>\n\n", "<|eot_id|>",
     "assistant", "<|eot_id|>", true},
    {"Huginn", "<|begin_text|>", "<|begin_header|>", "<|end_header|>\n\n", "<|end_turn|>", "Huginn",
     "<|end_turn|>", true},
}};

/// White space as Jinja's trim has it (Python's str.strip).
bool isSpace(char32_t c) {
  return (unicode::classOf(c) & unicode::Space) != 0 || (c >= 0x1C && c <= 0x1F);
}

std::string_view trimmed(std::string_view text) {
  std::size_t begin = text.size(), end = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const Utf8Step step = utf8Step(text, pos);
    if (!isSpace(step.codePoint)) {
      begin = std::min(begin, pos);
      end = pos + step.length;
    }
    pos += step.length;
  }
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

}  // namespace

std::string ChatMarks::header(std::string_view roleName) const {
  std::string text(before);
  text += roleName == "assistant" ? assistant : roleName;
  return text += role;
}

const ChatMarks* chatMarksOf(const Tokenizer& tokenizer) {
  for (const ChatMarks& marks : kStyles) {
    const std::string_view header = marks.role.substr(0, marks.role.find('\n'));
    if (tokenizer.idOf(marks.before) && tokenizer.idOf(marks.endOfTurn) &&
        (header.empty() || tokenizer.idOf(header)))
      return &marks;
  }
  return nullptr;
}

const ChatMarks* chatMarksNamed(std::string_view name) {
  const auto at = std::ranges::find(kStyles, name, &ChatMarks::name);
  return at == kStyles.end() ? nullptr : &*at;
}

std::string writeChat(const ChatMarks& marks, std::span<const ChatTurn> turns,
                      std::string_view opening, bool trims, std::vector<TextRange>* contents) {
  std::string text(marks.first);
  for (const ChatTurn& turn : turns) {
    text += marks.header(turn.role);
    const std::size_t begin = text.size();
    text += trims ? trimmed(turn.content) : std::string_view(turn.content);
    if (contents && text.size() > begin) contents->push_back({begin, text.size()});
    text += marks.after;
  }
  text += marks.header("assistant");
  return text += opening;
}

}  // namespace ouroscope
