package import InspectorCore
import TextSafety

/// Marks that outlast a session: what it had marked and not sent when it ended.
package struct KeptMarks: Equatable, Sendable {
    /// The account they belong to, twelve digits.
    package let account: String
    /// The region they belong to.
    package let region: String
    /// What was marked; none when nothing is to be kept.
    package let associations: [Association]
    /// The most associations that are kept.
    package static let limit = 50_000

    /// Marks of an account and region.
    package init(account: String, region: String, associations: [Association]) {
        (self.account, self.region, self.associations) = (account, region, associations)
    }
}

extension Session {
    /// Asks for the marks that an earlier session left, once for each account and region.
    mutating func askForMarks() -> [Effect] {
        guard keepsMarks, let shown, let account = self[shown].identity.account, let region = self[shown].identity.region else { return [] }
        let place = KeptMarks(account: account, region: region, associations: [])
        if place == self[shown].marksAskedFor { return [] }
        (self[shown].marksAskedFor, self[shown].keptMarks) = (place, nil)
        return [.findMarks(account: account, region: region)]
    }

    /// Takes in what an earlier session left.
    mutating func marksFound(_ kept: KeptMarks) {
        for key in seats.map(\.key) where kept.account == self[key].identity.account && kept.region == self[key].identity.region {
            self[key].keptMarks = kept.associations
        }
    }

    /// What is to be kept if the program ends now, for each account and region: marks that were not sent, or that there are none. Nothing
    /// where what is kept already stays as it is: while an offer stands, and where it is not known whose marks they are.
    var marksToKeep: [KeptMarks] { seats.compactMap(marksToKeep) }

    private func marksToKeep(_ seat: Seat) -> KeptMarks? {
        guard keepsMarks, let number = seat.identity.account, let region = seat.identity.region else { return nil }
        let ids = account.marks(in: seat.key).ids.filter { account.failures[$0] == nil }
        if ids.isEmpty ? seat.keptMarks != [] : ids.count > KeptMarks.limit { return nil }
        return KeptMarks(account: number, region: region, associations: ids.map(account.inventory.association))
    }

    /// How many marks outlast the session if it ends now; those of rows that failed do not.
    var keptMarkCount: Int { marksToKeep.reduce(0) { $0 + $1.associations.count } }

    /// Why no marks can be imported now; nothing when they can.
    var importRefusal: String? {
        if shown == nil { return oneSessionRefusal("Marks are imported") }
        return account.inventory.isLoading
            ? "The listing is in progress: \(key(.list(.importMarks))) imports marks once it is complete." : nil
    }

    /// Why something cannot be done with several sessions at once.
    func oneSessionRefusal(_ what: String) -> String {
        "\(what) in one session at a time: Esc goes to the list of accounts, and Enter there opens one."
    }

    /// Marks again what an earlier session had marked, as far as it is still associated.
    mutating func takeKeptMarks() -> Notice {
        let kept = keptMarks ?? []
        keptMarks = []
        let ids = kept.compactMap(account.inventory.id)
            .filter { account.inventory.contains($0) && account.inventory.isMarkable($0) }
        account.mark(ids)
        let gone = kept.count - ids.count
        let rest = gone == 0 ? "" : " \(gone.grouped) \(gone == 1 ? "is" : "are") no longer associated."
        return Notice(.information, "Marked \(ids.count.counted("association")) again.\(rest)")
    }

    /// What rows mean in an import that name no configuration: the same for every file.
    func importRule(_ scanConfigurationArn: String?) -> String {
        guard let arn = scanConfigurationArn, let number = account.inventory.number(ofArn: arn) else {
            return "Rows without a configuration apply to every configuration that has the project."
        }
        return "Rows without a configuration apply to \(account.inventory.entries[Int(number)].configuration.name)."
    }

    /// Marks what a file names, and nothing else; nothing of a file that is refused. False when the file is not awaited any more.
    mutating func importMarks(_ number: Int, _ table: InputTable) -> Bool {
        guard let wanted = account.imports.end(number) else { return false }
        if let reason = planningRefusal ?? importRefusal {
            notices.show(Notice(.warning, "Nothing was marked. \(reason)"))
            return true
        }
        let context = PlanInputContext(account: identity.account, region: identity.region)
        do throws(PlanInputError) {
            let named = try InputMarks(
                table, in: account.inventory, configuration: wanted.scanConfigurationArn, context: context)
            notices.show(mark(named, of: table))
        } catch {
            importFailed(.refused(error))
        }
        return true
    }

    /// Says why nothing was marked; of several reasons, all are among the results.
    mutating func importFailed(_ failure: ImportFailure) {
        switch failure {
        case .unreadable(let sentence): notices.show(Notice(.warning, sentence))
        case .refused(let error):
            if let all = error.allSentences { report(Problem(context: "Marking what \(error.input.terminalSafe) names", sentence: all)) }
            let pointer = error.allSentences == nil ? "" : " \(key(.program(.results))) shows all."
            notices.show(Notice(error.allSentences == nil ? .warning : .error, error.firstSentence + pointer))
        }
    }

    private mutating func mark(_ named: InputMarks, of table: InputTable) -> Notice {
        let ids = named.found.filter(account.inventory.isMarkable)
        let before = account.marks.count
        account.mark(ids)
        let old = ids.count - (account.marks.count - before)
        let remarks = [old > 0 ? "\(old.grouped) marked before" : "", named.remarks].filter { !$0.isEmpty }
        let rest = remarks.isEmpty ? "." : "; " + remarks.joined(separator: ", ") + "."
        if ids.isEmpty { return Notice(.warning, "Nothing in \(table.name.terminalSafe) can be marked\(rest)") }
        let back = old == ids.count ? "" : " \(key(.list(.clearMarks))) takes it back."
        return Notice(.information, "Marked \((ids.count - old).counted("association"))\(rest)\(back)")
    }
}
