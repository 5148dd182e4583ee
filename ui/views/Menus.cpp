// SPDX-License-Identifier: GPL-3.0-or-later
// The menus and dialogs of MainWindow.
#include <QActionGroup>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenuBar>
#include <QMessageBox>

#include "ui/figures/FigureKinds.h"
#include "ui/models/ShownRecipe.h"
#include "ui/views/ControlBar.h"
#include "ui/views/DockHost.h"
#include "ui/views/MainWindow.h"

namespace ouroscope {

void MainWindow::buildMenus() {
  QMenu* file = menuBar()->addMenu(tr("&File"));
  file->addAction(tr("&Open trace..."), QKeySequence::Open, this, [this] {
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open trace"), {}, tr("Traces (*.trace.safetensors);;All files (*)"));
    if (!path.isEmpty()) openTrace(path);
  });
  file->addAction(tr("Open &model folder..."), QKeySequence("Ctrl+Shift+O"), this, [this] {
    const QString path = QFileDialog::getExistingDirectory(this, tr("Open model folder"));
    if (!path.isEmpty()) openModel(path);
  });
  file->addAction(tr("&Save trace..."), QKeySequence::Save, this, [this] {
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save trace"), "run.trace.safetensors", tr("Traces (*.trace.safetensors)"));
    if (!path.isEmpty()) saveTrace(path);
  });
  file->addAction(tr("&Export figure..."), QKeySequence("Ctrl+E"), this, [this] { askExport(); });
  file->addSeparator();
  file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);

  examples_ = menuBar()->addMenu(tr("E&xamples"));
  examples_->setObjectName("examples");
  examples_->setEnabled(false);

  QMenu* view = menuBar()->addMenu(tr("&View"));
  for (const ViewInfo& info : viewList())
    view->addAction(docks_->dock(info.id)->toggleViewAction());
  view->addSeparator();
  QMenu* theme = view->addMenu(tr("&Theme"));
  auto* group = new QActionGroup(this);
  for (const auto& [name, choice] :
       {std::pair(tr("&System"), ThemeChoice::System), std::pair(tr("&Light"), ThemeChoice::Light),
        std::pair(tr("&Dark"), ThemeChoice::Dark)}) {
    const ThemeChoice wanted = choice;
    QAction* action = theme->addAction(name, this, [this, wanted] { setTheme(wanted); });
    action->setCheckable(true);
    group->addAction(action);
  }
  menuBar()->addMenu(tr("&Help"))->addAction(tr("&Keys"), this, [this] { showKeys(); });
}

void MainWindow::fillExamples() {
  examples_->clear();
  examples_->setEnabled(false);
  if (!workspace_.model()) return;
  QFile file(QString::fromStdString((workspace_.model()->folder.path / "prompts.json").string()));
  if (file.open(QIODevice::ReadOnly)) {
    // A model folder is somebody else's: whatever is not as expected is passed over.
    for (const auto value : QJsonDocument::fromJson(file.read(1 << 20)).array()) {
      const QJsonObject prompt = value.toObject();
      const QString text = prompt["text"].toString();
      if (text.isEmpty()) continue;
      const int loops = prompt["loops"].toInt(), generate = prompt["generate"].toInt();
      QAction* action = examples_->addAction(prompt["title"].toString(text).left(60), this,
                                             [this, text, loops, generate] {
                                               controls_->setPrompt(text, loops, generate);
                                               run();
                                             });
      action->setStatusTip(prompt["look"].toString());
      action->setToolTip(prompt["look"].toString());
    }
  }
  examples_->setEnabled(!examples_->isEmpty());
  examples_->setToolTipsVisible(true);
}

void MainWindow::askExport() {
  QDialog dialog(this);
  dialog.setWindowTitle(tr("Export figure"));
  QComboBox kind;
  kind.setObjectName("exportKind");
  for (const FigureKind& known : figureKinds())
    if (!known.needsOther && QString(known.id) != "page")  // pages are made in their own view
      kind.addItem(QCoreApplication::translate("FigureKinds", known.title), QString(known.id));
  QComboBox format;
  format.setObjectName("exportFormat");
  format.addItems({"pdf", "svg", "png", "csv", "json"});
  QDoubleSpinBox width;
  width.setObjectName("exportWidth");
  width.setRange(30, 1200);
  width.setValue(140);
  width.setSuffix(tr(" mm"));
  QDialogButtonBox buttons(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
  QFormLayout form(&dialog);
  form.addRow(tr("Figure"), &kind);
  form.addRow(tr("Format"), &format);
  form.addRow(tr("Width"), &width);
  form.addRow(&buttons);
  connect(&buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
  connect(&buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
  if (dialog.exec() != QDialog::Accepted) return;

  FigureRecipe recipe = shownRecipe(state_, kind.currentData().toString());
  recipe.widthMm = width.value();
  const QString suffix = format.currentText();
  QString path =
      QFileDialog::getSaveFileName(this, tr("Export figure"), recipe.kind + "." + suffix,
                                   QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
  if (path.isEmpty()) return;
  if (!path.endsWith("." + suffix, Qt::CaseInsensitive)) path += "." + suffix;
  exportFigure(recipe, path);
}

void MainWindow::showKeys() {
  QMessageBox box(
      QMessageBox::NoIcon, tr("Keys"),
      tr("Ctrl+Return\trun the prompt\nCtrl+O\topen a trace\nCtrl+Shift+O\topen a model "
         "folder\nCtrl+S\tsave the trace\nCtrl+E\texport a figure\n"
         "Arrows, Home, End\tmove the selection in the text\n, and .\tprevious and next deep "
         "token\nEsc\tclear the selection\nCtrl+C\tcopy the text\n"
         "Wheel, drag\tzoom and move the heatmap; double click shows all\n?\tthis list"),
      QMessageBox::Close, this);
  box.setTextFormat(Qt::PlainText);
  box.exec();
}

}  // namespace ouroscope
