/// Imports of marks: the one whose file is being read, and the marks from before the last one.
struct MarkImports: Equatable, Sendable {
    /// A file that is being read.
    struct Pending: Equatable, Sendable {
        /// The number by which its answer is known.
        let number: Int
        /// The configuration that rows mean which name none; without it they mean every configuration of their project.
        let scanConfigurationArn: String?
    }

    /// The file that is being read.
    private(set) var pending: Pending?
    private var count = 0
    private var last: Change?

    private struct Change: Equatable {
        let before: Marks
        let after: Marks
    }

    /// A file is about to be read; an earlier one that is still being read counts no more.
    mutating func begin(_ scanConfigurationArn: String?) -> Int {
        count += 1
        pending = Pending(number: count, scanConfigurationArn: scanConfigurationArn)
        return count
    }

    /// The answer of this number arrived; nothing when it is not awaited any more.
    mutating func end(_ number: Int) -> Pending? {
        guard let ended = pending, ended.number == number else { return nil }
        pending = nil
        return ended
    }

    /// Forgets what belongs to another account.
    mutating func forget() { (pending, last) = (nil, nil) }

    /// Keeps what an import changed.
    mutating func record(before: Marks, after: Marks) { last = before == after ? nil : Change(before: before, after: after) }

    /// The marks as they were before the last import, once; nothing when they were changed since.
    mutating func takeBack(_ marks: Marks) -> Marks? {
        guard let last, last.after == marks else { return nil }
        self.last = nil
        return last.before
    }
}
