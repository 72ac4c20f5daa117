import InspectorCore
import JSON

/// `ListCodeSecurityScanConfigurations`.
enum ListConfigurations {
    /// One page of the account's configurations.
    static func answer(_ call: ReceivedCall, in state: ServiceState) throws(ServiceFault) -> [UInt8] {
        let size = try RequestChecks.pageSize(call.request)
        let seed = state.options.seed
        let request = try PageRequest(listing: "configurations", token: call.request.parameter("nextToken"), size: size, seed: seed)
        let configurations = state.account.configurations
        let page = request.page(number: call.number, faults: state.faults.listings, seed: seed) { place in
            place < configurations.count ? Found(place: place, entry: configurations[place].summary) : nil
        }
        return page.body("configurations", capacity: 48_000) { writer, summary in writer.summary(summary) }
    }
}

/// `GetCodeSecurityScanConfiguration`. The program does not call it; other AWS clients that are pointed at the simulator do.
enum GetConfiguration {
    /// One configuration with its settings and made-up times.
    static func answer(_ call: ReceivedCall, in state: ServiceState) throws(ServiceFault) -> [UInt8] {
        let body = try RequestBody.read(RequestBody.OneConfiguration.self, from: call.request.body)
        let arn = try RequestChecks.arn(body.scanConfigurationArn)
        let (index, summary) = try state.account.configuration(arn)
        var writer = JSONWriter(capacity: 1_000)
        writer.object { object in
            object.member("scanConfigurationArn", arn)
            object.member("name", summary.name)
            object.member("level", summary.isOrganizationLevel ? "ORGANIZATION" : "ACCOUNT")
            object.key("createdAt")
            object.number(Double(MadeUpTime.epoch) + Double(index) * 86_400.5)
            object.key("lastUpdatedAt")
            object.number(Double(MadeUpTime.epoch) + Double(index) * 172_800.25)
            object.configuration(summary)
            object.settings(summary)
        }
        return writer.bytes
    }
}

/// Times in answers, which are made up.
enum MadeUpTime {
    /// The moment that they count from, in seconds since 1970.
    static let epoch: Int64 = 1_750_000_000
}

extension SimulatedAccount {
    /// The configuration with this ARN, and its index in the listing.
    func configuration(_ arn: String) throws(ServiceFault) -> (index: Int, summary: ScanConfiguration) {
        guard let index = configurationIndex[arn] else { throw .notFound("The scan configuration \(arn) does not exist.") }
        return (index, configurations[index].summary)
    }
}

extension JSONWriter {
    fileprivate mutating func summary(_ summary: ScanConfiguration) {
        object { object in
            object.member("scanConfigurationArn", summary.scanConfigurationArn)
            object.member("name", summary.name)
            object.member("ownerAccountId", summary.ownerAccountId)
            object.member("periodicScanFrequency", summary.periodicScanFrequency)
            object.member("frequencyExpression", summary.frequencyExpression)
            object.member("continuousIntegrationScanSupportedEvents", summary.continuousIntegrationScanSupportedEvents)
            object.member("ruleSetCategories", summary.ruleSetCategories)
            object.settings(summary)
        }
    }

    /// The members that the listing and `GetCodeSecurityScanConfiguration` share.
    fileprivate mutating func settings(_ summary: ScanConfiguration) {
        if let scope = summary.scopeSettings?.projectSelectionScope {
            key("scopeSettings")
            object { $0.member("projectSelectionScope", scope) }
        }
    }

    fileprivate mutating func configuration(_ summary: ScanConfiguration) {
        key("configuration")
        object { object in
            object.key("periodicScanConfiguration")
            object.object { periodic in
                periodic.member("frequency", summary.periodicScanFrequency)
                periodic.member("frequencyExpression", summary.frequencyExpression)
            }
            if let events = summary.continuousIntegrationScanSupportedEvents {
                object.key("continuousIntegrationScanConfiguration")
                object.object { $0.member("supportedEvents", events) }
            }
            object.member("ruleSetCategories", summary.ruleSetCategories)
        }
    }
}
