// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/RunEnd.h"

#include <string_view>
#include <utility>

namespace ouroscope {
namespace {

using Why = RunEnd::Why;
constexpr std::pair<Why, std::string_view> kEnds[] = {
    {Why::Count, "count"},   {Why::StopToken, "stop_token"}, {Why::Context, "context"},
    {Why::Person, "person"}, {Why::Failure, "failure"},      {Why::Unfinished, "unfinished"}};

}  // namespace

std::string_view runEndName(RunEnd::Why why) {
  for (const auto& [known, name] : kEnds)
    if (known == why) return name;
  return {};
}

RunEnd::Why runEndFromName(std::string_view name) {
  for (const auto& [why, known] : kEnds)
    if (known == name) return why;
  return Why::Unknown;
}

}  // namespace ouroscope
