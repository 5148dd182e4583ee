// SPDX-License-Identifier: GPL-3.0-or-later
// Every view of the list: hidden it does nothing at all, shown again it catches up.
#include <QComboBox>
#include <QLabel>
#include <QSettings>
#include <QStandardPaths>
#include <QtTest>
#include <memory>

#include "tests/support/SyntheticTrace.h"
#include "ui/window/ViewList.h"

using namespace ouroscope;

namespace {

/// Says who listens to it: a view listens through its base alone.
struct ListenedState : ViewState {
  std::vector<int> listeners() const {
    return {receivers(SIGNAL(traceChanged())),     receivers(SIGNAL(readoutChanged())),
            receivers(SIGNAL(selectionChanged())), receivers(SIGNAL(hoverChanged())),
            receivers(SIGNAL(measureChanged())),   receivers(SIGNAL(tokenMeasureChanged())),
            receivers(SIGNAL(lensChanged())),      receivers(SIGNAL(comparedChanged()))};
  }
};

/// Counts what the widgets of a view are asked to lay out or paint.
class WorkCounter : public QObject {
 public:
  explicit WorkCounter(QWidget& view) {
    view.installEventFilter(this);
    for (QWidget* each : view.findChildren<QWidget*>()) each->installEventFilter(this);
  }
  int count = 0;

 protected:
  bool eventFilter(QObject*, QEvent* event) override {
    const QEvent::Type type = event->type();
    count += type == QEvent::LayoutRequest || type == QEvent::UpdateRequest ||
             type == QEvent::Paint || type == QEvent::Timer || type == QEvent::Resize;
    return false;
  }
};

QMap<QString, QString> sentences(const QWidget& view) {
  QMap<QString, QString> said;
  for (const QLabel* label : view.findChildren<QLabel*>())
    if (label->isVisible() && !label->objectName().isEmpty())
      said[label->objectName()] = label->text();
  return said;
}

TracePtr trace(int tokens, std::uint64_t seed) {
  test::SyntheticOptions options;
  options.tokens = tokens;
  options.seed = seed;
  options.captureHidden = true;
  return test::syntheticTrace(options);
}

void show(QWidget& view) {
  view.resize(900, 640);
  view.show();
  (void)QTest::qWaitForWindowExposed(&view);
  QTest::qWait(150);  // jobs and their pictures
}

}  // namespace

class TestHiddenViews : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
  }

  void aHiddenViewWorksForNobody_data() {
    QTest::addColumn<QString>("id");
    for (const ViewInfo& info : viewList()) QTest::newRow(info.id) << QString(info.id);
  }
  void aHiddenViewWorksForNobody() {
    QFETCH(QString, id);
    ListenedState state;
    Workspace workspace(state);
    Intents intents;
    const int first = workspace.add(trace(24, 1));
    const std::vector<int> alone = state.listeners();
    const ViewContext context{state, workspace, intents};
    const std::unique_ptr<TraceView> view(viewInfo(id)->make(context));
    const std::vector<int> listened = state.listeners();
    for (std::size_t i = 0; i < alone.size(); ++i)
      QVERIFY2(listened[i] - alone[i] <= 1, qPrintable(QString::number(i)));
    QCOMPARE(view->refreshes(), 0);  // nor before it was ever seen
    show(*view);
    QVERIFY(view->refreshes() > 0);
    view->hide();
    QCoreApplication::processEvents();

    const int before = view->refreshes();
    WorkCounter work(*view);
    for (int token = 0; token < 24; ++token) state.hover(token, token % 4);
    state.hover(-1);
    for (int budget = 1; budget <= 4; ++budget) state.setRule({0, budget, 0.5});
    for (const int gate : {1, 2, 0}) state.setRule({gate, 4, 0.7});
    state.select(3);
    state.selectRange(5, 9);
    state.setMeasure(measure("kl"));
    state.setTokenMeasure(measure("expected-depth"));
    state.setLensQuantity("rank");
    state.setTrackedWords({"fox"});
    const int second = workspace.add(trace(30, 2));
    OtherSide other;
    other.item = first;
    other.same = true;
    state.setCompared(other);
    state.setRule({0, 3, 0.6});
    state.select(11, 2);
    state.hover(12, 1);
    QVERIFY(workspace.current() == second);
    view->setTheme(FigureTheme::dark());
    view->setTheme(FigureTheme::light());
    QTest::qWait(60);
    QCOMPARE(view->refreshes(), before);
    QCOMPARE(work.count, 0);

    // Shown again it is as one that was just made.
    show(*view);
    QVERIFY(view->refreshes() > before);
    const std::unique_ptr<TraceView> fresh(viewInfo(id)->make(context));
    show(*fresh);
    const auto wanted = fresh->shown(), figure = view->shown();
    QCOMPARE(figure.has_value(), wanted.has_value());
    if (figure) QCOMPARE(figure->input.trace, state.trace());
    if (id == "figure") return;  // its page is its own
    if (figure) QCOMPARE(figure->recipe.toJson(), wanted->recipe.toJson());
    QTRY_COMPARE_WITH_TIMEOUT(sentences(*view), sentences(*fresh), 10000);
  }
};

QTEST_MAIN(TestHiddenViews)
#include "tst_hidden_views.moc"
