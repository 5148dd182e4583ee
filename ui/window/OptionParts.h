// SPDX-License-Identifier: GPL-3.0-or-later
// What the panels of run options are made of.
#pragma once
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <functional>

#include "core/model/families/LoopWindow.h"
#include "core/support/Error.h"
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

/// The rules of a loop's step, by their names on the command line.
inline void addStepRules(QComboBox& box) {
  for (const StepRule rule :
       {StepRule::Anchored, StepRule::Euler, StepRule::Ema, StepRule::Replace}) {
    const QString id = QString::fromStdString(stepRuleName(rule));
    box.addItem(rule == StepRule::Replace ? QStringLiteral("naive") : id, id);
  }
}

/// What a dialog ends in: a line for what is wrong with its choices, `run`, which does what it is
/// for, and Cancel.
inline QDialogButtonBox* dialogEnd(QVBoxLayout& column, QLabel* problem, QPushButton* run,
                                   const QString& cancelTip) {
  problem->setTextFormat(Qt::PlainText);
  problem->setWordWrap(true);
  run->setDefault(true);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  buttons->addButton(run, QDialogButtonBox::AcceptRole);
  buttons->button(QDialogButtonBox::Cancel)->setToolTip(cancelTip);
  column.addWidget(problem);
  column.addStretch();
  column.addWidget(buttons);
  return buttons;
}

/// Shows what `check` throws as an Error; `run` is off meanwhile.
inline void showProblem(QLabel& label, QPushButton& run, const std::function<void()>& check) {
  QString problem;
  try {
    check();
  } catch (const Error& error) {
    problem = QString::fromUtf8(error.what());
  }
  label.setText(problem);
  label.setVisible(!problem.isEmpty());
  run.setEnabled(problem.isEmpty());
}

/// Enables an option, or greys it with the reason in place of its tool tip.
inline void enableOption(QWidget& field, const QString& reason, const QString& tip) {
  field.setEnabled(reason.isEmpty());
  field.setToolTip(plainTip(reason.isEmpty() ? tip : reason));
}

}  // namespace ouroscope
