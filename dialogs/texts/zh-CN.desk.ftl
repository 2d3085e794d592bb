## 工作台：页面

desk-title = 工作台
desk-brand = 投诉工作台
desk-skip = 跳到正文
desk-nav = 主导航
desk-queue = 队列
desk-tasks = 待办
desk-tasks-count = 待办 { $count }
desk-who = { $name } · { $role }
desk-sign-out = 退出
desk-language = 语言
desk-language-other = English
desk-language-other-tag = en
desk-back = 返回队列

## 工作台：登录

desk-signin-title = 登录工作台
desk-signin-how = 工作台用一次性链接登录。请管理员在服务器上运行：
desk-signin-command = redress staff add 姓名 --role agent
desk-signin-roles = 角色可以是 agent（客服）、handler（经办人）、supervisor（主管）、director（总监）、admin（管理员）。命令会打印一个链接，用它打开工作台；每个链接只能用一次，登录后 12 小时内有效。
desk-signin-spent = 这个链接已经用过或已过期。请再要一个新的。

## 工作台：打不开

desk-gone-404 = 没有找到这一页。
desk-gone-403 = 您的角色不能做这一步。
desk-gone-other = 没看懂这个请求，什么都没有改动。
desk-gone-home = 回到队列

## 工作台：队列

desk-tab-mine = 我的
desk-tab-unclaimed = 未认领
desk-tab-open = 全部在办
desk-tab-waiting = 等用户
desk-tab-due = 即将到期
desk-tab-ended = 已结束
desk-search = 搜索
desk-search-label = 按工单号、电话号码或文字搜索
desk-search-hint = 工单号 / 电话 / 文字
desk-search-found = “{ $search }”的搜索结果（含已结束）：{ $count } 件
desk-search-clear = 清除搜索
desk-department-any = 全部部门
desk-department-label = 部门
desk-filter = 筛选
desk-column-left = 剩余时间
desk-column-matter = 事项
desk-column-state = 状态
desk-column-owner = 负责人
desk-column-phone = 号码
desk-column-level = 级别
desk-column-number = 工单号
desk-empty-mine = 您名下没有在办的工单。可以到“未认领”里接一件。
desk-empty-unclaimed = 没有等待认领的工单。
desk-empty-open = 没有在办的工单。
desk-empty-waiting = 没有在等用户的工单。
desk-empty-due = 24 小时内没有到期的工单。
desk-empty-ended = 还没有结束的工单。
desk-empty-search = 没有找到。可以试试完整的电话号码、工单号，或用户原话里的词。
desk-more = 显示更多
desk-keys = 按 j、k 移动，Enter 打开，/ 搜索
desk-nobody = 未认领
desk-left = 剩 { $span }
desk-left-over = 超时 { $span }
desk-left-none = 无期限
desk-span-days = { $hours ->
    [0] { $days } 天
   *[other] { $days } 天 { $hours } 小时
}
desk-span-hours = { $minutes ->
    [0] { $hours } 小时
   *[other] { $hours } 小时 { $minutes } 分
}
desk-span-minutes = { $minutes } 分钟
desk-level = 级别
desk-level-1 = 轻微
desk-level-2 = 一般
desk-level-3 = 重大
desk-flag-appeal = 外部申诉中
desk-flag-inadmissible = 待确认不受理
desk-flag-reopened = 第 { $count } 次重开
desk-flag-reminded = 催办 { $count } 次
desk-flag-rounds = 第 { $count } 轮协商

## 工作台：待办

desk-tasks-empty = 没有待办。回访、转人工、联系不上的用户会出现在这里。
desk-task-done = 已完成
desk-task-open = 打开
desk-task-show = 显示号码
desk-task-chat = 还没有工单的对话
desk-task-call = 电话
desk-task-score = { $score } 分 { $said }
desk-task-for = 由{ $role }处理
desk-task-shown = 已记入时间线

## 工作台：工单

