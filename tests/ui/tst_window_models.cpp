// SPDX-License-Identifier: GPL-3.0-or-later
// What the window is made of, without a window: fuzzy search, time left, view state as JSON,
// contrast of the themes.
#include <QJsonArray>
#include <QJsonDocument>
#include <QPalette>
#include <QTest>
#include <cmath>

#include "tests/support/Contrast.h"
#include "tests/support/SyntheticTrace.h"
#include "ui/base/FuzzyMatch.h"
#include "ui/base/Language.h"
#include "ui/base/Theme.h"
#include "ui/base/TimeLeft.h"
#include "ui/figures/plots/OperatingCurveFigure.h"
#include "ui/session/ViewHistory.h"
#include "ui/session/Workspace.h"

using namespace ouroscope;
using test::contrast;

class TestWindowModels : public QObject {
  Q_OBJECT
 private slots:
  void fuzzyNeedsTheLettersInOrder() {
    QVERIFY(fuzzyMatch("dh", "Depth heatmap"));
    QVERIFY(fuzzyMatch("DEPTH map", "Depth heatmap"));
    QVERIFY(!fuzzyMatch("hd", "Depth heatmap").score || !fuzzyMatch("mapd", "Depth heatmap"));
    QVERIFY(!fuzzyMatch("depthx", "Depth heatmap"));
    QVERIFY(fuzzyMatch("", "anything"));
    QVERIFY(!fuzzyMatch("a", ""));
    QVERIFY(fuzzyMatch(QString(500, 'a'), QString(10000, 'a')));
  }

  void fuzzyPrefersBeginningsOfWordsAndRuns() {
    const auto better = [](const char* query, const char* a, const char* b) {
      return fuzzyMatch(query, a).score > fuzzyMatch(query, b).score;
    };
    QVERIFY(better("dh", "Depth heatmap", "Added things ahead"));
    QVERIFY(better("find", "Find in text", "Figure index"));
    QVERIFY(better("open", "Open trace...", "Reopen closed trace"));
    const std::vector<qsizetype> places{0, 6};
    QCOMPARE(fuzzyMatch("dh", "Depth heatmap").places, places);
  }

  void timeLeftIsThePaceSoFar() {
    QCOMPARE(secondsLeft(500, 10, 100), -1.0);  // the first second is a guess
    QCOMPARE(secondsLeft(5000, 0, 100), -1.0);
    QCOMPARE(secondsLeft(5000, 25, 100), 15.0);
    QCOMPARE(secondsLeft(5000, 100, 100), 0.0);
    QLocale::setDefault(QLocale("en"));
    QCOMPARE(progressText(12, 60, -1), "12 of 60");
    QCOMPARE(progressText(12, 60, 4.2), "12 of 60, about 5 s left");
    QCOMPARE(progressText(12, 60, 200), "12 of 60, about 4 min left");
    QCOMPARE(progressText(0, 0, -1), QString());
    // A run counts tokens, also millions of them.
    QCOMPARE(progressText(12, 60, -1, true), "12 of 60 tokens");
    QCOMPARE(progressText(12, 2'000'000, -1, true), "12 of 2,000,000 tokens");
    // What is nearly none or nearly all is neither.
    QCOMPARE(shortProbability(1.0), "1");
    QCOMPARE(shortProbability(0.9999), ">.99");
    QCOMPARE(shortProbability(0.43), ".43");
    QCOMPARE(shortProbability(0.0001), "<.01");
    QCOMPARE(qualityText(Quality::Agreement, 1.0 / 9984), "<0.1 %");
    QCOMPARE(qualityText(Quality::Agreement, 1 - 1.0 / 9984), ">99.9 %");
    QCOMPARE(qualityText(Quality::Agreement, 0), "0.0 %");
    QCOMPARE(qualityText(Quality::Agreement, 1), "100.0 %");
  }

