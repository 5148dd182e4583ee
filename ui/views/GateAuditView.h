// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <vector>

#include "core/analysis/ExitRules.h"
#include "core/analysis/GateAudit.h"
#include "ui/figures/base/FigureTheme.h"
#include "ui/jobs/JobRunner.h"
#include "ui/session/ViewContext.h"

class QComboBox;
class QLabel;
class QStackedWidget;
class QTableWidget;

namespace ouroscope {

class ExitRulesFigure;
class GateFigure;

/// What the gate says about one token and on average, and how its decisions compare with exit rules
/// that need no training: same trace, same mean loops, regret to the oracle.
class GateAuditView : public QWidget {
  Q_OBJECT
 public:
  explicit GateAuditView(const ViewContext& context, QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  GateFigure* tokenFigure() const { return token_; }
  GateFigure* averageFigure() const { return average_; }
  ExitRulesFigure* rulesFigure() const { return rules_; }

  /// All of one trace, made in a job.
  struct Audit {
    ExitRuleAudit rules;
    std::vector<GateAverages> averages;  ///< by gate
  };

 protected:
  void showEvent(QShowEvent* event) override;
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  void build();
  void reload();
  void setAudit(std::shared_ptr<const Audit> audit);
  void showReading();  ///< another gate, q or budget
  void showToken();
  void showAverages();
  void showRules();
  void showTable();
  int shownToken() const;

  ViewState& state_;
  Intents& intents_;
  JobRunner jobs_;
  GateFigure *token_, *average_;
  ExitRulesFigure* rules_;
  QLabel *tokenTitle_, *averageTitle_, *rulesTitle_, *hint_;
  QComboBox* quality_;
  QTableWidget* table_;
  QStackedWidget* pages_;
  TracePtr trace_;
  std::shared_ptr<const Audit> audit_;
  std::vector<std::size_t> rowCurves_;       ///< curve of every table row
  int tokenShown_ = -2, averagesGate_ = -1;  ///< what the two figures hold; -2, -1: nothing yet
  bool stale_ = true, behind_ = false;       ///< another trace, another reading came while hidden
};

}  // namespace ouroscope
