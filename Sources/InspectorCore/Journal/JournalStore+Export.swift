/// A copy of a journal outside of its folder.
package struct JournalCopy: Hashable, Sendable {
    /// The id of the run that was copied.
    package let runId: String
    /// The path of the copy, as it was given.
    package let path: String
    /// The length of the copy in bytes.
    package let bytes: Int
    /// The number of its lines, the header among them.
    package let lines: Int
    /// Whether its lines are as they were written.
    package let integrity: JournalIntegrity
    /// The last whole line's checksum, 16 hexadecimal digits: two copies that have the same are the same, but for half a line. Absent in
    /// version 1.
    package let checksum: String?
    /// Whether it ends in the middle of a line, as a run that was killed may leave it. That half line is copied too: without it the copy
    /// would not tell that something may be missing.
    package let isCut: Bool
    /// The SHA-256 of the copy, 64 hexadecimal digits.
    package let digest: String
}

extension JournalStore {
    /// Copies a journal to a file that is not there yet, makes it durable, and reads it again. What is damaged, or is being written, is
    /// not copied.
    package func export(_ runId: String, to path: String) throws(JournalError) -> JournalCopy {
        let source = self.path(of: runId)
        guard !disk.isLocked(source) else { throw .locked(path: source) }
        let bytes = try onDisk(source) { () throws(DiskError) in try disk.read(source) }
        let replay = try replay(bytes, source, isBeingWritten: false)
        let record = RunRecord(replay, runId: runId, journal: source, option: option)
        if let damage = replay.damages.first {
            throw .distrusted(path: source, reason: "line \(damage.line) is damaged: \(damage.reason)")
        }
        try copy(bytes, of: source, to: path)
        return JournalCopy(
            runId: runId, path: path, bytes: bytes.count, lines: bytes.count { $0 == UInt8(ascii: "\n") }, integrity: record.integrity,
            checksum: replay.version > 1 ? replay.chain.end?.text : nil, isCut: replay.isCut, digest: FileDigest.sha256(bytes))
    }

    /// Writes the copy. Afterwards the journal still has to be what was read: nobody took the lock in between.
    private func copy(_ bytes: [UInt8], of source: String, to path: String) throws(JournalError) {
        do throws(DiskError) {
            let file = try disk.create(path)
            do throws(DiskError) {
                defer { file.close() }
                try file.append(bytes)
                try file.synchronize()
                guard try disk.read(path) == bytes else { throw .failed("what was written is not what is read again") }
                let isLocked = disk.isLocked(source)
                guard try disk.read(source) == bytes, !isLocked else { throw .failed("the run continued meanwhile") }
            } catch {
                disk.remove(path)
                throw error
            }
        } catch {
            throw .copy(path: path, reason: error == .missing ? "its folder does not exist" : error.reason)
        }
    }
}
