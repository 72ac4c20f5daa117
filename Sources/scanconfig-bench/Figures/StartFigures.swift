import InspectorCore

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

/// From exec to the first whole frame: the moment at which the last thing of the first screen is in the terminal.
struct FirstFrameFigure {
    private let bench: Bench
    private let home: Folder
    private let rounds: Int

    init(_ bench: Bench) throws {
        self.bench = bench
        home = try Folder()
        home.fill(20)
        rounds = bench.scaled(21, quick: 7)
    }

    /// One reading for each build and file manager, all taken in turns.
    func readings() throws -> [Reading] {
        let peers = ["nnn", "ncdu"].map { (name: $0, path: Peer.path(of: $0)) }
        var (ours, theirs): ([[Double]], [String: [Double]]) = (bench.builds.map { _ in [] }, [:])
        for _ in 0..<rounds {
            for (place, build) in bench.builds.enumerated() {
                ours[place].append(try seconds(build.path, [], environment: variables, until: "quit"))
            }
            for peer in peers {
                guard let path = peer.path else { continue }
                theirs[peer.name, default: []].append(try seconds(path, [home.path], until: peer.name == "nnn" ? "20" : "Total disk usage"))
            }
        }
        return zip(bench.builds, ours).flatMap { build, times in
            peers.map { peer in
                Reading(
                    figure: "first-frame", detail: "exec to first frame, 80x24" + build.note, ours: Quantity(times.median, .seconds),
                    reference: Reference(name: peer.name, quantity: theirs[peer.name].map { Quantity($0.median, .seconds) }),
                    goal: .notMore)
            }
        }
    }

    /// Settings of a service that does not answer: only the program's own frame comes.
    private var variables: [String: String] {
        ["AWS_REGION": "us-east-1", "AWS_ENDPOINT_URL": "http://127.0.0.1:1", "AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": "s"]
    }

    private func seconds(
        _ path: String, _ arguments: [String], environment: [String: String] = [:], until mark: String
    ) throws -> Double {
        let terminal = try PseudoTerminal(Command(path, arguments, home: home, environment: environment))
        let output = terminal.read(quiet: .seconds(5)) { $0.firstRange(of: mark.utf8) != nil }
        guard let last = output.last, output.bytes.firstRange(of: mark.utf8) != nil else {
            throw BenchError("\(path) showed no '\(mark)' in its first frame.")
        }
        return (last - terminal.start).inSeconds
    }
}
