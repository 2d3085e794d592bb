"""What the people in the window say and write, in each language: one household's troubles."""

from dataclasses import dataclass

from dialogs.model import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One person's words. `story` leaves everything open, `whole` nothing; `two` are two matters,
    `bare` two with gaps. The rest is what staff and the person say of their ticket."""

    language: Language
    story: str
    whole: str
    two: str
    bare: str
    more: str
    broken: str
    question: str
    nowhere: str
    unsure: str
    elsewhere: str
    when: str
    place: str
    number: str
    wish: str
    again: str
    thanks: str
    asked: str
    finding: str
    reply: str
    reason: str
    item: str
    proof: str
    body: str
    cause: str
    held: str
    agreed: str
    bill: str


ZH = Sample(
    language="zh-CN",
    story="你们乱扣费",
    whole="2月1日我关闭了上网功能，2月27日仍被扣流量费94元并停机，在北京，号码13426000029，要求双倍返还",
    two="家里宽带从昨天早上起断网了，在海淀区中关村大街1号，请尽快修好。"
    "另外上个月话费多扣了30元，请退给我。我的电话13426000029。",
    bare="家里宽带断了三天。另外上个月话费多扣了30元。",
    more="还有一件事，营业厅的人态度恶劣，昨天在朝阳路营业厅骂我，要求道歉",
    broken="家里宽带断网了，报修，海淀区中关村大街1号",
    question="怎么携号转网要什么条件",
    nowhere="请问营业厅旁边能停自行车吗",
    unsure="昨天来的师傅态度很好，可是家里宽带还是上不了网",
    elsewhere="我要投诉中国移动，上个月多扣了我三十块",
    when="2月1日",
    place="北京市海淀区中关村大街1号",
    number="13426000029",
    wish="双倍退我188元，并书面道歉",
    again="又不行了",
    thanks="昨天来装宽带的李师傅服务真好，特别耐心，想表扬一下",
    asked="请发一张2月账单的截图，含流量费那一行。",
    finding="您2月1日已关闭上网功能，之后产生的94元流量费属于误收。",
    reply="已调取2月的计费记录，正在核对关闭时间。",
    reason="只退一倍，不符合承诺",
    item="误收的流量费",
    proof="退费流水 CR-2026-0227",
    body="北京市通信管理局",
    cause="光缆被施工挖断，已接通",
    agreed="谢谢",
    held="要等漫游地运营商的计费记录",
    bill="2月账单上误收的是这一笔",
)
EN = Sample(
    language="en",
    story="You keep taking money from me",
    whole="I switched data off on 1 February, was still charged 94 yuan for data on 27 February "
    "and cut off. I'm in Beijing, my number is 13426000029, and I want double back.",
    two="My broadband at 1 Zhongguancun Street, Haidian, Beijing has been down since yesterday "
    "morning, please repair it. Also I was overcharged 30 yuan last month, please refund it. "
    "My phone is 13426000029.",
    bare="My home broadband has been down for three days. "
    "Also I was overcharged 30 yuan last month.",
    more="Another thing: staff in your Chaoyang Road shop shouted at me yesterday, "
    "I want an apology",
    broken="My broadband is down, please repair it, 1 Zhongguancun Street, Haidian, Beijing",
    question="How do I port my number, what are the conditions?",
    nowhere="Can I park a bicycle beside your shop?",
    unsure="The technician yesterday was very kind, but my broadband still does not work",
    elsewhere="I want to complain about China Mobile, they overcharged me 30 last month",
    when="1 February",
    place="1 Zhongguancun Street, Haidian, Beijing",
    number="13426000029",
    wish="Twice the sum, 188 yuan, and an apology in writing",
    again="It's broken again",
    thanks="The technician who set up my broadband yesterday was wonderful, I'd like to thank him",
    asked="Please send a picture of your February bill with the line for data.",
    finding="You switched data off on 1 February; "
    "the 94 yuan charged for data after that was our mistake.",
    reply="We have the billing records for February and are checking when data was switched off.",
    reason="You promised double, and this is single",
    item="Data charged by mistake",
    proof="refund CR-2026-0227",
    body="Beijing Communications Administration",
    cause="Building work had cut a fibre; it is joined again.",
    agreed="Thank you",
    held="the other network has yet to send its billing record",
    bill="this is the sum charged by mistake on the February bill",
)
SAMPLES = {one.language: one for one in (ZH, EN)}
