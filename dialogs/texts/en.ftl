## Everywhere

engine-here = I am here. This is where we were:
engine-resumed = Carrying on where you left off.
engine-back-to = Back to where we were:
engine-unknown-command = I do not know that command. Send "help" to see what I can do.
engine-nowhere = There is nothing to go back to just now.
engine-first = This is already the first step.
engine-nothing-to-cancel = There is nothing to cancel just now.
engine-no-skip = I need an answer to this one. If there is a "Not sure" button, you can choose that.
engine-alone = My colleague has not answered for a while, so I am here to help again. They will still come back to you.
engine-calm = Anyone would be angry about this, and I am sorry for the trouble. Send "human" at any time for a person.
engine-offer-human = Or send "human", and a colleague will help you fill it in.
engine-edited = Updated to match your edited message.
engine-file-kept = Thank you, I have your file. It stays with your complaint.
engine-voice-kept = Thank you, I have your voice message. Please write a line or two as well: I can only read text.
engine-help =
    I can take your complaint, show you where it stands, pass on what you add or decide, and take your score.
    Send any of these at any time: "new", "status", "remind", "human", "language", "settings".
engine-away = I am sorry, I could not answer for a while. This is where we were:
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
    Filing a complaint takes about three minutes. You will have our full answer within { $rule-answer-days } days.
welcome-kept = I have kept what you wrote. Choose "File a complaint" to carry on with it.
welcome-notice =
    We keep your messages, your number and anything you send us only to handle complaints and do it better, for up to 3 years after yours is closed. You can ask to see, correct or delete them at any time.
    By going on you agree to privacy notice v{ $version }.
welcome-agree = By choosing "File a complaint" you agree to privacy notice v{ $version }.
button-file = File a complaint
welcome-kept-fault = I have kept what you wrote. Choose "Go on" to report the fault, or "File a complaint" to make it a complaint.
welcome-notice-fault =
    We keep your messages, your number and anything you send us only to handle faults and complaints and do it better, for up to 3 years after yours is closed. You can ask to see, correct or delete them at any time.
    By choosing "Go on" or "File a complaint" you agree to privacy notice v{ $version }.
welcome-agree-fault = By choosing "Go on" or "File a complaint" you agree to privacy notice v{ $version }.
welcome-kept-friendly = I have kept what you wrote. Choose "Go on" to pass it on.
welcome-notice-friendly =
    We keep your message and your number only to pass it on and answer you, for up to 3 years. You can ask to see, correct or delete them at any time.
    By choosing "Go on" you agree to privacy notice v{ $version }.
welcome-agree-friendly = By choosing "Go on" you agree to privacy notice v{ $version }.
button-go-on = Go on
welcome-cancelled = All right, no complaint was filed. Send "new" if you change your mind.
welcome-help = Choose "File a complaint" to begin. You can write what happened first, if you like, and choose it after that.
welcome-nudge = You started here yesterday, and anything you wrote is still kept. Choose "File a complaint" to carry on.
welcome-expired = Anything you wrote here was kept for 7 days and is now deleted. Send "new" to start again at any time.

## complaint: filing

complaint-step = Step { $step } of { $of } { $dots }
complaint-story = What happened? Tell me in your own words. You can send pictures and voice messages at any point.
complaint-calm = I see how urgent this is. It is noted in your own words, and a supervisor sees it once it is filed. Let me get the details right first.
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
complaint-several = This sounds like { $count } separate matters:
several-part = · { $words }
complaint-several-end = Filed apart, each gets a number and an answer of its own. Your number and how to reach you are asked for once.
several-about = About "{ $matter }":
several-choice = Matter { $place }: { $matter }
complaint-card-all = If it is all correct, choose "Submit all { $count }" to send them to us.
complaint-change-which = Which of them would you like to change?
complaint-full-several =
    { $left ->
        [0] You have filed as many complaints as we can take from you in one day, so none of these { $count } is filed yet. All you filled in is kept; tap "Submit all { $count }" tomorrow.
       *[other] We can take { $left } more from you today, and here are { $count }, so none of them is filed yet. All you filled in is kept: choose "As one complaint" to file now, or tap "Submit all { $count }" tomorrow.
    }
reach-how = Once you close this page, how should we reach you? Choose one, or type a phone number.
reach-cancelled = Fine. This page's link brings you back whenever you like.
reach-help = Type a phone number or tap; leaving none is fine too.
reach-noted = Noted. Save your private link from this page: it brings you back here.
complaint-full = You have filed as many complaints as we can take from you in one day, so this one is not filed yet. All you filled in is kept; tap "Submit" tomorrow.
complaint-cancelled = Cancelled: nothing was filed, and your draft is deleted. Send "new" to start again.
complaint-help = Just answer one question at a time. Send "back" to change your last answer, "cancel" to stop, or "human" to talk to a person. Pictures and voice messages are welcome at any point.
complaint-nudge = Your complaint from yesterday has not been filed yet. Everything you told me is kept, so you can carry on here.
complaint-expired = Your unfinished complaint was kept for 7 days and is now deleted. Send "new" to start again.
repeat-finished =
    You told us about this before: { $matter }, on { $filed } (ticket { $no }); { $ended }.
    If it is not solved, we can reopen it: the number stays, it goes one level up, and a different colleague takes it. That is possible for { $days } days after closing.
repeat-unhappy =
    You told us about this before: { $matter }, on { $filed } (ticket { $no }); { $ended }.
    This will be a new ticket, linked to that one and handled one level up.
    What was wrong with how it ended last time? A sentence or two is enough.
repeat-closed = it was closed on { $closed }
repeat-handled = it has been dealt with
repeat-linked = It is linked to your ticket { $no } of { $filed } and handled one level up; what you told us then need not be told again.
repeat-linked-often = It is linked to your ticket { $no } of { $filed }, handled one level up, and a supervisor has been told; what you told us then need not be told again.
repeat-apart = If this is a different matter, choose "A different matter" and we will open one of its own.
repeat-cancelled = All right. What you wrote is kept with the ticket.
repeat-help = If there is more to add, just write it to me; if it is a different matter, choose "A different matter".
outage-work = Work on the network in { $area } is under way, and services may be off meanwhile.
outage-work-anywhere = Work on the network is under way, and services may be off meanwhile.
outage-announced = It was announced on { $since }. Expected back: { $date }.
outage-open = It is not known yet when it will be back; everyone registered is told once it is.
outage-ask = Choose "Add me, keep me informed": one tap registers it, you are told when it is back, and you can ask for more later. To have it handled on its own, choose "File it all the same".
outage-ask-of = About "{ $matter }": choose "Add me, keep me informed" and it goes with the others, and you are told when it is back. To have it handled on its own, choose "File it all the same".
outage-noted = All right: once it is filed you are told when it is back.
outage-none = No fault is known any more at the place you named, so we go on with your report.
outage-consult = If it does not work for you, choose "This is a complaint" to be registered and told when it is back.
button-add-me = Add me, keep me informed
button-file-apart = File it all the same
refused-outage = Please choose "Add me, keep me informed" or "File it all the same"; to leave it, send "cancel".
button-file-again = Open a new one
button-apart = File them apart ({ $count })
button-as-one = As one complaint
button-submit-all = Submit all { $count }
button-other-matter = The other matters
button-shared = Number, contact and name
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
field-kind = Complaint or something else
kind-complaint = A complaint
kind-fault = A fault to repair
kind-praise = Praise
kind-suggestion = A suggestion
kind-question = Just a question
complaint-kind = Is this a complaint, or something else?
field-company = Which company
complaint-company = This sounds like { $company }, whose number is { $phone }.
complaint-elsewhere = All right, nothing was filed. If there is anything about us, just write to me.
button-elsewhere = Thanks, I will contact them
button-ours = No, it is about { $operator }
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
card-promised = Promised for about: { $value }
card-promise = Promise you mention: { $value }
card-contact = Contact phone: { $value }
card-window = Best time to reach you: { $value }
card-name = Name: { $value }
card-kind = Kind: { $value }
card-relation = Whose number it is: { $value }
card-unknown = not sure
card-matter = Matter { $place } of { $count }
card-shared = For all of them
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
refused-sim = That is not a card number. It begins with 89 and has 19 or 20 places; the last four alone will do. If you cannot find it, choose "Enough for now".
refused-phone-unclear = I could not read that phone number. Please send a mobile number, or a landline with its area code.
refused-score-range = Please give a score from 1 to 10: 1 is worst, 10 is best.
refused-score-whole = Please give a whole number from 1 to 10.
refused-score-unclear = Please send just a number from 1 to 10.
refused-name-letters = Please write your name in letters.
refused-name-long = Please keep the name to { $most } characters.
refused-files-full = This complaint already has { $limit } files, and it cannot hold more. You can still add in words.
refused-file-large = That file is too large: { $size } MB is the most. Please send a smaller one, or send it in parts.
engine-fresh = I am sorry, what you had filled in was lost on our side. Please start again from here.
engine-slower = You are quicker than I am. Everything you sent is here; I am going through it one by one, so there is no need to send it again.
engine-parked = I am sorry, something went wrong on our side. Your message is kept, and a colleague will look at it. Please send it again, or send "human".
hotline-line = Hotline: { $hotline }
group-private = To keep your details private, please write to me directly, not in a group.

## consult: answering questions

consult-hello =
    Hello, I am a bot, the service assistant of { $operator }. Send "human" at any time to talk to a person.
    This chat is kept for 1 year, to answer you and to improve. You can ask to have it deleted at any time.
consult-source = Source: { $source }
consult-helped-q = Did this help?
consult-none = I have no ready answer to that. Ask it in other words if you like, or let a person answer it.
consult-offer =
    { $shown ->
        [0] I could not answer that, and I am sorry.
        [1] That explanation did not settle it, and I am sorry.
       *[2] My explanations did not settle it, and I am sorry.
    }
    Shall I register it as a complaint, so that a colleague takes it up? What you wrote goes with it, and you need not say it again.
consult-helped = Good, I am glad it helped. If there is anything else, just write to me.
consult-declined = All right, no complaint is registered. If you change your mind, send "new".
consult-cancelled = All right, we leave that question.
consult-help = Choose "That helped" to finish, or "Another answer" if it did not; you can also just ask again. For a complaint choose "This is a complaint": what you wrote goes with it.
button-helped = That helped
button-other-answer = Another answer
button-read-on = Read on
button-is-complaint = This is a complaint
button-to-ticket = It is about my open complaint
button-register = Register a complaint
button-no-complaint = No, thank you
refused-consult = Please choose one, or ask again in words.

## decide: answering an offer

decide-name = Choose "Yes, accept", or reply with your name, which accepts too. Your name goes on the written confirmation.
decide-renewed = A date of this offer had passed; the one above is counted anew from today.
decide-confirm = One last check. This is the offer:
m10-effect = If you accept, we carry it out. Once carried out, the authority usually does not take the same matter; until then you may change your mind.
decide-reason = What does not suit you? Choose one, or tell us in your own words what you want instead.
decide-wish = What would you like instead?
decide-no-hurry = Take your time: the offer stays open. Answer it when you are ready.
button-confirm-accept = Yes, accept
button-same-wish = Same as before
decide-cancelled = All right, everything stays as it was.
decide-help = Nothing is accepted until you confirm it. If something does not suit you, tell us what. To ask a person first, send "human".
prove-ask = Before we pay we check that the number is yours, so that the money reaches the right person. You can send your own number now, or a colleague can check it by phone.
button-prove-call = Check by phone
prove-done = Your number is checked. The money comes by the date above; there is nothing more to do.
prove-called = Fine. A colleague will call you to check before we pay.
prove-cancelled = Fine. A colleague will call you to check before we pay.
prove-help = Sending your own number is quickest. If you would rather not, choose "Check by phone".
refused-proof = Please send your own number, or choose "Check by phone".
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
tell-answered = Thank you. Your answer is on ticket { $no }, and we are working on it again. News by { $date }.
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
button-status-of = Status: { $matter }
button-details-of = Add details: { $matter }
details-thanks = Thank you, it is all on your ticket.
details-picture = Thank you. It goes on ticket { $no } as "{ $label }".
details-cancelled = All right. Your answers so far are kept.
details-help = Answer what you can, and stop whenever you like.

## survey: after the score

survey-scored = Thank you for the { $score }; the ticket is closed.
survey-scored-low = Thank you for your honest score of { $score }. I am sorry we did not do better. A supervisor will contact you within one working day.
survey-noted = Thank you, I have noted that.
survey-paid-noted = Noted. A supervisor checks that payment within one working day.
survey-sorry = Noted. I am sorry it is not solved yet. A supervisor contacts you within one working day; or tap "Reopen" now and another colleague takes it on.
survey-person = One more question: how was the service from { $name }? You can also write what we should do better.
survey-person-apart = Apart from the result: how was { $name } to deal with? You can also write a line.
survey-paid = A colleague came to your home for this. Were you asked for any payment there? If you were, just write how much, for example 50.
paid-no = No
paid-yes = Yes, I forget how much
survey-colleague = the colleague who handled it
person-satisfied = Good
person-average = So-so
person-dissatisfied = Not good
survey-which = What was the main problem?
survey-better = What could we have done better?
survey-solved = Is the problem solved now?
solved-yes = Yes
solved-partly = Partly
solved-no = No
survey-thanks = Thank you, I have noted that.
survey-fails = I am sorry it has failed again. A supervisor contacts you within one working day; or tap "Reopen" now and another colleague takes the repair on.
survey-each =
    { $line }
    What score for this one? 1 is worst, 10 is best.
survey-rescore = Ticket { $no }: please choose a new score. 1 is worst, 10 is best; your last score is the one that counts.
survey-later = All right. The scores above stay open for ticket { $no } for at least another day.
survey-never = All right, we will not ask you for scores again. To change this, send "settings".
survey-wanted = All right, we may ask you for a score again when a complaint is settled.
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

lobby-hello = Hello, I am here. Just write what has happened, or choose one of these:
lobby-here = I am here. This is how things stand:
lobby-thanks = You are welcome. I am here whenever you need me.
lobby-verified = Thank you, your number is verified.
lobby-edited = Your edited message is on ticket { $no }. The first version is kept too.
lobby-file-noted = I have your file. Once it is saved it goes on ticket { $no }.
lobby-voice-noted = I have added your voice message to ticket { $no }. A line in writing would help too.
button-call-me = Call me back
human-call = A colleague will call you on { $number }. If another number is better, just send it.
reach-call = Which number shall we call you on?
reach-called = Noted. A colleague will call you on it.
human-open = I have asked a colleague to join you: you are number { $place } in the queue. Meanwhile I can still help.
human-waits = No colleague has joined yet; I am sorry you have to wait. I have asked a supervisor to see to it: you are number { $place } in the queue. If a call suits you better, choose “Call me back” above.
human-closed = My colleagues are here on working days, { $from }-{ $to }. You are on the list, and they will contact you in turn. Meanwhile I can still help.
human-already = You are already in the queue, number { $place }. Meanwhile I can still help.
status-none = You have no open complaint in this chat.
status-not-here = Ticket { $no } was not opened in this chat. If it is yours, please send me your own number first.
status-offer =
    What we found: { $finding }
    Our offer:
status-list = You have { $count } complaints. Which would you like to see?
ticket-named-old = { $filed } · { $matter } · ticket { $no }
ticket-named = Ticket { $no } · { $matter }
appeal-leaflet =
    You can appeal to the { $body }, phone { $phone }.
    Office: { $address } (as of { $checked })
    Say that it is ticket { $no }, what happened, what we answered and what you want. We do not stop our work because you appeal.
    When an appeal is taken is laid down in { $rule-answer }.

## rules: how a rule of law is cited; its name, article and date are those of the catalogue's [[rule]]

rule-cited = the { $name } (in force since { $since })
rule-cited-article = { $article } of the { $name } (in force since { $since })

## Appeal: the tests one by one, the file, its number

appeal-which = Which complaint is the appeal about?
appeal-check = These are the conditions for an appeal, one by one. The rule: { $rule-answer }. The authority decides whether it takes a case; this list is only a guide.
check-ok = ✔ { $words }
check-not = ✘ { $words }
check-unknown = ? { $words }
check-not-yet = ○ { $words }
check-affected = The number is your own.
check-affected-unsaid = You have not said whose number it is; you will be asked while we prepare the file.
check-affected-agent = You act for the holder: please add an authorisation that the holder has signed.
check-affected-user = The number is not in your name: the holder should appeal, or give you a written authorisation.
check-affected-not = You neither hold nor use the number: the holder should appeal, or authorise you to do it.
check-concrete = The operator, your wish and the facts are all named.
check-concrete-wish = Your complaint does not say yet what we should do; one sentence is enough, and you will be asked for it.
check-first = You complained to us first: on { $date }, ticket { $no }.
check-first-fault = This is registered as a fault. Choose "This is a complaint", and the time for our answer starts then.
check-first-friendly = This is registered as praise or a suggestion, not as a complaint. If it is one, choose "File a complaint".
check-first-withdrawn = You took this complaint back. You can file it again at any time.
check-unhappy-late = We did not answer within { $rule-answer-days } days.
check-unhappy-final = We gave our final position, and you did not accept it.
check-unhappy-declined = You are not satisfied with what we offered.
check-unhappy-low-score = You gave the outcome a low score.
check-unhappy-reopened = You were not satisfied with the outcome and had the case reopened.
check-unhappy-answered = We have answered. If you are not satisfied, tell us, and this condition is met.
check-unhappy-no-complaint = The time for our answer starts once it is registered as a complaint.
check-unhappy-not-yet = Our answer is due on { $date }, in { $days ->
        [one] one day
       *[other] { $days } days
    }. If there is none by then, or it does not satisfy you, this condition is met. You can prepare the file now.
check-age = You are in time: an appeal is possible until { $date }, for another { $days ->
        [one] day
       *[other] { $days } days
    }.
check-age-unknown = We do not know yet on which day it happened. The time limit counts from that day; give us the date and we can work it out.
check-age-not = The time limit, { $date }, has passed, so the authority may not take it. You can still turn to { $other }.
check-settled = There is no settlement that has been carried out.
check-settled-open = What you accepted has not been carried out in full, so you may still change your mind. Once it has, the authority usually does not take the same matter.
check-settled-reopened = What you accepted was carried out on { $date }, and you said afterwards that the problem remains. The authority decides whether it takes it.
check-settled-not = What you accepted was carried out on { $date }. The authority usually does not take the same matter then. The rule: { $rule-settled }.
check-elsewhere = No other body is dealing with it.
check-elsewhere-unsaid = You have not said whether a court, an arbitrator or a consumer body has it too; you will be asked while we prepare the file.
check-elsewhere-not = Already dealing with it: { $bodies }. The authority may not take the same matter as well; we keep working on it in any case.
check-elsewhere-filed = You have appealed already, reference { $reference }. There is no need to file the same matter twice.
check-elsewhere-decided = The authority has dealt with this matter already.
check-reachable = Your real name and how to reach you are complete.
check-reachable-lacks = Still missing: { $what }.
check-evidence = { $count ->
        [one] One piece of evidence is
       *[other] { $count } pieces of evidence are
    } on file.
check-evidence-lacks = There is no evidence on file yet. What would help: { $what }.
check-evidence-none = There is no evidence on file yet. Screenshots, text messages and bills all help; just send them here.
appeal-whom =
    Where to appeal: { $body }, phone { $phone }
    Address: { $address } (as of { $checked })
appeal-check-end = Whether you appeal is for you to decide. We keep working on your case meanwhile.
appeal-check-early = Whether you appeal is for you to decide. You can have the file ready and send it in once the conditions are met. We keep working on your case meanwhile.
appeal-ask-relation = How are you connected with this number?
appeal-relation-agent = Noted. To act for somebody you need an authorisation that the holder has signed, with both names, the number and what you may do. Send a photo of it here, and it goes with the file.
appeal-relation-user = Noted. The number is not in your name, so please have the holder write an authorisation, or let the holder file the appeal. You can send a photo of it here.
appeal-relation-other = Noted. The authority only hears those who are directly concerned: the holder should file the appeal, or authorise you in writing.
appeal-ask-name = What is your full real name? An appeal under a name that is not real is not taken.
appeal-ask-address = What is your postal address? (Street and number, district, city; with the postcode if you know it.)
appeal-ask-postcode = What is the postcode of that address?
appeal-ask-province = In which province is this number registered? The appeal goes to the administration there.
appeal-ask-email = Would you like to give an e-mail address?
appeal-ask-employer = Would you like to name your employer? You need not.
appeal-ask-demand = What should we do? It goes into the appeal as your demand, for example "refund 94 yuan and explain it in writing".
appeal-known-contact = Earlier contact on file: { $words }
appeal-ask-contacts = Did you turn to us about this before the complaint? Say when, how, and what we answered; one contact in each message.
appeal-ask-contacts-too = Did you turn to us about this at any other time? Say when, how, and what we answered; one contact in each message.
appeal-more-contacts = { $count ->
        [one] Noted, one contact
       *[other] Noted, { $count } contacts
    } so far. Any more?
appeal-ask-elsewhere = Is another body dealing with the same matter now?
elsewhere-court = A court
elsewhere-arbitration = An arbitrator
elsewhere-consumer_body = A consumer association
elsewhere-regulator = A communications authority
elsewhere-other = Another body
appeal-field-relation = Connection with the number
appeal-field-name = Name
appeal-field-phone = Phone
appeal-field-address = Postal address
appeal-field-postcode = Postcode
appeal-field-province = Province
appeal-field-email = E-mail
appeal-field-employer = Employer
appeal-field-demand = Demand
appeal-field-contacts = Earlier contact
appeal-field-elsewhere = Other body
appeal-card = The file will say this. Please check it:
appeal-card-line = { $name }: { $value }
contact-stated = { $words } (stated by you)
contact-confirmed = { $words } (confirmed by our records)
contact-not_found = { $words } (stated by you; we found no record)
appeal-card-open = Please note:
appeal-true = What happened, what we answered and what you want are taken from the record of your complaint, and nothing else is added. Claims that are not true harm an appeal. If all of it is true, choose "All true, send me the file".
appeal-file-pdf = Your appeal as a PDF. Print it and sign it.
appeal-file-txt = The same as text, to copy into an online form.
appeal-file-zip = Your evidence with a list and checksums.
appeal-expect =
    Somebody usually calls { $from } to { $to } days after you file, to check the facts, so please answer calls from numbers you do not know these days. Filing once is enough; please add no new matters afterwards.
    Once you have filed, choose "I have appealed" and tell us the reference. We will cooperate.
