import Board

/// The server's rules for Apache (2.4), to be included in a virtual host. They need the modules alias, dir, headers and
/// mime; without one of them Apache refuses to start, rather than leaving the board unprotected in silence.
struct ApacheRules {
    private let rules: ServerRules
    private var base: String { rules.base.path }

    init(_ rules: ServerRules) {
        self.rules = rules
    }

    var text: String {
        """
        # Quy tắc cho Apache 2.4, do bangvang viết lại sau mỗi lần dựng trang; đừng sửa tay. Hướng dẫn: docs/may-chu.md.
        # Đặt trong khối <VirtualHost> của trang:
        #     DocumentRoot /thư/mục/của/máy/chủ     # nội dung thư mục public/ nằm ở \(base) trong đó
        #     Include /đường/dẫn/apache.conf
        # Cần các mô-đun: a2enmod alias dir headers mime
        # Sau mỗi lần tệp này thay đổi: apachectl configtest && apachectl graceful

        <Location "\(base)">
            # MultiViews có thể gửi tệp nén sẵn (.gz) của người khác thay cho trang.
            Options -Indexes -MultiViews
            DirectoryIndex index.html
            ErrorDocument 404 \(base)\(Route.notFound)
            AddDefaultCharset utf-8
            AddCharset utf-8 .css .csv .js .json .svg .txt .vtt .xml
            AddType text/csv .csv
            AddType text/vtt .vtt
            Header always set Cache-Control "\(ServerRules.usualCaching)"
            Header always set Content-Security-Policy "\(ServerRules.policy(framesOf: ServerRules.usualAncestors))"
        \(ServerRules.headers.map { "    Header always set \($0.name) \"\($0.value)\"\n" }.joined())</Location>
        # Tệp giao diện: tên đổi khi nội dung đổi.
        <Location "\(base)\(Route.assets)">
            Header always set Cache-Control "\(ServerRules.assetCaching)" "expr=%{REQUEST_STATUS} -lt 400"
        </Location>
        # Danh sách để nhúng: được đứng trong khung của trang khác.
        <Location "\(base)\(Route.embed)">
            Header always set Content-Security-Policy "\(ServerRules.policy(framesOf: ServerRules.embedAncestors))"
        </Location>
        <LocationMatch "^\(Self.pattern(base))(.*/)?feed\\.xml$">
            ForceType application/atom+xml
        </LocationMatch>

        # Địa chỉ cũ.
        \(rules.moved.map { "RedirectMatch 301 \"^\(Self.pattern($0.from))$\" \"\($0.absolute)\"\n" }.joined())
        # Bài không còn được công bố: vẫn cho xem trang báo, với mã 410.
        \(rules.gone.map(gone).joined())
        """
    }

    private func gone(_ gone: ServerRules.Gone) -> String {
        """
        RedirectMatch 410 "^\(Self.pattern(gone.address))$"
        <LocationMatch "^\(Self.pattern(gone.address))$">
            ErrorDocument 410 "\(gone.page)"
        </LocationMatch>

        """
    }

    /// The text as a regular expression that matches it alone.
    private static func pattern(_ text: String) -> String {
        text.reduce(into: "") { pattern, character in
            if "\\^$.|?*+()[]{}".contains(character) { pattern.append("\\") }
            pattern.append(character)
        }
    }
}
