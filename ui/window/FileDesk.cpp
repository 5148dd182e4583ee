// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/FileDesk.h"

#include <QClipboard>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QSettings>

#include "ui/base/LastFolder.h"
#include "ui/figures/files/FigureExport.h"
#include "ui/figures/kinds/CorpusKinds.h"

namespace ouroscope {
namespace {

constexpr int kRecent = 10;

}  // namespace

FileDesk::FileDesk(ViewState& state, Workspace& workspace, QWidget* window)
    : state_(state), workspace_(workspace), window_(window) {
  connect(&jobs_, &JobRunner::failed, this, &FileDesk::messageAsked);
  connect(&jobs_, &JobRunner::ended, this, [this] {
    if (jobs_.running() || waiting_.empty()) return;
    FileJob next = std::move(waiting_.front());
    waiting_.pop_front();
    jobs_.start(next.what, std::move(next.work), std::move(next.done));
  });
}

void FileDesk::cancel() {
  waiting_.clear();
  jobs_.cancel();
}

void FileDesk::start(const QString& what, JobRunner::Work work, JobRunner::Done done) {
  // One after the other: a file that is being saved is not overtaken by the next.
  if (jobs_.running()) return waiting_.push_back({what, std::move(work), std::move(done)});
  jobs_.start(what, std::move(work), std::move(done));
}

void FileDesk::openTraces(const QStringList& paths) {
  QStringList fresh;
  for (const QString& path : paths)
    if (const Workspace::Item* already = workspace_.findPath(path))
      workspace_.show(already->id);
    else
      fresh << path;
  if (fresh.isEmpty()) return;
  const QString what = fresh.size() == 1 ? tr("Opening %1").arg(QFileInfo(fresh[0]).fileName())
                                         : tr("Opening %n traces", nullptr, fresh.size());
  start(what, openTracesJob(fresh), [this](const std::any& result) {
    const auto read = std::any_cast<OpenedTraces>(result);
    for (const auto& [path, trace] : read.traces) {
      workspace_.open(trace, QFileInfo(path).absoluteFilePath());
      remember(path);
    }
    if (!read.traces.empty()) emit opened();
    for (const QString& problem : read.problems) emit messageAsked(problem);
  });
}

void FileDesk::openCorpus(const QString& folder, bool show) {
  start(tr("Opening the corpus %1").arg(QFileInfo(folder).fileName()), openCorpusJob(folder),
        [this, folder, show](const std::any& result) {
          const auto read = std::any_cast<OpenedCorpus>(result);
          workspace_.setCorpus(read.corpus, read.documents);
          remember(folder);
          if (show) emit corpusOpened();
        });
}

void FileDesk::askDocument(qint64 number) {
  const CorpusPtr corpus = workspace_.corpus();
  if (!corpus) return;
  const auto& input = corpus->manifest().json()["input"];
  const QString name = QString::fromStdString(input.value("name", ""));
  const bool folder = input.value("kind", "") == "folder";
  // What was run is often beside the folder it was run into.
  QString path =
      QDir(QString::fromStdString(corpus->folder().parent_path().string())).filePath(name);
  const QFileInfo beside(path);
  if (name.isEmpty() || !(folder ? beside.isDir() : beside.isFile()))
    path = folder ? QFileDialog::getExistingDirectory(
                        window_, tr("The folder that the corpus was run on"), lastFolder())
                  : QFileDialog::getOpenFileName(window_, tr("The file that the corpus was run on"),
                                                 lastFolder(),
                                                 tr("JSON lines (*.jsonl);;All files (*)"));
  if (path.isEmpty()) return;
  start(tr("Reading document %1").arg(number), readDocumentJob(corpus, path, number),
        [this](const std::any& result) {
          const auto prompt = std::any_cast<RunPrompt>(result);
          if (const auto* text = std::get_if<std::string>(&prompt))
            emit documentRead(QString::fromStdString(*text));
          else
            emit conversationRead(prompt);
        });
}

void FileDesk::saveTrace(const QString& path) {
  if (!state_.trace())
    return void(emit messageAsked(tr("There is no trace to save: run a prompt first.")));
  saveItem(workspace_.current(), path);
}

void FileDesk::saveItem(int id, const QString& path, std::function<void()> then) {
  const Workspace::Item* item = workspace_.find(id);
  if (!item || item->away()) return;
  start(tr("Saving %1").arg(QFileInfo(path).fileName()), saveTraceJob(item->trace, path),
        [this, path, id, then = std::move(then)](const std::any&) {
          workspace_.setPath(id, QFileInfo(path).absoluteFilePath());
          remember(path);
          emit done(tr("Saved %1").arg(path));
          if (then) then();
        });
}

void FileDesk::exportFigure(const FigureRequest& figure, const QString& path) {
  const QString what = tr("Exporting %1").arg(path);
  const auto write = [this, figure, path, what](const std::any&) {
    try {
      start(what, exportFigureJob(figure, path), [this, path](const std::any&) {
        rememberFolderOf(path);
        emit done(tr("Exported %1").arg(path));
      });
    } catch (const std::exception& error) {
      emit messageAsked(QString::fromUtf8(error.what()));
    }
  };
  start(what, hashTracesJob(figure.input), write);
}

void FileDesk::copyFigure(const FigureRequest& figure, const QString& format) {
  // The caption in the file names the trace by its hash.
  start(tr("Copying the figure"), hashTracesJob(figure.input), [this, figure, format](const auto&) {
    try {
      const QByteArray bytes =
          renderFigure(figure.input, recipeFromJson(figure.recipe.toJson()), format);
      auto* data = new QMimeData;
      if (format == "svg") {
        data->setData("image/svg+xml", bytes);
        data->setText(QString::fromUtf8(bytes));
      } else {
        data->setImageData(QImage::fromData(bytes));
      }
      QGuiApplication::clipboard()->setMimeData(data);
      emit done(tr("Copied as %1").arg(format.toUpper()));
    } catch (const std::exception& error) {
      emit messageAsked(QString::fromUtf8(error.what()));
    }
  });
}

void FileDesk::askOpen() {
  openTraces(QFileDialog::getOpenFileNames(window_, tr("Open trace"), lastFolder(),
                                           tr("Traces (*.trace.safetensors);;All files (*)")));
}

void FileDesk::askCorpus() {
  const QString path =
      QFileDialog::getExistingDirectory(window_, tr("Open corpus folder"), lastFolder());
  if (!path.isEmpty()) openCorpus(path);
}

void FileDesk::askSave() {
  const QString suffix = ".trace.safetensors";
  QString path = QFileDialog::getSaveFileName(
      window_, tr("Save trace"), inLastFolder("run" + suffix), tr("Traces (*.trace.safetensors)"));
  if (path.isEmpty()) return;
  if (!path.endsWith(suffix)) path += suffix;
  saveTrace(path);
}

void FileDesk::askExport(const std::optional<FigureRequest>& wanted) {
  if (!wanted)
    return void(
        emit messageAsked(tr("There is nothing to export: run a prompt or open a trace first.")));
  FigureRequest figure = *wanted;
  try {
    figure.recipe = recipeFromJson(wanted->recipe.toJson());  // the kind's own defaults
    checkFigureInput(figure.input, figure.recipe);
  } catch (const std::exception& error) {
    return void(emit messageAsked(QString::fromUtf8(error.what())));
  }
  QStringList of;
  for (const TracePtr& trace : {figure.input.trace, figure.input.other})
    for (const Workspace::Item& item : workspace_.items())
      if (trace && item.trace == trace) of << item.shownTitle();
  if (figure.input.corpus) of << QString::fromStdString(figure.input.corpus->name());
  QDialog dialog(window_);
  dialog.setWindowTitle(tr("Export figure"));
  const char* title = figure.recipe.corpus ? corpusFigureKind(figure.recipe.kind).title
                                           : figureKind(figure.recipe.kind).title;
  QLabel kind(QCoreApplication::translate("FigureKinds", title) + '\n' +
              of.join(QStringLiteral(" \u2013 ")));
  kind.setObjectName("exportKind");
  kind.setTextFormat(Qt::PlainText);
  QComboBox format;
  format.setObjectName("exportFormat");
  format.addItems(figureFormats());
  QDoubleSpinBox width;
  width.setObjectName("exportWidth");
  width.setRange(30, 1200);
  width.setValue(figure.recipe.widthMm);
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

  figure.recipe.widthMm = width.value();
  const QString suffix = format.currentText();
  QString path = QFileDialog::getSaveFileName(
      window_, tr("Export figure"), inLastFolder(figure.recipe.kind + "." + suffix),
      QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
  if (path.isEmpty()) return;
  if (!path.endsWith("." + suffix, Qt::CaseInsensitive)) path += "." + suffix;
  exportFigure(figure, path);
}

QStringList FileDesk::recent() {
  return QSettings().value("recent").toStringList();
}

void FileDesk::remember(const QString& path) {
  rememberFolderOf(path);
  QSettings settings;
  QStringList recent = settings.value("recent").toStringList();
  const QString full = QFileInfo(path).absoluteFilePath();
  recent.removeAll(full);
  recent.prepend(full);
  settings.setValue("recent", recent.mid(0, kRecent));
}

}  // namespace ouroscope
