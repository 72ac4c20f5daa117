/// Keys as tmux takes them: names of keys, and text in which each character is a key.
enum KeyWords {
    private static let names: Set<String> = [
        "Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PPage", "PgUp", "PageDown", "NPage", "PgDn", "Enter", "Escape", "Space",
        "Tab", "BTab", "BSpace", "DC", "IC",
    ]

    /// How many keys a word presses.
    static func count(_ word: String) -> Int {
        isName(word) ? 1 : word.count
    }

    /// The words in groups that may be sent at once. After an Escape the next key has to wait, because both together would be another key.
    static func groups(_ words: [String]) -> [[String]] {
        words.reduce(into: []) { groups, word in
            if let last = groups.last?.last, last != "Escape" { groups[groups.count - 1].append(word) } else { groups.append([word]) }
        }
    }

    private static func isName(_ word: String) -> Bool {
        names.contains(word) || word.wholeMatch(of: /[CM]-./) != nil || word.wholeMatch(of: /F\d+/) != nil
    }
}
