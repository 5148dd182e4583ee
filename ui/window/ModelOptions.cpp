// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ModelOptions.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include "core/model/families/LoopWindow.h"
#include "core/run/LoadedModel.h"
#include "ui/window/OptionParts.h"

namespace ouroscope {
namespace {

QComboBox* choice(const char* name) {
  auto* box = new QComboBox;
  box->setObjectName(name);
  return box;
}

/// "15-18", as it is asked for; empty where no layers are looped without training.
QString windowOf(const ModelSpec& spec) {
  if (spec.windowLoops == 0) return {};
  return QStringLiteral("%1-%2")
      .arg(spec.stages.prelude + 1)
      .arg(spec.stages.prelude + spec.stages.core);
}

}  // namespace

ModelOptions::ModelOptions(QWidget* parent)
    : QWidget(parent),
      form_(new QFormLayout(this)),
      gate_(choice("decidingGate")),
      lens_(choice("lens")),
      step_(choice("step")),
      layers_(new QLineEdit),
      window_(new QWidget),
      open_(new QPushButton(tr("Open so"))) {
  form_->setContentsMargins({});
  const QString again = tr("Choosing another one opens the model again");
  gate_->setToolTip(again);
  lens_->addItem(tr("through the layers after it"), "coda");
  lens_->addItem(tr("by norm and head alone"), "logit");
  lens_->setToolTip(
      tr("The coda lens reads a loop as a run with so many loops would go on; the logit lens is "
         "cheaper and another lens. Choosing another one opens the model again"));
  layers_->setObjectName("loopLayers");
  layers_->setPlaceholderText(tr("none", "layers"));
  layers_->setAccessibleName(tr("Layers to loop"));
  layers_->setMinimumWidth(80);
  layers_->setToolTip(
      tr("A plain model has one loop. These of its layers are looped without training, from one to "
         "another such as 15-18; empty: as the folder says"));
  step_->setAccessibleName(tr("Rule of the steps"));
  step_->setToolTip(
      tr("What a turn does with the state: with euler and anchored, a run with fewer "
         "loops is another run"));
  addStepRules(*step_);
  open_->setObjectName("openLooped");
  open_->setAutoDefault(false);
  auto* row = new QHBoxLayout(window_);
  row->setContentsMargins({});
  row->addWidget(layers_);
  row->addWidget(step_, 1);
  optionRow(*form_, tr("Gate that decides exits"), gate_);
  optionRow(*form_, tr("A loop is read"), lens_);
  optionRow(*form_, tr("Layers to loop"), window_);
  form_->addRow({}, open_);

  connect(gate_, &QComboBox::activated, this, &ModelOptions::ask);
  connect(lens_, &QComboBox::activated, this, &ModelOptions::ask);
  connect(open_, &QPushButton::clicked, this, &ModelOptions::ask);
  connect(layers_, &QLineEdit::returnPressed, open_, &QPushButton::click);
  connect(layers_, &QLineEdit::textChanged, this, &ModelOptions::markWindow);
  connect(step_, &QComboBox::currentIndexChanged, this, &ModelOptions::markWindow);
  setModel(nullptr);
}

void ModelOptions::setModel(const ModelPtr& model) {
  model_ = model;
  gate_->clear();
  if (model) {
    const ModelSpec& spec = model->folder.spec;
    gate_->addItem(model->gateName.empty() ? tr("the model's") : shownName(model->gateName),
                   QString::fromStdString(model->gateName));
    for (const ExitGate& gate : model->otherGates)
      gate_->addItem(shownName(gate.name), QString::fromStdString(gate.name));
    chooseOption(*lens_, QString::fromStdString(model->request.lens));
    layers_->setText(windowOf(spec));
    chooseOption(*step_, QString::fromStdString(stepRuleName(
                             spec.windowLoops > 0 ? spec.stepRule : StepRule::Anchored)));
  }
  const bool lens = model && model->folder.spec.stages.coda > 0;
  const bool window = model && canLoopLayers(model->folder.spec);
  const bool gate = gate_->count() > 1;
  form_->setRowVisible(lens_, lens);
  form_->setRowVisible(window_, window);
  form_->setRowVisible(open_, window);
  form_->setRowVisible(gate_, gate);
  hasChoices_ = lens || window || gate;
  markWindow();
}

ModelRequest ModelOptions::request() const {
  ModelRequest request = model_->request;
  request.gate = gate_->currentData().toString().toStdString();
  const bool another =
      layers_->text().trimmed() != windowOf(model_->folder.spec) ||
      (model_->folder.spec.windowLoops > 0 &&
       step_->currentData().toString().toStdString() != stepRuleName(model_->folder.spec.stepRule));
  if (another) {
    request.loopLayers = layers_->text().trimmed().toStdString();
    request.step =
        request.loopLayers.empty() ? std::string() : step_->currentData().toString().toStdString();
  }
  // A model that has no layers after its loops is read directly.
  const bool coda = !request.loopLayers.empty() || model_->folder.spec.stages.coda > 0;
  request.lens = coda ? lens_->currentData().toString().toStdString() : "coda";
  return request;
}

void ModelOptions::markWindow() {
  step_->setEnabled(!layers_->text().trimmed().isEmpty());
  bool another = false;
  if (model_) {
    const ModelRequest asked = request();
    another = asked.loopLayers != model_->request.loopLayers || asked.step != model_->request.step;
  }
  open_->setEnabled(another);
}

void ModelOptions::ask() {
  if (model_) emit modelAsked(request());
}

}  // namespace ouroscope
