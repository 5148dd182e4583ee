// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/engine/SpecCheck.h"
#include "core/model/families/LoopWindow.h"
#include "core/model/families/Raven.h"
#include "core/support/Error.h"
#include "tests/model/ModelFixtures.h"

using namespace ouroscope;
using fixture::ConfigText;
using fixture::has;
using fixture::refusal;

namespace {

/// A small config of that family, with Llama's keys.
ConfigText config(const std::string& type, const std::string& architecture) {
  ConfigText text;
  text.set("model_type", "\"" + type + "\"").set("architectures", "[\"" + architecture + "\"]");
  text.remove("total_ut_steps").remove("early_exit_threshold").set("num_key_value_heads", "2");
  return text;
}
ConfigText llama() {
  return config("llama", "LlamaForCausalLM");
}

ModelDescription read(const ConfigText& text) {
  const fixture::TempFolder folder;
  fixture::writeFile(folder / "config.json", text.text());
  return readModel(folder.path());
}
std::string refused(const ConfigText& text) {
  return refusal([&] { read(text); });
}

/// A config of the dialect of Huginn, and a checkpoint whose core block has tensors of these names.
ModelDescription raven(const std::string& fields, std::vector<std::string> tensors) {
  const std::string text = "{\"model_type\": \"huginn_raven\", " + fields + "}";
  const nlohmann::json document = nlohmann::json::parse(text);
  return kRaven.readByTensors(JsonObject(document, "config.json"), [&](const std::string& name) {
    std::vector<std::uint64_t> shape;
    for (const std::string& tensor : tensors)
      if (name == "transformer.core_block.0." + tensor) shape = {1};
    return shape;
  });
}

/// Frequencies of a config whose only change is its scaling; theta 10,000, heads of 4.
std::vector<float> scaled(const std::string& scaling) {
  return read(llama().set("rope_scaling", scaling)).spec.ropes.at(0).inverseFrequency;
}

}  // namespace

class TestFamilies : public QObject {
  Q_OBJECT
 private slots:
  void plainModelsHaveOneLoopAndNoGate() {
    for (const auto& [type, architecture] : {std::pair{"llama", "LlamaForCausalLM"},
                                             {"mistral", "MistralForCausalLM"},
                                             {"qwen2", "Qwen2ForCausalLM"},
                                             {"qwen3", "Qwen3ForCausalLM"},
                                             {"olmo2", "Olmo2ForCausalLM"},
                                             {"smollm3", "SmolLM3ForCausalLM"}}) {
      const ModelDescription d = read(config(type, architecture));
      QCOMPARE(d.spec.family, std::string(type));
      QCOMPARE(d.config.trainedLoops, 1);
      QVERIFY(!d.spec.exitGate && !d.spec.loopNorm && d.spec.headNorm);
      QVERIFY(!d.spec.find(TensorSlot::ExitGate) && d.spec.find(TensorSlot::HeadNorm));
      requireImplemented(d.spec);
    }
  }

  void normsOfEachFamily() {
    const auto norms = [](const ConfigText& text) { return read(text).spec.layers[0].norms; };
    const LayerNorms before{.beforeAttention = true, .beforeMlp = true};
    QVERIFY(norms(llama()) == before);
    QVERIFY(norms(config("nanbeige", "NanbeigeForCausalLM")) == before);
    const LayerNorms after{.afterAttention = true, .afterMlp = true};
    const ConfigText olmo = config("olmo2", "Olmo2ForCausalLM");
    QVERIFY(norms(olmo) == after);
    QCOMPARE(read(olmo).spec.tensor(TensorSlot::AfterMlp, 1).name,
             std::string("model.layers.1.post_feedforward_layernorm.weight"));
    // Whole width before the heads are cut, and per head.
    QVERIFY(
        (read(olmo).spec.tensor(TensorSlot::KeyNorm, 0).shape == std::vector<std::uint64_t>{8}));
    QVERIFY((read(config("qwen3", "Qwen3ForCausalLM")).spec.tensor(TensorSlot::KeyNorm, 0).shape ==
             std::vector<std::uint64_t>{4}));
  }

