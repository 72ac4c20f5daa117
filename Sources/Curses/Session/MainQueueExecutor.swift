import Dispatch

/// Runs tasks on the main queue. Consuming an `AsyncStream` leaves the main actor for a moment; without this preference it goes to Dispatch's
/// thread pool, which on Linux wakes the process up once a second from its first use on. With
/// `Task(executorPreference: MainQueueExecutor())` around the event loop, and no other use of the pool, an idle program sleeps.
package final class MainQueueExecutor: TaskExecutor {
    /// An executor without state.
    package init() {}

    /// Runs the job on the main queue, after what is waiting there.
    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        DispatchQueue.main.async {
            job.runSynchronously(on: self.asUnownedTaskExecutor())
        }
    }
}
