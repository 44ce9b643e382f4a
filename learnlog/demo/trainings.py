"""The trainings of the sample log, as values: each is taken through its life by the same rules as anybody's."""

from __future__ import annotations

import datetime as dt
from typing import Any

from learnlog.demo.when import afternoon, made_id, planned_day, weekday
from learnlog.domain import training_life as life
from learnlog.domain.training import (
    Channel,
    FollowUp,
    Initiative,
    Sharing,
    SharingStatus,
    Training,
    TrainingMode,
    TrainingStatus,
)
from learnlog.domain.values import ActivityType

_DAY = dt.timedelta(days=1)
_ROUNDS = {1: "c", 2: "d"}


def trainings(shape: dict[str, Any], told: dict[str, Any], own_area: str, today: dt.date) -> tuple[Training, ...]:
    """The trainings of one language.

    Args:
        shape: Key → when, what kind and how far, from ``trainings.toml``.
        told: Key → its texts in one language.
        own_area: What the owner calls the area that is not among the suggested ones.
        today: The day every date is counted from.
    """
    return tuple(_training(key, each, told[key], own_area, today) for key, each in shape.items())


def belonging(shape: dict[str, Any]) -> dict[str, str]:
    """Key of a moment → id of the training it belongs to."""
    return {moment: made_id(f"training {key}") for key, each in shape.items() for moment in each.get("entries", ())}


def _training(key: str, shape: dict[str, Any], told: dict[str, Any], own_area: str, today: dt.date) -> Training:
    written_at = afternoon(planned_day(today, shape["written"]), key)
    last_on = planned_day(today, shape["last"]) if "last" in shape else None
    first_on = weekday(last_on - (shape.get("length", 1) - 1) * _DAY) if last_on else None
    training = Training(
        id=made_id(f"training {key}"),
        title=told["title"],
        type=ActivityType(shape["type"]),
        start_on=first_on,
        end_on=last_on if last_on != first_on else None,
        provider=told.get("provider", ""),
        minutes=shape.get("minutes"),
        mode=TrainingMode(shape["mode"]) if "mode" in shape else None,
        cost=told.get("cost", ""),
        mandatory=shape.get("mandatory", False),
        initiative=Initiative(shape["initiative"]),
        project_code=told.get("project", ""),
        areas=tuple(own_area if area == "own" else area for area in shape.get("areas", ())),
        closed_because=told.get("why", ""),
        created_at=written_at,
        updated_at=written_at,
    )
    training = life.with_form(training, _texts("a", told) | ({"a5": shape["a5"]} if "a5" in shape else {}))
    training = _agreed(training, shape, told, today)
    if "status" in shape:
        return training._replace(status=TrainingStatus(shape["status"]))
    if last_on is None or last_on >= today or not training.status.is_planned:
        return training
    training = _shared(key, life.completed(training, last_on), shape, told, today)
    return _followed_up(training, shape, told, today)


def _texts(form: str, told: dict[str, Any]) -> dict[str, str]:
    """The answers of a form that are told; ``b1_note`` belongs to form b."""
    return {key: text for key, text in told.items() if key[0] == form and key[1:2].isdigit()}


def _agreed(training: Training, shape: dict[str, Any], told: dict[str, Any], today: dt.date) -> Training:
    """The dialogue with the manager; the follow-ups are agreed for their usual days."""
    if "talk" not in shape:
        return training
    talk_on = planned_day(today, shape["talk"])
    answers = {"b1": talk_on.isoformat(), **_texts("b", told), "b3": shape["b3"]}
    if "share" in shape and training.last_on:
        answers["b6"] = planned_day(today, shape["share"]).isoformat()
        answers["b8"] = ",".join(life.due_after(training.last_on, number).isoformat() for number in _ROUNDS)
    agreed = life.with_dialogue(training, dict(sorted(answers.items())))
    return agreed._replace(confirmed_employee_on=talk_on, confirmed_manager_on=talk_on)


def _shared(key: str, training: Training, shape: dict[str, Any], told: dict[str, Any], today: dt.date) -> Training:
    """What was planned, told about, done or called off; the promised ones are those the rules have planned."""
    promised = {each.channel: each for each in training.sharings}
    for each, (audience, what, taken) in zip(shape.get("sharings", ()), told.get("sharings", ()), strict=True):
        channel = Channel(each["channel"])
        sharing = promised.get(channel, Sharing(made_id(f"sharing {key} {channel}"), channel))
        training = life.with_sharing(
            training,
            sharing._replace(
                shared_on=planned_day(today, each["days"]),
                audience=audience,
                what=what,
                status=SharingStatus(each["status"]),
                taken=taken,
            ),
        )
    return training


def _followed_up(training: Training, shape: dict[str, Any], told: dict[str, Any], today: dt.date) -> Training:
    """The follow-ups: answered some days after they were due, skipped, or still waiting."""
    for number, form in _ROUNDS.items():
        followup = training.followup(number)
        if number in shape.get("skipped", ()):
            training = life.with_followup(training, followup._replace(skipped_because=told["skip"]))
        elif form in shape:
            chosen = dict(shape[form])
            done_on = min(followup.due_on + chosen.pop("after") * _DAY, today)
            answers = dict(sorted({**_texts(form, told), **chosen}.items()))
            training = life.with_followup(training, followup._replace(done_on=done_on, answers=answers))
    if shape.get("third") and training.last_on:
        third = FollowUp(life.LAST_ROUND, life.due_after(training.last_on, life.LAST_ROUND))
        training = life.with_followup(training, third)
    return training
