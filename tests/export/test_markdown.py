"""Markdown: text stays text, whatever it is, by the word of two independent readers."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from learnlog.domain.printable import show_line
from learnlog.export.document import Block, Boxes, Bullets, Heading, Paragraph, Quote, Run, Table, WritingLines
from learnlog.export.escape import WIDTH
from learnlog.export.markdown import block_lines
from tests.export.readers import READERS, Page

SIGNS = st.sampled_from(
    [
        *"\\`*_{}[]()#+-.!|<>&~$=:^@'\"/ \n\t;0123aåé",
        "**", "__", "```", "~~~", "---", "===", "- ", "1. ", "1)", "# ", "## ", "> ", "<b>", "</b>", "<!-- x -->", "![a](b)",
        "[a](http://x)", "[a]: b", "[^1]", "&amp;", "&#42;", "http://a.se", "<http://a.se>", "a@b.se", "|a|b|", "|-|-|", ":--",
        "$$", "    ", "\\\n", "  \n", "* ", "+ ", "[ ]", "[x]", "<div>", "<script>", "&copy", "<!", "<?", "a_b", "_a_", "***",
        "\u00a0", "\u2028", "\x00", "\x1b[31m", "\ufeff", "\u202e", ": ", "ord ord ord ord ord ord ord ord ord ord ord ord ",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(SIGNS, min_size=1, max_size=30).map("".join), st.text(min_size=1, max_size=200))


def said(text: str) -> str:
    """What a reader should be shown: control characters as signs, one space between words."""
    return " ".join(show_line(text).split())


def shapes(text: str) -> list[tuple[Block, set[str], list[str]]]:
    """The text in every place a text can stand: the block, the elements it may have, the texts it holds."""
    said_ = said(text)
    return [
        (Paragraph((Run(text),)), set(), [said_]),
        (Paragraph((Run(text, strong=True), Run("x"))), {"strong"}, [f"{said_} x"]),
        (Paragraph((Run("Namn:", strong=True), Run(text))), {"strong"}, [f"Namn: {said_}"]),
        (Bullets(((Run(text),), (Run(text),))), {"ul", "li"}, [said_, said_]),
        (Quote((text, text)), {"blockquote"}, [said_, said_]),
        (Heading(text), {"h3"}, [said_]),
        (
            Table(("a", "b"), ((text, "x"), ("y", text))),
            {"table", "thead", "tbody", "tr", "th", "td"},
            ["a", "b", said_, "x", "y", said_],
        ),
        (Boxes(((text, True), ("x", False))), set(), [f"☒ {said_} ☐ x"]),
    ]


@settings(max_examples=300)
@given(TEXTS)
@example("- x")
@example("+ x")
@example("---")
@example("===")
@example("1. x")
@example("12) x")
@example("> x")
@example("# x")
@example("    kod")
@example("[a](b)")
@example("[a]: b")
@example("~~x~~ *x* _x_ `x` <b>x</b> &amp; x")
@example("ord " * 19 + "- x")
@example("ord " * 19 + "2. x " + "ord " * 18 + "=== x")
@example("# x\n- x\n1. x\n> x\n===\n---\n| a | b |\n|---|---|\n```")
@example("x | y\n:-- | --:")
@example("sju " * 19 + "12. åtta " + "nio " * 18 + "- tio")
@example("[klicka](javascript:alert(1)) ![bild](x.png) <img src=x> <https://x> [^1]")
@example("rubrik ##")
@example("\\|")
@example("| \\\\| `|`")
def test_a_text_never_becomes_more_than_text(text: str) -> None:
    if not said(text):
        return
    for block, elements, texts in shapes(text):
        written = "\n".join(["före", "", *block_lines(block), "efter", ""])
        for name, reader in READERS.items():
            page = Page(reader(written))
            assert page.tags == elements | {"p"}, name
            if name == "markdown-it":
                assert [words for _, words in page.texts] == ["före", *texts, "efter"]
            else:  # it also takes "&copy" without its semicolon for ©, so its texts cannot be held to the letter
                assert len(page.texts) == len(texts) + 2


@given(st.lists(st.text(alphabet="aåb.1-# ", min_size=1, max_size=30), min_size=1, max_size=40).map(" ".join))
def test_lines_keep_to_the_width_and_end_without_spaces(text: str) -> None:
    for block, _, _ in shapes(text)[:5]:
        lines = block_lines(block)
        assert all(len(line) <= WIDTH for line in lines)
        assert all(line == line.rstrip() for line in lines)


def test_ordinary_text_reads_as_it_was_written() -> None:
    text = "Jag väntar 10–15 sekunder (ofta mer) – sedan frågar jag: ”Vill du?” A&O, 3 < 5, snake_case, 85 %, http://a.se/x_y!"
    assert " ".join(block_lines(Paragraph((Run(text),)))).strip() == text


def test_a_word_longer_than_a_line_stands_alone() -> None:
    address = "https://example.org/" + "x" * 100
    assert block_lines(Paragraph((Run(f"Se {address} här"),))) == ["Se", address, "här", ""]


@pytest.mark.parametrize(
    "block", [Paragraph(()), Paragraph((Run("  "),)), Bullets(()), Quote(("",)), Bullets(((Run(""),),))]
)
def test_an_empty_block_leaves_nothing(block: Block) -> None:
    assert block_lines(block) == []


def test_a_tables_columns_stand_under_each_other() -> None:
    lines = block_lines(Table(("Vad", "Gäller till"), (("Hjärt-lungräddning", "2028-05-12"), ("A|B", "–"))))
    assert lines[:-1] == [
        "| Vad                | Gäller till |",
        "| ------------------ | ----------- |",
        "| Hjärt-lungräddning | 2028-05-12  |",
        r"| A\|B               | –           |",
    ]


def test_things_to_tick_are_not_torn_apart_at_a_lines_end() -> None:
    options = tuple((f"val nummer {number}", number == 2) for number in range(9))
    lines = block_lines(Boxes(options))
    assert [" ".join(line.split())[0] for line in lines[:-1]] == ["☐"] * 3
    assert max(map(len, lines)) <= WIDTH
    assert sum(line.count("☒ val nummer 2") for line in lines) == 1


@pytest.mark.parametrize("reader", READERS)
def test_lines_to_write_on_are_rules_apart_from_each_other(reader: str) -> None:
    lines = ["före", "", *block_lines(WritingLines(3)), "efter", ""]
    html = READERS[reader]("\n".join(lines))
    assert html.count("<hr") == 3
    assert [text for _, text in Page(html).texts] == ["före", "efter"]
    assert [line for line in lines if line.strip()] == ["före", *["_" * WIDTH] * 3, "efter"]


def test_a_table_too_wide_to_set_is_still_a_table() -> None:
    wide = "ord " * 40
    page = Page(READERS["markdown-it"]("\n".join(block_lines(Table(("a", "b"), ((wide, wide),))))))
    assert [text for _, text in page.texts] == ["a", "b", wide.strip(), wide.strip()]
