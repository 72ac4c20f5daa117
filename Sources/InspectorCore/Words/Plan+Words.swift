import TextSafety

extension Plan {
    /// How much the plan is about, in words: "20,000 associations (5,000 projects) in 4 configurations".
    package var extent: String { extent(projects: projectCount) }

    /// The same where the number of projects is known already.
    package func extent(projects: Int) -> String {
        Self.extent(targets: targets.count, projects: projects, configurations: configurationCount)
    }

    /// What the plan does, in words: "disassociate 30 associations (20 projects) in 2 configurations". A move tells both of its numbers.
    package var phrase: String { Self.phrase(action, covers: count(of: .associate), extent: restExtent) }

    static func phrase(_ action: RunAction, covers: Int, extent: String) -> String {
        switch action {
        case .disassociate, .associate: "\(action.rawValue) \(extent)"
        case .move where covers == 0: "disassociate \(extent)"
        case .move: "create \(covers.counted("association")), then disassociate \(extent)"
        }
    }

    /// How much is disassociated by a move, or how much any other plan is about.
    private var restExtent: String {
        guard action == .move else { return extent }
        var rest = self
        (rest.action, rest.targets) = (.disassociate, PlanTargets(targets[stages[1]]))
        return rest.extent
    }

    static func extent(targets: Int, projects: Int, configurations: Int) -> String {
        "\(targets.counted("association")) (\(projects.counted("project"))) in \(configurations.counted("configuration"))"
    }

    /// How many different projects the targets belong to. With several configurations each id is hashed, so ask once.
    package var projectCount: Int {
        configurationCount > 1 ? Set(targets.indices.lazy.map(targets.resource)).count : targets.count
    }
}

extension Plan {
    /// Why the plan must not be carried out by a session of this account and region, in words; nothing when it may.
    package func mismatch(_ session: PlanInputContext) -> String? {
        let account = knownAccount
        return session.unknownAccount(for: account)
            ?? session.mismatch(account: account, region: region).map { "This plan is for \($0)." }
    }
}

extension PlanInputContext {
    /// Why a plan for `account` is not for this session, whose account is not known; nil when it is known.
    package func unknownAccount(for account: String?) -> String? {
        guard let account, self.account == nil else { return nil }
        return "This plan is for account \(account), and this session's account is not known: neither STS nor the listing told it."
    }

    /// Why a plan for an account and a region is not for this session, as the end of a sentence; what is not known is not held
    /// against it.
    func mismatch(account: String?, region: String?) -> String? {
        if let account, let ours = self.account, account != ours {
            return "account \(account), and this session's account is \(ours)"
        }
        if let region, let ours = self.region, region != ours {
            return "region \(region), and this session's region is \(ours)"
        }
        return nil
    }
}

extension PlanInputError: Worded {
    /// One line a problem, and that nothing was sent.
    package var words: String {
        let lines = problems.map { "\(place(of: $0)): \($0.reason)" }
        let more = left > 0 ? ["and \(left.counted("more problem"))"] : []
        return (lines + more + ["Nothing was sent: all of the input has to be valid."]).joined(separator: "\n")
    }

    /// The first problem as one sentence, and how many more there are: for a line of a screen.
    package var firstSentence: String {
        guard let first = problems.first else { return "" }
        let more = problems.count - 1 + left
        return "\(place(of: first)): \(first.reason.ended(more > 0 ? "; and \(more.counted("more problem"))" : "")) Nothing was marked."
            .terminalSafe
    }

    /// All problems that are known one by one, as sentences; nothing where the first one is all.
    package var allSentences: String? {
        guard problems.count > 1 else { return nil }
        let more = left > 0 ? " And \(left.counted("more problem"))." : ""
        return
            (problems.map { problem in
                let place = (problem.line > 0 ? "line \(problem.line)" : input) + column(of: problem)
                return "\(place.prefix(1).uppercased() + place.dropFirst()): \(problem.reason.ended(""))"
            }.joined(separator: " ") + more + " Nothing was marked: all of the file has to be valid.").terminalSafe
    }

    private func place(of problem: PlanInputProblem) -> String {
        "\(input)\(problem.line > 0 ? ", line \(problem.line)" : "")" + column(of: problem)
    }

    private func column(of problem: PlanInputProblem) -> String {
        (problem.column?.quoted ?? problem.position.map { "\($0)" }).map { ", column \($0)" } ?? ""
    }

    /// The words with their lines, made terminal-safe.
    package var sentence: String { words.terminalSafeLines }
}

extension InputTable {
    /// What to know of an input that is one page of a listing.
    package var onePageSentence: String {
        "\(name) is one page of a listing, and says that there are more: what is on those is not in it.".terminalSafe
    }
}

