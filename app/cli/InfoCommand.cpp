// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <nlohmann/json.hpp>
#include <thread>

#include "app/cli/ChatText.h"
#include "app/cli/Command.h"
#include "app/cli/Csv.h"
#include "app/cli/EndText.h"
#include "app/cli/Numbers.h"
#include "app/cli/Reading.h"
#include "app/cli/WordText.h"
#include "core/analysis/NotNumbers.h"
#include "core/engine/KvSlots.h"
#include "core/model/DemoModel.h"
#include "core/model/HubCache.h"
#include "core/model/ModelCard.h"
#include "core/model/families/LoopWindow.h"
#include "core/run/ConversationText.h"
#include "core/run/LensFile.h"
#include "core/support/Error.h"
#include "core/support/Memory.h"
#include "core/text/StopTokens.h"
#include "core/text/TextPrefix.h"
#include "core/text/Utf8.h"
#include "core/trace/Trace.h"
#include "kernels/cpu/Kernels.h"
#include "kernels/cuda/CudaBackend.h"

namespace ouroscope::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string path;
  bool devices = false, followLinks = false;
  Format format = Format::Text;
};

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text.empty() ? "none" : text;
}

/// What stopped generated tokens.
std::string ruleOf(const TraceInfo& info) {
  if (info.criterion.isGate()) return info.gated ? "gate" : "none";
  return criterionText(info.criterion);
}

/// Label and value pairs, in order: one source for text, JSON and CSV.
using Facts = std::vector<std::pair<std::string, Json>>;

void printFacts(const Facts& facts, Format format) {
  Json json;
  std::string text;
  Csv csv;
  csv.header({"what", "value"});
  for (const auto& [label, value] : facts) {
    std::string key = label;
    for (char& c : key)
      if (c == ' ' || c == '-') c = '_';
    json[key] = value;
    const std::string shown = value.is_string() ? value.get<std::string>() : value.dump();
    text += label + std::string(label.size() < 20 ? 20 - label.size() : 1, ' ') + shownName(shown) +
            "\n";
    csv.add(label).add(shownName(shown)).endRow();
  }
  switch (format) {
    case Format::Text:
      return print(text);
    case Format::Csv:
      return print(csv.text());
    case Format::Json:
      return print(jsonForTerminal(json.dump(1, ' ', false, Json::error_handler_t::replace)) +
                   "\n");
  }
}

Facts deviceFacts() {
  Facts facts{{"cpu", std::string(cpu::bestKernels().name) + ", " +
                          std::to_string(std::thread::hardware_concurrency()) + " threads"},
              {"memory free", formatBytes(availableMemory())}};
  if (const std::string reason = whyNoCuda(); !reason.empty()) facts.push_back({"cuda", reason});
  for (const std::string& line : cudaDevices()) {
    const auto colon = line.find(": ");
    facts.push_back({line.substr(0, colon), line.substr(colon + 2)});
  }
  return facts;
}

/// The arithmetic of a run where nothing else is asked for, and what it does to the weights.
std::string runsIn(const ModelWeights& weights) {
  if (!weights.storedAsBf16()) return "f32 (--dtype bf16 rounds the weights)";
  const std::size_t rounded = weights.roundedByBf16().size();
  if (rounded == 0) return "bf16";
  return "bf16, which rounds " + std::to_string(rounded) +
         (rounded == 1 ? " matrix" : " matrices") + " (--dtype f32 does not)";
}

std::string idsText(const Tokenizer& tokenizer, const std::vector<std::int32_t>& ids) {
  std::vector<std::string> names;
  for (const std::int32_t id : ids)
    names.push_back(wordText(tokenizer.bytes(id)) + " (" + std::to_string(id) + ")");
  return joined(names);
}

