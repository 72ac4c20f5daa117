/// Why a selection fits nothing.
package enum SelectionError: Error, Equatable, Sendable {
    /// No configuration has this ARN or name; some that there are.
    case noSuchConfiguration(String, known: [String])
    /// Not every configuration could be listed, and why: this name may be that of another one too.
    case configurationsIncomplete(String, ListingError?)
    /// Several configurations have this name.
    case ambiguousConfiguration(String, count: Int)
    /// No chosen configuration is associated with this project.
    case noSuchProject(String, configurations: [String])
    /// Not every project's name could be listed, and why: this name may be that of another one too.
    case namesIncomplete(String, ListingError?)
    /// Several projects that fit the chosen configurations have this name; their ids.
    case ambiguousProject(String, ids: [String])
}

extension SelectionError {
    /// Why the listing that a name needs is not complete; absent when that is not what is wrong.
    package var listing: ListingError? {
        switch self {
        case .configurationsIncomplete(_, let error), .namesIncomplete(_, let error): error
        case .noSuchConfiguration, .ambiguousConfiguration, .noSuchProject, .ambiguousProject: nil
        }
    }

    /// What happened and what to do next.
    package var sentence: String {
        switch self {
        case .noSuchConfiguration(let name, let known) where known.isEmpty:
            "No configuration is named '\(name)': this account has none in this region. Is it the right one?"
        case .noSuchConfiguration(let name, let known):
            "No configuration is named '\(name)'. There are: \(known.firstTen)."
        case .configurationsIncomplete(let name, let error):
            "The configuration '\(name)' cannot be told by its name, for not all configurations could be listed: give its ARN instead."
                + error.listingSentence
        case .ambiguousConfiguration(let name, let count):
            "\(count) configurations are named '\(name)': give the ARN instead."
        case .noSuchProject(let name, let configurations) where configurations.isEmpty:
            "No configuration is associated with a project '\(name)'. scanconfig list shows names and ids."
        case .noSuchProject(let name, let configurations):
            "\(configurations.joined(separator: ", ")) is not associated with a project '\(name)'. scanconfig list shows names and ids."
        case .namesIncomplete(let name, let error):
            "The project '\(name)' cannot be told by its name, for not all names could be listed: give its id instead."
                + error.listingSentence
        case .ambiguousProject(let name, let ids):
            "\(ids.count) projects are named '\(name)': give the id instead. There are: \(ids.firstTen)."
        }
    }
}

extension [String] {
    /// As many as a person reads.
    fileprivate var firstTen: String { prefix(10).joined(separator: ", ") + (count > 10 ? ", …" : "") }
}

extension ListingError? {
    /// The failed listing's sentence after another one.
    fileprivate var listingSentence: String { map { " \($0.sentence)" } ?? "" }
}
