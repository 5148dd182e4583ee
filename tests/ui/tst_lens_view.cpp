// SPDX-License-Identifier: GPL-3.0-or-later
// Loop lens and summary, driven by mouse and keys; what they show is compared with core/analysis.
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTreeView>
#include <QtTest>
#include <cmath>

#include "core/run/LoadedModel.h"
#include "tests/support/TextTrace.h"
#include "ui/base/TokenText.h"
#include "ui/figures/plots/LensCurvesFigure.h"
#include "ui/state/LensTableModel.h"
#include "ui/views/LensView.h"
#include "ui/views/SummaryView.h"

using namespace ouroscope;

namespace {

/// " zebra" is one token, other words are spelt by letters; fits traces whose tokens it is asked
/// for.
class FakeTokenizer : public Tokenizer {
 public:
  explicit FakeTokenizer(TracePtr trace) : trace_(std::move(trace)) {}
  std::string kind() const override { return "letters"; }
  int size() const override { return 1 << 20; }
  std::vector<std::int32_t> encode(std::string_view text) const override {
    if (text == " zebra") return {299};
    std::vector<std::int32_t> ids;
    for (const char c : text) ids.push_back(1000 + static_cast<unsigned char>(c));
    return ids;
  }
  std::string bytes(std::int32_t id) const override {
    if (id >= 1000) return std::string(1, static_cast<char>(id - 1000));
    const RecordColumns& c = trace_->whole();
    for (std::size_t t = 0; t < c.tokenId.size(); ++t)
      if (c.tokenId[t] == id) return c.tokenBytes[t];
    return {};
  }
  std::string decode(std::span<const std::int32_t>, bool) const override { return {}; }
  bool isSpecial(std::int32_t) const override { return false; }
  std::optional<std::int32_t> idOf(std::string_view) const override { return {}; }

 private:
  TracePtr trace_;
};

struct Shown {
  ViewState state;
  Workspace workspace{state};
  Intents intents;
  ViewContext context{state, workspace, intents};
  LensView view{context};
  explicit Shown(TracePtr trace) {
    view.setTheme(FigureTheme::light());
    view.resize(620, 640);
    view.show();
    (void)QTest::qWaitForWindowExposed(&view);
    state.setTrace(std::move(trace));
  }
  QTreeView& table() { return *view.findChild<QTreeView*>("lensTable"); }
  LensTableModel& model() { return *view.model(); }
  QLineEdit& words() { return *view.findChild<QLineEdit*>("lensWords"); }
  QString notes() { return view.findChild<QLabel*>("lensWordNotes")->text(); }
  QPushButton& rerun() { return *view.findChild<QPushButton*>("lensRerun"); }
  void type(const QString& text) {
    words().setFocus();
    words().clear();
    QTest::keyClicks(&words(), text);
    QTest::keyClick(&words(), Qt::Key_Return);
  }
  void loadTokenizer() {
    auto model = std::make_shared<LoadedModel>();
    model->tokenizer = std::make_unique<FakeTokenizer>(state.trace());
    // Only the tokenizer is asked; setting a model without a backend would be shown by the window.
    workspace.setModel(model);
  }
};

TracePtr trace(int loops = 4, bool layers = false, int tokens = 12) {
  test::SyntheticOptions options;
  options.tokens = tokens;
  options.loops = loops;
  options.layers = 3;
  options.captureLayers = layers;
  return test::syntheticTrace(options);
}

}  // namespace

