import InspectorCore

extension World {
    /// `GetCodeSecurityScanConfiguration`.
    func getConfiguration(_ request: ReceivedRequest) throws(ServiceFault) -> [UInt8] {
        let body = try RequestBody.read(RequestBody.OneConfiguration.self, from: request.body)
        let arn = try RequestChecks.arn(body.scanConfigurationArn)
        guard let place = account.places[arn] else { throw .notFound("The scan configuration \(arn) does not exist.") }
        let summary = account.configurations[place].summary
        var writer = JSONWriter(capacity: 1_000)
        writer.object { object in
            object.member("scanConfigurationArn", arn)
            object.member("name", summary.name)
            object.member("level", summary.isOrganizationLevel ? "ORGANIZATION" : "ACCOUNT")
            object.key("createdAt")
            object.number(Self.epoch + Double(place) * 86_400.5)
            object.key("lastUpdatedAt")
            object.number(Self.epoch + Double(place) * 172_800.25)
            object.configuration(summary)
            object.settings(summary)
        }
        return writer.bytes
    }

    /// A moment in the past that made-up timestamps count from, in seconds since 1970.
    static let epoch = 1_750_000_000.0
}

extension JSONWriter {
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
