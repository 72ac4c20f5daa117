extension String {
    /// Text from outside made fit for a screen, a table, CSV, a log or an error, however hostile: control characters, escape
    /// sequences, bidirectional controls and whatever else is invisible become "�", tabs and line breaks become a space, and marks
    /// stacked too high are left out. One pass over the text; a plain ASCII one is given back as it is.
    package var terminalSafe: String {
        guard !isPlainASCII else { return self }
        var scan = TerminalScan()
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scan.judge(scalar) {
            case .keep: result.append(scalar)
            case .space: result.append(" ")
            case .standIn: result.append(TerminalScan.standIn)
            case .drop: break
            }
        }
        return String(result)
    }

    /// The text with each of its lines made ``terminalSafe``, and its line breaks kept.
    package var terminalSafeLines: String {
        unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).terminalSafe }.joined(separator: "\n")
    }

    /// Whether the text is printable ASCII and nothing else: one byte, one character, one cell.
    package var isPlainASCII: Bool {
        utf8.withContiguousStorageIfAvailable { $0.isPlainASCII } ?? utf8.allSatisfy(\.isPlainASCII)
    }
}

extension UInt8 {
    fileprivate var isPlainASCII: Bool { self &- 0x20 < 0x5F }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate var isPlainASCII: Bool {
        var isPlain = true
        for byte in self {
            isPlain = isPlain && byte.isPlainASCII
        }
        return isPlain
    }
}

extension StringProtocol {
    /// The text in quotes for an error about it: its first 80 characters, terminal-safe.
    package var quoted: String { quoted(upTo: 80) }

    /// The same with so many characters: what is wrong with an ARN often stands at its end.
    package func quoted(upTo most: Int) -> String {
        "\"" + String(prefix(most)).terminalSafe + (count > most ? "…" : "") + "\""
    }
}
