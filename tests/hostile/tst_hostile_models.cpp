// SPDX-License-Identifier: GPL-3.0-or-later
// Malformed model files, all made here: every defect is named and has its expected outcome beside
// it. Run under ASan and UBSan by tools/test.sh. The tables are in SafetensorsCases.h,
// ConfigCases.h and FolderCases.h.
#include <fcntl.h>
#include <sys/resource.h>

#include <QtTest>
#include <cctype>
#include <random>

#include "core/model/DType.h"
#include "core/model/ShardIndex.h"
#include "core/support/ContainedFolder.h"
#include "core/support/DisplayText.h"
#include "tests/hostile/ConfigCases.h"
#include "tests/hostile/FolderCases.h"
#include "tests/hostile/SafetensorsCases.h"

using namespace ouroscope;
using fixture::refusal;
using fixture::TempFolder;
using fixture::writeFile;

namespace {

int casesRun = 0;

/// Empty when the outcome is the expected one and the message one a person can use; otherwise what
/// is wrong with it.
std::string verdict(const std::string& message, const std::string& phrase,
                    const std::string& file) {
  ++casesRun;
  if (phrase.empty()) return message.empty() ? "" : "refused: " + message;
  if (message.empty()) return "accepted, expected a refusal with: " + phrase;
  if (message.find(phrase) == std::string::npos)
    return "message lacks '" + phrase + "': " + message;
  if (message.find(file) == std::string::npos) return "message does not name the file: " + message;
  if (message.rfind("NOT AN Error", 0) == 0) return message;
  if (message.size() > 900) return "message is too long: " + message;
  if (message.back() != '.') return "message is not a sentence: " + message;
  if (firstInvalidUtf8(message) != std::string::npos) return "message is not UTF-8";
  for (const char c : message)
    if (static_cast<unsigned char>(c) < 0x20) return "message has control characters: " + message;
  return "";
}

#define EXPECT(work, phrase, file)                                    \
  do {                                                                \
    const std::string problem = verdict(refusal(work), phrase, file); \
    QVERIFY2(problem.empty(), problem.c_str());                       \
  } while (false)

/// Rules of the format, checked in another way than the reader does it.
void checkAccepted(const SafetensorsFile& file) {
  std::vector<TensorInfo> byPlace = file.tensors();
  std::sort(byPlace.begin(), byPlace.end(), [](const auto& a, const auto& b) {
    return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
  });
  std::uint64_t at = 0;
  std::set<std::string> names;
  for (const auto& t : byPlace) {
    long double bits = dtypeBits(t.dtype);  // exact below 2^64
    for (const auto dim : t.shape) bits *= static_cast<long double>(dim);
    QVERIFY(names.insert(t.name).second);
    QCOMPARE(t.begin, at);
    QVERIFY(bits == static_cast<long double>(t.end - t.begin) * 8);
    std::vector<std::byte> bytes(t.end - t.begin);
    file.read(t, 0, bytes);
    at = t.end;
  }
  QVERIFY(at < file.fileBytes());
}

void openAndRead(const std::string& bytes) {
  checkAccepted(fixture::openBytes(bytes));
}

/// A small file with all that a header can have.
std::string smallFile() {
  using safetensors_cases::entry;
  return fixture::rawSafetensors(
      "{\"__metadata__\":{\"format\":\"pt\"},\"a\":" + entry("\"F32\"", "[2,3]", "[0,24]") +
          ",\"b.weight\":" + entry("\"BF16\"", "[5]", "[24,34]") +
          ",\"c\":" + entry("\"U8\"", "[]", "[34,35]") + "}  ",
      std::string(35, '\x40'));
}

}  // namespace

class TestHostileModels : public QObject {
  Q_OBJECT
 private slots:
  void cleanupTestCase() { qInfo("%d cases", casesRun); }

  void safetensors_data() {
    QTest::addColumn<int>("index");
    cases_ = safetensors_cases::all();
    addRows();
  }
  void safetensors() {
    QFETCH(int, index);
    const HostileCase& c = cases_[static_cast<std::size_t>(index)];
    EXPECT([&] { openAndRead(c.bytes); }, c.phrase, "case.safetensors");
  }

