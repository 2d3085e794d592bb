## Everywhere

engine-resumed = Carrying on where you left off.
engine-back-to = Back to where we were:
engine-unknown-command = I do not know that command. Send "help" to see what I can do.
engine-nowhere = There is nothing to go back to just now.
engine-first = This is already the first step.
engine-nothing-to-cancel = There is nothing to cancel just now.
engine-no-skip = I need an answer to this one. If there is a "Not sure" button, you can choose that.
engine-alone = My colleague has not answered for a while, so I am here to help again. They will still come back to you.
engine-offer-human = Or send "human", and a colleague will help you fill it in.
engine-edited = Updated to match your edited message.
engine-file-kept = Thank you, I have your file. It stays with your complaint.
engine-voice-kept = Thank you, I have your voice message. Please write a line or two as well: I can only read text.
engine-help =
    I can take your complaint, show you where it stands, pass on what you add or decide, and take your score.
    Send any of these at any time: "new", "status", "remind", "human", "language", "settings".
engine-moot = Things have just changed, so this step is no longer needed. Please see the latest message.
toast-done = Already done
toast-old = That button is out of date; see the latest message
toast-gone = That ticket is not in this chat
typed-words = (or reply: { $words })
typed-back = 0 Back

button-new = File a complaint
button-my = My complaints
button-human = Talk to a person
button-language = Language / 中文
button-submit = Submit
button-change = Change
button-cancel = Cancel
button-unknown = Not sure
button-more = More
button-fewer = Back to the first list
button-done = That is all
button-yes = Yes
button-no = No
button-enough = Enough for now

## welcome: the first screen

welcome-us = the company
welcome-hello =
    Hello, I am a bot, the complaint assistant of { $operator }. Send "human" at any time to talk to a person.
    Filing a complaint takes about three minutes. You will have our full answer within 15 days.
welcome-kept = I have kept what you wrote. Choose "File a complaint" to carry on with it.
welcome-notice =
    We keep your messages, your number and anything you send us only to handle complaints and do it better, for up to 3 years after yours is closed. You can ask to see, correct or delete them at any time.
    By going on you agree to privacy notice v{ $version }.
welcome-agree = By choosing "File a complaint" you agree to privacy notice v{ $version }.
button-file = File a complaint
welcome-cancelled = All right, no complaint was filed. Send "new" if you change your mind.
welcome-help = Choose "File a complaint" to begin. You can write what happened first, if you like, and choose it after that.
welcome-nudge = You started here yesterday, and anything you wrote is still kept. Choose "File a complaint" to carry on.
welcome-expired = Anything you wrote here was kept for 7 days and is now deleted. Send "new" to start again at any time.

## complaint: filing