appeal-early = This file was prepared ahead of time and shows its date. Please get a new one when the conditions are met, and send that one in.
appeal-ask-number = What is the reference of your appeal? If you have none yet, you can tell us later.
appeal-number-later = All right. Once you have the reference, choose "I have appealed" and tell us.
appeal-left = All right. Write "appeal" whenever you need it.
appeal-nothing = Before an appeal you need to complain to us. You can start now; we answer within { $rule-answer-days } days of the day you file.
appeal-cancelled = The appeal file is put aside, and your complaint goes on. Write "appeal" whenever you need it.
appeal-help = I am helping you with the file of an appeal. Just answer the questions; "back" goes one step back, "cancel" puts it aside. Whether you appeal is for you to decide.
refused-address = Please write your postal address, for example "Flat 301, 1 Zhongguancun East Road, Haidian District, Beijing".
refused-postcode = Please write the postcode, for example "100190".
refused-province = I did not recognise the province. Please write a province or city, for example "Beijing".
refused-email = Please write a complete e-mail address, for example "name@example.com", or choose "Leave out".
refused-contacts = Please say when and how you turned to us, or choose "None".
refused-reference = Please write the reference of the appeal in one message.

## Tickets: messages to the subscriber, by their number in the catalogue of messages

number-line = Ticket { $no } · { $subject }
status-beside = Filed with it: { $no } { $matter }, { $state }
the-department = the department in charge
the-question = one detail
fact-line = { $place }. { $what }
answer-name = there
fact-choice = { $what } ({ $options })
fact-when = The day and rough time it happened
fact-place = Where exactly: province, city and district, and the estate, floor or shop if you can
fact-amount = The amount in dispute
fact-number = The mobile number or broadband account it is about
fact-name = The name of the account holder
the-item = what was agreed
the-authority = communications authority
who-referred = the communications authority
reason-unnamed = this offer
reason-own-words = as you wrote
reason-late = the department has not finished it yet
reason-delay-registered = it has not reached the department in charge yet
reason-delay-dispatched = the department in charge has not taken it up yet
reason-delay-investigating = the check has come to no result yet
reason-delay-negotiating = the new answer is not settled yet
reason-delay-executing = not everything that was agreed has been done yet
reference-none = (to follow)
wish-unnamed = as before
words-none = (no words)
proof-none = completed
items-none = (see the written confirmation)
m03-mend = To add something or to ask about this, send "human". The ticket number stays the same.
offer = · { $what }
offer-money = · { $what }, { $money }
offer-due = · { $what }, by { $due }
offer-money-due = · { $what }, { $money }, by { $due }
offer-proof = · { $what }: { $proof }
offer-promise = { $offer } (keeping our published promise: { $promise })

m01 =
    Registered: { $subject }, ticket { $no }. It is with { $department }.
    You will have a first proper reply by { $first } and our full answer by { $final } at the latest.{ $held }
    Send "status" at any time to see where it stands.
m01f =
    Fault registered: { $subject }, ticket { $no }. It is with { $department }.
    An engineer will be in touch by { $engineer }, and it will be repaired by { $repair }; if not, we tell you why and until when.
    Send "status" at any time. To make it a complaint, just say so.
m01b =
    { $kind ->
        [fault] Fault registered: { $subject }, ticket { $no }. It is with { $department }.
       *[complaint] Registered: { $subject }, ticket { $no }. It is with { $department }. You will have our full answer by { $final } at the latest.
    }
    { $what }
    { $when }
m01p =
    { $what ->
        [praise] Thank you for your praise. Its number is { $no }, and it is with { $department }.
       *[suggestion] Thank you for your suggestion. Its number is { $no }, and it is with { $department }.
    }
    A colleague will read it and answer you here.
m01s =
    Registered: { $count } complaints.
    { $lines }
    Send "status" at any time.
m01s-line = · { $subject }, ticket { $no }, with { $department }: a first proper reply by { $first } and our full answer by { $final } at the latest
m01s-fault = · { $subject }, fault, ticket { $no }, with { $department }: an engineer is in touch by { $engineer } and it is repaired by { $repair }; if not, you hear why and the new time
m01s-standing = · { $subject }, ticket { $no }: { $state }, { $who } has it and has news for you by { $date }
m01s-contact = { $name } is your contact for all of them.
complained =
    { $line }
    { $why ->
        [said] All right, from now on we handle this as a complaint. Everything you said goes with it.
        [not_fixed] We are sorry that it is not repaired. From now on we handle this as a complaint, and everything you said goes with it.
        [late] We are sorry that it was not repaired in time. From now on we handle this as a complaint, and everything you said goes with it.
       *[desk] From now on we handle this as a complaint, and everything you said goes with it.
    }
    { $who } keeps working on it. You will have our full answer by { $final } at the latest.{ $held }
thanked =
    { $line }
    { $name }: { $words }
    Thank you for telling us.
m02 =
    { $line }
    Done: { $done }
    Please check, and tell us whether it is fixed or not.
m03 =
    { $line }
    I am sorry, but we cannot take this up yet: { $reason }.
    { $mend }{ $held }
m04 =
    { $line }
    It has gone to { $department }, who will take it on. You will have news by { $date }.
m05 =
    { $line }
    { $who } is handling it now. By { $date } you will hear what we have found.
m05h =
    { $line }
    { $next }
handed-over = { $who } works on it now and knows what you told us; you need not tell it again. You hear what the check found by { $date }.
contact-line = { $name } remains your contact.
m06 =
    { $line }
    { $several ->
        [1] To check this properly, please send us: { $question }
       *[other]
        To check this properly, please send us the following, one by one or all in one message:
        { $question }
    }
    If you do not have it, that is fine: from { $date } we will carry on with what we know.
    While we wait for you, the date we gave you moves; when it comes in, we tell you the new one.
m07 =
    { $line }
    { $several ->
        [1] One detail is still open: { $question }
       *[other]
        These details are still open:
        { $question }
    }
    If you do not have it, that is fine: from { $date } we will carry on with what we know.
m08 =
    { $line }
    Sorry, the next step has to wait until { $date }. The reason: { $reason }
    We will write to you then.
m09 =
    { $line }
    What we found: { $finding }
    Our offer (round { $round }):
    { $items }
    You can accept it, ask for changes or think it over until { $date }. Silence does not count as a yes.
m10 = If you accept, we carry it out. Once carried out, the authority usually does not take the same matter; until then you may change your mind.
m11 =
    { $line }
    Understood. What does not suit you: { $reason }. What you want: { $wish }
    { $who } will give you a new answer by { $date }.{ $appeal }
m11-appeal = You can also appeal: choose "Prepare an appeal" to see the conditions one by one and get the file. Whether you appeal is for you to decide.
m12 =
    { $line }
    Our offer is waiting for your answer. Take your time: silence does not count as a yes.
    Around { $date } a colleague will call to hear what you think. Questions? Send "human".
think =
    { $line }
    Take your time. You will not be reminded before { $date }; on that day we ask you once. Silence does not count as a yes.
    The offer stands until { $last }. When you know, choose below, or send "status" later. { $left ->
        [0] After that day we set no further date.
        [one] If you need more time then, you can ask for it once more.
       *[other] If you need more time then, you can ask for it { $left } more times.
    }
thought =
    { $line }
    You asked for time to think our offer over, and that time is up. There is still no hurry.
    The offer stands until { $last }. Silence does not count as a yes.
m13 =
    { $line }
    We are sorry that we could not agree. Our final position: { $position }
    The attached letter says so in writing; please keep it.
    You can appeal to the { $body }: choose "How to appeal". You can also tell us something new.
    If we hear nothing new by { $date }, we will close this as "not agreed". Your right to appeal stays.
m14 =
    { $line }
    Written confirmation. This is what we will do:
    { $items }{ $held }
    The file is attached; please keep it. Until the first item is carried out you may change your mind.
m15 =
    { $line }
    This is done:
    { $proof }
    Please check. If we do not hear from you by { $date }, we will note it as "unconfirmed"; you can still reopen it after that.
m15r =
    { $line }
    This is done on our side. Could you check it?
    If we do not hear from you by { $date }, we will note it as "unconfirmed"; you can still reopen it after that.
m16 =
    { $line }
    Sorry, this will be late: { $item }. The new date is { $date }.
    The reason: { $reason }
m17 =
    { $line }
    Glad to hear it, thank you. We may ask you for a score later.
    If the problem comes back, send "status" and choose "Reopen" by { $date }.{ $held }
m18 =
    { $line }
    I am sorry it is not fixed. It is back with { $who }, who will contact you by { $date }.
m19 =
    { $line }
    We did not hear from you, so we have noted it as "unconfirmed". If anything is wrong, choose "Reopen" by { $date }.{ $held }{ $ask }
m19-ask = If you like, score how we handled it: 1 is worst, 10 is best.
m20 =
    { $line }
    { $band ->
        [low] Thank you for your honest score. I am sorry we did not do better. A supervisor will contact you by { $date }, and you can choose "Reopen".
       *[good] Thank you for the score; the ticket is closed. If there is anything else, just tell me.
    }
m21 =
    { $line }
    Reopened. { $department } will put a different colleague on it, and you will have an answer by { $date }.{ $held }
m22 =
    { $line }
    Your reminder has gone to the colleague handling it and to a supervisor.
    Now: { $state }. { $next }
again =
    { $line }
    I am sorry this is troubling you again. What you told us on { $filed } is still open, so no second ticket was made; what you wrote now has been added to it.
    { $lines }
again-reminded = We have reminded the person handling it and their supervisor.
again-just-reminded = They were reminded on { $last }; you can remind them again after { $next }.
again-standing = Now: { $state }. { $next }
again-late = The { $rule-answer-days } days for our answer have passed, and we are very sorry. A supervisor has been asked to step in. You can appeal to the { $body } right now; see "How to appeal".
m23 =
    { $line }
    Withdrawn, as you asked. We have stopped working on it.
    You can file it again later. Anything already agreed still stands.{ $held }
m24 =
    { $line }
    A supervisor has been called in. { $who } is handling it, and you will have news by { $date }.
m24a =
    { $line }
    { $calm }
    A supervisor looks at this and tells you more by { $date }.
m24a-calm = We hear what you say, and it is passed on in your own words.
m25r =
    { $line }
    Your complaint came to us from { $body }. { $who } follows it up, and you need not tell it again.
m25 =
    { $line }
    Noted: you have appealed to the { $body }, reference { $reference }.
    { $from } to { $to } days after you filed it, they or we may call you to check, so please answer numbers you do not know. There is no need to send it twice.
    Your appeal takes nothing from your rights here. We keep working on it and will cooperate with them.
m25s =
    { $line }
    On { $at } we sent { $body } our written answer in this matter, reference { $reference }. They will tell you the outcome.
    If you have a question about our answer, just reply to this message.
m25t =
    { $line }
    { $body } has taken the matter up, reference { $reference }. They will tell you the outcome; we keep working on it and will cooperate with them.
m25n =
    { $line }
    { $body } has not taken the matter up, reference { $reference }. The reason they gave: { $reason }
    { $next }
m25w =
    { $line }
    Noted: your appeal to the { $body }, reference { $reference }, has been withdrawn. If that is not so, please tell us.
    { $next }
case-goes-on = We keep working on your complaint, and you will have news by { $date }.
case-tell-us = If you are still not content with it, you can tell us at any time.
m26 =
    { $line }
    Now: { $state }
    { $next }{ $held }
m27 =
    { $line }
    We did not give you our full answer within { $rule-answer-days } days, and we are truly sorry. You can appeal to the { $body } now: choose "How to appeal".
    The rule: { $rule-answer }.
    We are still working on it, and you will have news by { $date }.
m28 =
    { $line }
    We have finished checking. Our offer will follow by { $date }.
m29 =
    { $line }
    { $result ->
        [decided_outside] The authority has decided, so we are closing the ticket.
       *[not_agreed] We have closed the ticket as "not agreed".
    }
    You can reopen it until { $date }. Your right to appeal stays.{ $held }
m31 =
    { $line }
    We have taken this offer back to correct it, so it no longer stands. Sorry for the longer wait.
    { $who } will give you a new answer by { $date }.
m32 =
    { $line }
    We did not have your answer to our offer, so we have closed the ticket. This does not count as a yes.
    To go on with it, choose "Reopen" by { $date }.{ $held }
disputed =
    { $line }
    The amount in dispute is now taken as { $money }. The reason: { $reason }{ $held }
    If you see it differently, write it here.
credit-held = Until this is settled you are not asked for the { $money } in dispute, and it does not suspend your service.
credit-rest = The { $money } of the disputed amount that was not agreed to be credited is due again after { $date }.
credit-over = The { $money } in dispute is no longer on hold; what your bill still asks for is due after { $date }.
credit-due = The { $money } that was on hold is due again after { $date }{ $right ->
        [said] .
       *[stays] . Your right to appeal stays.
    }
think-line = You are thinking it over; we do not remind you before { $date }. You can decide at any time.
m33 =
    { $line }
    All right: what was agreed is off, and nothing will be carried out.
    { $who } will give you a new answer by { $date }.
m34 =
    { $line }
    We are sorry: the date we gave you cannot be kept. You will have our answer by { $date }.
    Reason: { $reason }
    This does not affect your right to appeal.
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
    { $what } Could you check whether it works for you?
    If we do not hear from you by { $date }, we will note it as "unconfirmed"; you can still reopen it after that.
b2w =
    { $line }
    { $what }
    What else you asked for is still being worked on; { $who } will answer you by { $date }.
b3 =
    { $line }
    { $finding }
    Our offer to everyone affected:
    { $items }
    If it does not settle your own wish, choose "Ask for changes". It stands until { $date }. Silence does not count as a yes.
b3c =
    { $line }
    Everyone who was affected gets:
    { $items }
    You need not do anything; we see to it.
b4 =
    { $line }
    { $why ->
        [theirs] Understood: it does not work for you yet. We no longer treat this as part of the wider problem.
        [none] It turned out not to be a wider problem, so your ticket is handled on its own.
       *[staff] We checked: this is not part of the wider problem, so it is handled on its own.
    }
    { $who } will contact you by { $date }.
mass-fault = The network in { $area } has a fault that affects many people. It is being repaired.
mass-fault-anywhere = The network has a fault that affects many people. It is being repaired.
mass-matter = Many people have reported the same. We are checking it for all of them together.
mass-still-work = The work on the network is not finished yet.
mass-still-fault = The fault is still being repaired.
mass-still-matter = This is still being checked.
mass-late = Sorry, this is harder to repair than we thought, and it is not working yet.
mass-expected = Expected back: { $date }.
mass-answer-by = We expect to have the answer by { $date }.
mass-when-known = You will hear the time once it is known.
mass-linked-work = Your ticket is linked to this work, and your own wish will be answered.
mass-linked-fault = Your ticket is linked to this fault, and your own wish will be answered.
mass-linked-matter = Your ticket is linked to it, and your own wish will be answered.
mass-back = The network in { $area } has been working again since { $at }.
mass-back-anywhere = The network has been working again since { $at }.
mass-mended = This was put right on { $at }.
mass-not-here = If it does not work for you yet, choose "Not working for me".
m35 =
    { $line }
    A reminder: you can take this matter to the { $body } until { $date }; after that it is usually not accepted.
    The rule: { $rule-age }.
    "How to appeal" tells you what to do. Whether you appeal is for you to decide.
m36 =
    { $line }
    The public holidays have been announced, so the date we told you to expect is now { $date }.
survey =
    { $line }
    { $greeting }{ $kind ->
        [repair] You reported a fault on { $filed } and we repaired it. Is it still working?
        [several] Our work on these { $count } tickets is finished. One score counts for all of them; to score them apart, choose "Score each one".
       *[other] Our work on the complaint you filed on { $filed } is finished.
    }
    How did we handle it? 1 is worst, 10 is best.
survey-reminder =
    { $line }
    { $kind ->
        [repair] Is it still working since the repair?
        [several] How did we handle these { $count } tickets? One score counts for all of them, or choose "Score each one".
       *[other] How did we handle your complaint?
    }
    One number is enough: 1 is worst, 10 is best. We will not ask again.
progress =
    { $line }
    { $days ->
        [0] A quick update.
        [one] A quick update, a day after you filed this.
       *[other] A quick update, { $days } days after you filed this.
    } Now: { $state }. { $next }
reply =
    { $line }
    { $name }: { $words }

## Tickets: the next step

next-registered = It is on its way to the right department, and you will have news by { $date }.
next-dispatched = { $who } will take it on and start checking. You will have news by { $date }.
next-investigating = { $who } is checking it. You will have news by { $date }.
next-awaiting_user = We asked you for one detail. If you do not have it, we will carry on with what we know.
next-on_hold = Work starts again on { $date }, and we will write to you then.
next-proposed = Our offer is waiting for your answer. Take your time.
next-negotiating = { $who } is preparing a new answer, and you will have it by { $date }.
next-deadlock = You have our final position. You can accept the offer, tell us something new, or appeal.
next-agreed = We are arranging it. The next item will be done by { $date }.
next-executing = { $who } is carrying it out. The next item will be done by { $date }.
next-awaiting_confirm = Please check whether it is fixed, and tell us.
next-survey = Our work on it is finished. Your score is welcome.
next-thanks = A colleague will answer you here.
next-closed = If something is still wrong, you can reopen it.
next-archived = If there is something new, please file a new complaint.
next-withdrawn = You can file it again later.
next-invalid = To add what is missing, send "human".

## Tickets: states

state-registered = Registered
state-invalid = Not taken up
state-dispatched = With the department
state-investigating = Being checked
state-awaiting_user = Waiting for a detail
state-on_hold = On hold
state-proposed = Offer made
state-negotiating = In talks
state-deadlock = No agreement
state-agreed = Agreed
state-executing = Being carried out
state-awaiting_confirm = Done, to be checked
state-survey = Work finished, score open
state-closed = Closed
state-archived = Archived
state-withdrawn = Withdrawn

## Tickets: buttons

button-accept = Accept
button-accept-after-all = Accept the offer
button-reject = Ask for changes
button-think = Think it over
button-think-again = I changed my mind
button-question-proposal = Ask a question
button-part = Not working for me
button-fixed = It is fixed
button-not-fixed = Not fixed
button-reopen = Reopen
button-status = Status
button-complain = Make it a complaint
button-remind = Remind them
button-add = Add something
button-withdraw = Withdraw
button-appeal-leaflet = How to appeal
button-appeal = Prepare an appeal
button-this-name = Use "{ $name }"
button-appealed = I have appealed
button-prepare-file = Prepare the file
button-prepare-again = Get a new file
button-leave = Not now
button-leave-out = Leave out
button-none = None
button-no-more = No more
button-elsewhere-none = No
button-send-file = All true, send me the file
button-no-number = No reference yet
button-score-later = Later
button-score-never = Do not ask me
button-fails-again = It fails again
button-rescore = Change my score
button-each = Score each one

## Tickets: moves at the desk

move-submit = File
move-refile = File again
move-solve = Solved on the spot
move-dispatch = Dispatch
move-claim = Claim
move-assign = Give to a colleague
move-release = Lay back for others
move-set_level = Set the level
move-sign_in = Sign in
move-return_routing = Return to routing
move-inadmissible = Not admissible
move-admissible = Admit after all
move-ask = Ask the subscriber
move-answer = Record the answer
move-silence = No answer, go on
move-hold = Put on hold
move-resume = Resume
move-set_liability = Set liability
move-ask_approval = Ask for approval
move-approve = Approve the offer and send it
move-refuse_approval = Do not approve the offer
move-pass_up = Pass it up to the director
move-propose = Make an offer
move-accept = Accept
move-think = Time to think it over
move-reject = Decline
move-withdraw_proposal = Take the offer back
move-no_answer = No answer to the offer
move-final = Final position
move-accept_after_all = Accept after all
move-new_fact = New fact
move-think_again = Changed mind
move-confirm_writing = Confirm in writing
move-item_done = Item done
move-done = All done
move-late = Announce a delay
move-delay = Tell them it takes longer
move-done_without_proposal = Done as asked
move-fixed = Confirmed fixed
move-not_fixed = Reported not fixed
move-unconfirmed = Not confirmed
move-score = Score
move-answer_survey = Answer before the score
move-survey_expired = Survey expired
move-reopen = Reopen
move-archive = Archive
move-withdraw = Withdraw
move-end_deadlock = Outcome of the appeal
move-mediated = Settled by mediation
move-dispute = Correct the disputed amount
move-credit_placed = Disputed amount put on hold
move-remind = Remind
move-again = Same complaint again
move-same_matter = Same matter
move-apart = A different matter
move-key = Mark as a key account
move-join_incident = Add to an incident
move-part = Take out of the incident
move-incident_found = Told of the incident
move-incident_note = Told news of the incident
move-incident_fixed = Told that it works again
move-incident_back = Told that it works again
move-incident_settled = Offered what all are offered
move-incident_credited = Told what all get
move-escalate = Escalate
move-refer = Note a referral
move-appeal = Note an appeal
move-prepare_appeal = Write down the appeal's details
move-judge_contact = Check an earlier contact
move-hand_out_file = Make the appeal file
move-summon = Ask for a person
move-add = Add something
move-reply = Reply to the subscriber
move-thank = Thank
move-complain = Make it a complaint
move-contact = One contact for all
move-note = Internal note

## Tickets: roles, liability, tasks

role-subscriber = Subscriber
role-bot = Assistant
role-clock = Deadline
role-agent = Agent
role-handler = Handler
role-supervisor = Supervisor
role-director = Director
role-admin = Administrator
role-approver = Approver
liability-operator = Ours
liability-user = The subscriber's
liability-force_majeure = Force majeure
liability-third_party = A third party's
liability-shared = Shared
task-credit_hold = Billing: put the amount on hold
task-restore = Billing: restore the service
task-credit_end = Billing: lift the hold
task-deadline = Deadline
task-call_back = Call the subscriber
task-low_score = Look at a low score
task-paid = Check a payment taken on a visit
task-survey_call = Follow up by phone: no answer to the survey
task-unreachable = The subscriber cannot be reached
task-human = The subscriber asks for a person
task-waits = Asked for a person, and nobody came
task-delivery = A message was not delivered
task-approve_offer = An offer to approve
task-offer_refused = Offer not approved
task-risk = Offer at risk: please look into it
task-approve = To be approved
task-dispatch = Dispatch again
task-reopened = Reopened, another handler needed
task-remind = The subscriber asks us to hurry
task-repeated = Repeated complaint: for a supervisor
task-look_alike = Looks like a repeat: please decide
task-parted = Still not working after an incident
task-incident = Incident found: confirm or dismiss it
task-incident_late = Incident not over in time
task-incident_date = Incident: the end that was told has passed
task-escalated = Escalated
task-appeal = Appeal to the authority

## Tickets: why not

