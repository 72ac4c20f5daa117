import Foundation
import InspectorSimulator
import TestSupport

/// A real sshd of the current user on loopback, with keys of its own.
struct SSHServer {
    let port: Int
    private let home: TemporaryFolder
    private let process: Process

    private static let program = "/usr/sbin/sshd"

    /// Whether the system has an sshd.
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

    /// The shell's commands that log in and run `program` there, with a terminal and with this side's environment.
    func login(running program: String) -> String {
        let options = ["StrictHostKeyChecking=no", "UserKnownHostsFile=\(home.path)/known", "IdentitiesOnly=yes", "LogLevel=ERROR"]
        let words = options.map { "-o \($0)" }.joined(separator: " ")
        let setUp = "export -p > far.sh; echo 'exec \(program)' >> far.sh; "
        return setUp + "ssh -tt -F none -i \(home.path)/user-key \(words) -p \(port) \(NSUserName())@127.0.0.1 sh \"$HOME/far.sh\""
    }

    /// Starts a server whose keys and log are in `home`, and waits until it accepts connections.
    static func start(home: TemporaryFolder) async throws -> SSHServer {
        for key in ["host-key", "user-key"] {
            let arguments = ["-q", "-t", "ed25519", "-N", "", "-f", home.file(key).path]
            _ = try await Program.run("/usr/bin/ssh-keygen", arguments, environment: ["PATH": "/usr/bin:/bin", "HOME": home.path])
        }
        if getuid() == 0 { try FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true) }
        return try await Patience.wait(for: "sshd") {
            let server = try await launch(home: home)
            return try await server.isListening() ? server : nil
        }
    }

    private static func launch(home: TemporaryFolder) async throws -> SSHServer {
        let port = try await freePort()
        let configuration = try home.write("sshd.conf", settings(port: port, home: home))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["-D", "-e", "-f", configuration]
        let log = try home.write("sshd.log", "")
        process.standardError = FileHandle(forWritingAtPath: log)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return SSHServer(port: port, home: home, process: process)
    }

    /// Whether it has come to accept connections, or has ended because another program took the port.
    private func isListening() async throws -> Bool {
        try await Patience.wait(for: "sshd to listen", showing: { [log] }) {
            log.contains("Server listening") ? true : process.isRunning ? nil : false
        }
    }

    /// What the server said so far.
    private var log: String { (try? String(contentsOf: home.file("sshd.log"), encoding: .utf8)) ?? "" }

    /// Ends the server. Sessions end by themselves.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    private static func settings(port: Int, home: TemporaryFolder) -> String {
        """
        Port \(port)
        ListenAddress 127.0.0.1
        HostKey \(home.path)/host-key
        AuthorizedKeysFile \(home.path)/user-key.pub
        PidFile none
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        PermitRootLogin yes

        """
    }

    /// A port that nothing listened on a moment ago.
    private static func freePort() async throws -> Int {
        let probe = try await Simulator.start(SimulatorOptions())
        await probe.stop()
        return probe.port
    }
}
