// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/FigureView.h"

#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGroupBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include "core/analysis/TraceTables.h"
#include "core/support/Error.h"
#include "ui/base/Language.h"
#include "ui/base/LastFolder.h"
#include "ui/figures/files/FigureCaption.h"
#include "ui/figures/files/FigureCheck.h"
#include "ui/figures/files/FigureTables.h"
#include "ui/figures/kinds/CorpusKinds.h"
#include "ui/figures/kinds/FigurePage.h"
#include "ui/jobs/Jobs.h"
#include "ui/views/CaptionBox.h"
#include "ui/views/FigureDrag.h"
#include "ui/views/FigurePreview.h"
#include "ui/views/PageControls.h"
#include "ui/views/PanelControls.h"

namespace ouroscope {

namespace {

/// A column that scrolls up and down alone: always as wide as what is in it, which changes with the
/// chosen panel, the style and the language.
class SettingsColumn : public QScrollArea {
 public:
  explicit SettingsColumn(QWidget* content) {
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // A field that gets the focus is brought into sight, and never sideways.
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { horizontalScrollBar()->setValue(0); });
    fit();
  }
  void fit() {
    setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width() +
                    2);
  }

 protected:
  bool eventFilter(QObject* object, QEvent* event) override {
    if (object == widget() && event->type() == QEvent::LayoutRequest) fit();
    return QScrollArea::eventFilter(object, event);
  }
  void showEvent(QShowEvent* event) override {
    QScrollArea::showEvent(event);
    fit();  // symbols and the style take their width
  }
};

}  // namespace

FigureView::FigureView(const ViewContext& context)
    : TraceView(context, Changed::Trace | Changed::Corpus),
      page_(new PageControls),
      panels_(new PanelControls(context.state)),
      preview_(new FigurePreview),
      caption_(new CaptionBox),
      vision_(new QComboBox),
      format_(new QComboBox),
      warnings_(new QLabel),
      done_(new QLabel),
      split_(new QPushButton(tr("Split into rows"))),
      export_(new QPushButton(tr("Export\u2026"))) {
  setObjectName("figureView");
  setAcceptDrops(true);
  recipe_.kind = "page";
  recipe_.options = FigurePage().toOptions();
  recipe_.widthMm = 5.5 * 25.4;
  build();
  soon_.setSingleShot(true);
  soon_.setInterval(30);
  connect(&soon_, &QTimer::timeout, this, &FigureView::redraw);
  connect(page_, &PageControls::changed, this, [this] {
    page_->apply(recipe_);
    later();
  });
  connect(panels_, &PanelControls::changed, this, [this] {
    FigurePage page = FigurePage::fromOptions(recipe_.options);
    page.panels = panels_->panels();
    recipe_.options = page.toOptions();
    later();
  });
  for (JobRunner* runner : {&jobs_, &hashing_, &reports_})
    connect(runner, &JobRunner::failed, &intents_, &Intents::messageAsked);
  page_->show(recipe_);
}

void FigureView::refresh(Changes) {
  begin();
  later();
}

std::optional<FigureRequest> FigureView::shown() const {
  if (FigurePage::fromOptions(recipe_.options).panels.isEmpty() ||
      (isOfTrace(recipe_) && !state_.trace()) ||
      (!corpusParts(recipe_).isEmpty() && !workspace_.corpus()))
    return {};
  return FigureRequest{recipe_, input()};
}

FigureInput FigureView::input() const {
  FigureInput input(state_.trace());
  if (!corpusParts(recipe_).isEmpty()) input.corpus = workspace_.corpus();
  return input;
}

bool FigureView::reportsMade() {
  const CorpusPtr corpus = workspace_.corpus();
  std::vector<CorpusReportOptions> missing;
  for (const FigureRecipe& panel : corpusParts(recipe_))
    if (const CorpusReportOptions options = reportFor(panel); corpus && !corpus->known(options))
      missing.push_back(options);
  if (missing.empty()) return true;
  if (!reports_.running())
    reports_.start(tr("Reading the corpus"), corpusReportsJob(corpus, std::move(missing)),
                   [this](const std::any&) { later(); });
  return false;
}

