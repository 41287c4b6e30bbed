/// The script that a page of the preview loads to hear of changes.
enum ReloadScript {
    /// - Parameter number: the state of the board that the page shows.
    static func text(number: UInt64) -> String {
        #"""
        // Loads this page anew when the board changes. Only the preview serves it; it is never published.
        (function () {
            "use strict";
            var shown = "\#(number)";
            var key = "bangvang-scroll " + location.pathname;
            var source = null;

            function reload() {
                try {
                    sessionStorage.setItem(key, scrollX + " " + scrollY);
                } catch (error) { /* without storage, the page starts at its top */ }
                location.reload();
            }

            function restore() {
                try {
                    var place = (sessionStorage.getItem(key) || "").split(" ");
                    sessionStorage.removeItem(key);
                    if (place.length === 2) scrollTo({ left: +place[0], top: +place[1], behavior: "instant" });
                } catch (error) { /* see above */ }
            }

            function compare(event) {
                if (event.data === shown) return;
                close();
                reload();
            }

            function listen() {
                if (source || document.visibilityState === "hidden") return;
                source = new EventSource("\#(LiveReload.eventsPath)");
                source.addEventListener("hello", compare);
                source.addEventListener("reload", compare);
            }

            function close() {
                if (source) source.close();
                source = null;
            }

            // A browser opens six connections to one server, so a tab that nobody sees gives its own back.
            document.addEventListener("visibilitychange", function () {
                if (document.visibilityState === "hidden") close(); else listen();
            });
            addEventListener("pagehide", close);
            addEventListener("pageshow", listen);
            if (document.readyState === "complete") restore(); else addEventListener("load", restore);
            listen();
        })();
        """# + "\n"
    }
}
