// SPDX-License-Identifier: GPL-3.0-or-later
// What the panels of run options are made of.
#pragma once
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <algorithm>

#include "ui/base/PlainText.h"

namespace ouroscope {

inline QCheckBox* optionBox(const char* name, const QString& text) {
  auto* box = new QCheckBox(text);
  box->setObjectName(name);
  return box;
}

/// The entry with this data, or the first one.
inline void chooseOption(QComboBox& box, const QString& id) {
  box.setCurrentIndex(std::max(0, box.findData(id)));
}

/// A row whose label is also what a screen reader says of the field.
inline void optionRow(QFormLayout& form, const QString& label, QWidget* field) {
  field->setAccessibleName(label);
  form.addRow(label, field);
}

/// Enables an option, or greys it with the reason in place of its tool tip.
inline void enableOption(QWidget& field, const QString& reason, const QString& tip) {
  field.setEnabled(reason.isEmpty());
  field.setToolTip(plainTip(reason.isEmpty() ? tip : reason));
}

}  // namespace ouroscope