not-allowed-state = The ticket has changed since then, so this is no longer possible. Nothing was done.
not-allowed-role = Your role cannot do this.
not-allowed-liability = Set the liability first.
not-allowed-over-limit = { $offered } is above your limit of { $limit }. Please ask for approval.
not-allowed-remedy = "{ $remedy }" can be offered by this role or above: { $role }. Please ask for approval.
not-allowed-over-disputed = { $offered } is more than the { $most } that can be offered here ({ $disputed } is in dispute). Cite a published promise, or ask for approval.
not-allowed-own-right = This offer is within your own right; please make it.
not-allowed-over-all = This offer is above everybody's right; please offer less.
not-allowed-pass-up = This offer is above your right; please pass it up to the director.
not-allowed-no-approval = No offer is waiting for approval.
not-allowed-own-approval = Who asked cannot approve; another colleague must.
not-allowed-approval-director = This offer is with the director.
not-allowed-approval-overtaken = The ticket has moved on since approval was asked for ({ $move }). This draft is out of date and was not sent.
not-allowed-approval-decided = { $name } has decided on this offer already.
not-allowed-approval-date = The date { $date } in this offer has passed, so it cannot go out as it was drafted. Please send it back with a reason, so that a new date is given.
not-allowed-promise-unknown = There is no such promise in the library; choose one from the list.
not-allowed-promise-category = The promise "{ $promise }" is not about such matters and cannot be cited here.
not-allowed-promise-remedy = The promise "{ $promise }" is for "{ $remedy }"; please cite it on that item.
not-allowed-promise-expired = The promise "{ $promise }" was valid from { $start } to { $end }. This happened on { $day }, so it cannot be cited.
not-allowed-promise-later = The promise "{ $promise }" is valid from { $start }. This happened on { $day }, so it cannot be cited.
not-allowed-no-meeting = A final position is settled in a review meeting; please tick it once that was held.
not-allowed-not-agreed =
    This item was not agreed, so nothing was noted. What was agreed:
    { $items }
agreed-item = { $place }. { $what }
agreed-item-done = { $place }. { $what } (done)
not-allowed-no-amount = Give the amount.
not-allowed-no-reason = Give the reason.
not-allowed-no-words = Write what it is about.
not-allowed-fact = The subscriber has told us this already, or it does not fit this kind of complaint. Please choose again.
not-allowed-no-items = Name at least one item, each with its remedy.
not-allowed-no-date = Give a date in the future.
not-allowed-no-proof = Give the proof that it was done.
not-allowed-not-reviewed = Compare the offer with the subscriber's wish first.
not-allowed-not-as-asked = Only a wish met as asked or a repaired fault ends without an offer; make an offer.
not-allowed-department = There is no such department; choose one from the list.
not-allowed-returns = It was returned once already; a supervisor decides where it goes.
not-allowed-owned = { $owner } has this ticket.
not-allowed-not-yours = { $owner } has this ticket; they or a supervisor can hand it over.
not-allowed-unowned = Nobody has this ticket, so it can be claimed.
not-allowed-absent = You are noted as absent until { $until }. Say that you are back, then claim it.
not-allowed-absent-open = You are noted as absent until further notice. Say that you are back, then claim it.
not-allowed-absent-other = { $name } is absent just now; choose another colleague.
not-allowed-nobody = Choose a colleague from the list.
not-allowed-same-owner = { $owner } has this ticket already.
not-allowed-level = A level is a number from 1 to { $most }.
not-allowed-same-level = It is at level { $level } already.
not-allowed-delays = The subscriber was told { $most } times that it takes longer, which is the most; write to them yourself.
not-allowed-asks = The subscriber is asked { $most } times at most; go on with what is known.
not-allowed-hold-too-long = A hold lasts { $days } days at most; give an earlier date.
not-allowed-asked-already = A colleague asked for this already; a supervisor confirms.
not-allowed-not-asked = No colleague has asked for this yet.
not-allowed-same-person = Who asked cannot confirm; another supervisor must.
not-allowed-rounds = A final position comes after { $least } rounds at least.
not-allowed-no-proposal = There is no offer to accept yet.
not-allowed-old-proposal = The offer has changed since then. Please see the latest one.
not-allowed-thinks = You can ask for time to think { $most } times for one offer, and you have. The offer still stands, and silence does not count as a yes. To answer it, send "status".
not-allowed-think-late = The offer is about to end, so no further date can be set. You can still accept it or ask for changes; silence does not count as a yes. To ask first, send "human".
not-allowed-no-hold = No disputed amount is waiting to be put on hold.
not-allowed-no-hold-reference = Give the reference from the billing system.
not-allowed-no-call = Call the subscriber and record it first.
not-allowed-item-done = Part of it is already carried out, so the whole can no longer be called off. Choose "Add something" to tell us what is wrong.
not-allowed-item-done-before = This item is noted as done already.
not-allowed-open-items = Some of what was agreed is still open.
not-allowed-reopen-late = This was closed more than { $days } days ago. Please file a new complaint.
not-allowed-score = Please give a score from 1 to 10.
not-allowed-score-late = This survey has ended, but thank you.
not-allowed-score-asked = The score is the subscriber's own to give. Please take out the words that ask for one, or for a better one; the survey goes out by itself when the work is finished.
not-allowed-too-early = We passed on your last reminder a short while ago. You can send another after { $at }.
not-allowed-top-level = It is at the highest level already, with a supervisor.
not-allowed-no-repeat = This ticket has no likely repeat to decide on.
not-allowed-no-appeal = No appeal is noted.
not-allowed-appeal-open = The appeal is not decided yet, so the ticket is not closed for silence.
not-allowed-no-body = Say which body sent it.
not-allowed-no-reference = Give the reference of the appeal.
not-allowed-no-contact = The subscriber named no earlier contact, so there is none to check.
not-allowed-contact-outcome = Say what the records show: found, or not found.
not-allowed-no-incident = This ticket is not part of an incident.
not-allowed-incident-already = This ticket is part of another incident already; take it out of that first.
not-allowed-incident-category = Choose at least one category from the list.
not-allowed-incident-words = Write what all who are affected are told, in every language.
not-allowed-incident-stage = The incident has moved on since then, so this is no longer possible. Nothing was done.
not-allowed-incident-area = One of the areas is not known; choose it from the list.

## The bot's menu

menu-new = File a complaint
menu-my = My complaints and where they stand
menu-settings = Language, notifications, surveys
menu-help = What I can do
menu-cancel = Stop what you are filling in
menu-group-mine = My tickets
menu-group-find = A ticket by its number
menu-group-report = The week's figures
menu-group-help = How to work here

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
paper-liability = Responsibility
paper-liability-operator = The responsibility is ours.
paper-liability-user = Our check found no error on our side; this is what we do to settle the matter.
paper-liability-force_majeure = It was caused by something beyond anyone's control; this is what we do.
paper-liability-third_party = It was caused by a third party; towards you, we see to what stands here.
paper-liability-shared = More than one cause came together, and part of the responsibility is ours.
paper-amount = Amount
paper-due = Done by
paper-total = Total
paper-promise = Promise kept
paper-promise-from = { $promise }: "{ $text }" ({ $source }, valid from { $start })
paper-promise-between = { $promise }: "{ $text }" ({ $source }, valid from { $start } to { $end })
paper-credit = Amount in dispute
paper-credit-all = Until all of this is done you are not asked for the { $money } in dispute, and it does not suspend your service. After that, none of it is asked for.
paper-credit-rest = Until all of this is done you are not asked for the { $money } in dispute, and it does not suspend your service. The { $rest } of it that is not credited here is due again { $days } days after you confirm that all is done.
paper-change = Change of mind
paper-change-how = Until the first item is done you may change your mind at any time: choose "I changed my mind" in the chat, or send "human". The agreement then ends, and we give you a new answer.
paper-appeal = Appeal
paper-items = What we will do
paper-operator = Operator
paper-us = The operator
paper-contact = Handled by
paper-hotline = Hotline
paper-subscriber = Subscriber
paper-unnamed = The person who filed the complaint
paper-service-number = Service number
paper-foot = Made from ticket { $no } as it stood when this was agreed. Please keep it.

## Appeals: the letter to the authority, in the applicant's voice, and our own letters

letter-title = Appeal of a telecom user
letter-prepared = Draft: the conditions for an appeal are not met yet. What counts is how things stand on the day it is sent.
letter-to = To: { $body }
letter-applicant = Applicant
letter-respondent = Operator complained of
letter-name = Name
letter-relation = Relation to the number
letter-employer = Employer
letter-address = Postal address
letter-postcode = Postcode
letter-phone = Phone
letter-email = Email
letter-full-name = Full legal name
letter-hotline = Customer hotline
letter-blank = ____________________
letter-the-operator = the operator
letter-i-am = I, { $name }, am a customer of { $operator }
letter-i-am-number = I, { $name }, am a customer of { $operator } with the number { $number }
letter-i-am-plan = I, { $name }, am a customer of { $operator } with the number { $number } on the plan “{ $plan }”
letter-opening = { $who }. On { $filed } I complained to { $operator } about “{ $subject }”, ticket { $no }. { $why }
letter-because-unhappy = I am not satisfied with how { $operator } settled it, and appeal to you.
letter-because-silent = { $operator } did not state its position within { $rule-answer-days } days, which is the time limit. Under { $rule-answer }, I appeal to you.
letter-because-prepared = I keep this letter ready for an appeal to you.
letter-matter = Subject of the appeal
letter-about = Kind of problem
letter-when = When it happened
letter-where = Where it happened
letter-amount = Amount in dispute
letter-promise = Public promise cited
letter-promise-cited = “{ $words }” ({ $source })
letter-yes = Yes
letter-no = No
letter-told = “{ $words }”
letter-dated = { $when } (in my words: “{ $words }”)
letter-facts = What happened
letter-filed = I complained to { $operator }, ticket { $no }, in these words: “{ $words }”
letter-added = I added: “{ $words }”
letter-again = I reported the same matter again: “{ $words }”
letter-answered = I answered the operator's question: “{ $words }”
letter-answered-file = I sent the file that the operator asked for.
letter-complained = I asked for it to be handled as a complaint.
letter-reminded = I sent a reminder.
letter-escalated = I asked for it to be raised to a supervisor.
letter-escalated-why = I asked for it to be raised to a supervisor: “{ $words }”
letter-summoned = I asked to speak to a person.
letter-declined = I declined the operator's offer.
letter-declined-why = Reason: { $reason }
letter-declined-words = In my words: “{ $words }”
letter-accepted = I accepted the operator's offer.
letter-took-back = I changed my mind before the offer was carried out.
letter-took-back-why = I changed my mind before the offer was carried out: “{ $words }”
letter-new-fact = I told the operator something new: “{ $words }”
letter-fixed = I confirmed that it was solved.
letter-not-fixed = I reported that it was not solved.
letter-not-fixed-words = I reported that it was not solved: “{ $words }”
letter-reopened = I asked for it to be handled again: “{ $words }”
letter-scored = I gave the result a score of { $score } out of { $best }.
letter-scored-words = I gave the result a score of { $score } and wrote: “{ $words }”
letter-withdrawn = I withdrew the complaint.
letter-withdrawn-why = I withdrew the complaint: “{ $words }”
letter-refiled = I supplied what was missing and filed the complaint again.
letter-referred = { $body } passed the matter on to the operator.
letter-appealed = An appeal was noted under reference { $reference }.
letter-contacts = Earlier contacts with the operator
letter-contact-number = Reference given then: { $number }
letter-contact-stated = Stated by me.
letter-contact-found = The operator found this in its records.
letter-contact-not-found = The operator says that it found no record of this; it is stated by me.
letter-answers = What the operator answered
letter-received = Took the complaint and told me its number, { $no }.
letter-replied = Replied: “{ $words }”
letter-solved = Told me that it was put right: “{ $words }”
letter-asked = Asked me for: { $words }
letter-held = Told me that work rests, because: “{ $words }”
letter-delayed = Told me that the answer would be later.
letter-delayed-why = Told me that the answer would be later, because: “{ $words }”
letter-late = Told me that “{ $what }” would be later than agreed.
letter-late-why = Told me that “{ $what }” would be later than agreed, because: “{ $words }”
letter-refused = Told me that the complaint is not taken up.
letter-refused-why = Told me that the complaint is not taken up. Reason: { $reason }
letter-offered =
    Made offer { $place }. Finding: “{ $finding }”
    What was offered:
    { $items }
letter-offered-plain =
    Made offer { $place }:
    { $items }
letter-withdrew = Took the offer back.
letter-final = Gave its final position: “{ $words }”
letter-confirmed = Issued a written confirmation.
letter-done = Told me that “{ $what }” was done, with the proof: “{ $words }”
letter-done-unasked = Told me that it was done: “{ $words }”
letter-many-found = Told me that many users have the same problem, which is handled for all together.
letter-many-fixed = Told me that the problem is over.
letter-called = Spoke to me by phone.
letter-limits = Time limits
letter-limit-kept = Due by { $due }; done on { $done }, within the limit.
letter-limit-late = Due by { $due }; done only on { $done }, after the limit.
letter-limit-open = Due by { $due }; not done by { $at }, after the limit.
letter-limit-runs = Due by { $due }; not done by { $at }, and the limit has not passed.
letter-demands = What I ask for
letter-demand-money = { $what }, { $money }
letter-demand-by = To be done by { $date }.
letter-demand-added = Asked for in the talks: “{ $words }”
letter-elsewhere = Other bodies
letter-elsewhere-none = I have not taken this matter to a court, an arbitrator, a consumer body or another authority.
letter-elsewhere-court = Taken to a court
letter-elsewhere-arbitration = Taken to arbitration
letter-elsewhere-consumer = Taken to a consumer body
letter-elsewhere-regulator = Handled by the telecom authority already
letter-elsewhere-other = Handled by another body
letter-evidence = Evidence
letter-evidence-none = I sent no files with the complaint.
letter-exhibit = { $what }, received { $at }
letter-exhibit-named = { $what } “{ $name }”, received { $at }
letter-exhibit-hash =
    { $file } ({ $size } bytes)
    SHA-256 { $hash }
letter-kind-photo = Picture
letter-kind-voice = Sound recording
letter-kind-video = Video
letter-kind-document = Document
letter-kind-confirmation = Written confirmation issued by the operator
letter-closing = This letter is drawn from the record of ticket { $no } and from my own statements; what stands in quotation marks was said in these words. I ask you to decide on it under the law.
letter-submitted = Submitted to the { $body }
letter-signature = Applicant's signature
letter-date = Date
letter-foot = Made from the record of ticket { $no } as of { $at }.
index-title = Evidence of ticket { $no }, as of { $at }
index-lost = The original could not be read and is not in this archive.
index-check = To check every file, unpack the archive and run sha256sum -c on its SHA256SUMS file in that folder.
position-title = Our final position
position-to = To
position-complaint = Your complaint
position-wish = What you asked for
position-offers = What we offered
position-reasons = Our final position and the reasons for it
position-still = The offer that you can still accept
position-rights = Your right to appeal
position-may-appeal = We have not reached an agreement with you. You can appeal to the { $body }. Whether you do is for you to decide.
position-body = Office
position-as-of = Contact details
position-checked = as of { $checked }
position-go-on = We do not stop our work because you appeal, and you can tell us something new at any time.
position-from = Issued by
position-foot = Made from the record of ticket { $no }. Please keep it. To get the papers for an appeal, choose "How to appeal" in the chat.
overdue-title = Notice that our answer is late
overdue-may-appeal = You can appeal to the { $body } now. Whether you do is for you to decide. We go on with your complaint.
overdue-state = How things stand
overdue-words = You complained on { $filed }. By { $at } we had not stated our position. That is later than the limit of { $rule-answer-days } days, and we are truly sorry. The rule is { $rule-answer }.
desk-handed = Appeal files made
desk-handed-at = made { $at }
desk-handed-why = These files name the applicant, phone and address in full. Say what for; the timeline notes who took them.

## The first people of the desk

staff-director = Duty director
staff-admin = Administrator

## web: the complaint page in the browser

web-operator = Telecom service
web-title = Complaints
web-tab = { $operator } · Complaints
web-bot = Complaint assistant (bot)
web-you = You
web-staff = staff
web-person = Talk to a person
web-language = 中文
web-language-label = Change language / 切换语言: 中文
web-log = Conversation
web-composer = Write a message
web-hint = What happened?
web-send = Send
web-attach = Add a picture or file
web-choices = Choices
web-chosen = Chosen: { $words }
web-old = Earlier choices, no longer open
web-with = { $name } is talking with you; the bot is silent
web-typing = Writing a reply
web-edited = updated
web-failed = Not sent yet. It will go by itself once you are back online.
web-refused = Not sent
web-retry = Send again
web-lost = The connection is down; trying again. What you write is kept.
web-reload = Please reload the page to carry on.
web-reload-button = Reload
web-newer = New messages
web-earlier = Show earlier messages
web-today = Today
web-yesterday = Yesterday
web-picture = Picture: { $name }
web-save = Download { $name }
web-link = Your private link
web-link-why = It brings you back to this conversation from any browser, after this page is closed. Keep it to yourself.
web-link-copy = Copy link
web-copied = Copied
web-file-type = I cannot take this kind of file. Please send pictures, video, sound, PDF or plain text.
web-file-large = That file is too large; up to { $size } MB is fine.
web-file-empty = That file is empty. Please choose it again.
web-text-long = That is more than { $limit } characters. Please send it in parts.
web-noscript = This page needs JavaScript, which is turned off in this browser.
web-noscript-hotline = You can also call { $hotline }.
web-resume-gone = This link no longer works
web-resume-gone-why = Part of it may be missing, or a newer link took its place. You can start a new conversation; complaints you filed are not affected.
web-resume-start = Open the complaint page
web-resume-ask = Open another conversation?
web-resume-ask-why = This browser already holds a conversation. If you open the linked one, you can get back to this one only with its own private link.
web-resume-open = Open the linked conversation
web-resume-stay = Stay in this conversation

## hints: what the handler sees of the checks

hint-failed = Not kept
hint-passed = Kept
hint-not_known = Not known
hint-n1-short = Announced { $announced }, work began { $begins }: only { $hours } hours ahead, where { $ahead } are due.
hint-n1-none = Work began { $begins } and had not been announced when the subscriber met it; { $ahead } hours ahead are due.
hint-n1-kept = Announced { $announced }, work began { $begins }: { $hours } hours ahead ({ $ahead } are due).
hint-n1-unknown = The calendar of planned work has nothing for this place and time. Ask network maintenance whether it was planned; planned work is announced { $ahead } hours ahead.
hint-n2-short = “{ $service }” was announced { $announced } to end { $ends }: only { $days } days ahead, where { $ahead } are due.
hint-n2-none = “{ $service }” ended { $ends } and was never announced; { $ahead } days ahead are due.
hint-n2-kept = “{ $service }” was announced { $announced } to end { $ends }: { $days } days ahead ({ $ahead } are due).
hint-n2-unknown = The register of ended services does not have the one that the subscriber names. Ask its department for the announcement and its date; { $ahead } days ahead are due.
hint-n3-sent = { $reminder }: sent { $at }.
hint-n3-reached = { $reminder }: sent { $at } ({ $threshold }).
hint-n3-missing = { $reminder }: none on record for { $months }.
hint-n3-late = { $reminder }: sent only { $at }, when it was over.
hint-n3-not-loaded = { $reminder }: the log for { $months } is not loaded; ask Billing for it.
hint-n3-when = Not known which month this is about, so the reminder log cannot be searched. Ask when it happened.
hint-h1-over = Promised by { $due }; { $days } days over when the complaint was filed.
hint-h1-ahead = Promised by { $due }; not yet due when the complaint was filed.
hint-h1-told = The subscriber names “{ $words }” as the date; check it against the rules of the campaign.
hint-h1-unknown = Not known by when it was promised. Check the rules of the campaign.
hint-from-planned = Calendar of planned work
hint-from-work = Calendar of planned work, no. { $id }
hint-from-incident = Work behind incident { $no }
hint-from-endings = Register of ended services
hint-from-reminders = Reminder log, { $months }
hint-from-subscriber = As the subscriber says; the campaign's rules decide
hint-from-nothing = Nothing on record yet
sim-iccid = Card ****{ $last }: { $parts }.
sim-imsi = IMSI ****{ $last }: { $parts }.
sim-tail = Only the last four places, { $last }: issuer, region and year cannot be read from them.
sim-issuer = issued by { $issuer }
sim-issuer-unknown = issuer not known
sim-country = a card of { $country }
sim-area = for { $area }
sim-year = made in { $year }
sim-check = The check digit does not fit: the number may be misread.
sim-number = Number { $number }: { $parts }. It may have moved to another operator since.
sim-given = { $places } was first given to { $issuer }
sim-resold = resold by a virtual operator
sim-differs = Card and number are not of one operator: the number may have moved, or the card is another's.

## Staff group: the card

group-head = { $no } · { $matter } · { $level } · { $state }
group-topic = { $no } { $matter }
group-person = { $number } · { $language } · { $channel }
group-no-number = no number
group-channel-other = another channel
group-story = “{ $words }”
group-story-rest = (all { $count } characters are at the desk)
group-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
group-wishes = They ask for: { $wishes }
group-priced = { $what } { $money }
group-disputed = In dispute: { $money }
group-owner = Owner: { $name } ({ $department })
group-unowned = Not claimed yet ({ $department })
group-nowhere = no department yet
group-limit = { $limit }: { $due }{ $gone ->
    [over] , over
    [near] , less than a fifth of the time left
    [half] , half of the time gone
   *[early] { "" }
}
group-leave = The offer of { $name } ({ $money }) waits for the { $role } to approve it
group-happened = { $at } { $who }: { $what }
group-open = Open the desk
group-do-claim = Claim
group-do-decide = Decide on the offer
group-do-answer = Record their answer
group-do-resume = Resume
group-do-propose = Make an offer
group-do-ask = Ask the subscriber
group-do-done = Done
group-do-pass = Pass on
group-do-withdraw = Take the offer back
group-do-reply = Reply
group-do-escalate = Escalate
group-do-note = Note

## Staff group: drafts