desk-made = 已完成：{ $move }
desk-sections = 本页内容
desk-acts = 可做的操作
desk-acts-none = 现在没有需要您做的操作。
desk-chat = 对话
desk-chat-with = { $channel } · { $reader }
desk-chat-them = 用户
desk-chat-bot = 服务助手
desk-chat-empty = 还没有对话。
desk-chat-edited = 修改过
desk-chat-was = 原来是：
desk-chat-note = 内部，用户看不到
desk-chat-join = 加入对话
desk-chat-join-hint = 服务助手会停下来，用户会看到您的名字
desk-chat-hand-back = 交还给服务助手
desk-chat-joined = 同事在对话中，服务助手静默到 { $until }
desk-chat-unreachable = 这个渠道联系不上用户了，请打电话，并在内部备注里记录。
desk-chat-without = 没有工单的对话
desk-chat-without-hint = 用户请求人工时还没有提交投诉。加入后直接写给用户；交还后，服务助手会接着问没答完的问题。
desk-chat-say = 写给用户
desk-chat-send = 发送
desk-chat-wrong = 请写点内容再发送。
desk-file-photo = 图片
desk-file-voice = 语音
desk-file-video = 视频
desk-file-document = 文件
desk-file-away = { $name }（还在接收）
desk-file-wanted = 接收中
desk-file-kept = 已保存
desk-file-refused = 未保存
desk-story = 用户原话
desk-facts = 投诉资料
desk-fact-number = 投诉号码
desk-fact-phone = 联系电话
desk-fact-reach = 另一联系方式
desk-fact-name = 姓名
desk-fact-relation = 与号码的关系
desk-fact-window = 方便的时段
desk-fact-channel = 渠道
desk-fact-language = 语言
desk-fact-when = 发生时间
desk-fact-place = 地点
desk-fact-amount = 争议金额
desk-fact-offered = 方案合计
desk-fact-wish-by = 期望时间
desk-fact-before = 此前反映
desk-fact-promise = 引用的承诺
desk-fact-opened = 受理时间
desk-fact-liability = 责任认定
desk-fact-finding = 核查结果
desk-fact-approved = 已批准金额
desk-fact-hold = 暂缓原因
desk-fact-inadmissible = 不予受理的理由
desk-fact-appeal = 外部申诉编号
desk-fact-called = 最近一次去电
desk-fact-result = 结果
desk-fact-owner = 负责人
desk-fact-department = 部门
desk-fact-next = 答应用户的日期
desk-show = 显示完整号码
desk-show-why = 为什么要看？会记入时间线。
desk-look-call = 联系用户
desk-look-account = 核对账户
desk-look-carry_out = 办理退费或业务
desk-shown = 完整号码已显示，并记入时间线。离开本页即隐藏。
desk-relation-holder = 本人
desk-relation-agent = 受机主委托
desk-relation-user = 使用人，不是机主
desk-relation-third_party = 其他人
desk-channel-telegram = Telegram
desk-channel-wechat = 微信
desk-channel-web = 网页
desk-channel-console = 终端
desk-answer-yes = 是
desk-answer-no = 否
desk-wish-offer = 诉求与方案
desk-wish = 用户的诉求
desk-offer = 我们的方案
desk-done = 办理
desk-by-date = { $date } 前
desk-done-on = { $at } 已办妥
desk-proposals = 方案记录
desk-round = 第 { $round } 次 · { $by } · { $at }
desk-outcome-open = 等用户答复
desk-outcome-accepted = 已接受
desk-outcome-rejected = 未接受
desk-outcome-withdrawn = 已收回
desk-outcome-lapsed = 已失效
desk-rejected-because = 不接受的原因：{ $reason }
desk-new-wish = 新的要求：{ $wish }
desk-final = 最终意见
desk-clocks = 时限
desk-clock-met = 按时完成
desk-clock-breached = 超时完成
desk-clock-cancelled = 不再适用
desk-clock-paused = 暂停中
desk-clock-item = 第 { $item } 项
desk-timeline = 时间线
desk-change = → { $state }
desk-scores = 用户评价
desk-score = { $score } 分
desk-solved-yes = 已解决
desk-solved-partly = 部分解决
desk-solved-no = 没有解决
desk-related = 同号码的其他工单
desk-papers = 材料
desk-result-solved = 已解决
desk-result-unconfirmed = 用户未确认
desk-result-not_agreed = 未达成一致
desk-result-withdrawn = 用户撤回
desk-result-no_answer = 方案无人答复
desk-result-invalid = 不予受理
desk-result-decided_outside = 由通信管理部门处理
desk-note-call = 已打电话联系用户
desk-note-told = 答复已用其他方式送达用户
desk-step-filed = 受理
desk-step-checked = 核查
desk-step-offered = 方案
desk-step-carried = 执行
desk-step-confirmed = 确认
desk-step-closed = 结案

