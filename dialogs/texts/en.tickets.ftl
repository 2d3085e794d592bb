## Tickets: messages to the subscriber, by their number in the catalogue of messages

number-line = Ticket { $no } · { $subject }
the-department = the department in charge
the-question = one detail
the-item = what was agreed
the-authority = the communications authority
reason-unnamed = the present offer
reason-own-words = what you wrote
reason-late = the department has not finished it yet
reference-none = (to follow)
wish-unnamed = as before
words-none = (no words)
proof-none = completed
items-none = (see the confirmation)
m03-mend = Reply here to add it; the number stays the same. Questions? Send "human".
offer = · { $what }
offer-money = · { $what }, { $money }
offer-due = · { $what }, by { $due }
offer-money-due = · { $what }, { $money }, by { $due }
offer-proof = · { $what }: { $proof }

m01 =
    Registered: { $subject }, number { $no }. It is with { $department }.
    You have a first real answer by { $first } and our position by { $final } at the latest.
    Send "status" at any time.
m02 =
    { $line }
    Done: { $done }
    Could you check whether it works now, and tell us either way?
m03 =
    { $line }
    We cannot take this up yet: { $reason }.
    { $mend }
m04 =
    { $line }
    Passed to { $department }, who will sign for it. News by { $date }.
m05 =
    { $line }
    { $who } has taken it on. You hear what was found by { $date }.
m06 =
    { $line }
    To check precisely, please add: { $question }
    If you do not have it, that is fine: from { $date } we go on with what we know.
m07 =
    { $line }
    One thing is still open: { $question }
    It works without it too: from { $date } we go on with what we know.
m08 =
    { $line }
    The next step is on { $date }, because: { $reason }
    We write to you then.
m09 =
    { $line }
    What we found: { $finding }
    What we propose (round { $round }):
    { $items }
    Accept, comment, or think it over. No reply is not a yes.
m10 = If you accept, we carry it out. Once carried out, the authority usually does not take the same matter; until then you may change your mind.
m11 =
    { $line }
    Understood. Not acceptable: { $reason }. You ask for: { $wish }
    { $who } gives you a new answer by { $date }.
m12 =
    { $line }
    The proposal is waiting for your view. No hurry, and no reply is not a yes.
    Around { $date } a colleague calls to hear what you think. Questions? Send "human".
m13 =
    { $line }
    We are sorry that we could not agree. Our final position: { $position }
    You may appeal to { $body }; the button below says how. You can also add something new.
    Without news by { $date } we close this as "not agreed"; your right to appeal stays.
m14 =
    { $line }
    Written confirmation. This is what we carry out:
    { $items }
    The file is attached; please keep it. Until it is carried out you may change your mind.
m15 =
    { $line }
    Done:
    { $proof }
    Please check. Without word by { $date } we note it as "unconfirmed"; it can be reopened after that.
m15r =
    { $line }
    This is done on our side; could you check it?
    Without word by { $date } we note it as "unconfirmed"; it can be reopened after that.
m16 =
    { $line }
    Sorry, { $item } will be late. The new date is { $date }.
    The reason: { $reason }
m17 =
    { $line }
    Glad to hear it, thank you. We will ask you for a score once.
    Should it come back, tap "Reopen" until { $date }.
m18 =
    { $line }
    Sorry that it is not fixed. It is back with { $who }, who contacts you by { $date }.
m19 =
    { $line }
    We had no word from you and noted it as "unconfirmed"; tap "Reopen" until { $date } if anything is wrong.
    If you like, score how we handled it: 1 is worst, 10 is best.
m20 =
    { $line }
    { $band ->
        [low] Thank you for the frank score. We are sorry it was not good; a supervisor contacts you by { $date }, and you can tap "Reopen".
       *[good] Thank you for the score; the ticket is closed. Tell me if there is anything else.
    }
m21 =
    { $line }
    Reopened. { $department } puts another colleague in charge; you have an answer by { $date }.
m22 =
    { $line }
    Reminder sent: the person in charge and a supervisor both see it.
    Now: { $state }. { $next }
m23 =
    { $line }
    Withdrawn as you asked; we stop working on it.
    You can file it again later. What was agreed already still holds.
m24 =
    { $line }
    Raised to a supervisor, now with { $who }. News by { $date }.
m25 =
    { $line }
    Appeal { $reference } noted. We keep working on it and cooperate with the authority.
m26 =
    { $line }
    Now: { $state }
    { $next }
m27 =
    { $line }
    We did not answer within 15 days, and we are truly sorry. You may appeal to { $body } now; the button below says how.
    We keep working on it: news by { $date }.
m28 =
    { $line }
    The check is finished; our proposal follows by { $date }.
m29 =
    { $line }
    { $result ->
        [decided_outside] The authority has decided, and we close the ticket accordingly.
       *[not_agreed] Closed as "not agreed".
    }
    You can reopen it until { $date }; your right to appeal stays.
m31 =
    { $line }
    We take this proposal back to mend it, and it no longer stands. Sorry for the longer wait.
    { $who } gives you a new answer by { $date }.
