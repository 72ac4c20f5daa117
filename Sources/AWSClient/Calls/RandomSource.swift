/// Chance, to be replaced in tests.
package struct RandomSource: Sendable {
    /// A number from 0 to 1.
    package var unit: @Sendable () -> Double
    /// A fresh identifier, a UUID in lower case.
    package var identifier: @Sendable () -> String

    /// Chance from elsewhere.
    package init(unit: @escaping @Sendable () -> Double, identifier: @escaping @Sendable () -> String) {
        self.unit = unit
        self.identifier = identifier
    }

    /// Chance of this machine.
    package static let system = RandomSource(unit: { Double.random(in: 0...1) }, identifier: uuid)

    /// A UUID of version 4. Foundation's opens /dev/urandom for each one, which is a thirtieth of a call's processor time.
    private static func uuid() -> String {
        var generator = SystemRandomNumberGenerator()
        let (high, low): (UInt64, UInt64) = (generator.next(), generator.next())
        let digits = Hex.encode([high & ~0xF000 | 0x4000, low & ~(3 << 62) | 2 << 62].flatMap(bytes)).utf8
        var groups = digits[...]
        return [8, 4, 4, 4, 12].map { count in
            defer { groups = groups.dropFirst(count) }
            return String(decoding: groups.prefix(count), as: UTF8.self)
        }.joined(separator: "-")
    }

    private static func bytes(_ word: UInt64) -> [UInt8] {
        (1...8).map { UInt8(truncatingIfNeeded: word >> UInt64(64 - 8 * $0)) }
    }
}
