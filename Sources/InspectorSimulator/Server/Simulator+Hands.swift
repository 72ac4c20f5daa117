package import InspectorCore

extension Simulator {
    /// What happened to every association so far, and by whose hand.
    package func history() async -> SimulatorHistory { service.history }

    /// Another operator changes associations now. Refusals do not bind it; what cannot be stays as it is.
    ///
    /// - Parameter account: The account's number; nil is the first one.
    package func otherOperator(
        disassociates: [Association] = [], associates: [Association] = [], account: String? = nil
    ) async {
        service.changed { world in
            guard let place = world.place(ofAccount: account ?? options.accountId) else { return }
            world.otherOperatorActs(in: place, disassociates: disassociates, associates: associates)
        }
    }

    /// Another operator is going to change associations at `moment`, once. What is counted is counted from now on.
    ///
    /// - Parameter account: The account's number; nil is the first one.
    package func otherOperator(
        at moment: OperatorMoment, disassociates: [Association] = [], associates: [Association] = [], account: String? = nil
    ) async {
        service.changed { world in
            guard let place = world.place(ofAccount: account ?? options.accountId) else { return }
            world.appointments.append(
                Appointment(moment: moment, account: place, disassociates: disassociates, associates: associates))
        }
    }

    /// Carries out every effect that is still to come.
    package func carryOutLateEffects() async {
        service.changed { $0.carryOutLateEffects(all: true) }
    }

    /// How many effects are still to come.
    package func lateEffectCount() async -> Int { service.changed { $0.lateEffects.count } }

    /// The key expires after so many more calls of its own, whatever the plan of faults says; nil renews it for good.
    package func expire(accessKeyId: String, afterCalls calls: Int?) async {
        service.changed { $0.callsLeft[accessKeyId] = calls }
    }
}
