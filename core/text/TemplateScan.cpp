// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/TemplateScan.h"

#include <algorithm>
#include <map>

namespace ouroscope {
namespace {

using Kind = TemplatePart::Kind;

constexpr std::size_t kMostTemplateBytes = std::size_t{64} << 10;
constexpr std::string_view kBlank = " \t\r\n";

std::string_view stripped(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

/// The end of a quoted string that begins at `pos`, past its last quote; npos where it has none.
std::size_t quotedEnd(std::string_view text, std::size_t pos) {
  const char quote = text[pos];
  for (++pos; pos < text.size(); ++pos) {
    if (text[pos] == '\\')
      ++pos;
    else if (text[pos] == quote)
      return pos + 1;
  }
  return std::string_view::npos;
}

/// What a quoted string says; nothing for an escape that templates do not use.
std::optional<std::string> unquoted(std::string_view literal) {
  std::string out;
  for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
    if (literal[i] != '\\') {
      out += literal[i];
      continue;
    }
    switch (literal[++i]) {
      case 'n':
        out += '\n';
        break;
      case 't':
        out += '\t';
        break;
      case 'r':
        out += '\r';
        break;
      case '\\':
      case '\'':
      case '"':
        out += literal[i];
        break;
      default:
        return {};
    }
  }
  return out;
}

/// The terms of an expression that joins strings: cut at + and ~ outside quotes and brackets.
std::optional<std::vector<std::string_view>> terms(std::string_view expression) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t pos = 0; pos < expression.size(); ++pos) {
    const char c = expression[pos];
    if (c == '\'' || c == '"') {
      const std::size_t end = quotedEnd(expression, pos);
      if (end == std::string_view::npos) return {};
      pos = end - 1;
    } else if (c == '(' || c == '[' || c == '{') {
      ++depth;
    } else if (c == ')' || c == ']' || c == '}') {
      --depth;
    } else if ((c == '+' || c == '~') && depth == 0) {
      out.push_back(stripped(expression.substr(begin, pos - begin)));
      begin = pos + 1;
    }
  }
  out.push_back(stripped(expression.substr(begin)));
  return out;
}

bool isQuoted(std::string_view term) {
  return term.size() >= 2 && (term.front() == '\'' || term.front() == '"') &&
         quotedEnd(term, 0) == term.size();
}

