import pytest

from graadmeter.domain.errors import WorkspaceError
from graadmeter.site.theme import theme_css


def test_a_theme_of_the_nl_design_system_holds_for_every_page() -> None:
    css = theme_css(
        "/* made; by { a } tool */ .gemeente-theme { --basis-color-accent-1-color-default: #7a1f5c; --utrecht-x: 1px }"
    )
    assert css == ":root{--basis-color-accent-1-color-default:#7a1f5c;--utrecht-x:1px}\n"


def test_our_own_tokens_can_be_replaced_for_light_and_dark_apart() -> None:
    css = theme_css(
        ":root { --graadmeter-color-focal: #7a1f5c; }\n"
        "@media (prefers-color-scheme: dark) { :root { --graadmeter-color-focal: #f0a; --basis-a: b; } }"
    )
    assert css == (
        "@media (prefers-color-scheme: dark){:root{--basis-a:b}}\n"
        "@media not (prefers-color-scheme: dark){:root:root{--graadmeter-color-focal:#7a1f5c}}\n"
        "@media (prefers-color-scheme: dark){:root:root{--graadmeter-color-focal:#f0a}}\n"
    )
    assert theme_css("") == theme_css(" /* nothing */ ") == ""


@pytest.mark.parametrize(
    "source",
    [
        "@import 'https://elsewhere.example/x.css';",
        ":root { --basis-a: url(https://elsewhere.example/track.png); }",
        "body { display: none; }",
        ":root { --basis-a: red; } } body { display: none",
        "--basis-a: red;",
        ":root { --basis-a: red",
        "@font-face { --basis-a: b; }",
        ":root { --basis-a: </style><script>alert(1)</script>; }",
        ":root { --basis-a: u\\72l(x); }",
        "nonsense",
    ],
)
def test_anything_but_tokens_is_refused(source: str) -> None:
    with pytest.raises(WorkspaceError, match="tokens only"):
        theme_css(source)
