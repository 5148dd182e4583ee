// SPDX-License-Identifier: GPL-3.0-or-later
// Manual pages and shell completions of both programs hold every command and option of the help,
// are read by man without a complaint, and complete what the shells complete.
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

namespace {

struct Said {
  int status = -1;
  QString out, errors;
};

Said ask(const QString& program, const QStringList& arguments) {
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("LC_ALL", "C.UTF-8");
  environment.insert("MANWIDTH", "100");
  process.setProcessEnvironment(environment);
  process.start(program, arguments);
  if (!process.waitForFinished(60000)) return {};
  return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
          QString::fromUtf8(process.readAllStandardOutput()),
          QString::fromUtf8(process.readAllStandardError())};
}

QString programPath(const QString& program) {
  return qEnvironmentVariable(program == "ouroscope" ? "OUROSCOPE_WINDOW" : "OUROSCOPE_CLI");
}

/// What a program prints of itself: "--manual", or "--completion" and a shell.
QString printed(const QString& program, QStringList what) {
  if (program == "ouroscope-cli") what.prepend("help");
  const Said said = ask(programPath(program), what);
  return said.status == 0 && said.errors.isEmpty() ? said.out : QString();
}

/// The options that help names.
QStringList optionsOf(const QString& program, const QStringList& command) {
  const QString help = ask(programPath(program), command + QStringList{"--help"}).out;
  static const QRegularExpression kOption("^  (?:-\\w, )?(--[a-z0-9-]+)",
                                          QRegularExpression::MultilineOption);
  QStringList names;
  for (auto at = kOption.globalMatch(help); at.hasNext();) names << at.next().captured(1);
  return names;
}

const QList<QPair<QString, QStringList>>& commands() {
  static const QList<QPair<QString, QStringList>> kCommands = [] {
    QList<QPair<QString, QStringList>> all{{"ouroscope", {}}, {"ouroscope", {"figure"}}};
    QFile page(QStringLiteral(OUROSCOPE_SOURCE_DIR "/docs/cli.md"));
    if (!page.open(QIODevice::ReadOnly)) return all;
    for (const QString& line : QString::fromUtf8(page.readAll()).split('\n'))
      if (line.startsWith("## ") && line != "## Environment")
        all.append({QStringLiteral("ouroscope-cli"), line.mid(3).split(' ')});
    return all;
  }();
  return kCommands;
}

/// What bash offers after these words, of which the last one is being written.
QStringList bashOffers(const QString& program, const QStringList& words, const QString& folder) {
  QString line = "cd " + folder + " && . ./script && COMP_WORDS=(" + program;
  for (const QString& word : words) line += " '" + word + "'";
  line += ") && COMP_CWORD=" + QString::number(words.size()) + " && _" +
          QString(program).replace('-', '_') + " && printf '%s\\n' \"${COMPREPLY[@]}\"";
  const Said said = ask("bash", {"--norc", "-c", line});
  if (said.status != 0 || !said.errors.isEmpty()) qWarning() << said.errors;
  return said.out.split('\n', Qt::SkipEmptyParts);
}

}  // namespace

class TestReference : public QObject {
  Q_OBJECT

 private slots:
  void pagesHoldEveryOption() {
    QVERIFY(commands().size() > 15);
    for (const auto& [program, command] : commands()) {
      QString page = printed(program, {"--manual"}).replace("\\-", "-");
      const QString title = command.isEmpty() ? QString("OPTIONS") : command.join(' ').toUpper();
      const qsizetype start = page.indexOf("\n.SH " + title + "\n");
      QVERIFY2(start > 0, qPrintable(program + " " + title));
      const QString part = page.mid(start, page.indexOf("\n.SH ", start + 5) - start);
      const QStringList options = optionsOf(program, command);
      QVERIFY2(options.size() >= 2, qPrintable(title));
      for (const QString& option : options)
        if (option != "--help" && option != "--version")
          QVERIFY2(part.contains("\n\\fB" + option + "\\fR"), qPrintable(title + " " + option));
    }
  }

  void manReadsThePages() {
    for (const QString program : {"ouroscope", "ouroscope-cli"}) {
      QTemporaryDir folder;
      const QString file = folder.filePath(program + ".1");
      QFile page(file);
      QVERIFY(page.open(QIODevice::WriteOnly));
      page.write(printed(program, {"--manual"}).toUtf8());
      page.close();
      if (!QStandardPaths::findExecutable("mandoc").isEmpty()) {
        const Said lint = ask("mandoc", {"-T", "lint", "-W", "error", file});
        QVERIFY2(lint.status == 0, qPrintable(lint.out));
      }
      if (QStandardPaths::findExecutable("man").isEmpty()) continue;
      const Said shown = ask("man", {"--warnings", "-l", file});
      QVERIFY2(shown.status == 0 && shown.errors.isEmpty(), qPrintable(shown.errors));
      QVERIFY(shown.out.contains("--session-dir") || shown.out.contains("--state-layers"));
    }
  }