/// "2 + 4 looped + 2", and what the first loop starts from.
std::string segmentsText(const ModelSpec& spec) {
  const auto some = [](int n) { return std::to_string(n); };
  std::string text = some(spec.stages.core) + (spec.usualLoops() > 1 ? " looped" : " layers, once");
  if (spec.stages.prelude > 0) text = some(spec.stages.prelude) + " + " + text;
  if (spec.stages.coda > 0) text += " + " + some(spec.stages.coda);
  if (spec.windowLoops > 0) text += ", without training, step rule " + stepRuleName(spec.stepRule);
  if (spec.start != StartState::Embedding) text += ", starting from " + startStateName(spec.start);
  return text;
}

/// "the last 40 positions in 2 of 4 layers"; nothing where all layers see the whole text.
std::string windowsText(const ModelSpec& spec) {
  std::map<int, int> layers;  // by the width of their window
  for (const LayerSpec& layer : spec.layers)
    if (layer.window > 0) ++layers[layer.window];
  std::string text;
  for (const auto& [width, count] : layers)
    text += (text.empty() ? "the last " : ", the last ") + std::to_string(width) +
            " positions in " + std::to_string(count) + " of " + std::to_string(spec.layers.size()) +
            " layers";
  return text.empty() ? "the whole text" : text;
}

/// What stands beside the weights and is never opened: weights as pickles, code.
std::string unreadText(const std::filesystem::path& path) {
  std::vector<std::string> names;
  std::error_code code;
  for (std::filesystem::directory_iterator at(path, code), end; !code && at != end;
       at.increment(code)) {
    const std::string kind = at->path().extension().string();
    for (const char* unread : {".py", ".bin", ".pt", ".pth", ".gguf", ".onnx", ".h5", ".msgpack"})
      if (kind == unread) names.push_back(printable(at->path().filename().string()));
  }
  std::ranges::sort(names);
  constexpr std::size_t kMost = 5;
  const std::size_t more = names.size() > kMost ? names.size() - kMost : 0;
  names.resize(names.size() - more);
  return joined(names) + (more > 0 ? " and " + std::to_string(more) + " more" : "");
}

/// What a run on this model refuses, though the model opens.
std::string refusedText(const ModelSpec& spec, bool gate) {
  std::vector<std::string> refused;
  if (!gate) refused.push_back("--exit-threshold without --exit-rule (no exit gate)");
  if (spec.stages.coda == 0) refused.push_back("--lens logit (no layers after the loops)");
  if (!canLoopLayers(spec)) refused.push_back("--loop-layers (looped already)");
  if (!spec.keepsPrefix())
    refused.push_back("--budget (step rule " + stepRuleName(spec.stepRule) + ")");
  return joined(refused);
}

