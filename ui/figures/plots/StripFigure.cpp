// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/StripFigure.h"

#include <QFontMetricsF>
#include <cmath>

#include "ui/figures/plots/AnswerWords.h"

namespace ouroscope {
namespace {

constexpr double kStripMargin = 4;

}  // namespace

int stripToken(const Trace& trace, const FigureRecipe& recipe) {
  return recipe.token >= 0 ? chosenToken(trace, recipe) : answerToken(trace);
}

StripFigure::StripFigure(TracePtr trace, const FigureRecipe& recipe, const FigureTheme& theme,
                         double width)
    : trace_(std::move(trace)), recipe_(recipe), theme_(theme), width_(width) {
  const Measure& depth = measure("exit-loop");
  read_ = readout(*trace_, recipe_.rule);
  depths_ = depthColumns(*trace_, read_);
  depth_ = shadingScale(*trace_, depth);
  const QFontMetricsF metrics(theme_.font);
  const double line = metrics.height();
  columns_.setSize(trace_->loops(), line);
  words_ = width_ - 2 * kStripMargin - metrics.horizontalAdvance("1000") - line * 0.4;
  flow_.setFont(theme_.font);
  flow_.setTrace(trace_, recipe_.firstToken, recipe_.lastToken);
  flow_.setHead(columns_.head(), columns_.width() + 1);
  flow_.setDigitsShown(false);
  flow_.layout(words_);
  shaded_ = recipe_.tokenMeasure != &depth;
  if (shaded_) {
    shading_ = shadingOf(*trace_, read_, *recipe_.tokenMeasure);
    flow_.setShades(shading_.fills, {});
  }
  answer_ = answerWords(trace_, answerAt(*trace_, stripToken(*trace_, recipe_), read_)).sentence();
  answerHeight_ =
      metrics.boundingRect(QRectF(0, 0, width_ - 2 * kStripMargin, 1e6), Qt::TextWordWrap, answer_)
          .height();
}

double StripFigure::height() const {
  const double line = QFontMetricsF(theme_.font).height();
  return 2 * kStripMargin + flow_.height() + line * 0.4 + answerHeight_ +
         line * (shaded_ ? 3.2 : 1.8);
}

void StripFigure::paint(QPainter& painter) const {
  painter.save();
  painter.translate(kStripMargin, kStripMargin);
  const double line = QFontMetricsF(theme_.font).height();
  const int first = recipe_.firstToken,
            last = recipe_.lastToken < 0 ? trace_->tokens() - 1 : recipe_.lastToken;
  for (int t = first; t <= last; ++t) {
    const QRectF head = flow_.headRect(t);
    columns_.paint(painter, QPointF(head.center().x(), head.bottom()), depths_[t], theme_);
  }
  flow_.paint(painter, QRectF(0, 0, width_, flow_.height()), theme_);
  // The loops allowed, with their number at the end of the first line.
  const int allowed = read_.rule.budget > 0 ? read_.rule.budget : trace_->loops();
  painter.setFont(theme_.font);
  for (int i = 0; i < flow_.lines(); ++i) {
    const double y = i * flow_.lineHeight() + flow_.head() - columns_.levelOf(allowed);
    painter.setPen(QPen(theme_.axis, theme_.lineWidth, Qt::DashLine));
    painter.drawLine(QPointF(0, y), QPointF(words_, y));
    painter.setPen(theme_.text);
    painter.drawText(QRectF(words_ + line * 0.3, y - line / 2, width_ - words_, line),
                     Qt::AlignLeft | Qt::AlignVCenter, QString::number(allowed));
  }
  double y = flow_.height() + line * 0.4;
  const double room = width_ - 2 * kStripMargin;
  painter.drawText(QRectF(0, y, room, answerHeight_ + 1), Qt::TextWordWrap, answer_);
  y += answerHeight_ + line * 0.5;
  paintLegend(painter, depth_, theme_, QRectF(0, y, room, line));
  if (shaded_) paintLegend(painter, shading_.scale, theme_, QRectF(0, y + line * 1.4, room, line));
  painter.restore();
}

}  // namespace ouroscope
