"""The check of `redress doctor` on the staff group: is it there, may the bot work in it, who is
linked.
"""

from bot.channels.staff import Group, look
from bot.channels.telegram_transport import Wire, open_session
from bot.cli.calling import command
from bot.config import Settings
from bot.group.drawing import MEMBERS
from bot.group.office import where
from bot.opening import beside
from bot.promises import FAIL, OK, WARN
from bot.screen import Part
from storage import Connection, accounts, staff
from storage.errors import StoreError

NAME = "group"
ADMINISTRATOR = "group → administrators → this bot"


async def group(settings: Settings) -> Part:
    """Whether the group can be worked in, and what mends it where it cannot."""
    said = settings.telegram
    if not said.staff_chat_id:
        mend = f"{command()} config set telegram.staff_chat_id"
        return Part(NAME, OK, "off, no staff_chat_id", mend)
    token = said.staff_token.get_secret_value() or said.token.get_secret_value()
    if not token:
        mend = f"{command()} config set telegram.token"
        return Part(NAME, FAIL, "there is a staff_chat_id, and no bot to serve it", mend)
    place, linked, working = await _known(settings)
    async with open_session(said.api_base_url) as session:
        wire = Wire(session, token, said.api_base_url)
        found = await look(wire, place) if wire.sound else "the token is no token"
    if isinstance(found, str):
        return Part(NAME, FAIL, found, "add the bot to the group, or mend telegram.staff_chat_id")
    return _seen(found, linked, working)


async def _known(settings: Settings) -> tuple[str, int, int]:
    """Where the group is now, how many of the staff are linked, and how many there are."""
    configured = str(settings.telegram.staff_chat_id)

    def read(c: Connection) -> tuple[str, int, int]:
        working = {one.id for one in staff.everybody(c) if one.active}
        return where(c, configured), len(working & accounts.linked(c)), len(working)

    try:
        async with beside(settings) as store:
            return await store.read(read)
    except StoreError:
        return configured, 0, 0


def _seen(found: Group, linked: int, working: int) -> Part:
    if found.member not in MEMBERS:
        return Part(NAME, FAIL, f"the bot is not in “{found.title}”", "add it to the group")
    if found.forum and not found.manages:
        mend = f"{ADMINISTRATOR} → Manage topics"
        return Part(NAME, FAIL, f"the bot may not manage topics in “{found.title}”", mend)
    if found.member == "member":
        words = f"the bot hears in “{found.title}” only commands and replies to itself"
        return Part(NAME, WARN, words, f"{ADMINISTRATOR}: make it one")
    if not found.forum:
        words = f"“{found.title}” has no topics: all cards stand in one chat"
        return Part(NAME, WARN, words, "group settings → Topics")
    if not linked:
        words = f"“{found.title}”; nobody's Telegram account is linked yet"
        return Part(NAME, WARN, words, "each at the desk: menu → Telegram")
    return Part(NAME, OK, f"“{found.title}”; {linked} of {working} accounts are linked")
