import TestSupport
import Testing

@testable import AWSClient
import TextSafety

@Suite struct SharedFilePropertyTests {
    private static let samples = [
        "[default]\nregion = us-east-1\n[profile \"two words\"]\nrole_arn = arn:aws:iam::1:role/x # why\n  source_profile = base\n",
        "[base]\naws_access_key_id = AKID\naws_secret_access_key = s3cr;et\n\n; comment\n[sso-session my]\nsso_region=eu-west-1\n",
        "[services x]\ninspector2 =\n  endpoint_url = http://localhost:1\n  # inside\n[profile default]\nservices = x\n",
    ]

    private static func read(_ text: String, _ kind: SharedFile.Kind) -> Result<SharedFile, SettingsError> {
        do throws(SettingsError) {
            return .success(try SharedFile(text, kind: kind, path: "file"))
        } catch {
            return .failure(error)
        }
    }

    @Test func aDamagedFileIsReadOrRefusedWithOneOfItsLinesAndNeverShowsAValue() {
        let broken = Property.counterexample(1500) { random in
            let text = String(decoding: random.mutation(of: Self.samples), as: UTF8.self)
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
            for kind in [SharedFile.Kind.config, .credentials] {
                switch Self.read(text, kind) {
                case .success(let file):
                    for section in file.profiles.values where "\(section)".contains("s3cr") { return "a secret shows: \(text)" }
                    for name in file.profiles.keys where name.isEmpty || name.contains("\n") { return "profile '\(name)'" }
                case .failure(.malformedFile("file", let line, let problem)):
                    if !(1...lines).contains(line) || problem.isEmpty { return "line \(line) of \(lines): \(text)" }
                case .failure(let error): return "\(error)"
                }
            }
            return nil
        }
        #expect(broken == nil)
    }

    @Test func whatIsWrittenIsWhatIsRead() {
        let broken = Property.counterexample(800) { random in
            var expected: [String: [String: String]] = [:]
            var text = ""
            for number in 0..<random.int(0..<4) {
                let properties = random.list(upTo: 4) { ("key\($0.int(0..<9))", $0.word().trimmed) }
                expected["p\(number)"] = Dictionary(properties) { $1 }
                text += random.pick(["", "# comment\n", "\n"]) + "[profile p\(number)]\(random.pick(["", " # x"]))\n"
                text += properties.map { "\($0.0)\(random.pick(["=", " = ", "= "]))\($0.1)\n" }.joined()
            }
            guard case .success(let file) = Self.read(text, .config) else { return "refused: \(text)" }
            return file.profiles.mapValues { $0.properties.mapValues(\.value) } == expected ? nil : text
        }
        #expect(broken == nil)
    }

    @Test func aLineMoreInOneSectionChangesNoOther() {
        let broken = Property.counterexample(800) { random in
            let extra = "extra = \(random.word())\n"
            let (front, back) = ("[profile a]\nregion = one\n", "[profile b]\nregion = two\n")
            guard case .success(let file) = Self.read(front + extra + back, .config) else { return "refused: \(extra)" }
            return file.profiles["b"]?.properties.mapValues(\.value) == ["region": "two"] ? nil : extra
        }
        #expect(broken == nil)
    }
}
