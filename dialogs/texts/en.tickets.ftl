## Tickets: messages to the subscriber, by their number in the catalogue of messages

number-line = Ticket { $no } · { $subject }
the-department = the department in charge
the-question = one detail
the-item = what was agreed
the-authority = communications authority
reason-unnamed = this offer
reason-own-words = as you wrote
reason-late = the department has not finished it yet
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

m01 =
    Registered: { $subject }, ticket { $no }. It is with { $department }.
    You will have a first proper reply by { $first } and our full answer by { $final } at the latest.
    Send "status" at any time to see where it stands.
m02 =
    { $line }
    Done: { $done }
    Please check, and tell us whether it is fixed or not.
m03 =
    { $line }
    I am sorry, but we cannot take this up yet: { $reason }.
    { $mend }
m04 =
    { $line }
    It has gone to { $department }, who will take it on. You will have news by { $date }.
m05 =
    { $line }
    { $who } is handling it now. By { $date } you will hear what we have found.
m06 =
    { $line }
    To check this properly, please send us: { $question }
    If you do not have it, that is fine: from { $date } we will carry on with what we know.
m07 =
    { $line }
    One detail is still open: { $question }
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
    You can accept it, ask for changes or think it over. Silence does not count as a yes.
m10 = If you accept, we carry it out. Once carried out, the authority usually does not take the same matter; until then you may change your mind.
m11 =
    { $line }
    Understood. What does not suit you: { $reason }. What you want: { $wish }
    { $who } will give you a new answer by { $date }.
m12 =
    { $line }
    Our offer is waiting for your answer. Take your time: silence does not count as a yes.
    Around { $date } a colleague will call to hear what you think. Questions? Send "human".
m13 =
    { $line }
    We are sorry that we could not agree. Our final position: { $position }
    You can appeal to the { $body }: choose "How to appeal". You can also tell us something new.
    If we hear nothing new by { $date }, we will close this as "not agreed". Your right to appeal stays.
m14 =
    { $line }
    Written confirmation. This is what we will do:
    { $items }
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
    If the problem comes back, send "status" and choose "Reopen" by { $date }.
m18 =
    { $line }
    I am sorry it is not fixed. It is back with { $who }, who will contact you by { $date }.
m19 =
    { $line }
    We did not hear from you, so we have noted it as "unconfirmed". If anything is wrong, choose "Reopen" by { $date }.
    If you like, score how we handled it: 1 is worst, 10 is best.
m20 =
    { $line }
    { $band ->
        [low] Thank you for your honest score. I am sorry we did not do better. A supervisor will contact you by { $date }, and you can choose "Reopen".
       *[good] Thank you for the score; the ticket is closed. If there is anything else, just tell me.
    }
m21 =
    { $line }
    Reopened. { $department } will put a different colleague on it, and you will have an answer by { $date }.
m22 =
    { $line }
    Your reminder has gone to the colleague handling it and to a supervisor.
    Now: { $state }. { $next }
m23 =
    { $line }
    Withdrawn, as you asked. We have stopped working on it.
    You can file it again later. Anything already agreed still stands.
m24 =
    { $line }
    A supervisor has been called in. { $who } is handling it, and you will have news by { $date }.
m25 =
    { $line }
    We have noted your appeal, reference { $reference }. We keep working on it and will cooperate with the authority.
m26 =
    { $line }
    Now: { $state }
    { $next }
m27 =
    { $line }
    We did not give you our full answer within 15 days, and we are truly sorry. You can appeal to the { $body } now: choose "How to appeal".
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
    You can reopen it until { $date }. Your right to appeal stays.
m31 =
    { $line }
    We have taken this offer back to correct it, so it no longer stands. Sorry for the longer wait.
    { $who } will give you a new answer by { $date }.
m32 =
    { $line }
    We did not have your answer to our offer, so we have closed the ticket. This does not count as a yes.
    To go on with it, choose "Reopen" by { $date }.
m33 =
    { $line }
    All right: what was agreed is off, and nothing will be carried out.
    { $who } will give you a new answer by { $date }.
survey =
    { $line }
    { $kind ->
        [repair] You reported a fault on { $filed } and we repaired it. Is it still working?
       *[other] Our work on the complaint you filed on { $filed } is finished.
    }
    How did we handle it? 1 is worst, 10 is best.
survey-reminder =
    { $line }
    { $kind ->
        [repair] Is it still working since the repair?
       *[other] How did we handle your complaint?
    }
    One number is enough: 1 is worst, 10 is best. We will not ask again.
