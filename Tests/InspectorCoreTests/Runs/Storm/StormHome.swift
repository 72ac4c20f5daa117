import AWSClient
import Foundation
import InspectorCore
import InspectorSimulator
import Logging

/// Where a storm lives: the shared credentials file, the journals, and the way to the simulator.
struct StormHome {
    let folder: TemporaryFolder
    let settings: Settings
    let transport: AsyncHTTPTransport

    /// A home whose credentials file holds `key`.
    init(simulator: Simulator, region: String, transport: AsyncHTTPTransport, key: SimulatorKey) throws {
        folder = try TemporaryFolder()
        self.transport = transport
        let variables = [
            "AWS_SHARED_CREDENTIALS_FILE": folder.path + "/credentials", "AWS_CONFIG_FILE": folder.path + "/config",
            "AWS_EC2_METADATA_DISABLED": "true",
        ]
        settings = try Settings.load(
            options: ClientOptions(region: region, endpointURL: simulator.endpointURL),
            environment: Environment(variables: variables, homeDirectory: folder.path))
        try hold(key)
    }

    var store: JournalStore { JournalStore(folder: folder.path + "/runs") }

    /// Somebody rewrites the credentials file.
    func hold(_ key: SimulatorKey) throws {
        try key.profile().write(toFile: folder.path + "/credentials", atomically: true, encoding: .utf8)
    }
}
