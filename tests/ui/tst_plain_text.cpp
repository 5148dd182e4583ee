// SPDX-License-Identifier: GPL-3.0-or-later
// Text out of a trace is text: never markup, a key's mark, a placeholder or a control character, in
// whatever part of the window it is shown; and no two tokens look the same.
#include <QDir>
#include <QHelpEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>

#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/WindowStage.h"
#include "tests/support/WindowTexts.h"
#include "ui/base/PlainText.h"
#include "ui/base/TokenLabels.h"
#include "ui/base/TokenText.h"
#include "ui/views/StripCanvas.h"
#include "ui/window/Actions.h"

using namespace ouroscope;

namespace {

const std::vector<std::string>& hostile() {
  static const std::vector<std::string> all{"<h1>BIG</h1>",
                                            "<br>",
                                            "<b>",
                                            "</p><b>x",
                                            "<img src=/x.png>",
                                            "<!-- ",
                                            "&lt;",
                                            "&amp;",
                                            "a&b",
                                            "&Zq",
                                            "&&",
                                            "%1%2%3%4%5",
                                            "%L1%n",
                                            "[*]",
                                            "[*][*]",
                                            "\x1b[2J",
                                            "\x07",
                                            "\x7f",
                                            "\xc2\x9b"
                                            "31m",
                                            "\xe2\x80\xae"
                                            "evil",
                                            "\xe2\x80\x8b",
                                            "<ZWSP>",
                                            "\n",
                                            "\xe2\x86\xb5",
                                            "\r",
                                            "\t",
                                            "",
                                            " ",
                                            "\xe2\x90\xa3",
                                            "8",
                                            " 8",
                                            "8 ",
                                            "\xc2\xa0"
                                            "8",
                                            "\xf0\x9f",
                                            "<F0 9F>",
                                            "a long token that goes on and on, one",
                                            "a long token that goes on and on, two",
                                            "$x^2$",
                                            "\\",
                                            "\\x07",
                                            "<script>alert(1)</script>",
                                            "\xe2\x81\xa6"
                                            "x"};
  return all;
}

/// A trace whose every text is one of these.
TracePtr hostileTrace() {
  test::SyntheticOptions options;
  options.tokens = static_cast<int>(hostile().size());
  options.promptTokens = options.tokens - 6;
  options.captureHidden = options.captureLayers = true;
  const TracePtr plain = test::syntheticTrace(options);
  RecordColumns c = plain->whole();
  // A word for every id, and every token the id of its text.
  std::map<std::int32_t, std::string> words;
  const auto count = static_cast<std::int32_t>(hostile().size());
  const auto word = [&](std::int32_t id) {
    return hostile()[static_cast<std::size_t>(id % count)];
  };
  for (std::int32_t id = 0; id < options.vocab; ++id)
    words[id] = word(id) + (id < count ? "" : std::to_string(id));
  for (std::size_t t = 0; t < c.tokenId.size(); ++t) {
    c.tokenId[t] = static_cast<std::int32_t>(t);
    c.tokenBytes[t] = words[c.tokenId[t]];
  }
  c.wordBytes.assign(words.begin(), words.end());
  TraceInfo info = plain->info();
  info.modelName = "<h1>model</h1> &Zq \x1b[2J \xe2\x80\xae [*] %1%2";
  info.device = "<b>device</b>\x07";
  info.tokenizerKind = "<i>kind</i>\x07";
  info.gateName = "<b>gate</b> a&b \x07";
  info.otherGates = {"<u>x</u>\x1b", "&y"};
  return std::make_shared<const Trace>(info, std::move(c), options.loops, options.topK);
}

/// What is wrong with a text that a person sees; empty.
QString defect(const QString& text) {
  for (const QChar c : text) {
    if (c == '\n' || c == '\t') continue;
    const ushort u = c.unicode();
    if (u < 0x20 || (u >= 0x7f && u < 0xa0) || u == 0x202e || u == 0x2066 || u == 0x200b)
      return QStringLiteral("control character %1 in: %2").arg(u, 4, 16).arg(text);
  }
  return {};
}

/// A tool tip that Qt takes for HTML is one that plainTip() made, and shows what it is made of.
QString tipDefect(const QString& tip) {
  if (!Qt::mightBeRichText(tip)) return defect(tip);
  const QString head = QStringLiteral("<p style='white-space:pre-wrap'>");
  const QString inside = tip.mid(head.size(), tip.size() - head.size() - 4);
  if (!tip.startsWith(head) || !tip.endsWith("</p>") || inside.contains('<'))
    return "rich tool tip: " + tip;
  QTextDocument document;
  document.setHtml(tip);
  return defect(document.toPlainText());
}

/// Texts in which an ampersand marks a key.
QString keyDefect(const QString& text) {
  for (const char* each : {"a&b", "&Zq", "&lt;", "&amp;", "&y"})
    if (text.contains(QLatin1String(each)) && !text.contains(plainLabel(QString::fromLatin1(each))))
      return "an ampersand marks a key in: " + text;
  return defect(text);
}

/// Everything that the window shows now.
QStringList defects(const QWidget& window) {
  QStringList out;
  test::visitTexts(window, [&](const QWidget& each, test::TextRole role, const QString& text) {
    QString problem = role == test::TextRole::Tip   ? tipDefect(text)
                      : role == test::TextRole::Key ? keyDefect(text)
                                                    : defect(text);
    if (const auto* label = qobject_cast<const QLabel*>(&each);
        label && role == test::TextRole::Label && label->textFormat() != Qt::PlainText &&
        Qt::mightBeRichText(text))
      problem = "rich label: " + text;
    if (!problem.isEmpty())
      out << QStringLiteral("%1 %2: %3")
                 .arg(each.metaObject()->className(), each.objectName(), problem);
  });
  return out;
}

}  // namespace

