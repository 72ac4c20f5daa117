import InspectorCore
import Runtime

/// A disk that is full after so many appends, and counts what is made durable.
final class ForgetfulDisk: Disk, DiskFile {
    private let left: Locked<Int>
    private let bytes = Locked<[UInt8]>([])
    private let durable = Locked(0)
    private let isReadOnly: Bool
    private let privacy: FolderPrivacy
    let isPrivate: Bool

    init(appends: Int = .max, isReadOnly: Bool = false, privacy: FolderPrivacy = .alone, isPrivate: Bool = true) {
        left = Locked(appends)
        self.isReadOnly = isReadOnly
        self.privacy = privacy
        self.isPrivate = isPrivate
    }

    var content: [UInt8] { bytes.withLock { $0 } }
    var durableLength: Int { durable.withLock { $0 } }

    func makeFolder(_ path: String) throws(DiskError) -> FolderPrivacy {
        if isReadOnly { throw .failed("Read-only file system") }
        return privacy
    }

    func names(in folder: String) throws(DiskError) -> [String] { [] }
    func read(_ path: String) throws(DiskError) -> [UInt8] { content }
    func create(_ path: String) throws(DiskError) -> any DiskFile { self }
    func open(_ path: String) throws(DiskError) -> any DiskFile { self }
    func isLocked(_ path: String) -> Bool { false }
    func remove(_ path: String) { bytes.withLock { $0 = [] } }

    func append(_ new: [UInt8]) throws(DiskError) {
        let isFull = left.withLock { left in
            left -= 1
            return left < 0
        }
        bytes.withLock { $0 += isFull ? new.prefix(7) : new[...] }
        if isFull { throw .failed("No space left on device") }
    }

    func truncate(to length: Int) throws(DiskError) { bytes.withLock { $0 = Array($0.prefix(length)) } }
    func synchronize() throws(DiskError) {
        let length = content.count
        durable.withLock { $0 = length }
    }
    func close() {}
}
