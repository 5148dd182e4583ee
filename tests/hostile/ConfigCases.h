// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <set>

#include "tests/hostile/HostileCase.h"
#include "tests/model/ModelFixtures.h"

/// Malformed config.json files, one field at a time, with the expected outcome.
namespace config_cases {

using fixture::ConfigText;

inline void integers(HostileCases& out) {
  // What of the common list is good for a field; everything else must be refused.
  const std::map<std::string, std::set<std::string>> good = {
      {"vocab_size", {"1"}},
      {"hidden_size", {}},
      {"intermediate_size", {"1"}},
      {"num_hidden_layers", {"1"}},
      {"num_attention_heads", {}},
      {"num_key_value_heads", {"absent", "null", "1"}},
      {"head_dim", {"absent", "null"}},
      {"max_position_embeddings", {"absent", "null", "1", "2147483648"}},
      {"total_ut_steps", {"absent", "null", "1"}}};
  for (const auto& [field, accepted] : good) {
    for (const char* value : {"absent",
                              "null",
                              "-1",
                              "0",
                              "1",
                              "-0",
                              "2147483648",
                              "4294967296",
                              "9007199254740993",
                              "9223372036854775808",
                              "18446744073709551615",
                              "18446744073709551616",
                              "1.5",
                              "4.0",
                              "1e3",
                              "1e999",
                              "\"4\"",
                              "true",
                              "[]",
                              "{}",
                              "[4]"}) {
      ConfigText config;
      if (std::string(value) == "absent")
        config.remove(field);
      else
        config.set(field, value);
      // A good number of heads on its own, but then there are more key/value heads than heads.
      const bool fewer = field == "num_attention_heads" && std::string(value) == "1";
      const std::string phrase = std::string(value) == "1e999" ? "not valid JSON"
                                 : fewer                       ? "num_key_value_heads"
                                                               : field;
      out.push_back({field + " " + value, config.text(), accepted.count(value) ? "" : phrase});
    }
  }
}

inline void oneField(HostileCases& out, const std::string& field,
                     const std::vector<std::string>& good, const std::vector<std::string>& bad,
                     const std::string& phrase = {}) {
  for (const std::string& value : good)
    out.push_back({field + " " + value.substr(0, 50), ConfigText().set(field, value).text(), ""});
  for (const std::string& value : bad)
    out.push_back({field + " " + value.substr(0, 50), ConfigText().set(field, value).text(),
                   phrase.empty() ? field : phrase});
}

inline void fields(HostileCases& out) {
  oneField(out, "num_attention_heads", {"8"}, {"7", "3", "5", "32", "100000"});
  oneField(out, "num_key_value_heads", {"2"}, {"3", "5", "8"});
  oneField(out, "head_dim", {"2", "6", "16"}, {"3", "5", "100000"});
  oneField(out, "total_ut_steps", {"2", "64", "1024"}, {"1025", "1000000000", "2.5"});
  oneField(out, "max_position_embeddings", {"65536"}, {"2147483649"});
  oneField(out, "early_exit_threshold", {"0", "0.5", "1", "1.0000001", "2", "null", "1e300", "0.0"},
           {"-1", "-0.5", "\"1\"", "true", "[]", "{}"});
  oneField(out, "early_exit_threshold", {}, {"NaN", "1e999", "Infinity", "-Infinity"},
           "not valid JSON");
  oneField(out, "rms_norm_eps", {"1", "1e-12", "1e-5", "null"},
           {"1e-300", "0", "0.0", "-1", "-1e-6", "1.5", "1e300", "\"1e-6\"", "true", "[]", "{}"});
  oneField(out, "rope_theta", {"1", "1000000", "0.5", "1e30", "null"},
           {"0", "-1", "1e31", "1e-300", "\"1e6\"", "true", "[]", "{}"});
  oneField(out, "rope_scaling",
           {"null", "{\"rope_type\":\"default\"}", "{\"type\":\"yarn\",\"factor\":4}",
            "{\"type\":\"linear\",\"factor\":2}"},
           {"{}", "{\"type\":\"yarn\"}", "{\"type\":\"linear\",\"factor\":0}",
            "{\"type\":\"dynamic\",\"factor\":2}", "{\"type\":\"x\",\"factor\":2}",
            "{\"type\":\"llama3\",\"factor\":8}",
            "{\"rope_type\":\"longrope\",\"long_factor\":[1],\"short_factor\":[1,2]}", "1",
            "\"none\"", "[]", "true"});
  oneField(out, "rope_parameters",
           {"null", "{\"rope_type\":\"default\",\"rope_theta\":10000.0}", "{\"rope_theta\":10000}"},
           {"{\"rope_type\":\"yarn\",\"rope_theta\":10000}", "{\"rope_theta\":20000}", "{}", "[]",
            "1", "{\"rope_theta\":0}", "{\"rope_type\":1,\"rope_theta\":10000}"},
           "rope");
  oneField(out, "hidden_act", {"null"},
           {"\"gelu\"", "\"SiLU\"", "3", "\"../x\"", "[]", "\"\"", "true"});
  oneField(out, "tie_word_embeddings", {"null", "true"}, {"1", "\"false\"", "[]"});
  oneField(out, "use_sliding_window", {"null"}, {"true", "0", "\"no\""});
  oneField(out, "sliding_window", {"4096"}, {});
  out.push_back({"sliding_window without its switch",
                 ConfigText().remove("use_sliding_window").set("sliding_window", "4096").text(),
                 ""});
  oneField(out, "attention_bias", {"false", "null"}, {"true", "1"});
  oneField(out, "mlp_bias", {"false"}, {"true"});
  oneField(out, "partial_rotary_factor", {"1", "1.0"}, {"0.5", "2", "\"1\""});
  oneField(out, "quantization_config", {"null"}, {"{}", "{\"quant_method\":\"gptq\"}", "1"});
  oneField(out, "layer_types",
           {"null", "[\"full_attention\",\"full_attention\"]",
            "[\"full_attention\",\"full_attention\",\"sliding_attention\"]"},
           {"[]", "[\"full_attention\"]", "[\"full_attention\",\"sliding_attention\"]",
            "[\"full_attention\",1]", "[null,null]", "\"full_attention\"", "{}", "2",
            "[" + times(99'999, "\"full_attention\",") + "\"x\"]"});
  oneField(out, "bos_token_id", {"null", "31", "0"},
           {"-1", "32", "2147483648", "4294967296", "1.0", "\"0\"", "[0]", "true"});
  oneField(out, "eos_token_id", {"null", "31", "[0,2]", "[]", "-1", "[0,-1]"},
           {"-2", "32", "2147483648", "[0,32]", "[0,-2]", "[\"0\"]", "[[0]]", "1.5", "\"0\"", "{}",
            "[" + times(64, "0,") + "0]"});
  oneField(out, "early_exit_step", {"null", "0", "3", "4", "-1"},
           {"1.5", "\"1\"", "true", "[1]", "1025", "-1025"});
  oneField(out, "quantization", {"null"}, {"{}", "{\"bits\":4}", "4"});
  oneField(out, "pad_token_id", {"null", "-1", "49152", "\"x\""}, {});
  oneField(out, "torch_dtype", {"null", "\"float32\"", "\"anything\""}, {"1", "[]", "true"});
  oneField(out, "model_type", {},
           {"\"llama\"", "\"\"", "null", "1", "[\"ouro\"]", "\"OURO\"", "\"ouro\\u0000\""},
           "not a looped model");
  oneField(out, "architectures", {"null", "[\"OuroForCausalLM\",\"X\"]", "[\"OuroModel\"]"},
           {"[]", "[\"LlamaForCausalLM\"]", "[\"LlamaModel\"]", "\"OuroForCausalLM\"", "{}", "1",
            "[1]", "[" + times(999, "\"OuroForCausalLM\",") + "\"x\"]"},
           "not a looped model");
  oneField(out, "auto_map", {"\"x\"", "{\"AutoModel\":\"../../evil.py\"}", "null"}, {});
  oneField(out, "some_new_field", {"{\"deep\":[[[[1]]]]}", "1e308", "\"\\u0000\"", "-5"}, {});
  out.push_back({"model_type absent", ConfigText().remove("model_type").text(), "model_type"});
  for (const char* optional : {"architectures", "rope_scaling", "tie_word_embeddings",
                               "use_sliding_window", "sliding_window", "early_exit_threshold",
                               "bos_token_id", "eos_token_id", "torch_dtype", "auto_map",
                               // The released class has values for these; each is said in a note.
                               "hidden_act", "rms_norm_eps", "rope_theta"})
    out.push_back({std::string(optional) + " absent", ConfigText().remove(optional).text(), ""});
  out.push_back({"vocab_size below a token id",
                 ConfigText().set("vocab_size", "4").set("eos_token_id", "4").text(),
                 "eos_token_id"});
  out.push_back({"two vocab_size", ConfigText().add("vocab_size", "32").text(), "twice"});
  out.push_back(
      {"two vocab_size, one escaped", ConfigText().add("\\u0076ocab_size", "64").text(), "twice"});
  out.push_back({"duplicate in an unused object", ConfigText().add("x", "{\"a\":1,\"a\":1}").text(),
                 "twice"});
}

inline void document(HostileCases& out) {
  const std::string good = ConfigText().text();
  const auto whole = [&](const std::string& name, const std::string& bytes,
                         const std::string& phrase) {
    out.push_back({"document: " + name, bytes, phrase});
  };
  whole("good", good, "");
  whole("white space around", " \r\n\t" + good + "\n\n", "");
  whole("empty", "", "not valid JSON");
  whole("white space only", "  \n ", "not valid JSON");
  whole("byte-order mark", "\xEF\xBB\xBF" + good, "byte-order mark");
  std::string wide;
  for (const char c : good) wide.append({c, '\0'});
  whole("UTF-16", wide, "NUL");
  whole("NUL padding", good + std::string(16, '\0'), "NUL");
  whole("byte FF in a text", ConfigText().add("x", "\"\xFF\"").text(), "UTF-8");
  whole("surrogate in a text", ConfigText().add("x", "\"\xED\xA0\x80\"").text(), "UTF-8");
  whole("lone surrogate escape", ConfigText().add("x", "\"\\ud800\"").text(), "not valid JSON");
  for (const char* top : {"[]", "null", "5", "\"ouro\"", "true"})
    whole("top level " + std::string(top), top, "must be a JSON object");
  whole("trailing comma", good.substr(0, good.size() - 3) + ",}", "not valid JSON");
  whole("comment", "// x\n" + good, "not valid JSON");
  whole("two documents", good + good, "not valid JSON");
  whole("single quotes", "{'model_type':'ouro'}", "not valid JSON");
  whole("100,000 deep", ConfigText().add("x", times(100'000, "[") + times(100'000, "]")).text(),
        "nested");
  whole("33 deep", ConfigText().add("x", times(32, "[") + times(32, "]")).text(), "nested");
  whole("32 deep", ConfigText().add("x", times(31, "[") + times(31, "]")).text(), "");
  whole("100,000 deep, not closed", times(100'000, "{\"a\":"), "nested");
  whole("a key of 1 MB", ConfigText().add(std::string(1'000'000, 'k'), "1").text(), "");
  whole("5 MB", ConfigText().add("x", "\"" + std::string(5'000'000, 'v') + "\"").text(), "bytes");
  whole("HTML", "<!DOCTYPE html><html></html>", "not valid JSON");
  whole("git-lfs pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 700\n",
        "Git LFS pointer");
  whole("control characters in a value",
        ConfigText().set("hidden_act", "\"\\u001b[31mred\\r\\n\\u202e\"").text(), "hidden_act");
}

inline HostileCases all() {
  HostileCases out;
  integers(out);
  fields(out);
  document(out);
  return out;
}

}  // namespace config_cases
