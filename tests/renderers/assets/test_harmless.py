"""Whatever comes out of the check is harmless: properties over drawings nobody thought of."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import count

from hypothesis import assume, event, given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from content_blocks.problem import Refused
from renderers.assets import checked_asset
from tests.renderers.assets.drawings import printed
from tests.renderers.assets.hostile_drawings import HOSTILE, svg
from tests.renderers.assets.raster_files import exif, saved, swapped_profile, with_segment

NAMESPACE = "{http://www.w3.org/2000/svg}"


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


ELEMENTS = words(
    "svg g defs use path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath"
    " title desc"
)
ATTRIBUTES = words(
    "id viewBox width height preserveAspectRatio transform d x y rx ry cx cy r fx fy x1 y1 x2 y2 points href offset"
    " gradientUnits gradientTransform fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap"
    " stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color stop-color stop-opacity"
    " clip-path display visibility"
)
"""Written down here a second time, so that a slip in the tables of the check is noticed."""

sizes = st.sampled_from(["0", "1", "2.5", ".5", "-3", "7px", "50%", "1e1", "4mm"])
extents = st.sampled_from(["0", "1", "2.5", "7px", "50%", "1e1", "4mm"])
colours = st.sampled_from(["red", "#abc", "#a0b0c0", "rgb(1, 2, 3)", "rgba(10%,20%,30%,.5)", "none", "currentColor"])
paints = colours | st.sampled_from(["url(#paint)", "url('#paint') red"])
shares = st.sampled_from(["0", ".5", "1", "30%"])
numbers = st.floats(-1000, 1000, width=16).map(lambda number: f"{number:g}")
PATHS = st.lists(
    st.sampled_from(["L1 2", "h3", "v-4", "c1 2 3 4 5 6", "q.5.5 1-1", "t2 2", "a3 3 0 015 5", "s1 1 2 2z"])
)
turns = st.sampled_from(["translate(1,2)", "rotate(30)", "scale(.5)", "matrix(1 0 0 1 2 2)", "skewX(10) scale(2 3)"])
SHAPES = {
    "path": {"d": PATHS.map(lambda parts: " ".join(["M1 1", *parts]))},
    "rect": {"x": sizes, "y": sizes, "width": extents, "height": extents, "rx": extents},
    "circle": {"cx": sizes, "cy": sizes, "r": extents},
    "ellipse": {"cx": sizes, "cy": sizes, "rx": extents, "ry": extents},
    "line": {"x1": sizes, "y1": sizes, "x2": sizes, "y2": sizes},
    "polygon": {"points": st.lists(st.tuples(numbers, numbers), min_size=1).map(lambda p: " ".join(map(",".join, p)))},
}
LOOKS = {
    "fill": paints,
    "stroke": paints,
    "stroke-width": extents,
    "stroke-dasharray": st.sampled_from(["none", "1 2", "3,1,2"]),
    "opacity": shares,
    "fill-opacity": shares,
    "fill-rule": st.sampled_from(["evenodd", "nonzero"]),
    "clip-path": st.sampled_from(["none", "url(#clip)"]),
    "transform": turns,
    "visibility": st.sampled_from(["hidden", "visible"]),
}
NOTES = ["<!-- note -->", "<metadata/>", "<title>a</title>", "<?note x?>", " words "]
DEFINED = '<defs><clipPath id="clip"><circle r="6"/></clipPath><g id="used"><circle r="2"/></g></defs>'
UNITS = {"gradientUnits": st.sampled_from(["userSpaceOnUse", "objectBoundingBox"]), "gradientTransform": turns}
PAINTS = {
    "linearGradient": UNITS | dict.fromkeys(("x1", "y1", "x2", "y2"), sizes),
    "radialGradient": UNITS | {"cx": sizes, "cy": sizes, "r": extents, "fx": sizes, "fy": sizes},
}
STOP = st.fixed_dictionaries({}, optional={"offset": shares, "stop-color": st.just("teal"), "stop-opacity": shares})
HARM = [
    ' onload="x()"',
    ' href="https://e.example/"',
    ' fill="url(https://e.example/#a)"',
    ' style="fill:url(https://e.example/#a)"',
    ' filter="url(#paint)"',
    ' xml:base="https://e.example/"',
    ' d="M0 0L"',
    ' src="x"',
    ' style="width:expression(alert(1))"',
    ' formaction="javascript:x()"',
    "><script>x()</script><g",
    "><image href='https://e.example/'/><g",
    "><style>@import 'https://e.example/'</style><g",
    "><text>x</text><g",
    "><use href='https://e.example/#a'/><g",
]


@st.composite
def shapes(draw: st.DrawFn) -> str:
    """An allowed shape with allowed looks, written as attributes or as a style."""
    name = draw(st.sampled_from([*SHAPES, "use"]))
    fields = SHAPES.get(name, {"x": sizes, "y": sizes})
    needed: dict[str, st.SearchStrategy[str]] = {key: fields[key] for key in ("d", "points") if key in fields}
    own = draw(st.fixed_dictionaries(needed, optional={key: fields[key] for key in fields if key not in needed}))
    looks = draw(st.fixed_dictionaries({}, optional=LOOKS))
    turn = looks.pop("transform", None)
    if name == "use":
        own["href"] = "#used"
    if draw(st.booleans()):
        own["style"] = ";".join(f"{key}:{value}" for key, value in looks.items())
    else:
        own |= looks
    if turn:
        own["transform"] = turn
    return f"<{name}{_written(own)}>{draw(st.sampled_from(['', *NOTES]))}</{name}>"


@st.composite
def gradients(draw: st.DrawFn) -> str:
    """What `url(#paint)` paints with."""
    name = draw(st.sampled_from(sorted(PAINTS)))
    looks = draw(st.fixed_dictionaries({}, optional=PAINTS[name]))
    stops = draw(st.lists(STOP, max_size=4))
    return f'<{name} id="paint"{_written(looks)}>{"".join(f"<stop{_written(stop)}/>" for stop in stops)}</{name}>'


def _written(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{value}"' for name, value in attributes.items())


groups = st.recursive(
    shapes(), lambda inner: st.lists(inner, max_size=3).map(lambda all_: f"<g>{''.join(all_)}</g>"), max_leaves=8
)
drawings = st.tuples(gradients(), st.lists(groups | st.sampled_from(NOTES), max_size=4).map("".join)).map("".join)


@given(drawings)
def test_what_is_allowed_is_kept_and_drawn_without_asking_for_anything(inside: str) -> None:
    kept = checked_asset("a.svg", svg(DEFINED + inside, 'viewBox="-10 -10 20 20"'))
    event(f"{min(kept.count(b'<'), 20) // 5 * 5} elements or more")
    assert harmless(kept)
    assert checked_asset("a.svg", kept) == kept
    _, asked = printed(kept, 60, 60)
    assert asked == []


@given(drawings, st.data())
def test_one_harm_anywhere_is_refused_or_does_not_come_through(inside: str, data: st.DataObject) -> None:
    whole = svg(DEFINED + inside, 'viewBox="-10 -10 20 20"').decode()
    harm = data.draw(st.sampled_from(HARM))
    places = [found.end() for found in re.finditer(r"<[a-zA-Z]+(?=[ >/])", whole)]
    place = data.draw(st.sampled_from(places))
    try:
        kept = checked_asset("a.svg", (whole[:place] + harm + whole[place:]).encode())
    except Refused:
        event("refused")
        return
    event("kept")
    assert harmless(kept)


@given(st.sampled_from(sorted(HOSTILE)), st.data())
def test_a_hostile_file_broken_anywhere_stays_harmless(name: str, data: st.DataObject) -> None:
    """What is left of an attack after bytes were taken out or doubled either is refused or harmless."""
    content = HOSTILE[name].content
    assume(0 < len(content) < 2000)
    start = data.draw(st.integers(0, len(content) - 1))
    end = data.draw(st.integers(start, min(len(content), start + 20)))
    changed = content[:start] + content[start:end] * data.draw(st.sampled_from([0, 2])) + content[end:]
    try:
        kept = checked_asset("a.svg", changed)
    except Refused:
        event("refused")
        return
    event("kept")
    assert harmless(kept)
    assert printed(kept, 60, 60)[1] == []


def harmless(content: bytes) -> bool:
    """Whether a drawing consists of what is allowed; fails on the first element or attribute that is not."""
    assert content.startswith(b'<svg xmlns="http://www.w3.org/2000/svg"')
    assert not re.search(rb"<[!?]|script|javascript:|https?://(?!www.w3.org/2000/svg\")", content)
    for element in etree.fromstring(content).iter():
        assert element.tag.removeprefix(NAMESPACE) in ELEMENTS
        assert set(element.keys()) <= ATTRIBUTES
        assert all(re.fullmatch(r"#[\w.-]+", value) for key, value in element.items() if key == "href")
        assert all(re.fullmatch(r"url\(#[\w.-]+\)", value) for value in element.values() if "url" in value)
    return True


@given(
    st.integers(1, 40),
    st.integers(1, 40),
    st.sampled_from(["1", "L", "LA", "P", "RGB", "RGBA", "I;16"]),
    st.binary(min_size=1, max_size=64),
)
def test_any_png_comes_out_as_it_looked(width: int, height: int, mode: str, colours: bytes) -> None:
    image = Image.new("RGB", (width, height))
    image.putdata(
        [tuple(colours[(at + n) % len(colours)] for n in range(3)) for at, _ in zip(count(), range(width * height))]
    )
    content = saved(image.convert("L").convert("I;16") if mode == "I;16" else image.convert(mode))
    kept = checked_asset("a.png", content)
    assert checked_asset("a.png", kept) == kept
    if mode != "I;16":
        before, after = (Image.open(BytesIO(file)).convert("RGBA") for file in (content, kept))
        assert before.tobytes() == after.tobytes()


@given(
    st.integers(1, 40),
    st.integers(1, 40),
    st.integers(0, 9),
    st.booleans(),
    st.fixed_dictionaries(
        {}, optional={"quality": st.integers(1, 100), "progressive": st.booleans(), "subsampling": st.integers(0, 2)}
    ),
)
def test_any_jpeg_is_checked_once_for_all(
    width: int, height: int, turned: int, converted: bool, options: dict[str, object]
) -> None:
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    profile = {"icc_profile": swapped_profile()} if converted else {}
    content = with_segment(saved(image, "JPEG", **options, **profile), 0xE1, b"Exif\0\0" + exif(turned))
    kept = checked_asset("a.jpg", content)
    assert checked_asset("a.jpg", kept) == kept


@given(st.sampled_from(["png", "jpg"]), st.data())
def test_a_damaged_picture_is_refused_or_stays_what_it_is(kind: str, data: st.DataObject) -> None:
    content = bytearray(saved(Image.linear_gradient("L").resize((20, 20)), "PNG" if kind == "png" else "JPEG"))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        kept = checked_asset(f"a.{kind}", bytes(content))
    except Refused:
        event("refused")
        return
    event("kept")
    assert checked_asset(f"a.{kind}", kept) == kept
