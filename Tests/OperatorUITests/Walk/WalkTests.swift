import Foundation
import InspectorCore
import Terminal
import TestSupport
import Testing

@testable import OperatorUI

/// Random commands, events and sizes over every screen. `SCANCONFIG_WALK_STEPS` walks further than the 10,000 steps of every day.
@Suite struct WalkTests {
    private static let stepsPerWalk = 250

    private static var walks: Int {
        let steps = ProcessInfo.processInfo.environment["SCANCONFIG_WALK_STEPS"].flatMap { Int($0) } ?? 10_000
        return max(1, steps / stepsPerWalk)
    }

    private struct Tally {
        var runs = 0
        var screens: Set<String> = []

        mutating func note(_ state: State) {
            screens.insert(String(String(describing: state.screen).prefix { $0 != "(" }))
            if state.activity.run != nil { runs += 1 }
        }
    }

    /// Why the effects must not have followed from the event.
    private func unasked(_ effects: [Effect], _ event: Event, _ before: State) -> String? {
        for effect in effects {
            switch effect {
            case .startRun, .resumeRun:
                if before.isReadOnly { return "\(event) sends although nothing may be sent" }
                guard case .plan(let plan) = before.screen, before.arming.isArmed, plan.seen.hasIdentity else {
                    return "\(event) sends a plan unread"
                }
                let typed = event == .keyPressed(.enter) && Int(plan.answer) == plan.plan.targets.count
                let pressed = event == .keyPressed(.character("y")) && plan.isSeen && !plan.needsTypedCount
                if !typed, !pressed { return "\(event) sends a plan" }
            case .export(let export) where export.mayReplace:
                if event != .keyPressed(.character("y")) || !before.arming.isArmed { return "\(event) replaces a file" }
            default: break
            }
        }
        return nil
    }

    @Test func everyStateHolds() async throws {
        let material = try await WalkMaterial()
        var tally = Tally()
        let broken = Property.counterexample(Self.walks) { random in
            var walk = Walk(material, &random)
            for number in 0..<Self.stepsPerWalk {
                let step = walk.step(&random)
                if let words = unasked(step.effects, step.event, step.before) { return "step \(number): \(words)" }
                walk.state.settle()
                walk.state.noteSeen()
                let words = Invariants.broken(in: walk.state) ?? Invariants.broken(view(walk.state), of: walk.state)
                if let words { return "step \(number), \(step.event): \(words)" }
                tally.note(walk.state)
            }
            return nil
        }
        #expect(broken == nil)
        #expect(tally.screens.count == 12, "\(tally.screens.sorted())")
        #expect(tally.runs > 0)
    }

    @Test func aRangeThatTouchesTheRowForAllMarksWhatIsBelowIt() {
        var state = Fixture.listed()
        state.press(keys: .character("j"), .character("v"), .character("k"), .character("v"))
        #expect(state.marks.count == 3)
        state.press(keys: .character("u"), .character("j"), .character("j"), .character("v"), .home)
        #expect(state.lines[2].hasPrefix("▸  All") && state.lines[3].hasPrefix(" + ") && state.lines[4].hasPrefix(" + "))
        state.press(keys: .character(" "))
        #expect(state.marks.count == 4)
    }
}
