import Board
import Diagnostics
import Rendering
import Templates

/// Renders the sample pages of a site and looks at their links: a check says what a build will say, without making all pages.
enum SamplePageCheck {
    /// What is wrong with them; nothing where the site can't be planned or its templates don't compile.
    static func findings(_ evaluation: BoardEvaluation) async throws -> [Diagnostic] {
        guard let plan = evaluation.plan, let templates = evaluation.templates else { return [] }
        do {
            let context = try await RenderContext(plan: plan, templates: templates, isPreview: false, makesCardsAhead: false)
            let renderer = PageRenderer(context, templates)
            let check = LinkCheck(plan, renderer, evaluation.templateLinks)
            var gathered = LinkCheck.Gathered(keepsWords: true)
            var bytes: [UInt8] = []
            for index in SamplePages.of(plan) {
                bytes.removeAll(keepingCapacity: true)
                try renderer.render(plan.pages[index], into: &bytes)
                check.look(at: bytes, page: index, &gathered)
            }
            if let failure = context.cardFailure { throw failure }
            return try check.findings(in: gathered, isThere: evaluation.hasFile)
        } catch let error as TemplateError {
            return [error.diagnostic]
        }
    }
}
