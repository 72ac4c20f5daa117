import TextSafety

/// Why words do not make a fault plan.
package enum FaultPlanError: Error, Equatable, Sendable {
    /// No fault has this name.
    case unknownWord(String)
    /// The fault exists; what follows its name does not fit. `form` is how it is written.
    case badValue(word: String, form: String)

    /// What is wrong, with the words that would be right.
    package var sentence: String {
        switch self {
        case .unknownWord(let word):
            "There is no fault \(word.quoted)." + (word.faultName.suggestion(among: FaultWord.all.map(\.name)).map { " \($0)" } ?? "")
                + " scanconfig simulate --help lists the faults."
        case .badValue(let word, let form):
            "The fault '\(word)' is written \(form), with RATE from 0 to 1 and times and counts of 0 or more."
        }
    }
}

extension FaultPlan {
    /// How a fault is written on the command line, and what it does.
    package static let vocabulary: [(form: String, meaning: String)] = FaultWord.all.map { ($0.form, $0.meaning) }

    /// Reads the words of `--fail`, such as `throttle=0.1` or `item:ACCESS_DENIED@acme/ledger`; a rate that is left out is 1.
    package init(parsing words: [String]) throws(FaultPlanError) {
        self.init()
        for word in words { try add(word) }
    }

    private mutating func add(_ word: String) throws(FaultPlanError) {
        let name = word.faultName
        guard let fault = FaultWord.all.first(where: { $0.name == name }) else { throw .unknownWord(word) }
        let argument = word.dropFirst(name.count)
        guard fault.apply(&self, argument) else { throw .badValue(word: word, form: fault.form) }
    }
}

extension String {
    /// What stands before the argument of a fault.
    fileprivate var faultName: String { String(prefix { $0 != "=" && $0 != ":" }) }
}

/// One word of the command line's vocabulary of faults.
struct FaultWord: Sendable {
    /// What is written before `=` or `:`.
    let name: String
    /// How the whole word is written.
    let form: String
    /// What it does, for the help page.
    let meaning: String
    /// Puts the fault into a plan; false when the argument, with its leading `=` or `:`, does not fit.
    let apply: @Sendable (inout FaultPlan, Substring) -> Bool

    /// A share of calls, items or pages.
    static func rate(_ name: String, _ meaning: String, _ set: @escaping @Sendable (inout FaultPlan, Double) -> Void) -> Self {
        Self(name: name, form: "\(name)=RATE", meaning: meaning) { plan, argument in
            guard let rate = FaultArgument.rate(argument) else { return false }
            set(&plan, rate)
            return true
        }
    }

    /// A whole number that is not negative.
    static func count(
        _ name: String, _ unit: String, _ meaning: String, _ set: @escaping @Sendable (inout FaultPlan, Int) -> Void
    ) -> Self {
        Self(name: name, form: "\(name)=\(unit)", meaning: meaning) { plan, argument in
            guard let count = FaultArgument.count(argument) else { return false }
            set(&plan, count)
            return true
        }
    }

    /// Something of this name.
    static func name(
        _ name: String, _ kind: String, _ meaning: String, _ set: @escaping @Sendable (inout FaultPlan, String) -> Void
    ) -> Self {
        Self(name: name, form: "\(name):\(kind)", meaning: meaning) { plan, argument in
            guard argument.first == ":", argument.count > 1 else { return false }
            set(&plan, String(argument.dropFirst()))
            return true
        }
    }

    /// A share of something, of one of several kinds.
    static func kinds<Kind: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: String, of kinds: Kind.Type, _ meaning: String, _ set: @escaping @Sendable (inout FaultPlan, Kind, Double) -> Void
    ) -> Self {
        let names = kinds.allCases.map(\.rawValue).joined(separator: ", ")
        return Self(name: name, form: "\(name):KIND=RATE", meaning: "\(meaning); KIND is one of \(names)") { plan, argument in
            guard let (name, target) = FaultArgument.target(argument), let kind = Kind(rawValue: name), case .rate(let rate) = target
            else { return false }
            set(&plan, kind, rate)
            return true
        }
    }

    /// A named kind of failure, of a share of targets or of one.
    static func target(
        _ name: String, _ kind: String, _ meaning: String, accepts: @escaping @Sendable (String) -> Bool,
        _ set: @escaping @Sendable (inout FaultPlan, String, FaultArgument.Target) -> Void
    ) -> Self {
        Self(name: name, form: "\(name):\(kind)=RATE or \(name):\(kind)@PROJECT", meaning: meaning) { plan, argument in
            guard let (kind, target) = FaultArgument.target(argument), accepts(kind) else { return false }
            set(&plan, kind, target)
            return true
        }
    }
}

/// The arguments that faults take.
enum FaultArgument {
    /// Which targets a fault is about.
    enum Target: Equatable, Sendable {
        /// A share of all.
        case rate(Double)
        /// One project, by id or name.
        case project(String)
    }

    /// A rate after `=`; 1 when nothing follows.
    static func rate(_ argument: Substring) -> Double? {
        guard !argument.isEmpty else { return 1 }
        guard argument.first == "=", let rate = Double(argument.dropFirst()), (0...1).contains(rate) else { return nil }
        return rate
    }

    /// A whole number after `=`.
    static func count(_ argument: Substring) -> Int? {
        guard argument.first == "=", let count = Int(argument.dropFirst()), count >= 0 else { return nil }
        return count
    }

    /// `:KIND`, `:KIND=RATE` or `:KIND@PROJECT`.
    static func target(_ argument: Substring) -> (kind: String, target: Target)? {
        guard argument.first == ":" else { return nil }
        let kind = argument.dropFirst().prefix { $0 != "=" && $0 != "@" }
        let rest = argument.dropFirst(1 + kind.count)
        guard !kind.isEmpty else { return nil }
        if rest.first == "@" { return rest.count > 1 ? (String(kind), .project(String(rest.dropFirst()))) : nil }
        return rate(rest).map { (String(kind), .rate($0)) }
    }
}