  void config_data() {
    QTest::addColumn<int>("index");
    cases_ = config_cases::all();
    addRows();
  }
  void config() {
    QFETCH(int, index);
    const HostileCase& c = cases_[static_cast<std::size_t>(index)];
    EXPECT([&] { fixture::configOf(c.bytes); }, c.phrase, "config.json");
  }

  void folder_data() {
    QTest::addColumn<int>("index");
    folders_ = folder_cases::all();
    for (std::size_t i = 0; i < folders_.size(); ++i)
      QTest::addRow("%s", folders_[i].name.c_str()) << static_cast<int>(i);
  }
  void folder() {
    QFETCH(int, index);
    const auto& c = folders_[static_cast<std::size_t>(index)];
    const TempFolder temp;
    std::filesystem::create_directories(temp / "model");
    std::filesystem::create_directories(temp / "outside");
    writeFile(temp / "model/config.json", fixture::ConfigText().text());
    fixture::ModelBytes bytes(readModel(temp / "model").spec);
    folder_cases::Site site{temp / "model", temp / "outside", bytes, {}};
    for (const auto& t : bytes.tensors)
      site.map.emplace_back(t.name,
                            folder_cases::inFirst(t.name) ? folder_cases::kA : folder_cases::kB);
    site.writeIndex();
    site.writeShards();
    c.spoil(site);
    EXPECT(
        [&] {
          const ModelFolder model = ModelFolder::open(site.model);
          std::vector<float> row(16);
          model.weights->readRows("lm_head.weight", 31, 1, row);
        },
        c.phrase, site.model.string());
  }

  void hubCacheSnapshot() {
    const TempFolder cache;
    const auto repository = cache / "models--X--Ouro-tiny";
    const auto snapshot = repository / "snapshots" / "574fa66c";
    std::filesystem::create_directories(repository / "blobs");
    fixture::writeModelFolder(snapshot);
    for (const char* name : {"config.json", "model.safetensors"}) {
      std::filesystem::rename(snapshot / name, repository / "blobs" / name);
      std::filesystem::create_symlink(std::filesystem::path("../../blobs") / name, snapshot / name);
    }
    EXPECT([&] { QCOMPARE(ModelFolder::open(snapshot).name, std::string("Ouro-tiny")); }, "", "");
    // Another repository's blobs are outside, and so is any other folder beside the snapshots.
    for (const char* where : {"../../../models--X--Other/blobs", "../../refs", "../other"}) {
      const auto target = snapshot / where;
      std::filesystem::create_directories(target);
      std::filesystem::copy_file(repository / "blobs" / "model.safetensors", target / "w");
      std::filesystem::remove(snapshot / "model.safetensors");
      std::filesystem::create_symlink(std::filesystem::path(where) / "w",
                                      snapshot / "model.safetensors");
      EXPECT([&] { ModelFolder::open(snapshot); }, "leaves the model folder", snapshot.string());
    }
  }

