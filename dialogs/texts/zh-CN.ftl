## 处处可用

engine-here = 我在的，接着刚才的来：
engine-resumed = 好的，接着刚才的填。
engine-back-to = 回到刚才的问题：
engine-unknown-command = 这个我看不懂。发“帮助”，看看我能做什么。
engine-nowhere = 现在没有可以返回的步骤。要投诉，发“投诉”就可以。
engine-first = 这已经是第一步了。
engine-nothing-to-cancel = 现在没有正在填写的内容。要撤回已提交的投诉，请发“进度”。
engine-no-skip = 这一项不能跳过。有“不清楚”就选它，也可以发“人工”找人帮忙。
engine-alone = 同事有一会儿没回复了，我先接着帮您。还要找人，再发“人工”。
engine-calm = 遇到这样的事，换谁都会生气，给您添麻烦了。随时可发“人工”找工作人员。
engine-offer-human = 也可以发“人工”，请工作人员帮您填写。
engine-edited = 已按您修改的内容更新。
engine-file-kept = 文件收到了，会随投诉一起提交。
engine-voice-kept = 语音收到了，工作人员可以听。我听不懂语音，下面的问题请用文字回答。
engine-help =
    我可以帮您：提交投诉、查看进度、补充材料、回复处理方案、评价结果。
    随时可发：“投诉”“进度”“催办”“人工”“语言”“设置”。
engine-away = 很抱歉，之前有一段时间没能回复您。我们从这里接着来：
engine-moot = 情况刚有变化，这一步不用做了，请看最新的消息。
toast-done = 已收到，不用再点
toast-old = 这个按钮已过期，请看最新的消息
toast-gone = 这张工单不在您的列表里
typed-words = （也可以直接回复：{ $words }）
typed-back = 0 返回

button-new = 我要投诉
button-my = 我的投诉
button-human = 转人工
button-language = 语言 / English
button-submit = 提交
button-change = 修改
button-cancel = 取消
button-unknown = 不清楚
button-more = 更多
button-fewer = 看前面的
button-done = 选好了
button-yes = 是
button-no = 否
button-enough = 先答到这里

## welcome:第一屏

welcome-us = 本公司
welcome-hello =
    您好，我是{ $operator }的投诉服务助手（机器人），随时可发“人工”找工作人员。
    一般三分钟就能提交，{ $rule-answer-days } 天内给您处理意见。
welcome-kept = 您刚才写的内容已经留好，选“我要投诉”就接着办。
welcome-notice =
    为办理投诉，我们会保存您的留言、号码和材料，只用于处理和改进，结案后保留 3 年；您可以随时要求查看、更正或删除。
    选“我要投诉”即表示同意《个人信息告知》第 { $version } 版。
welcome-agree = 选“我要投诉”即表示同意《个人信息告知》第 { $version } 版。
button-file = 我要投诉
welcome-kept-fault = 您刚才写的内容已经留好，选“继续”就登记报修；想按投诉办理，选“我要投诉”。
welcome-notice-fault =
    为办理报修和投诉，我们会保存您的留言、号码和材料，只用于处理和改进，结案后保留 3 年；您可以随时要求查看、更正或删除。
    选“继续”或“我要投诉”，即表示同意《个人信息告知》第 { $version } 版。
welcome-agree-fault = 选“继续”或“我要投诉”，即表示同意《个人信息告知》第 { $version } 版。
welcome-kept-friendly = 您刚才写的内容已经留好，选“继续”就转给同事。
welcome-notice-friendly =
    为转达和答复，我们会保存您的留言和号码，结案后保留 3 年；您可以随时要求查看、更正或删除。
    选“继续”即表示同意《个人信息告知》第 { $version } 版。
welcome-agree-friendly = 选“继续”即表示同意《个人信息告知》第 { $version } 版。
button-go-on = 继续
welcome-cancelled = 好的，这次先不填了。需要时发“投诉”。
welcome-help = 选“我要投诉”开始；也可以先把事情写给我，再选“我要投诉”接着办。
welcome-nudge = 您昨天写的内容还留着，选“我要投诉”就能接着办。
welcome-expired = 您之前写的内容没有提交，草稿留了 7 天，现在已清除。需要时再告诉我。

## complaint:提交投诉

complaint-step = 第 { $step } 步，共 { $of } 步 { $dots }
complaint-story = 请说说发生了什么。想到哪里写到哪里，图片、语音也可以随时发。
complaint-calm = 我明白这件事很急。您说的都照原话记下，提交后主管马上会看到。我先把情况记清楚。
complaint-regret = 给您添麻烦了，很抱歉。我先把情况记清楚。
complaint-private-removed = 您的留言里有证件号、卡号或验证码，办理投诉用不到，已替您去掉。
complaint-category-guess = 您说的大概是下面哪一种？
complaint-category = 请选一类：
complaint-subtype = 具体是哪种情况？
complaint-when = 是什么时候的事？可以写“昨天晚上八点”“11月12日”。
complaint-place = 在哪里发生的？写到区县、街道就行。
complaint-place-network = 哪里的信号或网络不好？请写到小区、楼层或路口，也可以发定位。
complaint-place-store = 是哪家营业厅？写店名或街道都可以。
complaint-amount = 这件事涉及多少钱？写数字就行，单位是元。
complaint-number = 是哪个号码（或宽带账号）的问题？
complaint-contact = 我们怎么联系您最方便？可以写电话，也可以写时段，比如“13:30-18:00”。
complaint-remedy = 您希望怎么解决？可以选几项，也可以自己写。
complaint-another = 好的，这是另一件事，我们另开一件。
complaint-added = 已补充到问题描述里。
complaint-same = 您有投诉正在办理，这次说的是同一件事吗？
complaint-same-ask = 好的，请把要补充的内容发给我。
complaint-change = 要改哪一项？
complaint-card = 我记下了这些，请您核对：
complaint-card-end = 都对的话，请选“提交”。
complaint-several = 您说的像是 { $count } 件事：
several-part = · { $words }
complaint-several-end = 分开办，每件各有工单号、各给答复；号码和联系方式只问一次。
several-about = “{ $matter }”这件：
several-choice = 第 { $place } 件：{ $matter }
complaint-card-all = 都对的话，请选“提交 { $count } 件”。
complaint-change-which = 要改哪一件？
complaint-full-several =
    { $left ->
        [0] 今天能提交的件数已满，这 { $count } 件都没能提交，很抱歉，填好的内容都留着，明天再点“提交 { $count } 件”就行。
       *[other] 今天还能提交 { $left } 件，这里有 { $count } 件，所以都还没有提交，填好的内容都留着。可以选“合成一件”现在提交，也可以明天再点“提交 { $count } 件”。
    }
reach-how = 网页关掉以后，我们怎么找您？也可以写一个电话。
reach-cancelled = 好的，需要时用“您的私人链接”回来看。
reach-help = 写一个电话，或选已有的号码；不留也可以。
reach-noted = 好的。请复制页面上的“您的私人链接”存好，以后打开它就能接着看。
complaint-full = 今天能提交的件数已满，这件没能提交，很抱歉，填好的内容都留着，明天再点“提交”就行。
complaint-cancelled = 已取消，这件没有提交。需要时发“投诉”重新开始。
complaint-help = 问什么答什么就行。发“返回”改上一步，“取消”不填了，“人工”找工作人员；图片和语音随时可以发。
complaint-nudge = 您昨天写的投诉还没有提交，内容都留着。要接着填吗？
complaint-expired = 您的投诉没有提交，草稿留了 7 天，现在已清除。需要时发“投诉”重新开始。
repeat-finished =
    这个号码的“{ $matter }”，您 { $filed } 反映过（工单 { $no }），{ $ended }。
    没有解决的话，可以重新处理：工单号不变，升一级，换一位同事办；结案后 { $days } 天内都可以。
repeat-unhappy =
    这个号码的“{ $matter }”，您 { $filed } 反映过（工单 { $no }），{ $ended }。
    这次另开一件，和上次的工单关联，升一级办理。
    上次的处理，哪里让您不满意？写一两句就行。
repeat-closed = { $closed } 结案
repeat-handled = 已处理完
repeat-linked = 已和您 { $filed } 的工单 { $no } 关联，升一级办理；上次说过的情况不用再说。
repeat-linked-often = 已和您 { $filed } 的工单 { $no } 关联，升一级办理，并已请主管过问；上次说过的情况不用再说。
repeat-apart = 如果说的是另一件事，请选“这是另一件事”，我们单独开一件。
repeat-cancelled = 好的，内容已记在原来的工单里。
repeat-help = 还有要补充的，直接写给我；是另一件事，就选“这是另一件事”。
outage-work = { $area }正在做网络施工，这段时间可能用不了。
outage-work-anywhere = 网络正在施工，这段时间可能用不了。
outage-announced = { $since } 已公告，预计 { $date } 恢复。
outage-open = 什么时候恢复还没有定，定了会告诉已登记的用户。
outage-ask = 选“登记并通知我”，一步就登记好，恢复了就告诉您，其他诉求之后再补充；想单独办理，选“照常提交”。
outage-ask-of = “{ $matter }”这件：选“登记并通知我”，和其他几件一起提交，恢复了就告诉您；想单独办理，选“照常提交”。
outage-noted = 好的，这件提交以后，恢复了就告诉您。
outage-none = 您说的地方现在没有已知的故障，我们接着登记您的情况。
outage-consult = 您那里用不了的话，选“这是投诉”就能登记，恢复了会告诉您。
button-add-me = 登记并通知我
button-file-apart = 照常提交
refused-outage = 请选“登记并通知我”或“照常提交”；不提交了，发“取消”。
button-file-again = 另开一件
button-apart = 分成 { $count } 件
button-as-one = 合成一件
button-submit-all = 提交 { $count } 件
button-other-matter = 看其他几件
button-shared = 号码、联系方式和姓名
same-ticket = { $no } { $matter }
button-new-matter = 这是另一件事
button-this-number = 打 { $number }
button-no-other-way = 不用，我会回来看
button-other-category = 都不是，看全部
button-now = 刚刚
button-today = 今天
button-yesterday = 昨天
button-before = 前天
button-share-number = 发送本机号码
category-pair = { $category } · { $subtype }
ticked = ✓ { $label }
field-story = 问题描述
field-category = 类别
field-when = 时间
field-place = 地点
field-amount = 争议金额
field-number = 号码
field-remedy = 诉求
field-name = 姓名
field-kind = 投诉还是别的
kind-complaint = 投诉
kind-fault = 报修故障
kind-praise = 表扬
kind-suggestion = 建议
kind-question = 只是想问一问
complaint-kind = 您这次是想投诉，还是别的事？
field-company = 哪家公司
complaint-company = 听起来说的是{ $company }，它的电话是 { $phone }。
complaint-elsewhere = 好的，这件没有提交。以后有我们的事，直接写给我。
button-elsewhere = 知道了，我去联系
button-ours = 说的就是{ $operator }
field-relation = 与号码的关系
relation-holder = 本人
relation-agent = 受机主委托
relation-user = 使用人，不是机主
relation-other = 其他
complaint-name = 请写您的真实姓名，书面确认和申诉时要用到。
complaint-relation = 您和这个号码是什么关系？
field-contact = 联系方式
card-category = 类别：{ $value }
card-tags = 还涉及：{ $value }
card-story = 情况：{ $value }
card-long = { $words }（全文 { $count } 字，已完整保存）
card-when = 时间：{ $value }
card-place = 地点：{ $value }
card-amount = 争议金额：{ $value }
card-number = 号码：{ $value }
card-remedy = 诉求：{ $value }
card-wish-by = 期望时间：{ $value } 前
card-before = 此前反映：{ $value }
card-disagree = 您还提到：我们前后的说法不一致
card-promised = 说好的日期：{ $value } 左右
card-promise = 引用的承诺：{ $value }
card-contact = 联系电话：{ $value }
card-window = 方便的时段：{ $value }
card-name = 姓名：{ $value }
card-kind = 类型：{ $value }
card-relation = 与号码的关系：{ $value }
card-unknown = 不清楚
card-matter = 【第 { $place } 件，共 { $count } 件】
card-shared = 【几件事共用】
card-span = { $start } 至 { $end }
card-told = { $value }（“{ $words }”）
card-pin = 您发的定位
card-wish = { $remedy } { $amount }

## 没对上的回答

refused-story-words = 请用文字说说发生了什么，图片可以一起发。
refused-category = 没看出是哪一类。请选一项，或回复第几项，比如“2”。
refused-place = 没看懂这个地点。可以写“海淀区中关村东路”，不清楚也可以。
refused-number-type = 请把号码打出来发给我。
refused-contact-not-own = 这不是您自己的名片。请发送本机号码，或把号码打出来。
refused-contact = 没看懂。可以写一个电话号码，或一个时段，比如“13:30-18:00”。
refused-remedy = 没看懂。请选一项，或回复第几项（比如“1 3”），也可以用自己的话写。
refused-location = 定位收到了，不过现在用不上。
refused-unsupported = 这种消息我看不懂。请用文字、图片或语音告诉我。
refused-card = 请选“提交”“修改”或“取消”；要补充情况，直接写给我就行。
refused-change = 请选要改的那一项，或回复第几项，比如“2”。
refused-same = 请选一项，或回复第几项，比如“2”。
refused-welcome = 请选“我要投诉”，或用文字告诉我发生了什么。
refused-language = 请选一种语言。
refused-settings = 请选一项，或回复第几项，比如“2”。
refused-confirm = 请选一项，或回复“是”或“否”。
refused-reason = 请选一项，或用自己的话告诉我。
refused-wish = 请写下您希望怎么解决，或选“诉求不变”。
refused-words = 请用文字告诉我。
refused-person = 请选一项，或直接写两句。
refused-lobby = 这个选项已经过期，请看最新的消息。

refused-story-short = 请再多写几个字：出了什么问题，什么时候开始的。
refused-story-long = 这段有 { $count } 个字，超过了 { $most } 字的上限。请分两次发，都会保存。
refused-when-future = 这个时间还没到。请写已经发生的时间，比如“{ $example }”。
refused-when-unclear = 没看懂这个时间。可以写成“{ $example }”或“昨天 20:00”，不清楚也可以。
refused-amount-zero = 金额要大于 0。不涉及钱，或者说不准，都可以选“不清楚”。
refused-amount-negative = 金额不用写负号，比如多扣了 94 元就写“94”。
refused-amount-letters = 没看懂这个金额。请只写数字，比如“94”或“94.5”；不清楚也可以。
refused-amount-unclear = 没看懂这个金额。请只写数字，比如“94”或“94.5”；不清楚也可以。
refused-amount-several = 这里有好几个金额。请只写有争议的那一个，单位是元。
refused-amount-decimals = 金额最多两位小数，比如“94.50”。
refused-amount-large = 这个金额太大了，最多可以写 { $most }。请核对一下。
refused-amount-currency = 这里按人民币登记，请把 { $code } 折成元，写个大概的数也行。
refused-number-short = 这个号码好像少了几位。手机号是 11 位；宽带请写账号。
refused-number-long = 这个号码好像多了几位。手机号是 11 位；宽带请写账号。
refused-number-masked = 号码里有星号，看不到完整的数字。请把号码写全。
refused-number-hotline = 这是客服热线。请写有问题的那个号码。
refused-number-several = 这里有好几个号码。请先写其中一个，其余的可以写在问题描述里。
refused-number-private = 这像是证件号或卡号，办理投诉用不到，已经去掉。请写电话号码或宽带账号。
refused-number-unclear = 没看懂这个号码。请写手机号、带区号的固话或宽带账号；找不到号码，可以发“人工”。
refused-sim = 没对上卡号。卡号以 89 开头，共 19 或 20 位；也可以只发最后四位。找不到就选“先答到这里”。
refused-phone-unclear = 没看懂这个电话。请写手机号，或带区号的固话。
refused-score-range = 请打 1 到 10 分：1 分最差，10 分最好。
refused-score-whole = 请打整数分，1 到 10 分。
refused-score-unclear = 请打 1 到 10 分，写数字就行。
refused-name-letters = 请写您的姓名，用文字就行。
refused-name-long = 姓名最多 { $most } 个字。
refused-files-full = 这件投诉已有 { $limit } 个文件，放不下更多了。可以用文字补充。
refused-file-large = 这个文件太大，最多 { $size } MB。请发照片，或只发其中一段。
engine-fresh = 很抱歉，之前填的内容打不开了，我们重新来一遍。
engine-slower = 您发得有点快，我会按顺序一条一条看。都已收到，不用重发。
engine-parked = 很抱歉，您刚才的消息收到了，但没有处理成功，会有工作人员查看。您可以再发一次，或发“人工”。
hotline-line = 客服热线 { $hotline }。
group-private = 为保护您的信息，请点我的头像，在私聊里告诉我。

## consult:回答咨询

consult-hello =
    您好，我是{ $operator }的服务助手（机器人），随时可发“人工”找工作人员。
    聊天内容保存 1 年，用于答复和改进，您可以随时要求删除。
consult-source = 依据：{ $source }
consult-helped-q = 这样说明，帮到您了吗？
consult-none = 这个问题我没有现成的说明。换个说法再问一次也行，或者请工作人员来答。
consult-offer =
    { $shown ->
        [0] 这个问题我没能答上来，很抱歉。
        [1] 这样说明没能解决您的问题，很抱歉。
       *[2] 前面的说明都没能解决您的问题，很抱歉。
    }
    要登记成投诉，让同事来处理吗？您写的话都会带上，不用再说一遍。
consult-helped = 好的，很高兴帮上忙。还有别的事，直接写给我。
consult-declined = 好的，不登记投诉。想法变了，发“投诉”就可以。
consult-cancelled = 好的，这个问题先放下。
consult-help = 选“有帮助”就结束；没帮上，选“换一个说明”，或直接再问。要投诉，选“这是投诉”，您写的话会带上。
button-helped = 有帮助
button-other-answer = 换一个说明
button-read-on = 接着看
button-is-complaint = 这是投诉
button-to-ticket = 说的是办理中的投诉
button-register = 登记投诉
button-no-complaint = 不用登记
refused-consult = 请选一项，或用文字再问一次。

## decide:回复方案

decide-name = 请选“确认接受”，也可以回复您的姓名来确认，姓名会写在确认单上。
decide-renewed = 方案里原来的日期已经过去，上面是从今天重新计算的日期。
decide-confirm = 请再确认一次，方案内容是：
m10-effect = 接受后我们按此执行。方案执行完毕后，通信管理部门一般不再受理同一事项；执行前您仍可改变主意。
decide-reason = 方案哪里不合适？也可以直接写您的意见和新的诉求。
decide-wish = 您希望怎么调整？
decide-no-hurry = 好的，不着急，不回复不算同意。想好了发“进度”，就能接受或提意见。
button-confirm-accept = 确认接受
button-same-wish = 诉求不变
decide-cancelled = 好的，方案还在，等您决定。
decide-help = 接受前会再请您确认一次；不接受，请说说哪里不合适。想先问清楚，发“人工”。
prove-ask = 退费前要核对号码是您本人的，免得退错人。可以现在发送本机号码，也可以由同事打电话核对。
button-prove-call = 打电话核对
prove-done = 号码核对好了，到期就退，不用再做什么。
prove-called = 好的，退费前同事会打电话跟您核对。
prove-cancelled = 好的，退费前同事会打电话跟您核对。
prove-help = 发送本机号码最快；不方便的话，选“打电话核对”。
refused-proof = 请发送本机号码，或选“打电话核对”。
withdraw-sure = 确定撤回这件投诉吗？撤回后我们停止办理；以后仍可重新提出，已经约定的内容不受影响。
withdraw-kept = 好的，继续办理。
button-confirm-withdraw = 确认撤回
button-keep = 不撤回
withdraw-cancelled = 好的，继续办理。
withdraw-help = 撤回后我们停止办理，以后仍可重新提出。

## tell、which、after:对工单说点什么

tell-add = 请写下要补充的情况，图片也可以直接发。
tell-ask = 对方案有什么想问的？经办人会在这里答复您。
tell-refile = 请补充缺的内容，我们接着受理，工单号不变。
button-refile = 补充后继续
tell-reopen = 请说说哪里没有解决，我们会换一位同事重新处理。
tell-noted = 已记到工单 { $no }，经办人会看到。
tell-answered = 收到，已转给工单 { $no } 的经办人，{ $date } 前告诉您进展。
tell-cancelled = 好的，没有添加内容。
tell-help = 写几句话发给我就行。
which-ticket = 您有几件投诉在办理，这条是说哪一件？
which-cancelled = 好的，内容没有记到工单里。
which-help = 选一张工单，或选“这是另一件事”。
after-closed =
    { $ticket }
    这件投诉已经结案。您刚发的这条，是要重新处理，还是另一件事？
button-only-note = 只作备注
after-cancelled = 好的，没有改动。
after-help = 没解决就选“重新处理”，别的事情选“这是另一件事”。

## details:补充几个问题

button-details = 补充几个细节
button-status-of = 查进度：{ $matter }
button-details-of = 补充细节：{ $matter }
details-thanks = 谢谢，您答的都记到工单里了。
details-picture = 收到，作为“{ $label }”放进工单 { $no }。
details-cancelled = 好的，已答的都记下了。
details-help = 知道多少答多少，随时可以停。

## survey:评价之后

survey-scored = 谢谢您的 { $score } 分，这件投诉已结案。
survey-scored-low = 收到您的 { $score } 分。没让您满意，很抱歉；主管会在一个工作日内联系您。
survey-noted = 记下了，谢谢您。
survey-paid-noted = 记下了，主管会在一个工作日内核实这笔收费。
survey-sorry = 记下了，还没解决，很抱歉。主管会在一个工作日内联系您；也可以现在选“重新处理”，换一位同事接着办。
survey-person = 顺便问一句：{ $name }的服务怎么样？也可以直接写两句，告诉我们哪里还能更好。
survey-person-apart = 处理结果之外，想再请教：{ $name }本人的服务怎么样？也可以直接写两句。
survey-paid = 这次有同事上门。上门时有没有向您收过钱？收过的话，请直接写金额，比如 50。
paid-no = 没有
paid-yes = 收过，金额记不清
survey-colleague = 经办同事
person-satisfied = 满意
person-average = 一般
person-dissatisfied = 不满意
survey-which = 主要是哪方面没做好？
survey-better = 哪方面还可以更好？
survey-solved = 问题现在解决了吗？
solved-yes = 解决了
solved-partly = 部分解决
solved-no = 没有
survey-thanks = 记下了，谢谢您。
survey-fails = 又不行了，很抱歉。主管会在一个工作日内联系您；也可以现在选“重新处理”，换一位同事接着修。
survey-each =
    { $line }
    这一件打几分？1 分最差，10 分最好。
survey-rescore = 工单 { $no }：请重新打个分，1 分最差，10 分最好。以您最后一次的评分为准。
survey-later = 好的，不急。想评价时，选工单 { $no } 那条消息里的分数就可以。
survey-never = 好的，以后不再请您评价。可以在“设置”里重新打开。
survey-wanted = 好的，以后办完事再请您评价。
survey-cancelled = 好的，评分已记录。
survey-help = 选一项或写两句都可以，不答也没关系。

## language、settings:语言和设置

language-zh-CN = 中文
language-en = English
language-which = 请选择语言 / Choose a language
language-set = 好的，以后用中文和您交流。
language-cancelled = 好的，语言不变。
language-help = 选一种语言就可以。
settings-now =
    现在的设置：
    进展通知：{ $notify }
    满意度评价：{ $surveys }
settings-now-all = 全部
settings-now-decisions = 只在需要您决定时
settings-now-none = 不通知，您自己查进度
settings-now-surveys = 结束后请您评价
settings-now-quiet = 不请您评价
settings-notify-all = 通知全部进展
settings-notify-decisions = 只在需要我决定时通知
settings-notify-none = 不通知，我自己查
settings-surveys-on = 可以请我评价
settings-surveys-off = 不要请我评价
settings-set = 设置已更新。
settings-cancelled = 好的，设置不变。
settings-help = 选要改的那一项。

