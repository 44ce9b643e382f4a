"""What the fields of an entry are called; apart from the others, since the command line waits for it."""

from __future__ import annotations

from learnlog.text import N_

ENTRY_NAMES: dict[str, str] = {
    "title": N_("Title"),
    "date": N_("When"),
    "activity_type": N_("How did you learn?"),
    "arena": N_("Where"),
    "what_happened": N_("What happened?"),
    "insight": N_("My insight"),
    "minutes": N_("Time spent"),
    "purpose": N_("Purpose"),
    "areas": N_("Competence areas"),
    "themes": N_("Themes"),
    "components": N_("What kind of learning?"),
    "knowledge_form": N_("Can it be put into words?"),
    "roles_involved": N_("People involved"),
    "prompt_set": N_("Questions"),
    "answers": N_("Answers"),
    "applied": N_("Used at work"),
    "training_id": N_("Training"),
    "goal_ids": N_("Goals"),
    "action_id": N_("Action"),
    "evidence": N_("Evidence"),
    "visibility": N_("Who may see it"),
    "status": N_("Status"),
    "show_in_cv": N_("Show it in my CV summary"),
    "deleted_at": N_("Bin"),
}
"""Field → English name; the same words as in the form."""
