"""The form and the handout of a training, as the services make them from the log."""

from __future__ import annotations

import datetime as dt

import pytest

from learnlog.domain.values import Language, Status, Visibility
from learnlog.errors import ExportError, NotFoundError
from learnlog.i18n.catalog import Translator
from learnlog.services.suite import Services
from tests.builders import FORM, a_training, an_entry

SV = Translator(Language.SV)


def test_a_form_is_made_of_what_lies_in_the_log(services: Services) -> None:
    training = services.trainings.save(a_training(before=FORM))
    profile = services.profiles.get()
    services.profiles.save(profile._replace(display_name="Exempel Exempelsson"))
    text = services.exports.form_text(training.id, SV)
    assert text.startswith("# Formulär före utbildningen\n")
    assert "**Bemötande vid demens**\n\n- **Medarbetare:** Exempel Exempelsson\n- **När:** 2026-11-23\n" in text
    assert "Lugnare kvällar" in text
    blank = services.exports.form_text("", SV)
    assert "Exempel" not in blank
    assert "Lugnare" not in blank


def test_a_handout_has_the_insights_that_are_linked_and_not_private(services: Services) -> None:
    training = services.trainings.save(a_training(before=FORM))
    for insight, linked, visibility in (
        ("Vänta tio sekunder först.", training.id, Visibility.MANAGER),
        ("Det här är bara mitt.", training.id, Visibility.PRIVATE),
        ("Från en annan kurs helt.", "", Visibility.MANAGER),
    ):
        services.log.save(an_entry(insight=insight, training_id=linked, visibility=visibility, status=Status.DONE))
    thrown = services.log.save(
        an_entry(insight="Kastad i papperskorgen nu.", training_id=training.id, visibility=Visibility.MANAGER)
    )
    services.log.delete(thrown.id)
    text = services.exports.handout_text(training.id, SV)
    assert "## Prova det här\n\n- Vänta tio sekunder först.\n\n" in text
    assert "bara mitt" not in text
    assert "annan kurs" not in text
    assert "Kastad" not in text


def test_a_training_with_nothing_to_tell_has_no_handout(services: Services) -> None:
    training = services.trainings.save(a_training())
    with pytest.raises(ExportError) as caught:
        services.exports.handout_text(training.id, SV)
    assert "nothing to hand out yet" in caught.value.message.id


def test_an_unknown_training_has_neither(services: Services) -> None:
    for make in (services.exports.form_text, services.exports.handout_text):
        with pytest.raises(NotFoundError):
            make("f" * 32, SV)


def test_the_cv_summary_tells_about_the_training(services: Services) -> None:
    training = services.trainings.save(a_training(before=FORM))
    shown = services.curriculum.text(services.curriculum.selection(), SV)
    assert "**Bemötande vid demens** · november 2026 · planerad\n\n- **Förväntad nytta:** Lugnare kvällar.\n" in shown
    kept = services.curriculum.keep(services.curriculum.selection()._replace(training_ids=()))
    assert services.curriculum.selection().training_ids == ()
    assert "Bemötande" not in services.curriculum.text(kept, SV)
    services.trainings.delete(training.id)
    assert "Bemötande" not in services.curriculum.text(kept._replace(training_ids=None), SV)


def test_the_whole_log_has_the_trainings_of_its_days(services: Services) -> None:
    services.trainings.save(a_training(title="Vårens kurs", start_on=dt.date(2026, 3, 30), end_on=dt.date(2026, 4, 2)))
    services.trainings.save(a_training(title="Utan dag", start_on=None))
    april = dt.date(2026, 4, 1)
    for first, last, told in (
        (None, None, ["Utan dag", "Vårens kurs"]),
        (april, None, ["Utan dag", "Vårens kurs"]),
        (None, april, ["Vårens kurs"]),
        (dt.date(2026, 4, 3), None, ["Utan dag"]),
        (None, dt.date(2026, 3, 1), []),
    ):
        text = services.exports.log_text(first, last, SV)
        assert [title for title in ("Utan dag", "Vårens kurs") if f"### {title}\n" in text] == told
