package import NIOCore

/// Runs tasks on an event loop.
///
/// Dispatch's thread pool, where tasks run otherwise, wakes a process up once a second on Linux from its first use on; an event loop
/// sleeps until there is something to do.
package final class EventLoopExecutor: TaskExecutor {
    private let eventLoop: any EventLoop

    /// An executor on the event loop given.
    package init(_ eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    /// Runs the job on the event loop, after what is waiting there.
    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        eventLoop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
