// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>

#include "kernels/cuda/BatchAttention.cuh"
#include "kernels/cuda/CudaSequence.h"
#include "kernels/cuda/DecodeAttention.cuh"
#include "kernels/cuda/InsideRows.cuh"
#include "kernels/cuda/LoopInput.cuh"

using namespace ouroscope;
using namespace ouroscope::cuda;

namespace {

/// A buffer aligned and as long as the device's, filled with numbers of about unit size.
template <class T>
struct Aligned {
  T* data;
  std::size_t n;
  explicit Aligned(std::size_t count, unsigned seed = 0, float spread = 1) : n(count) {
    data = static_cast<T*>(::operator new (count * sizeof(T), std::align_val_t{256}));
    std::mt19937 random(seed);
    std::normal_distribution<float> normal(0, spread);
    for (std::size_t i = 0; i < n; ++i) {
      if constexpr (std::is_same_v<T, Bf16>)
        data[i] = toBf16(seed ? normal(random) : 0.0f);
      else if constexpr (std::is_arithmetic_v<T>)
        data[i] = static_cast<T>(seed ? normal(random) : 0.0f);
      else
        data[i] = T{};
    }
  }
  Aligned(const Aligned&) = delete;
  Aligned& operator=(const Aligned&) = delete;
  ~Aligned() { ::operator delete (data, std::align_val_t{256}); }
  T& operator[](std::size_t i) { return data[i]; }
};

double value(float v) {
  return static_cast<double>(v);
}
double value(Bf16 v) {
  return static_cast<double>(toFloat(v));
}

/// Fails with the place of the first wrong value.
#define NEAR(actual, expected, tolerance)                  \
  QVERIFY2(std::abs((actual) - (expected)) <= (tolerance), \
           qPrintable(QString("%1 instead of %2").arg(actual).arg(expected)))

void forAllOrders(const std::function<void()>& run) {
  for (const auto order :
       {hostcuda::Order::Forward, hostcuda::Order::Reverse, hostcuda::Order::Shuffled}) {
    hostcuda::setOrder(order, 5);
    run();
  }
  hostcuda::setOrder(hostcuda::Order::Forward);
}

template <class... P, class... A>
void runKernel(dim3 grid, int block, std::size_t shared, void (*kernel)(P...), const A&... a) {
  std::tuple<P...> values{static_cast<P>(a)...};
  hostcuda::runGrid(grid, dim3(static_cast<unsigned>(block)), shared,
                    [&] { std::apply(kernel, values); });
}

unsigned u(int n) {
  return static_cast<unsigned>(n);
}
std::size_t z(int n) {
  return static_cast<std::size_t>(n);
}

/// What bounds attention: the cap of scores and the window.
struct Bounds {
  float cap;
  int window;
};

/// By its tanh formula.
double gelu(double v) {
  return 0.5 * v * (1 + std::tanh(std::sqrt(2 / std::numbers::pi) * (v + 0.044715 * v * v * v)));
}

double cappedIn(double v, double cap) {
  return cap > 0 ? cap * std::tanh(v / cap) : v;
}

/// softmax(q k^T scale) v over keys [0, seen), in double; scores bounded by `cap`, and only the
/// last `window` keys, where these are not 0.
template <class T, class Q>
std::vector<double> attentionOf(const Q* q, double scale, const T* keys, const T* values, int seen,
                                int headDim, int width, double cap = 0, int window = 0) {
  std::vector<double> weight(z(seen)), out(z(headDim), 0.0);
  double top = -1e300, sum = 0;
  const int first = window > 0 ? std::max(0, seen - window) : 0;
  for (int j = first; j < seen; ++j) {
    double s = 0;
    for (int i = 0; i < headDim; ++i) s += value(q[i]) * value(keys[z(j) * z(width) + z(i)]);
    weight[z(j)] = cappedIn(s * scale, cap);
    top = std::max(top, weight[z(j)]);
  }
  for (int j = first; j < seen; ++j) sum += weight[z(j)] = std::exp(weight[z(j)] - top);
  for (int j = first; j < seen; ++j)
    for (int i = 0; i < headDim; ++i)
      out[z(i)] += weight[z(j)] / sum * value(values[z(j) * z(width) + z(i)]);
  return out;
}

}  // namespace

/// Every kernel of kernels/cuda on small shapes with odd ends, against its definition in double.
class TestCudaKernels : public QObject {
  Q_OBJECT

  template <class T>
  CacheView<T> cacheOf(Aligned<T>& data, int kvHeads, int capacity, int headDim) {
    return {data.data, kvHeads, capacity, headDim, Layout::pad(headDim)};
  }

