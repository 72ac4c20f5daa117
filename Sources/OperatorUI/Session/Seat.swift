package import InspectorCore

/// One of the sessions that the program works in, by its place among those that were named at the start. It is the number of what the session
/// lists too.
package typealias SessionKey = OriginNumber

/// One of the sessions that the program works in: a profile in a region.
struct Seat: Equatable, Sendable {
    /// Its place among the sessions.
    let key: SessionKey
    /// Who is calling, and where.
    var identity: SessionIdentity
    /// The connection to the service.
    var connection = Connection()
    /// An earlier session of the same account and region: it stands for both, and nothing is listed here.
    var twin: SessionKey?
    /// What an earlier session had marked, until it is marked again; nil until that is known.
    var keptMarks: [Association]?
    /// The account and region whose marks were asked for.
    var marksAskedFor: KeptMarks?

    /// The profile that was named for it, or that it uses.
    var profile: String? { connection.choice.profile ?? identity.profile }

    /// The profile that journals of its runs keep.
    var journalProfile: String? { connection.choice.profile ?? identity.namedProfile }

    /// What the operator calls it: "payments/eu-west-1".
    var name: String {
        let region = identity.region ?? connection.choice.region ?? "region unknown"
        return (profile.map { "\($0)/" } ?? "") + region
    }

    /// Where it lists.
    var origin: InventoryOrigin {
        InventoryOrigin(profile: profile ?? "", region: identity.region ?? "", account: identity.account)
    }
}

extension Session {
    /// Whether there are several sessions.
    var isFleet: Bool { seats.count > 1 }

    /// The one session that is looked at; nil when it is all of them.
    var shown: SessionKey? { isFleet ? focus : 0 }

    /// The one session whose lists are shown; nil when they are those of several.
    var listedSession: SessionKey? { isFleet ? account.inventory.scope : 0 }

    /// The sessions that are looked at.
    var shownSeats: [Seat] { shown.map { [self[$0]] } ?? seats }

    /// A session.
    subscript(key: SessionKey) -> Seat {
        get { seats[Int(key)] }
        set { seats[Int(key)] = newValue }
    }

    /// Who is calling, and where, in the session that is looked at. Of several nothing is said that is not so of all of them.
    var identity: SessionIdentity {
        get {
            if let shown { return self[shown].identity }
            let (first, isSame) = (seats[0].identity, seats.allSatisfy { $0.identity.endpoint == seats[0].identity.endpoint })
            return SessionIdentity(endpoint: isSame ? first.endpoint : "several endpoints", profiles: first.profiles)
        }
        set { if let shown { self[shown].identity = newValue } }
    }

    /// The connection of the session that is looked at. Of several: as far as one of them is.
    var connection: Connection {
        get { shown.map { self[$0].connection } ?? Connection(of: seats) }
        set { if let shown { self[shown].connection = newValue } }
    }

    /// What an earlier session of the account and region that are looked at had marked.
    var keptMarks: [Association]? {
        get { shown.flatMap { self[$0].keptMarks } }
        set { if let shown { self[shown].keptMarks = newValue } }
    }

    /// A sentence about one of several sessions.
    func named(_ key: SessionKey, _ sentence: String) -> String { isFleet ? "\(self[key].name): \(sentence)" : sentence }

    /// Keeps an error of a session among the results, and shows it. Of several sessions, one whose lists are not shown says it in its row of
    /// the accounts alone, unless that is heard.
    mutating func report(_ problem: Problem, of key: SessionKey) {
        let told = notices
        report(named(key, problem))
        if isFleet, !isHeard, listedSession != key { notices = told }
    }

    /// A problem of one of several sessions.
    func named(_ key: SessionKey, _ problem: Problem) -> Problem {
        Problem(context: named(key, problem.context), sentence: named(key, problem.sentence))
    }

    /// The session whose account and region a plan is for; nil when none is.
    func key(for plan: Plan) -> SessionKey? {
        guard isFleet else { return 0 }
        return seats.first {
            $0.twin == nil && $0.identity.account != nil && $0.identity.account == plan.knownAccount && $0.identity.region == plan.region
        }?.key
    }

    /// Notes which sessions turned out to be of the account and region of an earlier one; those that have become so.
    mutating func findTwins() -> [SessionKey] {
        guard isFleet else { return [] }
        var (first, new): ([String: SessionKey], [SessionKey]) = ([:], [])
        for key in seats.map(\.key) {
            guard let account = self[key].identity.account, let region = self[key].identity.region else { continue }
            let place = "\(account) \(region)"
            if first[place] != nil, self[key].twin == nil { new.append(key) }
            self[key].twin = first[place]
            if first[place] == nil { first[place] = key }
        }
        return new
    }

    /// Looks at one session, or at all of them; the lists show what is looked at.
    mutating func look(at key: SessionKey?) {
        focus = key
        guard isFleet, account.inventory.scope != key else { return }
        account.show(only: key)
    }
}

extension Connection {
    /// The connections of several sessions as one.
    fileprivate init(of seats: [Seat]) {
        let states = seats.map(\.connection.state)
        state = states.first { $0 == .ready } ?? states.first { $0 == .connecting } ?? states[0]
    }
}
