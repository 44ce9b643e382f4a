"""The commands of a review, and of comments."""

from __future__ import annotations

from learnlog.screens.command import Command
from learnlog.text import N_

REVIEW_COMMANDS: tuple[Command, ...] = (
    Command("review.comment", "c", "comment", N_("Comment"), N_("Say something about this, or change it."), shown=True),
    Command("review.approve", "a", "decide('approved')", N_("Approve"), N_("Approve this, or no longer."), shown=True),
    Command(
        "review.changes",
        "r",
        "decide('changes')",
        N_("Please change"),
        N_("Ask for a change here, or no longer."),
        shown=True,
    ),
    Command(
        "review.privacy",
        "p",
        "flag",
        N_("Recognised"),
        N_("Somebody can be recognised here: send it back without a word."),
        shown=True,
    ),
    Command("review.remove", "d,delete", "remove", N_("Remove"), N_("Take away what you have said about this.")),
    Command(
        "review.whole",
        "f3,w",
        "whole",
        N_("The whole"),
        N_("Answer six questions about the log as a whole."),
        shown=True,
    ),
    Command("review.sign", "f9,s", "sign", N_("Sign"), N_("Sign, and write the answer to a file."), shown=True),
    Command("comment.answer", "enter,a", "answer", N_("Answer"), N_("Answer the comment."), shown=True),
    Command("comment.close", "x", "close", N_("Close it"), N_("Close the comment, or open it again."), shown=True),
    Command("comment.open", "o", "go", N_("Go there"), N_("Go to what the comment is about."), shown=True),
    Command(
        "comment.quote", "v", "quote", N_("In the CV"), N_("Quote it in the CV summary, or leave it out."), shown=True
    ),
    Command("comment.review", "y", "review", N_("Read a copy"), N_("Read a copy that somebody has given you.")),
    Command("comment.take", "t,i", "take", N_("Take in"), N_("Take in a review from a file."), shown=True),
)
"""All of them, in the order the help lists them."""