  void biasesOfEachFamily() {
    const ModelSpec qwen = read(config("qwen2", "Qwen2ForCausalLM")).spec;
    QVERIFY(qwen.find(TensorSlot::QueryBias, 1) && qwen.find(TensorSlot::ValueBias, 1));
    QVERIFY(!qwen.find(TensorSlot::OutputBias, 1) && !qwen.find(TensorSlot::DownBias, 1));
    const ModelSpec plain = read(llama()).spec;
    QVERIFY(!plain.find(TensorSlot::QueryBias, 0));
    const ModelSpec biased =
        read(llama().add("attention_bias", "true").add("mlp_bias", "true")).spec;
    QVERIFY(biased.find(TensorSlot::OutputBias, 0) && biased.find(TensorSlot::GateBias, 0));
    QVERIFY(has(refused(config("mistral", "MistralForCausalLM").add("attention_bias", "true")),
                "attention_bias"));
  }

  void gemma2HasCapsWindowsAndNormsFromOne() {
    const auto gemma = [] {
      return config("gemma2", "Gemma2ForCausalLM")
          .remove("hidden_act")
          .remove("use_sliding_window")
          .remove("sliding_window")
          .remove("tie_word_embeddings")
          .add("hidden_activation", "\"gelu_pytorch_tanh\"");
    };
    const ModelSpec usual = read(gemma()).spec;
    QVERIFY(usual.attentionCap == 50 && usual.logitCap == 30 && usual.attentionScale == 1.0 / 16);
    QCOMPARE(usual.embeddingScale, std::sqrt(double{1} * usual.hiddenSize));
    QVERIFY(usual.layers[0].window == 4096 && usual.layers[1].window == 0);
    QVERIFY(usual.layers[0].activation == Activation::GeluTanh);
    QCOMPARE(usual.tensor(TensorSlot::BeforeMlp, 1).name,
             std::string("model.layers.1.pre_feedforward_layernorm.weight"));
    for (const TensorSlot slot : {TensorSlot::BeforeAttention, TensorSlot::AfterAttention,
                                  TensorSlot::BeforeMlp, TensorSlot::AfterMlp})
      QCOMPARE(usual.tensor(slot, 0).offset, 1.0f);
    QCOMPARE(usual.tensor(TensorSlot::HeadNorm).offset, 1.0f);
    QCOMPARE(usual.tensor(TensorSlot::Head).name, std::string("model.embed_tokens.weight"));

    const ModelSpec said =
        read(gemma()
                 .add("attn_logit_softcapping", "null")
                 .add("final_logit_softcapping", "20")
                 .add("query_pre_attn_scalar", "64")
                 .add("sliding_window", "8")
                 .remove("layer_types")
                 .add("layer_types", R"(["full_attention", "sliding_attention"])"))
            .spec;
    QVERIFY(said.attentionCap == 0 && said.logitCap == 20 && said.attentionScale == 1.0 / 8);
    QVERIFY(said.layers[0].window == 0 && said.layers[1].window == 8);
    QCOMPARE(read(gemma().add("sliding_window", "null")).spec.layers[0].window, 0);
    QVERIFY(has(refused(gemma().remove("hidden_activation").add("hidden_act", "\"silu\"")),
                "gelu_pytorch_tanh"));
    QVERIFY(has(refused(gemma().add("use_bidirectional_attention", "true")), "both directions"));
    QVERIFY(has(refused(gemma().add("layer_types", R"(["chunked", "chunked"])")), "layer_types"));
  }

  /// A norm whose weights are stored less one is the same norm.
  void normsFromOneAreRead() {
    ModelSpec spec = read(llama()).spec;
    TensorSpec norm = spec.tensor(TensorSlot::BeforeMlp, 0);
    const auto weights = ModelWeights::random(spec, 3);
    const std::vector<float> stored = weights->readVector(norm);
    std::vector<float> row(stored.size());
    norm.offset = 1;
    const std::vector<float> read = weights->readVector(norm);
    weights->readSlot(norm, 0, 1, row);
    for (std::size_t i = 0; i < stored.size(); ++i)
      QVERIFY(read[i] == 1 + stored[i] && row[i] == read[i]);
  }

