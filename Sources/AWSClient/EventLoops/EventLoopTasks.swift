internal import CConcurrency
internal import NIOCore
internal import NIOPosix

/// Tasks on event loops instead of Dispatch's thread pool, which on Linux wakes a process up once a second from its first use on.
///
/// A task then goes on where its connection is: a call costs no way from thread to thread.
package enum EventLoopTasks {
    /// Takes every task that no executor claims from now on; called once, before there are any.
    package static func takeOver() {
        concurrency_take_global_jobs()
    }
}

/// Runs a job of the Swift runtime on an event loop.
@_cdecl("concurrency_enqueue")
func enqueueOnEventLoop(_ job: UnsafeMutableRawPointer) {
    MultiThreadedEventLoopGroup.singleton.any().executor.enqueue(ExecutorJob(unsafeBitCast(job, to: UnownedJob.self)))
}
