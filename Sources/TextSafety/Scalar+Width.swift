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