bool isName(std::string_view term) {
  return !term.empty() && std::all_of(term.begin(), term.end(), [](char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text) {}

  std::optional<std::vector<TemplatePart>> parts() {
    if (text_.size() > kMostTemplateBytes) return {};
    for (std::size_t pos = 0; pos < text_.size();) {
      const std::size_t open = nextOpening(pos);
      plain(text_.substr(pos, open - pos));
      if (open == text_.size()) break;
      const std::size_t end = block(open);
      if (end == std::string_view::npos) return {};
      pos = end;
    }
    return std::move(parts_);
  }

 private:
  std::size_t nextOpening(std::size_t pos) const {
    for (; (pos = text_.find('{', pos)) != std::string_view::npos; ++pos)
      if (pos + 1 < text_.size() && has("{%#", text_.substr(pos + 1, 1))) return pos;
    return text_.size();
  }

  void plain(std::string_view text) {
    if (trimNext_) text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
    // As the released code renders: the first line end behind a statement goes, and blanks before
    // one that stands alone on its line (trim_blocks, lstrip_blocks).
    else if (afterStatement_ && text.starts_with('\n'))
      text.remove_prefix(1);
    afterStatement_ = trimNext_ = false;
    plainLength_ = text.size();
    if (!text.empty()) add({Kind::Text, std::string(text), false});
  }

  /// White space before a block goes: all of it, or blanks that begin a line.
  void trimBefore(bool all) {
    if (plainLength_ == 0) return;
    std::string& text = parts_.back().text;
    const std::size_t begin = text.size() - plainLength_;
    const std::string_view plain = std::string_view(text).substr(begin);
    const std::size_t kept = plain.find_last_not_of(all ? kBlank : " \t") + 1;
    if (all || (kept == 0 ? begin == 0 && parts_.size() == 1 : plain[kept - 1] == '\n'))
      text.erase(begin + kept);
    if (text.empty()) parts_.pop_back();
  }

  /// One {{ }}, {% %} or {# #} that begins at `open`. @return its end, npos where it has none
  std::size_t block(std::size_t open) {
    const char kind = text_[open + 1];
    const std::string close = kind == '{' ? "}}" : std::string{kind, '}'};
    std::size_t begin = open + 2, end = begin;
    for (;; ++end) {
      if (end >= text_.size()) return std::string_view::npos;
      if (text_.substr(end).starts_with(close)) break;
      if (kind != '#' && (text_[end] == '\'' || text_[end] == '"')) {
        end = quotedEnd(text_, end);
        if (end == std::string_view::npos) return end;
        --end;
      }
    }
    std::string_view inside = text_.substr(begin, end - begin);
    const bool trimsBefore = inside.starts_with('-');
    if (trimsBefore || kind != '{') trimBefore(trimsBefore);
    if (trimsBefore || inside.starts_with('+')) inside.remove_prefix(1);
    trimNext_ = inside.ends_with('-');
    if (trimNext_) inside.remove_suffix(1);
    plainLength_ = 0;
    afterStatement_ = kind != '{';
    const bool good =
        kind == '#' || (kind == '{' ? output(stripped(inside)) : statement(stripped(inside)));
    return good ? end + 2 : std::string_view::npos;
  }

  /// What an expression writes; nothing where it cannot be taken apart.
  std::optional<std::vector<TemplatePart>> partsOf(std::string_view expression) const {
    const auto all = terms(expression);
    if (!all) return {};
    std::vector<TemplatePart> parts;
    for (const std::string_view term : *all) {
      if (isQuoted(term)) {
        auto text = unquoted(term);
        if (!text) return {};
        parts.push_back({Kind::Text, std::move(*text), false});
      } else if (const auto at = variables_.find(std::string(term)); at != variables_.end()) {
        parts.insert(parts.end(), at->second.begin(), at->second.end());
      } else if (has(term, "content")) {
        parts.push_back({Kind::Content, {}, has(term, "trim") || has(term, "strip()")});
      } else {
        const bool role = has(term, "role") && term.find_first_of("|(") == std::string_view::npos;
        parts.push_back({role ? Kind::Role : Kind::Other, std::string(term), false});
      }
    }
    return parts;
  }

  bool output(std::string_view expression) {
    auto parts = partsOf(expression);
    if (!parts) return false;
    for (TemplatePart& part : *parts) add(std::move(part));
    return true;
  }

  bool statement(std::string_view text) {
    const std::string_view word = text.substr(0, text.find_first_of(kBlank));
    const std::string rest(stripped(text.substr(word.size())));
    if (word == "if") {
      add({Kind::If, rest, false});
    } else if (word == "elif") {
      add({Kind::Elif, rest, false});
    } else if (word == "else") {
      add({Kind::Else, {}, false});
    } else if (word == "endif") {
      add({Kind::EndIf, {}, false});
    } else {
      if (word == "set") set(rest);
      add({Kind::Statement, std::string(text), false});
    }
    return true;
  }

  /// A variable stands for what it is set to first. A role's name stays a role.
  void set(std::string_view assignment) {
    const std::size_t equals = assignment.find('=');
    if (equals == std::string_view::npos) return;
    const std::string name(stripped(assignment.substr(0, equals)));
    if (!isName(name) || has(name, "role") || variables_.contains(name)) return;
    auto parts = partsOf(stripped(assignment.substr(equals + 1)));
    if (!parts) return;
    const bool known = std::ranges::all_of(
        *parts, [](const TemplatePart& part) { return part.kind != Kind::Other; });
    if (known) variables_.emplace(name, std::move(*parts));
  }

  void add(TemplatePart part) {
    if (part.kind == Kind::Text && !parts_.empty() && parts_.back().kind == Kind::Text)
      parts_.back().text += part.text;
    else
      parts_.push_back(std::move(part));
  }

  std::string_view text_;
  std::vector<TemplatePart> parts_;
  std::map<std::string, std::vector<TemplatePart>> variables_;
  std::size_t plainLength_ = 0;  ///< of the last part, what stands in the file as plain text
  bool trimNext_ = false, afterStatement_ = false;
};

}  // namespace

std::optional<std::vector<TemplatePart>> scanTemplate(std::string_view text) {
  return Scan(text).parts();
}

}  // namespace ouroscope
