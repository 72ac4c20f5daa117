/// What becomes of a scalar on the terminal.
enum ScalarKind: Sendable, Hashable {
    /// Takes one cell.
    case narrow
    /// Takes two cells.
    case wide
    /// Takes no cell: it is drawn onto the character before it.
    case combining
    /// Tab and line breaks, which become one space.
    case blank
    /// Takes no cell and may be left out after a character that is not ASCII, where writing systems and emoji use it.
    case joiner
    /// Invisible, or able to change what is around it: shown as the stand-in.
    case refused
}

extension Unicode.Scalar {
    /// What becomes of the scalar on the terminal, by Unicode 14, which Debian 12’s C library knows.
    var kind: ScalarKind {
        switch value {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF: .narrow
        case 0x09, 0x0A, 0x0D: .blank
        case 0x4E00...0x9FFF, 0xAC00...0xD7A3: .wide
        default: rareKind
        }
    }

    private var rareKind: ScalarKind {
        if isJoiner { return .joiner }
        if properties.isDefaultIgnorableCodePoint || isNewerThanUnicode14 || isOfChangingWidth { return .refused }
        if isTrailingJamo { return .combining }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: .refused
        case .nonspacingMark, .enclosingMark: .combining
        default: WideScalars.contains(value) ? .wide : .narrow
        }
    }

    /// Joiners, variation selectors and skin tones: terminals disagree about the width of what they make.
    private var isJoiner: Bool {
        switch value {
        case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x1F3FB...0x1F3FF: true
        default: false
        }
    }

    /// Vowels and final consonants that join the Hangul consonant before them.
    private var isTrailingJamo: Bool {
        (0x1161...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
    }

    /// AHOM CONSONANT SIGN MEDIAL RA, which took a cell until Unicode 14 and takes none since.
    private var isOfChangingWidth: Bool { value == 0x1171E }

    private var isNewerThanUnicode14: Bool {
        guard let age = properties.age else { return true }
        return age.major > 14
    }
}

extension Unicode.Scalar {
    /// The cells the scalar takes after a letter, once the text it is in is made terminal-safe.
    package var displayWidth: Int {
        switch kind {
        case .wide: 2
        case .narrow, .blank, .refused: 1
        case .combining, .joiner: 0
        }
    }
}

extension Unicode.Scalar {
    /// Whether the scalar shows nothing of its own, or nothing that everybody sees alike: controls, escapes, bidirectional controls,
    /// zero-width characters, line and paragraph separators, private use and what is not assigned.
    package var isHidden: Bool {
        switch value {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return false
        default: break
        }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: return true
        default: return properties.isDefaultIgnorableCodePoint
        }
    }
}
