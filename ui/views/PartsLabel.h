// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLabel>
#include <QStringList>

namespace ouroscope {

/// A line of parts, the most telling first: as many as have room are shown, all are in the tool
/// tip. It asks for no width of its own.
class PartsLabel : public QLabel {
 public:
  PartsLabel() {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  }
  void setParts(const QStringList& parts) {
    parts_ = parts;
    fit();
  }
  /// The parts of a line that has middle dots between them.
  static QString join(const QStringList& parts) { return parts.join(QStringLiteral(" \u00b7 ")); }

 protected:
  void resizeEvent(QResizeEvent* event) override {
    QLabel::resizeEvent(event);
    fit();
  }

 private:
  void fit() {
    qsizetype count = parts_.size();
    while (count > 1 && fontMetrics().horizontalAdvance(join(parts_.first(count))) > width())
      --count;
    setText(join(parts_.first(count)));
  }
  QStringList parts_;
};

}  // namespace ouroscope
