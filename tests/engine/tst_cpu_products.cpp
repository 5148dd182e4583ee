// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix product of every instruction set that this processor has, on a matrix deeper than one
// stretch of k and with rows that fill no tile: against sums in double, and bit for bit the same
// for every number of rows and threads.
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "core/support/HalfFloat.h"
#include "kernels/cpu/CpuBackend.h"
#include "kernels/cpu/PackedMatrix.h"

using namespace ouroscope;
using namespace ouroscope::cpu;

namespace {

constexpr int kColumns = 5 * kPanel - 3, kDepth = kStretch + 2 * kInt8Block + kDepthStep;
constexpr int kRows = 300;

float noise(std::uint32_t& state) {
  state = state * 1664525u + 1013904223u;
  return static_cast<float>(state >> 8) / float(1 << 23) - 1.0f;
}

struct OneMatrix : ModelWeights {
  std::vector<float> values;
  OneMatrix() : values(std::size_t{kColumns} * kDepth) {
    std::uint32_t state = 7;
    for (float& v : values) v = bf16ToFloat(floatToBf16(noise(state)));
  }
  void readRows(std::string_view, std::int64_t first, std::int64_t rows,
                std::span<float> out) const override {
    std::copy_n(values.data() + first * kDepth, rows * kDepth, out.data());
  }
  bool storedAsBf16() const override { return true; }
  std::uint64_t storedBytes() const override { return values.size() * 2; }
};

/// The table's row of that matrix.
TensorSpec oneMatrix() {
  TensorSpec tensor;
  tensor.name = "w";
  tensor.shape = {kColumns, kDepth};
  tensor.rows = kColumns;
  return tensor;
}

/// What is in the packed matrix, by the layout that Kernels.h describes.
double weightAt(const PackedMatrix& m, const KernelTable& kernels, int n, int k) {
  const int p = n / kPanel, c = n % kPanel, group = kernels.splitFor(m.storage) ? 4 : 2;
  const std::byte* panel = m.panel(p);
  const auto at = static_cast<std::size_t>((k / group * kPanel + c) * group + k % group);
  if (m.storage == Storage::F32)
    return static_cast<double>(reinterpret_cast<const float*>(panel)[k * kPanel + c]);
  if (m.storage == Storage::BF16)
    return static_cast<double>(bf16ToFloat(reinterpret_cast<const std::uint16_t*>(panel)[at]));
  const float scale =
      m.scales[static_cast<std::size_t>((p * m.blocks() + k / kInt8Block) * kPanel + c)];
  return static_cast<double>(reinterpret_cast<const std::int8_t*>(panel)[at]) *
         static_cast<double>(scale);
}

/// What a row becomes where its products are in whole numbers: 16 bits of each block's largest.
std::vector<double> splitValues(const float* x) {
  std::vector<double> values(kDepth);
  for (int k0 = 0; k0 < kDepth; k0 += kInt8Block) {
    const int end = std::min(kDepth, k0 + kInt8Block);
    float top = 0;
    for (int k = k0; k < end; ++k) top = std::max(top, std::abs(x[k]));
    for (int k = k0; k < end; ++k)
      values[static_cast<std::size_t>(k)] =
          std::nearbyint(static_cast<double>(x[k] * (32512.0f / top))) *
          static_cast<double>(top / 32512.0f);
  }
  return values;
}

}  // namespace

class TestCpuProducts : public QObject {
  Q_OBJECT

