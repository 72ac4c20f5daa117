/// The file system as journals use it, so that full and read-only disks can be tested.
package protocol Disk: Sendable {
    /// Makes a folder with its parents, for the user alone (mode 0700), makes their names durable, and takes others' access to it away.
    func makeFolder(_ path: String) throws(DiskError) -> FolderPrivacy

    /// The names in a folder; none when it does not exist.
    func names(in folder: String) throws(DiskError) -> [String]

    /// A regular file's whole content.
    func read(_ path: String) throws(DiskError) -> [UInt8]

    /// At most the last `count` bytes of a file.
    func readEnd(_ path: String, count: Int) throws(DiskError) -> [UInt8]

    /// Makes a file that did not exist (mode 0600), locks it, and makes its name durable.
    func create(_ path: String) throws(DiskError) -> any DiskFile

    /// Opens an existing regular file for appending and locks it.
    func open(_ path: String) throws(DiskError) -> any DiskFile

    /// Whether another process, or another part of this one, holds the file's lock. Asking takes no lock.
    func isLocked(_ path: String) -> Bool

    /// Removes a file, if that can be done.
    func remove(_ path: String)
}

extension Disk {
    /// At most the last `count` bytes of a file, for a disk that cannot do better than read all of it.
    package func readEnd(_ path: String, count: Int) throws(DiskError) -> [UInt8] {
        try read(path).suffix(count)
    }
}

/// A locked file that grows at its end.
package protocol DiskFile: Sendable {
    /// Whether the user owns it, and no other user can read or change it.
    var isPrivate: Bool { get }

    /// Writes all bytes at the end.
    func append(_ bytes: [UInt8]) throws(DiskError)

    /// Cuts the file to `length` bytes.
    func truncate(to length: Int) throws(DiskError)

    /// Returns when everything written is durable.
    func synchronize() throws(DiskError)

    /// Closes the file and gives the lock back.
    func close()
}

/// Who can get at a folder.
package enum FolderPrivacy: Hashable, Sendable {
    /// The user alone.
    case alone
    /// Others too, and that cannot be changed; why, in the system's words, and whether the folder is the user's own.
    case open(reason: String, isOwn: Bool)
}

/// Why the file system refused.
package enum DiskError: Error, Hashable, Sendable {
    /// There is a file of that name already.
    case exists
    /// There is no such file.
    case missing
    /// Someone else holds the lock.
    case locked
    /// Anything else, in the system's words.
    case failed(String)

    /// The reason in words.
    package var reason: String {
        switch self {
        case .exists: "it exists already"
        case .missing: "it does not exist"
        case .locked: "another process is using it"
        case .failed(let words): words
        }
    }
}
