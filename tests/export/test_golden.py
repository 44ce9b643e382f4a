"""The exports of a rich year, word for word. Read them aloud after a change: `pytest tests/export --snapshot-update`."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from learnlog.domain.values import Language
from learnlog.export.compose import compose
from learnlog.export.log_pages import log_markdown
from learnlog.export.markdown import document_markdown
from learnlog.i18n.catalog import Translator
from tests.export.portfolios import CHOSEN, PORTFOLIO, SELECTION


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
    assert log_markdown(PORTFOLIO._replace(entries=few), Translator(language)) == golden
