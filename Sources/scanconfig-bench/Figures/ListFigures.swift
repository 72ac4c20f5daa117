import AWSClient
import InspectorCore

/// One configuration, page after page: the loop of this client beside the same loop with boto3, on the same server.
struct ListOneFigure {
    private let bench: Bench
    private let home: Folder

    init(_ bench: Bench) throws {
        self.bench = bench
        home = try Folder()
    }

    func readings() async throws -> [Reading] {
        let size = bench.scaled(100_000, quick: 20_000)
        let simulation = try Simulation(bench.program, home: home, ["--configurations", "1", "--projects", "\(size)"])
        let session = try simulation.session()
        let inspector = Inspector(client: session.client(for: .inspector2))
        let arn = try await inspector.listCodeSecurityScanConfigurations().configurations?.first?.scanConfigurationArn ?? ""
        let peer = Peer.python(home: home).map { Boto3Listing(python: $0, home: home) }
        var (ours, theirs): ([Double], [Double]) = ([], [])
        for _ in 0..<bench.scaled(3, quick: 2) {
            ours.append(try await seconds(inspector, arn, size))
            if let peer { theirs.append(try peer.seconds(of: arn, simulation.variables).seconds) }
        }
        await session.shutdown()
        let reference = Reference(name: "boto3", quantity: peer.map { _ in Quantity(theirs.median, .seconds) })
        return [
            Reading(
                figure: "list-one", detail: "1 x \(size.grouped), no latency", ours: Quantity(ours.median, .seconds),
                reference: reference, goal: .faster(4))
        ]
    }

    private func seconds(_ inspector: Inspector, _ arn: String, _ size: Int) async throws -> Double {
        var count = 0
        let seconds = try await Timing.wall { count = try await AssociationListing(inspector: inspector).associations(of: arn).count }
        guard count == size else { throw BenchError("\(count) of \(size) associations were listed.") }
        return seconds
    }
}

/// Many configurations at once, with names, over a link that takes 40 ms a call.
struct ListManyFigure {
    private let bench: Bench
    private let home: Folder
    private static let latency = 40

    init(_ bench: Bench) throws {
        self.bench = bench
        home = try Folder()
    }

    func readings() async throws -> [Reading] {
        let configurations = bench.scaled(500, quick: 40)
        let simulation = try Simulation(
            bench.program, home: home,
            ["--configurations", "\(configurations)", "--projects", "2000", "--latency", "\(Self.latency)"])
        let session = try simulation.session()
        let concurrency = InventoryLoader.concurrency
        let loader = InventoryLoader(inspector: Inspector(client: session.client(for: .inspector2)))
        var inventory = Inventory()
        let ours = await Timing.wall {
            await loader.load { inventory.apply($0) }
        }
        await session.shutdown()
        guard inventory.isComplete, inventory.associationCount == configurations * 2_000 else {
            throw BenchError("\(inventory.associationCount) associations were listed.")
        }
        let pages = configurations * 20
        let limit = Double(pages) / Double(concurrency) * Double(Self.latency) / 1_000
        return [
            Reading(
                figure: "list-many", detail: "\(configurations) x 2,000 with names, 40 ms", ours: Quantity(ours, .seconds),
                reference: Reference(
                    name: "\(pages.grouped) pages / \(concurrency) x 40 ms", quantity: Quantity(limit, .seconds)), goal: .within(1.15))
        ]
    }
}
