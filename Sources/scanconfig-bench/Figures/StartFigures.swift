/// `--version`, from exec to the end.
struct VersionFigure {
    private let bench: Bench
    private let home: Folder

    init(_ bench: Bench) throws {
        self.bench = bench
        home = try Folder()
    }

    func readings() throws -> [Reading] {
        try bench.besideAWSCLI("version", "exec to end", home: home, ours: ["--version"], theirs: ["--version"]) { path, arguments in
            try Child.run(Command(path, arguments, home: home))
        }
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
        try bench.besideAWSCLI(
            "first-request", "exec to first request", home: home, ours: ["list"],
            theirs: ["inspector2", "list-code-security-scan-configurations"], seconds)
    }

    private func seconds(_ path: String, _ arguments: [String]) throws -> Double {
        let server = try FirstRequest()
        let variables = ["AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": "secret"]
        return try server.seconds(
            of: Command(path, arguments + ["--endpoint-url", server.endpoint], home: home, environment: variables))
    }
}

extension Bench {
    /// The time of each build of the program beside the AWS CLI's, all taken in turns.
    fileprivate func besideAWSCLI(
        _ figure: String, _ detail: String, home: Folder, ours: [String], theirs: [String],
        _ seconds: (_ path: String, _ arguments: [String]) throws -> Double
    ) throws -> [Reading] {
        let peer = Peer.awsCLI(home: home)
        var (times, peerTimes): ([[Double]], [Double]) = (builds.map { _ in [] }, [])
        for _ in 0..<scaled(11, quick: 5) {
            for place in builds.indices { times[place].append(try seconds(builds[place].path, ours)) }
            if let peer { peerTimes.append(try seconds(peer, theirs)) }
        }
        let reference = Reference(name: "AWS CLI", quantity: peer.map { _ in Quantity(peerTimes.median, .seconds) })
        return zip(builds, times).map { build, times in
            Reading(
                figure: figure, detail: detail + build.note, ours: Quantity(times.median, .seconds), reference: reference, goal: .faster(30)
            )
        }
    }
}
