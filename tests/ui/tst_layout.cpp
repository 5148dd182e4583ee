// SPDX-License-Identifier: GPL-3.0-or-later
// No question of the rail cuts, elides or overprints a word, in any language, theme or size: the
// bounds of everything that is painted are compared. As a test it takes a part of all that;
// tools/layout.sh takes everything (OUROSCOPE_LAYOUT=all).
#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/OwnSettings.h"
#include "tests/support/PaintedTexts.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/WindowStage.h"
#include "tests/support/WindowTexts.h"
#include "ui/base/Language.h"
#include "ui/window/QuestionRail.h"

using namespace ouroscope;
using test::PaintedText;

namespace {

/// A pixel more or less is the rounding of glyphs.
constexpr double kSlack = 1.5;

QString at(const PaintedText& text) {
  const QRect r = text.ink.toAlignedRect();
  return QStringLiteral("\"%1\" at %2,%3 %4x%5 in %6 (%7)")
      .arg(text.text)
      .arg(r.x())
      .arg(r.y())
      .arg(r.width())
      .arg(r.height())
      .arg(text.widget->objectName(), text.widget->metaObject()->className());
}

/// Whether what is outside comes into sight by scrolling this area.
bool scrolls(const QAbstractScrollArea& area, Qt::Orientation direction) {
  // The headers of a table go with it.
  if (qobject_cast<const QHeaderView*>(&area))
    if (const auto* table = qobject_cast<const QAbstractScrollArea*>(area.parentWidget()))
      return scrolls(*table, direction);
  if ((direction == Qt::Vertical ? area.verticalScrollBarPolicy()
                                 : area.horizontalScrollBarPolicy()) == Qt::ScrollBarAlwaysOff)
    return false;
  const QScrollBar* bar =
      direction == Qt::Vertical ? area.verticalScrollBar() : area.horizontalScrollBar();
  return bar->maximum() > bar->minimum();
}

/// What of a widget can be seen or scrolled into sight, in the window.
QRectF reach(const QWidget& widget) {
  constexpr double kFar = 1e6;
  QRectF room(-kFar, -kFar, 2 * kFar, 2 * kFar);
  bool across = false, along = false;  // it scrolls, so what is around it does not cut it
  for (const QWidget* each = &widget; each; each = each->parentWidget()) {
    if (const auto* area = qobject_cast<const QAbstractScrollArea*>(each->parentWidget());
        area && area->viewport() == each) {
      across = across || scrolls(*area, Qt::Horizontal);
      along = along || scrolls(*area, Qt::Vertical);
    }
    QRectF outer(each->mapTo(widget.window(), QPoint()), each->size());
    if (across) outer.adjust(-kFar, 0, kFar, 0);
    if (along) outer.adjust(0, -kFar, 0, kFar);
    room &= outer;
  }
  return room;
}

/// What can be seen now.
QRectF seen(const QWidget& widget) {
  QRectF room(widget.mapTo(widget.window(), QPoint()), widget.size());
  for (const QWidget* parent = widget.parentWidget(); parent; parent = parent->parentWidget())
    room &= QRectF(parent->mapTo(widget.window(), QPoint()), parent->size());
  return room;
}

/// Cells and lines of a text that scrolls are cut at its edge, as scrolled ones are.
bool cut(const PaintedText& text) {
  QRectF room = reach(*text.widget), clip = text.room;
  const auto* area = qobject_cast<const QAbstractScrollArea*>(text.widget->parentWidget());
  if (area && area->viewport() == text.widget) {
    if (scrolls(*area, Qt::Vertical)) clip.adjust(0, -1e6, 0, 1e6);
    if (scrolls(*area, Qt::Horizontal)) clip.adjust(-1e6, 0, 1e6, 0);
  }
  if (!text.ink.intersects(clip)) return false;  // drawn for nobody
  room &= clip;
  // A capital with an accent may touch the line above it.
  return text.ink.left() < room.left() - kSlack || text.ink.right() > room.right() + kSlack ||
         text.ink.top() < room.top() - 2 * kSlack || text.ink.bottom() > room.bottom() + kSlack;
}

/// A prompt may be of any length: its beginning stands in the list, all of it in the tool tip.
bool isTitleOfARun(const PaintedText& text) {
  const auto* list = qobject_cast<const QListWidget*>(text.widget->parentWidget());
  if (!list || list->objectName() != "runList") return false;
  const QListWidgetItem* row =
      list->itemAt(text.widget->mapFrom(text.widget->window(), text.ink.center().toPoint()));
  QString beginning = text.text;
  beginning.remove(QChar(0x2026));
  return row && row->toolTip().contains(beginning.toHtmlEscaped());
}

QStringList problems(QWidget& window) {
  QStringList found;
  QSet<QString> whole;  // words that end with dots of their own
  test::visitTexts(
      window,
      [&](const QWidget&, test::TextRole, const QString& text) {
        if (text.contains(QChar(0x2026))) whole << text << QString(text).remove('&');
      },
      false);
  // A caption quotes the beginning of a prompt.
  for (const auto* edit : window.findChildren<QPlainTextEdit*>()) whole << edit->toPlainText();
  std::vector<PaintedText> texts = test::paintedTexts(window);
  for (const PaintedText& text : texts) {
    if (cut(text)) found << "cut: " + at(text);
    if (text.text.contains(QChar(0x2026)) && !isTitleOfARun(text) &&
        !std::ranges::any_of(whole, [&](const QString& w) { return w.contains(text.text); }))
      found << "elided: " + at(text);
  }
  // What can be seen now, and covers something.
  std::vector<PaintedText> shown;
  for (PaintedText text : texts) {
    text.ink &= text.room & seen(*text.widget);
    if (text.ink.width() > kSlack && text.ink.height() > kSlack) shown.push_back(text);
  }
  std::ranges::sort(shown, {}, [](const PaintedText& t) { return t.ink.top(); });
  for (std::size_t i = 0; i < shown.size(); ++i)
    for (std::size_t j = i + 1; j < shown.size(); ++j) {
      const PaintedText &a = shown[i], &b = shown[j];
      if (b.ink.top() > a.ink.bottom()) break;
      const QRectF both = a.ink & b.ink;
      if (both.width() <= kSlack || both.height() <= kSlack) continue;
      // Runs of one line that are of different fonts touch.
      if (a.widget == b.widget && both.width() < 5 &&
          std::abs(a.ink.center().y() - b.ink.center().y()) < 4)
        continue;
      // A halo or a bold letter is the same text once more.
      if (a.text == b.text && (a.ink.center() - b.ink.center()).manhattanLength() < 4) continue;
      found << "over each other: " + at(a) + " and " + at(b);
    }
  return found;
}

/// Scroll bars inside something that scrolls the same way.
QStringList nestedBars(const QWidget& window) {
  QStringList found;
  for (const auto* inner : window.findChildren<QAbstractScrollArea*>()) {
    if (!inner->isVisible() || !inner->verticalScrollBar()->isVisible() ||
        !scrolls(*inner, Qt::Vertical))
      continue;
    for (const QWidget* p = inner->parentWidget(); p; p = p->parentWidget())
      if (const auto* outer = qobject_cast<const QAbstractScrollArea*>(p);
          outer && scrolls(*outer, Qt::Vertical))
        found << QStringLiteral("%1 (%2) scrolls inside %3")
                     .arg(inner->objectName(), inner->metaObject()->className(),
                          QLatin1String(outer->metaObject()->className()));
  }
  return found;
}

constexpr QSize kSizes[] = {{880, 600}, {1280, 800}, {1920, 1080}};

}  // namespace

