// SPDX-License-Identifier: GPL-3.0-or-later
// Models by the names that people have for them: folders, repositories of a Hub cache, OWNER/NAME.
#include <QTest>
#include <cstdlib>

#include "core/model/HubCache.h"
#include "tests/model/ModelFixtures.h"

using namespace ouroscope;
namespace fs = std::filesystem;

namespace {

/// A snapshot with a config.json in a repository of `cache`.
fs::path snapshot(const fs::path& cache, const std::string& repository, const std::string& commit) {
  const fs::path folder = cache / repository / "snapshots" / commit;
  fs::create_directories(folder);
  fixture::writeFile(folder / "config.json", "{}");
  return folder;
}

/// Whether no model is found, for a reason that says `part`.
bool refused(const fs::path& name, const std::string& part = {}) {
  return fixture::isRefused([&] { findModel(name); }, part);
}

}  // namespace

class TestHubCache : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    for (const char* name : {"HF_HUB_CACHE", "HF_HOME", "XDG_CACHE_HOME"}) ::unsetenv(name);
  }

  void theCacheIsWhereTheEcosystemHasIt() {
    ::setenv("HOME", "/home/x", 1);
    QCOMPARE(hubCache(), fs::path("/home/x/.cache/huggingface/hub"));
    ::setenv("XDG_CACHE_HOME", "/c", 1);
    QCOMPARE(hubCache(), fs::path("/c/huggingface/hub"));
    ::setenv("HF_HOME", "/h", 1);
    QCOMPARE(hubCache(), fs::path("/h/hub"));
    ::setenv("HF_HUB_CACHE", "/k", 1);
    QCOMPARE(hubCache(), fs::path("/k"));
  }

  void ownerAndNameAreLookedForInTheCache() {
    const fixture::TempFolder cache;
    ::setenv("HF_HUB_CACHE", cache.path().c_str(), 1);
    const fs::path repository = cache.path() / "models--X--Ouro-tiny";
    const fs::path first = snapshot(cache.path(), "models--X--Ouro-tiny", "aaaa");
    QCOMPARE(findModel("X/Ouro-tiny"), first);  // the only one
    const fs::path second = snapshot(cache.path(), "models--X--Ouro-tiny", "bbbb");
    QVERIFY(refused("X/Ouro-tiny", "2 snapshots"));
    fs::create_directories(repository / "refs");
    fixture::writeFile(repository / "refs" / "main", "bbbb\n");
    QCOMPARE(findModel("X/Ouro-tiny"), second);
    QCOMPARE(findModel(repository), second);
    QCOMPARE(findModel(repository / ""), second);
    QCOMPARE(findModel(cache.path()), second);  // a cache of one repository
    QCOMPARE(findModel(first), first);          // a snapshot is a model folder
    snapshot(cache.path(), "models--Y--Other", "cccc");
    QVERIFY(refused(cache.path(), "X/Ouro-tiny, Y/Other"));
    fs::remove_all(repository / "snapshots");
    QVERIFY(refused("X/Ouro-tiny", "`hf download X/Ouro-tiny`"));
  }

  void whatIsNotThereIsAnsweredWithTheCommand() {
    const fixture::TempFolder cache;
    ::setenv("HF_HUB_CACHE", cache.path().c_str(), 1);
    QVERIFY(refused("ByteDance/Ouro-1.4B", "`hf download ByteDance/Ouro-1.4B`"));
    QVERIFY(refused("ByteDance/Ouro-1.4B", cache.path().string()));
    // What cannot be a name of the Hub is a path, of which its reader says what is wrong.
    for (const char* path : {"/no/such", "a", "a/b/c", "../x", "./x", "-a/b", "a/b c", ""})
      QCOMPARE(findModel(path), fs::path(path));
    // A folder of that name is the folder.
    const fs::path folder = cache / "model";
    fs::create_directories(folder);
    QCOMPARE(findModel(folder), folder);
  }

  void hostileReferencesLeadNowhere() {
    const fixture::TempFolder cache;
    ::setenv("HF_HUB_CACHE", cache.path().c_str(), 1);
    snapshot(cache.path(), "models--X--M", "aaaa");
    snapshot(cache.path(), "models--X--M", "bbbb");
    fs::create_directories(cache / "models--X--M" / "refs");
    snapshot(cache.path(), "models--X--M/elsewhere", "");
    for (const std::string ref : {"../elsewhere/snapshots", "/etc", "", "cccc"}) {
      fixture::writeFile(cache / "models--X--M" / "refs" / "main", ref);
      QVERIFY(refused("X/M", "names none of them"));
    }
    fixture::writeFile(cache / "models--X--M" / "refs" / "main", std::string(10000, 'a'));
    QVERIFY(refused("X/M"));
  }
};

QTEST_GUILESS_MAIN(TestHubCache)
#include "tst_hub_cache.moc"
