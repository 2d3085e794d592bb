"""What people of the demo say that is heard as more than a complaint."""

from collections.abc import Mapping

# By the code of the catalogue's trigger, in both languages.
SAID: Mapping[str, Mapping[str, str]] = {
    "emergency": {
        "zh-CN": "昨晚老人不舒服，120都打不通，这是要出人命的！",
        "en": "Last night we could not reach 120 when my father fell ill.",
    },
    "mass_outage": {
        "zh-CN": "听说全县都断网了，到底怎么回事？",
        "en": "The whole county is offline, neighbours say.",
    },
    "leak": {
        "zh-CN": "我的通话记录被人查到了，肯定是你们内部泄露了我的信息。",
        "en": "Somebody has my call records: you leaked my data.",
    },
    "regulator": {
        "zh-CN": "我昨天已经向12300投诉了，他们让我先找你们。",
        "en": "I have already filed a complaint with the ministry.",
    },
    "court": {
        "zh-CN": "我已经请了律师，法院也立案了。",
        "en": "I have already filed a lawsuit.",
    },
    "media": {
        "zh-CN": "记者已经来采访过我了，你们看着办。",
        "en": "A reporter has interviewed me about this.",
    },
    "hq_letter": {
        "zh-CN": "我要求集团总部给我书面答复，要盖章的。",
        "en": "I want a signed letter from your headquarters.",
    },
    "cut_off": {
        "zh-CN": "这笔钱有争议我没交，你们就给停机了，家里八十岁的老母亲全靠它联系。",
        "en": "You cut off the line as I refused to pay a disputed fee; my mother is disabled.",
    },
    "blocked": {
        "zh-CN": "再没人管，我们几户人就去堵你们营业厅大门。",
        "en": "We are blocking the entrance of your store.",
    },
    "repaired_again": {
        "zh-CN": "前后上门维修了四次，还是老样子！",
        "en": "It was repaired four times and is still the same.",
    },
    "press": {
        "zh-CN": "再不解决我就发到抖音上曝光。",
        "en": "I will post this on social media.",
    },
    "appeal": {
        "zh-CN": "再拖下去我就去工信部申诉。",
        "en": "I will file an appeal with the ministry.",
    },
    "consumer_body": {
        "zh-CN": "再没结果我就打12315投诉到消协。",
        "en": "I am going to the consumer association next.",
    },
    "lawsuit": {
        "zh-CN": "不给说法我就去法院起诉你们。",
        "en": "Otherwise I will take you to court.",
    },
    "headquarters": {
        "zh-CN": "你们解决不了我就找集团总部。",
        "en": "I will write to your head office.",
    },
    "ultimatum": {
        "zh-CN": "今天下班前必须给我答复，否则后果自负。",
        "en": "Solve it by friday, or else.",
    },
}
ANGRY = {
    "zh-CN": "真是气死我了，你们就是骗子！",
    "en": "I am furious. This is a rip-off.",
}
