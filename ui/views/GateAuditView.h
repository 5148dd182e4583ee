// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QIcon>
#include <vector>

#include "core/analysis/ExitRules.h"
#include "core/analysis/GateAudit.h"
#include "ui/figures/base/FigureTheme.h"
#include "ui/jobs/JobRunner.h"
#include "ui/views/TraceView.h"

class QComboBox;
class QLabel;
class QSplitter;
class QTableWidget;

namespace ouroscope {

class ExitRulesFigure;
class GateFigure;

/// What the gate says about one token and on average, and how its decisions compare with exit rules
/// that need no training: same trace, same mean loops, regret to the oracle.
class GateAuditView : public TraceView {
  Q_OBJECT
 public:
  explicit GateAuditView(const ViewContext& context, QWidget* parent = nullptr);
  /// The exit rules; the gate's averages have an export button of their own.
  std::optional<FigureRequest> shown() const override;
  GateFigure* tokenFigure() const { return token_; }
  GateFigure* averageFigure() const { return average_; }
  ExitRulesFigure* rulesFigure() const { return rules_; }

  /// All of one trace, made in a job.
  struct Audit {
    ExitRuleAudit rules;
    std::vector<GateAverages> averages;  ///< by gate
  };

 protected:
  void refresh(Changes what) override;
  void themeChanged() override;
  bool eventFilter(QObject* object, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build();
  void reload();
  void setAudit(std::shared_ptr<const Audit> audit);
  void showToken();
  void showTokenReading();  ///< where the shown token is read, and how that is put in words
  void showAverages();
  void showRules();
  void showTable();
  int shownToken() const;

  JobRunner jobs_;
  GateFigure *token_, *average_;
  ExitRulesFigure* rules_;
  QLabel *tokenTitle_, *averageTitle_, *rulesTitle_;
  QComboBox* quality_;
  QSplitter* comparison_;
  QTableWidget* table_;
  TracePtr trace_;
  std::shared_ptr<const Audit> audit_;
  std::vector<std::size_t> rowCurves_;       ///< curve of every table row
  int tokenShown_ = -2, averagesGate_ = -1;  ///< what the two figures hold; -2, -1: nothing yet
  int tokenGate_ = -1;                       ///< by which gate tokenShown_ is shown
  ExitDistribution tokenExit_;               ///< of tokenShown_
  std::vector<QIcon> swatches_;              ///< of every curve, in the present theme
};

}  // namespace ouroscope