  void manyTensors() {
    // A million entries on one range (70 MB), and a million zero-size tensors: refused early.
    std::string same = "{", empty = "{";
    for (int i = 0; i < 1'000'000; ++i) {
      const std::string name = (i ? ",\"t" : "\"t") + std::to_string(i);
      same += name + "\":{\"dtype\":\"U8\",\"shape\":[16],\"data_offsets\":[0,16]}";
      empty += name + "\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}";
    }
    EXPECT([&] { fixture::openBytes(fixture::rawSafetensors(same + "}", std::string(16, 'x'))); },
           "TooManyTensors", "case.safetensors");
    EXPECT([&] { fixture::openBytes(fixture::rawSafetensors(empty + "}")); }, "TooManyTensors",
           "case.safetensors");
    std::string most = "{";
    for (int i = 0; i < 200'000; ++i)
      most += (i ? ",\"t" : "\"t") + std::to_string(i) +
              "\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}";
    EXPECT([&] { fixture::openBytes(fixture::rawSafetensors(most + "}")); }, "", "");
  }

  void longWhiteSpace() {
    const std::string spaces(30'000'000, ' ');
    EXPECT(
        [&] {
          openAndRead(
              fixture::rawSafetensors(safetensors_cases::kGood + spaces, std::string(16, 'x')));
        },
        "", "");
    EXPECT(
        [&] {
          openAndRead(fixture::rawSafetensors("{" + spaces + safetensors_cases::kGood.substr(1),
                                              std::string(16, 'x')));
        },
        "", "");
  }

  void specialFilesAsSafetensors() {
    const TempFolder temp;
    ::mkfifo((temp / "pipe").c_str(), 0600);
    for (const std::filesystem::path& path :
         {temp / "pipe", temp.path(), std::filesystem::path("/dev/zero"),
          std::filesystem::path("/dev/null")})
      EXPECT([&] { SafetensorsFile::open(path); }, "NotARegularFile", path.string());
    EXPECT([&] { SafetensorsFile::open("/proc/self/status"); }, "HeaderTooSmall",
           "/proc/self/status");
    EXPECT([&] { SafetensorsFile::open(temp / "none"); }, "cannot be opened", "none");
    EXPECT([&] { ModelFolder::open(temp / "none"); }, "is not a model folder", "none");
    EXPECT([&] { ModelFolder::open(std::filesystem::path("/dev/null")); }, "is not a model folder",
           "/dev/null");
    EXPECT([&] { ModelFolder::open(temp.path()); }, "does not exist", "config.json");
  }

  void sparseGiant() {
    // A tebibyte that takes no disk: the header is good, so it opens, and nothing of it is read.
    const TempFolder temp;
    const std::uint64_t size = std::uint64_t{1} << 40;
    writeFile(temp / "x",
              fixture::rawSafetensors(safetensors_cases::one(
                  "\"U8\"", "[" + std::to_string(size) + "]", "[0," + std::to_string(size) + "]")));
    std::error_code code;
    const std::uint64_t header = std::filesystem::file_size(temp / "x");
    std::filesystem::resize_file(temp / "x", header + size, code);
    if (code) QSKIP("the temporary folder cannot hold sparse files of that size");
    EXPECT(
        [&] {
          const auto file = SafetensorsFile::open(temp / "x");
          std::vector<std::byte> last(16);
          file.read(file.tensors()[0], size - 16, last);
          QVERIFY(
              std::all_of(last.begin(), last.end(), [](std::byte b) { return b == std::byte{0}; }));
        },
        "", "");
  }

  void everyTruncationIsRefused() {
    const std::string whole = smallFile();
    EXPECT([&] { openAndRead(whole); }, "", "");
    for (std::size_t n = 0; n < whole.size(); ++n)
      EXPECT([&] { openAndRead(whole.substr(0, n)); }, "(", "case.safetensors");
    const std::string config = fixture::ConfigText().text();
    for (std::size_t n = 0; n + 2 < config.size(); n += 3)
      EXPECT([&] { fixture::configOf(config.substr(0, n)); }, "not valid JSON", "config.json");
  }

  void everyBitFlipIsRefusedOrHarmless() {
    const std::string whole = smallFile();
    for (std::size_t bit = 0; bit < (whole.size() - 35) * 8; ++bit) {
      std::string bytes = whole;
      bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
      // A flip in the size can never be right; one in the JSON may spell another good name.
      if (bit < 64) {
        EXPECT([&] { openAndRead(bytes); }, "(", "case.safetensors");
      } else {
        ++casesRun;
        const std::string message = refusal([&] { openAndRead(bytes); });
        QVERIFY2(message.rfind("NOT AN", 0) != 0 && !QTest::currentTestFailed(), message.c_str());
      }
    }
  }

  void everyIntegerReplacedIsRefused() {
    const std::string whole = smallFile();
    const std::string header = whole.substr(8, whole.size() - 8 - 35),
                      data = whole.substr(whole.size() - 35);
    const char* const values[] = {"0",
                                  "1",
                                  "-1",
                                  "7",
                                  "2147483648",
                                  "4294967296",
                                  "9007199254740992",
                                  "9007199254740993",
                                  "9223372036854775808",
                                  "18446744073709551615",
                                  "18446744073709551616",
                                  "1e309",
                                  "1.0",
                                  "\"1\"",
                                  "null",
                                  "[]"};
    int replaced = 0;
    // Only numbers in lists: the digits in "F32" are not integers of the format.
    for (std::size_t at = 0; at < header.size(); ++at) {
      if (!std::isdigit(static_cast<unsigned char>(header[at])) ||
          (header[at - 1] != '[' && header[at - 1] != ','))
        continue;
      std::size_t end = at;
      while (std::isdigit(static_cast<unsigned char>(header[end]))) ++end;
      for (const char* value : values) {
        if (header.substr(at, end - at) == value) continue;
        const std::string changed = header.substr(0, at) + value + header.substr(end);
        EXPECT([&] { openAndRead(fixture::rawSafetensors(changed, data)); }, "(",
               "case.safetensors");
        ++replaced;
      }
    }
    QVERIFY(replaced > 130);
  }

  void randomDamage() {
    std::mt19937_64 random(20261123);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    const auto damage = [&](std::string bytes) {
      for (std::size_t count = 1 + below(4); count-- > 0 && !bytes.empty();) {
        const std::size_t at = below(bytes.size());
        switch (below(5)) {
          case 0:
            bytes[at] = static_cast<char>(random());
            break;
          case 1:
            bytes.erase(at, 1 + below(8));
            break;
          case 2:
            bytes.insert(at, bytes.substr(below(bytes.size()), 1 + below(40)));
            break;
          case 3:
            bytes[at] = "{}[]\",:0-9eE.\\ \0"[below(17)];
            break;
          default:
            bytes.resize(at);
        }
      }
      return bytes;
    };
    const std::string file = smallFile(), config = fixture::ConfigText().text();
    const std::string index =
        "{\"metadata\":{\"total_size\":5},\"weight_map\":{\"a\":\"m1.safetensors\",\"b\":\"m2."
        "safetensors\"}}";
    const TempFolder temp;
    for (int i = 0; i < 6000; ++i) {
      ++casesRun;
      std::string bad = damage(file);
      // Half of them with a right size in front, or most would fail there already.
      if (bad.size() > 8 && i % 2 == 0)
        bad.replace(0, 8, fixture::sizePrefix(std::min(bad.size() - 8, file.size() - 8 - 35)));
      const std::string message = refusal([&] { openAndRead(bad); });
      QVERIFY2(message.rfind("NOT AN", 0) != 0 && !QTest::currentTestFailed(), message.c_str());
    }
    for (int i = 0; i < 3000; ++i) {
      ++casesRun;
      writeFile(temp / "config.json", damage(config));
      const std::string message = refusal([&] {
        const ModelConfig c = readModelConfig(temp.path());
        QVERIFY(c.hiddenSize > 0 && c.heads > 0 && c.kvHeads > 0 && c.hiddenSize % c.heads == 0 &&
                c.heads % c.kvHeads == 0);
        QVERIFY(c.headDim > 0 && c.headDim % 2 == 0 && c.layers > 0 && c.vocabSize > 0 &&
                c.intermediateSize > 0);
        QVERIFY(c.trainedLoops >= 1 && c.trainedLoops <= 1024 && c.rmsNormEps > 0 &&
                c.rmsNormEps <= 1 && c.ropeTheta > 0);
        QVERIFY(c.exitThreshold >= 0 && c.bosId.value_or(0) >= 0 &&
                c.bosId.value_or(0) < c.vocabSize);
      });
      QVERIFY2(message.rfind("NOT AN", 0) != 0 && !QTest::currentTestFailed(), message.c_str());
    }
    for (int i = 0; i < 3000; ++i) {
      ++casesRun;
      const std::string message = refusal([&] {
        for (const auto& [tensor, shard] : parseShardIndex(damage(index), "index")) {
          const std::filesystem::path name(shard);
          QVERIFY(name.filename() == name && name.extension() == ".safetensors" &&
                  shard.find('\\') == std::string::npos);
        }
      });
      QVERIFY2(message.rfind("NOT AN", 0) != 0 && !QTest::currentTestFailed(), message.c_str());
    }
  }

 private:
  void addRows() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const std::string name = shownText(cases_[i].name, 100);
      QTest::addRow("%zu %s", i, name.c_str()) << static_cast<int>(i);
    }
  }

  HostileCases cases_;
  folder_cases::FolderCases folders_;
};

QTEST_GUILESS_MAIN(TestHostileModels)
#include "tst_hostile_models.moc"