Facts modelFacts(const ContainedFolder& files) {
  const ModelFolder folder = ModelFolder::open(files);
  const auto tokenizer = Tokenizer::open(files);
  const ModelConfig& c = folder.config;
  std::uint64_t parameters = 0;
  for (const auto& tensor : expectedTensors(folder.spec)) {
    std::uint64_t n = 1;
    for (const auto extent : tensor.shape) n *= extent;
    parameters += n;
  }
  const int loops = folder.spec.usualLoops();
  const std::uint64_t kv = std::uint64_t{2} * kvSlots(folder.spec, loops).count() *
                           folder.spec.kvWidth() * (folder.weights->storedAsBf16() ? 2 : 4);
  // The checkpoint's own gate may be among those of gates.safetensors, by a name.
  std::vector<std::string> gates;
  const bool own = folder.spec.exitGate;
  if (own && folder.defaultGate.empty()) gates.push_back("the model's own");
  for (const auto& gate : folder.gates)
    gates.push_back(gate.name +
                    (own && gate.name == folder.defaultGate ? " (the model's own)" : ""));
  Facts facts{
      {"model", folder.name},
      {"family", folder.spec.family},
      {"parameters", parameters},
      {"layers", c.layers},
      {"segments", segmentsText(folder.spec)},
      {"attention", windowsText(folder.spec)},
      {"loops trained", c.trainedLoops},
      {"loops of a run", loops},
      {"hidden size", c.hiddenSize},
      {"heads", std::to_string(c.heads) + " x " + std::to_string(c.headDim) +
                    (c.kvHeads == c.heads ? "" : ", " + std::to_string(c.kvHeads) + " key/value")},
      {"intermediate size", c.intermediateSize},
      {"vocabulary", c.vocabSize},
      {"longest context", c.maxPositions},
      {"exit threshold q", c.exitThreshold},
      {"read at", c.exitLoop > 0 ? "loop " + std::to_string(c.exitLoop) + " (early_exit_step)"
                  : c.exitThreshold < 1 ? "the first loop that reaches q"
                                        : "the last loop"},
      {"stored", folder.weights->storedTypes() + ", " + formatBytes(folder.weights->storedBytes())},
      {"runs in", runsIn(*folder.weights)},
      {"cache per token",
       formatBytes(kv) + " at " + std::to_string(loops) + (loops == 1 ? " loop" : " loops")},
      {"tokenizer", tokenizer->kind() + ", " + std::to_string(tokenizer->size()) + " entries"},
      {"gates", gates.empty() ? "none: no exit gate, every token runs all loops" : joined(gates)}};
  const FolderText text = FolderText::read(files);
  const FolderChat chat = FolderChat::of(*tokenizer, text);
  const StopTokens stops = stopTokens(*tokenizer, text, c.eosIds, chat.marks);
  facts.push_back({"chat", chatText(chat)});
  facts.push_back({"before a text", idsText(*tokenizer, textPrefix(*tokenizer, text))});
  facts.push_back(
      {"stops at", idsText(*tokenizer, stopTokens(*tokenizer, text, c.eosIds, nullptr).ids)});
  if (chat.marks) facts.push_back({"stops at, chat", idsText(*tokenizer, stops.ids)});
  const std::string licence = licenceOf(files);
  facts.push_back({"licence", licence.empty() ? "not named in the folder" : licence});
  facts.push_back({"not read", unreadText(files.path())});
  facts.push_back({"refused", refusedText(folder.spec, own || !folder.gates.empty())});
  std::string notes;
  for (const auto& list : {folder.notes, tokenizer->notes(), text.notes, stops.notes})
    for (const Note& note : list) notes += (notes.empty() ? "" : " ") + note.text();
  if (!notes.empty()) facts.push_back({"note", notes});
  return facts;
}

