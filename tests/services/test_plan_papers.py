"""The plan, a workshop and a talk as documents, as the services make them from the log."""

from __future__ import annotations

import datetime as dt

import pytest

from learnlog.domain.agreed import Agreed
from learnlog.domain.talk import TalkKind
from learnlog.domain.values import Language
from learnlog.errors import NotFoundError
from learnlog.i18n.catalog import Translator
from learnlog.services.suite import Services
from tests.builders import TODAY

SV = Translator(Language.SV)


def test_the_first_talk_needs_nothing_but_a_log(services: Services) -> None:
    text = services.exports.talk_text("", SV)
    assert text.startswith("# Inför medarbetarsamtalet\n")
    assert "\n# CV-sammanställning inför medarbetarsamtal\n" in text
    assert services.talks.all() == ()


def test_a_talk_that_was_held_keeps_the_summary_that_was_shown(services: Services) -> None:
    goal = services.plan.goals.save(services.plan.goals.blank().revised(title="Kunna bemöta oro"))
    talk = services.talks.blank(TalkKind.ANNUAL)._replace(talk_on=TODAY)
    shown = services.curriculum.text(services.curriculum.selection(), SV)
    held = services.talks.hold(talk, Agreed((goal,), ()), shown)
    services.plan.goals.save(services.plan.goals.blank().revised(title="Ett senare mål"))
    text = services.exports.talk_text(held.id, SV)
    assert text.startswith("# Medarbetarsamtal 2026-11-20\n")
    assert "### Kunna bemöta oro\n" in text
    assert text.endswith("\n\n" + shown)
    assert "Ett senare mål" not in text


def test_the_next_talk_begins_from_what_was_agreed(services: Services) -> None:
    goal = services.plan.goals.save(services.plan.goals.blank().revised(title="Kunna bemöta oro"))
    services.talks.hold(services.talks.blank(TalkKind.ANNUAL)._replace(talk_on=TODAY), Agreed((goal,), ()), "")
    text = services.exports.talk_text("", SV)
    assert text.startswith("# Inför halvårsuppföljningen\n")
    assert "- [överenskommet] Kunna bemöta oro\n" in text
    assert "CV-sammanställning" not in text


def test_the_plan_and_a_workshop_are_made_of_what_lies_in_the_log(services: Services) -> None:
    area = services.plan.areas.save(services.plan.areas.blank("th.dementia")._replace(requirement=3))
    services.plan.areas.rate(area, 2, None)
    text = services.exports.plan_text(SV)
    assert "| Demensvård" in text
    assert "| utveckla |" in text
    workshop = services.plan.workshops.blank()._replace(question="Hur får vi lugn?", hopes=("Att alla vågar",))
    saved = services.plan.workshops.save(workshop)
    assert "**Hur får vi lugn?**" in services.exports.workshop_text(saved.id, SV)


def test_choices_about_goals_and_needs_are_kept(services: Services) -> None:
    services.plan.areas.save(
        services.plan.areas.blank("th.dementia")._replace(requirement=3).rated(2, None, dt.date(2026, 1, 2))
    )
    selection = services.curriculum.selection()
    assert "Utvecklingsbehov: demensvård (krav 3, nu 2)." in services.curriculum.text(selection, SV)
    services.curriculum.keep(selection._replace(need_ids=(), goal_ids=()))
    kept = services.curriculum.selection()
    assert (kept.need_ids, kept.goal_ids) == ((), ())
    assert "Utvecklingsbehov" not in services.curriculum.text(kept, SV)


def test_an_unknown_talk_or_workshop_is_said_to_be_unknown(services: Services) -> None:
    for make in (services.exports.talk_text, services.exports.workshop_text):
        with pytest.raises(NotFoundError) as caught:
            make("f" * 32, SV)
        assert caught.value.message.id.startswith("There is no ")
