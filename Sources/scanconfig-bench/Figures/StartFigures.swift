/// `--version`, from exec to the end.
struct VersionFigure {
    private let bench: Bench
    private let home: Folder

    init(_ bench: Bench) throws {
        self.bench = bench
        home = try Folder()
    }

    func readings() throws -> [Reading] {
        let peer = Peer.awsCLI(home: home)
        var (ours, theirs): ([Double], [Double]) = ([], [])
        for _ in 0..<bench.scaled(11, quick: 5) {
            ours.append(try Child.run(Command(bench.program, ["--version"], home: home)))
            if let peer { theirs.append(try Child.run(Command(peer, ["--version"], home: home))) }
        }
        let reference = Reference(name: "AWS CLI", quantity: peer.map { _ in Quantity(theirs.median, .seconds) })
        return [
            Reading(
                figure: "version", detail: "exec to end", ours: Quantity(ours.median, .seconds), reference: reference, goal: .faster(30))
        ]
    }
}

/// From exec to the first request at the service's door.
struct FirstRequestFigure {
    private let bench: Bench
    private let home: Folder

    init(_ bench: Bench) throws {
        self.bench = bench
        home = try Folder()
    }

    func readings() throws -> [Reading] {
        let peer = Peer.awsCLI(home: home)
        var (ours, theirs): ([Double], [Double]) = ([], [])
        for _ in 0..<bench.scaled(11, quick: 5) {
            ours.append(try seconds(bench.program, ["list"]))
            if let peer { theirs.append(try seconds(peer, ["inspector2", "list-code-security-scan-configurations"])) }
        }
        let reference = Reference(name: "AWS CLI", quantity: peer.map { _ in Quantity(theirs.median, .seconds) })
        return [
            Reading(
                figure: "first-request", detail: "exec to first request", ours: Quantity(ours.median, .seconds), reference: reference,
                goal: .faster(30))
        ]
    }

    private func seconds(_ path: String, _ arguments: [String]) throws -> Double {
        let server = try FirstRequest()
        let variables = ["AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": "secret"]
        return try server.seconds(
            of: Command(path, arguments + ["--endpoint-url", server.endpoint], home: home, environment: variables))
    }
}