group-draft = { $no } · { $name }: { $what }
group-ask-reply-words = Reply to this message with your words to the subscriber. You will see a preview before they go.
group-ask-note-words = Reply to this message with your note. The subscriber does not see it.
group-ask-answer-words = Reply to this message with what the subscriber said by phone or elsewhere.
group-ask-pass-reason = Reply to this message with the reason why it goes back to routing.
group-ask-done-proof = What was done? Reply to this message with the proof, for example the reference of a refund or the result of a speed test. The subscriber reads it.
group-ask-withdraw-reason = Why is the offer taken back? Reply to this message. The subscriber reads it.
group-ask-escalate-reason = Why is it escalated? Reply to this message, or leave it out.
group-ask-decide-reason = Why is it not approved? Reply to this message. Who asked reads it, the subscriber does not.
group-ask-decide-words = What should the director know? Reply to this message, or leave it out.
group-ask-facts = What should the subscriber be asked? Choose one or more, or reply to this message in your own words.
group-ask-department = Who should have it?
group-ask-item = Which item is done?
group-ask-as_asked = Was it done exactly as they asked? If not, please make an offer.
group-ask-liability = Who is liable?
group-ask-finding = What was found? Reply to this message with facts, not guesses. The subscriber reads it.
group-ask-items = What do they get? Choose one or more, or reply to this message with a line like “refund twice the charge, ¥188, by 27 Nov”.
group-ask-money = How much is “{ $what }”? Choose, or reply to this message with the amount.
group-ask-due = By which day will it be done? Choose, or reply to this message with the date.
group-ask-leave = Why should it be approved? Reply to this message. The approver reads it, the subscriber does not.
group-ask-decision = Do you approve this offer?
group-keep = Keep what was written
group-next = Next
group-ticked = ✓ { $words }
group-more = More remedies
group-no-amount = No amount
group-return = Not ours: back to routing
group-as-asked = Yes, exactly as asked
group-decide-approve = Approve and send
group-decide-refuse_approval = Do not approve
group-decide-pass_up = Pass it to the director
group-without-words = Leave it out
group-items-unclear = I cannot tell which remedy that is. Choose one, or write its name, for example “refund ¥94”.
group-due-unclear = I cannot read that date. Write “27 Nov”, “Friday” or 2026-11-27; it must be still to come.
group-item = · { $what }
group-meanwhile = While you were writing:
    { $lines }
group-cannot = That cannot be done now: { $why }
group-preview = The subscriber will read ({ $when }):
group-cut = (all { $count } characters will be sent; this is the beginning)
group-when-now = at once
group-when-later = at { $at }, as these are their quiet hours
group-when-edit = as a change of their card, without a sound
group-when-silent = only when they ask how it stands
group-gaps = Beside what they asked for:
    { $lines }
group-gap-met = · { $wish }: met
group-gap-less = · { $wish }: { $less } less
group-gap-missing = · { $wish }: nothing is offered
group-gap-unclear = · { $wish }: in their own words, please compare it yourself
group-gap-late = · { $wish }: later than they hope for
group-needs-leave = This offer must be approved: { $role }. { $why }
group-ask-for-leave = Ask for approval
group-send = Send
group-submit = Submit
group-as-note = Keep as a note
group-back = Back
group-cancel = Cancel
group-sent = { $no } · { $at } { $name }: { $what }
group-quoted = “{ $words }”
group-old = That button is an old one. Please look at what stands there now.
group-release = Lay it down for others to claim
group-ask-pass-words = Anything they should know? Reply to this message, or leave it out.
group-moved-on = { $no } → { $department }
group-quicker = Somebody was quicker:
    { $lines }
group-over = This draft is over.
group-not-yours = This is the draft of { $name }; nobody else can work on it.
group-cancelled = Cancelled; nothing was sent.
group-no-files = Pictures and files cannot be passed to the subscriber from here. Please say it in words.
group-takes-no-words = This step takes no words, please press a button.
group-sent-already = That one has gone to the subscriber and cannot be changed. To correct it, please write another one.
group-fed = { $at } Subscriber: { $words }
group-fed-edited = { $at } Subscriber (edited): { $words }
group-fed-staff = { $at } { $name } to the subscriber: { $words }
group-fed-file = { $at } Subscriber ({ $kind }) { $words }
group-fed-absent = { $at } Subscriber ({ $kind }, it did not arrive) { $words }

## Staff group: commands

group-help = How to work in this group:
    · The buttons of a card claim, pass on, ask, offer, finish; only what can be done now is shown.
    · Once claimed, a ticket has a topic of its own, and what its subscriber says appears there.
    · What you write in that topic, or in reply to the card, is a reply to the subscriber. You see a preview first, and can keep it as a note instead.
    · Edit your message, and the draft changes with it. What begins with // or @ is for colleagues only.
    · /find NUMBER finds a ticket, /mine lists yours, /report shows the week
group-find-how = Write the ticket number after the command, for example /find TS26110004277
group-find-none = Nothing was found for “{ $typed }”. Please check the number.
group-open-here = Show in the group
group-mine = Your open tickets: { $count }
group-mine-none = You have no open tickets.
group-line = { $no } · { $matter } · { $state }
group-line-due = { $no } · { $matter } · { $state } · due { $due }

## Staff group: calls

group-call = { $names }: { $no } { $what }
group-call-near = “{ $limit }” has less than a fifth of its time left; it is due { $due }.
group-call-over = “{ $limit }” is over; it was due { $due }.
group-call-leave = the offer of { $name } ({ $money }) waits for you to approve it.

## Staff group: the week

group-report-title = The week: { $since } to { $until }
group-report-filed = Filed
group-report-ended = Ended
group-report-open = Open now
group-report-first = First offer accepted
group-report-mean = Mean score
group-report-satisfied = Satisfied (8 and over)
group-report-answered = Surveys answered
group-report-called = Low scores called in time
group-report-scores = Scores given (goal: { $goal }% of 8 and over)
group-report-limits = Limits met
group-report-none = No limit fell due in this week.

## Desk: the page around it

desk-title = Desk
desk-brand = Complaint desk
desk-skip = Skip to content
desk-nav = Main
desk-menu = Menu
desk-menu-all = All places
desk-group-cases = Complaints
desk-group-network = Incidents and works
desk-group-team = Team
desk-group-figures = Figures
desk-group-books = Reference
desk-queue = Queue
desk-tasks = To do
desk-key-accounts = Key accounts
desk-keys-about = Complaints about these numbers go through the green channel. Only staff see the list; who adds or removes a number is on record.
desk-keys-number = Mobile, landline or broadband account
desk-keys-name = Name
desk-keys-add = Add
desk-keys-remove = Remove
desk-keys-by = added on { $at } by { $by }
desk-keys-command = command line
desk-keys-wrong = Write a full mobile number, a landline with its area code, or a broadband account.
desk-keys-there = This number is on the list already.
desk-keys-empty = No number is on the list yet.
desk-tasks-count = To do { $count }
desk-who = { $name } · { $role }
desk-sign-out = Sign out
desk-language = Language
desk-language-other = 中文
desk-language-other-tag = zh-CN
desk-back = Back to the queue

## Desk: signing in

desk-signin-title = Sign in to the desk
desk-signin-how = The desk opens with a link that works once. Ask an administrator to run, on the server:
desk-signin-command = redress staff add NAME --role agent
desk-signin-roles = The role is agent, handler, supervisor, director or admin. The command prints a link: open it, and you are signed in for 12 hours. Each link works once.
desk-signin-spent = That link was used already or is too old. Please ask for a new one.

## Desk: pages that do not open

desk-gone-404 = There is no such page.
desk-gone-403 = Your role cannot do this.
desk-gone-other = We could not read that request. Nothing was changed.
desk-gone-home = Back to the queue

## Desk: the queue

desk-tab-mine = Mine
desk-tab-unclaimed = Unclaimed
desk-tab-open = All open
desk-tab-waiting = With the subscriber
desk-tab-due = Due in 24 h
desk-tab-ended = Ended
desk-tab-breached = Past due
desk-tab-callback = Low scores to call
desk-tab-handover = Asked for a person
desk-tab-approval = For approval
desk-tab-parked = On hold
desk-sort = Sort by
desk-sort-left = Time left
desk-sort-newest = Newest first
desk-sort-oldest = Oldest first
desk-sort-level = Gravest first
desk-sift = Filter
desk-sift-any = Any
desk-sift-off = Clear the filter
desk-sift-department = Department
desk-sift-category = Category
desk-sift-state = State
desk-sift-channel = Channel
desk-sift-language = Language
desk-sift-level = Level
desk-calls = Chats without a ticket whose people asked for one of us
desk-pick = Choose { $number }
desk-pick-all = Choose all on this page
desk-bulk = Many at once
desk-bulk-about = { $count ->
    [one] 1 ticket is chosen. If it cannot be done, you are told why.
   *[other] { $count } tickets are chosen. Each is done by itself; where one cannot be, you are told why.
}
desk-bulk-chosen = With those chosen
desk-bulk-all = With all { $count }
desk-bulk-others = and { $count } more
desk-bulk-begin = { $count ->
    [one] Do it for 1 ticket
   *[other] Do it for { $count } tickets
}
desk-bulk-none = No ticket is chosen. Tick some in the queue and come back.
desk-bulk-jobs = What you did lately
desk-bulk-running = going on
desk-bulk-missing = Fill in what is asked for first.
desk-bulk-remind = Remind its owner
desk-bulk-reminded = A reminder: please go on with it.
desk-bulk-title = { $act }: { $count ->
    [one] 1 ticket
   *[other] { $count } tickets
}
desk-bulk-far = { $settled } of { $total } tickets
desk-bulk-going = It goes on by itself: you may leave this page.
desk-bulk-over = Over: { $done } done, { $refused } not done.
desk-bulk-refused = Tickets for which it was not done
desk-bulk-why = Why not
desk-bulk-fault = Something went wrong and is in the log: open the ticket and try there.
desk-page-before = Previous
desk-page-after = Next
desk-keyboard = Keyboard
desk-keyboard-down = Next line
desk-keyboard-up = Line before
desk-keyboard-open = Open it
desk-keyboard-pick = Choose it, or not
desk-keyboard-claim = Claim it
desk-keyboard-find = Search
desk-keyboard-help = These keys
desk-claim-failed = It was not claimed: open the ticket to see why.
desk-search-more = There are more on the next page.
desk-search-unread = { $count } texts are still being taken into the search: older tickets may be missing for a moment.
desk-search-cut = These words are in too many tickets: only the newest were looked at. One more word makes it exact.
desk-search = Search
desk-search-label = Search by ticket number, phone number or words
desk-search-hint = Ticket, phone or words
desk-search-found = { $count ->
    [one] 1 ticket for “{ $search }”, ended ones included
   *[other] { $count } tickets for “{ $search }”, ended ones included
}
desk-search-clear = Clear the search
desk-column-left = Time left
desk-column-matter = Matter
desk-column-state = State
desk-column-owner = Owner
desk-column-phone = Number
desk-column-level = Level
desk-column-number = Ticket
desk-empty-mine = You have no open tickets. “Unclaimed” has those that wait for somebody.
desk-empty-unclaimed = No ticket is waiting to be claimed.
desk-empty-open = No ticket is open.
desk-empty-waiting = No ticket is waiting for its subscriber.
desk-empty-due = Nothing is due within 24 hours.
desk-empty-breached = No ticket is past its deadline.
desk-empty-callback = No low score is waiting for a call.
desk-empty-handover = Nobody is waiting for a person.
desk-empty-approval = Nothing is waiting for approval.
desk-empty-parked = No ticket is on hold.
desk-empty-sifted = No ticket fits this filter.
desk-empty-ended = No ticket has ended yet.
desk-empty-search = Nothing found. Try the whole phone number, the ticket number, or a word the subscriber used.
desk-more = Show more
desk-nobody = Unclaimed
desk-left = { $span } left
desk-left-over = { $span } over
desk-left-none = No deadline
desk-span-days = { $hours ->
    [0] { $days } d
   *[other] { $days } d { $hours } h
}
desk-span-hours = { $minutes ->
    [0] { $hours } h
   *[other] { $hours } h { $minutes } min
}
desk-span-minutes = { $minutes } min
desk-tone-calm = Calm
desk-tone-upset = Upset
desk-tone-angry = Angry
desk-severity-1 = 1: no loss
desk-severity-2 = 2: slight loss or a bad attitude
desk-severity-3 = 3: serious loss or an insult
desk-to-level = Level { $level }
desk-level = Level
desk-level-1 = Minor
desk-level-2 = General
desk-level-3 = Major
desk-flag-referral = Referred
desk-flag-alarm = May go further
desk-flag-angry = Angry
desk-flag-appeal = Under appeal
desk-flag-inadmissible = Not to be taken up? Confirm
desk-flag-key = Key account
desk-flag-alone = wants it handled alone
desk-flag-repeat = Complaint no. { $count }
desk-flag-alike = Repeat? To be decided
desk-flag-credit = Credit hold
desk-flag-reopened = { $count ->
    [one] Reopened
   *[other] Reopened { $count } times
}
desk-flag-reminded = { $count ->
    [one] Reminded
   *[other] Reminded { $count } times
}
desk-flag-rounds = { $count ->
    [one] 1 round of talks
   *[other] { $count } rounds of talks
}

## Desk: to do

desk-tasks-empty = Nothing to do. Call-backs, people who ask for a person, and those we cannot reach appear here.
desk-task-done = Done
desk-task-open = Open
desk-task-show = Show the number
desk-task-chat = A chat without a ticket
desk-task-call = Phone
desk-task-held = { $money }, since { $since }
desk-task-like = Looks like ticket { $no }
desk-task-after = Follows ticket { $no }
desk-task-fails = It fails again after the repair { $said }
desk-task-paid = They say they paid { $money } on the visit
desk-task-paid-unknown = They say they paid on the visit, and forget how much
desk-task-score = Score { $score } { $said }
desk-task-for = For the { $role }
desk-task-shown = Noted in the timeline

## Desk: a ticket

desk-made = Done: { $move }
desk-sections = On this page
desk-acts = What you can do
desk-acts-none = Nothing to do for you now.
desk-chat = Chat
desk-chat-with = { $channel } · { $reader }
desk-chat-them = Subscriber
desk-chat-bot = Assistant
desk-chat-empty = Nothing was said yet.
desk-chat-edited = edited
desk-chat-was = Before:
desk-chat-note = Internal, not shown to the subscriber
desk-chat-join = Join the chat
desk-chat-join-hint = The assistant falls silent, and the subscriber reads your name
desk-chat-hand-back = Hand back to the assistant
desk-chat-joined = { $name } is in the chat; the assistant is silent until { $until }
desk-chat-joined-you = You are in the chat; the assistant is silent until { $until }
desk-chat-take-over = Take over from them
desk-chat-hand-back-hint = The assistant goes on, and the subscriber reads that
desk-a-colleague = A colleague
desk-chat-unreachable = This chat no longer reaches the subscriber. Please call, and record it in a note.
desk-chat-without = A chat without a ticket
desk-chat-without-hint = This person asked for one of us before filing anything. Join and write to them; once you hand back, the assistant asks its open question again.
desk-chat-say = Write to the subscriber
desk-chat-send = Send
desk-chat-overtaken = A colleague answered while you were writing, so nothing was sent. Your words are here; read the chat, then send them.
desk-chat-pressed = The score is the subscriber's own to give. Please take out the words that ask for one; the survey goes out by itself when the work is finished.
desk-chat-wrong = Write something before sending.
desk-file-photo = Picture
desk-file-voice = Voice message
desk-file-video = Video
desk-file-document = Document
desk-file-away = { $name } (still arriving)
desk-file-wanted = arriving
desk-file-kept = kept
desk-file-refused = not kept
desk-story = In the subscriber's words
desk-facts = What was filed
desk-fact-number = Number concerned
desk-fact-phone = Contact phone
desk-fact-proof = Number proved
desk-proved = yes, by the holder
desk-unproved = not yet; check before paying
desk-fact-reach = Other way to reach
desk-fact-name = Name
desk-fact-relation = Relation
desk-fact-window = Good times
desk-fact-channel = Channel
desk-fact-language = Language
desk-fact-kind = Kind
desk-fact-when = When
desk-fact-place = Where
desk-fact-amount = In dispute
desk-fact-offered = Offered in total
desk-fact-wish-by = Wanted by
desk-fact-before = Reported before
desk-fact-repeats = Repeat
desk-repeats-shown = Same matter as ticket { $no }, complaint no. { $times }
desk-repeats-joined = Judged the same matter as ticket { $no }, complaint no. { $times }; the subscriber does not know of that ticket
desk-repeats-hidden = Looks like the same matter as ticket { $no }, complaint no. { $times }. The number is not verified: do not mention that ticket to the subscriber. Choose "Same matter" or "A different matter"
desk-fact-promise = Promise cited
desk-fact-opened = Filed
desk-fact-store = Store
desk-fact-staff-number = Staff number
desk-fact-liability = Liability
desk-fact-finding = Finding
desk-fact-credit = Credit hold
desk-fact-think = Thinking it over until
desk-credit-waits = { $money }, since { $since }; billing has not recorded it yet
desk-credit-placed = { $money }, since { $since }; placed by billing on { $at }, reference { $reference }
desk-credit-over = { $money }, lifted on { $at }; due again after { $again }
desk-fact-approved = Approved amount
desk-fact-hold = On hold because
desk-fact-inadmissible = Not to be taken up because
desk-fact-alarms = Announced
desk-fact-tone = Tone
desk-fact-severity = Caused by staff (quality only)
desk-fact-area = Province in charge
desk-fact-referral = Referred by
desk-fact-appeal = Appeal reference
desk-fact-called = Last call
desk-fact-result = Result
desk-fact-owner = Owner
desk-fact-department = Department
desk-fact-next = Date promised
desk-show = Show whole numbers
desk-show-why = What for? It is noted in the timeline.
desk-look-call = To call the subscriber
desk-look-account = To check the account
desk-look-carry_out = To carry out a refund or order
desk-shown = Whole numbers are shown, and it was noted. They are hidden again when you leave.
desk-relation-holder = Holder
desk-relation-agent = Agent
desk-relation-user = User, not holder
desk-relation-third_party = Third party
desk-channel-telegram = Telegram
desk-channel-wechat = WeChat
desk-channel-web = Web chat
desk-channel-console = Terminal
desk-answer-yes = Yes
desk-answer-no = No
desk-wish-offer = Wish and offer
desk-wish = They ask for
desk-beyond = not asked for
desk-gap-met = met
desk-gap-less = { $less } less
desk-gap-late = later than the { $date } they hope for
desk-gap-missing = nothing is offered for it
desk-gap-unclear = in their own words; please compare it yourself
desk-gap-instead = in another way
desk-beside = The offer beside the wish (the subscriber does not see this)
desk-look-first = See first what the offer leaves open (the subscriber does not see this). If it is right, send it once more.
desk-not-asked = Beyond the wish
desk-said-last = What they said to the last offer:
desk-needs-leave = { $why } Who decides: { $role }.
desk-ask-leave = Ask for approval
desk-keeps = keeps the promise “{ $promise }”
desk-approvals = Approval of offers
desk-leave-asked = Waiting for approval; not sent yet
desk-leave-granted = Approved and sent
desk-leave-refused = Not approved; not sent
desk-leave-overtaken = Out of date; not sent
desk-leave-by = asked for by { $by } · { $at }
desk-leave-of = who decides: { $role }
desk-leave-passed = { $name } passed it up to the director
desk-leave-why = Why: { $why }
desk-leave-because = Not approved because: { $reason }
desk-leave-decided = { $name } · { $at }
desk-leave-overtaken-by = The ticket has moved on since it was asked for: { $move } · { $at }
desk-risk-below_promise = The offer is below the published promise that was cited
desk-risk-nothing_for_wish = We are liable, and nothing is offered for one of the wishes
desk-risk-declined_twice = The subscriber has declined two offers
desk-promises = Promises
desk-promises-about = What has been promised to subscribers in public. An offer may cite a promise that was valid when the matter happened.
desk-promises-none = No promise has been published.
desk-promise-holds = Valid
desk-promise-later = Not valid yet
desk-promise-over = Expired
desk-promise-valid = Valid
desk-promise-source = Published in
desk-promise-gives = What it gives
desk-promise-times = up to { $times } times the disputed amount
desk-promise-for = For
desk-promise-all = all matters
desk-promise-from = from { $start }
desk-promise-between = { $start } to { $end }
desk-promise-cited = cited by the subscriber
desk-list-comma = {", "}
desk-offer = We offer
desk-done = Carried out
desk-by-date = by { $date }
desk-done-on = done { $at }
desk-proposals = Offers
desk-round = No. { $round } · { $by } · { $at }
desk-outcome-open = Waiting for an answer
desk-outcome-accepted = Accepted
desk-outcome-rejected = Declined
desk-outcome-withdrawn = Withdrawn
desk-outcome-lapsed = Lapsed
desk-rejected-because = Declined because: { $reason }
desk-new-wish = New wish: { $wish }
desk-final = Final position
desk-clocks = Deadlines
desk-clock-met = met
desk-clock-breached = missed
desk-clock-cancelled = no longer applies
desk-clock-moved = put off in time
desk-clock-paused = paused
desk-clock-item = item { $item }
desk-timeline = Timeline
desk-change = → { $state }
desk-scores = Score
desk-score = { $score } out of 10
desk-solved-yes = Solved
desk-solved-partly = Partly solved
desk-solved-no = Not solved
desk-history = This person's other tickets
desk-history-contacts = Contacts without a ticket
desk-history-repeats = repeated by this one
desk-history-again = repeats this one
desk-history-number = same number
desk-looked = Who looked, who joined the chat ({ $count })
desk-looked-view = saw the whole numbers: { $reason }
desk-looked-join = joined the chat
desk-looked-hand_back = handed the chat back to the assistant
desk-contact-inquiry = Question
desk-contact-consultation = Question
desk-contact-suspected = A complaint or not, was unclear
desk-contact-company = Meant another company
desk-contact-end-open = went no further
desk-contact-end-helped = was answered
desk-contact-end-complaint = became a complaint
desk-contact-end-human = asked for a person
desk-contact-end-declined = did not want to complain
desk-contact-end-ticket = went to an open ticket
desk-contact-end-sent_on = was told whom to turn to
desk-siblings = Filed in the same story
desk-filed-with = Filed together with { $numbers }
desk-files-shared = { $count } of the files name no matter, and were put to each of them
desk-papers = Files
desk-result-solved = Solved
desk-result-unconfirmed = Not confirmed by the subscriber
desk-result-not_agreed = Not agreed
desk-result-withdrawn = Withdrawn by the subscriber
desk-result-no_answer = No answer to the offer
desk-result-invalid = Not taken up
desk-result-decided_outside = Decided by the authority
desk-note-call = The subscriber was called
desk-note-told = The answer reached the subscriber another way
desk-step-filed = Filed
desk-step-checked = Checked
desk-step-offered = Offer
desk-step-carried = Carried out
desk-step-confirmed = Confirmed
desk-step-closed = Closed
desk-hints = Hints for the finding
desk-hints-note = What the records show, as a hint only. Who is liable is yours to say.
desk-hints-card = Card and number
desk-hints-card-note = Read from how the numbers are built; the operator's records decide
desk-hints-suggests = points to “{ $liability }”
desk-hints-source = From: { $source }
desk-advice-failed = Hint: not kept: { $checks }. That points to “{ $liability }”; you decide.
desk-advice-unknown = Not known yet: { $checks }. See “Hints for the finding”.
desk-evidence-sent = sent by the subscriber
desk-evidence-asked = asked for, not received yet
desk-evidence-open = asked for once they add details

## Desk: forms