complaint-step = Step { $step } of { $of } { $dots }
complaint-story = What happened? Tell me in your own words. You can send pictures and voice messages at any point.
complaint-regret = I am sorry you have had this trouble. Let me get the details right first.
complaint-private-removed = Your message had an ID, card or code number in it. I took it out, because a complaint does not need it.
complaint-category-guess = Which of these is it about?
complaint-category = What is your complaint about?
complaint-subtype = Which of these fits best?
complaint-when = When did it happen? For example "yesterday at 8 pm" or "12 November".
complaint-place = Where did it happen? The district and street help most.
complaint-place-network = Where is the signal or connection bad? Give the building and floor or the street corner, or send your location.
complaint-place-store = Which store was it? Its name or street will do.
complaint-amount = How much is in dispute, in yuan?
complaint-number = Which phone number or broadband account is it about?
complaint-contact = How can we best reach you? Give a phone number, or the hours that suit you, such as "13:30-18:00".
complaint-remedy = What would put it right? Choose one or more, or tell me in your own words.
complaint-another = Right, that is something else: we open a new one for it.
complaint-added = Added to what you told me.
complaint-same = You already have an open complaint with us. Is this about the same matter?
complaint-same-ask = Then please send what you would like to add.
complaint-change = Which line would you like to change?
complaint-card = Please check the details:
complaint-card-end = If it is all correct, choose "Submit" to send it to us.
reach-how = Once you close this page, how should we reach you? Choose one, or type a phone number.
reach-cancelled = Fine. This page's link brings you back whenever you like.
reach-help = Type a phone number or tap; leaving none is fine too.
reach-noted = Noted. Save your private link from this page: it brings you back here.
complaint-full = You have filed as many complaints as we can take from you in one day, so this one is not filed yet. All you filled in is kept; tap "Submit" tomorrow.
complaint-cancelled = Cancelled: nothing was filed, and your draft is deleted. Send "new" to start again.
complaint-help = Just answer one question at a time. Send "back" to change your last answer, "cancel" to stop, or "human" to talk to a person. Pictures and voice messages are welcome at any point.
complaint-nudge = Your complaint from yesterday has not been filed yet. Everything you told me is kept, so you can carry on here.
complaint-expired = Your unfinished complaint was kept for 7 days and is now deleted. Send "new" to start again.
same-ticket = { $no } { $matter }
button-new-matter = A different matter
button-this-number = Call { $number }
button-no-other-way = No need, I will come back
button-other-category = None of these, show all
button-now = Just now
button-today = Today
button-yesterday = Yesterday
button-before = Two days ago
button-share-number = Send my number
category-pair = { $category } · { $subtype }
ticked = ✓ { $label }
field-story = What happened
field-category = What it is about
field-when = When it happened
field-place = Where it happened
field-amount = Amount in dispute
field-number = Number
field-remedy = What you want
field-name = Your name
field-relation = Whose number it is
relation-holder = It is my number
relation-agent = I act for the account holder
relation-user = I use it, someone else holds it
relation-other = Something else
complaint-name = What is your full name? If you ever appeal, your real name is needed.
complaint-relation = Whose number is it?
field-contact = How to reach you
card-category = About: { $value }
card-tags = And also: { $value }
card-story = What happened: { $value }
card-long = { $words } (all { $count } characters are kept)
card-when = When: { $value }
card-place = Where: { $value }
card-amount = Amount in dispute: { $value }
card-number = Number: { $value }
card-remedy = What you want: { $value }
card-wish-by = Wanted by: { $value }
card-before = Reported before: { $value }
card-disagree = You also said: our answers did not agree
card-promise = Promise you mention: { $value }
card-contact = Contact phone: { $value }
card-window = Best time to reach you: { $value }
card-name = Name: { $value }
card-relation = Whose number it is: { $value }
card-unknown = not sure
card-span = { $start } to { $end }
card-told = { $value } ("{ $words }")
card-pin = the location you sent
card-wish = { $remedy } { $amount }

## Answers that do not fit

refused-story-words = Please tell me in words what happened. You can send pictures as well.
refused-category = I could not match that to the list. Please choose one, or reply with its number.
refused-place = I could not work out that place. Something like "Zhongguancun East Road, Haidian" is fine, or choose "Not sure".
refused-number-type = Please type the number instead.
refused-contact-not-own = That contact card is somebody else's. Please send your own, or type the number.
refused-contact = I could not read that. Please send a phone number, or hours such as "13:30-18:00".
refused-remedy = I could not match that. Choose from the list, reply with numbers ("1 3"), or say what you want in your own words.
refused-location = Thank you, but I do not need a location here.
refused-unsupported = I cannot read that kind of message. Please send text, a picture or a voice message.
refused-card = Please choose "Submit", "Change" or "Cancel". To add something, just write it.
refused-change = Please choose the line to change, or reply with its number.
refused-same = Please choose one, or reply with its number.
refused-welcome = Please choose "File a complaint", or write what happened.
refused-language = Please choose a language.
refused-settings = Please choose one, or reply with its number.
refused-confirm = Please choose one, or reply "yes" or "no".
refused-reason = Please choose one, or say it in your own words.
refused-wish = Please write what would settle it, or choose "Same as before".
refused-words = Please write it in words.
refused-person = Please choose one, or write a line.
refused-lobby = That choice is no longer open. Please use the latest message.

