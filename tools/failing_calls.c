/* SPDX-License-Identifier: GPL-3.0-or-later
 * Makes one call of a program fail, for tools/kill_test.py, which compiles it:
 *   LD_PRELOAD=failing_calls.so FAIL_CALL=write FAIL_AT=3 FAIL_ERRNO=28 FAIL_COUNT=FILE program
 * Calls count from the start of main: no program can answer for what comes before. FAIL_AT=0 fails
 * nothing. FAIL_COUNT gets the number of calls when the program ends. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static char wanted[32];
static long failAt;
static int failErrno;
static atomic_long count;
static atomic_int started;
static char report[512];

__attribute__((constructor)) static void begin(void) {
  const char* text;
  if ((text = getenv("FAIL_CALL"))) strncpy(wanted, text, sizeof wanted - 1);
  if ((text = getenv("FAIL_AT"))) failAt = atol(text);
  if ((text = getenv("FAIL_ERRNO"))) failErrno = atoi(text);
  if ((text = getenv("FAIL_COUNT"))) strncpy(report, text, sizeof report - 1);
  unsetenv("LD_PRELOAD"); /* not for programs that this one starts */
}

static void tell(void) {
  static int (*realOpen)(const char*, int, ...);
  if (!*report) return;
  if (!realOpen) realOpen = (int (*)(const char*, int, ...))dlsym(RTLD_NEXT, "open");
  char line[32];
  const int length = snprintf(line, sizeof line, "%ld\n", atomic_load(&count));
  const int fd = realOpen(report, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  static ssize_t (*realWrite)(int, const void*, size_t);
  if (!realWrite) realWrite = (ssize_t(*)(int, const void*, size_t))dlsym(RTLD_NEXT, "write");
  if (fd >= 0 && realWrite(fd, line, (size_t)length)) close(fd);
}
__attribute__((destructor)) static void end(void) {
  tell();
}

/* Whether this call is the one that fails. */
static int fails(const char* name) {
  if (!atomic_load(&started) || strcmp(name, wanted) != 0) return 0;
  if (atomic_fetch_add(&count, 1) + 1 != failAt) return 0;
  errno = failErrno;
  return 1;
}

#define REAL(type, name, ...)       \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static int (*realMain)(int, char**, char**);
static int countedMain(int argc, char** argv, char** environment) {
  atomic_store(&started, 1);
  return realMain(argc, argv, environment);
}
int __libc_start_main(int (*mainFunction)(int, char**, char**), int argc, char** argv,
                      void (*init)(void), void (*fini)(void), void (*loaderFini)(void),
                      void* stackEnd) {
  REAL(int, "__libc_start_main", int (*)(int, char**, char**), int, char**, void (*)(void),
       void (*)(void), void (*)(void), void*);
  realMain = mainFunction;
  return real(countedMain, argc, argv, init, fini, loaderFini, stackEnd);
}

#define OPEN(function)                                                      \
  int function(const char* path, int flags, ...) {                          \
    REAL(int, #function, const char*, int, ...);                            \
    va_list list;                                                           \
    va_start(list, flags);                                                  \
    const int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, int) : 0; \
    va_end(list);                                                           \
    return fails("open") ? -1 : real(path, flags, mode);                    \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(function)                                                    \
  int function(int folder, const char* path, int flags, ...) {              \
    REAL(int, #function, int, const char*, int, ...);                       \
    va_list list;                                                           \
    va_start(list, flags);                                                  \
    const int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, int) : 0; \
    va_end(list);                                                           \
    return fails("open") ? -1 : real(folder, path, flags, mode);            \
  }
OPENAT(openat)
OPENAT(openat64)

ssize_t write(int fd, const void* bytes, size_t size) {
  REAL(ssize_t, "write", int, const void*, size_t);
  return fails("write") ? -1 : real(fd, bytes, size);
}
ssize_t read(int fd, void* bytes, size_t size) {
  REAL(ssize_t, "read", int, void*, size_t);
  return fails("read") ? -1 : real(fd, bytes, size);
}
#define PREAD(function)                                          \
  ssize_t function(int fd, void* bytes, size_t size, off_t at) { \
    REAL(ssize_t, #function, int, void*, size_t, off_t);         \
    return fails("read") ? -1 : real(fd, bytes, size, at);       \
  }
PREAD(pread)
PREAD(pread64)
int fsync(int fd) {
  REAL(int, "fsync", int);
  return fails("fsync") ? -1 : real(fd);
}
int close(int fd) {
  REAL(int, "close", int);
  const int result = real(fd);
  return fails("close") ? -1 : result; /* closed all the same, as Linux does */
}
int rename(const char* from, const char* to) {
  REAL(int, "rename", const char*, const char*);
  return fails("rename") ? -1 : real(from, to);
}
int fchmod(int fd, mode_t mode) {
  REAL(int, "fchmod", int, mode_t);
  return fails("fchmod") ? -1 : real(fd, mode);
}
int ftruncate(int fd, off_t size) {
  REAL(int, "ftruncate", int, off_t);
  return fails("ftruncate") ? -1 : real(fd, size);
}
#define STAT(function)                           \
  int function(int fd, struct stat* info) {      \
    REAL(int, #function, int, struct stat*);     \
    return fails("fstat") ? -1 : real(fd, info); \
  }
STAT(fstat)
#define MMAP(function)                                                                     \
  void* function(void* at, size_t size, int protection, int flags, int fd, off_t offset) { \
    REAL(void*, #function, void*, size_t, int, int, int, off_t);                           \
    return fails("mmap") ? MAP_FAILED : real(at, size, protection, flags, fd, offset);     \
  }
MMAP(mmap)
MMAP(mmap64)
int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*run)(void*),
                   void* argument) {
  REAL(int, "pthread_create", pthread_t*, const pthread_attr_t*, void* (*)(void*), void*);
  return fails("thread") ? failErrno : real(thread, attributes, run, argument);
}

/* malloc is called before dlsym can be: the library's own names are used. Requests of less than a
 * kilobyte are always served: sentencepiece's protobuf, and destructors of the JSON library, end the
 * program where they fail, and no real machine refuses one before it has refused larger ones. */
enum { SMALL = 1024 };
extern void* __libc_malloc(size_t);
extern void* __libc_memalign(size_t, size_t);
void* malloc(size_t size) {
  return size >= SMALL && fails("malloc") ? NULL : __libc_malloc(size);
}
void* aligned_alloc(size_t alignment, size_t size) {
  return size >= SMALL && fails("malloc") ? NULL : __libc_memalign(alignment, size);
}

/* exit handlers may not run: a count is told here too. */
void _exit(int status) {
  REAL(void, "_exit", int);
  tell();
  real(status);
  __builtin_unreachable();
}