desk-act-confirm-inadmissible = Confirm: not taken up
desk-send = Submit
desk-send-to = Send to the subscriber
desk-send-again = I have seen it, submit
desk-preview = Preview
desk-preview-title = What the subscriber reads ({ $reader })
desk-preview-now = Goes out at once
desk-preview-later = Quiet hours: goes out { $at }
desk-preview-edit = Changes the card they have, without a sound
desk-preview-silent = Not sent; they see it when they ask how it stands
desk-preview-none = This step sends the subscriber nothing.
desk-optional = optional
desk-choose = Choose
desk-overtaken = The ticket changed while you were writing, so nothing was done. Your text is all here. What happened:
desk-overtaken-now = It is now: { $state }
desk-news = This ticket has changed. What you are writing was left alone.
desk-news-look = See it
desk-close = Close
desk-ticket-keys = r reply, n note, a ask, p offer, c claim, u back to the queue, Esc fold
desk-writing = { $name } is writing “{ $form }”:
desk-here = { $name } has this open too
desk-others = Colleagues on this page
desk-restored = What you had not sent is back in its form.
desk-wrong-amount = “{ $typed }” is not an amount. Write a number such as 94 or 94.50, with two decimals at most.
desk-wrong-variable = { $variable } has no value on this ticket. Please write the words themselves in its place.
desk-item = Item { $place }
desk-item-code = Remedy
desk-item-words = In words (optional)
desk-item-money = Amount (yuan)
desk-item-promise = Published promise that it keeps
desk-item-promise-none = None
desk-item-due = Done by
desk-item-more = More items
desk-field-reply = Your reply
desk-field-promised = Date you promise
desk-field-facts = What you need from the subscriber
desk-field-ask = Anything else to ask
desk-field-note = Note
desk-field-call = I called the subscriber
desk-field-told = The answer reached them another way (phone, letter)
desk-field-answer = What the subscriber said
desk-field-solve = What was done
desk-field-refile = What was added
desk-field-severity = How far staff caused it
desk-hint-severity = For quality inspection alone; the subscriber never sees it. Leave it open where staff did not cause it.
desk-field-body = The body that sent it
desk-field-body-until = The date by which it wants an answer
desk-hint-body-until = You and a supervisor are reminded before it.
desk-field-liability = Liability
desk-field-finding = Finding
desk-field-items = What we offer
desk-field-reviewed = Compared with what the subscriber asks for
desk-field-proof = Proof
desk-field-wish-met = Carried out exactly as the subscriber asked
desk-field-visit = A colleague was at their home for it
desk-field-amount = Amount (yuan)
desk-field-meeting = Settled in a review meeting
desk-field-leave = Why it should be approved
desk-hint-leave = The whole offer goes to whoever approves it, and once approved to the subscriber as you wrote it. Until then they see nothing.
desk-hint-no-leave = Whoever asked reads this; the subscriber does not.
desk-field-final = Final position, with reasons
desk-field-decision = What the authority decided
desk-field-department = Department
desk-field-reason = Reason
desk-field-hold-until = Look again on
desk-field-outage = An outage is confirmed
desk-field-restored = The service is back
desk-field-phone-date = Date promised on the phone
desk-field-new-date = New date
desk-field-item = Which item
desk-field-inadmissible = Reason
desk-field-mend = What the subscriber can add to go on
desk-field-why = Remarks
desk-field-hold-reference = Reference in the billing system
desk-field-reference = Reference of the appeal
desk-field-contact = Which contact
desk-field-contact-outcome = What the records show
desk-field-contact-finding = What the records say
desk-contact-found = On record
desk-contact-missing = No record found
desk-contact-stated = Stated by the subscriber, not checked yet
desk-hint-promised = If your reply promises a date, give it here; you are reminded before it.
desk-hint-ask = Ask all of it at once where you can; { $left ->
    [one] you can ask once more
   *[other] you can ask { $left } more times
}.
desk-hint-finding = The subscriber reads this: what was found, no guesses.
desk-hint-contact-finding = The file of an appeal says "stated" or "confirmed" beside it. Say where you looked, which day, and who answered; what is not found stays as the subscriber said it.
desk-hint-items = Each item needs a remedy and a date. Leave unused lines empty.
desk-hint-proof = The subscriber reads this: a refund number, a speed test.
desk-hint-answer = What they added by phone or elsewhere goes here.
desk-hint-final = The subscriber reads this. One wording, with its reasons.
desk-hint-hold = { $days } days at most; the subscriber reads reason and date.
desk-hint-mend = Left empty, the usual words are sent.

## Desk: working days

desk-calendar = Working days
desk-calendar-title = Working days { $year }
desk-calendar-years = Years
desk-calendar-provisional = Provisional
desk-calendar-confirmed = Confirmed
desk-calendar-provisional-why = The holidays of { $year } are not confirmed here yet. Dates in it are counted by the plain weekday rule and marked as provisional, to staff and to subscribers.
desk-calendar-confirmed-why = The holidays of { $year } are published and all in this table.
desk-calendar-confirm = This year is published and complete: confirm
desk-calendar-undo = Not complete after all: take the confirmation back
desk-calendar-recounted = Running limits are counted anew within a minute. Subscribers who were told a date that moves are told the new one.
desk-calendar-months = Months
desk-calendar-cell = { $day }: { $kind }
desk-calendar-work = working day
desk-calendar-rest = weekend
desk-calendar-holiday = holiday
desk-calendar-makeup = make-up working day
desk-calendar-mark-holiday = off
desk-calendar-mark-makeup = work
desk-calendar-choose = Choose a day to change it.
desk-calendar-look = Supervisors and above can change days.
desk-calendar-now = Now: { $kind }
desk-calendar-to-off = Make it a day off
desk-calendar-to-work = Make it a working day
desk-calendar-reason = Reason, seen by all staff
desk-calendar-close = Leave it
desk-calendar-import = Enter a published arrangement
desk-calendar-lines = One span a line
desk-calendar-lines-hint = For instance “{ $year }-02-06..{ $year }-02-12 off” and “{ $year }-02-20 work”. All lines are taken, or none.
desk-calendar-take = Enter these days
desk-calendar-log = What was changed
desk-calendar-log-empty = Nothing was changed yet.
desk-calendar-log-by = { $name }, { $at }
desk-calendar-changed = { $day }: { $became }
desk-calendar-changed-year = All of { $year }: { $became }
desk-calendar-became-off = day off
desk-calendar-became-work = working day
desk-calendar-became-confirmed = confirmed
desk-calendar-became-open = confirmation taken back
desk-calendar-done-day = The day was changed.
desk-calendar-done-year = The year was changed.
desk-calendar-done-import = The days were entered.
desk-calendar-no-reason = Nothing was changed: please give a reason. It stands beside the day for everybody.
desk-calendar-no-lines = Nothing was changed: there is no line to take.
desk-calendar-wrong-head = Nothing was changed. Please mend these lines:
desk-calendar-wrong = Line { $line }: “{ $said }” { $why }
desk-calendar-wrong-form = is not like “2027-02-06..2027-02-12 off” or “2027-02-20 work”.
desk-calendar-wrong-day = names a day that does not exist.
desk-calendar-wrong-order = ends before it begins.
desk-calendar-wrong-long = is longer than a month.
desk-calendar-wrong-year = is about another year.
desk-calendar-wrong-twice = says of a day what another line says otherwise.

## Desk: planned outages

desk-planned = Planned outages
desk-planned-about = Announced work on the network. Trouble in its area and services is put down to it first. It is to be announced { $hours } hours before it starts.
desk-planned-group-now = Going on
desk-planned-group-coming = To come
desk-planned-group-over = Over
desk-planned-none-now = No work is going on.
desk-planned-none-coming = No work to come is entered.
desk-planned-none-over = No work is over yet.
desk-planned-everywhere = Everywhere
desk-planned-span = { $start } to { $end }
desk-planned-announced = Announced { $at }, { $notice }
desk-planned-notice-ok = { $hours } h ahead
desk-planned-notice-short = only { $hours } h ahead
desk-planned-notice-none = Not announced
desk-planned-cancelled = Cancelled
desk-planned-log = On record: { $count }
desk-planned-log-added = Entered.
desk-planned-log-moved = End moved from { $was } to { $became }.
desk-planned-log-cancelled = Cancelled.
desk-planned-why = Reason: { $reason }
desk-planned-by = { $name }, { $at }
desk-planned-change = Move the end, or cancel
desk-planned-move = Move the end
desk-planned-cancel = Cancel the work
desk-planned-reason = Reason, seen by all staff
desk-planned-new = Enter work
desk-planned-areas = Area
desk-planned-areas-hint = Names or six-digit codes with ; between them, for instance “Haidian; Xihu, Hangzhou”. For all of the network write “everywhere”.
desk-planned-services = Services that it affects
desk-planned-starts = Start
desk-planned-ends = End
desk-planned-told = Announced at
desk-planned-told-hint = Leave it empty if it was not announced. With less than { $hours } hours before the start, the handler is told that we may be liable.
desk-planned-words = Words for subscribers
desk-planned-words-zh-CN = Words for subscribers, in Chinese
desk-planned-words-en = Words for subscribers, in English
desk-planned-words-hint = One sentence on what is done, for instance “Cable works: mobile and broadband are off.” May be left empty.
desk-planned-enter = Enter
desk-planned-look = Supervisors and above can enter and change work.
desk-planned-done-added = The work was entered.
desk-planned-done-moved = The end was moved.
desk-planned-done-cancelled = The work was cancelled.
desk-planned-done-same = Nothing changed: it was like that already.
desk-planned-no-reason = Please give a reason. It stands beside the work for everybody.
desk-planned-wrong-head = Nothing was entered. Please mend this:
desk-planned-wrong-none = { $field }: please fill this in.
desk-planned-wrong-unknown = { $field }: “{ $said }” is not known.
desk-planned-wrong-many = { $field }: “{ $said }” is the name of several; give it in full, or by its code: { $choices }.
desk-planned-wrong-time = { $field }: “{ $said }” is no time like “2026-11-20 01:00”.
desk-planned-wrong-order = { $field }: must come after the start.
desk-planned-wrong-long = { $field }: more than 14 days after the start; enter it in parts.
desk-planned-wrong-later = { $field }: “{ $said }” is still to come.
desk-planned-wrong-words = { $field }: 300 characters at most.

## Desk: staff, approvals, call-backs, the catalogue

desk-off-shift = off shift
desk-given-to = to { $name }
desk-field-colleague = Colleague
desk-field-level = Level
desk-staff = Staff and shifts
desk-staff-about = Who is there, who stands in, and how many tickets each has. Whoever is absent gets no reminders and claims nothing new; their stand-in or the supervisors answer for them.
desk-staff-role = Role
desk-staff-areas = Provinces
desk-staff-areas-hint = Several with blanks between them, such as “Sichuan Beijing”; leave it empty for all.
desk-staff-everywhere = All
desk-staff-all-departments = All departments
desk-staff-now = Now
desk-staff-load = Open tickets
desk-staff-week = The week
desk-staff-here = There
desk-staff-on-shift = On shift until { $until }
desk-staff-off = Off shift, back { $at }
desk-staff-left = Has left
desk-staff-absent = Absent until { $until }; { $who }
desk-staff-absent-open = Absent until further notice; { $who }
desk-staff-instead = { $name } stands in
desk-staff-instead-leads = supervisors answer
desk-staff-day-absent = absent
desk-staff-day-any = any time
desk-staff-day-off = off
desk-staff-gone = { $count } who have left
desk-staff-new = Add somebody
desk-staff-name-hint = Subscribers see this name.
desk-staff-add = Add and make a sign-in link
desk-staff-no-name = Give a name of at most 40 characters.
desk-staff-there = Somebody called { $name } works here already; choose a name that tells them apart.
desk-staff-above = This role is beyond your right; please ask a director or an administrator.
desk-staff-own-role = Nobody changes their own role; ask another administrator.
desk-staff-not-oneself = Nobody signs themselves off for good; ask another administrator.
desk-staff-last = This is the last { $role }; give somebody else the role first.
desk-staff-has-tickets = { $count } open tickets are still theirs; choose first to whom they go.
desk-staff-no-province = “{ $said }” is no province; write it like Sichuan or 510000.
desk-staff-no-times = Give both times for each day that is worked.
desk-staff-link = Sign-in link for { $name }
desk-staff-link-hint = Shown this once, good for 10 minutes and one use. Send it to nobody else.
desk-staff-link-title = Sign-in link
desk-staff-link-about = For a new device, an ended session or a link that was not used in time.
desk-staff-link-make = Make a sign-in link
desk-staff-absences = Absences
desk-staff-no-absences = No absence is entered.
desk-staff-absent-new = Enter an absence
desk-staff-back = Is back
desk-staff-not-gone = Does not go after all
desk-absence-first = First day
desk-absence-last = Last day
desk-absence-no-end = further notice
desk-absence-stand-in = Stand-in
desk-absence-leads = Supervisors answer
desk-absence-hint = Meanwhile the stand-in gets the reminders of this person's tickets, or the supervisors where there is none. The tickets stay in their name; hand them over below where that is needed.
desk-absence-enter = Enter
desk-absence-span = { $start } to { $end }
desk-absence-leave = Leave
desk-absence-sick = Ill
desk-absence-training = Training
desk-absence-other = Something else
desk-absence-is-now = now
desk-absence-is-coming = to come
desk-absence-is-over = over
desk-absence-no-dates = Give days from today on, the last one not before the first, within a year.
desk-absence-gone = This absence was taken out already.
desk-staff-shifts = Shifts of the week
desk-staff-shifts-hint = Leave days off empty; a week without any time means at any time. A shift that ends before it starts ends on the next day.
desk-staff-day = Day
desk-shift-starts = From
desk-shift-ends = Until
desk-staff-keep-shifts = Keep these shifts
desk-staff-open = { $count } open tickets
desk-staff-tickets-to = Open tickets go to
desk-staff-to-free = whoever claims them
desk-staff-hand-over = Hand over all { $count }
desk-staff-handed = { $gone } went, { $stayed } could not, { $left } are left: press again for these.
desk-staff-more = { $count } more.
desk-staff-change-title = Role and department
desk-staff-keep = Keep
desk-staff-leave-title = Leaving
desk-staff-leave-hint = They are signed out everywhere at once and cannot sign in again. Their name stays in what was done.
desk-staff-leave = Sign off for good
desk-staff-return = Works here again
desk-staff-history = What was changed
desk-staff-change = { $was } → { $became }
desk-words-nothing = none
desk-staff-did-added = Added:
desk-staff-did-role = Role
desk-staff-did-department = Department
desk-staff-did-areas = Provinces
desk-staff-did-link = Sign-in link made
desk-staff-did-shifts = Shifts changed
desk-staff-did-absent = Absence entered
desk-staff-did-back = Back, or absence taken out
desk-staff-did-left = Left
desk-staff-did-returned = Came back
desk-staff-done-changed = Kept.
desk-staff-done-shifts = The shifts were kept.
desk-staff-done-absent = The absence was entered.
desk-staff-done-back = They are noted as back.
desk-staff-done-left = They have left.
desk-staff-done-returned = They work here again; make them a sign-in link.
desk-staff-done-handed = All open tickets were handed over.
desk-to-approve = Approvals
desk-approvals-about = Offers above somebody's right, and complaints that a colleague would not take up. Another than the one who asked decides; once approved, an offer goes out as it was drafted.
desk-approvals-asked = Asked
desk-approvals-sum = In all
desk-approvals-disputed = of { $amount } in dispute
desk-approvals-seen = See what the subscriber gets
desk-approvals-not-yours = Another colleague must decide this one.
desk-approvals-none = Nothing is waiting for approval.
desk-approvals-more = There are more; they show as these are dealt with.
desk-call-backs = Low-score calls
desk-call-backs-about = A low score is followed by a supervisor's call within one working day. Who is not reached is tried again, { $most } times in all.
desk-call-backs-none = No low score is waiting for a call.
desk-call-backs-made = Calls of the last { $days } days
desk-calling-tries = { $count } calls in vain
desk-calling-score = Score
desk-calling-owner = Handled by
desk-calling-came = What came of it
desk-calling-words = What they said
desk-calling-keep = Keep the result
desk-calling-done = The result was kept.
desk-calling-gone = This call is no longer on the list.
desk-calling-done-already = A colleague has made this call already.
desk-calling-no-words = Choose what came of it and write what they said.
desk-calling-reached = Reached
desk-calling-in-time = In time
desk-calling-late = Late
desk-calling-rescued = Content now
desk-calling-ticket = Ticket
desk-calling-at = When
desk-calling-by = By
desk-of = { $part } of { $whole }
desk-came-content = Reached, content now
desk-came-explained = Reached, explained, of the same mind
desk-came-again = Reached, wants it taken up again
desk-came-not_reached = Not reached
desk-tiles-title = Where it is
desk-tiles-about = Squares stand about where places lie; this is no map. The darker, the more tickets; the number counts them.
desk-tiles-desc = { $places } places, { $tickets } tickets in all
desk-tiles-said = { $place }: { $incidents } incidents, { $tickets } tickets
desk-tiles-open = Open
desk-tiles-unknown = Place not known
desk-tiles-none = No ticket with a known place yet.
desk-tiles-back = All provinces
desk-catalogue = Catalogue
desk-catalogue-about = Version { $version } is in use. Categories, questions, remedies, departments and limits come from the catalogue's file; here they are read, never changed.
desk-catalogue-categories = Categories ({ $count })
desk-catalogue-remedies = Remedies ({ $count })
desk-catalogue-departments = Departments ({ $count })
desk-catalogue-limits = Limits ({ $count })
desk-catalogue-chains = Reminders, and moves by the clock
desk-catalogue-money = What each role may offer alone
desk-catalogue-hours = Hours
desk-catalogue-hours-opening = People can be asked for
desk-catalogue-hours-work = Working hours
desk-catalogue-hours-night = No pushes
desk-catalogue-hours-survey = No surveys and reminders
desk-catalogue-subtypes = Kinds
desk-catalogue-needs = Asked before filing
desk-catalogue-need-when = when it happened
desk-catalogue-need-place = the place
desk-catalogue-need-amount = the disputed amount
desk-catalogue-need-number = the service number
desk-catalogue-questions = Questions after filing
desk-catalogue-asks-text = in words
desk-catalogue-asks-choice = a choice
desk-catalogue-asks-date = a date
desk-catalogue-asks-yes-no = yes or no
desk-catalogue-asks-card = the number of a SIM card
desk-catalogue-asks-staff = a staff number
desk-catalogue-pictures = Pictures that decide
desk-catalogue-fitting = Remedies offered first
desk-catalogue-emergency = Said first
desk-catalogue-with-money = With an amount
desk-catalogue-least = From this role up
desk-catalogue-covers = Meets as well
desk-catalogue-offered-only = Offered, never asked about
desk-catalogue-anybody = anybody
desk-catalogue-yes = yes
desk-catalogue-no = no
desk-catalogue-works-on = Works on
desk-catalogue-told = Subscribers hear its name
desk-catalogue-limit = Limit
desk-catalogue-length = How long
desk-catalogue-from = Starts with
desk-catalogue-to = Ends with
desk-catalogue-marks = What happens when
desk-catalogue-rests = rests in: { $states }
desk-catalogue-days = { $days } days
desk-catalogue-span-hours = { $hours } hours
desk-catalogue-span-minutes = { $minutes } minutes
desk-catalogue-same-day = the same day
desk-catalogue-to-date = to the date on file
desk-catalogue-to-named = to the date that was named
desk-catalogue-calendar-cal = around the clock
desk-catalogue-calendar-wd = working days
desk-catalogue-calendar-wh = hours of working days
desk-catalogue-calendar-dh = desk hours of every day
desk-catalogue-levels = level { $levels }
desk-catalogue-only-referral = referred to us
desk-catalogue-only-key = key accounts
desk-catalogue-only-unrecorded = liability not on record
desk-catalogue-only-single = not of an incident
desk-catalogue-key-shorter = shorter for key accounts
desk-catalogue-mark = { $when }: { $what }
desk-catalogue-then = then every { $every }: { $roles }
desk-catalogue-before = { $span } before
desk-catalogue-after = after { $span }
desk-catalogue-at-end = at the end
desk-catalogue-breach = counts as missed
desk-catalogue-tells = tells the { $role }
desk-catalogue-approver = approver
desk-catalogue-task = to do: { $task }
desk-catalogue-message = message { $code }
desk-catalogue-quiet = on record only
desk-catalogue-check = Check a new catalogue
desk-catalogue-check-about = The file is read here once: what is wrong with it, and how it differs from the one in use. It is not kept and not put to use; whoever runs the service replaces the file and starts it again.
desk-catalogue-file = The catalogue's file (TOML)
desk-catalogue-check-do = Check it
desk-catalogue-checked = Checked: { $name }
desk-catalogue-good = Nothing is wrong with it. It says version { $version } and differs in { $count } places from the one in use. The file was not kept.
desk-catalogue-others = { $count } more differences are not listed.
desk-catalogue-no-file = Choose a file first.
desk-catalogue-large = The file is larger than 2 MB, which no catalogue is.
desk-catalogue-no-text = The file is not UTF-8 text.
desk-catalogue-no-toml = The file is not TOML. The first fault:
desk-catalogue-fault = Something in it cannot be. Mend it and check again; the first fault:
desk-catalogue-added = added
desk-catalogue-removed = removed
desk-catalogue-changed = changed
desk-catalogue-part-categories = Category
desk-catalogue-part-remedies = Remedy
desk-catalogue-part-departments = Department
desk-catalogue-part-clocks = Limit
desk-catalogue-part-notices = Message
desk-catalogue-part-promises = Promise
desk-catalogue-part-answers = Ready answer
desk-catalogue-part-money-limits = Money
desk-catalogue-part-version = Version
desk-catalogue-part-triggers = Trigger
desk-catalogue-part-routes = Route

## Desk: the ladder and the daily list

desk-late-title = Limits that come near or are over
desk-late-more = { $count ->
        [one] One more is over or near its limit
       *[other] { $count } more are over or near their limits
    }
desk-late-why = So many came at once that the to-do list shows them as one number.
desk-late-empty = No limit is waiting to be looked at.
desk-task-times = asked { $count } times
desk-digest = Today
desk-digest-title = What to look at on { $day }
desk-digest-days = Days
desk-digest-made = Made { $at }, and unchanged since.
desk-digest-tasks = Waiting in your to-do list
desk-digest-over = Over the limit
desk-digest-near = Due before the next list
desk-digest-major = Level 3
desk-digest-breached = Limits missed since the last list
desk-digest-repeated = Repeated or reopened
desk-digest-reminded = The subscriber asked us to hurry
desk-digest-new = New since the last list
desk-digest-free = Waiting for somebody to claim it
desk-digest-open = Open
desk-digest-rest = and { $count } more
desk-digest-nothing = Nothing is waiting for you.
desk-digest-none = There is no list yet. It is made on working days at { $time }.