  void bashCompletes() {
    QTemporaryDir folder;
    QDir(folder.path()).mkdir("texts");
    for (const QString name : {"a.trace.safetensors", "b.json"}) {
      QFile file(folder.filePath(name));
      QVERIFY(file.open(QIODevice::WriteOnly));
    }
    for (const auto& [program, command] : commands()) {
      QFile script(folder.filePath("script"));
      QVERIFY(script.open(QIODevice::WriteOnly | QIODevice::Truncate));
      script.write(printed(program, {"--completion", "bash"}).toUtf8());
      script.close();
      const auto offers = [&, program = program](const QStringList& words) {
        return bashOffers(program, words, folder.path());
      };
      // Every option of every command, and only these.
      QStringList offered = offers(command + QStringList{"--"}),
                  options = optionsOf(program, command);
      for (QStringList* list : {&offered, &options}) {
        for (const char* always : {"--help", "--version"})
          if (!list->contains(always)) *list << always;
        list->sort();
      }
      QCOMPARE(offered, options);
      if (program != "ouroscope-cli") continue;
      QVERIFY(offers({command[0].left(2)}).contains(command[0]));
      if (command.size() == 2) QVERIFY(offers({command[0], ""}).contains(command[1]));
      if (command[0] != "trace") continue;
      QCOMPARE(offers({"trace", "--weights", ""}), (QStringList{"stored", "int8"}));
      QCOMPARE(offers({"trace", "--weights", "=", "in"}), QStringList{"int8"});
      QCOMPARE(offers({"trace", "--model", ""}), QStringList{"texts"});
      QVERIFY(offers({"trace", "--text-file", "b"}).contains("b.json"));
      QCOMPARE(offers({"show", "a"}), QStringList{"a.trace.safetensors"});
      QCOMPARE(offers({"trace", "--text", ""}), QStringList());
    }
    QFile script(folder.filePath("script"));
    QVERIFY(script.open(QIODevice::WriteOnly | QIODevice::Truncate));
    script.write(printed("ouroscope", {"--completion", "bash"}).toUtf8());
    script.close();
    QCOMPARE(bashOffers("ouroscope", {"fig"}, folder.path()), QStringList{"figure"});
    QVERIFY(bashOffers("ouroscope", {"figure", "h"}, folder.path()).contains("heatmap"));
    QVERIFY(bashOffers("ouroscope", {"figure", "b"}, folder.path()).contains("b.json"));
    QVERIFY(
        bashOffers("ouroscope", {"figure", "--venue", "neu"}, folder.path()).contains("neurips"));
    QCOMPARE(bashOffers("ouroscope", {"a.t"}, folder.path()), QStringList{"a.trace.safetensors"});
  }

  /// zsh and fish read their scripts, where they are installed; that nothing is missing is asked of
  /// the text.
  void zshAndFishHoldEveryOption() {
    for (const QString shell : {"zsh", "fish"})
      for (const auto& [program, command] : commands()) {
        const QString script = printed(program, {"--completion", shell});
        for (const QString& option : optionsOf(program, command))
          QVERIFY2(script.contains(shell == "zsh" ? "'" + option : " -l " + option.mid(2)) ||
                       script.contains("'*" + option),
                   qPrintable(shell + " " + command.join(' ') + " " + option));
        for (const QString& word : command)
          QVERIFY(script.contains(shell == "zsh" ? "  " + word + ")\n" : " -a " + word));
        if (QStandardPaths::findExecutable(shell).isEmpty()) continue;
        QTemporaryDir folder;
        QFile file(folder.filePath("script"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(script.toUtf8());
        file.close();
        const Said read = ask(shell, {"-n", file.fileName()});
        QVERIFY2(read.status == 0 && read.errors.isEmpty(), qPrintable(read.errors));
      }
  }

  void otherFormsAreRefused() {
    const Said shell = ask(programPath("ouroscope-cli"), {"help", "--completion", "csh"});
    QCOMPARE(shell.status, 2);
    QVERIFY(shell.errors.contains("bash, zsh or fish"));
    const Said window = ask(programPath("ouroscope"), {"--completion", "csh"});
    QCOMPARE(window.status, 2);
    QVERIFY(window.errors.contains("bash, zsh or fish"));
    QCOMPARE(ask(programPath("ouroscope-cli"), {"help", "--manual", "--markdown"}).status, 2);
  }
};

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
