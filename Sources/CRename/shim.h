#pragma once
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* renameat2(2) with RENAME_EXCHANGE, which glibc declares for _GNU_SOURCE alone. */
static inline int exchange_paths(const char *_Nonnull a, const char *_Nonnull b) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, 2);
}
