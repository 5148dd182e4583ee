// SPDX-License-Identifier: GPL-3.0-or-later
// A save either gives the new file or leaves the old one: under a size limit, a full disk, bad
// folders and a kill.
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <QtTest>
#include <fstream>

#include "core/support/AtomicFile.h"
#include "tests/model/ModelFixtures.h"

using namespace ouroscope;
using fixture::readFile;
using fixture::refusal;
using fixture::TempFolder;
using fixture::writeFile;

namespace {

int entries(const std::filesystem::path& folder) {
  int count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) ++count;
  return count;
}

void save(const std::filesystem::path& path, const std::string& text) {
  AtomicFile file(path);
  file.write(text);
  file.commit();
}

/// Runs `work` in a child process and gives its exit status (or -signal).
int inChild(const std::function<int()>& work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace

class TestAtomicFile : public QObject {
  Q_OBJECT
 private slots:
  void writesAndReplaces() {
    const TempFolder folder;
    save(folder / "a", "first");
    QCOMPARE(readFile(folder / "a"), std::string("first"));
    {
      AtomicFile file(folder / "a");
      for (int i = 0; i < 1000; ++i) file.write(std::string_view("0123456789"));
      QCOMPARE(file.written(), std::uint64_t{10'000});
      QCOMPARE(readFile(folder / "a"), std::string("first"));
      file.commit();
    }
    QCOMPARE(readFile(folder / "a").size(), std::size_t{10'000});
    save(folder / "a", "");
    QCOMPARE(readFile(folder / "a"), std::string());
    QCOMPARE(entries(folder.path()), 1);
  }

  void withoutCommitNothingHappens() {
    const TempFolder folder;
    save(folder / "a", "old");
    {
      AtomicFile file(folder / "a");
      file.write(std::string_view("new"));
      QCOMPARE(entries(folder.path()), 2);
    }
    QCOMPARE(readFile(folder / "a"), std::string("old"));
    QCOMPARE(entries(folder.path()), 1);
  }

  void verifyCanRefuse() {
    const TempFolder folder;
    save(folder / "a", "old");
    AtomicFile file(folder / "a");
    file.write(std::string_view("new"));
    const std::string message = refusal([&] {
      file.commit([](const std::filesystem::path& temporary) {
        if (readFile(temporary) == "new") throw Error("Refused.");
      });
    });
    QCOMPARE(message, std::string("Refused."));
    QCOMPARE(readFile(folder / "a"), std::string("old"));
    QCOMPARE(entries(folder.path()), 1);
    QVERIFY(!refusal([&] { file.write(std::string_view("more")); }).empty());
    QVERIFY(!refusal([&] { file.commit(); }).empty());
  }

  void accessMode() {
    const TempFolder folder;
    const auto mode = [&](const std::string& name) {
      struct stat info {};
      ::stat((folder / name).c_str(), &info);
      return int(info.st_mode & 0777);
    };
    const mode_t before = ::umask(027);
    save(folder / "new", "x");
    ::umask(before);
    QCOMPARE(mode("new"), 0640);
    ::chmod((folder / "new").c_str(), 0604);
    save(folder / "new", "y");
    QCOMPARE(mode("new"), 0604);
  }

  void linksAreFollowedOnce() {
    const TempFolder folder;
    std::filesystem::create_directory(folder / "inner");
    save(folder / "inner/real", "old");
    std::filesystem::create_symlink("inner/real", folder / "link");
    save(folder / "link", "new");
    QVERIFY(std::filesystem::is_symlink(folder / "link"));
    QCOMPARE(readFile(folder / "inner/real"), std::string("new"));
    std::filesystem::create_symlink("nowhere", folder / "dangling");
    QVERIFY(refusal([&] { save(folder / "dangling", "x"); }).find("leads nowhere") !=
            std::string::npos);
  }

  void hardLinkKeepsItsOldContent() {
    const TempFolder folder;
    save(folder / "a", "old");
    std::filesystem::create_hard_link(folder / "a", folder / "b");
    save(folder / "a", "new");
    QCOMPARE(readFile(folder / "b"), std::string("old"));
  }

  void badTargets() {
    const TempFolder folder;
    std::filesystem::create_directory(folder / "sub");
    ::mkfifo((folder / "pipe").c_str(), 0600);
    for (const std::filesystem::path& path :
         {folder / "sub", folder / "pipe", std::filesystem::path("/dev/full"), folder / "none/x",
          std::filesystem::path(""), folder / "sub/", folder / std::string(300, 'n')}) {
      const std::string message = refusal([&] { save(path, "x"); });
      QVERIFY2(!message.empty() && message.rfind("NOT", 0) != 0, path.c_str());
    }
    QCOMPARE(entries(folder.path()), 2);
    QVERIFY(refusal([&] { save(folder / std::string(255, 'n'), "x"); }).empty());
  }

  void moreThanTheDiskHolds() {
    const TempFolder folder;
    save(folder / "a", "old");
    const std::string message =
        refusal([&] { AtomicFile file(folder / "a", std::uint64_t{1} << 62); });
    QVERIFY2(message.find("free") != std::string::npos, message.c_str());
    QCOMPARE(entries(folder.path()), 1);
  }

  void sizeLimit() {
    // The limit cuts a write short before it fails: the place where naive savers report success.
    const TempFolder folder;
    save(folder / "a", "old");
    for (const std::size_t size : {8193u, 16384u, 20000u, 1'000'000u})
      for (const bool onePiece : {true, false}) {
        const int status = inChild([&] {
          ::signal(SIGXFSZ, SIG_IGN);
          const rlimit limit{8192, 8192};
          ::setrlimit(RLIMIT_FSIZE, &limit);
          const std::string message = refusal([&] {
            AtomicFile file(folder / "a");
            const std::string text(size, 'x');
            if (onePiece) file.write(text);
            for (std::size_t i = 0; !onePiece && i < size; i += 100)
              file.write(std::string_view(text).substr(i, 100));
            file.commit();
          });
          return message.find("unchanged") != std::string::npos ? 7 : 1;
        });
        QCOMPARE(status, 7);
        QCOMPARE(readFile(folder / "a"), std::string("old"));
        QCOMPARE(entries(folder.path()), 1);
      }
  }

  void fullDisk() {
    // A disk of 64 KiB, seen by a child process only: it is gone with the child.
    const TempFolder folder;
    constexpr int kNoRight = 77;
    const int status = inChild([&] {
      if (::unshare(CLONE_NEWNS) != 0 ||
          ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
          ::mount("none", folder.path().c_str(), "tmpfs", 0, "size=64k") != 0)
        return kNoRight;
      const std::string before(10'000, 'o');
      int good = 0;
      for (const std::size_t size : {1u, 100u, 4096u, 16384u, 20000u, 50'000u, 1'000'000u})
        for (std::size_t filled = 0; filled <= 49'152; filled += 8192) {
          writeFile(folder / "a", before);
          writeFile(folder / "ballast", std::string(filled, 'b'));
          const std::string wanted(size, 'n');
          const std::string message = refusal([&] { save(folder / "a", wanted); });
          if (readFile(folder / "a") != (message.empty() ? wanted : before)) return 1;
          if (entries(folder.path()) != 2) return 2;
          if (size == 1'000'000u && message.find("No space left") == std::string::npos) return 3;
          if (message.empty()) ++good;
          std::filesystem::remove(folder / "ballast");
        }
      return good > 10 && good < 42 ? 0 : 4;
    });
    if (status == kNoRight) QSKIP("needs the right to mount");
    QCOMPARE(status, 0);
  }

  void killedWhileSaving() {
    const TempFolder folder;
    const std::string a(200'000, 'a'), b(300'000, 'b');
    save(folder / "x", a);
    for (int round = 0; round < 40; ++round) {
      const pid_t child = ::fork();
      if (child == 0) {
        for (int i = 0;; ++i) save(folder / "x", i % 2 ? a : b);
      }
      ::usleep(static_cast<useconds_t>(500 + 137 * round));
      ::kill(child, SIGKILL);
      ::waitpid(child, nullptr, 0);
      const std::string now = readFile(folder / "x");
      QVERIFY(now == a || now == b);
    }
    // What a kill leaves behind is named so that it can be told from the user's files.
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
      const std::string name = entry.path().filename();
      QVERIFY(name == "x" || (name.front() == '.' && name.ends_with(AtomicFile::kTemporarySuffix)));
    }
    // The next program that writes there removes it.
    const pid_t next = ::fork();
    if (next == 0) {
      save(folder / "x", a);
      ::_exit(0);
    }
    ::waitpid(next, nullptr, 0);
    QCOMPARE(entries(folder.path()), 1);
  }

  /// Only files of processes that are gone are swept, and only our own.
  void sweepingKeepsWhatIsNotLeftOver() {
    const TempFolder folder;
    const pid_t dead = ::fork();
    if (dead == 0) ::_exit(0);
    ::waitpid(dead, nullptr, 0);
    const std::string suffix(AtomicFile::kTemporarySuffix), gone = std::to_string(dead);
    const std::string kept[] = {"." + std::to_string(::getpid()) + "-7" + suffix,  // alive
                                gone + "-7" + suffix,                              // not hidden
                                "." + gone + suffix,                               // no counter
                                "." + gone + "-7" + suffix + ".txt", ".notes" + suffix};
    for (const std::string& name : kept) save(folder / ("k" + name), "x");
    for (const std::string& name : kept)
      std::filesystem::rename(folder / ("k" + name), folder / name);
    const std::string locked = "." + gone + "-8" + suffix, left = "." + gone + "-9" + suffix;
    for (const std::string& name : {locked, left}) std::ofstream(folder / name).put('x');
    // Another machine's process may have that number: its lock tells.
    const int held = ::open((folder / locked).c_str(), O_RDWR);
    QVERIFY(held >= 0 && ::flock(held, LOCK_EX) == 0);
    const pid_t next = ::fork();
    if (next == 0) {
      save(folder / "x", "y");
      ::_exit(0);
    }
    ::waitpid(next, nullptr, 0);
    for (const std::string& name : kept)
      QVERIFY2(std::filesystem::exists(folder / name), name.c_str());
    QVERIFY(std::filesystem::exists(folder / locked));
    QVERIFY(!std::filesystem::exists(folder / left));
    ::close(held);
  }
};

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "tst_atomic_file.moc"
