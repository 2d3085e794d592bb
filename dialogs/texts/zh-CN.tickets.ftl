## 工单：发给用户的消息（编号见消息目录）

number-line = 工单 { $no } · { $subject }
the-department = 负责部门
the-question = 一项信息
the-item = 约定的事项
the-authority = 通信管理部门
reason-unnamed = 不接受现在的方案
reason-own-words = 见下面您的原话
reason-late = 经办部门还没有办完
reference-none = （待补）
wish-unnamed = 和原来一样
words-none = （没有文字）
proof-none = 已完成
items-none = （见确认单）
m03-mend = 要补充或有疑问，请发“人工”，由工作人员接着办。
offer = · { $what }
offer-money = · { $what } { $money }
offer-due = · { $what }，{ $due } 前
offer-money-due = · { $what } { $money }，{ $due } 前
offer-proof = · { $what }：{ $proof }

m01 =
    已登记：{ $subject }，工单号 { $no }，已转给{ $department }。
    { $first } 前给您第一次正式答复，最迟 { $final } 给出处理意见。
    发“进度”随时可查。
m02 =
    { $line }
    已为您处理：{ $done }
    请看看是否恢复正常，好没好都告诉我们一声。
m03 =
    { $line }
    这件事我们暂时不能受理：{ $reason }。
    { $mend }
m04 =
    { $line }
    已转给{ $department }，等经办人签收，{ $date } 前告诉您进展。
m05 =
    { $line }
    { $who }已接手，{ $date } 前告诉您核查情况。
m06 =
    { $line }
    为了查得更准，请补充：{ $question }
    没有也没关系，{ $date } 起我们按已知情况继续。
m07 =
    { $line }
    提醒一下，还差这一项：{ $question }
    没有也没关系，{ $date } 起我们按已知情况继续。
m08 =
    { $line }
    下一步要等到 { $date }，原因：{ $reason }
    到时我们主动联系您。
m09 =
    { $line }
    核查结果：{ $finding }
    我们的方案（第 { $round } 次）：
    { $items }
    接受、提意见或想一想都可以；不回复不算同意。
m10 = 接受后我们按此执行。方案执行完毕后，通信管理部门一般不再受理同一事项；执行前您仍可改变主意。
m11 =
    { $line }
    明白了，您的意见：{ $reason }。
    您的诉求：{ $wish }
    { $who }会在 { $date } 前给您新的答复。
m12 =
    { $line }
    方案还在等您的意见。不着急，不回复不算同意。
    { $date } 前后会有同事打电话听听您的想法；有疑问可发“人工”。
m13 =
    { $line }
    很遗憾，这次没能谈拢。我们的最终意见：{ $position }
    您可以向{ $body }申诉，怎么办请看“申诉办法”；也可以补充新情况。
    { $date } 前没有新情况，就按“未达成一致”结案；您申诉的权利不变。
m14 =
    { $line }
    书面确认，我们按下面的内容执行：
    { $items }
    附件是确认单，请保存。执行前您仍可改变主意。
m15 =
    { $line }
    已办妥：
    { $proof }
    请看看是否解决。{ $date } 前没收到您的回复，先记为“未确认”，之后仍可重新处理。
m15r =
    { $line }
    这件事我们已办妥，想请您看看是否解决。
    { $date } 前没收到您的回复，先记为“未确认”，之后仍可重新处理。
m16 =
    { $line }
    抱歉，“{ $item }”要推迟，最晚 { $date } 办好。
    原因：{ $reason }
m17 =
    { $line }
    太好了，谢谢您告诉我们。
    { $date } 前如果又出问题，直接写给我，我们接着处理。
m18 =
    { $line }
    抱歉，问题还没有解决。已交回{ $who }继续处理，{ $date } 前联系您。
m19 =
    { $line }
    没有收到您的回复，先记为“未确认”；{ $date } 前有问题，选“重新处理”就能继续。
    方便的话，请给这次处理打个分：1 分最差，10 分最好。
m20 =
    { $line }
    { $band ->
        [low] 收到您的评分。没让您满意，很抱歉；主管会在 { $date } 前联系您，您也可以选“重新处理”。
       *[good] 谢谢您的评分，这件投诉已结案。有别的事情，随时告诉我。
    }
m21 =
    { $line }
    已重新打开，{ $department }会换一位同事负责，{ $date } 前答复您。
m22 =
    { $line }
    已替您催办，经办人和主管都会收到提醒。
    现在：{ $state }。{ $next }
m23 =
    { $line }
    已按您的意思撤回，我们停止办理。
    以后仍可重新提出；已经约定的内容不受影响。
