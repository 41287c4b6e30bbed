import Formats
import TestSupport

/// What happens to pictures, films, captions and documents, to files whatever they hold, and to the clock.
extension StepKind {
    static let pictures: [StepKind] = [
        StepKind("picture.replaced", "a photo is another, of the same size or not", weight: 5) { editor in
            guard let path = editor.pick(in: "content/entries/", ".jpg") else { return nil }
            let isLarge = editor.random.chance(percent: 10)
            let number = 1000 + editor.random.number(below: 40)
            try editor.save(path, WalkPicture.jpeg(number, width: isLarge ? 400 : 64, height: isLarge ? 300 : 48))
            return "\(path) \(number)"
        },
        StepKind("picture.same", "a photo becomes the same as another's", weight: 2) { editor in
            guard let path = editor.pick(in: "content/entries/", ".jpg"), let other = editor.pick(in: "content/entries/", ".jpg"),
                let bytes = editor.board.files[other]
            else { return nil }
            try editor.save(path, bytes)
            return "\(path) as \(other)"
        },
        StepKind("picture.exchanged", "two photos exchange their names", weight: 2) { editor in
            guard let path = editor.pick(in: "content/entries/", ".jpg"), let other = editor.pick(in: "content/entries/", ".jpg"),
                path != other
            else { return nil }
            let folder = "content/entries/tam.jpg"
            try editor.board.move(path, to: folder)
            try editor.board.move(other, to: path)
            try editor.board.move(folder, to: other)
            return "\(path) and \(other)"
        },
        StepKind("picture.gone", "a photo is removed or renamed", weight: 2) { editor in
            guard let path = editor.pick(in: "content/entries/", ".jpg") else { return nil }
            if editor.random.chance(percent: 50) {
                try editor.board.remove(path)
                return path
            }
            let new = path.replacing(".jpg", with: "-\(editor.newNumber()).jpg")
            try editor.board.move(path, to: new)
            return "\(path) → \(new)"
        },
        StepKind("picture.made", "a photo comes that nobody shows") { editor in
            guard let path = editor.pick(in: "content/entries/", ".jpg") else { return nil }
            let new = path.replacing(".jpg", with: "-them.jpg")
            try editor.save(new, WalkPicture.jpeg(editor.newNumber()))
            return new
        },
        StepKind("picture.damaged", "a photo is cut off, has no pixels, or is a text", weight: 2) { editor in
            guard let path = editor.pick(in: "content/entries/", ".jpg"), let bytes = editor.board.files[path] else { return nil }
            let way = editor.random.number(below: 3)
            switch way {
            case 0: try editor.save(path, Array(bytes.prefix(bytes.count / 2)))
            case 1: try editor.save(path, bytes.dropLast(40) + [UInt8](repeating: 0, count: 38) + [0xFF, 0xD9])
            default: try editor.save(path, "không phải ảnh")
            }
            return "\(path) \(way)"
        },
        StepKind("captions.edited", "captions or a transcript change, or can't be read", weight: 3) { editor in
            guard let folder = editor.board.paths(in: "content/entries/", ".vtt", ".txt").first.map({ $0.split(separator: "/").dropLast() })
            else { return nil }
            let number = editor.newNumber()
            let path = editor.pick(in: folder.joined(separator: "/") + "/", editor.random.pick([".vtt", ".txt"])!)
            let end = editor.random.pick(["\n00:00:07.000 --> 00:00:08.000\nLời \(number).\n", "\n0912 345 678\n", "\n00:99 --> x\nLời\n"])!
            return try editor.edit(path) { $0 + end }.map { "\($0) \(end.count)" }
        },
        StepKind("captions.gone", "captions, a transcript or a film are removed") { editor in
            guard let path = editor.random.pick(editor.board.paths(in: "content/entries/", ".vtt", ".txt", ".mp4")) else { return nil }
            try editor.board.remove(path)
            return path
        },
        StepKind("document.replaced", "a document is another, is damaged, or goes", weight: 3) { editor in
            let number = editor.newNumber()
            switch editor.random.number(below: 5) {
            case 0 where editor.board.files[WalkBoard.document] != nil:
                try editor.board.remove(WalkBoard.document)
                return "–"
            case 1: try editor.save(WalkBoard.document, "%PDF-1.7\nhỏng")
            default:
                try editor.save(WalkBoard.document, PDFBuilder.page("Ban in \(number)").bytes(trailer: "/Root 1 0 R"))
            }
            return "\(number)"
        },
    ]

    static let files: [StepKind] = [
        StepKind("file.touched", "files get the time of now, and nothing else", weight: 2) { editor in
            let paths = editor.random.shuffled(editor.board.paths).prefix(1 + editor.random.number(below: 20))
            for path in paths { try editor.board.touch(path) }
            return "\(paths.count) files"
        },
        StepKind("file.again", "every file is written again as it is, as a copy or a checkout does") { editor in
            for path in editor.board.paths { try editor.save(path, editor.board.files[path] ?? []) }
            return "all"
        },
        StepKind("file.same-stamp", "other bytes of the same number take a file's place and time", weight: 3) { editor in
            guard let path = editor.random.pick(editor.board.paths(in: "", ".md", ".csv", ".css", ".mustache", ".vtt")),
                let text = editor.board.text(path)
            else { return nil }
            // Another word of as many bytes, where there is one.
            for (old, new) in [("xã", "xạ"), ("thôn", "thốn"), ("năm", "nằm"), ("color", "olorc"), ("class", "clasz")] {
                let (oldBytes, newBytes) = (Array(old.utf8).count, Array(new.utf8).count)
                guard oldBytes == newBytes, text.contains(old) else { continue }
                let saving = editor.random.pick(WalkBoard.Saving.allCases) ?? .through
                let bytes = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
                try editor.board.exchangeKeepingTime(path, bytes, saving)
                return "\(path) \(old) → \(new), \(saving)"
            }
            return nil
        },
        StepKind("file.folder", "a folder lies where an entry's file is expected") { editor in
            let path = "content/entries/2024/thu-muc-\(editor.newNumber()).md"
            try editor.save(path + "/ghi-chu.md", "chữ")
            return path
        },
        StepKind("file.mended", "something that was changed is what it was", weight: 10) { editor in
            guard let path = editor.random.pick(editor.board.changedPaths) else { return nil }
            try editor.board.restore(path, editor.random.pick(WalkBoard.Saving.allCases) ?? .inPlace)
            return path
        },
    ]

    static let clock: [StepKind] = [
        StepKind("clock.midnight", "a day passes", weight: 2) { editor in
            editor.board.day = editor.board.day.adding(days: 1) ?? editor.board.day
            return editor.board.day.iso
        },
        StepKind("clock.jump", "it is another day, before or after", weight: 3) { editor in
            guard let day = editor.random.pick(edges).flatMap({ try? CalendarDay.parse($0) }) else { return nil }
            editor.board.day = day
            return day.iso
        },
        StepKind("clock.back", "the clock goes a day back") { editor in
            editor.board.day = editor.board.day.adding(days: -1) ?? editor.board.day
            return editor.board.day.iso
        },
    ]
}