progress =
    { $line }
    A quick update. Now: { $state }. { $next }
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
button-fixed = It is fixed
button-not-fixed = Not fixed
button-reopen = Reopen
button-status = Status
button-remind = Remind them
button-add = Add something
button-withdraw = Withdraw
button-appeal-leaflet = How to appeal
button-score-later = Later
button-score-never = Do not ask me

## Tickets: moves at the desk

move-submit = File
move-refile = File again
move-solve = Solved on the spot
move-dispatch = Dispatch
move-claim = Claim
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
move-approve = Approve an amount
move-propose = Make an offer
move-accept = Accept
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
move-done_without_proposal = Done as asked
move-fixed = Confirmed fixed
move-not_fixed = Reported not fixed
move-unconfirmed = Not confirmed
move-score = Score
move-survey_expired = Survey expired
move-reopen = Reopen
move-archive = Archive
move-withdraw = Withdraw
move-end_deadlock = Outcome of the appeal
move-mediated = Settled by mediation
move-remind = Remind
move-escalate = Escalate
move-appeal = Note an appeal
move-summon = Ask for a person
move-add = Add something
move-reply = Reply to the subscriber
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
liability-operator = Ours
liability-user = The subscriber's
liability-force_majeure = Force majeure
liability-third_party = A third party's
liability-shared = Shared
task-deadline = Deadline
task-call_back = Call the subscriber
task-low_score = Look at a low score
task-unreachable = The subscriber cannot be reached
task-human = The subscriber asks for a person
task-delivery = A message was not delivered
task-approve = To be approved
task-dispatch = Dispatch again
task-reopened = Reopened, another handler needed
task-remind = The subscriber asks us to hurry
task-escalated = Escalated
task-appeal = Appeal to the authority

## Tickets: why not

not-allowed-state = The ticket has changed since then, so this is no longer possible. Nothing was done.
not-allowed-role = Your role cannot do this.
not-allowed-liability = Set the liability first.
not-allowed-over-limit = { $offered } is above your limit of { $limit }; ask for approval first.
not-allowed-over-disputed = { $offered } is more than the { $disputed } in dispute; ask for approval first, or cite a published promise.
not-allowed-no-amount = Give the amount.
not-allowed-no-reason = Give the reason.
not-allowed-no-words = Write what it is about.
not-allowed-no-items = Name at least one item, each with its remedy.
not-allowed-no-item = Say which item; one that is done cannot be named.
not-allowed-no-date = Give a date in the future.
not-allowed-no-proof = Give the proof that it was done.
not-allowed-not-reviewed = Compare the offer with the subscriber's wish first.
not-allowed-not-as-asked = Only a wish met as asked or a repaired fault ends without an offer; make an offer.
not-allowed-department = There is no such department; choose one from the list.
not-allowed-returns = It was returned once already; a supervisor decides where it goes.
not-allowed-owned = { $owner } has this ticket.
not-allowed-asks = The subscriber is asked { $most } times at most; go on with what is known.
not-allowed-hold-too-long = A hold lasts { $days } days at most; give an earlier date.
not-allowed-asked-already = A colleague asked for this already; a supervisor confirms.
not-allowed-not-asked = No colleague has asked for this yet.
not-allowed-same-person = Who asked cannot confirm; another supervisor must.
not-allowed-rounds = A final position comes after { $least } rounds at least.
not-allowed-no-proposal = There is no offer to accept yet.
not-allowed-old-proposal = The offer has changed since then. Please see the latest one.
not-allowed-no-call = Call the subscriber and record it first.
not-allowed-item-done = Part of it is already carried out, so the whole can no longer be called off. Choose "Add something" to tell us what is wrong.
not-allowed-item-done-before = This item is noted as done already.
not-allowed-open-items = Some of what was agreed is still open.
not-allowed-reopen-late = This was closed more than { $days } days ago. Please file a new complaint.
not-allowed-score = Please give a score from 1 to 10.
not-allowed-score-late = This survey has ended, but thank you.
not-allowed-too-early = We passed on your last reminder a short while ago. You can send another after { $at }.
not-allowed-top-level = It is at the highest level already, with a supervisor.
not-allowed-no-appeal = No appeal is noted.
not-allowed-appeal-open = The appeal is not decided yet, so the ticket is not closed for silence.
not-allowed-no-reference = Give the reference of the appeal.
