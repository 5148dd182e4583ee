// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointer>
#include <functional>
#include <optional>

#include "ui/jobs/Jobs.h"
#include "ui/session/Workspace.h"

class QMessageBox;

namespace ouroscope {

/// Everything that the model does for the window: it is loaded here, runs a prompt, runs a text
/// again with more recorded, and leaves a record for a branch. One of these at a time.
class RunDesk : public QObject {
  Q_OBJECT
 public:
  /// What the prompt box holds when a run begins.
  struct PromptBox {
    std::function<RunOrder()> order;  ///< may throw Error
    std::function<int()> generate;    ///< tokens that it asks for
    std::function<QJsonObject()> json;
  };
  /// @param window the parent of its dialog
  RunDesk(Workspace& workspace, QWidget* window, PromptBox box);

  JobRunner& jobs() { return jobs_; }
  bool busy() const { return jobs_.running(); }
  bool asking() const;  ///< a person is to answer first
  /// That the folder of the loaded model suggests.
  const std::vector<ExamplePrompt>& examples() const { return examples_; }

  /// @param folder or OWNER/NAME of the local Hub cache
  /// @param named by a person: emits loaded
  void loadModel(const QString& folder, bool named = true);
  void loadDemo();
  void askModel();
  void askLanguageDemo();                    ///< what it is, and whether it is fetched
  void openAs(const ModelRequest& request);  ///< the model again, in another way
  void run();                                ///< what the prompt box holds
  /// Turns, as the box would run a text; nothing is drawn after them.
  void runConversation(const RunPrompt& conversation);
  /// The shown trace's own text once more, with more recorded.
  void rerun(const RunWish& wish);
  /// The shown trace's own text on another model, or on the open one opened otherwise.
  void beside(const BesideWish& wish);
  void askBesideLayers();
  void askBesideModel();
  void askAgain();                    ///< what is to be recorded of the shown text, then rerun()
  void sweep(const SweepWish& wish);  ///< over the shown trace's own text
  void branch(const TracePtr& before, const BranchPoint& at);
  void stop() { jobs_.cancel(); }

  /// @param made positions that the model was made for
  static QString longContextText(int made);

 signals:
  void messageAsked(const QString& sentence);
  /// A run that was changed inside its loops is there and shown. @param untouched the one it was
  void changedRun(int untouched);
  void loaded(const QString& folder);
  void ranBeside(int id);  ///< a run that the shown one is to be compared with

 private:
  void load(const ModelRequest& request, std::function<void()> then);
  /// Asks whether the links out of this folder are followed, and opens it where they are. Nothing
  /// is remembered but in the request of the model that is then open.
  void askAboutLinks(ModelRequest request, const OutsideLink& found, std::function<void()> then);
  /// Goes on when the model is open as it was for a record of it: opens it so where it is not.
  void asRecorded(const TraceInfo& then, const std::function<void()>& go);
  bool hasModel();                       ///< or says that there is none
  const Workspace::Item* shownRun();     ///< or says that there is none
  std::optional<RunOrder> askedOrder();  ///< of the run box; or says what is wrong
  /// @param ran as for start()
  void runOrder(RunOrder order, const QJsonObject& ran);
  /// @param ran what the prompt box holds for the new trace
  /// @param view how the new trace is shown; empty: with its prompt's last token selected
  void start(const QString& name, const JobRunner::Work& work, const LiveRunPtr& live, int loops,
             const QJsonObject& ran, const QJsonObject& view = {}, int untouched = -1);

  Workspace& workspace_;
  QWidget* window_;
  PromptBox box_;
  JobRunner jobs_;
  std::vector<ExamplePrompt> examples_;
  QPointer<QMessageBox> question_;
};

}  // namespace ouroscope
