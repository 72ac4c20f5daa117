import Foundation
import Glibc
import TestSupport
import Testing

@testable import scanconfig

/// What `--from` may be: files and pipes within bounds.
@Suite(.timeLimit(.minutes(1))) struct FileReaderTests {
    private func content(_ path: String, _ reader: FileReader = FileReader()) throws(FileReader.Failure) -> [UInt8] {
        var content: [UInt8] = []
        try reader.file(path) {
            content += $0
            return true
        }
        return content
    }

    private func failure(_ path: String, _ reader: FileReader = FileReader()) -> String? {
        do throws(FileReader.Failure) {
            _ = try content(path, reader)
            return nil
        } catch {
            return error.reason
        }
    }

    private func pipe(in folder: TemporaryFolder) throws -> String {
        let path = folder.file("pipe").path
        try #require(mkfifo(path, 0o600) == 0)
        return path
    }

    @Test func devicesTerminalsAndFoldersAreRefused() throws {
        #expect(failure("/dev/zero") == "it is a device, not a file or a pipe")
        #expect(failure("/dev/urandom") == "it is a device, not a file or a pipe")
        #expect(failure("/") == "it is a directory")
        #expect(failure("/nowhere") == "No such file or directory")
        let terminal = try #require(Terminals.pair())
        #expect(failure("/dev/fd/\(terminal.program)") == "it is a terminal, not a file or a pipe")
        close(terminal.screen)
        close(terminal.program)
    }

    @Test func theNullDeviceIsAnEmptyFile() throws {
        #expect(try content("/dev/null").isEmpty)
    }

    @Test func aFileIsReadToItsEndAndNotBeyondTheLimit() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("in", String(repeating: "x", count: 200_000))
        #expect(try content(path, FileReader(largest: 200_000)).count == 200_000)
        #expect(failure(path, FileReader(largest: 199_999)) == "it is larger than 0 MiB")
        try #require(truncate(path, (1 << 30) + 1) == 0)
        #expect(failure(path) == "it is larger than 1024 MiB")
    }

    @Test func nothingMoreIsReadThanIsWanted() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("in", String(repeating: "x", count: 2_000_000))
        var count = 0
        try FileReader().file(path) {
            count += $0.count
            return false
        }
        #expect(count > 0 && count < 2_000_000)
    }

    @Test func aPipeThatIsSilentIsGivenUp() throws {
        let folder = try TemporaryFolder()
        let path = try pipe(in: folder)
        #expect(failure(path, FileReader(patience: 1)) == "nothing came from it for 0 s")
        let writer = open(path, O_RDWR)
        #expect(failure(path, FileReader(patience: 1)) == "nothing came from it for 0 s")
        close(writer)
    }

    @Test func aPipeIsReadToItsEndAndNotBeyondTheLimit() throws {
        let folder = try TemporaryFolder()
        let path = try pipe(in: folder)
        func write(_ count: Int) {
            Thread.detachNewThread {
                let writer = open(path, O_WRONLY)
                let bytes = [UInt8](repeating: 0x78, count: count)
                _ = Glibc.write(writer, bytes, count)
                close(writer)
            }
        }
        write(300_000)
        #expect(try content(path).count == 300_000)
        signal(SIGPIPE, SIG_IGN)
        write(300_000)
        #expect(failure(path, FileReader(largest: 100_000)) == "it is larger than 0 MiB")
    }
}

/// Pseudo terminals without anything in them.
enum Terminals {
    static func pair() -> (screen: Int32, program: Int32)? {
        var (screen, program): (Int32, Int32) = (-1, -1)
        return openpty(&screen, &program, nil, nil, nil) == 0 ? (screen, program) : nil
    }
}
