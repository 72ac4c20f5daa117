import JSON
import TestSupport
import Testing
import TextSafety

@testable import AWSClient

/// Documents that hold credentials, damaged: by a full disk, by another program, by a proxy.
@Suite struct CredentialPropertyTests {
    private static let documents = [
        #"{"Version":1,"AccessKeyId":"AKID","SecretAccessKey":"s3cret","SessionToken":"t","Expiration":"2023-11-14T23:13:20Z"}"#,
        #"{"Code":"Success","AccessKeyId":"AKID","SecretAccessKey":"s3cret","Token":"t","Expiration":"2023-11-15T00:00:00+01:00"}"#,
        #"{"accessKeyId":"AKID","secretAccessKey":"s3cret","sessionToken":"t","expiration":1700003600000}"#,
        #"{"accessKeyId":"AKID","secretAccessKey":"s3cret","sessionToken":"t","expiresAt":"2023-11-14T23:13:20.5Z"}"#,
    ]
    private static let names: [CredentialDocument.Names] = [.metadata, .session, .portal, .login]

    @Test func theyGiveAWholeKeyOrAnErrorThatHoldsNoSecret() {
        let broken = Property.counterexample(2000) { random in
            guard let value = JSONValue(bytes: random.mutation(of: Self.documents)) else { return nil }
            do throws(CredentialError) {
                let found = try CredentialDocument.credentials(value, random.pick(Self.names), source: "test")
                if found.accessKeyId.isEmpty || found.secretAccessKey.isEmpty { return "half a key: \(value)" }
                if let end = found.expiration, WireDate.iso8601(end).utf8.count != 20 { return "an end that cannot be written: \(value)" }
                return "\(found)".contains("s3cret") ? "a secret shows" : nil
            } catch {
                return error.sentence.contains("s3cret") ? error.sentence : nil
            }
        }
        #expect(broken == nil)
    }

    @Test func aCommandLineSplitsIntoWordsThatQuotingBringsBack() throws {
        let broken = try Property.counterexample(1500) { random in
            let words = random.list(upTo: 4) { $0.text(upTo: 10) }
            let line = words.map { word in "'" + word.unicodeScalars.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'" }
            let split = try ShellWords.split(line.joined(separator: random.pick([" ", "\t", "  ", "\n"])))
            return split.map { Array($0.utf8) } == words.map { Array($0.utf8) } ? nil : "\(split) of \(line)"
        }
        #expect(broken == nil)
    }
}