## lobby:其他时候

lobby-hello = 您好，我在。请直接写遇到了什么事，或者选一项：
lobby-here = 我在的。目前的情况是：
lobby-thanks = 不客气，有事随时找我。
lobby-verified = 号码已验证，谢谢。
lobby-edited = 修改后的内容已作为备注记到工单 { $no }，原文也保留着。
lobby-file-noted = 文件收到了，保存后就放进工单 { $no }。
lobby-voice-noted = 语音已记到工单 { $no }，工作人员可以听。方便的话，再写一两句文字。
button-call-me = 给我回电话
human-call = 好的，同事会打 { $number } 联系您。换个号码的话，直接写给我。
reach-call = 请写一个方便接听的电话，同事会打给您。
reach-called = 记下了，同事会打这个电话联系您。
human-open = 已为您叫工作人员，您排在第 { $place } 位。等的时候我接着帮您。
human-waits = 同事还没接进来，让您久等了。我已请主管安排，您现在排在第 { $place } 位。不想等的话，可以选上面的“给我回电话”。
human-closed = 人工服务时间是工作日 { $from }-{ $to }。已替您登记，上班后按顺序联系您。这段时间我接着帮您。
human-already = 已经登记过了，您排在第 { $place } 位。等的时候我接着帮您。
status-none = 这里还没有您的投诉。
status-not-here = 在这个聊天里没有找到工单 { $no }。如果是在别处提交的，请先发送本机号码来验证。
status-offer =
    核查结果：{ $finding }
    我们的方案：
status-list = 您有 { $count } 件投诉，要看哪一件？
ticket-named = 工单 { $no } · { $matter }
ticket-named-old = { $filed } · { $matter } · 工单 { $no }
appeal-leaflet =
    您可以向{ $body }申诉，电话 { $phone }。
    受理单位：{ $address }（截至 { $checked }）
    申诉时请说明工单号 { $no }、事情经过、我们的答复和您的诉求。申诉期间，我们继续办理。
    申诉的条件见{ $rule-answer }。

## 法规的引用：名称、条款、施行日期都来自目录的 [[rule]]

rule-cited = 《{ $name }》（{ $since }起施行）
rule-cited-article = 《{ $name }》{ $article }（{ $since }起施行）

## 申诉：逐条核对、准备材料、登记编号

appeal-which = 要就哪一件申诉？
appeal-check = 下面逐条对照申诉的条件，依据是{ $rule-answer }。是否受理由受理单位决定，这里只供参考。
check-ok = ✔ { $words }
check-not = ✘ { $words }
check-unknown = ？ { $words }
check-not-yet = ○ { $words }
check-affected = 号码是您本人的。
check-affected-unsaid = 您和这个号码的关系还没有说，准备材料时会问到。
check-affected-agent = 您是代办：请附上机主（户主）签字的授权书。
check-affected-user = 号码不在您名下：请机主（户主）本人申诉，或者由机主写一份授权书。
check-affected-not = 您不是机主（户主）也不是使用人：请由机主本人申诉，或者请机主授权给您。
check-concrete = 被申诉企业、诉求和事情经过都有了。
check-concrete-wish = 还没有写明希望怎么解决，准备材料时补上一句就可以。
check-first = 已经先向我们投诉：{ $date }，工单 { $no }。
check-first-fault = 这件登记的是报修。选“改为投诉”，答复期限就从那时开始计算。
check-first-friendly = 这件登记的是表扬或建议，不是投诉。如果是投诉，请选“我要投诉”告诉我们。
check-first-withdrawn = 这件投诉您已经撤回。需要的话，可以重新投诉。
check-unhappy-late = 我们没有在 { $rule-answer-days } 天内答复您。
check-unhappy-final = 我们给出了最终意见，您没有接受。
check-unhappy-declined = 您对我们的方案不满意。
check-unhappy-low-score = 您对处理结果打了低分。
check-unhappy-reopened = 您对处理结果不满意，已要求重新处理。
check-unhappy-answered = 我们已经答复。您如果不满意，告诉我们一声，这一条就成立。
check-unhappy-no-complaint = 登记为投诉以后才开始计算答复期限。
check-unhappy-not-yet = 答复期限是 { $date }，还有 { $days } 天。到期没有答复，或者您对答复不满意，这一条就成立；材料现在就可以准备。
check-age = 在申诉时限内：最晚 { $date }，还有 { $days } 天。
check-age-unknown = 还不知道事情是哪天发生的；时限从那天算起，补充日期后就能算出。
check-age-not = 申诉时限 { $date } 已经过了，受理单位可能不再受理。您还可以{ $other }。
check-settled = 没有已经履行完的和解方案。
check-settled-open = 您接受的方案还没有执行完，现在仍可改变主意；执行完毕后，同一事项一般不再受理。
check-settled-reopened = 您接受的方案 { $date } 执行完毕，之后您说问题还在；是否受理由受理单位判断。
check-settled-not = 您接受的方案 { $date } 已经执行完毕。按{ $rule-settled }，同一事项一般不再受理。
check-elsewhere = 没有其他机构在处理。
check-elsewhere-unsaid = 法院、仲裁或消协等是否也在处理，还没有说，准备材料时会问到。
check-elsewhere-not = { $bodies }已经在处理，同一件事申诉可能不再受理；那里的结果不影响我们继续办理。
check-elsewhere-filed = 已经申诉过了，编号 { $reference }。同一件事不用重复提交。
check-elsewhere-decided = 这件事受理单位已经处理过。
check-reachable = 真实姓名和联系方式齐全。
check-reachable-lacks = 还缺：{ $what }。
check-evidence = 已有 { $count } 份证据材料。
check-evidence-lacks = 还没有证据材料，建议补充：{ $what }。
check-evidence-none = 还没有证据材料。截图、短信、账单都可以，直接发到这里。
appeal-whom =
    受理单位：{ $body }，电话 { $phone }
    地址：{ $address }（截至 { $checked }）
appeal-check-end = 要不要申诉由您决定。申诉期间，我们照常办理。
appeal-check-early = 要不要申诉由您决定。材料可以先准备好，条件成立时再提交；申诉期间，我们照常办理。
appeal-ask-relation = 您和这个号码是什么关系？
appeal-relation-agent = 记下了。代办要附上机主（户主）签字的授权书：写明双方姓名、号码和委托的事。拍照发到这里，会和材料放在一起。
appeal-relation-user = 记下了。号码不在您名下，请机主（户主）写一份授权书，或者由机主本人提交。授权书拍照发到这里就可以。
appeal-relation-other = 记下了。受理单位只接受与事情直接有关的人：请机主（户主）本人提交，或者写一份授权书给您。
appeal-ask-name = 申诉人的真实姓名是？姓名不真实，申诉会不予受理。
appeal-ask-address = 您的通信地址是？（省、市、区、街道门牌，带上邮编更好）
appeal-ask-postcode = 这个地址的邮编是？
appeal-ask-province = 这个号码是哪个省（自治区、直辖市）的？申诉要交给那里的通信管理局。
appeal-ask-email = 需要留电子邮箱吗？
appeal-ask-employer = 需要写工作单位吗？可以不写。
appeal-ask-demand = 您希望我们怎么做？写进申诉的请求里，例如“退还 94 元并书面说明原因”。
appeal-known-contact = 已记下的此前反映：{ $words }
appeal-ask-contacts = 这次投诉之前，还向我们反映过吗？请写明日期、渠道和当时的答复，一次写一条。
appeal-ask-contacts-too = 除此以外还反映过吗？请写明日期、渠道和当时的答复，一次写一条。
appeal-more-contacts = 记下了，共 { $count } 条。还有吗？
appeal-ask-elsewhere = 同一件事，现在有其他机构在处理吗？
elsewhere-court = 法院
elsewhere-arbitration = 仲裁机构
elsewhere-consumer_body = 消费者协会
elsewhere-regulator = 通信管理部门
elsewhere-other = 其他机构
appeal-field-relation = 与号码的关系
appeal-field-name = 姓名
appeal-field-phone = 电话
appeal-field-address = 通信地址
appeal-field-postcode = 邮编
appeal-field-province = 归属省份
appeal-field-email = 电子邮箱
appeal-field-employer = 工作单位
appeal-field-demand = 请求
appeal-field-contacts = 此前反映
appeal-field-elsewhere = 其他机构
appeal-card = 申诉材料会写上这些，请您核对：
appeal-card-line = { $name }：{ $value }
contact-stated = { $words }（您的陈述）
contact-confirmed = { $words }（我们的记录可以证实）
contact-not_found = { $words }（您的陈述；我们没有查到记录）
appeal-card-open = 还要留意：
appeal-true = 事情经过、我们的答复和您的诉求，按工单记录写入，不添加记录里没有的内容。与事实不符的内容会影响申诉。都属实的话，请选“都属实，发给我”。
appeal-file-pdf = 申诉材料（PDF）。打印后请签名。
appeal-file-txt = 同样内容的文字版，方便在网上填写。
appeal-file-zip = 证据材料和清单，附校验值。
appeal-expect =
    提交后 { $from } 到 { $to } 天内，一般会有工作人员打电话核实，这几天请留意陌生来电。同一件事提交一次就够了，提交后不要再加新的事项。
    提交后选“我已申诉”，把编号告诉我们，我们会配合。
appeal-early = 这是提前准备的材料，上面标明了日期。条件成立时请重新取一份再提交。
appeal-ask-number = 申诉编号是多少？还没有编号可以以后再说。
appeal-number-later = 好的。拿到编号后，选“我已申诉”告诉我们。
appeal-left = 好的。需要时发“申诉”就可以。
appeal-nothing = 申诉之前，要先向我们投诉一次。现在就可以开始，从提交那天起 { $rule-answer-days } 天内给您答复。
appeal-cancelled = 申诉材料先放下了，投诉照常办理。需要时发“申诉”就可以。
appeal-help = 我正帮您准备申诉材料。按提示回答就可以；发“返回”看上一步，发“取消”先放下。是否申诉由您决定。
refused-address = 请写通信地址，例如“北京市海淀区中关村东路 1 号 2 单元 301”。
refused-postcode = 请写邮编，例如“100190”。
refused-province = 没有认出是哪个省，请写省份或城市，例如“北京”。
refused-email = 请写完整的电子邮箱，例如“name@example.com”，或者选“不写”。
refused-contacts = 请写哪一天、通过什么渠道反映的，或者选“没有”。
refused-reference = 请把申诉编号写在一条消息里。

## 工单：发给用户的消息（编号见消息目录）

number-line = 工单 { $no } · { $subject }
status-beside = 同时提交的：{ $no } { $matter }，{ $state }
the-department = 负责部门
the-question = 一项信息
fact-line = { $place }、{ $what }
answer-name = 用户
fact-choice = { $what }（{ $options }）
fact-when = 事情发生的日期和大概时间
fact-place = 具体地点：省、市、区，能说到小区、楼层或门店最好
fact-amount = 有争议的金额是多少
fact-number = 出问题的手机号或宽带账号
fact-name = 机主（户主）的姓名
the-item = 约定的事项
the-authority = 通信管理部门
who-referred = 通信管理部门
reason-unnamed = 不接受现在的方案
reason-own-words = 见下面您的原话
reason-late = 经办部门还没有办完
reason-delay-registered = 还没有转到负责部门
reason-delay-dispatched = 负责部门还没有签收
reason-delay-investigating = 核查还没有结论
reason-delay-negotiating = 新的答复还没有定下来
reason-delay-executing = 约定的事项还没有办完
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
offer-promise = { $offer }（兑现公开承诺“{ $promise }”）

m01 =
    已登记：{ $subject }，工单号 { $no }，已转给{ $department }。
    { $first } 前给您第一次正式答复，最迟 { $final } 给出处理意见。{ $held }
    发“进度”随时可查。
m01f =
    已登记故障：{ $subject }，工单号 { $no }，已转给{ $department }。
    { $engineer } 前有工程师联系您，{ $repair } 前修好；修不好，会告诉您原因和新的时间。
    发“进度”随时可查；想按投诉办理，随时告诉我。
m01b =
    { $kind ->
        [fault] 已登记故障：{ $subject }，工单号 { $no }，已转给{ $department }。
       *[complaint] 已登记：{ $subject }，工单号 { $no }，已转给{ $department }，最迟 { $final } 给出处理意见。
    }
    { $what }
    { $when }
m01p =
    { $what ->
        [praise] 谢谢您的表扬，编号 { $no }，已转给{ $department }。
       *[suggestion] 谢谢您的建议，编号 { $no }，已转给{ $department }。
    }
    看过以后，会有同事在这里答复您。
m01s =
    已登记 { $count } 件：
    { $lines }
    发“进度”随时可查。
m01s-line = · { $subject }，工单号 { $no }，已转给{ $department }：{ $first } 前给您第一次正式答复，最迟 { $final } 给出处理意见
m01s-fault = · { $subject }故障，工单号 { $no }，已转给{ $department }：{ $engineer } 前有工程师联系您，{ $repair } 前修好；修不好，会告诉您原因和新的时间
m01s-standing = · { $subject }，工单号 { $no }：{ $state }，{ $who }在办，{ $date } 前再告诉您进展
m01s-contact = 这几件事，由{ $name }跟您联系。
complained =
    { $line }
    { $why ->
        [said] 好的，这件事从现在起按投诉办理，您说过的都在，不用再讲一遍。
        [not_fixed] 没修好，很抱歉。这件事从现在起按投诉办理，您说过的都在，不用再讲一遍。
        [late] 没能按时修好，很抱歉。这件事从现在起按投诉办理，您说过的都在，不用再讲一遍。
       *[desk] 这件事从现在起按投诉办理，您说过的都在，不用再讲一遍。
    }
    { $who }会继续处理，最迟 { $final } 给您处理意见。{ $held }
thanked =
    { $line }
    { $name }：{ $words }
    谢谢您告诉我们。
m02 =
    { $line }
    已为您处理：{ $done }
    请看看是否恢复正常，好没好都告诉我们一声。
m03 =
    { $line }
    这件事我们暂时不能受理：{ $reason }。
    { $mend }{ $held }
m04 =
    { $line }
    已转给{ $department }，等经办人签收，{ $date } 前告诉您进展。
m05 =
    { $line }
    { $who }已接手，{ $date } 前告诉您核查情况。
m05h =
    { $line }
    { $next }
handed-over = 现在由{ $who }办理，情况已经交接，不用您再讲一遍。{ $date } 前告诉您核查情况。
contact-line = { $name }仍是您的联系人。
m06 =
    { $line }
    { $several ->
        [1] 为了查得更准，请补充：{ $question }
       *[other]
        为了查得更准，请补充这几项，一条一条发、写在一条里都可以：
        { $question }
    }
    没有也没关系，{ $date } 起我们按已知情况继续。
    等您补充的这段时间，先前说的进展日期顺延；收到后告诉您新日期。
m07 =
    { $line }
    { $several ->
        [1] 提醒一下，还差这一项：{ $question }
       *[other]
        提醒一下，还差这几项：
        { $question }
    }
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
    接受、提意见或想一想都可以，{ $date } 前都有效；不回复不算同意。
m10 = 接受后我们按此执行。方案执行完毕后，通信管理部门一般不再受理同一事项；执行前您仍可改变主意。
m11 =
    { $line }
    明白了。您的意见：{ $reason }。您的诉求：{ $wish }
    { $who }会在 { $date } 前给您新的答复。{ $appeal }
m11-appeal = 您也可以申诉：选“准备申诉”，我把条件逐条列给您，材料也替您备好。要不要申诉由您决定。
m12 =
    { $line }
    方案还在等您的意见。不着急，不回复不算同意。
    { $date } 前后会有同事打电话听听您的想法；有疑问可发“人工”。
think =
    { $line }
    好的，您慢慢想，{ $date } 前不再提醒，到那天来问您一次。不回复不算同意。
    方案 { $last } 前都有效；想好了就在下面选，以后发“进度”也能选。{ $left ->
        [0] 再往后就不另约日期了。
       *[other] 到时没想好，还可以再想 { $left } 次。
    }
thought =
    { $line }
    您要留出来想一想的时间到了，来问您一声，不着急。
    方案还在，{ $last } 前都有效；不回复不算同意。
m13 =
    { $line }
    很遗憾，这次没能谈拢。我们的最终意见：{ $position }
    附件是书面意见，请保存。
    您可以向{ $body }申诉，怎么办请看“申诉办法”；也可以补充新情况。
    { $date } 前没有新情况，就按“未达成一致”结案；您申诉的权利不变。
m14 =
    { $line }
    书面确认，我们按下面的内容执行：
    { $items }{ $held }
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
    { $date } 前如果又出问题，直接写给我，我们接着处理。{ $held }
m18 =
    { $line }
    抱歉，问题还没有解决。已交回{ $who }继续处理，{ $date } 前联系您。
m19 =
    { $line }
    没有收到您的回复，先记为“未确认”；{ $date } 前有问题，选“重新处理”就能继续。{ $held }{ $ask }
m19-ask = 方便的话，请给这次处理打个分：1 分最差，10 分最好。
m20 =
    { $line }
    { $band ->
        [low] 收到您的评分。没让您满意，很抱歉；主管会在 { $date } 前联系您，您也可以选“重新处理”。
       *[good] 谢谢您的评分，这件投诉已结案。有别的事情，随时告诉我。
    }
m21 =
    { $line }
    已重新打开，{ $department }会换一位同事负责，{ $date } 前答复您。{ $held }
m22 =
    { $line }
    已替您催办，经办人和主管都会收到提醒。
    现在：{ $state }。{ $next }
again =
    { $line }
    又让您为这件事费心了，很抱歉。您 { $filed } 反映的还在办理，所以没有另开工单；这次写的已补充进去。
    { $lines }
again-reminded = 已替您催办，经办人和主管都会收到提醒。
again-just-reminded = { $last } 刚催办过，经办人和主管已收到提醒；{ $next } 之后可以再催。
again-standing = 现在：{ $state }。{ $next }
again-late = { $rule-answer-days } 天的答复期限已经过了，非常抱歉，已请主管直接跟进。您现在就可以向{ $body }申诉，怎么办请看“申诉办法”。
m23 =
    { $line }
    已按您的意思撤回，我们停止办理。
    以后仍可重新提出；已经约定的内容不受影响。{ $held }
m24 =
    { $line }
    已请主管跟进，由{ $who }办理，{ $date } 前告诉您进展。
m24a =
    { $line }
    { $calm }
    已请主管看这件事，{ $date } 前告诉您进展。
m24a-calm = 您说的我们听到了，都会原样转告。
m25r =
    { $line }
    { $body }已把您的诉求转给我们，由{ $who }跟进，不用您再讲一遍。
m25 =
    { $line }
    已记录：您已向{ $body }申诉，编号 { $reference }。
    提交后 { $from } 到 { $to } 天里，对方或我们可能来电核实，请留意陌生号码；不用重复提交。
    申诉不影响您在这里的任何权利，我们照常办理，并配合核查。
m25s =
    { $line }
    { $at }，我们已就这件事书面答复{ $body }，编号 { $reference }。处理结果由对方告诉您。
    您对答复有疑问，直接回复这条消息就可以。
m25t =
    { $line }
    { $body }已受理这件事，编号 { $reference }。结果由对方告诉您，我们照常办理，并配合核查。
m25n =
    { $line }
    { $body }没有受理这件事，编号 { $reference }。对方给出的理由：{ $reason }
    { $next }
m25w =
    { $line }
    已记录：您向{ $body }提出的申诉已撤回，编号 { $reference }。如果不是这样，请直接告诉我们。
    { $next }
case-goes-on = 我们这边照常办理，{ $date } 前告诉您进展。
case-tell-us = 您对这件事还有意见，随时可以告诉我们。
m26 =
    { $line }
    现在：{ $state }
    { $next }{ $held }
m27 =
    { $line }
    { $rule-answer-days } 天内没能给您答复，非常抱歉。您现在就可以向{ $body }申诉，怎么办请看“申诉办法”。
    依据：{ $rule-answer }。
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
    { $date } 前仍可重新处理；您申诉的权利不变。{ $held }
m31 =
    { $line }
    这份方案要修改，我们先收回，原来的内容不再有效，很抱歉。
    { $who }会在 { $date } 前给您新的答复。
m32 =
    { $line }
    没有等到您对方案的意见，这件投诉先结案，不算您同意。
    { $date } 前选“重新处理”就能继续。{ $held }
disputed =
    { $line }
    争议金额现定为 { $money }，原因：{ $reason }{ $held }
    对这个金额有不同意见，直接写给我。
credit-held = 争议的 { $money }，办结前不催缴，也不因此停机。
credit-rest = 争议金额中没有约定退还的 { $money }，{ $date } 后恢复计收。
credit-over = 争议的 { $money }，暂缓到此结束；账单上仍应缴的，{ $date } 后恢复计收。
credit-due = 暂缓催缴的 { $money }，{ $date } 后恢复计收{ $right ->
        [said] 。
       *[stays] ；您申诉的权利不变。
    }
think-line = 您在想一想，{ $date } 前不提醒您；随时可以决定。
m33 =
    { $line }
    好的，先不执行，原来的约定取消。
    { $who }会在 { $date } 前给您新的答复。
m34 =
    { $line }
    抱歉，先前说的时间赶不上了，改在 { $date } 前给您答复。
    原因：{ $reason }
    这不影响您申诉的权利。
b1 =
    { $line }
    { $what }
    { $when }
b1n =
    { $line }
    { $what }
    { $when }
b2 =
    { $line }
    { $what }请看看您那里是否正常。
    { $date } 前没收到您的回复，先记为“未确认”，之后仍可重新处理。
b2w =
    { $line }
    { $what }
    您的其他诉求还在办理，{ $who }会在 { $date } 前给您答复。
b3 =
    { $line }
    { $finding }
    给所有受影响用户的方案：
    { $items }
    如果不足以解决您的诉求，请选“提意见”。{ $date } 前都有效；不回复不算同意。
b3c =
    { $line }
    这次受影响的用户都有：
    { $items }
    您不用做什么，由我们直接办理。
b4 =
    { $line }
    { $why ->
        [theirs] 明白，您那里还没有恢复。这件不再并入大范围的问题，单独处理。
        [none] 核实后不是大范围的问题，您这件单独处理。
       *[staff] 核实后您这件和大范围的问题无关，单独处理。
    }
    { $who }会在 { $date } 前联系您。
mass-fault = { $area }的网络有故障，不少用户受影响，正在抢修。
mass-fault-anywhere = 网络有故障，不少用户受影响，正在抢修。
mass-matter = 不少用户反映了同样的问题，我们正在一并核查。
mass-still-work = 网络施工还没有结束。
mass-still-fault = 故障还在抢修。
mass-still-matter = 这个问题还在核查。
mass-late = 抱歉，故障比预想的难修，现在还没有恢复。
mass-expected = 预计 { $date } 恢复。
mass-answer-by = 预计 { $date } 有结论。
mass-when-known = 时间一确定就告诉您。
mass-linked-work = 您的工单已关联到这次施工，您的诉求会单独答复。
mass-linked-fault = 您的工单已关联到这次故障，您的诉求会单独答复。
mass-linked-matter = 您的工单已关联，您的诉求会单独答复。
mass-back = { $area }的网络已于 { $at } 恢复。
mass-back-anywhere = 网络已于 { $at } 恢复。
mass-mended = 这个问题已于 { $at } 纠正。
mass-not-here = 如果您那里还不正常，请选“我这里没恢复”。
m35 =
    { $line }
    提醒您：这件事最晚 { $date } 可以向{ $body }申诉，过期一般不再受理。
    依据：{ $rule-age }。
    怎么办请看“申诉办法”；要不要申诉，由您决定。
