import InspectorCore
import Terminal

/// The question for the code of a multi-factor device, which credentials need. The code is typed in a prompt.
struct CodeScreen: ScreenModel {
    /// The device's serial number or ARN.
    let serial: String
    /// The profile that needs it.
    let profile: String

    var screen: Screen { .code(self) }

    var confirmation: Confirmation? {
        Confirmation(kind: .code) { key in
            switch key {
            case .character(let character): character.isDigit
            case .enter: true
            default: false
            }
        }
    }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability { command.availabilityInQuestions }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] { [] }

    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action] {
        switch input {
        case .changed: []
        case .accepted(let prompt) where prompt.text.isEmpty:
            [.warn("Type the digits shown on the device, then press Enter. Esc cancels.")]
        case .accepted(let prompt): [.prompt(nil), .close, .effect(.answerCode(prompt.text))]
        case .cancelled:
            [.close, .warn("Without a code, calls that need one fail. \(session.key(.refresh)) tries again."), .effect(.answerCode(nil))]
        }
    }

    func view(in scene: Scene) -> ScreenView {
        ScreenView(
            asking: scene.page.paragraph("Profile \(profile) needs the code from device \(serial).", .warning)
                + scene.page.paragraph("Type the digits, then press Enter. Esc cancels.", .text),
            in: scene)
    }
}