class TestLayout : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;
  const bool all_ = qEnvironmentVariable("OUROSCOPE_LAYOUT") == "all";

  struct Stage : test::WindowStage {
    Stage() : WindowStage(kSizes[0]) {
      openDemo();
      demo = window.workspace().current();
      rich = window.workspace().add(test::syntheticTrace(
          {.tokens = 60, .loops = 8, .captureHidden = true, .captureLayers = true}));
      OtherSide other;
      other.item = demo;
      other.same = true;
      window.state().setCompared(other);
      window.state().select(20);
    }
    int demo, rich;
  };

  /// Nothing is painted otherwise a moment later.
  static void settle(QWidget& window) {
    QTest::qWait(20);
    for (int i = 0; i < 3; ++i) {
      QCoreApplication::sendPostedEvents();
      QCoreApplication::processEvents();
    }
    Q_UNUSED(window);
  }

  void look(Stage& w, QSize size, const QString& what, QStringList& found) const {
    const QString folder = qEnvironmentVariable("OUROSCOPE_LAYOUT_PICTURES");
    QStringList here = problems(w.window);
    if (w->size() != size)
      here << QStringLiteral("the window is not smaller than %1x%2")
                  .arg(w->width())
                  .arg(w->height());
    if (size.width() >= 1280) here << nestedBars(w.window);
    for (const QString& line : here) found << what + ": " + line;
    if (!folder.isEmpty() && !here.isEmpty())
      w.window.grab().save(folder + '/' + QString(what).replace(' ', '-') + ".png");
  }

 private slots:
  void init() { test::freshSettings(home_.path()); }

  void nothingIsCutElidedOrOverprinted_data() {
    QTest::addColumn<QString>("language");
    for (const LanguageInfo& language : languages()) QTest::newRow(language.code) << language.code;
  }
  void nothingIsCutElidedOrOverprinted() {
    QFETCH(QString, language);
    installLanguage(language);
    QStringList found;
    {
      Stage w;
      for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        w->setTheme(theme);
        for (const ViewInfo& info : viewList()) {
          if (!info.isQuestion() && QLatin1String(info.id) != "figure") continue;
          for (const int trace : {w.rich, w.demo}) {
            // Both themes have the same words and type: a part shows that.
            if (!all_ && (theme == ThemeChoice::Dark) != (trace == w.demo)) continue;
            if (!all_ && theme == ThemeChoice::Dark && language != "en" && language != "de")
              continue;
            w->workspace().show(trace);
            w->docks().showView(info.id);
            QTest::qWait(120);  // what is worked out beside the window
            for (const QSize size : kSizes) {
              w->resize(size);
              settle(w.window);
              look(w, size,
                   QStringLiteral("%1 %2 %3x%4 %5 %6")
                       .arg(language, info.id)
                       .arg(size.width())
                       .arg(size.height())
                       .arg(theme == ThemeChoice::Dark ? "dark" : "light",
                            trace == w.rich ? "rich" : "demo"),
                   found);
            }
          }
        }
      }
    }
    if (!found.isEmpty()) QFAIL(qPrintable('\n' + found.join('\n')));
  }

  /// The check finds what it is for.
  void aCutAWordOverAnotherAndDotsAreFound() {
    QWidget window;
    window.resize(300, 200);
    auto* low = new QLabel("a long label in little room", &window);
    low->setGeometry(10, 10, 60, 20);
    auto* a = new QLabel("over", &window);
    auto* b = new QLabel("each other", &window);
    a->setGeometry(10, 60, 100, 20);
    b->setGeometry(14, 64, 100, 20);
    auto* tabs = new QTabBar(&window);
    tabs->addTab("a title that does not fit");
    tabs->setElideMode(Qt::ElideRight);
    tabs->setUsesScrollButtons(false);
    tabs->setGeometry(10, 120, 60, 30);
    window.show();
    const QString found = problems(window).join('\n');
    QVERIFY2(found.contains("cut: \"a long label"), qPrintable(found));
    QVERIFY2(found.contains("over each other: \"over\""), qPrintable(found));
    QVERIFY2(found.contains("elided: "), qPrintable(found));
    for (QWidget* each :
         {static_cast<QWidget*>(low), static_cast<QWidget*>(b), static_cast<QWidget*>(tabs)})
      each->hide();
    QCOMPARE(problems(window), QStringList());
  }
};

QTEST_MAIN(TestLayout)
#include "tst_layout.moc"
