/// What the listings of one session have shown of the associations that a move rests on: those that it makes first, and those that existed
/// when it was planned.
struct CoverProofs: Sendable {
    /// Places of targets that a listing has shown.
    private var seen: Set<Int> = []
    /// Projects that were covered when planned and that no listing has shown so yet, by the configuration that covers them.
    private var standing: [String: [AssociationResource: PlanTarget]] = [:]

    /// Nothing is shown of what the plan rests on.
    init(_ plan: Plan) {
        guard plan.action == .move else { return }
        for target in plan.alreadyDone where plan.change(of: target) == .associate {
            standing[target.association.scanConfigurationArn, default: [:]][target.association.resource] = target
        }
    }

    /// The configurations to list for what existed when planned.
    var standingArns: [String] { standing.keys.sorted() }

    /// Whether a listing has shown a target that the run has associated.
    func isSeen(_ target: Int) -> Bool { seen.contains(target) }

    /// Projects whose cover of old was not seen, and the beginning of why nothing rests on it.
    var unseen: [AssociationResource: String] {
        standing.values.reduce(into: [:]) { words, projects in words.merge(projects.mapValues(Self.doubt)) { first, _ in first } }
    }

    /// Notes that a listing shows targets as the run wants them.
    mutating func see(_ targets: [Int]) { seen.formUnion(targets) }

    /// Notes what a listing of a configuration shows.
    mutating func see(_ answer: ListingAnswer, of arn: String) {
        guard case .associations(let resources, _) = answer, let projects = standing[arn] else { return }
        standing[arn] = projects.filter { !resources.contains($0.key) }
    }

    /// The beginning of a sentence that ends with the reason.
    static func doubt(_ cover: PlanTarget) -> String {
        "the project is not associated with \(cover.configurationName ?? cover.association.scanConfigurationArn) for certain: "
    }
}

extension Outcome {
    /// Why it is not done for certain, in one line; nothing where the service reported it done.
    var whyNotDone: String? { self == .succeeded ? nil : reason.isEmpty ? title : "\(title): \(reason)" }
}
