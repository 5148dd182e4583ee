// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDockWidget>
#include <QJsonObject>
#include <QMainWindow>
#include <map>

#include "ui/figures/base/FigureTheme.h"
#include "ui/window/SceneHeight.h"
#include "ui/window/ViewList.h"

namespace ouroscope {

class QuestionHead;

/// The part of the window under the control bar: a dock per row of ViewList, arranged by presets.
/// In Explore the scene stands above one question at full height; a pinned one stays beside the
/// next. Views are made when their dock is first seen.
class DockHost : public QMainWindow {
  Q_OBJECT
 public:
  explicit DockHost(const ViewContext& context, QWidget* parent = nullptr);
  ~DockHost() override;

  void setTheme(const FigureTheme& theme);
  QString preset() const { return preset_; }
  /// Another preset, as it was last left.
  void setPreset(const QString& id);
  void explore();                    ///< the preset with the scene and the questions
  void resetLayout();                ///< of the current preset: as it came
  void showView(const QString& id);  ///< to the front, with the focus; a question is asked
  /// Shows a question in the place of the one before it; the focus stays where it is. One that is
  /// open already (pinned, or in a window of its own) comes to the front.
  void ask(const QString& id);
  /// A pinned question stays when the next is asked, which then comes beside it. One at a time.
  void pin(const QString& id, bool pinned);
  QString question() const { return question_; }  ///< that was asked last; empty where none is open
  QString pinned() const { return pinned_; }      ///< or empty
  bool isOpen(const QString& id) const { return !dock(id)->isHidden(); }
  QDockWidget* dock(const QString& id) const;
  TraceView* view(const QString& id);  ///< made if it was not seen yet; null for an unknown id
  /// The figure of the view that had the focus last, of those that are seen and have one.
  std::optional<FigureRequest> shown() const;
  void find();  ///< the first visible view that can find something

  /// The preset, how each was arranged, and what views keep for themselves. @return false where the
  /// layout is of other views or damaged: the presets are then as they were shipped
  QJsonObject layout() const;
  bool setLayout(const QJsonObject& layout);

 signals:
  void presetChanged();
  void layoutChanged();     ///< docks moved, resized, shown or hidden
  void questionsChanged();  ///< asked, pinned or closed

 protected:
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fill(const ViewInfo& info);
  void takeFocus(QWidget* now);
  /// Hides the view of a dock behind a tab, so that it does no work until it is seen.
  void wakeView(const QString& id, bool seen);
  void arrange();
  void tidyTitles();
  void markQuestions();
  void park(const QString& id);  ///< hides its dock, out of the arrangement
  /// Of a dock that shares the lower part of the window: seen, and not in a window of its own.
  bool standsBelow(const QString& id) const;
  ViewContext context_;
  FigureTheme theme_;
  QString preset_ = "analyse";
  std::map<QString, QDockWidget*> docks_;
  std::map<QString, TraceView*> views_;
  std::map<QString, QuestionHead*> heads_;
  QString question_, pinned_;
  QString marks_;          ///< what questionsChanged() last told of
  QStringList focused_;    ///< views that had the focus, the last one first
  QJsonObject ownStates_;  ///< of views, as they were read; those made later get theirs
  std::map<QString, QByteArray> left_;  ///< layouts of presets as they were left
  SceneHeight height_;
};

}  // namespace ouroscope
