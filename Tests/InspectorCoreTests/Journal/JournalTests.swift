import AWSClient
import Foundation
import Testing
import TextSafety

@testable import InspectorCore

@Suite struct JournalTests {
    let folder: TemporaryFolder
    let store: JournalStore
    let plan = MadePlan.plan(60, configurations: 2)

    init() throws {
        folder = try TemporaryFolder()
        store = JournalStore(folder: folder.path + "/state/runs")
    }

    private func begin() async throws -> (journal: Journal, path: String) {
        let journal = try await store.create(plan, seed: 1)
        return (journal, try #require(journal.path))
    }

    @Test func livesInTheStateFolder() throws {
        let home = Environment(variables: [:], homeDirectory: "/home/ops")
        #expect(try JournalFolder.path(environment: home) == "/home/ops/.local/state/scanconfig/runs")
        let state = Environment(variables: ["XDG_STATE_HOME": "/var/state"], homeDirectory: "/home/ops")
        #expect(try JournalFolder.path(environment: state) == "/var/state/scanconfig/runs")
        let relative = Environment(variables: ["XDG_STATE_HOME": "state"], homeDirectory: "/home/ops")
        #expect(try JournalFolder.path(environment: relative) == "/home/ops/.local/state/scanconfig/runs")
        #expect(throws: JournalError.noStateFolder) { try JournalFolder.path(environment: Environment(variables: [:])) }
    }

    @Test func aStateFolderOfOnesOwnComesFirst() throws {
        let variables = ["SCANCONFIG_STATE_DIR": "/mnt/safe//", "XDG_STATE_HOME": "/var/state"]
        #expect(try JournalFolder.path(environment: Environment(variables: variables)) == "/mnt/safe/runs")
        let relative = Environment(variables: ["SCANCONFIG_STATE_DIR": "safe"])
        #expect(try JournalFolder.path(environment: relative) == FileManager.default.currentDirectoryPath + "/safe/runs")
        let home = Environment(variables: ["SCANCONFIG_STATE_DIR": "~/safe"], homeDirectory: "/home/ops")
        #expect(try JournalFolder.path(environment: home) == "/home/ops/safe/runs")
    }

    @Test(arguments: ["SCANCONFIG_STATE_DIR", "XDG_STATE_HOME", "HOME"])
    func aStateFolderThatIsNotUTF8IsRefusedNotReplaced(_ name: String) {
        let repaired = String(decoding: [0x2F, 0x61, 0xFF], as: UTF8.self)
        let environment = Environment(
            variables: name == "HOME" ? [:] : [name: repaired], homeDirectory: name == "HOME" ? repaired : "/home/ops")
        let error = #expect(throws: JournalError.self) { try JournalFolder.path(environment: environment) }
        #expect(error?.sentence.contains(name) == true && error?.sentence.contains("not UTF-8") == true)
    }

    @Test func isForTheUserAlone() async throws {
        let (journal, path) = try await begin()
        #expect(try TemporaryFolder.permissions(path) == 0o600)
        #expect(try TemporaryFolder.permissions(store.folder) == 0o700)
        await journal.close()
    }

    @Test func takesOthersAccessToAnExistingFolderAway() async throws {
        try FileManager.default.createDirectory(atPath: store.folder, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: store.folder)
        _ = try await begin()
        #expect(try TemporaryFolder.permissions(store.folder) == 0o700)
    }

    @Test func theHeaderHoldsTheWholePlan() async throws {
        var plan = plan
        plan.warnings = [.defaultConfiguration(name: "d", targets: 2), .namesMissing]
        plan.targets[3].projectName = "acme/payments"
        plan.targets[3].configurationName = "nightly"
        let journal = try await store.create(plan, seed: 1)
        await journal.close()
        #expect(try store.open(journal.runId).plan == plan)
    }

    @Test func namesSortByTimeAndAreUnique() async throws {
        let moment = Date(timeIntervalSince1970: 1_795_000_000)
        let store = JournalStore(folder: folder.path, now: { moment })
        let first = try await store.create(plan, seed: 1)
        let second = try await store.create(plan, seed: 1)
        #expect(first.runId != second.runId)
        #expect(first.runId.hasPrefix("20261118T"))
        let later = JournalStore(folder: folder.path, now: { moment + 0.002 })
        #expect(try await later.create(plan, seed: 1).runId > max(first.runId, second.runId))
    }

    @Test func everyEntryComesBack() async throws {
        let (journal, _) = try await begin()
        let groups = [
            OutcomeGroup(outcome: .succeeded, targets: [0, 1]),
            OutcomeGroup(outcome: .failed(statusCode: .accessDenied, statusMessage: "no \u{1B}[31m"), targets: [2]),
            OutcomeGroup(outcome: .unresolved(.unexpectedBody(excerpt: "<p>")), targets: [3]),
        ]
        try await journal.record(.intent(call: 1, attempt: 1, invocationId: "i", targets: [0, 1, 2, 3]))
        try await journal.record(.answered(call: 1, attempt: 1, groups))
        try await journal.record(.settled([OutcomeGroup(outcome: .notSent(.refused(message: "m")), targets: [4])]))
        try await journal.record(.finished)
        await journal.close()
        let record = try store.open(journal.runId)
        #expect(
            record.history.outcomes[..<5] == [
                .succeeded, .succeeded, groups[1].outcome, groups[2].outcome, .notSent(.refused(message: "m")),
            ])
        #expect(record.isFinished)
    }

