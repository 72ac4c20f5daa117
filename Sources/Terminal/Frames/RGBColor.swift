/// A colour as a terminal reports it.
package struct RGBColor: Hashable, Sendable {
    /// The parts, 0 to 255.
    package let red: UInt8, green: UInt8, blue: UInt8

    /// A colour of these parts.
    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// Reads what X11 calls a colour: "rgb:1010/1414/1818", with one to four hexadecimal digits a part.
    init?(x11 text: some StringProtocol) {
        guard text.hasPrefix("rgb:") else { return nil }
        let parts = text.dropFirst(4).split(separator: "/", omittingEmptySubsequences: false).map { part -> UInt8? in
            guard (1...4).contains(part.count), let value = Int(part, radix: 16), value >= 0 else { return nil }
            let most = 1 << (4 * part.count) - 1
            return UInt8(value * 255 / most)
        }
        guard parts.count == 3, let red = parts[0], let green = parts[1], let blue = parts[2] else { return nil }
        self.init(red, green, blue)
    }
}
