// SPDX-License-Identifier: GPL-3.0-or-later
// No question of the rail cuts, elides or overprints a word, in any language, theme or size: the
// bounds of everything that is painted are compared. As a test it takes a part of all that;
// tools/layout.sh takes everything (OUROSCOPE_LAYOUT=all).
#include <QLabel>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/LayoutProblems.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/WindowStage.h"
#include "ui/base/Language.h"
#include "ui/window/QuestionRail.h"

using namespace ouroscope;

namespace {

constexpr QSize kSizes[] = {{880, 600}, {1280, 800}, {1920, 1080}};

}  // namespace

class TestLayout : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;
  const bool all_ = qEnvironmentVariable("OUROSCOPE_LAYOUT") == "all";

  struct Stage : test::WindowStage {
    Stage() : WindowStage(kSizes[0]) {
      openDemo();
      demo = window.workspace().current();
      rich = window.workspace().add(test::syntheticTrace(
          {.tokens = 60, .loops = 8, .captureHidden = true, .captureLayers = true}));
      OtherSide other;
      other.item = demo;
      other.same = true;
      window.state().setCompared(other);
      window.state().select(20);
    }
    int demo, rich;
  };

  /// Nothing is painted otherwise a moment later.
  static void settle(QWidget& window) {
    QTest::qWait(20);
    for (int i = 0; i < 3; ++i) {
      QCoreApplication::sendPostedEvents();
      QCoreApplication::processEvents();
    }
    Q_UNUSED(window);
  }

  void look(Stage& w, QSize size, const QString& what, QStringList& found) const {
    const QString folder = qEnvironmentVariable("OUROSCOPE_LAYOUT_PICTURES");
    QStringList here = test::layoutProblems(w.window) + test::faintTexts(w.window);
    if (w->size() != size)
      here << QStringLiteral("the window is not smaller than %1x%2")
                  .arg(w->width())
                  .arg(w->height());
    if (size.width() >= 1280) here << test::nestedBars(w.window);
    for (const QString& line : here) found << what + ": " + line;
    if (!folder.isEmpty() && !here.isEmpty())
      w.window.grab().save(folder + '/' + QString(what).replace(' ', '-') + ".png");
  }

 private slots:
  void init() { test::freshSettings(home_.path()); }

  void nothingIsCutElidedOrOverprinted_data() {
    QTest::addColumn<QString>("language");
    for (const LanguageInfo& language : languages()) QTest::newRow(language.code) << language.code;
  }
  void nothingIsCutElidedOrOverprinted() {
    QFETCH(QString, language);
    installLanguage(language);
    QStringList found;
    {
      Stage w;
      for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        w->setTheme(theme);
        for (const ViewInfo& info : viewList()) {
          if (!info.isQuestion() && QLatin1String(info.id) != "figure") continue;
          for (const int trace : {w.rich, w.demo}) {
            // Both themes have the same words and type: a part shows that.
            if (!all_ && (theme == ThemeChoice::Dark) != (trace == w.demo)) continue;
            if (!all_ && theme == ThemeChoice::Dark && language != "en" && language != "de")
              continue;
            w->workspace().show(trace);
            w->docks().showView(info.id);
            QTest::qWait(120);  // what is worked out beside the window
            for (const QSize size : kSizes) {
              w->resize(size);
              settle(w.window);
              look(w, size,
                   QStringLiteral("%1 %2 %3x%4 %5 %6")
                       .arg(language, info.id)
                       .arg(size.width())
                       .arg(size.height())
                       .arg(theme == ThemeChoice::Dark ? "dark" : "light",
                            trace == w.rich ? "rich" : "demo"),
                   found);
            }
          }
        }
      }
    }
    if (!found.isEmpty()) QFAIL(qPrintable('\n' + found.join('\n')));
  }

  /// The check finds what it is for.
  void aCutAWordOverAnotherAndDotsAreFound() {
    QWidget window;
    window.resize(300, 200);
    auto* low = new QLabel("a long label in little room", &window);
    low->setGeometry(10, 10, 60, 20);
    auto* a = new QLabel("over", &window);
    auto* b = new QLabel("each other", &window);
    a->setGeometry(10, 60, 100, 20);
    b->setGeometry(14, 64, 100, 20);
    auto* tabs = new QTabBar(&window);
    tabs->addTab("a title that does not fit");
    tabs->setElideMode(Qt::ElideRight);
    tabs->setUsesScrollButtons(false);
    tabs->setGeometry(10, 120, 60, 30);
    window.show();
    const QString found = test::layoutProblems(window).join('\n');
    QVERIFY2(found.contains("cut: \"a long label"), qPrintable(found));
    QVERIFY2(found.contains("over each other: \"over\""), qPrintable(found));
    QVERIFY2(found.contains("elided: "), qPrintable(found));
    for (QWidget* each :
         {static_cast<QWidget*>(low), static_cast<QWidget*>(b), static_cast<QWidget*>(tabs)})
      each->hide();
    QCOMPARE(test::layoutProblems(window), QStringList());
  }
};

QTEST_MAIN(TestLayout)
#include "tst_layout.moc"
