extension String {
    /// The first line of pasted text on which there is something, without control characters and whatever else is invisible; a tab
    /// becomes a space.
    package var pastedLine: String {
        let lines = unicodeScalars.split { $0.isLineEnd }.map { String($0).visible }
        return lines.first { !$0.isEmpty } ?? ""
    }

    /// Whether there is more than one line with something on it.
    package var hasFurtherLines: Bool {
        unicodeScalars.split { $0.isLineEnd }.count { !String($0).visible.isEmpty } > 1
    }

    private var visible: String {
        var result = UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.kind {
            case .narrow, .wide, .combining, .joiner: result.append(scalar)
            case .blank: result.append(" ")
            case .refused: break
            }
        }
        return String(result)
    }
}

extension Unicode.Scalar {
    /// Whether a line ends with the scalar.
    fileprivate var isLineEnd: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}

extension StringProtocol {
    /// The text without white space at either end; a no-break space is white space too.
    package var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}
