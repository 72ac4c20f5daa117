import InspectorCore

/// A measured value with its unit.
struct Quantity: Equatable, Sendable {
    /// What a value counts.
    enum Unit: String, Equatable, Sendable {
        case seconds, bytes, count, share, exponent
    }

    let value: Double
    let unit: Unit

    init(_ value: Double, _ unit: Unit) {
        self.value = value
        self.unit = unit
    }

    /// The value as people read it: "1.25 s", "340 µs", "97.3 MB".
    var text: String {
        switch unit {
        case .seconds: Self.time(value)
        case .bytes: value < 10_000 ? "\(Int(value.rounded()).grouped) B" : "\(Self.rounded(value / 1e6, value < 1e6 ? 3 : 1)) MB"
        case .count: value == value.rounded() ? Int(value).grouped : Self.rounded(value, 1)
        case .share: "\(Self.rounded(value * 100, 1)) %"
        case .exponent: "n^\(Self.rounded(value, 2))"
        }
    }

    private static func time(_ seconds: Double) -> String {
        switch seconds {
        case 10...: "\(rounded(seconds, 1)) s"
        case 1...: "\(rounded(seconds, 2)) s"
        case 0.001...: "\(rounded(seconds * 1_000, seconds < 0.01 ? 2 : 1)) ms"
        default: "\(rounded(seconds * 1_000_000, 0)) µs"
        }
    }

    /// A number with a fixed number of decimals.
    static func rounded(_ value: Double, _ decimals: Int) -> String {
        let factor = (0..<decimals).reduce(1) { product, _ in product * 10 }
        let scaled = Int((abs(value) * Double(factor)).rounded())
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard decimals > 0 else { return sign + scaled.grouped }
        return "\(sign)\((scaled / factor).grouped).\(String(scaled % factor + factor).dropFirst())"
    }
}
