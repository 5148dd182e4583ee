// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>
#include <sys/wait.h>

#include <QProcess>
#include <QtTest>
#include <csignal>
#include <random>

#include "core/model/DType.h"
#include "core/model/SafetensorsFile.h"
#include "core/model/TensorRead.h"
#include "tests/model/ModelFixtures.h"

using namespace ouroscope;
using fixture::openBytes;
using fixture::rawSafetensors;
using fixture::readFile;
using fixture::refusal;
using fixture::TempFolder;
using fixture::writeFile;

namespace {

std::span<const std::byte> bytesOf(const std::string& text) {
  return std::as_bytes(std::span(text));
}

std::string readAll(const SafetensorsFile& file, const std::string& name) {
  const TensorInfo* t = file.find(name);
  if (!t) return "no tensor";
  std::string out(t->end - t->begin, '\0');
  file.read(*t, 0, std::as_writable_bytes(std::span(out)));
  return out;
}

}  // namespace

class TestSafetensors : public QObject {
  Q_OBJECT
 private slots:
  void dtypes() {
    for (int i = 0; i < 22; ++i) {
      const auto type = static_cast<DType>(i);
      QVERIFY(dtypeFromName(dtypeName(type)) == type);
      QVERIFY(dtypeBits(type) == 4 || dtypeBits(type) == 6 || dtypeBits(type) % 8 == 0);
    }
    QVERIFY(!dtypeFromName("bf16") && !dtypeFromName("") && !dtypeFromName("F8"));
    QCOMPARE(dtypeBits(DType::BF16), 16);
    QCOMPARE(dtypeName(DType::F8E4M3Fnuz), std::string_view("F8_E4M3FNUZ"));
    const std::uint64_t most = ~std::uint64_t{0};
    QCOMPARE(checkedBits(DType::F32, std::vector<std::uint64_t>{}).value(), std::uint64_t{32});
    QCOMPARE(checkedBits(DType::F32, std::vector<std::uint64_t>{0, most}).value(),
             std::uint64_t{0});
    QVERIFY(!checkedBits(DType::F32, std::vector<std::uint64_t>{most, 2, 0}));
    QVERIFY(!checkedBits(DType::U8, std::vector<std::uint64_t>{most / 8 + 1}));
    QVERIFY(checkedBits(DType::U8, std::vector<std::uint64_t>{most / 8}).has_value());
  }

  void readsAnOddFile() {
    // Written by hand: out of order, F32 at an odd byte, zero-size and scalar tensors, odd header
    // length, unknown field.
    const float values[3] = {1.5f, -2.25f, 1e-40f};
    std::string data = "\x07";
    data.append(reinterpret_cast<const char*>(values), 12);
    data.append("\x2A\x00", 2);
    const auto file = openBytes(
        rawSafetensors("{\"z\":{\"dtype\":\"I16\",\"shape\":[],\"data_offsets\":[13,15]},\"__"
                       "metadata__\":{\"a\":\"\\u00e9\"},"
                       "\"f\":{\"shape\":[3],\"x\":[1],\"dtype\":\"F32\",\"data_offsets\":[1,13]},"
                       "\"e\":{\"dtype\":\"F64\",\"shape\":[2,0],\"data_offsets\":[15,15]},"
                       "\"b\":{\"dtype\":\"BOOL\",\"shape\":[1,1],\"data_offsets\":[0,1]}}",
                       data));
    QCOMPARE(file.tensors().size(), std::size_t{4});
    QCOMPARE(file.tensors()[0].name, std::string("b"));
    QCOMPARE(file.find("z")->elements(), std::uint64_t{1});
    QCOMPARE(file.find("e")->elements(), std::uint64_t{0});
    QVERIFY(!file.find("x") && !file.find(""));
    QCOMPARE(file.metadata().at("a"), std::string("\xC3\xA9"));
    QCOMPARE(readAll(file, "z"), std::string("\x2A\x00", 2));
    QCOMPARE(readAll(file, "e"), std::string());
    QCOMPARE(file.warnings().size(), std::size_t{1});
    std::vector<float> got(2);
    readAsFloat(file, *file.find("f"), 1, got);
    QVERIFY(got[0] == values[1] && got[1] == values[2]);
  }

  void readingIsBounded() {
    const auto file =
        openBytes(rawSafetensors("{\"t\":{\"dtype\":\"U8\",\"shape\":[8],\"data_offsets\":[0,8]},"
                                 "\"u\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[8,12]}}",
                                 "01234567abcd"));
    std::vector<std::byte> out(4);
    const TensorInfo& t = *file.find("t");
    file.read(t, 4, out);
    QCOMPARE(std::memcmp(out.data(), "4567", 4), 0);
    file.read(t, 8, std::span<std::byte>());
    for (const std::uint64_t offset : {std::uint64_t{5}, std::uint64_t{8}, std::uint64_t{9},
                                       ~std::uint64_t{0}, ~std::uint64_t{3}})
      QVERIFY(!refusal([&] { file.read(t, offset, out); }).empty());
    std::vector<float> values(1);
    QVERIFY(refusal([&] { readAsFloat(file, t, 0, values); }).find("UnsupportedDtype") !=
            std::string::npos);
    QVERIFY(!refusal([&] { readAsFloat(file, t, 8, values); }).empty());
  }