 private slots:
  void everyPathMultiplies_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("storage");
    const char* names[] = {"f32", "bf16", "int8"};
    for (const std::string& path : cpuPaths())
      for (const Storage s : {Storage::F32, Storage::BF16, Storage::Int8})
        QTest::addRow("%s %s", path.c_str(), names[static_cast<int>(s)])
            << QString::fromStdString(path) << static_cast<int>(s);
  }
  void everyPathMultiplies() {
    QFETCH(QString, path);
    QFETCH(int, storage);
    qputenv("OUROSCOPE_CPU", path.toLatin1());
    const KernelTable& kernels = bestKernels();
    const auto s = static_cast<Storage>(storage);
    const OneMatrix weights;
    const TensorSpec matrix = oneMatrix();
    ThreadPool one(1), three(3);
    const PackedMatrix m = pack(weights, {&matrix}, Join::Stacked, kDepth, s, kernels, three);
    if (s != Storage::Int8)
      for (int n = 0; n < kColumns; n += 7)
        for (int k = n % 5; k < kDepth; k += 11)
          QCOMPARE(weightAt(m, kernels, n, k),
                   static_cast<double>(weights.values[static_cast<std::size_t>(n * kDepth + k)]));

    std::vector<float> x(std::size_t{kRows} * kDepth);
    std::uint32_t state = 11;
    for (float& v : x) v = noise(state);
    const bool rounds = kernels.roundedFor(s);
    const auto product = [&](int first, int rows, ThreadPool& pool) {
      Activations a(rows, m.kPadded);
      for (int r = 0; r < rows; ++r)
        a.put(kernels, s, r, 0, x.data() + std::ptrdiff_t{first + r} * kDepth, kDepth);
      const std::ptrdiff_t ld = m.columns() + 16;
      AlignedBuffer<float> c(static_cast<std::size_t>(rows * ld));
      multiply(m, a, rows, c.data(), ld, kernels, pool);
      std::vector<float> result;
      for (int r = 0; r < rows; ++r)
        result.insert(result.end(), c.data() + r * ld, c.data() + r * ld + kColumns);
      return result;
    };

    const std::vector<float> all = product(0, kRows, three);
    for (const int row : {0, 17, 31, 32, 255, 256, 299}) {
      const float* values = x.data() + std::ptrdiff_t{row} * kDepth;
      const std::vector<double> split = splitValues(values);
      for (int n = 0; n < kColumns; n += 3) {
        double sum = 0, size = 0;
        for (int k = 0; k < kDepth; ++k) {
          const double v =
              kernels.splitFor(s)
                  ? split[static_cast<std::size_t>(k)]
                  : static_cast<double>(rounds ? bf16ToFloat(floatToBf16(values[k])) : values[k]);
          const double term = v * weightAt(m, kernels, n, k);
          sum += term;
          size += std::abs(term);
        }
        const double got = static_cast<double>(all[static_cast<std::size_t>(row * kColumns + n)]);
        QVERIFY2(
            std::abs(got - sum) < 1e-6 * size,
            qPrintable(
                QStringLiteral("row %1 column %2: %3, not %4").arg(row).arg(n).arg(got).arg(sum)));
      }
    }

    // The same rows by themselves: one, less than a tile, a tile and more, two tiles, many.
    struct Part {
      int first, rows;
    };
    for (const Part part : {Part{5, 1}, Part{0, 3}, Part{40, 16}, Part{30, 23}, Part{64, 32},
                            Part{100, 70}, Part{0, 288}}) {
      const std::vector<float> some = product(part.first, part.rows, one);
      QVERIFY2(
          std::equal(some.begin(), some.end(), all.begin() + std::ptrdiff_t{part.first} * kColumns),
          qPrintable(QStringLiteral("rows %1 + %2").arg(part.first).arg(part.rows)));
    }
  }

  /// Whole numbers leave nothing to the order of sums: what splits its activations agrees.
  void splitPathsAgreeBitForBit() {
    constexpr int kFew = 9;
    std::vector<float> results[2];
    std::uint32_t state = 13;
    std::vector<float> x(std::size_t{kFew} * kDepth);
    for (float& v : x) v = noise(state);
    const OneMatrix weights;
    const TensorSpec matrix = oneMatrix();
    ThreadPool pool(2);
    const std::vector<std::string> here = cpuPaths();
    const char* const paths[] = {"amx", "avx512bf16"};
    for (int i = 0; i < 2; ++i) {
      if (std::find(here.begin(), here.end(), paths[i]) == here.end())
        QSKIP("This processor does not have both paths.");
      qputenv("OUROSCOPE_CPU", paths[i]);
      const KernelTable& kernels = bestKernels();
      QVERIFY(kernels.splitFor(Storage::Int8));
      const PackedMatrix m =
          pack(weights, {&matrix}, Join::Stacked, kDepth, Storage::Int8, kernels, pool);
      Activations a(kFew, m.kPadded);
      for (int r = 0; r < kFew; ++r)
        a.put(kernels, m.storage, r, 0, x.data() + std::ptrdiff_t{r} * kDepth, kDepth);
      results[i].resize(static_cast<std::size_t>(kFew * m.columns()));
      multiply(m, a, kFew, results[i].data(), m.columns(), kernels, pool);
    }
    QVERIFY(results[0] == results[1]);
  }
};

QTEST_GUILESS_MAIN(TestCpuProducts)
#include "tst_cpu_products.moc"
