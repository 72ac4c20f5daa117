internal import NIOConcurrencyHelpers

/// A value that one thread at a time can get at.
///
/// The lock is that of POSIX. ThreadSanitizer does not see the one of the standard library, and would report every value under it.
///
/// It is sendable whatever the value is: nobody gets at the value but `body`, one thread at a time, which the compiler cannot see.
package struct Locked<Value>: @unchecked Sendable {
    private let box: NIOLockedValueBox<Value>

    /// Keeps a value.
    package init(_ value: Value) { box = NIOLockedValueBox(value) }

    /// Calls `body` with the value, and nobody else meanwhile. Throws what `body` throws.
    package func withLock<Output, Failure: Error>(_ body: (inout Value) throws(Failure) -> Output) throws(Failure) -> Output {
        try box.withLockedValue { value in
            Result<Output, Failure> { () throws(Failure) in try body(&value) }
        }.get()
    }
}
