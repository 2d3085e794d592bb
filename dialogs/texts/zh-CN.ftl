## 处处可用

engine-resumed = 好的，接着刚才的填。
engine-back-to = 回到刚才的问题：
engine-unknown-command = 这个我看不懂。发“帮助”，看看我能做什么。
engine-nowhere = 现在没有可以返回的步骤。要投诉，发“投诉”就可以。
engine-first = 这已经是第一步了。
engine-nothing-to-cancel = 现在没有正在填写的内容。要撤回已提交的投诉，请发“进度”。
engine-no-skip = 这一项不能跳过。有“不清楚”就选它，也可以发“人工”找人帮忙。
engine-alone = 同事有一会儿没回复了，我先接着帮您。还要找人，再发“人工”。
engine-offer-human = 也可以发“人工”，请工作人员帮您填写。
engine-edited = 已按您修改的内容更新。
engine-file-kept = 文件收到了，会随投诉一起提交。
engine-voice-kept = 语音收到了，工作人员可以听。我听不懂语音，下面的问题请用文字回答。
engine-help =
    我可以帮您：提交投诉、查看进度、补充材料、回复处理方案、评价结果。
    随时可发：“投诉”“进度”“催办”“人工”“语言”“设置”。
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
    一般三分钟就能提交，15 天内给您处理意见。
welcome-kept = 您刚才写的内容已经留好，选“我要投诉”就接着办。
welcome-notice =
    为办理投诉，我们会保存您的留言、号码和材料，只用于处理和改进，结案后保留 3 年；您可以随时要求查看、更正或删除。
    选“我要投诉”即表示同意《个人信息告知》第 { $version } 版。
welcome-agree = 选“我要投诉”即表示同意《个人信息告知》第 { $version } 版。
button-file = 我要投诉
welcome-cancelled = 好的，这次先不填了。需要时发“投诉”。
welcome-help = 选“我要投诉”开始；也可以先把事情写给我，再选“我要投诉”接着办。
welcome-nudge = 您昨天写的内容还留着，选“我要投诉”就能接着办。
welcome-expired = 您之前写的内容没有提交，草稿留了 7 天，现在已清除。需要时再告诉我。

## complaint:提交投诉

complaint-step = 第 { $step } 步，共 { $of } 步 { $dots }
complaint-story = 请说说发生了什么。想到哪里写到哪里，图片、语音也可以随时发。
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
reach-how = 网页关掉以后，我们怎么找您？也可以写一个电话。
reach-cancelled = 好的，需要时用“您的私人链接”回来看。
reach-help = 写一个电话，或选已有的号码；不留也可以。
reach-noted = 好的。请复制页面上的“您的私人链接”存好，以后打开它就能接着看。
complaint-full = 今天能提交的件数已满，这件没能提交，很抱歉，填好的内容都留着，明天再点“提交”就行。
complaint-cancelled = 已取消，这件没有提交。需要时发“投诉”重新开始。
complaint-help = 问什么答什么就行。发“返回”改上一步，“取消”不填了，“人工”找工作人员；图片和语音随时可以发。
complaint-nudge = 您昨天写的投诉还没有提交，内容都留着。要接着填吗？
complaint-expired = 您的投诉没有提交，草稿留了 7 天，现在已清除。需要时发“投诉”重新开始。
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
card-promise = 引用的承诺：{ $value }
card-contact = 联系电话：{ $value }
card-window = 方便的时段：{ $value }
card-name = 姓名：{ $value }
card-relation = 与号码的关系：{ $value }
card-unknown = 不清楚
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
refused-phone-unclear = 没看懂这个电话。请写手机号，或带区号的固话。
refused-score-range = 请打 1 到 10 分：1 分最差，10 分最好。
refused-score-whole = 请打整数分，1 到 10 分。
refused-score-unclear = 请打 1 到 10 分，写数字就行。
refused-name-letters = 请写您的姓名，用文字就行。
refused-name-long = 姓名最多 { $most } 个字。
refused-files-full = 这件投诉已有 { $limit } 个文件，放不下更多了。可以用文字补充。
refused-file-large = 这个文件太大，最多 { $size } MB。请发照片，或只发其中一段。
engine-fresh = 很抱歉，之前填的内容打不开了，我们重新来一遍。
engine-parked = 很抱歉，您刚才的消息收到了，但没有处理成功，会有工作人员查看。您可以再发一次，或发“人工”。
hotline-line = 客服热线 { $hotline }。
group-private = 为保护您的信息，请点我的头像，在私聊里告诉我。

