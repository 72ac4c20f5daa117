/// The help of a command with the options that every command has at its end.
enum HelpText {
    /// The title of those options.
    static let sharedTitle = "CONNECTION AND SESSION OPTIONS"

    /// swift-argument-parser puts sections with a title before the others.
    static func arranged(_ help: String) -> String {
        var sections = help.components(separatedBy: "\n\n")
        guard let place = sections.firstIndex(where: { $0.hasPrefix(sharedTitle + ":") }), place + 1 < sections.count else { return help }
        let shared = sections.remove(at: place)
        let end = sections.last.map { $0.isEmpty || $0 == "\n" } ?? false ? sections.count - 1 : sections.count
        sections[end - 1] = String(sections[end - 1].trimmingSuffix { $0 == "\n" })
        sections.insert(shared, at: end)
        return sections.joined(separator: "\n\n").trimmingSuffix { $0 == "\n" } + "\n"
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }

    fileprivate func trimmingSuffix(while isOuter: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, isOuter(last) { text = text.dropLast() }
        return String(text)
    }
}
