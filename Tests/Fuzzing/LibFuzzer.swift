import Glibc

// libFuzzer brings `main` and calls these two functions by their C names:
// https://llvm.org/docs/LibFuzzer.html

/// The reader that this run fuzzes, named by `BANGVANG_FUZZ_TARGET`.
private let target: FuzzTarget = {
    let name = getenv("BANGVANG_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
        print("BANGVANG_FUZZ_TARGET: \(names)")
        exit(64)
    }
    return target
}()

/// Passes one input to the target; libFuzzer wants 0 back.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    target.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
