// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/PageControls.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QSpinBox>
#include <cmath>

#include "ui/figures/base/PaperSizes.h"
#include "ui/figures/kinds/FigurePage.h"

namespace ouroscope {
namespace {

template <class W>
W* named(const char* name, const QString& accessible) {
  auto* widget = new W;
  widget->setObjectName(name);
  widget->setAccessibleName(accessible);
  return widget;
}

QDoubleSpinBox* box(const char* name, const QString& accessible, double low, double high,
                    double step, int decimals, const QString& suffix) {
  auto* spin = named<QDoubleSpinBox>(name, accessible);
  spin->setDecimals(decimals);
  spin->setRange(low, high);
  spin->setSingleStep(step);
  spin->setSuffix(suffix);
  spin->setKeyboardTracking(false);
  return spin;
}

void choose(QComboBox* combo, const QString& data) {
  const int at = combo->findData(data);
  combo->setCurrentIndex(std::max(0, at));
}

}  // namespace

PageControls::PageControls(QWidget* parent)
    : QWidget(parent),
      venue_(named<QComboBox>("figureVenue", tr("Paper"))),
      unit_(named<QComboBox>("figureUnit", tr("Unit"))),
      family_(named<QComboBox>("figureFamily", tr("Type"))),
      colours_(named<QComboBox>("figureColours", tr("Colour map"))),
      letters_(named<QComboBox>("figureLetters", tr("Panel letters"))),
      svgText_(named<QComboBox>("figureSvgText", tr("Text of an SVG"))),
      width_(box("figureWidth", tr("Width"), 1, 1200, 1, 2, {})),
      height_(box("figureHeight", tr("Height"), 0, 1200, 1, 2, {})),
      font_(box("figureFontSize", tr("Text size"), 4, 40, 0.5, 1, tr(" pt"))),
      line_(box("figureLineWidth", tr("Line width"), 0.25, 4, 0.25, 2, tr(" pt"))),
      gap_(box("figureGap", tr("Gap between panels"), 0, 50, 1, 1, tr(" mm"))),
      columns_(named<QSpinBox>("figureColumns", tr("Columns of panels"))),
      dpi_(named<QSpinBox>("figureDpi", tr("Resolution of a PNG"))),
      shared_(named<QCheckBox>("figureShared", tr("Same colour limits for equal measures"))) {
  for (const PaperSize& size : kPaperSizes) venue_->addItem(size.title, QString(size.id));
  venue_->addItem(tr("Custom"), QString("custom"));
  unit_->addItem(tr("mm"), QString("mm"));
  unit_->addItem(tr("in"), QString("in"));
  family_->addItem(tr("Sans (DejaVu Sans)"), QString("sans"));
  family_->addItem(tr("Serif (Times or similar)"), QString("serif"));
  colours_->addItem("cividis", QString());
  colours_->addItem("viridis", QString("viridis"));
  for (const char* letters : {"a", "A", "(a)"}) letters_->addItem(letters, QString(letters));
  letters_->addItem(tr("none"), QString("none"));
  svgText_->addItem(tr("text"), QString("text"));
  svgText_->addItem(tr("outlines"), QString("outlines"));
  height_->setSpecialValueText(tr("automatic"));
  columns_->setRange(1, 6);
  dpi_->setRange(36, 2400);
  dpi_->setSuffix(tr(" dpi"));
  dpi_->setKeyboardTracking(false);
  shared_->setText(tr("Same limits, one bar"));
  venue_->setSizeAdjustPolicy(QComboBox::AdjustToContents);

  auto* form = new QFormLayout(this);
  form->setContentsMargins(0, 0, 0, 0);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->addRow(tr("Paper"), venue_);
  auto* width = new QHBoxLayout;
  width->addWidget(width_, 1);
  width->addWidget(unit_);
  form->addRow(tr("Width"), width);
  form->addRow(tr("Height"), height_);
  form->addRow(tr("Type"), family_);
  form->addRow(tr("Text size"), font_);
  form->addRow(tr("Lines"), line_);
  form->addRow(tr("Colours"), colours_);
  form->addRow(tr("Columns"), columns_);
  form->addRow(tr("Letters"), letters_);
  form->addRow(tr("Gap"), gap_);
  form->addRow({}, shared_);
  form->addRow(tr("SVG text"), svgText_);
  form->addRow(tr("PNG"), dpi_);

  const auto tell = [this] {
    if (!showing_) emit changed();
  };
  connect(venue_, &QComboBox::activated, this, [this, tell](int index) {
    if (index < static_cast<int>(kPaperSizes.size())) {
      widthMm_ = kPaperSizes[static_cast<std::size_t>(index)].widthMm;
      showUnit();
    }
    tell();
  });
  connect(unit_, &QComboBox::activated, this, [this] { showUnit(); });
  connect(width_, &QDoubleSpinBox::valueChanged, this, [this, tell](double value) {
    if (showing_) return;
    widthMm_ = std::clamp(value * perUnit(), 30.0, 1200.0);
    venue_->setCurrentIndex(venue_->count() - 1);
    tell();
  });
  connect(height_, &QDoubleSpinBox::valueChanged, this, [this, tell](double value) {
    if (showing_) return;
    heightMm_ = std::min(1200.0, value * perUnit());
    tell();
  });
  for (QDoubleSpinBox* spin : {font_, line_, gap_})
    connect(spin, &QDoubleSpinBox::valueChanged, this, tell);
  for (QSpinBox* spin : {columns_, dpi_}) connect(spin, &QSpinBox::valueChanged, this, tell);
  for (QComboBox* combo : {family_, colours_, letters_, svgText_})
    connect(combo, &QComboBox::currentIndexChanged, this, tell);
  connect(shared_, &QCheckBox::toggled, this, tell);
}

double PageControls::perUnit() const {
  return unit_->currentIndex() == 1 ? 25.4 : 1;
}

void PageControls::showUnit() {
  const bool before = showing_;
  showing_ = true;
  width_->setSingleStep(perUnit() > 1 ? 0.05 : 1);
  height_->setSingleStep(perUnit() > 1 ? 0.05 : 1);
  width_->setValue(widthMm_ / perUnit());
  height_->setValue(heightMm_ / perUnit());
  showing_ = before;
}

void PageControls::show(const FigureRecipe& page) {
  showing_ = true;
  const FigurePage options = FigurePage::fromOptions(page.options);
  widthMm_ = page.widthMm;
  heightMm_ = page.heightMm;
  int venue = venue_->count() - 1;
  for (std::size_t i = 0; i < kPaperSizes.size(); ++i)
    if (std::abs(kPaperSizes[i].widthMm - widthMm_) < 0.005) venue = static_cast<int>(i);
  venue_->setCurrentIndex(venue);
  showUnit();
  if (family_->findData(page.fontFamily) < 0) family_->addItem(page.fontFamily, page.fontFamily);
  choose(family_, page.fontFamily);
  choose(colours_, page.colourMap);
  choose(letters_, options.letters);
  choose(svgText_, page.svgText);
  font_->setValue(page.fontPoints);
  line_->setValue(page.linePoints);
  gap_->setValue(options.gapMm);
  columns_->setValue(options.columns);
  dpi_->setValue(static_cast<int>(std::lround(page.pngDpi)));
  shared_->setChecked(options.sharedLimits);
  showing_ = false;
}

void PageControls::apply(FigureRecipe& page) const {
  FigurePage options = FigurePage::fromOptions(page.options);
  page.widthMm = widthMm_;
  page.heightMm = heightMm_;
  page.fontFamily = family_->currentData().toString();
  page.fontPoints = font_->value();
  page.linePoints = line_->value();
  page.colourMap = colours_->currentData().toString();
  page.svgText = svgText_->currentData().toString();
  page.pngDpi = dpi_->value();
  options.columns = columns_->value();
  options.letters = letters_->currentData().toString();
  options.gapMm = gap_->value();
  options.sharedLimits = shared_->isChecked();
  page.options = options.toOptions();
}

}  // namespace ouroscope
