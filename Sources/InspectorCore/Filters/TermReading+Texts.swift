import BitCollections

extension TermReading {
    /// What a word says: it may be in anything that a row shows. A name that is still to come may have it too.
    func truth(ofWord word: SearchText) -> TermTruth {
        let showsNames = showsNames
        var truth = TermTruth(
            projects: projects(with: word, in: .nameOrID) { !showsNames || isCoverageKnown(of: $0) || inventory.facts.isCovered($0) })
        truth.projects.add(scanWords { word.occurs(in: $0) })
        for field in subject.shownFields { addShown(field, word, to: &truth) }
        if subject.seesConfigurations { truth.configurations = configurations { word.occurs(in: $0.name) } }
        addStatuses(to: &truth) { word.occurs(in: $0) }
        return truth
    }

    /// What a field with a text says.
    func truth(of field: FilterField, _ text: SearchText) -> TermTruth {
        let holds = { (value: String) in text.occurs(in: value, atWordStart: field.findsWordStarts) }
        switch field {
        case .name: return TermTruth(projects: projects(with: text, in: .name, isKnown: isKnown))
        case .id: return TermTruth(projects: projects(with: text, in: .id) { _ in true })
        case .configuration: return TermTruth(configurations: configurations { holds($0.name) || holds($0.scanConfigurationArn) })
        case .status:
            var truth = TermTruth()
            addStatuses(to: &truth, holds)
            return truth
        case .scan:
            var truth = TermTruth(projects: projects(with: .statusCode, holds))
            truth.projects.add(scanWords(holds))
            return truth
        case .reason: return TermTruth(projects: projects(with: .reason, holds))
        case .provider: return TermTruth(projects: projects(with: .provider, holds))
        case .visibility: return TermTruth(projects: projects(with: .visibility, holds))
        case .account:
            let own = inventory.origins { $0.account.map(holds) }.map { $0 ?? false }
            return TermTruth(projects: projects(with: .account, orSessions: own, holds))
        case .region: return origin { holds($0.region) }
        case .profile: return origin { holds($0.profile) }
        case .integration: return TermTruth(projects: projects(with: .integration, holds))
        case .membership, .scanned: return TermTruth()
        }
    }

    /// What is true of all rows of a session, because of where they were listed.
    private func origin(_ holds: (InventoryOrigin) -> Bool) -> TermTruth {
        let truths = inventory.origins(holds).map { $0.map { FilterTruth($0) } ?? .unknown }
        return TermTruth(projects: projects { truths[Int(inventory.resources.origin(of: $0))] })
    }

    /// Whether a fact `holds`, or something of the session that has listed the project.
    private func projects(with fact: ScanFact, orSessions own: [Bool], _ holds: (String) -> Bool) -> [FilterTruth] {
        var truths = projects(with: fact, holds)
        guard own.contains(true) else { return truths }
        for (project, truth) in projects({ own[Int(inventory.resources.origin(of: $0))] ? .yes : .no }).enumerated() where truth == .yes {
            truths[project] = .yes
        }
        return truths
    }

    /// What a list shows of a field that is no name and no id.
    private func addShown(_ field: FilterField, _ word: SearchText, to truth: inout TermTruth) {
        switch field {
        case .provider: add(.provider, word, to: &truth)
        case .visibility: add(.visibility, word, to: &truth)
        case .account: add(.account, word, to: &truth)
        case .membership where word.isMade(of: "0123456789"):
            truth.projects.add(numbers(below: inventory.entries.count + 1, inventory.configurationCount) { word.occurs(in: String($0)) })
        case .scanned where word.isMade(of: "0123456789mhdoynevr"):
            let facts = inventory.facts
            let ages = numbers(below: AgeNumber.limit) {
                AgeNumber(facts.scanTime(of: $0), now: subject.now).value
            } _: {
                word.occurs(in: AgeNumber(value: $0).words)
            }
            truth.projects.add(ages)
        case .membership, .scanned: break
        case .name, .id, .configuration, .region, .profile, .status, .scan, .reason, .integration: break
        }
    }

