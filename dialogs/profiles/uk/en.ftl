## What is said differently in the United Kingdom: each message stands in the place of the shipped one.
## Whether, when and where a dispute may be taken is the [[rule]] and [[appeal]] blocks of catalog.toml.

welcome-hello =
    Hello, I am a bot, the complaint assistant of { $operator }. Send "human" at any time to talk to a person.
    Filing a complaint takes about three minutes. We aim to settle it well before; if it is not settled in { $rule-answer-weeks } weeks, you can take it to an independent scheme, free of charge.
complaint-place = Where did it happen? The town and street, or the postcode, help most.
complaint-place-store = Which shop was it? Its street or town will do.
complaint-amount = How much is in dispute, in pounds?
complaint-name = What is your full name? The ADR scheme needs it if you ever go there.
refused-amount-currency = Please give the amount in pounds, converted from { $code }.
fact-place = Where exactly: town, street and postcode, and the floor or shop if you can
the-authority = ADR scheme
who-referred = the ADR scheme

m10-effect = If you accept, we carry it out. Once carried out, the ADR scheme usually does not look at the same matter again; until then you may change your mind.
m10 = If you accept, we carry it out. Once carried out, the ADR scheme usually does not look at the same matter again; until then you may change your mind.
m13 =
    { $line }
    This is our deadlock letter. We are sorry that we could not agree, and we do not intend to look at it again unless you tell us something new.
    Our final position: { $position }
    You can now take the dispute to the { $body }, phone { $phone }; { $address }. It is independent of us and free for you, and what it decides binds us only if you accept it.
    Go there within { $rule-age-other } months of today. The rule: { $rule-deadlock }.
    If we hear nothing new by { $date }, we close this as "not agreed". Your right to ADR stays.
again-late = The { $rule-answer-weeks } weeks have passed, and we are very sorry. A supervisor has been asked to step in. You can take it to the { $body } right now; see "How to use ADR".
m25 =
    { $line }
    Noted: you have gone to the { $body }, reference { $reference }.
    There is no need to send it twice. It takes nothing from your rights here. We keep working on it and give the scheme what it asks us for.
m25w =
    { $line }
    Noted: your case at the { $body }, reference { $reference }, has been withdrawn. If that is not so, please tell us.
    { $next }
m27 =
    { $line }
    This is your ADR letter. We have not settled your complaint within { $rule-answer-weeks } weeks, and we are truly sorry.
    You can now take it to the { $body }, phone { $phone }; { $address }. It is independent of us and free for you, and what it decides binds us only if you accept it.
    Go there within { $rule-age-other } months of today. The rule: { $rule-answer }.
    We are still working on it, and you will have news by { $date }.
m29 =
    { $line }
    { $result ->
        [decided_outside] The ADR scheme has decided, so we are closing the ticket.
       *[not_agreed] We have closed the ticket as "not agreed".
    }
    You can reopen it until { $date }. Your right to ADR stays.{ $held }
credit-due = The { $money } that was on hold is due again after { $date }{ $right ->
        [said] .
       *[stays] . Your right to ADR stays.
    }
m34 =
    { $line }
    We are sorry: the date we gave you cannot be kept. You will have our answer by { $date }.
    Reason: { $reason }
    This does not affect your right to ADR.
m35 =
    { $line }
    A reminder: you can take this matter to the { $body } until { $date }; after that it is usually not accepted.
    The rule: { $rule-age }.
    "How to use ADR" tells you what to do. Whether you go there is for you to decide.
appeal-leaflet =
    ADR is alternative dispute resolution: somebody independent looks at both sides, free of charge for you. Our scheme is the { $body }, phone { $phone }.
    { $address } (as of { $checked })
    You can go there once { $rule-answer-weeks } weeks have passed since you complained, or at once with a deadlock letter from us; and within { $rule-age-other } months of our letter.
    Tell it ticket { $no }, what happened, what we answered and what you want. We do not stop our work because you go there.
    The rule: { $rule-complaints }.

