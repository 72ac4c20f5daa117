package import AWSClient

/// Where journals live: `$XDG_STATE_HOME/scanconfig/runs`, by default `~/.local/state/scanconfig/runs`.
package enum JournalFolder {
    /// The folder's path. A relative `XDG_STATE_HOME` does not count (XDG Base Directory Specification).
    package static func path(environment: Environment) throws(JournalError) -> String {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/scanconfig/runs" }
        guard let home = environment.homeDirectory, home.hasPrefix("/") else { throw .noStateFolder }
        return home + "/.local/state/scanconfig/runs"
    }
}