  void convertsWeights() {
    const std::vector<float> values{0.0f, -1.0f, 0.5f, 1e-6f, 65504.0f};
    for (const auto type : {DType::F32, DType::BF16, DType::F16}) {
      const std::string bytes = fixture::ModelBytes::encode(values, type);
      const std::string name(dtypeName(type));
      const auto file = openBytes(rawSafetensors("{\"t\":{\"dtype\":\"" + name +
                                                     "\",\"shape\":[5],\"data_offsets\":[0," +
                                                     std::to_string(bytes.size()) + "]}}",
                                                 bytes));
      std::vector<float> got(5);
      readAsFloat(file, *file.find("t"), 0, got);
      for (std::size_t i = 0; i < 5; ++i)
        QVERIFY(std::abs(got[i] - values[i]) <= 0.01f * std::abs(values[i]) + 1e-7f);
    }
  }

  void duplicateMetadataKeyIsNoted() {
    const auto file = openBytes(rawSafetensors("{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}}"));
    QCOMPARE(file.metadata().at("k"), std::string("2"));
    QVERIFY(file.warnings().at(0).find("twice") != std::string::npos);
  }

  void writtenBytesAreTheReferenceWriters() {
    // The bytes that Python's safetensors 0.8 gives for the same tensors and metadata.
    const TempFolder folder;
    const std::string f(12, '\1'), b(4, '\2');
    const std::vector<TensorToWrite> tensors{{"b", DType::BF16, {1, 2}, bytesOf(b)},
                                             {"z", DType::F32, {3}, bytesOf(f)},
                                             {"a", DType::F32, {0, 7}, {}}};
    writeSafetensors(folder / "x", tensors, {{"format", "pt"}});
    std::string header =
        "{\"__metadata__\":{\"format\":\"pt\"},\"a\":{\"dtype\":\"F32\",\"shape\":[0,7],\"data_"
        "offsets\":[0,0]},"
        "\"z\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]},\"b\":{\"dtype\":\"BF16\","
        "\"shape\":[1,2],\"data_offsets\":[12,16]}}";
    header.resize((header.size() + 7) / 8 * 8, ' ');
    QCOMPARE(readFile(folder / "x"), rawSafetensors(header, f + b));
  }

  void roundTrips() {
    std::mt19937 random(5);
    const TempFolder folder;
    for (int round = 0; round < 60; ++round) {
      std::vector<std::string> data;
      std::vector<TensorToWrite> tensors;
      data.reserve(12);
      for (int i = 0; i < round % 12; ++i) {
        // Eight values of every type fill whole bytes, the 4- and 6-bit ones too.
        const auto type = static_cast<DType>(random() % 22);
        std::vector<std::uint64_t> shape{8};
        for (std::uint32_t rank = random() % 8; rank > 0; --rank) shape.push_back(random() % 4);
        std::string bytes(*checkedBits(type, shape) / 8, '\0');
        for (char& c : bytes) c = static_cast<char>(random());
        data.push_back(bytes);
        tensors.push_back(
            {"t\"\\\n\x01\xC3\xA9" + std::to_string(i), type, shape, bytesOf(data.back())});
      }
      const std::map<std::string, std::string> metadata{{"k\t", std::string("v\0\x1F\"", 4)},
                                                        {"", ""}};
      const auto path = folder / ("f" + std::to_string(round));
      writeSafetensors(path, tensors, metadata);
      const auto file = SafetensorsFile::open(path);
      QCOMPARE(file.tensors().size(), tensors.size());
      QVERIFY(file.metadata() == metadata && file.warnings().empty());
      for (std::size_t i = 0; i < tensors.size(); ++i) {
        const TensorInfo* found = file.find(tensors[i].name);
        QVERIFY(found && found->dtype == tensors[i].dtype && found->shape == tensors[i].shape);
        QCOMPARE(readAll(file, tensors[i].name), data[i]);
      }
      // Order of the input does not matter, and saving again gives the same bytes.
      const std::string once = readFile(path);
      std::reverse(tensors.begin(), tensors.end());
      writeSafetensors(path, tensors, metadata);
      QCOMPARE(readFile(path), once);
    }
  }