Facts traceFacts(const std::filesystem::path& path) {
  const TracePtr trace = readTrace(path);
  const TraceInfo& i = trace->info();
  std::vector<std::string> captured, gates, changes;
  for (const Intervention& what : i.interventions) changes.push_back(interventionText(what));
  if (i.captured.hidden) captured.push_back("hidden");
  if (i.captured.logits) captured.push_back("logits");
  if (i.captured.layers) captured.push_back("layers");
  if (i.captured.layerNumbers) captured.push_back("layer numbers");
  if (i.captured.similarity) captured.push_back("similarity");
  if (i.captured.attention) captured.push_back("attention");
  if (const std::size_t n = i.captured.stateLayers.size(); n > 0)
    captured.push_back("states of " + std::to_string(n) + (n == 1 ? " layer" : " layers"));
  if (!i.gated) gates.push_back("no exit gate");
  if (!i.gateName.empty()) gates.push_back(i.gateName);
  gates.insert(gates.end(), i.otherGates.begin(), i.otherGates.end());
  Facts facts{
      {"trace", path.filename().string()},
      {"format", std::to_string(i.formatMajor) + "." + std::to_string(i.formatMinor)},
      {"written by", "ouroscope " + i.toolVersion},
      {"model", i.modelName},
      {"family", i.family},
      {"config sha256", i.configSha256},
      {"weights sha256", i.weightsSha256},
      {"arithmetic", i.dtype},
      {"device", i.device},
      {"tokenizer", i.tokenizerKind},
      {"tokens", trace->tokens()},
      {"prompt tokens", i.promptTokens},
      {"before the text", i.prefixTokens},
      {"segments", std::to_string(i.prelude) + " + " + std::to_string(i.layers) + " + " +
                       std::to_string(i.coda)},
      {"start state",
       i.startState == "noise" ? "noise, seed " + std::to_string(i.startSeed) : i.startState},
      {"lens", i.lens},
      {"step rule", i.stepRule},
      {"loops recorded", trace->loops()},
      {"loops trained", i.loopsTrained},
      {"candidates kept", trace->topK()},
      {"exit threshold q", i.exitThreshold},
      {"exit rule", ruleOf(i)},
      {"loop budget", i.budget > 0 ? i.budget : trace->loops()},
      {"changed while it ran", i.events.size()},
      {"kv policy", i.kvPolicy},
      {"temperature", i.sampling.temperature},
      {"top-p", i.sampling.topP},
      {"seed", std::to_string(i.sampling.seed)},
      {"staggered",
       i.stagger ? fixedText(i.stagger->readingsPerToken(), 2) + " readings a token" : "no"},
      {"speculation", i.speculation
                          ? std::to_string(i.speculation->accepted) + " of " +
                                std::to_string(i.speculation->drafted) + " drafted tokens right"
                          : "none"},
      {"interventions", joined(changes)},
      {"gates", joined(gates)},
      {"captured", joined(captured)},
      {"ended", endText(*trace)}};
  if (const auto& conversation = i.conversation) {
    std::size_t at = 1;
    for (const ChatTurn& turn : conversation->turns)
      facts.push_back({"turn " + std::to_string(at++), turn.role + ": " + turn.content});
    facts.push_back({"chat", conversation->marks + ", system turn: " + conversation->system +
                                 (conversation->think ? ", thinking" : "")});
  }
  if (const RunEvent* stop = i.stop())
    facts.push_back({"stopped", "after " + std::to_string(stop->token) +
                                    (stop->number > 0 ? " of " + shortText(stop->number) + " tokens"
                                                      : " tokens")});
  if (const NotNumbers broken = notNumbers(*trace); broken.any())
    facts.push_back({"note", notNumbersText(broken)});
  return facts;
}

Facts lensFacts(const std::filesystem::path& path, const LensFileFacts& lens) {
  Facts facts{{"lenses", path.filename().string()}, {"maps", lens.maps},
              {"with a bias", lens.biases},         {"loops up to", lens.loops},
              {"layers up to", lens.layers},        {"channels", lens.width}};
  if (!lens.about.empty()) facts.push_back({"made by", printable(lens.about)});
  return facts;
}

/// A file is a trace, unless its tensors are called like lenses.
Facts fileFacts(const std::filesystem::path& path) {
  if (path.extension() == ".safetensors" && path.stem().extension() != ".trace")
    if (const auto lens = lensFileFacts(path)) return lensFacts(path, *lens);
  return traceFacts(path);
}

void run(const Options& o) {
  if (o.devices) return printFacts(deviceFacts(), o.format);
  const std::filesystem::path path =
      o.path.empty() ? demoModelFolder() : findModel(fileName(o.path, "PATH"));
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored))
    throw Error(shownName(path.string()) + " does not exist: name a model folder or a trace file.");
  printFacts(std::filesystem::is_directory(path, ignored)
                 ? modelFacts(modelFolder(path, o.followLinks))
                 : fileFacts(path),
             o.format);
}

}  // namespace

void addInfo(CommandLine& line) {
  Subcommand& c = line.add("info", "Check and describe a model, a trace or lenses.");
  auto o = std::make_shared<Options>();
  c.addText("PATH", o->path, "", "model folder, trace file or file of lenses", "the demo model");
  addFollowLinks(c, o->followLinks);
  c.addFlag("--devices", o->devices, "list the devices, and say why CUDA is not used");
  c.addFormat(o->format);
  c.onRun([o] { run(*o); });
}

}  // namespace ouroscope::cli