refused-story-short = Could you tell me a little more? At least { $least } characters, please.
refused-story-long = That is { $count } characters, and I can take { $most } at once. Please send a first part now; you can add the rest before you submit.
refused-when-future = That is still in the future. Please give a time that has passed, such as "{ $example }".
refused-when-unclear = I could not read that as a time. Try "{ $example }" or "yesterday 20:00", or choose "Not sure".
refused-amount-zero = The amount needs to be more than 0. If no money is involved, or you do not know, choose "Not sure".
refused-amount-negative = No minus sign is needed: if you were charged 94 too much, just write "94".
refused-amount-letters = I could not read that as an amount. Please write it in figures, such as "94" or "94.5", or choose "Not sure".
refused-amount-unclear = I could not read that as an amount. Please write it in figures, such as "94" or "94.5", or choose "Not sure".
refused-amount-several = I see more than one amount there. Please give just the one in dispute.
refused-amount-decimals = Please give two decimals at most, such as "94.50".
refused-amount-large = That is more than I can note: { $most } is the most. Please check the amount.
refused-amount-currency = Please give the amount in yuan, converted from { $code }.
refused-number-short = That number looks too short. A mobile number has 11 digits; for broadband, give the account.
refused-number-long = That number looks too long. A mobile number has 11 digits; for broadband, give the account.
refused-number-masked = That number has stars in it, so I cannot tell which it is. Please send it in full.
refused-number-hotline = That is a hotline number. Please give the number that has the problem.
refused-number-several = I see more than one number there. Please give one; you can add the others before you submit.
refused-number-private = That looks like an ID or card number, so I did not keep it. Please give a phone number or broadband account instead.
refused-number-unclear = I could not read that number. Please send a mobile number, a landline with its area code, or a broadband account.
refused-phone-unclear = I could not read that phone number. Please send a mobile number, or a landline with its area code.
refused-score-range = Please give a score from 1 to 10: 1 is worst, 10 is best.
refused-score-whole = Please give a whole number from 1 to 10.
refused-score-unclear = Please send just a number from 1 to 10.
refused-name-letters = Please write your name in letters.
refused-name-long = Please keep the name to { $most } characters.
refused-files-full = This complaint already has { $limit } files, and it cannot hold more. You can still add in words.
refused-file-large = That file is too large: { $size } MB is the most. Please send a smaller one, or send it in parts.
engine-fresh = I am sorry, what you had filled in was lost on our side. Please start again from here.
engine-parked = I am sorry, something went wrong on our side. Your message is kept, and a colleague will look at it. Please send it again, or send "human".
hotline-line = Hotline: { $hotline }
group-private = To keep your details private, please write to me directly, not in a group.

## decide: answering an offer

decide-name = Choose "Yes, accept", or reply with your name, which accepts too. Your name goes on the written confirmation.
decide-confirm = One last check. This is the offer:
m10-effect = If you accept, we carry it out. Once carried out, the authority usually does not take the same matter; until then you may change your mind.
decide-reason = What does not suit you? Choose one, or tell us in your own words what you want instead.
decide-wish = What would you like instead?
decide-no-hurry = Take your time: the offer stays open. Answer it when you are ready.
button-confirm-accept = Yes, accept
button-same-wish = Same as before
decide-cancelled = All right, everything stays as it was.
decide-help = Nothing is accepted until you confirm it. If something does not suit you, tell us what. To ask a person first, send "human".
withdraw-sure = Do you want to withdraw this complaint? We will then stop working on it. You can file it again later, and anything already agreed still stands.
withdraw-kept = All right, we will keep working on it.
button-confirm-withdraw = Yes, withdraw
button-keep = No, keep it open
withdraw-cancelled = All right, we will keep working on it.
withdraw-help = If you withdraw it, we stop working on it. You can file it again later.

## tell, which, after: something about a ticket

