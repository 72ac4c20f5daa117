/// How many calls may be under way at once: four at first, more while all goes well, fewer when the service struggles.
package struct CallWindow: Hashable, Sendable {
    private static let first = 4.0
    /// The most calls that are ever under way at once.
    package static let widest = 32

    private var size = first

    /// Calls that may be under way.
    package var limit: Int { Int(size) }

    /// An answer came while `inFlight` calls were under way; the window grows when they filled it.
    mutating func grow(inFlight: Int) {
        if inFlight >= limit { size = min(Double(Self.widest), size + 1 / size) }
    }

    /// The service failed or asked to slow down.
    mutating func shrink() {
        size = max(1, size * 0.7)
    }
}
