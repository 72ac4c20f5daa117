import Foundation
import InspectorCore
import Terminal
import TestSupport
import Testing

@testable import OperatorUI

/// Random commands, events and sizes over every screen. `SCANCONFIG_WALK_STEPS` walks further than the 15,000 steps of every day.
@Suite struct WalkTests {
    private static let stepsPerWalk = 250

    private static var walks: Int {
        let steps = ProcessInfo.processInfo.environment["SCANCONFIG_WALK_STEPS"].flatMap { Int($0) } ?? 15_000
        return max(1, steps / stepsPerWalk)
    }

    private struct Tally {
        var runs = 0
        var screens: Set<String> = []

        mutating func note(_ app: App) {
            screens.insert(String(String(describing: app.screen).prefix { $0 != "(" }))
            if app.session.run != nil { runs += 1 }
        }
    }

    /// Why the effects must not have followed from the event.
    private func unasked(_ effects: [Effect], _ event: Event, _ before: App) -> String? {
        for effect in effects {
            switch effect {
            case .startRun, .startRuns, .resumeRun:
                if before.session.isReadOnly { return "\(event) sends although nothing may be sent" }
                guard case .plan(let plan) = before.screen, before.display.arming.isArmed, plan.seen.hasIdentity else {
                    return "\(event) sends a plan unread"
                }
                let typed = event == .keyPressed(.enter) && Int(plan.answer) == plan.draft.count
                let pressed = event == .keyPressed(.character("y")) && plan.isSeen && !plan.needsTypedCount
                if !typed, !pressed { return "\(event) sends a plan" }
            case .export(let export) where export.mayReplace:
                if event != .keyPressed(.character("y")) || !before.display.arming.isArmed { return "\(event) replaces a file" }
            default: break
            }
        }
        return nil
    }

    @Test func invariantsHoldInEveryState() async throws {
        let material = try await WalkMaterial.shared
        var tally = Tally()
        let broken = Property.counterexample(Self.walks) { random in
            var walk = Walk(material, &random)
            for number in 0..<Self.stepsPerWalk {
                let step = walk.step(&random)
                if let words = unasked(step.effects, step.event, step.before) { return "step \(number): \(words)" }
                if let prompt = step.before.prompt, prompt != TextPrompt(.code), walk.app.prompt == nil, !step.event.isKey {
                    return "step \(number): \(step.event) turns what is typed into commands"
                }
                walk.app.recomputeLists()
                walk.app.noteSeen()
                let words = Invariants.broken(in: walk.app) ?? Invariants.broken(walk.app.view(), of: walk.app)
                if let words { return "step \(number), \(step.event): \(words)" }
                tally.note(walk.app)
            }
            return nil
        }
        #expect(broken == nil)
        #expect(tally.screens.count >= 17, "\(tally.screens.sorted())")
        #expect(tally.runs > 0)
    }

    @Test func aRangeThatTouchesTheRowForAllMarksWhatIsBelowIt() {
        var app = Fixture.listed(rows: 12)
        app.press(keys: .character("j"), .character("v"), .character("k"), .character("v"))
        #expect(app.marks.count == 3)
        app.press(keys: .character("u"), .character("j"), .character("j"), .character("v"), .home)
        #expect(app.lines[2].hasPrefix("▸   All") && app.lines[3].hasPrefix(" + ") && app.lines[4].hasPrefix(" + "))
        app.press(keys: .character(" "))
        #expect(app.marks.count == 4)
    }
}
