import Dispatch
import Glibc
package import Terminal

extension CursesSession {
    /// Takes the next of what was typed, pasted or answered; nothing when all is taken.
    package func nextInput() -> TerminalInput? {
        if queue.isEmpty, holding == .held, device.readiness() == .bytes { readInput() }
        guard let input = queue.next() else { return nil }
        if queue.isEmpty { sources?.resumeInput() }
        if input == .statusReport { queries.answer() }
        return input
    }

    /// Whether something waits to be taken.
    package var hasInput: Bool { !queue.isEmpty }

    /// Tells at once, whatever waits to be taken, when the terminal is gone.
    package func noticeHangUp() {
        if holding == .held, device.readiness() == .gone { hangUp() }
    }

    /// Throws away all that was typed and pasted up to now, also what nobody has read yet.
    ///
    /// - Returns: How many keys that were.
    package func discardInput() -> Int {
        guard holding == .held else { return 0 }
        var count = drop(queue.removeAll())
        var isLeft = Self.discardedPortions
        while isLeft > 0, device.readiness() == .bytes {
            isLeft -= 1
            count += drop(take(keyboard.read(from: device.input).inputs))
        }
        watchUnfinished()
        sources?.resumeInput()
        return count
    }

    /// Portions that are thrown away at once: 256 kB, more than a terminal's queue holds.
    private static let discardedPortions = 256

    /// Reads what there is, up to a portion.
    func readInput() {
        let reading = keyboard.read(from: device.input)
        enqueue(take(reading.inputs))
        if reading.hasFailed { return hangUp() }
        watchUnfinished()
    }

    /// Notes answers among what is thrown away, and counts the keys.
    @discardableResult func drop(_ inputs: [TerminalInput]) -> Int {
        inputs.reduce(0) { count, input in
            if input == .statusReport { queries.answer() }
            if case .key = input { return count + 1 }
            return count
        }
    }

    private func enqueue(_ inputs: [TerminalInput]) {
        guard !inputs.isEmpty else { return }
        queue.append(inputs)
        if queue.isFull { sources?.pauseInput() }
        continuation.yield(.inputWaits)
    }

    /// Takes in what is meant for the session, and hands on the rest.
    func take(_ inputs: [TerminalInput]) -> [TerminalInput] {
        inputs.filter { input in
            guard case .modeReport(let mode, let setting) = input else { return true }
            pasteMode.learn(mode: mode, setting: setting)
            hold.renew(leaving: pasteMode.leaving)
            return false
        }
    }
}

extension CursesSession {
    /// Sees to it that the beginning of something is told when its rest does not come: Escape after a moment, all else after a while.
    private func watchUnfinished() {
        guard let waiting = keyboard.waiting else { return }
        let readings = keyboard.readings
        after(.milliseconds(Int(escapeDelay))) { $0.nothingFollowed(readings) }
        guard patientFor != waiting else { return }
        patientFor = waiting
        wait(for: waiting)
    }

    private func wait(for waiting: Int) {
        after(Self.patience) { $0.nothingCame(for: waiting) }
    }

    private func nothingFollowed(_ readings: Int) {
        guard holding == .held, keyboard.readings == readings, device.readiness() == .nothing else { return }
        enqueue(take(keyboard.pause()))
        watchPatiently()
    }

    private func nothingCame(for waiting: Int) {
        guard holding == .held, keyboard.waiting == waiting else { return }
        if device.readiness() == .bytes { return wait(for: waiting) }
        enqueue(take(keyboard.giveUp()))
        watchPatiently()
    }

    private func watchPatiently() {
        guard let waiting = keyboard.waiting, patientFor != waiting else { return }
        patientFor = waiting
        wait(for: waiting)
    }

    private func after(_ time: DispatchTimeInterval, _ action: @escaping @MainActor @Sendable (CursesSession) -> Void) {
        DispatchQueue.main.asyncAfter(deadline: .now() + time) { [weak self] in
            MainActor.assumeIsolated {
                guard let self else { return }
                CrashHandler.lendStack()
                action(self)
            }
        }
    }

    /// How long the rest of something that has begun is waited for.
    private static let patience = DispatchTimeInterval.seconds(2)
}
