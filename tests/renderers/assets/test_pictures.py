"""PNG and JPEG: what hides in them goes, the picture stays; what cannot be shown everywhere is refused."""

from __future__ import annotations

import struct
import zlib

import pytest
from PIL import Image, ImageFile

from content_blocks.problem import Refused
from renderers.assets import checked_asset
from tests.renderers.assets.raster_files import (
    SIGNATURE,
    SRGB,
    chunk,
    exif,
    flag,
    opened,
    png,
    saved,
    segment,
    swapped_profile,
    with_chunk,
    with_segment,
)

PNG, JPG = saved(flag()), saved(flag(), "JPEG", quality=90)
CMYK = saved(flag("CMYK"), "JPEG")
MOVING = saved(flag(), save_all=True, append_images=[flag().rotate(180)])
FRAME = JPG.index(b"\xff\xc0")
SCAN = JPG[JPG.index(b"\xff\xda") : -2]

REFUSED = {
    "unknown ending": ("picture.gif", saved(flag(), "GIF"), "asset-ending"),
    "capital ending": ("picture.PNG", PNG, "asset-ending"),
    "no ending": ("picture", PNG, "asset-ending"),
    "font": ("letters.otf", b"OTTO", "asset-ending"),
    "JPEG called PNG": ("picture.png", JPG, "asset-not-its-kind"),
    "PNG called JPEG": ("picture.jpg", PNG, "asset-not-its-kind"),
    "GIF called PNG": ("picture.png", saved(flag(), "GIF"), "asset-not-its-kind"),
    "WebP called JPEG": ("picture.jpg", saved(flag(), "WEBP"), "asset-not-its-kind"),
    "page called PNG": ("picture.png", b"<html><script>alert(1)</script></html>", "asset-not-its-kind"),
    "PNG called SVG": ("picture.svg", PNG, "asset-not-its-kind"),
    "nothing": ("picture.png", b"", "asset-not-its-kind"),
    "large PNG": ("picture.png", PNG + bytes(5_000_000), "asset-too-large"),
    "large JPEG": ("picture.jpg", JPG + bytes(5_000_000), "asset-too-large"),
    "wide PNG": ("picture.png", png(20_000, 1, pixels=b""), "picture-too-many-pixels"),
    "bomb": ("picture.png", png(9_000, 9_000, pixels=bytes(1_000_000)), "picture-too-many-pixels"),
    "bomb behind a small header": ("picture.png", png(2, 2, pixels=bytes(100_000_000)), "picture-damaged"),
    "bomb of a JPEG": (
        "picture.jpg",
        JPG[: FRAME + 5] + struct.pack(">HH", 65_000, 65_000) + JPG[FRAME + 9 :],
        "picture-too-many-pixels",
    ),
    "no pixels": ("picture.png", png(0, 2, pixels=b""), "picture-damaged"),
    "PNG cut off": ("picture.png", PNG[:-30], "picture-damaged"),
    "PNG of a signature": ("picture.png", SIGNATURE, "picture-damaged"),
    "PNG without pixels": ("picture.png", SIGNATURE + PNG[8:33] + chunk(b"IEND", b""), "picture-damaged"),
    "PNG without a header": ("picture.png", SIGNATURE + PNG[33:], "picture-damaged"),
    "too few pixels": ("picture.png", png(pixels=b"\0" * 8), "picture-damaged"),
    "pixels cut off": (
        "picture.png",
        SIGNATURE + PNG[8:33] + chunk(b"IDAT", zlib.compress(bytes(32 * 193))[:-6]) + chunk(b"IEND", b""),
        "picture-damaged",
    ),
    "pixels not packed": (
        "picture.png",
        SIGNATURE + PNG[8:33] + chunk(b"IDAT", b"hello") + chunk(b"IEND", b""),
        "picture-damaged",
    ),
    "unknown filter": ("picture.png", png(pixels=b"\x05" + bytes(13)), "picture-damaged"),
    "wrong checksum": ("picture.png", PNG[:20] + b"\x01" + PNG[21:], "picture-damaged"),
    "no such colours": ("picture.png", png(colour=5), "picture-damaged"),
    "no such depth": ("picture.png", png(colour=2, depth=4), "picture-damaged"),
    "palette without colours": ("picture.png", png(colour=3, pixels=bytes(6)), "picture-damaged"),
    "critical chunk of somebody": ("picture.png", with_chunk(PNG, b"CgBI", b""), "picture-damaged"),
    "moving PNG": ("picture.png", MOVING, "picture-animated"),
    "profile that is none": (
        "picture.png",
        with_chunk(PNG, b"iCCP", b"x\0\0" + zlib.compress(b"hello")),
        "picture-profile",
    ),
    "profile that is a bomb": (
        "picture.png",
        with_chunk(PNG, b"iCCP", b"x\0\0" + zlib.compress(bytes(50_000_000))),
        "picture-profile",
    ),
    "profile of other channels": ("picture.jpg", saved(flag("L"), "JPEG", icc_profile=SRGB), "picture-profile"),
    "JPEG cut off": ("picture.jpg", JPG[:-40], "picture-damaged"),
    "JPEG without an end": ("picture.jpg", JPG[:-2], "picture-damaged"),
    "JPEG of a beginning": ("picture.jpg", b"\xff\xd8\xff", "picture-damaged"),
    "JPEG of marks only": ("picture.jpg", b"\xff\xd8" + b"\xff" * 4_000_000 + b"\0", "picture-damaged"),
    "scan of marks only": ("picture.jpg", JPG[:-2] + b"\xff" * 4_000_000 + b"\0", "picture-damaged"),
    "JPEG without tables": (
        "picture.jpg",
        b"\xff\xd8" + JPG[FRAME : FRAME + 19] + SCAN + b"\xff\xd9",
        "picture-damaged",
    ),
    "JPEG of four colours": ("picture.jpg", CMYK, "picture-cmyk"),
    "arithmetic coding": ("picture.jpg", JPG.replace(b"\xff\xc0", b"\xff\xc9", 1), "picture-unusual"),
    "lossless": ("picture.jpg", JPG.replace(b"\xff\xc0", b"\xff\xc3", 1), "picture-unusual"),
    "twelve bits": ("picture.jpg", JPG[: FRAME + 4] + b"\x0c" + JPG[FRAME + 5 :], "picture-unusual"),
    "unknown segment": ("picture.jpg", with_segment(JPG, 0xF0, b"x"), "picture-unusual"),
    "scans without end": ("picture.jpg", JPG[:-2] + SCAN * 40 + b"\xff\xd9", "picture-unusual"),
    "two frames": ("picture.jpg", JPG[:FRAME] + JPG[FRAME : FRAME + 19] + JPG[FRAME:], "picture-damaged"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_picture_that_cannot_be_kept_is_refused(name: str) -> None:
    file, content, code = REFUSED[name]
    with pytest.raises(Refused) as refused:
        checked_asset(file, content)
    assert [(problem.where, problem.code) for problem in refused.value.problems] == [(file, code)]


def test_a_cut_off_picture_is_refused_even_where_the_print_engine_fills_it_up() -> None:
    """WeasyPrint sets this for the whole process; the two refusals above must not depend on its being there or not."""
    assert ImageFile.LOAD_TRUNCATED_IMAGES, "the engine has changed: say in png.py that Pillow can be asked again"


SECRETS = {
    "where it was taken": with_chunk(PNG, b"eXIf", exif(1, b"SECRET")),
    "remark": with_chunk(PNG, b"tEXt", b"Comment\0SECRET"),
    "packed remark": with_chunk(PNG, b"zTXt", b"Comment\0\0" + zlib.compress(b"SECRET" * 1_000_000)),
    "time": with_chunk(PNG, b"tIME", b"SECRET."),
    "behind the end": PNG + b"SECRET",
    "behind the pixels": SIGNATURE + PNG[8:33] + chunk(b"IDAT", zlib.compress(bytes(32 * 193)) + b"SECRET") + PNG[-12:],
    "unused palette": with_chunk(PNG, b"PLTE", b"SECRET"),
    "Exif of a JPEG": with_segment(JPG, 0xE1, b"Exif\0\0" + exif(1, b"SECRET")),
    "XMP of a JPEG": with_segment(JPG, 0xE1, b"http://ns.adobe.com/xap/1.0/\0SECRET"),
    "remark of a JPEG": with_segment(JPG, 0xFE, b"SECRET"),
    "thumbnail of a JPEG": with_segment(JPG, 0xE0, b"JFXX\0SECRET"),
    "behind the end of a JPEG": JPG + b"SECRET",
    "profile of a JPEG": with_segment(JPG, 0xE2, b"ICC_PROFILE\0\x01\x01" + SRGB),
}


@pytest.mark.parametrize("name", SECRETS)
def test_what_nobody_sees_goes_and_the_pixels_stay(name: str) -> None:
    content = SECRETS[name]
    file = "picture.png" if content.startswith(SIGNATURE) else "picture.jpg"
    kept = checked_asset(file, content)
    assert b"SECRET" in content or b"ICC_PROFILE" in content or name == "packed remark"
    assert (b"SECRET" in kept, b"ICC_PROFILE" in kept, opened(kept).info.get("exif")) == (False, False, None)
    assert opened(kept).tobytes() == opened(content).tobytes()
    assert checked_asset(file, kept) == kept


@pytest.mark.parametrize("kind", ["png", "jpg"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_upright(kind: str, orientation: int) -> None:
    """Where the blue quarter, lower right in the file, is to be seen (CIPA DC-008, 4.6.5.1)."""
    expected = {1: "se", 2: "sw", 3: "nw", 4: "ne", 5: "se", 6: "sw", 7: "nw", 8: "ne"}[orientation]
    data = exif(orientation)
    content = with_chunk(PNG, b"eXIf", data) if kind == "png" else with_segment(JPG, 0xE1, b"Exif\0\0" + data)
    kept = checked_asset(f"picture.{kind}", content)
    image = opened(kept)
    assert image.size == ((64, 32) if orientation < 5 else (32, 64))
    assert blue_corner(image) == expected
    assert checked_asset(f"picture.{kind}", kept) == kept


def blue_corner(image: Image.Image) -> str:
    """The corner, as on a map, that is blue; fails if there is not exactly one."""
    right, low = image.width - 3, image.height - 3
    corners = {"nw": (2, 2), "ne": (right, 2), "sw": (2, low), "se": (right, low)}
    (found,) = [name for name, place in corners.items() if channels(image, place)[2] > 128]
    return found


def channels(image: Image.Image, place: tuple[int, int]) -> tuple[int, ...]:
    """A pixel's red, green and blue."""
    pixel = image.convert("RGB").getpixel(place)
    assert isinstance(pixel, tuple)
    return tuple(int(channel) for channel in pixel)


@pytest.mark.parametrize("data", [b"", b"II*\0", b"MM\0*\xff\xff\xff\xff", b"II*\0\x08\0\0\0\xff\xff", exif(77)])
def test_exif_that_cannot_be_read_means_upright(data: bytes) -> None:
    kept = checked_asset("picture.jpg", with_segment(JPG, 0xE1, b"Exif\0\0" + data))
    assert kept == checked_asset("picture.jpg", JPG)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_colours_of_another_profile_are_converted(mode: str) -> None:
    """The profile calls itself sRGB and means green by red: it is asked what it does, not what it is called."""
    content = saved(flag(mode), icc_profile=swapped_profile())
    kept = checked_asset("picture.png", content)
    red, green, _ = channels(opened(kept), (2, 2))
    assert (red < 40, green > 160, "icc_profile" in opened(kept).info) == (True, True, False)
    assert checked_asset("picture.png", kept) == kept


def test_colours_of_a_photograph_are_converted_and_packed_once() -> None:
    kept = checked_asset("picture.jpg", saved(flag(), "JPEG", icc_profile=swapped_profile()))
    red, green, _ = channels(opened(kept), (2, 2))
    assert (red < 40, green > 160) == (True, True)
    assert checked_asset("picture.jpg", kept) == kept


def test_srgb_is_recognised_and_nothing_packed_anew() -> None:
    assert checked_asset("picture.png", saved(flag(), icc_profile=SRGB)) == checked_asset("picture.png", PNG)


def test_a_jpeg_of_red_green_and_blue_becomes_one_that_everybody_reads() -> None:
    content = saved(flag(), "JPEG", keep_rgb=True, quality=95)
    kept = checked_asset("picture.jpg", content)
    assert channels(opened(kept), (2, 2)) == pytest.approx((0xC0, 0, 0), abs=6)
    assert b"JFIF" in kept


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_kind_of_png_stays_as_it_is(mode: str) -> None:
    content = saved(flag("RGB").convert(mode))
    kept = checked_asset("picture.png", content)
    assert opened(kept).convert("RGBA").tobytes() == opened(content).convert("RGBA").tobytes()
    assert len(kept) <= len(content)


def test_grey_of_sixteen_bits_keeps_its_shades() -> None:
    pixels = b"\0" + struct.pack(">4H", 0, 0x4000, 0x8000, 0xFFFF)
    kept = checked_asset("picture.png", png(4, 1, colour=0, depth=16, pixels=pixels))
    assert list(opened(kept).tobytes()) == [0, 0x40, 0x80, 0xFF]


def test_an_interlaced_png_is_counted_by_its_passes() -> None:
    """Three by three pixels: passes 1, 4, 5, 6 and 7 of Adam7 have rows."""
    rows = [1, 1, 2, 1, 1, 3]
    pixels = b"".join(b"\0" + b"\x80" * count for count in rows)
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 3, 3, 8, 0, 0, 0, 1))
    content = SIGNATURE + header + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")
    assert set(opened(checked_asset("picture.png", content)).tobytes()) == {0x80}


def test_a_progressive_jpeg_and_one_with_restarts_stay_as_they_are() -> None:
    for content in (
        saved(flag(), "JPEG", progressive=True),
        saved(flag(), "JPEG", restart_marker_blocks=1),
        saved(flag("L"), "JPEG"),
    ):
        kept = checked_asset("picture.jpg", content)
        assert opened(kept).tobytes() == opened(content).tobytes()


def test_of_a_camera_s_two_pictures_the_first_is_kept() -> None:
    """Telephones hang a second one behind, for depth or brightness (CIPA DC-007)."""
    content = saved(flag(), "MPO", save_all=True, append_images=[flag().rotate(180)])
    kept = checked_asset("picture.jpg", content)
    assert (opened(kept).format, kept.count(b"\xff\xd8\xff")) == ("JPEG", 1)
    assert blue_corner(opened(kept)) == "se"
    assert segment(0xE2, b"")[:2] not in kept[:40]