  void viewStateComesBackFromJson() {
    ViewState a, b;
    a.setTrace(test::syntheticTrace());
    b.setTrace(test::syntheticTrace());
    a.setRule({1, 2, 0.25});
    a.setMeasure(measure("step-cosine"));
    a.setTokenMeasure(measure("last-flip"));
    a.setLensQuantity("rank");
    a.setTrackedWords({"fox", "x,y"});
    a.setCompared({7, true, {1, 3, 0.5}, "loop:kl"});
    a.select(4, 2);
    const QByteArray text = QJsonDocument(a.toJson()).toJson();
    b.fromJson(QJsonDocument::fromJson(text).object());
    QCOMPARE(b.toJson(), a.toJson());
    QCOMPARE(b.selectedLoop(), 2);
    QVERIFY(b.compared() == (OtherSide{7, true, {1, 3, 0.5}, "loop:kl"}));
    a.selectRange(3, 9);
    a.toggleSelection(20);
    b.fromJson(QJsonDocument::fromJson(QJsonDocument(a.toJson()).toJson()).object());
    QCOMPARE(b.selectedTokens(), a.selectedTokens());
    QCOMPARE(b.selectedToken(), 20);
    b.fromJson({{"token", 4}, {"tokens", QJsonArray{QJsonArray{-9, 4}, 7, QJsonArray{22, 9999}}}});
    QCOMPARE(b.selectedTokens(), (std::vector<int>{0, 1, 2, 3, 4, 22, 23}));
  }

  void viewStateTakesNothingThatDoesNotFit() {
    ViewState state;
    state.setTrace(test::syntheticTrace());
    const QJsonObject before = state.toJson();
    state.fromJson({{"measure", 7},
                    {"tokenMeasure", "no such"},
                    {"lensQuantity", ""},
                    {"q", 17},
                    {"compare", QJsonObject{{"item", "x"},
                                            {"q", 7},
                                            {"gate", -1},
                                            {"budget", -3},
                                            {"same", "yes"},
                                            {"measure", "loop:no such"}}},
                    {"trackedWords", "x"}});
    QCOMPARE(state.toJson(), before);
    state.fromJson({{"budget", 99}, {"gate", -4}, {"token", 1000}, {"loop", 50}});
    QCOMPARE(state.rule().budget, 4);
    QCOMPARE(state.rule().gate, 0);
    QCOMPARE(state.selectedToken(), 23);
    QCOMPARE(state.selectedLoop(), -1);
  }

  void idsComeBackWhereTheyAreFree() {
    ViewState state;
    Workspace workspace(state);
    const int a = workspace.add(test::syntheticTrace(), "a");
    QCOMPARE(workspace.add(test::syntheticTrace(), "b", {}, {}, 5), 5);
    QCOMPARE(workspace.add(test::syntheticTrace(), "c", {}, {}, 5), 6);  // taken
    QCOMPARE(workspace.add(test::syntheticTrace(), "d", {}, {}, -4), 7);
    QCOMPARE(workspace.add(test::syntheticTrace(), "e", {}, {}, 2'000'000'000), 8);
    workspace.close(a);
    workspace.reopen();
    QCOMPARE(workspace.current(), a);
    QCOMPARE(workspace.add(test::syntheticTrace(), "f"), 9);
  }

  void historyIsKeptPerTrace() {
    ViewState state;
    Workspace workspace(state);
    ViewHistory history(state, workspace);
    const int a = workspace.add(test::syntheticTrace());
    state.setMeasure(measure("kl"));
    workspace.add(test::syntheticTrace({.seed = 2}));
    history.undo();  // nothing was done to this one
    QCOMPARE(state.measure().id, measure("kl").id);
    state.setMeasure(measure("rank"));
    workspace.show(a);
    QCOMPARE(state.measure().id, measure("kl").id);
    history.undo();
    QCOMPARE(state.measure().id, measure("exit-probability").id);
    history.redo();
    QCOMPARE(state.measure().id, measure("kl").id);
  }

  void textStandsOutInBothThemes() {
    using P = QPalette;
    const std::pair<P::ColorRole, P::ColorRole> pairs[] = {{P::WindowText, P::Window},
                                                           {P::Text, P::Base},
                                                           {P::Text, P::AlternateBase},
                                                           {P::PlaceholderText, P::Base},
                                                           {P::PlaceholderText, P::Window},
                                                           {P::ButtonText, P::Button},
                                                           {P::ToolTipText, P::ToolTipBase},
                                                           {P::HighlightedText, P::Highlight},
                                                           {P::Link, P::Base},
                                                           {P::Link, P::Window}};
    for (const bool dark : {false, true}) {
      const QPalette palette = themePalette(dark);
      for (const auto& [text, ground] : pairs) {
        const double value = contrast(palette.color(text), palette.color(ground));
        QVERIFY2(value >= 4.5, qPrintable(QStringLiteral("%1 theme, role %2 on %3: %4")
                                              .arg(dark ? "dark" : "light")
                                              .arg(text)
                                              .arg(ground)
                                              .arg(value)));
      }
    }
    // The message bar and the badges are white on it.
    QVERIFY(contrast(Qt::white, QColor(kWarningGround)) >= 4.5);
  }
};

QTEST_GUILESS_MAIN(TestWindowModels)
#include "tst_window_models.moc"
