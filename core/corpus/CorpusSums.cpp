// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/CorpusSums.h"

#include <limits>
#include <nlohmann/json.hpp>

#include "core/analysis/LimitClasses.h"
#include "core/analysis/LoopStatistics.h"
#include "core/support/Error.h"
#include "core/support/StrictJson.h"

namespace ouroscope {
namespace {

using OrderedJson = nlohmann::ordered_json;

void merge(std::int64_t& into, std::int64_t from) {
  into += from;
}
void merge(FixedSum& into, const FixedSum& from) {
  into += from;
}
template <class Value>
void merge(std::vector<Value>& into, const std::vector<Value>& from) {
  // Sums of no document yet have no lengths.
  into.resize(std::max(into.size(), from.size()));
  for (std::size_t i = 0; i < from.size(); ++i) merge(into[i], from[i]);
}

template <class Sums>
void mergeAll(Sums& into, const Sums& from) {
  Sums::each([&](const char*, auto member) { merge(into.*member, from.*member); });
}

OrderedJson written(std::int64_t value) {
  return value;
}
OrderedJson written(const FixedSum& value) {
  return fixedToJson(value);
}
template <class Value>
OrderedJson written(const std::vector<Value>& values) {
  OrderedJson list = OrderedJson::array();
  for (const Value& value : values) list.push_back(written(value));
  return list;
}

void mergeTasks(TaskSums& into, const TaskSums& from) {
  mergeAll(into, from);
  for (const auto& [name, sums] : from.readings) mergeAll(into.readings[name], sums);
}

/// Sums that name members which may be missing, or which files of before do not have.
template <class Sums>
concept WithOptional = requires(const char* name) {
  Sums::isOptional(name);
};
template <class Sums>
concept WithYounger = requires(const char* name) {
  Sums::isYounger(name);
};

template <class Sums>
OrderedJson writtenAll(const Sums& sums) {
  OrderedJson json = OrderedJson::object();
  Sums::each([&](const char* name, auto member) {
    if constexpr (WithOptional<Sums>) {
      if constexpr (requires { (sums.*member).empty(); })
        if (Sums::isOptional(name) && (sums.*member).empty()) return;
    }
    json[name] = written(sums.*member);
  });
  return json;
}

template <class Sums>
OrderedJson writtenMap(const std::map<std::string, Sums>& map) {
  OrderedJson json = OrderedJson::object();
  for (const auto& [name, sums] : map) json[name] = writtenAll(sums);
  return json;
}

class Reader {
 public:
  explicit Reader(const JsonObject& object) : object_(object) {}

  void operator()(const char* name, std::int64_t& value) const {
    value = object_.integer(name, 0, std::numeric_limits<std::int64_t>::max());
  }
  void operator()(const char* name, FixedSum& value) const {
    value = fixedFromJson(object_.require(name), object_.what() + ": field \"" + name + "\"");
  }
  template <class Value>
  void operator()(const char* name, std::vector<Value>& values) const {
    const nlohmann::json& list = object_.require(name);
    if (!list.is_array() || (!values.empty() && list.size() != values.size()))
      object_.fail(name, "must be a list of " + std::to_string(values.size()) + " entries");
    values.resize(list.size());
    for (std::size_t i = 0; i < values.size(); ++i) one(name, list[i], values[i]);
  }

 private:
  void one(const char* name, const nlohmann::json& json, std::int64_t& value) const {
    value = object_.integerIn(json, name, 0, std::numeric_limits<std::int64_t>::max());
  }
  void one(const char* name, const nlohmann::json& json, FixedSum& value) const {
    value = fixedFromJson(json, object_.what() + ": field \"" + name + "\"");
  }

