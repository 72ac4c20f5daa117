import InspectorCore
import TextSafety

extension ReasonsScreen {
    func spoken(in scene: Scene) -> Spoken {
        var spoken = Spoken("Scan failing, by reason, \(list.rows.count.counted("reason"))")
        let count = list.current.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +)
        let isProven = scene.session.account.members(of: .scanFailing, now: scene.session.now).isProven
        spoken.row = spokenRow(list.current ?? "All reasons", [count.counted("association") + (isProven ? "" : " or more")])
        return spoken
    }
}

extension ColumnsScreen {
    /// What is shown in lists that are seen is said in lists that are heard.
    func spoken(in scene: Scene) -> Spoken {
        var spoken = Spoken("columns, \(list.rows.count.grouped)")
        spoken.order = order?.words ?? ""
        guard let column = list.current else { return spoken }
        let state =
            !ColumnChoice.offered.contains(column)
            ? "always" : scene.session.columns[column].map { $0 ? "chosen" : "hidden" } ?? "only where it matters"
        let isSorted = order?.column == column
        spoken.row = spokenRow(
            column.title.lowercased(), [state] + (isSorted ? ["sorted by \(order?.words ?? "")"] : []) + [column.meaning])
        return spoken
    }
}

extension EarlierRunsScreen {
    func spoken(in scene: Scene) -> Spoken {
        var spoken = Spoken(isRead ? "earlier runs, \(list.rows.count.grouped)" : "earlier runs")
        guard let run = list.current else {
            spoken.absence = [
                isRead ? "No earlier runs. Each run writes a journal, and is listed here." : "Reading the journals."
            ]
            return spoken
        }
        let began = run.startedAt.map { "begun \($0.prefix(10)) \($0.dropFirst(11).prefix(5)) UTC" }
        let extent = run.actionWord.map { "\($0) \(run.targets.counted("association"))" }
        let words = Self.state(of: run, in: scene.session).words
        let group = run.group.map { ["group \($0)"] } ?? []
        spoken.row = spokenRow(began ?? run.runId, [extent].compactMap(\.self) + words + group)
        return spoken
    }
}

extension CopyScreen {
    func spoken(in scene: Scene) -> Spoken {
        var spoken = Spoken("copy, \(list.rows.count.counted("choice"))")
        guard let choice = list.current else { return spoken }
        let text =
            switch choice.value {
            case .text(let text): text
            case .markedIDs(let count): "of \(count.counted("association"))"
            }
        spoken.row = spokenRow("\(choice.letter) copies the \(choice.title)", [text])
        return spoken
    }
}

extension DestinationsScreen {
    func spoken(in scene: Scene) -> Spoken {
        var spoken = Spoken("\(title), \(list.rows.count.counted("scan configuration"))")
        let row = list.viewport.cursor
        guard let number = list.item(at: row), let destination = destination(at: row, in: scene.session) else {
            if row < list.headRows { spoken.row = spokenRow("None: associate nothing first") }
            if list.rows.isEmpty { spoken.absence = ["No configuration matches \"\(list.filter.text)\"."] }
            return spoken
        }
        let configuration = scene.session.account.inventory.entries[Int(number)]
        let facts = [
            destination.refusal.map { "cannot be chosen: \($0)" }, configuration.associations.count.counted("association"),
            configuration.configuration.scopeWords, configuration.configuration.scheduleText, destination.remarks,
        ]
        spoken.row = spokenRow(configuration.configuration.name.terminalSafe, facts.compactMap(\.self).filter { !$0.isEmpty })
        return spoken
    }
}

extension PaletteScreen {
    func spoken(in scene: Scene) -> Spoken {
        spoken("commands, \(list.rows.count.grouped)", absence: "No command matches.") { row in
            let help = refusal(of: row.command, in: scene).map { "not now: \($0)" } ?? row.help
            return spokenRow(row.words, ["key \(row.keys.inSpokenWords)", help])
        }
    }
}

extension ProfilesScreen {
    func spoken(in scene: Scene) -> Spoken {
        let identity = scene.session.identity
        var spoken = Spoken("profile and region, \(list.rows.count.counted("profile"))")
        guard let profile = list.current else {
            spoken.row = spokenRow("Region \(identity.region ?? "unknown")", ["Enter changes it"])
            return spoken
        }
        let isUsed = profile.name == identity.profile
        let (account, region) = (profile.account ?? (isUsed ? identity.account : nil), profile.region ?? (isUsed ? identity.region : nil))
        spoken.row = spokenRow(
            profile.name, (isUsed ? ["in use"] : []) + [account.map { "account \($0)" }, region.map { "region \($0)" }].compactMap(\.self))
        return spoken
    }
}

extension RegionsScreen {
    func spoken(in scene: Scene) -> Spoken {
        spoken("regions, \(list.rows.count.grouped)", absence: "Enter uses the region as it is typed.") { region in
            spokenRow(region, region == scene.session.identity.region ? ["in use"] : [])
        }
    }
}