## Desk: incidents

desk-incidents = Incidents
desk-incidents-live = All live
desk-incidents-suspected = To be confirmed
desk-incidents-open = Going on
desk-incidents-fixed = Fixed
desk-incidents-settled = Offer made
desk-incidents-ended = Over
desk-incidents-back = All incidents
desk-incidents-none = No incident is in this stage.
desk-incidents-none-live = No incident is going on. When many people complain of the same thing in the same place, it appears here by itself.
desk-incident-stage-suspected = To be confirmed
desk-incident-stage-open = Going on
desk-incident-stage-fixed = Fixed
desk-incident-stage-settled = Offer made
desk-incident-stage-closed = Over
desk-incident-stage-dismissed = Not an incident
desk-incident-step-found = Found
desk-incident-step-confirmed = Confirmed
desk-incident-step-fixed = Fixed
desk-incident-step-settled = Offer
desk-incident-step-over = Over
desk-column-stage = Stage
desk-column-since = Since
desk-column-expected = Expected back
desk-column-answer-by = Answer expected
desk-column-tickets = Tickets
desk-column-told = Last message to all
desk-column-place = Where
desk-column-answer = Their answer
desk-keys-few = j and k move, Enter opens
desk-incident-everywhere = Everywhere
desk-incident-kinds = { $category }: { $kinds }
desk-incident-unowned = Nobody yet
desk-incident-untold = Nothing was sent to all yet.
desk-incident-counts = { $open } open, { $ended } ended
desk-incident-counts-parted = { $open } open, { $ended } ended, { $parted } split off
desk-incident-news = This incident has changed. What you are writing was left alone.
desk-incident-overtaken = The incident changed while you were writing, so nothing was done. Your text is all here. What happened:
desk-incident-over = This incident is over; its tickets go on by themselves.
desk-incident-facts = What is known
desk-incident-fact-matter = What
desk-incident-fact-where = Where
desk-incident-fact-campaign = Offer or campaign
desk-incident-fact-since = Since
desk-incident-fact-found = Found
desk-incident-fact-expected = Expected back
desk-incident-fact-answer-by = Answer expected
desk-incident-fact-fixed = Fixed
desk-incident-fact-settled = Offer made
desk-incident-fact-over = Over
desk-incident-source-threshold = { $at }, by the rule “{ $rule }”
desk-incident-source-staff = { $at }, opened by hand
desk-incident-source-planned = { $at }, explained by announced work
desk-wording = The wording
desk-wording-about = one for all, in both languages
desk-wording-none = Not written; the usual words are used.
desk-wording-reads = What subscribers read now
desk-incident-told = Messages to all
desk-incident-offer = Offer to all
desk-incident-in-queue = Show in the queue
desk-incident-part = Split off
desk-incident-say-zh-CN = The wording in Chinese
desk-incident-say-en = The wording in English
desk-incident-reads-b1 = To all ({ $reader })
desk-incident-reads-b1n = To all ({ $reader })
desk-incident-reads-b2 = To those who only want it to work again ({ $reader })
desk-incident-reads-b2w = To those who asked for more, or are waiting for something else ({ $reader })
desk-incident-reads-b3 = To those whose own matter is still open ({ $reader })
desk-incident-reads-b3c = To those whose own matter is answered ({ $reader })
desk-incident-reads-b4 = To those who were told of it ({ $reader })
desk-incident-news-found = Found
desk-incident-news-note = News of it
desk-incident-news-fixed = Fixed
desk-incident-news-settled = Offer to all
desk-incident-news-dismissed = Not an incident
desk-incident-do-confirm = Confirm and tell all
desk-incident-do-fix = It works again
desk-incident-do-settle = Offer to all
desk-incident-do-close = End the incident
desk-incident-do-claim = Take it over
desk-incident-do-expected = New expected end
desk-incident-do-rewrite = Change the wording
desk-incident-do-scope = Change what it covers
desk-incident-do-add = Add a ticket
desk-incident-do-part = Split a ticket off
desk-incident-do-dismiss = It is not an incident
desk-incident-about-confirm = You become its owner. All whose tickets belong to it are told, also those who complain later.
desk-incident-about-fix = Those who only asked for a repair are asked to check; all others are told, and their own wishes stay open.
desk-incident-about-settle = Whoever has not had an answer of their own yet gets this as an offer; all others are told what they get.
desk-incident-about-expected = Leave it empty if nobody knows the time yet.
desk-incident-about-scope = Nobody is told. New tickets are linked by it from now on.
desk-incident-about-add = It is told at once how the incident stands.
desk-incident-about-part = It gets a person of its own again, and its subscriber is told so.
desk-incident-about-dismiss = All tickets are handled on their own again. Whoever was told of an incident is told so.
desk-incident-send = Submit and tell all
desk-incident-act-found = Found by the rules
desk-incident-act-open = Opened by hand
desk-incident-act-told = Told to all by the catalogue's words
desk-incident-act-confirm = Confirmed
desk-incident-act-claim = Taken over
desk-incident-act-rewrite = Changed
desk-incident-act-fix = Works again
desk-incident-act-settle = Offer to all
desk-incident-act-close = Ended
desk-incident-act-ended = Ended, as no ticket is open any more
desk-incident-act-dismiss = Not an incident
desk-incident-act-add = Ticket added
desk-incident-act-part = Ticket split off
desk-field-wording = The wording
desk-field-expected = Expected end
desk-field-quiet = Change it quietly, tell nobody
desk-field-ticket = Ticket number
desk-field-fixed-at = Works again since
desk-field-areas = Areas
desk-field-campaign = Offer or campaign
desk-hint-wording = One or two sentences on what happened. The time and how to go on are added by themselves.
desk-hint-expected = Subscribers read this time. Leave it empty if nobody knows it yet.
desk-hint-ticket = For example TS26110004277.
desk-hint-items-all = Each item needs a remedy and a date. Words of your own are shown as they stand in both languages; left empty, the remedy is named in each.
desk-hint-staff-only = Seen by staff.
desk-hint-areas = Names or codes, one after another with “;” between them, or “Everywhere”.
desk-hint-campaign = Only tickets that name it belong to it.
desk-wrong-moment = “{ $typed }” is no date and time. Write it like 2026-11-17T18:00.
desk-areas-none = Say where: a name, a code, or “Everywhere”.
desk-areas-unknown = No place is known as “{ $said }”. Write its name or its six-digit code.
desk-areas-several = More than one place is called that: { $said }. Choose the one that is meant, or write the province with it.
desk-no-such-ticket = There is no ticket of this number. Please check it.
desk-not-of-this = This ticket is not part of this incident.
desk-said-works = Solved
desk-said-not = Not solved
desk-said-nothing = No answer
desk-flag-unreachable = Not reached
desk-flag-incident = Incident
desk-tickets-none = No ticket belongs to it yet.
desk-tickets-all = All { $count }
desk-tickets-open = Open { $count }
desk-tickets-ended = Ended { $count }
desk-tickets-parted = Split off { $count }
desk-pages-of = { $first } to { $last } of { $total }
desk-pages-first = First page
desk-pages-next = Next page
desk-told-sent = { $sent } of { $total } sent
desk-told-waiting = { $count } to go
desk-told-failed = { $count } failed
desk-told-held = { $count } after quiet hours
desk-told-passed = { $count } need not hear it
desk-incident-new = Open an incident
desk-incident-new-about = For what many people meet at once: an outage, an offer, a wrong bill. First look who fits; nothing is sent before you open it.
desk-incident-known = Something like it is going on already:
desk-incident-where = Where
desk-incident-where-hint = Names or codes, one after another with “;” between them, or “Everywhere”.
desk-incident-which = Which “{ $said }” is meant?
desk-incident-category = What it is about
desk-incident-whole = { $category }: all of it
desk-incident-campaign = Offer or campaign that complaints name
desk-incident-began = Since
desk-incident-expected = Expected end
desk-incident-expected-hint = Subscribers read this time. Leave it empty if nobody knows it yet.
desk-incident-words-hint = What happened, in one or two sentences, for all who are affected. Left empty, they read the usual words.
desk-incident-look = See who fits
desk-incident-open-now = Open it and tell all
desk-incident-fitting = { $count ->
    [0] No open ticket fits yet. Whoever complains later joins it and is told.
    [one] One open ticket fits. It is linked and told once you open it.
   *[other] { $count } open tickets fit. They are linked and told once you open it.
}
desk-incident-fitting-rest = and { $count } more
desk-fact-incident = Incident
desk-fact-parted = Split off from
desk-queue-incident = Tickets of { $incident }
desk-queue-incident-off = Show all tickets

## Desk: a complaint by hand

desk-by-hand = File by hand
desk-hand-about = What came by phone, at a counter, in a letter, on a visit or from another body is filed here. It gets the number, deadlines and department that it would get in chat.
desk-hand-origin = Came by
desk-hand-language = Language of the person
desk-hand-referral = Who sent it on (for a referral)
desk-hand-body = Body that sent it on
desk-hand-reference = Its reference
desk-hand-until = Date by which it wants an answer
desk-hand-story = What the person says
desk-hand-story-hint = In their own words: what happened, when, where, and what they want. No ID number, password or bank card.
desk-hand-read = Read it and show what is missing
desk-hand-read-again = Read again
desk-hand-file = File it
desk-hand-missing = Still missing: { $what }. Where the person cannot say when, where or how much, tick “does not know”.
desk-hand-incomplete = It cannot be filed yet: see what is marked below.
desk-hand-no-origin = Say how it came.
desk-hand-no-body = Say which body sent it on.
desk-hand-no-consent = Without the person's agreement to the privacy notice nothing is filed and nothing is kept. Tell them they can call { $hotline }.
desk-hand-kind = Kind
desk-hand-category = Category
desk-hand-unknown = does not know
desk-hand-window = When to call
desk-hand-relation = Relation to the number
desk-hand-wishes = What they want
desk-hand-wish = In their words (with an amount)
desk-hand-consent = Privacy notice
desk-hand-notice = To handle complaints we keep your messages, numbers and files, only to handle them and to improve. We keep them for 3 years after closing; you can ask to see, correct or delete them at any time. This is privacy notice { $version }. Do you agree?
desk-hand-consent-hint = Read it out, or make sure that they agreed in writing.
desk-hand-consent-how = How they agreed
desk-hand-consent-none = Not yet
desk-consent-read_out = Read out, agreed aloud
desk-consent-signed = Signed
desk-consent-letter = Written in the letter
desk-consent-referral = Written in the referral
desk-hand-card = What will be filed
desk-hand-earlier = Tickets about the same number
desk-hand-earlier-hint = If it is about the same matter, open that ticket and add to it instead of filing again.
desk-hand-incident = An incident is running there: “{ $incident }”. This complaint will be linked to it.
desk-hand-matters = This sounds like { $count } matters. File each by itself, so that each gets its own number.
desk-hand-elsewhere = This sounds like { $company }, phone { $phone }. If it is ours after all, go on.

## Desk: the call, and the link to follow by

desk-call = Call the person
desk-call-whom = Filed from: { $origin }. They speak { $reader }. They have no chat of their own yet, so messages are told by phone.
desk-call-receipt = Read this out now
desk-call-person = The person
desk-call-name = Name
desk-call-phone = Phone
desk-call-window = When to call
desk-call-tell = What to tell
desk-call-nothing = Nothing to tell.
desk-call-told = They have been told
desk-call-done-told = Noted: the person knows.
desk-call-done-says = Done as the person answered.
desk-call-says = What they answer
desk-call-says-hint = What they decide on the phone is their own decision. Before they accept an offer, read it out, and say that once carried out the authority usually does not take the same matter.
desk-call-answer = They say
desk-call-words = Their words, or the reason
desk-call-wish = What they want instead
desk-call-score = Satisfaction (1 to 10)
desk-call-note = Note it and act on it
desk-call-paper = Papers
desk-call-paper-file = A scan of the letter, a bill
desk-call-paper-put = Put it to the ticket
desk-call-paper-large = The file is too large; { $size } MB at most.
desk-call-paper-type = This kind of file cannot be kept. Take a picture, a PDF, a sound or a video.
desk-call-paper-none = Choose a file.
desk-call-done-paper = It is with the ticket now.
desk-call-link = Let them follow it themselves
desk-call-link-about = Give them a link or a code. Once opened, this complaint belongs to their own chat, and what was not told yet is told there. It works once, within { $days } days, and shows this complaint only.
desk-call-link-make = Make a link
desk-call-link-new = Make another link
desk-call-link-once = This link is shown here once. Let them scan it, or send it to the phone number on file. A new link ends the old one.
desk-call-address = Link
desk-call-code = Code for { $channel }
desk-call-followed = The person follows this complaint in a chat of their own; messages go there.
desk-call-open = Call, and link to follow by
desk-channel-hand = phone
task-to_call = Tell the person by phone
move-by_hand = Filed by hand
move-follow = The person follows it in chat now
move-follow_link = Link to follow by made
desk-said-by-phone = Answered on the phone, noted by { $name }
desk-fact-origin = Came by
not-allowed-consent = The person has not agreed to the privacy notice, so it cannot be filed.
not-allowed-followed = The person follows it in a chat of their own; write to them there.
not-allowed-own-score = The score is asked for by a colleague who did not work on this complaint.

## Following by a link

followed = Your complaint { $no } is followed here from now on. You will hear of every step.
follow-gone = This link was used already or has lapsed. Please ask whoever gave it to you for a new one.
web-follow = Follow your complaint here
web-follow-why = Once opened, all news on complaint { $no } comes to this browser. The link works once. By opening it you agree to privacy notice { $version }.
web-follow-open = Open
web-follow-gone = This link was used already or has lapsed
web-follow-gone-why = Please ask whoever gave it to you for a new one. The complaint itself is not affected.
## Desk: the staff group in Telegram

desk-telegram = Telegram
desk-telegram-about = Tickets can be worked on in the staff group too. The group must know which Telegram account is yours.
desk-telegram-none = No staff group is connected. Whoever runs Redress connects one with telegram.staff_chat_id; docs/staff-group.md says how.
desk-telegram-mine = Your account
desk-telegram-not-yet = No account is linked to you yet.
desk-telegram-since = An account has been linked to you since { $at }.
desk-telegram-link = Link my account
desk-telegram-again = New link
desk-telegram-open = Open Telegram
desk-telegram-unlink = Unlink
desk-telegram-once = Open this link in Telegram and press Start. It works once, for { $minutes } minutes; whoever opens it acts in your name, so pass it to nobody.
desk-telegram-unreached = The bot cannot be reached just now, so no link can be made. Try again in a minute.
desk-telegram-others = Who is linked
desk-telegram-who = Name
desk-telegram-account = Telegram
desk-telegram-linked = linked
desk-telegram-unlinked = not linked

## Desk: quality

desk-hand-talk = Filed from a talk that became no ticket. It will belong to the chat of that talk, where the person is told the number. Contact them first, and ask whether they want it.
desk-consent-chat = Agreed in the chat
desk-quality = Quality
desk-quality-about = Talks that became no ticket and sound like a complaint, and how badly staff caused what is complained of.
desk-talks = Talks that sound like a complaint
desk-talks-about = Judged two hours after a talk has ended. Contact the person first; file it for them if they want that, or say why it is no complaint.
desk-talks-none = No talk waits to be looked at.
desk-talk-contact = Open the talk and write to them
desk-talk-file = File it from here
desk-talk-dismiss = It is no complaint
desk-talk-dismiss-now = Take it off
desk-talk-dismissed = Taken off.
desk-talk-why = Why
desk-talk-words = More on it
desk-talk-no-complaint = No complaint
desk-talk-declined = The person does not want to complain
desk-talk-settled = It is settled already
desk-talk-test = A test, or sent by mistake
desk-sign-called = Called a complaint
desk-sign-alarm = Something grave was named
desk-sign-tone = Upset or angry
desk-sign-grief = Says that it is wrong
desk-sign-matter = Tells a matter that people complain of
desk-grades = Caused by staff
desk-grades-about = The newest complaints about people who serve. A grade is for quality alone: neither the subscriber nor an appeal file shows it.
desk-grades-open = Not graded
desk-grades-none = There are no such complaints.
desk-severity-0 = Not caused by staff
move-grade = How far staff caused it
not-allowed-severity = Give a number from 0 to { $most } for how far staff caused it.
not-allowed-talk = A colleague has seen to this talk already.
desk-cases = Training cases
desk-cases-of = Training cases, { $month }
desk-cases-about = For training, without names and with numbers masked. Print the page as it is.
desk-cases-month = Month
desk-cases-show = Show
desk-cases-none = No case was chosen for this month yet.
desk-cases-wrong = Give the number of a ticket that exists, and say what it teaches.
desk-case-story = What the person said
desk-case-finding = What was found
desk-case-figures = It took { $took } and { $rounds ->
    [one] one round
   *[other] { $rounds } rounds
} of negotiation.
desk-case-score = Satisfaction: { $score }.
desk-case-lesson = What it teaches
desk-case-remove = Take it off
desk-case-choose = Choose a case
desk-case-number = Ticket number
desk-case-put = Add it to this month
desk-note = Dispatch note
desk-note-text = The whole note
desk-note-copy = Select all and copy it, or print the page. Numbers are masked.
desk-note-ticket = Ticket
desk-note-kept = Kept, with a line in the timeline.
desk-note-write = What we add
desk-note-first-view = First view
desk-note-help-wanted = Help wanted
desk-note-keep = Keep it
desk-note-level = { $level }, filed { $opened }
desk-note-content = { "What happened: " }
desk-note-when = { "When: " }
desk-note-place = { "Where: " }
desk-note-wish = { "Wish: " }
desk-note-view = { "First view: " }
desk-note-help = { "Help wanted: " }

## Desk: to the subscriber

desk-joined = This is { $name }. I have joined the chat, so please write to me here.
desk-handed-back = My colleague has left the chat. I am the bot, and I will carry on from here.
desk-said = { $name }: { $words }

## Desk: entries of its own in the timeline

move-view = Looked at whole numbers
move-join = Joined the chat
move-hand_back = Handed back to the assistant

## group: the staff group in Telegram

group-linked = { $name }, this account is linked. What you do in the staff group now counts as yours.
group-link-spent = This link has been used or is too old. Open the desk, choose “Telegram”, and take a new one.
group-unlinked = This account is no longer linked.
group-not-linked = This account is not linked to anyone at the desk. Open the desk, choose “Telegram”, and follow the link there.
group-here = { $name }, this account is linked. Work goes on in the staff group; send /unlink to end the link.

## Desk: figures

