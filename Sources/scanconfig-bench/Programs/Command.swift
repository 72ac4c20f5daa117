import AWSClient

/// A program to start: its path, its arguments, and its whole environment.
struct Command: Sendable {
    var path: String
    var arguments: [String]
    var environment: [String: String]

    /// A program in an environment in which nothing of this machine's AWS set-up is found.
    init(_ path: String, _ arguments: [String] = [], home: Folder, environment: [String: String] = [:]) {
        self.path = path
        self.arguments = arguments
        self.environment = [
            "PATH": Environment.current()["PATH"] ?? "/usr/bin:/bin", "HOME": home.path, "XDG_STATE_HOME": home.path,
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "AWS_EC2_METADATA_DISABLED": "true",
        ]
        self.environment.merge(environment) { _, new in new }
    }
}
