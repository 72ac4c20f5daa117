import TextSafety

extension InputTable {
    /// Rows that say they are about another region.
    func foreignRegions(_ context: PlanInputContext) -> PlanInputProblems {
        var found = PlanInputProblems()
        guard let own = context.region else { return found }
        for entry in details.entries {
            guard let region = details.region(entry), region != own else { continue }
            found.add(line(of: entry), "this is of region \(region.quoted), and this session's region is \(own)")
        }
        return found
    }

    fileprivate func line(of entry: InputDetailRows.Entry) -> Int { Int(rows[Int(entry.row)].line) }
}

extension InputLookup {
    /// Rows of which two values name two things: a name that belongs to another project than the id, or to another configuration than the
    /// ARN, and an account that is not the project's. A name that nothing has here says nothing: it may have changed since.
    func disagreements(_ context: PlanInputContext) -> PlanInputProblems {
        var found = PlanInputProblems()
        let suspects = table.details.entries.compactMap { entry in other(entry).map { (entry, $0) } }
        let owners = suspects.isEmpty ? [:] : inventory.resources(named: Set(suspects.map(\.1)))
        var next = suspects.makeIterator()
        var suspect = next.next()
        for entry in table.details.entries {
            if let current = suspect, current.0.row == entry.row {
                if let reason = disagreement(entry, name: current.1, owners[current.1] ?? []) { found.add(table.line(of: entry), reason) }
                suspect = next.next()
            }
            if let reason = otherConfiguration(entry) ?? otherAccount(entry, context) { found.add(table.line(of: entry), reason) }
        }
        return found
    }

    /// The repository's name of a row, unless it is that of the row's project.
    private func other(_ entry: InputDetailRows.Entry) -> String? {
        guard let name = entry.projectName, let id = projectId(entry) else { return nil }
        return name == self.name(of: id) ? nil : name
    }

    private func disagreement(_ entry: InputDetailRows.Entry, name: String, _ owners: [ResourceNumber]) -> String? {
        let ids = owners.compactMap { inventory.resources[$0].projectId }
        guard let id = projectId(entry), let owner = ids.first, !ids.contains(id) else { return nil }
        let own = self.name(of: id).map { " (\($0.quoted))" } ?? ""
        return "\(name.quoted) is the name of \(owner), and the ID beside it is \(id)\(own): correct one of them"
    }

    private func otherConfiguration(_ entry: InputDetailRows.Entry) -> String? {
        let row = table.rows[Int(entry.row)]
        guard let name = table.details.configurationName(entry), case .found(let arn) = arn(row), let number = inventory.number(ofArn: arn)
        else { return nil }
        let own = inventory.entries[Int(number)].configuration.name
        if name == own || inventory.configurations(named: name).isEmpty { return nil }
        return "\(name.quoted) is the name of another scan configuration than the ARN beside it, which is that of \(own.quoted): "
            + "correct one of them"
    }

    /// An account that is neither the project's nor the session's, which lists projects of other accounts as well.
    private func otherAccount(_ entry: InputDetailRows.Entry, _ context: PlanInputContext) -> String? {
        let accounts = table.details.accounts(entry)
        guard !accounts.isEmpty, let id = projectId(entry) else { return nil }
        let owner = number(of: id).flatMap { inventory.facts.text(.account, of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        let known = [owner, context.account].compactMap { $0 }
        guard let own = known.first, let other = accounts.first(where: { !known.contains($0) }) else { return nil }
        let whose = owner == nil ? "this session's account is \(own)" : "\(id) is of account \(own)"
        return "this is of account \(other.quoted), and \(whose)"
    }

    private func projectId(_ entry: InputDetailRows.Entry) -> String? {
        if case .id(let project) = table.rows[Int(entry.row)].project { project.id } else { nil }
    }

    private func number(of id: String) -> ResourceNumber? { inventory.knownNumber(of: .projectId(id)) }

    private func name(of id: String) -> String? { number(of: id).flatMap { inventory.projectName(of: $0) } }
}