 private slots:
  void normsAndResiduals_data() {
    QTest::addColumn<int>("d");
    for (const int d : {8, 51, 256, 2049}) QTest::addRow("d = %d", d) << d;
  }
  void normsAndResiduals() {
    QFETCH(int, d);
    const int stride = Layout::pad(d), rows = 3;
    const float eps = 1e-6f;
    forAllOrders([&] {
      Aligned<float> x(z(rows * stride), 1), norm(z(stride), 2), branchNorm(z(stride), 3),
          gateWeight(z(stride), 4, 0.1f), hidden(z(rows * stride)), gate(z(rows)), norms(z(rows)),
          readout(z(rows * stride));
      Aligned<Bf16> branch(z(rows * stride), 5), out(z(rows * stride));
      for (int r = 0; r < rows; ++r)
        for (int i = d; i < stride; ++i) {  // the padding is zero
          x[z(r * stride + i)] = 0;
          branch[z(r * stride + i)] = Bf16{0};
          norm[z(i)] = branchNorm[z(i)] = gateWeight[z(i)] = 0;
        }
      const std::vector<float> before(x.data, x.data + x.n);
      const auto rms = [&](const auto& at) {
        double sum = 0;
        for (int i = 0; i < d; ++i) sum += at(i) * at(i);
        return 1 / std::sqrt(sum / d + static_cast<double>(eps));
      };
      runKernel(dim3(u(rows)), kNormThreads, 0, &normRows<Bf16>, x.data, norm.data, eps, d, stride,
                out.data);
      for (int r = 0; r < rows; ++r) {
        const double s = rms([&](int i) { return value(before[z(r * stride + i)]); });
        for (int i = 0; i < stride; ++i) {
          const double expected = value(before[z(r * stride + i)]) * s * value(norm[z(i)]);
          NEAR(value(out[z(r * stride + i)]), expected, 1e-6 + 0.005 * std::abs(expected));
        }
      }
      // A branch joins, then the loop ends.
      const Join join{nullptr, branchNorm.data, nullptr};
      runKernel(dim3(u(rows)), kNormThreads, 0, &joinRows<Bf16>, join, branch.data, x.data, x.data,
                norm.data, eps, d, stride, out.data);
      Aligned<float> y(x.n), state(x.n);
      std::copy(x.data, x.data + x.n, y.data);
      std::copy(x.data, x.data + x.n, state.data);
      const LoopClose close{norm.data, norm.data, gateWeight.data, 0.25f, eps, d, stride};
      runKernel(dim3(u(rows)), kNormThreads, 0, &closeRows<>, close, y.data,
                LoopPlace{hidden.data, readout.data, gate.data, norms.data});
      for (int r = 0; r < rows; ++r) {
        const double b = rms([&](int i) { return value(branch[z(r * stride + i)]); });
        const auto added = [&](int i) {
          return value(before[z(r * stride + i)]) +
                 value(branch[z(r * stride + i)]) * b * value(branchNorm[z(i)]);
        };
        const double s = rms(added);
        const double again =
            rms([&](int i) { return added(i) * s * value(norm[z(i)]); });  // of the readout
        double g = 0.25, squared = 0;
        for (int i = 0; i < stride; ++i) {
          squared += added(i) * added(i);
          const double expected = added(i) * s * value(norm[z(i)]);
          g += expected * value(gateWeight[z(i)]);
          NEAR(value(x[z(r * stride + i)]), added(i), 1e-5);
          NEAR(value(state[z(r * stride + i)]), added(i), 1e-5);
          NEAR(value(out[z(r * stride + i)]), expected, 1e-5 + 0.005 * std::abs(expected));
          NEAR(value(hidden[z(r * stride + i)]), expected, 1e-5);
          NEAR(value(y[z(r * stride + i)]), expected, 1e-5);
          NEAR(value(readout[z(r * stride + i)]), expected * again * value(norm[z(i)]), 1e-5);
        }
        NEAR(value(gate[z(r)]), g, 1e-4);
        NEAR(value(norms[z(r)]), std::sqrt(squared), 1e-4);
      }
    });
  }

  /// Biases, norms of the sum, branches without a norm, loops that end without norm and gate.
  void whatOtherFamiliesJoin() {
    const int d = 51, stride = Layout::pad(d), rows = 3;
    const float eps = 1e-5f;
    const auto padded = [&](Aligned<float>& v, int count) {
      for (int r = 0; r < count; ++r)
        for (int i = d; i < stride; ++i) v[z(r * stride + i)] = 0;
    };
    Aligned<float> from(z(rows * stride), 1), branch(z(rows * stride), 2), bias(z(stride), 3),
        branchNorm(z(stride), 4), sumNorm(z(stride), 5), norm(z(stride), 6);
    padded(from, rows);
    padded(branch, rows);
    for (auto* v : {&bias, &branchNorm, &sumNorm, &norm}) padded(*v, 1);
    forAllOrders([&] {
      for (int which = 0; which < 16; ++which) {
        const Join join{which & 1 ? bias.data : nullptr, which & 2 ? branchNorm.data : nullptr,
                        which & 4 ? sumNorm.data : nullptr};
        const float* after = which & 8 ? norm.data : nullptr;
        Aligned<float> x(from.n), out(from.n), hidden(from.n), gate(z(rows)), norms(z(rows));
        runKernel(dim3(u(rows)), kNormThreads, 0, &joinRows<float>, join, branch.data, from.data,
                  x.data, after, eps, d, stride, out.data);
        Aligned<float> y(x.n);
        std::copy(x.data, x.data + x.n, y.data);
        runKernel(dim3(u(rows)), kNormThreads, 0, &closeRows<>,
                  LoopClose{nullptr, nullptr, nullptr, 0, eps, d, stride}, y.data,
                  LoopPlace{hidden.data, nullptr, gate.data, norms.data});
        for (int r = 0; r < rows; ++r) {
          std::vector<double> b(z(d)), sum(z(d));
          const auto normed = [&](std::vector<double>& v, Aligned<float>& weight) {
            double squares = 0;
            for (const double e : v) squares += e * e;
            const double scale = 1 / std::sqrt(squares / d + value(eps));
            for (int i = 0; i < d; ++i) v[z(i)] *= scale * value(weight[z(i)]);
          };
          for (int i = 0; i < d; ++i)
            b[z(i)] = value(branch[z(r * stride + i)]) + (which & 1 ? value(bias[z(i)]) : 0);
          if (which & 2) normed(b, branchNorm);
          for (int i = 0; i < d; ++i) sum[z(i)] = value(from[z(r * stride + i)]) + b[z(i)];
          if (which & 4) normed(sum, sumNorm);
          double squares = 0;
          for (int i = 0; i < d; ++i) {
            NEAR(value(x[z(r * stride + i)]), sum[z(i)], 1e-5);
            QCOMPARE(hidden[z(r * stride + i)], x[z(r * stride + i)]);
            squares += sum[z(i)] * sum[z(i)];
          }
          QVERIFY(std::isnan(gate[z(r)]));
          NEAR(value(norms[z(r)]), std::sqrt(squares), 1e-5);
          if (which & 8) normed(sum, norm);
          for (int i = 0; i < d; ++i) NEAR(value(out[z(r * stride + i)]), sum[z(i)], 1e-5);
        }
      }
    });
  }

