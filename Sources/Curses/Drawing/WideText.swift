import CNcurses
import Glibc
import Terminal
import TextSafety

/// Text as ncurses takes it.
enum WideText {
    /// The scalars of terminal-safe text. One that the C library gives another width than we do becomes as many "?" as we count cells, so that
    /// what stands right of it stays in its column.
    static func characters(_ text: String) -> [wchar_t] {
        var result: [wchar_t] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.isASCII || Int(libc_character_width(wchar_t(scalar.value))) == scalar.displayWidth {
                result.append(wchar_t(scalar.value))
            } else {
                result += Array(repeating: wchar_t(0x3F), count: scalar.displayWidth)
            }
        }
        return result
    }
}
