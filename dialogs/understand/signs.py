"""Signs of how something is said: as a question, with a grievance, with thanks, as an idea.

They tell kinds of contact apart where the matter does not: "#mine" is a look at one's own account,
"#but" that something is left to be done.
"""

import re
import unicodedata

READ = 400  # characters that say how somebody begins
SIGNS = {
    "#ask": (
        r"怎么(?!还|都)|如何|怎样|什么(?!人|都)|哪些|哪里|哪儿|哪个|[吗呢](?:[?？。,，]|$)|多少|"
        r"几[天号点]|几[个张](?:[?？]|$|月|工作日)|[能可需要](?:不[能可需要])|可以.*吗|是不是|有没有|是否|多久|请问|想问|"
        r"咨询|了解一下|"
        r"^(?:how|what|which|can(?!'t)|could|do|does|is|are|will|would|should|may|am)\b|"
        r"\b(?:how|where|what|when|which)\s+(?:do|does|can|is|are|much|many|long|papers|plan|"
        r"want to know|like to know|could you tell me|wondering|explain how)\b"
    ),
    "#mine": (
        r"^(?:帮我|麻烦|请|我?想|我要)*(?:再)?(?:查|看看|看下|打[一印])|"
        r"(?:帮我|给我)(?:查|看|打)|"
        r"^我(?:现在|手机里|卡里|名下|套餐里).{0,8}(?:还剩|还有|剩|有)|"
        r"(?:用了|还剩|剩余?)(?:多少|几)|"
        r"我(?:的|现在|这个月|名下|办的|开了|有多少|剩).{0,10}(?:多少|几|什么|哪些|没有|是不是|来着)|"
        r"(?:余额|流量|话费)(?:多少|还有|查询)|欠费(?:了|没)|"
        r"^(?:what|which|when|how|do|have|am|is) .{0,40}\b(?:i|my)\b|"
        r"\bmy .{0,20}(?:so far|left|remaining)\b|\bhow (?:much|many) .{0,30}\b(?:left|i)\b|"
        r"\bi want to see my\b|"
        r"\b(?:what'?s|check|show(?: me)?|see|look up|look at|remind me|remaining|need) (?:my|"
        r"this month'?s?|what i)\b"
    ),
    "#grief": (
        r"凭什么|为什么|为何|乱|多扣|又扣|被扣|扣[了我]|偷扣|莫名|不明|无缘无故|骗|坑|忽悠|套路|"
        r"恶劣|垃圾|太差|差劲|气人|气死|无语|糊弄|推诿|互相推|没人[管理来解告通]|一直[没不]|"
        r"还没(?:有|给|修|来|到)?|至今|到现在|拖|不给|不让|不退|不放|不理|拒绝|根本|擅自|没经过|"
        r"未经|硬给|强制|必须给|不接受|不满意|受够|烦死|不像话|谁来?负责|耽误|要求|退钱|把钱|赔|"
        r"道歉|给我?个?(?:说法|解释|交代)|泄露|冒用|骚扰|推销|明明|对不上|不一样|不是我|冤枉|"
        r"误停|不知道是|私自|从来没|又要|到底|告诉别人|发给了|侵犯|少了|没入账|没授权|没有我的|"
        r"骗子|没退|还在计费|失望|取消不了|退不[了掉]|"
        r"\b(?:rip(?:ped|ping)|overcharg\w*|never (?:agreed|ordered|got|asked)|"
        r"without (?:my|asking|any)|refus\w+|rude|nasty|ignor\w+|unaccept\w+|disgrac\w+|"
        r"ridiculous|awful|useless|worst|terrible|nobody|no one|no reason|"
        r"still (?:not|no|being|the same)|demand\w*|compensat\w+|want a refund|apolog\w+|"
        r"money back|pay me back|trick\w+|leak\w+|stall\w+|sick of|fed up|vanish\w*|"
        r"too (?:much|high)|wrong|unhappy|hung up|lied|lying|scam\w*|rob(?:bed|bing)?|"
        r"you promised|was promised|unpaid yet|yet my|secretly|no idea who|by whom|stuck|"
        r"rejected|incorrect|grab|billed|no reply|can'?t (?:opt|unsub|transfer|cancel)|"
        r"takes cash|nudge|pledged|dangled|typo|money to|so how can)\b"
    ),
    "#broken": (
        r"断网|没网|没信号|无信号|无服务|上不了网|连不上|打不[开了通出]|收不到|不能用|用不了|"
        r"坏了|故障|报修|报障|报个[修障]|红灯|闪退|不读卡|识别不[到了]|没反应|没有?画面|不通|"
        r"没有声音|登录不|加载不|掉线|白屏|开不了|"
        r"\b(?:no (?:signal|service|internet|tone|dial|picture|bars|connection|texts|sim)|"
        r"(?:is|been|are|went) (?:down|off|out)|"
        r"not (?:been )?(?:working|connecting|recogni[sz]ed)|isn'?t working|"
        r"(?:doesn'?t|does not|won'?t|will not) (?:load|work|open|start|let|read)|broken|dead|"
        r"send an engineer|(?:please|needs) (?:repair|fixing)|report (?:it|a fault)|"
        r"(?:cannot|can'?t) (?:make|activate|place)|white screen|nothing loads|closes as soon)\b"
    ),
    "#thanks": (
        r"表扬|点赞|点个赞|赞一个|好评|锦旗|感谢|谢谢[她他]|态度(?:非常|特别|很|真)?好|"
        r"服务(?:真|非常|很|特别)?好|耐心|热情|周到|专业|[很非常]满意|感动|夸|满分|放心|"
        r"效率真?高|帮了大忙|支持你们|修得真快|"
        r"\b(?:praise|well done|great job|kudos|compliment\w*|excellent|brilliant|lovely|"
        r"patient|thanks to|friendly|five stars|commend|impressive|top marks|hats off|"
        r"full credit|thank (?:you|her|him)|keep (?:it up|going)|very happy|great help)\b"
    ),
    "#idea": (
        r"建议|提个|意见(?!书)|希望(?:你们|贵|以后|能|在|账)|就好了|就更好|能不能考虑|想法|"
        r"我觉得.*可以|(?:能不能|可不可以|可以)(?:考虑)?(?:增加|加一?个|出一?个|推出)|"
        r"\b(?:suggest\w*|suggestion|(?:an?|one|small) (?:\w+ )?idea|"
        r"(?:would|'d) be (?:nice|great|good)|you should|please consider|think about|proposal|"
        r"feedback|why not|i hope|it would help|could learn|could use (?:an?|some|more)|"
        r"(?:would|'d) (?:love|like) to see|(?:how|what) about adding|i wish you)\b"
    ),
    "#but": (
        r"可是|但是?|不过|就是|只是|还是|没有?(?:解决|修好|处理)|(?:修|弄|处理|解决)好(?!了)|不好|太[慢差弱]|很[慢差弱]|老是|"
        r"一直|断断续续|来修|(?:希望|建议).{0,8}(?:修好|修一下|解决|处理|退|赔|查清)|"
        r"\b(?:but|however|yet|still|slow|bad|weak|odd|unfortunately|fix|repair|refund)\b"
    ),
}
_SIGNS = tuple((name, re.compile(found, re.IGNORECASE)) for name, found in SIGNS.items())


def signs(words: str) -> frozenset[str]:
    """How something is said: a question, thanks, a grievance, by the names of `SIGNS`."""
    plain = unicodedata.normalize("NFKC", words[:READ]).replace("\u2019", "'").strip()
    return frozenset(name for name, sign in _SIGNS if sign.search(plain))