  void statesMoveByTheStepRules() {
    const int d = 13, stride = 16, rows = 2, loops = 3;
    Aligned<float> before(z(rows * stride), 1), g(z(rows * stride), 2), firsts(z(rows * stride), 3);
    forAllOrders([&] {
      for (int loop = 0; loop < loops; ++loop)
        for (const bool anchored : {false, true}) {
          Aligned<float> x(g.n), first(g.n);
          std::copy(g.data, g.data + g.n, x.data);
          std::copy(firsts.data, firsts.data + g.n, first.data);
          const DecodeState state{0, loop, 0};
          runKernel(
              dim3(u(rows)), kNormThreads, 0, &applyStep<>,
              StepRow{before.data, anchored ? first.data : nullptr, 0.25f, 0.5f, loops, stride},
              anchored ? &state : nullptr, loop, x.data);
          for (std::size_t i = 0; i < g.n; ++i) {
            double v = value(before[i]) + 0.25 * (value(g[i]) - value(before[i]));
            const double one = value(loop == 0 ? g[i] : firsts[i]);
            if (anchored && loop == loops - 1) v += 0.5 * (one - v);
            NEAR(value(x[i]), v, 1e-6);
            QCOMPARE(first[i], anchored && loop == 0 ? g[i] : firsts[i]);
          }
        }
      Aligned<Bf16> mixed(z(rows * 32));
      runKernel(dim3(u(rows)), kNormThreads, 0, &mixRows<Bf16>, before.data, g.data, d, stride, 32,
                mixed.data);
      for (int r = 0; r < rows; ++r)
        for (int i = 0; i < 32; ++i) {
          const float from = i < d       ? before[z(r * stride + i)]
                             : i < 2 * d ? g[z(r * stride + i - d)]
                                         : 0.0f;
          QCOMPARE(mixed[z(r * 32 + i)].bits, toBf16(from).bits);
        }
      // The noise is the program's own.
      Aligned<float> noise(z(rows * stride), 4);
      runKernel(dim3(u(rows)), 32, 0, &noiseRows<>, std::uint64_t{77}, 1000, 0.6, d, stride,
                noise.data);
      for (int r = 0; r < rows; ++r)
        for (int i = 0; i < stride; ++i)
          QCOMPARE(noise[z(r * stride + i)],
                   i < d ? static_cast<float>(0.6 * startNoise(77, 1000 + r, i)) : 0.0f);
    });
  }

  void stepsBetweenLoops() {
    const int d = 51, stride = Layout::pad(d), rows = 4;
    Aligned<float> now(z(rows * stride), 1), before(z(rows * stride), 2), norm(z(rows)),
        step(z(rows)), cosine(z(rows));
    for (int r = 0; r < rows; ++r)
      for (int i = d; i < stride; ++i) now[z(r * stride + i)] = before[z(r * stride + i)] = 0;
    forAllOrders([&] {
      runKernel(dim3(u(rows)), kNormThreads, 0, &stepRows<>, now.data, before.data, stride,
                norm.data, step.data, cosine.data);
      for (int r = 0; r < rows; ++r) {
        double a = 0, b = 0, ab = 0, delta = 0;
        for (int i = 0; i < d; ++i) {
          const double v = value(now[z(r * stride + i)]), w = value(before[z(r * stride + i)]);
          a += v * v;
          b += w * w;
          ab += v * w;
          delta += (v - w) * (v - w);
        }
        NEAR(value(norm[z(r)]), std::sqrt(a), 1e-5);
        NEAR(value(step[z(r)]), std::sqrt(delta), 1e-5);
        NEAR(value(cosine[z(r)]), ab / std::sqrt(a * b), 1e-5);
      }
      runKernel(dim3(u(rows)), kNormThreads, 0, &stepRows<>, now.data,
                static_cast<const float*>(nullptr), stride, norm.data, step.data, cosine.data);
      QVERIFY(std::isnan(step[0]) && std::isnan(cosine[3]) && norm[1] > 0);
    });
  }

 private:
  /// The weights of one position: of all keys up to its own, and within a window, capped.
  template <class T>
  void weightsOfOnePosition(double tolerance) {
    const int heads = 6, kvHeads = 2, headDim = 18, capacity = 45, width = Layout::pad(headDim);
    const float scale = 0.4f;
    Aligned<T> keys(z(3 * 2 * kvHeads * capacity * width), 3), q(z(heads * headDim), 4);
    const auto cache = cacheOf(keys, kvHeads, capacity, headDim);
    forAllOrders([&] {
      for (const int position : {0, 1, 31, 44})
        for (const Bounds bounds : {Bounds{0, 0}, Bounds{1.5f, 7}}) {
          const int seen = position + 1;
          Aligned<float> out(z(heads * seen), 9);
          runKernel(dim3(u(heads)), kInsideThreads, 0, &attentionWeights<T>,
                    AttendingRow<T>{q.data, position, heads, 1, bounds.window, scale, bounds.cap,
                                    cache, out.data});
          const int first = bounds.window > 0 ? std::max(0, seen - bounds.window) : 0;
          for (int h = 0; h < heads; ++h) {
            std::vector<double> expected(z(seen));
            double sum = 0;
            for (int j = first; j < seen; ++j) {
              double score = 0;
              for (int i = 0; i < headDim; ++i)
                score += value(q[z(h * headDim + i)]) *
                         value(cache.at(1, 0, h / (heads / kvHeads))[j * width + i]);
              sum += expected[z(j)] = std::exp(cappedIn(score * value(scale), value(bounds.cap)));
            }
            for (int j = 0; j < seen; ++j)
              NEAR(value(out[z(h * seen + j)]), expected[z(j)] / sum, tolerance);
          }
        }
    });
  }

