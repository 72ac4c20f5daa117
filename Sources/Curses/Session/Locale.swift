import Glibc

/// The character set of the terminal, as the locale has it.
enum Locale {
    /// Takes over the locale of the environment and says whether it is UTF-8. Where the environment names a UTF-8 locale that is not
    /// installed here, as happens behind ssh, the C library's own one is used.
    @MainActor static func adopt(environment: [String: String]) -> Bool {
        if setlocale(LC_CTYPE, "") == nil || !isUTF8, namesUTF8(environment) {
            setlocale(LC_CTYPE, "C.UTF-8")
        }
        return isUTF8
    }

    /// Whether the locale the environment asks for is a UTF-8 one, by the order of POSIX: LC_ALL, LC_CTYPE, LANG.
    static func namesUTF8(_ environment: [String: String]) -> Bool {
        let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let lowered = name.lowercased()
        return lowered.contains("utf-8") || lowered.contains("utf8")
    }

    private static var isUTF8: Bool {
        nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } == "UTF-8"
    }
}
