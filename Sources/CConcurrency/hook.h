#ifndef SCANCONFIG_CCONCURRENCY_HOOK_H
#define SCANCONFIG_CCONCURRENCY_HOOK_H

/* The Swift runtime's hook for jobs that no executor claims. SwiftNIO looks it up by name, which finds nothing in a program
   that the runtime is linked into. */

typedef __attribute__((swiftcall)) void (*concurrency_original)(void *job);
extern __attribute__((swiftcall)) void (*swift_task_enqueueGlobal_hook)(void *job, concurrency_original original);

/* Whoever takes the jobs defines this. */
extern void concurrency_enqueue(void *job);

static __attribute__((swiftcall)) void concurrency_hook(void *job, concurrency_original original) { concurrency_enqueue(job); }
static inline void concurrency_take_global_jobs(void) { swift_task_enqueueGlobal_hook = concurrency_hook; }

#endif
