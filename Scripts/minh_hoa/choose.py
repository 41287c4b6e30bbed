"""Chọn cảnh theo lời tả ảnh.

Từ khóa nhiều tiếng so trên bản đã bỏ dấu; cảnh thắng là cảnh có tổng điểm cao nhất, mỗi từ khóa được tính
bằng số tiếng, cộng thêm khi đứng ở đầu câu vì lời tả nói việc chính trước, nơi chốn sau. Dấu ~ đánh dấu từ
quá chung (“người dân”, “công nhân”): chỉ có tiếng nói khi không còn từ khóa nào khác.
"""

import unicodedata

from . import bust, groups
from . import scenes_hill_sea as hill_sea
from . import scenes_indoor as indoor
from . import scenes_people as people
from . import scenes_village as village
from . import scenes_work as work
from .landscape import MOODS

SCENES = (
    (work.rescue, ("thuyen cuu ho", "cuu ho", "cuu nan", "mua lu", "lu lut", "ngap lut", "ao phao cuu")),
    (hill_sea.cages, ("long be", "nuoi ca", "be nuoi", "nuoi tom", "tom hum")),
    (hill_sea.beach_clean, ("rac tren bai bien", "bai bien", "bo bien", "ben thuyen", "rac bien")),
    (work.fishing, ("danh ca", "thuyen ca", "tau ca", "cap ben", "ngu dan", "ra khoi", "ben ca", "lang chai", "thuyen")),
    (village.lamps, ("den chieu sang", "chieu sang", "ban dem", "anh den", "duong dien", "thap sang")),
    (village.flag_road, ("duong co", "duong hoa", "co to quoc", "hang cay hoa", "trong hoa", "bon hoa")),
    (hill_sea.hill_road, ("mo duong", "san dat", "phat cay", "duong len doi", "duong len rung", "duong lam nghiep", "hien dat mo duong")),
    (village.concreting, ("do be tong", "lam duong", "rai be tong", "thi cong duong", "xay duong", "san lap", "lat duong")),
    (
        work.orchard,
        (
            "vai thieu",
            "vuon vai",
            "cay vai",
            "qua do",
            "vuon cay an qua",
            "cam buoi",
            "vuon cam",
            "vuon buoi",
            "vuon qua",
            "hai qua",
            "vuon xoai",
            "hai vai",
            "hang cay vai",
            "hai hang cay vai",
        ),
    ),
    (village.finished_road, ("tuyen duong", "duong be tong", "con duong", "duong thon", "ngo pho")),
    (
        indoor.counter,
        (
            "mot cua",
            "tiep dan",
            "thu tuc",
            "may tinh",
            "dich vu cong",
            "nhan ho so",
            "tiep nhan",
            "ho so",
            "dinh danh dien tu",
            "truc tuyen",
        ),
    ),
    (
        village.handing_house,
        (
            "nha dai doan ket",
            "ban giao nha",
            "trao nha",
            "trao tang nha",
            "nha tinh nghia",
            "nha tam",
            "khanh thanh nha",
            "lam nha",
            "dung nha",
        ),
    ),
    (people.home_visit, ("tai nha", "tham hoi", "den tung nha", "trao ket qua", "tham gia dinh", "tan nha", "truoc hien nha")),
    (people.talk_table, ("tro chuyen", "ban nuoc", "quanh ban", "uong nuoc", "quanh bep", "ngoi hop quanh ban", "trong nha", "hop to")),
    (people.talk_tree, ("duoi goc cay", "goc cay", "quay tron", "goc da")),
    (people.yard_meeting, ("hop dan buoi toi", "buoi toi", "san nha van hoa", "hop toi")),
    (
        indoor.meeting,
        (
            "buoi hop",
            "hop dan",
            "hop thon",
            "hoi nghi",
            "doi thoai",
            "toa dam",
            "sinh hoat chi bo",
            "nha van hoa",
            "tuyen truyen",
            "tap huan",
            "trong hoi truong",
            "cuoc hop",
            "hoi truong",
        ),
    ),
    (village.village_gate, ("cong lang", "cong chao", "cong thon", "cong van hoa")),
    (village.patrol, ("tuan tra", "dan quan", "an ninh", "to tu quan", "xe dap", "to bao ve", "giao thong")),
    (people.demonstration, ("binh chua chay", "chua chay", "dien tap", "phong chay")),
    (people.survey, ("may do", "do dac", "khao sat", "ky su", "cam moc")),
    (people.book_van, ("xe sach", "luu dong", "chon sach", "thu vien luu dong")),
    (people.carpentry, ("dong ke", "ke sach", "bang go", "len gia", "xep ao phao", "ao phao len", "dong ban")),
    (people.kitchen, ("nau an", "bep chung", "bep an", "nau com", "goi banh")),
    (people.mailbox, ("hop thu", "bo thu", "hom thu", "gop y")),
    (indoor.classroom, ("lop hoc", "hoc sinh", "thu vien", "doc sach", "khuyen hoc", "tu sach", "phong doc", "day hoc")),
    (
        people.packing,
        (
            "nha so che",
            "so che",
            "vao sot",
            "thung xop",
            "diem tap ket",
            "diem thu mua",
            "dong goi",
            "phan loai vai",
            "can che",
            "kho hang",
            "vao thung",
        ),
    ),
    (work.market, ("cho que", "quay hang", "nong san", "gian hang", "phien cho", "cua hang", "san pham", "hop tac xa", "ban hang")),
    (hill_sea.tea, ("hai che", "doi che", "nuong che", "vuon che", "che tren doi")),
    (
        work.garden,
        ("vuon rau", "rau sach", "nha luoi", "nha mang", "nha kinh", "luong rau", "ruong rau", "trong rau", "rau xanh", "vuon hoa"),
    ),
    (work.planting, ("trong cay", "trong rung", "cay xanh", "hang cay moi", "cay non", "cay giong")),
    (work.forest, ("rung keo", "rung que", "doi keo", "rung", "doi que", "tan rung")),
    (
        work.rice,
        ("dong lua", "ruong lua", "gat lua", "bac thang", "canh dong", "lua chin", "dong ruong", "cay lua", "doi thap", "nuong ngo"),
    ),
    (work.canal, ("kenh muong", "nao vet", "thuy loi", "con muong", "bo kenh", "duong ong nuoc", "be nuoc", "nuoc sach")),
    (work.livestock, ("chan nuoi", "dan bo", "dan trau", "dan de", "chuong trai", "nuoi bo", "nuoi ga")),
    (
        village.waste,
        (
            "thu gom rac",
            "phan loai rac",
            "ve sinh moi truong",
            "quet don",
            "quet duong",
            "nhat rac",
            "rac thai",
            "bao rac",
            "ve sinh",
            "thung rac",
            "rac",
        ),
    ),
    (indoor.performance, ("van nghe", "bieu dien", "hat then", "mua hat", "dem hoi", "giao luu")),
    (indoor.gifts, ("trao qua", "tang qua", "trao thuong", "giay khen", "bieu duong", "khen thuong", "trao hoc bong", "trao tang")),
    (indoor.workshop, ("xuong", "~cong nhan", "nha may", "day chuyen", "phan xuong", "may moc", "co khi", "van hanh may")),
    (indoor.clinic, ("hien mau", "kham benh", "y te", "bac si", "cham soc suc khoe", "tiem chung")),
    (people.home_visit, ("~trao doi", "van dong", "gap go")),
    (village.campaign_walk, ("tru so", "~nguoi dan", "~ba con", "~can bo")),
)
"""Thứ tự chỉ dùng để phân định khi bằng điểm: cảnh đứng trước thắng."""

