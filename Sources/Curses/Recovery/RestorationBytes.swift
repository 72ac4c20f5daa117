import CNcurses

/// What has to be written to a terminal to have it back as it was, from its description.
enum RestorationBytes {
    /// Plain attributes and colours, a visible cursor, ordinary keys, and the normal screen; on a terminal without a second screen, a
    /// fresh line at the bottom. To be made once ncurses has the terminal.
    @MainActor static func current() -> [UInt8] {
        ["sgr0", "op", "cnorm", "rmkx"].flatMap { capability($0) ?? [] } + leavingScreen
    }

    /// The string with its padding notes, such as `$<2/>`, taken out (terminfo(5), "Delays and Padding").
    static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        var result: [UInt8] = []
        while let byte = rest.first {
            if rest.starts(with: "$<".utf8), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
                rest = rest[(end + 1)...]
            } else {
                result.append(byte)
                rest.removeFirst()
            }
        }
        return result
    }

    @MainActor private static var leavingScreen: [UInt8] {
        capability("rmcup") ?? (bottomLeft + Array("\r\n".utf8))
    }

    @MainActor private static var bottomLeft: [UInt8] {
        guard let pointer = tigetstr("cup"), Int(bitPattern: pointer) != -1 else { return [] }
        return bytes(of: ncurses_parameterized(pointer, ncurses_screen_rows() - 1, 0))
    }

    @MainActor private static func capability(_ name: String) -> [UInt8]? {
        guard let pointer = tigetstr(name), Int(bitPattern: pointer) != -1 else { return nil }
        return bytes(of: pointer)
    }

    private static func bytes(of pointer: UnsafePointer<CChar>?) -> [UInt8] {
        withoutPadding(pointer.map { Array(String(cString: $0).utf8) } ?? [])
    }
}
