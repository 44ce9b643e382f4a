"""The exports of a rich year, word for word. Read them aloud after a change: `pytest tests/export --snapshot-update`."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from learnlog.domain.training import Training
from learnlog.domain.values import Language, Visibility
from learnlog.export.compose import compose
from learnlog.export.compose_form import training_form
from learnlog.export.compose_handout import handout
from learnlog.export.log_pages import log_markdown
from learnlog.export.markdown import document_markdown
from learnlog.i18n.catalog import Translator
from tests.export.portfolios import CHOSEN, PORTFOLIO, PROFILE, SELECTION
from tests.export.trainings import DEMENTIA


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
