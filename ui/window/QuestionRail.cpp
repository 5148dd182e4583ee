// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/QuestionRail.h"

#include "ui/base/Zoom.h"
#include "ui/window/DockHost.h"

namespace ouroscope {

QuestionRail::QuestionRail(DockHost& docks, QWidget* parent) : SideList(parent), docks_(docks) {
  setObjectName("questionRail");
  setAccessibleName(tr("Questions"));
  for (const ViewInfo& info : viewList()) {
    if (!info.isQuestion()) continue;
    auto* item = new QListWidgetItem(questionTitle(info), this);
    item->setData(Qt::UserRole, QString(info.id));
    item->setToolTip(viewTitle(info));
  }
  // The click itself asks again, so that a question that was closed comes back.
  connect(this, &QListWidget::itemClicked, this,
          [this](QListWidgetItem* item) { docks_.ask(questionAt(row(item))); });
  connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
    if (!marking_ && row >= 0) docks_.ask(questionAt(row));
  });
  connect(&docks_, &DockHost::questionsChanged, this, &QuestionRail::mark);
  mark();
}

QString QuestionRail::questionAt(int row) const {
  return item(row)->data(Qt::UserRole).toString();
}

QSize QuestionRail::sizeHint() const {
  int height = 2 * frameWidth() + 8;
  for (int row = 0; row < count(); ++row) height += sizeHintForRow(row) + 2 * spacing();
  return {zoomed(220), height};
}

void QuestionRail::mark() {
  marking_ = true;
  int current = -1;
  for (int row = 0; row < count(); ++row) {
    const QString id = questionAt(row);
    QFont font = this->font();
    font.setBold(docks_.isOpen(id));  // also a pinned one, or one in its own window
    item(row)->setFont(font);
    if (id == docks_.question()) current = row;
  }
  setCurrentRow(current);
  scheduleDelayedItemsLayout();  // bold words may need another line
  marking_ = false;
}

}  // namespace ouroscope