m36 =
    { $line }
    节假日安排已经公布，先前告诉您的预计日期改为 { $date }。
survey =
    { $line }
    { $greeting }{ $kind ->
        [repair] 您 { $filed } 反映的问题修好以后，现在还正常吗？
        [several] 这 { $count } 件都已经处理完，请一次评完：一个分数算全部，想分开评，选“分别评价”。
       *[other] 您 { $filed } 反映的问题已经处理完。
    }
    请给这次处理打个分：1 分最差，10 分最好。
survey-reminder =
    { $line }
    { $kind ->
        [repair] 修好以后还正常吗？
        [several] 这 { $count } 件您满意吗？一个分数算全部，也可以选“分别评价”。
       *[other] 这次处理您满意吗？
    }
    选一个分数就行，1 分最差，10 分最好；只提醒这一次。
progress =
    { $line }
    { $days ->
        [0] 还没有结果，先跟您说一声。
       *[other] 受理已 { $days } 天，还没有结果，先跟您说一声。
    }现在：{ $state }。{ $next }
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
next-thanks = 同事看过以后在这里答复您。
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
button-part = 我这里没恢复
button-fixed = 解决了
button-not-fixed = 没解决
button-reopen = 重新处理
button-status = 查进度
button-complain = 按投诉办理
button-remind = 催办
button-add = 补充情况
button-withdraw = 撤回投诉
button-appeal-leaflet = 申诉办法
button-appeal = 准备申诉
button-this-name = 就用“{ $name }”
button-appealed = 我已申诉
button-prepare-file = 准备申诉材料
button-prepare-again = 重新取一份材料
button-leave = 先不用
button-leave-out = 不写
button-none = 没有
button-no-more = 没有了
button-elsewhere-none = 没有
button-send-file = 都属实，发给我
button-no-number = 还没有编号
button-score-later = 以后再说
button-score-never = 不再评价
button-fails-again = 又不行了
button-rescore = 修改评分
button-each = 分别评价

## 工单：工作台上的动作

move-submit = 提交
move-refile = 补充后重新受理
move-solve = 当场解决
move-dispatch = 派单
move-claim = 认领
move-assign = 转给同事
move-release = 放回待认领
move-set_level = 调整级别
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
move-ask_approval = 申请审批方案
move-approve = 批准方案并发出
move-refuse_approval = 不批准方案
move-pass_up = 转请总监审批
move-propose = 提出方案
move-accept = 接受方案
move-think = 想一想
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
move-delay = 告知推迟答复
move-done_without_proposal = 已按诉求办妥
move-fixed = 用户确认解决
move-not_fixed = 用户说没解决
move-unconfirmed = 用户未确认
move-score = 评分
move-answer_survey = 评价前的答复
move-survey_expired = 评价到期
move-reopen = 重新处理
move-archive = 归档
move-withdraw = 撤回投诉
move-end_deadlock = 申诉处理结果
move-mediated = 调解达成一致
move-dispute = 更正争议金额
move-credit_placed = 已暂缓催缴
move-remind = 催办
move-again = 再次投诉同一件事
move-same_matter = 认定是同一件事
move-apart = 认定是另一件事
move-key = 标记重点客户
move-join_incident = 并入批量事件
move-part = 移出批量事件
move-incident_found = 已告知批量事件
move-incident_note = 已告知批量事件进展
move-incident_fixed = 已告知恢复
move-incident_back = 已告知恢复
move-incident_settled = 已发统一方案
move-incident_credited = 已告知统一补偿
move-escalate = 升级
move-refer = 登记外部转办
move-appeal = 登记外部申诉
move-prepare_appeal = 填写申诉材料信息
move-judge_contact = 核实此前反映
move-hand_out_file = 制作申诉材料
move-summon = 请求人工
move-add = 补充情况
move-reply = 回复用户
move-thank = 答谢
move-complain = 改为投诉
move-contact = 统一联系人
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
role-approver = 审批人
liability-operator = 我方责任
liability-user = 用户原因
liability-force_majeure = 不可抗力
liability-third_party = 第三方责任
liability-shared = 双方责任
task-credit_hold = 计费：暂缓催缴
task-restore = 计费：恢复服务
task-credit_end = 计费：解除暂缓
task-deadline = 时限提醒
task-call_back = 电话联系用户
task-low_score = 低分回访
task-paid = 核实上门收费
task-survey_call = 电话回访：评价邀请没有回音
task-unreachable = 联系不上用户
task-human = 用户请求人工
task-waits = 用户等人工，超时没人接
task-delivery = 消息没有送达
task-approve = 待批准
task-approve_offer = 方案待审批
task-offer_refused = 方案未获批准
task-risk = 方案风险，请主管过问
task-dispatch = 重新派单
task-reopened = 重新处理，需换人
task-remind = 用户催办
task-repeated = 重复投诉，请主管过问
task-look_alike = 像是重复投诉，请认定
task-parted = 批量恢复后仍不正常
task-incident = 发现批量事件，请确认或排除
task-incident_late = 批量事件超时未恢复
task-incident_date = 批量事件已过预计恢复时间
task-escalated = 已升级
task-appeal = 外部申诉

## 工单：为什么不行

not-allowed-state = 情况刚有变化，这一步现在做不了，请看最新的进展。
not-allowed-role = 您的角色不能做这一步。
not-allowed-liability = 请先认定责任。
not-allowed-over-limit = 金额 { $offered }，超出您的权限 { $limit }。请申请审批。
not-allowed-remedy = “{ $remedy }”要由{ $role }以上提出，请申请审批。
not-allowed-over-disputed = 金额 { $offered }，高于这里最多可提出的 { $most }（争议金额 { $disputed }）。请引用公开承诺，或申请审批。
not-allowed-own-right = 这个方案在您的权限之内，请直接提出。
not-allowed-over-all = 这个方案超出所有人的权限，请减少金额。
not-allowed-pass-up = 这个方案超出您的权限，请转请总监审批。
not-allowed-no-approval = 没有等待审批的方案。
not-allowed-own-approval = 申请人不能自己审批，请另一位同事审批。
not-allowed-approval-director = 这个方案已交总监审批。
not-allowed-approval-overtaken = 申请以后工单有了新的进展（{ $move }），这份方案已经过时，没有发出。
not-allowed-approval-decided = 这份方案已由{ $name }审批。
not-allowed-approval-date = 方案里的日期 { $date } 已经过去，不能照原样发出。请写明原因退回，请申请人改期。
not-allowed-promise-unknown = 承诺库里没有这条承诺，请从列表中选择。
not-allowed-promise-category = 公开承诺“{ $promise }”不适用于这类问题，不能引用。
not-allowed-promise-remedy = 公开承诺“{ $promise }”承诺的是“{ $remedy }”，请引用在这一项上。
not-allowed-promise-expired = 公开承诺“{ $promise }”的有效期是 { $start } 至 { $end }，事情发生在 { $day }，不能引用。
not-allowed-promise-later = 公开承诺“{ $promise }”从 { $start } 起有效，事情发生在 { $day }，不能引用。
not-allowed-no-meeting = 最终意见要经会商确定，请会商后勾选。
not-allowed-not-agreed =
    约定的方案里没有这一项，没有登记。约定的是：
    { $items }
agreed-item = 第 { $place } 项：{ $what }
agreed-item-done = 第 { $place } 项：{ $what }（已办妥）
not-allowed-no-amount = 请填写金额。
not-allowed-no-reason = 请写明原因。
not-allowed-no-words = 请写明内容。
not-allowed-fact = 这一项用户已经说过，或不适用于这类问题，请重新勾选。
not-allowed-no-items = 请至少填写一项方案内容，并选择处理方式。
not-allowed-no-date = 请填写一个将来的日期。
not-allowed-no-proof = 请填写办理凭证。
not-allowed-not-reviewed = 请先对照用户的诉求核对方案。
not-allowed-not-as-asked = 只有按诉求办妥或故障修复才能直接完成，否则请提出方案。
not-allowed-department = 没有这个部门，请从列表中选择。
not-allowed-returns = 已经退回过一次，请由主管决定去向。
not-allowed-owned = 工单已由{ $owner }负责。
not-allowed-not-yours = 工单由{ $owner }负责，只有本人或主管可以转出。
not-allowed-unowned = 这张工单没有负责人，可以直接认领。
not-allowed-absent = 您登记为缺勤至 { $until }。请先登记返岗，再认领。
not-allowed-absent-open = 您登记为缺勤，返岗时间未定。请先登记返岗，再认领。
not-allowed-absent-other = { $name }目前缺勤，请选其他同事。
not-allowed-nobody = 请从名单里选一位同事。
not-allowed-same-owner = 工单已由{ $owner }负责。
not-allowed-level = 级别是 1 到 { $most } 的数字。
not-allowed-same-level = 已经是 { $level } 级。
not-allowed-delays = 推迟已经告知用户 { $most } 次，不能再多；有新的情况，请直接回复用户。
not-allowed-asks = 最多请用户补充 { $most } 次，请按已知情况继续。
not-allowed-hold-too-long = 最多暂缓 { $days } 天，请填写更近的复查日期。
not-allowed-asked-already = 已经有同事提出不予受理，等待主管确认。
not-allowed-not-asked = 还没有同事提出不予受理。
not-allowed-same-person = 提出的人不能自己确认，请另一位主管确认。
not-allowed-rounds = 至少协商 { $least } 轮以后才能给出最终意见。
not-allowed-no-proposal = 还没有可以接受的方案。
not-allowed-old-proposal = 这份方案已经更新，请看最新的一份。
not-allowed-thinks = “想一想”一份方案可以用 { $most } 次，都用过了，不再另约日期。方案照样有效，不回复不算同意；想好了发“进度”，就能决定。
not-allowed-think-late = 方案快到期了，没法再另约日期；现在仍可接受或提意见，不回复不算同意。想先问清楚，发“人工”。
not-allowed-no-hold = 没有等待暂缓催缴的金额。
not-allowed-no-hold-reference = 请写明计费部门的办理编号。
not-allowed-no-call = 请先打电话联系用户并做记录。
not-allowed-item-done = 方案里已有一项办妥，不能整体取消了。还有问题，请直接写给我。
not-allowed-item-done-before = 这一项已经记为办妥。
not-allowed-open-items = 还有约定的事项没有办妥。
not-allowed-reopen-late = 结案已超过 { $days } 天，这张工单不能再重新处理。请重新提交，并写上这个工单号。
not-allowed-score = 请给一个 1 到 10 的分数。
not-allowed-score-late = 这次评价已经结束，谢谢您。
not-allowed-score-asked = 打几分由用户自己决定。请去掉请对方评价、给高分或改分的话再提交；处理完以后会自动邀请用户评价。
not-allowed-too-early = 刚刚催办过了，经办人已收到；{ $at } 后可以再催。
not-allowed-top-level = 已经是最高级别，由主管跟进。
not-allowed-no-repeat = 这张工单没有待认定的重复投诉。
not-allowed-no-appeal = 没有登记外部申诉。
not-allowed-appeal-open = 外部申诉还没有结果，不能按到期结案。
not-allowed-no-body = 请填写是哪个机构转来的。
not-allowed-no-reference = 请填写申诉编号。
not-allowed-no-contact = 用户没有说到此前的反映，没有可核实的。
not-allowed-contact-outcome = 请选择核实结果：有记录，或没有查到记录。
not-allowed-no-incident = 这件工单不属于任何批量事件。
not-allowed-incident-already = 这件工单已经并入另一起批量事件，请先移出。
not-allowed-incident-category = 请从列表中至少选一个类别。
not-allowed-incident-words = 请用每一种语言写好统一口径，告诉受影响的用户。
not-allowed-incident-stage = 这起批量事件的状态已经变了，这一步做不了。什么都没有改动。
not-allowed-incident-area = 有一个区域不在列表里，请从列表中选择。

## 机器人菜单

menu-new = 提交投诉
menu-my = 我的投诉和处理进度
menu-settings = 语言、通知、评价设置
menu-help = 我能做什么
menu-cancel = 取消正在填写的内容
menu-group-mine = 我的工单
menu-group-find = 按单号找工单
menu-group-report = 本周数据
menu-group-help = 怎么用

## 没有留下的文件

file-refused-type = 文件（{ $name }）没能保存：这里可以收图片、语音、视频、PDF 和纯文本。拍张照片或截图发来就可以。
file-refused-size = 文件（{ $name }）超过 { $size } MB，没能保存。可以发照片，或只发其中一段。
file-refused-gone = 文件（{ $name }）没有收到，麻烦您再发一次。
file-unnamed = 未命名

## 作为文件发出的确认单

paper-title = 处理方案确认单
paper-number = 工单号
paper-filed = 提交日期
paper-agreed = 确认日期
paper-about = 投诉事项
paper-finding = 核查结果
paper-liability = 责任认定
paper-liability-operator = 责任在我方。
paper-liability-user = 核查没有发现我方差错；以下内容是我们为解决这件事所做的安排。
paper-liability-force_majeure = 起因是不可抗力；以下内容由我方办理。
paper-liability-third_party = 起因在第三方；对您，由我方负责办理以下内容。
paper-liability-shared = 起因不止一个，其中有我方的责任。
paper-amount = 金额
paper-due = 最晚完成日期
paper-total = 合计
paper-promise = 兑现的承诺
paper-promise-from = “{ $promise }”：{ $text }（{ $source }，{ $start }起有效）
paper-promise-between = “{ $promise }”：{ $text }（{ $source }，有效期 { $start }至 { $end }）
paper-credit = 争议金额
paper-credit-all = 争议的 { $money }，以上各项办完前不催缴，也不因此停机；办完后不再向您收取。
paper-credit-rest = 争议的 { $money }，以上各项办完前不催缴，也不因此停机；您确认办好后满 { $days } 天，其中没有约定退还的部分（{ $rest }）恢复计收。
paper-change = 改变主意
paper-change-how = 第一项办好以前，您随时可以改变主意：在对话里选“改变主意”，或发“人工”告诉我们。原来的约定随即取消，我们重新给您答复。
paper-appeal = 申诉
paper-items = 我们将执行
paper-operator = 运营商
paper-us = 本公司
paper-contact = 经办人
paper-hotline = 客服热线
paper-subscriber = 用户
paper-unnamed = 提交本工单的用户
paper-service-number = 业务号码
paper-foot = 本确认单按工单 { $no } 确认时的内容生成，请妥善保存。

## 申诉材料：写给主管部门的信（以申诉人的口吻），以及我方的书面意见

letter-title = 电信用户申诉书
letter-prepared = 准备稿：提交申诉的条件还没有具备，内容以提交当天为准。
letter-to = 致：{ $body }
letter-applicant = 申诉人
letter-respondent = 被申诉企业
letter-name = 姓名
letter-relation = 与号码的关系
letter-employer = 工作单位
letter-address = 通信地址
letter-postcode = 邮政编码
letter-phone = 联系电话
letter-email = 电子邮箱
letter-full-name = 企业全称
letter-hotline = 客服热线
letter-blank = ＿＿＿＿＿＿＿＿＿＿
letter-the-operator = 被申诉企业
letter-i-am = 本人{ $name }，系{ $operator }用户
letter-i-am-number = 本人{ $name }，系{ $operator }用户，业务号码 { $number }
letter-i-am-plan = 本人{ $name }，系{ $operator }用户，业务号码 { $number }，使用“{ $plan }”套餐
letter-opening = { $who }。{ $filed }，本人就“{ $subject }”一事向{ $operator }投诉，工单号 { $no }。{ $why }
letter-because-unhappy = 本人对{ $operator }的处理结果不满意，特向贵单位提出申诉。
letter-because-silent = { $operator }没有在 { $rule-answer-days } 天内给出处理意见，超过了规定的期限。依据{ $rule-answer }，特向贵单位提出申诉。
letter-because-prepared = 本材料供本人日后向贵单位提出申诉时使用。
letter-matter = 申诉事项
letter-about = 问题类别
letter-when = 发生时间
letter-where = 发生地点
letter-amount = 争议金额
letter-promise = 所引用的公开承诺
letter-promise-cited = “{ $words }”（{ $source }）
letter-yes = 是
letter-no = 否
letter-told = “{ $words }”
letter-dated = { $when }（原话：“{ $words }”）
letter-facts = 事实经过
letter-filed = 向{ $operator }提出投诉，工单号 { $no }。原话：“{ $words }”
letter-added = 补充说明：“{ $words }”
letter-again = 再次反映同一件事：“{ $words }”
letter-answered = 回答企业的询问：“{ $words }”
letter-answered-file = 按企业要求提交了材料。
letter-complained = 要求按投诉处理。
letter-reminded = 催办。
letter-escalated = 要求升级处理。
letter-escalated-why = 要求升级处理，理由：“{ $words }”
letter-summoned = 要求人工服务。
letter-declined = 不接受企业的方案。
letter-declined-why = 理由：{ $reason }
letter-declined-words = 原话：“{ $words }”
letter-accepted = 接受企业的方案。
letter-took-back = 在方案执行前改变主意。
letter-took-back-why = 在方案执行前改变主意，理由：“{ $words }”
letter-new-fact = 提出新情况：“{ $words }”
letter-fixed = 确认问题已解决。
letter-not-fixed = 反馈问题没有解决。
letter-not-fixed-words = 反馈问题没有解决：“{ $words }”
letter-reopened = 要求重新处理，理由：“{ $words }”
letter-scored = 对处理结果打分：{ $score } 分（满分 { $best } 分）。
letter-scored-words = 对处理结果打分 { $score } 分，并说明：“{ $words }”
letter-withdrawn = 撤回投诉。
letter-withdrawn-why = 撤回投诉，理由：“{ $words }”
letter-refiled = 补齐所缺内容，重新提交投诉。
letter-referred = 此事经{ $body }转交企业处理。
letter-appealed = 登记了申诉编号 { $reference }。
letter-contacts = 此前与企业的联系
letter-contact-number = 对方给出的编号：{ $number }
letter-contact-stated = 以上为本人陈述。
letter-contact-found = 企业已在记录中核实。
letter-contact-not-found = 企业称没有查到记录；以上为本人陈述。
letter-answers = 企业的答复
letter-received = 受理投诉，告知工单号 { $no }。
letter-replied = 答复：“{ $words }”
letter-solved = 告知已经处理：“{ $words }”
letter-asked = 要求补充：{ $words }
letter-held = 告知暂缓处理，原因：“{ $words }”
letter-delayed = 告知答复将推迟。
letter-delayed-why = 告知答复将推迟，原因：“{ $words }”
letter-late = 告知“{ $what }”将晚于约定的日期。
letter-late-why = 告知“{ $what }”将晚于约定的日期，原因：“{ $words }”
letter-refused = 告知不予受理。
letter-refused-why = 告知不予受理，理由：{ $reason }
letter-offered =
    提出第 { $place } 份方案。核查结果：“{ $finding }”
    方案内容：
    { $items }
letter-offered-plain =
    提出第 { $place } 份方案：
    { $items }
letter-withdrew = 撤回了该方案。
letter-final = 给出最终处理意见：“{ $words }”
letter-confirmed = 出具书面确认单。
letter-done = 告知“{ $what }”已办妥，凭证：“{ $words }”
letter-done-unasked = 告知已办妥：“{ $words }”
letter-many-found = 告知有多位用户受同一问题影响，合并处理。
letter-many-fixed = 告知该问题已经恢复。
letter-called = 与本人通过电话。
letter-limits = 期限
letter-limit-kept = 应于 { $due } 前完成；{ $done } 完成，没有超过期限。
letter-limit-late = 应于 { $due } 前完成；{ $done } 才完成，超过期限。
letter-limit-open = 应于 { $due } 前完成；到 { $at } 仍未完成，超过期限。
letter-limit-runs = 应于 { $due } 前完成；到 { $at } 期限未满，尚未完成。
letter-demands = 申诉请求
letter-demand-money = { $what }，{ $money }
letter-demand-by = 希望在 { $date } 前办理。
letter-demand-added = 协商中提出：“{ $words }”
letter-elsewhere = 其他机构的处理情况
letter-elsewhere-none = 本人没有就此事向法院、仲裁机构、消费者组织或其他主管部门提出请求。
letter-elsewhere-court = 已向法院起诉
letter-elsewhere-arbitration = 已申请仲裁
letter-elsewhere-consumer = 已向消费者组织投诉
letter-elsewhere-regulator = 已由通信管理部门处理
letter-elsewhere-other = 已由其他机构处理
letter-evidence = 证据目录
letter-evidence-none = 工单中没有本人提交的文件。
letter-exhibit = { $what }，{ $at } 收到
letter-exhibit-named = { $what }“{ $name }”，{ $at } 收到
letter-exhibit-hash =
    { $file }（{ $size } 字节）
    SHA-256 { $hash }
letter-kind-photo = 图片
letter-kind-voice = 录音
letter-kind-video = 视频
letter-kind-document = 文件
letter-kind-confirmation = 企业出具的处理方案确认单
letter-closing = 以上内容摘自工单 { $no } 的记录和本人的陈述，引号内为原话。请贵单位依法处理。
letter-submitted = 此致　{ $body }
letter-signature = 申诉人（签名）
letter-date = 日期
letter-foot = 按工单 { $no } 截至 { $at } 的记录生成。
index-title = 工单 { $no } 的证据，截至 { $at }
index-lost = 原件未能读取，没有放进压缩包。
index-check = 解压后在该文件夹中运行 sha256sum -c，可核对每个文件与 SHA256SUMS 中的值是否一致。
position-title = 最终处理意见书
position-to = 致
position-complaint = 您的投诉
position-wish = 您的诉求
position-offers = 我们提出过的方案
position-reasons = 我们的最终意见及理由
position-still = 您仍可接受的方案
position-rights = 您的申诉权利
position-may-appeal = 我们没有能与您达成一致。您可以向{ $body }申诉，是否申诉由您决定。
position-body = 受理单位
position-as-of = 联系方式
position-checked = 截至 { $checked }
position-go-on = 申诉不影响我们继续为您办理；有新情况，随时可以告诉我们。
position-from = 出具单位
position-foot = 本意见书按工单 { $no } 的记录生成，请妥善保存。需要申诉材料，请在对话中选“申诉办法”。
overdue-title = 答复逾期告知书
overdue-may-appeal = 您现在可以向{ $body }申诉，是否申诉由您决定。我们继续处理您的投诉。
overdue-state = 目前的情况
overdue-words = 您于 { $filed } 提出投诉，到 { $at } 我们还没有给出处理意见，超过了 { $rule-answer-days } 天的期限，非常抱歉。依据：{ $rule-answer }。
desk-handed = 已制作的申诉材料
desk-handed-at = { $at } 制作
desk-handed-why = 材料里有申诉人的完整姓名、电话和地址。请选择用途，查看会记入工单记录。

## 工作台的第一批人员

staff-director = 值班总监
staff-admin = 管理员

## web：浏览器里的投诉页面