class TestLensView : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void theTableIsTheLens() {
    Shown s(trace());
    QAbstractItemModelTester tester(&s.model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    s.state.select(5);
    const LensTable wanted = lensTable(*s.state.trace(), 5);
    QCOMPARE(s.model().rowCount(), wanted.loops);
    QCOMPARE(s.model().columnCount(), wanted.topK + 1);
    for (int r = 0; r < wanted.loops; ++r)
      for (int k = 0; k < wanted.topK; ++k) {
        const LensCell& cell = wanted.at(r, k);
        const QModelIndex at = s.model().loopIndex(r, k + 1);
        QCOMPARE(at.row(), wanted.loops - 1 - r);  // upwards, as in the strip
        QCOMPARE(at.data().toString(), tokenLabel(cell.bytes));
        QCOMPARE(at.data(LensTableModel::ProbabilityRole).toDouble(), std::exp(cell.logprob));
        QCOMPARE(at.data(LensTableModel::FlipRole).toBool(), cell.flip);
        if (cell.rankBefore >= 0)
          QCOMPARE(at.data(LensTableModel::RankChangeRole).toInt(), cell.rankBefore - k);
        else
          QCOMPARE(at.data(LensTableModel::NewRole).toBool(), r > 0);
        QVERIFY(at.data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QLocale().toString(std::exp(cell.logprob), 'g', 4)));
      }
    s.state.setRule({0, 2, 1.0});
    for (int r = 0; r < wanted.loops; ++r)
      QCOMPARE(s.model().loopIndex(r, 0).data(LensTableModel::ExitRole).toBool(), r == 1);
    QVERIFY(!s.view.grab().isNull());
  }
  /// A screen reader may ask a table that is hidden while another, shorter trace is shown.
  void aHiddenTableAnswersOfItsOwnTrace() {
    Shown s(trace(4, false, 12));
    s.state.select(11, -1);
    QCOMPARE(s.model().token(), 11);
    s.view.hide();
    s.state.setTrace(trace(4, false, 3));
    for (int r = 0; r < s.model().rowCount(); ++r) {
      QVERIFY(!s.model().index(r, 0).data(LensTableModel::ExitRole).toBool());
      QVERIFY(!s.model().index(r, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
    }
    s.view.show();
    QCOMPARE(s.model().token() < 3, true);
  }
  void clicksAndKeysChooseALoop() {
    Shown s(trace());
    s.state.select(3);
    const QRect cell = s.table().visualRect(s.model().loopIndex(2, 1));
    QTest::mouseClick(s.table().viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(s.state.selectedToken(), 3);
    QCOMPARE(s.state.selectedLoop(), 2);
    s.table().setFocus();
    QTest::keyClick(&s.table(), Qt::Key_Up);
    QTest::keyClick(&s.table(), Qt::Key_Return);
    QCOMPARE(s.state.selectedLoop(), 3);
  }
  void hoverPreviewsAnotherToken() {
    Shown s(trace());
    s.state.select(3);
    s.state.hover(7);
    QCOMPARE(s.model().token(), 7);
    QVERIFY(s.view.findChild<QLabel*>("lensTitle")->text().contains("under the pointer"));
    s.state.hover(-1);
    QCOMPARE(s.model().token(), 3);
    s.state.select(-1);
    QCOMPARE(s.model().token(), -1);
    QCOMPARE(s.model().rowCount(), 0);
  }
  void aLoopOpensIntoItsLayers() {
    Shown s(trace(4, true));
    s.state.select(2);
    const QModelIndex loop = s.model().loopIndex(1, 0);
    QCOMPARE(s.model().rowCount(loop), 3);
    s.table().setFocus();
    s.table().setCurrentIndex(loop);
    QTest::keyClick(&s.table(), Qt::Key_Right);
    QVERIFY(s.table().isExpanded(loop));
    const LayerLens wanted = layerLens(*s.state.trace(), 2, 1);
    for (int l = 0; l < 3; ++l) {
      const QModelIndex word = s.model().index(2 - l, 1, loop);  // upwards too
      QVERIFY(word.data(LensTableModel::WithinRole).toBool());
      QCOMPARE(word.data().toString(), tokenLabel(wanted.table.at(l, 0).bytes));
      QCOMPARE(s.model().index(2 - l, 0, loop).data().toString(), QString("layer %1").arg(l + 1));
    }
    QVERIFY(s.view.findChild<QLabel*>("lensLayerNote")->text().contains("not the model's word"));
    s.state.select(4);  // stays open for the next token
    QVERIFY(s.table().isExpanded(s.model().loopIndex(1, 0)));
    QVERIFY(!s.table().isExpanded(s.model().loopIndex(0, 0)));
    QVERIFY(!s.view.grab().isNull());
  }
  void missingLayersAreOfferedByARerun() {
    Shown s(trace());
    s.state.select(2);
    QCOMPARE(s.model().rowCount(s.model().index(0, 0)), 0);
    auto* button = s.view.findChild<QPushButton*>("lensRerunLayers");
    QVERIFY(!button->isVisible());  // no model: nothing could run
    s.loadTokenizer();
    QVERIFY(button->isVisible());
    QList<RunWish> wishes;
    connect(&s.intents, &Intents::rerunAsked, this, [&](const RunWish& w) { wishes << w; });
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(wishes.size(), 1);
    QVERIFY(wishes[0].capture.layers);
    QVERIFY(!wishes[0].track.isEmpty());  // what was tracked stays tracked
  }
  void aTypedWordIsTrackedFromThenOn() {
    test::SyntheticOptions options;
    options.tracked = 2;  // the second of them is " home"
    Shown s(test::syntheticTrace(options));
    s.state.select(2);
    const std::int32_t id = s.state.trace()->info().tracked[1];
    const std::string tracked = s.state.trace()->word(id);
    const QString word = QString::fromStdString(tracked).trimmed();
    s.type(word);
    QCOMPARE(s.state.trackedWords(), QStringList{word});
    QVERIFY(s.notes().isEmpty());  // recorded at every loop
    QVERIFY(!s.rerun().isVisible());
    bool drawn = false;
    for (int i = 0; i < s.view.figure()->graphCount(); ++i)
      if (s.view.figure()->graph(i)->name().trimmed() == word) {
        const LensCurve curve = lensCurve(*s.state.trace(), 2, id, LensQuantity::LogProb);
        for (int r = 0; r < 4; ++r)
          QCOMPARE(s.view.figure()->graph(i)->data()->at(r)->value,
                   curve.values[static_cast<std::size_t>(r)]);
        drawn = true;
        break;
      }
    QVERIFY(drawn);
    s.state.select(8);  // from then on
    QCOMPARE(s.state.trackedWords(), QStringList{word});
    auto* quantity = s.view.findChild<QComboBox*>("lensQuantity");
    quantity->setCurrentIndex(quantity->findData("rank"));
    QCOMPARE(s.state.lensQuantity(), QString("rank"));
  }
  void otherWordsSayWhatIsKnownOfThem() {
    Shown s(trace());
    s.state.select(2);
    s.type("zebra");
    QVERIFY(s.notes().contains("open the model"));
    QVERIFY(!s.rerun().isVisible());
    s.loadTokenizer();
    QVERIFY(s.notes().contains("zebra"));
    QVERIFY(s.rerun().isVisible());
    QList<RunWish> wishes;
    connect(&s.intents, &Intents::rerunAsked, this, [&](const RunWish& w) { wishes << w; });
    QTest::mouseClick(&s.rerun(), Qt::LeftButton);
    QCOMPARE(wishes.size(), 1);
    QVERIFY(wishes[0].track.contains("zebra"));
    QVERIFY(!wishes[0].capture.layers);
    s.type("ox");
    QVERIFY(s.notes().contains("2 token"));
    QVERIFY(!s.rerun().isVisible());  // it has no single curve: a re-run would not help
  }
  void sixteenLoopsAndSkippedOnes() {
    test::SyntheticOptions options;
    options.tokens = 8;
    options.loops = 16;
    options.promptTokens = 2;
    options.skipLoops = true;
    Shown s(test::syntheticTrace(options));
    s.state.select(6);
    QCOMPARE(s.model().rowCount(), 16);
    const int run = s.state.trace()->columns().loopsRun[6];
    for (int r = 0; r < 16; ++r)
      QCOMPARE(s.model().loopIndex(r, 1).data(LensTableModel::RunRole).toBool(), r < run);
    QVERIFY(!s.view.grab().isNull());
  }

  void theSummaryNamesWhatStrikes() {
    ViewState state;
    Workspace workspace(state);
    Intents intents;
    SummaryView view(ViewContext{state, workspace, intents});
    view.resize(420, 700);
    view.show();
    (void)QTest::qWaitForWindowExposed(&view);
    QVERIFY(!view.grab().isNull());  // nothing recorded yet
    state.setTrace(trace(4, true, 40));
    const auto wanted = strikingTokens(*state.trace(), readout(*state.trace(), {0, 4, 1.0}));
    QCOMPARE(view.striking().size(), wanted.size());
    QSignalSpy asked(&intents, &Intents::viewAsked);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      auto* button = view.findChild<QPushButton*>(QString("strike%1").arg(i));
      QVERIFY(button);
      QVERIFY(button->text().contains(QString::number(wanted[i].token + 1)));
      QTest::mouseClick(button, Qt::LeftButton);
      QCOMPARE(state.selectedToken(), wanted[i].token);
    }
    QCOMPARE(asked.size(), static_cast<int>(wanted.size()));
    const auto fact = [&](const char* name) {
      auto* label = view.findChild<QLabel*>(QString("fact-%1").arg(name));
      return label ? label->text() : QString();
    };
    QVERIFY(fact("dtype").contains("bf16"));
    QVERIFY(fact("exit").contains("0.7"));
    QVERIFY(fact("kv").contains("full"));
    QVERIFY(fact("gates").contains("lookahead"));
    QVERIFY(fact("captured").contains("layers within loops"));
    QVERIFY(fact("absent").contains("logits"));
    QVERIFY(fact("tool").contains("test"));
    auto* depth = view.findChild<QLabel*>("summaryDepth");
    state.setRule({0, 2, 1.0});
    QVERIFY(depth->text().contains(QLocale().toString(2.0, 'f', 2)));
    QVERIFY(
        view.findChild<QWidget*>("depthHistogram")->accessibleDescription().contains("loop 2: 40"));
  }
};

QTEST_MAIN(TestLensView)
#include "tst_lens_view.moc"
