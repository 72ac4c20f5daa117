extension Screen {
    /// The part that is seen, for screens that have one.
    package var viewport: Viewport? {
        get {
            switch self {
            case .configurations(let list): list.viewport
            case .projects(let list): list.viewport
            case .plan(let plan): plan.viewport
            case .earlierRuns(let list): list.viewport
            case .earlierRun(let run): run.viewport
            case .profiles(let picker): picker.viewport
            case .details(_, let viewport), .run(let viewport), .results(let viewport),
                .help(let viewport):
                viewport
            case .question, .code: nil
            }
        }
        set {
            guard let newValue else { return }
            switch self {
            case .configurations(let list): self = .configurations(changed(list) { $0.viewport = newValue })
            case .projects(let list): self = .projects(changed(list) { $0.viewport = newValue })
            case .plan(let plan): self = .plan(changed(plan) { $0.viewport = newValue })
            case .earlierRuns(let list): self = .earlierRuns(changed(list) { $0.viewport = newValue })
            case .earlierRun(let run): self = .earlierRun(changed(run) { $0.viewport = newValue })
            case .profiles(let picker): self = .profiles(changed(picker) { $0.viewport = newValue })
            case .details(let id, _): self = .details(id, newValue)
            case .run: self = .run(newValue)
            case .results: self = .results(newValue)
            case .help: self = .help(newValue)
            case .question, .code: break
            }
        }
    }

    private func changed<Value>(_ value: Value, _ change: (inout Value) -> Void) -> Value {
        var value = value
        change(&value)
        return value
    }
}
