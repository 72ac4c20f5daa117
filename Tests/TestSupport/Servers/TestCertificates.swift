import Foundation

/// A private authority and certificates of it, made afresh by `openssl` for each test run.
package struct TestCertificates: Sendable {
    private let folder: String

    /// The authority's certificate.
    package var authority: String { folder + "/ca.pem" }
    /// For localhost and 127.0.0.1.
    package var good: (certificate: String, key: String) { (folder + "/good.pem", folder + "/key.pem") }
    /// For inspector.example.
    package var named: (certificate: String, key: String) { (folder + "/named.pem", folder + "/key.pem") }
    /// For localhost, ended yesterday.
    package var expired: (certificate: String, key: String) { (folder + "/expired.pem", folder + "/key.pem") }

    /// The certificates, or why `openssl` could not make them.
    package static let made = Result { try TestCertificates() }

    private init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "certificates-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try run("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -days 30 -subj /CN=authority")
        try run("req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -out request.pem -subj /CN=server")
        try Data("subjectAltName=DNS:localhost,IP:127.0.0.1\n".utf8).write(to: URL(filePath: folder + "/good.cnf"))
        try Data("subjectAltName=DNS:inspector.example\n".utf8).write(to: URL(filePath: folder + "/named.cnf"))
        try run("x509 -req -in request.pem -CA ca.pem -CAkey ca.key -CAcreateserial -out good.pem -days 30 -extfile good.cnf")
        try run("x509 -req -in request.pem -CA ca.pem -CAkey ca.key -CAcreateserial -out named.pem -days 30 -extfile named.cnf")
        try run("x509 -req -in request.pem -CA ca.pem -CAkey ca.key -CAcreateserial -out expired.pem -days -1 -extfile good.cnf")
    }

    private func run(_ arguments: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments.split(separator: " ").map(String.init)
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardError = Pipe()
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(arguments: arguments) }
    }

    struct Failure: Error {
        let arguments: String
    }
}