m32 =
    { $line }
    We had no view from you on the proposal, so we close the ticket. This is not taken as a yes.
    Tap "Reopen" until { $date } to go on.
m33 =
    { $line }
    Fine: nothing is carried out, and what was agreed is off.
    { $who } gives you a new answer by { $date }.
survey =
    { $line }
    { $kind ->
        [repair] You reported a fault on { $filed } and it was repaired. Is it still working?
       *[other] The matter that you raised on { $filed } is settled on our side.
    }
    How did we handle it? 1 is worst, 10 is best.
survey-reminder =
    { $line }
    { $kind ->
        [repair] Is it still working since the repair?
       *[other] Are you content with how we handled it?
    }
    One tap is enough: 1 is worst, 10 is best. We ask no second time.
progress =
    { $line }
    A word on how it stands. Now: { $state }. { $next }
reply =
    { $line }
    { $name }: { $words }

## Tickets: the next step

next-registered = It is being passed to the department in charge; news by { $date }.
next-dispatched = { $who } signs for it and starts checking; news by { $date }.
next-investigating = { $who } is checking; findings or news by { $date }.
next-awaiting_user = One detail from you is open; without it we go on with what we know.
next-on_hold = Work goes on from { $date }, and we write to you then.
next-proposed = The proposal is waiting for your view; no hurry.
next-negotiating = { $who } is preparing a new answer, which you have by { $date }.
next-deadlock = Our final position is given; you can accept, add something new, or appeal.
next-agreed = It is being arranged; the nearest item is done by { $date }.
next-executing = { $who } is carrying it out; the nearest item is done by { $date }.
next-awaiting_confirm = Please check whether it is fixed.
next-survey = Settled on our side; your score is welcome.
next-closed = It can be reopened if need be.
next-archived = For anything new, please file a new complaint.
next-withdrawn = You can file it again later.
next-invalid = Adding what is missing lets it go on.

## Tickets: states

state-registered = Registered
state-invalid = Not taken up
state-dispatched = Passed on
state-investigating = Being checked
state-awaiting_user = Waiting for a detail
state-on_hold = On hold
state-proposed = Proposal made
state-negotiating = In talks
state-deadlock = No agreement
state-agreed = Agreed
state-executing = Being carried out
state-awaiting_confirm = Waiting for your check
state-survey = Asking for a score
state-closed = Closed
state-archived = Archived
state-withdrawn = Withdrawn

## Tickets: buttons

button-accept = Accept
button-accept-after-all = Accept the offer
button-reject = Comment
button-think = Think it over
button-think-again = I changed my mind
button-question-proposal = Ask first
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
move-propose = Propose
move-accept = Accept
move-reject = Decline
move-withdraw_proposal = Take the proposal back
move-no_answer = No answer to the proposal
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
task-unreachable = Subscriber cannot be reached
task-human = A person is asked for
task-delivery = A message was not delivered
task-approve = To be approved
task-dispatch = Dispatch again
task-reopened = Reopened, another handler needed
task-remind = The subscriber asks to hurry
task-escalated = Escalated
task-appeal = Appeal to the authority

## Tickets: why not

not-allowed-state = The ticket has moved on; this cannot be done now.
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
not-allowed-not-reviewed = Compare the proposal with the subscriber's wish first.
not-allowed-not-as-asked = Only a wish met as asked or a repaired fault ends without a proposal; make a proposal.
not-allowed-department = There is no such department; choose one from the list.
not-allowed-returns = It was returned once already; a supervisor decides where it goes.
not-allowed-owned = { $owner } has this ticket.
not-allowed-asks = The subscriber is asked { $most } times at most; go on with what is known.
not-allowed-hold-too-long = A hold lasts { $days } days at most; give an earlier date.
not-allowed-asked-already = A colleague asked for this already; a supervisor confirms.
not-allowed-not-asked = No colleague has asked for this yet.
not-allowed-same-person = Who asked cannot confirm; another supervisor must.
not-allowed-rounds = A final position comes after { $least } rounds at least.
not-allowed-no-proposal = There is no proposal to accept yet.
not-allowed-old-proposal = The proposal has changed since; please see the latest one.
not-allowed-no-call = Call the subscriber and record it first.
not-allowed-item-done = Part of it is carried out already, so it cannot be called off as a whole; add what is wrong.
not-allowed-item-done-before = This item is noted as done already.
not-allowed-open-items = Some of what was agreed is still open.
not-allowed-reopen-late = It was closed more than { $days } days ago; please file a new complaint, and we link this one.
not-allowed-score = Give a score from 1 to 10.
not-allowed-score-late = This survey is over; thank you.
not-allowed-too-early = They were reminded a short while ago and have seen it; you can remind them again after { $at }.
not-allowed-top-level = It is at the highest level already, with a supervisor.
not-allowed-no-appeal = No appeal is noted.
not-allowed-appeal-open = The appeal is not decided yet, so the ticket is not closed for silence.
not-allowed-no-reference = Give the reference of the appeal.