desk-figures = Figures
desk-figure-page-satisfaction = Satisfaction
desk-figure-page-deadlines = Deadlines
desk-figure-page-volume = Volume
desk-figure-page-negotiation = Coming to terms
desk-figure-page-incidents = Incidents
desk-figure-page-people = Our people
desk-figure-about-satisfaction = How subscribers judge what was done, on a scale of 1 to 10.
desk-figure-about-deadlines = Whether what was due came in time, how long things take, and how old the open tickets are.
desk-figure-about-volume = How much comes in, of what, from where, and what is growing.
desk-figure-about-negotiation = Offers by round, what was accepted, and what it cost.
desk-figure-about-incidents = How quickly each was found, told and over.
desk-figure-about-people = What each of us has open and has done. Scores stand with no person: they judge the company.
desk-figure-print = Print
desk-figure-days-asked = Days
desk-figure-last = Last { $days } days
desk-figure-from = From
desk-figure-to = To
desk-figure-all = All
desk-figure-show = Show
desk-figure-span = { $since } to { $until }
desk-figure-left = { $n ->
    [one] one change is still being counted
   *[other] { $n } changes are still being counted
}
desk-figure-few = Fewer than { $n }: too few to read as a rate
desk-figure-legend = Percentages are rounded down. ○ and hollow shapes: fewer than { $n }, too few to read as a rate. Press a number to see the tickets behind it.
desk-figure-nothing = Nothing was counted in these days.
desk-figure-none = –
desk-channel-demo = Demo
desk-figure-nowhere = Place not known
desk-figure-no-department = Not sent to a department
desk-figure-percent = { $rate }%
desk-figure-under = under 1%
desk-figure-change = { $rate }%
desk-figure-part = { $n } of { $of }
desk-figure-n = n = { $n }
desk-figure-now = at this moment
desk-figure-hours = { $n } h
desk-figure-days = { $n } d
desk-figure-minutes = { $n } min
desk-figure-goal = Goal { $rate }%
desk-figure-goal-met = met
desk-figure-goal-missed = not met
desk-figure-satisfied = Satisfied (score of { $score } or more)
desk-figure-mean = Mean score
desk-figure-answered = Surveys answered
desk-figure-solved = Said it is solved
desk-figure-called-back = Low scores called back in time
desk-figure-rescued = Content after the call
desk-figure-first-accepted = First offer accepted
desk-figure-reopened = Reopened or filed again
desk-figure-met = { $clock }: in time
desk-figure-scores = Scores
desk-figure-scores-note = Tickets by the last score given, counted on the day of that score. A correction replaces the score; nobody who did not answer is counted.
desk-figure-scores-told = { $n } tickets were scored; the mean is { $mean }.
desk-figure-weeks = Satisfied by week (score of { $score } or more)
desk-figure-weeks-note = Scores of { $score } or more among all scores given in the week (Monday to Sunday). The goal is { $rate }%.
desk-figure-weeks-told = { $weeks } weeks; in all { $rate } are satisfied.
desk-figure-by-category = By category
desk-figure-by-department = By department
desk-figure-groups-note = Scores of { $score } or more among all scores given in these days, by where the ticket stands now. The mark is the goal.
desk-figure-in-time = In time
desk-figure-open = Open tickets
desk-figure-answer-middle = First proper reply, median
desk-figure-life-middle = Filed to closed, median
desk-figure-clocks = Limits
desk-figure-clocks-note = Limits that were decided in these days: met on the day they were kept, missed on the day they fell due. Limits that were cancelled, or dates put off in time, are left out.
desk-figure-clock-met = { $clock }: met
desk-figure-clock-breached = { $clock }: missed
desk-figure-deadlines-department = Limits by department
desk-figure-deadlines-department-note = All limits together, by the department that has the ticket now.
desk-figure-times = How long it takes
desk-figure-times-note = In hours or days begun: what took 90 minutes counts as 2 hours. Replies count on the day they were given, closings on the day of closing.
desk-figure-time-answer = First proper reply, hours
desk-figure-time-life = Filed to closed, days
desk-figure-ages = Open tickets by age
desk-figure-ages-note = All that are open at this moment, by the days since they were filed; the days chosen above do not matter here.
desk-figure-ages-told = { $n } tickets are open.
desk-figure-age = { $low } to { $high } days
desk-figure-age-more = { $low } days and more
desk-figure-volume = Filed by week
desk-figure-volume-note = All that was filed and all that was closed in the week (Monday to Sunday); first and last week only as far as they were asked for.
desk-figure-volume-told = { $n } were filed in { $weeks } weeks.
desk-figure-filed = Filed
desk-figure-ended = Closed
desk-figure-before = { $n } in the { $days } days before
desk-figure-mass = Part of an incident
desk-figure-repeat = Repeats of an earlier ticket
desk-figure-hurried = The subscriber asked us to hurry
desk-figure-raised = Taken outside (referral or appeal)
desk-figure-returned = Sent to the wrong department
desk-figure-severity = Caused by our staff, grade { $n }
desk-figure-categories-note = Filed in these days, against as many days right before.
desk-figure-topics = Hot topics
desk-figure-topics-note = The ten that were filed most in the last 7 days, against the mean week of the 4 weeks before. Hot: { $least } or more, and up by more than { $rate }%.
desk-figure-hot = hot
desk-figure-marks = Signs of trouble
desk-figure-marks-note = Among complaints and faults filed in these days; the wrong department: returns among all dispatches. Grades are for quality inspection alone.
desk-figure-channels = Channels
desk-figure-channels-note = Complaints and faults filed in these days, by where they were filed.
desk-figure-kinds = Kinds
desk-figure-kinds-note = All that was filed in these days.
desk-figure-rounds = Offers by round
desk-figure-rounds-note = Offers made in these days. Accepted: among those that were accepted, declined or ran out; open and withdrawn ones are left out.
desk-figure-rounds-mean = Rounds to an agreement
desk-figure-round = Round { $n }
desk-figure-granted = Granted
desk-figure-goodwill = Of it goodwill
desk-figure-of-money = { $rate } of the money granted
desk-figure-offers = in { $n } accepted offers
desk-figure-offer = { $round }, { $outcome }
desk-figure-offer-accepted = accepted
desk-figure-offer-rejected = declined
desk-figure-offer-lapsed = ran out
desk-figure-offer-withdrawn = withdrawn
desk-figure-offer-open = open
desk-figure-money = Money by remedy
desk-figure-money-note = Sums in accepted offers, by the day on which the offer was made.
desk-figure-results = How tickets ended
desk-figure-results-note = Closed in these days. A ticket that was reopened has not ended.
desk-figure-liability = Who was liable
desk-figure-liability-note = Closed in these days, as found by whoever worked on them.
desk-figure-incidents = Incidents
desk-figure-incidents-note = Found in these days. Minutes: from the first complaint to the finding, from the finding to the first word to all, from the first complaint until it worked again.
desk-figure-incidents-found = Found
desk-figure-incidents-dismissed = { $n } turned out to be none
desk-figure-incidents-children = Complaints in incidents
desk-figure-incidents-of = in { $n } incidents
desk-figure-incidents-alert = First complaint to finding, median
desk-figure-incidents-told = Finding to first word, median
desk-figure-incidents-over = First complaint to restored, median
desk-figure-source-threshold = found by number
desk-figure-source-staff = opened by staff
desk-figure-source-planned = announced work
desk-figure-unclaimed = Unclaimed
desk-figure-most-open = Most open with one person
desk-figure-people = { $n ->
    [one] one person has open tickets
   *[other] { $n } people have open tickets
}
desk-figure-handled = Closed by their owner
desk-figure-kind = Found good to deal with
desk-figure-load = Load
desk-figure-load-note = Open: at this moment. Closed: in these days, with whoever had the ticket then. Acts: entries in the history. Good to deal with: answers "satisfied" to the survey's question about the person.
desk-figure-column-score = Score
desk-figure-column-tickets = Tickets
desk-figure-column-part = Share
desk-figure-column-week = Week of
desk-figure-column-satisfied = { $score } or more
desk-figure-column-mean = Mean
desk-figure-column-category = Category
desk-figure-column-department = Department
desk-figure-column-clock = Limit
desk-figure-column-in-time = In time
desk-figure-column-met = Met
desk-figure-column-breached = Missed
desk-figure-column-what = What
desk-figure-column-half = Half within
desk-figure-column-most = 80% within
desk-figure-column-nearly = 95% within
desk-figure-column-age = Age
desk-figure-column-open = Open
desk-figure-column-filed = Filed
desk-figure-column-ended = Closed
desk-figure-column-subtype = Subtype
desk-figure-column-place = Place
desk-figure-column-this-week = Last 7 days
desk-figure-column-usual = Usual week
desk-figure-column-rise = Change
desk-figure-column-mark = Mark
desk-figure-column-before = Before
desk-figure-column-change = Change
desk-figure-column-channels = Channel
desk-figure-column-kinds = Kind
desk-figure-column-round = Round
desk-figure-column-made = Made
desk-figure-column-accepted-share = Accepted
desk-figure-column-remedy = Remedy
desk-figure-column-money = Sum
desk-figure-column-results = Result
desk-figure-column-liability = Liability
desk-figure-column-number = Number
desk-figure-column-source = Source
desk-figure-column-complaints = Complaints
desk-figure-column-alert = Found after, min
desk-figure-column-told = Told after, min
desk-figure-column-over = Over after, min
desk-figure-column-person = Person
desk-figure-column-handled = Closed
desk-figure-column-acts = Acts
desk-figure-column-kind = Good to deal with
desk-figure-surveyed-answered = answered
desk-figure-surveyed-silent = not answered
desk-figure-call-back-in_time = in time
desk-figure-call-back-late = late
desk-figure-call-back-open = not yet
desk-figure-call-back-vain = nobody reached
desk-figure-came-content = content now
desk-figure-came-explained = explained
desk-figure-came-again = taken up again
desk-figure-routing-sent = sent
desk-figure-routing-returned = returned
desk-figure-file-n = number
desk-figure-file-of = of
desk-figure-file-sheet = Figures
desk-figure-file-about = About
desk-figure-list-about = The tickets behind the figure that you may see, newest first. What was kept as long as it may be is counted, and not listed.
desk-figure-list-back = Back to the figures
desk-figure-list-none = There is none that you may see.
desk-figure-list-pages = Pages
desk-figure-list-span = { $first } to { $last }
desk-figure-list-filed = Filed
desk-figure-list-topic = Hot topic
desk-figure-list-channel = Filed through
desk-figure-list-mass = Part of an incident
desk-figure-list-repeat = Repeats
desk-figure-list-hurried = Asked to hurry
desk-figure-list-raised = Taken outside
desk-figure-list-severity = Caused by our staff, grade
desk-figure-list-ended = Closed
desk-figure-list-life = Closed after so many days
desk-figure-list-liability = Closed, liability
desk-figure-list-handled = Closed by
desk-figure-list-scored = Scored
desk-figure-list-solved = Solved, as they say
desk-figure-list-person = How the person was
desk-figure-list-surveyed = Surveys sent
desk-figure-list-clock = Limits
desk-figure-list-answer = First proper reply after so many hours
desk-figure-list-offer = Offers
desk-figure-list-granted = Money granted
desk-figure-list-reopened = Reopened
desk-figure-list-routing = Dispatched
desk-figure-list-act = Worked on by
desk-figure-list-call_back = Call-backs after low scores
desk-figure-list-came = What came of calls after low scores
desk-figure-list-open = Open
desk-figure-list-load = Open, with

## The report: the 21 measures, their numbers and their formulas

measure-volume = Complaints filed
measure-volume-formula = Complaints and faults filed, by the day of filing. Each class of the regulator among all of them, by the category that the ticket has now. Hot topics: a subtype in a city with 20 or more in the last week of the span and more than 50 % above the mean of the four weeks before, where the rise is (this week − mean) / mean.
measure-volume-filed = Filed
measure-volume-class = { $key }
measure-volume-hot = Hot topics in the last week
measure-batch = Many with one cause
measure-batch-formula = Incidents found in the span; those that turned out to be none apart. Minutes from the first complaint of each to its being found. Tickets that belong to an incident among all filed.
measure-batch-incidents = Incidents
measure-batch-dismissed = Turned out to be none
measure-batch-alert = From the first complaint to the alert
measure-batch-mass = Part of an incident
measure-watch = Daily watch
measure-watch-formula = Days whose number of complaints lies outside its forecast, among the days that have one. The forecast is the mean of the days of the same kind (working days, or days off) in the four weeks before, at least 5 of them; its band is 3 standard deviations to each side, a deviation being at least the root of the mean.
measure-watch-high = Days above their band
measure-watch-low = Days below their band
measure-timeliness = In time
measure-timeliness-formula = Limits that were met among limits that were met or missed, per limit and in all. Met counts on the day it was done, missed on the day it fell due. Dates put off in time and limits that were called off are neither.
measure-timeliness-in_time = All limits
measure-timeliness-clock = { $key }
measure-first-answer = First answer
measure-first-answer-formula = Limit R3 met among R3 met or missed. Hours from filing to the first answer with content, begun hours counted whole, of all that were given; the median, and what 80 % and 95 % do not exceed.
measure-first-answer-met = In time
measure-first-answer-hours = Time to the first answer
measure-spot = Solved on the spot
measure-spot-formula = Tickets solved at intake, without dispatch, and neither found not to be fixed nor reopened since, among all filed; by the day of filing.
measure-spot-solved = Solved on the spot
measure-satisfaction = Satisfaction
measure-satisfaction-formula = Tickets whose last score is { $score } or more among tickets scored, by the day of that score; the goal is 85 %. Surveys answered among surveys sent. "Solved" among those that said whether it is, or pressed that it is fixed.
measure-satisfaction-satisfied = Satisfied
measure-satisfaction-mean = Mean score
measure-satisfaction-answered = Surveys answered
measure-satisfaction-solved = Said it is solved
measure-per-million = Among a million users
measure-per-million-formula = Complaints and faults filed × 1,000,000 / users, in the quarter in which the span ends, as far as the span goes; likewise tickets that an outside body took up. The number of users stands in the catalogue ([[subscribers]]); the newest that is not after the quarter counts.
measure-per-million-complaints = Complaints in { $key }
measure-per-million-appeals = Appeals and referrals in { $key }
measure-repeat = Repeats
measure-repeat-formula = Tickets filed that are known to repeat an earlier one, and reopenings, to tickets closed. A ticket can be reopened within 30 days of its end. Each by its own day.
measure-repeat-again = Repeated or reopened
measure-upgraded = Upgraded, over the level
measure-upgraded-formula = Tickets that came through an outside body or our head office, that were appealed, or that are in the media, among all filed; a ticket counts once in the first line and for each way in the others. By the day of filing.
measure-upgraded-any = Upgraded
measure-upgraded-way = { $key }
measure-reminder = Asked to hurry
measure-reminder-formula = Tickets whose subscriber sent at least one reminder among all filed; by the day of filing.
measure-reminder-reminded = With a reminder
measure-valid = Valid, and who was liable
measure-valid-formula = Tickets that were not declared inadmissible among all filed, by the day of filing. Tickets closed by liability among those closed whose liability was set, by the day of closing.
measure-valid-admissible = Admissible
measure-valid-liable = { $key }
measure-negotiation = Coming to terms
measure-negotiation-formula = The round of each accepted offer. Offers of a round accepted among those accepted, declined or run out. Money granted in accepted offers, and what of it was goodwill, each with the number of its payments. By the day of the offer.
measure-negotiation-rounds = Rounds to an agreement
measure-negotiation-accepted = Round { $key }: accepted
measure-negotiation-granted = Granted
measure-negotiation-goodwill = Goodwill
measure-appeals = Appeals handled
measure-appeals-formula = Appeals and referrals that are over among those that an outside body got, by the day it got them; what it did not take up is left out.
measure-appeals-completed = Completed
measure-routing = Routing and backlog
measure-routing-formula = Tickets that a department returned as not its own, to dispatches, each by its day. Open tickets by the days since filing, among all open: of this moment.
measure-routing-returned = Returned
measure-routing-age = Open: { $key }
measure-staff-caused = Caused by our staff
measure-staff-caused-formula = Tickets that a lead graded as caused by our own staff, in all and by gravity (1 no loss, 2 slight loss or a bad tone, 3 serious loss or insult), among all filed; by the day of filing. For quality inspection and training; never told outside.
measure-staff-caused-caused = Caused by our staff
measure-staff-caused-severity = Gravity { $key }
measure-stores = Stores
measure-stores-formula = Stores inspected, by grade: excellent from 95 points (at most 5 % of the stores), good from 90 (at most 20 %), passed from 80; the catalogue's [inspection] has these numbers. The mean points of each store's inspections, and the complaints that name it, each by its day.
measure-stores-grade = { $key }
measure-stores-points = { $key }: points
measure-stores-complaints = { $key }: complaints
measure-actions = Corrective actions
measure-actions-formula = Open and overdue corrective actions at this moment. Of those that were verified in the span, 30 days on: those whose cause did not come back.
measure-actions-open = Open
measure-actions-overdue = Overdue
measure-actions-effective = Effective after 30 days
measure-follow-up = Follow-up
measure-follow-up-formula = Ends after which the subscriber was asked within 3 days (the survey arrived, or somebody called, or they scored by themselves), among all ends that were due for it: asked in time, too late, or left out because the person had been asked in the 7 days before or wants no surveys. The goal is 100 %.
measure-follow-up-in_three_days = Followed up within 3 days
measure-promises = Promises kept
measure-promises-formula = Limits P1 (a date that was promised) and E1 (a date that was agreed) met among those met or missed.
measure-promises-kept = Kept
measure-promises-clock = { $key }
measure-warnings = Offers at risk
measure-warnings-formula = Offers below policy (below a published promise, or without anything for a wish where we are liable) among all offers; second offers declined, likewise. A lead is told of both. By the day of the offer.
measure-warnings-below = Below policy
measure-warnings-declined = Declined a second time

desk-report = Report
desk-report-page-measures = Report: 21 measures
desk-report-page-topics = Weekly sheet: hot topics
desk-report-page-days = Daily watch
desk-report-page-quarter = Quarterly sheet
desk-report-about-measures = How complaints are handled, in the measures of the trade. Each stands with its formula and its n.
desk-report-about-topics = What was complained of most in the week, and what is growing.
desk-report-about-days = Whether a day brought more or fewer complaints than its like.
desk-report-about-quarter = The quarter by province, in the regulator's classes.
desk-report-outside = For outside: no numbers under 5
desk-report-inside = For inside: all numbers
desk-report-legend = Percentages are rounded down. ○: fewer than { $n }, too few to read as a rate. Press a number to see the tickets behind it.
desk-report-measures = The 21 measures
desk-report-measures-note = A rate is a number from 0 to 1, of how many stands beside it. What each counts, among which and by which day, stands in docs/figures.md.
desk-report-measure = Measure
desk-report-figure = Number
desk-report-result = Result
desk-report-value = Value
desk-report-unit = Unit
desk-report-withheld = withheld
desk-report-outside-note = For outside: numbers under 5 are withheld, and those from which one could be computed.
desk-report-half = { $name }: half within
desk-report-most = { $name }: 80% within
desk-report-nearly = { $name }: 95% within
desk-report-of-money = { $money } ({ $rate } of all granted)
desk-report-no-users = The number of users is missing: add [[subscribers]] to the catalogue.
desk-report-users-given = The numbers of users are those of { $quarter }.
desk-report-users-example = The numbers of users are made up, as the shipped catalogue has them ({ $quarter }): put your own.
desk-report-unit-hours = { $n } h
desk-report-unit-minutes = { $n } min
desk-report-unit-rounds = { $n } rounds
desk-report-unit-points = { $n } points
desk-report-unit-score = { $n }
desk-report-unit-name-rate = rate
desk-report-unit-name-count = count
desk-report-unit-name-hours = hours
desk-report-unit-name-minutes = minutes
desk-report-unit-name-rounds = rounds
desk-report-unit-name-points = points
desk-report-unit-name-score = score
desk-report-unit-name-money = money
desk-report-unit-name-per-million = per million users
desk-report-class-N = N: network quality
desk-report-class-C = C: charge disputes
desk-report-class-U = U: user service
desk-report-class-none = Other
desk-report-grade-excellent = Excellent
desk-report-grade-good = Good
desk-report-grade-passed = Passed
desk-report-grade-failed = Failed
desk-report-way-referred = Came through an outside body or head office
desk-report-way-appealed = Appealed by the subscriber
desk-report-way-media = In the media
desk-report-topics = Hot topics, { $since } to { $until }
desk-report-topics-note = What was filed most in the week, against the mean of the four weeks before. Hot: { $least } or more, and more than { $rate }% above. A rise against fewer than 10 is not given.
desk-report-days = Daily watch
desk-report-days-note = The forecast is the mean of the days of the same kind in the { $days } days before; the band is { $width } standard deviations to each side. A day without at least 5 such days before it is left out.
desk-report-day = Day
desk-report-day-high = above
desk-report-day-low = below
desk-report-forecast = Forecast
desk-report-low = Band from
desk-report-high = Band to
desk-report-alike = Days alike
desk-report-quarter = Quarter { $quarter }, in the regulator's classes
desk-report-quarter-note = Complaints and faults by the province where it happened and the class of their category; appeals and referrals by the day an outside body took them up.
desk-report-quarter-through = The quarter is counted to { $day }.
desk-report-province = Province
desk-report-all = All
desk-report-complaints = Complaints
desk-report-complaints-of = Complaints { $of }
desk-report-complaints-million = Complaints per million
desk-report-appeals = Appeals
desk-report-appeals-of = Appeals { $of }
desk-report-appeals-million = Appeals per million
desk-report-users = Users
desk-report-leaf-measures = Measures
desk-report-leaf-topics = Hot topics
desk-report-leaf-days = Daily watch
desk-report-leaf-quarter = Quarter
desk-figure-list-province = Filed, by province
desk-figure-list-store = Filed about a store
desk-figure-list-upgraded = Upgraded
desk-figure-list-outside = Upgraded, by the way
desk-figure-list-spot = Solved on the spot
desk-figure-list-valid = Admissible or not
desk-figure-list-appeal = Appeals and referrals
desk-figure-list-appealed = Appeals and referrals by province
desk-figure-list-followed = Follow-up
desk-figure-list-warned = Offers at risk
desk-figure-list-declined = Declined a second time
desk-figure-list-paid = Payments

## Desk: forms that are kept (registration list, processing sheet, return visits, their report)

desk-kept = Forms to file
desk-kept-about = Registration list, processing sheet and return visits, to print, sign and file.
desk-kept-register = Registration list
desk-kept-visits = Return visits
desk-kept-summary = Return-visit report
desk-kept-sheet = Processing sheet
desk-kept-visit = Return-visit record
desk-kept-about-register = One line a complaint, by the time of filing: who complained of what and when, who worked on it, how it ended.
desk-kept-about-visits = One line a visit: when somebody was asked, what they answered, what was done after a low score.
desk-kept-about-summary = How many were asked and answered, satisfaction, scores by category, calls after low scores and what people said, with room for conclusions and signatures.
desk-kept-about-sheet = Filing, dispatch and sign-in, findings, offers, execution, approvals, correction and prevention, return visit, down to the signatures.
desk-kept-about-visit = Each return visit of this ticket with its answer, and what followed.
desk-kept-months = Months
desk-kept-language = Language of the form
desk-kept-whole = I need names and numbers whole
desk-kept-whole-why = Names and numbers are masked. If you need them whole, say what for; each ticket keeps who saw them and when.
desk-kept-reason = What for
desk-kept-take = Download { $kind }
desk-kept-note = A PDF has 1,000 rows; of more, several come in one zip. Names and numbers whole: { $most } tickets at most in one list.
desk-kept-many = These days have more than { $most } tickets, too many for names and numbers whole in one list. Choose fewer days, or take the masked list.
desk-look-file = a form to file
desk-look-inspect = an inspection by management or regulator

form-title-register = Complaint registration list
form-title-visits = Return-visit record
form-title-summary = Return-visit summary report
form-title-sheet = Complaint processing sheet
form-title-visit = Return-visit record
form-span = { $since } to { $until }
form-made = made { $at }
form-whole = names and numbers whole: keep it locked away
form-masked = names and numbers masked
form-pages = Page { $n } of { $m }
form-volume = volume { $n } of { $m }
form-date = Date
form-kept-by = Kept by
form-checked-by = Checked by
form-visited-by = Visited by
form-visit-remark = Whoever makes the visit has not worked on the complaint. The score is the subscriber’s own: staff neither fill it in nor press for a good one.
form-none = No complaints in these days.
form-none-visited = No return visits in these days.
form-not-visited = No return visit yet.
form-none-dispatch = Not dispatched.
form-none-rounds = No offer was made.
form-none-items = Nothing was agreed to be carried out.
form-none-leaves = No offer needed approval.
form-none-course = Nothing on record.
form-none-reasons = Nobody chose a reason.
form-none-said = Nobody left a remark.

form-column-place = No.
form-column-number = Ticket
form-column-filed = Filed
form-column-channel = Channel
form-column-name = Name
form-column-phone = Contact phone
form-column-service-number = Service number
form-column-matter = Category
form-column-story = Complaint
form-column-wish = Wish
form-column-level = Lvl
form-column-department = Department
form-column-owner = Handler
form-column-due = Due
form-column-closed = Closed
form-column-result = Result
form-column-score = Score
form-column-asked = Asked
form-column-answered = Answered
form-column-solved = Solved
form-column-person = Person
form-column-reasons = Why not satisfied
form-column-paid = Paid on visit
form-column-said = Remarks
form-column-after = Call after a low score
form-column-how = How
form-column-at = Time
form-column-by = By
form-column-sent-to = Sent to
form-column-sent-by = Sent by
form-column-sent-at = Sent
form-column-note = Note
form-column-taken-by = Signed in by
form-column-taken-at = Signed in
form-column-returned = Returned, and why
form-column-round = Round
form-column-offer = Finding and offer
form-column-reply = Subscriber’s reply
form-column-item = Item
form-column-done = Done
form-column-proof = Proof
form-column-asked-by = Asked by
form-column-asked-at = Asked
form-column-sum = Amount
form-column-why = Reason
form-column-decided-by = Decided by
form-column-decided-at = Decided
form-column-decision = Decision
form-column-act = What was done
form-column-band = Band
form-column-scores = Scores
form-column-n = Number
form-column-part = Share
form-column-category = Category
form-column-asked-n = Visits
form-column-answered-n = Answered
form-column-mean = Mean
form-column-satisfied-n = Satisfied
form-column-reason = Reason

