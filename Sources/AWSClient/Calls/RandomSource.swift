internal import FoundationEssentials

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
    package static let system = RandomSource(
        unit: { Double.random(in: 0...1) }, identifier: { UUID().uuidString.lowercased() })
}
