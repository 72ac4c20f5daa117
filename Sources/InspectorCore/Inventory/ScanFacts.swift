package import BitCollections

/// What ListCoverage says about the resources of an account, in packed columns by ``ResourceNumber``.
///
/// A hundred thousand projects with all of it take 7 MB.
package struct ScanFacts: Equatable, Sendable {
    private var words = Array(repeating: FactColumn(), count: ScanFact.allCases.count)
    private var scans = TimeColumn()
    private var onDemandScans = TimeColumn()
    private var commits = CommitColumn()
    private var onDemandCommits = CommitColumn()
    private var arrived = BitSet()
    /// The resources that a row was about.
    package private(set) var covered = BitSet()

    /// Whether a word came that there was no room for: 65,535 different ones of a fact are kept.
    package var lacksWords: Bool { words.contains(where: \.isFull) }

    /// Bytes that the columns take in memory.
    var size: Int {
        words.reduce(scans.size + onDemandScans.size + commits.size + onDemandCommits.size) { $0 + $1.size }
    }

    /// Whether no row of the coverage came yet.
    package var isEmpty: Bool { covered.isEmpty }

    /// Whether the coverage has a row about the resource.
    package func isCovered(_ resource: ResourceNumber) -> Bool { covered.contains(Int(resource)) }

    /// When the resource was last scanned, seconds since 1970; nil when it never was or nothing is known, see ``scanTime(of:)``.
    package func lastScan(of resource: ResourceNumber) -> Int64? { scanTime(of: resource).seconds }

    /// When the resource was last scanned.
    package func scanTime(of resource: ResourceNumber) -> ScanTime {
        isCovered(resource) ? scans[Int(resource)] : .unknown
    }

    /// When the resource was last scanned because somebody asked for it.
    package func onDemandScanTime(of resource: ResourceNumber) -> ScanTime {
        isCovered(resource) ? onDemandScans[Int(resource)] : .unknown
    }

    /// The last commit of the resource that was scanned.
    package func lastCommit(of resource: ResourceNumber) -> String? { commits[Int(resource)] }

    /// The last commit of the resource that was scanned because somebody asked for it.
    package func onDemandCommit(of resource: ResourceNumber) -> String? { onDemandCommits[Int(resource)] }
}

extension ScanFacts {
    /// The resource's word of this kind as a number; 0 when it has none.
    package func value(_ fact: ScanFact, of resource: ResourceNumber) -> FactValue { words[fact.rawValue][Int(resource)] }

    /// The words of this kind, and which of them each resource has.
    func words(_ fact: ScanFact) -> FactColumn { words[fact.rawValue] }

    /// The words of this kind as numbers, by resource; those beyond the end have none.
    package func column(_ fact: ScanFact) -> [FactValue] { words[fact.rawValue].values }

    /// The word behind a number, exactly as the service wrote it; empty for 0.
    package func text(_ fact: ScanFact, _ value: FactValue) -> String { words[fact.rawValue].text(value) ?? "" }

    /// The resource's word of this kind, exactly as the service wrote it; nil when it has none.
    package func text(_ fact: ScanFact, of resource: ResourceNumber) -> String? {
        words[fact.rawValue].text(value(fact, of: resource))
    }

    /// The number of a word of this kind; nil when no row had it.
    package func value(_ fact: ScanFact, text: String) -> FactValue? { words[fact.rawValue].value(of: text) }

    /// The different words of this kind that rows had, in the order they came; that of number n is at n - 1.
    package func values(_ fact: ScanFact) -> [String] { words[fact.rawValue].texts }
}

extension ScanFacts {
    /// A new listing of these resources begins, or of all: what is known stays until it is replaced.
    mutating func beginListing(of resources: BitSet? = nil) {
        if let resources { arrived.subtract(resources) } else { arrived = [] }
    }

    /// Takes in a row about a resource, in place of what an earlier one said.
    mutating func record(_ details: ProjectDetails, for resource: ResourceNumber) {
        let number = Int(resource)
        covered.insert(number)
        arrived.insert(number)
        scans[number] = details.lastScan
        onDemandScans[number] = details.onDemandScan
        commits[number] = details.lastCommit
        onDemandCommits[number] = details.onDemandCommit
        for fact in ScanFact.allCases { words[fact.rawValue].record(details.words[fact], for: number) }
    }

    /// The listing of these resources, or of all, came to its end: what it did not show is not covered any more.
    mutating func endListing(of resources: BitSet? = nil) {
        let gone = resources.map { covered.intersection($0).subtracting(arrived) } ?? covered.subtracting(arrived)
        for number in gone { forget(number) }
        covered.subtract(gone)
    }

    private mutating func forget(_ number: Int) {
        commits[number] = nil
        onDemandCommits[number] = nil
        for fact in ScanFact.allCases { words[fact.rawValue].record(nil, for: number) }
    }
}
