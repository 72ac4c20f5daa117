#ifndef SCANCONFIG_CGLIBC_SHIM_H
#define SCANCONFIG_CGLIBC_SHIM_H

#include <nss.h>
#include <unistd.h>

/* The service switch of glibc (nsswitch.conf): which of its modules answer for a database, such as "hosts". */
static inline int libc_configure_lookup(const char *database, const char *modules) {
    return __nss_configure_lookup(database, modules);
}

/* The variables of this process, "NAME=value" each, in the order in which it got them; a null pointer ends them. */
static inline char **libc_environ(void) {
    extern char **environ;
    return environ;
}

#endif