 private slots:
  void attentionOfOnePositionIsShown() {
    weightsOfOnePosition<float>(1e-5);
    weightsOfOnePosition<Bf16>(1e-5);
  }

  void mapsEndWithTheirBias() {
    const int d = 11, width = Layout::pad(d), rows = 3;
    Aligned<float> bias(z(d), 2);
    forAllOrders([&] {
      Aligned<float> states(z(rows * width), 5);
      const std::vector<float> before(states.data, states.data + states.n);
      runKernel(dim3(u(rows)), kInsideThreads, 0, &finishMapped<>,
                static_cast<const float*>(nullptr), true, d, width, states.data);
      for (int i = 0; i < width; ++i)
        QCOMPARE(states[z(width + i)], i < d ? before[z(width + i)] : 0.0f);
      runKernel(dim3(u(rows)), kInsideThreads, 0, &finishMapped<>,
                static_cast<const float*>(bias.data), true, d, width, states.data);
      for (int i = 0; i < width; ++i)
        QCOMPARE(states[z(2 * width + i)], i < d ? before[z(2 * width + i)] + bias[z(i)] : 0.0f);
      runKernel(dim3(u(rows)), kInsideThreads, 0, &finishMapped<>,
                static_cast<const float*>(nullptr), false, d, width, states.data);
      for (int i = 0; i < width; ++i) QCOMPARE(std::isnan(states[z(i)]), i < d);
    });
  }

  void turnsKeysAndCopiesSlots() {
    const int heads = 4, kvHeads = 2, headDim = 10, capacity = 9, loops = 3, layers = 2, rows = 4;
    const int width = Layout::pad(headDim), half = headDim / 2, first = 3;
    const int stride = Layout::pad((heads + 2 * kvHeads) * headDim);
    Aligned<float> frequency(z(half));
    for (int k = 0; k < half; ++k)
      frequency[z(k)] = static_cast<float>(std::pow(10000.0, -2.0 * k / headDim));
    Aligned<float2> table(z(capacity * half));
    runKernel(dim3(1), 256, 0, &turnTable<>, frequency.data, 1.0, capacity, half, table.data);
    forAllOrders([&] {
      Aligned<float> qkv(z(rows * stride), 7);
      const std::vector<float> before(qkv.data, qkv.data + qkv.n);
      Aligned<float> data(z(loops * layers * 2 * kvHeads * capacity * width));
      const auto cache = cacheOf(data, kvHeads, capacity, headDim);
      runKernel(dim3(u(rows)), 256, 0, &turnAndStore<float, float>, qkv.data, stride, heads,
                HeadPrep{}, table.data, first, layers + 1, true, cache);
      for (int r = 0; r < rows; ++r)
        for (int h = 0; h < heads + kvHeads; ++h)
          for (int k = 0; k < half; ++k) {
            const double angle = (first + r) * value(frequency[z(k)]);
            const double a = value(before[z(r * stride + h * headDim + k)]),
                         b = value(before[z(r * stride + h * headDim + half + k)]);
            const double x = a * std::cos(angle) - b * std::sin(angle),
                         y = b * std::cos(angle) + a * std::sin(angle);
            const float* at = h < heads ? &qkv[z(r * stride + h * headDim)]
                                        : cache.at(layers + 1, 0, h - heads) + (first + r) * width;
            NEAR(value(at[k]), x, 1e-5);
            NEAR(value(at[k + half]), y, 1e-5);
            if (h < kvHeads)
              QCOMPARE(cache.at(layers + 1, 1, h)[(first + r) * width + k],
                       before[z(r * stride + (heads + kvHeads + h) * headDim + k)]);
          }
      // Nothing else was written, paddings included.
      int written = 0;
      for (std::size_t i = 0; i < data.n; ++i) written += data[i] != 0;
      QCOMPARE(written, rows * 2 * kvHeads * headDim);

      Aligned<float> filled(data.n, 8);
      const std::vector<float> old(filled.data, filled.data + filled.n);
      const auto view = cacheOf(filled, kvHeads, capacity, headDim);
      const LoopedSlots core{0, layers, loops};
      const std::int32_t depth[] = {1, 2, 3};
      for (const bool shallower : {false, true}) {
        std::copy(old.begin(), old.end(), filled.data);
        runKernel(dim3(u(3 * layers * 2 * kvHeads)), 64, 0, &fillSlots<float>, view, core, 2, depth,
                  shallower);
        for (int loop = 0; loop < loops; ++loop)
          for (int layer = 0; layer < layers; ++layer)
            for (int part = 0; part < 2; ++part)
              for (int h = 0; h < kvHeads; ++h)
                for (int p = 0; p < capacity; ++p)
                  for (int i = 0; i < width; ++i) {
                    int from = loop;  // whose value must be there
                    if (p >= 2 && p < 5 && i < headDim && (shallower || loop >= depth[p - 2]))
                      from = depth[p - 2] - 1;
                    const auto at = [&](int l) {
                      return view.at(l * layers + layer, part, h) + p * width + i;
                    };
                    QCOMPARE(*at(loop), old[z(static_cast<int>(at(from) - filled.data))]);
                  }
      }
    });
  }

