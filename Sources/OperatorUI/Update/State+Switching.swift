import InspectorCore

extension State {
    /// p: shows the profiles, the cursor on the one in use.
    mutating func openProfiles() {
        var picker = ProfilePicker()
        let row = session.profile.flatMap { session.profiles.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        picker.viewport.move(to: row, count: session.profiles.count + 1, height: listHeight)
        screens.append(.profiles(picker))
    }

    /// Takes the names of profiles in; a picker's cursor stays among them.
    mutating func profilesFound(_ names: [String]) {
        session.profiles = names
        scrollToCursor()
    }

    /// Enter in the picker: types a region on the first row, takes a profile on the others.
    mutating func pickProfile(at row: Int) -> [Effect] {
        guard row > 0, session.profiles.indices.contains(row - 1) else {
            entry = Entry(.region, text: session.region ?? "")
            return []
        }
        return change(to: ConnectionChoice(profile: session.profiles[row - 1], region: nil))
    }

    /// Takes the region that was typed.
    mutating func finishRegion(_ text: String) -> [Effect] {
        let isPlausible = text.contains("-") && text.utf8.allSatisfy { Self.regionBytes.contains($0) }
        guard isPlausible else {
            notice = Notice(.warning, "A region looks like us-east-1: lower-case letters, digits, hyphens.")
            return []
        }
        entry = nil
        return change(to: ConnectionChoice(profile: session.profile ?? choice.profile, region: text))
    }

    private static let regionBytes = Set("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)

    private mutating func change(to new: ConnectionChoice) -> [Effect] {
        guard marks.isEmpty else {
            ask(.switchWithMarks(new, marks: marks.count))
            return []
        }
        return connect(new)
    }

    /// Starts over with another profile or region.
    mutating func connect(_ new: ConnectionChoice) -> [Effect] {
        guard activity == .idle else {
            notice = Notice(.warning, Self.busyReason)
            return []
        }
        choice = new
        let profiles = session.profiles
        session = SessionIdentity(region: new.region, profile: new.profile, profiles: profiles)
        verifiedAccount = nil
        forgetAccount()
        return begin()
    }

    /// Forgets what belongs to an account: marks and rows of one must never meet another. A code that is asked for still is.
    mutating func forgetAccount() {
        screens = [.configurations(ConfigurationList())] + screens.filter { if case .code = $0 { true } else { false } }
        if entry?.purpose != .code { entry = nil }
        inventory = Inventory()
        index = ProjectIndex()
        marks = Marks()
        failures = Failures()
        preview = nil
        parked = nil
        rowsAreStale = true
    }
}
