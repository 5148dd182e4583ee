// SPDX-License-Identifier: GPL-3.0-or-later
// ouroscope-cli serve, as a client sees it: numbers against traces of the same text, refusals by
// name, runs that are kept, and a stop that ends cleanly in the middle of a run.
#include <arpa/inet.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <thread>

#include "core/analysis/ExitAnalysis.h"
#include "tests/model/ModelFixtures.h"
#include "tests/support/CliProcess.h"

using namespace ouroscope;

namespace {

struct Reply {
  int status = 0;
  QJsonObject json;
};

/// One request over a connection of its own.
Reply send(int port, const QByteArray& method, const QByteArray& path, const QByteArray& body = {},
           const QByteArray& type = "application/json", const QByteArray& host = "127.0.0.1") {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<std::uint16_t>(port));
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  Reply reply;
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0) {
    const QByteArray request = method + " " + path + " HTTP/1.1\r\nHost: " + host +
                               "\r\nConnection: close\r\nContent-Type: " + type +
                               "\r\nContent-Length: " + QByteArray::number(body.size()) +
                               "\r\n\r\n" + body;
    for (qsizetype at = 0; at < request.size();) {
      const ssize_t put = ::send(socket, request.constData() + at,
                                 static_cast<std::size_t>(request.size() - at), MSG_NOSIGNAL);
      if (put <= 0) break;
      at += put;
    }
    QByteArray all, piece(65536, '\0');
    for (ssize_t got; (got = ::recv(socket, piece.data(), std::size_t(piece.size()), 0)) > 0;)
      all += piece.first(got);
    reply.status = all.mid(9, 3).toInt();
    reply.json = QJsonDocument::fromJson(all.mid(all.indexOf("\r\n\r\n") + 4)).object();
  }
  ::close(socket);
  return reply;
}

QByteArray bodyOf(const QJsonObject& json) {
  return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// A server on a free port.
struct Server {
  QProcess process;
  int port = 0;

  explicit Server(const QStringList& options = {}) {
    process.start(
        qEnvironmentVariable("OUROSCOPE_CLI"),
        QStringList{"serve", "--port", "0", "--device", "cpu", "--threads", "1"} + options);
    while (!process.canReadLine() && process.waitForReadyRead(60000)) {
    }
    const QByteArray line = process.readLine();
    const qsizetype from = line.indexOf("127.0.0.1:") + 10;
    port = line.mid(from, line.indexOf('/', from) - from).toInt();
  }
  ~Server() {
    if (process.state() != QProcess::NotRunning) process.kill();
    process.waitForFinished();
  }
  Reply post(const QJsonObject& json, const QByteArray& path = "/v1/completions") const {
    return send(port, "POST", path, bodyOf(json));
  }
  /// @return exit status after the signal; -1 for a crash
  int end(int signal) {
    ::kill(static_cast<pid_t>(process.processId()), signal);
    if (!process.waitForFinished(30000) || process.exitStatus() != QProcess::NormalExit) return -1;
    return process.exitCode();
  }
};

const QString kText = "Take 3, add 4, double, get";

/// A random model with a sentencepiece tokenizer that puts <s> before a text.
void writeSentencePieceModel(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  fixture::ConfigText config;
  config.set("vocab_size", "700").set("bos_token_id", "1").set("eos_token_id", "2");
  fixture::writeFile(folder / "config.json", config.text());
  fixture::ModelBytes(readModel(folder).spec).write(folder / "model.safetensors");
  fixture::writeFile(folder / "tokenizer_config.json",
                     R"({"tokenizer_class": "LlamaTokenizer", "add_bos_token": true,
                         "bos_token": "<s>", "eos_token": "</s>"})");
  std::filesystem::copy_file(
      std::filesystem::path(OUROSCOPE_SOURCE_DIR) / "tests/text/fixtures/spm_bpe.model",
      folder / "tokenizer.model");
}

}  // namespace

