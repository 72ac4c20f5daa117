import InspectorCore
import Terminal
import TextSafety

/// Which columns a list of associations has, and how wide they are.
struct ProjectLayout {
    let columns: [Column]
    let showsName: Bool
    let showsConfiguration: Bool
    /// Details have the id where there is no room for it beside names, configurations and the status.
    let showsId: Bool
    let statusWidth: Int
    /// Cells in front of a row: the cursor, the mark, the failure, a space.
    static let gutter = 4

    /// Names get the room there is, and what failed gets what the longest name leaves; ids are whole where there is much of it, or when there are no names.
    init(_ scope: AssociationScope, _ session: Session, width: Int) {
        showsConfiguration = scope == .all
        showsName = !session.account.inventory.coverageState.isFailed || session.account.inventory.resources.hasNames
        isNarrow = width < 80 && showsName
        let isWide = width >= 110
        let idWidth = isNarrow ? 10 : isWide || !showsName && width >= 80 ? 44 : 17
        showsId = !(isNarrow && showsConfiguration && (width < 70 || !session.account.failures.isEmpty))
        var columns = [Column(title: "IN", width: 2, isRightAligned: true)]
        if showsId { columns.insert(Column(title: "PROJECT ID", width: idWidth), at: 0) }
        if showsConfiguration { columns.insert(Column(title: "CONFIGURATION", width: isWide ? 24 : 16, keepsEnd: true), at: 0) }
        var taken = columns.reduce(Self.gutter) { $0 + $1.width + 1 }
        if showsName {
            let room = width - taken - 1
            let longest = min(48, session.account.inventory.resources.longestName)
            let nameWidth = session.account.failures.isEmpty ? max(22, min(48, room - 18)) : max(14, min(longest, room - 31))
            columns.insert(Column(title: "PROJECT", width: nameWidth, keepsEnd: true), at: 0)
            taken += nameWidth + 1
        }
        self.columns = columns
        statusWidth = max(1, width - taken)
    }

    private let isNarrow: Bool

    /// A resource's id; where there is little room, without the word that all of them begin with.
    func idText(_ resource: AssociationResource) -> String {
        isNarrow && resource.projectId != nil ? String(resource.idText.trimmingPrefix("project-")) : resource.idText
    }

    /// Shown for a project that is in no other configuration.
    var lastText: String {
        statusWidth >= 18 ? RowStatuses.lastConfiguration : "last".clipped(to: statusWidth)
    }
}
