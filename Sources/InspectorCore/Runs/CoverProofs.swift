/// What the listings of one session have shown of the associations that a move rests on: those that it makes first, and those that existed
/// when it was planned.
struct CoverProofs: Sendable {
    /// What a listing is to show.
    enum Question: Hashable, Sendable {
        /// That every project is covered, before something is dissolved.
        case beforeDissolving
        /// That these projects, of which something was dissolved, are still covered.
        case sinceDissolved(Set<AssociationResource>)
    }

    /// What is asked of the listing that goes on; nothing where it is not about covers.
    private(set) var question: Question?
    /// Places of targets that a listing has shown, since it was asked for them.
    private var seen: Set<Int> = []
    /// Projects that were covered when planned, by the configuration that covers them.
    private var standing: [String: [AssociationResource: PlanTarget]] = [:]
    /// Those of them that no listing has shown since it was asked for them.
    private var unseen: [String: [AssociationResource: PlanTarget]] = [:]
    /// The configurations that were listed since, so that what is not there is gone.
    private var listed: Set<String> = []
    /// The projects that the targets which come first cover, by place.
    private var made: [AssociationResource] = []

    /// Nothing is shown of what the plan rests on.
    init(_ plan: Plan) {
        guard plan.action == .move else { return }
        for target in plan.alreadyDone where plan.change(of: target) == .associate {
            standing[target.association.scanConfigurationArn, default: [:]][target.association.resource] = target
        }
        unseen = standing
        made = plan.targets.prefix { $0.change == .associate }.map(\.association.resource)
    }

    /// Begins a listing. What is asked for once more has to be shown once more.
    mutating func ask(_ question: Question?) {
        self.question = question
        listed = []
        guard case .sinceDissolved(let projects) = question else { return }
        seen = seen.filter { !projects.contains(made[$0]) }
        unseen = standing.compactMapValues { targets in
            let asked = targets.filter { projects.contains($0.key) }
            return asked.isEmpty ? nil : asked
        }
    }

    /// The configurations to list for what existed when planned.
    var standingArns: [String] { question == nil ? [] : unseen.keys.sorted() }

    /// Whether a listing has shown a target that the run has associated.
    func isSeen(_ target: Int) -> Bool { seen.contains(target) }

    /// Whether the listing that goes on has to show a target, whatever earlier ones have shown.
    func isAsked(_ target: Int) -> Bool {
        guard made.indices.contains(target), !seen.contains(target) else { return false }
        return switch question {
        case nil: false
        case .beforeDissolving: true
        case .sinceDissolved(let projects): projects.contains(made[target])
        }
    }

    /// What covered projects when planned, and that no listing has shown.
    var unlisted: [PlanTarget] { unseen.values.flatMap(\.values) }

    /// Those of them whose configuration was listed to its end.
    var gone: [PlanTarget] { unseen.filter { listed.contains($0.key) }.values.flatMap(\.values) }

    /// Notes that a listing shows targets as the run wants them.
    mutating func see(_ targets: [Int]) { seen.formUnion(targets.filter(made.indices.contains)) }

    /// Notes what a listing of a configuration shows.
    mutating func see(_ answer: ListingAnswer, of arn: String) {
        switch answer {
        case .associations(let resources, let provesAbsence):
            let left = (unseen[arn] ?? [:]).filter { !resources.contains($0.key) }
            unseen[arn] = left.isEmpty ? nil : left
            if provesAbsence { listed.insert(arn) }
        case .configurationGone: listed.insert(arn)
        case .failed, .underWay, .blocked: break
        }
    }

    /// The beginning of a sentence that ends with the reason.
    static func doubt(_ cover: PlanTarget) -> String {
        "the project is not associated with \(cover.configurationName ?? cover.association.scanConfigurationArn) for certain: "
    }
}

extension Outcome {
    /// Why it is not done for certain, in one line; nothing where the service reported it done.
    var whyNotDone: String? { self == .succeeded ? nil : reason.isEmpty ? title : "\(title): \(reason)" }

    /// The service's code where it refused the target; nothing where what it reported is not confirmed, or not known.
    var refusal: AssociationStatusCode? { if case .failed(let code, _) = self { code } else { nil } }
}
