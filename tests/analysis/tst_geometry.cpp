// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "core/analysis/Geometry.h"
#include "core/analysis/Measures.h"
#include "core/support/Error.h"
#include "tests/support/HandTrace.h"
#include "tests/support/SyntheticTrace.h"

using namespace ouroscope;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

bool near(double a, double b, double tolerance = 1e-6) {
  return std::abs(a - b) <= tolerance;
}

/// Two tokens, three loops, states in the plane.
///   token 0: (2,0) (2,2) (0,2)   steps (0,2) then (-2,0): a right angle
///   token 1: (1,1) (2,2), the third loop was not run
TracePtr plane() {
  return test::handTrace({{1, "a", {1, 1, 1}}, {2, "b", {1, 1}}}, 3,
                         [](TraceInfo& info, RecordColumns& c) {
                           info.captured.hidden = true;
                           c.hidden = {2, 0, 2, 2, 0, 2, 1, 1, 2, 2, kNaN, kNaN};
                           c.stateNorm = {2, 2.8284271f, 2, 1.4142136f, 2.8284271f, kNaN};
                           c.stepNorm = {kNaN, 2, 2, kNaN, 1.4142136f, kNaN};
                           c.stepCosine = {kNaN, 0.70710678f, 0.70710678f, kNaN, 1.0000001f, kNaN};
                         });
}

std::vector<float> randomRows(int n, int d, std::uint64_t seed) {
  std::vector<float> out;
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < d; ++j) {
      seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
      const double u = static_cast<double>(seed >> 33) / static_cast<double>(1U << 31) - 0.5;
      // Falling spread: 1, .8, .64 ... so that the axes are told apart.
      out.push_back(static_cast<float>(u * std::pow(0.8, j) + 3));
    }
  return out;
}

/// Every eigenvalue by Jacobi rotations on the covariance in double: slow, and nothing in common
/// with the method under test.
std::vector<double> jacobiEigenvalues(const std::vector<float>& rows, int d) {
  const std::size_t n = rows.size() / static_cast<std::size_t>(d), D = static_cast<std::size_t>(d);
  std::vector<double> mean(D), c(D * D);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < D; ++j)
      mean[j] += static_cast<double>(rows[i * D + j]) / static_cast<double>(n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < D; ++j)
      for (std::size_t k = 0; k < D; ++k)
        c[j * D + k] += (static_cast<double>(rows[i * D + j]) - mean[j]) *
                        (static_cast<double>(rows[i * D + k]) - mean[k]) /
                        static_cast<double>(n - 1);
  for (int sweep = 0; sweep < 30; ++sweep)
    for (std::size_t p = 0; p < D; ++p)
      for (std::size_t q = p + 1; q < D; ++q) {
        if (std::abs(c[p * D + q]) < 1e-15) continue;
        const double theta = (c[q * D + q] - c[p * D + p]) / (2 * c[p * D + q]);
        const double t = (theta < 0 ? -1 : 1) / (std::abs(theta) + std::sqrt(theta * theta + 1));
        const double co = 1 / std::sqrt(t * t + 1), si = t * co;
        for (std::size_t k = 0; k < D; ++k) {
          const double a = c[k * D + p], b = c[k * D + q];
          c[k * D + p] = co * a - si * b;
          c[k * D + q] = si * a + co * b;
        }
        for (std::size_t k = 0; k < D; ++k) {
          const double a = c[p * D + k], b = c[q * D + k];
          c[p * D + k] = co * a - si * b;
          c[q * D + k] = si * a + co * b;
        }
      }
  std::vector<double> values;
  for (std::size_t i = 0; i < D; ++i) values.push_back(c[i * D + i]);
  std::sort(values.rbegin(), values.rend());
  return values;
}

}  // namespace

class TestGeometry : public QObject {
  Q_OBJECT

