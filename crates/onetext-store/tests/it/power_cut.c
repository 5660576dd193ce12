/* Records what a process writes to files below ONETEXT_TRACE_BELOW, in its order, into ONETEXT_TRACE. Loaded before the
   C library (LD_PRELOAD). One record: kind, length of the path, path, offset, length, bytes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int trace = -1;

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    long done = syscall(SYS_write, trace, at, length);
    if (done <= 0) abort();
    at += done;
    length -= (size_t)done;
  }
}

static int is_below(const char *path) {
  const char *below = getenv("ONETEXT_TRACE_BELOW");
  return below && strncmp(path, below, strlen(below)) == 0;
}

static int path_of(int fd, char *path, size_t room) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, room - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return is_below(path);
}

static void record(char kind, const char *path, uint64_t offset, const void *bytes, uint32_t length) {
  uint32_t path_length = (uint32_t)strlen(path);
  if (trace < 0) {
    const char *to = getenv("ONETEXT_TRACE");
    if (!to) return;
    trace = (int)syscall(SYS_openat, AT_FDCWD, to, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (trace < 0) abort();
  }
  put(&kind, 1);
  put(&path_length, 4);
  put(path, path_length);
  put(&offset, 8);
  put(&length, 4);
  if (bytes) put(bytes, length);
}

static ssize_t written(int fd, const void *bytes, size_t count, off64_t offset, int positioned) {
  char path[4096];
  if (!path_of(fd, path, sizeof path))
    return positioned ? syscall(SYS_pwrite64, fd, bytes, count, offset) : syscall(SYS_write, fd, bytes, count);
  pthread_mutex_lock(&lock);
  uint64_t at = positioned ? (uint64_t)offset : (uint64_t)syscall(SYS_lseek, fd, 0, SEEK_CUR);
  ssize_t done = positioned ? syscall(SYS_pwrite64, fd, bytes, count, offset) : syscall(SYS_write, fd, bytes, count);
  if (done > 0) record('W', path, at, bytes, (uint32_t)done);
  pthread_mutex_unlock(&lock);
  return done;
}

ssize_t write(int fd, const void *bytes, size_t count) { return written(fd, bytes, count, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return written(fd, bytes, count, at, 1); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) { return written(fd, bytes, count, at, 1); }

static int plain(char kind, int fd, long number, uint64_t offset) {
  char path[4096];
  if (!path_of(fd, path, sizeof path)) return (int)syscall(number, fd, offset);
  pthread_mutex_lock(&lock);
  int done = (int)syscall(number, fd, offset);
  if (done == 0) record(kind, path, offset, NULL, 0);
  pthread_mutex_unlock(&lock);
  return done;
}

int ftruncate(int fd, off_t length) { return plain('T', fd, SYS_ftruncate, (uint64_t)length); }
int ftruncate64(int fd, off64_t length) { return plain('T', fd, SYS_ftruncate, (uint64_t)length); }
int fsync(int fd) { return plain('S', fd, SYS_fsync, 0); }
int fdatasync(int fd) { return plain('S', fd, SYS_fdatasync, 0); }

static int named(const char *path, long number) {
  pthread_mutex_lock(&lock);
  int done = (int)syscall(number, path);
  if (done == 0 && is_below(path)) record('U', path, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return done;
}

int unlink(const char *path) { return named(path, SYS_unlink); }
