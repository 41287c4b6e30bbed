/// The script that a page of the preview loads to hear of changes.
enum ReloadScript {
    /// Its text. What the page shows stands in the attributes of the element that loads it (``PageMarks``).
    static let text = #"""
        // Keeps this page as the board is. Only the preview serves it; it is never published.
        (function () {
            "use strict";
            var shown = Object.assign({}, document.currentScript.dataset);
            var key = "bangvang-place " + location.pathname;
            var source = null;
            var looking = false;
            var news = null;

            function focusable() {
                return Array.from(document.querySelectorAll("a[href],button,input,select,textarea,summary,[tabindex]"));
            }

            function reload() {
                try {
                    var focus = focusable().indexOf(document.activeElement);
                    sessionStorage.setItem(key, [scrollX, scrollY, focus].join(" "));
                } catch (error) { /* without storage, the page starts at its top */ }
                close();
                location.reload();
            }

            function restore() {
                try {
                    var place = (sessionStorage.getItem(key) || "").split(" ");
                    sessionStorage.removeItem(key);
                    if (place.length !== 3) return;
                    var element = focusable()[+place[2]];
                    if (element) element.focus({ preventScroll: true });
                    scrollTo({ left: +place[0], top: +place[1], behavior: "instant" });
                } catch (error) { /* see above */ }
            }

            // A style sheet has its digest in its name. The old one stays until the new one is there.
            function swapStyles(other) {
                var old = Array.from(document.querySelectorAll("link[rel~=stylesheet]"));
                var fresh = Array.from(other.querySelectorAll("link[rel~=stylesheet]"));
                if (old.length !== fresh.length) return reload();
                old.forEach(function (link, index) {
                    if (link.getAttribute("href") === fresh[index].getAttribute("href")) return;
                    var next = document.importNode(fresh[index], false);
                    next.addEventListener("load", function () { link.remove(); });
                    next.addEventListener("error", reload);
                    link.after(next);
                });
            }

            function compare(event) {
                if (event.data === shown.number) return;
                news = event.data;
                look();
            }

            // Whether this very page is another now.
            function look() {
                if (looking || news === null) return;
                looking = true;
                news = null;
                fetch(location.pathname + location.search, { cache: "no-store" }).then(function (response) {
                    return response.text();
                }).then(function (text) {
                    var other = new DOMParser().parseFromString(text, "text/html");
                    var script = other.querySelector("script[data-content]");
                    if (!script || script.dataset.content !== shown.content || script.dataset.media !== shown.media) return reload();
                    if (script.dataset.styles !== shown.styles) swapStyles(other);
                    shown = Object.assign({}, script.dataset);
                    looking = false;
                    look();
                }).catch(function () {
                    // The server is away, or slow: the next greeting asks again.
                    looking = false;
                });
            }

            function listen() {
                if (source || document.visibilityState === "hidden") return;
                source = new EventSource("\#(LiveReload.eventsPath)");
                source.addEventListener("hello", compare);
                source.addEventListener("changed", compare);
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