 private slots:
  void quantitiesByHand() {
    const TracePtr trace = plane();
    const auto at = [&](const Measure& q, std::size_t i) {
      return static_cast<double>(measureMatrix(*trace, q)[i]);
    };
    QVERIFY(near(at(measure("step-norm"), 1), 2));
    QVERIFY(near(at(measure("relative-step"), 1), 2 / 2.8284271));
    QVERIFY(near(at(measure("relative-step"), 2), 1));
    // The mean of the steps 2, 2 and 1.4142136, over all tokens.
    const double mean = (4 + 1.4142136) / 3;
    QVERIFY(near(at(measure("drift-ratio"), 1), 2 / mean));
    QVERIFY(near(at(measure("drift-ratio"), 4), 1.4142136 / mean));
    QVERIFY(near(at(measure("angle"), 1), 45, 1e-4));
    QCOMPARE(at(measure("angle"), 4), 0.0);  // a cosine rounded above 1 does not give NaN
    QVERIFY(near(at(measure("turn"), 2), 0));
    for (const Measure* q :
         {&measure("step-norm"), &measure("relative-step"), &measure("drift-ratio"),
          &measure("step-cosine"), &measure("angle"), &measure("turn")}) {
      QVERIFY(std::isnan(at(*q, 0)));  // the first loop has no step
      QVERIFY(std::isnan(at(*q, 5)));  // not run
    }
    QVERIFY(std::isnan(at(measure("turn"), 1)));
    // Recipes of before name them so.
    for (const char* id : {"step", "relative-step", "cosine", "angle", "state-norm", "turn"})
      QVERIFY2(findCurve(id), id);
  }

  void turnGoesBackAndOn() {
    const TracePtr trace =
        test::handTrace({{1, "a", {1, 1, 1, 1}}}, 4, [](TraceInfo& info, RecordColumns& c) {
          info.captured.hidden = true;
          c.hidden = {0, 0, 1, 1, 2, 2, 1, 1};  // on, then back
        });
    const auto turn = measureMatrix(*trace, measure("turn"));
    QVERIFY(near(static_cast<double>(turn[2]), 1) && near(static_cast<double>(turn[3]), -1));
  }

  void turnNeedsHiddenStates() {
    const auto turn = measureMatrix(*test::syntheticTrace(), measure("turn"));
    QVERIFY(std::all_of(turn.begin(), turn.end(), [](float v) { return std::isnan(v); }));
  }

  void spreadByHand() {
    // Loop 1: 1 2 3 4 5 -> quartiles 2 3 4; loop 2: 10 20, the rest absent -> 12.5 15 17.5.
    const std::vector<float> m{1, 10, 5, kNaN, 3, 20, 2, kNaN, 4, kNaN};
    const auto spread = loopSpread(m, 2);
    QCOMPARE(spread[0].tokens, 5);
    QVERIFY(near(spread[0].low, 2) && near(spread[0].median, 3) && near(spread[0].high, 4));
    QCOMPARE(spread[1].tokens, 2);
    QVERIFY(near(spread[1].low, 12.5) && near(spread[1].median, 15) && near(spread[1].high, 17.5));
    QCOMPARE(loopSpread({kNaN}, 1)[0].tokens, 0);
    QVERIFY(std::isnan(loopSpread({kNaN}, 1)[0].median));
  }

  /// Points (3,4)-wards on a line, and a little across: axes (.6,.8) and (-.8,.6) -> sign makes the
  /// entry of largest size positive, (.8,-.6).
  void pcaByHand() {
    const std::vector<float> rows{1 + 3, 2 + 4, 1 - 3, 2 - 4, 1 + .8f, 2 - .6f, 1 - .8f, 2 + .6f};
    const PcaBasis basis = fitPca(rows, 2, 2);
    QCOMPARE(basis.components, 2);
    QCOMPARE(basis.rows, std::int64_t{4});
    QVERIFY(near(static_cast<double>(basis.mean[0]), 1) &&
            near(static_cast<double>(basis.mean[1]), 2));
    QVERIFY(near(static_cast<double>(basis.axes[0]), .6, 1e-5) &&
            near(static_cast<double>(basis.axes[1]), .8, 1e-5));
    QVERIFY(near(static_cast<double>(basis.axes[2]), .8, 1e-5) &&
            near(static_cast<double>(basis.axes[3]), -.6, 1e-5));
    QVERIFY(near(basis.variance[0], 50.0 / 3, 1e-4) && near(basis.variance[1], 2.0 / 3, 1e-4));
    QVERIFY(near(basis.totalVariance, 52.0 / 3, 1e-4));
    QVERIFY(near(basis.share(0), 50.0 / 52, 1e-5));
    const auto scores = project(basis, rows);
    QVERIFY(near(static_cast<double>(scores[0]), 5, 1e-5) &&
            near(static_cast<double>(scores[1]), 0, 1e-5));
    QVERIFY(near(static_cast<double>(scores[4]), 0, 1e-5) &&
            near(static_cast<double>(scores[5]), 1, 1e-5));
  }

