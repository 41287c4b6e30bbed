import Board

/// The server's rules for nginx (1.18 or later), to be included in a `server` block.
///
/// Everything but two variables stays within a `location` of the board's own, so that a portal around it is as it was.
/// A nested location that adds a header would lose those around it; hence the variables.
struct NginxRules {
    private let rules: ServerRules
    private var base: String { rules.base.path }

    init(_ rules: ServerRules) {
        self.rules = rules
    }

    var text: String {
        """
        # Quy tắc cho nginx, do bangvang viết lại sau mỗi lần dựng trang; đừng sửa tay. Hướng dẫn: docs/may-chu.md.
        # Đặt trong khối server { … } của trang:
        #     root /thư/mục/của/máy/chủ;        # nội dung thư mục public/ nằm ở \(base) trong đó
        #     include /đường/dẫn/nginx.conf;
        # Sau mỗi lần tệp này thay đổi: nginx -t && nginx -s reload

        set $bangvang_cache "\(ServerRules.usualCaching)";
        set $bangvang_policy "\(ServerRules.policy(framesOf: ServerRules.usualAncestors))";
        \(withoutSlash)
        location \(base == "/" ? "" : "^~ ")"\(base)" {
            index index.html;
            absolute_redirect off;
            error_page 404 "\(base)\(Route.notFound)";
            charset utf-8;
            charset_types text/css text/plain text/xml text/javascript application/javascript application/json image/svg+xml;
            # Bản nén sẵn (.gz) của người khác không được thay cho trang: có thể là bản cũ của bài đã gỡ.
            # Trên nginx không có mô-đun gzip_static (nginx -V), bỏ dòng sau.
            gzip_static off;
            gzip on;
            gzip_vary on;
            gzip_types text/css text/csv text/plain text/xml text/javascript application/javascript application/json application/atom+xml image/svg+xml;

            add_header Cache-Control $bangvang_cache always;
            add_header Content-Security-Policy $bangvang_policy always;
        \(ServerRules.headers.map { "    add_header \($0.name) \"\($0.value)\" always;\n" }.joined())
            # Tệp giao diện: tên đổi khi nội dung đổi.
            location ^~ "\(base)\(Route.assets)" { set $bangvang_cache "\(ServerRules.assetCaching)"; }
            # Danh sách để nhúng: được đứng trong khung của trang khác.
            location ^~ "\(base)\(Route.embed)" { set $bangvang_policy "\(ServerRules.policy(framesOf: ServerRules.embedAncestors))"; }
            location ~ /feed\\.xml$ { types { } default_type application/atom+xml; charset_types application/atom+xml; }
            location ~ \\.csv$ { types { } default_type text/csv; charset_types text/csv; }
            location ~ \\.vtt$ { types { } default_type text/vtt; charset_types text/vtt; }

            # Địa chỉ cũ.
        \(rules.moved.map { "    location = \"\($0.from)\" { return 301 \"\($0.to)\"; }\n" }.joined())
            # Bài không còn được công bố: vẫn cho xem trang báo, với mã 410.
        \(rules.gone.map { "    location = \"\($0.address)\" { error_page 410 \"\($0.page)\"; return 410; }\n" }.joined())}

        """
    }

    private var withoutSlash: String {
        base == "/" ? "" : "\nlocation = \"\(base.dropLast())\" { absolute_redirect off; return 301 \"\(base)\"; }\n"
    }
}
