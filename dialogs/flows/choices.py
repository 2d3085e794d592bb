"""Two short choices: the language, and what one wants to hear of."""

from datetime import timedelta

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Dialog, Ending, Scene, Step
from dialogs.model import Choice, Phrase, Prefer, Say, Speak, Tap, Text, What
from dialogs.table import On

PATIENCE = timedelta(hours=1)


def ask_language(scene: Scene) -> Say:
    choices = tuple(
        Choice(Phrase(f"language-{tag}"), tag) for tag in scene.house.catalogue.languages
    )
    return Say(Phrase("language-which"), choices)


def take_language(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data=tag) if tag in scene.house.catalogue.languages:
            return Answer(orders=(Speak(tag),))
        case Text(text) if answers.plain(text) in ("english", "英文", "英语", "en"):
            return Answer(orders=(Speak("en"),))
        case Text(text) if answers.plain(text) in ("chinese", "中文", "汉语", "zh"):
            return Answer(orders=(Speak("zh-CN"),))
    return Refused("refused-language")


def spoken(_scene: Scene) -> Ending:
    return Ending((Say(Phrase("language-set")),))


LANGUAGE = Dialog(
    name="language",
    version=1,
    steps=(Step("which", ask_language, take_language),),
    rows=(On("start", "start", "which"), On("answer", "which", "spoken")),
    ends={"spoken": spoken},
    patience=PATIENCE,
    fleeting=True,
)

NOTIFY = ("all", "decisions", "none")


def ask_settings(scene: Scene) -> Say:
    """What is on now stands in the words; a tap changes it at once."""
    facts = scene.facts
    notify = tuple(
        Choice(Phrase(f"settings-notify-{name}"), f"notify:{name}")
        for name in NOTIFY
        if name != facts.notify
    )
    other = "off" if facts.surveys else "on"
    survey = Choice(Phrase(f"settings-surveys-{other}"), f"surveys:{other}")
    now = Phrase(
        "settings-now",
        {
            "notify": Phrase(f"settings-now-{facts.notify}"),
            "surveys": Phrase("settings-now-surveys" if facts.surveys else "settings-now-quiet"),
        },
    )
    return Say(now, (*notify, survey, *scene.house.tongues()))


def take_settings(_scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data=data) if data.startswith("notify:") and data[7:] in NOTIFY:
            return Answer(orders=(Prefer(notify=data[7:]),))
        case Tap(data="surveys:on" | "surveys:off" as data):
            return Answer(orders=(Prefer(surveys=data.endswith("on")),))
    return Refused("refused-settings")


def settled(_scene: Scene) -> Ending:
    return Ending((Say(Phrase("settings-set")),))


SETTINGS = Dialog(
    name="settings",
    version=1,
    steps=(Step("which", ask_settings, take_settings),),
    rows=(On("start", "start", "which"), On("answer", "which", "settled")),
    ends={"settled": settled},
    patience=PATIENCE,
    fleeting=True,
)