m24 =
    { $line }
    已请主管跟进，由{ $who }办理，{ $date } 前告诉您进展。
m25 =
    { $line }
    已记录您的申诉编号 { $reference }。我们继续办理，并配合通信管理部门。
m26 =
    { $line }
    现在：{ $state }
    { $next }
m27 =
    { $line }
    15 天内没能给您答复，非常抱歉。您现在就可以向{ $body }申诉，怎么办请看“申诉办法”。
    我们继续办理，{ $date } 前告诉您进展。
m28 =
    { $line }
    核查已有结论，正在拟定方案，{ $date } 前发给您。
m29 =
    { $line }
    { $result ->
        [decided_outside] 通信管理部门已有处理结果，这件投诉据此结案。
       *[not_agreed] 这件投诉按“未达成一致”结案。
    }
    { $date } 前仍可重新处理；您申诉的权利不变。
m31 =
    { $line }
    这份方案要修改，我们先收回，原来的内容不再有效，很抱歉。
    { $who }会在 { $date } 前给您新的答复。
m32 =
    { $line }
    没有等到您对方案的意见，这件投诉先结案，不算您同意。
    { $date } 前选“重新处理”就能继续。
m33 =
    { $line }
    好的，先不执行，原来的约定取消。
    { $who }会在 { $date } 前给您新的答复。
survey =
    { $line }
    { $kind ->
        [repair] 您 { $filed } 反映的问题修好以后，现在还正常吗？
       *[other] 您 { $filed } 反映的问题已经处理完。
    }
    请给这次处理打个分：1 分最差，10 分最好。
survey-reminder =
    { $line }
    { $kind ->
        [repair] 修好以后还正常吗？
       *[other] 这次处理您满意吗？
    }
    选一个分数就行，1 分最差，10 分最好；只提醒这一次。
progress =
    { $line }
    还没有结果，先跟您说一声。现在：{ $state }。{ $next }
reply =
    { $line }
    { $name }：{ $words }

## 工单：下一步

next-registered = 正在转给负责部门，{ $date } 前告诉您进展。
next-dispatched = { $who }签收后开始核查，{ $date } 前告诉您进展。
next-investigating = { $who }正在核查，{ $date } 前告诉您结果或进展。
next-awaiting_user = 等您补充一项信息；没有也可以，我们按已知情况继续。
next-on_hold = { $date } 起继续办理，到时主动告诉您。
next-proposed = 方案在等您的意见；不着急，不回复不算同意。
next-negotiating = { $who }正在准备新的答复，{ $date } 前发给您。
next-deadlock = 最终意见已经给出；您可以接受、补充新情况，也可以申诉。
next-agreed = 正在安排执行，最近一项在 { $date } 前办好。
next-executing = { $who }正在按约定执行，最近一项在 { $date } 前办好。
next-awaiting_confirm = 请看看是否已经解决，告诉我们一声。
next-survey = 已经处理完，等您评分。
next-closed = 没解决的话，可以重新处理。
next-archived = 有新的情况，请重新提交投诉。
next-withdrawn = 以后仍可重新提出。
next-invalid = 要补充缺少的信息，请发“人工”。

## 工单：状态

state-registered = 已登记
state-invalid = 暂不受理
state-dispatched = 已派单
state-investigating = 调查核实
state-awaiting_user = 待补充
state-on_hold = 暂缓办理
state-proposed = 方案待确认
state-negotiating = 协商中
state-deadlock = 协商未果
state-agreed = 已达成一致
state-executing = 方案执行中
state-awaiting_confirm = 待确认
state-survey = 待评价
state-closed = 已结案
state-archived = 已归档
state-withdrawn = 已撤回

## 工单：按钮

button-accept = 接受
button-accept-after-all = 接受方案
button-reject = 提意见
button-think = 想一想
button-think-again = 改变主意
button-question-proposal = 先问一句
button-fixed = 解决了
button-not-fixed = 没解决
button-reopen = 重新处理
button-status = 查进度
button-remind = 催办
button-add = 补充情况
button-withdraw = 撤回投诉
button-appeal-leaflet = 申诉办法
button-score-later = 以后再说
button-score-never = 不再评价

## 工单：工作台上的动作

