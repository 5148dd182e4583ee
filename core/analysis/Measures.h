// SPDX-License-Identifier: GPL-3.0-or-later
// The measures: quantities per token and loop, or per token, that heatmaps, text shading, geometry,
// comparisons, recipes, CSV, JSON and menus offer. The table in Measures.cpp is the one place where
// a measure is added.
#pragma once
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis/ExitAnalysis.h"

namespace ouroscope {

/// What the cells of a measure are made of.
struct MeasureInput {
  const Trace& trace;
  int gate = 0;
  int budget = 0;  ///< loops that are allowed, as ReadoutRule::budget; 0: all
  /// Tables of this trace and gate where somebody has them: gate-derived measures are then looked
  /// up rather than computed.
  const ReadoutTables* known = nullptr;
  std::stop_token stop = {};
};

/// Values [T,R] row-major; NaN where absent. A recorded column is not copied.
class Cells {
 public:
  Cells(const std::vector<float>& column) : column_(&column) {}
  Cells(std::vector<float>&& own) : own_(std::move(own)) {}
  const std::vector<float>& values() const { return column_ ? *column_ : own_; }

 private:
  std::vector<float> own_;
  const std::vector<float>* column_ = nullptr;
};

/// Ends of a colour scale. They belong to trace and measure, not to a setting of the sliders, so a
/// colour keeps its meaning while a slider moves.
struct Limits {
  double low = 0, high = 1;
};

/// Which limits a measure has.
enum class MeasureRange {
  Unit,          ///< 0 to 1
  Loops,         ///< 1 to R
  DepthEntropy,  ///< 0 to log R
  Flips,         ///< 0 to R - 1
  /// All but the outermost 0.5 % of the values at either end, so that one broken token does not
  /// flatten the rest; zero too where it is near.
  Data,
};

/// One row of the table.
struct Measure {
  std::string_view id = {};        ///< "exit-probability": command line, recipes
  std::string_view name = {};      ///< "Exit probability p"
  std::string_view unit = {};      ///< "nats" or ""
  std::string_view exitName = {};  ///< of the value at the exit loop where it differs from `name`
  std::string_view key = {};       ///< in JSON and CSV; empty: the id with underscores
  MeasureRange range = MeasureRange::Data;
  bool lowStrikes = false;   ///< low values are what a reader looks for, not high ones
  bool diverging = false;    ///< centred on zero
  bool logarithmic = false;  ///< spans orders of magnitude
  bool whole = false;        ///< whole numbers
  bool readout = false;      ///< per token: changes with the rule; the others belong to the trace
  bool ofNextToken = false;  ///< depends on which token follows
  bool needsGate = false;    ///< says nothing where the model has no exit gate
  bool needsHidden = false;  ///< only from captured hidden states, and slow: never in a tick
  std::string_view formula = {};                  ///< of those that geometry shows: what is plotted
  std::string_view curveId = {}, curveName = {};  ///< in geometry, where they differ

  /// [T,R]; null where the measure is per token only.
  Cells (*cells)(const MeasureInput& input) = nullptr;
  /// [T]; null: the cell at the loop that is read.
  std::vector<float> (*tokens)(const Trace& trace, const Readout& readout) = nullptr;

  bool countsLoops() const { return range == MeasureRange::Loops; }  ///< from 1
  bool ofGate() const;                                               ///< derived from the exit gate
  std::string column() const;                                        ///< its key in JSON and CSV

  /// Whether a record has what it is made of: an exit gate, where it needs one.
  bool knownTo(const Trace& trace, int gate) const { return !needsGate || trace.hasGate(gate); }
};

std::span<const Measure> measures();
/// Null where the table has no such id.
const Measure* findMeasure(std::string_view id);
/// @throws std::logic_error for an id that is not in the table
const Measure& measure(std::string_view id);

/// Rows of the table by use, in its order.
std::vector<const Measure*> loopMeasures();   ///< a heatmap can show them
std::vector<const Measure*> tokenMeasures();  ///< text can be shaded by them at every tick
std::vector<const Measure*> curveMeasures();  ///< geometry: how a state moves from loop to loop
/// By the id that geometry's recipes use. Null where there is none.
const Measure* findCurve(std::string_view id);

/// [T,R] row-major; NaN where absent (not captured, not run, no next token). Over all loops that
/// were recorded. @throws Error where heavy columns cannot be read; Cancelled
std::vector<float> measureMatrix(const Trace& trace, const Measure& measure, int gate = 0,
                                 const ReadoutTables* known = nullptr,
                                 const std::stop_token& stop = {});

/// The same under a rule. Measures of the exit gate obey its budget B: p and the CDF of loop B take
/// the remainder, loops above B have no value.
std::vector<float> measureMatrix(const Trace& trace, const Measure& measure,
                                 const ReadoutRule& rule, const ReadoutTables* known = nullptr);

/// [T]; loops counted from 1; what a heatmap shows per loop (entropy, log-prob, KL, p ...) is taken
/// at the readout's loop. NaN where absent. `known` as above: a slider tick is then look-ups.
std::vector<float> tokenMeasure(const Trace& trace, const Measure& measure, const Readout& readout,
                                const ReadoutTables* known = nullptr);

/// The limits of the colours of a measure on one trace, for every view and figure.
Limits measureLimits(const Trace& trace, const Measure& measure);
/// The same from the cells, where the caller has them.
Limits measureLimits(const Trace& trace, const Measure& measure, std::span<const float> cells);

}  // namespace ouroscope
