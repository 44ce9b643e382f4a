"""The smallest Textual app there is: what any app on Textual costs at least."""

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class BareApp(App[None]):
    """One line and one field."""

    def compose(self) -> ComposeResult:
        """Lay out."""
        yield Static("A bare app")
        yield Input()


if __name__ == "__main__":
    BareApp().run()
