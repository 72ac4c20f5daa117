import AWSClient
import InspectorCore
import OperatorUI
import Runtime

extension EffectRunner {
    /// Reads the file of an import in a thread of its own: a pipe or a remote disk may keep it waiting.
    func readMarks(_ number: Int, _ path: String) {
        let place = connector.environment.expanded(path)
        Task { [mailbox] in
            if path == "-" {
                return mailbox.post(.marksRefused(number: number, "The screen uses standard input: give the name of a file or a pipe."))
            }
            do throws(InputFile.Failure) {
                mailbox.post(.marksRead(number: number, try await InputFile.read(place)))
            } catch {
                mailbox.post(.marksRefused(number: number, error.importSentence))
            }
        }
    }

    /// Looks for paths in a thread of its own.
    func findFiles(_ text: String) {
        let environment = connector.environment
        Task { [mailbox] in
            mailbox.post(.filesFound(text, await OwnThread.run { FileCompletion(text, environment).paths }))
        }
    }
}

extension InputFile.Failure {
    /// The first problem, for the line of notices.
    fileprivate var importSentence: String {
        switch self {
        case .unreadable(let sentence): sentence
        case .refused(let error): error.firstSentence
        }
    }
}
