"""Words that say the same thing, for finding articles: a question about Osaka is one on roaming.

A word may belong to several themes. Chinese words are found anywhere in a run of characters,
others by their stem, so that an ending needs no line of its own.
"""

WORDS = """
plan: 套餐 资费 档 档位 主套餐 套卡 plan plans tariff bundle package offer offers
change: 换 改 变更 调整 更换 升 降 改成 换成 升级 change switch upgrade downgrade alter modify
change: move 改资费 调到 调低 调高 换资费 月中 马上生效 下月生效
cheap: 便宜 贵 划算 实惠 省钱 压力 优惠 低价 最低 最小 cheap cheaper dear expensive value lowest
cheap: smallest afford strain
price: 价 价格 价钱 收费 多少钱 怎么算 计价 单价 几块 几毛 按什么价 资费 cost price rate fee much
minute: 分钟 通话 语音 打电话 minute minutes voice talk
data: 流量 上网 上一兆 G 兆 手机网 网页 data gig gigs gb megabyte mb browsing
online: 上网 连网 联网 网络 internet online connect wifi
addon: 业务 增值 彩铃 会员 爱奇艺 腾讯 优酷 网易 视频会员 小说 阅读 来电管家 来电提醒 来电显示
addon: 铃音 手机报 彩信 订阅 包月 试用 ringtone ringback membership subscription netflix spotify
addon: trial assistant e-book magazine club voicemail
stop: 取消 退订 关闭 关掉 停掉 停了 退掉 去掉 不想要 不再 终止 cancel unsubscribe stop end disable
stop: remove terminate quit off
unknown: 不认识 陌生 没见过 不清楚 没订过 谁家 哪家 谁的 来历 信息费 信息服务费 代收 代扣 第三方
unknown: 合作方 unknown stranger unfamiliar whose provider behind third-party collected
contract: 合约 合同 协议 约定 承诺 在网 到期 未到期 绑定 解绑 违约 违约金 期限 三年 两年 五年
contract: contract agreement commitment commit promised term tied penalty expire unexpired years
leave: 提前 中途 走人 退网 拆机 拆掉 解约 不要了 吐出来 leave leaving early terminate break
bill: 账单 出账 账期 费用 明细 构成 月结 结算 对账 哪几项 bill statement items breakdown 折算 按天
bill: 每一项 总额 代表什么 odd
higher: 高 多了 涨 变多 这次 这回 一百二 九十 higher jumped more usual
list: 详单 清单 通话记录 通话单 记录 哪几个电话 对方号码 list records record log details printout
list: calls 几个月前 备案 派出所 police texts months ago
balance: 余额 剩多少 还剩 还有多少 够不够 账户 卡里 balance left remaining credit
lookup: 查 看 自助 哪里看 核对 check see look find
topup: 充值 交费 缴费 交了 付了 充 冲 支付宝 微信 到账 top-up topup recharge paid pay alipay
topup: wechat payment 看不到这笔钱 尾号 缴 没加上 digits
wrongly: 输错 充错 冲错 冲到 别人 陌生人 错了 一位 wrong digit mistake stranger somebody else
refund: 退费 退款 退钱 退的 退我 返还 拿回 要回 取出 押金 怎么拿 提现 银行卡 refund refunded
refund: return deposit withdraw bank reimburse 说好退 答应退 没变化 agreed prepayment
suspend: 停机 停了 被停 被关 单停 双停 复机 开机 欠费 欠的 没交钱 催缴 suspend suspended cut
suspend: barred owe owed arrears reconnect 忘记缴费 补上 补交 开通 恢复 多长时间可以打 forgot
suspend: restored
pause: 停机保号 保号 报停 冻 先停 留着 保留 外派 出国一年 暂停 pause freeze ice hold posted
pause: 不在国内 半年 一年 长期不用 号码不想丢 回国
rollover: 结转 清零 剩下 没用完 用不完 用不掉 攒 留到 下个月 下月 月底 rollover roll unused
rollover: leftover carry vanish 过了这个月 还算数 作废 到月底 下个月还 count expire
fast: 太快 两天 没了 见底 用光 一天 偷跑 后台 消耗 哪儿用掉 gone ran drain eats background
slow: 慢 限速 降速 龟速 卡 转圈 费劲 缓冲 不限量 达量 变慢 slow throttle crawl buffer unlimited
abroad: 国外 境外 出国 漫游 海外 港澳 香港 澳门 台湾 日本 大阪 东京 京都 韩国 首尔 釜山 泰国 曼谷
abroad: 普吉 新加坡 马来西亚 吉隆坡 越南 印尼 巴厘 菲律宾 柬埔寨 老挝 缅甸 印度 尼泊尔 迪拜 阿联酋
abroad: 沙特 土耳其 埃及 南非 俄罗斯 莫斯科 英国 伦敦 法国 巴黎 德国 柏林 意大利 罗马 西班牙
abroad: 葡萄牙 希腊 瑞士 荷兰 欧洲 美国 纽约 洛杉矶 加拿大 温哥华 墨西哥 巴西 澳洲 澳大利亚 悉尼
abroad: 新西兰 异国 国际 abroad overseas roaming foreign hong kong macau taiwan japan osaka tokyo
abroad: korea seoul thailand bangkok singapore malaysia vietnam bali philippines india dubai
abroad: turkey egypt africa russia moscow britain england london france paris germany berlin italy
abroad: rome spain portugal greece swiss europe america usa york canada mexico brazil australia
abroad: sydney zealand international
trip: 出差 旅游 旅行 飞 出境 落地 航班 游玩 trip travel holiday fly flying visit arrive arrived
trip: landing
dial: 拨 打给 打到 前面加 怎么按 拨号 前缀 国际长途 长途 国内往 权限 dial phoning ring prefix
port: 携号 携转 转网 转到 换家 换一家 别家 换公司 另一家 移动 联通 电信 广电 不换号 号码不变 带号
port: 授权码 CXXZ cxxz port porting unicom company operator provider carrier authorisation qualify
refused: 不让 不给 不能 不符合 未到期 被拒 拒绝 限制 凭啥 凭什么 回我 拦 refused cannot
refused: restriction blocked grounds eligibility unexpired
identity: 身份证 实名 人脸 刷脸 认证 名下 护照 证件 开号 几个号 几张卡 开几个 identity id face
identity: recognition verify register passport 几个手机号 几个号码 名下号 未成年 开卡 fifteen
identity: twelve student minor
owner: 过户 机主 户主 改名 归我 转给 老公 老婆 前夫 前妻 爸 妈 去世 过世 继承 owner holder
owner: transfer husband wife ex father mother died passed inherit
sim: SIM 补卡 换卡 芯片 不认 读卡 无效卡 磨 剪 掰 卡槽 sim chip scratched replace broken cut
sim: snapped
esim: eSIM esim 电子卡 手表 平板 iPad 一号双终端 electronic watch tablet ipad wearable
lost: 丢 掉了 掉进 掉江 偷 被偷 摸走 落在 不见 挂失 捡 遗失 抢 lost stolen pinched river taxi
lost: thief gone snatched fell
house: 搬 移机 搬家 新家 换房 换到 住了 新址 迁 租 house moving flat home address relocate lease
house: office
line: 宽带 光纤 网线 家里那条 光猫 路由 broadband fibre router modem
down: 断网 上不了网 不可上网 连不上 不通 红灯 los 打不开 报修 修 坏 故障 down offline red fault
down: repair engineer access blinking broken
test: 测速 网速 千兆 百兆 五百兆 兆宽带 实际速度 验证 达标 下载 speed test gigabit megabit measure
test: download upgraded 兆 签约 达不到 正常吗 measured speeds eighty
signal: 信号 没几格 几格 满格 无服务 听不清 掉话 搜网 基站 厂区 车库 电梯 地下 村 signal reception
signal: bars bar coverage garbled basement village roof lift
close: 销户 注销 销号 不用了 彻底 副号 空着 旧号 老号 close closed unused lies shut deregister
invoice: 发票 票 抬头 税 报销 开票 invoice invoices fapiao vat tax expenses company
appeal: 申诉 工信部 通信管理局 12300 不满意 不服 告 上级 主管部门 appeal ministry regulator
appeal: satisfied dispute oversee authority
progress: 投诉 进度 答复 多久 工单 受理 处理 几天 complaint progress ticket status handled contact
privacy: 隐私 个人信息 资料 泄露 删除 保存 privacy personal leak delete
elder: 老人 老年 爸妈 父母 爷爷 奶奶 长辈 七十 八十 elderly senior parents mum dad grandma grandpa
elder: pensioner 老伴 岁数
nuisance: 骚扰 推销 垃圾短信 诈骗 骗 陌生来电 拦截 屏蔽 广告 nuisance spam scam fraud sellers
nuisance: sales block telesales
"""


def _themes() -> dict[str, tuple[str, ...]]:
    themes: dict[str, tuple[str, ...]] = {}
    for line in WORDS.strip().split("\n"):
        name, _, words = line.partition(":")
        for word in words.lower().split():
            themes[word] = (*themes.get(word, ()), f"#{name}")
    return themes


THEMES = _themes()
