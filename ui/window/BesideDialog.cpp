// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/BesideDialog.h"

#include <QLineEdit>
#include <QSpinBox>
#include <algorithm>

#include "core/record/RunSettings.h"
#include "ui/window/OptionParts.h"

namespace ouroscope {

BesideDialog::BesideDialog(int layers, int loops, QWidget* parent)
    : QDialog(parent),
      window_(new QLineEdit),
      step_(new QComboBox),
      loops_(new QSpinBox),
      problem_(new QLabel),
      run_(new QPushButton(tr("Run and compare"))),
      layers_(layers) {
  setObjectName("besideDialog");
  setWindowTitle(tr("The same text, other layers looped"));
  window_->setObjectName("besideLayers");
  window_->setToolTip(tr("From one layer to another, such as 15-18; the model has %1").arg(layers));
  const int third = std::max(1, layers / 3);
  window_->setText(QStringLiteral("%1-%2").arg(third + 1).arg(std::min(layers, 2 * third)));
  step_->setObjectName("besideStep");
  step_->setToolTip(tr("What a turn does with the state"));
  addStepRules(*step_);
  loops_->setObjectName("besideLoops");
  loops_->setToolTip(tr("How many loops the other run has"));
  loops_->setRange(1, kMaxLoops);
  loops_->setValue(loops);
  problem_->setObjectName("besideProblem");
  run_->setObjectName("besideRun");
  run_->setToolTip(tr("Opens the model so beside the open one, runs the text and compares"));
  auto* form = new QFormLayout;
  optionRow(*form, tr("Layers to loop"), window_);
  optionRow(*form, tr("Rule of the steps"), step_);
  optionRow(*form, tr("Loops"), loops_);
  auto* column = new QVBoxLayout(this);
  column->addLayout(form);
  const QDialogButtonBox* buttons =
      dialogEnd(*column, problem_, run_, tr("Closes this; nothing is run"));
  connect(window_, &QLineEdit::textChanged, this, &BesideDialog::check);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(buttons, &QDialogButtonBox::accepted, this, [this] {
    BesideWish wish;
    wish.what = BesideWish::What::Layers;
    wish.layers = window_->text().trimmed().toStdString();
    wish.step = step_->currentData().toString().toStdString();
    wish.loops = loops_->value();
    emit asked(wish);
    accept();
  });
  check();
}

void BesideDialog::check() {
  showProblem(*problem_, *run_, [this] {
    const LoopWindow window = loopWindowFrom(window_->text().trimmed().toStdString(), {});
    if (window.last > layers_)
      throw Error(tr("The model has %1 layers.").arg(layers_).toStdString());
  });
}

}  // namespace ouroscope
