## Everywhere

engine-resumed = Let us go on from where you were.
engine-back-to = Back to where we were:
engine-unknown-command = I do not know that command. Send "help" to see what I can do.
engine-nowhere = Nothing is being filled in at the moment.
engine-first = This is the first step already.
engine-nothing-to-cancel = There is nothing to cancel at the moment.
engine-no-skip = This one cannot be left out. If you are not sure, choose "Not sure".
engine-alone = No colleague has answered yet, so I go on helping; they will still come back to you.
engine-offer-human = Or send "human" and a colleague fills it in with you.
engine-edited = Changed as you rewrote it.
engine-file-kept = Your file is here and stays with the complaint.
engine-voice-kept = Your voice message is kept. Please add a line in writing, so that it can be read at once.
engine-help =
    I can take a complaint, show where it stands, add to it, pass on your answer to an offer, and take your score.
    Any time: "new", "status", "remind", "human", "language", "settings". Hotline { $hotline }.
toast-done = Done already
toast-old = That button is old; see the latest message
toast-gone = That ticket is not on your list
typed-words = (or reply: { $words })
typed-back = 0 Back

button-new = File a complaint
button-my = My complaints
button-human = A person, please
button-language = Language / 中文
button-submit = Submit
button-change = Change
button-cancel = Cancel
button-unknown = Not sure
button-more = More
button-fewer = Back to the first ones
button-done = That is all
button-yes = Yes
button-no = No
button-enough = Enough for now

## welcome: the first screen

welcome-us = the company
welcome-hello =
    Hello, I am the complaint assistant of { $operator }: a bot. Send "human" at any time to reach a person.
    Filing takes about three minutes, and you have our position within 15 days.
welcome-kept = What you wrote is kept. Tap "File a complaint" and we go on with it.
welcome-notice =
    To handle a complaint we keep your messages, your number and what you send with them, for that purpose only, for 3 years after it is closed. You can see, correct or delete it.
    By going on you agree to privacy notice v{ $version }.
welcome-agree = By tapping "File a complaint" you agree to privacy notice v{ $version }.
button-file = File a complaint
welcome-cancelled = Fine, nothing was kept. Send "new" whenever you like.
welcome-help = Tap "File a complaint" to begin, or simply write what happened and tap it then.
welcome-nudge = What you wrote yesterday is still here. Tap "File a complaint" to go on.
welcome-expired = What you wrote was kept for 7 days and is now deleted. Tell me again any time.

## complaint: filing

complaint-step = Step { $step } of { $of } { $dots }
complaint-story = What happened? Write it as it comes; pictures and voice messages are welcome at any point.
complaint-regret = I am sorry for the trouble. Let me note it properly first.
complaint-private-removed = Your message held an ID, card or code number. I took it out; a complaint does not need it.
complaint-category-guess = Which of these is it about?
complaint-category = Which kind is it?
complaint-subtype = And more precisely?
complaint-when = When was it? For example "yesterday at 8 pm" or "12 November".
complaint-place = Where did it happen? District and street help most.
complaint-place-network = Where is the signal or connection bad? Building, floor or street corner, or send your location.
complaint-place-store = Which store was it? Its name or street will do.
complaint-amount = Which amount is in dispute, in yuan?
complaint-number = Which number (or broadband account) is it about?
complaint-contact = How do we reach you best? A phone number, or a time of day such as "13:30-18:00".
complaint-remedy = What would put it right? Choose one or several, or write it in your own words.
complaint-added = Added to what happened.
complaint-same = You have a complaint with us already. Is this the same matter?
complaint-same-ask = Good. Please send what you would like to add.
complaint-change = Which line shall we change?
complaint-card = Please check:
complaint-card-end = If all is right, tap "Submit".
complaint-reach = Once this page is closed, how shall we tell you of progress? You can also type a phone number.
complaint-reach-noted = Noted. Keep this page's link; it brings you back here.
complaint-full = You have reached today's limit of complaints. Nothing was filed; if it is urgent call { $hotline }, or add to a ticket you have.
complaint-cancelled = Cancelled, and what you filled in is deleted. Send "new" to start again.
complaint-help = Answer one question at a time. "Back" returns to the last one, "cancel" ends it, "human" brings a person. Pictures and voice are welcome any time.
complaint-nudge = Your complaint of yesterday is a few steps from done, and all of it is kept. Shall we go on?
complaint-expired = Your draft was kept for 7 days and is now deleted. Send "new" to start again.
same-ticket = { $no } { $matter }
button-new-matter = Something else
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
field-category = Kind
field-when = When
field-place = Where
field-amount = Amount
field-number = Number
field-remedy = Your wish
field-name = Your name
field-relation = Your part
relation-holder = It is my number
relation-agent = I act for the holder
relation-user = I use it, someone else holds it
relation-other = Something else
complaint-name = Your real name, please; an appeal would need it later.
complaint-relation = What is your part in this number?
field-contact = How to reach you
card-category = Kind: { $value }
card-tags = Also: { $value }
card-story = What happened: { $value }
card-long = { $words } ({ $count } characters, all of it kept)
card-when = When: { $value }
card-place = Where: { $value }
card-amount = Amount in dispute: { $value }
card-number = Number: { $value }
card-remedy = Your wish: { $value }
card-wish-by = Wanted by: { $value }
card-before = Reported before: { $value }
card-disagree = You also said: our answers did not agree with each other
card-promise = Promise you cite: { $value }
card-contact = Contact phone: { $value }
card-window = Good times: { $value }
card-name = Name: { $value }
card-relation = Your part: { $value }
card-unknown = not sure
card-span = { $start } to { $end }
card-told = { $value } ("{ $words }")
card-pin = the location you sent
card-wish = { $remedy } { $amount }

