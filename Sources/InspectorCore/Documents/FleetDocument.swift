package import JSON

/// What commands print of several sessions: the document of each, in the order given, and what became of those that have none.
package struct FleetDocument<Part: JSONWritable>: JSONWritable {
    private let group: String?
    private let missing: Int
    private let sessions: [FleetEntry<Part>]

    /// The document of these sessions; `group` ties their runs, of which `missing` have no journal that can be read.
    package init(group: String? = nil, missing: Int = 0, _ sessions: [FleetEntry<Part>]) {
        (self.group, self.missing, self.sessions) = (group, missing, sessions)
    }

    /// Writes one object with all sessions; no group where nothing was sent.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("group", group)
            if missing > 0 { json.member("missingRuns", missing) }
            json.key("sessions")
            json.array { list in
                for session in sessions { session.write(to: &list) }
            }
        }
    }
}

/// One session in a ``FleetDocument``.
package enum FleetEntry<Part> {
    /// What a command tells of it when it is alone.
    case document(Part)
    /// There is nothing to tell, and why.
    case failed(profile: String?, region: String, error: String)

    /// What there is to tell.
    package var part: Part? {
        switch self {
        case .document(let part): part
        case .failed: nil
        }
    }

    /// The same session with what is made of its part.
    package func map<Other>(_ transform: (Part) -> Other) -> FleetEntry<Other> {
        switch self {
        case .document(let part): .document(transform(part))
        case .failed(let profile, let region, let error): .failed(profile: profile, region: region, error: error)
        }
    }
}

extension FleetEntry: Sendable where Part: Sendable {}

extension FleetEntry: JSONWritable where Part: JSONWritable {
    /// Writes the session's own document, or an object with `error`.
    package func write(to json: inout JSONWriter) {
        switch self {
        case .document(let part): part.write(to: &json)
        case .failed(let profile, let region, let error):
            json.object { json in
                json.member("error", error)
                json.member("profile", profile)
                json.member("region", region)
            }
        }
    }
}
