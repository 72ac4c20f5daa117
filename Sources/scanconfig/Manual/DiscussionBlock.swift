/// One block of a command's discussion: a paragraph, and the indented lines below it, which stay as they are.
struct DiscussionBlock {
    let text: String
    let lines: [String]

    /// The blocks of a discussion; empty lines part them.
    static func blocks(of discussion: String?) -> [DiscussionBlock] {
        let lines = (discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        return lines.split(separator: "").map { DiscussionBlock(Array($0)) }
    }

    private init(_ block: [Substring]) {
        text = block.filter { !$0.hasPrefix(" ") }.joined(separator: " ")
        lines = block.filter { $0.hasPrefix(" ") }.map { String($0.dropFirst(2)) }
    }

    /// Whether the manual has a section of its own for it.
    var isGathered: Bool { ["Examples:", "Exit status:"].contains(text) }
}
