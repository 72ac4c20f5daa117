import CNcurses

/// What has to be written to a terminal to have it back as it was, from its description.
enum RestorationBytes {
    /// Plain attributes and colours, a visible cursor, ordinary keys, and the normal screen; on a terminal without a second screen, a
    /// fresh line at the bottom. To be made once ncurses has the terminal.
    @MainActor static func current() -> [UInt8] {
        ["sgr0", "op", "cnorm", "rmkx"].flatMap { Terminfo.string($0) ?? [] } + leavingScreen
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
        Terminfo.string("rmcup") ?? (bottomLeft + Array("\r\n".utf8))
    }

    @MainActor private static var bottomLeft: [UInt8] {
        Terminfo.pointer("cup").map { bytes(of: ncurses_parameterized($0, ncurses_screen_rows() - 1, 0)) } ?? []
    }

    private static func bytes(of pointer: UnsafePointer<CChar>?) -> [UInt8] {
        withoutPadding(pointer.map { Array(String(cString: $0).utf8) } ?? [])
    }
}
