/// The colour of a terminal with few colours that is nearest to one of 256.
struct NearestColor {
    let depth: RoleLook.Depth

    /// The colour's number there; `nil` for the terminal's own, also in place of black and white, which may be its background.
    func color(to color: UInt8) -> UInt8? {
        switch depth {
        case .none: nil
        case .many: color
        case .sixteen: color < 16 ? color : nearest(to: color, among: 1..<15)
        case .eight where color == Self.brightBlack: nil
        case .eight: color < 16 ? color % 8 : nearest(to: color, among: 1..<7)
        }
    }

    private func nearest(to color: UInt8, among candidates: Range<UInt8>) -> UInt8? {
        let wanted = Self.light(of: color)
        let (least, most) = (wanted.min() ?? 0, wanted.max() ?? 0)
        if most - least < Self.grey { return nil }
        return candidates.filter { ![Self.white, Self.brightBlack].contains($0) }
            .min { Self.distance(Self.light(of: $0), wanted) < Self.distance(Self.light(of: $1), wanted) }
    }

    /// Colours whose parts differ by less are greys.
    private static let grey = 48
    private static let (white, brightBlack): (UInt8, UInt8) = (7, 8)

    private static func distance(_ one: [Int], _ other: [Int]) -> Int {
        zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }

    /// Red, green and blue, 0 to 255, as xterm shows the colour.
    private static func light(of color: UInt8) -> [Int] {
        let number = Int(color)
        if number < 16 { return (0..<3).map { number >> $0 & 1 == 0 ? 0 : number > 8 ? 255 : 205 } }
        if number >= 232 { return Array(repeating: 8 + 10 * (number - 232), count: 3) }
        return [36, 6, 1].map { [0, 95, 135, 175, 215, 255][(number - 16) / $0 % 6] }
    }
}
