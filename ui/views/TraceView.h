// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonObject>
#include <QWidget>
#include <optional>

#include "ui/figures/base/FigureRequest.h"
#include "ui/figures/base/FigureTheme.h"
#include "ui/session/ViewContext.h"

class QLabel;

namespace ouroscope {

/// What can change under a view.
enum class Changed {
  Trace = 1 << 0,
  Readout = 1 << 1,  ///< gate, budget or q
  Selection = 1 << 2,
  Hover = 1 << 3,
  Measure = 1 << 4,       ///< of the heatmap
  TokenMeasure = 1 << 5,  ///< of the text
  Lens = 1 << 6,          ///< quantity or tracked words
  Compared = 1 << 7,      ///< the other side of a comparison
  OpenTraces = 1 << 8,    ///< opened, closed, renamed, or another one is shown
  Model = 1 << 9,
  Live = 1 << 10,        ///< a run begins, pauses, ends, or has other settings
  LiveTokens = 1 << 11,  ///< more tokens of the run
  LiveReset = 1 << 12,   ///< another run or record
  Expected = 1 << 13,    ///< the answer that somebody expects
  Corpus = 1 << 14,      ///< another one is open, or none
  Doing = 1 << 15,       ///< work of the window begins or ends
};
Q_DECLARE_FLAGS(Changes, Changed)
Q_DECLARE_OPERATORS_FOR_FLAGS(Changes)

/// Base of all views. It listens for what its view watches and calls refresh() while the view is
/// seen; what changes while it is hidden is remembered and handed over in one refresh() when it is
/// shown again. So a hidden view does no work, and views need no protocol of their own for that.
class TraceView : public QWidget {
  Q_OBJECT
 public:
  ~TraceView() override;

  /// Colours and type; a hidden view takes them when it is shown.
  void setTheme(const FigureTheme& theme);

  /// What is on the screen as a figure: exporting draws exactly that. None where the view has no
  /// figure, or nothing to show in it.
  virtual std::optional<FigureRequest> shown() const { return {}; }

  /// What the view has that no other place keeps, for sessions and for a window that is built again
  /// in another language; empty: nothing. The view may be hidden, and of any trace.
  virtual QJsonObject ownState() const { return {}; }
  virtual void setOwnState(const QJsonObject&) {}

  virtual bool canFind() const { return false; }
  virtual void openFind() {}  ///< the find bar, where there is one

  /// The height that all of what it shows takes at its width; 0: as much as it can get.
  virtual int wantedHeight() const { return 0; }
  /// What it never goes below where it shares the height; it may change with wantedHeight().
  virtual int lowestHeight() const { return 0; }

  /// How often this view has done work for a change: a test holds hidden views to none.
  int refreshes() const { return refreshes_; }

 signals:
  void ownStateChanged();
  void wantedHeightChanged();

 protected:
  /// @param watched what refresh() is called for; at the first time for all of it
  TraceView(const ViewContext& context, Changes watched, QWidget* parent = nullptr);

  /// Brings the view up to date. Called only while it is visible.
  /// @param what of the watched has changed since the last call
  virtual void refresh(Changes what) = 0;
  virtual void themeChanged() {}

  /// For changes that the base knows nothing of: refresh() now, or when the view is shown.
  void changed(Changes what);

  /// Shows `content` or, in its place, a sentence. Lays the view out in one column.
  void setContent(QWidget* content, const QString& hint = {});
  QLabel* hint() const { return hint_; }
  void showHint();
  void showHint(const QString& sentence);
  void showContent();

  /// A request for the shown trace alone, read as the window reads; none without a trace.
  std::optional<FigureRequest> request(const QString& kind) const;
  /// Wants a figure from the window's export dialog; nothing to show is nothing to export.
  void askExport(const std::optional<FigureRequest>& wanted);

  void showEvent(QShowEvent* event) override;

  ViewState& state_;
  Workspace& workspace_;
  Intents& intents_;
  FigureTheme theme_ = FigureTheme::light();

 private:
  void bringUpToDate();
  Changes watched_, pending_;
  bool themePending_ = false;
  int refreshes_ = 0;
  QLabel* hint_ = nullptr;
  QWidget *empty_ = nullptr, *content_ = nullptr;  ///< one of them is shown
};

}  // namespace ouroscope
