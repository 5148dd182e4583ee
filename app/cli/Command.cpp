// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>

#include "core/model/DemoModel.h"
#include "core/support/Error.h"
#include "core/text/Utf8.h"

namespace ouroscope::cli {

void print(std::string_view text) {
  const std::size_t written = std::fwrite(text.data(), 1, text.size(), stdout);
  if (written != text.size() || std::fflush(stdout) != 0)
    throw Error(std::string("Writing to standard output failed: ") + std::strerror(errno) + ".");
}

void notice(std::string_view sentence) {
  std::fprintf(stderr, "ouroscope-cli: %.*s\n", static_cast<int>(sentence.size()), sentence.data());
}

const std::string& fileName(const std::string& path, const std::string& what) {
  if (path == "-")
    throw UsageError(what +
                     " must be a file, - is none: standard input and output cannot be used " +
                     "there. A file of that name is ./-");
  return path;
}

std::string shownName(std::string_view name) {
  return printable(name);
}

void addFollowLinks(Subcommand& command, bool& follow) {
  command.addFlag("--follow-links", follow,
                  "open files of the model folder that are symbolic links out of it; links into a "
                  "Hub cache are always followed");
}

std::uint64_t seedOf(const std::string& text, const std::string& option) {
  std::uint64_t seed = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
  if (error != std::errc{} || end != text.data() + text.size())
    throw UsageError(option + " takes a whole number of 64 bits, not '" + shownName(text) + "'.");
  return seed;
}

void ModelOptions::add(Subcommand& command) {
  command.addText("--model", model, "DIR",
                  "model folder in the Hugging Face layout, or OWNER/NAME of the local Hub cache",
                  "the demo model");
  addFollowLinks(command, followLinks);
  command.addText(
      "--device", device, "DEVICE",
      "auto, cpu, cuda or cuda:N, which is GPU number N; auto takes a GPU where one can "
      "be used",
      "auto");
  command.addChoice("--dtype", dtype, {"auto", "f32", "bf16"},
                    "arithmetic; auto is bf16 where most of the weights are stored as bf16",
                    "auto");
  command.addChoice("--weights", weights, {"stored", "int8"},
                    "how weights are held; int8 halves what decoding reads and changes the results "
                    "a little (CPU with bf16 only)",
                    "stored");
  command.addChoice("--lens", lens, {"coda", "logit"},
                    "how a loop is read where layers come after it: through them, or by the norm "
                    "and the head alone, which is cheaper and another lens",
                    "coda");
  command.addText("--loop-layers", loopLayers, "A-B",
                  "loop these layers of a plain model, counted from 1, without training",
                  "as the folder says");
  command.addChoice("--step", step, {"naive", "euler", "anchored", "ema"},
                    "with --loop-layers: what a turn does with the state", "anchored");
  command.addInteger("--threads", threads, 1, 1024, "threads of the processor to use", "all");
}

ModelRequest ModelOptions::request() const {
  ModelRequest request = settings();
  request.folder = model.empty() ? demoModelFolder() : std::filesystem::path(model);
  return request;
}

ModelRequest ModelOptions::settings() const {
  if (!isDevice(device))
    throw UsageError("--device takes auto, cpu, cuda or cuda:N, not '" + shownName(device) + "'.");
  ModelRequest request;
  request.followLinks = followLinks;
  request.device = device;
  request.dtype = dtype;
  request.weights = weights;
  request.lens = lens;
  request.loopLayers = loopLayers;
  request.step = step;
  request.threads = threads;
  return request;
}

}  // namespace ouroscope::cli