class TestPlainText : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;

 private slots:
  void init() { test::freshSettings(home_.path()); }

  void theHelpersLeaveTheTextAlone() {
    for (const std::string& bytes : hostile()) {
      const QString text = tokenDisplayText(bytes);
      QTextDocument document;
      const QString tip = plainTip(text);
      Qt::mightBeRichText(tip) ? document.setHtml(tip) : document.setPlainText(tip);
      QCOMPARE(document.toPlainText(), text);
      QCOMPARE(plainLabel(text).replace("&&", "&"), text);
    }
    QWidget window;
    window.setWindowTitle(plainTitle("a [*] b"));
    QCOMPARE(window.windowTitle(), "a [*][*] b");  // shown as "a [*] b"
    QCOMPARE(shownName("\x1b[2J<b>"), "<U+001B>[2J<b>");
    QVERIFY(shownName(std::string(5000, 'x')).size() <= 80);
  }

  void differentTokensHaveDifferentLabels() {
    const TracePtr trace = hostileTrace();
    QHash<QString, std::string> seen;
    for (const auto& [id, bytes] : trace->columns().wordBytes) {
      const QString label = tokenLabel(trace, bytes);
      QVERIFY2(!label.isEmpty() && defect(label).isEmpty(), qPrintable(label));
      QVERIFY2(!seen.contains(label) || seen[label] == bytes, qPrintable(label));
      seen[label] = bytes;
    }
    // A label that is nobody else's is as short as ever.
    const TracePtr plain = test::syntheticTrace();
    QCOMPARE(tokenLabel(plain, " fox"), "fox");
    QCOMPARE(tokenLabel(trace, " 8"), QString(QChar(0x2423)) + "8");
    QCOMPARE(tokenLabel(trace, "8"), "8");
  }

  void everyViewShowsTextAsText() {
    test::WindowStage stage(QSize(1400, 1000));
    MainWindow& window = stage.window;
    const TracePtr trace = hostileTrace();
    window.workspace().add(test::syntheticTrace({.tokens = 20}));
    window.workspace().add(trace, {}, {});
    window.state().setCompared({window.workspace().items()[0].id, true, {}, "token:exit-loop"});
    QVERIFY2(defect(window.windowTitle()).isEmpty(), qPrintable(window.windowTitle()));
    for (const ViewInfo& info : viewList()) {
      window.docks().showView(info.id);
      QTRY_VERIFY2(window.docks().view(info.id)->isVisible(), info.id);
      for (int token = 0; token < trace->tokens(); ++token) {
        window.state().select(token);
        if (token % 3 == 0) window.state().hover(token, token % trace->loops());
        if (token % 8 == 0) QCoreApplication::processEvents();
        if (token % 4 && token + 1 < trace->tokens()) continue;  // all labels are of some token
        const QStringList wrong = defects(window);
        QVERIFY2(wrong.isEmpty(), qPrintable(QString(info.id) + ": " + wrong.value(0)));
      }
      window.state().hover(-1);
    }
    // What holds a token says it literally.
    const auto at = static_cast<int>(std::ranges::find(hostile(), std::string("%1%2%3%4%5")) -
                                     hostile().begin());
    window.state().select(at);
    for (const auto& [view, label] :
         {std::pair("heatmap", "heatmapReadout"), std::pair("lens", "lensTitle"),
          std::pair("gate-audit", "gateTokenTitle")}) {
      window.docks().showView(view);
      QTRY_VERIFY2(window.findChild<QLabel*>(label)->text().contains("%1%2%3%4%5"), label);
    }
  }

  void toolTipsOfTheTextAreText() {
    test::WindowStage stage;
    MainWindow& window = stage.window;
    const TracePtr trace = hostileTrace();
    window.resize(1280, 900);
    window.workspace().add(trace, {}, {});
    window.docks().showView("text");
    auto* canvas = window.findChild<StripCanvas*>();
    int seen = 0;
    for (int token = 0; token < trace->tokens(); ++token) {
      QScrollBar* bar = canvas->verticalScrollBar();
      bar->setValue(bar->value() + static_cast<int>(canvas->tokenRect(token).center().y()) -
                    canvas->viewport()->height() / 2);
      const QRectF rect = canvas->tokenRect(token);
      QVERIFY(QRectF(canvas->viewport()->rect()).contains(rect.center()));
      const QPoint at = rect.center().toPoint();
      QHelpEvent help(QEvent::ToolTip, at, canvas->viewport()->mapToGlobal(at));
      QApplication::sendEvent(canvas->viewport(), &help);
      if (QToolTip::text().isEmpty()) continue;
      QVERIFY2(tipDefect(QToolTip::text()).isEmpty(), qPrintable(QToolTip::text()));
      ++seen;
    }
    QVERIFY2(seen > trace->tokens() / 2, qPrintable(QString::number(seen)));
    QToolTip::hideText();
  }

  void examplesOfAModelAreText() {
    const QString folder = home_.filePath("model");
    QVERIFY(QDir().mkpath(folder));
    const QDir demo(qEnvironmentVariable("OUROSCOPE_DEMO_DIR"));
    for (const QString& name : demo.entryList(QDir::Files))
      if (name != "prompts.json") QVERIFY(QFile::copy(demo.filePath(name), folder + "/" + name));
    QFile file(folder + "/prompts.json");
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"([{"text":"x","title":"Q&A <b>bold</b>\u001b","look":"<h1>look</h1>\u0007"}])");
    file.close();
    test::WindowStage stage;
    MainWindow& window = stage.window;
    stage.loadModel(folder);
    const QAction* action = window.findChild<QMenu*>("examples")->actions().at(0);
    QVERIFY(action->text().startsWith("Q&&A <b>bold"));
    QCOMPARE(tipDefect(action->toolTip()), QString());
    QCOMPARE(keyDefect(action->text()), QString());
    QCOMPARE(defect(action->statusTip()), QString());
  }
};

QTEST_MAIN(TestPlainText)
#include "tst_plain_text.moc"
