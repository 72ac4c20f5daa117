/// Bounds the time of some work.
enum Deadline {
    /// The time was over.
    struct Exceeded: Error {}

    /// Runs the work and cancels it when the time is over.
    /// - Throws: ``Exceeded``, or what the work throws.
    static func race<Value: Sendable>(_ limit: Duration, _ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        guard limit > .zero else { throw Exceeded() }
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await EventLoopClock().sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let value = first else { throw Exceeded() }
            return value
        }
    }
}