web-operator = 通信服务
web-title = 投诉服务
web-tab = { $operator } · 投诉服务
web-bot = 投诉服务助手（机器人）
web-you = 您
web-staff = 工作人员
web-person = 转人工
web-language = English
web-language-label = 切换语言 / Change language：English
web-log = 对话
web-composer = 输入消息
web-hint = 说说发生了什么…
web-send = 发送
web-attach = 添加图片或文件
web-choices = 选项
web-chosen = 已选：{ $words }
web-old = 已过期的选项
web-with = { $name }正在和您对话，机器人暂不回复
web-typing = 正在回复
web-edited = 已更新
web-failed = 还没发出去。网络恢复后会自动重发。
web-refused = 没有发出去
web-retry = 重新发送
web-lost = 连接断开了，正在重新连接。您写的内容都还在。
web-reload = 页面需要刷新一下，才能接着聊。
web-reload-button = 刷新
web-newer = 看新消息
web-earlier = 查看更早的消息
web-today = 今天
web-yesterday = 昨天
web-picture = 图片：{ $name }
web-save = 下载：{ $name }
web-link = 您的私人链接
web-link-why = 关掉网页后，用它可以在任何浏览器回到这次对话。请自己存好，不要转发。
web-link-copy = 复制链接
web-copied = 已复制
web-file-type = 这种文件收不了。可以发图片、视频、录音、PDF 或纯文本。
web-file-large = 文件太大了，请控制在 { $size } MB 以内。
web-file-empty = 这个文件是空的，请重新选一个。
web-text-long = 这段文字超过 { $limit } 字，请分成几条发送。
web-noscript = 请在浏览器里开启 JavaScript，才能使用这个页面。
web-noscript-hotline = 您也可以拨打客服热线 { $hotline }。
web-resume-gone = 这个链接已经失效
web-resume-gone-why = 可能是抄漏了字，也可能后来换过新链接。您可以重新开始对话；已提交的投诉不受影响。
web-resume-start = 打开投诉页面
web-resume-ask = 打开另一个对话？
web-resume-ask-why = 这个浏览器里已经有一个对话。打开新的以后，原来的要用它自己的私人链接才能找回。
web-resume-open = 打开链接里的对话
web-resume-stay = 留在现在的对话

## 认定参考:给处理人看的核查结果

hint-failed = 未做到
hint-passed = 已做到
hint-not_known = 无法判断
hint-n1-short = 公告于 { $announced } 发布，检修 { $begins } 开始，只提前了 { $hours } 小时；应提前 { $ahead } 小时。
hint-n1-none = { $begins } 开始的检修，用户遇到时还没有公告；应提前 { $ahead } 小时公告。
hint-n1-kept = 公告于 { $announced } 发布，检修 { $begins } 开始，提前了 { $hours } 小时（应提前 { $ahead } 小时）。
hint-n1-unknown = 检修日历里没有对应这个地点和时间的检修。请向网络维护部核实是否计划内停网；计划内的应提前 { $ahead } 小时公告。
hint-n2-short = “{ $service }”于 { $announced } 公告、{ $ends } 下架，只提前了 { $days } 天；应提前 { $ahead } 天。
hint-n2-none = “{ $service }”于 { $ends } 下架，没有公告；应提前 { $ahead } 天公告。
hint-n2-kept = “{ $service }”于 { $announced } 公告、{ $ends } 下架，提前了 { $days } 天（应提前 { $ahead } 天）。
hint-n2-unknown = 下架登记里没有用户说的这项业务。请向业务部门要下架公告及日期；应提前 { $ahead } 天公告。
hint-n3-sent = { $reminder }：{ $at } 已发送。
hint-n3-reached = { $reminder }：{ $at } 已发送（{ $threshold }）。
hint-n3-missing = { $reminder }：{ $months } 没有发送记录。
hint-n3-late = { $reminder }：{ $at } 才发送，事情已经过去。
hint-n3-not-loaded = { $reminder }：{ $months } 的发送日志还没有导入，请向计费账务部索要。
hint-n3-when = 不知道是哪个月的事，查不了提醒记录。请先问清时间。
hint-h1-over = 说好 { $due } 前到，登记投诉时已过 { $days } 天。
hint-h1-ahead = 说好 { $due } 前到，登记投诉时还没到期。
hint-h1-told = 用户说的到账时间是“{ $words }”，请对照活动规则确认日期。
hint-h1-unknown = 不知道说好哪天到。请查活动规则。
hint-from-planned = 检修日历
hint-from-work = 检修日历第 { $id } 条
hint-from-incident = 批量事件 { $no } 所属的检修
hint-from-endings = 业务下架登记
hint-from-reminders = 提醒发送日志，{ $months }
hint-from-subscriber = 用户提供，日期以活动规则为准
hint-from-nothing = 还没有可查的记录
sim-iccid = 卡号 ****{ $last }：{ $parts }。
sim-imsi = IMSI ****{ $last }：{ $parts }。
sim-tail = 只有卡号后四位 { $last }，看不出发行方、归属和年份。
sim-issuer = { $issuer }发行
sim-issuer-unknown = 发行方不详
sim-country = { $country }的卡
sim-area = 归属{ $area }
sim-year = { $year } 年制卡
sim-check = 卡号校验位不符，可能抄错了。
sim-number = 号码 { $number }：{ $parts }。携号转网后运营商可能已换。
sim-given = { $places } 号段最初分配给{ $issuer }
sim-resold = 由虚拟运营商转售
sim-differs = 卡和号段不是同一家：可能携号转网，也可能不是这个号码的卡。

## 员工群：卡片

group-head = { $no } · { $matter } · { $level } · { $state }
group-topic = { $no } { $matter }
group-person = { $number } · { $language } · { $channel }
group-no-number = 没有号码
group-channel-other = 其他渠道
group-story = “{ $words }”
group-story-rest = （全文 { $count } 字，见工作台）
group-files = 材料 { $count } 件
group-wishes = 诉求：{ $wishes }
group-priced = { $what } { $money }
group-disputed = 争议金额：{ $money }
group-owner = 负责人：{ $name }（{ $department }）
group-unowned = 还没有人认领（{ $department }）
group-nowhere = 未定部门
group-limit = { $limit }：{ $due }{ $gone ->
    [over] ，已超时
    [near] ，只剩不到两成时间
    [half] ，已过半
   *[early] { "" }
}
group-leave = { $name }的方案（{ $money }）等{ $role }批准
group-happened = { $at } { $who }：{ $what }
group-open = 打开工作台
group-do-claim = 认领
group-do-decide = 批准方案
group-do-answer = 记录用户的答复
group-do-resume = 恢复处理
group-do-propose = 提方案
group-do-ask = 问用户
group-do-done = 已办妥
group-do-pass = 转派
group-do-withdraw = 收回方案
group-do-reply = 回复用户
group-do-escalate = 升级
group-do-note = 写备注

## 员工群：草稿

group-draft = { $no } · { $name }：{ $what }
group-ask-reply-words = 请回复这条消息，写给用户的话。发送前会先给您预览。
group-ask-note-words = 请回复这条消息，写下备注。用户看不到。
group-ask-answer-words = 请回复这条消息，写下用户在电话或别处说的。
group-ask-pass-reason = 请回复这条消息，说明为什么退回分派。
group-ask-done-proof = 做了什么？请回复这条消息写明凭证，例如退费流水号、测速结果。用户会看到。
group-ask-withdraw-reason = 为什么收回方案？请回复这条消息。用户会看到。
group-ask-escalate-reason = 为什么升级？请回复这条消息，也可以不写。
group-ask-decide-reason = 为什么不批准？请回复这条消息。申请人会看到，用户看不到。
group-ask-decide-words = 要对总监说什么？请回复这条消息，也可以不写。
group-ask-facts = 要问用户什么？可以选几项，也可以回复这条消息用自己的话写。
group-ask-department = 转给谁？
group-ask-item = 哪一项办妥了？
group-ask-as_asked = 是完全按用户的诉求办的吗？如果不是，请提方案。
group-ask-liability = 责任在谁？
group-ask-finding = 查到了什么？请回复这条消息，写事实，不猜测。用户会看到。
group-ask-items = 给用户什么？可以点几项；也可以回复这条消息写一行，例如“双倍返还 188 元，11月27日”。
group-ask-money = “{ $what }”多少钱？可以点，也可以回复这条消息写金额。
group-ask-due = 最晚哪天办完？可以点，也可以回复这条消息写日期。
group-ask-leave = 为什么需要批准？请回复这条消息。审批人会看到，用户看不到。
group-ask-decision = 批准这个方案吗？
group-keep = 沿用原来的
group-next = 下一步
group-ticked = ✓ { $words }
group-more = 更多处理方式
group-no-amount = 不写金额
group-return = 不归我们：退回分派
group-as-asked = 是，完全按诉求办
group-decide-approve = 批准并发送
group-decide-refuse_approval = 不批准
group-decide-pass_up = 转给总监
group-without-words = 不写了
group-items-unclear = 没看出是哪种处理方式。请点一项，或写它的名称，例如“双倍返还 188 元”。
group-due-unclear = 没看懂这个日期。可以写“11月27日”“周五”或 2026-11-27，要在今天以后。
group-item = · { $what }
group-meanwhile = 在您写的时候：
    { $lines }
group-cannot = 现在不能这样做：{ $why }
group-preview = 用户将看到（{ $when }）：
group-cut = （一共 { $count } 字，这里只显示开头；发送的是全文）
group-when-now = 马上发送
group-when-later = { $at } 发送，现在是用户的休息时间
group-when-edit = 更新用户已有的卡片，不提醒
group-when-silent = 不主动发送，用户查进度时可见
group-gaps = 对照诉求：
    { $lines }
group-gap-met = · { $wish }：满足
group-gap-less = · { $wish }：少 { $less }
group-gap-missing = · { $wish }：没有给
group-gap-unclear = · { $wish }：用户自己的话，请您对照
group-gap-late = · { $wish }：晚于用户希望的日期
group-needs-leave = 这个方案需要{ $role }批准。{ $why }
group-ask-for-leave = 申请批准
group-send = 发送
group-submit = 提交
group-as-note = 只作备注
group-back = 上一步
group-cancel = 取消
group-sent = { $no } · { $at } { $name }：{ $what }
group-quoted = “{ $words }”
group-old = 这个按钮已经过期，请看最新的内容。
group-release = 放下：让别人认领
group-ask-pass-words = 有什么要交代的？请回复这条消息，也可以不写。
group-moved-on = { $no } → { $department }
group-quicker = 有人先了一步：
    { $lines }
group-over = 这份草稿已经结束了。
group-not-yours = 这是{ $name }的草稿，只有本人能操作。
group-cancelled = 已取消，什么都没有发出。
group-no-files = 图片和文件不能从这里转给用户。请用文字说明。
group-takes-no-words = 这一步不需要写字，请点按钮。
group-sent-already = 那条已经发给用户，改不了了。需要更正的话，请再写一条。
group-fed = { $at } 用户：{ $words }
group-fed-edited = { $at } 用户（改过）：{ $words }
group-fed-staff = { $at } { $name } → 用户：{ $words }
group-fed-file = { $at } 用户（{ $kind }）{ $words }
group-fed-absent = { $at } 用户（{ $kind }，没有收到）{ $words }

## 员工群：命令

group-help = 在群里可以这样工作：
    · 卡片上的按钮：认领、转派、问用户、提方案、办妥等，只显示现在能做的。
    · 认领后工单有自己的话题，用户说的话会出现在那里。
    · 在工单话题里写字，或回复它的卡片，就是给用户的回复；发送前先预览，也可以改存备注。
    · 改写您的消息，草稿跟着改。以 // 或 @ 开头的话只给同事看。
    · /find 工单号：找一张工单　/mine：我的工单　/report：本周情况
group-find-how = 请在命令后写工单号，例如 /find TS26110004277
group-find-none = 没有找到“{ $typed }”。请核对工单号。
group-open-here = 在群里查看
group-mine = 您名下在办的工单：{ $count } 件
group-mine-none = 您名下没有在办的工单。
group-line = { $no } · { $matter } · { $state }
group-line-due = { $no } · { $matter } · { $state } · { $due } 到期

## 员工群：提醒

group-call = { $names }：{ $no } { $what }
group-call-near = “{ $limit }”只剩不到两成时间，{ $due } 到期。
group-call-over = “{ $limit }”已超时，原定 { $due }。
group-call-leave = { $name }的方案（{ $money }）等您批准。

## 员工群：一周情况

group-report-title = 一周情况：{ $since } 至 { $until }
group-report-filed = 新受理
group-report-ended = 已结束
group-report-open = 目前在办
group-report-first = 首个方案即接受
group-report-mean = 平均分
group-report-satisfied = 满意（8 分及以上）
group-report-answered = 评价回复率
group-report-called = 低分按时回访
group-report-scores = 评分分布（目标：{ $goal }% 在 8 分及以上）
group-report-limits = 时限达成
group-report-none = 这一周没有到期的时限。

## 工作台：页面

desk-title = 工作台
desk-brand = 投诉工作台
desk-skip = 跳到正文
desk-nav = 主导航
desk-menu = 菜单
desk-menu-all = 全部页面
desk-group-cases = 投诉
desk-group-network = 事件与施工
desk-group-team = 团队
desk-group-figures = 数据
desk-group-books = 资料
desk-queue = 队列
desk-tasks = 待办
desk-key-accounts = 重点客户
desk-keys-about = 这些号码的投诉走绿色通道。只有同事看得到，号码加上或移除都有记录。
desk-keys-number = 手机号、固话或宽带账号
desk-keys-name = 名称
desk-keys-add = 加入
desk-keys-remove = 移除
desk-keys-by = { $at } 由{ $by }加入
desk-keys-command = 命令行
desk-keys-wrong = 请写完整的手机号、带区号的固话或宽带账号。
desk-keys-there = 这个号码已经在名单里。
desk-keys-empty = 名单里还没有号码。
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
desk-tab-due = 24 小时内到期
desk-tab-ended = 已结束
desk-tab-breached = 已超时
desk-tab-callback = 低分待回访
desk-tab-handover = 要求人工
desk-tab-approval = 待审批
desk-tab-parked = 暂挂
desk-sort = 排序
desk-sort-left = 剩余时间
desk-sort-newest = 最新受理
desk-sort-oldest = 最早受理
desk-sort-level = 级别从高到低
desk-sift = 筛选
desk-sift-any = 不限
desk-sift-off = 清除筛选
desk-sift-department = 部门
desk-sift-category = 类别
desk-sift-state = 状态
desk-sift-channel = 渠道
desk-sift-language = 语言
desk-sift-level = 级别
desk-calls = 还没有工单、要求人工的对话
desk-pick = 选中 { $number }
desk-pick-all = 选中本页全部
desk-bulk = 批量处理
desk-bulk-about = 已选 { $count } 件工单。每件单独处理，不能处理的会说明原因。
desk-bulk-chosen = 处理选中的
desk-bulk-all = 处理全部 { $count } 件
desk-bulk-others = 另有 { $count } 件
desk-bulk-begin = 对 { $count } 件执行
desk-bulk-none = 还没有选中工单。请在队列里勾选后再来。
desk-bulk-jobs = 您最近的批量处理
desk-bulk-running = 进行中
desk-bulk-missing = 请先填完必填项。
desk-bulk-remind = 催办
desk-bulk-reminded = 催办：请接着办理这一件。
desk-bulk-title = { $act }：{ $count } 件
desk-bulk-far = 已处理 { $settled } / { $total } 件
desk-bulk-going = 正在处理，可以离开本页。
desk-bulk-over = 完成：{ $done } 件已办，{ $refused } 件没有办成。
desk-bulk-refused = 没有办成的工单
desk-bulk-why = 原因
desk-bulk-fault = 处理时出错，已记入日志，请打开工单再试。
desk-page-before = 上一页
desk-page-after = 下一页
desk-keyboard = 键盘操作
desk-keyboard-down = 下一件
desk-keyboard-up = 上一件
desk-keyboard-open = 打开
desk-keyboard-pick = 选中或取消
desk-keyboard-claim = 认领
desk-keyboard-find = 搜索
desk-keyboard-help = 显示本说明
desk-claim-failed = 没有认领成功，请打开工单看看。
desk-search-more = 还有更多，请看下一页。
desk-search-unread = 还有 { $count } 条文字正在编入搜索，较早的工单可能暂时搜不到。
desk-search-cut = 这些字词太常见，只看了最近的工单。加一个词会更准。
desk-search = 搜索
desk-search-label = 按工单号、电话号码或文字搜索
desk-search-hint = 工单号 / 电话 / 文字
desk-search-found = “{ $search }”的搜索结果（含已结束）：{ $count } 件
desk-search-clear = 清除搜索
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
desk-empty-breached = 没有超时的工单。
desk-empty-callback = 没有等待回访的低分。
desk-empty-handover = 没有人在等人工。
desk-empty-approval = 没有等待审批的工单。
desk-empty-parked = 没有暂挂的工单。
desk-empty-sifted = 没有符合筛选条件的工单。
desk-empty-ended = 还没有结束的工单。
desk-empty-search = 没有找到。可以试试完整的电话号码、工单号，或用户原话里的词。
desk-more = 显示更多
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
desk-tone-calm = 平静
desk-tone-upset = 着急或不满
desk-tone-angry = 激动
desk-severity-1 = 1 级：没有造成损失
desk-severity-2 = 2 级：轻微损失或态度不好
desk-severity-3 = 3 级：严重损失或辱骂
desk-to-level = 级别：{ $level }
desk-level = 级别
desk-level-1 = 轻微
desk-level-2 = 一般
desk-level-3 = 重大
desk-flag-referral = 外部转办
desk-flag-alarm = 有升级倾向
desk-flag-angry = 情绪激动
desk-flag-appeal = 外部申诉中
desk-flag-inadmissible = 待确认不受理
desk-flag-key = 重点客户
desk-flag-alone = 要求单独办理
desk-flag-repeat = 第 { $count } 次投诉
desk-flag-alike = 像是重复，待认定
desk-flag-credit = 争议费用暂缓
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
desk-task-held = { $money }，{ $since } 起
desk-task-like = 和工单 { $no } 像是同一件事
desk-task-after = 接着工单 { $no }
desk-task-fails = 修好后又不行了 { $said }
desk-task-paid = 用户说上门时收了 { $money }
desk-task-paid-unknown = 用户说上门时收过钱，金额记不清
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
desk-chat-joined = { $name }在对话中，服务助手静默到 { $until }
desk-chat-joined-you = 您在对话中，服务助手静默到 { $until }
desk-chat-take-over = 由我接过来
desk-chat-hand-back-hint = 服务助手继续，用户会看到
desk-a-colleague = 同事
desk-chat-unreachable = 这个渠道联系不上用户了，请打电话，并在内部备注里记录。
desk-chat-without = 没有工单的对话
desk-chat-without-hint = 用户请求人工时还没有提交投诉。加入后直接写给用户；交还后，服务助手会接着问没答完的问题。
desk-chat-say = 写给用户
desk-chat-send = 发送
desk-chat-overtaken = 您填写时，同事已经回了用户，所以没有发出。您写的还在，看过上面的对话再发。
desk-chat-pressed = 打几分由用户自己决定。请去掉请对方评价、给高分或改分的话再发送；处理完以后会自动邀请用户评价。
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
desk-fact-proof = 号码核对
desk-proved = 本人已验证
desk-unproved = 未验证，付款前请核对
desk-fact-reach = 另一联系方式
desk-fact-name = 姓名
desk-fact-relation = 与号码的关系
desk-fact-window = 方便的时段
desk-fact-channel = 渠道
desk-fact-language = 语言
desk-fact-kind = 类型
desk-fact-when = 发生时间
desk-fact-place = 地点
desk-fact-amount = 争议金额
desk-fact-offered = 方案合计
desk-fact-wish-by = 期望时间
desk-fact-before = 此前反映
desk-fact-repeats = 重复投诉
desk-repeats-shown = 与工单 { $no } 是同一件事，第 { $times } 次
desk-repeats-joined = 已认定与工单 { $no } 是同一件事，第 { $times } 次；用户不知道那张工单
desk-repeats-hidden = 像是工单 { $no } 的同一件事，第 { $times } 次。号码没有验证，不要向用户提起那张工单；请选“认定是同一件事”或“认定是另一件事”
desk-fact-promise = 引用的承诺
desk-fact-opened = 受理时间
desk-fact-store = 营业厅
desk-fact-staff-number = 对方工号
desk-fact-liability = 责任认定
desk-fact-finding = 核查结果
desk-fact-credit = 暂缓催缴
desk-fact-think = 用户想一想到
desk-credit-waits = { $money }，{ $since } 起；计费还没有登记办理
desk-credit-placed = { $money }，{ $since } 起；计费 { $at } 已办理，编号 { $reference }
desk-credit-over = { $money }，{ $at } 已解除，{ $again } 后恢复计收
desk-fact-approved = 已批准金额
desk-fact-hold = 暂缓原因
desk-fact-inadmissible = 不予受理的理由
desk-fact-alarms = 用户提到
desk-fact-tone = 情绪
desk-fact-severity = 员工责任程度（仅质检）
desk-fact-area = 负责省份
desk-fact-referral = 转办机构
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
desk-beyond = 用户没有要求
desk-gap-met = 已满足
desk-gap-less = 少 { $less }
desk-gap-late = 晚于希望的 { $date }
desk-gap-missing = 没有回应
desk-gap-unclear = 用户自己的说法，请对照核对
desk-gap-instead = 换了方式
desk-beside = 方案对照诉求（用户看不到）
desk-look-first = 先看看方案还差什么（用户看不到）。确认无误，就再发送一次。
desk-not-asked = 诉求以外
desk-said-last = 用户上次的意见：
desk-needs-leave = { $why }由{ $role }审批。
desk-ask-leave = 申请审批
desk-keeps = 兑现承诺“{ $promise }”
desk-approvals = 方案审批
desk-leave-asked = 等待审批，还没有发给用户
desk-leave-granted = 已批准，已发给用户
desk-leave-refused = 未批准，没有发给用户
desk-leave-overtaken = 已过时，没有发给用户
desk-leave-by = { $by }申请 · { $at }
desk-leave-of = 由{ $role }审批
desk-leave-passed = { $name }已转请总监
desk-leave-why = 申请理由：{ $why }
desk-leave-because = 未批准的原因：{ $reason }
desk-leave-decided = { $name } · { $at }
desk-leave-overtaken-by = 申请以后工单有了新的进展：{ $move } · { $at }
desk-risk-below_promise = 方案低于用户引用的公开承诺
desk-risk-nothing_for_wish = 我方责任，但有诉求没有回应
desk-risk-declined_twice = 用户已两次不接受方案
desk-promises = 承诺库
desk-promises-about = 已经向用户公布的服务承诺。事情发生时有效的承诺才能在方案里引用。
desk-promises-none = 还没有公布的承诺。
desk-promise-holds = 有效
desk-promise-later = 尚未生效
desk-promise-over = 已过期
desk-promise-valid = 有效期
desk-promise-source = 出处
desk-promise-gives = 承诺内容
desk-promise-times = 最多争议金额的 { $times } 倍
desk-promise-for = 适用于
desk-promise-all = 所有问题
desk-promise-from = { $start } 起
desk-promise-between = { $start } 至 { $end }
desk-promise-cited = 用户已引用
desk-list-comma = 、
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
desk-clock-moved = 已提前告知改期
desk-clock-paused = 暂停中
desk-clock-item = 第 { $item } 项
desk-timeline = 时间线
desk-change = → { $state }
desk-scores = 用户评价
desk-score = { $score } 分
desk-solved-yes = 已解决
desk-solved-partly = 部分解决
desk-solved-no = 没有解决
desk-history = 这位用户的其他工单
desk-history-contacts = 没有形成工单的来访
desk-history-repeats = 本单重复它
desk-history-again = 重复了本单
desk-history-number = 同一号码
desk-looked = 谁看过、进过对话（{ $count }）
desk-looked-view = 查看了完整号码：{ $reason }
desk-looked-join = 加入对话
desk-looked-hand_back = 把对话交还服务助手
desk-contact-inquiry = 咨询
desk-contact-consultation = 咨询
desk-contact-suspected = 说不清是不是投诉
desk-contact-company = 找的是别的公司
desk-contact-end-open = 没有下文
desk-contact-end-helped = 已解答
desk-contact-end-complaint = 转为投诉
desk-contact-end-human = 找了人工
desk-contact-end-declined = 不想投诉
desk-contact-end-ticket = 归到已有工单
desk-contact-end-sent_on = 已告知该找谁
desk-siblings = 同一次提交的其他几件
desk-filed-with = 与 { $numbers } 同一次提交
desk-files-shared = { $count } 份材料没说是哪一件的，几件都附上了
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
desk-hints = 认定参考
desk-hints-note = 按已有记录核对的结果，仅供参考。责任由您认定。
desk-hints-card = 卡和号码
desk-hints-card-note = 按编码规则推断，以业务支撑记录为准
desk-hints-suggests = 指向“{ $liability }”
desk-hints-source = 依据：{ $source }
desk-advice-failed = 参考：{ $checks }未做到，指向“{ $liability }”。由您判断。
desk-advice-unknown = 还无法判断：{ $checks }。见“认定参考”。
desk-evidence-sent = 用户已发来
desk-evidence-asked = 已请用户提供，还没收到
desk-evidence-open = 用户补充细节时会请他提供

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
desk-news = 这张工单有新变化，您正在写的内容没有动。
desk-news-look = 查看最新
desk-close = 收起
desk-ticket-keys = 按 r 回复，n 备注，a 请用户补充，p 提方案，c 认领，u 返回队列，Esc 收起
desk-writing = { $name } 正在写“{ $form }”：
desk-here = { $name } 也在看
desk-others = 同时在这一页的同事
desk-restored = 您上次没有提交的内容还在，已放回表单。
desk-wrong-amount = “{ $typed }”不是金额。请写数字，例如 94 或 94.50，最多两位小数。
desk-wrong-variable = { $variable } 在这张工单上没有值，请把它改成具体的内容。
desk-item = 第 { $place } 项
desk-item-code = 处理方式
desk-item-words = 说明（选填）
desk-item-money = 金额（元）
desk-item-promise = 兑现哪条公开承诺
desk-item-promise-none = 不引用
desk-item-due = 完成日期
desk-item-more = 再加几项
desk-field-reply = 回复内容
desk-field-promised = 答应的日期
desk-field-facts = 请用户补充
desk-field-ask = 另外要问的
desk-field-note = 备注
desk-field-call = 已打电话联系用户
desk-field-told = 答复已用电话、信件等其他方式送达
desk-field-answer = 用户的补充
desk-field-solve = 做了什么
desk-field-refile = 补充了什么
desk-field-severity = 员工责任程度
desk-hint-severity = 只用于质检，用户看不到；与员工无关就不选。
desk-field-body = 转办机构
desk-field-body-until = 该机构要求的答复日期
desk-hint-body-until = 到期前会提醒您和主管。
desk-field-liability = 责任
desk-field-finding = 核查结果
desk-field-items = 方案内容
desk-field-reviewed = 已对照用户的诉求核对
desk-field-proof = 办理凭证
desk-field-wish-met = 完全按用户的诉求办理
desk-field-visit = 有同事上过门
desk-field-amount = 金额（元）
desk-field-meeting = 已会商确定
desk-field-leave = 为什么需要批准
desk-hint-leave = 您写的方案会完整转给审批人，批准后照原样发给用户；在此之前用户什么也看不到。
desk-hint-no-leave = 申请人会看到，用户看不到。
desk-field-final = 最终意见和理由
desk-field-decision = 通信管理部门的处理结果
desk-field-department = 部门
desk-field-reason = 原因
desk-field-hold-until = 复查日期
desk-field-outage = 故障已确认
desk-field-restored = 服务已恢复
desk-field-phone-date = 电话里答应的日期
desk-field-new-date = 新的日期
desk-field-item = 哪一项
desk-field-inadmissible = 理由
desk-field-mend = 用户怎样补充就能继续
desk-field-why = 说明
desk-field-hold-reference = 计费部门的办理编号
desk-field-reference = 申诉编号
desk-field-contact = 哪一次反映
desk-field-contact-outcome = 核实结果
desk-field-contact-finding = 记录里是怎么写的
desk-contact-found = 有记录
desk-contact-missing = 没有查到记录
desk-contact-stated = 用户陈述，待核实
desk-hint-promised = 回复里答应了日期就填上，到期前会提醒您。
desk-hint-ask = 要问的几项尽量一次问全，还可以再问 { $left } 次。
desk-hint-finding = 用户会看到。写查到的事实，不猜测。
desk-hint-contact-finding = 申诉材料里会写“您的陈述”或“我们的记录可以证实”。写清查了哪里、哪一天、谁答复的；没查到也不删用户的话。
desk-hint-items = 每项选一种处理方式并写明完成日期，没用到的行留空。
desk-hint-proof = 用户会看到，例如退费流水号、测速结果。
desk-hint-answer = 用户在电话或别处补充的，记在这里。
desk-hint-final = 用户会看到。前后说法一致，写清理由。
desk-hint-hold = 最多 { $days } 天；用户会看到原因和日期。
desk-hint-mend = 留空就用标准说法。

