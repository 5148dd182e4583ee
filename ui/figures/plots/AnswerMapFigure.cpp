// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/AnswerMapFigure.h"

#include <algorithm>

#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/base/SwatchLegend.h"

namespace ouroscope {
namespace {

/// In the order of AnswerState. Dark is settled, light is on the way, purple has been lost: four
/// steps of lightness, so that grey paper tells them apart too.
QList<QColor> stateColours(const FigureTheme& theme) {
  const bool dark = theme.background.lightness() < 128;
  if (dark)
    return {QColor(0x2b, 0x6c, 0xb0), QColor(0x8f, 0xa3, 0xb5), QColor(0x3d, 0x43, 0x49),
            QColor(0xd9, 0x9b, 0xf0)};
  return {QColor(0x1f, 0x4e, 0x8c), QColor(0x9f, 0xb4, 0xc8), QColor(0xe9, 0xec, 0xee),
          QColor(0xb0, 0x62, 0xc8)};
}

}  // namespace

AnswerMapFigure::AnswerMapFigure(QWidget* parent)
    : TokenLoopPlot(parent),
      map_(ColourMap::steps(stateColours(theme_))),
      legend_(SwatchLegend::above(this)) {
  removeScale();
}

void AnswerMapFigure::setTrace(TracePtr trace, const FigureRecipe& recipe) {
  trace_ = std::move(trace);
  recipe_ = recipe;
  dynamics_ = trace_ ? answerDynamics(*trace_) : AnswerDynamics{};
  Frame shown = frameOf(trace_);
  shown.firstToken = recipe.firstToken;
  shown.lastToken = recipe.lastToken;
  shown.loopsVertical = recipe.loopsVertical;
  setFrame(std::move(shown));
  if (trace_) recolour();
  replot(QCustomPlot::rpQueuedReplot);
}

void AnswerMapFigure::makeLines() {
  commitHalo_ = addStepLine();
  commit_ = addStepLine();
  flip_ = addStepLine();
}

void AnswerMapFigure::recolour() {
  const QList<QColor> colours = stateColours(theme_);
  map_ = ColourMap::steps(colours);
  setCells(answerStates(*trace_), -0.5, 3.5, map_, Pooling::Maximum);
  drawLines();
}

void AnswerMapFigure::placeMarks() {
  TokenLoopPlot::placeMarks();
  showLines();
}

void AnswerMapFigure::showLines() {
  // Where tokens are narrower than two pixels the lines would cover all cells.
  const double room = frame().loopsVertical ? axisRect()->width() : axisRect()->height();
  const bool shown = recipe_.options.value("lines").toBool(true) &&
                     tokenAxis()->range().size() * 2 <= std::max(300.0, room);
  for (QCPGraph* line : {commitHalo_, commit_, flip_}) line->setVisible(shown);
  const QList<QColor> colours = stateColours(theme_);
  const QBrush missing(theme_.missing, Qt::BDiagPattern);
  std::vector<SwatchLegend::Entry> entries = {
      {colours[0], {}, tr("right, as at the end")},
      {colours[1], {}, tr("wrong, as at the end")},
      {colours[2], {}, tr("still another word")},
      {colours[3], {}, tr("right, lost later")},
      {missing, {}, tr("not run, or nothing follows")},
  };
  if (shown) {
    entries.push_back({{}, commit_->pen(), tr("first commit")});
    entries.push_back({{}, flip_->pen(), tr("last flip")});
  }
  legend_->setEntries(std::move(entries), theme_);
}

void AnswerMapFigure::drawLines() {
  QVector<QCPGraphData> commit, flip;
  // Both lines run along the lower edge of their loop's cell; a token without a flip has it at the
  // bottom.
  const auto add = [&](double t, std::size_t i) {
    commit << QCPGraphData(t, dynamics_.firstCommit[i] + 0.5);
    flip << QCPGraphData(t, std::max(0, dynamics_.lastFlip[i]) + 0.5);
  };
  const std::size_t T = dynamics_.firstCommit.size();
  add(-0.5, 0);
  for (std::size_t t = 0; t < T; ++t) add(static_cast<double>(t), t);
  add(static_cast<double>(T) - 0.5, T - 1);
  commitHalo_->data()->set(commit, true);
  commit_->data()->set(commit, true);
  flip_->data()->set(flip, true);
  const double width = theme_.paper ? theme_.lineWidth * 1.6 : 2.0;
  commitHalo_->setPen(QPen(theme_.background, width + 1.6));
  commit_->setPen(QPen(theme_.text, width));
  flip_->setPen(QPen(theme_.selection, width, Qt::DotLine));
  showLines();
}

}  // namespace ouroscope
