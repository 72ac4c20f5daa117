package import JSON

/// `ScanStatus`: how the scans of a resource go.
package struct ScanStatus: Hashable, Sendable {
    /// `ACTIVE` or `INACTIVE`.
    package var statusCode: String?
    /// `SUCCESSFUL`, `ACCESS_DENIED`, `PENDING_INITIAL_SCAN` and many more.
    package var reason: String?

    /// A status with the words given.
    package init(statusCode: String? = nil, reason: String? = nil) {
        (self.statusCode, self.reason) = (statusCode, reason)
    }
}

extension ScanStatus: JSONReadable, JSONWritable {
    /// Reads the status; a word that is no string is absent.
    package init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            switch name {
            case "statusCode": statusCode = try json.readableString()
            case "reason": reason = try json.readableString()
            default: break
            }
        }
    }

    /// Writes the status; absent members are left out.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("reason", reason)
            json.member("statusCode", statusCode)
        }
    }
}

/// `CodeRepositoryOnDemandScan`: what is known of scans that somebody asked for.
package struct OnDemandScan: Hashable, Sendable {
    /// The last commit that was scanned that way.
    package var lastScannedCommitId: String?
    /// When that was.
    package var lastScanAt = ScanTime.never
    /// How it went.
    package var scanStatus: ScanStatus?

    /// A scan of which nothing is known.
    package init() {}
}

extension OnDemandScan: JSONReadable, JSONWritable {
    /// Reads the scan; a fact that cannot be read is absent.
    package init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            switch name {
            case "lastScannedCommitId": lastScannedCommitId = try json.readableString()
            case "lastScanAt": lastScanAt = try ScanTime(&json)
            case "scanStatus": scanStatus = try json.readable(ScanStatus.init)
            default: break
            }
        }
    }

    /// Writes the scan; absent members are left out.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("lastScanAt", lastScanAt.iso8601)
            json.member("lastScannedCommitId", lastScannedCommitId)
            json.member("scanStatus", scanStatus)
        }
    }
}