  const JsonObject& object_;
};

/// Counts of all classes, once or for every layer.
void checkLimits(const JsonObject& object, const std::string& name, std::size_t entries) {
  if (entries % kLimitClasses != 0 || (name == "end_limits" && entries > kLimitClasses))
    object.fail(name, "must be a list of " + std::to_string(kLimitClasses) + " entries" +
                          (name == "end_limits" ? "" : " for every layer"));
}

template <class Sums>
Sums readAll(const nlohmann::json& json, const std::string& what, Sums sums) {
  const JsonObject object(json, what);
  const Reader read(object);
  Sums::each([&](const char* name, auto member) {
    if constexpr (WithYounger<Sums>)
      if (Sums::isYounger(name) && !object.has(name)) {
        sums.*member = {};
        return;
      }
    read(name, sums.*member);
    if constexpr (WithOptional<Sums>) {
      if constexpr (requires { (sums.*member).size(); })
        if (Sums::isOptional(name)) checkLimits(object, name, (sums.*member).size());
    }
  });
  return sums;
}

template <class Sums>
std::map<std::string, Sums> readMap(const JsonObject& parent, const char* name, const Sums& empty) {
  std::map<std::string, Sums> map;
  const nlohmann::json& json = parent.require(name);
  if (!json.is_object()) parent.fail(name, "must be an object");
  for (const auto& [key, value] : json.items())
    map.emplace(key, readAll(value, parent.what() + ", " + name + " " + key, empty));
  return map;
}

OrderedJson writtenTasks(const std::map<std::string, TaskSums>& tasks) {
  OrderedJson json = OrderedJson::object();
  for (const auto& [name, sums] : tasks) {
    json[name] = writtenAll(sums);
    json[name]["readings"] = writtenMap(sums.readings);
  }
  return json;
}

std::map<std::string, TaskSums> readTasks(const JsonObject& parent) {
  std::map<std::string, TaskSums> map;
  const nlohmann::json* json = parent.find("tasks");
  if (!json) return map;
  if (!json->is_object()) parent.fail("tasks", "must be an object");
  for (const auto& [key, value] : json->items()) {
    const std::string what = parent.what() + ", tasks " + key;
    TaskSums& sums = map.emplace(key, readAll(value, what, TaskSums())).first->second;
    sums.readings = readMap(JsonObject(value, what), "readings", AnswerSums());
  }
  return map;
}

}  // namespace

TokenSums::TokenSums(int loops) {
  const std::size_t R = loops, steps = R > 0 ? R - 1 : 0;
  for (auto* list : {&exits, &right, &agree}) list->resize(R);
  for (auto* list : {&nll, &kl, &entropy, &stateNorm}) list->resize(R);
  for (auto* list : {&stepNorm, &stepCosine, &klStep, &jsStep, &helpedNats, &hurtNats})
    list->resize(steps);
  pairs.resize(R * steps / 2);
  for (auto* list : {&helped, &hurt, &madeRight, &madeWrong}) list->resize(steps);
}

TokenSums& TokenSums::operator+=(const TokenSums& other) {
  mergeAll(*this, other);
  return *this;
}

CurveSums& CurveSums::operator+=(const CurveSums& other) {
  mergeAll(*this, other);
  return *this;
}

CalibrationSums::CalibrationSums(int loops)
    : binTokens(loops * kCalibrationBins),
      binRight(loops * kCalibrationBins),
      binConfidence(loops * kCalibrationBins),
      brier(loops) {}

CalibrationSums& CalibrationSums::operator+=(const CalibrationSums& other) {
  mergeAll(*this, other);
  return *this;
}

CorpusSums& CorpusSums::operator+=(const CorpusSums& other) {
  all += other.all;
  for (const auto& [name, sums] : other.word) word[name] += sums;
  for (const auto& [name, sums] : other.position) position[name] += sums;
  for (const auto& [name, sums] : other.curves) curves[name] += sums;
  calibration += other.calibration;
  for (const auto& [name, sums] : other.tasks) mergeTasks(tasks[name], sums);
  for (const auto& [name, sums] : other.texts) mergeAll(texts[name], sums);
  return *this;
}

OrderedJson toJson(const CorpusSums& sums) {
  OrderedJson json{{"all", writtenAll(sums.all)},
                   {"word", writtenMap(sums.word)},
                   {"position", writtenMap(sums.position)},
                   {"curves", writtenMap(sums.curves)}};
  if (sums.calibration.tokens > 0) json["calibration"] = writtenAll(sums.calibration);
  if (!sums.tasks.empty()) json["tasks"] = writtenTasks(sums.tasks);
  if (!sums.texts.empty()) json["texts"] = writtenMap(sums.texts);
  return json;
}

CorpusSums corpusSumsFromJson(const nlohmann::json& json, int loops, const std::string& what) {
  const JsonObject object(json, what);
  CorpusSums sums;
  sums.all = readAll(object.require("all"), what + ", all", TokenSums(loops));
  sums.word = readMap(object, "word", TokenSums(loops));
  sums.position = readMap(object, "position", TokenSums(loops));
  sums.curves = readMap(object, "curves", CurveSums());
  if (const nlohmann::json* found = object.find("calibration"))
    sums.calibration = readAll(*found, what + ", calibration", CalibrationSums(loops));
  sums.tasks = readTasks(object);
  if (object.find("texts")) sums.texts = readMap(object, "texts", TextSums());
  return sums;
}

}  // namespace ouroscope
