import Browser

extension BrowserPage {
    /// Scrolls down as a visitor does, a screen at a time, and up again, and waits until every picture can be drawn.
    func scrollToTheEnd() async throws {
        try await evaluate(
            """
            (async () => {
              for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
                scrollTo({ top: y, behavior: 'instant' });
                await new Promise(resolve => setTimeout(resolve, 20));
              }
              scrollTo({ top: 0, behavior: 'instant' });
              const pictures = [...document.images].filter(picture => picture.checkVisibility());
              // A busy machine draws no frame on the way, and what waits for being near is never near.
              for (const picture of pictures) picture.loading = 'eager';
              await Promise.all(pictures.map(picture => picture.decode()));
            })()
            """)
    }
}
