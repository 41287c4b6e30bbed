/// Fingers, pointers, keys.
extension BrowserPage {
    /// A key that is more than a letter.
    package enum Key: String, Sendable {
        case tab = "Tab", enter = "Enter", space = " ", escape = "Escape", down = "ArrowDown", up = "ArrowUp"

        var code: Int {
            switch self {
            case .tab: 9
            case .enter: 13
            case .space: 32
            case .escape: 27
            case .down: 40
            case .up: 38
            }
        }

        /// What the key writes.
        var text: String? {
            switch self {
            case .enter: "\r"
            case .space: " "
            default: nil
            }
        }
    }

    package func press(_ key: Key, shift: Bool = false) async throws {
        var details: [String: JSON] = [
            "key": .string(key.rawValue), "code": .string(key == .space ? "Space" : key.rawValue),
            "windowsVirtualKeyCode": .number(Double(key.code)), "modifiers": shift ? 8 : 0,
        ]
        for kind in ["keyDown", "keyUp"] {
            details["type"] = .string(kind)
            details["text"] = kind == "keyDown" ? key.text.map(JSON.string) : nil
            try await send("Input.dispatchKeyEvent", .object(details))
        }
    }

    /// Types into whatever has the focus, key by key.
    package func type(_ text: String) async throws {
        for letter in text {
            let letter = JSON.string(String(letter))
            try await send("Input.dispatchKeyEvent", ["type": "keyDown", "text": letter, "key": letter])
            try await send("Input.dispatchKeyEvent", ["type": "keyUp", "key": letter])
        }
    }

    /// Clicks the first element of a selector in its middle, with a finger on a phone and a pointer elsewhere.
    ///
    /// - Throws: ``BrowserFailure/unreachable(selector:reason:)`` where none is there or something else lies over it.
    package func click(_ selector: String) async throws {
        let spot = try await evaluate(
            """
            (() => {
              const element = document.querySelector(\(JSON.string(selector).text));
              if (!element) return 'nothing there';
              element.scrollIntoView({ block: 'center', behavior: 'instant' });
              const box = element.getClientRects()[0];
              if (!box || !box.width || !box.height) return 'not shown';
              const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
              const top = document.elementFromPoint(x, y);
              if (!top || !(element.contains(top) || top.contains(element))) return 'covered by ' + (top ? top.outerHTML.slice(0, 80) : 'nothing');
              return { x, y };
            })()
            """)
        guard let x = spot["x"].number, let y = spot["y"].number else {
            throw BrowserFailure.unreachable(selector: selector, reason: spot.string ?? "")
        }
        if conditions.viewport.isPhone { try await touch(x, y) } else { try await point(x, y) }
    }

    private func touch(_ x: Double, _ y: Double) async throws {
        try await send("Input.dispatchTouchEvent", ["type": "touchStart", "touchPoints": [["x": .number(x), "y": .number(y)]]])
        try await send("Input.dispatchTouchEvent", ["type": "touchEnd", "touchPoints": []])
    }

    private func point(_ x: Double, _ y: Double) async throws {
        for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
            try await send(
                "Input.dispatchMouseEvent",
                [
                    "type": .string(kind), "x": .number(x), "y": .number(y), "clickCount": 1,
                    "button": kind == "mouseMoved" ? "none" : "left",
                ])
        }
    }
}
