// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/PromptBinding.h"

#include "core/analysis/PuzzleGames.h"
#include "core/run/LoadedModel.h"
#include "ui/base/PlainText.h"
#include "ui/window/ControlBar.h"
#include "ui/window/PromptOptions.h"

namespace ouroscope {
namespace {

constexpr std::size_t kLongestPrompt = 100'000;  ///< bytes of a prompt that are laid out in the box

/// The prompt of a trace as the box takes it; nothing where it is too long for that.
std::optional<QJsonObject> boxOf(const Trace& trace, QJsonObject options) {
  const TraceInfo& info = trace.info();
  const TraceColumns& c = trace.columns();
  std::string text;
  for (int t = 0; t < info.promptTokens && text.size() <= kLongestPrompt; ++t)
    text += c.tokenBytes[t];
  if (text.size() > kLongestPrompt) return {};
  for (const QString& key : PromptOptions::keys()) options.remove(key);
  const QString prompt = QString::fromStdString(text);
  QJsonObject box{{"prompt", prompt}, {"generate", trace.tokens() - info.promptTokens}};
  if (!options.isEmpty()) box["options"] = options;
  return box;
}

}  // namespace

PromptBinding::PromptBinding(Workspace& workspace, ControlBar& controls, QObject* parent)
    : QObject(parent), workspace_(workspace), controls_(controls) {
  connect(&workspace_, &Workspace::currentChanged, this, &PromptBinding::load);
  connect(&controls_, &ControlBar::edited, this, &PromptBinding::edited);
  connect(&workspace_, &Workspace::modelChanged, this, &PromptBinding::takeModel);
  if (workspace_.current() >= 0) load();
}

QJsonObject PromptBinding::promptOf(const Workspace::Item& item) const {
  if (!item.ran.isEmpty()) return item.ran;
  const QJsonObject options = controls_.toJson()["options"].toObject();
  QJsonObject box = boxOf(*item.trace, options).value_or(QJsonObject());
  if (!box.isEmpty()) box["loops"] = loopsFor(*item.trace);
  return box;
}

/// The loops of a record are those of its model: another one runs at what is usual for it.
int PromptBinding::loopsFor(const Trace& trace) const {
  return workspace_.isOfOther(trace) ? workspace_.model()->folder.spec.usualLoops() : trace.loops();
}

void PromptBinding::load() {
  const Workspace::Item* item = workspace_.find(workspace_.current());
  loading_ = true;
  tooLong_ = halves_ = false;
  if (item) {
    const QJsonObject own = promptOf(*item);
    tooLong_ = own.isEmpty();
    halves_ = own["prompt"].toString().contains(QChar::ReplacementCharacter);
    if (tooLong_)
      controls_.setPrompt({}, loopsFor(*item->trace), 0);
    else
      controls_.fromJson(own);
    base_ = controls_.toJson();  // as the box can hold it
    if (!item->draft.isEmpty()) controls_.fromJson(item->draft);
  } else {
    if (!alone_.isEmpty()) controls_.fromJson(alone_);
    base_ = {};
  }
  loading_ = false;
  edited();
}

/// What nobody has touched is asked of the model that is open now, at its own loops.
void PromptBinding::takeModel() {
  const Workspace::Item* item = workspace_.find(workspace_.current());
  if (!item || item->away() || !item->ran.isEmpty() || !workspace_.isOfOther(*item->trace))
    return edited();
  if (item->draft.isEmpty()) return load();
  base_["loops"] = loopsFor(*item->trace);
  edited();
}

void PromptBinding::edited() {
  if (loading_) return;
  const QJsonObject box = controls_.toJson();
  const int id = workspace_.current();
  if (id < 0) {
    alone_ = box;
    return controls_.setPromptNote(ControlBar::PromptNote::None);
  }
  const bool changed = box != base_;
  workspace_.setDraft(id, changed ? box : QJsonObject());
  // Run would give noise: said before, not after. A record of another model that nobody has touched
  // is only said to be one.
  const Workspace::Item* item = workspace_.find(id);
  if (!item || item->away()) return controls_.setPromptNote(ControlBar::PromptNote::None);
  const TraceInfo& info = item->trace->info();
  const bool other = workspace_.isOfOther(*item->trace);
  const QString text = box["prompt"].toString();
  const bool foreign = workspace_.knowsPuzzlesOnly() && !text.trimmed().isEmpty() &&
                       !beginsAsPuzzle(text.toStdString());
  using Said = ControlBar::PromptNote;
  controls_.setPromptNote(foreign && (changed || !other) ? Said::NoPuzzle
                          : changed                      ? Said::Changed
                          : tooLong_                     ? Said::TooLong
                          : halves_                      ? Said::Halves
                          : other                        ? Said::OtherModel
                                                         : Said::None,
                          shownName(info.modelName));
}

}  // namespace ouroscope
