"""The exports of a rich year, word for word. Read them aloud after a change: `pytest tests/export --snapshot-update`."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from learnlog.domain.talk import Talk
from learnlog.domain.training import Training
from learnlog.domain.values import Language, Visibility
from learnlog.export.compose import compose
from learnlog.export.compose_form import training_form
from learnlog.export.compose_handout import handout
from learnlog.export.compose_plan import plan_sheet
from learnlog.export.compose_record import talk_record
from learnlog.export.compose_talk import talk_pack
from learnlog.export.compose_workshop import workshop_sheet
from learnlog.export.log_pages import log_markdown
from learnlog.export.markdown import document_markdown
from learnlog.i18n.catalog import Translator
from tests.builders import DIALOGUE, TODAY
from tests.export.plans import ACTIONS, COMING, FOLLOWING, GOALS, HELD, WORKSHOP
from tests.export.portfolios import CHOSEN, PORTFOLIO, PROFILE, SELECTION
from tests.export.trainings import DEMENTIA, SUPERVISOR


class MarkdownFile(SingleFileSnapshotExtension):
    """One file per document, which any reader of Markdown opens."""

    file_extension = "md"
    _write_mode = WriteMode.TEXT


@pytest.fixture
def golden(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(MarkdownFile)


@pytest.mark.parametrize("language", Language)
def test_cv_summary(language: Language, golden: SnapshotAssertion) -> None:
    assert document_markdown(compose(PORTFOLIO, SELECTION, Translator(language))) == golden


@pytest.mark.parametrize("language", Language)
def test_whole_log(language: Language, golden: SnapshotAssertion) -> None:
    few = tuple(sorted(CHOSEN, key=lambda entry: entry.date))
    assert log_markdown(PORTFOLIO._replace(entries=few, trainings=(DEMENTIA,)), Translator(language)) == golden


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("training", [None, DEMENTIA], ids=["blank", "filled_in"])
def test_form(training: Training | None, language: Language, golden: SnapshotAssertion) -> None:
    assert document_markdown(training_form(training, PROFILE, Translator(language))) == golden


@pytest.mark.parametrize("language", Language)
def test_handout(language: Language, golden: SnapshotAssertion) -> None:
    linked = [entry._replace(visibility=Visibility.SUPERVISOR) for entry in CHOSEN[:2]]
    sheet = handout(DEMENTIA, linked, PROFILE, Translator(language))
    assert sheet is not None
    assert document_markdown(sheet) == golden


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("talk", [COMING, FOLLOWING], ids=["annual", "half_year"])
def test_talk_pack(talk: Talk, language: Language, golden: SnapshotAssertion) -> None:
    promised = SUPERVISOR._replace(dialogue={"b4": DIALOGUE["b4"], "b5": DIALOGUE["b5"]})
    portfolio = PORTFOLIO._replace(trainings=(DEMENTIA, promised))
    assert document_markdown(talk_pack(talk, portfolio, SELECTION, Translator(language))) == golden


@pytest.mark.parametrize("language", Language)
def test_talk_record(language: Language, golden: SnapshotAssertion) -> None:
    assert document_markdown(talk_record(HELD, PORTFOLIO, Translator(language))) == golden


@pytest.mark.parametrize("language", Language)
def test_plan(language: Language, golden: SnapshotAssertion) -> None:
    assert document_markdown(plan_sheet(PORTFOLIO, Translator(language))) == golden


@pytest.mark.parametrize("language", Language)
def test_workshop(language: Language, golden: SnapshotAssertion) -> None:
    assert document_markdown(workshop_sheet(WORKSHOP, GOALS, ACTIONS, TODAY, Translator(language))) == golden