## 工作台：工作日

desk-calendar = 工作日
desk-calendar-title = { $year } 年工作日
desk-calendar-years = 年份
desk-calendar-provisional = 预计
desk-calendar-confirmed = 已确认
desk-calendar-provisional-why = { $year } 年的放假安排还没有在这里确认。这一年的日期先按周一至周五上班推算，对员工和用户都标明“预计”。
desk-calendar-confirmed-why = { $year } 年的放假安排已经公布，并已全部录入。
desk-calendar-confirm = 本年安排已公布并录全：确认
desk-calendar-undo = 还没有录全：撤回确认
desk-calendar-recounted = 正在计时的期限会在一分钟内重新计算；告诉过用户的日期如有变动，会告诉用户新日期。
desk-calendar-months = 月份
desk-calendar-cell = { $day }：{ $kind }
desk-calendar-work = 工作日
desk-calendar-rest = 周末
desk-calendar-holiday = 放假
desk-calendar-makeup = 调休上班
desk-calendar-mark-holiday = 休
desk-calendar-mark-makeup = 班
desk-calendar-choose = 点一个日期即可修改。
desk-calendar-look = 主管及以上可以修改。
desk-calendar-now = 现在：{ $kind }
desk-calendar-to-off = 改为放假
desk-calendar-to-work = 改为上班
desk-calendar-reason = 原因（员工都能看到）
desk-calendar-close = 不改了
desk-calendar-import = 录入公布的放假安排
desk-calendar-lines = 每行一段日期
desk-calendar-lines-hint = 例如“{ $year }-02-06..{ $year }-02-12 休”和“{ $year }-02-20 班”。要么全部录入，要么都不录入。
desk-calendar-take = 录入这些日期
desk-calendar-log = 修改记录
desk-calendar-log-empty = 还没有修改过。
desk-calendar-log-by = { $name } { $at }
desk-calendar-changed = { $day }：{ $became }
desk-calendar-changed-year = { $year } 年全年：{ $became }
desk-calendar-became-off = 放假
desk-calendar-became-work = 上班
desk-calendar-became-confirmed = 确认
desk-calendar-became-open = 撤回确认
desk-calendar-done-day = 日期已修改。
desk-calendar-done-year = 年份状态已修改。
desk-calendar-done-import = 已录入。
desk-calendar-no-reason = 没有修改：请写明原因，员工在该日期旁都能看到。
desk-calendar-no-lines = 没有修改：没有可以录入的行。
desk-calendar-wrong-head = 没有修改。请改好这些行：
desk-calendar-wrong = 第 { $line } 行“{ $said }”{ $why }
desk-calendar-wrong-form = 写法不对，应像“2027-02-06..2027-02-12 休”或“2027-02-20 班”。
desk-calendar-wrong-day = 里有不存在的日期。
desk-calendar-wrong-order = 的结束早于开始。
desk-calendar-wrong-long = 超过一个月。
desk-calendar-wrong-year = 不是这一年的日期。
desk-calendar-wrong-twice = 与另一行对同一天的说法不一致。

## 工作台：计划停网

desk-planned = 计划停网
desk-planned-about = 已公告的网络施工。有人在这个区域、这些业务上遇到问题，会先按它说明。公告要比开始早 { $hours } 小时。
desk-planned-group-now = 正在施工
desk-planned-group-coming = 即将施工
desk-planned-group-over = 已结束
desk-planned-none-now = 现在没有施工。
desk-planned-none-coming = 没有录入要做的施工。
desk-planned-none-over = 还没有结束的施工。
desk-planned-everywhere = 全网
desk-planned-span = { $start } 至 { $end }
desk-planned-announced = { $at } 公告，{ $notice }
desk-planned-notice-ok = 提前 { $hours } 小时
desk-planned-notice-short = 只提前 { $hours } 小时
desk-planned-notice-none = 没有公告
desk-planned-cancelled = 已取消
desk-planned-log = 记录 { $count }
desk-planned-log-added = 录入。
desk-planned-log-moved = 结束时间由 { $was } 改为 { $became }。
desk-planned-log-cancelled = 取消。
desk-planned-why = 原因：{ $reason }
desk-planned-by = { $name } { $at }
desk-planned-change = 改结束时间或取消
desk-planned-move = 改结束时间
desk-planned-cancel = 取消施工
desk-planned-reason = 原因（员工都能看到）
desk-planned-new = 录入施工
desk-planned-areas = 区域
desk-planned-areas-hint = 写名称或六位代码，几处用“；”隔开，例如“海淀区；浙江省杭州市西湖区”。全网施工请写“全网”。
desk-planned-services = 受影响的业务
desk-planned-starts = 开始
desk-planned-ends = 结束
desk-planned-told = 公告时间
desk-planned-told-hint = 没有公告就空着。比开始早不到 { $hours } 小时，会提示办理人可能是我方责任。
desk-planned-words = 给用户的说明
desk-planned-words-zh-CN = 给用户的说明（中文）
desk-planned-words-en = 给用户的说明（英文）
desk-planned-words-hint = 一句话说明做什么，例如“光缆割接，手机和宽带会中断”。可以空着。
desk-planned-enter = 录入
desk-planned-look = 主管及以上可以录入和修改。
desk-planned-done-added = 已录入。
desk-planned-done-moved = 结束时间已修改。
desk-planned-done-cancelled = 施工已取消。
desk-planned-done-same = 没有变化：已经是这样了。
desk-planned-no-reason = 请写明原因，员工在施工旁都能看到。
desk-planned-wrong-head = 没有录入。请改好这些：
desk-planned-wrong-none = { $field }：请填写。
desk-planned-wrong-unknown = { $field }：不认识“{ $said }”。
desk-planned-wrong-many = { $field }：“{ $said }”有几处，请写全名或代码：{ $choices }。
desk-planned-wrong-time = { $field }：“{ $said }”不是时间，应像“2026-11-20 01:00”。
desk-planned-wrong-order = { $field }：要晚于开始。
desk-planned-wrong-long = { $field }：比开始晚了 14 天以上，请分段录入。
desk-planned-wrong-later = { $field }：“{ $said }”还没有到。
desk-planned-wrong-words = { $field }：最多 300 个字。

## 工作台：人员、审批、回访、目录

desk-off-shift = 不在班
desk-given-to = 转给{ $name }
desk-field-colleague = 同事
desk-field-level = 级别
desk-staff = 人员与排班
desk-staff-about = 谁在岗、谁代班、谁手上有多少工单。缺勤的同事不再收到提醒，也不能认领新工单，由代理人或主管接替。
desk-staff-role = 角色
desk-staff-areas = 负责省份
desk-staff-areas-hint = 可写多个，用空格分开，如“四川 北京”；留空表示全国。
desk-staff-everywhere = 全国
desk-staff-all-departments = 不限部门
desk-staff-now = 现在
desk-staff-load = 在办工单
desk-staff-week = 一周排班
desk-staff-here = 在岗
desk-staff-on-shift = 在班，到 { $until }
desk-staff-off = 不在班，{ $at } 上班
desk-staff-left = 已离职
desk-staff-absent = 缺勤至 { $until }，{ $who }
desk-staff-absent-open = 缺勤，返岗时间未定，{ $who }
desk-staff-instead = 由{ $name }代理
desk-staff-instead-leads = 由主管代理
desk-staff-day-absent = 缺勤
desk-staff-day-any = 不定时
desk-staff-day-off = 休息
desk-staff-gone = 已离职 { $count } 人
desk-staff-new = 新增人员
desk-staff-name-hint = 用户会看到这个名字。
desk-staff-add = 新增并生成登录链接
desk-staff-no-name = 请填写姓名，最多 40 个字。
desk-staff-there = 已经有一位在职的{ $name }，请换一个能区分的名字。
desk-staff-above = 这个角色不在您的权限内，请找总监或管理员。
desk-staff-own-role = 不能改自己的角色，请找另一位管理员。
desk-staff-not-oneself = 不能给自己办离职，请找另一位管理员。
desk-staff-last = 只剩这一位{ $role }，请先把这个角色给另一位同事。
desk-staff-has-tickets = 还有 { $count } 张在办工单，请先选好交给谁。
desk-staff-no-province = “{ $said }”不是省份，可以写成 510000、四川或 Sichuan。
desk-staff-no-times = 每个上班的日子都要写清上班和下班时间。
desk-staff-link = { $name }的登录链接
desk-staff-link-hint = 只显示这一次，10 分钟内有效，只能用一次。请只发给本人。
desk-staff-link-title = 登录链接
desk-staff-link-about = 换设备、会话过期或链接失效时，在这里重新生成。
desk-staff-link-make = 生成登录链接
desk-staff-absences = 缺勤
desk-staff-no-absences = 没有登记缺勤。
desk-staff-absent-new = 登记缺勤
desk-staff-back = 已返岗
desk-staff-not-gone = 取消这次缺勤
desk-absence-first = 第一天
desk-absence-last = 最后一天
desk-absence-no-end = 返岗时间未定
desk-absence-stand-in = 代理人
desk-absence-leads = 由主管代理
desk-absence-hint = 缺勤期间，代理人收到这位同事的时限提醒；没有代理人时由主管接收。在办工单仍在本人名下，需要时在下面转出。
desk-absence-enter = 登记
desk-absence-span = { $start } 至 { $end }
desk-absence-leave = 休假
desk-absence-sick = 病假
desk-absence-training = 培训
desk-absence-other = 其他
desk-absence-is-now = 进行中
desk-absence-is-coming = 未开始
desk-absence-is-over = 已结束
desk-absence-no-dates = 请填写今天或以后的日期，最后一天不早于第一天，最远一年。
desk-absence-gone = 这条缺勤已经取消。
desk-staff-shifts = 每周班次
desk-staff-shifts-hint = 不上班的日子留空；一周全空表示不定时。下班时间早于上班时间的，算到第二天。
desk-staff-day = 星期
desk-shift-starts = 上班
desk-shift-ends = 下班
desk-staff-keep-shifts = 保存班次
desk-staff-open = 在办工单 { $count } 张
desk-staff-tickets-to = 在办工单交给
desk-staff-to-free = 放回待认领
desk-staff-hand-over = 全部转出（{ $count } 张）
desk-staff-handed = 已转出 { $gone } 张，{ $stayed } 张未能转出，还有 { $left } 张未处理，请再点一次。
desk-staff-more = 另有 { $count } 张。
desk-staff-change-title = 角色和部门
desk-staff-keep = 保存
desk-staff-leave-title = 离职
desk-staff-leave-hint = 立即退出所有登录，以后不能再登录。历史记录保留姓名。
desk-staff-leave = 办理离职
desk-staff-return = 重新入职
desk-staff-history = 变更记录
desk-staff-change = { $was } → { $became }
desk-words-nothing = 无
desk-staff-did-added = 新增
desk-staff-did-role = 角色
desk-staff-did-department = 部门
desk-staff-did-areas = 负责省份
desk-staff-did-link = 生成登录链接
desk-staff-did-shifts = 调整班次
desk-staff-did-absent = 登记缺勤
desk-staff-did-back = 返岗或取消缺勤
desk-staff-did-left = 离职
desk-staff-did-returned = 重新入职
desk-staff-done-changed = 已保存。
desk-staff-done-shifts = 班次已保存。
desk-staff-done-absent = 缺勤已登记。
desk-staff-done-back = 已登记返岗。
desk-staff-done-left = 已办理离职。
desk-staff-done-returned = 已重新入职，请为其生成登录链接。
desk-staff-done-handed = 在办工单已全部转出。
desk-to-approve = 待审批
desk-approvals-about = 超出经办人权限的方案，以及同事申请不予受理的投诉。审批人不能是申请人；批准后，方案按起草内容发给用户。
desk-approvals-asked = 申请
desk-approvals-sum = 方案合计
desk-approvals-disputed = 争议金额 { $amount }
desk-approvals-seen = 看用户会收到的内容
desk-approvals-not-yours = 这一项要由其他同事决定。
desk-approvals-none = 没有等待审批的事项。
desk-approvals-more = 还有更多，处理后会继续显示。
desk-call-backs = 低分回访
desk-call-backs-about = 用户打了低分，一个工作日内由主管回访。没接通可以再打，满 { $most } 次仍未接通就此结束。
desk-call-backs-none = 没有待回访的低分。
desk-call-backs-made = 近 { $days } 天的回访
desk-calling-tries = 已打 { $count } 次
desk-calling-score = 评分
desk-calling-owner = 经办人
desk-calling-came = 回访结果
desk-calling-words = 用户怎么说
desk-calling-keep = 保存结果
desk-calling-done = 回访结果已保存。
desk-calling-gone = 这条回访已不存在。
desk-calling-done-already = 同事已经回访过了。
desk-calling-no-words = 请选择结果，并写下用户怎么说。
desk-calling-reached = 已接通
desk-calling-in-time = 按时
desk-calling-late = 超时
desk-calling-rescued = 已挽回
desk-calling-ticket = 工单
desk-calling-at = 时间
desk-calling-by = 回访人
desk-of = { $part } / { $whole }
desk-came-content = 接通，用户已满意
desk-came-explained = 接通，已说明，用户意见不变
desk-came-again = 接通，用户要求重新处理
desk-came-not_reached = 未接通
desk-tiles-title = 分布
desk-tiles-about = 方块是示意，不代表地图；颜色越深工单越多，数字是工单数。
desk-tiles-desc = { $places } 个地区，共 { $tickets } 张工单
desk-tiles-said = { $place }：{ $incidents } 个事件，{ $tickets } 张工单
desk-tiles-open = 未结
desk-tiles-unknown = 地点不明
desk-tiles-none = 还没有地点明确的工单。
desk-tiles-back = 看全部省份
desk-catalogue = 目录
desk-catalogue-about = 现在使用的是版本 { $version }。类别、追问、处理方式、部门和时限都来自目录文件，网页上只能看，不能改。
desk-catalogue-categories = 类别（{ $count }）
desk-catalogue-remedies = 处理方式（{ $count }）
desk-catalogue-departments = 部门（{ $count }）
desk-catalogue-limits = 时限（{ $count }）
desk-catalogue-chains = 提醒和到时自动办理
desk-catalogue-money = 各角色可承诺的金额
desk-catalogue-hours = 时间安排
desk-catalogue-hours-opening = 人工服务
desk-catalogue-hours-work = 工作时间
desk-catalogue-hours-night = 不推送消息
desk-catalogue-hours-survey = 不推送调查和催办
desk-catalogue-subtypes = 细类
desk-catalogue-needs = 受理前问
desk-catalogue-need-when = 发生时间
desk-catalogue-need-place = 地点
desk-catalogue-need-amount = 争议金额
desk-catalogue-need-number = 业务号码
desk-catalogue-questions = 受理后追问
desk-catalogue-asks-text = 自由填写
desk-catalogue-asks-choice = 选择
desk-catalogue-asks-date = 日期
desk-catalogue-asks-yes-no = 是或否
desk-catalogue-asks-card = 卡号
desk-catalogue-asks-staff = 工号
desk-catalogue-pictures = 需要的照片
desk-catalogue-fitting = 优先给用户选的处理方式
desk-catalogue-emergency = 先说的话
desk-catalogue-with-money = 涉及金额
desk-catalogue-least = 最低角色
desk-catalogue-covers = 同时满足
desk-catalogue-offered-only = 只由我们提出
desk-catalogue-anybody = 不限
desk-catalogue-yes = 是
desk-catalogue-no = 否
desk-catalogue-works-on = 负责类别
desk-catalogue-told = 告诉用户部门名称
desk-catalogue-limit = 时限
desk-catalogue-length = 多长
desk-catalogue-from = 开始
desk-catalogue-to = 结束
desk-catalogue-marks = 到点做什么
desk-catalogue-rests = 暂停：{ $states }
desk-catalogue-days = { $days } 天
desk-catalogue-span-hours = { $hours } 小时
desk-catalogue-span-minutes = { $minutes } 分钟
desk-catalogue-same-day = 当天
desk-catalogue-to-date = 到受理时写明的日期
desk-catalogue-to-named = 到告知用户的日期
desk-catalogue-calendar-cal = 全天连续计算
desk-catalogue-calendar-wd = 工作日
desk-catalogue-calendar-wh = 工作日的工作时间
desk-catalogue-calendar-dh = 每天的值班时间
desk-catalogue-levels = { $levels } 级
desk-catalogue-only-referral = 外部转来的
desk-catalogue-only-key = 重点客户
desk-catalogue-only-unrecorded = 责任还没有登记的
desk-catalogue-only-single = 不属于批量事件的
desk-catalogue-key-shorter = 重点客户更短
desk-catalogue-mark = { $when }：{ $what }
desk-catalogue-then = 之后每 { $every } 提醒：{ $roles }
desk-catalogue-before = 到期前 { $span }
desk-catalogue-after = { $span } 后
desk-catalogue-at-end = 到期
desk-catalogue-breach = 计为超时
desk-catalogue-tells = 提醒{ $role }
desk-catalogue-approver = 审批人
desk-catalogue-task = 待办“{ $task }”
desk-catalogue-message = 发消息 { $code }
desk-catalogue-quiet = 只记录
desk-catalogue-check = 检查新目录
desk-catalogue-check-about = 上传的文件只在这里读一遍：有没有错、和现在用的差在哪里。不保存，也不会启用；要启用，请由运维人员替换目录文件并重启服务。
desk-catalogue-file = 目录文件（TOML）
desk-catalogue-check-do = 检查
desk-catalogue-checked = 检查结果：{ $name }
desk-catalogue-good = 没有发现错误。文件版本 { $version }，与现在用的相差 { $count } 处。文件没有保存。
desk-catalogue-others = 另有 { $count } 处差异没有列出。
desk-catalogue-no-file = 请先选择文件。
desk-catalogue-large = 文件超过 2 MB，不是目录文件。
desk-catalogue-no-text = 文件不是 UTF-8 文本。
desk-catalogue-no-toml = 文件不是有效的 TOML，第一处错误：
desk-catalogue-fault = 目录有错，按提示改好后再检查一次。第一处错误：
desk-catalogue-added = 新增
desk-catalogue-removed = 去掉
desk-catalogue-changed = 改动
desk-catalogue-part-categories = 类别
desk-catalogue-part-remedies = 处理方式
desk-catalogue-part-departments = 部门
desk-catalogue-part-clocks = 时限
desk-catalogue-part-notices = 消息
desk-catalogue-part-promises = 承诺
desk-catalogue-part-answers = 常用答复
desk-catalogue-part-money-limits = 金额权限
desk-catalogue-part-version = 版本
desk-catalogue-part-triggers = 预警词
desk-catalogue-part-routes = 派单规则

## 工作台：时限提醒和每日清单

desk-late-title = 快到期或已超期
desk-late-more = 还有 { $count } 件快到期或已超期
desk-late-why = 同时到期的太多，待办里只显示件数。
desk-late-empty = 没有需要看的时限。
desk-task-times = 已提醒 { $count } 次
desk-digest = 今日
desk-digest-title = { $day }要看的工单
desk-digest-days = 日期
desk-digest-made = { $at } 生成，之后不再变动。
desk-digest-tasks = 待办里等您处理
desk-digest-over = 已超期
desk-digest-near = 下次清单前到期
desk-digest-major = 三级（重大）
desk-digest-breached = 上次清单后超期的时限
desk-digest-repeated = 重复投诉或重新处理
desk-digest-reminded = 用户催办
desk-digest-new = 上次清单后新增
desk-digest-free = 待认领
desk-digest-open = 未办结
desk-digest-rest = 另有 { $count } 件
desk-digest-nothing = 没有等您处理的事。
desk-digest-none = 还没有清单。工作日 { $time } 生成。

