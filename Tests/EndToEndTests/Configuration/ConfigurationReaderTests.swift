import AWSClient
import Foundation
import JSON
import OperatorUI
import Terminal
import TestSupport
import Testing

@testable import scanconfig

/// What a configuration file may say, and where its mistakes are.
@Suite struct ConfigurationReaderTests {
    private func reader(_ text: String) throws -> ConfigurationReader {
        ConfigurationReader(try #require(try JSON5Value(reading: text)))
    }

    @Test func everyMemberIsRead() throws {
        let reader = try reader(
            """
            // mine
            {
                verifyFor: 90,
                filter: '!scan:SUCCESSFUL in>1',
                columns: { projectId: true, lastScan: false, in: null },
                colors: { failed: "bold 160", dim: 244, text: null },
                keys: { plan: "D", markAll: ["Z", "^A"], sort: [] },
            }
            """)
        #expect(reader.mistakes.isEmpty)
        #expect(reader.configuration.verifyFor == 90)
        #expect(reader.configuration.filter == "!scan:SUCCESSFUL in>1")
        var columns = ColumnChoice()
        (columns[.id], columns[.lastScan]) = (true, false)
        #expect(reader.configuration.columns == columns && reader.configuration.preferences.columns == columns)
        #expect(reader.configuration.looks == [.failed: Look(color: 160, attributes: .bold), .dim: Look(color: 244)])
        #expect(
            reader.configuration.keys == [
                .list(.plan): [.character("D")], .list(.markAll): [.character("Z"), .control("a")], .list(.sort): [],
            ])
    }

    @Test(arguments: [
        ("[]", "line 1: This must be an object in braces, not an array."),
        ("{\nverifyfor: 1}", "line 2: There is no member \"verifyfor\". Did you mean verifyFor?"),
        (
            "{xyz: 1}",
            "line 1: There is no member \"xyz\". Choose from verifyFor, filter, columns, accessible, theme, cursor, colors and keys."
        ),
        ("{verifyFor:\n1.5}", "line 2, verifyFor: 0 to 86,400 seconds are possible, as a whole number."),
        ("{verifyFor: '9'}", "line 1, verifyFor: 0 to 86,400 seconds are possible, as a whole number."),
        ("{verifyFor: Infinity}", "line 1, verifyFor: 0 to 86,400 seconds are possible, as a whole number."),
        ("{theme: 'drak'}", "line 1, theme: There is no theme \"drak\". Did you mean dark?"),
        ("{theme: 3}", "line 1, theme: A theme must be dark, light or high-contrast, not a number."),
        ("{cursor: 'block'}", "line 1, cursor: There is no cursor \"block\". Choose from bar, slim and terminal."),
        ("{accessible: 1}", "line 1, accessible: It must be true or false, not a number."),
        ("{filter: 3}", "line 1, filter: A filter must be a text, not a number."),
        ("{filter:\n'nmae:x'}", "line 2, filter: There is no field nmae. Did you mean name?"),
        ("{columns: {lastscan: true}}", "line 1, columns: There is no optional column \"lastscan\". Did you mean lastScan?"),
        ("{columns: {status: true}}", "line 1, columns: There is no optional column \"status\". Choose from configuration, "),
        ("{columns: {scan:\n'yes'}}", "line 2, columns.scan: A column must be true or false, not a string."),
        ("{colors: {warnin: 'red'}}", "line 1, colors: There is no role \"warnin\". Did you mean warning?"),
        ("{colors: {key: 'rot'}}", "line 1, colors.key: \"rot\" is neither a colour nor an attribute. Colours are default"),
        ("{colors: {key:\n\n'bld'}}", "line 3, colors.key: \"bld\" is neither a colour nor an attribute. Did you mean bold?"),
        ("{colors: {key: 'underlin'}}", "line 1, colors.key: \"underlin\" is neither a colour nor an attribute. Did you mean underline?"),
        ("{colors: {key: 256}}", "line 1, colors.key: \"256\" is neither a colour nor an attribute."),
        ("{colors: {key: 'red blue'}}", "line 1, colors.key: \"blue\" is a second colour"),
        ("{colors: 'red'}", "line 1, colors: This must be an object in braces, not a string."),
        ("{keys: {plam: 'd'}}", "line 1, keys: There is no command \"plam\". Did you mean plan?"),
        ("{keys: {zzz: 'd'}}", "line 1, keys: There is no command \"zzz\". scanconfig config lists them all."),
        ("{keys: {plan: 'Ctrl-D'}}", "line 1, keys.plan: There is no key \"Ctrl-D\". Keys are written as help shows them"),
        ("{keys: {plan: 5}}", "line 1, keys.plan: A key is a text, several are a list"),
        ("{keys: {plan: ['d',\n5]}}", "line 2, keys.plan: A key is a text, such as \"d\"."),
        ("{keys: {\nplan: 'y'}}", "line 2, keys.plan: y always means send."),
        ("{keys: {send: 'Y'}}", "line 1, keys.send: Its key cannot be changed, for your safety."),
        ("{keys: {quit: []}}", "line 1, keys.quit: It needs a key."),
        ("{keys: {sort: 'd'}}", "line 1, keys.sort: d is bound to plan too: give one of them another key."),
    ])
    func aMistakeIsNamedWithWhatIsPossible(text: String, words: String) throws {
        let mistakes = try reader(text).mistakes
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.words.hasPrefix(words) == true, "\(mistakes.first?.words ?? "")")
    }

    /// Members in any order, with comments and blank lines between; one of them is wrong.
    @Test func theLineNamedIsTheLineThatIsWrong() {
        let wrong = [
            "verifyFor: -1", "colors: { failed: 'x y' }", "colors: { rot: 1 }", "keys: { plan: 'y' }", "keys: { zzz: 'a' }", "zzz: {}",
            "keys: { up: 'Hyper-U' }", "colors: 3",
        ]
        let broken = Property.counterexample(1000) { random in
            var lines = ["{"]
            func fill() { for _ in 0..<random.int(0..<4) { lines.append(random.pick(["", "// {", "/* ' */", "  "])) } }
            fill()
            lines.append(random.pick(wrong) + ",")
            let place = lines.count
            fill()
            lines.append("}")
            guard let value = try? JSON5Value(reading: lines.joined(separator: "\n")) else { return "refused: \(lines)" }
            let found = ConfigurationReader(value).mistakes.map(\.line)
            return found == [place] ? nil : "\(found), not \(place): \(lines)"
        }
        #expect(broken == nil)
    }

    @Test func noDocumentEndsTheProgram() {
        let samples = [
            "{verifyFor: 60, filter: 'in>1', colors: {failed: 'bold 160'}, keys: {plan: ['d', 'F5'], quit: 'q'}}",
            ConfigurationText(UserConfiguration()).text,
        ]
        let broken = Property.counterexample(3000) { random in
            let text = String(decoding: random.mutation(of: samples), as: UTF8.self)
            guard let value = try? JSON5Value(reading: text) else { return nil }
            let reader = ConfigurationReader(value)
            _ = reader.configuration.preferences
            return reader.mistakes.allSatisfy { $0.line >= 1 && !$0.what.isEmpty } ? nil : "no place or no words: \(reader.mistakes)"
        }
        #expect(broken == nil)
    }
}

