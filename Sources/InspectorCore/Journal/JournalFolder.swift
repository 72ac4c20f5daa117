package import AWSClient
internal import FoundationEssentials

/// Where journals live: in `runs` of the state folder, which is `$SCANCONFIG_STATE_DIR`, else `$XDG_STATE_HOME/scanconfig`, by default
/// `~/.local/state/scanconfig`.
package enum JournalFolder {
    /// The variable that names the state folder; `--state-dir` sets it.
    package static let variable = "SCANCONFIG_STATE_DIR"

    /// The folder of what sessions had marked, `marks` of the state folder, absolute.
    package static func marks(environment: Environment) throws(JournalError) -> String {
        try String(path(environment: environment).dropLast("runs".count)) + "marks"
    }

    /// The folder's path, absolute. A relative `XDG_STATE_HOME` does not count (XDG Base Directory Specification).
    package static func path(environment: Environment) throws(JournalError) -> String {
        let (source, folder) = try stateFolder(environment)
        // What was not UTF-8 in the environment or on the command line has become this character, and would be another folder.
        guard !folder.unicodeScalars.contains("\u{FFFD}") else { throw .notUTF8(source: source) }
        return folder + "/runs"
    }

    private static func stateFolder(_ environment: Environment) throws(JournalError) -> (source: String, folder: String) {
        if let own = environment[variable] { return ("--state-dir or \(variable)", absolute(environment.expanded(own))) }
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return ("XDG_STATE_HOME", state + "/scanconfig") }
        guard let home = environment.homeDirectory, home.hasPrefix("/") else { throw .noStateFolder }
        return ("HOME", home + "/.local/state/scanconfig")
    }

    private static func absolute(_ path: String) -> String {
        var path = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
}
