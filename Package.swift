// swift-tools-version: 6.2

import PackageDescription

var strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]
if Context.environment["SCANCONFIG_WARNINGS_AS_ERRORS"] == "1" {
    strict.append(.treatAllWarnings(as: .error))
}

// One file for any Linux: everything is linked into it, the C library and ncurses too.
let isSelfContained = Context.environment["SCANCONFIG_SELF_CONTAINED"] == "1"
if isSelfContained { strict.append(.define("SELF_CONTAINED")) }
let ncurses: [LinkerSetting] =
    isSelfContained ? [.linkedLibrary(":libncursesw.a"), .linkedLibrary(":libtinfo.a")] : [.linkedLibrary("ncursesw")]

// Nothing looks a symbol of the program up: without 39,000 of them it is 4.5 MB smaller and starts 1 ms sooner.
var programLinkerFlags = ["-Xlinker", "--no-export-dynamic"]
if isSelfContained {
    // At a fixed address: relocating what has addresses in it copies 1.3 MB before the first line, in nearly 1 ms. lld, for the order below.
    programLinkerFlags += ["-use-ld=lld", "-Xclang-linker", "-static"]
    // What runs before the first frame stands together: it is spread over 120 pieces of the file otherwise, each of them a page fault.
    let order = Context.packageDirectory + "/.ci/start-order"
    // Nothing registers unwind tables (UnwindTables.swift): the unwinder finds those that the linker has sorted.
    let wrapped = ["__register_frame_info", "__deregister_frame_info"].map { "--wrap=" + $0 }
    let symbols = Context.environment["SCANCONFIG_SYMBOLS"] == "1" ? "-S" : "-s"
    let placed = ["--symbol-ordering-file=" + order, "--no-warn-symbol-ordering"]
    for flag in ["--eh-frame-hdr"] + wrapped + placed + ["--gc-sections", "--build-id=none", symbols] {
        programLinkerFlags += ["-Xlinker", flag]
    }
}

let package = Package(
    name: "scanconfig",
    products: [
        .executable(name: "scanconfig", targets: ["scanconfig"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-algorithms.git", from: "1.2.1"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", from: "1.0.2", traits: []),
    ],
    targets: [
        .systemLibrary(name: "CConcurrency"),
        .systemLibrary(name: "CGlibc"),
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
        .target(
            name: "TextSafety", dependencies: [.product(name: "Algorithms", package: "swift-algorithms")], swiftSettings: strict),
        .target(
            name: "Runtime",
            dependencies: [
                "CConcurrency", "CGlibc", .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),
        .target(name: "JSON", dependencies: ["TextSafety"], swiftSettings: strict),
        .target(name: "Terminal", dependencies: ["TextSafety"], swiftSettings: strict),
        .target(name: "Curses", dependencies: ["CNcurses", "Terminal", "TextSafety"], swiftSettings: strict, linkerSettings: ncurses),
        .target(
            name: "AWSClient",
            dependencies: [
                "JSON", "Runtime", "TextSafety",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "InspectorCore",
            dependencies: [
                "AWSClient", "JSON", "Runtime", "TextSafety",
                .product(name: "Algorithms", package: "swift-algorithms"),
                .product(name: "BitCollections", package: "swift-collections"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "OperatorUI",
            dependencies: [
                "InspectorCore", "JSON", "Terminal", "TextSafety",
                .product(name: "Algorithms", package: "swift-algorithms"),
                .product(name: "BitCollections", package: "swift-collections"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "InspectorSimulator",
            dependencies: [
                "AWSClient", "InspectorCore", "JSON", "Runtime", "TextSafety",
                .product(name: "Algorithms", package: "swift-algorithms"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "scanconfig",
            dependencies: [
                "JSON", "Runtime", "TextSafety", "Terminal", "Curses", "AWSClient", "InspectorCore", "OperatorUI", "InspectorSimulator",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            swiftSettings: strict,
            linkerSettings: [.unsafeFlags(programLinkerFlags, .when(platforms: [.linux]))]
        ),
        .executableTarget(
            name: "scanconfig-bench",
            dependencies: [
                "scanconfig", "JSON", "Runtime", "TextSafety", "Terminal", "AWSClient", "InspectorCore", "OperatorUI", "InspectorSimulator",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "TestSupport",
            dependencies: [
                "AWSClient", "InspectorCore", "InspectorSimulator", "JSON", "Runtime",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            path: "Tests/TestSupport",
            exclude: [
                "Peers/boto3_calls.py", "Peers/botocore_call.py", "Peers/botocore_model.py", "Peers/botocore_sign.py",
                "Peers/certificates.py", "Peers/deliberate.json", "Peers/differential.py", "Peers/model.json", "Peers/recorder.py",
                "Peers/setups.py",
                "Peers/version2.json",
            ],
            swiftSettings: strict
        ),
        .testTarget(name: "RuntimeTests", dependencies: ["Runtime", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "JSONTests", dependencies: ["JSON", "Runtime", "TextSafety", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "TextSafetyTests", dependencies: ["TextSafety", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "TerminalTests", dependencies: ["Terminal", "TextSafety", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "CursesTests", dependencies: ["Curses", "Terminal", "TextSafety", "TestSupport"],
            exclude: ["Session/built-in-terminals.ti"], swiftSettings: strict),
        .testTarget(
            name: "AWSClientTests",
            dependencies: [
                "AWSClient", "JSON", "Runtime", "TextSafety", "TestSupport",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "InspectorCoreTests",
            dependencies: [
                "InspectorCore", "AWSClient", "InspectorSimulator", "JSON", "Runtime", "TextSafety", "TestSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "OperatorUITests",
            dependencies: ["OperatorUI", "AWSClient", "Curses", "InspectorCore", "JSON", "Terminal", "TextSafety", "TestSupport"],
            exclude: ["Chrome/Golden"],
            swiftSettings: strict),
        .testTarget(
            name: "InspectorSimulatorTests",
            dependencies: [
                "InspectorSimulator", "AWSClient", "InspectorCore", "JSON", "Runtime", "TestSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "scanconfig", "AWSClient", "InspectorCore", "InspectorSimulator", "JSON", "OperatorUI", "TestSupport", "TextSafety",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: strict),
        .testTarget(name: "ScanconfigBenchTests", dependencies: ["scanconfig-bench"], swiftSettings: strict),
    ]
)
