import Diagnostics
import Glibc
import Publishing
import Testing

/// What the disk refused is said with a remedy that fits what was tried.
@Suite struct DiskErrorTests {
    @Test(arguments: [
        (DiskError.Operation.read, EACCES, "Get permission to read it"), (.list, EPERM, "Get permission to read it"),
        (.create, EACCES, "Get permission to write there"), (.replace, EROFS, "Get permission to write there"),
        (.write, ENOSPC, "Free some space"), (.write, EDQUOT, "Free some space"), (.read, EMFILE, "Close other programs"),
        (.list, ENOMEM, "Close other programs"), (.read, EIO, "Check the disk"), (.sync, EIO, "Check the disk"),
    ])
    func theRemedyFits(operation: DiskError.Operation, code: Int32, remedy: String) {
        #expect(DiskError(operation, "/bang", code: code).remedy.en.hasPrefix(remedy))
    }
}
