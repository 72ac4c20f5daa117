import AWSClient
import InspectorCore
import JSON
import Runtime
import TextSafety

/// The names of the scan configurations of the last listing, in the state folder: for the shell's completion, which must not call anybody.
struct ListingCache {
    private let path: String

    /// The most names that are kept.
    private static let limit = 1_000

    /// The cache in the state folder; nothing where there is none.
    init?(environment: AWSClient.Environment) {
        guard let marks = try? JournalFolder.marks(environment: environment) else { return nil }
        path = String(marks.dropLast("marks".count)) + "last-listing.json"
    }

    /// Keeps the names of a complete listing. That it cannot is no one's concern: it is an aid.
    func write(_ inventory: Inventory) {
        guard inventory.configurationsState == .complete else { return }
        write(inventory.listed.map { inventory.entries[Int($0)].configuration.name })
    }

    /// Keeps the first of the names.
    func write(_ all: [String]) {
        let names = Array(all.prefix(Self.limit))
        if names == self.names { return }
        try? LocalFile.writePrivately(JSONValue.object(["configurations": .array(names.map { .string($0) })]).json, to: path)
    }

    /// The names, in the service's order; none when nothing was listed yet.
    var names: [String] {
        guard let bytes = try? LocalFile.bytes(at: path), let value = JSONValue(bytes: bytes),
            case .array(let names)? = value["configurations"]
        else { return [] }
        return names.compactMap { if case .string(let name) = $0 { name } else { nil } }
    }
}
