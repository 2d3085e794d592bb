"""The number of a SIM card is nowhere in the database as it was typed."""

import sqlite3
from contextlib import closing
from pathlib import Path

from dialogs.house import House
from dialogs.texts import Texts
from tests.chat.play import play

CHAT = """-- at 2026-11-18 10:00
ann: 昨天换的新卡 8986 0079 0904 4931 1287 插进去手机识别不了，号码13812345678，请恢复
ann: [我要投诉]
ann: [恢复服务或复机]
ann: [选好了]
ann: [提交]
ann: [补充几个细节]
ann: 泰国，当地网络
ann: [先答到这里]
ann: 补充一下，卡号就是 89860079090449311287
== ticket 1 dispatched filing.answers=
"""
NUMBERS = ("8986007909", "8986 0079", "04493112")


async def test_no_row_holds_a_card_in_plain_text(
    house: House, texts: Texts, tmp_path: Path
) -> None:
    heard, _ = await play(CHAT, "telegram", house, texts, tmp_path)
    assert "!!" not in heard, heard
    assert "'iccid':_'89860079090449311287'" in heard
    with closing(sqlite3.connect(tmp_path / "redress.db")) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        stories = [row[0] for row in db.execute("SELECT story FROM ticket")]
        searched = [row[0] for row in db.execute("SELECT search FROM message WHERE search <> ''")]
    assert stories == ["昨天换的新卡 ****1287 插进去手机识别不了，号码13812345678，请恢复"]
    assert any("****1287" in one for one in searched), searched
    whole = (tmp_path / "redress.db").read_bytes()
    assert [one for one in NUMBERS if one.encode() in whole] == []