letter-title = Dispute of a customer with a communications provider
letter-respondent = Provider complained of
letter-relation = Account holder
letter-because-unhappy = I am not satisfied with how { $operator } settled it, and ask you to decide.
letter-because-silent = { $operator } has not settled it within { $rule-answer-weeks } weeks. Under { $rule-answer }, I bring it to you.
letter-because-prepared = I keep this ready in case I bring the dispute to you.
letter-matter = Subject of the dispute
letter-appealed = A case at the ADR scheme was noted under reference { $reference }.
letter-elsewhere-regulator = Decided by an ADR scheme already
letter-closing = This letter is drawn from the record of ticket { $no } and from my own statements; what stands in quotation marks was said in these words. I ask you to decide on it.
position-title = Deadlock letter
position-rights = Your right to alternative dispute resolution (ADR)
position-may-appeal = We could not agree, and we do not intend to look at it again unless you tell us something new. You can take the dispute to the { $body } within { $rule-age-other } months of this letter. It is independent of us and free of charge for you, and what it decides binds us only if you accept it. The rule: { $rule-deadlock }.
position-body = Scheme
position-go-on = We do not stop our work because you go there, and you can tell us something new at any time.
position-foot = Made from the record of ticket { $no }. Please keep it. To get the papers for the ADR scheme, choose "How to use ADR" in the chat.
overdue-title = ADR letter
overdue-may-appeal = You can take the dispute to the { $body } now, within { $rule-age-other } months of this letter. It is independent of us and free of charge for you, and what it decides binds us only if you accept it. We go on with your complaint.
overdue-words = You complained on { $filed }. By { $at } we had not settled it. That is later than the limit of { $rule-answer-weeks } weeks, and we are truly sorry. The rule is { $rule-answer }.

appeal-which = Which complaint do you want to take to ADR?
appeal-check = These are the conditions for ADR, one by one. The scheme decides whether it takes a case; this list is only a guide.
check-affected-not = You neither hold nor use the number: the account holder should go to the scheme, or authorise you to do it.
check-affected-user = The number is not in your name: the account holder should go to the scheme, or give you a written authorisation.
check-unhappy-late = { $rule-answer-weeks } weeks have passed since you complained, and it is not settled.
check-unhappy-final = You have our deadlock letter.
check-unhappy-answered = We have answered. If you do not agree, tell us: we look at it again, or send you a deadlock letter, with which you can go to the scheme at once.
check-unhappy-not-yet = You can go to the scheme from { $date }, in { $days ->
        [one] one day
       *[other] { $days } days
    }, or at once if we send you a deadlock letter. You can prepare the file now.
check-settled-open = What you accepted has not been carried out in full, so you may still change your mind. Once it has, the scheme usually does not look at the same matter.
check-settled-reopened = What you accepted was carried out on { $date }, and you said afterwards that the problem remains. The scheme decides whether it takes it.
check-settled-not = What you accepted was carried out on { $date }. The scheme usually does not look at the same matter then.
check-elsewhere-unsaid = You have not said whether a court or another scheme has it too; you will be asked while we prepare the file.
check-elsewhere-not = Already dealing with it: { $bodies }. The scheme may not take the same matter as well; we keep working on it in any case.
check-elsewhere-filed = You have gone to ADR already, reference { $reference }. There is no need to send in the same matter twice.
check-elsewhere-decided = The scheme has dealt with this matter already.
appeal-whom =
    Where to go: { $body }, phone { $phone }
    { $address } (as of { $checked })
