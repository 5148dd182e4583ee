// SPDX-License-Identifier: GPL-3.0-or-later
// Every control of the window says in one line what it is for, in every language.
#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/WindowStage.h"
#include "ui/base/Language.h"
#include "ui/window/Actions.h"
#include "ui/window/KeysDialog.h"

using namespace ouroscope;

namespace {

constexpr int kOneLine = 220;  ///< letters; longer ones would be read by nobody

bool isControl(const QWidget& widget) {
  if (qobject_cast<const QScrollBar*>(&widget)) return false;
  // Parts of other controls: the field of a spin box, the cross of a line, the arrows of tabs.
  for (const QWidget* p = widget.parentWidget(); p; p = p->parentWidget())
    if (qobject_cast<const QAbstractSpinBox*>(p) || qobject_cast<const QComboBox*>(p) ||
        qobject_cast<const QLineEdit*>(p) || qobject_cast<const QTabBar*>(p))
      return false;
  // Those of a menu bar, and the corner of a table.
  if (widget.objectName().startsWith("qt_") || widget.inherits("QTableCornerButton")) return false;
  return qobject_cast<const QAbstractButton*>(&widget) ||
         qobject_cast<const QAbstractSlider*>(&widget) ||
         qobject_cast<const QAbstractSpinBox*>(&widget) ||
         qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QLineEdit*>(&widget) ||
         qobject_cast<const QPlainTextEdit*>(&widget);
}

QStringList untold(const QWidget& root) {
  QSet<QString> found;
  for (const QWidget* each : root.findChildren<QWidget*>()) {
    if (!isControl(*each)) continue;
    const QString tip = each->toolTip();
    const QString name =
        QStringLiteral("%1 (%2)").arg(each->objectName(), each->metaObject()->className());
    if (tip.isEmpty()) found << name + ": no tool tip";
    if (tip.size() > kOneLine) found << name + ": more than a line: " + tip;
  }
  for (const auto* tabs : root.findChildren<QTabBar*>())
    for (int i = 0; i < tabs->count(); ++i)
      if (!tabs->tabText(i).isEmpty() && tabs->tabToolTip(i).isEmpty())
        found << "tab " + tabs->tabText(i) + ": no tool tip";
  QStringList sorted(found.begin(), found.end());
  sorted.sort();
  return sorted;
}

}  // namespace

class TestToolTips : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;

 private slots:
  void init() { test::freshSettings(home_.path()); }

  void everyControlSaysWhatItIsFor_data() {
    QTest::addColumn<QString>("language");
    for (const LanguageInfo& language : languages()) QTest::newRow(language.code) << language.code;
  }
  void everyControlSaysWhatItIsFor() {
    QFETCH(QString, language);
    installLanguage(language);
    test::WindowStage w(QSize(1280, 800));
    w->workspace().add(test::syntheticTrace({.captureHidden = true, .captureLayers = true}));
    w->state().select(5);
    for (const ViewInfo& info : viewList()) w->docks().showView(info.id);
    QCoreApplication::processEvents();
    const QStringList found = untold(w.window);
    for (const QString& line : found) qInfo().noquote() << line;
    QVERIFY2(found.isEmpty(), qPrintable(found.join(" / ").left(900)));
  }

  void dialogsToo() {
    test::WindowStage w(QSize(1280, 800));
    const KeysDialog keys(w->actions(), &w.window);
    const QStringList found = untold(keys);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(" / ").left(900)));
  }

  /// What is said is what a person sees, over the control under the pointer.
  void aTipIsShownUnderThePointer() {
    test::WindowStage w(QSize(1280, 800));
    auto* run = w.find<QAbstractButton>("run");
    QHelpEvent help(QEvent::ToolTip, run->rect().center(), run->mapToGlobal(run->rect().center()));
    QCoreApplication::sendEvent(run, &help);
    QTRY_VERIFY(QToolTip::isVisible());
    QCOMPARE(QToolTip::text(), run->toolTip());
    QToolTip::hideText();
  }
};

QTEST_MAIN(TestToolTips)
#include "tst_tool_tips.moc"
