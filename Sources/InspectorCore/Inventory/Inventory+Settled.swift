extension Inventory {
    /// Those of `associations` that exist, as far as listed.
    package func present(among associations: some Sequence<Association>) -> Set<Association> {
        let listed = Set(listed)
        return Set(
            associations.filter { association in
                guard let id = id(of: association), listed.contains(id.configuration) else { return false }
                return entries[Int(id.configuration)].contains(id.resource)
            })
    }

    /// Those of `associations` that do not exist: the complete listing of their configuration does not show them, and has no row that might
    /// be theirs. Pages are no snapshot, so that a second listing has to agree before that is proven.
    package func absent(among associations: some Sequence<Association>) -> Set<Association> {
        guard configurationsState == .complete else { return [] }
        let proving = Set(listed.filter { entries[Int($0)].provesAbsence })
        return Set(
            associations.filter { association in
                guard association.resource.isMatched, let number = numbers[association.scanConfigurationArn], proving.contains(number)
                else { return false }
                return !(resources.knownNumber(of: association.resource).map(entries[Int(number)].contains) ?? false)
            })
    }
}
