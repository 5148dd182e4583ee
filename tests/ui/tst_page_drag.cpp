// SPDX-License-Identifier: GPL-3.0-or-later
// A picture dragged by the head of its question onto the page, and copies of every view.
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QMenu>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/WindowStage.h"
#include "ui/figures/kinds/FigurePage.h"
#include "ui/views/FigureDrag.h"
#include "ui/views/FigureView.h"
#include "ui/views/StripCanvas.h"
#include "ui/window/QuestionHead.h"

using namespace ouroscope;

namespace {

/// Keeps what is dragged, in place of the system's drag, which would wait for a real mouse.
class KeptHead : public QuestionHead {
 public:
  using QuestionHead::QuestionHead;
  std::vector<FigureRequest> dragged;

 protected:
  bool drag(const FigureRequest& figure) override {
    dragged.push_back(figure);
    return true;
  }
};

}  // namespace

class TestPageDrag : public QObject {
  Q_OBJECT
 private:
  QTemporaryDir home_;

  struct Shown : test::WindowStage {
    Shown() : WindowStage(QSize(1280, 800)) {
      window.workspace().add(test::syntheticTrace());
      window.state().select(5);
    }
    QList<FigureRecipe> panels() {
      auto* page = qobject_cast<FigureView*>(window.docks().view("figure"));
      const QJsonObject own = page->ownState();
      return own.isEmpty()
                 ? QList<FigureRecipe>()
                 : FigurePage::fromOptions(recipeFromJson(own["recipe"].toObject()).options).panels;
    }
    bool drop(QWidget* on, QMimeData* what) {
      const QPoint at = on->rect().center();
      QDragEnterEvent enter(at, Qt::CopyAction, what, Qt::LeftButton, {});
      QCoreApplication::sendEvent(on, &enter);
      if (!enter.isAccepted()) return false;
      QDropEvent drop(at, Qt::CopyAction, what, Qt::LeftButton, {});
      QCoreApplication::sendEvent(on, &drop);
      return drop.isAccepted();
    }
    FigureRequest heatmap() { return *window.docks().view("heatmap")->shown(); }
  };

 private slots:
  void init() { test::freshSettings(home_.path()); }

  void theHeadIsWhatOneDrags() {
    Shown w;
    w->docks().ask("heatmap");
    Intents intents;
    KeptHead head({w->state(), w->workspace(), intents}, *viewInfo("heatmap"),
                  *w->docks().view("heatmap"));
    head.resize(800, 80);
    head.show();
    QVERIFY(QTest::qWaitForWindowExposed(&head));
    const QPoint from(300, 12);
    QTest::mousePress(&head, Qt::LeftButton, {}, from);
    QTest::mouseMove(&head, from + QPoint(2, 0));
    QVERIFY(head.dragged.empty());  // a shaking hand drags nothing
    QTest::mouseMove(&head, from + QPoint(60, 20));
    QCOMPARE(head.dragged.size(), 1u);
    QCOMPARE(head.dragged[0].recipe.toJson(), w.heatmap().recipe.toJson());
    QTest::mouseMove(&head, from + QPoint(90, 20));
    QCOMPARE(head.dragged.size(), 1u);
  }

  void aPictureDroppedOnPaperIsAPanel() {
    Shown w;
    w->docks().ask("heatmap");
    QCOMPARE(w.panels().size(), 0);
    auto* paper = w.find<QToolButton>("figurePreset");
    FigureMime figure(w.heatmap());
    QVERIFY(w.drop(paper, &figure));
    QCOMPARE(w.panels().size(), 1);
    QCOMPARE(w.panels()[0].kind, "heatmap");
    // Anything else is not for the page.
    QMimeData text;
    text.setText("words");
    QVERIFY(!w.drop(paper, &text));
    QCOMPARE(w.panels().size(), 1);
    // On the page itself too; the session keeps it.
    w->docks().showView("figure");
    FigureMime again(w.heatmap());
    QVERIFY(w.drop(w->docks().view("figure"), &again));
    QCOMPARE(w.panels().size(), 2);
    QVERIFY(w->docks().layout()["views"].toObject().contains("figure"));
  }

  void everyViewIsCopied() {
    Shown w;
    // The strip, by its menu.
    auto* canvas = w->findChild<StripCanvas*>();
    for (const char* format : {"SVG", "PNG"}) {
      QGuiApplication::clipboard()->clear();
      QTimer::singleShot(0, [&] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (!menu) return;
        for (QAction* action : menu->actions())
          if (action->text().contains(format)) action->trigger();
        menu->close();
      });
      emit canvas->customContextMenuRequested(canvas->rect().center());
      const auto copied = [] {
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        return data && (data->hasImage() || data->hasFormat("image/svg+xml"));
      };
      QTRY_VERIFY(copied());
    }
    // Questions: every head that has a picture offers both.
    for (const ViewInfo& info : viewList()) {
      if (!info.isQuestion()) continue;
      w->docks().ask(info.id);
      auto* menu = w->docks().dock(info.id)->findChild<QMenu*>("questionMenu");
      QVERIFY2(menu && menu->actions().size() > 3, info.id);
      QVERIFY2(menu->actions()[0]->text().contains("SVG"), info.id);
      QVERIFY2(menu->actions()[1]->text().contains("PNG"), info.id);
    }
  }
};

QTEST_MAIN(TestPageDrag)
#include "tst_page_drag.moc"