## Answers that do not fit

refused-story-words = Please tell me in words what happened; pictures can come with it.
refused-category = I could not match that. Please tap a button or reply with its number.
refused-place = I could not read that place. "Zhongguancun East Road, Haidian" would do; not sure is fine too.
refused-number-type = Please type the number and send it.
refused-contact-not-own = That card is not your own. Please send your own number, or type it.
refused-contact = I could not read that. A phone number, or a time of day such as "13:30-18:00".
refused-remedy = I could not match that. Tap, reply with numbers ("1 3"), or write your wish.
refused-location = Thank you for the location; this step does not need it.
refused-unsupported = I cannot read this kind of message. Words, pictures or voice, please.
refused-card = Please tap "Submit", "Change" or "Cancel". To add something, just write it.
refused-change = Please tap the line to change, or reply with its number.
refused-same = Please choose one, or reply with its number.
refused-welcome = Please tap "File a complaint", or write what happened.
refused-language = Please choose a language.
refused-settings = Please choose one, or reply with its number.
refused-confirm = Please tap a button, or reply "yes" or "no".
refused-reason = Please choose one, or say it in your own words.
refused-wish = Please write what would settle it, or choose "Same as before".
refused-words = Please tell me in words.
refused-person = Please choose one, or write a line.
refused-lobby = That choice is no longer there. Please see the latest message.

refused-story-short = A little more, please: at least { $least } characters on what happened.
refused-story-long = That is { $count } characters, more than the { $most } that fit. Please send it in two parts; both are kept.
refused-when-future = That time has not come yet. Please give one that has passed, such as "{ $example }".
refused-when-unclear = I could not read that time. "{ $example }" or "yesterday 20:00" would do; not sure is fine too.
refused-amount-zero = The amount must be more than 0. If there is none, or you are not sure, choose "Not sure".
refused-amount-negative = No minus is needed: if you were charged 94 too much, just write "94".
refused-amount-letters = I could not read that amount. Figures only, please, such as "94" or "94.5"; not sure is fine too.
refused-amount-unclear = I could not read that amount. Figures only, please, such as "94" or "94.5"; not sure is fine too.
refused-amount-several = There are several amounts in this. Please give just the one in dispute.
refused-amount-decimals = Two decimals at most, please, such as "94.50".
refused-amount-large = That amount is very large; { $most } is the most I can note. Please check it.
refused-amount-currency = Amounts here are in yuan. Please convert from { $code } first.
refused-number-short = That number seems to lack some digits. A mobile number has 11; for broadband give the account.
refused-number-long = That number seems to have too many digits. A mobile number has 11; for broadband give the account.
refused-number-masked = The number has stars in it, so we cannot tell which it is. Please give all of it.
refused-number-hotline = That is a hotline. Please give the number that has the problem.
refused-number-several = There are several numbers in this. Please give one; the others can go into the story.
refused-number-private = That looks like an ID or card number. A complaint does not need it, and it was not kept. Please give a phone number or broadband account.
refused-number-unclear = I could not read that number. A mobile number, a landline with area code, or a broadband account, please.
refused-phone-unclear = I could not read that phone number. A mobile number, or a landline with area code, please.
refused-score-range = A score from 1 to 10, please: 1 is worst, 10 is best.
refused-score-whole = A whole number from 1 to 10, please.
refused-score-unclear = A score from 1 to 10, please; just the number.
refused-name-letters = Please write your name in letters.
refused-name-long = A name has at most { $most } characters here.
refused-files-full = This complaint has { $limit } files already, and no more fit. You can add in words.
refused-file-large = That file is too large; { $size } MB is the most. Please send a smaller one, or in parts.
engine-fresh = What you had filled in could not be read any more. I am sorry; let us start afresh.
engine-parked = Your message is here and kept, but this step did not work; a colleague will look at it. Please send it again, or send "human".
group-private = To keep your details safe, please open a private chat with me.

## decide: answering an offer

