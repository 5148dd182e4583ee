// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/JobStrip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include "ui/jobs/JobRunner.h"

namespace ouroscope {

JobStrip::JobStrip(JobRunner& jobs, QWidget* parent)
    : QWidget(parent),
      text_(new QLabel),
      progress_(new QProgressBar),
      cancel_(new QPushButton(tr("Cancel"))),
      again_(new QPushButton(tr("Try again"))) {
  setObjectName("jobStrip");
  text_->setObjectName("jobText");
  text_->setTextFormat(Qt::PlainText);
  text_->setWordWrap(true);
  progress_->setAccessibleName(tr("Progress"));
  progress_->setMaximumWidth(160);
  progress_->setTextVisible(false);
  cancel_->setObjectName("jobCancel");
  again_->setObjectName("jobAgain");
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(text_, 1);
  row->addWidget(progress_);
  row->addWidget(cancel_);
  row->addWidget(again_);
  hide();

  connect(cancel_, &QPushButton::clicked, &jobs, &JobRunner::cancel);
  connect(again_, &QPushButton::clicked, this, &JobStrip::againAsked);
  connect(&jobs, &JobRunner::started, this, [this](const QString& name) {
    progress_->setRange(0, 0);
    say(name, true);
  });
  connect(&jobs, &JobRunner::progress, this, [this](const QString&, qint64 done, qint64 total) {
    progress_->setRange(0, 1000);
    progress_->setValue(total > 0 ? static_cast<int>(1000 * done / total) : 0);
  });
  // `ended` follows `failed` and `cancelled`: their sentence stays, with the way to try again.
  connect(&jobs, &JobRunner::failed, this, [this](const QString& text) { say(text, false); });
  connect(&jobs, &JobRunner::cancelled, this, [this] { say(tr("Cancelled."), false); });
  connect(&jobs, &JobRunner::ended, this, [this] {
    if (!cancel_->isHidden()) hide();
  });
}

void JobStrip::say(const QString& text, bool running) {
  text_->setText(text);
  progress_->setVisible(running);
  cancel_->setVisible(running);
  again_->setVisible(!running);
  show();
}

}  // namespace ouroscope