  /// Biases, norms of heads or of the whole width, and layers that are not rotated; in a batch and
  /// for one decoded position.
  void headsArePrepared_data() {
    QTest::addColumn<int>("norm");  // 0 none, 1 per head, 2 whole
    QTest::addColumn<bool>("rotated");
    for (int norm = 0; norm < 3; ++norm)
      for (const bool rotated : {false, true})
        QTest::addRow("norm %d, %s", norm, rotated ? "rotated" : "not rotated") << norm << rotated;
  }
  void headsArePrepared() {
    QFETCH(int, norm);
    QFETCH(bool, rotated);
    const int heads = 4, kvHeads = 2, headDim = 10, half = 5, capacity = 6, rows = 3, first = 2;
    const int width = Layout::pad(headDim), count = (heads + 2 * kvHeads) * headDim,
              stride = Layout::pad(count), queries = heads * headDim, kv = kvHeads * headDim;
    Aligned<float> bias(z(stride), 1), queryNorm(z(queries), 2), keyNorm(z(kv), 3);
    Aligned<float2> table(z(capacity * half));
    for (std::size_t i = 0; i < table.n; ++i)
      table[i] = float2{std::cos(static_cast<float>(i)), std::sin(static_cast<float>(i))};
    const HeadPrep prep{bias.data, norm > 0 ? queryNorm.data : nullptr,
                        norm > 0 ? keyNorm.data : nullptr, norm == 2, 1e-5f};
    const float2* turns = rotated ? table.data : nullptr;
    Aligned<float> input(z(rows * stride), 4);
    // Number i of head h of row r, in double: before the rotation, then after it.
    const auto prepared = [&](int r, int h, int i) {
      const auto biased = [&](int at) {
        return value(input[z(r * stride + at)]) + value(bias[z(at)]);
      };
      const int at = h * headDim + i;
      if (norm == 0 || h >= heads + kvHeads) return biased(at);
      const bool key = h >= heads;
      const int from = norm == 1 ? h * headDim : key ? queries : 0;
      const int n = norm == 1 ? headDim : key ? kv : queries;
      double squares = 0;
      for (int k = 0; k < n; ++k) squares += biased(from + k) * biased(from + k);
      auto& weight = key ? keyNorm : queryNorm;
      return biased(at) / std::sqrt(squares / n + 1e-5) * value(weight[z(at - from)]);
    };
    const auto turned = [&](int r, int h, int i) {
      if (!rotated || h >= heads + kvHeads) return prepared(r, h, i);
      const float2 t = table[z((first + r) * half + i % half)];
      return i < half ? prepared(r, h, i) * value(t.x) - prepared(r, h, i + half) * value(t.y)
                      : prepared(r, h, i) * value(t.x) + prepared(r, h, i - half) * value(t.y);
    };
    forAllOrders([&] {
      Aligned<float> qkv(input.n), data(z(2 * kvHeads * capacity * width));
      std::copy(input.data, input.data + input.n, qkv.data);
      const auto cache = cacheOf(data, kvHeads, capacity, headDim);
      runKernel(dim3(u(rows)), 256, z(turnScales(prep, heads, kvHeads)) * sizeof(float),
                &turnAndStore<float, float>, qkv.data, stride, heads, prep, turns, first, 0, true,
                cache);
      for (int r = 0; r < rows; ++r)
        for (int h = 0; h < heads + 2 * kvHeads; ++h)
          for (int i = 0; i < headDim; ++i) {
            const int own = h < heads ? 0 : (h - heads) % kvHeads;
            const float* at =
                h < heads ? &qkv[z(r * stride + h * headDim)]
                          : cache.at(0, h < heads + kvHeads ? 0 : 1, own) + (first + r) * width;
            NEAR(value(at[i]), turned(r, h, i), 1e-5);
          }
      // The last row once more, as a decoded token.
      const int r = rows - 1, splits = 2;
      const DecodeState state{first + r, 0, 0};
      Aligned<float> partial(z(heads * splits * (width + 2))), attended(z(queries)), again(data.n);
      std::copy(data.data, data.data + data.n, again.data);
      const auto decoded = cacheOf(again, kvHeads, capacity, headDim);
      for (int part = 0; part < 2; ++part)
        for (int h = 0; h < kvHeads; ++h)
          std::fill_n(decoded.at(0, part, h) + (first + r) * width, headDim, NAN);
      Aligned<std::int32_t> arrived(z(heads));
      const Bounds bounds{2, 4};
      const DecodeAttentionArgs<float> args{&state,
                                            input.data + r * stride,
                                            prep,
                                            turns,
                                            decoded,
                                            heads,
                                            0,
                                            1,
                                            false,
                                            splits,
                                            bounds.window,
                                            0.7f,
                                            bounds.cap,
                                            partial.data,
                                            arrived.data,
                                            attended.data};
      runKernel(dim3(u(heads), u(splits)), kDecodeThreads, 0, &decodeAttention<float>, args);
      for (int h = 0; h < heads; ++h) {
        std::vector<double> q(z(headDim));
        for (int i = 0; i < headDim; ++i) q[z(i)] = turned(r, h, i);
        const auto expected =
            attentionOf(q.data(), value(0.7f), cache.at(0, 0, h / 2), cache.at(0, 1, h / 2),
                        first + r + 1, headDim, width, value(bounds.cap), bounds.window);
        for (int i = 0; i < headDim; ++i)
          NEAR(value(attended[z(h * headDim + i)]), expected[z(i)], 2e-5);
      }
      for (std::size_t i = 0; i < data.n; ++i) NEAR(value(again[i]), value(data[i]), 1e-5);
    });
  }

