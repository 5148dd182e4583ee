// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLayout>
#include <vector>

namespace ouroscope {

/// A row whose items go on in the next line where the width does not hold them. What a line has
/// left over goes to those of its items that want to be wider.
class WrapLayout : public QLayout {
  Q_OBJECT
 public:
  explicit WrapLayout(int spacing, QWidget* parent = nullptr);
  ~WrapLayout() override;

  void addItem(QLayoutItem* item) override { items_.push_back(item); }
  int count() const override { return static_cast<int>(items_.size()); }
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;     ///< one line
  QSize minimumSize() const override;  ///< as narrow as the widest item
  Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
  void setGeometry(const QRect& rect) override;

 private:
  /// @return the height; moves the items where `move`
  int arrange(const QRect& rect, bool move) const;
  std::vector<QLayoutItem*> items_;
};

}  // namespace ouroscope
