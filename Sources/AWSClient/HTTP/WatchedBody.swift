internal import Synchronization

/// A request's body that remembers whether a connection took it. A connection takes it once it stands and the head is written, so that
/// nobody can have acted on a request whose body was not taken.
struct WatchedBody: Collection, Sendable {
    private let bytes: [UInt8]
    private let mark = Mark()

    private final class Mark: Sendable {
        let isTaken = Atomic(false)
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether a connection took it.
    var wasTaken: Bool { mark.isTaken.load(ordering: .sequentiallyConsistent) }

    var startIndex: Int { bytes.startIndex }
    var endIndex: Int { bytes.endIndex }

    func index(after index: Int) -> Int { index + 1 }

    subscript(index: Int) -> UInt8 {
        take()
        return bytes[index]
    }

    func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result? {
        take()
        return try bytes.withContiguousStorageIfAvailable(body)
    }

    private func take() {
        mark.isTaken.store(true, ordering: .sequentiallyConsistent)
    }
}