void FigureView::build() {
  vision_->setObjectName("figureVision");
  vision_->setAccessibleName(tr("How the preview is seen"));
  for (const auto& [name, vision] : {std::pair(tr("Full colour"), ColourVision::Full),
                                     std::pair(tr("Deuteranopia"), ColourVision::Deuteranopia),
                                     std::pair(tr("Protanopia"), ColourVision::Protanopia),
                                     std::pair(tr("Tritanopia"), ColourVision::Tritanopia),
                                     std::pair(tr("Grey print"), ColourVision::Grey)})
    vision_->addItem(name, static_cast<int>(vision));
  connect(vision_, &QComboBox::currentIndexChanged, this, [this] {
    preview_->setVision(static_cast<ColourVision>(vision_->currentData().toInt()));
  });
  auto* trueSize = new QCheckBox(tr("True size"));
  trueSize->setObjectName("figureTrueSize");
  connect(trueSize, &QCheckBox::toggled, preview_, &FigurePreview::setTrueSize);

  warnings_->setObjectName("figureWarnings");
  warnings_->setAccessibleName(tr("What a reviewer would complain about"));
  warnings_->setWordWrap(true);
  warnings_->setTextFormat(Qt::PlainText);
  split_->setObjectName("figureSplit");
  split_->setVisible(false);
  connect(split_, &QPushButton::clicked, this, &FigureView::split);

  for (const QString& format : figureFormats()) format_->addItem(format.toUpper(), format);
  format_->setObjectName("figureFormat");
  format_->setAccessibleName(tr("Format of the file"));
  export_->setObjectName("figureExport");
  connect(export_, &QPushButton::clicked, this, &FigureView::askPath);
  auto* open = new QPushButton(tr("Open recipe..."));
  open->setObjectName("figureOpen");
  connect(open, &QPushButton::clicked, this, &FigureView::openRecipe);
  auto* save = new QPushButton(tr("Save recipe..."));
  save->setObjectName("figureSave");
  connect(save, &QPushButton::clicked, this, &FigureView::saveRecipe);
  done_->setObjectName("figureDone");
  done_->setWordWrap(true);
  done_->setTextFormat(Qt::PlainText);

  auto* settings = new QWidget;
  auto* column = new QVBoxLayout(settings);
  const auto group = [&](const QString& title, QWidget* content) {
    auto* box = new QGroupBox(title);
    auto* inner = new QVBoxLayout(box);
    inner->addWidget(content);
    column->addWidget(box);
  };
  group(tr("Panels"), panels_);
  group(tr("Page"), page_);
  auto* files = new QWidget;
  auto* grid = new QGridLayout(files);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->addWidget(format_, 0, 0);
  grid->addWidget(export_, 0, 1);
  grid->addWidget(open, 1, 0);
  grid->addWidget(save, 1, 1);
  grid->addWidget(done_, 2, 0, 1, 2);
  column->addStretch();
  auto* scroll = new SettingsColumn(settings);
  // What ends the work is always in sight.
  auto* file = new QGroupBox(tr("File"));
  auto* fileColumn = new QVBoxLayout(file);
  fileColumn->addWidget(files);
  auto* left = new QWidget;
  auto* leftColumn = new QVBoxLayout(left);
  leftColumn->setContentsMargins(0, 0, 0, 0);
  leftColumn->setSpacing(0);
  leftColumn->addWidget(scroll, 1);
  auto* framed = new QHBoxLayout;
  framed->setContentsMargins(column->contentsMargins().left(), 4, column->contentsMargins().right(),
                             0);
  framed->addWidget(file);
  leftColumn->addLayout(framed);

  auto* sheet = new QScrollArea;
  sheet->setWidget(preview_);
  sheet->setWidgetResizable(true);
  sheet->setFrameShape(QFrame::NoFrame);
  auto* look = new QHBoxLayout;
  look->addWidget(vision_);
  look->addWidget(trueSize);
  look->addStretch();
  auto* complaints = new QHBoxLayout;
  complaints->addWidget(warnings_, 1);
  complaints->addWidget(split_, 0, Qt::AlignTop);
  auto* upper = new QWidget;
  auto* upperColumn = new QVBoxLayout(upper);
  upperColumn->setContentsMargins(0, 0, 0, 0);
  upperColumn->addLayout(look);
  upperColumn->addWidget(sheet, 1);
  upperColumn->addLayout(complaints);
  auto* right = new QSplitter(Qt::Vertical);
  right->addWidget(upper);
  right->addWidget(caption_);
  right->setStretchFactor(0, 4);
  right->setStretchFactor(1, 1);
  right->setChildrenCollapsible(false);
  auto* whole = new QSplitter(Qt::Horizontal);
  whole->addWidget(left);
  whole->addWidget(right);
  whole->setStretchFactor(1, 1);
  whole->setChildrenCollapsible(false);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(6, 4, 6, 4);
  all->addWidget(whole);
}

