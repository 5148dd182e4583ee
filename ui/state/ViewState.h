// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonObject>
#include <QObject>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

#include "core/analysis/Answer.h"
#include "core/analysis/AnswerChange.h"
#include "core/analysis/ExitAnalysis.h"
#include "core/analysis/Measures.h"
#include "core/trace/Trace.h"

namespace ouroscope {

/// What the Compare view sets the shown trace against.
struct OtherSide {
  int item = -1;      ///< Workspace id; -1, or one that is not open: another reading of the shown
  bool same = false;  ///< another trace is read by the shown trace's rule
  ReadoutRule rule;   ///< where not `same`; budget 0: all its loops
  QString measure = "token:exit-loop";  ///< "token:" or "loop:" and the measure's id
  bool operator==(const OtherSide&) const = default;
};

/// What every view shows: one immutable trace, one way to read it, one selection. Views never talk
/// to each other; they read this and change this. Signals are fine-grained so that a slider tick
/// does not rebuild what it does not touch.
class ViewState : public QObject {
  Q_OBJECT
 public:
  explicit ViewState(QObject* parent = nullptr);

  TracePtr trace() const { return trace_; }  ///< may be null
  /// Measures and words stay; the selection stays where it still fits. It is read as it was run,
  /// unless it is the shown record `grown`: that keeps its rule.
  void setTrace(TracePtr trace, bool grown = false);
  const ReadoutRule& rule() const { return rule_; }
  void setRule(const ReadoutRule& rule);               ///< recomputes readout() once
  const Readout& readout() const { return readout_; }  ///< empty where there is no trace
  /// What that reading changes against full depth; computed once however many ask.
  const AnswerChange& change() const;
  /// Of the trace and the rule's gate; null where there is no trace.
  const std::shared_ptr<const ReadoutTables>& tables() const { return tables_; }
  int selectedToken() const { return selectedToken_; }  ///< -1 none
  int selectedLoop() const { return selectedLoop_; }    ///< -1: the token's exit loop
  /// This token alone; further ones are then added from here.
  void select(int token, int loop = -1);
  /// All selected tokens, ascending; selectedToken() is one of them. Empty where none is.
  const std::vector<int>& selectedTokens() const { return selectedTokens_; }
  bool isSelected(int token) const;
  void extendSelection(int token);        ///< Shift: all from where the selection began to `token`
  void toggleSelection(int token);        ///< Ctrl: adds or takes away one
  void selectRange(int first, int last);  ///< both included; `last` becomes selectedToken()
  int hoveredToken() const { return hoveredToken_; }
  int hoveredLoop() const { return hoveredLoop_; }
  void hover(int token, int loop = -1);
  const Measure& measure() const { return *measure_; }
  void setMeasure(const Measure& measure);
  const Measure& tokenMeasure() const { return *tokenMeasure_; }
  void setTokenMeasure(const Measure& measure);
  QString lensQuantity() const { return lensQuantity_; }  ///< "logprob", "prob", "rank"
  void setLensQuantity(const QString& quantity);
  QStringList trackedWords() const { return trackedWords_; }
  void setTrackedWords(const QStringList& words);
  /// What somebody expects after the prompt: as typed, and as tokens of the shown trace. Empty:
  /// nothing. It belongs to the trace.
  const QString& expectedText() const { return expectedText_; }
  const ExpectedAnswer& expected() const { return expected_; }
  void setExpected(const QString& text, const ExpectedAnswer& answer);
  const OtherSide& compared() const { return compared_; }
  void setCompared(const OtherSide& other);
  void setAgainst(int item);  ///< that open trace is the other side, read by the shown trace's rule
  /// How `other` is read where it is the other side: with what it has of budget and gates.
  ReadoutRule comparedRule(const Trace& other, const OtherSide& side) const;
  /// The same by the shown trace's rule.
  ReadoutRule sameRule(const Trace& other) const;

  /// All of the above but the trace and the hover: what sessions keep, undo goes back to, and each
  /// open trace is left with. New pieces of state are added to both.
  QJsonObject toJson() const;
  /// Sets what is there and fits the trace; anything else stays as it is. Emits what changed.
  void fromJson(const QJsonObject& json);

 signals:
  void traceChanged();
  void readoutChanged();
  void selectionChanged();
  void hoverChanged();
  void measureChanged();
  void tokenMeasureChanged();
  void lensChanged();  ///< quantity or tracked words
  void comparedChanged();
  void expectedChanged();

 private:
  void refresh();
  void setSelection(std::vector<int> tokens, int token, int loop);
  TracePtr trace_;
  std::shared_ptr<const ReadoutTables> tables_;
  ReadoutRule rule_;
  Readout readout_;
  mutable std::optional<AnswerChange> change_;  ///< of readout_, once somebody has asked
  std::vector<int> selectedTokens_;
  int anchor_ = -1;  ///< where Shift ranges begin
  int selectedToken_ = -1, selectedLoop_ = -1, hoveredToken_ = -1, hoveredLoop_ = -1;
  const Measure* measure_ = &ouroscope::measure("exit-probability");
  const Measure* tokenMeasure_ = &ouroscope::measure("exit-loop");
  QString lensQuantity_ = "logprob";
  QStringList trackedWords_;
  OtherSide compared_;
  QString expectedText_;
  ExpectedAnswer expected_;
};

}  // namespace ouroscope
