import Foundation
import HTTPTypes
import Logging
import Runtime
import TestSupport
import Testing
import TextSafety

@testable import AWSClient

/// Keys by name, each of an account, a source that is told which one to give, and an STS that answers for each.
final class KeyRing: Sendable {
    /// What STS, or a listing, says of one key.
    enum Word: Sendable {
        case account(String, caller: String)
        case refuses(String)
        case unreachable
    }

    private struct Contents {
        var current: String
        var words: [String: Word] = [:]
        var listings: [String: String] = [:]
        var asked: [String] = []
        var listed: [String] = []
        var reloads = 0
        var given = 0
        var onAsking: String?
    }

    private let contents: Locked<Contents>

    init(_ current: String, _ words: [String: Word] = [:], listings: [String: String] = [:]) {
        contents = Locked(Contents(current: current, words: words, listings: listings))
    }

    var asked: [String] { contents.withLock { $0.asked } }
    var listed: [String] { contents.withLock { $0.listed } }
    /// How often the source gave a key.
    var given: Int { contents.withLock { $0.given } }
    var reloads: Int { contents.withLock { $0.reloads } }

    /// The key that the source gives from now on.
    func use(_ key: String) { contents.withLock { $0.current = key } }

    /// The key that the source gives from the next question to STS on.
    func useOnAsking(_ key: String) { contents.withLock { $0.onAsking = key } }

    func say(_ key: String, _ word: Word) { contents.withLock { $0.words[key] = word } }

    func gate(time: TimeSource = TestClock().source) -> AccountGate {
        let lookup = AccountLookup { credentials throws(CallError) in
            await Task.yield()
            return try self.answer(credentials.accessKeyId)
        } fallback: { credentials in
            self.contents.withLock {
                $0.listed.append(credentials.accessKeyId)
                return $0.listings[credentials.accessKeyId]
            }
        }
        return AccountGate(Source(ring: self), lookup: lookup, time: time)
    }

    private func answer(_ key: String) throws(CallError) -> CallerIdentity {
        let word = contents.withLock {
            $0.asked.append(key)
            $0.current = $0.onAsking ?? $0.current
            $0.onAsking = nil
            return $0.words[key] ?? .unreachable
        }
        switch word {
        case .account(let account, let caller): return CallerIdentity(account: account, arn: caller, userId: "")
        case .refuses(let code): throw error(.service(ServiceError(status: 403, code: code)))
        case .unreachable:
            throw error(.transport(TransportError(kind: .connectTimeout, endpoint: "https://sts", mayHaveBeenSent: false)))
        }
    }

    private func error(_ cause: CallError.Cause) -> CallError {
        CallError(operation: "GetCallerIdentity", service: "sts", endpoint: "https://sts", attempts: 1, cause: cause)
    }

    private struct Source: CredentialProvider {
        let ring: KeyRing

        func credentials() async throws(CredentialError) -> Credentials {
            await Task.yield()
            let key = ring.contents.withLock {
                $0.given += 1
                return $0.current
            }
            return Credentials(accessKeyId: key, secretAccessKey: "s", source: "ring")
        }

        func invalidate() async { ring.contents.withLock { $0.reloads += 1 } }
    }
}

@Suite struct AccountGateTests {
    private static let (ours, theirs) = ("111111111111", "222222222222")
    private static let alice = "arn:aws:iam::111111111111:user/alice"

    /// `A` and `A2` are ours, `B` is theirs.
    private func ring(listings: [String: String] = [:]) -> KeyRing {
        KeyRing(
            "A",
            [
                "A": .account(Self.ours, caller: Self.alice), "A2": .account(Self.ours, caller: Self.alice),
                "B": .account(Self.theirs, caller: "arn:aws:iam::222222222222:user/bob"),
            ], listings: listings)
    }

    private func key(_ gate: AccountGate) async throws(CredentialError) -> String { try await gate.credentials().accessKeyId }

    private func refusal(_ gate: AccountGate) async -> CredentialError? {
        do throws(CredentialError) {
            let key = try await key(gate)
            Issue.record("\(key) may sign")
            return nil
        } catch {
            return error
        }
    }

    @Test func theFirstCredentialsAreNotHeldBackWhateverSTSDoes() async throws {
        let ring = KeyRing("A")
        let gate = ring.gate()
        #expect(try await key(gate) == "A")
        #expect(ring.asked.isEmpty)
        #expect(await gate.learnAccount() == nil)
        #expect(try await key(gate) == "A")
        #expect(ring.asked == ["A"])
    }

    @Test func whoOnlyLooksAsksNobodyForCredentials() async throws {
        let ring = ring()
        let gate = ring.gate()
        #expect(await gate.learnAccount(loadsCredentials: false) == nil)
        #expect(ring.asked.isEmpty && ring.given == 0)
        _ = try await key(gate)
        #expect(await gate.learnAccount(loadsCredentials: false)?.number == Self.ours)
        #expect(ring.given == 1)
    }

