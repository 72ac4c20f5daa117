import TestSupport
import Testing

/// What AWS CLI version 2 does with some hundred set-ups, and what this program does: who signs, with which secret, for which region, where to
/// and which way, and which requests for credentials go before.
@Suite(.serialized) struct VersionTwoTests {
    @Test(.timeLimit(.minutes(10))) func everySetUpIsReadAsVersion2ReadsIt() async throws {
        let replay = try await Differential.run(["replay", BuiltProgram.path])
        #expect(replay.status == 0, "\(replay.text)")
    }

    @Test(
        .enabled(if: Differential.comparesWithPeer, "SCANCONFIG_AWS2 names no AWS CLI version 2, so no cache is shared with it"),
        .timeLimit(.minutes(10)))
    func credentialsThatOneKeepsServeTheOther() async throws {
        let peer = try #require(Differential.peer, "SCANCONFIG_AWS2 has to name AWS CLI version 2")
        let shared = try await Differential.run(["caches", peer, BuiltProgram.path])
        #expect(shared.status == 0, "\(shared.text)")
    }

    @Test(
        .enabled(if: Differential.comparesWithPeer, "SCANCONFIG_AWS2 names no AWS CLI version 2, so its recorded answers are not checked"),
        .timeLimit(.minutes(10)))
    func aRandomTwentyAreAnsweredAsRecorded() async throws {
        let peer = try #require(Differential.peer, "SCANCONFIG_AWS2 has to name AWS CLI version 2")
        let check = try await Differential.run(["check", peer])
        #expect(check.status == 0, "\(check.text)")
    }
}
