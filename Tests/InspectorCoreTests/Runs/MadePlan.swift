import InspectorCore

/// Plans and identifiers made up for tests.
enum MadePlan {
    static func arn(_ number: Int) -> String {
        "arn:aws:inspector2:us-east-1:123456789012:owner/123456789012/codesecurity-configuration/\(uuid(number))"
    }

    static func projectId(_ number: Int) -> String { "project-\(uuid(number))" }

    static func association(_ target: Int, configuration: Int = 0) -> Association {
        Association(scanConfigurationArn: arn(configuration), resource: .projectId(projectId(target)))
    }

    /// `count` targets, evenly spread over the configurations.
    static func plan(_ count: Int, configurations: Int = 1, action: RunAction = .disassociate) -> Plan {
        let targets = (0..<count).map { number in
            PlanTarget(association: association(number, configuration: number * configurations / max(count, 1)))
        }
        return Plan(action: action, account: "123456789012", region: "us-east-1", caller: nil, targets: targets, warnings: [])
    }

    private static func uuid(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }
}

extension BatchAssociationResponse {
    /// Everything succeeded.
    static func success(_ associations: [Association]) -> Self {
        Self(successfulAssociations: associations.map(SuccessfulAssociation.init), failedAssociations: [])
    }
}

extension SuccessfulAssociation {
    init(_ association: Association) {
        self.init(scanConfigurationArn: association.scanConfigurationArn, resource: association.resource)
    }
}

extension FailedAssociation {
    init(_ association: Association, _ code: AssociationStatusCode?, _ message: String? = nil) {
        self.init(
            scanConfigurationArn: association.scanConfigurationArn, resource: association.resource, statusCode: code,
            statusMessage: message)
    }
}
