// SPDX-License-Identifier: GPL-3.0-or-later
// The six catalogues are complete, keep their placeholders, and are what the window shows.
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QMenuBar>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QXmlStreamReader>
#include <algorithm>

#include "core/analysis/AblationTable.h"
#include "core/analysis/AnswerDynamics.h"
#include "core/analysis/Geometry.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticTrace.h"
#include "ui/base/Language.h"
#include "ui/base/Names.h"
#include "ui/window/DockHost.h"
#include "ui/window/MainWindow.h"

using namespace ouroscope;

namespace {

struct Message {
  QString context, source;
  QStringList translations;  ///< one, or one a plural form
  bool finished = true;
};

QList<Message> readCatalogue(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) qFatal("no catalogue");
  QXmlStreamReader xml(&file);
  QList<Message> messages;
  QString context;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == u"name")
      context = xml.readElementText();
    else if (xml.name() == u"message")
      messages << Message{context, {}, {}, true};
    else if (xml.name() == u"source")
      messages.last().source = xml.readElementText();
    else if (xml.name() == u"translation") {
      messages.last().finished = xml.attributes().value("type").isEmpty();
      QString text;
      while (!(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"translation")) {
        if (xml.isCharacters()) text += xml.text();
        if (xml.isStartElement() && xml.name() == u"numerusform")
          messages.last().translations << xml.readElementText();
      }
      if (messages.last().translations.isEmpty()) messages.last().translations << text;
    }
  }
  return messages;
}

QStringList placeholders(const QString& text) {
  static const QRegularExpression pattern("%L?(?:[0-9]+|n)");
  QStringList found;
  for (auto it = pattern.globalMatch(text); it.hasNext();) found << it.next().captured();
  found.sort();
  return found;
}

QString sourceDir() {
  return QStringLiteral(OUROSCOPE_SOURCE_DIR);
}

}  // namespace

