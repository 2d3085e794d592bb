"""The dialogs of the house, one row each, and the doors to them."""

from dialogs.doors.aside import aside
from dialogs.doors.commands import COMMANDS, WORDS
from dialogs.doors.lobby import lobby
from dialogs.doors.press import press
from dialogs.flows.appeal import APPEAL
from dialogs.flows.choices import LANGUAGE, SETTINGS
from dialogs.flows.complaint import COMPLAINT
from dialogs.flows.consult import CONSULT
from dialogs.flows.decide import DECIDE, WITHDRAW
from dialogs.flows.details import DETAILS
from dialogs.flows.prove import PROVE
from dialogs.flows.reach import REACH
from dialogs.flows.repeat import REPEAT
from dialogs.flows.survey import SURVEY
from dialogs.flows.tell import AFTER, TELL, WHICH
from dialogs.flows.welcome import WELCOME
from dialogs.play import Rooms

FLOWS = (
    WELCOME,
    COMPLAINT,
    CONSULT,
    DECIDE,
    WITHDRAW,
    TELL,
    WHICH,
    AFTER,
    DETAILS,
    REACH,
    PROVE,
    REPEAT,
    SURVEY,
    APPEAL,
    LANGUAGE,
    SETTINGS,
)

ROOMS = Rooms(
    dialogs={dialog.name: dialog for dialog in FLOWS},
    commands=COMMANDS,
    lobby=lobby,
    press=press,
    words=WORDS,
    aside=aside,
)
