// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/CorpusInput.h"

#include <algorithm>

#include "core/corpus/LineReader.h"
#include "core/run/ConversationText.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/Sha256.h"
#include "core/support/StrictJson.h"
#include "core/text/TextInput.h"

namespace ouroscope {
namespace {

constexpr std::size_t kMaxFieldBytes = 256;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool isBlank(const std::string& text) {
  return text.find_first_not_of(" \t\r") == std::string::npos;
}

/// Token ids belong to one tokenizer, and a corpus is read by any model.
void refuseTokenIds(const JsonObject& object) {
  for (const char* key : {"tokens", "ids", "input_ids", "prompt_ids", "token_ids"})
    if (const nlohmann::json* value = object.find(key); value && value->is_array())
      object.fail(key, R"(holds token ids: a corpus takes plain text, under "text" or "messages")");
}

nlohmann::ordered_json keptFields(const nlohmann::json& line) {
  nlohmann::ordered_json kept = nlohmann::ordered_json::object();
  for (const auto& [key, value] : line.items()) {
    if (key == "text" || key == "messages" || key == "question" || key == "choices" ||
        key == "answer" || key.size() > kMaxFieldBytes)
      continue;
    const bool text =
        value.is_string() && value.get_ref<const std::string&>().size() <= kMaxFieldBytes;
    if (text || value.is_number() || value.is_boolean()) kept[key] = value;
  }
  return kept;
}

/// A text of a task, which is not empty.
std::string taskText(const JsonObject& object, const char* key) {
  std::string text = object.string(key);
  if (text.find_first_not_of(" \t\r\n") == std::string::npos)
    object.fail(key, "is empty: leave the line out");
  return text;
}

/// By its place among the choices, from 0, or by its text.
int rightChoice(const JsonObject& object, const std::vector<std::string>& choices) {
  const nlohmann::json& answer = object.require("answer");
  if (!answer.is_string())
    return static_cast<int>(object.integer("answer", 0, std::ssize(choices) - 1));
  const auto at = std::find(choices.begin(), choices.end(), answer.get<std::string>());
  if (at == choices.end())
    object.fail("answer", "is none of the choices: give its place among them, from 0, or its text");
  return static_cast<int>(at - choices.begin());
}

Task lineTask(const JsonObject& object) {
  Task task;
  task.question = taskText(object, "question");
  const nlohmann::json* choices = object.find("choices");
  if (!choices) {
    const nlohmann::json& answer = object.require("answer");
    // As the number is written: 0.10 is not what a double would print.
    task.answer = answer.is_number() ? answer.dump() : taskText(object, "answer");
    return task;
  }
  constexpr std::size_t kMostChoices = 1000;
  if (!choices->is_array() || choices->size() < 2 || choices->size() > kMostChoices)
    object.fail("choices", "must be a list of 2 to 1000 texts");
  for (const nlohmann::json& choice : *choices) {
    if (!choice.is_string() || isBlank(choice.get_ref<const std::string&>()))
      object.fail("choices", "must be texts that are not empty");
    task.choices.push_back(choice.get<std::string>());
    if (std::count(task.choices.begin(), task.choices.end(), task.choices.back()) > 1)
      object.fail("choices", "has one text twice");
  }
  task.right = rightChoice(object, task.choices);
  return task;
}

std::string taskHash(const Task& task) {
  nlohmann::ordered_json json{{"question", task.question}};
  if (task.hasChoices()) {
    json["choices"] = task.choices;
    json["answer"] = task.right;
  } else {
    json["answer"] = task.answer;
  }
  return Sha256::hexOf(json.dump());
}

Document lineDocument(const std::string& text, const std::string& where) {
  const nlohmann::json line = parseStrictJson(text, where);
  const JsonObject object(line, where);
  refuseTokenIds(object);
  const nlohmann::json* messages = object.find("messages");
  if (messages && object.find("text"))
    throw Error(where + R"( has "text" and "messages": a document has one of them.)");
  const bool asks = object.find("question");
  if (asks && (messages || object.find("text")))
    throw Error(where +
                R"( has "question" beside "text" or "messages": a document has one of them.)");
  if (!asks && !messages && !object.find("text"))
    throw Error(
        where +
        R"( has neither "text" nor "messages" nor "question": a document needs one of them.)");
  Document document;
  document.fields = keptFields(line);
  if (asks) {
    document.task = lineTask(object);
    document.sha256 = taskHash(*document.task);
    return document;
  }
  if (messages) {
    ChatPrompt chat{chatTurns(*messages, where + ": field \"messages\"")};
    if (chat.turns.empty()) object.fail("messages", "has no turns");
    nlohmann::ordered_json canonical = nlohmann::ordered_json::array();
    for (const ChatTurn& turn : chat.turns)
      canonical.push_back({{"role", turn.role}, {"content", turn.content}});
    document.sha256 = Sha256::hexOf(canonical.dump());
    document.prompt = std::move(chat);
    return document;
  }
  std::string body = object.string("text");
  if (body.empty()) object.fail("text", "is empty: leave the line out");
  document.sha256 = Sha256::hexOf(body);
  document.prompt = std::move(body);
  return document;
}

Document fileDocument(const std::filesystem::path& path) {
  TextInput input = textInput(readWholeFile(path, LineReader::kMaxLine), shownPath(path));
  if (input.text.empty()) throw Error(shownPath(path) + " is empty: take it out of the folder.");
  Document document;
  document.sha256 = Sha256::hexOf(input.text);
  document.fields = {{"file", path.filename().string()}};
  document.prompt = std::move(input.text);
  return document;
}

}  // namespace

CorpusInput::CorpusInput(const std::filesystem::path& path) : path_(path) {
  std::error_code ignored;
  folder_ = std::filesystem::is_directory(path, ignored);
  if (folder_)
    scanFolder();
  else
    scanFile();
  if (entries_.empty())
    throw Error(shownPath(path) + (folder_ ? " has no files *.txt." : " has no documents."));
}

std::string CorpusInput::name() const {
  const std::filesystem::path last = path_.filename();
  return (last.empty() || last == "." ? std::filesystem::absolute(path_).parent_path().filename()
                                      : last)
      .string();
}

std::string CorpusInput::where(std::size_t index) const {
  const Entry& entry = entries_[index];
  return folder_ ? shownText(entry.file, 300) : "line " + std::to_string(entry.line);
}

void CorpusInput::scanFile() {
  file_ = openRegularFile(path_);
  LineReader reader(file_.get(), path_);
  Sha256 hash;
  reader.onBytes = [&](std::string_view bytes) { hash.update(bytes); };
  FileLine line;
  while (reader.next(line)) {
    if (line.number == 1 && line.text.starts_with(kByteOrderMark)) {
      hadByteOrderMark_ = true;
      line.text.erase(0, kByteOrderMark.size());
      line.offset += kByteOrderMark.size();
    }
    if (isBlank(line.text)) continue;
    const std::string where = shownPath(path_) + " line " + std::to_string(line.number);
    Document document = lineDocument(line.text, where);
    tasks_ += document.task.has_value();
    entries_.push_back({.offset = line.offset,
                        .bytes = line.text.size(),
                        .line = line.number,
                        .file = {},
                        .sha256 = std::move(document.sha256)});
  }
  sha256_ = hash.finishHex();
}

void CorpusInput::scanFolder() {
  std::error_code code;
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path_, code)) {
    if (entry.path().extension() == ".txt" && entry.is_regular_file())
      names.push_back(entry.path().filename().string());
    else
      ++otherFiles_;
  }
  if (code) throw Error(shownPath(path_) + " cannot be read: " + code.message() + ".");
  for (const std::string& file : names)
    if (firstInvalidUtf8(file) != std::string::npos)
      throw Error(shownPath(path_) + " has a file whose name is not UTF-8: rename " +
                  shownText(file) + ".");
  std::sort(names.begin(), names.end());
  Sha256 hash;
  for (const std::string& file : names) {
    entries_.push_back({.offset = 0,
                        .bytes = 0,
                        .line = 0,
                        .file = file,
                        .sha256 = fileDocument(path_ / file).sha256});
    hash.update(file + '\n' + entries_.back().sha256 + '\n');
  }
  sha256_ = hash.finishHex();
}

Document CorpusInput::read(std::size_t index) const {
  const Entry& entry = entries_[index];
  Document document;
  if (folder_) {
    document = fileDocument(path_ / entry.file);
  } else {
    std::string text(entry.bytes, '\0');
    const std::size_t got =
        readAt(file_.get(), entry.offset,
               std::as_writable_bytes(std::span(text.data(), text.size())), path_);
    text.resize(got);
    document = lineDocument(text, shownPath(path_) + " " + where(index));
  }
  if (document.sha256 != entry.sha256)
    throw Error(shownPath(path_) + ", " + where(index) +
                ", was changed while the corpus was run: put the old text back, or begin in "
                "another folder.");
  return document;
}

}  // namespace ouroscope
