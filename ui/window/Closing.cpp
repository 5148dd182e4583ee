// SPDX-License-Identifier: GPL-3.0-or-later
// What MainWindow does with runs that nothing keeps when it is closed.
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <cstdio>

#include "core/support/Error.h"
#include "ui/base/LastFolder.h"
#include "ui/session/SessionKeeper.h"
#include "ui/window/MainWindow.h"

namespace ouroscope {
namespace {

/// "run-2.trace.safetensors": the first such name that is free.
QString freeRunName(const QDir& folder, int& number) {
  for (;; ++number) {
    const QString path = folder.filePath(QStringLiteral("run-%1.trace.safetensors").arg(number));
    if (QFileInfo::exists(path)) continue;
    ++number;
    return path;
  }
}

}  // namespace

std::vector<int> MainWindow::lostByClosing() const {
  std::vector<int> lost;
  for (const Workspace::Item& item : workspace_.items())
    if (item.path.isEmpty() && !keeper_->has(item.id, item.trace)) lost.push_back(item.id);
  return lost;
}

bool MainWindow::askToClose(const std::vector<int>& lost) {
  QMessageBox box(
      QMessageBox::Warning, tr("Close Ouroscope"),
      tr("%n run(s) would be lost: nobody saved them, and the session could not be kept.", nullptr,
         static_cast<int>(lost.size())) +
          QStringLiteral("\n\n") + keeper_->why(),
      QMessageBox::NoButton, this);
  box.setObjectName("closeQuestion");
  box.setTextFormat(Qt::PlainText);
  QPushButton* save = box.addButton(tr("Save..."), QMessageBox::AcceptRole);
  save->setObjectName("closeSave");
  QPushButton* discard = box.addButton(tr("Close without them"), QMessageBox::DestructiveRole);
  discard->setObjectName("closeDiscard");
  QPushButton* stay = box.addButton(QMessageBox::Cancel);
  stay->setObjectName("closeCancel");
  box.setDefaultButton(save);
  box.setEscapeButton(stay);
  box.exec();
  if (box.clickedButton() == discard) return true;
  if (box.clickedButton() == save) saveAndClose(lost);
  return false;
}

void MainWindow::saveAndClose(const std::vector<int>& runs) {
  const QString folder =
      QFileDialog::getExistingDirectory(this, tr("Save the runs in"), lastFolder());
  if (folder.isEmpty()) return;
  // A run under way is part of it: what it has is saved as a run that was stopped.
  endRun();
  int number = 1;
  for (std::size_t i = 0; i < runs.size(); ++i)
    files_.saveItem(
        runs[i], freeRunName(QDir(folder), number),
        i + 1 < runs.size() ? std::function<void()>() : [this] { close(); });
}

void MainWindow::rescue(const std::vector<int>& runs) {
  const QDir folder(QDir::temp().filePath(
      QStringLiteral("ouroscope-runs-%1").arg(QCoreApplication::applicationPid())));
  folder.mkpath(".");
  int number = 1;
  for (const int id : runs) {
    const QString path = freeRunName(folder, number);
    try {
      writeTrace(*workspace_.find(id)->trace, path.toStdString());
      std::fprintf(stderr, "ouroscope: the session could not be kept; a run was written to %s\n",
                   qPrintable(path));
    } catch (const Error& error) {
      std::fprintf(stderr, "ouroscope: a run was lost: %s\n", error.what());
    }
  }
}

void MainWindow::closeUnattended() {
  unattended_ = true;
  close();
}

}  // namespace ouroscope
