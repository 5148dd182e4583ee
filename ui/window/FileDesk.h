// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <deque>
#include <functional>

#include "ui/figures/base/FigureRequest.h"
#include "ui/jobs/Jobs.h"
#include "ui/session/Workspace.h"

namespace ouroscope {

/// What is read from files and written to them: traces that are opened and saved, figures that are
/// exported, and which files came last. One after the other, and none of it stops a run.
class FileDesk : public QObject {
  Q_OBJECT
 public:
  /// @param window the parent of its dialogs
  FileDesk(ViewState& state, Workspace& workspace, QWidget* window);

  JobRunner& jobs() { return jobs_; }
  bool busy() const { return jobs_.running() || !waiting_.empty(); }
  void cancel();
  /// Work of any kind in the same queue.
  void start(const QString& what, JobRunner::Work work, JobRunner::Done done);

  void openTraces(const QStringList& paths);
  void openCorpus(const QString& folder, bool show = true);
  /// Reads a document of the open corpus out of its input: beside the folder, or where a person
  /// says.
  void askDocument(qint64 number);
  void saveTrace(const QString& path);  ///< the shown one
  /// @param then after it was written; not called where that fails
  void saveItem(int id, const QString& path, std::function<void()> then = {});
  void exportFigure(const FigureRequest& figure, const QString& path);
  /// Onto the clipboard, as export would write it. @param format "svg" or "png"
  void copyFigure(const FigureRequest& figure, const QString& format);
  void askOpen();
  void askCorpus();
  void askSave();
  /// The export dialog for exactly this figure; where it cannot be drawn, says why instead.
  void askExport(const std::optional<FigureRequest>& wanted);

  static QStringList recent();  ///< paths, the last one first
  static void remember(const QString& path);

 signals:
  void messageAsked(const QString& sentence);
  void done(const QString& sentence);  ///< for the status bar
  void opened();                       ///< at least one trace
  void corpusOpened();                 ///< to be shown
  void documentRead(const QString& text);
  void conversationRead(const RunPrompt& conversation);

 private:
  ViewState& state_;
  Workspace& workspace_;
  QWidget* window_;
  struct FileJob {
    QString what;
    JobRunner::Work work;
    JobRunner::Done done;
  };
  JobRunner jobs_;
  std::deque<FileJob> waiting_;
};

}  // namespace ouroscope
