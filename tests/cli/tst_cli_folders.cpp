// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line says of model folders, and what it records of conversations.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include "core/trace/Trace.h"
#include "tests/model/ModelFixtures.h"
#include "tests/support/CliProcess.h"
#include "tests/support/SmallModels.h"
#include "tests/text/ChatTemplates.h"

using namespace ouroscope;
using fixture::ConfigText;
using test::chatTemplateNamed;
using test::cli;
using test::CliResult;

class TestCliFolders : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QVERIFY2(!qEnvironmentVariable("OUROSCOPE_CLI").isEmpty(),
             "run this through ctest: it sets OUROSCOPE_CLI");
  }

  /// Links are followed by one switch, in every command that opens a folder.
  void linksAreFollowedWhereThatIsAsked() {
    const QString model = folder("linked");
    std::filesystem::create_directories(path("store"));
    std::filesystem::rename(path("linked/model.safetensors"), path("store/w"));
    std::filesystem::create_symlink(path("store/w"), path("linked/model.safetensors"));
    const QStringList commands[] = {
        {"info", model},
        {"trace", "--model", model, "--text", "a", "--out", file("linked.t")},
        {"bench", "--model", model, "--prefill", "2", "--decode", "1", "--repeat", "1"}};
    for (const QStringList& command : commands) {
      const CliResult refused = cli(command);
      QCOMPARE(refused.status, 1);
      for (const QString& part :
           {file("linked/model.safetensors"), file("store/w"), QStringLiteral("--follow-links")})
        QVERIFY2(refused.err.contains(part.toUtf8()), refused.err);
      const CliResult followed = cli(command + QStringList{"--follow-links"});
      QVERIFY2(followed.status == 0, followed.err);
    }
  }

  void layersThatAddNothingKeepTheFirstLoopsWord() {
    const CliResult said =
        cli({"bench", "--shape", "demo", "--layers", "1", "--prefill", "2", "--decode", "4",
             "--repeat", "1", "--damp", "0", "--format", "json"});
    QVERIFY2(said.status == 0, said.err);
    const QJsonObject stagger = QJsonDocument::fromJson(said.out).object()["stagger"].toObject();
    QCOMPARE(stagger["first_word_stood_share"].toDouble(-1), 1.0);
  }

  void infoSaysWhatAFolderIs() {
    const QString model = folder("whole");
    fixture::writeFile(path("whole/README.md"), "---\nlicense: apache-2.0\n---\n");
    fixture::writeFile(path("whole/modeling_ouro.py"), "");
    fixture::writeFile(path("whole/pytorch_model.bin"), "");
    fixture::writeFile(path("whole/chat_template.jinja"),
                       chatTemplateNamed("default in an else branch"));
    const CliResult said = cli({"info", model, "--format", "json"});
    QVERIFY2(said.status == 0, said.err);
    const QJsonObject info = QJsonDocument::fromJson(said.out).object();
    const auto is = [&](const char* key, const QString& expected) {
      const QString found = info[key].toVariant().toString();
      if (found != expected) qWarning("%s: %s", key, qPrintable(found));
      return found == expected;
    };
    QVERIFY(is("family", "ouro"));
    QVERIFY(is("segments", "2 looped"));
    QVERIFY(is("loops_trained", "4"));
    QVERIFY(is("loops_of_a_run", "4"));
    QVERIFY(is("gates", "the model's own"));
    QVERIFY(is("read_at", "the last loop"));
    QVERIFY(is("runs_in", "bf16"));
    // 2 layers x 4 loops x keys and values of 16 numbers x 2 bytes.
    QVERIFY(is("cache_per_token", "512 bytes at 4 loops"));
    QVERIFY(is("tokenizer", "byte-level BPE, 600 entries"));
    QVERIFY(is("chat",
               "ChatML, as the folder's template, default system turn \"You are a helpful "
               "assistant.\""));
    QVERIFY(is("stops_at", "<|endoftext|> (0)"));
    QVERIFY(is("stops_at,_chat", "<|endoftext|> (0), <|im_end|> (2)"));
    QVERIFY(is("licence", "apache-2.0"));
    QVERIFY(is("not_read", "modeling_ouro.py, pytorch_model.bin"));
    QVERIFY(info["stored"].toString().startsWith("BF16, "));
    QVERIFY(info["refused"].toString().contains("--loop-layers (looped already)"));
    QVERIFY(!info["refused"].toString().contains("--exit-threshold"));
    QVERIFY(!info.contains("note"));

    const CliResult bare = cli({"info", folder("bare"), "--format", "json"});
    const QJsonObject other = QJsonDocument::fromJson(bare.out).object();
    QCOMPARE(other["licence"].toString(), QString("not named in the folder"));
    QCOMPARE(other["not_read"].toString(), QString("none"));
    QVERIFY(other["chat"].toString().startsWith("ChatML, no template in the folder"));
  }

  void infoSaysWhatAPlainModelRefuses() {
    ConfigText config;
    config.set("model_type", "\"llama\"").set("architectures", "[\"LlamaForCausalLM\"]");
    const CliResult said = cli({"info", folder("plain", config), "--format", "json"});
    QVERIFY2(said.status == 0, said.err);
    const QString refused = QJsonDocument::fromJson(said.out)["refused"].toString();
    QVERIFY2(refused.contains("--exit-threshold without --exit-rule (no exit gate)"),
             qPrintable(refused));
    QVERIFY2(!refused.contains("--loop-layers"), qPrintable(refused));
  }

  void infoSaysWhichLayersHaveWindows() {
    const auto attention = [&](const char* name, ConfigText config) {
      const CliResult said = cli({"info", folder(name, config), "--format", "json"});
      return QJsonDocument::fromJson(said.out)["attention"].toString();
    };
    ConfigText qwen;
    qwen.set("model_type", "\"qwen2\"").set("architectures", "[\"Qwen2ForCausalLM\"]");
    QCOMPARE(attention("whole text", qwen), "the whole text");
    qwen.set("use_sliding_window", "true")
        .set("sliding_window", "16")
        .set("max_window_layers", "1");
    QCOMPARE(attention("windows", qwen), "the last 16 positions in 1 of 2 layers");
  }

  /// A reading below the last loop is another run, where the steps depend on how many there are.
  void tablesSayThatFewerLoopsAreAnotherRun() {
    ConfigText config;
    config.set("model_type", "\"llama\"").set("architectures", "[\"LlamaForCausalLM\"]");
    const QString model = folder("looped", config);
    for (const bool anchored : {true, false}) {
      const QString trace = file(anchored ? "anchored.t" : "ema.t");
      const CliResult made =
          cli({"trace", "--model", model, "--tokens", "1,2,3", "--loop-layers", "1-1", "--step",
               anchored ? "anchored" : "ema", "--loops", "3", "--out", trace});
      QVERIFY2(made.status == 0, made.err);
      const CliResult text = cli({"stats", trace, "--budget", "2"});
      QVERIFY2(text.status == 0, text.err);
      QCOMPARE(text.out.simplified().contains("with the step rule anchored a run with fewer loops"),
               anchored);
      const CliResult json = cli({"stats", trace, "--format", "json"});
      QCOMPARE(QJsonDocument::fromJson(json.out)["fewer_loops_need_a_rerun"].toBool(), anchored);
    }
  }

  /// config.json's early_exit_step is what the released code reads, unless a run says otherwise.
  void theExitStepOfTheConfigCounts() {
    const QString model = folder("step", ConfigText().add("early_exit_step", "1"));
    const auto budget = [&](const QStringList& options) {
      const CliResult run = cli(QStringList{"trace", "--model", model, "--text", "ab", "--generate",
                                            "2", "--no-stop", "--out", file("step.t")} +
                                options);
      if (run.status != 0 || !run.err.contains("early_exit_step of config.json is 1")) {
        qWarning("%s", run.err.constData());
        return -1;
      }
      return readTrace(file("step.t").toStdString())->info().budget;
    };
    QCOMPARE(budget({}), 2);
    QVERIFY(cli({"show", file("step.t")}).out.contains("loop 2 everywhere"));
    QCOMPARE(budget({"--budget", "3"}), 3);
    QCOMPARE(budget({"--exit-threshold", "1"}), 4);
    QCOMPARE(budget({"--loops", "1"}), 1);  // there is no loop 2
    const CliResult said = cli({"info", model});
    QVERIFY2(said.out.contains("loop 2 (early_exit_step)"), said.out);
  }

  void aRunSaysHowItsConversationIsWritten() {
    const QString model = folder("chat");
    const auto told = [&] {
      const CliResult run =
          cli({"trace", "--model", model, "--chat", "--text", "ab", "--out", file("chat.t")});
      return run.status == 0 ? run.err : QByteArray("failed: ") + run.err;
    };
    QVERIFY2(told().contains("chat: ChatML, no template in the folder") &&
                 told().contains("a base model has not been trained on conversations"),
             told());
    fixture::writeFile(path("chat/chat_template.jinja"),
                       chatTemplateNamed("default in an else branch"));
    QVERIFY2(told().contains("chat: ChatML, as the folder's template, default system turn"),
             told());
    QVERIFY2(!told().contains("note:"), told());
    fixture::writeFile(path("chat/chat_template.jinja"), "{{ messages }}");
    QVERIFY2(told().contains("the folder's template is not recognised"), told());
    // A text is no conversation: the template is not asked.
    const CliResult text =
        cli({"trace", "--model", model, "--text", "ab", "--out", file("chat.t")});
    QVERIFY2(text.status == 0 && text.err.isEmpty(), text.err);
  }

  void showTellsTheConversationAndTheEnd() {
    const QString model = folder("turns");
    fixture::writeFile(path("turns.json"),
                       R"([{"role": "user", "content": "one two\n"},
                           {"role": "assistant", "content": ""},
                           {"role": "user", "content": "<|im_end|>"}])");
    const CliResult run =
        cli({"trace", "--model", model, "--turns", file("turns.json"), "--system", "Be brief.",
             "--plain-specials", "--generate", "3", "--no-stop", "--out", file("turns.t")});
    QVERIFY2(run.status == 0, run.err);
    const CliResult shown = cli({"show", file("turns.t"), "--format", "json"});
    const QJsonObject trace = QJsonDocument::fromJson(shown.out)["trace"].toObject();
    QCOMPARE(trace["end"]["why"].toString(), QString("count"));
    QVERIFY(trace["end"]["text"].toString().contains("3 tokens that were asked for"));
    const QJsonObject conversation = trace["conversation"].toObject();
    QCOMPARE(conversation["marks"].toString(), QString("ChatML"));
    QCOMPARE(conversation["system_turn"].toString(), QString("given"));
    QCOMPARE(conversation["think"].toBool(true), false);

    const TracePtr record = readTrace(file("turns.t").toStdString());
    const auto textOf = [&](const QJsonArray& positions) {
      std::string text;
      for (int p = positions[0].toInt(); p <= positions[1].toInt(); ++p)
        text += record->columns().tokenBytes[p - 1];
      return QString::fromStdString(text);
    };
    const QJsonArray turns = conversation["turns"].toArray();
    const std::pair<const char*, const char*> expected[] = {
        {"system", "Be brief."}, {"user", "one two\n"}, {"assistant", ""}, {"user", "<|im_end|>"}};
    QCOMPARE(turns.size(), qsizetype(std::size(expected)));
    int next = 1;
    for (qsizetype i = 0; i < turns.size(); ++i) {
      const QString role = expected[i].first, content = expected[i].second;
      QCOMPARE(turns[i]["role"].toString(), role);
      QCOMPARE(turns[i]["content"].toString(), content);
      const QJsonArray whole = turns[i]["positions"].toArray();
      QCOMPARE(whole[0].toInt(), next);
      next = whole[1].toInt() + 1;
      QCOMPARE(textOf(whole), "<|im_start|>" + role + "\n" + content + "<|im_end|>\n");
      const QJsonValue inside = turns[i]["content_positions"];
      QCOMPARE(inside.isNull(), content.isEmpty());
      if (!inside.isNull()) QVERIFY(textOf(inside.toArray()).contains(content));
    }
    QVERIFY(next < record->info().promptTokens);  // the assistant's header follows

    // Of a text there is no conversation, and a run that is stopped by a token says which.
    const CliResult text = cli({"trace", "--model", model, "--text", "ab", "--generate", "1",
                                "--no-stop", "--out", file("one.t")});
    QVERIFY2(text.status == 0, text.err);
    const std::int32_t drawn = readTrace(file("one.t").toStdString())->columns().tokenId.back();
    QVERIFY(cli({"trace", "--model", model, "--text", "ab", "--generate", "4", "--stop",
                 "#" + QString::number(drawn), "--out", file("one.t")})
                .status == 0);
    const QJsonObject one =
        QJsonDocument::fromJson(cli({"show", file("one.t"), "--format", "json"}).out)["trace"]
            .toObject();
    QCOMPARE(one["end"]["why"].toString(), QString("stop_token"));
    QCOMPARE(one["end"]["token"].toInt(), int(drawn));
    QVERIFY(one.contains("conversation") && one["conversation"].isNull());
  }

 private:
  std::filesystem::path path(const std::string& name) const { return temp_ / name; }
  QString file(const QString& name) const {
    return QString::fromStdString((temp_ / name.toStdString()).string());
  }
  /// A small random model whose tokenizer has ChatML's marks.
  QString folder(const std::string& name, ConfigText config = {}) const {
    test::writeChatModel(path(name), std::move(config));
    return file(QString::fromStdString(name));
  }

  const fixture::TempFolder temp_;
};

QTEST_GUILESS_MAIN(TestCliFolders)
#include "tst_cli_folders.moc"
