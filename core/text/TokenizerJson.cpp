// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/TokenizerJson.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/support/DisplayText.h"

namespace ouroscope::tokenizer_json {
namespace {

/// Calls visit for each leaf of a possibly nested Sequence whose members are under `listKey`.
template <typename Visit>
void forEachStep(const JsonView& step, std::string_view listKey, Visit visit) {
  const std::string type = step.member("type").string();
  if (type != "Sequence") {
    visit(step, type);
    return;
  }
  const JsonView list = step.member(listKey);
  const std::size_t count = list.size();
  for (std::size_t i = 0; i < count; ++i) forEachStep(list.element(i), listKey, visit);
}

PreTokenizer::Step readSplit(const JsonView& step) {
  using Kind = PreTokenizer::Step::Kind;
  PreTokenizer::Step out;
  out.kind = Kind::Pattern;
  const JsonView pattern = step.member("pattern");
  pattern.requireOnly({"Regex", "String"});
  if (pattern.value().size() != 1) pattern.fail("one of Regex and String was expected");
  if (const auto literal = pattern.find("String")) {
    out.kind = Kind::Literal;
    out.literal = literal->string();
    if (out.literal.empty()) literal->unsupported("splitting at an empty string is not supported");
  } else {
    const JsonView regex = pattern.member("Regex");
    out.matcher = splitMatcherFor(regex.string());
    if (out.matcher == nullptr) {
      regex.unsupported("the pattern " + shownText(regex.string()) +
                        " is none of the pre-tokenizer patterns that are supported");
    }
  }
  const bool invert = step.member("invert").boolean();
  const JsonView behavior = step.member("behavior");
  const std::string name = behavior.string();
  if (name == "Removed") {
    (invert ? out.dropGaps : out.dropMatches) = true;
  } else if (name == "MergedWithPrevious" && out.kind == Kind::Literal && !invert) {
    out.withPrevious = true;
  } else if (name != "Isolated") {
    behavior.unsupported("the split behavior " + shownText(name) +
                         " is not supported, only Isolated and Removed are, and for a text "
                         "MergedWithPrevious");
  }
  return out;
}

/// Spaces as marks, as sentencepiece has them. Older files say `add_prefix_space` alone.
PreTokenizer::Step readMetaspace(const JsonView& step) {
  using Mark = PreTokenizer::Step::Mark;
  PreTokenizer::Step out;
  out.kind = PreTokenizer::Step::Kind::Metaspace;
  const auto replacement = step.find("replacement");
  if (!replacement) step.fail("a Metaspace without its replacement was found");
  if (replacement->string() != kSpaceMark)
    replacement->unsupported("a Metaspace of " + shownText(replacement->string()) +
                             " is not supported, only U+2581 is");
  out.mark = step.booleanOr("add_prefix_space", true) ? Mark::Always : Mark::Never;
  if (const auto scheme = step.find("prepend_scheme")) {
    const std::string name = scheme->string();
    if (name != "always" && name != "first" && name != "never")
      scheme->fail("always, first or never was expected, found " + shownText(name));
    out.mark = name == "always" ? Mark::Always : name == "first" ? Mark::First : Mark::Never;
  }
  out.splitAtMarks = step.booleanOr("split", true);
  return out;
}

/// {"pattern": {"String": FROM}, "content": TO} of a Replace step.
bool replaces(const JsonView& step, std::string_view from, std::string_view to) {
  const auto text = step.member("pattern").find("String");
  return text && text->string() == from && step.member("content").string() == to;
}

std::int64_t idLimit(std::int32_t idEnd) {
  return std::int64_t{idEnd} - 1;
}

/// {"special_tokens": {name: {"ids": [...]}}} of a TemplateProcessing step.
void checkTemplate(const JsonView& step, std::int32_t idEnd) {
  const auto special = step.find("special_tokens");
  if (!special) return;
  special->requireObject();
  for (const auto& item : special->value().items()) {
    const JsonView ids = special->member(item.key()).member("ids");
    const std::size_t count = ids.size();
    for (std::size_t i = 0; i < count; ++i) ids.element(i).integer(0, idLimit(idEnd));
  }
}

/// "single", what a TemplateProcessing step makes of one text: special tokens and the text (a
/// Sequence).
TextAffixes affixesOf(const JsonView& step) {
  TextAffixes out;
  const auto single = step.find("single");
  if (!single || !single->value().is_array()) return out;
  bool text = false;
  const std::size_t count = single->size();
  for (std::size_t i = 0; i < count; ++i) {
    const JsonView part = single->element(i);
    if (part.find("Sequence")) {
      text = true;
      continue;
    }
    const auto special = part.find("SpecialToken");
    if (!special) continue;
    if (text) {
      out.behind = true;
      continue;
    }
    const JsonView ids =
        step.member("special_tokens").member(special->member("id").string()).member("ids");
    for (std::size_t k = 0; k < ids.size(); ++k)
      out.before.push_back(static_cast<std::int32_t>(ids.element(k).integer(0, 0x7FFFFFFF)));
  }
  return out;
}

/// ["name", id] of a BertProcessing or RobertaProcessing step.
void checkPair(const JsonView& step, std::string_view key, std::int32_t idEnd) {
  const JsonView pair = step.member(key);
  if (pair.size() != 2) pair.fail("a name and an id were expected");
  pair.element(0).string();
  pair.element(1).integer(0, idLimit(idEnd));
}

}  // namespace

void checkTopLevel(const JsonView& root) {
  root.requireOnly({"version", "truncation", "padding", "added_tokens", "normalizer",
                    "pre_tokenizer", "post_processor", "decoder", "model"});
  if (root.value().contains("version")) {
    const JsonView version = root.member("version");
    if (version.string() != "1.0") {
      version.unsupported("the version " + shownText(version.string()) +
                          " is not supported, only \"1.0\" is");
    }
  }
  for (const std::string_view key : {"truncation", "padding"}) {
    if (const auto part = root.find(key)) part->requireObject();
  }
}

TextNormalizer readNormalizer(const JsonView& root) {
  using Step = TextNormalizer::Step;
  std::vector<Step> steps;
  const auto normalizer = root.find("normalizer");
  if (!normalizer) return {};
  forEachStep(*normalizer, "normalizers", [&](const JsonView& step, const std::string& type) {
    if (type == "NFC") {
      steps.push_back(Step::Nfc);
    } else if (type == "NFD") {
      steps.push_back(Step::Nfd);
    } else if (type == "NFKC") {
      steps.push_back(Step::Nfkc);
    } else if (type == "NFKD") {
      steps.push_back(Step::Nfkd);
    } else if (type == "Lowercase") {
      steps.push_back(Step::Lowercase);
    } else if (type == "Prepend" && step.member("prepend").string() == kSpaceMark) {
      steps.push_back(Step::PrependMark);
    } else if (type == "Replace" && replaces(step, " ", kSpaceMark)) {
      steps.push_back(Step::SpacesToMarks);
    } else {
      const bool other = type == "Prepend" || type == "Replace";
      step.unsupported("the normalizer " + shownText(type) + (other ? " of other texts" : "") +
                       " is not supported, only NFC, NFD, NFKC, NFKD, Lowercase, Sequence and the "
                       "marks of sentencepiece (Prepend U+2581, Replace a space by it) are");
    }
  });
  return TextNormalizer(std::move(steps));
}

PreTokenizer readPreTokenizer(const JsonView& root) {
  using Kind = PreTokenizer::Step::Kind;
  std::vector<PreTokenizer::Step> steps;
  const auto preTokenizer = root.find("pre_tokenizer");
  if (!preTokenizer) return {};
  forEachStep(*preTokenizer, "pretokenizers", [&](const JsonView& step, const std::string& type) {
    if (type == "ByteLevel") {
      PreTokenizer::Step out;
      out.kind = Kind::ByteLevel;
      out.addPrefixSpace = step.member("add_prefix_space").boolean();
      step.member("trim_offsets").boolean();
      if (step.booleanOr("use_regex", true)) out.matcher = &matchGpt2;
      steps.push_back(std::move(out));
    } else if (type == "Digits") {
      const bool alone = step.member("individual_digits").boolean();
      PreTokenizer::Step out;
      out.kind = alone ? Kind::DigitsAlone : Kind::DigitsTogether;
      steps.push_back(std::move(out));
    } else if (type == "Split") {
      steps.push_back(readSplit(step));
    } else if (type == "Metaspace") {
      steps.push_back(readMetaspace(step));
    } else {
      step.unsupported("the pre-tokenizer " + shownText(type) +
                       " is not supported, only ByteLevel, Digits, Split, Metaspace and Sequence "
                       "are");
    }
    if (steps.size() > 64) step.fail("more than 64 pre-tokenizer steps were found");
  });
  return PreTokenizer(std::move(steps));
}

TokenSpelling readDecoder(const JsonView& root) {
  const JsonView decoder = root.member("decoder");
  if (decoder.isNull())
    decoder.unsupported(
        "a tokenizer without a decoder is not supported, only ByteLevel and the decoders of "
        "sentencepiece models are");
  TokenSpelling out;
  int level = 0, steps = 0;
  bool fused = false;
  forEachStep(decoder, "decoders", [&](const JsonView& step, const std::string& type) {
    ++steps;
    if (type == "ByteLevel") {
      ++level;
    } else if (type == "Replace" && !fused && replaces(step, kSpaceMark, " ")) {
      out.marks = true;
    } else if (type == "ByteFallback" && !fused) {
      out.byteFallback = true;
    } else if (type == "Fuse") {
      fused = true;
    } else if (type == "Strip" && fused && out.strip == 0 &&
               step.member("content").string() == " " && step.member("stop").integer(0, 0) == 0) {
      out.strip = static_cast<int>(step.member("start").integer(0, 1000));
    } else {
      step.unsupported("the decoder " + shownText(type) +
                       " is not supported here, only ByteLevel and what sentencepiece models have "
                       "(Replace U+2581 by a space, ByteFallback, Fuse, Strip, in this order) are");
    }
  });
  out.byteLevel = level > 0;
  if (steps == 0 || (level > 0 && steps != 1))
    decoder.unsupported("a decoder of exactly one ByteLevel step was expected");
  return out;
}

TextAffixes readPostProcessor(const JsonView& root, std::int32_t idEnd) {
  TextAffixes affixes;
  const auto processor = root.find("post_processor");
  if (!processor) return affixes;
  forEachStep(*processor, "processors", [&](const JsonView& step, const std::string& type) {
    if (type == "TemplateProcessing") {
      checkTemplate(step, idEnd);
      const TextAffixes more = affixesOf(step);
      affixes.before.insert(affixes.before.begin(), more.before.begin(), more.before.end());
      affixes.behind = affixes.behind || more.behind;
    } else if (type == "BertProcessing" || type == "RobertaProcessing") {
      checkPair(step, "sep", idEnd);
      checkPair(step, "cls", idEnd);
      affixes.before.insert(
          affixes.before.begin(),
          static_cast<std::int32_t>(step.member("cls").element(1).integer(0, idLimit(idEnd))));
      affixes.behind = true;
    } else if (type != "ByteLevel") {
      step.unsupported("the post-processor " + shownText(type) + " is not known");
    }
  });
  return affixes;
}

}  // namespace ouroscope::tokenizer_json