  void flashAttentionOnTensorCores_data() {
    QTest::addColumn<int>("headDim");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("past");
    QTest::newRow("one query, no past") << 16 << 1 << 0;
    QTest::newRow("odd head, ends inside tiles") << 18 << 67 << 13;
    QTest::newRow("64 wide, exact tiles") << 64 << 64 << 64;
    QTest::newRow("128 wide, two tiles of queries") << 128 << 70 << 59;
    QTest::newRow("200 wide in 256") << 200 << 20 << 45;
  }
  void flashAttentionOnTensorCores() {
    QFETCH(int, headDim);
    QFETCH(int, rows);
    QFETCH(int, past);
    const int heads = 4, kvHeads = 2, capacity = past + rows + 3, width = Layout::pad(headDim);
    const int strideQ = Layout::pad((heads + 2 * kvHeads) * headDim),
              strideOut = Layout::pad(heads * headDim);
    Aligned<Bf16> q(z(rows * strideQ), 1), data(z(2 * 2 * kvHeads * capacity * width), 2);
    const auto cache = cacheOf(data, kvHeads, capacity, headDim);
    for (int loop = 0; loop < 2; ++loop)
      for (int part = 0; part < 2; ++part)
        for (int h = 0; h < kvHeads; ++h)
          for (int p = 0; p < capacity; ++p)
            for (int i = 0; i < width; ++i)
              if (p >= past + rows)  // must not be read: it would show
                cache.at(loop, part, h)[p * width + i] = Bf16{0x7fc0};
              else if (i >= headDim)
                cache.at(loop, part, h)[p * width + i] = Bf16{0};
    const float scale = 1 / std::sqrt(static_cast<float>(headDim));
    for (const Bounds& bounds : {Bounds{0, 0}, Bounds{0.8f, 21}})
      forAllOrders([&] {
        Aligned<Bf16> out(z(rows * strideOut));
        const AttentionArgs<Bf16, Bf16> args{q.data,     strideQ, rows,          past,
                                             heads,      1,       bounds.window, scale,
                                             bounds.cap, cache,   out.data,      strideOut};
        const dim3 grid(u((rows + kQueryTile - 1) / kQueryTile), u(heads));
        if (headDim <= 32)
          runKernel(grid, kFlashThreads, z(kFlashShared<32>), &flashAttention<32>, args);
        else if (headDim <= 64)
          runKernel(grid, kFlashThreads, z(kFlashShared<64>), &flashAttention<64>, args);
        else if (headDim <= 128)
          runKernel(grid, kFlashThreads, z(kFlashShared<128>), &flashAttention<128>, args);
        else
          runKernel(grid, kFlashThreads, z(kFlashShared<256>), &flashAttention<256>, args);
        double error = 0, size = 0;
        for (int r = 0; r < rows; ++r)
          for (int h = 0; h < heads; ++h) {
            const auto expected =
                attentionOf(&q[z(r * strideQ + h * headDim)], value(scale), cache.at(1, 0, h / 2),
                            cache.at(1, 1, h / 2), past + r + 1, headDim, width, value(bounds.cap),
                            bounds.window);
            for (int i = 0; i < headDim; ++i) {
              const double got = value(out[z(r * strideOut + h * headDim + i)]);
              // Weights and result are rounded to bf16.
              NEAR(got, expected[z(i)], 0.02);
              error += std::pow(got - expected[z(i)], 2);
              size += std::pow(expected[z(i)], 2);
            }
          }
        QVERIFY2(std::sqrt(error / size) < 4e-3,
                 qPrintable(QString::number(std::sqrt(error / size))));
      });
  }

  void plainAttentionOfBatches() {
    const int headDim = 42, heads = 2, kvHeads = 1, rows = 37, past = 5;
    const int capacity = 50, width = Layout::pad(headDim);
    const int stride = Layout::pad(heads * headDim);
    Aligned<float> q(z(rows * stride), 1), data(z(2 * capacity * width), 2);
    const auto cache = cacheOf(data, kvHeads, capacity, headDim);
    for (int part = 0; part < 2; ++part)
      for (int p = 0; p < capacity; ++p)
        for (int i = 0; i < width; ++i)
          if (p >= past + rows)
            cache.at(0, part, 0)[p * width + i] = NAN;
          else if (i >= headDim)
            cache.at(0, part, 0)[p * width + i] = 0;
    for (const Bounds& bounds : {Bounds{0, 0}, Bounds{0.8f, 21}})
      forAllOrders([&] {
        Aligned<float> out(z(rows * stride));
        const AttentionArgs<float, float> args{q.data,     stride, rows,          past,
                                               heads,      0,      bounds.window, 0.3f,
                                               bounds.cap, cache,  out.data,      stride};
        runKernel(dim3(u((rows + 3) / 4), u(heads)), kPlainThreads, z(plainAttentionShared(width)),
                  &plainAttention<float, float>, args);
        for (int r = 0; r < rows; ++r)
          for (int h = 0; h < heads; ++h) {
            const auto expected = attentionOf(&q[z(r * stride + h * headDim)], 0.3f,
                                              cache.at(0, 0, 0), cache.at(0, 1, 0), past + r + 1,
                                              headDim, width, value(bounds.cap), bounds.window);
            for (int i = 0; i < headDim; ++i)
              NEAR(value(out[z(r * stride + h * headDim + i)]), expected[z(i)], 1e-5);
          }
      });
  }

