import Dispatch

/// Work that blocks, such as waiting for a person. Tasks share few threads, and none of those may wait.
enum OwnThread {
    /// Does the work on a thread of its own.
    static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "scanconfig").async { continuation.resume(returning: work()) }
        }
    }
}
