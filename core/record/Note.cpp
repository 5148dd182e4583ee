// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/Note.h"

// What lupdate looks for: sentences are translated in the context Notes.
#define QT_TRANSLATE_NOOP(context, text) text

namespace ouroscope {
namespace {

constexpr NoteForm kForms[] = {
    {NoteKind::UsualValue,
     QT_TRANSLATE_NOOP("Notes", "config.json has no %1: as in the released code, it is %2.")},
    {NoteKind::WindowWithout,
     QT_TRANSLATE_NOOP(
         "Notes",
         "config.json has a sliding_window of %1 and no use_sliding_window: as in the "
         "released code, there is no window.")},
    {NoteKind::WindowNowhere,
     QT_TRANSLATE_NOOP("Notes",
                       "config.json has a sliding_window of %1 positions and does not say in which "
                       "layers it holds: all layers see the whole text.")},
    {NoteKind::LongLayerTypes,
     QT_TRANSLATE_NOOP(
         "Notes",
         "layer_types of config.json has %1 entries: those after the %2 layers do not "
         "count.")},
    {NoteKind::ExitStep,
     QT_TRANSLATE_NOOP("Notes",
                       "early_exit_step of config.json is %1, counted from 0: as in the released "
                       "code, every token is read at loop %2, unless a run has a threshold or a "
                       "budget of its own.")},
    {NoteKind::ExitStepNone,
     QT_TRANSLATE_NOOP("Notes",
                       "early_exit_step of config.json is %1, which is none of the %2 loops: as in "
                       "the released code, it does not count.")},
    {NoteKind::NoEos,
     QT_TRANSLATE_NOOP("Notes", "eos_token_id of config.json is -1: no token stops by it.")},
    {NoteKind::YarnFactor,
     QT_TRANSLATE_NOOP("Notes",
                       "The YaRN factor is used as it is written; transformers 4 takes "
                       "max_position_embeddings over original_max_position_embeddings instead, "
                       "which is 1 here.")},
    {NoteKind::PeftNames,
     QT_TRANSLATE_NOOP("Notes",
                       "The names of the tensors have the peft library's \"base_model.model.\" in "
                       "front, which is left out.")},
    {NoteKind::BaseNames,
     QT_TRANSLATE_NOOP("Notes",
                       "The names of the tensors have no \"%1\" in front, as in an export of the "
                       "base model.")},
    {NoteKind::NoShardIndex,
     QT_TRANSLATE_NOOP("Notes",
                       "model.safetensors.index.json is missing: the tensors were looked up in the "
                       "shards.")},
    {NoteKind::NoGate,
     QT_TRANSLATE_NOOP("Notes",
                       "The weights have no exit gate, which models of this family have: an export "
                       "has left it out. No token exits early by it.")},
    {NoteKind::UnusedLayers,
     QT_TRANSLATE_NOOP("Notes",
                       "config.json asks for %1 layers, and the weights have more: the others are "
                       "left out.")},
    {NoteKind::TokensBehind,
     QT_TRANSLATE_NOOP("Notes",
                       "The post-processor of tokenizer.json puts special tokens behind a text, "
                       "which are left out: the text goes on.")},
    {NoteKind::AddedOtherId,
     QT_TRANSLATE_NOOP("Notes", "The added token %1 says id %2 but has id %3.")},
    {NoteKind::AddedHidden,
     QT_TRANSLATE_NOOP("Notes",
                       "The added token %1 is never found, because another one is the same once "
                       "normalised.")},
    {NoteKind::AddedIsPiece,
     QT_TRANSLATE_NOOP(
         "Notes",
         "The added token %1 has the id %2, which is %3 in tokenizer.model: it is not "
         "used.")},
    {NoteKind::AddedTwice,
     QT_TRANSLATE_NOOP("Notes", "The added token %1 is given twice: the first one counts.")},
    {NoteKind::AddedNotRead, QT_TRANSLATE_NOOP("Notes", "Added tokens are not read: %1")},
    {NoteKind::FileNotRead, QT_TRANSLATE_NOOP("Notes", "Not read: %1")},
    {NoteKind::OtherTokenizer,
     QT_TRANSLATE_NOOP(
         "Notes", "tokenizer.model is used, because tokenizer.json beside it is not read: %1")},
    {NoteKind::StopIsWord,
     QT_TRANSLATE_NOOP("Notes",
                       "%1 names token %2 as the end of a text, which is the word \"%3\" in this "
                       "tokenizer: generation does not stop there.")},
    {NoteKind::NoBeginning,
     QT_TRANSLATE_NOOP("Notes",
                       "The folder asks for a beginning-of-text token that its tokenizer does not "
                       "have: none stands before the text.")},
    {NoteKind::NoTemplate,
     QT_TRANSLATE_NOOP("Notes",
                       "The folder has no chat template: a base model has not been trained on "
                       "conversations.")},
    {NoteKind::OtherTemplate,
     QT_TRANSLATE_NOOP("Notes",
                       "The folder's own chat template is not recognised: the conversation is "
                       "written as plain %1 without a default system turn.")},
    {NoteKind::DroppedOne,
     QT_TRANSLATE_NOOP("Notes",
                       "The tokenizer leaves out a character of the prompt (%1, before token %2): "
                       "the model does not see it.")},
    {NoteKind::DroppedSome,
     QT_TRANSLATE_NOOP("Notes",
                       "The tokenizer leaves out %1 characters of the prompt (the first is %2, "
                       "before token %3): the model does not see them.")},
};

}  // namespace

std::span<const NoteForm> noteForms() {
  return kForms;
}

const NoteForm& noteForm(NoteKind kind) {
  return kForms[static_cast<std::size_t>(kind)];
}

std::string filledNote(const std::string& sentence, std::span<const std::string> args) {
  std::string out;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const bool place = sentence[at] == '%' && at + 1 < sentence.size() && sentence[at + 1] >= '1' &&
                       sentence[at + 1] <= '9';
    const std::size_t which = place ? sentence[at + 1] - '1' : 0;
    if (!place || which >= args.size()) {
      out += sentence[at];
      continue;
    }
    out += args[which];
    ++at;
  }
  return out;
}

std::string Note::text() const {
  return filledNote(noteForm(kind).text, args);
}

}  // namespace ouroscope
