// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include <functional>
#include <utility>

namespace ouroscope {

/// Ticks at whole positions, labelled with the tokens' text, never more than `most`: making every
/// visible label costs milliseconds and gives an unreadable axis. Where tokens do not fit, their
/// positions are numbered instead.
class TokenTicker : public QCPAxisTicker {
 public:
  /// @param label text of a position; shortened here.
  void setLabels(int count, std::function<QString(int)> label) {
    count_ = count;
    label_ = std::move(label);
  }
  void setMost(int most) { most_ = most; }
  QString wordAt(int token) const;  ///< as it is written at the axis, where there is room for words

 protected:
  double getTickStep(const QCPRange& range) override;
  int getSubTickCount(double) override { return 0; }
  QVector<double> createTickVector(double step, const QCPRange& range) override;
  QString getTickLabel(double tick, const QLocale&, QChar, int) override;

 private:
  int count_ = 0;
  std::function<QString(int)> label_;
  int most_ = 40;
  bool words_ = true;
};

/// How words that stand side by side, turned upwards or one under the other, fit an axis.
struct WordFit {
  double points = 0;  ///< of their type
  int most = 0;       ///< as many fit at that size
};
/// The largest type, from that of `font` down to kLeastPoints, at which `count` words fit.
/// @param extent of the axis, in units; @param shrink false: the font's own size alone
WordFit fitWords(const QFont& font, double count, double extent, bool shrink);

/// Empties those labels of an axis that would print over their neighbours; what stays are those of
/// the ticks at whole multiples of a longer step.
void keepApart(const QCPAxis& axis, const QVector<double>& ticks, QVector<QString>& labels);

/// A ticker whose labels do not print over each other on its axis, however short that is.
template <class Ticker>
class Apart : public Ticker {
 public:
  template <class... Arguments>
  explicit Apart(const QCPAxis* axis, Arguments&&... arguments)
      : Ticker(std::forward<Arguments>(arguments)...), axis_(axis) {}
  void generate(const QCPRange& range, const QLocale& locale, QChar format, int precision,
                QVector<double>& ticks, QVector<double>* between,
                QVector<QString>* labels) override {
    Ticker::generate(range, locale, format, precision, ticks, between, labels);
    if (labels) keepApart(*axis_, ticks, *labels);
  }

 private:
  const QCPAxis* axis_;  ///< owns this
};

/// Whole loops from 1 to the recorded number; nothing beyond, even where the axis leaves room for
/// names.
class LoopTicker : public QCPAxisTickerFixed {
 public:
  explicit LoopTicker(int loops) : loops_(loops) {
    setTickStep(1);
    setScaleStrategy(loops > 12 ? ssMultiples : ssNone);
  }

 protected:
  QVector<double> createTickVector(double step, const QCPRange& range) override;
  int getSubTickCount(double) override { return 0; }

 private:
  int loops_;
};

/// Gives an axis the whole loops from 1, no two over each other.
void countLoops(QCPAxis* axis, int loops);

}  // namespace ouroscope