  void pcaMatchesAllEigenvalues() {
    for (const auto& [n, d] : {std::pair{300, 40}, {30, 60}, {2500, 12}}) {
      const auto rows = randomRows(n, d, static_cast<std::uint64_t>(n));
      const auto expected = jacobiEigenvalues(rows, d);
      const PcaBasis basis = fitPca(rows, d, 6);
      double total = 0;
      for (const double v : expected) total += v;
      QVERIFY(near(basis.totalVariance, total, 1e-4 * total));
      QVERIFY2(basis.residual <= 1e-4, qPrintable(QString::number(basis.residual)));
      for (std::size_t i = 0; i < 6; ++i)
        QVERIFY2(near(basis.variance[i], expected[i], 1e-4 * expected[0]),
                 qPrintable(QStringLiteral("%1 x %2, %3: %4 %5")
                                .arg(n)
                                .arg(d)
                                .arg(i)
                                .arg(basis.variance[i])
                                .arg(expected[i])));
      // Orthonormal axes, the largest entry positive, uncorrelated scores.
      const auto D = static_cast<std::size_t>(d);
      for (std::size_t i = 0; i < 6; ++i) {
        const float* axis = basis.axes.data() + i * D;
        QVERIFY(*std::max_element(axis, axis + D,
                                  [](float x, float y) { return std::abs(x) < std::abs(y); }) > 0);
        for (std::size_t j = 0; j <= i; ++j) {
          double dot = 0;
          for (std::size_t c = 0; c < D; ++c)
            dot += static_cast<double>(axis[c]) * static_cast<double>(basis.axes[j * D + c]);
          QVERIFY(near(dot, i == j, 1e-5));
        }
      }
    }
  }

  void pcaIsTheSameEveryTime() {
    const auto rows = randomRows(200, 30, 5);
    const PcaBasis one = fitPca(rows, 30, 4), two = fitPca(rows, 30, 4);
    QCOMPARE(one.axes, two.axes);
    QCOMPARE(one.variance, two.variance);
  }

  void pcaOfLittleAndOfNothing() {
    QCOMPARE(fitPca(std::vector<float>{1, 2, 3}, 3, 2).components, 0);  // one row
    const PcaBasis equal = fitPca(std::vector<float>{1, 2, 1, 2, 1, 2}, 2, 2);
    QCOMPARE(equal.totalVariance, 0.0);
    QCOMPARE(equal.share(0), 0.0);
    // A broken row is left out, not spread over everything.
    const PcaBasis some = fitPca(std::vector<float>{0, 0, kNaN, 1, 2, 0, 4, 0}, 2, 2);
    QCOMPARE(some.rows, std::int64_t{3});
    QVERIFY(near(some.variance[0], 4, 1e-5));
    QVERIFY(std::isnan(project(some, std::vector<float>{kNaN, 1})[0]));
  }

  void orbitsOfATrace() {
    const TracePtr trace = plane();
    const Orbits orbits = orbitsOf(*trace, 6);
    QCOMPARE(orbits.basis.components, 2);
    QCOMPARE(orbits.basis.rows, std::int64_t{5});
    QCOMPARE(orbits.tokens, (std::vector<int>{0, 1}));
    QCOMPARE(orbits.cloud.size(), std::size_t{12});
    const auto one = orbitOf(*trace, orbits.basis, 1);
    QVERIFY(std::isnan(one[4]));  // loop 3 was not run
    // Distances survive a full basis: |h_1 - h_0| of token 1 is sqrt 2.
    QVERIFY(near(static_cast<double>(std::hypot(one[2] - one[0], one[3] - one[1])), std::sqrt(2.0),
                 1e-5));
    QVERIFY_THROWS_EXCEPTION(Error, orbitsOf(*test::syntheticTrace()));
    const Orbits few =
        orbitsOf(*test::syntheticTrace({.tokens = 100, .captureHidden = true}), 3, 10);
    QCOMPARE(few.tokens, (std::vector<int>{0, 10, 20, 30, 40, 50, 60, 70, 80, 90}));
  }

  void stopsWhenAsked() {
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, orbitsOf(*test::syntheticTrace({.captureHidden = true}), 6,
                                                 400, stop.get_token()));
  }
};

QTEST_GUILESS_MAIN(TestGeometry)
#include "tst_geometry.moc"
