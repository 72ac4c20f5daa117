/// Why a journal cannot be used.
package enum JournalError: Error, Hashable, Sendable {
    /// A folder could not be made or is not private.
    case folder(path: String, reason: String)
    /// The file could not be made, read or written; nothing is sent without it.
    case file(path: String, reason: String)
    /// Another process works on this run.
    case locked(path: String)
    /// A line is not what a journal holds; lines count from 1.
    case corrupt(path: String, line: Int, reason: String)
    /// A newer version of this program wrote it.
    case newer(path: String, version: Int)
    /// It is a copy under another name, and so no run of its own; the run that it is of.
    case misnamed(path: String, run: String)
    /// It can be read in part, and nothing may be built on that.
    case distrusted(path: String, reason: String)
    /// No run goes by this name; `option` stands behind a command that lists them.
    case noSuchRun(String, option: String = "", near: String? = nil)
    /// The name of the run is empty.
    case noName
    /// The name fits several runs.
    case ambiguous(String, runs: [String])
    /// Neither `XDG_STATE_HOME` nor a home directory says where journals live.
    case noStateFolder
    /// The name of the folder for journals, given by `source`, is not UTF-8: a string cannot hold it, and would name another folder.
    case notUTF8(source: String)
    /// A copy could not be made.
    case copy(path: String, reason: String)
}

extension JournalError {
    /// Whether the journal is a copy of another one.
    var isOfCopy: Bool { if case .misnamed = self { true } else { false } }
}
