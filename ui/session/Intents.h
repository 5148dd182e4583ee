// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

#include "ui/figures/base/FigureRequest.h"
#include "ui/jobs/Jobs.h"

namespace ouroscope {

/// What a view wants from outside itself: it emits one of these, MainWindow serves it. A view needs
/// no other way to the window, its dialogs or the other views.
class Intents : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;

 signals:
  void rerunAsked(const RunWish& wish);      ///< the shown text again, with more recorded
  void whatIfAsked(int token, int loop);     ///< the controls of What if, set to this place
  void besideAsked(const BesideWish& wish);  ///< the shown text elsewhere, to be compared with
  void besideLayersAsked();                  ///< the same, once it is said which layers
  void besideModelAsked();                   ///< the same, once a model is chosen
  void sweepAsked(const SweepWish& wish);    ///< over the shown run
  void textAsked(const QString& text);       ///< run with the open model, as the prompt box would
  void puzzleModelAsked();                   ///< the bundled model is to be opened
  void languageDemoAsked();                  ///< what it is, and whether it is fetched
  void exportAsked(const FigureRequest& figure);  ///< the export dialog, for exactly this figure
  void pageAsked(const FigureRequest& figure);    ///< as one more panel of the figure page
  /// Onto the clipboard. @param format "svg" or "png"
  void copyAsked(const FigureRequest& figure, const QString& format);
  void actionAsked(const QString& id);         ///< an action of the menus
  void viewAsked(const QString& id);           ///< bring a view of ViewList to the front
  void traceAsked(const QString& path);        ///< open this trace and show it
  void documentAsked(qint64 number);           ///< of the open corpus: read it and run it
  void messageAsked(const QString& sentence);  ///< stays in the message bar until dismissed
};

}  // namespace ouroscope
