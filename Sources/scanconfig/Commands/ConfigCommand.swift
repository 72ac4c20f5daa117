import ArgumentParser
import AWSClient

/// `scanconfig config`: what the configuration file says and could say.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Check the configuration file, and print every setting.",
        discussion: """
            Examples:
              scanconfig config
              scanconfig config > /dev/null && echo fine

            The result is a configuration file itself: what yours says, and every other member as a comment with its default value. If \
            your file has mistakes, they are named by line, and the exit status is 253. Where there is no file, make one:
              mkdir -p ~/.config/scanconfig
              scanconfig config --no-config > ~/.config/scanconfig/config.json5
            """)

    @OptionGroup var file: ConfigurationOptions

    func run() throws {
        let place = ConfigurationFile(.current)
        let read = try file.configuration(.current)
        let remark =
            file.noConfig
            ? "The defaults of scanconfig. The configuration file is \(place.shownPath)."
            : read == nil
                ? "There is no \(place.shownPath): these are the defaults." : "Every setting, with the values of \(place.shownPath)."
        let remarks = [remark, "The format is JSON5. Members behind // are not set, and have their defaults."]
        try StandardOutput.write(ConfigurationText(read ?? UserConfiguration(), remarks: remarks).text)
    }
}

/// The option that leaves the configuration file alone.
struct ConfigurationOptions: ParsableArguments {
    @Flag(name: .customLong("no-config"), help: "Ignore the configuration file.")
    var noConfig = false

    /// What the configuration file says; nil when there is none, or it is ignored.
    func configuration(_ environment: AWSClient.Environment) throws(CommandFailure) -> UserConfiguration? {
        noConfig ? nil : try ConfigurationFile(environment).configuration()
    }
}