appeal-check-end = Whether you go to ADR is for you to decide, and it is free for you. We keep working on your case meanwhile.
appeal-check-early = Whether you go to ADR is for you to decide, and it is free for you. You can have the file ready and send it in once you may. We keep working on your case meanwhile.
appeal-relation-other = Noted. The scheme only hears those who are directly concerned: the account holder should go there, or authorise you in writing.
appeal-ask-name = What is your full real name? The scheme needs it.
appeal-ask-address = What is your postal address? House number and street, town; with the postcode if you can.
appeal-ask-email = Which e-mail address may the scheme use?
appeal-ask-demand = What should we do? It goes into your case, for example "refund £30 and explain it in writing".
elsewhere-arbitration = Another ADR scheme
elsewhere-consumer_body = Citizens Advice
elsewhere-regulator = Ofcom
appeal-true = What happened, what we answered and what you want are taken from the record of your complaint, and nothing else is added. Claims that are not true harm a case. If all of it is true, choose "All true, send me the file".
appeal-file-pdf = Your case for the ADR scheme as a PDF. Sign it and add the date if you send it by post.
appeal-expect =
    The scheme may call or write to you { $from } to { $to } days after you send it in. Sending it once is enough; please add no new matters afterwards.
    Once you have sent it in, choose "I have gone to ADR" and tell us the reference. We will cooperate.
appeal-ask-number = What is the reference of your case at the scheme? If you have none yet, you can tell us later.
appeal-number-later = All right. Once you have the reference, choose "I have gone to ADR" and tell us.
appeal-left = All right. Write "ADR" whenever you need it.
appeal-nothing = Before ADR you need to complain to us. You can start now; if it is not settled in { $rule-answer-weeks } weeks, you can take it to an independent scheme, free of charge.
appeal-cancelled = The file for ADR is put aside, and your complaint goes on. Write "ADR" whenever you need it.
appeal-help = I am helping you with the file for ADR. Just answer the questions; "back" goes one step back, "cancel" puts it aside. Whether you go there is for you to decide.
refused-address = Please write your postal address, for example "12 Station Road, Leeds".
refused-postcode = Please write the postcode, for example "LS1 4AP".
refused-email = Please write a complete e-mail address, for example "name@example.com".
refused-reference = Please write the reference of the case in one message.
m11-appeal = You can also go to ADR: choose "Prepare for ADR" to see the conditions one by one and get the file. Whether you go there is for you to decide.
button-appeal = Prepare for ADR
button-appealed = I have gone to ADR
move-prepare_appeal = Write down the details for ADR
move-hand_out_file = Make the ADR file
next-deadlock = You have our deadlock letter. You can accept the offer, tell us something new, or go to the ADR scheme.
button-appeal-leaflet = How to use ADR
move-end_deadlock = Outcome of ADR
move-appeal = Note an ADR case
task-appeal = Case at the ADR scheme
not-allowed-no-appeal = No ADR case is noted.
not-allowed-appeal-open = The ADR scheme has not decided yet, so the ticket is not closed for silence.
not-allowed-no-reference = Give the reference of the ADR case.
paper-appeal = ADR

desk-flag-appeal = At the ADR scheme
desk-fact-appeal = ADR reference
desk-result-decided_outside = Decided by the ADR scheme
desk-item-money = Amount (pounds)
desk-field-amount = Amount (pounds)
desk-field-decision = What the ADR scheme decided
desk-field-reference = Reference of the ADR case
desk-staff-no-province = “{ $said }” is no region; write it like Scotland or 170000.
desk-tiles-back = All regions
desk-areas-several = More than one place is called that: { $said }. Choose the one that is meant, or write the region with it.
desk-call-says-hint = What they decide on the phone is their own decision. Before they accept an offer, read it out, and say that once carried out the ADR scheme usually does not look at the same matter again.
desk-grades-about = The newest complaints about people who serve. A grade is for quality alone: neither the customer nor the ADR scheme sees it.
desk-figure-raised = Taken outside (referral or ADR)
desk-outside = ADR cases and referrals
desk-outside-appeal = The customer's case at the scheme
desk-field-appeal-body = The scheme gone to
desk-hint-appeal-body = Left empty, it is the scheme we belong to.
desk-report-way-appealed = Taken to ADR by the customer
desk-report-province = Region
desk-report-class-N = N: network
desk-report-class-C = C: charges
desk-report-class-U = U: service
desk-scope-province = In the region