  void tiedHeadsAreTheEmbedding() {
    const auto head = [](const ConfigText& text) {
      return read(text).spec.tensor(TensorSlot::Head).name;
    };
    QCOMPARE(head(llama()), std::string("lm_head.weight"));
    QCOMPARE(head(llama().set("tie_word_embeddings", "true")),
             std::string("model.embed_tokens.weight"));
    // The class's own default, where the key is absent.
    QCOMPARE(head(llama().remove("tie_word_embeddings")), std::string("lm_head.weight"));
    QCOMPARE(head(config("smollm3", "SmolLM3ForCausalLM").remove("tie_word_embeddings")),
             std::string("model.embed_tokens.weight"));
  }

  /// Each class has values of its own for keys that config.json may leave out.
  void keysThatTheReleasedClassesKnow() {
    struct Case {
      const char *type, *architecture;
      int context;
      double eps, theta;
    };
    for (const Case& c : {Case{"llama", "LlamaForCausalLM", 2048, 1e-6, 1e4},
                          Case{"mistral", "MistralForCausalLM", 131072, 1e-6, 1e4},
                          Case{"qwen2", "Qwen2ForCausalLM", 32768, 1e-6, 1e4},
                          Case{"qwen3", "Qwen3ForCausalLM", 32768, 1e-6, 1e4},
                          Case{"olmo2", "Olmo2ForCausalLM", 2048, 1e-5, 1e4},
                          Case{"smollm3", "SmolLM3ForCausalLM", 32768, 1e-6, 2e6}}) {
      ConfigText text = config(c.type, c.architecture);
      for (const char* key :
           {"max_position_embeddings", "rms_norm_eps", "rope_theta", "hidden_act"})
        text.remove(key);
      const ModelDescription d = read(text);
      QCOMPARE(d.config.maxPositions, c.context);
      QCOMPARE(d.config.rmsNormEps, c.eps);
      QCOMPARE(d.config.ropeTheta, c.theta);
      QCOMPARE(d.notes.size(), std::size_t{4});
    }
    // The class of Nanbeige was not at hand: nothing is taken that it may not take.
    const ConfigText nanbeige = config("nanbeige", "NanbeigeForCausalLM");
    for (const char* key : {"max_position_embeddings", "rms_norm_eps", "hidden_act"})
      QVERIFY2(has(refused(ConfigText(nanbeige).remove(key)), key), key);
  }

  void layersWithoutRotation() {
    const ConfigText base = config("smollm3", "SmolLM3ForCausalLM").set("num_hidden_layers", "4");
    const auto rotated = [](const ConfigText& text) {
      std::vector<int> out;
      for (const LayerSpec& layer : read(text).spec.layers) out.push_back(layer.rope);
      return out;
    };
    QVERIFY((rotated(base) == std::vector<int>{0, 0, 0, -1}));
    QVERIFY((rotated(ConfigText(base).add("no_rope_layers", "[0, 1, 1, 0]")) ==
             std::vector<int>{-1, 0, 0, -1}));
    QVERIFY(has(refused(ConfigText(base).add("no_rope_layers", "[0, 1]")), "no_rope_layers"));
    QVERIFY(has(refused(ConfigText(base).add("no_rope_layers", "[0, 1, 2, 1]")), "no_rope_layers"));
  }

