// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/AgainDialog.h"

#include "ui/window/CaptureOptions.h"
#include "ui/window/OptionParts.h"

namespace ouroscope {

AgainDialog::AgainDialog(const Trace& trace, QWidget* parent)
    : QDialog(parent),
      capture_(new CaptureOptions),
      problem_(new QLabel),
      run_(new QPushButton(tr("Run again"))) {
  setObjectName("againDialog");
  setWindowTitle(tr("Run again with more recorded"));
  auto* about = new QLabel(
      tr("The same tokens are run once more with the open model, at the depth that they had, as a "
         "run of their own. Kept beside what every run keeps:"));
  about->setWordWrap(true);
  problem_->setObjectName("againProblem");
  run_->setObjectName("againRun");
  run_->setToolTip(tr("Runs the text once more and keeps this, too"));
  auto* column = new QVBoxLayout(this);
  column->addWidget(about);
  column->addWidget(capture_);
  const QDialogButtonBox* buttons =
      dialogEnd(*column, problem_, run_, tr("Closes this; nothing is run"));
  capture_->setRecorded(trace.info().captured);
  connect(capture_, &CaptureOptions::edited, this, &AgainDialog::check);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(buttons, &QDialogButtonBox::accepted, this, [this] {
    emit asked(wish());
    accept();
  });
  check();
}

RunWish AgainDialog::wish() const {
  RunWish wish;
  wish.capture = capture_->capture();
  wish.lensFile = capture_->lensFile();
  return wish;
}

void AgainDialog::check() {
  showProblem(*problem_, *run_, [this] { wish(); });
}

}  // namespace ouroscope