  void decodeAttentionJoinsSplits_data() {
    QTest::addColumn<int>("headDim");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("splits");
    QTest::newRow("first token") << 12 << 0 << 3;
    QTest::newRow("fewer keys than splits") << 128 << 2 << 5;
    QTest::newRow("one split") << 64 << 97 << 1;
    QTest::newRow("several splits, odd head") << 18 << 301 << 4;
    QTest::newRow("widest head") << 256 << 75 << 2;
  }
  void decodeAttentionJoinsSplits() {
    QFETCH(int, headDim);
    QFETCH(int, position);
    QFETCH(int, splits);
    const int heads = 4, kvHeads = 2, capacity = position + 2, width = Layout::pad(headDim),
              half = headDim / 2;
    Aligned<float2> table(z(capacity * half));
    for (std::size_t i = 0; i < table.n; ++i)
      table[i] = float2{std::cos(static_cast<float>(i)), std::sin(static_cast<float>(i))};
    Aligned<float> qkv(z((heads + 2 * kvHeads) * headDim), 3);
    forAllOrders([&] {
      Aligned<Bf16> data(z(2 * 2 * kvHeads * capacity * width), 4);
      const auto cache = cacheOf(data, kvHeads, capacity, headDim);
      for (int part = 0; part < 2; ++part)
        for (int h = 0; h < kvHeads; ++h)
          for (int p = 0; p < capacity; ++p)
            for (int i = 0; i < width; ++i)
              if (i >= headDim)
                cache.at(1, part, h)[p * width + i] = Bf16{0};
              else if (p >= position)
                cache.at(1, part, h)[p * width + i] = Bf16{0x7fc0};
      const DecodeState state{position, 1, 0};
      const int window = position > 80 ? 40 : 0;
      Aligned<float> partial(z(heads * splits * (width + 2))), attended(z(heads * headDim));
      Aligned<std::int32_t> arrived(z(heads));
      const DecodeAttentionArgs<Bf16> args{
          &state,       qkv.data, HeadPrep{}, table.data,   cache,
          heads,        0,        1,          false,        splits,
          window,       0.21f,    0,          partial.data, arrived.data,
          attended.data};
      for (int again = 0; again < 2; ++again) {  // the counters must come back to zero
        runKernel(dim3(u(heads), u(splits)), kDecodeThreads, 0, &decodeAttention<Bf16>, args);
        for (int h = 0; h < heads; ++h) {
          std::vector<float> q(z(headDim));
          const auto turned = [&](const float* from, int i) {
            const float2 t = table[z(position * half + i % half)];
            return i < half ? from[i] * t.x - from[i + half] * t.y
                            : from[i] * t.x + from[i - half] * t.y;
          };
          const float* key = &qkv[z((heads + h / 2) * headDim)];
          for (int i = 0; i < headDim; ++i) {
            q[z(i)] = turned(&qkv[z(h * headDim)], i);
            QCOMPARE(cache.at(1, 0, h / 2)[position * width + i].bits, toBf16(turned(key, i)).bits);
          }
          const auto expected =
              attentionOf(q.data(), value(0.21f), cache.at(1, 0, h / 2), cache.at(1, 1, h / 2),
                          position + 1, headDim, width, 0, window);
          for (int i = 0; i < headDim; ++i)
            NEAR(value(attended[z(h * headDim + i)]), expected[z(i)], 2e-5);
        }
      }
    });
  }

  void streamedProducts_data() {
    QTest::addColumn<int>("inputs");
    QTest::addColumn<int>("outputs");
    QTest::newRow("tiny") << 8 << 5;
    QTest::newRow("less than a piece") << 1000 << 33;
    QTest::newRow("several pieces with a rest") << 5640 << 17;
  }
  void streamedProducts() {
    QFETCH(int, inputs);
    QFETCH(int, outputs);
    const auto check = [&](auto type) {
      using T = decltype(type);
      const int rows = Layout::pad(outputs), blocks = (rows + kProductRows - 1) / kProductRows;
      Aligned<T> w(z(2 * rows * inputs), 1, 0.05f);
      Aligned<float> x(z(inputs), 2), branch(z(inputs), 3), branchNorm(z(inputs), 4),
          norm(z(inputs), 5), bias(z(inputs), 8), sumNorm(z(inputs), 9), gateBias(z(2 * rows), 10),
          xOut(z(inputs)), y(z(rows));
      const float eps = 1e-6f;
      const auto dotRow = [&](int row, const std::vector<double>& input) {
        double sum = 0;
        for (int i = 0; i < inputs; ++i) sum += value(w[z(row) * z(inputs) + z(i)]) * input[z(i)];
        return sum;
      };
      std::vector<double> plain(x.data, x.data + inputs);
      runKernel(dim3(u(blocks)), kProductThreads, 0, &plainProduct<T>, x.data, inputs, w.data, rows,
                y.data);
      for (int r = 0; r < rows; ++r) NEAR(value(y[z(r)]), dotRow(r, plain), 1e-4);

      // Nothing to join; as Ouro's layers join; with all that others have; without a norm after it.
      for (int which = 0; which < 4; ++which) {
        const bool added = which > 0, more = which > 1;
        const Join join{more ? bias.data : nullptr, which == 3 ? nullptr : branchNorm.data,
                        more ? sumNorm.data : nullptr};
        const float* after = which == 3 ? nullptr : norm.data;
        std::vector<double> u64 = plain;
        const auto normed = [&](std::vector<double>& v, const float* weight) {
          double sum = 0;
          for (const double e : v) sum += e * e;
          const double scale = 1 / std::sqrt(sum / inputs + static_cast<double>(eps));
          for (int i = 0; weight && i < inputs; ++i) v[z(i)] *= scale * value(weight[i]);
        };
        if (added) {
          std::vector<double> b(branch.data, branch.data + inputs);
          for (int i = 0; more && i < inputs; ++i) b[z(i)] += value(bias[z(i)]);
          normed(b, join.branchNorm);
          for (int i = 0; i < inputs; ++i) u64[z(i)] += b[z(i)];
          normed(u64, join.sumNorm);
        }
        const std::vector<double> newX = u64;
        normed(u64, after);
        const NormedInput in{
            x.data, added ? branch.data : nullptr, join, after, xOut.data, eps, inputs, inputs};
        runKernel(dim3(u(blocks)), kProductThreads, z(inputs) * sizeof(float), &normedProduct<T>,
                  in, w.data, rows, y.data);
        for (int r = 0; r < rows; ++r) NEAR(value(y[z(r)]), dotRow(r, u64), 1e-4);
        if (added)
          for (int i = 0; i < inputs; ++i) NEAR(value(xOut[z(i)]), newX[z(i)], 1e-5);
        runKernel(dim3(u(blocks)), kProductThreads, z(inputs) * sizeof(float), &normedGating<T>, in,
                  w.data, Gating{more ? gateBias.data : nullptr, which == 3}, rows, y.data);
        for (int r = 0; r < rows; ++r) {
          const double g = dotRow(r, u64) + (more ? value(gateBias[z(r)]) : 0),
                       up = dotRow(rows + r, u64) + (more ? value(gateBias[z(rows + r)]) : 0);
          NEAR(value(y[z(r)]), (which == 3 ? gelu(g) : g / (1 + std::exp(-g))) * up, 2e-4);
        }
      }
      // The head: any number of states gives the same bits.
      Aligned<float> states(z(5 * inputs), 6), one(z(5 * 40)), all(z(5 * 40));
      const int tokens = outputs, first = 1;
      for (int r = 0; r < 5; ++r)
        runKernel(dim3(u((tokens + 31) / 32)), kProductThreads, 0, &headProduct<T, 1>, w.data,
                  inputs, first, tokens, states.data + r * inputs, 1, one.data + r * 40, 40);
      runKernel(dim3(u((tokens + 31) / 32)), kProductThreads, 0, &headProduct<T, 8>, w.data, inputs,
                first, tokens, states.data, 5, all.data, 40);
      for (int r = 0; r < 5; ++r) {
        const std::vector<double> state(states.data + r * inputs, states.data + (r + 1) * inputs);
        for (int v = 0; v < tokens; ++v) {
          QCOMPARE(one[z(r * 40 + v)], all[z(r * 40 + v)]);
          NEAR(value(all[z(r * 40 + v)]), dotRow(first + v, state), 2e-4);
        }
      }
    };
    forAllOrders([&] {
      check(Bf16{});
      check(0.0f);
    });
  }

