// swift-tools-version: 6.2
import PackageDescription

// Imports point one way, from the top of this list to its bottom: a target may name only
// targets above it. `docs/architecture.md` says what each room is for.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: settings)
}

/// The four rooms that hold what staff keep.
let models: [Target.Dependency] = ["Places", "Registers", "Programmes", "Entries"]

let package = Package(
    name: "bangvang",
    products: [
        .executable(name: "bangvang", targets: ["bangvang"]),
        .executable(name: "bangvang-imaging", targets: ["bangvang-imaging"]),
    ],
    dependencies: [
        // The usual way to read a command line in Swift.
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
    ],
    targets: [
        .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CLibVips", pkgConfig: "gobject-2.0", providers: [.apt(["libvips-dev"])]),

        // Ground floor: nothing of ours, or only diagnostics and the language.
        room("Diagnostics"),
        room("Vietnamese"),
        room("Parallel"),
        room("Digests"),
        room("Pictures"),
        room("Documents"),
        room("Imaging", ["Diagnostics", "Pictures"]),
        room("Formats", ["Diagnostics", "Vietnamese", "CCMark", "CYAML"]),
        room("Search", ["Diagnostics", "Vietnamese", "Formats"]),
        room("Privacy", ["Diagnostics", "Vietnamese"]),
        room("Templates", ["Diagnostics"]),

        // What staff keep: places, registers, programmes, entries. They do not know each other.
        room("Places", ["Diagnostics", "Vietnamese", "Formats"]),
        room("Registers", ["Diagnostics", "Formats"]),
        room("Programmes", ["Diagnostics", "Vietnamese", "Formats"]),
        room("Entries", ["Diagnostics", "Vietnamese", "Pictures", "Documents", "Formats", "Privacy"]),

        // What the program makes of it: check, plan, pages, files.
        room("Eligibility", ["Diagnostics", "Vietnamese", "Parallel", "Pictures", "Documents", "Formats", "Privacy"] + models),
        room("Board", ["Diagnostics", "Vietnamese", "Pictures", "Formats", "Privacy", "Eligibility"] + models),
        room(
            "Rendering",
            ["Diagnostics", "Vietnamese", "Parallel", "Digests", "Pictures", "Formats", "Templates", "Search", "Eligibility", "Board"]
                + models),
        room(
            "Publishing",
            [
                "Diagnostics", "Vietnamese", "Parallel", "Digests", "Pictures", "Documents", "Imaging", "Formats", "Templates",
                "Privacy", "Eligibility", "Board", "Rendering",
            ] + models),

        // Pictures are decoded in processes of their own, which `Imaging` starts: the program never links libvips.
        .target(name: "CVips", dependencies: ["CLibVips"], linkerSettings: [.linkedLibrary("vips"), .linkedLibrary("jpeg")]),
        .executableTarget(name: "bangvang-imaging", dependencies: ["CVips", "Imaging", "Pictures"], swiftSettings: settings),

        // The doors: the preview knows nothing of the board, the commands tie all together.
        room("Preview", ["Diagnostics"]),
        room(
            "Commands",
            [
                "Diagnostics", "Vietnamese", "Imaging", "Formats", "Registers", "Programmes", "Entries", "Eligibility", "Board",
                "Publishing", "Preview",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(name: "bangvang", dependencies: ["Commands"], swiftSettings: settings),

        tests("FormatsTests", ["Formats", "Diagnostics"]),
        tests("VietnameseTests", ["Vietnamese"]),
        tests("PrivacyTests", ["Privacy", "Diagnostics"]),
        tests("TemplatesTests", ["Templates", "Diagnostics"]),
        tests("SearchTests", ["Search", "Vietnamese", "TestSupport"], exclude: ["word-forms.txt"]),
        tests("DigestsTests", ["Digests"]),
        tests("PicturesTests", ["Pictures"]),
        tests("DocumentsTests", ["Documents", "TestSupport"]),
        tests("ImagingTests", ["Imaging", "Diagnostics", "Pictures", "TestSupport"], exclude: ["Pillow"]),
        tests("PreviewTests", ["Preview", "Diagnostics"]),
        tests("PlacesTests", ["Places", "Formats", "Diagnostics"]),
        tests("RegistersTests", ["Registers", "Formats", "Diagnostics"]),
        tests("ProgrammesTests", ["Programmes", "Formats", "Diagnostics"]),
        tests("EntriesTests", ["Entries", "Pictures", "Formats", "Diagnostics", "Privacy"]),
        tests("EligibilityTests", ["Eligibility", "Diagnostics", "Formats", "Places", "Registers", "Programmes", "Entries"]),
        tests("DiagnosticsTests", ["Diagnostics"]),
        tests("RenderingTests", ["Rendering", "Diagnostics", "Digests", "Templates"]),
        tests(
            "BoardTests",
            [
                "Board", "Diagnostics", "Vietnamese", "Formats", "Places", "Registers", "Programmes", "Entries", "Eligibility",
                "Publishing", "TestSupport",
            ]),
        tests(
            "PublishingTests",
            [
                "Publishing", "Diagnostics", "Imaging", "Pictures", "Formats", "Board", "Eligibility", "Entries", "Registers", "Rendering",
                "TestSupport",
            ],
            exclude: ["Sites", "FourthPlan"]),
        // The built program, with calls to the disk that fail and kills: see its README.
        tests("FaultTests", ["Formats", "TestSupport"], exclude: ["README.md", "fault.c"]),
        tests(
            "RuleSpecificationTests",
            [
                "Board", "Diagnostics", "Eligibility", "Entries", "Formats", "Programmes", "Publishing", "Registers", "Rendering",
                "TestSupport",
            ],
            exclude: ["Boards", "Specs", "README.md"]),
        // Pages in a real Chromium, which `Browser` drives: only Foundation, nothing of the board.
        .target(name: "Browser", path: "Tests/Browser", swiftSettings: settings),
        tests(
            "BrowserTests",
            ["Browser", "Board", "Diagnostics", "Places", "Registers", "Programmes", "Entries", "Preview", "Publishing", "TestSupport"]),
        // What whole-site tests share: a small board, a picture, the built program.
        .target(
            name: "TestSupport", dependencies: ["Publishing", "Diagnostics", "Formats", "Board", "Eligibility"], path: "Tests/TestSupport",
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)

// `Scripts/fuzz` alone builds this target: its `main` comes from libFuzzer.
if Context.environment["BANGVANG_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "bangvang-fuzz",
            dependencies: [
                "Diagnostics", "Documents", "Formats", "Pictures", "Imaging", "Templates", "Eligibility", "Board", "Rendering",
            ] + models,
            path: "Tests/Fuzzing", swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
}

// `Scripts/walk` alone builds this target, optimised as the program is that it tries: see its README.
if Context.environment["BANGVANG_WALK"] != nil {
    package.targets.append(
        .executableTarget(
            name: "bangvang-walk",
            dependencies: ["Publishing", "Board", "Diagnostics", "Entries", "Formats", "TestSupport"],
            path: "Tests/Walk", exclude: ["README.md"], swiftSettings: settings))
}