## 工作台：批量事件

desk-incidents = 批量事件
desk-incidents-live = 未结束
desk-incidents-suspected = 待确认
desk-incidents-open = 处理中
desk-incidents-fixed = 已恢复
desk-incidents-settled = 已给统一方案
desk-incidents-ended = 已结束
desk-incidents-back = 全部批量事件
desk-incidents-none = 没有处于这个阶段的批量事件。
desk-incidents-none-live = 现在没有批量事件。同一地区短时间内有多人反映同一问题时，会自动出现在这里。
desk-incident-stage-suspected = 待确认
desk-incident-stage-open = 处理中
desk-incident-stage-fixed = 已恢复
desk-incident-stage-settled = 已给统一方案
desk-incident-stage-closed = 已结束
desk-incident-stage-dismissed = 已排除
desk-incident-step-found = 发现
desk-incident-step-confirmed = 确认
desk-incident-step-fixed = 恢复
desk-incident-step-settled = 统一方案
desk-incident-step-over = 结束
desk-column-stage = 阶段
desk-column-since = 开始
desk-column-expected = 预计恢复
desk-column-answer-by = 预计有结论
desk-column-tickets = 工单
desk-column-told = 最近一次群发
desk-column-place = 地点
desk-column-answer = 用户反馈
desk-keys-few = 按 j、k 移动，Enter 打开
desk-incident-everywhere = 全网
desk-incident-kinds = { $category }：{ $kinds }
desk-incident-unowned = 待接手
desk-incident-untold = 还没有给所有人发过消息。
desk-incident-counts = 在办 { $open }，已结束 { $ended }
desk-incident-counts-parted = 在办 { $open }，已结束 { $ended }，已移出 { $parted }
desk-incident-news = 这起批量事件有新变化，您正在写的内容没有动。
desk-incident-overtaken = 在您填写时，这起批量事件有了新变化，所以没有提交。您写的内容都在。刚才发生的：
desk-incident-over = 这起批量事件已经结束，各工单单独继续。
desk-incident-facts = 已知情况
desk-incident-fact-matter = 事项
desk-incident-fact-where = 地区
desk-incident-fact-campaign = 活动或产品
desk-incident-fact-since = 开始
desk-incident-fact-found = 发现
desk-incident-fact-expected = 预计恢复
desk-incident-fact-answer-by = 预计有结论
desk-incident-fact-fixed = 恢复
desk-incident-fact-settled = 统一方案
desk-incident-fact-over = 结束
desk-incident-source-threshold = { $at }，按规则“{ $rule }”
desk-incident-source-staff = { $at }，人工登记
desk-incident-source-planned = { $at }，属于已公告的施工
desk-wording = 统一口径
desk-wording-about = 对所有人只有一种说法，两种语言
desk-wording-none = 没有写，用标准说法。
desk-wording-reads = 用户现在看到的
desk-incident-told = 群发消息
desk-incident-offer = 统一方案
desk-incident-in-queue = 在队列里看
desk-incident-part = 移出
desk-incident-say-zh-CN = 中文口径
desk-incident-say-en = 英文口径
desk-incident-reads-b1 = 给所有人（{ $reader }）
desk-incident-reads-b1n = 给所有人（{ $reader }）
desk-incident-reads-b2 = 给只要求恢复的用户（{ $reader }）
desk-incident-reads-b2w = 给还有其他诉求的用户（{ $reader }）
desk-incident-reads-b3 = 给诉求还没有答复的用户（{ $reader }）
desk-incident-reads-b3c = 给已经确认或已有答复的用户（{ $reader }）
desk-incident-reads-b4 = 给已收到通知的用户（{ $reader }）
desk-incident-news-found = 发现通知
desk-incident-news-note = 进展通知
desk-incident-news-fixed = 恢复通知
desk-incident-news-settled = 统一方案
desk-incident-news-dismissed = 排除通知
desk-incident-do-confirm = 确认并通知所有人
desk-incident-do-fix = 已恢复
desk-incident-do-settle = 给统一方案
desk-incident-do-close = 结束事件
desk-incident-do-claim = 由我负责
desk-incident-do-expected = 改预计恢复时间
desk-incident-do-rewrite = 改口径
desk-incident-do-scope = 改范围
desk-incident-do-add = 加入工单
desk-incident-do-part = 移出工单
desk-incident-do-dismiss = 不是批量事件
desk-incident-about-confirm = 由您负责。已关联的用户都会收到通知，之后来投诉的也会收到。
desk-incident-about-fix = 只要求恢复的用户会被请去确认；其他用户会收到通知，各自的诉求继续处理。
desk-incident-about-settle = 还没有答复的工单把它作为方案发给用户；其他用户会被告知能得到什么。
desk-incident-about-expected = 还不知道时间就留空。
desk-incident-about-scope = 不会通知用户。今后按新的范围关联工单。
desk-incident-about-add = 该用户会马上收到当前进展。
desk-incident-about-part = 工单回到原部门单独处理，用户会收到通知。
desk-incident-about-dismiss = 所有工单恢复单独处理，收到过通知的用户会被告知。
desk-incident-send = 提交并通知所有人
desk-incident-act-found = 按规则发现
desk-incident-act-open = 人工登记
desk-incident-act-told = 按目录里的说法通知所有人
desk-incident-act-confirm = 确认
desk-incident-act-claim = 接手
desk-incident-act-rewrite = 更新
desk-incident-act-fix = 已恢复
desk-incident-act-settle = 给统一方案
desk-incident-act-close = 结束
desk-incident-act-ended = 工单都已结束，事件自动结束
desk-incident-act-dismiss = 认定不是批量事件
desk-incident-act-add = 加入工单
desk-incident-act-part = 移出工单
desk-field-wording = 统一口径
desk-field-expected = 预计恢复时间
desk-field-quiet = 只改内容，不通知用户
desk-field-ticket = 工单号
desk-field-fixed-at = 恢复时间
desk-field-areas = 地区
desk-field-campaign = 活动或产品
desk-hint-wording = 用一两句话说清发生了什么。时间和后续安排会自动加上。
desk-hint-expected = 用户会看到这个时间。还不知道就留空。
desk-hint-ticket = 例如 TS26110004277。
desk-hint-items-all = 每项选一种处理方式并写明完成日期。自己写的说明在两种语言里原样显示；不写就按各自语言显示处理方式。
desk-hint-staff-only = 同事可以看到。
desk-hint-areas = 名称或代码，多个用“、”隔开；全国写“全网”。
desk-hint-campaign = 只有提到它的工单才会关联。
desk-wrong-moment = “{ $typed }”不是日期和时间，请写成 2026-11-17T18:00 这样。
desk-areas-none = 请写明地区：名称、代码，或“全网”。
desk-areas-unknown = 没有找到“{ $said }”。请写地名或六位行政区划代码。
desk-areas-several = 有不止一个地方叫这个名字：{ $said }。请选一个，或连同省市一起写。
desk-no-such-ticket = 没有这个工单号，请核对。
desk-not-of-this = 这张工单不属于这起批量事件。
desk-said-works = 已解决
desk-said-not = 没解决
desk-said-nothing = 还没有
desk-flag-unreachable = 联系不上
desk-flag-incident = 批量事件
desk-tickets-none = 还没有关联的工单。
desk-tickets-all = 全部 { $count }
desk-tickets-open = 在办 { $count }
desk-tickets-ended = 已结束 { $count }
desk-tickets-parted = 已移出 { $count }
desk-pages-of = 第 { $first } 到 { $last } 件，共 { $total } 件
desk-pages-first = 第一页
desk-pages-next = 下一页
desk-told-sent = 已发 { $sent } / { $total }
desk-told-waiting = 待发 { $count }
desk-told-failed = 未送达 { $count }
desk-told-held = 休息时间后再发 { $count }
desk-told-passed = 无须通知 { $count }
desk-incident-new = 登记批量事件
desk-incident-new-about = 用于很多人同时遇到的问题：断网、活动、计费差错。先看哪些工单符合，登记之前不会发出任何消息。
desk-incident-known = 已经有相近的批量事件：
desk-incident-where = 地区
desk-incident-where-hint = 名称或代码，多个用“、”隔开；全国写“全网”。
desk-incident-which = “{ $said }”指哪一个？
desk-incident-category = 投诉类别
desk-incident-whole = { $category }：全部
desk-incident-campaign = 投诉里提到的活动或产品
desk-incident-began = 开始时间
desk-incident-expected = 预计恢复时间
desk-incident-expected-hint = 用户会看到这个时间。还不知道就留空。
desk-incident-words-hint = 用一两句话写给所有受影响的用户。不写就用标准说法。
desk-incident-look = 看哪些工单符合
desk-incident-open-now = 登记并通知所有人
desk-incident-fitting = { $count ->
    [0] 还没有符合的在办工单。之后来投诉的会自动关联并收到通知。
   *[other] 有 { $count } 件在办工单符合。登记后会关联并通知用户。
}
desk-incident-fitting-rest = 另有 { $count } 件
desk-fact-incident = 批量事件
desk-fact-parted = 移出自
desk-queue-incident = { $incident }的工单
desk-queue-incident-off = 显示全部工单

## 工作台：手工登记投诉

desk-by-hand = 登记投诉
desk-hand-about = 电话、到店、来信、上门或转办的投诉，在这里登记，和对话里投诉的编号、时限、派单完全一样。
desk-hand-origin = 来源
desk-hand-language = 用户使用的语言
desk-hand-referral = 转办单位（转办的投诉填写）
desk-hand-body = 转办单位
desk-hand-reference = 对方编号
desk-hand-until = 对方要求的答复日期
desk-hand-story = 用户怎么说
desk-hand-story-hint = 按用户的原话写：发生了什么、什么时候、在哪里、要什么。身份证号、密码、银行卡号不要写。
desk-hand-read = 读一遍，看还缺什么
desk-hand-read-again = 重新读
desk-hand-file = 登记
desk-hand-missing = 还差：{ $what }。用户说不清时间、地点或金额，就勾选“用户不清楚”。
desk-hand-incomplete = 还不能登记：请看下面标出的几项。
desk-hand-no-origin = 请选择来源。
desk-hand-no-body = 转办的投诉请写明转办单位。
desk-hand-no-consent = 用户没有同意个人信息告知，就不能登记，也不保存任何内容。请告诉用户可以打 { $hotline }。
desk-hand-kind = 类型
desk-hand-category = 类别
desk-hand-unknown = 用户不清楚
desk-hand-window = 方便接电话的时间
desk-hand-relation = 与号码的关系
desk-hand-wishes = 诉求
desk-hand-wish = 用用户的话说（可写金额）
desk-hand-consent = 个人信息告知
desk-hand-notice = 为办理投诉，我们会保存您的留言、号码和材料，只用于处理和改进，结案后保留 3 年；您可以随时要求查看、更正或删除。这是《个人信息告知》第 { $version } 版，您同意吗？
desk-hand-consent-hint = 念给用户听，或者确认用户已经书面同意。
desk-hand-consent-how = 用户怎样同意的
desk-hand-consent-none = 还没有同意
desk-consent-read_out = 念过，口头同意
desk-consent-signed = 签过字
desk-consent-letter = 来信里写明
desk-consent-referral = 转办材料里写明
desk-hand-card = 登记的内容
desk-hand-earlier = 同一号码的工单
desk-hand-earlier-hint = 如果说的是同一件事，请打开原来的工单补充，不用再登记。
desk-hand-incident = 那里正有批量事件“{ $incident }”，登记后会自动关联。
desk-hand-matters = 听起来有 { $count } 件事。每件事分别登记，用户会得到各自的工单号。
desk-hand-elsewhere = 听起来是{ $company }的事，对方电话 { $phone }。如果确实是我们的事，照常登记。

## 工作台：电话告知与跟进链接

desk-call = 电话告知
desk-call-whom = { $origin }登记，用户使用{ $reader }。用户还没有自己的对话，消息由我们打电话告诉。
desk-call-receipt = 现在就念给用户听
desk-call-person = 联系用户
desk-call-name = 姓名
desk-call-phone = 电话
desk-call-window = 方便的时间
desk-call-tell = 要告诉用户的
desk-call-nothing = 没有要告诉的。
desk-call-told = 已经告诉用户
desk-call-done-told = 已记下：用户已知道。
desk-call-done-says = 已按用户的回答办理。
desk-call-says = 用户的回答
desk-call-says-hint = 用户在电话里的决定，由用户自己做。接受方案之前，请先把方案念一遍，并说明执行完毕后一般不再受理同一事项。
desk-call-answer = 用户说
desk-call-words = 原话或原因
desk-call-wish = 新的诉求
desk-call-score = 满意度（1 到 10）
desk-call-note = 记下并办理
desk-call-paper = 材料
desk-call-paper-file = 来信的扫描件、账单等
desk-call-paper-put = 加入工单
desk-call-paper-large = 文件太大，最多 { $size } MB。
desk-call-paper-type = 这种文件收不了，请用图片、PDF、音频或视频。
desk-call-paper-none = 请选择一个文件。
desk-call-done-paper = 材料已加入工单。
desk-call-link = 让用户自己跟进
desk-call-link-about = 给用户一个链接或二维码，打开后这件投诉就归到他的对话里，没来得及说的消息会一并告诉他。只能用一次，{ $days } 天内有效，只显示这件投诉。
desk-call-link-make = 生成链接
desk-call-link-new = 换一个新链接
desk-call-link-once = 链接只在这里显示一次。请当面扫码，或发到用户登记的电话。换了新链接，旧的就失效。
desk-call-address = 链接
desk-call-code = { $channel }的二维码
desk-call-followed = 用户已经在自己的对话里跟进这件投诉，消息直接发给他。
desk-call-open = 电话告知与跟进链接
desk-channel-hand = 电话
task-to_call = 电话告知用户
move-by_hand = 手工登记
move-follow = 用户开始在对话里跟进
move-follow_link = 生成跟进链接
desk-said-by-phone = 电话里的回答，{ $name }记录
desk-fact-origin = 来源
not-allowed-consent = 用户还没有同意个人信息告知，不能登记。
not-allowed-followed = 用户已经在自己的对话里跟进，请在对话里联系。
not-allowed-own-score = 评分请由没有经办这件投诉的同事来问。

## 凭链接跟进

followed = 您的投诉 { $no } 以后就在这里跟进，有进展会直接告诉您。
follow-gone = 这个链接已经用过或失效了。请联系给您链接的同事，再要一个新的。
web-follow = 在这里跟进您的投诉
web-follow-why = 打开以后，投诉 { $no } 的进展都在这个浏览器里告诉您。链接只能用一次。选“打开”即表示同意《个人信息告知》第 { $version } 版。
web-follow-open = 打开
web-follow-gone = 这个链接已经用过或失效
web-follow-gone-why = 请联系给您链接的同事，再要一个新的。投诉本身不受影响。
## 工作台：Telegram 员工群

desk-telegram = Telegram
desk-telegram-about = 工单也可以在员工群里处理。群里需要知道哪个 Telegram 账号是您的。
desk-telegram-none = 还没有接入员工群。由运行 Redress 的人设置 telegram.staff_chat_id 接入，做法见 docs/staff-group.md。
desk-telegram-mine = 您的账号
desk-telegram-not-yet = 您还没有绑定账号。
desk-telegram-since = 您的账号于 { $at } 绑定。
desk-telegram-link = 绑定我的账号
desk-telegram-again = 重新获取链接
desk-telegram-open = 打开 Telegram
desk-telegram-unlink = 解除绑定
desk-telegram-once = 请在 Telegram 中打开这个链接并按“开始”。链接只能用一次，{ $minutes } 分钟内有效；谁打开它，谁就以您的名义操作，请勿转给他人。
desk-telegram-unreached = 现在联系不上机器人，无法生成链接。请一分钟后再试。
desk-telegram-others = 绑定情况
desk-telegram-who = 姓名
desk-telegram-account = Telegram
desk-telegram-linked = 已绑定
desk-telegram-unlinked = 未绑定

## 工作台：质量

desk-hand-talk = 由一次没有提交的对话登记。登记后归到用户原来的对话，工单号会在那里告诉他。登记前请先联系用户，征得同意。
desk-consent-chat = 在对话里同意过
desk-quality = 质量检查
desk-quality-about = 没有成为工单、但听起来像投诉的对话，以及员工责任的评定。
desk-talks = 疑似投诉的对话
desk-talks-about = 对话结束两小时后自动判断。先联系用户，用户愿意就代为登记；不是投诉就写明原因后移除。
desk-talks-none = 没有待看的对话。
desk-talk-contact = 打开对话，联系用户
desk-talk-file = 由此登记
desk-talk-dismiss = 不是投诉
desk-talk-dismiss-now = 移除
desk-talk-dismissed = 已移除。
desk-talk-why = 原因
desk-talk-words = 说明
desk-talk-no-complaint = 不是投诉
desk-talk-declined = 用户不想投诉
desk-talk-settled = 已经解决
desk-talk-test = 测试或误发
desk-sign-called = 自己说了要投诉
desk-sign-alarm = 提到严重事项
desk-sign-tone = 语气激动
desk-sign-grief = 表达不满
desk-sign-matter = 讲了一件投诉的事
desk-grades = 员工责任评定
desk-grades-about = 最近涉及服务人员的投诉。评定只用于质检，用户和申诉材料里都看不到。
desk-grades-open = 未评定
desk-grades-none = 没有这类投诉。
desk-severity-0 = 与员工无关
move-grade = 评定员工责任
not-allowed-severity = 员工责任请填 0 到 { $most }。
not-allowed-talk = 这次对话已经有同事处理了。
desk-cases = 培训案例
desk-cases-of = { $month } 培训案例
desk-cases-about = 供培训用，姓名和号码已隐去。可以直接打印。
desk-cases-month = 月份
desk-cases-show = 查看
desk-cases-none = 这个月还没有选案例。
desk-cases-wrong = 请填写存在的工单号，并写明可以学到什么。
desk-case-story = 用户的话
desk-case-finding = 核查结果
desk-case-figures = 历时 { $took }，协商 { $rounds } 轮。
desk-case-score = 满意度 { $score } 分。
desk-case-lesson = 可以学到什么
desk-case-remove = 移出案例
desk-case-choose = 选一个案例
desk-case-number = 工单号
desk-case-put = 加入这个月
desk-note = 派单说明
desk-note-text = 说明全文
desk-note-copy = 全选后复制，或直接打印。号码已隐去。
desk-note-ticket = 工单
desk-note-kept = 已保存，记入时间线。
desk-note-write = 由我们补充
desk-note-first-view = 初步判断
desk-note-help-wanted = 需要协助
desk-note-keep = 保存
desk-note-level = { $level }，{ $opened } 登记
desk-note-content = 内容：
desk-note-when = 时间：
desk-note-place = 地点：
desk-note-wish = 诉求：
desk-note-view = 初步判断：
desk-note-help = 需要协助：

## 工作台：写给用户

desk-joined = 您好，我是{ $name }，现在由我接着帮您，您直接说就行。
desk-handed-back = 人工对话先到这里，由我（服务助手）接着帮您。还要找人，发“人工”。
desk-said = { $name }：{ $words }

## 工作台：时间线里自己的条目

move-view = 查看完整号码
move-join = 加入对话
move-hand_back = 交还给服务助手

## 员工群（Telegram）

group-linked = { $name }，这个账号已绑定。您在员工群里的操作都会记在您名下。
group-link-spent = 这个链接已用过或已过期。请打开工作台，进入“Telegram”，重新获取链接。
group-unlinked = 这个账号已解除绑定。
group-not-linked = 这个账号没有绑定工作台的任何人。请打开工作台，进入“Telegram”，点击那里的链接。
group-here = { $name }，这个账号已绑定。工作在员工群里进行；发送 /unlink 可解除绑定。

## Desk: figures

