"""What is due, as a sentence in each language."""

from __future__ import annotations

import pytest

from learnlog.domain.due import Due, DueKind
from learnlog.domain.talk import TalkKind
from learnlog.domain.training import Channel
from learnlog.domain.values import Language
from learnlog.i18n.catalog import Translator
from learnlog.i18n.due_words import due_text
from tests.builders import TODAY

SV, NB, EN = (Translator(language) for language in (Language.SV, Language.NB, Language.EN))
ITEM = Due("key", DueKind.FORM, TODAY, "Bemötande")


@pytest.mark.parametrize(
    ("item", "en", "sv", "nb"),
    [
        (ITEM, "Fill in the form before: Bemötande", "Fyll i formuläret före: Bemötande", "Fyll ut skjemaet før: Bemötande"),
        (
            ITEM._replace(kind=DueKind.AGREEMENT),
            "Talk with your manager before: Bemötande",
            "Prata med chefen före: Bemötande",
            "Snakk med lederen før: Bemötande",
        ),
        (
            ITEM._replace(kind=DueKind.COMPLETION),
            "Has it taken place? Bemötande",
            "Har den ägt rum? Bemötande",
            "Har det funnet sted? Bemötande",
        ),
        (
            ITEM._replace(kind=DueKind.FOLLOWUP, round=1),
            "Follow-up after 2 weeks: Bemötande",
            "Uppföljning efter 2 veckor: Bemötande",
            "Oppfølging etter 2 uker: Bemötande",
        ),
        (
            ITEM._replace(kind=DueKind.SHARING, channel=Channel.MEETING),
            "Share with colleagues (workplace meeting): Bemötande",
            "Dela med kollegor (APT): Bemötande",
            "Del med kolleger (personalmøte): Bemötande",
        ),
        (
            ITEM._replace(kind=DueKind.FIRST_STEP),
            "Take the first step: Bemötande",
            "Ta första steget: Bemötande",
            "Ta det første steget: Bemötande",
        ),
        (
            ITEM._replace(kind=DueKind.ACTION),
            "Follow up what was to be done: Bemötande",
            "Följ upp det som skulle göras: Bemötande",
            "Følg opp det som skulle gjøres: Bemötande",
        ),
        (
            ITEM._replace(kind=DueKind.COMMENT, comment_kind="rv.question"),
            "Answer a question: Bemötande",
            "Svara på en fråga: Bemötande",
            "Svar på et spørsmål: Bemötande",
        ),
        (
            ITEM._replace(kind=DueKind.COMMENT, comment_kind="rv.privacy"),
            "Somebody can be recognised. Change it: Bemötande",
            "Någon går att känna igen. Ändra det: Bemötande",
            "Noen kan kjennes igjen. Endre det: Bemötande",
        ),
        (
            ITEM._replace(kind=DueKind.COMMENT, comment_kind="rv.other"),
            "Read a comment: Bemötande",
            "Läs en kommentar: Bemötande",
            "Les en kommentar: Bemötande",
        ),
        (
            ITEM._replace(kind=DueKind.GOAL),
            "Have you reached your goal? Bemötande",
            "Har du nått målet? Bemötande",
            "Har du nådd målet? Bemötande",
        ),
        (
            ITEM._replace(kind=DueKind.TALK, title="", talk_kind=TalkKind.ANNUAL),
            "The annual development talk",
            "Det årliga medarbetarsamtalet",
            "Den årlige medarbeidersamtalen",
        ),
        (
            ITEM._replace(kind=DueKind.TALK, title="", talk_kind=TalkKind.HALF_YEAR),
            "The half-year follow-up with your manager",
            "Halvårsuppföljningen med chefen",
            "Halvårsoppfølgingen med lederen",
        ),
        (
            ITEM._replace(kind=DueKind.TALK, title=""),
            "The next talk with your manager",
            "Nästa samtal med chefen",
            "Neste samtale med lederen",
        ),
        (ITEM._replace(kind=DueKind.CREDENTIAL), "Renew: Bemötande", "Förnya: Bemötande", "Forny: Bemötande"),
    ],
)  # fmt: skip
def test_it_says_what_to_do_and_with_what(item: Due, en: str, sv: str, nb: str) -> None:
    assert [due_text(item, t) for t in (EN, SV, NB)] == [en, sv, nb]


@pytest.mark.parametrize("kind", DueKind)
@pytest.mark.parametrize("number", range(9))
def test_every_kind_and_round_has_a_sentence_even_one_that_a_later_learnlog_wrote(kind: DueKind, number: int) -> None:
    texts = {due_text(ITEM._replace(kind=kind, round=number), t) for t in (EN, SV, NB)}
    assert len(texts) == 3
    assert kind is DueKind.TALK or all("Bemötande" in text for text in texts)


def test_what_a_title_holds_cannot_act_on_the_terminal() -> None:
    assert due_text(ITEM._replace(title="a\x1b[2J\nb {x}"), EN) == "Fill in the form before: a␛[2J b {x}"
