import AWSClient
import InspectorCore
import InspectorSimulator
import Runtime

/// What the demo simulates.
enum Demo: String, CaseIterable {
    /// One account in one region.
    case account
    /// Three accounts in two regions, with a profile for each.
    case fleet

    /// What the simulator is started with.
    var simulatorOptions: SimulatorOptions {
        switch self {
        case .account: SimulatorOptions()
        case .fleet: .fleet
        }
    }

    /// The sessions of all accounts in all regions; none for one account in one region.
    var sessionNames: [SessionName] {
        switch self {
        case .account: []
        case .fleet:
            simulatorOptions.profiles.map(\.name).filter { $0 != "default" }.flatMap { profile in
                simulatorOptions.regions.map { SessionName(profile: profile, region: $0) }
            }
        }
    }

    /// The variables of a session with the simulator. Those of a fleet name a file of profiles in the demo's folder.
    func variables(of simulator: Simulator, _ environment: Environment) throws(ConnectionError) -> [String: String] {
        switch self {
        case .account: return Dictionary(uniqueKeysWithValues: simulator.clientEnvironment)
        case .fleet:
            let folder: String
            do throws(JournalError) { folder = try DemoFolder.path(environment: environment) } catch { throw .folder(error) }
            let profiles = simulator.options.profiles.map { $0.key.profile($0.name) }.joined(separator: "\n")
            let path = folder + "/credentials"
            do throws(LocalFile.Problem) {
                try LocalFile.writePrivately(Array(profiles.utf8), to: path)
            } catch {
                throw .folder(.folder(path: folder, reason: error.phrase))
            }
            return [
                "AWS_ENDPOINT_URL": simulator.endpointURL, "AWS_REGION": simulator.options.region, "AWS_SHARED_CREDENTIALS_FILE": path,
                "AWS_CONFIG_FILE": folder + "/config",
            ]
        }
    }
}
