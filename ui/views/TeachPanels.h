// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QVariantAnimation>
#include <QWidget>

#include "core/analysis/LoopWalk.h"
#include "ui/base/TokenText.h"
#include "ui/figures/base/FigureTheme.h"
#include "ui/figures/plots/TextFlow.h"

namespace ouroscope {

/// The text in large type, every token shaded by its exit loop. Click selects.
class TeachText : public QWidget {
  Q_OBJECT
 public:
  explicit TeachText(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  /// @param last last token shown: what follows would give the answer away; -1 all
  void setTrace(TracePtr trace, const Readout& readout, int last);
  void setSelection(int token);
  QRect tokenRect(int token) const;
  int lastShown() const { return last_; }

 signals:
  void tokenClicked(int token);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void layoutText();
  void shade();
  TracePtr trace_;
  std::vector<int> exits_;  ///< [T] exit loop, 0-based
  TextFlow flow_;
  FigureTheme theme_;
  int last_ = -1, selection_ = -1;
};

/// The best words after a loop as bars that grow and shrink from loop to loop.
class TeachWords : public QWidget {
  Q_OBJECT
 public:
  explicit TeachWords(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  void setWords(const QString& title, const std::vector<WalkWord>& words, bool animated);
  void setHidden(const QString& title);  ///< before the head has read anything
  QStringList shownWords() const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Row {
    std::int32_t id;
    QString text;
    double from, to;
  };
  FigureTheme theme_;
  QString title_;
  std::vector<Row> rows_;
  double share_ = 1;
  QVariantAnimation motion_;
};

/// The exit probability filling up loop by loop until it reaches q; the last loop's part is the
/// remainder, hatched.
class TeachGate : public QWidget {
  Q_OBJECT
 public:
  explicit TeachGate(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  /// @param reached loops whose gate has spoken, 0..loops
  void setWalk(const LoopWalk& walk, int reached, double q);
  int reached() const { return reached_; }
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  FigureTheme theme_;
  LoopWalk walk_;
  int reached_ = 0;
  double q_ = 1;
};

}  // namespace ouroscope