tell-add = What would you like to add? You can send pictures too.
tell-ask = What would you like to know about the offer? The colleague handling it will answer here.
tell-refile = Please send what was missing, and we take it up under the same number.
button-refile = Add it and go on
tell-reopen = What is still not right? A different colleague will look into it.
tell-noted = Added to ticket { $no }. The colleague handling it will see it.
tell-answered = Thank you. Your answer is on ticket { $no }, and we are working on it again.
tell-cancelled = All right, nothing was sent.
tell-help = Just write a line or two.
which-ticket = You have more than one open ticket. Which one is this about?
which-cancelled = All right, your tickets stay as they were.
which-help = Choose a ticket, or "A different matter".
after-closed =
    { $ticket }
    This ticket is closed. What should I do with what you just sent?
button-only-note = Just add it as a note
after-cancelled = All right, nothing was changed.
after-help = Not solved? Choose "Reopen". A different problem? Choose "A different matter".

## details: a few more questions

button-details = Add a few details
details-thanks = Thank you, it is all on your ticket.
details-cancelled = All right. Your answers so far are kept.
details-help = Answer what you can, and stop whenever you like.

## survey: after the score

survey-person = Thank you for the { $score }; the ticket is closed. One more question: how was the service from { $name }? Suggestions are welcome too.
survey-colleague = the colleague who handled it
person-satisfied = Good
person-average = So-so
person-dissatisfied = Not good
survey-low = Thank you for your honest score of { $score }. I am sorry we did not do better. A supervisor will contact you within one working day. What was the main problem?
survey-middling = Thank you for the { $score }; the ticket is closed. What could we have done better?
survey-solved = Thank you for the { $score }. Is the problem solved now?
solved-yes = Yes
solved-partly = Partly
solved-no = No
survey-thanks = Thank you, I have noted that.
survey-unsolved = Noted. I am sorry it is not solved yet. A supervisor contacts you within one working day; or tap "Reopen" now and another colleague takes it on.
survey-later = All right. The scores above stay open for ticket { $no } for at least another day.
survey-never = All right, we will not ask you for scores again. To change this, send "settings".
survey-cancelled = All right. Your score is recorded.
survey-help = Choose one, or write a line. You do not have to answer.

## language, settings

language-zh-CN = 中文
language-en = English
language-which = Choose a language / 请选择语言
language-set = I will write in English from now on.
language-cancelled = All right, I will keep to this language.
language-help = Choose a language.
settings-now =
    Your settings now:
    Progress messages: { $notify }
    Surveys: { $surveys }
settings-now-all = all of them
settings-now-decisions = only when you need to decide
settings-now-none = only what cannot wait
settings-now-surveys = we may ask for a score
settings-now-quiet = we do not ask
settings-notify-all = Tell me about all progress
settings-notify-decisions = Only when I need to decide
settings-notify-none = Only what cannot wait
settings-surveys-on = You may ask me for a score
settings-surveys-off = Do not ask me for scores
settings-set = Your settings are saved.
settings-cancelled = All right, your settings stay as they were.
settings-help = Choose what you would like to change.

## lobby: at other times

lobby-thanks = You are welcome. I am here whenever you need me.
lobby-verified = Thank you, your number is verified.
lobby-edited = Your edited message is on ticket { $no }. The first version is kept too.
lobby-file-noted = I have added your file to ticket { $no }.
lobby-voice-noted = I have added your voice message to ticket { $no }. A line in writing would help too.
button-call-me = Call me back
human-call = A colleague will call you on { $number }. If another number is better, just send it.
reach-call = Which number shall we call you on?
reach-called = Noted. A colleague will call you on it.
human-open = I have asked a colleague to join you: you are number { $place } in the queue. Meanwhile I can still help.
human-closed = My colleagues are here on working days, { $from }-{ $to }. You are on the list, and they will contact you in turn. Meanwhile I can still help.
human-already = You are already in the queue, number { $place }. Meanwhile I can still help.
status-none = You have no open complaint in this chat.
status-not-here = Ticket { $no } was not opened in this chat. If it is yours, please send me your own number first.
status-offer = What we found: { $finding }. Our offer:
status-list = You have { $count } complaints. Which would you like to see?
ticket-named = Ticket { $no } · { $matter }
appeal-leaflet =
    You can appeal to the { $body }, phone { $phone }.
    Office: { $address } (checked on { $checked })
    Say that it is ticket { $no }, what happened, what we answered and what you want. We do not stop our work because you appeal.