  /// Heads of 4: two frequencies, 1 and 0.01.
  void scaledRotations() {
    const auto near = [](const std::vector<float>& f, double a, double b) {
      return f.size() == 2 && std::abs(f[0] / a - 1) < 1e-6 && std::abs(f[1] / b - 1) < 1e-6;
    };
    QVERIFY(near(scaled("null"), 1, 0.01));
    QVERIFY(near(scaled("{\"rope_type\":\"default\"}"), 1, 0.01));
    QVERIFY(near(scaled("{\"type\":\"linear\",\"factor\":4}"), 0.25, 0.0025));
    // Waves of 6.28 and 628 positions: short ones are kept, long ones stretched.
    const std::string llama3 =
        "{\"rope_type\":\"llama3\",\"factor\":8,\"low_freq_factor\":1,\"high_freq_factor\":4,"
        "\"original_max_position_embeddings\":";
    QVERIFY(near(scaled(llama3 + "100}"), 1, 0.00125));
    QVERIFY(near(scaled(llama3 + "8192}"), 1, 0.01));
    // Between: smooth = (1000 / 628.3 - 1) / 3.
    const double smooth = (1000 / (2 * M_PI / 0.01) - 1) / 3;
    QVERIFY(near(scaled(llama3 + "1000}"), 1, 0.01 * ((1 - smooth) / 8 + smooth)));

    const ModelDescription yarn = read(
        llama().set("rope_scaling",
                    "{\"type\":\"yarn\",\"factor\":4,\"original_max_position_embeddings\":128}"));
    const RopeSpec& rope = yarn.spec.ropes.at(0);
    QVERIFY(std::abs(rope.factor - (0.1 * std::log(4.0) + 1)) < 1e-6);
    // 32 turns of 128 positions are below channel 0, one turn ends at channel 1: k = 0 is kept.
    QVERIFY(near(rope.inverseFrequency, 1, 0.0025));
    QCOMPARE(yarn.notes.size(), std::size_t{1});  // max_position_embeddings is the original
  }

  void scalingsThatDependOnTheLengthAreRefusedByName() {
    for (const char* type : {"dynamic", "longrope", "su"}) {
      const std::string said = refused(
          llama().set("rope_scaling", std::string("{\"type\":\"") + type + "\",\"factor\":2}"));
      QVERIFY2(has(said, std::string("'") + type + "'") && has(said, "length of the text"),
               said.c_str());
    }
    QVERIFY(has(refused(llama().set("rope_scaling", "{\"rope_type\":\"mrope\"}")), "mrope"));
  }