extension PlanWarning: Worded {
    /// The warning as one sentence.
    package var words: String {
        switch self {
        case .defaultConfiguration(let name, let targets):
            "\(name) is a default configuration (scope ALL): its \(targets.counted("association")) may come back, and new projects join it."
        case .organizationLevel(let name, let targets):
            "\(name) belongs to the organization (\(targets.counted("association"))): only the delegated administrator may change it."
        case .lastConfiguration(let projects):
            "\(projects.count.counted("project")) would lose \(projects.count == 1 ? "its" : "their") last scan configuration and no longer be scanned."
        case .hiddenByFilter(let targets):
            "\(targets.counted("association")) \(targets == 1 ? "is" : "are") hidden by the current filter."
        case .namesMissing:
            "Repository names are not known; projects are shown by ID."
        case .listingIncomplete:
            "The listing is not complete: whether a project keeps another configuration is not known for sure."
        case .repeatedTargets(let count):
            "\(count.counted("association")) named more than once; each counts once."
        case .unmatchedListings(let names):
            "\(names.listed(upTo: 3)) \(names.count == 1 ? "has" : "have") rows that match no project: whether a project keeps another "
                + "configuration is not known for sure."
        case .unmatchedLeftOut(let name, let resources, let count):
            "\(count.counted("resource")) of \(name) \(count == 1 ? "matches" : "match") no project and \(count == 1 ? "is" : "are") left out: "
                + resources.joined(separator: "; ") + (count > resources.count ? "; …" : ".")
        case .unknownResources(let count):
            "\(count.counted("resource")) of a kind this version does not know; left out."
        case .unknownConfiguration(let arn, let targets):
            "\(arn) (\(targets.counted("association"))) is not among the configurations of this account and region."
        case .unresolvedLeftOut(let targets):
            "\(targets.counted("association")) of the earlier run \(targets == 1 ? "is" : "are") unresolved and left out; resume that run first."
        case .coversLeftOut(let targets):
            "\(targets.counted("association")) that the earlier run made \(targets == 1 ? "stays" : "stay"), because that run may still "
                + "disassociate \(targets == 1 ? "its project" : "their projects"): resume it first, then undo it again."
        case .alreadyDone(let action, let configuration, let targets, let all):
            Self.words(action, configuration, targets, all)
        case .resultsLeftOut(let rows, let taken):
            "\(rows.counted("row")) of the results \(rows == 1 ? "needs" : "need") nothing any more and \(rows == 1 ? "is" : "are") left out; "
                + "\(taken.grouped) \(taken == 1 ? "is" : "are") taken."
        case .accountUnknown:
            "Which account this is for is not known: neither STS nor the ARN of a configuration tells it. Make sure that it is the right one."
        case .stays(let name, let targets):
            "\(targets.counted("association")) with \(name) \(targets == 1 ? "stays" : "stay"): it is to cover \(targets == 1 ? "its project" : "their projects")."
        case .full(let name, let targets):
            "\(targets.counted("project")) \(targets == 1 ? "is" : "are") in \(ServiceLimits.configurationsOfProject) scan configurations, the "
                + "most there can be: the service will refuse to associate \(targets == 1 ? "it" : "them") with \(name)."
        case .noRoom(let name, let targets, let room):
            "\(name) has room for \(room.counted("more project")), and the plan associates \(targets.grouped)."
        case .scansNothing(let name, let targets):
            "\(name) has no schedule, and scans at no push or pull request: it does not scan the \(targets.counted("project")) associated with it."
        case .associatesByItself(let name):
            "\(name) is a default configuration (scope ALL): it associates new projects by itself."
        case .otherAccount(let name, let owner):
            "\(name) belongs to account \(owner), which is another one: the service may refuse to associate projects with it."
        case .alreadyAssociated(let targets):
            "\(targets.counted("association")) already \(targets == 1 ? "exists" : "exist"): the run may have been undone before."
        }
    }
}

extension PlanWarning {
    private static func words(_ action: RunAction, _ configuration: String?, _ targets: Int, _ all: Int) -> String {
        let place = configuration.map { " (\($0))" } ?? ""
        let isOne = targets == 1
        let state =
            switch action {
            case .disassociate: isOne ? "does not exist now" : "do not exist now"
            case .associate: isOne ? "already exists" : "already exist"
            case .move: isOne ? "is already as planned" : "are already as planned"
            }
        let who =
            all == 1
            ? "The association"
            : targets == all ? "All \(all.counted("association"))" : "\(targets.grouped) of \(all.counted("association"))"
        return "\(who) \(state)\(place); nothing is sent for \(isOne ? "it" : "them")."
    }
}

extension String {
    /// The words with more behind them, as a whole sentence.
    fileprivate func ended(_ more: String) -> String { hasSuffix("?") && more.isEmpty ? self : self + more + "." }
}
