"""Người mẫu của chân dung: dáng vẻ suy từ lời tả ảnh và mã chủ thể."""

import random
from dataclasses import dataclass

from .palette import (
    BRICK,
    DUSK_DARK,
    DUSK_SOFT,
    GREY_HAIR,
    HAIRS,
    MILITIA,
    SKINS,
    TEAL,
    WHITE,
)


@dataclass(frozen=True)
class Sitter:
    """Người được vẽ: giới, tuổi, áo, đồ đội đầu, kính — suy từ lời tả."""

    woman: bool
    elder: bool
    wear: str  # shirt, ao_dai, ba_ba, suit, uniform, worker, vest
    top: object
    skin: object
    hair: object
    style: str  # short, side, bob, bun, long
    hat: str | None
    glasses: bool
    notebook: bool


def sitter(c, subject):
    """Đọc lời tả (đã bỏ dấu) để chọn dáng vẻ; điều không nhắc tới thì theo mã chủ thể, để một người qua các năm vẫn là một hình."""
    r, words, text = random.Random(subject), c.words, f" {c.alt} "
    address = next((w for w in c.alt.split() if w in ("ong", "ba", "chi", "anh", "nu", "nam", "cu", "thi")), "nam")
    woman = address in ("ba", "chi", "nu", "thi")
    elder = r.random() < 0.55 and address in ("ba", "ong", "cu")
    wear = next(
        (
            kind
            for keys, kind in (
                (("ao dai",), "ao_dai"),
                (("ao ba ba",), "ba_ba"),
                (("ao phao",), "vest"),
                (("quan phuc", "dan quan", "cuu chien binh"), "uniform"),
                (("dong phuc", "cong nhan", "bao ho"), "worker"),
                (("vest", "com le"), "suit"),
                (("so mi",), "shirt"),
            )
            if any(k in text for k in keys)
        ),
        None,
    )
    if wear is None:
        outdoor = {"bien", "thuyen", "be", "ruong", "vuon", "rung", "non"} & words
        wear = (
            ("ba_ba" if outdoor else r.choice(("ao_dai", "shirt")))
            if woman
            else ("shirt" if outdoor else r.choice(("shirt", "suit", "shirt")))
        )
    tops = {
        "shirt": (WHITE, "#dfe9ee", DUSK_SOFT),
        "ao_dai": (BRICK, TEAL, "#5f7fa0", "#b9657a"),
        "ba_ba": (TEAL, "#8a6a8f", "#b9657a", "#6e8a5a"),
        "suit": ("#3d4657", "#454049", DUSK_DARK),
        "uniform": (MILITIA,),
        "worker": ("#4d7a93",),
        "vest": ("#6d8a8f",),
    }
    top = r.choice(tops[wear])
    if "xanh" in words and wear == "worker":
        top = "#4a76a3"
    if "moi truong" in text and wear == "worker":
        top = "#dc7a3a"
    if "trang" in words and wear == "shirt":
        top = WHITE
    style = r.choice(("bun", "bob", "long")) if woman else r.choice(("short", "side"))
    if "toc ngan" in text:
        style = "bob" if woman else "short"
    hat = "non_la" if "non la" in text or ("non" in words) else ("cap" if {"mu"} & words else None)
    return Sitter(
        woman, elder, wear, top, r.choice(SKINS), GREY_HAIR if elder else r.choice(HAIRS), style, hat, "kinh" in words, "so tay" in text
    )