## decide:回复方案

decide-name = 请选“确认接受”，也可以回复您的姓名来确认，姓名会写在确认单上。
decide-confirm = 请再确认一次，方案内容是：
m10-effect = 接受后我们按此执行。方案执行完毕后，通信管理部门一般不再受理同一事项；执行前您仍可改变主意。
decide-reason = 方案哪里不合适？也可以直接写您的意见和新的诉求。
decide-wish = 您希望怎么调整？
decide-no-hurry = 好的，不着急，不回复不算同意。想好了发“进度”，就能接受或提意见。
button-confirm-accept = 确认接受
button-same-wish = 诉求不变
decide-cancelled = 好的，方案还在，等您决定。
decide-help = 接受前会再请您确认一次；不接受，请说说哪里不合适。想先问清楚，发“人工”。
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
tell-answered = 收到，已转给工单 { $no } 的经办人。
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
details-thanks = 谢谢，您答的都记到工单里了。
details-cancelled = 好的，已答的都记下了。
details-help = 知道多少答多少，随时可以停。

## survey:评价之后

survey-person = 谢谢您的 { $score } 分，这件投诉已结案。顺便问一句：{ $name }的服务怎么样？也可以直接写两句。
survey-colleague = 经办同事
person-satisfied = 满意
person-average = 一般
person-dissatisfied = 不满意
survey-low = 收到您的 { $score } 分。没让您满意，很抱歉；主管会在一个工作日内联系您。主要是哪方面没做好？
survey-middling = 谢谢您的 { $score } 分，这件投诉已结案。哪方面还可以更好？
survey-solved = 谢谢您的 { $score } 分。问题现在解决了吗？
solved-yes = 解决了
solved-partly = 部分解决
solved-no = 没有
survey-thanks = 记下了，谢谢您。
survey-unsolved = 记下了，还没解决，很抱歉。主管会在一个工作日内联系您；也可以现在选“重新处理”，换一位同事接着办。
survey-later = 好的，不急。想评价时，选工单 { $no } 那条消息里的分数就可以。
survey-never = 好的，以后不再请您评价。可以在“设置”里重新打开。
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

lobby-thanks = 不客气，有事随时找我。
lobby-verified = 号码已验证，谢谢。
lobby-edited = 修改后的内容已作为备注记到工单 { $no }，原文也保留着。
lobby-file-noted = 文件已记到工单 { $no }。
lobby-voice-noted = 语音已记到工单 { $no }，工作人员可以听。方便的话，再写一两句文字。
button-call-me = 给我回电话
human-call = 好的，同事会打 { $number } 联系您。换个号码的话，直接写给我。
reach-call = 请写一个方便接听的电话，同事会打给您。
reach-called = 记下了，同事会打这个电话联系您。
human-open = 已为您叫工作人员，您排在第 { $place } 位。等的时候我接着帮您。
human-closed = 人工服务时间是工作日 { $from }-{ $to }。已替您登记，上班后按顺序联系您。这段时间我接着帮您。
human-already = 已经登记过了，您排在第 { $place } 位。等的时候我接着帮您。
status-none = 这里还没有您的投诉。
status-not-here = 在这个聊天里没有找到工单 { $no }。如果是在别处提交的，请先发送本机号码来验证。
status-offer = 核查结果：{ $finding }。我们的方案：
status-list = 您有 { $count } 件投诉，要看哪一件？
ticket-named = 工单 { $no } · { $matter }
appeal-leaflet =
    您可以向{ $body }申诉，电话 { $phone }。
    受理单位：{ $address }（{ $checked } 核对）
    申诉时请说明工单号 { $no }、事情经过、我们的答复和您的诉求。申诉期间，我们继续办理。
