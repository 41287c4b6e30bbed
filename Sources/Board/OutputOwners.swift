import Diagnostics
import Entries
import Vietnamese

/// Who owns each file of the site: every file has one owner.
///
/// Addresses are compared as the files that they become, since that is what a server has: `a`, `a/` and `a/index.html` are
/// one file, and where a file stands no folder can be. Letters count whatever their case, as IIS and Windows shares
/// have it: a board that works on Linux only would break on the day it moves.
struct OutputOwners {
    /// Who has a file, or needs a folder.
    struct Owner {
        /// Where its author wrote the address, or what it comes from; nil for what the program itself makes.
        var place: SourcePlace?
    }

    private var files: [String: Owner] = [:]
    private var folders: [String: Owner] = [:]

    init(reserving count: Int) {
        files.reserveCapacity(count)
        folders.reserveCapacity(count)
    }

    /// Gives the file that answers for a route to an owner; returns the one that has it already, or that needs a folder
    /// where the file would be, or has a file where the folder would be.
    @discardableResult
    mutating func claim(_ route: String, by owner: Owner) -> Owner? {
        let file = Self.comparable(Route.file(for: route))
        if let other = files[file] ?? folders[file] { return other }
        var missing: [String] = []
        var rest = file[...]
        while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
            rest = rest[..<slash]
            let folder = String(rest)
            if folders[folder] != nil { break }
            if let other = files[folder] { return other }
            missing.append(folder)
        }
        files[file] = owner
        for folder in missing { folders[folder] = owner }
        return nil
    }

    /// A path in the form in which those that a server may take for one are equal.
    static func comparable(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A ~= $0) }
        return isPlain ? path : Composition.composed(Composition.composed(path).lowercased())
    }
}
