// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include "tests/hostile/FolderSite.h"

/// Symbolic links and files that are none.
namespace folder_cases {

inline void links(FolderCases& out) {
  const auto outside = "leaves the model folder";
  out.push_back(
      {"link: to a file outside",
       [=](Site& s) { s.linkSecond(s.outside / "b.safetensors", s.outside / "b.safetensors"); },
       outside});
  out.push_back(
      {"link: relative, to a file outside",
       [=](Site& s) { s.linkSecond(s.outside / "b.safetensors", "../outside/b.safetensors"); },
       outside});
  out.push_back({"link: to /etc/passwd",
                 [=](Site& s) {
                   fs::remove(s.model / kB);
                   fs::create_symlink("/etc/passwd", s.model / kB);
                 },
                 outside});
  out.push_back({"link: through a linked folder",
                 [=](Site& s) {
                   fs::create_directory_symlink(s.outside, s.model / "inner");
                   s.linkSecond(s.outside / "b.safetensors", "inner/b.safetensors");
                 },
                 outside});
  out.push_back({"link: to a folder whose name only begins alike",
                 [=](Site& s) {
                   s.linkSecond(fs::path(s.model.string() + "-evil") / "b.safetensors",
                                fs::path(s.model.string() + "-evil") / "b.safetensors");
                 },
                 outside});
  out.push_back({"link: two steps, the second outside",
                 [=](Site& s) {
                   s.linkSecond(s.outside / "b.safetensors", "step");
                   fs::create_symlink(s.outside / "b.safetensors", s.model / "step");
                 },
                 outside});
  out.push_back({"link: dangling",
                 [](Site& s) {
                   fs::remove(s.model / kB);
                   fs::create_symlink("nowhere", s.model / kB);
                 },
                 "leads nowhere"});
  out.push_back({"link: loop",
                 [](Site& s) {
                   fs::remove(s.model / kB);
                   fs::create_symlink(kB, s.model / kB);
                 },
                 "leads nowhere"});
  out.push_back({"link: to a pipe",
                 [](Site& s) {
                   fs::remove(s.model / kB);
                   ::mkfifo((s.model / "pipe").c_str(), 0600);
                   fs::create_symlink("pipe", s.model / kB);
                 },
                 "NotARegularFile"});
  out.push_back({"link: to /dev/zero",
                 [](Site& s) {
                   fs::remove(s.model / kB);
                   fs::create_symlink("/dev/zero", s.model / kB);
                 },
                 "NotARegularFile"});
  out.push_back({"link: to a folder",
                 [](Site& s) {
                   fs::remove(s.model / kB);
                   fs::create_symlink(s.outside, s.model / kB);
                 },
                 "NotARegularFile"});
  out.push_back({"link: inside the folder",
                 [](Site& s) { s.linkSecond(s.model / "blobs" / "b", "blobs/b"); }, ""});
  out.push_back(
      {"link: inside, absolute",
       [](Site& s) { s.linkSecond(s.model / "deep" / "er" / "b", s.model / "deep" / "er" / "b"); },
       ""});
  out.push_back({"link: inside, two steps",
                 [](Site& s) {
                   s.linkSecond(s.model / "b", "step");
                   fs::create_symlink("b", s.model / "step");
                 },
                 ""});
  out.push_back({"hard link to a file elsewhere",
                 [](Site& s) {
                   fs::rename(s.model / kB, s.outside / "b");
                   fs::create_hard_link(s.outside / "b", s.model / kB);
                 },
                 ""});
  out.push_back({"config.json is a link outside",
                 [=](Site& s) {
                   fs::rename(s.model / "config.json", s.outside / "config.json");
                   fs::create_symlink(s.outside / "config.json", s.model / "config.json");
                 },
                 outside});
}

inline void specialFiles(FolderCases& out) {
  const auto regular = "NotARegularFile";
  out.push_back({"shard is a pipe",
                 [](Site& s) {
                   fs::remove(s.model / kB);
                   ::mkfifo((s.model / kB).c_str(), 0600);
                 },
                 regular});
  out.push_back({"shard is a folder",
                 [](Site& s) {
                   fs::remove(s.model / kB);
                   fs::create_directory(s.model / kB);
                 },
                 regular});
  out.push_back({"model.safetensors is a pipe",
                 [](Site& s) { ::mkfifo((s.model / "model.safetensors").c_str(), 0600); },
                 regular});
  out.push_back({"model.safetensors is a folder",
                 [](Site& s) { fs::create_directory(s.model / "model.safetensors"); }, regular});
  out.push_back({"model.safetensors is a socket",
                 [](Site& s) {
                   const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
                   sockaddr_un address{};
                   address.sun_family = AF_UNIX;
                   const std::string path = (s.model / "model.safetensors").string();
                   path.copy(address.sun_path, sizeof address.sun_path - 1);
                   ::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address);
                   ::close(fd);
                 },
                 regular});
  out.push_back({"config.json is a folder",
                 [](Site& s) {
                   fs::remove(s.model / "config.json");
                   fs::create_directory(s.model / "config.json");
                 },
                 regular});
  out.push_back({"config.json is a pipe",
                 [](Site& s) {
                   fs::remove(s.model / "config.json");
                   ::mkfifo((s.model / "config.json").c_str(), 0600);
                 },
                 regular});
  out.push_back({"config.json missing", [](Site& s) { fs::remove(s.model / "config.json"); },
                 "does not exist"});
  out.push_back({"config.json of 1 GB, sparse",
                 [](Site& s) { fs::resize_file(s.model / "config.json", std::uintmax_t{1} << 30); },
                 "bytes"});
  out.push_back({"index is a folder",
                 [](Site& s) {
                   fs::remove(s.model / "model.safetensors.index.json");
                   fs::create_directory(s.model / "model.safetensors.index.json");
                 },
                 regular});
  out.push_back({"index of 1 TB, sparse",
                 [](Site& s) {
                   fs::resize_file(s.model / "model.safetensors.index.json",
                                   std::uintmax_t{1} << 40);
                 },
                 "bytes"});
  out.push_back({"no weights",
                 [](Site& s) {
                   for (const char* file : {"model.safetensors.index.json", kA, kB})
                     fs::remove(s.model / file);
                 },
                 "no weights"});
  out.push_back({"shards without an index",
                 [](Site& s) { fs::remove(s.model / "model.safetensors.index.json"); }, ""});
  out.push_back({"only pickle weights",
                 [](Site& s) {
                   for (const char* file : {"model.safetensors.index.json", kA, kB})
                     fs::remove(s.model / file);
                   writeFile(s.model / "pytorch_model.bin", "\x80\x02}q.");
                 },
                 "pickle weights are not read"});
  out.push_back({"pickle and code beside good weights",
                 [](Site& s) {
                   writeFile(s.model / "pytorch_model.bin", "\x80\x02}q.");
                   writeFile(s.model / "modeling_ouro.py", "raise SystemExit('run')");
                 },
                 ""});
  out.push_back({"stray names that are not UTF-8",
                 [](Site& s) { writeFile(s.model / "\xFF\xFE.safetensors", "x"); }, ""});
}

}  // namespace folder_cases
