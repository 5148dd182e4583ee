// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "core/analysis/Striking.h"
#include "ui/views/TraceView.h"

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace ouroscope {

class DepthHistogram;

/// What this trace is, how deep it goes, and where to look first: the page a trace opens on.
class SummaryView : public TraceView {
  Q_OBJECT
 public:
  explicit SummaryView(const ViewContext& context, QWidget* parent = nullptr);
  const std::vector<StrikingToken>& striking() const { return striking_; }

 protected:
  void refresh(Changes what) override;
  void themeChanged() override;
  void changeEvent(QEvent* event) override;

 private:
  void reload();
  void showDepth();
  void showFacts(const Trace& trace);
  /// A line under "How it was made"; `name` names its widget.
  void addFact(const char* name, const QString& label, const QString& value);
  void showStriking(const Trace& trace);

  QWidget* content_;
  QLabel* title_;
  QLabel* depth_;
  DepthHistogram* histogram_;
  QVBoxLayout* strikes_;
  QGridLayout* facts_;
  int factRows_ = 0;  ///< a grid's own count never shrinks
  std::vector<StrikingToken> striking_;
};

}  // namespace ouroscope
