// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/CaptureOptions.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/base/FilePath.h"
#include "ui/base/LastFolder.h"
#include "ui/window/OptionParts.h"

namespace ouroscope {

CaptureOptions::CaptureOptions(QWidget* parent)
    : QWidget(parent), states_(new QLineEdit), lens_(new QLineEdit), lensRow_(new QWidget) {
  const auto box = [&](const char* name, const QString& text, const char* key,
                       bool Capture::*field) {
    QCheckBox* made = optionBox(name, text);
    boxes_.push_back({made, key, field});
    connect(made, &QCheckBox::toggled, this, [this] {
      enableParts();
      emit edited();
    });
    return made;
  };
  box("captureHidden", tr("hidden states"), "hidden", &Capture::hidden);
  box("captureLogits", tr("logits"), "logits", &Capture::logits);
  layers_ = box("captureLayers", tr("layers within the loops"), "layers", &Capture::layers);
  box("captureNumbers", tr("numbers of the layers"), "layer_numbers", &Capture::layerNumbers);
  box("captureAttention", tr("attention of the heads"), "attention", &Capture::attention);
  box("captureSimilarity", tr("similarity of the layers"), "similarity", &Capture::similarity);
  states_->setObjectName("stateLayers");
  states_->setPlaceholderText(tr("none", "layers"));
  states_->setToolTip(
      tr("Layers whose states are kept at every loop, such as 6,12-18: large files, for probes"));
  lens_->setObjectName("lensFile");
  lens_->setPlaceholderText(tr("norm and head alone"));
  lens_->setToolTip(
      tr("A safetensors file with a map for each loop and layer, which layers are then read "
         "through; the guide says how one is fitted"));
  lens_->setClearButtonEnabled(true);
  auto* choose = new QToolButton;
  choose->setObjectName("lensFileChoose");
  choose->setText(QStringLiteral("\u2026"));
  choose->setToolTip(tr("Choose a lens file"));

  auto* grid = new QGridLayout;
  grid->setVerticalSpacing(2);
  for (int i = 0; i < static_cast<int>(boxes_.size()); ++i)
    grid->addWidget(boxes_[static_cast<std::size_t>(i)].box, i / 2, i % 2);
  auto* row = new QHBoxLayout(lensRow_);
  row->setContentsMargins({});
  row->addWidget(lens_, 1);
  row->addWidget(choose);
  auto* form = new QFormLayout;
  optionRow(*form, tr("States of layers"), states_);
  form->addRow(tr("Layers read through"), lensRow_);
  lens_->setAccessibleName(tr("Layers read through"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addLayout(grid);
  column->addLayout(form);

  for (QLineEdit* line : {states_, lens_})
    connect(line, &QLineEdit::textChanged, this, &CaptureOptions::edited);
  connect(choose, &QToolButton::clicked, this, &CaptureOptions::chooseLens);
  enableParts();
}

void CaptureOptions::chooseLens() {
  const QString path = QFileDialog::getOpenFileName(this, tr("Choose a lens file"), lastFolder(),
                                                    tr("Lenses (*.safetensors);;All files (*)"));
  if (!path.isEmpty()) lens_->setText(path);
}

/// A lens reads layers, and layers have these numbers already.
void CaptureOptions::enableParts() {
  lensRow_->setEnabled(layers_->isChecked());
  for (const Box& each : boxes_)
    each.box->setEnabled(!each.recorded &&
                         !(each.field == &Capture::layerNumbers && layers_->isChecked()));
}

Capture CaptureOptions::capture() const {
  Capture out;
  for (const Box& each : boxes_) out.*each.field = each.box->isChecked();
  out.stateLayers = layerListOf(states_->text().simplified().remove(' ').toStdString());
  return out;
}

std::string CaptureOptions::lensFile() const {
  const QString path = lens_->text().trimmed();
  return layers_->isChecked() && !path.isEmpty() ? pathOf(path).string() : std::string();
}

void CaptureOptions::setRecorded(const Capture& capture) {
  for (Box& each : boxes_) {
    each.recorded = capture.*each.field;
    each.box->setChecked(each.recorded);
  }
  states_->setText(QString::fromStdString(layerListText(capture.stateLayers)));
  enableParts();
}

void CaptureOptions::addTo(QJsonObject& json) const {
  for (const Box& each : boxes_)
    if (each.box->isChecked()) json[each.key] = true;
  if (!states_->text().isEmpty()) json["state_layers"] = states_->text();
  if (!lens_->text().isEmpty()) json["lens_file"] = lens_->text();
}

void CaptureOptions::fromJson(const QJsonObject& json) {
  for (const Box& each : boxes_) each.box->setChecked(json[each.key].toBool());
  states_->setText(json["state_layers"].toString());
  lens_->setText(json["lens_file"].toString());
}

}  // namespace ouroscope
