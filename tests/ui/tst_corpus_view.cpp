// SPDX-License-Identifier: GPL-3.0-or-later
// A corpus in the window: opened, listed, sorted, filtered, pooled, and its documents opened, by
// real events and against the index and the report.
#include <QAbstractButton>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include "core/corpus/CorpusInput.h"
#include "core/corpus/DocumentLog.h"
#include "core/trace/Trace.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/SmallModels.h"
#include "tests/support/SyntheticCorpus.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/WindowStage.h"
#include "ui/figures/files/FigureExport.h"
#include "ui/figures/kinds/CorpusKinds.h"
#include "ui/figures/kinds/FigurePage.h"
#include "ui/figures/plots/EstimateFigure.h"
#include "ui/state/DocumentTableModel.h"
#include "ui/views/CorpusView.h"
#include "ui/views/FigureView.h"
#include "ui/window/MessageBar.h"

using namespace ouroscope;

namespace {

struct Stage : test::WindowStage {
  explicit Stage(const QString& folder) : WindowStage(QSize(1280, 800)) { window.open(folder); }
  CorpusView* view() { return qobject_cast<CorpusView*>(window.docks().view("corpus")); }
  template <class W>
  W* find(const char* name) {
    return view()->findChild<W*>(name);
  }
  bool shown() {
    return QTest::qWaitFor(
        [&] { return view() && view()->isVisible() && window.workspace().corpus(); }, 10000);
  }
  bool drawn() {
    return QTest::qWaitFor([&] { return view()->shown().has_value(); }, 20000);
  }
  QString cell(int row, int column) {
    return find<QTableView>("corpusDocuments")->model()->index(row, column).data().toString();
  }
};

}  // namespace

