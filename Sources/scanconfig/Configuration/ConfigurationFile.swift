import AWSClient
import InspectorCore
import JSON
import Runtime
import TextSafety

/// The configuration file: `$SCANCONFIG_CONFIG`, else `$XDG_CONFIG_HOME/scanconfig/config.json5`, by default
/// `~/.config/scanconfig/config.json5`.
struct ConfigurationFile {
    /// The variable that names the file.
    static let variable = "SCANCONFIG_CONFIG"
    /// The largest file that is read, in bytes.
    static let largest = 1 << 20

    /// The file's path; nil without a home directory.
    let path: String?
    /// Whether the variable names the file, which then has to be there.
    let isNamed: Bool
    /// The path for a reader.
    let shownPath: String

    init(_ environment: AWSClient.Environment) {
        isNamed = environment[Self.variable] != nil
        path = Self.path(environment)
        shownPath = path.map(environment.abbreviated) ?? "~/.config/scanconfig/config.json5"
    }

    /// A relative `XDG_CONFIG_HOME` does not count (XDG Base Directory Specification).
    private static func path(_ environment: AWSClient.Environment) -> String? {
        if let own = environment[variable] { return environment.expanded(own) }
        if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return folder + "/scanconfig/config.json5" }
        return environment.homeDirectory.map { $0 + "/.config/scanconfig/config.json5" }
    }

    /// What the file says; nil when there is none. Throws when it cannot be read, or says something that is not possible.
    func configuration() throws(CommandFailure) -> UserConfiguration? {
        guard let text = try text() else { return nil }
        guard let document = try document(text) else { return UserConfiguration() }
        let reader = ConfigurationReader(document)
        guard reader.mistakes.isEmpty else { throw failure(reader.mistakes) }
        return reader.configuration
    }

    private func document(_ text: String) throws(CommandFailure) -> JSON5Value? {
        do throws(JSONError) {
            return try JSON5Value(reading: text)
        } catch {
            throw failure([ConfigurationMistake(line: error.line, what: error.words.stopped)])
        }
    }

    private func text() throws(CommandFailure) -> String? {
        guard let path else { return nil }
        do throws(LocalFile.Problem) {
            return try LocalFile.text(at: path, limit: Self.largest)
        } catch {
            if error == .missing, !isNamed { return nil }
            throw CommandFailure(.configuration, "The configuration file \(shownPath) cannot be read: \(error.phrase). \(Self.remedy)")
        }
    }

    private func failure(_ mistakes: [ConfigurationMistake]) -> CommandFailure {
        guard mistakes.count > 1 else {
            let words = mistakes.first?.words ?? ""
            return CommandFailure(.configuration, "The configuration file \(shownPath) is invalid: \(words) \(Self.remedy)")
        }
        let shown = mistakes.sorted { $0.line < $1.line }.prefix(Self.mistakesShown)
        let more = mistakes.count > shown.count ? ["and \((mistakes.count - shown.count).grouped) more"] : []
        let lines = (shown.map(\.words) + more).map { "  \($0)\n" }.joined()
        return CommandFailure(
            .configuration, "The configuration file \(shownPath) has \(mistakes.count.grouped) mistakes:\n\(lines)\(Self.remedy)")
    }

    private static let mistakesShown = 20
    private static let remedy = "--no-config ignores the file."
}

/// Something in the configuration file that cannot be.
struct ConfigurationMistake: Equatable {
    /// The line, from 1.
    let line: Int
    /// The member with those around it, "keys.plan"; nil for the document as a whole.
    var member: String?
    /// Whole sentences.
    let what: String

    /// The mistake with its place.
    var words: String { "line \(line)" + (member.map { ", \($0)" } ?? "") + ": \(what)" }
}
