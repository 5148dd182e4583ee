// SPDX-License-Identifier: GPL-3.0-or-later
// The guide under F1: its pages, their links and pictures are built in; and the symbols of buttons.
#include <QAbstractButton>
#include <QComboBox>
#include <QDirIterator>
#include <QImage>
#include <QRegularExpression>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolButton>

#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/WindowStage.h"
#include "ui/base/Glossary.h"
#include "ui/base/Icons.h"
#include "ui/base/Language.h"
#include "ui/base/Names.h"
#include "ui/base/Theme.h"
#include "ui/window/Actions.h"
#include "ui/window/GuideWindow.h"

using namespace ouroscope;

class TestGuide : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;

  struct Shown : test::WindowStage {
    Shown() : WindowStage(QSize(1280, 800)) { window.workspace().add(test::syntheticTrace()); }
    GuideWindow* f1() {
      QTest::keyClick(&window, Qt::Key_F1);
      auto* guide = window.findChild<GuideWindow*>();
      if (!guide) qFatal("no guide");
      return guide;
    }
  };

 private slots:
  void init() { test::freshSettings(home_.path()); }

  void f1OpensThePageOfWhatIsShown() {
    Shown w;
    for (const ViewInfo& info : viewList()) {
      if (!info.isQuestion()) continue;
      w->docks().ask(info.id);
      GuideWindow* guide = w.f1();
      QTRY_VERIFY(guide->isVisible());
      QCOMPARE(guide->page(), QString(info.guide));
      // Its heading is the question, as in the window.
      const QString question = QString(info.question).replace(QChar(0x2026), "...");
      QCOMPARE(guide->text()->document()->firstBlock().text().replace(QChar(0x2026), "..."),
               question);
    }
    for (const char* stage : {"teach", "figure"}) {
      w->docks().showView(stage);
      QCOMPARE(w.f1()->page(), QString(viewInfo(stage)->guide));
    }
  }

  void everyPageLinkAndPictureIsBuiltIn() {
    QDirIterator pages(":/docs/guide", {"*.md"});
    int count = 0;
    static const QRegularExpression link(R"(\]\(([^)#]+))");
    while (pages.hasNext()) {
      QFile file(pages.next());
      QVERIFY(file.open(QIODevice::ReadOnly));
      ++count;
      const QString text = QString::fromUtf8(file.readAll());
      for (auto found = link.globalMatch(text); found.hasNext();) {
        const QString to = found.next().captured(1);
        if (to.startsWith("http")) continue;
        const QString path = QDir::cleanPath(":/docs/guide/" + to);
        QVERIFY2(QFile::exists(path), qPrintable(file.fileName() + " leads to " + to));
        if (path.endsWith(".png")) QVERIFY2(!QImage(path).isNull(), qPrintable(path));
      }
    }
    QVERIFY(count >= 13);
  }

  void linksAreFollowedAndTheWayBackToo() {
    Shown w;
    w->docks().ask("heatmap");
    GuideWindow* guide = w.f1();
    QTest::mouseClick(guide->findChild<QToolButton*>("guideHome"), Qt::LeftButton);
    QCOMPARE(guide->page(), "README");
    emit guide->text()->anchorClicked(QUrl("gate.md"));
    QCOMPARE(guide->page(), "gate");
    auto* back = guide->findChild<QToolButton*>("guideBack");
    QTRY_VERIFY(back->isEnabled());
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(guide->page(), "README");
    // A picture is no wider than the page.
    guide->open("words");
    const QVariant picture = guide->text()->document()->resource(
        QTextDocument::ImageResource, QUrl("qrc:/docs/images/window-light.png"));
    QVERIFY(picture.isValid());
    QVERIFY(picture.value<QImage>().deviceIndependentSize().width() <=
            guide->text()->viewport()->width());
    QTest::keyClick(guide, Qt::Key_Escape);
    QVERIFY(!guide->isVisible());
  }

  /// One source: the page of words says what the tool tips say, and nothing else.
  void thePageOfWordsIsTheGlossary() {
    QFile file(":/docs/guide/glossary.md");
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList rows, wanted;
    for (const QString& line : QString::fromUtf8(file.readAll()).split('\n'))
      if (line.startsWith("| ") && !line.contains("what it means")) rows << line;
    const auto row = [](std::string_view word, std::string_view meaning) {
      return QStringLiteral("| %1 | %2 |").arg(coreText(word), coreText(meaning));
    };
    for (const GlossaryWord& word : glossary()) wanted << row(word.word, word.meaning);
    for (const Measure& measure : measures()) {
      QVERIFY2(!meaningOf(measure).empty(), measure.id.data());
      wanted << row(measure.name, meaningOf(measure));
    }
    QCOMPARE(rows, wanted);
    // And the window says them, in its language.
    installLanguage("de");
    {
      Shown w;
      QCOMPARE(w.find<QSlider>("stripQ")->toolTip(), glossarySentence("q"));
      QVERIFY(!glossarySentence("q").startsWith("How sure"));
      auto* box = w.find<QComboBox>("heatmapMeasure");
      for (int i = 0; i < box->count(); ++i)
        QCOMPARE(box->itemData(i, Qt::ToolTipRole).toString(),
                 measureMeaning(measure(box->itemData(i).toString().toStdString())));
    }
    installLanguage("en");
  }

  void symbolsHaveTheInkOfTheTheme() {
    QVERIFY(symbolNames().size() > 20);
    Shown w;
    auto* how = w->findChild<QToolButton*>("questionHow");
    QVERIFY(!how->icon().isNull());
    QCOMPARE(how->toolButtonStyle(), Qt::ToolButtonIconOnly);
    QVERIFY(!how->accessibleName().isEmpty());
    const auto ink = [&] {
      const QImage image = how->icon().pixmap(32, 32).toImage();
      QColor most;
      for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
          if (image.pixelColor(x, y).alpha() == 255) most = image.pixelColor(x, y);
      return most;
    };
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
      w->setTheme(theme);
      QCOMPARE(ink(), themePalette(theme == ThemeChoice::Dark).color(QPalette::ButtonText));
    }
    // Every name of the table is a file.
    for (const Actions::Entry& entry : w->actions().all())
      if (const QString name = symbolOf(entry.id); !name.isEmpty())
        QVERIFY2(symbolNames().contains(name), qPrintable(entry.id));
    for (const QAbstractButton* each : w->findChildren<QAbstractButton*>())
      if (const QString name = symbolOf(each->objectName()); !name.isEmpty())
        QVERIFY2(!each->icon().isNull(), qPrintable(each->objectName()));
    w->setTheme(ThemeChoice::Light);
  }
};

QTEST_MAIN(TestGuide)
#include "tst_guide.moc"
