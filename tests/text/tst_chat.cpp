// SPDX-License-Identifier: GPL-3.0-or-later
// Conversations as they are written for a model, against what the templates themselves render
// (tools/chat_fixtures.py), and the tokens at which generation stops.
#include <QTest>
#include <nlohmann/json.hpp>

#include "core/run/ConversationText.h"
#include "core/support/Error.h"
#include "core/text/ByteLevelBpeTokenizer.h"
#include "core/text/StopTokens.h"
#include "tests/model/ModelFixtures.h"
#include "tests/text/ChatTemplates.h"

using namespace ouroscope;
using test::chatTemplates;
using Ids = std::vector<std::int32_t>;

namespace {

/// A tokenizer of these special tokens and the letters a and b.
ByteLevelBpeTokenizer tokenizerOf(const std::vector<std::string>& specials) {
  nlohmann::json vocab{{"a", 0}, {"b", 1}}, added = nlohmann::json::array();
  for (const std::string& name : specials) {
    const int id = static_cast<int>(vocab.size());
    vocab[name] = id;
    added.push_back(test::addedToken<nlohmann::json>(id, name));
  }
  const nlohmann::json document{{"added_tokens", added},
                                {"decoder", {{"type", "ByteLevel"}}},
                                {"model", {{"vocab", vocab}, {"merges", nlohmann::json::array()}}}};
  return ByteLevelBpeTokenizer(document.dump(), "test");
}

FolderChat folderChat(const nlohmann::json& entry) {
  FolderChat chat;
  chat.marks = chatMarksNamed(entry["marks"].get<std::string>());
  chat.hasTemplate = true;
  if (auto habits = readChatTemplate(entry["template"].get<std::string>(), *chat.marks)) {
    chat.habits = *habits;
    chat.recognised = true;
  }
  return chat;
}

ChatPrompt promptOf(const nlohmann::json& turns) {
  ChatPrompt prompt;
  for (const auto& turn : turns)
    prompt.turns.push_back({turn["role"].get<std::string>(), turn["content"].get<std::string>()});
  return prompt;
}

}  // namespace

class TestChat : public QObject {
  Q_OBJECT

