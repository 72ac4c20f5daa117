import AWSClient
import InspectorCore

/// What a session is opened with, as the command line or a journal says it; nil is what the settings say.
struct SessionName: Hashable, Sendable {
    var profile: String?
    var region: String?

    /// The most sessions of the terminal UI.
    static let most = 250
}

extension SharedOptions {
    /// What `--region` takes for every region of the partition that has Inspector.
    static let everyRegion = "all"

    /// Whether several sessions are meant.
    var isFleet: Bool { profile.unique.count > 1 || region.unique.count > 1 || region.contains(Self.everyRegion) }

    /// Every profile in every region, in the order given, each once.
    func sessionNames(_ environment: Environment) -> [SessionName] {
        let profiles: [String?] = profile.isEmpty ? [nil] : profile.unique
        return profiles.flatMap { profile in
            regions(of: profile, environment).map { SessionName(profile: profile, region: $0) }
        }
    }

    /// That a command without a name does not say which run it means.
    static var bareName: CommandFailure {
        CommandFailure(.usage, "Among several sessions, name the run or the group of runs; scanconfig runs lists them.")
    }

    private func regions(of profile: String?, _ environment: Environment) -> [String?] {
        if region.isEmpty { return [nil] }
        guard region.contains(Self.everyRegion) else { return region.unique }
        let options = ClientOptions(profile: profile)
        let own = try? Settings.load(options: options, environment: environment, metadataRegion: Self.firstRegion).region
        return InspectorRegions.inPartition(of: own ?? Self.firstRegion)
    }

    /// Stands for its partition where a profile has no region.
    private static let firstRegion = "us-east-1"
}

extension [String] {
    /// Each of them once, in this order.
    var unique: [String] {
        var seen = Set<String>()
        return filter { seen.insert($0).inserted }
    }
}
