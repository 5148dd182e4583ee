// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonObject>
#include <QObject>
#include <vector>

#include "core/corpus/Corpus.h"
#include "core/corpus/DocumentIndex.h"
#include "ui/jobs/Jobs.h"
#include "ui/session/LiveSession.h"
#include "ui/state/ViewState.h"

namespace ouroscope {

/// What is open: the model, and traces beside each other, each with the view state it was last left
/// in. One of them is current: its trace is the ViewState's.
class Workspace : public QObject {
  Q_OBJECT
 public:
  struct Item {
    int id = 0;         ///< stays the same while the trace is open, and over sessions
    TracePtr trace;     ///< null where the file was away when the session came back
    QString title;      ///< of the file, or the beginning of the prompt
    QString path;       ///< empty for a run that was not saved
    QJsonObject view;   ///< ViewState::toJson() when it was last left
    QJsonObject ran;    ///< the prompt box when it was run; empty: what the trace says
    QJsonObject draft;  ///< the prompt box as it was edited since; empty: not edited

    bool away() const { return !trace; }
    QString shownTitle() const;  ///< the title, and that its run was stopped
  };

  explicit Workspace(ViewState& state, QObject* parent = nullptr);

  LiveSession& live() { return live_; }      ///< the generation under way
  ModelPtr model() const { return model_; }  ///< may be null
  /// What views need of the model. It is gone with the model; null without one.
  const Tokenizer* tokenizer() const;
  int vocabulary() const;                    ///< ids of the model, 0 without one
  bool isOfOther(const Trace& trace) const;  ///< a model is open, and another one made `trace`
  /// Positions that the model was made for, where it is the one that made `trace`; else 0.
  int contextOf(const Trace& trace) const;
  /// The open model's name for a person; empty without one.
  QString modelName() const;
  /// Whether the open model is the bundled one, which knows its seven games alone.
  bool knowsPuzzlesOnly() const;
  /// Layers of the open model are looped without training, or could be: it has a plain form.
  bool isPlainModel() const;
  void setModel(ModelPtr model);

  /// What the window is working on, in words ("Loading demo"); empty: nothing.
  const QString& doing() const { return doing_; }
  void setDoing(const QString& what);

  CorpusPtr corpus() const { return corpus_; }               ///< open beside the traces; null: none
  DocumentIndexPtr documents() const { return documents_; }  ///< of the corpus
  void setCorpus(CorpusPtr corpus, DocumentIndexPtr documents);

  const std::vector<Item>& items() const { return items_; }
  int current() const { return current_; }  ///< id of the shown trace, -1 none
  const Item* find(int id) const;           ///< null where it was closed
  /// The run that one with a change inside its loops is set against: of the same prompt by the same
  /// weights, with no change. The compared one if it is such, else the last; null: none is open,
  /// or nothing was changed in `trace`.
  const Item* untouchedOf(const Trace& trace) const;
  const Item* findPath(const QString& path) const;
  /// Opens an item and shows it, where its file is not away. Its id is given again where it is
  /// free.
  /// @return its id
  int add(Item item);
  /// Opens a trace and shows it. Without a title, that of its prompt. `view`: as it was left.
  /// @param id that it had before, given again where it is free; 0: a new one
  int add(TracePtr trace, const QString& title = {}, const QString& path = {},
          const QJsonObject& view = {}, int id = 0);
  /// Adds it under the name of its file, with the last token of its prompt selected. @return its id
  int open(const TracePtr& trace, const QString& path);
  /// A run that begins to arrive.
  /// @param ran the prompt box when it was run; a draft that says the same is not one any more
  /// @param view how it is shown; empty: with the last token of its prompt selected
  int addRun(const TracePtr& trace, const QJsonObject& ran, const QJsonObject& view = {});
  /// A run is whole: what `view` selects is there now. A selection made meanwhile stays.
  void reselect(int id, const QJsonObject& view);
  /// The same run, grown (live generation) or saved. Keeps the view state. A selection that stands
  /// at the end of a prompt that is still being read goes along to its end.
  void replace(int id, const TracePtr& trace);
  void setDraft(int id, const QJsonObject& draft);  ///< the prompt box was edited
  QJsonObject viewOf(int id) const;                 ///< as it is shown now, or as it was last left
  void setPath(int id, const QString& path);        ///< saved there
  void show(int id);                                ///< one whose file is away asks for it instead
  void step(int by);   ///< shows the next one, or the one before, round the end
  void close(int id);  ///< shows the neighbour
  bool canReopen() const { return !closed_.empty(); }
  void reopen();  ///< the trace closed last, as it was left

 signals:
  void modelChanged();
  void corpusChanged();
  void doingChanged();
  void itemsChanged();                  ///< added, closed, renamed, replaced
  void currentChanged();                ///< another trace is shown
  void awayAsked(const QString& path);  ///< an item is wanted whose file was away

 private:
  Item* item(int id);
  void leave();
  ViewState& state_;
  LiveSession live_;
  ModelPtr model_;
  CorpusPtr corpus_;
  DocumentIndexPtr documents_;
  std::vector<Item> items_, closed_;
  int current_ = -1, lastId_ = 0;
  QString doing_;
};

/// "stopped after 3,840 of 42,341 tokens", "cut off after ..." where the program ended while it
/// ran; empty for a run that ran to its end.
QString stoppedText(const Trace& trace);
/// "12 recorded values, first at token 1, loop 1: ..."; empty where all are numbers.
QString notNumbersText(const TracePtr& trace);

/// "The fox ran over ..." : the first words of a trace's prompt, for tabs and lists.
QString promptTitle(const Trace& trace);

}  // namespace ouroscope