 private slots:
  void writesWhatTheTemplateRenders_data() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < chatTemplates().size(); ++i)
      QTest::newRow(chatTemplates()[i]["name"].get<std::string>().c_str()) << static_cast<int>(i);
  }
  void writesWhatTheTemplateRenders() {
    QFETCH(int, index);
    const nlohmann::json& entry = chatTemplates()[index];
    const FolderChat chat = folderChat(entry);
    QCOMPARE(chat.recognised, entry["recognised"].get<bool>());
    QCOMPARE(chat.notes().empty(), chat.recognised);
    QVERIFY(!chat.recognised || entry["cases"].size() >= 5);
    for (const auto& c : entry["cases"]) {
      ChatPrompt prompt = promptOf(c["turns"]);
      prompt.think = c["thinking"] == true;
      prompt.withoutThinking = c["thinking"] == false;
      const WrittenConversation written = writeConversation(chat, prompt, "model");
      QCOMPARE(QString::fromStdString(written.text),
               QString::fromStdString(c["text"].get<std::string>()));
      const bool opened = written.text.ends_with("<think>\n");
      QCOMPARE(written.conversation.think, opened);
      QCOMPARE(written.conversation.turns.size(),
               prompt.turns.size() + (written.conversation.system == "template" ? 1 : 0));
    }
  }

  void theSystemTurnIsTheFoldersUnlessOneIsGiven() {
    const FolderChat chat = folderChat(chatTemplates()[0]);
    const std::string user = "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n";
    const auto written = [&](std::optional<std::string> system) {
      ChatPrompt prompt{{{"user", "Hi"}}};
      prompt.system = std::move(system);
      return writeConversation(chat, prompt, "model");
    };
    QCOMPARE(written({}).text,
             "<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n" + user);
    QCOMPARE(written({}).conversation.system, std::string("template"));
    QCOMPARE(written("").text, user);
    QCOMPARE(written("").conversation.system, std::string("none"));
    QCOMPARE(written("Be brief.").text, "<|im_start|>system\nBe brief.<|im_end|>\n" + user);
    QCOMPARE(written("Be brief.").conversation.system, std::string("given"));
    QCOMPARE(written("Be brief.").conversation.turns[0], (ChatTurn{"system", "Be brief."}));
  }

  void thinkingIsOpenedAlsoWhereTheTemplateKnowsNothingOfIt() {
    ChatPrompt prompt{{{"user", "Hi"}}, true};
    const auto written = writeConversation(folderChat(chatTemplates()[0]), prompt, "model");
    QVERIFY(written.text.ends_with("<|im_start|>assistant\n<think>\n"));
    QVERIFY(written.conversation.think);
  }

  void aTokenizerSaysWhichMarksItHas() {
    const auto name = [](const std::vector<std::string>& specials) {
      const auto tokenizer = tokenizerOf(specials);
      const ChatMarks* marks = chatMarksOf(tokenizer);
      return marks ? std::string(marks->name) : "";
    };
    QCOMPARE(name({"<|im_start|>", "<|im_end|>"}), std::string("ChatML"));
    QCOMPARE(name({"<|im_start|>"}), std::string());
    QCOMPARE(name({"<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"}),
             std::string("Llama 3"));
    QCOMPARE(name({"<|begin_header|>", "<|end_header|>", "<|end_turn|>"}), std::string("Huginn"));
    QCOMPARE(name({}), std::string());
  }

  void wrongConversationsAreRefused() {
    const auto tokenizer = tokenizerOf({"<|im_start|>", "<|im_end|>"});
    const FolderChat chat = FolderChat::of(tokenizer, {});
    QCOMPARE(chat.notes().size(), std::size_t{1});  // no template: a base model
    const auto refused = [&](const ChatPrompt& prompt, const char* why) {
      try {
        writeConversation(chat, prompt, "model");
      } catch (const Error& error) {
        return std::string(error.what()).find(why) != std::string::npos;
      }
      return false;
    };
    QVERIFY(refused({}, "no turns"));
    QVERIFY(refused({{{"tool", "x"}}}, "the role \"tool\""));
    QVERIFY(refused({{{"user", "x"}, {"system", "y"}}}, "only the first"));
    QVERIFY(refused({{{"system", "x"}, {"user", "y"}}, false, "z"}, "a system text is given"));
    QVERIFY(refused({{{"user", "x"}}, true, {}, true}, "at once"));
    const auto plain = tokenizerOf({});
    QVERIFY_THROWS_EXCEPTION(
        Error, writeConversation(FolderChat::of(plain, {}), {{{"user", "x"}}}, "model"));
  }

  void stopsAtWhatTheFolderNamesFirst() {
    const auto tokenizer = tokenizerOf({"<|endoftext|>", "<|im_start|>", "<|im_end|>"});
    const ChatMarks* chat = chatMarksOf(tokenizer);
    FolderText folder;
    const int config[] = {2};
    QCOMPARE(stopTokens(tokenizer, folder, config, nullptr).ids, (Ids{2}));
    QCOMPARE(stopTokens(tokenizer, folder, config, chat).ids, (Ids{2, 4}));
    QCOMPARE(stopTokens(tokenizer, folder, {}, nullptr).ids, Ids{});
    folder.eosToken = "<|im_end|>";
    QCOMPARE(stopTokens(tokenizer, folder, {}, nullptr).ids, (Ids{4}));
    QCOMPARE(stopTokens(tokenizer, folder, config, nullptr).ids, (Ids{2}));
    folder.generationEos = {{3, 4, 4}};
    QCOMPARE(stopTokens(tokenizer, folder, config, chat).ids, (Ids{3, 4}));
  }

  /// Retrofits carry the ids of another vocabulary, which are words in theirs.
  void wordsAreNoStopTokens() {
    const auto tokenizer = tokenizerOf({"<|endoftext|>"});
    FolderText folder;
    folder.generationEos = {{1, 65505, -1}};
    folder.eosToken = "<|endoftext|>";
    const StopTokens stops = stopTokens(tokenizer, folder, {}, nullptr);
    QCOMPARE(stops.ids, (Ids{2}));
    QCOMPARE(stops.notes.size(), std::size_t{1});
    QVERIFY(stops.notes[0].text().find("generation_config.json names token 1") !=
            std::string::npos);
    QVERIFY(stops.notes[0].text().find("the word \"b\"") != std::string::npos);
  }

  void readsWhatTheFolderSays() {
    const fixture::TempFolder folder;
    QVERIFY(!FolderText::read(folder.path()).chatTemplate);
    fixture::writeFile(folder / "generation_config.json", R"({"eos_token_id": [2, 3]})");
    fixture::writeFile(
        folder / "tokenizer_config.json",
        R"({"eos_token": {"content": "<e>"}, "chat_template": [{"name": "tool_use", "template": "t"}, {"name": "default", "template": "d"}]})");
    FolderText text = FolderText::read(folder.path());
    QVERIFY(text.notes.empty());
    QCOMPARE(*text.generationEos, (std::vector<std::int64_t>{2, 3}));
    QCOMPARE(text.eosToken, std::string("<e>"));
    QCOMPARE(*text.chatTemplate, std::string("d"));
    fixture::writeFile(folder / "chat_template.jinja", "j");
    fixture::writeFile(folder / "generation_config.json", R"({"eos_token_id": "two"})");
    fixture::writeFile(folder / "tokenizer_config.json", R"({"chat_template": "s"})");
    fixture::writeFile(folder / "special_tokens_map.json", R"({"eos_token": "<s>"})");
    text = FolderText::read(folder.path());
    QCOMPARE(*text.chatTemplate, std::string("j"));
    QCOMPARE(text.eosToken, std::string("<s>"));
    QVERIFY(!text.generationEos);
    QCOMPARE(text.notes.size(), std::size_t{1});
    QVERIFY(text.notes[0].text().find("generation_config.json") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(TestChat)
#include "tst_chat.moc"
