"""Take in what somebody has said about a copy: what it would do, then one save."""

from __future__ import annotations

import os

from learnlog.cli import review_json, typed
from learnlog.cli.call import Call
from learnlog.cli.everything import services
from learnlog.cli.output import Output
from learnlog.cli.pages import print_answers, print_facts, print_heading, print_text
from learnlog.domain.merging import Judged, MergePlan, Outcome
from learnlog.domain.printable import show_line
from learnlog.domain.review import REVIEW_QUESTIONS
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.labels import capital, label
from learnlog.i18n.review_labels import stated_by

REFUSED = 1


def merge(call: Call) -> int:
    """Show what a review would do, and take it in if that is wanted."""
    given, out = call.arguments, call.out
    opened = services(call)
    plan = opened.merging.preview(os.path.expanduser(given.words[0]))
    in_json = given.switch("json")
    if not in_json:
        print_plan(plan, out)
    wanted = given.switch("yes") or not plan.does_something
    if not wanted and call.can_ask and not in_json:
        wanted = typed.agreed(_("Take this in?"))
    if wanted:
        plan = opened.merging.apply(plan)
    if in_json:
        out.json(review_json.plan_object(plan, saved=wanted), indent=2)
    elif not wanted:
        out.note(_("Nothing has been saved. To take it in: {line}", line="learnlog merge FILE --yes"))
    elif plan.does_something:
        out.note(
            ngettext(
                "Saved: {count} comment. Read it: {line}",
                "Saved: {count} comments. Read them: {line}",
                len(plan.comments()),
                line="learnlog comment list",
            )
        )
    else:
        out.note(_("It has been taken in before. Nothing has been changed."))
    return 0 if wanted else REFUSED


def print_plan(plan: MergePlan, out: Output) -> None:
    """Print who says what, and what becomes of it."""
    signature, tr = plan.review.signature, translator()
    out.raw(f"{out.strong(_('Review'))}\n")
    stated = stated_by(signature.name, signature.role, tr)
    made = plan.record.made_at
    print_facts(
        (
            (_("Signed"), f"{signature.signed_on.isoformat()} · {stated}"),
            (_("About"), _("the copy of {day}", day=made.date().isoformat()) if made else ""),
        ),
        out,
    )
    print_answers(REVIEW_QUESTIONS, plan.review.answers, out)
    for outcome in Outcome:
        found = plan.of(outcome)
        if found:
            print_heading(f"{capital(label(outcome, tr))} ({len(found)})", out)
            for each in found:
                _print_item(each, out)


def _print_item(each: Judged, out: Output) -> None:
    tr, item = translator(), each.item
    what = [label(said, tr) for said in (item.kind, item.decision) if said]
    title = each.ref.title if each.ref else _("(not in the copy)")
    out.raw(f"{each.number}. {show_line(title)} – {', '.join(what)}\n")
    print_text(item.text, out)
    if each.outcome is Outcome.OTHER_WORDS and each.known:
        out.raw("  " + out.quiet(_("Taken in before:")) + "\n")
        print_text(each.known.text, out)
