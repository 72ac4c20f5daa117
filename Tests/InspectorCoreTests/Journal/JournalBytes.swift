@testable import InspectorCore

/// Journals as bytes, and what becomes of them.
enum JournalBytes {
    /// Lines with their ends.
    static func file(_ lines: [[UInt8]]) -> [UInt8] { lines.flatMap { $0 + [UInt8(ascii: "\n")] } }

    /// The lines of a file, without their ends.
    static func lines(_ file: [UInt8]) -> [[UInt8]] { file.split(separator: UInt8(ascii: "\n")).map(Array.init) }

    /// Lines as version 1 wrote them: without checksums.
    static func version1(_ lines: [[UInt8]]) -> [[UInt8]] {
        lines.map { line in
            let text = String(decoding: line, as: UTF8.self).replacing(/,"checksum":"[0-9a-f]{16}"\}$/, with: "}")
            return Array(text.replacing(#","version":2}"#, with: #","version":1}"#).utf8)
        }
    }

    /// A line as this version reads it.
    static func read(_ line: [UInt8]) -> JournalLine? { line.withUnsafeBufferPointer { JournalLine($0) } }

    /// A line of an event made up, behind the lines given.
    static func sealed(_ members: String, behind lines: [[UInt8]]) -> [UInt8] {
        let body = Array("{\(members)".utf8)
        let digits = lines.last.map { Array($0.dropLast(2).suffix(16)) } ?? []
        let previous = digits.withUnsafeBufferPointer { JournalChecksum(digits: $0) }
        let checksum = body.withUnsafeBufferPointer { JournalChecksum(of: $0, after: previous) }
        return body + Array(",\"checksum\":\"\(checksum.text)\"}".utf8)
    }

    /// What replaying tells.
    static func replay(_ bytes: [UInt8]) -> Result<JournalReplay, JournalError> {
        do throws(JournalError) {
            return .success(try JournalReplay(bytes, path: "j"))
        } catch {
            return .failure(error)
        }
    }

    /// The number of the first line that is named as damaged; nothing when all is believed.
    static func firstDamage(_ bytes: [UInt8]) -> Int? {
        switch replay(bytes) {
        case .success(let replay): replay.damages.first?.line
        case .failure(.corrupt(_, let line, _)): line
        case .failure: 1
        }
    }
}