desk-figures = 统计
desk-figure-page-satisfaction = 满意度
desk-figure-page-deadlines = 时限
desk-figure-page-volume = 投诉量
desk-figure-page-negotiation = 协商
desk-figure-page-incidents = 批量事件
desk-figure-page-people = 人员
desk-figure-about-satisfaction = 用户对处理结果的评分，1 到 10 分。
desk-figure-about-deadlines = 该做的是否按时做到，一般要多久，未结工单放了多久。
desk-figure-about-volume = 来了多少、是什么、从哪里来，哪些在增多。
desk-figure-about-negotiation = 各轮方案、接受情况和金额。
desk-figure-about-incidents = 每起事件多快发现、多快告知、多快恢复。
desk-figure-about-people = 每个人手上有多少、办了多少。评分评的是公司，不记在个人名下。
desk-figure-print = 打印
desk-figure-days-asked = 时间范围
desk-figure-last = 近 { $days } 天
desk-figure-from = 起
desk-figure-to = 止
desk-figure-all = 全部
desk-figure-show = 查看
desk-figure-span = { $since } 至 { $until }
desk-figure-left = 还有 { $n } 处变动正在计入
desk-figure-few = 不足 { $n } 件，不宜当作比例看
desk-figure-legend = 百分比一律向下取整。○ 和空心图形表示不足 { $n } 件，不宜当作比例看。点数字可查看背后的工单。
desk-figure-nothing = 这段时间没有数据。
desk-figure-none = –
desk-channel-demo = 演示
desk-figure-nowhere = 地点不明
desk-figure-no-department = 未派部门
desk-figure-percent = { $rate }%
desk-figure-under = 不到 1%
desk-figure-change = { $rate }%
desk-figure-part = { $n }/{ $of }
desk-figure-n = n = { $n }
desk-figure-now = 此刻
desk-figure-hours = { $n } 小时
desk-figure-days = { $n } 天
desk-figure-minutes = { $n } 分钟
desk-figure-goal = 目标 { $rate }%
desk-figure-goal-met = 已达到
desk-figure-goal-missed = 未达到
desk-figure-satisfied = 满意率（{ $score } 分及以上）
desk-figure-mean = 平均分
desk-figure-answered = 问卷回复率
desk-figure-solved = 用户认为已解决
desk-figure-called-back = 低分按时回访
desk-figure-rescued = 回访后满意
desk-figure-first-accepted = 首轮方案即接受
desk-figure-reopened = 重新处理或再次投诉
desk-figure-met = { $clock }按时率
desk-figure-scores = 评分分布
desk-figure-scores-note = 每张工单按用户最后一次评分计一次，记在评分当天。改分后以新分为准；没有评分的不计。
desk-figure-scores-told = 共 { $n } 张工单有评分，平均 { $mean } 分。
desk-figure-weeks = 每周满意率（{ $score } 分及以上）
desk-figure-weeks-note = 当周（周一至周日）全部评分中 { $score } 分及以上所占比例，目标 { $rate }%。
desk-figure-weeks-told = 共 { $weeks } 周，总体满意率 { $rate }。
desk-figure-by-category = 按类别
desk-figure-by-department = 按部门
desk-figure-groups-note = 这段时间全部评分中 { $score } 分及以上所占比例，按工单现在所属归类。竖线是目标。
desk-figure-in-time = 按时率
desk-figure-open = 未结工单
desk-figure-answer-middle = 首次实质答复（中位数）
desk-figure-life-middle = 受理到结案（中位数）
desk-figure-clocks = 各项时限
desk-figure-clocks-note = 这段时间内见分晓的时限：按时完成的记在完成当天，超时的记在到期当天。已取消的、提前改期的不计。
desk-figure-clock-met = { $clock }：按时
desk-figure-clock-breached = { $clock }：超时
desk-figure-deadlines-department = 各部门时限
desk-figure-deadlines-department-note = 全部时限合计，按工单现在所在部门。
desk-figure-times = 用时
desk-figure-times-note = 不足一小时（天）按一小时（天）计：用时 90 分钟记 2 小时。答复记在答复当天，结案记在结案当天。
desk-figure-time-answer = 首次实质答复（小时）
desk-figure-time-life = 受理到结案（天）
desk-figure-ages = 未结工单的时长
desk-figure-ages-note = 此刻全部未结工单，按受理至今的天数；与上面选的时间无关。
desk-figure-ages-told = 共 { $n } 张工单未结。
desk-figure-age = { $low } 到 { $high } 天
desk-figure-age-more = { $low } 天及以上
desk-figure-volume = 每周受理量
desk-figure-volume-note = 当周（周一至周日）受理和结案的全部工单；首尾两周只计所选日期以内的部分。
desk-figure-volume-told = { $weeks } 周共受理 { $n } 张。
desk-figure-filed = 受理
desk-figure-ended = 结案
desk-figure-before = 前 { $days } 天为 { $n }
desk-figure-mass = 属于批量事件
desk-figure-repeat = 重复投诉
desk-figure-hurried = 用户催办过
desk-figure-raised = 越级（转办或申诉）
desk-figure-returned = 派错部门
desk-figure-severity = 因我方人员引起，{ $n } 级
desk-figure-categories-note = 这段时间受理的工单，与之前同样天数相比。
desk-figure-topics = 热点
desk-figure-topics-note = 近 7 天受理最多的十项，与此前 4 周的周均值相比。达到 { $least } 件且升幅超过 { $rate }% 的标为热点。
desk-figure-hot = 热点
desk-figure-marks = 值得注意
desk-figure-marks-note = 占这段时间受理的投诉和障碍；派错部门为退回次数占派单次数。等级仅供质检使用。
desk-figure-channels = 渠道
desk-figure-channels-note = 这段时间受理的投诉和障碍，按受理渠道。
desk-figure-kinds = 来访类型
desk-figure-kinds-note = 这段时间受理的全部工单。
desk-figure-rounds = 各轮方案
desk-figure-rounds-note = 这段时间发出的方案。接受率只算已接受、已拒绝和已失效的；未答复和已撤回的不计。
desk-figure-rounds-mean = 达成一致所用轮次
desk-figure-round = 第 { $n } 轮
desk-figure-granted = 给付金额
desk-figure-goodwill = 其中善意补偿
desk-figure-of-money = 占给付金额的 { $rate }
desk-figure-offers = 共 { $n } 份被接受的方案
desk-figure-offer = { $round }{ $outcome }
desk-figure-offer-accepted = 已接受
desk-figure-offer-rejected = 已拒绝
desk-figure-offer-lapsed = 已失效
desk-figure-offer-withdrawn = 已撤回
desk-figure-offer-open = 未答复
desk-figure-money = 各项给付
desk-figure-money-note = 已接受方案中的金额，记在方案发出当天。
desk-figure-results = 结案结果
desk-figure-results-note = 这段时间结案的工单。重新处理的不算结案。
desk-figure-liability = 责任认定
desk-figure-liability-note = 这段时间结案的工单，以经办人认定为准。
desk-figure-incidents = 批量事件
desk-figure-incidents-note = 这段时间发现的事件。分钟数：首件投诉到发现，发现到首次告知，首件投诉到恢复。
desk-figure-incidents-found = 发现
desk-figure-incidents-dismissed = 其中 { $n } 起核实后不成立
desk-figure-incidents-children = 涉及投诉
desk-figure-incidents-of = 共 { $n } 起
desk-figure-incidents-alert = 首件投诉到发现（中位数）
desk-figure-incidents-told = 发现到首次告知（中位数）
desk-figure-incidents-over = 首件投诉到恢复（中位数）
desk-figure-source-threshold = 按数量发现
desk-figure-source-staff = 人工建立
desk-figure-source-planned = 计划停网
desk-figure-unclaimed = 未认领
desk-figure-most-open = 单人最多未结
desk-figure-people = { $n } 人手上有未结工单
desk-figure-handled = 由负责人结案
desk-figure-kind = 对经办人满意
desk-figure-load = 工作量
desk-figure-load-note = 未结：此刻。结案：这段时间内，记在当时的负责人名下。操作：工单记录的条数。对经办人满意：问卷中对经办人一问答“满意”的比例。
desk-figure-column-score = 分数
desk-figure-column-tickets = 工单
desk-figure-column-part = 占比
desk-figure-column-week = 周起始日
desk-figure-column-satisfied = { $score } 分及以上
desk-figure-column-mean = 平均
desk-figure-column-category = 类别
desk-figure-column-department = 部门
desk-figure-column-clock = 时限
desk-figure-column-in-time = 按时率
desk-figure-column-met = 按时
desk-figure-column-breached = 超时
desk-figure-column-what = 项目
desk-figure-column-half = 半数不超过
desk-figure-column-most = 80% 不超过
desk-figure-column-nearly = 95% 不超过
desk-figure-column-age = 时长
desk-figure-column-open = 未结
desk-figure-column-filed = 受理
desk-figure-column-ended = 结案
desk-figure-column-subtype = 子类
desk-figure-column-place = 地点
desk-figure-column-this-week = 近 7 天
desk-figure-column-usual = 平常一周
desk-figure-column-rise = 变化
desk-figure-column-mark = 标记
desk-figure-column-before = 之前
desk-figure-column-change = 变化
desk-figure-column-channels = 渠道
desk-figure-column-kinds = 类型
desk-figure-column-round = 轮次
desk-figure-column-made = 发出
desk-figure-column-accepted-share = 接受率
desk-figure-column-remedy = 项目
desk-figure-column-money = 金额
desk-figure-column-results = 结果
desk-figure-column-liability = 责任
desk-figure-column-number = 编号
desk-figure-column-source = 来源
desk-figure-column-complaints = 投诉
desk-figure-column-alert = 多久发现（分钟）
desk-figure-column-told = 多久告知（分钟）
desk-figure-column-over = 多久恢复（分钟）
desk-figure-column-person = 姓名
desk-figure-column-handled = 结案
desk-figure-column-acts = 操作
desk-figure-column-kind = 对经办人满意
desk-figure-surveyed-answered = 已回复
desk-figure-surveyed-silent = 未回复
desk-figure-call-back-in_time = 按时
desk-figure-call-back-late = 超时
desk-figure-call-back-open = 尚未
desk-figure-call-back-vain = 未联系上
desk-figure-came-content = 已满意
desk-figure-came-explained = 已说明
desk-figure-came-again = 重新处理
desk-figure-routing-sent = 派单
desk-figure-routing-returned = 退回
desk-figure-file-n = 件数
desk-figure-file-of = 总数
desk-figure-file-sheet = 统计
desk-figure-file-about = 说明
desk-figure-list-about = 这个数字背后、您可以查看的工单，新的在前。保存期满的仍计入数字，不再列出。
desk-figure-list-back = 回到统计
desk-figure-list-none = 没有您可以查看的工单。
desk-figure-list-pages = 翻页
desk-figure-list-span = 第 { $first } 到 { $last } 张
desk-figure-list-filed = 受理
desk-figure-list-topic = 热点
desk-figure-list-channel = 受理渠道
desk-figure-list-mass = 属于批量事件
desk-figure-list-repeat = 重复投诉
desk-figure-list-hurried = 用户催办过
desk-figure-list-raised = 越级
desk-figure-list-severity = 因我方人员引起，等级
desk-figure-list-ended = 结案
desk-figure-list-life = 结案用时（天）
desk-figure-list-liability = 结案，责任
desk-figure-list-handled = 结案人
desk-figure-list-scored = 评分
desk-figure-list-solved = 用户认为是否解决
desk-figure-list-person = 对经办人的评价
desk-figure-list-surveyed = 发出的问卷
desk-figure-list-clock = 时限
desk-figure-list-answer = 首次实质答复用时（小时）
desk-figure-list-offer = 方案
desk-figure-list-granted = 给付
desk-figure-list-reopened = 重新处理
desk-figure-list-routing = 派单
desk-figure-list-act = 经手人
desk-figure-list-call_back = 低分回访
desk-figure-list-came = 低分回访结果
desk-figure-list-open = 未结
desk-figure-list-load = 未结，负责人

## 统计报告：二十一项指标、数值与公式

measure-volume = 投诉量
measure-volume-formula = 受理的投诉与障碍申告，按受理日计。主管部门各分类占全部的比例，按工单现在的类别计。热点：统计期最后一周内，同一城市同一问题达到 20 件，且比前四周均值高出 50 % 以上；涨幅 =（本周 − 均值）/ 均值。
measure-volume-filed = 受理
measure-volume-class = { $key }
measure-volume-hot = 最后一周的热点
measure-batch = 批量投诉
measure-batch-formula = 统计期内发现的事件，查明不成立的另列。每起事件从第一件投诉到发现的分钟数。属于事件的工单占全部受理的比例。
measure-batch-incidents = 事件
measure-batch-dismissed = 查明不成立
measure-batch-alert = 首件投诉到预警
measure-batch-mass = 属于事件的工单
measure-watch = 日投诉量监控
measure-watch-formula = 当日受理量超出预测区间的天数，占有预测的天数的比例。预测值是此前四周内同类日（工作日或休息日）的均值，至少 5 天；区间为上下各 3 个标准差，标准差不小于均值的平方根。
measure-watch-high = 高于区间的天数
measure-watch-low = 低于区间的天数
measure-timeliness = 及时率
measure-timeliness-formula = 按时完成的时限，占按时与超时之和的比例，分时限及合计。按时的按完成日计，超时的按到期日计。提前改期和取消的时限都不计。
measure-timeliness-in_time = 全部时限
measure-timeliness-clock = { $key }
measure-first-answer = 首次答复
measure-first-answer-formula = R3 时限按时的，占按时与超时之和的比例。从受理到首次实质答复的小时数，不足一小时按一小时计；另列中位数，以及 80 % 和 95 % 不超过的值。
measure-first-answer-met = 按时
measure-first-answer-hours = 首次答复用时
measure-spot = 当场解决率
measure-spot-formula = 受理时当场解决、未派单，其后未被反映没有修好、也未重新处理的工单，占全部受理的比例；按受理日计。
measure-spot-solved = 当场解决
measure-satisfaction = 满意率
measure-satisfaction-formula = 最近一次评分为 { $score } 分及以上的工单，占有评分的工单的比例，按评分日计；目标 85 %。调查回收率为已答调查占已发调查的比例。解决率为表示已解决（或点过“已恢复”）的，占作出表示的比例。
measure-satisfaction-satisfied = 满意
measure-satisfaction-mean = 平均分
measure-satisfaction-answered = 调查回收
measure-satisfaction-solved = 表示已解决
measure-per-million = 百万用户投诉率
measure-per-million-formula = 受理的投诉与障碍申告 × 1,000,000 ÷ 用户数，按统计期末所在季度、截至统计期末计；外部机构受理的工单同样计算申诉率。用户数写在目录的 [[subscribers]] 中，取不晚于该季度的最新一期。
measure-per-million-complaints = { $key } 投诉
measure-per-million-appeals = { $key } 申诉与转办
measure-repeat = 重复投诉率
measure-repeat-formula = 已认定为重复的受理工单与重新处理次数之和，与结案工单数之比。结案后 30 天内可以重新处理。各按发生日计。
measure-repeat-again = 重复或重新处理
measure-upgraded = 越级、升级率
measure-upgraded-formula = 经外部机构或集团总部转来、用户提出申诉、或已有媒体介入的工单，占全部受理的比例；第一行每单只计一次，其余各行按途径分别计。按受理日计。
measure-upgraded-any = 升级
measure-upgraded-way = { $key }
measure-reminder = 催办率
measure-reminder-formula = 用户至少催办过一次的工单，占全部受理的比例；按受理日计。
measure-reminder-reminded = 有催办
measure-valid = 有效率与责任归属
measure-valid-formula = 未被认定不予受理的工单，占全部受理的比例，按受理日计。结案工单按责任归属，占已作责任认定的结案工单的比例，按结案日计。
measure-valid-admissible = 有效
measure-valid-liable = { $key }
measure-negotiation = 协商
measure-negotiation-formula = 被接受的方案是第几轮。各轮方案被接受的，占接受、拒绝与到期之和的比例。被接受方案给付的金额，以及其中的善意补偿，各附笔数。按提出方案的日期计。
measure-negotiation-rounds = 达成一致的轮数
measure-negotiation-accepted = 第 { $key } 轮：接受
measure-negotiation-granted = 给付金额
measure-negotiation-goodwill = 善意补偿
measure-appeals = 申诉办结率
measure-appeals-formula = 外部机构收到的申诉与转办中已办结的比例，按收到日计；机构未受理的不计。
measure-appeals-completed = 办结
measure-routing = 派单与积压
measure-routing-formula = 部门以不属本部门为由退回的次数，与派单次数之比，各按发生日计。未结工单按受理至今的天数，占全部未结工单的比例：为当前时刻的数。
measure-routing-returned = 退单
measure-routing-age = 未结：{ $key }
measure-staff-caused = 我方人员引起的投诉
measure-staff-caused-formula = 主管评定为由我方人员引起的工单，合计及按程度（1 无损失，2 轻微损失或态度不好，3 严重损失或侮辱），占全部受理的比例；按受理日计。仅用于质检和培训，不对外提供。
measure-staff-caused-caused = 我方人员引起
measure-staff-caused-severity = 程度 { $key }
measure-stores = 营业厅
measure-stores-formula = 受检营业厅按等级的比例：95 分及以上为优秀（不超过 5 %），90 分及以上为良好（不超过 20 %），80 分及以上为合格，分数线见目录的 [inspection]。各厅检查得分的均值，以及涉及该厅的投诉件数，各按发生日计。
measure-stores-grade = { $key }
measure-stores-points = { $key }：得分
measure-stores-complaints = { $key }：投诉
measure-actions = 纠正预防措施
measure-actions-formula = 当前未完成与超期的纠正预防措施。统计期内满 30 天复核的措施中，同一原因没有再次出现的比例。
measure-actions-open = 未完成
measure-actions-overdue = 超期
measure-actions-effective = 30 天后有效
measure-follow-up = 回访覆盖率
measure-follow-up-formula = 办结后 3 天内征求过用户意见的（调查已送达、有人致电，或用户自行评分），占全部应回访的比例，后者包括按时、逾期，以及因 7 天内已调查过或用户谢绝调查而未发的。目标 100 %。
measure-follow-up-in_three_days = 3 天内回访
measure-promises = 承诺兑现率
measure-promises-formula = P1（承诺的日期）与 E1（约定的日期）按时的，占按时与超时之和的比例。
measure-promises-kept = 兑现
measure-promises-clock = { $key }
measure-warnings = 方案风险预警
measure-warnings-formula = 低于政策标准的方案（低于已公布的承诺，或我方有责而未回应诉求）占全部方案的比例；第二次被拒的方案同样计算。两种情况都会提醒主管。按提出方案的日期计。
measure-warnings-below = 低于政策标准
measure-warnings-declined = 第二次被拒

desk-report = 统计报告
desk-report-page-measures = 统计报告：二十一项指标
desk-report-page-topics = 热点周报
desk-report-page-days = 日投诉量监控
desk-report-page-quarter = 季度表
desk-report-about-measures = 以行业通用指标看投诉处理情况，每项附公式和基数。
desk-report-about-topics = 一周内投诉最多的问题，以及增长最快的问题。
desk-report-about-days = 每天的投诉量与同类日相比是否偏高或偏低。
desk-report-about-quarter = 按省份和主管部门分类的季度统计。
desk-report-outside = 对外版本：不含小于 5 的数
desk-report-inside = 内部版本：全部数值
desk-report-legend = 百分比向下取整。○ 表示基数不足 { $n }，不宜当作比率看。点数值可查看对应的工单。
desk-report-measures = 二十一项指标
desk-report-measures-note = 比率为 0 到 1 的数，旁边列出基数。每项数什么、占什么、按哪一天计，见 docs/figures.md。
desk-report-measure = 指标
desk-report-figure = 数值名称
desk-report-result = 结果
desk-report-value = 数值
desk-report-unit = 单位
desk-report-withheld = 不公开
desk-report-outside-note = 对外版本：小于 5 的数不公开，可据以推算出来的数也不公开。
desk-report-half = { $name }：半数不超过
desk-report-most = { $name }：80% 不超过
desk-report-nearly = { $name }：95% 不超过
desk-report-of-money = { $money }（占全部给付的 { $rate }）
desk-report-no-users = 缺少用户数：请在目录中添加 [[subscribers]]。
desk-report-users-given = 用户数为 { $quarter } 的数。
desk-report-users-example = 用户数为随附目录中的样例（{ $quarter }），请换成贵公司的数。
desk-report-unit-hours = { $n } 小时
desk-report-unit-minutes = { $n } 分钟
desk-report-unit-rounds = { $n } 轮
desk-report-unit-points = { $n } 分
desk-report-unit-score = { $n } 分
desk-report-unit-name-rate = 比率
desk-report-unit-name-count = 件
desk-report-unit-name-hours = 小时
desk-report-unit-name-minutes = 分钟
desk-report-unit-name-rounds = 轮
desk-report-unit-name-points = 分
desk-report-unit-name-score = 分
desk-report-unit-name-money = 金额
desk-report-unit-name-per-million = 每百万用户
desk-report-class-N = N 网络质量
desk-report-class-C = C 收费争议
desk-report-class-U = U 用户服务
desk-report-class-none = 其他
desk-report-grade-excellent = 优秀
desk-report-grade-good = 良好
desk-report-grade-passed = 合格
desk-report-grade-failed = 不合格
desk-report-way-referred = 经外部机构或总部转来
desk-report-way-appealed = 用户提出申诉
desk-report-way-media = 媒体介入
desk-report-topics = 热点，{ $since } 至 { $until }
desk-report-topics-note = 一周内受理最多的问题，与前四周均值相比。热点：{ $least } 件及以上，且高出 { $rate }% 以上。基数不足 10 件的不列涨幅。
desk-report-days = 日投诉量监控
desk-report-days-note = 预测值是此前 { $days } 天内同类日的均值；区间为上下各 { $width } 个标准差。此前同类日不足 5 天的日期不列。
desk-report-day = 日期
desk-report-day-high = 偏高
desk-report-day-low = 偏低
desk-report-forecast = 预测
desk-report-low = 区间下限
desk-report-high = 区间上限
desk-report-alike = 同类日天数
desk-report-quarter = { $quarter } 季度表（按主管部门分类）
desk-report-quarter-note = 投诉与障碍申告按发生地省份和类别所属分类计；申诉与转办按外部机构受理日计。
desk-report-quarter-through = 本季度计至 { $day }。
desk-report-province = 省份
desk-report-all = 合计
desk-report-complaints = 投诉
desk-report-complaints-of = 投诉 { $of }
desk-report-complaints-million = 百万用户投诉率
desk-report-appeals = 申诉
desk-report-appeals-of = 申诉 { $of }
desk-report-appeals-million = 百万用户申诉率
desk-report-users = 用户数
desk-report-leaf-measures = 指标
desk-report-leaf-topics = 热点
desk-report-leaf-days = 日监控
desk-report-leaf-quarter = 季度表
desk-figure-list-province = 受理，按省份
desk-figure-list-store = 涉及营业厅
desk-figure-list-upgraded = 升级
desk-figure-list-outside = 升级，按途径
desk-figure-list-spot = 当场解决
desk-figure-list-valid = 是否受理
desk-figure-list-appeal = 申诉与转办
desk-figure-list-appealed = 申诉与转办，按省份
desk-figure-list-followed = 回访
desk-figure-list-warned = 方案风险预警
desk-figure-list-declined = 第二次被拒
desk-figure-list-paid = 给付笔数

## 工作台：存档表单（登记表、处理单、回访记录、回访总结报告）

desk-kept = 存档表单
desk-kept-about = 登记表、处理单和回访记录，可以打印、签字、归档。
desk-kept-register = 投诉登记表
desk-kept-visits = 回访记录
desk-kept-summary = 回访总结报告
desk-kept-sheet = 投诉处理单
desk-kept-visit = 回访记录
desk-kept-about-register = 每件投诉一行，按受理时间排列：谁、何时、为何投诉，由谁办理，结果如何。
desk-kept-about-visits = 每次回访一行：何时回访，用户怎么答复，低分之后做了什么。
desk-kept-about-summary = 回访率、满意率、各类投诉的评分、低分回访和用户的意见，并留出分析与签字的位置。
desk-kept-about-sheet = 受理、派单与签收、核查、方案、执行、审批、纠正预防、回访，直到各级签字。
desk-kept-about-visit = 这张工单的每次回访和答复，以及后续处理。
desk-kept-months = 月份
desk-kept-language = 表单的语言
desk-kept-whole = 需要完整的姓名和号码
desk-kept-whole-why = 默认隐去姓名和号码。需要完整的，请说明用途；每张工单都会记下谁在何时看过。
desk-kept-reason = 用途
desk-kept-take = 下载 { $kind }
desk-kept-note = PDF 每满 1000 行分一册，多册合为一个 zip。完整的姓名和号码一次最多 { $most } 张工单。
desk-kept-many = 这段时间超过 { $most } 张工单，不能一次列出完整的姓名和号码。请缩短日期，或下载隐去号码的一份。
desk-look-file = 归档表单
desk-look-inspect = 上级或监管检查

form-title-register = 投诉登记表
form-title-visits = 回访记录
form-title-summary = 回访总结报告
form-title-sheet = 投诉处理单
form-title-visit = 回访记录
form-span = { $since } 至 { $until }
form-made = 制表 { $at }
form-whole = 含完整姓名和号码，请妥善保管
form-masked = 姓名和号码已隐去
form-pages = 第 { $n } 页，共 { $m } 页
form-volume = 第 { $n } 册，共 { $m } 册
form-date = 日期
form-kept-by = 登记人
form-checked-by = 复核人
form-visited-by = 回访人
form-visit-remark = 回访人不得是这件投诉的承办人。评分由用户本人给出，员工不得代填或催要好评。
form-none = 这段时间没有投诉。
form-none-visited = 这段时间没有回访。
form-not-visited = 还没有回访。
form-none-dispatch = 没有派单。
form-none-rounds = 没有提出方案。
form-none-items = 没有约定要执行的事项。
form-none-leaves = 没有需要审批的方案。
form-none-course = 没有记录。
form-none-reasons = 没有人选择原因。
form-none-said = 没有人留下意见。

form-column-place = 序号
form-column-number = 工单编号
form-column-filed = 受理时间
form-column-channel = 受理渠道
form-column-name = 投诉人
form-column-phone = 联系电话
form-column-service-number = 投诉号码
form-column-matter = 投诉类别
form-column-story = 投诉内容
form-column-wish = 诉求
form-column-level = 级别
form-column-department = 承办部门
form-column-owner = 承办人
form-column-due = 期限
form-column-closed = 结案时间
form-column-result = 处理结果
form-column-score = 评分
form-column-asked = 回访时间
form-column-answered = 答复时间
form-column-solved = 是否解决
form-column-person = 对人员评价
form-column-reasons = 不满意的原因
form-column-paid = 上门收费
form-column-said = 意见和建议
form-column-after = 低分后的回访
form-column-how = 方式
form-column-at = 时间
form-column-by = 经办人
form-column-sent-to = 派往部门
form-column-sent-by = 派单人
form-column-sent-at = 派单时间
form-column-note = 说明
form-column-taken-by = 签收人
form-column-taken-at = 签收时间
form-column-returned = 退回时间和原因
form-column-round = 轮次
form-column-offer = 核查结论和方案
form-column-reply = 用户意见
form-column-item = 事项
form-column-done = 完成时间
form-column-proof = 凭证
form-column-asked-by = 申请人
form-column-asked-at = 申请时间
form-column-sum = 金额
form-column-why = 事由
form-column-decided-by = 审批人
form-column-decided-at = 审批时间
form-column-decision = 审批意见
form-column-act = 事项
form-column-band = 评价
form-column-scores = 分数
form-column-n = 件数
form-column-part = 占比
form-column-category = 投诉类别
form-column-asked-n = 回访
form-column-answered-n = 答复
form-column-mean = 平均分
form-column-satisfied-n = 满意
form-column-reason = 原因

