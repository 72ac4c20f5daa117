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
