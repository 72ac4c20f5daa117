internal import CConcurrency
package import NIOCore
internal import NIOPosix

/// Runs the program's tasks on one event loop. Dispatch's thread pool, where they would run otherwise, wakes an idle process once a second
/// on Linux from its first use on; an event loop sleeps until there is something to do.
///
/// Connections are made on the same event loop, so that a call never changes threads.
package enum EventLoopTasks {
    static let eventLoop = MultiThreadedEventLoopGroup.singleton.next()

    /// Takes over every job that no executor claims. To be called once, before the first task.
    package static func takeOver() {
        concurrency_take_global_jobs()
    }
}

/// Runs a job of the Swift runtime on the event loop; `hook.h` declares it.
@_cdecl("concurrency_enqueue")
func enqueueOnEventLoop(_ job: UnsafeMutableRawPointer) {
    EventLoopTasks.eventLoop.executor.enqueue(ExecutorJob(unsafeBitCast(job, to: UnownedJob.self)))
}

/// Runs tasks on an event loop of the caller's choice.
package final class EventLoopExecutor: TaskExecutor {
    private let eventLoop: any EventLoop

    /// An executor that owns nothing: whoever made the event loop closes it.
    package init(_ eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    /// Runs the job on the event loop, after what is queued there.
    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        eventLoop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