form-part-ticket = Complaint
form-part-visits = Return visit
form-part-after = What followed
form-part-signatures = Signatures
form-part-filing = Filing
form-part-dispatch = Dispatch and sign-in
form-part-finding = Findings
form-part-rounds = Offers and negotiation
form-part-items = Execution
form-part-leaves = Approvals of offers
form-part-mending = Correction and prevention
form-part-course = Course of the work
form-part-coverage = Return visits
form-part-satisfaction = Satisfaction
form-part-solved = Solved, as subscribers see it
form-part-categories = By category
form-part-low = Calls after a low score
form-part-reasons = Why people were not satisfied
form-part-said = What people said
form-part-conclusion = Conclusions

form-taken-in-by = Taken in by
form-level = Level
form-relation = Relation
form-when = When
form-where = Where
form-amount = In dispute
form-before = Told before
form-evidence = Evidence
form-files = { $count } { $count ->
    [one] file
   *[other] files
}: { $kinds }
form-no-files = none sent
form-referral = Sent on by
form-appeal = Appeal number
form-finding = Finding
form-liability = Liability
form-cause = Cause
form-correction = Correction
form-prevention = Prevention
form-mended-by = Owner
form-mend-by = Due
form-verified = Verified
form-accepted = Accepted
form-action = Action
form-proof = Proof
form-follow-up = What was done
form-visited-at = Asked
form-sign-owner = Handler
form-sign-department = Head of department
form-sign-service = Head of customer service
form-sign-management = Management
form-sign-writer = Written by
form-management = Management’s view
form-passed-by = passed up by { $name }
form-leave-asked = waits for a decision
form-leave-granted = granted
form-leave-refused = refused
form-leave-overtaken = overtaken: the ticket went another way
form-by-chat = Chat
form-by-call = Call
form-asked = survey sent
form-answered = subscriber answered
form-silent = no answer
form-paid-yes = yes, amount not known
form-paid-no = nothing

form-closed-n = Closed
form-visited-n = Visits
form-answered-n = Answered
form-silent-n = No answer
form-paid-n = Paid on a visit
form-in-time-n = In three days
form-satisfied-n = Satisfied
form-mean = Mean score
form-target = Target
form-target-met = { $rate }%, met
form-target-missed = { $rate }%, not met
form-target-few = { $rate }%; fewer than 10 scores, not judged
form-of = { $rate } ({ $n } of { $of })
form-of-none = — (0 of 0)
form-of-n = { $mean } ({ $n } scores)
form-band-very-satisfied = Very satisfied
form-band-satisfied = Satisfied
form-band-average = Average
form-band-low = Dissatisfied
form-cut-remark = { $score } and more is satisfied, the target is { $rate }%. Of each ticket the last score counts.
form-call-in-time = In time
form-call-late = Late
form-call-vain = Not reached
form-call-open = Still open
form-conclusion-problems = Main problems
form-conclusion-measures = Measures

## The desk: ready answers

desk-answers = Ready answers
desk-answers-about = Choose one when you write to a subscriber. What stands in braces is filled in from the ticket, and the preview shows it.
desk-answers-new = Write a new one
desk-answers-change = Change this one
desk-answers-title = Name (for your colleagues)
desk-answers-words = Words ({ $reader })
desk-answers-variables = What can be filled in
desk-answers-category = For which kind of complaint
desk-answers-department = For which department
desk-answers-any = Any
desk-answers-whose = For whom
desk-answers-own = For me
desk-answers-all = For everybody
desk-answers-cancel = Leave it
desk-answers-keep = Save
desk-answers-written = Written here
desk-answers-edit = Change
desk-answers-remove = Remove
desk-answers-none = Nobody has written one yet. Write one above, and it can be chosen in every reply.
desk-answers-catalogue = From the catalogue
desk-answers-everywhere = All complaints
desk-answers-by = written by { $by } on { $at }
desk-answers-empty = Give it a name, and words in at least one language.
desk-answers-variable = There is no { $variable }. You can use: { $known }
desk-answers-choose = Use a ready answer
desk-variable-name = The subscriber's name; "there" where none is known
desk-variable-number = The ticket's number
desk-variable-due = The date last promised to the subscriber
desk-variable-matter = The kind of complaint
desk-variable-amount = The amount in dispute
desk-variable-agent = Your name
desk-variable-department = The department that works on it
desk-variable-hotline = The hotline

## Outside bodies: appeals and referrals

move-answer_body = Note our answer to the body
move-taken_up = Note that the body took it up
move-turned_down = Note that the body did not take it up
move-taken_back = Note that the appeal was taken back
not-allowed-which-case = Several appeals or referrals are open; choose which one is meant.
not-allowed-no-way = Choose how the answer was delivered.
not-allowed-taken-up = It is noted already that the body took it up.
desk-field-case = Which one
desk-field-way = How it was delivered
desk-field-sent-on = Delivered on (leave empty for today)
desk-field-taken-on = Taken up on (leave empty for today)
desk-field-filed-on = Filed by the subscriber on (leave empty for today)
desk-field-came-on = Received on (leave empty for today)
desk-field-turned-down = The reason they gave (the subscriber is told)
desk-field-taken-back = How we know that it was taken back
desk-field-body-asks = What they ask of us
desk-field-appeal-name = Applicant's name
desk-field-appeal-address = Postal address
desk-field-appeal-postcode = Postcode
desk-field-appeal-phone = Phone
desk-field-appeal-email = E-mail
desk-field-appeal-employer = Employer
desk-hint-appeal-name = The real name. Once the file is made, it can be taken from this page.
desk-field-appeal-body = The body appealed to
desk-hint-appeal-body = Left empty, it is the authority of the province of the ticket.
desk-way-platform = On their platform
desk-way-letter = By letter
desk-way-mail = By e-mail
desk-way-fax = By fax
desk-way-hand = By hand
desk-outside = Appeals and referrals
desk-outside-appeal = Appeal of the subscriber
desk-outside-referral = Referral
desk-outside-by-subscriber = Told by the subscriber
desk-outside-no-date = They set no date
desk-outside-answered = Answered
desk-outside-answered-on = { $at }, { $way }, noted by { $name }
desk-outside-refused = Not taken up
desk-outside-withdrawn = Taken back
desk-outside-mediated = Settled by mediation
desk-outside-decided = Decided by the body
desk-outside-number = Reference
desk-outside-received = Received
desk-outside-noted = Noted by
desk-outside-due = Answer wanted by
desk-outside-asks = What they ask
desk-outside-taken = Taken up
desk-outside-answer = Our answer
desk-outside-outcome = Outcome
desk-outside-kept = Kept until

## Corrective actions: what is done so that a fault of ours does not come again.

desk-flag-risk = Offer at risk
task-corrective_plan = Corrective action: plan owed
task-corrective_review = Corrective action: plan to review
task-corrective_late = Corrective action: limit reached
task-corrective_judge = Corrective action: did it work?
not-allowed-corrective-stage = This action has moved on meanwhile, so this cannot be done. Nothing was changed.
not-allowed-corrective-plan = Please write all three: the cause, what mends it, and what prevents it.
not-allowed-corrective-cause = Please choose what class of cause it is.
not-allowed-corrective-number = An action names no phone or card numbers of people; please write the ticket number instead.
not-allowed-corrective-owner = Please choose a colleague who works here to carry it out.
not-allowed-corrective-store = Please choose where to look again; without a store on record it cannot be looked for by store.
not-allowed-corrective-own = You wrote this plan, so another lead has to judge it.
not-allowed-corrective-judge = You carried this out, so another lead has to say whether it worked.
not-allowed-corrective-early = The days of watching are not over; it can be called effective after them.
not-allowed-corrective-other = No action has this number, or it is carried out or over. Give the number of another one that is still being planned, reviewed or carried out.
not-allowed-corrective-gone = This action is no longer there.
desk-corrective = Corrective actions
desk-corrective-one = Corrective action
desk-corrective-about = Where we are found liable, the cause is found, mended, and kept from coming again; 30 days after that the record is searched for the same complaint.
desk-corrective-owed = Plan owed
desk-corrective-planned = To review
desk-corrective-running = Being carried out
desk-corrective-watched = Being watched
desk-corrective-over = Over
desk-corrective-stage-owed = Plan owed
desk-corrective-stage-planned = To review
desk-corrective-stage-running = Being carried out
desk-corrective-stage-watched = Being watched
desk-corrective-stage-proved = Found effective
desk-corrective-stage-joined = Merged
desk-corrective-stage-dropped = Dropped
desk-corrective-limit-owed = Plan due
desk-corrective-limit-planned = Review due
desk-corrective-limit-running = To be carried out by
desk-corrective-limit-watched = To be verified on
desk-corrective-none-owed = No plan is owed.
desk-corrective-none-planned = No plan is waiting for review.
desk-corrective-none-running = No action is being carried out.
desk-corrective-none-watched = No action is being watched.
desk-corrective-none-over = No action is over yet.
desk-corrective-late = { $count } of them past the limit.
desk-corrective-more = Only the first 100 are listed; narrow them by department.
desk-corrective-every = All departments
desk-corrective-show = Show
desk-corrective-department = Department
desk-corrective-due = Limit
desk-corrective-back = All corrective actions
desk-corrective-again = Came again
desk-corrective-joined = Merged into another action:
desk-corrective-came-back = The plan came back and another is owed. Reason: { $reason }
desk-corrective-plan = Cause and action
desk-corrective-unplanned = Nobody has written a plan yet.
desk-corrective-cause-class = Class of cause
desk-corrective-cause = Cause
desk-corrective-fix = Mended by
desk-corrective-prevention = Prevented by
desk-corrective-scope = Looked for
desk-corrective-carries-out = Carried out by
desk-corrective-carried-out-by = To be done by
desk-corrective-planned-by = Planned by
desk-corrective-accepted = Accepted by
desk-corrective-done = Carried out
desk-corrective-verified = Verified by
desk-corrective-verdict = Verdict
desk-corrective-recurred = Did it come again?
desk-corrective-so-far = still being watched, so far
desk-corrective-counted-none = { $days ->
    [one] In the day since, no complaint of this kind was found to be our fault; there were { $before } in the day before the first one.
   *[other] In the { $days } days since, no complaint of this kind was found to be our fault; there were { $before } in as many days before the first one.
}
desk-corrective-counted-again = { $count ->
    [one] Since then, within { $days } days, { $count } complaint of this kind was found to be our fault again; there were { $before } in as many days before the first one.
   *[other] Since then, within { $days } days, { $count } complaints of this kind were found to be our fault again; there were { $before } in as many days before the first one.
}
desk-corrective-counted-alike = Others of this kind, not our fault or not judged yet: { $count }.
desk-corrective-counted-how = Of this kind: the same category and subtype, within the place that was chosen. Tickets of this action itself do not count.
desk-corrective-count = Came again { $same }, alike { $alike }, before { $before }
desk-corrective-stands-for = Stands for { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}
desk-corrective-left-out = { $count } more are not listed, or lie outside your provinces.
desk-corrective-alike = There are actions on the same matter already; merge where the cause is the same:
desk-corrective-is-over = This action is over.
desk-corrective-overtaken = The action changed while you were writing, so nothing was done. Your text is all here. What happened:
desk-corrective-do-plan = Write the plan
desk-corrective-do-accept = Accept the plan
desk-corrective-do-send_back = Send the plan back
desk-corrective-do-carried_out = It is carried out
desk-corrective-do-put_off = Put it off
desk-corrective-do-prove = It worked
desk-corrective-do-came_again = It did not work: plan anew
desk-corrective-do-join = Merge into another action
desk-corrective-do-split = Split off a ticket
desk-corrective-do-drop = No action needed
desk-corrective-about-plan = Read by colleagues and leads, never sent to subscribers. Name processes and posts, no private matters of people.
desk-corrective-about-came_again = There is no need to wait for the last day. The old plan stays there to be changed.
desk-corrective-about-join = All tickets of this action move there.
desk-corrective-about-split = This ticket has another cause and gets an action of its own.
desk-corrective-act-open = Opened
desk-corrective-act-plan = Plan written
desk-corrective-act-accept = Plan accepted
desk-corrective-act-send_back = Plan sent back
desk-corrective-act-carried_out = Carried out
desk-corrective-act-put_off = Put off
desk-corrective-act-count = Counted from the record
desk-corrective-act-prove = Found effective
desk-corrective-act-came_again = Found not effective
desk-corrective-act-join = Merged into another action
desk-corrective-act-split = A ticket was split off
desk-corrective-act-spare = Not our fault after all: a ticket was taken out
desk-corrective-act-drop = Dropped
desk-field-cause-class = Class of cause
desk-field-cause = Cause
desk-field-fix = What mends it
desk-field-prevention = What prevents it
desk-field-scope = Where to look again
desk-field-carries-out = Carried out by
desk-field-carried-out-by = To be done by
desk-field-verdict = Verdict
desk-field-action = Number of the action
desk-hint-cause = Why it could happen: which step, rule or equipment.
desk-hint-fix = How what has happened is put right.
desk-hint-prevention = How it is kept from happening again: who does what, every day or every month.
desk-hint-scope = Complaints of this kind are counted there afterwards.
desk-hint-verdict = What it rests on: figures, samples, recordings.
desk-hint-action = For example CA26110007.
desk-hint-split = For example TS26110004277; it must be a ticket of this action.
desk-hint-corrective-proof = What was done and how one can see it: a change number, a training list, the version of a rule.
desk-cause-own_service = Our own service
desk-cause-engineering = Engineering and equipment
desk-cause-third_party = A partner
desk-scope-everywhere = Everywhere
desk-scope-province = In the province
desk-scope-store = In the store

## Stores: their inspections and grades.

desk-stores = Store scores
desk-stores-of = Store scores: { $period }
desk-stores-about = Points and grades of the stores by quarter or month, beside the complaints of the same time that name the store.
desk-stores-period = Period
desk-stores-quarter = Quarter { $quarter } of { $year }
desk-stores-month = { $year }-{ $month }
desk-stores-table = Points and grades
desk-stores-store = Store
desk-stores-code = Code
desk-stores-grade = Grade
desk-stores-points = Points
desk-stores-times = Inspections
desk-stores-last = Last inspection
desk-stores-service = About service
desk-stores-all = All complaints
desk-stores-praise = Praise
desk-stores-capped = over the cap, one grade lower
desk-stores-unseen = Not inspected
desk-stores-none = The catalogue names no store yet.
desk-stores-rule = Excellent from { $excellent } points, for no more than { $excellent_cap } % of the stores inspected; good from { $good }, for no more than { $good_cap } %; passed from { $passed }. Points are the mean of all inspections, rounded down; a cap of less than one store is one store, and equal points have equal grades.
desk-stores-enter = Enter an inspection
desk-stores-day = Day of the inspection
desk-stores-points-hint = From 0 to 100, with one decimal at most.
desk-stores-inspector = Inspector
desk-stores-words = What was seen
desk-stores-keep = Enter
desk-stores-import = Take in a list
desk-stores-import-hint = One inspection a line: code of the store, day, points; inspector and what was seen may follow; commas or tabs between. If one line is wrong, nothing is taken in.
desk-stores-file = CSV file
desk-stores-lines = Or paste the lines here
desk-stores-take = Take in
desk-stores-look = Supervisors enter inspections and take in lists.
desk-stores-seen = Inspections
desk-stores-seen-more = Only the newest 200 are listed.
desk-stores-none-seen = No inspection was entered for this time.
desk-stores-by = entered by { $name } on { $at }
desk-stores-replaced = corrected since
desk-stores-done = { $count ->
    [one] { $count } inspection was entered.
   *[other] { $count } inspections were entered.
}
desk-stores-wrong-head = Nothing was entered; please mend this:
desk-stores-wrong-line = Line { $line }: { $why }
desk-stores-wrong-store = No store has the code “{ $said }”. There are: { $codes }
desk-stores-wrong-day = “{ $said }” is no day; write it like 2026-11-03.
desk-stores-wrong-ahead = { $said } has not come yet.
desk-stores-wrong-points = “{ $said }” are no points; write 0 to 100 with one decimal at most.
desk-stores-wrong-parts = This line has { $said } parts; there should be 3 to 5.
desk-stores-wrong-empty = There is no line to take in.
desk-stores-wrong-long = No more than { $said } lines at once; take them in in parts.
desk-stores-wrong-file = This file cannot be read, or is too large. Save it as CSV and try again.
desk-grade-excellent = Excellent
desk-grade-good = Good
desk-grade-passed = Passed
desk-grade-failed = Failed
## Outside bodies: drafts of our answers

reply-title = Answer concerning ticket { $no }
reply-name = [subscriber's name]
reply-number = [subscriber's number]
reply-unnamed-person = (no name on record)
reply-to = To { $body }
reply-opening-referral = On { $at } you passed on to us a matter raised by { $name } (your reference { $reference }). We have looked into it, and our answer follows.
reply-opening-appeal = Concerning the appeal of { $name } (your reference { $reference }), we have looked into the matter, and our answer follows.
reply-no-reference = not given
reply-complaint = 1. What the subscriber told us
reply-ticket = Our ticket
reply-filed = Received
reply-who = Subscriber
reply-which = Number
reply-about = Category
reply-story = In their words
reply-amount = Amount in dispute
reply-wish = Asked for
reply-wish-money = { $what }, { $money }
reply-found = 2. What we found
reply-liability = Liability
reply-liability-operator = The fault is ours.
reply-liability-user = We found no fault of ours.
reply-liability-force_majeure = The cause is force majeure.
reply-liability-third_party = The cause lies with a third party; towards the subscriber, we take care of it.
reply-liability-shared = There is more than one cause, and part of it is ours.
reply-finding = Finding
reply-checking = We are still checking, and will add to this answer once we know.
reply-history = 3. What was done
reply-began = We began to look into it.
reply-registered = The complaint was received and registered.
reply-refiled = The subscriber added what was missing, and it was registered again.
reply-complained = The subscriber asked for it to be handled as a complaint.
reply-added = The subscriber added: “{ $words }”
reply-asked = We asked the subscriber: “{ $words }”
reply-asked-plain = We asked the subscriber for more details.
reply-answered = The subscriber answered: “{ $words }”
reply-answered-plain = The subscriber sent more details.
reply-replied = We wrote to the subscriber: “{ $words }”
reply-solved = What was done: “{ $words }”
reply-held = We paused the work and told the subscriber why: “{ $words }”
reply-later = We told the subscriber of a later date.
reply-later-why = We told the subscriber of a later date, because: “{ $words }”
reply-refused = We told the subscriber that we could not take it up: { $reason }.
reply-refused-plain = We told the subscriber that we could not take it up.
reply-offered = We made offer { $place } to the subscriber:
reply-declined = The subscriber did not accept the offer.
reply-declined-why = The subscriber did not accept the offer. Reason: { $reason }
reply-declined-wish = The subscriber would like: “{ $words }”
reply-withdrew = We took the offer back to change it, because: “{ $words }”
reply-final = We told the subscriber our final position: “{ $words }”
reply-new-fact = The subscriber told us something new: “{ $words }”
reply-accepted = The subscriber accepted the offer.
reply-think-again = The subscriber changed their mind before it was carried out, and the talks went on.
reply-confirmed = We confirmed the agreement in writing.
reply-done = Carried out: { $what }. Proof: “{ $proof }”
reply-many = We told the subscriber of the fault or incident in their area.
reply-many-fixed = We told the subscriber that the fault or incident was over, and asked them to check.
reply-fixed = The subscriber confirmed that it is solved.
reply-not-fixed = The subscriber said that it is not solved, and the work went on.
reply-not-fixed-words = The subscriber said that it is not solved: “{ $words }”
reply-unconfirmed = After our reminders no word came, which is on record as "unconfirmed".
reply-reopened = The subscriber asked us to take it up again, because: “{ $words }”
reply-taken-back = The subscriber withdrew the complaint.
reply-disputed = The amount in dispute was corrected, because: “{ $words }”
reply-credit = The amount in dispute was put on hold, so that it is not asked for meanwhile.
reply-escalated = The matter was raised to a higher level.
reply-appealed = The subscriber told us of an appeal to the { $body }, reference { $reference }.
reply-referred = { $body } passed the matter on to us, reference { $reference }.
reply-mediated = An agreement was reached in mediation before an outside body.
reply-called = We called the subscriber.
reply-reminded = The subscriber asked us to hurry { $count } times in all; this is when they last did.
reply-result = 4. Where it stands
reply-agreed = What was agreed, and what of it is done:
reply-item-done = · { $what }: carried out on { $at }, proof “{ $proof }”
reply-item-open = { $item } (under way)
reply-offer-open = This offer is with the subscriber, who has not answered yet:
reply-offer-accepted = The subscriber has accepted this offer:
reply-offer-rejected = The subscriber did not accept this offer, and the talks go on:
reply-offer-withdrawn = This offer was taken back:
reply-offer-lapsed = The subscriber did not answer this offer:
reply-offer-final = This offer is our final position; the subscriber did not accept it, and still can:
reply-state = State
reply-limits = 5. Time limits
reply-evidence = 6. Documents
reply-exhibit = { $name }, received { $at }
reply-unnamed = File from the subscriber
reply-closing = All of this is taken from the record of our ticket; what stands in quotation marks is word for word. For further documents, please contact us: { $hotline }.
reply-no-hotline = as signed
reply-signed = Signed for
reply-dated = Date

## Desk: appeals and referrals

desk-appeals = Appeals and referrals
desk-appeals-about = What outside bodies have of our tickets, by the date on which they want our answer.
desk-appeals-own = What outside bodies have of the tickets that you work on.
desk-appeals-share = This quarter { $taken } came in, and { $completed } of them have ended.
desk-appeals-open = Still open
desk-appeals-none = No appeal or referral is open now.
desk-appeals-sooner = Due sooner
desk-appeals-later = Due later
desk-appeals-over = Ended
desk-outside-body = Body
desk-outside-ended = Ended
desk-reply-open = Answer to the body
desk-reply-about = The draft is made from the record of the ticket. Please check and change it before it goes out.
desk-reply-text = The answer
desk-reply-words = The whole answer
desk-reply-hint = The first line is the title, and an empty line begins a new part. { $name } and { $number } are filled in on the paper alone: please leave these marks.
desk-reply-language = Language
desk-reply-keep = Keep the draft
desk-reply-pdf = Keep it and download as PDF
desk-reply-txt = Keep it and download as text
desk-reply-sending = Has it gone out?
desk-reply-sending-hint = The date that the body set is then met, and the subscriber is told.
desk-reply-mark-sent = Keep it and note it as sent
desk-reply-anew = Draft it again
desk-reply-anew-about = From the record of the ticket as it is now. Drafts that were kept stay as they are.
desk-reply-anew-do = Draft again
desk-reply-new = This is a new draft from the record as it is now. It is not kept yet.
desk-reply-before = Drafts that were kept
desk-reply-sent-at = sent { $at }
desk-reply-kept = The draft is kept.
desk-reply-sent = Noted as sent.
desk-reply-empty = Write what the answer says.
desk-hand-received = Received on
desk-look-reply = Answer to a body put on paper
