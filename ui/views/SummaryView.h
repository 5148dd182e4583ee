// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QScrollArea>
#include <vector>

#include "core/analysis/Striking.h"
#include "ui/figures/base/FigureTheme.h"
#include "ui/session/ViewContext.h"

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace ouroscope {

class DepthHistogram;

/// What this trace is, how deep it goes, and where to look first: the page a trace opens on.
class SummaryView : public QScrollArea {
  Q_OBJECT
 public:
  explicit SummaryView(const ViewContext& context, QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  const std::vector<StrikingToken>& striking() const { return striking_; }

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void wake();
  void reload();
  void showDepth();
  void showFacts(const Trace& trace);
  void showStriking(const Trace& trace);

  ViewState& state_;
  Intents& intents_;
  QWidget* content_;
  QLabel* hint_;
  QLabel* title_;
  QLabel* depth_;
  DepthHistogram* histogram_;
  QVBoxLayout* strikes_;
  QGridLayout* facts_;
  std::vector<StrikingToken> striking_;
  bool stale_ = true;  ///< hidden, it does no work
};

}  // namespace ouroscope