move-submit = 提交
move-refile = 补充后重新受理
move-solve = 当场解决
move-dispatch = 派单
move-claim = 认领
move-sign_in = 签收
move-return_routing = 退回派单
move-inadmissible = 不予受理
move-admissible = 改为受理
move-ask = 请用户补充
move-answer = 记录用户的补充
move-silence = 用户未补充，继续办理
move-hold = 暂缓办理
move-resume = 恢复办理
move-set_liability = 责任认定
move-ask_approval = 申请金额审批
move-approve = 批准金额
move-propose = 提出方案
move-accept = 接受方案
move-reject = 不接受方案
move-withdraw_proposal = 收回方案
move-no_answer = 方案无人答复，结案
move-final = 给出最终意见
move-accept_after_all = 最终接受方案
move-new_fact = 补充新情况
move-think_again = 改变主意
move-confirm_writing = 书面确认
move-item_done = 一项已办妥
move-done = 全部办妥
move-late = 延期告知
move-done_without_proposal = 已按诉求办妥
move-fixed = 用户确认解决
move-not_fixed = 用户说没解决
move-unconfirmed = 用户未确认
move-score = 评分
move-survey_expired = 评价到期
move-reopen = 重新处理
move-archive = 归档
move-withdraw = 撤回投诉
move-end_deadlock = 申诉处理结果
move-mediated = 调解达成一致
move-remind = 催办
move-escalate = 升级
move-appeal = 登记外部申诉
move-summon = 请求人工
move-add = 补充情况
move-reply = 回复用户
move-note = 内部备注

## 工单：角色、责任、任务

role-subscriber = 用户
role-bot = 服务助手
role-clock = 到期处理
role-agent = 客服
role-handler = 经办人
role-supervisor = 主管
role-director = 总监
role-admin = 管理员
liability-operator = 我方责任
liability-user = 用户原因
liability-force_majeure = 不可抗力
liability-third_party = 第三方责任
liability-shared = 双方责任
task-deadline = 时限提醒
task-call_back = 电话联系用户
task-low_score = 低分回访
task-unreachable = 联系不上用户
task-human = 用户请求人工
task-delivery = 消息没有送达
task-approve = 待批准
task-dispatch = 重新派单
task-reopened = 重新处理，需换人
task-remind = 用户催办
task-escalated = 已升级
task-appeal = 外部申诉

## 工单：为什么不行

not-allowed-state = 情况刚有变化，这一步现在做不了，请看最新的进展。
not-allowed-role = 您的角色不能做这一步。
not-allowed-liability = 请先认定责任。
not-allowed-over-limit = 金额 { $offered } 超出您的权限 { $limit }，请先申请审批。
not-allowed-over-disputed = 金额 { $offered } 高于争议金额 { $disputed }，请先申请审批，或引用公开承诺。
not-allowed-no-amount = 请填写金额。
not-allowed-no-reason = 请写明原因。
not-allowed-no-words = 请写明内容。
not-allowed-no-items = 请至少填写一项方案内容，并选择处理方式。
not-allowed-no-item = 请指明是哪一项，已办妥的除外。
not-allowed-no-date = 请填写一个将来的日期。
not-allowed-no-proof = 请填写办理凭证。
not-allowed-not-reviewed = 请先对照用户的诉求核对方案。
not-allowed-not-as-asked = 只有按诉求办妥或故障修复才能直接完成，否则请提出方案。
not-allowed-department = 没有这个部门，请从列表中选择。
not-allowed-returns = 已经退回过一次，请由主管决定去向。
not-allowed-owned = 工单已由{ $owner }负责。
not-allowed-asks = 最多请用户补充 { $most } 次，请按已知情况继续。
not-allowed-hold-too-long = 最多暂缓 { $days } 天，请填写更近的复查日期。
not-allowed-asked-already = 已经有同事提出不予受理，等待主管确认。
not-allowed-not-asked = 还没有同事提出不予受理。
not-allowed-same-person = 提出的人不能自己确认，请另一位主管确认。
not-allowed-rounds = 至少协商 { $least } 轮以后才能给出最终意见。
not-allowed-no-proposal = 还没有可以接受的方案。
not-allowed-old-proposal = 这份方案已经更新，请看最新的一份。
not-allowed-no-call = 请先打电话联系用户并做记录。
not-allowed-item-done = 方案里已有一项办妥，不能整体取消了。还有问题，请直接写给我。
not-allowed-item-done-before = 这一项已经记为办妥。
not-allowed-open-items = 还有约定的事项没有办妥。
not-allowed-reopen-late = 结案已超过 { $days } 天，这张工单不能再重新处理。请重新提交，并写上这个工单号。
not-allowed-score = 请给一个 1 到 10 的分数。
not-allowed-score-late = 这次评价已经结束，谢谢您。
not-allowed-too-early = 刚刚催办过了，经办人已收到；{ $at } 后可以再催。
not-allowed-top-level = 已经是最高级别，由主管跟进。
not-allowed-no-appeal = 没有登记外部申诉。
not-allowed-appeal-open = 外部申诉还没有结果，不能按到期结案。
not-allowed-no-reference = 请填写申诉编号。
