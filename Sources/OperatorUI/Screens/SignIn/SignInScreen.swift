import InspectorCore
import Terminal
import TextSafety

/// Where to sign in. The page is opened in a browser on any machine; what was waiting for credentials then goes on by itself.
struct SignInScreen: TextScreen {
    var viewport = Viewport()
    /// The page; nothing until the service has named it.
    private(set) var page: SignInNotice?

    var screen: Screen { .signIn(self) }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        switch command {
        case .back, .move: .enabled
        case .copy: .when(page != nil, else: "There is no address to copy yet.")
        case .open:
            .when(page?.asksForCode == true, else: "Nothing to type here: confirm the code in the browser, and this closes by itself.")
        case .program(let command): usualAvailability(of: .program(command), in: session)
        case .refresh, .export, .list, .run: .disabled("Sign in on the page, or press Esc.")
        }
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .move(let motion): scroll(motion, in: session, on: display)
        case .back: [.close, .effect(.cancelSignIn), .inform("The sign-in was given up.")]
        case .copy:
            page.map { [.effect(.copy($0.address)), .inform("Copied the address (OSC 52). It stays here if your terminal ignores that.")] }
                ?? []
        case .open: [.prompt(TextPrompt(.authorization))]
        case .refresh, .export, .list, .run, .program: []
        }
    }

    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action] {
        switch input {
        case .changed, .cancelled: []
        case .accepted(let prompt) where prompt.text.isEmpty: [.warn("Paste the code that the page shows, then press Enter.")]
        case .accepted(let prompt): [.prompt(nil), .effect(.answerSignIn(prompt.text)), .inform("Checking the code…")]
        }
    }

    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action] {
        if case .event(.signInShown(let page)) = news { self.page = page }
        if case .event(.resized) = news { clamp(in: session, on: display) }
        return []
    }
}

extension SignInScreen {
    var title: String { "sign in" }

    func text(in session: Session, on display: Display) -> LazyText { LazyText(lines(on: display.textPage)) }

    func hints(in scene: Scene) -> [Hint] {
        scene.workingHints(.copy, on: self, as: "copy the address") + scene.workingHints(.open, on: self, as: "paste the code")
            + scene.hints(.back, as: "give up")
    }

    func spoken(in scene: Scene) -> Spoken {
        var spoken = spokenText(in: scene)
        spoken.lines = spoken.lines.map(\.inSpokenWords)
        return spoken
    }

    private func lines(on text: Page) -> [Line] {
        guard let page else { return [Line.empty] + text.paragraph("Asking where to sign in…", .dim) }
        var lines =
            [Line.empty] + text.paragraph("To sign in for profile \(page.profile), open this page in a browser on any machine:", .text)
        lines += [Line.empty] + text.paragraph(page.address, .accent) + [Line.empty]
        guard let code = page.code else {
            return lines + text.paragraph("Then press Enter, and paste the authorization code that the page shows.", .text)
        }
        lines += text.paragraph("It has to show the code \(code).", .title)
        if page.shortAddress != page.address { lines += text.paragraph("Or open \(page.shortAddress) and type that code.", .dim) }
        let end = page.endsAt.map { " The code ends at \($0)." } ?? ""
        return lines + [Line.empty] + text.paragraph("This closes by itself once you have signed in.\(end)", .dim)
    }
}

/// Where to sign in, as a screen shows it.
package struct SignInNotice: Hashable, Sendable {
    /// The profile.
    package let profile: String
    /// The page to open, with the code in it where the service gives such an address.
    package let address: String
    /// The page without the code.
    package let shortAddress: String
    /// The code that the page shows or wants; nil where the page gives one.
    package let code: String?
    /// Until when the code can be confirmed, ISO 8601 in UTC.
    package let endsAt: String?

    /// A page of these parts.
    package init(profile: String, address: String, shortAddress: String, code: String?, endsAt: String?) {
        (self.profile, self.address, self.shortAddress, self.code, self.endsAt) = (profile, address, shortAddress, code, endsAt)
    }

    /// Whether a code is brought back from the page.
    var asksForCode: Bool { code == nil }
}