class TestServe : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
  }

  /// The log-probabilities are those of a trace of the same text, at every number of loops.
  void echoIsTheRecord() {
    Server server;
    QVERIFY(server.port > 0);
    for (const int loops : {1, 2, 4}) {
      const QString path = folder_->filePath(QStringLiteral("%1.trace.safetensors").arg(loops));
      QCOMPARE(test::cli({"trace", "--text", kText, "--loops", QString::number(loops), "--out",
                          path, "--device", "cpu", "--threads", "1"})
                   .status,
               0);
      const TracePtr trace = readTrace(path.toStdString());
      const Reply reply = server.post({{"prompt", kText},
                                       {"max_tokens", 0},
                                       {"echo", true},
                                       {"logprobs", 3},
                                       {"loops", loops}});
      QCOMPARE(reply.status, 200);
      const QJsonObject choice = reply.json["choices"].toArray()[0].toObject();
      QCOMPARE(choice["text"].toString(), kText);
      QCOMPARE(choice["loops"].toInt(), loops);
      const QJsonObject logprobs = choice["logprobs"].toObject();
      const QJsonArray values = logprobs["token_logprobs"].toArray();
      QCOMPARE(values.size(), trace->tokens());
      QVERIFY(values[0].isNull());
      const Readout read = readout(*trace, ruleOfRun(*trace));
      for (int t = 1; t < trace->tokens(); ++t) {
        const float wanted =
            trace->columns().logprob[trace->at(t - 1, read.loop[std::size_t(t - 1)])];
        QVERIFY(std::abs(values[t].toDouble() - double(wanted)) < 1e-6);
        const QJsonObject top = logprobs["top_logprobs"].toArray()[t].toObject();
        QVERIFY(top.size() >= 3 && top.size() <= 4);
        QVERIFY(top.contains(logprobs["tokens"].toArray()[t].toString()));
      }
      QCOMPARE(reply.json["usage"].toObject()["prompt_tokens"].toInt(), trace->tokens());
    }
    QCOMPARE(server.end(SIGTERM), 0);
  }

  /// Texts and token ids, one or many, give the same; an answer ends at its stop.
  void promptsComeInAllShapes() {
    Server server;
    const QJsonArray ids = server.post({{"prompt", kText}}, "/tokenize").json["tokens"].toArray();
    QVERIFY(ids.size() > 5);
    QCOMPARE(server.post({{"tokens", ids}}, "/detokenize").json["prompt"].toString(), kText);
    const auto text = [&](const QJsonValue& prompt, const QJsonObject& more = {}) {
      QJsonObject request{{"prompt", prompt}, {"max_tokens", 6}, {"temperature", 0}};
      for (const QString& key : more.keys()) request[key] = more[key];
      QStringList texts;
      for (const auto& choice : server.post(request).json["choices"].toArray())
        texts << choice.toObject()["text"].toString();
      return texts;
    };
    const QStringList one = text(kText);
    QCOMPARE(one.size(), 1);
    QVERIFY(!one[0].isEmpty());
    QCOMPARE(text(ids), one);
    QCOMPARE(text(QJsonArray{kText, kText, "Ann has 3 cups"}).mid(0, 2), one + one);
    QCOMPARE(text(QJsonArray{ids, ids}), one + one);
    const QString stop = one[0].mid(1, 1);
    const Reply cut = server.post({{"prompt", kText},
                                   {"max_tokens", 6},
                                   {"temperature", 0},
                                   {"logprobs", 1},
                                   {"stop", QJsonArray{stop}}});
    const QJsonObject choice = cut.json["choices"].toArray()[0].toObject();
    QCOMPARE(choice["text"].toString(), one[0].left(one[0].indexOf(stop)));
    QCOMPARE(choice["finish_reason"].toString(), "stop");
    QCOMPARE(server.end(SIGINT), 0);
  }

  void whatIsNotThereIsRefused() {
    Server server;
    const auto said = [&](const QJsonObject& json) {
      const Reply reply = server.post(json);
      return QString::number(reply.status) + ' ' +
             reply.json["error"].toObject()["message"].toString();
    };
    QVERIFY(said({}).contains("\"prompt\""));
    QVERIFY(said({{"prompt", 3}}).startsWith("400 "));
    QVERIFY(said({{"prompt", "a"}, {"stream", true}}).contains("\"stream\" is not supported"));
    QVERIFY(said({{"prompt", "a"}, {"n", 2}}).contains("\"n\" is not supported"));
    QVERIFY(said({{"prompt", "a"}, {"tools", "x"}}).contains("\"tools\" is not known"));
    QVERIFY(said({{"prompt", "a"}, {"loops", 0}}).contains("\"loops\""));
    QVERIFY(said({{"prompt", QJsonArray{999999}}}).contains("\"prompt\""));
    QVERIFY(
        said({{"prompt", "a"}, {"model", "other"}}).startsWith("404 This server has the model"));
    QCOMPARE(send(server.port, "POST", "/v1/completions", "{", "application/json").status, 400);
    QCOMPARE(
        send(server.port, "POST", "/v1/completions", "{\"prompt\":\"a\"}", "text/plain").status,
        415);
    QCOMPARE(send(server.port, "GET", "/v2").status, 404);
    QCOMPARE(send(server.port, "GET", "/health").status, 200);
    const QJsonArray models = send(server.port, "GET", "/v1/models").json["data"].toArray();
    QCOMPARE(models.size(), 1);
    QVERIFY(send(server.port, "GET", "/tokenizer_info").json.contains("eos_token"));
    // A second server on the same port says so.
    const test::CliResult second =
        test::cli({"serve", "--port", QString::number(server.port), "--device", "cpu"});
    QCOMPARE(second.status, 1);
    QVERIFY(second.err.contains("cannot be listened on"));
    QCOMPARE(server.end(SIGTERM), 0);
  }

  void runsAreKept() {
    const QString runs = folder_->filePath("runs");
    for (int round = 0; round < 2; ++round) {
      Server server({"--record", runs});
      const Reply reply =
          server.post({{"prompt", QJsonArray{kText, "Ann has 3 cups"}}, {"max_tokens", 2}});
      QCOMPARE(reply.status, 200);
      for (const auto& choice : reply.json["choices"].toArray()) {
        const TracePtr trace =
            readTrace(QDir(runs).filePath(choice.toObject()["trace"].toString()).toStdString());
        QCOMPARE(trace->loops(), choice.toObject()["loops"].toInt());
      }
      QCOMPARE(server.end(SIGTERM), 0);
    }
    QCOMPARE(QDir(runs).entryList(QDir::Files),
             QStringList({"run-000001.trace.safetensors", "run-000002.trace.safetensors",
                          "run-000003.trace.safetensors", "run-000004.trace.safetensors"}));
  }

  /// A sentencepiece model leaves out the space before the first word that it decodes: an answer
  /// keeps its own, and text and offsets know nothing of <s>.
  void answersKeepTheirFirstSpace() {
    const std::string folder = folder_->filePath("pieces").toStdString();
    writeSentencePieceModel(folder);
    Server server({"--model", QString::fromStdString(folder)});
    QVERIFY(server.port > 0);
    int spaces = 0, compared = 0;
    for (int seed = 0; seed < 12; ++seed) {
      QJsonObject request{{"prompt", "the one"}, {"max_tokens", 6}, {"temperature", 2},
                          {"seed", seed},        {"loops", 2},      {"logprobs", 1}};
      const auto choice = [&] {
        return server.post(request).json["choices"].toArray()[0].toObject();
      };
      const QString answer = choice()["text"].toString();
      request["echo"] = true;
      const QJsonObject echoed = choice();
      const QString all = echoed["text"].toString();
      QCOMPARE(all, "the one" + answer);
      spaces += answer.startsWith(' ');
      const QJsonObject logprobs = echoed["logprobs"].toObject();
      const QJsonArray tokens = logprobs["tokens"].toArray(),
                       offsets = logprobs["text_offset"].toArray();
      QCOMPARE(tokens[0].toString(), "<s>");
      QCOMPARE(offsets[0].toInt(), 0);
      QCOMPARE(offsets[1].toInt(), 0);
      const auto characters = all.toUcs4();
      for (qsizetype t = 2; t < tokens.size(); ++t) {
        const auto token = tokens[t].toString().toUcs4();
        if (token.contains(0xFFFD) || tokens[t].toString().startsWith('<')) continue;
        QCOMPARE(characters.mid(offsets[t].toInt(), token.size()), token);
        ++compared;
      }
    }
    QVERIFY2(spaces > 0, "no answer begins with a space");
    QVERIFY(compared > 20);
    QCOMPARE(server.end(SIGTERM), 0);
  }

  /// What the machine lacks is not the request's fault.
  void aRunThatCannotBeKeptIsTheServersFault() {
    const QString runs = folder_->filePath("runs");
    Server server({"--record", runs});
    QVERIFY(QDir(runs).removeRecursively());
    const QJsonObject request{{"prompt", kText}, {"max_tokens", 1}};
    const Reply reply = server.post(request);
    QCOMPARE(reply.status, 500);
    const QJsonObject error = reply.json["error"].toObject();
    QCOMPARE(error["type"].toString(), "server_error");
    QVERIFY(error["message"].toString().contains("run-000001"));
    QVERIFY(QDir().mkpath(runs));
    QCOMPARE(server.post(request).status, 200);
    QCOMPARE(server.end(SIGTERM), 0);
  }

  /// A page whose name was pointed at this machine still sends that name.
  void otherHostsAreRefused() {
    Server server;
    const auto ask = [&](const QByteArray& host) {
      return send(server.port, "POST", "/tokenize", R"({"prompt":"a"})", "application/json", host)
          .status;
    };
    const QByteArray port = ":" + QByteArray::number(server.port);
    for (const QByteArray host : {"127.0.0.1", "localhost", "LocalHost", "[::1]", "127.8.9.1"}) {
      QCOMPARE(ask(host), 200);
      QCOMPARE(ask(host + port), 200);
    }
    for (const QByteArray host :
         {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1"}) {
      QCOMPARE(ask(host), 403);
      QCOMPARE(ask(host + port), 403);
    }
    QCOMPARE(send(server.port, "GET", "/v1/models", {}, {}, "evil.example").status, 403);
    QCOMPARE(server.end(SIGTERM), 0);
  }

  /// In the middle of long runs, with others that wait: all are answered or cut off, none is lost
  /// in a crash.
  void aStopEndsRunsUnderWay() {
    for (int round = 0; round < 3; ++round) {
      Server server;
      std::vector<Reply> replies(3);
      std::vector<std::thread> clients;
      for (Reply& reply : replies)
        clients.emplace_back([&reply, &server] {
          reply = server.post(
              {{"prompt", kText}, {"max_tokens", 100000}, {"temperature", 1}, {"loops", 32}});
        });
      QTest::qWait(100 + 300 * round);
      QCOMPARE(server.end(SIGTERM), 0);
      for (std::thread& client : clients) client.join();
      for (const Reply& reply : replies) QVERIFY(reply.status == 503 || reply.status == 0);
    }
  }

 private:
  std::unique_ptr<QTemporaryDir> folder_;
};

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"
