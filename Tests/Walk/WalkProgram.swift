import Foundation

@main
struct WalkProgram {
    /// `bangvang-walk SEED STEPS`; `BANGVANG_WALK_TOLD` has each step printed as it is done.
    static func main() async {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 2, let seed = arguments.first.flatMap(UInt64.init), let steps = arguments.last.flatMap(Int.init) else {
            for kind in StepKind.all { print(kind.name, "–", kind.says) }
            print("bangvang-walk SEED STEPS")
            exit(64)
        }
        do {
            let walk = Walk(seed: seed, steps: steps, isTold: ProcessInfo.processInfo.environment["BANGVANG_WALK_TOLD"] != nil)
            let began = ContinuousClock.now
            let summary = try await walk.run()
            let missing = StepKind.all.map(\.name).filter { summary.kinds[$0] == nil }
            print(
                "✔ seed \(seed): \(steps) steps in \(ContinuousClock.now - began), \(summary.written) of them published;",
                "\(StepKind.all.count - missing.count) of \(StepKind.all.count) kinds")
        } catch {
            print("✘ \(error)")
            exit(1)
        }
    }
}