  void gating() {
    const int stride = 24, rows = 5;
    Aligned<Bf16> gateUp(z(rows * 2 * stride), 1), out(z(rows * stride));
    Aligned<float> bias(z(2 * stride), 2);
    for (int which = 0; which < 4; ++which) {
      const bool biased = which % 2 == 1, geluInstead = which > 1;
      runKernel(dim3(1, u(rows)), kNormThreads, 0, &gateRows<Bf16>, gateUp.data,
                Gating{biased ? bias.data : nullptr, geluInstead}, stride, out.data);
      for (int r = 0; r < rows; ++r)
        for (int i = 0; i < stride; ++i) {
          const double g = value(gateUp[z(r * 2 * stride + i)]) + (biased ? value(bias[z(i)]) : 0),
                       up = value(gateUp[z(r * 2 * stride + stride + i)]) +
                            (biased ? value(bias[z(stride + i)]) : 0);
          const double expected = (geluInstead ? gelu(g) : g / (1 + std::exp(-g))) * up;
          NEAR(value(out[z(r * stride + i)]), expected, 1e-6 + 0.005 * std::abs(expected));
        }
    }
  }

  /// What makes the rest of this file worth something: the pretended GPU finds wrong kernels.
  void thePretendedGpuFindsErrors() {
    const auto fails = [](const char* phrase, int threads, void (*kernel)()) {
      try {
        hostcuda::runGrid(dim3(1), dim3(u(threads)), 64, kernel);
      } catch (const std::logic_error& error) {
        return std::string(error.what()).find(phrase) != std::string::npos;
      }
      return false;
    };
    QVERIFY(fails("not reached by all", 64, [] {
      if (threadIdx.x < 40) __syncthreads();
    }));
    QVERIFY(fails("not reached by all", 32, [] {
      if (threadIdx.x < 31) (void)warpSum(1.0f);
    }));
    QVERIFY(fails("different operations", 32, [] {
      if (threadIdx.x % 2)
        (void)warpSum(1.0f);
      else
        (void)warpMax(1.0f);
    }));
    QVERIFY(fails("not aligned", 32,
                  [] { (void)load16(reinterpret_cast<const char*>(dynamicShared<char>()) + 8); }));
    QVERIFY(fails("never waited", 32, [] {
      alignas(16) static char source[16];
      copyAsync16(dynamicShared<char>(), source, true);
      commitCopies();
    }));
    // A missing barrier shows as another result in another order.
    const auto sumOf = [](hostcuda::Order order, bool barrier) {
      static int total;
      static bool wait;
      wait = barrier;
      total = 0;
      hostcuda::setOrder(order, 3);
      hostcuda::runGrid(dim3(1), dim3(64), 64 * sizeof(int), [] {
        int* value = dynamicShared<int>();
        value[threadIdx.x] = static_cast<int>(threadIdx.x);
        if (wait) __syncthreads();
        total += value[63 - threadIdx.x] == 63 - static_cast<int>(threadIdx.x);
      });
      hostcuda::setOrder(hostcuda::Order::Forward);
      return total;
    };
    QCOMPARE(sumOf(hostcuda::Order::Forward, true), 64);
    QCOMPARE(sumOf(hostcuda::Order::Reverse, true), 64);
    QVERIFY(sumOf(hostcuda::Order::Forward, false) < 64);
  }
};

QTEST_GUILESS_MAIN(TestCudaKernels)
#include "tst_cuda_kernels.moc"
