/// Random numbers and identifiers as one value, so that tests can bring their own.
package struct RandomSource: Sendable {
    /// A number from 0 to 1, both included.
    package var unit: @Sendable () -> Double
    /// A new UUID of version 4, in lower case.
    package var identifier: @Sendable () -> String

    /// Sources of the caller's own, such as a seeded generator.
    package init(unit: @escaping @Sendable () -> Double, identifier: @escaping @Sendable () -> String) {
        self.unit = unit
        self.identifier = identifier
    }

    /// The operating system's random numbers.
    package static let system = RandomSource(
        unit: { Double.random(in: 0...1) },
        identifier: {
            var generator = SystemRandomNumberGenerator()
            return generator.uuid()
        })
}

extension RandomNumberGenerator {
    /// A new UUID of version 4 in lower case (RFC 9562). Foundation's `UUID()` opens /dev/urandom each time, which takes a thirtieth of a
    /// call's processor time.
    package mutating func uuid() -> String {
        let (high, low): (UInt64, UInt64) = (next(), next())
        var digits = (hexadecimal(high & ~0xF000 | 0x4000) + hexadecimal(low & ~(3 << 62) | 2 << 62))[...]
        return [8, 4, 4, 4, 12].map { count in
            defer { digits = digits.dropFirst(count) }
            return String(digits.prefix(count))
        }.joined(separator: "-")
    }

    private func hexadecimal(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
