/// Keeps a value until the process ends.
///
/// A command is done when it has reported, and the system takes its memory back at once; freeing ten
/// thousand entries one by one before that takes a twentieth of a build.
enum ProcessLifetime {
    private final class Box {
        let value: Any
        init(_ value: Any) { self.value = value }
    }

    static func keep(_ value: Any) {
        _ = Unmanaged.passRetained(Box(value))
    }
}
