internal import Glibc

/// A journal's bytes as lines.
struct JournalText {
    /// The lines that have their end, given without it.
    private(set) var lines: [UnsafeBufferPointer<UInt8>] = []
    /// What stands behind the last end of a line.
    private(set) var rest: UnsafeBufferPointer<UInt8>

    /// The lines of `bytes`, which have to outlive it.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        rest = bytes
        while let first = rest.baseAddress, let end = memchr(first, 0x0A, rest.count) {
            let length = UnsafeRawPointer(end) - UnsafeRawPointer(first)
            lines.append(UnsafeBufferPointer(rebasing: rest[..<length]))
            rest = UnsafeBufferPointer(rebasing: rest[(length + 1)...])
        }
    }
}
