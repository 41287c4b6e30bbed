import ArgumentParser
import Diagnostics

/// Help texts in the language that the command line asks for. The parser wants them before it has read
/// `--lang`, so they look for it themselves.
enum Help {
    static let language: Language = {
        let arguments = CommandLine.arguments
        for (index, argument) in arguments.enumerated() {
            if argument == "--lang=en" { return .english }
            if argument == "--lang", arguments.dropFirst(index + 1).first == "en" { return .english }
        }
        return .vietnamese
    }()

    static func text(vi: String, en: String) -> String {
        Message(vi: vi, en: en)[language]
    }

    static func argument(vi: String, en: String, value: String? = nil) -> ArgumentHelp {
        ArgumentHelp(stringLiteral: text(vi: vi, en: en)).naming(value)
    }
}

extension ArgumentHelp {
    fileprivate func naming(_ value: String?) -> ArgumentHelp {
        var help = self
        if let value { help.valueName = value }
        return help
    }
}

extension Language: ExpressibleByArgument {}
