import CNcurses

extension RoleLook.Attributes {
    /// The attributes as ncurses takes them.
    var forCurses: attr_t {
        var result = ncurses_normal()
        if contains(.bold) { result |= ncurses_bold() }
        if contains(.dim) { result |= ncurses_dim() }
        if contains(.underline) { result |= ncurses_underline() }
        if contains(.reverse) { result |= ncurses_reverse() }
        return result
    }
}
