// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <mutex>
#include <nlohmann/json.hpp>
#include <stop_token>
#include <string>
#include <string_view>

#include "core/run/LoadedModel.h"
#include "core/trace/Trace.h"

namespace ouroscope::cli {

/// A request that cannot be met, with the status that HTTP has for it.
struct CompletionError {
  int status = 400;
  std::string sentence;
};
/// {"error": {"message", "type"}} as clients of such servers read it.
std::string errorJson(const CompletionError& error);

/// Answers requests for completions in the shape of OpenAI's legacy completions API
/// (docs/serve.md), by recorded runs on one model. Any thread; one request is answered at a time,
/// because a run takes the whole machine, and the prompts of one request are run side by side.
class ServedCompletions {
 public:
  struct Options {
    std::filesystem::path record;  ///< folder that every run is written to; empty: none
    int together = 0;              ///< prompts side by side; 0: as the device gains by it
  };
  /// @param stop ends the run under way; its request, and those that wait, get status 503
  ServedCompletions(ModelPtr model, Options options, std::stop_token stop);

  /// @param body of POST /v1/completions
  /// @throws CompletionError
  std::string complete(std::string_view body);
  std::string models() const;  ///< of GET /v1/models
  std::string tokenize(
      std::string_view body) const;  ///< of POST /tokenize. @throws CompletionError
  std::string detokenize(std::string_view body) const;  ///< of POST /detokenize. @throws likewise
  std::string tokenizerInfo() const;                    ///< of GET /tokenizer_info
  std::string name() const;                             ///< of the model, as requests have it

 private:
  struct Wanted;
  Wanted wantedFrom(std::string_view body) const;
  nlohmann::ordered_json choice(const Wanted& wanted, std::size_t index, const Trace& trace) const;
  std::string keep(const Trace& trace);

  const ModelPtr model_;
  const Options options_;
  const std::stop_token stop_;
  std::mutex running_;  ///< guards the model's runs and what follows
  std::int64_t answered_ = 0, kept_ = 0;
};

}  // namespace ouroscope::cli
