"""Words that mean much the same to a complaint desk, a family a line (or several).

People have many words for one thing and none of their letters in common (modem, hub, router), so
pieces of words alone learn slowly. A word of a family also counts as the family. Written from
everyday use; the model still learns from its lines what a family says about a category.
Digits are read as one 0: "4G" is "0g".
"""

ENGLISH = """
abroad: abroad overseas foreign holiday trip travel airport flight cruise ferry border embassy
abroad: spain france italy greece turkey egypt portugal germany austria poland ireland iceland
abroad: america usa canada mexico brazil peru australia japan china india thailand vietnam dubai
abroad: singapore malaysia indonesia bali korea kenya morocco tunisia cyprus malta croatia crete
abroad: paris rome madrid barcelona lisbon berlin vienna athens prague amsterdam dublin oslo
abroad: tokyo bangkok delhi sydney toronto istanbul cairo macau ibiza majorca tenerife europe eu
roam: roam roaming roamed
device: phone mobile handset cell iphone android pixel galaxy samsung nokia device smartphone
indoors: indoors inside kitchen bedroom lounge basement loft office garage attic upstairs desk
signal: signal bars bar coverage reception mast sos lte 0g blackspot network notspot
data: data web internet browsing browse maps video stream streaming youtube whatsapp spotify
call: call ring rang rung phone phoned dial dialled dialling redial caller conversation talk
text: text sms message msg otp passcode code texted mms
missed: missed voicemail unanswered mute silent divert
broken: dead down offline broken kaput gone faulty fails failed dud useless lost kills
fixed: broadband fibre wifi wi-fi internet ethernet landline cable adsl line
box: router modem hub box set-top stb booster extender mesh led lamp lights
speed: mbps mb meg gig gigabit speedtest ookla speed download upload ping latency
slow: slow sluggish crawl snail lag laggy buffer buffering slowly choke
cuts: drop drops dropped dropout cut cuts disconnect stall freeze freezes hang hangs flaps blip
cuts: unstable intermittent flaky stutter
throttle: throttle throttled cap capped limit squeeze restrict restricted
hijack: dns hijack redirect redirected injected popup pop-up tampered url
install: install installation installed fitter fitting appointment engineer technician visit
install: installer openreach slot
moving: move moved moving house flat relocation
works: maintenance upgrade works cutover planned scheduled patching upkeep engineering shutdown
notice: notice warning warned announce announced announcement beforehand advance heads-up prior
everyone: everyone everybody whole entire neighbour neighbours street town village estate city
everyone: district county region area residents postcode widespread mass outage
disaster: storm flood floods flooded typhoon earthquake quake snow blizzard gale hurricane
disaster: lightning landslide mudslide wildfire fire tornado avalanche tsunami eruption ice
money: £ quid pound pounds tenner fiver euro euros dollar pence cash money sum
charge: charge charged charges charging bill billed billing bills invoice invoiced debit debited
charge: fee fees cost payment deducted statement dd taken
credit: credit balance top-up topup topped prepay payg
refund: refund refunded repay repayment reimburse reimbursed owed owe deposit overpaid
cancel: cancel cancelled canceled cancelling cancellation terminate terminated quit left close
off: off disable disabled switched deactivate deactivated stopped ended removed
cancel: closed ended stopped unsubscribe unsubscribed
wrong: wrong mistake error incorrect miscalculated twice double doubled incorrectly
barred: barred bar suspended suspension cut disconnected restricted blocked arrears debt
plan: plan tariff package bundle allowance contract deal sim-only minutes
terms: term terms minimum clause print condition conditions lock-in tie tied exit penalty
price: price prices pricier dearer cheaper hike hiked rise increase rate
downgrade: downgrade downgrading lower smaller lite cheaper basic reduce
consent: consent agree agreed permission authorise authorised approve approved unasked opted
consent: ordered requested signed asked
extra: add-on addon extra extras ringtone ringback subscription subscribe subscribed club
extra: horoscope quiz antivirus membership premium trial
outside: third-party third party partner reverse premium
offer: offer promo promotion campaign advert advertised ad poster leaflet brochure banner sale
prize: prize reward voucher gift bonus raffle draw contest competition hamper winner won win
prize: cashback referral refer points
lie: lie lied lies misleading deceptive false misled mis-sold missold trick
bundle: forced force compulsory obliged must bundled tied
student: student students campus university uni dorm halls freshers college school
unfair: unfair loyal loyalty discrimination existing newcomers joiners pensioner
shop: shop store branch till counter outlet showroom
staff: agent adviser advisor clerk rep staff assistant handler operator employee manager
staff: salesman salesperson colleague representative
rude: rude impolite swore shouted insulted mocked sneered attitude abusive nasty sarcastic
rude: aggressive yelled disrespectful dismissive
wait: queue queued queuing waited waiting wait hold hours ages forty
pass: passed transferred bounced shoved department departments team teams desk
hotline: hotline helpline centre ivr bot robot chat chatbot menu human person engaged
hangup: hung hang slammed click
live: live activate activated activation pending processing reconnect reconnected order stuck
port: port porting ported pac stac switch switching portability transfer
stay: stay stays retention leaving leave persuade beg begged bully save
leak: leak leaked breach exposed personal details privacy private gdpr
identity: identity id passport licence impersonated name names papers
share: disclosed shared showed gave snooped husband wife ex partner family
status: online status whereabouts location track tracking notified alert
spam: spam junk ads marketing unwanted unsolicited betting casino advertising adverts
nuisance: nuisance cold telesales telemarketer robocall robocalls withheld harass harassed pester
scam: scam scammer fraud fraudster phishing con conned fake bogus link posing pretending spoof
scam: duped crook
sim: sim esim chip puk iccid card slot tray
owner: owner previous former prior old recycled reused second-hand
register: register registration registered verification verify selfie face id real-name proof
ticket: ticket case ref reference report reported grievance gripe chaser chasing earlier
reply: reply replied answer response responded callback update news word silence feedback
vow: promise promised pledge pledged vow vowed swore agreed assured guarantee settlement
unhappy: unhappy dissatisfied unsatisfied reopen escalate appeal review dispute reject resolved
unhappy: outcome decision resolution manager boss
app: app login log-in crash crashes crashed screen tap tapping version update client
site: website site portal page homepage online checkout account server error gateway
firm: bank barclays halifax hsbc lloyds natwest santander amazon ebay tesco aldi asda sainsbury
firm: argos dhl evri hermes ups fedex courier parcel post uber taxi deliveroo takeaway ryanair
firm: easyjet airline hotel train gas electricity water energy supermarket insurer vodafone ee
firm: three o2 sky lebara giffgaff
life: landlord tenant rent wages boss neighbour noise noisy party dog doctor gp hospital council
life: bins bus pothole street lamp health police school gym fridge barking cockerel
"""

