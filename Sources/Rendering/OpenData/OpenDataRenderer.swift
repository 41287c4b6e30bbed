import Board

/// The files of the open data.
enum OpenDataRenderer {
    static func documents(_ context: RenderContext) -> [SiteDocument] {
        let files = context.plan.openData.parts.flatMap { part in
            [
                SiteDocument(part.json, "application/json") { OpenDataJSON.file(part, context) },
                SiteDocument(part.csv, "text/csv; charset=utf-8; header=present") { OpenDataCSV.file(part, context) },
            ]
        }
        return files + [
            SiteDocument(OpenDataFiles.index, "application/json") { OpenDataJSON.index(context) },
            SiteDocument(OpenDataFiles.schema, "application/schema+json") { OpenDataJSON.schema(context) },
            SiteDocument(OpenDataFiles.columns, "application/csvm+json") { OpenDataCSV.columns(context) },
        ]
    }
}
