"""What people type, and what nobody should: words, values, hostile texts, forged presses."""

from pathlib import Path

LETTERS = Path(__file__).parents[1] / "fixtures" / "letters"
WHOLE = "2月1日我在北京海淀区关了流量，2月27日被扣94元停机，号码13426000029，要求双倍返还188元。"
STORIES = [
    *(one.read_text("utf-8") for one in sorted(LETTERS.glob("*.txt"))),
    WHOLE,
    "No signal at home since Monday, Haidian, Beijing, number 13426000029. Please repair it.",
]
HOSTILE = [
    *("", " ", "\n", "\u200b", "\u200b\u200d\ufeff", "\x00", "\u2028", "\ufe0f", "…", "？？？"),
    *("<b>停机</b>", "&", "&amp;", "{ $who }", "%s %d", "' OR 1=1 --", "*_`[", "\\", "#"),
    *("𠮷野家😀👨‍👩‍👧", "🙏", "🔟", "1️⃣", "²", "٣", "①", "１", "Ⅸ", "十", "½"),
    *("\u202e倒写的字", "مرحبا بالعالم 123", "a\u0301" * 60, "é" * 300, "عربي" * 400),
    *("停" * 5000, "x" * 5000, "9" * 5000, "😀" * 2500, "12 " * 1700, "投诉 " * 1700, "<" * 5000),
    *("/start", "/help@bot", "v1:d:1:1:submit", "v1:g:0:0:new", "0", "-1", "1e309", "NaN", "０"),
]
VALUES = [
    *("94", "94元", "¥94.50", "-5", "0", "十块", "94 yuan", "a lot", "999999999", "0.001", "1亿"),
    *("昨天晚上八点", "yesterday 8 pm", "2月1日", "明年", "tomorrow", "12 November", "31月50日"),
    *("13426000029", "１３４２６０００２９", "+8613426000029", "134******29", "123", "10000"),
    *("北京市海淀区中关村东路", "Haidian, Beijing", "家里", "13:30-18:00", "张三", "Ann Li"),
    *("9", "九分", "9/10", "11", "1 3", "1、2", "134", "all", "TS26110004277", "ts 2611 000427 7"),
    *("双倍返还", "refund", "道歉并书面说明", "网络太慢", "billing error", "我要退费和道歉"),
]
# What is pressed without having been shown: of other chats, of other days, of nobody.
FORGED = [
    *("", "v1", "v1:::: ", "v2:d:1:1:submit", "submit", "v1:x:1:1:y", "v1:t:9999:1:accept"),
    *("v1:t:-1:0:status", "v1:t:٣:0:status", "v1:t:²:0:status", "v1:d:1:0:submit", "v1:d:0:0:file"),
    *(
        f"v1:t:{'9' * 5000}:1:status",
        "v1:g:0:0:",
        "v1:g:0:0:nobody",
        "v1:d::::",
        "v1:t:1:x:score-9",
    ),
]
# Actions on the present question that it need not have offered.
ACTIONS = [
    *(
        "",
        "submit",
        "change",
        "yes",
        "no",
        "file",
        "keep",
        "new",
        "same:1",
        "same:x",
        "of:1",
        "of:x",
    ),
    *("all", "all:1", "all:9", "all:x", "all:-1", "cat:BIL", "cat:x", "sub:x", "sub:after_cancel"),
    *("pair:BIL:after_cancel", "pair:x", "now", "today", "unknown", "num:0", "num:7", "num:x"),
    *("num:" + "9" * 5000, "share", "more", "fewer", "done", "wish:refund", "refund", "wish:x"),
    *(
        "story",
        "edit:story",
        "edit:x",
        "edit:relation",
        "holder",
        "turn",
        "this",
        "none",
        "notify:x",
    ),
    *("decisions", "surveys:on", "surveys:x", "why:amount", "amount", "why:x", "satisfied", "en"),
    *("person:satisfied", "person:x", "solved:yes", "is:x", "is:", "reopen", "note", "zh-CN", "fr"),
    *("helped", "other", "page", "complaint", "human", "ticket", "no", "ours", "elsewhere"),
    *("question", "fault", "praise", "edit:kind", "edit:company", "go"),
    *("same", "all:" + "9" * 5000),
]
OF_TICKET = [
    *("status", "accept", "reject", "think", "question_proposal", "accept_after_all", "reopen"),
    *("think_again", "fixed", "not_fixed", "add", "remind", "withdraw", "details", "human", "x"),
    *(
        "appeal_leaflet",
        "score-1",
        "score-5",
        "score-9",
        "score-0",
        "score-x",
        "score-later",
        "fails_again",
        "rescore",
        "each",
        "all-3",
        "each-9",
    ),
    *("score-never", "complain", "score-" + "9" * 5000, "", "9", "refile"),
]
