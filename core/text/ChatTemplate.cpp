// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/ChatTemplate.h"

#include <algorithm>
#include <set>

#include "core/text/TemplateScan.h"

namespace ouroscope {
namespace {

using Part = TemplatePart;
using Kind = TemplatePart::Kind;
using Parts = std::vector<TemplatePart>;

/// A template that this is not written for.
struct NotRecognised {};

std::string condensed(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\t' && c != '\n' && c != '(' && c != ')') out += c;
  return out;
}

std::vector<std::string> cutAt(const std::string& text, const std::string& word) {
  std::vector<std::string> out;
  std::size_t begin = 0, at;
  while ((at = text.find(word, begin)) != std::string::npos) {
    out.push_back(text.substr(begin, at - begin));
    begin = at + word.size();
  }
  out.push_back(text.substr(begin));
  return out;
}

/// A condition on enable_thinking, where that is not given (nothing), true or false.
bool holds(const std::string& condition, std::optional<bool> thinking) {
  const auto atom = [&](std::string text) {
    text = condensed(text);
    bool negated = false;
    if (text.starts_with("not")) {
      negated = true;
      text.erase(0, 3);
    }
    constexpr std::string_view kName = "enable_thinking";
    if (!text.starts_with(kName)) throw NotRecognised();
    text.erase(0, kName.size());
    bool value;
    if (text.empty() || text == "istrue" || text == "==true" || text == "==True" ||
        text == "issameastrue")
      value = thinking.value_or(false);
    else if (text == "isfalse" || text == "==false" || text == "==False" || text == "issameasfalse")
      value = thinking.has_value() && !*thinking;
    else if (text == "isdefined")
      value = thinking.has_value();
    else if (text == "isnotdefined" || text == "isundefined")
      value = !thinking.has_value();
    else
      throw NotRecognised();
    return value != negated;
  };
  for (const std::string& some : cutAt(condition, " or ")) {
    const auto all = cutAt(some, " and ");
    if (std::all_of(all.begin(), all.end(), atom)) return true;
  }
  return false;
}

bool isAbout(const Part& part, std::string_view what) {
  return part.text.find(what) != std::string::npos;
}

/// Index of the Elif, Else or EndIf that ends the branch which begins behind `at`.
std::size_t branchEnd(const Parts& parts, std::size_t at) {
  int depth = 0;
  for (++at; at < parts.size(); ++at) {
    const Kind kind = parts[at].kind;
    if (kind == Kind::If) ++depth;
    if (depth == 0 && (kind == Kind::Elif || kind == Kind::Else || kind == Kind::EndIf)) return at;
    if (kind == Kind::EndIf) --depth;
  }
  throw NotRecognised();
}

/// Without the branches for tools and documents, which are never given.
Parts withoutTools(const Parts& parts) {
  Parts out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Part& part = parts[i];
    const bool branch = part.kind == Kind::If || part.kind == Kind::Elif;
    const std::string condition = condensed(part.text);
    const auto begins = [&](std::string_view word) { return condition.starts_with(word); };
    if (branch && (begins("tools") || begins("custom_tools") || begins("xml_tools") ||
                   begins("python_tools") || begins("documents") || begins("builtin_tools"))) {
      const std::size_t end = branchEnd(parts, i);
      // What is left of the branches still opens and closes as one.
      out.push_back({part.kind, part.text, false});
      i = end - 1;
      continue;
    }
    out.push_back(part);
  }
  return out;
}

/// The assistant's header behind add_generation_prompt and what follows it.
std::string openingOf(const Parts& parts, const ChatMarks& marks, std::optional<bool> thinking) {
  const auto at = std::find_if(parts.begin(), parts.end(), [](const Part& part) {
    return part.kind == Kind::If && isAbout(part, "add_generation_prompt");
  });
  if (at == parts.end()) return {};  // written with the user's turn
  const std::size_t first = at - parts.begin(), last = branchEnd(parts, first);
  std::string text;
  std::vector<std::pair<bool, bool>> branches;  // shown now, and one of them was shown
  const auto shown = [&] {
    return std::all_of(branches.begin(), branches.end(), [](const auto& b) { return b.first; });
  };
  for (std::size_t i = first + 1; i < last; ++i) {
    const Part& part = parts[i];
    switch (part.kind) {
      case Kind::Text:
        if (shown()) text += part.text;
        break;
      case Kind::If: {
        const bool yes = holds(part.text, thinking);
        branches.emplace_back(yes, yes);
        break;
      }
      case Kind::Elif:
      case Kind::Else: {
        auto& [now, before] = branches.back();
        now = !before && (part.kind == Kind::Else || holds(part.text, thinking));
        before = before || now;
        break;
      }
      case Kind::EndIf:
        branches.pop_back();
        break;
      default:
        throw NotRecognised();
    }
  }
  const std::string header = marks.header("assistant");
  if (!text.starts_with(header)) throw NotRecognised();
  return text.substr(header.size());
}

/// Whether turns are written as `marks` has them, and whether their contents are trimmed.
bool writesTurns(const Parts& parts, const ChatMarks& marks, bool& trims) {
  bool found = false;
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
    const Part &before = parts[i - 1], &part = parts[i], &after = parts[i + 1];
    if (part.kind != Kind::Content || before.kind != Kind::Text || after.kind != Kind::Text)
      continue;
    const bool anyRole = i >= 3 && before.text == marks.role && parts[i - 2].kind == Kind::Role &&
                         parts[i - 3].kind == Kind::Text &&
                         parts[i - 3].text.ends_with(marks.before);
    const bool user = before.text.ends_with(marks.header("user"));
    if (!anyRole && !user) continue;
    if (!after.text.starts_with(marks.after)) return false;
    trims = trims || part.trims;
    found = true;
  }
  return found;
}

