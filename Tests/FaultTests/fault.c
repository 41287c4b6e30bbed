// A library that makes one call to the disk fail, or kills the process there. Loaded before the C library (LD_PRELOAD) into
// the program as it is built, by FaultTests.
//
//   FAULT_WITHIN  folders, parted by ':'; calls about anything outside are neither counted nor touched
//   FAULT_KIND    which calls: open read write close rename unlink mkdir rmdir readdir stat sync chmod, or any
//   FAULT_AT      which of them, from 1
//   FAULT_ERRNO   what it fails with; with 0 the process is killed before the call
//   FAULT_DELAY   microseconds to wait before each rename and unlink, so that others can look on
//   FAULT_COUNT   a file that gets the number of calls of each kind when the process ends
//
// A write that is to fail with ENOSPC first writes half, as a disk that fills up does. A close that is to fail has closed.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum kind { OPEN, READ, WRITE, CLOSE, RENAME, UNLINK, MKDIR, RMDIR, READDIR, STAT, SYNC, CHMOD, KINDS };
static const char *const names[KINDS] = {"open",  "read",  "write",   "close", "rename", "unlink",
                                         "mkdir", "rmdir", "readdir", "stat",  "sync",   "chmod"};

static atomic_long counts[KINDS], all;
static long wanted_at;
static int wanted_kind = -1, wanted_errno, is_active, delay;
static char within[8][PATH_MAX];
static int folders;
static atomic_char followed[65536];
static atomic_int full_descriptor = -1;

