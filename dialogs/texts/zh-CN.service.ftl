## 机器人菜单

menu-new = 提交投诉
menu-my = 我的投诉和处理进度
menu-settings = 语言、通知、评价设置
menu-help = 我能做什么
menu-cancel = 取消正在填写的内容

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
paper-items = 我们将执行
paper-operator = 运营商
paper-us = 本公司
paper-contact = 经办人
paper-hotline = 客服热线
paper-subscriber = 用户
paper-unnamed = 提交本工单的用户
paper-service-number = 业务号码
paper-foot = 本确认单按工单 { $no } 确认时的内容生成，请妥善保存。

## 工作台的第一批人员

staff-director = 值班总监
staff-admin = 管理员
