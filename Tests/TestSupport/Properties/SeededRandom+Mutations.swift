extension SeededRandom {
    /// Bytes of any kind.
    public mutating func bytes(upTo most: Int = 64) -> [UInt8] {
        list(upTo: most) { UInt8.random(in: 0...255, using: &$0) }
    }

    /// One of the samples, changed in one to four places; now and then as it is.
    public mutating func mutation(of samples: [String]) -> [UInt8] {
        var bytes = Array(pick(samples).utf8)
        if oneIn(20) { return bytes }
        for _ in 0..<int(1..<5) { mutate(&bytes, samples) }
        return bytes
    }

    private mutating func mutate(_ bytes: inout [UInt8], _ samples: [String]) {
        guard !bytes.isEmpty else { return bytes = self.bytes() }
        let place = int(0..<bytes.count)
        let end = min(bytes.count, place + int(1..<17))
        switch int(0..<11) {
        case 0: bytes[place] ^= 1 << UInt8(int(0..<8))
        case 1: bytes[place] = UInt8(truncatingIfNeeded: next())
        case 2: bytes.removeLast(bytes.count - place)
        case 3: bytes.removeSubrange(place..<end)
        case 4: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 5: bytes.replaceSubrange(place..<end, with: awkward())
        case 6: bytes.insert(contentsOf: awkward(), at: place)
        case 7: bytes = bytes[..<place] + Array(pick(samples).utf8.suffix(int(0..<200)))
        case 8: bytes.swapAt(place, int(0..<bytes.count))
        default: changeDigit(&bytes)
        }
    }

    private mutating func changeDigit(_ bytes: inout [UInt8]) {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let places = bytes.indices.filter { digits.contains(bytes[$0]) }
        if !places.isEmpty { bytes[pick(places)] = UInt8.random(in: digits, using: &self) }
    }

    /// What parsers trip over: huge numbers, depth, bytes that are no UTF-8, NUL, line ends and delimiters.
    private mutating func awkward() -> [UInt8] {
        switch int(0..<10) {
        case 0: Array(String(repeating: pick(["[", "{\"a\":", "<a>", "("]), count: int(1..<600)).utf8)
        case 1: Array(pick(["1e999", "-1e-999", "18446744073709551616", "-9223372036854775809", "1e300", "0x1", "NaN", "-0", "00"]).utf8)
        case 2: pick([[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF8, 0x88], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80]])
        case 3: [0]
        case 4: Array(pick(["\n", "\r\n", "\r", "\u{2028}", "\u{85}", "\t"]).utf8)
        case 5: Array(pick(["\"", "\\", "\\u", "\\ud800", "{", "}", "[", "]", ",", ":", "=", "#", ";", "<", ">", "&", "%"]).utf8)
        case 6: Array(pick(["null", "true", "{}", "[]", "\"\"", "\u{FEFF}", "\u{301}", "\"\u{301}"]).utf8)
        case 7: Array(text(upTo: 12).utf8)
        case 8: Array(String(repeating: pick(["a", " ", "é"]), count: int(1..<3000)).utf8)
        default: self.bytes(upTo: 8)
        }
    }
}