#define REAL(result, name, ...) \
    static result (*real_##name)(__VA_ARGS__); \
    if (!real_##name) *(void **)&real_##name = dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
    const char *list = getenv("FAULT_WITHIN"), *kind = getenv("FAULT_KIND"), *at = getenv("FAULT_AT"), *error = getenv("FAULT_ERRNO");
    if (!list) return;
    char copy[8 * PATH_MAX];
    snprintf(copy, sizeof copy, "%s", list);
    for (char *rest = copy, *part; folders < 8 && (part = strsep(&rest, ":"));) snprintf(within[folders++], PATH_MAX, "%s", part);
    wanted_at = at ? atol(at) : 0;
    wanted_errno = error ? atoi(error) : 0;
    delay = getenv("FAULT_DELAY") ? atoi(getenv("FAULT_DELAY")) : 0;
    for (int index = 0; kind && index < KINDS; index++)
        if (!strcmp(kind, names[index])) wanted_kind = index;
    if (kind && !strcmp(kind, "any")) wanted_kind = KINDS;
    is_active = 1;
}

__attribute__((destructor)) static void end(void) {
    const char *path = getenv("FAULT_COUNT");
    if (!is_active || !path) return;
    is_active = 0;
    FILE *file = fopen(path, "w");
    if (!file) return;
    for (int index = 0; index < KINDS; index++) fprintf(file, "%s %ld\n", names[index], (long)counts[index]);
    fprintf(file, "any %ld\n", (long)all);
    fclose(file);
}

/// Whether a path lies in one of the folders.
static int is_within(const char *path) {
    for (int index = 0; index < folders; index++) {
        size_t length = strlen(within[index]);
        if (!strncmp(path, within[index], length) && (path[length] == 0 || path[length] == '/')) return 1;
    }
    return 0;
}

static int is_followed(int descriptor) { return descriptor >= 0 && descriptor < 65536 && followed[descriptor]; }

/// Counts a call; whether it is the one that fails.
static int fails(enum kind kind) {
    if (delay && (kind == RENAME || kind == UNLINK)) usleep(delay);
    long of_kind = ++counts[kind], of_all = ++all;
    if (wanted_kind != (int)kind && wanted_kind != KINDS) return 0;
    if ((wanted_kind == KINDS ? of_all : of_kind) != wanted_at) return 0;
    if (wanted_errno == 0) kill(getpid(), SIGKILL);
    errno = wanted_errno;
    return 1;
}

#define FAIL_PATH(kind, path) if (is_active && is_within(path) && fails(kind)) return -1
#define FAIL_DESCRIPTOR(kind, descriptor) if (is_active && is_followed(descriptor) && fails(kind)) return -1

static int opened(int descriptor, int is_counted) {
    if (descriptor >= 0 && descriptor < 65536) followed[descriptor] = is_counted;
    return descriptor;
}

#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); }

int open(const char *path, int flags, ...) {
    REAL(int, open, const char *, int, ...);
    MODE
    FAIL_PATH(OPEN, path);
    return opened(real_open(path, flags, mode), is_active && is_within(path));
}

int open64(const char *path, int flags, ...) {
    REAL(int, open64, const char *, int, ...);
    MODE
    FAIL_PATH(OPEN, path);
    return opened(real_open64(path, flags, mode), is_active && is_within(path));
}

int openat(int folder, const char *path, int flags, ...) {
    REAL(int, openat, int, const char *, int, ...);
    MODE
    int is_counted = is_active && (path[0] == '/' ? is_within(path) : is_followed(folder));
    if (is_counted && fails(OPEN)) return -1;
    return opened(real_openat(folder, path, flags, mode), is_counted);
}

int dup(int descriptor) {
    REAL(int, dup, int);
    return opened(real_dup(descriptor), is_active && is_followed(descriptor));
}

int close(int descriptor) {
    REAL(int, close, int);
    int is_counted = is_active && is_followed(descriptor);
    if (is_counted) followed[descriptor] = 0;
    int is_failing = is_counted && fails(CLOSE), error = errno;
    int result = real_close(descriptor);
    if (!is_failing) return result;
    errno = error;
    return -1;
}

ssize_t read(int descriptor, void *buffer, size_t count) {
    REAL(ssize_t, read, int, void *, size_t);
    FAIL_DESCRIPTOR(READ, descriptor);
    return real_read(descriptor, buffer, count);
}

ssize_t pread(int descriptor, void *buffer, size_t count, off_t offset) {
    REAL(ssize_t, pread, int, void *, size_t, off_t);
    FAIL_DESCRIPTOR(READ, descriptor);
    return real_pread(descriptor, buffer, count, offset);
}

static int is_full(int descriptor) {
    if (full_descriptor != descriptor || descriptor < 0) return 0;
    full_descriptor = -1;
    errno = ENOSPC;
    return 1;
}

ssize_t write(int descriptor, const void *buffer, size_t count) {
    REAL(ssize_t, write, int, const void *, size_t);
    if (is_active && is_full(descriptor)) return -1;
    if (is_active && is_followed(descriptor) && fails(WRITE)) {
        if (errno != ENOSPC || count < 2) return -1;
        full_descriptor = descriptor;
        return real_write(descriptor, buffer, count / 2);
    }
    return real_write(descriptor, buffer, count);
}

ssize_t pwrite(int descriptor, const void *buffer, size_t count, off_t offset) {
    REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
    if (is_active && is_full(descriptor)) return -1;
    if (is_active && is_followed(descriptor) && fails(WRITE)) {
        if (errno != ENOSPC || count < 2) return -1;
        full_descriptor = descriptor;
        return real_pwrite(descriptor, buffer, count / 2, offset);
    }
    return real_pwrite(descriptor, buffer, count, offset);
}

int rename(const char *from, const char *to) {
    REAL(int, rename, const char *, const char *);
    FAIL_PATH(RENAME, to);
    return real_rename(from, to);
}

int unlink(const char *path) {
    REAL(int, unlink, const char *);
    FAIL_PATH(UNLINK, path);
    return real_unlink(path);
}

int mkdir(const char *path, mode_t mode) {
    REAL(int, mkdir, const char *, mode_t);
    FAIL_PATH(MKDIR, path);
    return real_mkdir(path, mode);
}

int rmdir(const char *path) {
    REAL(int, rmdir, const char *);
    FAIL_PATH(RMDIR, path);
    return real_rmdir(path);
}

int chmod(const char *path, mode_t mode) {
    REAL(int, chmod, const char *, mode_t);
    FAIL_PATH(CHMOD, path);
    return real_chmod(path, mode);
}

int fchmod(int descriptor, mode_t mode) {
    REAL(int, fchmod, int, mode_t);
    FAIL_DESCRIPTOR(CHMOD, descriptor);
    return real_fchmod(descriptor, mode);
}

struct dirent *readdir(DIR *folder) {
    REAL(struct dirent *, readdir, DIR *);
    if (is_active && is_followed(dirfd(folder)) && fails(READDIR)) return NULL;
    return real_readdir(folder);
}

int stat(const char *path, struct stat *status) {
    REAL(int, stat, const char *, struct stat *);
    FAIL_PATH(STAT, path);
    return real_stat(path, status);
}

int lstat(const char *path, struct stat *status) {
    REAL(int, lstat, const char *, struct stat *);
    FAIL_PATH(STAT, path);
    return real_lstat(path, status);
}

int fstat(int descriptor, struct stat *status) {
    REAL(int, fstat, int, struct stat *);
    FAIL_DESCRIPTOR(STAT, descriptor);
    return real_fstat(descriptor, status);
}

int fstatat(int folder, const char *path, struct stat *status, int flags) {
    REAL(int, fstatat, int, const char *, struct stat *, int);
    if (is_active && (path[0] == '/' ? is_within(path) : is_followed(folder)) && fails(STAT)) return -1;
    return real_fstatat(folder, path, status, flags);
}

int fsync(int descriptor) {
    REAL(int, fsync, int);
    FAIL_DESCRIPTOR(SYNC, descriptor);
    return is_active ? 0 : real_fsync(descriptor);
}

int syncfs(int descriptor) {
    REAL(int, syncfs, int);
    FAIL_DESCRIPTOR(SYNC, descriptor);
    return is_active ? 0 : real_syncfs(descriptor);
}
