## The bot's menu

menu-new = File a complaint
menu-my = My complaints and where they stand
menu-settings = Language, notifications, surveys
menu-help = What I can do
menu-cancel = Drop what is being filled in

## Files that were not kept

file-refused-type = The file ({ $name }) could not be kept: I can take pictures, voice, video, PDF and plain text. A photo or a screenshot of it is fine.
file-refused-size = The file ({ $name }) is larger than { $size } MB and could not be kept. A photo or a shorter piece is fine.
file-refused-gone = The file ({ $name }) did not arrive. Please send it once more.
file-unnamed = no name

## The confirmation that is sent as a file

paper-title = Confirmation of what was agreed
paper-number = Ticket
paper-filed = Filed on
paper-agreed = Agreed on
paper-about = About
paper-finding = What we found
paper-items = What we carry out
paper-operator = Operator
paper-us = The operator
paper-contact = Answerable
paper-hotline = Hotline
paper-subscriber = Subscriber
paper-unnamed = The person who filed the ticket
paper-service-number = Service number
paper-foot = Made from ticket { $no } as it stood when it was agreed. Please keep it.

## The first people of the desk

staff-director = Duty director
staff-admin = Administrator