  /// As the released classes decide it, family by family.
  void slidingWindows() {
    const auto windows = [](const ConfigText& text) {
      std::vector<int> out;
      for (const LayerSpec& layer : read(text).spec.layers) out.push_back(layer.window);
      return out;
    };
    const std::vector<int> none{0, 0, 0, 0};
    for (const auto& [type, architecture] :
         {std::pair{"qwen2", "Qwen2ForCausalLM"}, std::pair{"qwen3", "Qwen3ForCausalLM"}}) {
      const ConfigText qwen = config(type, architecture)
                                  .set("num_hidden_layers", "4")
                                  .set("sliding_window", "16")
                                  .add("max_window_layers", "3");
      QVERIFY(windows(qwen) == none && read(qwen).notes.empty());  // the switch is off
      const ModelDescription absent = read(ConfigText(qwen).remove("use_sliding_window"));
      QVERIFY(absent.spec.layers[3].window == 0 &&
              has(absent.notes.at(0).text(), "there is no window"));
      const ConfigText on = ConfigText(qwen).set("use_sliding_window", "true");
      QVERIFY((windows(on) == std::vector<int>{0, 0, 0, 16}));
      QVERIFY((windows(ConfigText(on).set("max_window_layers", "0")) ==
               std::vector<int>{16, 16, 16, 16}));
      QVERIFY(windows(ConfigText(on).set("sliding_window", "null")) == none);
      // layer_types comes before max_window_layers.
      QVERIFY((windows(ConfigText(on).add("layer_types",
                                          R"(["sliding_attention", "full_attention",
                                              "full_attention", "full_attention"])")) ==
               std::vector<int>{16, 0, 0, 0}));
      const ModelDescription usual =
          read(ConfigText(on).remove("sliding_window").remove("max_window_layers"));
      QVERIFY(usual.spec.layers[3].window == 0 && has(usual.notes.at(0).text(), "it is 28") &&
              has(usual.notes.at(1).text(), "it is 4096"));
      QVERIFY(has(refused(ConfigText(qwen).add("layer_types", R"(["sliding_attention",
                  "full_attention", "full_attention", "full_attention"])")),
                  "layer_types"));
    }
    const ConfigText mistral =
        config("mistral", "MistralForCausalLM").set("num_hidden_layers", "4");
    QVERIFY(windows(mistral) == none);
    QVERIFY(
        (windows(ConfigText(mistral).set("sliding_window", "8")) == std::vector<int>{8, 8, 8, 8}));
    const ModelDescription usual = read(ConfigText(mistral).remove("sliding_window"));
    QVERIFY(usual.spec.layers[0].window == 4096 && has(usual.notes.at(0).text(), "it is 4096"));
    QVERIFY(has(refused(ConfigText(mistral)
                            .set("sliding_window", "8")
                            .add("layer_types", R"(["full_attention", "sliding_attention",
                                "sliding_attention", "sliding_attention"])")),
                "layer_types"));
    const ConfigText smol = config("smollm3", "SmolLM3ForCausalLM")
                                .set("num_hidden_layers", "4")
                                .set("sliding_window", "8");
    QVERIFY(windows(smol) == none);
    QVERIFY((windows(ConfigText(smol).set("use_sliding_window", "true")) ==
             std::vector<int>{0, 0, 0, 8}));  // the layer that is not rotated
    // Other families have none: the switch is refused where it asks for one.
    for (const auto& [type, architecture] :
         {std::pair{"llama", "LlamaForCausalLM"}, std::pair{"olmo2", "Olmo2ForCausalLM"},
          std::pair{"nanbeige", "NanbeigeForCausalLM"}})
      QVERIFY(has(refused(config(type, architecture)
                              .set("sliding_window", "8")
                              .set("use_sliding_window", "true")),
                  "sliding window"));
  }

  /// Layers of a plain model keep their windows when they are looped.
  void layersWithWindowsAreLooped() {
    ModelSpec spec = read(config("qwen2", "Qwen2ForCausalLM")
                              .set("num_hidden_layers", "4")
                              .set("sliding_window", "16")
                              .set("use_sliding_window", "true")
                              .add("max_window_layers", "2"))
                         .spec;
    QVERIFY(canLoopLayers(spec));
    loopLayers(spec, loopWindowFrom("2-3", "euler"));
    QVERIFY((spec.stages == Stages{1, 2, 1}));
    QVERIFY(spec.layers[1].window == 0 && spec.layers[2].window == 16);
    requireImplemented(spec);
  }

  void expertsAreRefused() {
    QVERIFY(has(refused(config("qwen3", "Qwen3ForCausalLM").add("num_experts", "8")), "experts"));
  }

  void nanbeigeLoopsAllLayers() {
    const auto nanbeige = [] { return config("nanbeige", "NanbeigeForCausalLM"); };
    QCOMPARE(read(nanbeige()).config.trainedLoops, 1);
    const ModelDescription d = read(nanbeige().add("num_loops", "2"));
    QVERIFY(d.config.trainedLoops == 2 && d.spec.trainedLoops == 2);
    QVERIFY(d.spec.loopNorm && !d.spec.headNorm && !d.spec.exitGate);
    // One weight fewer than loops.
    QCOMPARE(read(nanbeige().add("num_loops", "2").add("loop_loss_weights", "[1, 1]"))
                 .config.trainedLoops,
             3);
    const ModelSpec skipped = read(nanbeige().add("skip_loop_final_norm", "true")).spec;
    QVERIFY(!skipped.loopNorm && skipped.headNorm);
    QCOMPARE(
        read(nanbeige().add("qk_layernorm", "true")).spec.tensor(TensorSlot::QueryNorm, 0).name,
        std::string("model.layers.0.self_attn.q_layernorm.weight"));
    for (const char* key : {"enable_mhc", "enable_depth_attention", "loop_share_kv"})
      QVERIFY2(has(refused(nanbeige().add(key, "true")), key), key);
    QVERIFY(has(refused(nanbeige().add("emb_neighbor_num", "2")), "n-gram"));
    QVERIFY(has(refused(nanbeige().add("pretraining_tp", "2")), "pretraining_tp"));
  }

