// SPDX-License-Identifier: GPL-3.0-or-later
// A system that starts no further thread: the pool gives up with an exception and leaves none of
// its threads behind. A task that throws: the caller gets the exception.
#include <dlfcn.h>
#include <pthread.h>

#include <QtTest>
#include <atomic>
#include <cerrno>
#include <new>
#include <system_error>

#include "kernels/cpu/ThreadPool.h"

namespace {
std::atomic<int> threadsLeft{-1};  // that the system still starts; -1: any number
}

/// Takes the place of the system's: the program's own names come first.
extern "C" int pthread_create(pthread_t* thread, const pthread_attr_t* attributes,
                              void* (*run)(void*), void* argument) {
  using Create = int (*)(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*);
  static const auto real = reinterpret_cast<Create>(::dlsym(RTLD_NEXT, "pthread_create"));
  if (threadsLeft == 0) return EAGAIN;
  if (threadsLeft > 0) --threadsLeft;
  return real(thread, attributes, run, argument);
}

class TestThreadPool : public QObject {
  Q_OBJECT
 private slots:
  void cleanup() { threadsLeft = -1; }

  void noFurtherThread_data() {
    QTest::addColumn<int>("left");
    for (const int left : {0, 1, 2, 3}) QTest::addRow("%d of 4", left) << left;
  }
  void noFurtherThread() {
    QFETCH(int, left);
    threadsLeft = left;
    QVERIFY_EXCEPTION_THROWN(ouroscope::ThreadPool(5), std::system_error);
  }

  void enoughThreads() {
    threadsLeft = 4;
    ouroscope::ThreadPool pool(5);
    std::atomic<int> sum{0};
    pool.run(100, [&](int i) { sum += i; });
    QCOMPARE(sum.load(), 4950);
  }

  /// In a worker an exception would end the program.
  void aTaskThatThrows_data() {
    QTest::addColumn<int>("threads");
    for (const int threads : {1, 2, 5}) QTest::addRow("%d threads", threads) << threads;
  }
  void aTaskThatThrows() {
    QFETCH(int, threads);
    ouroscope::ThreadPool pool(threads);
    std::atomic<int> sum{0};
    for (int again = 0; again < 20; ++again) {
      QVERIFY_EXCEPTION_THROWN(pool.run(100,
                                        [](int i) {
                                          if (i % 7 == 3) throw std::bad_alloc();
                                        }),
                               std::bad_alloc);
      sum = 0;
      pool.run(100, [&](int i) { sum += i; });
      QCOMPARE(sum.load(), 4950);
    }
  }
};

QTEST_GUILESS_MAIN(TestThreadPool)
#include "tst_thread_pool.moc"
