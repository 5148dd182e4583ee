// SPDX-License-Identifier: GPL-3.0-or-later
// Every export button of every view is clicked, and the file that comes out is read: it is the
// figure that was on the screen, of the traces that were.
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QtTest>

#include "core/trace/TraceFingerprint.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/SaveAnswer.h"
#include "tests/support/SyntheticCorpus.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/WindowStage.h"
#include "ui/figures/plots/HeatmapFigure.h"
#include "ui/views/CompareView.h"
#include "ui/views/HeatmapView.h"
#include "ui/window/Actions.h"
#include "ui/window/MessageBar.h"

using namespace ouroscope;

namespace {

struct ExportCase {
  const char* view;
  const char* button;
  const char* kind;
};
constexpr ExportCase kCases[] = {
    {"text", "stripExport", "strip"},
    {"heatmap", "heatmapExport", "heatmap"},
    {"lens", "lensExport", "lens"},
    {"operating", "operatingExport", "operating-curve"},
    {"gate-audit", "gateExport", "gate"},
    {"gate-audit", "exitRulesExport", "exit-rules"},
    {"dynamics", "dynamicsExport", "answer-map"},
    {"geometry", "geometryExport", "geometry"},
    {"geometry", "orbitExport", "orbits"},
    {"compare", "compareExport", "compare"},
    {"sweep", "sweepExport", "causal-map"},
};

TracePtr trace(std::uint64_t seed) {
  test::SyntheticOptions options;
  options.tokens = 34;
  options.seed = seed;
  options.captureHidden = options.sweep = true;
  return test::syntheticTrace(options);
}

QString mark(const TracePtr& trace) {
  return QString::fromStdString(traceFingerprint(*trace).substr(0, 12));
}

}  // namespace

