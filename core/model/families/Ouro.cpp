// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/families/Ouro.h"

#include "core/model/families/LlamaLike.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"

namespace ouroscope {
namespace {

/// Sandwich norms: the branches are normed too.
constexpr LlamaKind kOuroKind{.modelType = "ouro",
                              .architecture = "OuroForCausalLM",
                              .title = "Ouro",
                              .afterAttention = "input_layernorm_2",
                              .beforeMlp = "post_attention_layernorm",  // despite its name
                              .afterMlp = "post_attention_layernorm_2",
                              .loopsKey = "total_ut_steps",
                              .loopNorm = true,
                              .exitGate = true,
                              .projectionBias = HasBias::Never,
                              .outputBias = HasBias::Never,
                              .mlpBias = HasBias::Never,
                              .usualContext = 32768,
                              .usualLoops = 4};

}  // namespace

constinit const Family kOuro{kOuroKind.modelType, kOuroKind.architecture, kOuroKind.title,
                             [](const JsonObject& c) { return readLlamaLike(c, kOuroKind); }};

ModelSpec ouroSpec(const ModelConfig& config) {
  return llamaLikeSpec(config, kOuroKind);
}

ModelConfig namedShape(const std::string& name) {
  ModelConfig c;
  c.rmsNormEps = 1e-6;
  c.trainedLoops = 4;
  c.dtype = "bfloat16";
  if (name == "1.4b" || name == "2.6b") {
    c.vocabSize = 49152;
    c.hiddenSize = 2048;
    c.intermediateSize = 5632;
    c.layers = name == "1.4b" ? 24 : 48;
    c.heads = c.kvHeads = 16;
    c.headDim = 128;
    c.maxPositions = 65536;
    c.ropeTheta = 1e6;
    c.bosId = 0;
    c.eosIds = {0};
  } else if (name == "demo") {
    c.vocabSize = 1024;
    c.hiddenSize = 256;
    c.intermediateSize = 704;
    c.layers = 2;
    c.heads = c.kvHeads = 4;
    c.headDim = 64;
    c.maxPositions = 512;
    c.ropeTheta = 10000;
  } else {
    throw Error("There is no model shape called " + shownText(name) + "; use 1.4b, 2.6b or demo.");
  }
  return c;
}

}  // namespace ouroscope
