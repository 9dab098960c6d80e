// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

func room(_ name: String, sees others: [Target.Dependency] = ["Model"], data: [Resource] = []) -> Target {
  .target(name: name, dependencies: others, resources: data, swiftSettings: strict)
}

/// `cases` are folders of files that the tests find by their own path.
func tests(
  of name: String, and others: [Target.Dependency] = ["Model"], data: [Resource] = [], cases: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + others, exclude: cases, resources: data,
    swiftSettings: strict)
}

let package = Package(
  name: "demarche",
  products: [.executable(name: "demarche", targets: ["demarche"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CRename"),
    room("Model", sees: []),
    room("Reading", sees: ["Model", "CLibXML2", "CZlib", "CBrotli"]),
    room(
      "Extracting", sees: ["Model", .product(name: "Yams", package: "Yams")],
      data: [.copy("Languages"), .copy("Codebooks"), .copy("calibration.ndjson")]),
    room(
      "Recording",
      sees: ["Model", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Yams", package: "Yams")]),
    room("Reporting"),
    room("Evaluating"),
    .executableTarget(
      name: "demarche",
      dependencies: [
        "Model", "Reading", "Extracting", "Recording", "Reporting", "Evaluating", "CRename",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    tests(of: "Model", and: []),
    tests(of: "Reading", cases: ["Pages"]),
    tests(of: "Extracting"),
    tests(of: "Recording", and: ["Model", .product(name: "GRDB", package: "GRDB.swift")]),
    tests(of: "Reporting", cases: ["Snapshots"]),
    tests(of: "Evaluating", cases: ["Cases"]),
    tests(of: "demarche", cases: ["Errors", "Cases"]),
  ]
)
