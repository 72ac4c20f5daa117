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
    /// It can be read in part, and nothing may be built on that.
    case distrusted(path: String, reason: String)
    /// No run goes by this name.
    case noSuchRun(String)
    /// The name of the run is empty.
    case noName
    /// The name fits several runs.
    case ambiguous(String, runs: [String])
    /// Neither `XDG_STATE_HOME` nor a home directory says where journals live.
    case noStateFolder
    /// The name of the folder for journals is not UTF-8, by what names it: strings cannot hold it, and another folder would be taken.
    case notUTF8(source: String)
    /// A copy could not be made.
    case copy(path: String, reason: String)
}

extension JournalError {
    /// The error and the next step in words.
    package var sentence: String {
        switch self {
        case .folder(let path, let reason): "The folder \(path) cannot hold journals: \(reason). Nothing is sent without a journal."
        case .file(let path, let reason): "The journal \(path) cannot be used: \(reason). Nothing is sent without a journal."
        case .locked(let path): "Another process is working on this run (\(path) is locked)."
        case .corrupt(let path, let line, let reason): "\(path), line \(line): \(reason). The journal was not changed."
        case .newer(let path, let version):
            "\(path) is a journal of version \(version), and this version of scanconfig knows \(JournalLine.currentVersion) at most: "
                + "use the newer one."
        case .distrusted(let path, let reason): "\(path): \(reason). Nothing was sent."
        case .noSuchRun(let name): "There is no run \(name); `scanconfig runs` lists them."
        case .noName: "The name of the run is empty (a variable that is not set?); `scanconfig runs` lists the runs. Nothing was done."
        case .ambiguous(let name, let runs): "\(name) fits \(runs.count.counted("run")): \(runs.joined(separator: ", "))."
        case .noStateFolder: "No place for journals: set XDG_STATE_HOME or HOME."
        case .notUTF8(let source): "The folder for journals that \(source) names is not UTF-8; name another. Nothing was done."
        case .copy(let path, let reason): "\(path) cannot be written: \(reason). There is no copy."
        }
    }
}
