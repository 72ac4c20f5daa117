import AWSClient
import Glibc
import InspectorCore
import Synchronization

/// The folder of the demo's journals: temporary, made by this process under a name that nobody could take or link before, for its owner only.
enum DemoFolder {
    private static let made = Mutex<String?>(nil)

    /// The folder's path, the same for the whole process.
    static func path(environment: Environment) throws(JournalError) -> String {
        try made.withLock { made throws(JournalError) in
            if let made { return made }
            let path = try make(in: environment["TMPDIR"] ?? "/tmp")
            made = path
            return path
        }
    }

    private static func make(in parent: String) throws(JournalError) -> String {
        var name = Array("\(parent)/scanconfig-demo-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else {
            throw .folder(path: parent, reason: String(cString: strerror(errno)))
        }
        return name.withUnsafeBufferPointer { String(decoding: $0.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) }
    }
}
