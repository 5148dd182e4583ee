// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/ConversationText.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/support/Error.h"
#include "core/support/StrictJson.h"
#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

constexpr std::string_view kThink = "<think>", kThought = "</think>";

/// Roles that all styles know; "tool" turns and the like would be written as no model was taught.
void checkTurns(const ChatPrompt& prompt) {
  if (prompt.turns.empty()) throw Error("The conversation has no turns: give at least one.");
  for (std::size_t i = 0; i < prompt.turns.size(); ++i) {
    const std::string& role = prompt.turns[i].role;
    if (role != "system" && role != "user" && role != "assistant")
      throw Error("Turn " + std::to_string(i + 1) + " of the conversation has the role \"" +
                  printable(role) + "\": roles are system, user and assistant.");
    if (role == "system" && i > 0)
      throw Error("Turn " + std::to_string(i + 1) +
                  " of the conversation is a system turn: only the first one can be.");
  }
  if (prompt.system && prompt.turns[0].role == "system")
    throw Error(
        "The conversation has a system turn and a system text is given beside it: leave one of "
        "them out.");
  if (prompt.think && prompt.withoutThinking)
    throw Error("Thinking is asked for and ruled out at once: choose one.");
}

std::string openingOf(const ChatHabits& habits, const ChatPrompt& prompt) {
  if (prompt.withoutThinking) return habits.openingWithout;
  if (!prompt.think) return habits.opening;
  // A template that knows nothing of thinking leaves it to who asks for it.
  const bool knows = habits.openingThinking != habits.openingWithout;
  return knows ? habits.openingThinking : "<think>\n";
}

}  // namespace

FolderChat FolderChat::of(const Tokenizer& tokenizer, const FolderText& text) {
  FolderChat chat;
  chat.marks = chatMarksOf(tokenizer);
  chat.hasTemplate = text.chatTemplate.has_value();
  if (!chat.marks) return chat;
  chat.habits.trims = chat.marks->trims;
  if (chat.hasTemplate)
    if (auto habits = readChatTemplate(*text.chatTemplate, *chat.marks)) {
      chat.habits = std::move(*habits);
      chat.recognised = true;
    }
  return chat;
}

std::vector<Note> FolderChat::notes() const {
  if (!marks) return {};
  if (!hasTemplate) return {Note{NoteKind::NoTemplate}};
  if (!recognised) return {Note{NoteKind::OtherTemplate, {std::string(marks->name)}}};
  return {};
}

std::vector<ChatTurn> chatTurns(const nlohmann::json& list, const std::string& what) {
  if (!list.is_array())
    throw Error(what + R"( must be a list of turns, [{"role": "user", "content": "..."}, ...].)");
  std::vector<ChatTurn> turns;
  for (const nlohmann::json& entry : list) {
    const JsonObject turn(entry, what + ", turn " + std::to_string(turns.size() + 1));
    turns.push_back({turn.string("role"), turn.string("content")});
  }
  return turns;
}

WrittenConversation writeConversation(const FolderChat& chat, const ChatPrompt& prompt,
                                      const std::string& model) {
  checkTurns(prompt);
  if (!chat.marks)
    throw Error("The tokenizer of " + printable(model) +
                " has no marks of turns that are known (<|im_start|> and the like): send the text "
                "without chat.");
  WrittenConversation out;
  Conversation& c = out.conversation;
  c.marks = chat.marks->name;
  c.turns = prompt.turns;
  const bool given = prompt.turns[0].role == "system" || (prompt.system && !prompt.system->empty());
  if (given) {
    c.system = "given";
    if (prompt.system) c.turns.insert(c.turns.begin(), {"system", *prompt.system});
  } else if (!prompt.system && !chat.habits.system.empty()) {
    c.system = "template";
    c.turns.insert(c.turns.begin(), {"system", chat.habits.system});
  }
  c.opening = openingOf(chat.habits, prompt);
  c.think = c.opening.rfind(kThink) != std::string::npos &&
            c.opening.find(kThought, c.opening.rfind(kThink)) == std::string::npos;
  out.text = writeChat(*chat.marks, c.turns, c.opening, chat.habits.trims, &out.contents);
  return out;
}

}  // namespace ouroscope
