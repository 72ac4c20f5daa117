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
                return mailbox.post(
                    .marksRefused(number: number, .unreadable("The screen uses standard input: give the name of a file or a pipe.")))
            }
            do throws(InputFile.Failure) {
                mailbox.post(.marksRead(number: number, try await InputFile.read(place)))
            } catch {
                mailbox.post(.marksRefused(number: number, ImportFailure(error)))
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

extension ImportFailure {
    fileprivate init(_ failure: InputFile.Failure) {
        switch failure {
        case .unreadable(let sentence): self = .unreadable("\(sentence) Nothing was marked.")
        case .refused(let error): self = .refused(error)
        }
    }
}
