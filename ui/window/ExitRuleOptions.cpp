// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ExitRuleOptions.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <cmath>

#include "core/run/LoadedModel.h"
#include "core/support/Error.h"
#include "ui/base/Names.h"
#include "ui/figures/plots/ExitRulesFigure.h"
#include "ui/window/OptionParts.h"

namespace ouroscope {
namespace {

const ExitRuleInfo* ruleOf(const QComboBox& box) {
  const std::string id = box.currentData().toString().toStdString();
  for (const ExitRuleInfo& rule : exitRules())
    if (rule.id == id) return &rule;
  return nullptr;  // the gate
}

QString usualText(const ExitRuleInfo& rule) {
  return std::isnan(rule.usual) ? QString() : QString::number(rule.usual, 'g', 6);
}

}  // namespace

ExitRuleOptions::ExitRuleOptions(QWidget* parent)
    : QWidget(parent), rule_(new QComboBox), threshold_(new QLineEdit) {
  rule_->setObjectName("exitRule");
  rule_->setAccessibleName(tr("Generated tokens stop by"));
  rule_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  rule_->setMinimumContentsLength(16);
  rule_->setToolTip(tr(
      "What stops a generated token before its last loop. With another rule than the gate, loops "
      "after an exit are not run; the threshold q of the Live view is the gate's"));
  rule_->addItem(QString(), QString());
  for (const ExitRuleInfo& rule : exitRules())
    if (rule.kind != ExitRuleKind::Gate && !isBaseline(rule.kind))
      rule_->addItem(exitRuleTitle({rule.kind, 0, ScoreBasis::Exact, {}}, {}), coreText(rule.id));
  threshold_->setObjectName("ruleThreshold");
  threshold_->setAccessibleName(tr("Threshold of the rule"));
  threshold_->setMinimumWidth(64);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->addWidget(rule_, 2);
  row->addWidget(threshold_, 1);
  connect(rule_, &QComboBox::currentIndexChanged, this, [this] {
    showRule();
    emit edited();
  });
  connect(threshold_, &QLineEdit::textChanged, this, &ExitRuleOptions::edited);
  setModel(nullptr);
}

void ExitRuleOptions::setModel(const ModelPtr& model) {
  const bool gate = !model || model->folder.spec.exitGate || !model->gateName.empty();
  rule_->setItemText(0, gate ? tr("the exit gate") : tr("none", "exit rule"));
  showRule();
}

void ExitRuleOptions::showRule() {
  const ExitRuleInfo* rule = ruleOf(*rule_);
  threshold_->setPlaceholderText(rule ? usualText(*rule) : QString());
  const QString unit = rule ? coreName(rule->unit) : QString();
  enableOption(
      *threshold_, rule ? QString() : tr("The threshold q of the gate is in the Live view."),
      !rule ? QString()
            : (rule->lowStops ? tr("A token stops after the first loop below this value.")
                              : tr("A token stops after the first loop that reaches this "
                                   "value.")) +
                  (unit.isEmpty() ? QString() : ' ' + tr("It is in %1.").arg(unit)) +
                  (std::isnan(rule->usual) ? QString()
                                           : ' ' + tr("Empty: that of Huginn's released code.")));
}

void ExitRuleOptions::fill(RunOrder& order) const {
  const ExitRuleInfo* rule = ruleOf(*rule_);
  if (!rule) return;
  order.criterion = {rule->kind, rule->usual};
  const QString text = threshold_->text().trimmed();
  if (text.isEmpty()) return;
  bool number = false;
  double value = QLocale::c().toDouble(text, &number);
  if (!number) value = QLocale().toDouble(text, &number);
  if (!number)
    throw Error(tr("The threshold of the exit rule must be a number, not \u201c%1\u201d.")
                    .arg(shownName(text.toStdString()))
                    .toStdString());
  order.exitThreshold = value;
}

void ExitRuleOptions::addTo(QJsonObject& json) const {
  if (rule_->currentIndex() > 0) json["exit_rule"] = rule_->currentData().toString();
  if (!threshold_->text().isEmpty()) json["rule_threshold"] = threshold_->text();
}

void ExitRuleOptions::fromJson(const QJsonObject& json) {
  chooseOption(*rule_, json["exit_rule"].toString());
  threshold_->setText(json["rule_threshold"].toString());
}

}  // namespace ouroscope
