/// What a `[section]` of a shared file is about.
enum SharedFileHeader: Equatable {
    /// A profile; `isPrefixed` when written as `[profile NAME]`.
    case profile(name: String, isPrefixed: Bool)
    /// `[sso-session NAME]`.
    case ssoSession(String)
    /// `[services NAME]`.
    case services(String)
    /// Anything else; its lines are passed over.
    case ignored

    /// Reads the text between the brackets by the rules of the file it stands in.
    init(_ text: String, in kind: SharedFile.Kind) {
        switch kind {
        case .credentials: self = Self.isValid(text) ? .profile(name: text, isPrefixed: false) : .ignored
        case .config: self = Self.configHeader(text)
        }
    }

    private static func configHeader(_ text: String) -> SharedFileHeader {
        if text == "default" { return .profile(name: text, isPrefixed: false) }
        guard let space = text.firstIndex(where: { $0 == " " || $0 == "\t" }) else { return .ignored }
        guard let name = unquoted(text[space...].trimmed) else { return .ignored }
        switch text[..<space] {
        case "profile": return .profile(name: name, isPrefixed: true)
        case "sso-session": return .ssoSession(name)
        case "services": return .services(name)
        default: return .ignored
        }
    }

    private static func unquoted(_ name: String) -> String? {
        for quote in ["\"", "'"] where name.count > 2 && name.hasPrefix(quote) && name.hasSuffix(quote) {
            return String(name.dropFirst().dropLast())
        }
        return isValid(name) ? name : nil
    }

    /// Letters, digits and `- / . % @ _ : +`.
    static func isValid(_ name: String) -> Bool {
        !name.isEmpty && name.allSatisfy { ($0.isASCII && ($0.isLetter || $0.isNumber)) || "-/.%@_:+".contains($0) }
    }
}