## 工作台：表单

desk-act-confirm-inadmissible = 确认不予受理
desk-send = 提交
desk-send-to = 发送给用户
desk-send-again = 看过了，仍然提交
desk-preview = 预览
desk-preview-title = 用户将看到（{ $reader }）
desk-preview-now = 提交后立即发送
desk-preview-later = 用户休息时间，将在 { $at } 发送
desk-preview-edit = 更新用户已有的卡片，不发提醒
desk-preview-silent = 不主动发送，用户查进度时可见
desk-preview-none = 这一步不会给用户发消息。
desk-optional = 选填
desk-choose = 请选择
desk-overtaken = 在您填写时，工单有了新变化，所以没有提交。您写的内容都在：
desk-overtaken-now = 现在的状态：{ $state }
desk-conflict = 工单刚刚有了新变化，没有提交。请看一下最新情况再试。
desk-news = 这张工单有新变化，您正在写的内容没有动。
desk-news-look = 查看最新
desk-wrong-amount = “{ $typed }”不是金额。请写数字，例如 94 或 94.50，最多两位小数。
desk-item = 第 { $place } 项
desk-item-code = 处理方式
desk-item-words = 说明（选填）
desk-item-money = 金额（元）
desk-item-due = 完成日期
desk-item-more = 再加几项
desk-field-reply = 回复内容
desk-field-promised = 答应的日期
desk-field-ask = 要用户补充的一项信息
desk-field-note = 备注
desk-field-call = 已打电话联系用户
desk-field-told = 答复已用电话、信件等其他方式送达
desk-field-answer = 用户的补充
desk-field-solve = 做了什么
desk-field-refile = 补充了什么
desk-field-liability = 责任
desk-field-finding = 核查结果
desk-field-items = 方案内容
desk-field-reviewed = 已对照用户的诉求核对
desk-field-proof = 办理凭证
desk-field-wish-met = 完全按用户的诉求办理
desk-field-amount = 金额（元）
desk-field-final = 最终意见和理由
desk-field-decision = 通信管理部门的处理结果
desk-field-department = 部门
desk-field-reason = 原因
desk-field-hold-until = 复查日期
desk-field-new-date = 新的日期
desk-field-item = 哪一项
desk-field-inadmissible = 理由
desk-field-mend = 用户怎样补充就能继续
desk-field-why = 说明
desk-field-reference = 申诉编号
desk-hint-promised = 回复里答应了日期就填上，到期前会提醒您。
desk-hint-ask = 一次只问一项，还可以再问 { $left } 次。
desk-hint-finding = 用户会看到。写查到的事实，不猜测。
desk-hint-items = 每项选一种处理方式并写明完成日期，没用到的行留空。
desk-hint-proof = 用户会看到，例如退费流水号、测速结果。
desk-hint-answer = 用户在电话或别处补充的，记在这里。
desk-hint-final = 用户会看到。前后说法一致，写清理由。
desk-hint-hold = 最多 { $days } 天；用户会看到原因和日期。
desk-hint-mend = 留空就用标准说法。

## 工作台：写给用户

desk-joined = 您好，我是{ $name }，现在由我接着帮您，您直接说就行。
desk-handed-back = 人工对话先到这里，由我（服务助手）接着帮您。还要找人，发“人工”。
desk-said = { $name }：{ $words }

## 工作台：时间线里自己的条目

move-view = 查看完整号码
move-join = 加入对话
move-hand_back = 交还给服务助手