class TestCorpusView : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    test::freshSettings(home_.path());
    folder_ = std::make_unique<QTemporaryDir>();
  }

  void withoutACorpusItSaysHowToOpenOne() {
    test::WindowStage w(QSize(1280, 800));
    w.window.docks().showView("corpus");
    auto* view = w.window.docks().view("corpus");
    QTRY_VERIFY(view->isVisible());
    bool said = false;
    for (const QLabel* label : view->findChildren<QLabel*>())
      said = said || (label->isVisible() && label->text().contains("Open corpus"));
    QVERIFY(said);
    QVERIFY(!view->shown());
  }

  /// Opening the folder asks the question, and the list is the index's.
  void aFolderOpensAsAList() {
    test::writeSyntheticCorpus(corpus(), {.documents = 60});
    Stage w(corpus());
    QVERIFY(w.shown());
    QCOMPARE(w.window.docks().question(), "corpus");
    const DocumentIndexPtr index = DocumentIndex::open(corpus().toStdString());
    auto* table = w.find<QTableView>("corpusDocuments");
    QCOMPARE(table->model()->rowCount(), 60);
    for (int row = 0; row < 60; ++row) {
      QCOMPARE(w.cell(row, DocumentTableModel::Document), QString::number(row + 1));
      const QByteArray spark = table->model()
                                   ->index(row, DocumentTableModel::Depth)
                                   .data(DocumentTableModel::Spark)
                                   .toByteArray();
      const auto exits = index->exits(std::size_t(row));
      QCOMPARE(spark, QByteArray(reinterpret_cast<const char*>(exits.data()), 4));
      QCOMPARE(w.cell(row, DocumentTableModel::FirstMeasure + 1),
               QLocale().toString(index->value(std::size_t(row), 1), 'f', 3));
    }
    QVERIFY(w.find<QLabel>("corpusHead")->text().contains("made-up"));
    QVERIFY(w.find<QLabel>("corpusCount")->text().startsWith("60 "));
  }

  void titlesSortAndTheFieldFilters() {
    test::writeSyntheticCorpus(corpus(), {.documents = 60});
    Stage w(corpus());
    QVERIFY(w.shown());
    auto* table = w.find<QTableView>("corpusDocuments");
    const auto* model = static_cast<DocumentTableModel*>(table->model());
    const DocumentIndexPtr index = w.window.workspace().documents();
    const std::size_t gain = documentMeasureFromName("gain");
    const int column = DocumentTableModel::FirstMeasure + int(gain);
    const auto clickTitle = [&] {
      auto* header = table->horizontalHeader();
      table->scrollTo(model->index(0, column));
      const QPoint at(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                      header->height() / 2);
      QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    };
    table->selectRow(7);
    for (const bool up : {true, false}) {
      clickTitle();
      // The chosen document stays chosen, wherever it goes.
      QCOMPARE(model->numberAt(table->currentIndex().row()), 8);
      QCOMPARE(model->numberAt(table->selectionModel()->selectedRows().value(0).row()), 8);
      for (int row = 1; row < 60; ++row) {
        const float a = index->value(std::size_t(model->numberAt(row - 1) - 1), gain),
                    b = index->value(std::size_t(model->numberAt(row) - 1), gain);
        QVERIFY(up ? a <= b : a >= b);
      }
    }
    auto* find = w.find<QLineEdit>("corpusFind");
    find->setFocus();
    QTest::keyClicks(find, "SUBJECT: sums");
    QCOMPARE(model->rowCount(), 20);
    for (int row = 0; row < 20; ++row) QCOMPARE(model->numberAt(row) % 3, 0);
    QVERIFY(w.find<QLabel>("corpusCount")->text().startsWith("20 of 60"));
    find->clear();
    w.find<QComboBox>("corpusPart")->setCurrentIndex(1);
    int selection = 0;
    for (std::size_t row = 0; row < 60; ++row) selection += !index->confirmation(row);
    QCOMPARE(model->rowCount(), selection);
  }

  /// The picture is the figure of the same kind and part, for every kind.
  void thePictureIsTheFigure() {
    test::writeSyntheticCorpus(corpus(), {.documents = 40, .choices = true});
    Stage w(corpus());
    QVERIFY(w.shown());
    auto* kind = w.find<QComboBox>("corpusKind");
    for (const CorpusFigureKind& each : corpusFigureKinds()) {
      kind->setCurrentIndex(kind->findData(QString(each.id)));
      QVERIFY2(w.drawn(), each.id);
      const auto request = w.view()->shown();
      QCOMPARE(request->recipe.kind, QString(each.id));
      const EstimateChart chart = corpusChart(request->input, request->recipe);
      auto* figure = w.find<EstimateFigure>("corpusFigure");
      QVERIFY(figure->isVisible());
      QCOMPARE(std::size_t(figure->axisRectCount()), chart.panels.size());
    }
    w.find<QComboBox>("corpusPart")->setCurrentIndex(2);
    QVERIFY(w.drawn());
    QCOMPARE(w.view()->shown()->recipe.corpus->value("part").toString(), "confirmation");
  }

  /// A line for every value of a field that all documents have and that has few enough.
  void fieldsTellDocumentsApart() {
    test::writeSyntheticCorpus(corpus(), {.documents = 40});
    Stage w(corpus());
    QVERIFY(w.shown());
    const auto fields = w.window.workspace().documents()->fieldList();
    QCOMPARE(fields.size(), std::size_t{2});
    QCOMPARE(fields[0].name, std::string("level"));
    QCOMPARE(fields[0].values, std::int64_t{4});
    QCOMPARE(fields[1].values, std::int64_t{3});
    QCOMPARE(fields[1].documents, std::int64_t{40});
    auto* kind = w.find<QComboBox>("corpusKind");
    auto* by = w.find<QComboBox>("corpusBy");
    QCOMPARE(by->count(), 3);
    kind->setCurrentIndex(kind->findData("accuracy"));
    QVERIFY(w.drawn());
    QVERIFY(!w.view()->shown()->recipe.corpus->contains("by"));
    for (const auto& [field, names] :
         {std::pair("level", QStringList{"1", "2", "3", "4"}),
          std::pair("subject", QStringList{"products", "sums", "words"})}) {
      by->setFocus();
      QTest::keyClick(by, Qt::Key_Down);
      QVERIFY(w.drawn());
      const auto request = w.view()->shown();
      QCOMPARE(request->recipe.corpus->value("by").toString(), QString(field));
      QStringList lines;
      const EstimateChart chart = corpusChart(request->input, request->recipe);
      for (const ChartSeries& series : chart.panels[0].series) lines << series.name;
      QCOMPARE(lines, names);
    }
    const QJsonObject state = w.view()->ownState();
    kind->setCurrentIndex(kind->findData("operating-curve"));
    QVERIFY(w.drawn());
    QVERIFY(!by->isEnabled() && !by->toolTip().isEmpty());
    QVERIFY(!w.view()->shown()->recipe.corpus->contains("by"));
    w.view()->setOwnState(state);
    QVERIFY(w.drawn());
    QCOMPARE(w.view()->ownState(), state);
    QCOMPARE(w.view()->shown()->recipe.corpus->value("by").toString(), QString("subject"));
  }

  /// A field with a value for nearly every document is listed, greyed, with the reason.
  void fieldsOfTooManyValuesAreNotOffered() {
    test::writeSyntheticCorpus(corpus(), {.documents = 20});
    QFile log(corpus() + "/documents.jsonl");
    QVERIFY(log.open(QIODevice::WriteOnly));
    std::mt19937 random(3);
    for (int i = 1; i <= 20; ++i) {
      DocumentRecord record;
      record.number = i;
      record.sha256 = Sha256::hexOf(std::to_string(i));
      record.part = "selection";
      record.fields = {{"file", "f" + std::to_string(i)}};
      if (i > 1) record.fields["year"] = 2020 + i % 2;
      record.sums = test::syntheticSums({}, random);
      record.tokens = int(record.sums.all.tokens);
      log.write(QByteArray::fromStdString(logLine(record) + "\n"));
    }
    log.close();
    Stage w(corpus());
    QVERIFY(w.shown());
    const QAbstractItemModel* list = w.find<QComboBox>("corpusBy")->model();
    QCOMPARE(list->rowCount(), 3);
    for (const int row : {1, 2}) {
      QVERIFY(!(list->flags(list->index(row, 0)) & Qt::ItemIsEnabled));
      QVERIFY(!list->index(row, 0).data(Qt::ToolTipRole).toString().isEmpty());
    }
  }

  /// The picture goes to the page, beside those of a run, and is drawn there.
  void thePictureGoesToThePage() {
    test::writeSyntheticCorpus(corpus(), {.documents = 40});
    Stage w(corpus());
    QVERIFY(w.shown());
    QVERIFY(w.drawn());
    auto* kind = w.find<QComboBox>("corpusKind");
    QAbstractButton* toPage = nullptr;
    for (QAbstractButton* button : w.window.findChildren<QAbstractButton*>("questionPage"))
      if (button->isVisible()) toPage = button;
    QVERIFY(toPage);
    QTest::mouseClick(toPage, Qt::LeftButton);
    kind->setCurrentIndex(kind->findData("accuracy"));
    QVERIFY(w.drawn());
    QTest::mouseClick(toPage, Qt::LeftButton);
    w.window.docks().showView("figure");
    auto* page = qobject_cast<FigureView*>(w.window.docks().view("figure"));
    QTRY_VERIFY(page->isVisible() && page->isUpToDate());
    const auto parts = corpusParts(page->recipe());
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts[1].kind, QString("accuracy"));
    QVERIFY(page->shown());
    QTRY_VERIFY(page->findChild<QPushButton*>("figureExport")->isEnabled());
    const QString path = folder_->filePath("page.svg");
    page->exportTo(path);
    QTRY_VERIFY(QFile::exists(path));
    // The window's page is the command line's.
    const FigureRequest wanted = *page->shown();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), renderFigure(wanted.input, loadCorpusRecipe(path), "svg"));
    auto* list = page->findChild<QListWidget*>("figurePanels");
    QVERIFY(list->item(1)->text().contains("Accuracy"));
    list->setCurrentRow(1);
    QVERIFY(!page->findChild<QToolButton*>("figureAgain")->isEnabled());
  }

  void whatItCannotDrawIsSaid() {
    test::writeSyntheticCorpus(corpus(), {.documents = 20});
    Stage w(corpus());
    QVERIFY(w.shown());
    auto* kind = w.find<QComboBox>("corpusKind");
    kind->setCurrentIndex(kind->findData("pareto"));
    QTRY_VERIFY(w.find<QLabel>("corpusMissing")->text().contains("needs questions"));
    QVERIFY(w.find<QLabel>("corpusMissing")->isVisible());
    QVERIFY(!w.find<QToolButton>("corpusExport")->isEnabled());
    QVERIFY(!w.view()->shown());
  }

  /// A click opens the kept trace; of another document it says so and offers to run it.
  void aClickOpensTheDocument() {
    test::writeSyntheticCorpus(corpus(), {.documents = 20});
    const std::filesystem::path kept = keptTrace(corpus().toStdString(), 3);
    std::filesystem::create_directories(kept.parent_path());
    writeTrace(*test::syntheticTrace({.tokens = 9, .loops = 4}), kept);
    Stage w(corpus());
    QVERIFY(w.shown());
    auto* table = w.find<QTableView>("corpusDocuments");
    const auto click = [&](int row) {
      QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                        table->visualRect(table->model()->index(row, 0)).center());
    };
    click(2);
    QTRY_VERIFY(w.window.state().trace());
    QCOMPARE(w.window.state().trace()->tokens(), 9);
    QVERIFY(w.find<QPushButton>("corpusRunDocument")->isHidden());
    click(4);
    QVERIFY(w.find<QLabel>("corpusDocument")->text().contains("5"));
    QVERIFY(w.find<QPushButton>("corpusRunDocument")->isVisible());
    QVERIFY(w.view()->isVisible());
  }

  /// The text comes out of the input beside the folder, and only out of that very input.
  void aDocumentIsReadFromItsInput() {
    QFile input(folder_->filePath("texts.jsonl"));
    QVERIFY(input.open(QIODevice::WriteOnly));
    input.write("{\"text\":\"Take 3\"}\n{\"question\":\"Take 4, double, get\",\"answer\":8}\n");
    input.close();
    test::writeSyntheticCorpus(
        corpus(), {.documents = 2,
                   .input = "texts.jsonl",
                   .inputSha256 = CorpusInput(input.fileName().toStdString()).sha256()});
    Stage w(corpus());
    QVERIFY(w.shown());
    QSignalSpy read(&w.window.files(), &FileDesk::documentRead);
    auto* table = w.find<QTableView>("corpusDocuments");
    for (const auto& [row, text] : {std::pair(0, "Take 3"), std::pair(1, "Take 4, double, get")}) {
      QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                        table->visualRect(table->model()->index(row, 0)).center());
      QTest::mouseClick(w.find<QPushButton>("corpusRunDocument"), Qt::LeftButton);
      QTRY_COMPARE(read.count(), row + 1);
      QCOMPARE(read.last().first().toString(), text);
    }
    QVERIFY(input.open(QIODevice::Append));
    input.write("{\"text\":\"one more\"}\n");
    input.close();
    QTest::mouseClick(w.find<QPushButton>("corpusRunDocument"), Qt::LeftButton);
    QTRY_VERIFY(w.window.findChild<MessageBar*>()->text().contains("is not the input of this"));
    QCOMPARE(read.count(), 2);
  }

  /// A conversation is run with its turns, as the model writes them.
  void aConversationIsRun() {
    QFile input(folder_->filePath("talks.jsonl"));
    QVERIFY(input.open(QIODevice::WriteOnly));
    input.write(R"({"messages":[{"role":"user","content":"One"},)"
                R"({"role":"assistant","content":"Two"},{"role":"user","content":"Three"}]})"
                "\n");
    input.close();
    test::writeSyntheticCorpus(
        corpus(), {.documents = 1,
                   .input = "talks.jsonl",
                   .inputSha256 = CorpusInput(input.fileName().toStdString()).sha256()});
    const QString model = folder_->filePath("model");
    test::writeChatModel(model.toStdString());
    Stage w(corpus());
    w.loadModel(model);
    QVERIFY(w.shown());
    w.window.docks().showView("corpus");
    auto* table = w.find<QTableView>("corpusDocuments");
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, 0)).center());
    QTest::mouseClick(w.find<QPushButton>("corpusRunDocument"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(w.window.state().trace(), 30000);
    QVERIFY(w.rest());
    const TracePtr trace = w.window.state().trace();
    const auto& conversation = trace->info().conversation;
    QVERIFY(conversation.has_value());
    QCOMPARE(conversation->turns.size(), std::size_t{3});
    QCOMPARE(conversation->turns[1].content, std::string("Two"));
    QCOMPARE(trace->tokens(), trace->info().promptTokens);
  }

  void aDamagedCorpusIsRefusedInTheWindow() {
    test::writeSyntheticCorpus(corpus(), {.documents = 20});
    QFile log(corpus() + "/documents.jsonl");
    QVERIFY(log.open(QIODevice::ReadWrite));
    log.seek(400);
    log.write("x");
    log.close();
    test::WindowStage w(QSize(1280, 800));
    w.window.open(corpus());
    QTRY_VERIFY(w.window.findChild<MessageBar*>()->text().contains("line 1 is damaged"));
    QVERIFY(!w.window.workspace().corpus());
  }

  /// Dropped on the window a corpus opens as one, not as a model.
  void aFolderIsDropped() {
    test::writeSyntheticCorpus(corpus(), {.documents = 20});
    test::WindowStage w(QSize(1280, 800));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(corpus())});
    const QPoint at(400, 300);
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&w.window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&w.window, &drop);
    QTRY_VERIFY(w.window.workspace().corpus());
    QTRY_COMPARE(w.window.docks().question(), "corpus");
    QVERIFY(w.window.findChild<MessageBar*>()->text().isEmpty());
  }

  /// Another corpus while the view is hidden: no work until it is shown.
  void aHiddenListWaits() {
    test::writeSyntheticCorpus(corpus(), {.documents = 20});
    const QString other = folder_->filePath("other");
    test::writeSyntheticCorpus(other, {.documents = 33});
    Stage w(corpus());
    QVERIFY(w.shown());
    w.window.docks().showView("heatmap");
    QTRY_VERIFY(!w.view()->isVisible());
    const int before = w.view()->refreshes();
    w.window.files().openCorpus(other, false);
    QTRY_COMPARE(w.window.workspace().documents()->size(), std::size_t{33});
    QCOMPARE(w.view()->refreshes(), before);
    w.window.docks().showView("corpus");
    QTRY_COMPARE(w.find<QTableView>("corpusDocuments")->model()->rowCount(), 33);
  }

  /// A file of the folder opens it too, and the session brings it back.
  void theSessionBringsItBack() {
    test::writeSyntheticCorpus(corpus(), {.documents = 20});
    const QString session = folder_->filePath("session");
    {
      test::WindowStage w(QSize(1280, 800));
      w.window.startSession(session, corpus() + "/manifest.json");
      QTRY_VERIFY(w.window.workspace().corpus());
      w.window.docks().showView("corpus");
      w.window.close();
    }
    test::WindowStage w(QSize(1280, 800));
    w.window.startSession(session, {});
    QTRY_VERIFY_WITH_TIMEOUT(w.window.workspace().corpus(), 10000);
    QCOMPARE(w.window.workspace().documents()->size(), std::size_t{20});
  }

  void everyControlHasATip() {
    test::writeSyntheticCorpus(corpus(), {.documents = 20});
    Stage w(corpus());
    QVERIFY(w.shown());
    for (const char* name : {"corpusFind", "corpusPart", "corpusKind", "corpusBy", "corpusExport",
                             "corpusRunDocument", "corpusDocuments"})
      QVERIFY2(!w.find<QWidget>(name)->toolTip().isEmpty(), name);
    const auto* model = w.find<QTableView>("corpusDocuments")->model();
    for (int column = 0; column < model->columnCount(); ++column)
      QVERIFY(!model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
  }

 private:
  QString corpus() const { return folder_->filePath("corpus"); }
  QTemporaryDir home_;
  std::unique_ptr<QTemporaryDir> folder_;
};

QTEST_MAIN(TestCorpusView)
#include "tst_corpus_view.moc"
