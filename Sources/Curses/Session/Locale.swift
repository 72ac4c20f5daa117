import Glibc

/// The character set of the terminal, as the locale has it.
enum Locale {
    /// Takes over the locale of the environment and says whether it is UTF-8. Where the environment names a UTF-8 locale that is not
    /// installed here, as happens behind ssh, the C library's own one is used.
    @MainActor static func adopt(environment: [String: String]) -> Bool {
        let name = name(in: environment)
        if setlocale(LC_CTYPE, name) == nil {
            setlocale(LC_CTYPE, namesUTF8(name) ? "C.UTF-8" : "C")
        }
        return isUTF8
    }

    /// The locale the environment asks for, by the order of POSIX: LC_ALL, LC_CTYPE, LANG, else "C".
    static func name(in environment: [String: String]) -> String {
        ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    }

    private static func namesUTF8(_ name: String) -> Bool {
        let lowered = name.lowercased()
        return lowered.contains("utf-8") || lowered.contains("utf8")
    }

    private static var isUTF8: Bool {
        nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } == "UTF-8"
    }
}
