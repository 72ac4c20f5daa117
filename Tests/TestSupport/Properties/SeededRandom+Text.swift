extension SeededRandom {
    /// A scalar of any kind, those that do harm to a terminal more often than chance has it.
    public mutating func scalar() -> Unicode.Scalar {
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x20...0x7E, 0...0x9F, 0xA0...0x24F, 0x300...0x36F, 0x590...0x6FF, 0x1100...0x11FF, 0x200B...0x206F,
            0x2190...0x2BFF, 0x3000...0x9FFF, 0xAC00...0xD7FF, 0xE000...0xF8FF, 0xFE00...0xFEFF, 0xFFF0...0xFFFF, 0x1F1E6...0x1F6FF,
            0xE0000...0xE01EF, 0...0x10FFFF,
        ]
        return Unicode.Scalar(UInt32.random(in: pick(ranges), using: &self)) ?? "\u{FFFD}"
    }

    /// Up to `most` scalars of any kind.
    public mutating func text(upTo most: Int = 40) -> String {
        String(String.UnicodeScalarView(list(upTo: most) { $0.scalar() }))
    }

    /// Up to `most` characters that a person may well type.
    public mutating func word(upTo most: Int = 12) -> String {
        String(list(upTo: most) { $0.pick(Array("abcxyz019-_./ é漢")) })
    }
}
