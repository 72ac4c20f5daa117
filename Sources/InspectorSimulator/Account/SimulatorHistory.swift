package import InspectorCore

/// Who changed an association.
package enum ChangeActor: Hashable, Sendable {
    /// The batch call with this number, at once.
    case call(Int)
    /// The batch call with this number, some time after it ended.
    case lateEffect(of: Int)
    /// Another operator.
    case otherOperator

    /// Whether it was a call of the client, late or not.
    package var isClient: Bool { self != .otherOperator }
}

/// What happened to every association, and who did it: the effects of the client's calls are kept apart from those of others.
package struct SimulatorHistory: Sendable {
    /// One change.
    package struct Change: Hashable, Sendable {
        /// Counted from 1 over all accounts.
        package let sequence: Int
        /// When, counted from the start.
        package let time: Duration
        /// The account it happened in.
        package let account: String
        /// What changed.
        package let association: Association
        /// Whether it was made; otherwise it was dissolved.
        package let isAssociated: Bool
        /// Who made it.
        package let actor: ChangeActor
    }

    /// Every change in the order it happened; of a configuration with more than half a million of them the oldest are forgotten.
    package let changes: [Change]
    private let byAssociation: [Association: [Change]]

    /// What the accounts keep.
    init(_ accounts: [SimulatedAccount]) {
        changes = accounts.flatMap(\.history).sorted { $0.sequence < $1.sequence }
        byAssociation = Dictionary(grouping: changes, by: \.association)
    }

    /// The changes of one association in their order.
    package func changes(of association: Association) -> [Change] { byAssociation[association] ?? [] }

    /// Whether another operator changed the association after the change with the number `sequence`.
    package func isTouchedByOthers(_ association: Association, after sequence: Int = 0) -> Bool {
        changes(of: association).contains { $0.sequence > sequence && !$0.actor.isClient }
    }

    /// The number of the last change so far; 0 before the first.
    package var lastSequence: Int { changes.last?.sequence ?? 0 }
}

extension SimulatedAccount {
    /// What is kept of the account's changes.
    fileprivate var history: [SimulatorHistory.Change] {
        configurations.enumerated().flatMap { index, record in
            record.changes.map { change in
                SimulatorHistory.Change(
                    sequence: change.sequence, time: change.time, account: options.accountId,
                    association: association(AssociationKey(configuration: index, project: change.project)),
                    isAssociated: change.isAssociated, actor: change.actor)
            }
        }
    }
}