CHINESE = """
abroad: 国外 境外 出国 海外 香港 澳门 台湾 日本 韩国 泰国 越南 美国 英国 法国 德国
abroad: 新加坡 欧洲 马来西亚 澳洲 俄罗斯 印尼 菲律宾 加拿大 意大利 西班牙 迪拜 落地 出境
roam: 漫游
signal: 信号 搜网 搜不到网 无服务 基站 满格 一格 信号塔
indoors: 家里 屋里 室内 卧室 客厅 电梯 车库 地下室 办公室 阳台 楼道
fixed: 宽带 网线 光纤 光猫 路由器 座机 固话 固定电话 上行 下载速度 装维
box: 机顶盒 光猫 路由器 遥控 指示灯 电视盒子
speed: 测速 网速 兆 千兆 速率 带宽 下载速度
slow: 很慢 太慢 卡顿 转圈 缓冲 龟速 加载 延迟 打不开 刷不动
call: 通话 打电话 接电话 来电 呼叫 拨打 电话
cuts: 断线 掉线 掉话 中断 断开 断断续续 时断时续 断网 挂断 抽风
text: 短信 验证码 彩信
data: 流量 上网 移动数据 数据
install: 安装 装机 移机 师傅 上门 报装 预约 装宽带 搬家 新房
throttle: 限速 降速 达量 被限
hijack: 劫持 跳转 弹窗 广告页 插入
works: 检修 割接 维护 升级 施工 改造 停机维护
notice: 通知 公告 提前 事先 告知 预告 告示 打招呼 知会
everyone: 整个小区 整栋 整条 全镇 全村 全城 大面积 所有人 邻居 附近 全县 县城 片区 同时
disaster: 台风 暴雨 洪水 地震 大雪 冰灾 泥石流 滑坡 雷击 发大水 火灾 冰雹 抢修 抢通
charge: 扣费 扣款 收费 账单 扣了 计费 费用 月租 功能费 信息费 话费 多扣
credit: 余额 充值 预存 话费
refund: 退费 退款 退还 退给 返还 押金 到账 退到
cancel: 取消 退订 关闭 停用 关掉 注销 销户 解约 退掉 拆机 撤销 停掉
wrong: 算错 重复 多算 搞错 计错 对不上 有误 差错
barred: 停机 单停 欠费 复机 误停
plan: 套餐 资费 月租 档位 合约 套餐包
terms: 合约期 违约金 最低消费 保底 协议 在网 条件 小字 限制 绑定
price: 涨价 更贵 便宜 涨了 原价 低价
downgrade: 降档 改低 降低 保号 降套餐 低档 不能降
consent: 同意 擅自 强制 私自 偷偷 莫名 未经 授权 确认 默认 点头 允许
extra: 增值业务 彩铃 会员 包月 订购 流量包 来电秘书 铃音 手机报 云盘 试用 附加包
outside: 第三方 代扣 代收 合作方 合作商 游戏 支付 科技公司
offer: 活动 优惠 宣传 广告 促销 海报 推销 传单 宣传单
prize: 奖品 奖励 中奖 抽奖 礼品 赠送 积分 兑换 返现 排名 获奖 发货
lie: 虚假 误导 骗人 忽悠 套路 夸大 欺骗
bundle: 捆绑 搭售 必须 强制 非要 非得 逼着
student: 学校 学生 校园 宿舍 新生 大学 寝室 开学 校园卡
unfair: 老用户 新用户 杀熟 歧视 区别对待 不公平 老客户 新客户 差别
quota: 名额 限量 抢光 库存 满额 先到先得
shop: 营业厅 门店 柜台 窗口 网点 店里 营业员 店员
staff: 客服 话务员 工作人员 柜员 专员 坐席 座席 业务员 专席
rude: 态度 恶劣 不耐烦 骂人 礼貌 凶 语气 嚷嚷 吵架
wait: 排队 半天 取号 磨蹭 慢吞吞 效率 慢悠悠
hotline: 热线 人工 机器人 转人工 占线 接通
hangup: 挂断 挂了 挂机 挂我电话 挂掉
shift: 推诿 踢皮球 扯皮 推来推去 皮球
tip: 红包 辛苦费 私下 现金 私自收费 材料费
live: 开通 激活 生效 恢复 处理中 复机
stop: 关停 下架 终止 停售 下线 退网 封了 停掉
port: 携号 转网 携转 携出 携入 授权码 带号
stay: 挽留 维系 劝我 劝了
leak: 泄露 隐私 个人信息 卖了 外传 流出 资料
identity: 身份证 冒用 盗用 冒名 名下 证件 开户 身份
share: 详单 通话记录 清单 机主资料 透露 告诉别人 前妻 前夫 明细
status: 开机提醒 开机 关机 行踪 在线 位置
spam: 垃圾短信 广告短信 营销短信 推广短信 广告 屏蔽 赌博 博彩
nuisance: 骚扰 推销电话 轰炸 陌生号码 响一声 拉黑 贷款 陌生来电 换号
scam: 诈骗 冒充 钓鱼 链接 转账 被骗 假 公检法 网址 盗刷 汇款 假冒
sim: 读卡 卡槽 识别 插卡 补卡 不认卡 写卡
owner: 原机主 前主人 二次放号 别人用过 前机主 原主人 二手号 绑定
register: 实名 人脸 过户 登记 认证 刷脸
ticket: 工单 上次投诉 投诉编号 单号 之前的投诉 催办 催一下 上次 那个投诉
reply: 回复 答复 回音 没人联系 下文 音讯 进度 消息 结果
vow: 答应 承诺 兑现 反悔 协商 谈好 保证 说话不算数 讲好 谈妥
unhappy: 不满意 不接受 重新处理 敷衍 关单 结了 不认可 升级 复议 重开
app: 闪退 客户端 登录 登不上 安卓 小程序 白屏 版本 苹果版 软件
site: 网上营业厅 网厅 官网 页面 平台 服务器 商城 网站 充值页面
firm: 快递 顺丰 圆通 中通 银行 淘宝 京东 拼多多 供电局 电网 外卖 美团 物业
firm: 滴滴 燃气 水务 网约车 另一家 别家 航空 工商银行 建行
life: 邻居 楼上 楼下 装修 工资 拖欠 医保 路灯 房东 食堂 医院 公交 医生 老板 菜市场 噪音 停车 健身房
"""


def _kin() -> dict[str, tuple[str, ...]]:
    kin: dict[str, tuple[str, ...]] = {}
    for line in (ENGLISH + CHINESE).split("\n"):
        family, _, words = line.partition(":")
        for word in words.split():
            kin[word] = (*kin.get(word, ()), f"#{family}")
    return kin


KIN = _kin()
ENDINGS = ("'s", "s", "ed", "ing", "er", "ers")


def families(word: str) -> tuple[str, ...]:
    """The families of a lower-case word, also without its ending: "routers" -> ("#box",)."""
    if word in KIN:
        return KIN[word]
    for ending in ENDINGS:
        if word.endswith(ending) and word.removesuffix(ending) in KIN:
            return KIN[word.removesuffix(ending)]
    return ()
