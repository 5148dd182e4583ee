// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/HubCache.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/FileHandle.h"

namespace ouroscope {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRepository = "models--";

bool isFolder(const fs::path& path) {
  std::error_code code;
  return fs::is_directory(path, code);
}

/// As it is typed; a folder on the disk may be called anything.
std::string shownHubName(const std::string& name) {
  return isHubName(name) ? name : shownText(name);
}

/// "models--OWNER--NAME" -> "OWNER/NAME"
std::string hubNameOf(const fs::path& repository) {
  std::string name = repository.filename().string().substr(kRepository.size());
  if (const std::size_t at = name.find("--"); at != std::string::npos) name.replace(at, 2, "/");
  return name;
}

std::vector<fs::path> foldersIn(const fs::path& path, std::string_view begin = {}) {
  std::vector<fs::path> found;
  std::error_code code;
  for (fs::directory_iterator at(path, code), end; !code && at != end; at.increment(code))
    if (at->path().filename().string().starts_with(begin) && isFolder(at->path()))
      found.push_back(at->path());
  std::ranges::sort(found);
  return found;
}

[[noreturn]] void throwNotFetched(const fs::path& where, const std::string& name) {
  throw Error(shownPath(where) + " has no files of " + shownHubName(name) +
              ": fetch them with `hf download " + shownHubName(name) + "`.");
}

/// The snapshot that refs/main names, else the only one.
fs::path snapshotOf(const fs::path& repository) {
  const std::string name = hubNameOf(repository);
  const std::vector<fs::path> snapshots = foldersIn(repository / "snapshots");
  const fs::path ref = repository / "refs" / "main";
  std::error_code code;
  if (fs::is_regular_file(ref, code)) {
    std::string commit = readWholeFile(ref, 256);
    commit.erase(commit.find_last_not_of(" \t\r\n") + 1);
    const auto at = std::ranges::find_if(
        snapshots, [&](const fs::path& path) { return path.filename() == commit; });
    if (at != snapshots.end()) return *at;
  }
  if (snapshots.empty()) throwNotFetched(repository, name);
  if (snapshots.size() == 1) return snapshots[0];
  throw Error(shownPath(repository) + " holds " + std::to_string(snapshots.size()) +
              " snapshots, and refs/main names none of them: name one of the folders in " +
              shownPath(repository / "snapshots") + ".");
}

}  // namespace

bool isHubName(const std::string& name) {
  const std::size_t slash = name.find('/');
  const auto good = [](std::string_view part) {
    return !part.empty() && part.front() != '.' && part.front() != '-' && part.size() <= 96 &&
           std::ranges::all_of(part, [](char c) {
             return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                    c == '-' || c == '_' || c == '.';
           });
  };
  return slash != std::string::npos && good(std::string_view(name).substr(0, slash)) &&
         good(std::string_view(name).substr(slash + 1));
}

fs::path hubCache() {
  const auto variable = [](const char* name) -> std::string {
    const char* value = std::getenv(name);
    return value ? value : "";
  };
  if (const std::string cache = variable("HF_HUB_CACHE"); !cache.empty()) return cache;
  if (const std::string home = variable("HF_HOME"); !home.empty()) return fs::path(home) / "hub";
  const std::string xdg = variable("XDG_CACHE_HOME");
  const fs::path base = xdg.empty() ? fs::path(variable("HOME")) / ".cache" : fs::path(xdg);
  return base / "huggingface" / "hub";
}

fs::path findModel(const fs::path& name) {
  std::error_code code;
  if (isFolder(name)) {
    const fs::path folder = name.has_filename() ? name : name.parent_path();
    if (fs::exists(folder / "config.json", code)) return folder;
    if (folder.filename().string().starts_with(kRepository)) return snapshotOf(folder);
    const std::vector<fs::path> repositories = foldersIn(folder, kRepository);
    if (repositories.size() == 1) return snapshotOf(repositories[0]);
    if (repositories.empty()) return folder;  // its reader says what is missing
    std::string names;
    for (std::size_t i = 0; i < std::min<std::size_t>(repositories.size(), 5); ++i)
      names += (names.empty() ? "" : ", ") + shownHubName(hubNameOf(repositories[i]));
    if (repositories.size() > 5) names += ", ...";
    throw Error(shownPath(folder) + " is a Hub cache of several models: name one of them (" +
                names + ").");
  }
  const std::string text = name.string();
  if (fs::exists(name, code) || !isHubName(text)) return name;
  std::string repository(kRepository);
  for (const char c : text) repository += c == '/' ? "--" : std::string(1, c);
  const fs::path cached = hubCache() / repository;
  if (isFolder(cached)) return snapshotOf(cached);
  throw Error(shownText(text) + " is no folder, and the Hub cache " + shownPath(hubCache()) +
              " does not have it: fetch it with `hf download " + text + "`.");
}

ContainedFolder modelFolder(const fs::path& name, bool followLinks) {
  return {findModel(name), followLinks ? OutsideLinks::Followed : OutsideLinks::Refused};
}

}  // namespace ouroscope
