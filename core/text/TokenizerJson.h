// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

#include "core/text/JsonView.h"
#include "core/text/PreTokenizer.h"
#include "core/text/TextAffixes.h"
#include "core/text/TextNormalizer.h"
#include "core/text/TokenSpelling.h"

/// The parts of a tokenizer.json besides model and added tokens. Each throws Error naming file,
/// field and what is wrong or not supported.
namespace ouroscope::tokenizer_json {

/// Top level: known fields only, version "1.0".
void checkTopLevel(const JsonView& root);

TextNormalizer readNormalizer(const JsonView& root);
PreTokenizer readPreTokenizer(const JsonView& root);

/// The decoder must be ByteLevel, alone or as the only step of a Sequence, or the steps that
/// sentencepiece models are converted with.
TokenSpelling readDecoder(const JsonView& root);

/// What post-processors put around a single text. Ids are checked against `idEnd`.
TextAffixes readPostProcessor(const JsonView& root, std::int32_t idEnd);

}  // namespace ouroscope::tokenizer_json