  /// LoopSplit: two edges and a middle; all layers together run twice.
  void nanbeigeLoopsItsMiddle() {
    const auto split = [](const char* layers, const char* middle) {
      return config("nanbeige", "NanbeigeForCausalLM")
          .set("num_hidden_layers", layers)
          .add("enable_double_loop_split", "true")
          .add("loop_middle_layers", middle);
    };
    const ModelDescription d = read(split("6", "2"));
    QVERIFY((d.spec.stages == Stages{2, 2, 2}));
    QCOMPARE(d.config.trainedLoops, 4);
    QVERIFY(!d.spec.loopNorm && d.spec.headNorm);
    QVERIFY(!d.spec.sharedLoopKv);
    QVERIFY(read(split("6", "2").add("loop_share_kv", "true")).spec.sharedLoopKv);
    QVERIFY(has(refused(split("6", "3")), "loop_middle_layers"));
    QVERIFY(has(refused(split("8", "6")), "whole number"));
  }

  void sizesOfReleasedModels() {
    const auto count = [](const ModelSpec& spec) {
      std::uint64_t sum = 0;
      for (const ExpectedTensor& t : expectedTensors(spec)) {
        std::uint64_t n = 1;
        for (const std::uint64_t extent : t.shape) n *= extent;
        sum += n;
      }
      return sum;
    };
    const ModelSpec nanbeige = read(config("nanbeige", "NanbeigeForCausalLM")
                                        .set("hidden_size", "3072")
                                        .set("intermediate_size", "10752")
                                        .set("num_hidden_layers", "22")
                                        .set("num_attention_heads", "48")
                                        .set("num_key_value_heads", "8")
                                        .set("head_dim", "128")
                                        .set("vocab_size", "166144")
                                        .add("num_loops", "2"))
                                   .spec;
    QCOMPARE(expectedTensors(nanbeige).size(), std::size_t{201});
    QCOMPARE(count(nanbeige), std::uint64_t{4'169'800'704});

    const ModelDescription huginn = raven(
        R"("n_embd": 5280, "n_heads": 55, "num_attention_heads": 55, "num_key_value_heads": 55,
           "intermediate_size": 17920, "vocab_size": 65536, "padding_multiple": 4096,
           "block_size": 4096, "norm_eps": 1e-6, "n_layers_in_prelude": 2,
           "n_layers_in_recurrent_block": 4, "n_layers_in_coda": 2, "mean_recurrence": 32,
           "tie_embeddings": true, "qk_bias": true)",
        {"norm_3.weight", "attn.qk_bias"});
    // Without the copy of the embedding that the released files hold beside it.
    QCOMPARE(count(huginn.spec), std::uint64_t{3'564'976'800});
    QVERIFY(std::abs(huginn.spec.startSpread - 0.6325) < 1e-3);
    QVERIFY(std::abs(huginn.spec.embeddingScale - std::sqrt(5280)) < 1e-9);

    const ModelDescription retrofit = raven(
        R"("n_embd": 2048, "num_attention_heads": 32, "num_key_value_heads": 8,
           "intermediate_size": 8192, "vocab_size": 128256, "padding_multiple": 64,
           "max_position_embeddings": 131072, "norm_eps": 1e-5, "rope_theta": 500000,
           "n_layers_in_prelude": 4, "n_layers_in_recurrent_block": 6, "n_layers_in_coda": 4,
           "mean_recurrence": 16, "tie_embeddings": false, "qk_bias": false,
           "init_values": {"std": 0.0087039, "embed_scale": 1.0})",
        {});
    QCOMPARE(count(retrofit.spec), std::uint64_t{1'385'228'288});
    QCOMPARE(retrofit.spec.startSpread, 0.0087039);
  }

  void tensorsTellRavenFamiliesApart() {
    const std::string small =
        R"("n_embd": 16, "num_attention_heads": 4, "intermediate_size": 24, "vocab_size": 32,
           "padding_multiple": 32, "block_size": 64, "norm_eps": 1e-6, "n_layers_in_prelude": 1,
           "n_layers_in_recurrent_block": 2, "n_layers_in_coda": 1, "mean_recurrence": 4)";
    const ModelSpec huginn = raven(small, {"norm_3.weight", "attn.qk_bias"}).spec;
    QCOMPARE(huginn.family, std::string("huginn"));
    QVERIFY((huginn.stages == Stages{1, 2, 1}) && huginn.codaNorm && huginn.headNorm);
    QVERIFY(huginn.layers[0].norms.afterMlpSum && huginn.tensor(TensorSlot::Query, 0).pairsOf == 4);
    QCOMPARE(huginn.tensor(TensorSlot::Value, 3).name,
             std::string("transformer.coda.0.attn.Wqkv.weight"));
    QCOMPARE(huginn.tensor(TensorSlot::Value, 3).firstRow, std::int64_t{32});
    QCOMPARE(huginn.tensor(TensorSlot::KeyBias, 1).firstRow, std::int64_t{4});
    QCOMPARE(huginn.tensor(TensorSlot::Up, 1).firstRow, std::int64_t{24});
    QCOMPARE(huginn.tensor(TensorSlot::Head).name, std::string("transformer.wte.weight"));
    requireImplemented(huginn);

    // What Huginn's own class takes where config.json is silent; the retrofits have another class.
    const std::string bare =
        R"("n_embd": 16, "num_attention_heads": 4, "intermediate_size": 24, "vocab_size": 32,
           "padding_multiple": 32, "n_layers_in_prelude": 1, "n_layers_in_recurrent_block": 2,
           "n_layers_in_coda": 1)";
    const ModelDescription silent = raven(bare, {"norm_3.weight", "attn.qk_bias"});
    QVERIFY(silent.config.trainedLoops == 32 && silent.config.maxPositions == 4096 &&
            silent.config.rmsNormEps == 1e-6 && silent.config.ropeTheta == 50000);
    QCOMPARE(silent.notes.size(), std::size_t{4});
    QVERIFY(has(silent.notes[3].text(), "no rope_base"));
    QVERIFY(has(refusal([&] { raven(bare, {}); }), "block_size"));

    const ModelSpec llama = raven(small, {}).spec;
    QCOMPARE(llama.family, std::string("huginn-llama"));
    QVERIFY(!llama.codaNorm && llama.tensor(TensorSlot::Query, 0).pairsOf == 0);
    QCOMPARE(llama.tensor(TensorSlot::BeforeMlp, 0).name,
             std::string("transformer.prelude.0.norm_2.weight"));
    QCOMPARE(llama.tensor(TensorSlot::Head).name, std::string("lm_head.weight"));
    const ModelSpec olmo = raven(small, {"attn.q_norm.weight"}).spec;
    QCOMPARE(olmo.family, std::string("huginn-olmo2"));
    QVERIFY(olmo.layers[0].norms.afterAttention && !olmo.layers[0].norms.beforeAttention);

    const ModelDescription gemma = raven(
        small +
            R"(, "attn_logit_softcapping": 50.0, "rope_theta": 10000, "init_values": {"std": 0.0087, "embed_scale": 1.0},
                   "sliding_window": 16, "layer_types": ["sliding_attention", "full_attention",
                   "sliding_attention", "full_attention"])",
        {"norm_3.weight"});
    QCOMPARE(gemma.spec.family, std::string("huginn-gemma2"));
    QVERIFY((gemma.spec.layers[0].norms == LayerNorms{.beforeAttention = true,
                                                      .afterAttention = true,
                                                      .beforeMlp = true,
                                                      .afterMlp = true}));
    QVERIFY(gemma.spec.layers[1].activation == Activation::GeluTanh && !gemma.spec.codaNorm);
    QVERIFY(gemma.spec.layers[2].window == 16 && gemma.spec.layers[3].window == 0);
    QVERIFY(gemma.spec.attentionCap == 50 && gemma.spec.logitCap == 30 &&
            gemma.spec.attentionScale == 1.0 / 16);
    QVERIFY(gemma.spec.embeddingScale == 4 && gemma.spec.startSpread == 0.0087);
    QCOMPARE(gemma.spec.tensor(TensorSlot::AfterMlp, 1).offset, 1.0f);
    QCOMPARE(gemma.spec.tensor(TensorSlot::HeadNorm).offset, 1.0f);
    QVERIFY(gemma.notes.empty());
    QVERIFY(has(
        raven(
            small + R"(, "attn_logit_softcapping": 50.0, "rope_base": 10000, "sliding_window": 16)",
            {"norm_3.weight"})
            .notes.at(0)
            .text(),
        "sliding_window"));

    const auto refusedRaven = [&](const std::string& more, std::vector<std::string> tensors = {}) {
      return refusal([&] { raven(small + ", " + more, std::move(tensors)); });
    };
    QVERIFY(has(refusedRaven("\"x\": 1", {"norm_3.weight"}), "Gemma-2"));
    QVERIFY(has(refusedRaven("\"injection_type\": \"add\""), "injection_type"));
    QVERIFY(has(refusedRaven("\"test_time_noise\": 0.1"), "test_time_noise"));
    QVERIFY(has(refusedRaven("\"initial_state_mode\": \"zeros\""), "initial_state_mode"));
    const ModelSpec skipping = raven(small + R"(, "initial_state_mode": "skip-adapter")", {}).spec;
    QVERIFY(skipping.firstLoopAsIs && skipping.start == StartState::Embedding);
    QVERIFY(!llama.firstLoopAsIs);
    QVERIFY(refusedRaven("\"initial_state_mode\": \"embed-init\"").empty());
  }

  void unknownFamiliesAreNamedWithThoseThatRun() {
    const std::string said = refused(config("gpt2", "GPT2LMHeadModel"));
    for (const char* part : {"'gpt2'", "'ouro'", "'nanbeige'", "SmolLM3"})
      QVERIFY2(has(said, part), said.c_str());
  }

  void familiesThatAreNotRunAreRefusedWithTheReason() {
    const auto said = [](const char* type, const char* key) {
      ConfigText text = config(type, "SomeForCausalLM");
      return refused(*key ? text.add(key, "2") : text);
    };
    QVERIFY(has(said("iquestpltcoder", ""), "not released"));
    QVERIFY(has(said("iquestloopcoder", ""), "disagree"));
    QVERIFY(has(said("hrm_text", "H_cycles"), "nested cycles"));
    QVERIFY(has(said("nemotron_dory", "n_recurrent_loops"), "unit length"));
    for (const char* key : {"num_local_experts", "num_experts", "n_routed_experts"})
      QVERIFY2(has(said("some_moe", key),
                   "'some_moe', a kind of model that is not run: its layers "
                   "are a mixture of experts (it runs Ouro"),
               key);
  }

  void aFolderOpensWithTheTensorsOfItsFamily() {
    const fixture::TempFolder temp;
    fixture::writeFile(temp / "config.json", config("qwen2", "Qwen2ForCausalLM").text());
    fixture::ModelBytes bytes(readModel(temp.path()).spec);
    bytes.write(temp / "model.safetensors");
    QVERIFY(!ModelFolder::open(temp.path()).spec.exitGate);
    bytes.remove("model.layers.0.self_attn.k_proj.bias");
    bytes.write(temp / "model.safetensors");
    QVERIFY(has(refusal([&] { ModelFolder::open(temp.path()); }), "k_proj.bias"));
  }
};

QTEST_GUILESS_MAIN(TestFamilies)
#include "tst_families.moc"