/// The file that `scanconfig config` prints.
@Suite struct ConfigurationTextTests {
    private func read(_ text: String) throws -> ConfigurationReader { ConfigurationReader(try #require(try JSON5Value(reading: text))) }

    @Test func theTemplateSaysNothing() throws {
        let reader = try read(ConfigurationText(UserConfiguration(), remarks: ["a"]).text)
        #expect(reader.mistakes.isEmpty && reader.configuration == UserConfiguration())
    }

    /// What is behind `//` in the template is possible, and changes nothing.
    @Test func theTemplateWithoutItsSlashesSaysTheDefaults() throws {
        let said = ConfigurationText(UserConfiguration()).text.split(separator: "\n").map { line in
            line.contains(/^ +\/\/ \w+: \S/) ? line.replacing("// ", with: "", maxReplacements: 1) : line
        }
        let reader = try read(said.map(String.init).joined(separator: "\n"))
        #expect(reader.mistakes == [])
        #expect(reader.configuration.verifyFor == 60)
        #expect(reader.configuration.filter == "")
        #expect(reader.configuration.columns == ColumnChoice())
        #expect(Style.Role.allCases.allSatisfy { reader.configuration.looks[$0] != nil })
        #expect(reader.configuration.keys.count == KeyTable.bindings.count)
        for binding in KeyTable.bindings { #expect(reader.configuration.keys[binding.command] == binding.keys) }
    }

    @Test func whatIsPrintedIsReadAgain() throws {
        let keys: [Key] = [
            .function(1), .function(2), .character("\\"), .character("\""), .character("'"), .control("\\"), .backTab, .insert,
        ]
        let broken = Property.counterexample(500) { random in
            var configuration = UserConfiguration()
            if random.oneIn(2) { configuration.filter = random.pick(["", "a \"b\\c\"", "in>1 !x", "\u{202E}"]) }
            if random.oneIn(2) { configuration.verifyFor = random.int(0..<86_401) }
            for column in ColumnChoice.offered where random.oneIn(3) { configuration.columns[column] = random.oneIn(2) }
            for role in Style.Role.allCases where random.oneIn(3) { configuration.looks[role] = Look(color: UInt8(random.int(0..<256))) }
            configuration.keys[.list(.plan)] = [random.pick(keys)]
            guard KeyFault.faults(in: configuration.keys).isEmpty else { return nil }
            let text = ConfigurationText(configuration).text
            guard let reader = try? read(text), reader.mistakes.isEmpty else { return "refused: \(text)" }
            return reader.configuration == configuration ? nil : "another configuration: \(text)"
        }
        #expect(broken == nil)
    }
}

/// Where the file is.
@Suite struct ConfigurationFileTests {
    private func path(_ variables: [String: String]) -> String? {
        ConfigurationFile(AWSClient.Environment(variables: variables, homeDirectory: "/home/me")).path
    }

    @Test func theVariablesNameThePlace() {
        #expect(path([:]) == "/home/me/.config/scanconfig/config.json5")
        #expect(path(["XDG_CONFIG_HOME": "/etc/me"]) == "/etc/me/scanconfig/config.json5")
        #expect(path(["XDG_CONFIG_HOME": "etc"]) == "/home/me/.config/scanconfig/config.json5")
        #expect(path(["XDG_CONFIG_HOME": "/etc/me", "SCANCONFIG_CONFIG": "~/x.json5"]) == "/home/me/x.json5")
        #expect(path(["SCANCONFIG_CONFIG": ""]) == "/home/me/.config/scanconfig/config.json5")
        #expect(ConfigurationFile(AWSClient.Environment()).path == nil)
    }
}