NAMELY_INDIVIDUAL = ("ong ", "ba ", "chi ", "anh ", "chan dung", "dong chi ", "mot nu", "mot nam", "bac ", "co ")
NAMELY_COLLECTIVE = (
    "tap the",
    "cac ",
    "nhom ",
    "can bo ",
    "thanh vien",
    "ban ",
    "chi bo",
    "dang bo",
    "doan vien",
    "hoi vien",
    "nhung ",
    "toan the",
    "to ",
)
NAMELY_HOUSEHOLD = ("vo chong", "va vo", "gia dinh", "ca nha", "hai ong ba", "va chong")


def fold(text):
    """Chữ thường không dấu, mỗi tiếng cách nhau một khoảng trắng."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    kept = "".join(ch if ch.isalnum() else " " for ch in bare if not unicodedata.combining(ch))
    return " ".join(kept.split())


def scene_for(alt):
    """Cảnh hợp nhất với lời tả (đã bỏ dấu); None nếu không có từ khóa nào."""
    text, best, top = f" {alt} ", None, 0
    for scene, keys in SCENES:
        score = 0
        for key in keys:
            weak, key = key.startswith("~"), key.lstrip("~")
            at = text.find(f" {key} ")
            if at >= 0:
                score += 0.3 if weak else len(key.split()) * (1.6 if at < 16 else 1.0)
        if score > top:
            best, top = scene, score
    if best is village.waste and {"bien", "thuyen", "vinh"} & set(alt.split()):
        return hill_sea.beach_clean
    return best


def mood_for(rng):
    """Giờ trong ngày, chọn theo mã bài để các ảnh cạnh nhau không cùng một ánh sáng."""
    return MOODS[rng.choice(("morning", "noon", "gold", "morning", "noon"))]


def draw_activity(c, region):
    """Vẽ ảnh hoạt động."""
    mood = mood_for(c.rng)
    scene = scene_for(c.alt) or village.finished_road
    if scene is people.talk_table and {"dem", "toi"} & c.words:
        mood = MOODS["night"]
    scene(c, region, mood)
    if c.rng.random() < 0.5:
        c.mirror()
    return scene.__name__


def draw_portrait(c, region, subject, kind):
    """Vẽ ảnh chân dung: lời tả nói trước, sổ chủ thể (`kind`) nói sau."""
    mood = mood_for(c.rng)
    text = f"{c.alt} "
    if any(k in text for k in NAMELY_HOUSEHOLD):
        painter = groups.household
    elif text.startswith(NAMELY_INDIVIDUAL):
        painter = bust.individual
    elif text.startswith(NAMELY_COLLECTIVE):
        painter = groups.collective
    else:
        painter = {"individual": bust.individual, "household": groups.household}.get(kind, groups.collective)
    painter(c, region, mood, subject)
    return painter.__name__