class TestViewExports : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;
  int files_ = 0;

  struct Shown : test::WindowStage {
    TracePtr a = trace(1), b = trace(2);
    int idB = -1;
    Shown() : WindowStage(QSize(1500, 1000)) {
      idB = window.workspace().add(b);
      window.workspace().add(a);
      window.state().setRule({0, 3, 0.6});
      window.state().select(7);
    }
    TraceView* view(const char* id) {
      window.docks().showView(id);
      if (!QTest::qWaitFor([&] { return window.docks().view(id)->isVisible(); })) return nullptr;
      return window.docks().view(id);
    }
  };

  /// Answers both dialogs as a person would, and reads the JSON that was written.
  QJsonObject exported(const std::function<void()>& ask) {
    const QString path = home_.filePath(QString("figure%1.json").arg(++files_));
    QTimer answer;
    test::SaveAnswer person(path);
    int tries = 0;
    connect(&answer, &QTimer::timeout, this, [&] {
      QWidget* modal = QApplication::activeModalWidget();
      if (auto* file = qobject_cast<QFileDialog*>(modal)) {
        person.step(*file);
      } else if (modal) {
        auto* format = modal->findChild<QComboBox*>("exportFormat");
        if (!format || ++tries > 5) return modal->close(), void();
        format->setCurrentText("json");
        QTest::mouseClick(modal->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save),
                          Qt::LeftButton);
      }
    });
    answer.start(10);
    ask();
    (void)QTest::qWaitFor([&] { return QFileInfo::exists(path); }, 10000);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QJsonDocument::fromJson(file.readAll()).object();
  }
  QJsonObject clicked(QWidget* view, const char* name) {
    auto* button = view->findChild<QToolButton*>(name);
    if (!button || !QTest::qWaitFor([&] { return button->isVisible(); }, 10000)) return {};
    return exported([&] { QTest::mouseClick(button, Qt::LeftButton); });
  }

 private slots:
  void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
  void init() { test::freshSettings(home_.path()); }

  void noExportButtonIsLeftOut() {
    Shown w;
    QSet<QString> found, known;
    for (const ViewInfo& info : viewList())
      for (const QToolButton* button : w.view(info.id)->findChildren<QToolButton*>())
        if (button->objectName().endsWith("Export")) found << button->objectName();
    for (const ExportCase& each : kCases) known << each.button;
    known << "corpusExport";  // theCorpusIsExportedAsItIsSeen
    QCOMPARE(found, known);
  }

  void theButtonExportsWhatIsShown_data() {
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("kind");
    for (const ExportCase& each : kCases)
      QTest::newRow(each.button) << QString(each.view) << QString(each.button)
                                 << QString(each.kind);
  }
  void theButtonExportsWhatIsShown() {
    QFETCH(QString, view);
    QFETCH(QString, button);
    QFETCH(QString, kind);
    Shown w;
    TraceView* shown = w.view(qPrintable(view));
    if (kind == "compare") static_cast<CompareView*>(shown)->compareWith(w.idB);
    const QJsonObject file = clicked(shown, qPrintable(button));
    const QJsonObject recipe = file["recipe"].toObject();
    QCOMPARE(recipe["kind"].toString(), kind);
    QCOMPARE(recipe["q"].toDouble(), 0.6);
    QCOMPARE(recipe["budget"].toInt(), 3);
    QVERIFY(!file["rows"].toArray().isEmpty());
    const QString caption = file["caption"].toString();
    QVERIFY2(caption.contains("trace " + mark(w.a)), qPrintable(caption));
    QCOMPARE(caption.contains("against " + mark(w.b)), kind == "compare");
  }

  void theOtherPageAndTheOtherReadingHaveTheirOwnKinds() {
    Shown w;
    TraceView* dynamics = w.view("dynamics");
    dynamics->findChild<QTabWidget*>("dynamicsTabs")->setCurrentIndex(1);
    QCOMPARE(clicked(dynamics, "dynamicsExport")["recipe"].toObject()["kind"].toString(),
             "ablation");
    TraceView* compare = w.view("compare");
    QCOMPARE(clicked(compare, "compareExport")["recipe"].toObject()["kind"].toString(),
             "compare-rules");
  }

  /// A picture of the open corpus, of the part and kind that the view shows.
  void theCorpusIsExportedAsItIsSeen() {
    Shown w;
    QTemporaryDir folder;
    test::writeSyntheticCorpus(folder.path(), {.documents = 30});
    w.window.open(folder.path());
    QTRY_VERIFY(w.window.workspace().corpus());
    TraceView* view = w.view("corpus");
    auto* kind = view->findChild<QComboBox*>("corpusKind");
    kind->setCurrentIndex(kind->findData("loss"));
    view->findChild<QComboBox*>("corpusPart")->setCurrentIndex(2);
    QTRY_VERIFY(view->findChild<QToolButton*>("corpusExport")->isEnabled());
    const QJsonObject file = clicked(view, "corpusExport");
    const QJsonObject recipe = file["recipe"].toObject();
    QCOMPARE(recipe["kind"].toString(), "loss");
    QCOMPARE(recipe["corpus"].toObject(), (QJsonObject{{"part", "confirmation"}}));
    QCOMPARE(file["rows"].toArray().size(), 4);
    QVERIFY(file["caption"].toString().contains("of the confirmation part"));
  }

  /// What is zoomed into, held and turned is in the file, by the button and by Ctrl+E.
  void theHeatmapIsExportedAsItIsSeen() {
    Shown w;
    auto* view = static_cast<HeatmapView*>(w.view("heatmap"));
    view->findChild<QCheckBox*>("tokensDown")->setChecked(true);
    view->figure()->showTokens(5, 12);
    view->findChild<QCheckBox*>("holdLimits")->setChecked(true);
    const Limits limits = view->figure()->limits();
    const QJsonObject file = clicked(view, "heatmapExport");
    const QJsonObject recipe = file["recipe"].toObject();
    QCOMPARE(recipe["first_token"].toInt(), 5);
    QCOMPARE(recipe["last_token"].toInt(), 12);
    QCOMPARE(recipe["loops_vertical"].toBool(true), false);
    QCOMPARE(recipe["minimum"].toDouble(), limits.low);
    QCOMPARE(recipe["maximum"].toDouble(), limits.high);
    QCOMPARE(file["rows"].toArray().size(), 8 * w.a->loops());
    QCOMPARE(file["rows"].toArray().first().toArray().first().toInt(), 6);
    view->figure()->setFocus();
    QCOMPARE(exported([&] { w.window.perform("file.export"); })["recipe"].toObject(), recipe);
  }

  void theKeyAsksTheViewThatHadTheFocusLast() {
    Shown w;
    for (const auto& [id, kind] : {std::pair("heatmap", "heatmap"), std::pair("text", "strip"),
                                   std::pair("live", "ribbon")}) {
      QVERIFY(w.view(id));                             // brought to the front, as its key does
      if (QString(id) == "text") w.window.setFocus();  // it had the focus last
      QCOMPARE(exported([&] { w.window.perform("file.export"); })["recipe"]
                   .toObject()["kind"]
                   .toString(),
               kind);
    }
  }

  void aClickIntoAViewIsFocusEnough() {
    Shown w;
    auto* heatmap = static_cast<HeatmapView*>(w.view("heatmap"));
    QVERIFY(w.view("text"));
    QTest::mouseClick(heatmap->figure(), Qt::LeftButton, {},
                      heatmap->figure()->cellRect(3, 1).center().toPoint());
    QTRY_VERIFY(heatmap->isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(
        exported([&] { w.window.perform("file.export"); })["recipe"].toObject()["kind"].toString(),
        "heatmap");
  }

  void aComparisonWithoutItsOtherTraceIsRefused() {
    Shown w;
    FigureRequest request;
    request.recipe.kind = "compare";
    request.input.trace = w.a;
    const QString path = home_.filePath("never.svg");
    w.window.files().exportFigure(request, path);
    QTRY_VERIFY(w.window.findChild<MessageBar*>()->text().contains("compares two traces"));
    QTRY_VERIFY(!w.window.busy());
    QVERIFY(!QFileInfo::exists(path));
  }
};

QTEST_MAIN(TestViewExports)
#include "tst_view_exports.moc"