class TestLanguages : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;

  static void perLanguage() {
    QTest::addColumn<QString>("code");
    for (const LanguageInfo& language : languages()) QTest::newRow(language.code) << language.code;
  }
  static QString catalogue(const QString& code) {
    return sourceDir() + "/translations/ouroscope_" + code + ".ts";
  }

 private slots:
  void initTestCase() { test::ownSettings(home_.path()); }

  void everyStringIsTranslated_data() { perLanguage(); }
  void everyStringIsTranslated() {
    QFETCH(QString, code);
    const QList<Message> messages = readCatalogue(catalogue(code));
    QVERIFY(messages.size() > 100);
    for (const Message& message : messages) {
      const QString who = message.context + ": " + message.source;
      if (code == "en") {
        // English needs its plural forms only; the rest is the source itself.
        if (!message.source.contains("%n")) continue;
        QCOMPARE(message.translations.size(), 2);
      }
      QVERIFY2(message.finished, qPrintable(who));
      for (const QString& translation : message.translations) {
        QVERIFY2(!translation.isEmpty(), qPrintable(who));
        QVERIFY2(placeholders(translation) == placeholders(message.source), qPrintable(who));
        QVERIFY2(translation.endsWith("...") == message.source.endsWith("..."), qPrintable(who));
      }
    }
  }

  void noStringIsMissingFromTheCatalogues() {
    // What lupdate would write now (headers found, so that contexts carry the namespace), compared
    // with what is there.
    const QString tool = QStringLiteral(OUROSCOPE_LUPDATE), fresh = home_.filePath("fresh.ts");
    QProcess lupdate;
    lupdate.start(tool, {sourceDir() + "/ui", sourceDir() + "/app", sourceDir() + "/core/analysis",
                         sourceDir() + "/core/record", "-I", sourceDir(), "-silent", "-no-obsolete",
                         "-locations", "none", "-ts", fresh});
    QVERIFY(lupdate.waitForFinished(60000));
    QCOMPARE(lupdate.exitCode(), 0);
    QSet<QString> known;
    for (const Message& message : readCatalogue(catalogue("de")))
      known.insert(message.context + "\n" + message.source);
    QStringList missing;
    for (const Message& message : readCatalogue(fresh))
      if (!known.contains(message.context + "\n" + message.source))
        missing << message.context + ": " + message.source;
    QVERIFY2(missing.isEmpty(), qPrintable("build the target update_translations and translate: " +
                                           missing.join("\n  ")));
  }

  void namesOfCoreAreTranslated_data() { perLanguage(); }
  void namesOfCoreAreTranslated() {
    QFETCH(QString, code);
    installLanguage(code);
    QSet<QString> named;
    for (const Message& message : readCatalogue(catalogue("de")))
      if (message.context == "Measures") named.insert(message.source);
    const auto check = [&](std::string_view name) {
      const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
      // A sign like that of a degree is the same in every language.
      const bool words = std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
      QVERIFY2(!words || named.contains(text),
               qPrintable("core/analysis/Measures.cpp or ui/base/Names.cpp: " + text));
    };
    for (const Measure& m : measures())
      for (const std::string_view name : {m.name, m.exitName, m.curveName, m.unit}) check(name);
    for (const DynamicsFilterInfo& info : dynamicsFilters()) check(info.name);
    for (const AblationByInfo& info : ablationGroupings()) check(info.name);
    if (code == "de") QCOMPARE(measureName(measure("expected-depth")), "Erwartete Tiefe");
  }

  /// Every kind of note in the window's language, with all of its arguments.
  void notesOfCoreAreTranslated_data() { perLanguage(); }
  void notesOfCoreAreTranslated() {
    QFETCH(QString, code);
    installLanguage(code);
    QSet<QString> seen;
    for (const NoteForm& form : noteForms()) {
      QCOMPARE(&noteForm(form.kind), &form);  // the table is in the order of the enumeration
      Note note{form.kind};
      for (const QString& place : placeholders(form.text))
        note.args.push_back("<" + place.mid(1).toStdString() + ">");
      const QString text = noteText(note), english = QString::fromStdString(note.text());
      for (const std::string& argument : note.args)
        QVERIFY2(text.count(QString::fromStdString(argument)) == 1, qPrintable(text));
      QVERIFY2(!text.contains('%') && !english.contains('%'), qPrintable(text));
      QVERIFY2((text == english) == (code == "en"), qPrintable(text));
      QVERIFY2(!seen.contains(text), qPrintable(text));
      seen.insert(text);
    }
    // What stands in a note is no place for the next argument.
    QCOMPARE(Note({NoteKind::UsualValue, {"%2", "4"}}).text(),
             std::string("config.json has no %2: as in the released code, it is 4."));
  }

  void theWindowSpeaksIt_data() { perLanguage(); }
  void theWindowSpeaksIt() {
    QFETCH(QString, code);
    installLanguage(code);
    MainWindow window;
    window.workspace().add(test::syntheticTrace());
    window.show();
    const QString file = window.menuBar()->actions().first()->text().remove('&');
    if (code == "en") QCOMPARE(file, "File");
    if (code == "de") QCOMPARE(file, "Datei");
    if (code == "fr") QCOMPARE(file, "Fichier");
    if (code == "ja") QVERIFY(file.startsWith(QStringLiteral("\u30d5\u30a1\u30a4\u30eb")));
    // Nothing that can be read is cut off: labels and buttons have the room that they ask for.
    QTest::qWait(50);
    for (QWidget* each : window.findChildren<QWidget*>()) {
      if (!each->isVisible()) continue;
      const auto* label = qobject_cast<QLabel*>(each);
      const auto* button = qobject_cast<QPushButton*>(each);
      const auto* tool = qobject_cast<QToolButton*>(each);
      const QString text = label    ? label->text()
                           : button ? button->text()
                           : tool   ? tool->text()
                                    : QString();
      // Labels that wrap, or that give way on purpose, are not cut off.
      if (text.isEmpty() || (label && label->wordWrap()) ||
          each->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
        continue;
      QVERIFY2(each->width() + 1 >= each->minimumSizeHint().width(),
               qPrintable(code + ": \"" + text + "\" is cut off in " + each->objectName()));
    }
    if (const QString folder = qEnvironmentVariable("OUROSCOPE_PICTURES"); !folder.isEmpty())
      window.grab().save(folder + "/window_" + code + ".png");
  }

  void numbersFollowTheLanguage() {
    installLanguage("de");
    QCOMPARE(QLocale().toString(1.5, 'f', 1), "1,5");
    installLanguage("en");
    QCOMPARE(QLocale().toString(1.5, 'f', 1), "1.5");
  }
};

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