  void pythonReadsIt() {
    const QByteArray python = qgetenv("OUROSCOPE_PYTHON");
    if (python.isEmpty()) QSKIP("OUROSCOPE_PYTHON is not set");
    const TempFolder folder;
    const std::string data = fixture::ModelBytes::encode({1, 2, 3, 4, 5, 6}, DType::F32);
    writeSafetensors(folder / "x",
                     std::vector<TensorToWrite>{{"a\"b", DType::F32, {2, 3}, bytesOf(data)}},
                     {{"k", "\xC3\xA9\n"}});
    QProcess process;
    process.start(
        python,
        {"-c",
         "import sys\nfrom safetensors import safe_open\nf = safe_open(sys.argv[1], 'numpy')\n"
         "assert f.metadata() == {'k': '\\u00e9\\n'}, f.metadata()\nassert "
         "f.get_tensor('a\"b').tolist() == [[1, 2, 3], [4, 5, 6]]\n",
         QString::fromStdString((folder / "x").string())});
    QVERIFY(process.waitForFinished(60000));
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
             process.readAllStandardError());
  }

  void writerRefuses() {
    const TempFolder folder;
    writeFile(folder / "x", "old");
    const std::string four(4, 'x');
    const auto refused = [&](std::vector<TensorToWrite> tensors,
                             std::map<std::string, std::string> metadata, const char* phrase) {
      const std::string message =
          refusal([&] { writeSafetensors(folder / "x", tensors, metadata); });
      QVERIFY2(message.find(phrase) != std::string::npos, message.c_str());
      QCOMPARE(readFile(folder / "x"), std::string("old"));
    };
    const auto data = bytesOf(four);
    refused({{"__metadata__", DType::F32, {1}, data}}, {}, "ReservedName");
    refused(
        {{"a", DType::F32, {1}, data}, {"b", DType::U8, {4}, data}, {"a", DType::I32, {1}, data}},
        {}, "DuplicateTensorName");
    refused({{"a", DType::F32, {2}, data}}, {}, "TensorInvalidInfo");
    refused({{"a", DType::F32, {0}, data}}, {}, "TensorInvalidInfo");
    refused({{"a", DType::F4, {7}, data}}, {}, "TensorInvalidInfo");
    refused({{"a", DType::F32, {~std::uint64_t{0}, 2}, data}}, {}, "TensorInvalidInfo");
    refused({{"a", DType::F32, {1, 1, 1, 1, 1, 1, 1, 1, 1}, data}}, {}, "RankTooLarge");
    refused({{std::string(5000, 'n'), DType::F32, {1}, data}}, {}, "NameTooLong");
    refused({{"\xFF", DType::F32, {1}, data}}, {}, "UTF-8");
    refused({}, {{"k", "\xC0\xAF"}}, "UTF-8");
    refused({}, {{"\xED\xA0\x80", ""}}, "UTF-8");
    refused({}, {{"k", std::string(100'000'001, 'v')}}, "HeaderTooLarge");
    QVERIFY(!refusal([&] { writeSafetensors("/dev/full", {}, {}); }).empty());
    QVERIFY(!refusal([&] { writeSafetensors(folder / "none/x", {}, {}); }).empty());
  }

  void failedWriteLeavesTheOldFile() {
    const TempFolder folder;
    const std::string small(64, 's'), large(1'000'000, 'l');
    writeSafetensors(folder / "x",
                     std::vector<TensorToWrite>{{"t", DType::U8, {64}, bytesOf(small)}}, {});
    const std::string before = readFile(folder / "x");
    const pid_t child = ::fork();
    if (child == 0) {
      ::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{65536, 65536};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      const std::vector<TensorToWrite> tensors{{"t", DType::U8, {1'000'000}, bytesOf(large)}};
      const std::string message = refusal([&] { writeSafetensors(folder / "x", tensors, {}); });
      ::_exit(message.find("unchanged") != std::string::npos ? 7 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 7);
    QCOMPARE(readFile(folder / "x"), before);
    QCOMPARE(std::distance(std::filesystem::directory_iterator(folder.path()), {}),
             std::ptrdiff_t{1});
  }

  void changesWhileOpenAreNoticed() {
    const TempFolder folder;
    const std::string data(4096, 'd');
    const auto path = folder / "x";
    const auto fresh = [&] {
      writeSafetensors(path, std::vector<TensorToWrite>{{"t", DType::U8, {4096}, bytesOf(data)}},
                       {});
      return SafetensorsFile::open(path);
    };
    std::vector<std::byte> out(4096);
    const auto refused = [&](const SafetensorsFile& file) {
      return refusal([&] { file.read(*file.find("t"), 0, out); });
    };
    {
      const auto file = fresh();
      std::filesystem::resize_file(path, 200);
      QVERIFY(refused(file).find("FileChanged") != std::string::npos);
    }
    {
      const auto file = fresh();
      std::filesystem::resize_file(path, 10'000);
      QVERIFY(refused(file).find("FileChanged") != std::string::npos);
    }
    {
      const auto file = fresh();
      std::filesystem::last_write_time(
          path, std::filesystem::file_time_type::clock::now() + std::chrono::hours(1));
      QVERIFY(refused(file).find("FileChanged") != std::string::npos);
    }
    {
      // Saved over or removed: the open file is still the old one, whole.
      const auto file = fresh();
      writeSafetensors(path, {}, {});
      QCOMPARE(refused(file), std::string());
      std::filesystem::remove(path);
      QCOMPARE(refused(file), std::string());
      QVERIFY(out[4095] == std::byte{'d'});
    }
  }
};

QTEST_GUILESS_MAIN(TestSafetensors)
#include "tst_safetensors.moc"
