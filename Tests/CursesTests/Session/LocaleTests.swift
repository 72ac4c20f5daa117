import Testing

@testable import Curses

extension Sessions {
    @Suite struct Locales {
        @Test(
            arguments: [
                ([:], "C"), (["LANG": "de_DE.UTF-8"], "de_DE.UTF-8"), (["LANG": "C.UTF-8", "LC_CTYPE": "POSIX"], "POSIX"),
                (["LANG": "C", "LC_CTYPE": "C", "LC_ALL": "C.UTF-8"], "C.UTF-8"), (["LC_ALL": "", "LANG": "C.UTF-8"], "C.UTF-8"),
            ] as [([String: String], String)])
        func isTheFirstVariableThatIsSet(environment: [String: String], name: String) {
            #expect(Locale.name(in: TerminalVariables(environment)) == name)
        }

        @Test(arguments: [("xx_XX.UTF-8", true), ("xx_XX.utf8", true), ("xx_XX.ISO-8859-1", false), ("C.UTF-8", true), ("C", false)])
        @MainActor func isUTF8WhereItsNameSaysSo(name: String, isUTF8: Bool) {
            #expect(Locale.adopt(environment: ["LANG": name]) == isUTF8)
        }
    }
}