    @Test func otherCredentialsOfTheAccountAreAskedAboutOnceBeforeTheySign() async throws {
        let ring = ring()
        let gate = ring.gate()
        #expect(await gate.learnAccount()?.number == Self.ours)
        ring.use("A2")
        for _ in 0..<3 { #expect(try await key(gate) == "A2") }
        #expect(ring.asked == ["A", "A2"])
        #expect(await gate.takeNotice() == nil)
    }

    @Test func credentialsOfAnotherAccountSignNothingAndThoseOfTheAccountDoAgain() async throws {
        let ring = ring()
        let gate = ring.gate()
        _ = await gate.learnAccount()
        ring.use("B")
        let expected = CredentialError.otherAccount(OtherAccount(expected: Self.ours, found: Self.theirs))
        for _ in 0..<3 { #expect(await refusal(gate) == expected) }
        #expect(ring.asked == ["A", "B"])
        #expect(ring.reloads == 2, "the source is read anew before each further try")
        #expect(expected.sentence.contains(Self.ours) && expected.sentence.contains(Self.theirs))
        ring.use("A")
        #expect(try await key(gate) == "A")
        #expect(ring.asked == ["A", "B"])
    }

    @Test func accountFromSTSHasToBeConfirmedBySTSForOtherCredentials() async throws {
        let (ring, clock) = (ring(listings: ["A2": Self.ours]), TestClock())
        let gate = ring.gate(time: clock.source)
        _ = await gate.learnAccount()
        ring.say("A2", .unreachable)
        ring.use("A2")
        for _ in 0..<2 {
            guard case .otherAccount(let other)? = await refusal(gate) else { return #expect(Bool(false)) }
            #expect(other.expected == Self.ours && other.found == nil)
            #expect(other.sentence.contains("GetCallerIdentity") && other.sentence.contains(Self.ours))
        }
        #expect(ring.asked == ["A", "A2"], "not asked at each call")
        #expect(ring.listed.isEmpty)
        ring.say("A2", .account(Self.ours, caller: Self.alice))
        clock.advance(2)
        #expect(try await key(gate) == "A2")
    }

    @Test func whoAsksForANewLookGetsOneAtOnce() async throws {
        let ring = ring()
        let gate = ring.gate()
        _ = await gate.learnAccount()
        ring.say("A2", .unreachable)
        ring.use("A2")
        _ = await refusal(gate)
        ring.say("A2", .account(Self.ours, caller: Self.alice))
        await gate.invalidate()
        #expect(try await key(gate) == "A2")
    }

    @Test func anUnknownAccountStaysUnknownWhereSTSCannotBeReachedAndIsLearnedOnceItCan() async throws {
        let ring = KeyRing("A", ["A3": .account(Self.ours, caller: Self.alice), "B": .account(Self.theirs, caller: "x")])
        let gate = ring.gate()
        _ = await gate.learnAccount()
        ring.use("A2")
        #expect(try await key(gate) == "A2")
        #expect(await gate.account == nil)
        ring.use("A3")
        #expect(try await key(gate) == "A3")
        #expect(await gate.account?.number == Self.ours)
        ring.use("B")
        #expect(await refusal(gate) == .otherAccount(OtherAccount(expected: Self.ours, found: Self.theirs)))
    }

    @Test func whereSTSNeverAnsweredTheListingThatToldTheAccountTellsItAgain() async throws {
        let ring = KeyRing("A", listings: ["A": Self.ours, "A2": Self.ours, "B": Self.theirs])
        let gate = ring.gate()
        #expect(await gate.learnAccount() == SessionAccount(Self.ours, source: .listing))
        ring.use("A2")
        #expect(try await key(gate) == "A2")
        ring.use("B")
        #expect(await refusal(gate) == .otherAccount(OtherAccount(expected: Self.ours, found: Self.theirs)))
        ring.use("C")
        guard case .otherAccount(let other)? = await refusal(gate) else { return #expect(Bool(false)) }
        #expect(other.found == nil)
        #expect(ring.asked == ["A", "A2", "B", "C"] && ring.listed == ring.asked)
    }

    @Test func accountThatTheCallerSetIsComparedWithWhatSTSSaysOfTheFirstCredentials() async throws {
        let ring = ring()
        let gate = ring.gate()
        await gate.expect(account: Self.theirs)
        let other = CredentialError.otherAccount(OtherAccount(expected: Self.theirs, found: Self.ours))
        #expect(await refusal(gate) == other)
        ring.use("A2")
        #expect(await refusal(gate) == other)
        await gate.expect(account: Self.ours)
        #expect(await refusal(gate) == other, "an account that is known stays")
    }

    @Test func credentialsAdmittedBeforeTheAccountWasSetAreChecked() async throws {
        let silent = KeyRing("A")
        let gate = silent.gate()
        #expect(try await key(gate) == "A")
        await gate.expect(account: Self.ours)
        guard case .otherAccount(let other)? = await refusal(gate) else { return #expect(Bool(false)) }
        #expect(other.expected == Self.ours && other.found == nil)
        let listed = KeyRing("A", listings: ["A": Self.ours])
        let second = listed.gate()
        #expect(try await key(second) == "A")
        await second.expect(account: Self.ours)
        #expect(try await key(second) == "A", "a listing of the account is enough where STS cannot be reached")
    }

    @Test func manyCallersOneQuestion() async throws {
        let ring = ring()
        let gate = ring.gate()
        _ = await gate.learnAccount()
        ring.use("A2")
        let keys = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<50 { group.addTask { try await gate.credentials().accessKeyId } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(keys == ["A2"])
        #expect(ring.asked == ["A", "A2"])
    }

    @Test func whatWasConfirmedIsWhatSignsThoughTheSourceHasChangedMeanwhile() async throws {
        let ring = ring()
        let gate = ring.gate()
        _ = await gate.learnAccount()
        ring.use("A2")
        ring.useOnAsking("B")
        #expect(try await key(gate) == "A2")
        #expect(await refusal(gate) == .otherAccount(OtherAccount(expected: Self.ours, found: Self.theirs)))
    }

    @Test func credentialsThatHaveEndedAreToldAsSuch() async throws {
        let ring = ring()
        let gate = ring.gate()
        _ = await gate.learnAccount()
        ring.say("A2", .refuses("ExpiredTokenException"))
        ring.use("A2")
        #expect(await refusal(gate) == .expired(source: "ring"))
        ring.say("A3", .refuses("InvalidClientTokenId"))
        ring.use("A3")
        guard case .refused("ring", 403, "InvalidClientTokenId", nil)? = await refusal(gate) else { return #expect(Bool(false)) }
    }

    @Test func anotherCallerOfTheAccountIsNoticedOnceAndAnotherSessionOfARoleIsNot() async throws {
        let role = "arn:aws:sts::111111111111:assumed-role/Ops/"
        let ring = KeyRing(
            "A",
            [
                "A": .account(Self.ours, caller: role + "scanconfig-1700000000"),
                "A2": .account(Self.ours, caller: role + "scanconfig-1700003600"), "A3": .account(Self.ours, caller: Self.alice),
                "A4": .account(Self.ours, caller: "arn:aws:iam::111111111111:user/carol"),
            ])
        let gate = ring.gate()
        _ = await gate.learnAccount()
        ring.use("A2")
        _ = try await key(gate)
        #expect(await gate.takeNotice() == nil)
        ring.use("A3")
        _ = try await key(gate)
        #expect(await gate.takeNotice()?.contains(Self.alice) == true)
        ring.use("A4")
        _ = try await key(gate)
        #expect(await gate.takeNotice() == nil)
        #expect(await gate.account?.caller?.hasSuffix("carol") == true)
    }
}

@Suite struct GatedCallTests {
    private static let identity = KeyRing.Word.account("111111111111", caller: "arn:aws:iam::111111111111:user/alice")
    private static let stranger = KeyRing.Word.account("222222222222", caller: "arn:aws:iam::222222222222:user/bob")
    private static let other = OtherAccount(expected: "111111111111", found: "222222222222")

    @Test func nothingIsSentWithAnotherAccountsCredentialsAndTheCauseNamesBoth() async throws {
        let ring = KeyRing("A", ["A": Self.identity, "B": Self.stranger])
        let gate = ring.gate()
        _ = await gate.learnAccount()
        ring.use("B")
        let call = try ScriptedCall([], credentials: gate)
        let error = try #require(await call.failure())
        #expect(error.otherAccount == Self.other && error.attempts == 0 && !error.outcomeIsUnknown)
    }

    @Test func keysThatExpireDuringACallAndAreAnotherAccountsThenAreNotSentAndSaySo() async throws {
        let ring = KeyRing("A", ["A": Self.identity, "B": Self.stranger])
        let gate = ring.gate()
        _ = await gate.learnAccount()
        let call = try ScriptedCall([.error("ExpiredTokenException", status: 403)], credentials: Reloading(gate: gate, ring: ring))
        #expect(await call.failure()?.otherAccount == Self.other)
        await call.transport.finish()
        #expect(await call.transport.requests.allSatisfy { $0.headers["authorization"]?.contains("Credential=A/") == true })
    }

    /// The gate, before which the file changes when it is read anew.
    private struct Reloading: CredentialProvider {
        let gate: AccountGate
        let ring: KeyRing

        func credentials() async throws(CredentialError) -> Credentials { try await gate.credentials() }

        func invalidate() async {
            ring.use("B")
            await gate.invalidate()
        }
    }
}
