// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/CorpusView.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/corpus/DocumentLog.h"
#include "core/support/Error.h"
#include "ui/base/PlainText.h"
#include "ui/base/Zoom.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/kinds/CorpusKinds.h"
#include "ui/figures/kinds/FigureKinds.h"
#include "ui/figures/plots/EstimateFigure.h"
#include "ui/state/DocumentTableModel.h"
#include "ui/views/DenseTable.h"
#include "ui/views/DepthSpark.h"
#include "ui/views/ExportButton.h"
#include "ui/views/JobStrip.h"

namespace ouroscope {
namespace {

QLabel* words(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

}  // namespace

CorpusView::CorpusView(const ViewContext& context, QWidget* parent)
    : TraceView(context, Changed::Corpus, parent),
      model_(new DocumentTableModel(this)),
      spark_(new DepthSpark(this)),
      table_(denseTable("corpusDocuments", tr("Documents of the corpus"), model_)),
      find_(new QLineEdit),
      part_(new QComboBox),
      kind_(new QComboBox),
      by_(new QComboBox),
      head_(words("corpusHead")),
      count_(words("corpusCount")),
      document_(words("corpusDocument")),
      why_(words("corpusMissing")),
      run_(new QPushButton(tr("Run it\u2026"))),
      save_(exportButton("corpusExport")),
      picture_(new QStackedWidget),
      figure_(new EstimateFigure) {
  setObjectName("corpusView");
  auto* split = new QSplitter(Qt::Horizontal);
  split->setChildrenCollapsible(false);
  split->addWidget(makeList());
  split->addWidget(makePicture());
  split->setStretchFactor(0, 1);
  split->setStretchFactor(1, 1);
  auto* all = new QWidget;
  auto* column = new QVBoxLayout(all);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addWidget(head_);
  column->addWidget(split, 1);
  setContent(all, tr("No corpus is open. Choose File \u203a Open corpus, or drop the folder that "
                     "ouroscope-cli corpus run wrote."));
  setFocusProxy(table_);
}

QWidget* CorpusView::makeList() {
  find_->setObjectName("corpusFind");
  find_->setPlaceholderText(tr("Find", "documents"));
  find_->setMinimumWidth(find_->fontMetrics().horizontalAdvance(find_->placeholderText()) +
                         zoomed(24));
  find_->setAccessibleName(tr("Find documents by their fields"));
  find_->setToolTip(
      tr("Lists only documents whose fields, written as name: value, have this text"));
  find_->setClearButtonEnabled(true);
  part_->setObjectName("corpusPart");
  part_->setAccessibleName(tr("Part of the corpus"));
  part_->setToolTip(
      tr("List and picture: all documents, or one half. What is chosen while looking "
         "at the selection half is reported on the confirmation half."));
  part_->addItem(tr("All"), "all");
  part_->addItem(tr("Selection"), "selection");
  part_->addItem(tr("Confirmation"), "confirmation");
  table_->setItemDelegateForColumn(DocumentTableModel::Depth, spark_);
  table_->setSortingEnabled(true);
  table_->sortByColumn(DocumentTableModel::Document, Qt::AscendingOrder);
  table_->verticalHeader()->hide();
  table_->setToolTip(
      tr("A click opens the document's trace, where it was kept; a click on a title "
         "sorts"));
  run_->setObjectName("corpusRunDocument");
  run_->setToolTip(
      tr("Reads the document from the input of the corpus and runs it on the model that "
         "is loaded"));
  auto* bar = new QHBoxLayout;
  bar->addWidget(find_, 1);
  bar->addWidget(part_);
  auto* said = new QHBoxLayout;
  said->addWidget(document_, 1);
  said->addWidget(run_, 0, Qt::AlignTop);
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(bar);
  column->addWidget(table_, 1);
  column->addWidget(count_);
  column->addLayout(said);
  connect(find_, &QLineEdit::textChanged, this, [this] {
    filter();
    emit ownStateChanged();
  });
  connect(part_, &QComboBox::currentIndexChanged, this, [this] {
    filter();
    showPicture();
    emit ownStateChanged();
  });
  connect(table_, &QTableView::clicked, this, &CorpusView::openDocument);
  // Enter; a double click has been a click before.
  connect(table_, &QTableView::activated, this, [this](const QModelIndex& at) {
    if (asked_ != model_->numberAt(at.row())) openDocument(at);
  });
  connect(run_, &QPushButton::clicked, this, [this] {
    if (asked_ > 0) emit intents_.documentAsked(asked_);
  });
  return box;
}

QWidget* CorpusView::makePicture() {
  kind_->setObjectName("corpusKind");
  kind_->setAccessibleName(tr("Picture of the corpus"));
  kind_->setToolTip(tr("What the picture shows, with 95 % intervals over documents"));
  for (const CorpusFigureKind& kind : corpusFigureKinds())
    kind_->addItem(QCoreApplication::translate("FigureKinds", kind.title), QString(kind.id));
  by_->setObjectName("corpusBy");
  by_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  // Kinds that tell documents apart have short names; beside the others there is no box.
  kind_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  kind_->setMinimumContentsLength(22);
  by_->setAccessibleName(tr("Field that tells documents apart"));
  by_->setToolTip(by_->accessibleName());
  save_->setAccessibleName(tr("Export the picture of the corpus"));
  save_->setToolTip(tr("Exports this picture, with its caption and numbers"));
  figure_->setObjectName("corpusFigure");
  why_->setAlignment(Qt::AlignCenter);
  why_->setForegroundRole(QPalette::PlaceholderText);
  picture_->addWidget(figure_);
  picture_->addWidget(why_);
  auto* strip = new JobStrip(jobs_);
  auto* bar = new QHBoxLayout;
  bar->addWidget(kind_, 1);
  bar->addWidget(by_);
  bar->addWidget(save_);
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(bar);
  column->addWidget(strip);
  column->addWidget(picture_, 1);
  connect(strip, &JobStrip::againAsked, this, &CorpusView::showPicture);
  connect(kind_, &QComboBox::currentIndexChanged, this, [this] {
    offerFields();
    showPicture();
    emit ownStateChanged();
  });
  connect(by_, &QComboBox::currentIndexChanged, this, [this] {
    showPicture();
    emit ownStateChanged();
  });
  connect(save_, &QToolButton::clicked, this, [this] { askExport(shown()); });
  return box;
}

FigureRecipe CorpusView::recipe() const {
  QJsonObject corpus;
  if (part_->currentIndex() > 0) corpus["part"] = part_->currentData().toString();
  if (by_->isEnabled() && by_->currentIndex() > 0) corpus["by"] = by_->currentData().toString();
  return recipeFromJson({{"kind", kind_->currentData().toString()}, {"corpus", corpus}});
}

std::optional<FigureRequest> CorpusView::shown() const {
  if (!corpus_ || !chart_) return {};
  return FigureRequest{recipe(), FigureInput(corpus_)};
}

QJsonObject CorpusView::ownState() const {
  return {{"kind", kind_->currentData().toString()},
          {"part", part_->currentData().toString()},
          {"by", by_->currentData().toString()},
          {"find", find_->text()}};
}

void CorpusView::setOwnState(const QJsonObject& state) {
  const auto choose = [](QComboBox* box, const QString& id) {
    if (const int at = box->findData(id); at >= 0) box->setCurrentIndex(at);
  };
  choose(kind_, state["kind"].toString());
  choose(part_, state["part"].toString());
  wantedBy_ = state["by"].toString();
  choose(by_, wantedBy_);
  if (by_->findData(wantedBy_) >= 0) wantedBy_.clear();  // it was of a corpus that is open
  find_->setText(state["find"].toString());
}

void CorpusView::refresh(Changes) {
  reload();
}

void CorpusView::themeChanged() {
  figure_->setTheme(theme_);
  spark_->setNight(theme_.night);
  table_->viewport()->update();
}

void CorpusView::reload() {
  if (corpus_ == workspace_.corpus()) return;
  corpus_ = workspace_.corpus();
  chart_.reset();
  asked_ = 0;
  document_->clear();
  run_->hide();
  if (!corpus_) {
    jobs_.cancel();
    model_->setIndex(nullptr);
    return showHint();
  }
  model_->setIndex(workspace_.documents());
  table_->sortByColumn(DocumentTableModel::Document, Qt::AscendingOrder);
  const QFontMetrics metrics(table_->font());
  for (int column = 0; column < model_->columnCount(); ++column) {
    const QString title = model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    const int least =
        column == DocumentTableModel::Depth ? 96 : metrics.horizontalAdvance("00.000");
    table_->setColumnWidth(column, std::max(least, metrics.horizontalAdvance(title)) + 20);
  }
  table_->horizontalHeader()->setStretchLastSection(true);
  table_->setColumnHidden(DocumentTableModel::Depth,
                          !workspace_.documents()->has(documentMeasureFromName("exit_loop")));
  const auto& m = corpus_->manifest().json();
  const auto name = [](const nlohmann::ordered_json& of) {
    const auto at = of.find("name");
    return at != of.end() && at->is_string() ? shownName(at->get<std::string>(), 40) : QString();
  };
  QString head = tr("%1 on %2, %n loop(s)", "model, input", corpus_->manifest().loops())
                     .arg(name(m["model"]), name(m["input"]));
  if (std::cmp_less(workspace_.documents()->size(), corpus_->manifest().documentsHere()))
    head += QStringLiteral(". ") +
            tr("Unfinished: %1 of %2 documents are done.")
                .arg(QLocale().toString(qlonglong(workspace_.documents()->size())),
                     QLocale().toString(qlonglong(corpus_->manifest().documentsHere())));
  head_->setText(head);
  showContent();
  filter();
  listFields();
  // The first picture that the corpus can give: of tasks alone there are no exits of tokens.
  if (workspace_.documents()->size() > 0 &&
      !workspace_.documents()->has(documentMeasureFromName("exit_loop")) &&
      kind_->currentData() == "exit-histogram")
    kind_->setCurrentIndex(kind_->findData("accuracy"));
  showPicture();
}

void CorpusView::listFields() {
  const QString before = wantedBy_.isEmpty() ? by_->currentData().toString() : wantedBy_;
  const QSignalBlocker quiet(by_);
  by_->clear();
  by_->addItem(tr("All together"), QString());
  const auto all = static_cast<std::int64_t>(workspace_.documents()->size());
  const QLocale locale;
  for (const DocumentField& field : workspace_.documents()->fieldList()) {
    by_->addItem(tr("By %1", "field of documents").arg(shownName(field.name, 16)),
                 QString::fromStdString(field.name));
    QString why;
    if (field.documents < all)
      why = tr("%1 of %2 documents have this field")
                .arg(locale.toString(qlonglong(field.documents)), locale.toString(qlonglong(all)));
    else if (field.values > kMostSeries)
      why = tr("The field has more than %1 values").arg(kMostSeries);
    const int row = by_->count() - 1;
    if (why.isEmpty()) continue;
    by_->setItemData(row, why, Qt::ToolTipRole);
    qobject_cast<QStandardItemModel*>(by_->model())->item(row)->setEnabled(false);
  }
  const int at = by_->findData(before);
  const bool can = at > 0 && (by_->model()->flags(by_->model()->index(at, 0)) & Qt::ItemIsEnabled);
  by_->setCurrentIndex(can ? at : 0);
  wantedBy_.clear();
  // Qt keeps the least width that the box had without entries.
  by_->setMinimumWidth(by_->sizeHint().width());
  offerFields();
}

void CorpusView::offerFields() {
  const bool tells = corpusFigureKind(kind_->currentData().toString()).fields;
  by_->setEnabled(tells && by_->count() > 1);
  by_->setVisible(tells);
  by_->setToolTip(by_->count() > 1
                      ? tr("One line, or bar, for every value of a field of the documents")
                      : tr("The documents have no fields"));
}

void CorpusView::filter() {
  model_->setFilter(find_->text(), part_->currentData().toString());
  if (!corpus_) return;
  const auto all = static_cast<qlonglong>(workspace_.documents()->size());
  const QLocale locale;
  count_->setText(model_->rowCount() == all
                      ? tr("%1 documents").arg(locale.toString(all))
                      : tr("%1 of %2 documents")
                            .arg(locale.toString(model_->rowCount()), locale.toString(all)));
}

void CorpusView::showPicture() {
  if (!corpus_) return;
  chart_.reset();
  save_->setEnabled(false);
  if (workspace_.documents()->size() == 0) {
    jobs_.cancel();
    why_->setText(corpus_->manifest().documentsHere() > 0
                      ? tr("A picture needs documents that are done. The command that made this "
                           "folder goes on where it stopped.")
                      : tr("The input of this corpus had no documents, so there is no picture."));
    return picture_->setCurrentWidget(why_);
  }
  const FigureRecipe wanted = recipe();
  const CorpusReportOptions options = reportFor(wanted);
  if (corpus_->known(options)) {
    jobs_.cancel();
    return setChart();
  }
  why_->setText(tr("Intervals over documents are being made\u2026"));
  picture_->setCurrentWidget(why_);
  jobs_.start(tr("Reading the corpus"), corpusReportsJob(corpus_, {options}),
              [this](const std::any&) { setChart(); });
}

void CorpusView::setChart() {
  try {
    auto chart = std::make_shared<const EstimateChart>(corpusChart(FigureInput(corpus_), recipe()));
    if (!chart->missing.isEmpty()) throw Error(chart->missing.toStdString());
    chart_ = std::move(chart);
    figure_->setChart(chart_);
    figure_->setAccessibleName(kind_->currentText());
    picture_->setCurrentWidget(figure_);
    save_->setEnabled(true);
  } catch (const Error& error) {
    why_->setText(QString::fromUtf8(error.what()));
    picture_->setCurrentWidget(why_);
  }
}

void CorpusView::openDocument(const QModelIndex& at) {
  const std::int64_t number = model_->numberAt(at.row());
  if (!corpus_ || number == 0) return;
  asked_ = number;
  const std::filesystem::path kept = keptTrace(corpus_->folder(), number);
  std::error_code none;
  const bool there = std::filesystem::is_regular_file(kept, none);
  run_->setVisible(!there);
  const QString shown = QLocale().toString(static_cast<qlonglong>(number));
  if (there) {
    document_->setText(tr("The trace of document %1 is open above.").arg(shown));
    emit intents_.traceAsked(QString::fromStdString(kept.string()));
  } else {
    document_->setText(tr("The trace of document %1 was not kept.").arg(shown));
  }
}

}  // namespace ouroscope
