// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <vector>

#include "core/support/ContainedFolder.h"

namespace ouroscope {

/// A prompt that a model's folder suggests (its prompts.json).
struct ExamplePrompt {
  QString title, text;
  QString look;                 ///< what to look at
  int loops = 0, generate = 0;  ///< 0 loops: as many as are set
};

struct ExamplePrompts {
  std::vector<ExamplePrompt> prompts;
  QString problem;  ///< why a prompts.json that is there cannot be used; empty
};

/// For a job: a model folder is somebody else's. Only a regular file inside the folder is read, at
/// most 1 MiB of it; entries that are not as expected are skipped. What is wrong with the file
/// becomes `problem`.
/// @throws OutsideLink
ExamplePrompts readExamplePrompts(const ContainedFolder& files);

}  // namespace ouroscope
