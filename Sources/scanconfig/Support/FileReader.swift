import Glibc

/// Reads whole files.
enum FileReader {
    /// Why a file could not be read.
    struct Failure: Error {
        let reason: String
    }

    static func standardInput() throws(Failure) -> [UInt8] {
        try everything(from: STDIN_FILENO)
    }

    static func file(_ path: String) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        return try everything(from: descriptor)
    }

    private static func everything(from descriptor: Int32) throws(Failure) -> [UInt8] {
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure(reason: String(cString: strerror(errno))) }
            if count == 0 { return all }
            all += chunk.prefix(count)
        }
    }
}
