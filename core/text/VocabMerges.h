// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>

#include "core/support/ContainedFolder.h"
#include "core/text/Tokenizer.h"

namespace ouroscope {

/// The older form of a byte-level BPE tokenizer: vocab.json and merges.txt, with the class and the
/// added tokens in tokenizer_config.json. GPT2Tokenizer (also where no class is named) and
/// Qwen2Tokenizer are read, as their classes of the Python library read them.
/// @throws Error naming file and defect, also for another class
std::unique_ptr<Tokenizer> openVocabMerges(const ContainedFolder& folder);

}  // namespace ouroscope
