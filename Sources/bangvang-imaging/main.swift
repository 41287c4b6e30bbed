import CVips
import Glibc
import Imaging

// The imaging worker: reads pictures and what to make of them from its standard input, writes the results to
// its standard output (`WorkerProtocol` says how), and ends when its input does. The program starts it when
// pictures need work; nobody else has a reason to.

guard CommandLine.arguments.count == 4, CommandLine.arguments[1] == "work", let memory = UInt(CommandLine.arguments[2]),
    let seconds = UInt32(CommandLine.arguments[3])
else {
    print("bangvang-imaging là phần xử lý ảnh của bangvang; bangvang tự chạy nó khi cần.")
    print("bangvang-imaging is the part of bangvang that works on pictures; bangvang runs it when it needs to.")
    exit(64)
}
guard cvips_start(CommandLine.arguments[0]) == 0 else {
    WorkerChannel.fail("libvips: " + VipsImage.takeError())
}
Confinement.begin(memory: memory)
WorkerChannel.serve(secondsPerPicture: seconds)