    /// Whether a project's number `holds`, found out once for each number.
    private func numbers(
        below limit: Int, _ number: (ResourceNumber) -> Int, _ holds: (Int) -> Bool
    ) -> [FilterTruth] {
        var known = [Bool?](repeating: nil, count: limit)
        return projects { project in
            let number = number(project)
            if let holds = known[number] { return FilterTruth(holds) }
            let isFound = holds(number)
            known[number] = isFound
            return FilterTruth(isFound)
        }
    }

    /// Nothing has to be looked at where none of the fact's values has the word.
    private func add(_ fact: ScanFact, _ word: SearchText, to truth: inout TermTruth) {
        let holds = { (value: String) in word.occurs(in: value) }
        if inventory.facts.values(fact).contains(where: holds) { truth.projects.add(projects(with: fact, holds)) }
    }

    /// Whether names are shown at all: without any, a row's id is all there is to see.
    private var showsNames: Bool { inventory.coverageState.error == nil || inventory.resources.hasNames }

    /// Whether all is known of the project that the coverage has.
    private func isKnown(_ project: ResourceNumber) -> Bool {
        inventory.facts.isCovered(project) && !inventory.facts.lacksWords || isCoverageKnown(of: project)
    }

    private func configurations(_ holds: (ScanConfiguration) -> Bool) -> BitSet {
        BitSet(inventory.entries.indices.filter { holds(inventory.entries[$0].configuration) })
    }
}

extension TermReading {
    /// What STATUS shows of rows and of projects.
    private func addStatuses(to truth: inout TermTruth, _ holds: (String) -> Bool) {
        for (text, rows) in subject.session.statuses where holds(text) { truth.rows.merge(rows) { $0.union($1) } }
        for (text, isShown) in subject.session.projectStatuses where holds(text) {
            truth.projects.add(projects { FilterTruth(isShown($0)) })
        }
    }

    /// Whether a fact `holds`, found out once for each of its values.
    private func projects(with fact: ScanFact, _ holds: (String) -> Bool) -> [FilterTruth] {
        let (values, holding) = (inventory.facts.column(fact), [false] + inventory.facts.values(fact).map(holds))
        return projects { project in
            let isThere = Int(project) < values.count && holding[Int(values[Int(project)])]
            return isThere ? .yes : FilterTruth.no.when(isKnown(project))
        }
    }

    /// Whether the word that a list shows of a project's scans `holds`, found out once for each word.
    private func scanWords(_ holds: (String) -> Bool) -> [FilterTruth] {
        let (facts, reasons, codes) = (inventory.facts, inventory.facts.column(.reason), inventory.facts.column(.statusCode))
        var known: [UInt32: Bool] = [:]
        var latest: (words: UInt32, holds: Bool) = (0, false)
        return projects { project in
            let (reason, code) = (reasons.value(of: project), codes.value(of: project))
            let words = UInt32(reason) << 16 | UInt32(code)
            if words != latest.words {
                let isThere =
                    known[words]
                    ?? holds(ScanWord(reason: facts.text(.reason, known: reason), statusCode: facts.text(.statusCode, known: code)).word)
                known[words] = isThere
                latest = (words, isThere)
            }
            return FilterTruth(latest.holds)
        }
    }
}

extension ScanFacts {
    /// The word behind a number; nil for 0.
    fileprivate func text(_ fact: ScanFact, known value: FactValue) -> String? { value == 0 ? nil : text(fact, value) }
}

extension [FactValue] {
    /// A project's value; 0 where there is none.
    fileprivate func value(of project: ResourceNumber) -> FactValue { Int(project) < count ? self[Int(project)] : 0 }
}

extension [FilterTruth] {
    /// Adds what is a yes elsewhere.
    fileprivate mutating func add(_ others: [FilterTruth]) {
        if isEmpty { self = others.map { $0 == .yes ? .yes : .no } }
        for (project, other) in others.enumerated() where other == .yes { self[project] = .yes }
    }
}

extension Inventory {
    /// What is so of where each session lists; nil where that is not known.
    fileprivate func origins<Value>(_ value: (InventoryOrigin) -> Value?) -> [Value?] {
        inEachOrigin { listings[Int($0)].origin.flatMap(value) }
    }
}