form-part-ticket = 投诉
form-part-visits = 回访
form-part-after = 后续处理
form-part-signatures = 签字
form-part-filing = 受理
form-part-dispatch = 派单与签收
form-part-finding = 核查
form-part-rounds = 方案与协商
form-part-items = 执行
form-part-leaves = 方案审批
form-part-mending = 纠正与预防措施
form-part-course = 处理经过
form-part-coverage = 回访情况
form-part-satisfaction = 满意度
form-part-solved = 用户认为是否解决
form-part-categories = 各类投诉
form-part-low = 低分后的回访
form-part-reasons = 不满意的原因
form-part-said = 用户的意见和建议
form-part-conclusion = 分析与改进

form-taken-in-by = 受理人
form-level = 级别
form-relation = 与号码的关系
form-when = 发生时间
form-where = 发生地点
form-amount = 争议金额
form-before = 此前反映
form-evidence = 证据材料
form-files = { $count } 份：{ $kinds }
form-no-files = 没有提交
form-referral = 转办机构
form-appeal = 外部申诉编号
form-finding = 核查结果
form-liability = 责任认定
form-cause = 原因
form-correction = 纠正措施
form-prevention = 预防措施
form-mended-by = 责任人
form-mend-by = 完成期限
form-verified = 验证
form-accepted = 审核
form-action = 措施编号
form-proof = 完成凭证
form-follow-up = 处理情况
form-visited-at = 回访时间
form-sign-owner = 承办人
form-sign-department = 承办部门负责人
form-sign-service = 客服部门负责人
form-sign-management = 分管领导
form-sign-writer = 编制人
form-management = 审批意见
form-passed-by = 由{ $name }转呈
form-leave-asked = 等待审批
form-leave-granted = 同意
form-leave-refused = 不同意
form-leave-overtaken = 工单已另行处理
form-by-chat = 对话
form-by-call = 电话
form-asked = 发出问卷
form-answered = 用户答复
form-silent = 未答复
form-paid-yes = 收过，金额不详
form-paid-no = 没有

form-closed-n = 结案
form-visited-n = 回访
form-answered-n = 答复
form-silent-n = 未答复
form-paid-n = 反映上门收费
form-in-time-n = 三日内回访
form-satisfied-n = 满意
form-mean = 平均分
form-target = 目标
form-target-met = { $rate }%，已达到
form-target-missed = { $rate }%，未达到
form-target-few = { $rate }%；评分不足 10 份，不作判断
form-of = { $rate }（{ $n } / { $of }）
form-of-none = —（0 / 0）
form-of-n = { $mean }（{ $n } 份）
form-band-very-satisfied = 非常满意
form-band-satisfied = 满意
form-band-average = 一般
form-band-low = 不满意
form-cut-remark = { $score } 分及以上为满意，目标 { $rate }%。每张工单以最后一次评分为准。
form-call-in-time = 按时接通
form-call-late = 逾期接通
form-call-vain = 未接通
form-call-open = 待回访
form-conclusion-problems = 主要问题
form-conclusion-measures = 改进措施

## 工作台：常用答复

desk-answers = 常用答复
desk-answers-about = 回复用户时可以直接选用。大括号里的内容按工单自动填写，发送前可以预览。
desk-answers-new = 新写一条
desk-answers-change = 修改这一条
desk-answers-title = 名称（同事看到的）
desk-answers-words = 内容（{ $reader }）
desk-answers-variables = 可以自动填写的内容
desk-answers-category = 用于哪类投诉
desk-answers-department = 用于哪个部门
desk-answers-any = 不限
desk-answers-whose = 给谁用
desk-answers-own = 自己用
desk-answers-all = 大家用
desk-answers-cancel = 不改了
desk-answers-keep = 保存
desk-answers-written = 同事写的
desk-answers-edit = 修改
desk-answers-remove = 删除
desk-answers-none = 还没有人写过。上面写一条，回复用户时就能选用。
desk-answers-catalogue = 业务目录里的
desk-answers-everywhere = 各类投诉
desk-answers-by = { $by }写于 { $at }
desk-answers-empty = 请写名称，并至少写一种语言的内容。
desk-answers-variable = 没有 { $variable } 这一项。可以用的有：{ $known }
desk-answers-choose = 选用常用答复
desk-variable-name = 用户的姓名，没有留姓名时写“用户”
desk-variable-number = 工单号
desk-variable-due = 最近一次答应用户的日期
desk-variable-matter = 投诉类别
desk-variable-amount = 有争议的金额
desk-variable-agent = 您的姓名
desk-variable-department = 承办部门
desk-variable-hotline = 客服热线

## 外部机构：申诉和转办

move-answer_body = 登记已答复外部机构
move-taken_up = 登记外部机构已受理
move-turned_down = 登记外部机构不受理
move-taken_back = 登记用户撤回申诉
not-allowed-which-case = 有几件申诉或转办未了，请选是哪一件。
not-allowed-no-way = 请选答复是怎样送达的。
not-allowed-taken-up = 已经登记过受理。
desk-field-case = 哪一件
desk-field-way = 送达方式
desk-field-sent-on = 送达日期（今天可不填）
desk-field-taken-on = 受理日期（今天可不填）
desk-field-filed-on = 用户提交日期（今天可不填）
desk-field-came-on = 收到日期（今天可不填）
desk-field-turned-down = 对方不受理的理由（会告诉用户）
desk-field-taken-back = 怎么知道用户撤回的
desk-field-body-asks = 对方的要求
desk-field-appeal-name = 申诉人姓名
desk-field-appeal-address = 通信地址
desk-field-appeal-postcode = 邮编
desk-field-appeal-phone = 联系电话
desk-field-appeal-email = 电子邮箱
desk-field-appeal-employer = 工作单位
desk-hint-appeal-name = 须是真实姓名。材料制作后在本页领取。
desk-field-appeal-body = 向哪个机构申诉
desk-hint-appeal-body = 不填就是工单所在省的通信管理局。
desk-way-platform = 对方的办理平台
desk-way-letter = 公函
desk-way-mail = 电子邮件
desk-way-fax = 传真
desk-way-hand = 当面送达
desk-outside = 外部申诉与转办
desk-outside-appeal = 用户申诉
desk-outside-referral = 外部转办
desk-outside-by-subscriber = 用户告知
desk-outside-no-date = 对方没有定期限
desk-outside-answered = 已答复
desk-outside-answered-on = { $at }，{ $way }，{ $name }登记
desk-outside-refused = 对方不受理
desk-outside-withdrawn = 用户撤回
desk-outside-mediated = 调解达成一致
desk-outside-decided = 对方已作出处理
desk-outside-number = 编号
desk-outside-received = 收到
desk-outside-noted = 登记
desk-outside-due = 要求答复
desk-outside-asks = 对方的要求
desk-outside-taken = 对方受理
desk-outside-answer = 答复
desk-outside-outcome = 结果
desk-outside-kept = 材料保留到

## Corrective actions: what is done so that a fault of ours does not come again.

desk-flag-risk = 方案风险
task-corrective_plan = 纠正措施待制定
task-corrective_review = 纠正措施待审核
task-corrective_late = 纠正措施到期
task-corrective_judge = 纠正措施待验证
not-allowed-corrective-stage = 这项纠正措施的状态已经变了，这一步做不了。什么都没有改动。
not-allowed-corrective-plan = 请把原因、纠正办法、预防办法三项都写清楚。
not-allowed-corrective-cause = 请选择原因属于哪一类。
not-allowed-corrective-number = 措施里不写用户的号码或证件号，请改用工单号。
not-allowed-corrective-owner = 请选择由谁落实，须是在职同事。
not-allowed-corrective-store = 请选择复查范围；没有登记营业厅的，不能按营业厅复查。
not-allowed-corrective-own = 计划由您制定，须由另一位主管审核。
not-allowed-corrective-judge = 措施由您落实，须由另一位主管验证。
not-allowed-corrective-early = 观察期还没有结束，到期后才能认定有效。
not-allowed-corrective-other = 没有这个编号的措施，或者它已经落实、结束。请写另一项还在制定、审核或落实中的措施编号。
not-allowed-corrective-gone = 这项纠正措施已经不在了。
desk-corrective = 纠正措施
desk-corrective-one = 纠正措施
desk-corrective-about = 凡认定由我方造成的投诉，都要查清原因、改正，并防止再次发生；落实 30 天后，按记录复查是否又出现同样的投诉。
desk-corrective-owed = 待制定
desk-corrective-planned = 待审核
desk-corrective-running = 落实中
desk-corrective-watched = 观察中
desk-corrective-over = 已结束
desk-corrective-stage-owed = 待制定
desk-corrective-stage-planned = 待审核
desk-corrective-stage-running = 落实中
desk-corrective-stage-watched = 观察中
desk-corrective-stage-proved = 已验证有效
desk-corrective-stage-joined = 已合并
desk-corrective-stage-dropped = 已取消
desk-corrective-limit-owed = 计划期限
desk-corrective-limit-planned = 审核期限
desk-corrective-limit-running = 落实期限
desk-corrective-limit-watched = 验证日期
desk-corrective-none-owed = 没有待制定的措施。
desk-corrective-none-planned = 没有待审核的计划。
desk-corrective-none-running = 没有正在落实的措施。
desk-corrective-none-watched = 没有在观察期内的措施。
desk-corrective-none-over = 还没有已结束的措施。
desk-corrective-late = 其中 { $count } 项已超期。
desk-corrective-more = 只列出前 100 项，请按部门筛选。
desk-corrective-every = 全部部门
desk-corrective-show = 查看
desk-corrective-department = 部门
desk-corrective-due = 期限
desk-corrective-back = 全部纠正措施
desk-corrective-again = 再次发生
desk-corrective-joined = 已并入另一项措施：
desk-corrective-came-back = 计划被退回，请重新制定。原因：{ $reason }
desk-corrective-plan = 原因与措施
desk-corrective-unplanned = 还没有人写计划。
desk-corrective-cause-class = 原因类别
desk-corrective-cause = 原因
desk-corrective-fix = 纠正办法
desk-corrective-prevention = 预防办法
desk-corrective-scope = 复查范围
desk-corrective-carries-out = 落实人
desk-corrective-carried-out-by = 落实期限
desk-corrective-planned-by = 制定人
desk-corrective-accepted = 审核人
desk-corrective-done = 落实情况
desk-corrective-verified = 验证人
desk-corrective-verdict = 验证结论
desk-corrective-recurred = 是否再次发生
desk-corrective-so-far = 观察期内，截至目前
desk-corrective-counted-none = 落实后的 { $days } 天里，没有再认定由我方造成的同类投诉；首次投诉前的同样天数里有 { $before } 件。
desk-corrective-counted-again = 落实后的 { $days } 天里，又有 { $count } 件同类投诉认定由我方造成；首次投诉前的同样天数里有 { $before } 件。
desk-corrective-counted-alike = 另有 { $count } 件同类投诉，责任在别处，或还没有认定。
desk-corrective-counted-how = 同类指类别和子类相同，并在复查范围内；本措施名下的工单不计。
desk-corrective-count = 再次发生 { $same } 件，同类待认定或责任在别处 { $alike } 件，之前 { $before } 件
desk-corrective-stands-for = 涉及工单 { $count } 件
desk-corrective-left-out = 还有 { $count } 件没有列出，或不在您负责的省份。
desk-corrective-alike = 同类投诉已有这些措施，原因相同的可以合并：
desk-corrective-is-over = 这项措施已经结束。
desk-corrective-overtaken = 您填写期间，这项措施有了变动，所以没有提交。您写的内容都在，之前发生的是：
desk-corrective-do-plan = 制定计划
desk-corrective-do-accept = 审核通过
desk-corrective-do-send_back = 退回计划
desk-corrective-do-carried_out = 已落实
desk-corrective-do-put_off = 延期
desk-corrective-do-prove = 认定有效
desk-corrective-do-came_again = 认定无效，重新制定
desk-corrective-do-join = 并入另一项措施
desk-corrective-do-split = 分出一件工单
desk-corrective-do-drop = 不需要措施
desk-corrective-about-plan = 写给同事和主管看，不会发给用户。请只写流程和岗位，不写个人隐私。
desk-corrective-about-came_again = 不必等观察期结束。原计划保留，可以在上面修改。
desk-corrective-about-join = 本措施名下的工单全部转过去。
desk-corrective-about-split = 这件工单的原因与其他不同，单独立一项措施。
desk-corrective-act-open = 立项
desk-corrective-act-plan = 制定计划
desk-corrective-act-accept = 审核通过
desk-corrective-act-send_back = 退回计划
desk-corrective-act-carried_out = 落实完成
desk-corrective-act-put_off = 延期
desk-corrective-act-count = 按记录复查
desk-corrective-act-prove = 认定有效
desk-corrective-act-came_again = 认定无效
desk-corrective-act-join = 并入另一项措施
desk-corrective-act-split = 分出一件工单
desk-corrective-act-spare = 责任改判，移出一件工单
desk-corrective-act-drop = 取消
desk-field-cause-class = 原因类别
desk-field-cause = 原因
desk-field-fix = 纠正办法
desk-field-prevention = 预防办法
desk-field-scope = 复查范围
desk-field-carries-out = 落实人
desk-field-carried-out-by = 落实期限
desk-field-verdict = 结论
desk-field-action = 措施编号
desk-hint-cause = 为什么会发生：哪个环节、哪条规则、哪套设备。
desk-hint-fix = 已经发生的怎样改正。
desk-hint-prevention = 怎样防止再次发生，由谁每天或每月做什么。
desk-hint-scope = 落实后在这个范围内数同类投诉。
desk-hint-verdict = 依据是什么：数据、抽查、录音等。
desk-hint-action = 例如 CA26110007。
desk-hint-split = 例如 TS26110004277，须是本措施名下的工单。
desk-hint-corrective-proof = 做了什么，凭什么看得出来，例如配置单号、培训签到、规则版本。
desk-cause-own_service = 本公司服务
desk-cause-engineering = 工程与设备
desk-cause-third_party = 合作方
desk-scope-everywhere = 全部地区
desk-scope-province = 本省
desk-scope-store = 本营业厅

## Stores: their inspections and grades.

desk-stores = 营业厅评分
desk-stores-of = 营业厅评分：{ $period }
desk-stores-about = 按季度或月份汇总各营业厅的检查得分和等级，旁边是同期指名该厅的投诉。
desk-stores-period = 时间
desk-stores-quarter = { $year }年第{ $quarter }季度
desk-stores-month = { $year }年{ $month }月
desk-stores-table = 得分与等级
desk-stores-store = 营业厅
desk-stores-code = 编码
desk-stores-grade = 等级
desk-stores-points = 得分
desk-stores-times = 检查次数
desk-stores-last = 最近检查
desk-stores-service = 服务态度投诉
desk-stores-all = 全部投诉
desk-stores-praise = 表扬
desk-stores-capped = 名额已满，降一级
desk-stores-unseen = 未检查
desk-stores-none = 业务目录里还没有营业厅。
desk-stores-rule = { $excellent } 分以上为优秀，不超过全部受检厅的 { $excellent_cap }%；{ $good } 分以上为良好，不超过 { $good_cap }%；{ $passed } 分以上为合格。得分取各次检查的平均分，只舍不入；名额不足一家的按一家计，同分同级。
desk-stores-enter = 登记一次检查
desk-stores-day = 检查日期
desk-stores-points-hint = 0 到 100，最多一位小数。
desk-stores-inspector = 检查人
desk-stores-words = 检查情况
desk-stores-keep = 登记
desk-stores-import = 导入检查表
desk-stores-import-hint = 每行一次检查：营业厅编码、日期、得分，后面可以写检查人和情况，用逗号或制表符隔开。有一行不对，整份都不导入。
desk-stores-file = CSV 文件
desk-stores-lines = 或者把各行贴在这里
desk-stores-take = 导入
desk-stores-look = 主管可以登记和导入检查结果。
desk-stores-seen = 检查记录
desk-stores-seen-more = 只列出最近 200 条。
desk-stores-none-seen = 这段时间没有检查记录。
desk-stores-by = { $name }登记于 { $at }
desk-stores-replaced = 已更正
desk-stores-done = 已登记 { $count } 条检查记录。
desk-stores-wrong-head = 没有登记，请改正：
desk-stores-wrong-line = 第 { $line } 行：{ $why }
desk-stores-wrong-store = 没有编码为“{ $said }”的营业厅。可以用的有：{ $codes }
desk-stores-wrong-day = “{ $said }”不是日期，请写成 2026-11-03。
desk-stores-wrong-ahead = { $said } 还没有到。
desk-stores-wrong-points = “{ $said }”不是得分，请写 0 到 100，最多一位小数。
desk-stores-wrong-parts = 这一行有 { $said } 项，应有 3 到 5 项。
desk-stores-wrong-empty = 没有可以导入的行。
desk-stores-wrong-long = 一次最多导入 { $said } 行，请分几次导入。
desk-stores-wrong-file = 这个文件读不出来，或者太大。请保存为 CSV 再试。
desk-grade-excellent = 优秀
desk-grade-good = 良好
desk-grade-passed = 合格
desk-grade-failed = 不合格
## 外部机构：答复函草稿

reply-title = 关于工单 { $no } 的答复
reply-name = 【用户姓名】
reply-number = 【用户号码】
reply-unnamed-person = （未登记姓名）
reply-to = { $body }：
reply-opening-referral = 贵单位 { $at } 转来的用户{ $name }反映的事项（编号 { $reference }）已收悉。经核查，现答复如下。
reply-opening-appeal = 贵单位受理的用户{ $name }申诉一事（编号 { $reference }），我公司已核查，现答复如下。
reply-no-reference = 未注明
reply-complaint = 一、用户反映的情况
reply-ticket = 我公司工单号
reply-filed = 用户提出
reply-who = 用户
reply-which = 号码
reply-about = 类别
reply-story = 用户陈述
reply-amount = 争议金额
reply-wish = 用户诉求
reply-wish-money = { $what }，{ $money }
reply-found = 二、核查情况
reply-liability = 责任认定
reply-liability-operator = 责任在我公司。
reply-liability-user = 没有发现我公司差错。
reply-liability-force_majeure = 起因是不可抗力。
reply-liability-third_party = 起因在第三方，对用户由我公司负责处理。
reply-liability-shared = 起因不止一个，其中有我公司的责任。
reply-finding = 核查结果
reply-checking = 核查仍在进行，查明后另行补充答复。
reply-history = 三、处理经过
reply-began = 专人开始核查。
reply-registered = 收到用户投诉，登记受理。
reply-refiled = 用户补充情况，重新受理。
reply-complained = 用户要求按投诉处理。
reply-added = 用户补充：“{ $words }”
reply-asked = 请用户补充：“{ $words }”
reply-asked-plain = 请用户补充情况。
reply-answered = 用户答复：“{ $words }”
reply-answered-plain = 用户补充了情况。
reply-replied = 答复用户：“{ $words }”
reply-solved = 办理情况：“{ $words }”
reply-held = 暂缓办理并告知用户，原因：“{ $words }”
reply-later = 告知用户办理日期顺延。
reply-later-why = 告知用户办理日期顺延，原因：“{ $words }”
reply-refused = 告知用户暂不受理：{ $reason }。
reply-refused-plain = 告知用户暂不受理。
reply-offered = 向用户提出第 { $place } 份处理方案：
reply-declined = 用户不接受方案。
reply-declined-why = 用户不接受方案，理由：{ $reason }
reply-declined-wish = 用户希望：“{ $words }”
reply-withdrew = 我公司收回方案修改，原因：“{ $words }”
reply-final = 告知用户最终处理意见：“{ $words }”
reply-new-fact = 用户提出新情况：“{ $words }”
reply-accepted = 用户接受方案。
reply-think-again = 用户在方案执行前改变主意，继续协商。
reply-confirmed = 向用户出具书面确认。
reply-done = 已办理：{ $what }。凭证：“{ $proof }”
reply-many = 告知用户所在区域的故障或事件情况。
reply-many-fixed = 告知用户故障或事件已经处理，请其核对。
reply-fixed = 用户确认问题已经解决。
reply-not-fixed = 用户反映问题没有解决，继续处理。
reply-not-fixed-words = 用户反映问题没有解决：“{ $words }”
reply-unconfirmed = 提醒后没有收到用户确认，按“未确认”记录。
reply-reopened = 用户要求重新处理，理由：“{ $words }”
reply-taken-back = 用户撤回投诉。
reply-disputed = 更正争议金额，原因：“{ $words }”
reply-credit = 争议费用已暂缓催缴。
reply-escalated = 升级处理。
reply-appealed = 用户告知已向{ $body }申诉，编号 { $reference }。
reply-referred = 收到{ $body }转来的事项，编号 { $reference }。
reply-mediated = 在外部机构组织的调解中，双方达成一致。
reply-called = 致电用户。
reply-reminded = 用户共催办 { $count } 次，以上为最近一次的时间。
reply-result = 四、处理结果
reply-agreed = 双方达成一致的内容及落实情况：
reply-item-done = · { $what }：{ $at } 已办理，凭证“{ $proof }”
reply-item-open = { $item }（办理中）
reply-offer-open = 已向用户提出以下方案，等待用户答复：
reply-offer-accepted = 用户已接受以下方案：
reply-offer-rejected = 用户没有接受以下方案，正在继续协商：
reply-offer-withdrawn = 以下方案已经收回：
reply-offer-lapsed = 以下方案没有得到用户答复：
reply-offer-final = 以下方案是我公司的最终意见，用户没有接受，仍可接受：
reply-state = 目前状态
reply-limits = 五、办理期限
reply-evidence = 六、材料目录
reply-exhibit = { $name }，{ $at } 收到
reply-unnamed = 用户提供的文件
reply-closing = 以上内容摘自我公司工单记录，引号内为原话。如需补充材料，请与我公司联系：{ $hotline }。
reply-no-hotline = 见落款
reply-signed = 答复单位
reply-dated = 日期

## 工作台：外部申诉与转办

desk-appeals = 申诉与转办
desk-appeals-about = 外部机构受理的申诉和转来的投诉，按要求答复的日期排列。
desk-appeals-own = 您经办的工单里，外部机构受理的申诉和转来的投诉。
desk-appeals-share = 本季度收到 { $taken } 件，其中已结束 { $completed } 件。
desk-appeals-open = 未结束的
desk-appeals-none = 现在没有未结束的申诉或转办。
desk-appeals-sooner = 更早到期的
desk-appeals-later = 更晚到期的
desk-appeals-over = 已结束的
desk-outside-body = 机构
desk-outside-ended = 结束
desk-reply-open = 答复函
desk-reply-about = 草稿摘自工单记录，请核对并修改后再送出。
desk-reply-text = 答复内容
desk-reply-words = 答复全文
desk-reply-hint = 第一行是标题，空一行另起一段。{ $name }和{ $number }在生成文件时才填入，请保留这两个标记。
desk-reply-language = 语言
desk-reply-keep = 保存草稿
desk-reply-pdf = 保存并下载 PDF
desk-reply-txt = 保存并下载文本
desk-reply-sending = 已经送出？
desk-reply-sending-hint = 登记后，该机构的答复期限停止计时，用户会收到通知。
desk-reply-mark-sent = 保存并登记为已送出
desk-reply-anew = 按最新记录重写
desk-reply-anew-about = 从工单现在的记录重新起草，保存之前，已有的草稿不变。
desk-reply-anew-do = 重新起草
desk-reply-new = 下面是按最新记录重写的草稿，还没有保存。
desk-reply-before = 保存过的草稿
desk-reply-sent-at = { $at } 送出
desk-reply-kept = 草稿已保存。
desk-reply-sent = 已登记为送出。
desk-reply-empty = 请写明答复内容。
desk-hand-received = 收到日期
desk-look-reply = 生成答复函
