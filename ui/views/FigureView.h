// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTimer>

#include "ui/figures/files/FigureExport.h"
#include "ui/jobs/JobRunner.h"
#include "ui/views/TraceView.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace ouroscope {

class CaptionBox;
class FigurePreview;
class PageControls;
class PanelControls;

/// The figure page: panels on paper of a venue's width, seen as they will be printed, with what a
/// reviewer would complain about, their caption, and their export. All of it is one recipe of the
/// kind "page": `ouroscope figure page.json TRACE` gives the same file.
class FigureView : public TraceView {
  Q_OBJECT
 public:
  explicit FigureView(const ViewContext& context);

  std::optional<FigureRequest> shown() const override;
  QJsonObject ownState() const override;
  void setOwnState(const QJsonObject& state) override;
  const FigureRecipe& recipe() const { return recipe_; }
  /// The page is drawn as it was changed last, and nothing more is computed for it.
  bool isUpToDate() const {
    return !soon_.isActive() && !hashing_.running() && !reports_.running();
  }
  /// A recipe of any kind: another one than a page becomes its only panel.
  void setRecipe(const FigureRecipe& recipe);
  /// One more panel, of the shown trace or the open corpus. @throws Error where the page is full,
  /// or where the figure is of another trace
  void addPanel(const FigureRequest& figure);
  void exportTo(const QString& path);  ///< by its suffix; "recipe.json" is written by saveRecipe

 protected:
  void refresh(Changes what) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  void build();
  void begin();  ///< a first page of what the window shows
  FigureInput input() const;
  /// Whether the reports of all panels of a corpus are there; otherwise a job makes them, and the
  /// page is drawn then.
  bool reportsMade();
  void later();  ///< redraws soon, once for many changes
  void redraw();
  void showCaption();
  void split();
  void askPath();
  void openRecipe();
  void saveRecipe();

  FigureRecipe recipe_;
  JobRunner jobs_, hashing_, reports_;
  QTimer soon_{this};  ///< gathers changes
  PageControls* page_;
  PanelControls* panels_;
  FigurePreview* preview_;
  CaptionBox* caption_;
  QComboBox *vision_, *format_;
  QLabel *warnings_, *done_;
  QPushButton *split_, *export_;
};

}  // namespace ouroscope