/// The system texts that stand in the template as constants.
std::set<std::string> systemTexts(const Parts& parts, const ChatMarks& marks) {
  const std::string open = marks.header("system");
  std::set<std::string> texts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].kind != Kind::Text) continue;
    const std::string& text = parts[i].text;
    for (std::size_t at = 0; (at = text.find(open, at)) != std::string::npos;) {
      at += open.size();
      if (const std::size_t end = text.find(marks.endOfTurn, at); end != std::string::npos) {
        texts.insert(text.substr(at, end - at));
        continue;
      }
      if (at < text.size()) throw NotRecognised();  // a system text that is put together
      // The given content, or a choice between that and a constant.
      std::size_t next = i + 1;
      const bool choice = next < parts.size() && parts[next].kind == Kind::If;
      const std::size_t end = choice ? branchEnd(parts, next) : next + 1;
      if (choice) ++next;
      if (next >= parts.size() || parts[next].kind != Kind::Content) throw NotRecognised();
      if (choice && parts[end].kind == Kind::Else) {
        if (branchEnd(parts, end) != end + 2 || parts[end + 1].kind != Kind::Text)
          throw NotRecognised();
        texts.insert(parts[end + 1].text);
      }
    }
  }
  texts.erase("");
  return texts;
}

}  // namespace

std::optional<ChatHabits> readChatTemplate(std::string_view jinja, const ChatMarks& marks) {
  const auto scanned = scanTemplate(jinja);
  if (!scanned) return {};
  try {
    const Parts parts = withoutTools(*scanned);
    ChatHabits habits;
    habits.trims = marks.trims;
    if (!writesTurns(parts, marks, habits.trims)) return {};
    const std::set<std::string> systems = systemTexts(parts, marks);
    if (systems.size() > 1) return {};
    if (!systems.empty()) habits.system = *systems.begin();
    habits.opening = openingOf(parts, marks, {});
    habits.openingThinking = openingOf(parts, marks, true);
    habits.openingWithout = openingOf(parts, marks, false);
    return habits;
  } catch (const NotRecognised&) {
    return {};
  }
}

}  // namespace ouroscope