void FigureView::begin() {
  FigurePage page = FigurePage::fromOptions(recipe_.options);
  if (page.panels.isEmpty() && state_.trace()) {
    page.panels << panelRecipe(state_, "heatmap");
    recipe_.options = page.toOptions();
  }
  panels_->show(page.panels);
}

void FigureView::setRecipe(const FigureRecipe& recipe) {
  if (recipe.kind == "page") {
    recipe_ = recipe;
  } else {
    FigurePage page;
    page.letters = "none";
    page.panels << recipe;
    FigureRecipe wrapped = recipe;
    wrapped.kind = "page";
    wrapped.firstToken = 0;
    wrapped.lastToken = -1;
    wrapped.options = page.toOptions();
    recipe_ = wrapped;
  }
  page_->show(recipe_);
  panels_->show(FigurePage::fromOptions(recipe_.options).panels);
  later();
}

void FigureView::addPanel(const FigureRequest& figure) {
  const bool other = figure.recipe.corpus
                         ? figure.input.corpus != workspace_.corpus()
                         : figure.input.other || figure.input.trace != state_.trace();
  if (other)
    throw Error(
        tr("A panel of the page shows one run, the shown one: export this figure by itself.")
            .toStdString());
  FigurePage page = FigurePage::fromOptions(recipe_.options);
  if (page.panels.size() >= FigurePage::kMostPanels)
    throw Error(
        tr("The page would have more than %1 panels.").arg(FigurePage::kMostPanels).toStdString());
  page.panels << recipeFromJson(figure.recipe.toJson());  // the kind's own defaults
  recipe_.options = page.toOptions();
  panels_->show(page.panels);
  later();
}

void FigureView::dragEnterEvent(QDragEnterEvent* event) {
  if (FigureMime::of(*event)) event->acceptProposedAction();
}

void FigureView::dropEvent(QDropEvent* event) {
  const FigureMime* dragged = FigureMime::of(*event);
  if (!dragged) return;
  event->acceptProposedAction();
  emit intents_.pageAsked(dragged->figure());
}

void FigureView::contextMenuEvent(QContextMenuEvent* event) {
  const auto wanted = shown();
  if (!wanted) return;
  QMenu menu(this);
  menu.addAction(tr("Copy as SVG"), this, [&] { emit intents_.copyAsked(*wanted, "svg"); });
  menu.addAction(tr("Copy as PNG"), this, [&] { emit intents_.copyAsked(*wanted, "png"); });
  menu.exec(event->globalPos());
}

QJsonObject FigureView::ownState() const {
  if (FigurePage::fromOptions(recipe_.options).panels.isEmpty()) return {};
  return {{"recipe", recipe_.toJson()}};
}

void FigureView::setOwnState(const QJsonObject& state) {
  if (!state.contains("recipe")) return;
  try {
    setRecipe(recipeFromJson(state["recipe"].toObject()));
  } catch (const std::exception& error) {
    emit intents_.messageAsked(tr("The last figure page could not be brought back: %1")
                                   .arg(QString::fromUtf8(error.what())));
  }
}

void FigureView::later() {
  emit ownStateChanged();
  isVisible() ? soon_.start() : changed(Changed::Trace);
}

void FigureView::redraw() {
  if (!isVisible()) return later();
  split_->setVisible(false);
  warnings_->clear();
  export_->setEnabled(false);
  try {
    const bool none = FigurePage::fromOptions(recipe_.options).panels.isEmpty();
    if (!state_.trace() && (none || isOfTrace(recipe_)))
      throw Error(tr("Nothing is recorded yet: run a prompt or open a trace.").toStdString());
    if (none) throw Error(tr("The page has no panels: add one at the left.").toStdString());
    if (!corpusParts(recipe_).isEmpty() && !workspace_.corpus())
      throw Error(
          tr("The page has figures of a corpus: open its folder (File menu).").toStdString());
    if (!reportsMade())
      throw Error(tr("Intervals over documents are being made\u2026").toStdString());
    const FigureInput input = this->input();
    const FigureDrawing drawing = drawFigure(input, recipe_);
    preview_->setDrawing(drawing);
    preview_->setAccessibleDescription(tr("%1 by %2 millimetres")
                                           .arg(localNumber(drawing.sizeMm.width(), 1))
                                           .arg(localNumber(drawing.sizeMm.height(), 1)));
    QStringList sentences;
    for (const FigureWarning& warning : checkFigure(input, recipe_, drawing))
      sentences << warning.sentence;
    const PagePlan plan = planPage(input, recipe_);
    const int chosen = panels_->chosen();
    for (std::size_t i = 0; i < plan.panels.size(); ++i) {
      const FigureRecipe& panel = plan.panels[i].recipe;
      if (static_cast<int>(i) == chosen && tooManyTokens(panelInput(input, panel), panel))
        split_->setVisible(true);
    }
    warnings_->setText(sentences.join('\n'));
    showCaption();
  } catch (const std::exception& error) {
    preview_->setDrawing({});
    preview_->setHint(QString::fromUtf8(error.what()));
    caption_->setCaption({}, {});
  }
}

