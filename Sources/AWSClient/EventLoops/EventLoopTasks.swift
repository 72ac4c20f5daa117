internal import CConcurrency
internal import NIOCore
internal import NIOPosix

/// Tasks on an event loop instead of Dispatch's thread pool, which on Linux wakes a process up once a second from its first use on.
///
/// It is one event loop for all of them, and connections are made on it: a call costs no way from thread to thread.
package enum EventLoopTasks {
    static let eventLoop = MultiThreadedEventLoopGroup.singleton.next()

    /// Takes every task that no executor claims from now on; called once, before there are any.
    package static func takeOver() {
        concurrency_take_global_jobs()
    }
}

/// Runs a job of the Swift runtime on the event loop.
@_cdecl("concurrency_enqueue")
func enqueueOnEventLoop(_ job: UnsafeMutableRawPointer) {
    EventLoopTasks.eventLoop.executor.enqueue(ExecutorJob(unsafeBitCast(job, to: UnownedJob.self)))
}
