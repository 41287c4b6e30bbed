import Browser

/// How a page is laid out on the screen that it is shown on.
enum Layout {
    /// Elements that reach beyond the right edge of the page, where it scrolls sideways; none where it does not.
    ///
    /// What scrolls by itself, as a wide table does in its own frame, is left out.
    static func overflow(on page: BrowserPage) async throws -> [String] {
        try await page.evaluate(
            """
            (() => {
              const root = document.documentElement;
              if (root.scrollWidth <= root.clientWidth && visualViewport.scale === 1) return [];
              const scrolls = element => element && element !== root &&
                (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
              const wide = [...document.body.querySelectorAll('*')].filter(element =>
                element.getBoundingClientRect().right > root.clientWidth + 0.5 && !scrolls(element.parentElement));
              return [`${root.scrollWidth} > ${root.clientWidth}`, ...wide.slice(0, 5).map(element => element.outerHTML.slice(0, 120))];
            })()
            """
        ).strings
    }

    /// Elements whose lines are too close together for stacked marks (Ễ, Ộ), or whose text is cut off below.
    ///
    /// A text that is shortened to so many lines on purpose (`line-clamp`) is none of them, nor one that is only heard.
    static func crampedText(on page: BrowserPage) async throws -> [String] {
        try await page.evaluate(
            """
            [...document.body.querySelectorAll('*')].filter(element => {
              if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) return false;
              if (!element.checkVisibility() || element.namespaceURI !== document.body.namespaceURI) return false;
              const style = getComputedStyle(element);
              if (style.clipPath !== 'none' || style.webkitLineClamp !== 'none') return false;
              if (style.display !== 'inline' && parseFloat(style.lineHeight) < 1.4 * parseFloat(style.fontSize)) return true;
              return ['hidden', 'clip'].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
            }).map(element => element.outerHTML.slice(0, 120))
            """
        ).strings
    }

    /// The words that a visitor sees, or hears, in their order; but for links to a search already made, which only scripts can answer.
    static func visibleWords(on page: BrowserPage) async throws -> [String] {
        // Not `innerText`, which joins or parts words as styles set elements side by side.
        try await page.evaluate(
            """
            (() => {
              const words = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const element = walker.currentNode.parentElement;
                if (element.checkVisibility() && !element.closest('a[href*="tim-kiem/?"]')) words.push(...walker.currentNode.data.split(/\\s+/).filter(Boolean));
              }
              return words;
            })()
            """
        ).strings
    }
}
