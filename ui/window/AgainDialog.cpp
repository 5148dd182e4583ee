// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/AgainDialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/support/Error.h"
#include "ui/window/CaptureOptions.h"

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
  problem_->setTextFormat(Qt::PlainText);
  problem_->setWordWrap(true);
  run_->setObjectName("againRun");
  run_->setToolTip(tr("Runs the text once more and keeps this, too"));
  run_->setDefault(true);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  buttons->addButton(run_, QDialogButtonBox::AcceptRole);
  buttons->button(QDialogButtonBox::Cancel)->setToolTip(tr("Closes this; nothing is run"));
  auto* column = new QVBoxLayout(this);
  column->addWidget(about);
  column->addWidget(capture_);
  column->addWidget(problem_);
  column->addStretch();
  column->addWidget(buttons);
  capture_->setCapture(trace.info().captured);
  for (const std::int32_t id : trace.info().tracked) tracked_ << QStringLiteral("#%1").arg(id);
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
  wish.track = tracked_;
  return wish;
}

void AgainDialog::check() {
  QString problem;
  try {
    wish();
  } catch (const Error& error) {
    problem = QString::fromUtf8(error.what());
  }
  problem_->setText(problem);
  problem_->setVisible(!problem.isEmpty());
  run_->setEnabled(problem.isEmpty());
}

}  // namespace ouroscope
