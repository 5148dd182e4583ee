// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/CompletionServer.h"
#include "app/cli/ProgressLine.h"
#include "core/run/RunTogether.h"
#include "core/support/Error.h"
#include "kernels/LoadedModel.h"

namespace ouroscope::cli {
namespace {

constexpr int kUsualPort = 8321;

struct Options {
  ModelOptions model;
  std::string host = "127.0.0.1", record;
  int port = kUsualPort, together = 0;
};

void run(const Options& o) {
  const std::stop_token stop = interrupt();
  ProgressLine progress;
  const ModelPtr model = loadModel(o.model.request(), stop, progress.function());
  progress.clear();
  ServedCompletions completions(model, {o.record, o.together}, stop);
  serve(completions, {o.host, o.port}, stop, [&](int port) {
    const bool six = o.host.find(':') != std::string::npos;
    print("http://" + (six ? "[" + o.host + "]" : o.host) + ":" + std::to_string(port) +
          "/v1/completions serves " + shownName(completions.name()) + "\n");
  });
}

}  // namespace

void addServe(CommandLine& line) {
  Subcommand& c = line.add("serve",
                           "Serve completions over HTTP, each a recorded run.\n"
                           "POST /v1/completions takes prompts as texts or token ids and gives\n"
                           "log-probabilities, also of the prompt; \"loops\" says how many loops.\n"
                           "It listens on this machine alone, until Ctrl+C or SIGTERM.");
  auto o = std::make_shared<Options>();
  c.addText("--host", o->host, "ADDRESS",
            "address to listen on; with another than this machine's own everybody who reaches it "
            "can run the model",
            "127.0.0.1");
  c.addInteger("--port", o->port, 0, 65535, "port to listen on; 0: any that is free",
               std::to_string(kUsualPort));
  c.addText("--record", o->record, "FOLDER", "write the trace of every run into this folder");
  c.addInteger("--together", o->together, 1, 256, "prompts of a request that are run side by side",
               "16 on a CPU, 1 on a GPU");
  o->model.add(c);
  c.onRun([o] { run(*o); });
}

}  // namespace ouroscope::cli
