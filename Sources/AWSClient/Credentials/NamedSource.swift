/// The sources that `credential_source` may name.
struct NamedSource: Sendable {
    /// Their names, as AWS spells them.
    enum Name: String, CaseIterable, Sendable {
        case environment = "Environment"
        case container = "EcsContainer"
        case instanceMetadata = "Ec2InstanceMetadata"
    }

    let context: CredentialContext

    /// The credentials of a source, which have to be there.
    func credentials(_ name: Name, origin: Origin, profile: String) async throws(CredentialError) -> Credentials {
        let found =
            switch name {
            case .environment: try EnvironmentCredentials(environment: context.environment).credentials()
            case .container: try await ContainerCredentials(context: context).credentials()
            case .instanceMetadata: try await InstanceMetadataCredentials(context: context).credentials()
            }
        guard let found else {
            throw .invalidConfiguration(
                problem: "credential_source \(name.rawValue) has no credentials", origin: origin, profile: profile)
        }
        return found
    }
}