    @Test func linesAreJSONWithoutRawControlCharacters() async throws {
        let (journal, path) = try await begin()
        try await journal.record(.notActedUpon(call: 1, attempt: 1, detail: "a\u{1B}b\nc"))
        for line in try folder.text(path).split(separator: "\n") {
            #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
            #expect(!line.unicodeScalars.contains { $0.value < 0x20 })
        }
    }

    @Test func eachEntryIsDurableBeforeItCounts() async throws {
        let disk = ForgetfulDisk()
        let journal = try await JournalStore(folder: "/x", disk: disk).create(plan, seed: 1)
        #expect(disk.durableLength == disk.content.count)
        try await journal.record(.finished)
        #expect(disk.durableLength == disk.content.count)
    }

    @Test func aFullDiskIsAnErrorAndLeavesNoHalfLine() async throws {
        let disk = ForgetfulDisk(appends: 2)
        let journal = try await JournalStore(folder: "/x", disk: disk).create(plan, seed: 1)
        try await journal.record(.resumed)
        let whole = disk.content
        await #expect(throws: JournalError.self) { try await journal.record(.finished) }
        #expect(disk.content == whole)
    }

    @Test func withoutAFolderThereIsNoJournal() async throws {
        let store = JournalStore(folder: "/x", disk: ForgetfulDisk(isReadOnly: true))
        await #expect(throws: JournalError.folder(path: "/x", reason: "Read-only file system")) { try await store.create(plan, seed: 1) }
        try "".write(toFile: folder.path + "/file", atomically: false, encoding: .utf8)
        let blocked = JournalStore(folder: folder.path + "/file/runs")
        await #expect(throws: JournalError.self) { try await blocked.create(plan, seed: 1) }
    }

    @Test func aSecondOneOnTheSameRunIsRefused() async throws {
        let (journal, path) = try await begin()
        await #expect(throws: JournalError.locked(path: path)) { try await store.resume(journal.runId) }
        #expect(try store.list().map(\.state) == [.runningElsewhere])
        await journal.close()
        let (again, _) = try await store.resume(journal.runId)
        await again.close()
    }

    @Test func whatIsBeingWrittenIsNotCutOff() async throws {
        let (journal, path) = try await begin()
        try await journal.record(.intent(call: 1, attempt: 1, invocationId: "i", targets: [0]))
        try folder.append(#"{"at":"half a li"#, to: path)
        let record = try store.open(journal.runId)
        #expect(!record.isCut && record.history.inDoubt == [0])
        await journal.close()
        #expect(try store.open(journal.runId).isCut)
    }

    @Test func aFileSystemWithoutPermissionsIsSaidOnce() async throws {
        for disk in [
            ForgetfulDisk(privacy: .open(reason: "Operation not permitted", isOwn: true), isPrivate: false),
            ForgetfulDisk(privacy: .open(reason: "Operation not permitted", isOwn: false), isPrivate: false),
            ForgetfulDisk(privacy: .alone, isPrivate: false),
        ] {
            let (recorder, warning) = try await JournalStore(folder: "/x", disk: disk).begin(plan, seed: 1)
            let words = try #require(warning)
            #expect(words.contains("/x") && words.contains("keeps no permissions"))
            await recorder.close()
            let replay = try JournalReplay(disk.content, path: "j")
            #expect(replay.run.remarks == [words])
        }
        let (_, nothing) = try await JournalStore(folder: "/x", disk: ForgetfulDisk()).begin(plan, seed: 1)
        #expect(nothing == nil)
    }

    @Test func aFolderOfSomebodyElseIsRefused() async throws {
        let disk = ForgetfulDisk(privacy: .open(reason: "Operation not permitted", isOwn: false), isPrivate: true)
        let error = await #expect(throws: JournalError.self) { try await JournalStore(folder: "/x", disk: disk).create(plan, seed: 1) }
        #expect(error?.sentence.contains("another user") == true)
        #expect(disk.content.isEmpty)
    }
}
