## The bot's menu

menu-new = File a complaint
menu-my = My complaints and where they stand
menu-settings = Language, notifications, surveys
menu-help = What I can do
menu-cancel = Stop what you are filling in

## Files that were not kept

file-refused-type = I could not keep the file ({ $name }). I can take pictures, voice, video, PDF and plain text; a photo or a screenshot of it is fine.
file-refused-size = The file ({ $name }) is larger than { $size } MB, so I could not keep it. A photo or a shorter piece is fine.
file-refused-gone = The file ({ $name }) did not reach me. Please send it once more.
file-unnamed = no name

## The confirmation that is sent as a file

paper-title = Written confirmation of what was agreed
paper-number = Ticket
paper-filed = Filed on
paper-agreed = Agreed on
paper-about = About
paper-finding = What we found
paper-items = What we will do
paper-operator = Operator
paper-us = The operator
paper-contact = Handled by
paper-hotline = Hotline
paper-subscriber = Subscriber
paper-unnamed = The person who filed the complaint
paper-service-number = Service number
paper-foot = Made from ticket { $no } as it stood when this was agreed. Please keep it.

## The first people of the desk

staff-director = Duty director
staff-admin = Administrator
