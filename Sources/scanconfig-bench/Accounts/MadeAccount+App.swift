import InspectorCore
import OperatorUI
import Terminal

extension MadeAccount {
    /// The pages of a listing, as events for the terminal UI.
    var events: [InventoryEvent] {
        var events = [InventoryEvent.configurations((0..<count).map(configuration), isLast: true)]
        for number in 0..<count { events += pages(of: number) }
        for start in stride(from: 0, to: distinct, by: ServiceLimits.coveragePageSize) {
            events.append(.coverage((start..<min(distinct, start + ServiceLimits.coveragePageSize)).map(details)))
        }
        return events + [.finished]
    }

    private func pages(of number: Int) -> [InventoryEvent] {
        let (arn, ids) = (configuration(number).scanConfigurationArn, projectIds(of: number))
        return stride(from: 0, to: ids.count, by: ServiceLimits.pageSize).map { start in
            let end = min(ids.count, start + ServiceLimits.pageSize)
            return .associations(
                scanConfigurationArn: arn, ids[start..<end].map { AssociationResource.projectId($0) }, isLast: end == ids.count)
        }
    }

    /// A terminal UI that has listed the account and shows all of its associations.
    func app(size: TerminalSize = TerminalSize(columns: 80, rows: 24)) -> App {
        var app = App(size: size)
        for case .connect(let generation, _) in app.begin() {
            _ = app.update(.connected(generation: generation, SessionIdentity(region: "us-east-1")))
            for event in events { _ = app.update(.inventoryArrived(generation: generation, event)) }
        }
        app.recomputeLists()
        _ = app.update(.keyPressed(.enter))
        return app
    }

    /// Every association as a target of a plan.
    var targets: [PlanTarget] {
        (0..<count).flatMap { number in
            let configuration = configuration(number)
            return projectIds(of: number).map { id in
                PlanTarget(
                    association: Association(scanConfigurationArn: configuration.scanConfigurationArn, resource: .projectId(id)),
                    configurationName: configuration.name)
            }
        }
    }
}
