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
    /// The last line's checksum, 16 hexadecimal digits: two copies that have the same are the same. Absent in version 1.
    package let checksum: String?
}

extension JournalStore {
    /// Copies a journal to a file that is not there yet, makes it durable, and reads it again. What is damaged, or is being written, is
    /// not copied.
    package func export(_ runId: String, to path: String) throws(JournalError) -> JournalCopy {
        let source = self.path(of: runId)
        guard !disk.isLocked(source) else { throw .locked(path: source) }
        let bytes = try onDisk(source) { () throws(DiskError) in try disk.read(source) }
        let replay = try JournalReplay(bytes, path: source)
        let record = RunRecord(replay, runId: runId, journal: source, option: option)
        if let damage = replay.damages.first {
            throw .distrusted(path: source, reason: "line \(damage.line) is damaged: \(damage.reason)")
        }
        try copy(bytes, to: path)
        return JournalCopy(
            runId: runId, path: path, bytes: bytes.count, lines: bytes.count { $0 == UInt8(ascii: "\n") }, integrity: record.integrity,
            checksum: replay.version > 1 ? replay.chain.end?.text : nil)
    }

    private func copy(_ bytes: [UInt8], to path: String) throws(JournalError) {
        do throws(DiskError) {
            let file = try disk.create(path)
            do throws(DiskError) {
                defer { file.close() }
                try file.append(bytes)
                try file.synchronize()
                guard try disk.read(path) == bytes else { throw .failed("what was written is not what is read again") }
            } catch {
                disk.remove(path)
                throw error
            }
        } catch {
            throw .copy(path: path, reason: error.reason)
        }
    }
}