decide-name = Tap "Yes, accept", or reply with your name to confirm; it goes on the confirmation.
decide-confirm = One more check. We would carry out exactly this:
m10-effect = If you accept, we carry it out. Once carried out, the authority usually does not take the same matter; until then you may change your mind.
decide-reason = What does not suit you? You can also write your view and your new wish.
decide-wish = How should it be changed?
decide-no-hurry = No hurry. The offer stays; tap "Accept" or "Comment" when you are ready.
button-confirm-accept = Yes, accept
button-same-wish = Same as before
decide-cancelled = Fine. The offer stays as it is until you decide.
decide-help = Accepting is confirmed twice. If it does not suit you, say why. "Human" lets you ask first.
withdraw-sure = Withdraw this complaint? We would stop working on it. You can file again later, and what was agreed already stays.
withdraw-kept = Good, we go on with it.
button-confirm-withdraw = Yes, withdraw
button-keep = Keep it
withdraw-cancelled = Good, we go on with it.
withdraw-help = Once withdrawn we stop; you can file again later.

## tell, which, after: something about a ticket

tell-add = Please write what you would like to add; pictures can be sent as they are.
tell-ask = What would you like to know about the offer? The colleague in charge answers here.
tell-reopen = What is still not right? Another colleague takes it from here.
tell-noted = Noted on ticket { $no }; the colleague in charge sees it.
tell-answered = Thank you. It went to the colleague in charge of { $no }.
tell-cancelled = Fine, nothing was added.
tell-help = Just write a line or two.
which-ticket = Several of your complaints are open. Which one is this about?
which-cancelled = Fine, it was not added to any ticket.
which-help = Choose a ticket, or "Something else".
after-closed =
    { $ticket }
    This complaint is closed. What shall become of what you just sent?
button-only-note = Just a note
after-cancelled = Fine, nothing was changed.
after-help = Not solved? Tap "Reopen". Another matter? Tap "Something else".

## details: a few more questions

button-details = Add a few details
details-thanks = Thank you, all of it is on the ticket.
details-cancelled = Fine. What you answered is kept.
details-help = Answer what you know, and stop whenever you like.

## survey: after the score

survey-person = Thank you for the { $score }; the ticket is closed. One more thing: how was { $name }? Suggestions are welcome too.
survey-colleague = the colleague in charge
person-satisfied = Good
person-average = So-so
person-dissatisfied = Not good
survey-low = Thank you for an honest { $score }. I am sorry that it was not good. A supervisor sees it and contacts you within one working day. What was it mainly?
survey-middling = Thank you for the { $score }; the ticket is closed. What could have been better?
survey-solved = Thank you for the { $score }. Is the problem solved now?
solved-yes = Yes
solved-partly = Partly
solved-no = No
survey-thanks = Noted. Thank you.
survey-unsolved = Noted. I am sorry it is not solved yet. A supervisor contacts you within one working day; or tap "Reopen" now and another colleague takes it on.
survey-later = Fine. Open ticket { $no } whenever you want to give a score.
survey-never = Fine, we will not ask again. "Settings" turns it back on.
survey-cancelled = Fine, your score is recorded.
survey-help = Choose one or write a line. No answer is fine too.

## language, settings

language-zh-CN = 中文
language-en = English
language-which = Choose a language / 请选择语言
language-set = Good, English it is.
language-cancelled = Fine, the language stays.
language-help = Tap a language.
settings-now =
    As it is now:
    Progress: { $notify }
    Surveys: { $surveys }
settings-now-all = all of it
settings-now-decisions = only when you have to decide
settings-now-none = none
settings-now-surveys = we may ask for a score
settings-now-quiet = we do not ask
settings-notify-all = Tell me everything
settings-notify-decisions = Only when I have to decide
settings-notify-none = Tell me nothing
settings-surveys-on = You may ask me for a score
settings-surveys-off = Do not ask me for scores
settings-set = Your settings are changed.
settings-cancelled = Fine, the settings stay.
settings-help = Tap what you would like to change.

## lobby: at other times

lobby-thanks = You are welcome. I am here whenever you need me.
lobby-verified = Your number is verified, thank you.
lobby-edited = Your rewritten message is noted on ticket { $no }; the original stays too.
lobby-file-noted = Your file is on ticket { $no }.
lobby-voice-noted = Your voice message is on ticket { $no }. A line in writing would help.
human-open = A colleague has been called; you are number { $place } in the queue. I go on helping meanwhile. You can also call { $hotline }, or leave a number and we call you.
human-closed = People are here on working days, { $from }-{ $to }. You are on the list and will be contacted in order; if it is urgent call { $hotline }. I go on helping meanwhile.
human-already = You are on the list already, number { $place }. I go on helping meanwhile.
status-none = There is no complaint of yours here yet.
status-not-here = Ticket { $no } is not in this chat. If it was filed another way, please send your own number first.
status-list = You have { $count } complaints. Which one would you like to see?
ticket-named = Ticket { $no } · { $matter }
ticket-state = Now: { $state }
ticket-with = With: { $department }
ticket-next = Next: an answer by { $at }
ticket-question = Waiting for you: { $question }
item = · { $item }
item-due = · { $item }, by { $at }
appeal-leaflet =
    You may appeal to { $body }, phone { $phone }.
    { $address } (checked on { $checked })
    Please name ticket { $no }, what happened, our answer and your wish. We go on with your case meanwhile.