/// The caption names the trace by its hash: it and the export wait for the job that computes it.
void FigureView::showCaption() {
  const FigureInput input = this->input();
  if (!isOfTrace(recipe_) || knownFingerprint(input.trace)) {
    const QString caption = figureCaption(input, recipe_);
    caption_->setCaption(caption, latexFigure(caption, "figure.pdf", recipe_.widthMm));
    export_->setEnabled(true);
    return;
  }
  caption_->setCaption({}, {});
  if (!hashing_.running())
    hashing_.start({}, hashTracesJob(input), [this](const std::any&) { later(); });
}

void FigureView::split() {
  const int at = panels_->chosen();
  if (at < 0 || !state_.trace()) return;
  try {
    const PagePlan plan = planPage(input(), recipe_);
    FigureRecipe panel = plan.panels[static_cast<std::size_t>(at)].recipe;
    const FigureRecipe rows = splitIntoRows(state_.trace(), panel);
    FigurePage page = FigurePage::fromOptions(recipe_.options);
    const QList<FigureRecipe> parts = FigurePage::fromOptions(rows.options).panels;
    if (page.panels.size() + parts.size() - 1 > FigurePage::kMostPanels)
      throw Error(tr("The page would have more than %1 panels.")
                      .arg(FigurePage::kMostPanels)
                      .toStdString());
    FigureRecipe original = page.panels[at];
    page.panels.removeAt(at);
    for (qsizetype i = 0; i < parts.size(); ++i) {
      original.firstToken = parts[i].firstToken;
      original.lastToken = parts[i].lastToken;
      page.panels.insert(at + i, original);
    }
    if (page.panels.size() == parts.size()) page.columns = 1;
    recipe_.options = page.toOptions();
    page_->show(recipe_);
    panels_->show(page.panels);
    later();
  } catch (const std::exception& error) {
    warnings_->setText(QString::fromUtf8(error.what()));
  }
}

void FigureView::exportTo(const QString& path) {
  const auto wanted = shown();
  if (!wanted) return;
  done_->clear();
  try {
    jobs_.start(tr("Exporting %1").arg(path), exportFigureJob(*wanted, path),
                [this, path](const std::any&) {
                  rememberFolderOf(path);
                  done_->setText(tr("Exported %1").arg(path));
                });
  } catch (const std::exception& error) {
    emit intents_.messageAsked(QString::fromUtf8(error.what()));
  }
}

void FigureView::askPath() {
  const QString format = format_->currentData().toString();
  QString path =
      QFileDialog::getSaveFileName(this, tr("Export figure"), inLastFolder("figure." + format),
                                   QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
  if (path.isEmpty()) return;
  if (QFileInfo(path).suffix().toLower() != format) path += "." + format;
  exportTo(path);
}

void FigureView::openRecipe() {
  const QString path = QFileDialog::getOpenFileName(
      this, tr("Open recipe"), lastFolder(), tr("Recipes and figures (*.json *.pdf *.svg *.png)"));
  if (path.isEmpty()) return;
  try {
    setRecipe(loadRecipe(path));
    rememberFolderOf(path);
  } catch (const std::exception& error) {
    emit intents_.messageAsked(QString::fromUtf8(error.what()));
  }
}

void FigureView::saveRecipe() {
  QString path = QFileDialog::getSaveFileName(this, tr("Save recipe"), inLastFolder("page.json"),
                                              tr("Recipes (*.json)"));
  if (path.isEmpty()) return;
  if (!path.endsWith(".json", Qt::CaseInsensitive)) path += ".json";
  jobs_.start(tr("Saving %1").arg(path), writeFigureJob(recipeJson(recipe_), path),
              [this, path](const std::any&) {
                rememberFolderOf(path);
                done_->setText(tr("Saved %1").arg(path));
              });
}

}  // namespace ouroscope
