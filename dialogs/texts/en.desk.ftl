## Desk: the page around it

desk-title = Desk
desk-brand = Complaint desk
desk-skip = Skip to content
desk-nav = Main
desk-queue = Queue
desk-tasks = To do
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
desk-search = Search
desk-search-label = Search by ticket number, phone number or words
desk-search-hint = Ticket, phone or words
desk-search-found = { $count ->
    [one] 1 ticket for “{ $search }”, ended ones included
   *[other] { $count } tickets for “{ $search }”, ended ones included
}
desk-search-clear = Clear the search
desk-department-any = All departments
desk-department-label = Department
desk-filter = Filter
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
desk-empty-ended = No ticket has ended yet.
desk-empty-search = Nothing found. Try the whole phone number, the ticket number, or a word the subscriber used.
desk-more = Show more
desk-keys = j and k move, Enter opens, / searches
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
desk-level = Level
desk-level-1 = Minor
desk-level-2 = General
desk-level-3 = Major
desk-flag-appeal = Under appeal
desk-flag-inadmissible = Not to be taken up? Confirm
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
desk-chat-joined = A colleague is in the chat; the assistant is silent until { $until }
desk-chat-unreachable = This chat no longer reaches the subscriber. Please call, and record it in a note.
desk-chat-without = A chat without a ticket
desk-chat-without-hint = This person asked for one of us before filing anything. Join and write to them; once you hand back, the assistant asks its open question again.
desk-chat-say = Write to the subscriber
desk-chat-send = Send
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
desk-fact-reach = Other way to reach
desk-fact-name = Name
desk-fact-relation = Relation
desk-fact-window = Good times
desk-fact-channel = Channel
desk-fact-language = Language
desk-fact-when = When
desk-fact-place = Where
desk-fact-amount = In dispute
desk-fact-offered = Offered in total
desk-fact-wish-by = Wanted by
desk-fact-before = Reported before
desk-fact-promise = Promise cited
desk-fact-opened = Filed
desk-fact-liability = Liability
desk-fact-finding = Finding
desk-fact-approved = Approved amount
desk-fact-hold = On hold because
desk-fact-inadmissible = Not to be taken up because
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
desk-clock-paused = paused
desk-clock-item = item { $item }
desk-timeline = Timeline
desk-change = → { $state }
desk-scores = Score
desk-score = { $score } out of 10
desk-solved-yes = Solved
desk-solved-partly = Partly solved
desk-solved-no = Not solved
desk-related = Other tickets of this number
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
desk-conflict = The ticket changed just now, and nothing was done. See how it stands and try again.
desk-news = This ticket has changed. What you are writing was left alone.
desk-news-look = See it
desk-wrong-amount = “{ $typed }” is not an amount. Write a number such as 94 or 94.50, with two decimals at most.
desk-item = Item { $place }
desk-item-code = Remedy
desk-item-words = In words (optional)
desk-item-money = Amount (yuan)
desk-item-due = Done by
desk-item-more = More items
desk-field-reply = Your reply
desk-field-promised = Date you promise
desk-field-ask = The one thing you need to know
desk-field-note = Note
desk-field-call = I called the subscriber
desk-field-told = The answer reached them another way (phone, letter)
desk-field-answer = What the subscriber said
desk-field-solve = What was done
desk-field-refile = What was added
desk-field-liability = Liability
desk-field-finding = Finding
desk-field-items = What we offer
desk-field-reviewed = Compared with what the subscriber asks for
desk-field-proof = Proof
desk-field-wish-met = Carried out exactly as the subscriber asked
desk-field-amount = Amount (yuan)
desk-field-final = Final position, with reasons
desk-field-decision = What the authority decided
desk-field-department = Department
desk-field-reason = Reason
desk-field-hold-until = Look again on
desk-field-new-date = New date
desk-field-item = Which item
desk-field-inadmissible = Reason
desk-field-mend = What the subscriber can add to go on
desk-field-why = Remarks
desk-field-reference = Reference of the appeal
desk-hint-promised = If your reply promises a date, give it here; you are reminded before it.
desk-hint-ask = One thing at a time; { $left ->
    [one] you can ask once more
   *[other] you can ask { $left } more times
}.
desk-hint-finding = The subscriber reads this: what was found, no guesses.
desk-hint-items = Each item needs a remedy and a date. Leave unused lines empty.
desk-hint-proof = The subscriber reads this: a refund number, a speed test.
desk-hint-answer = What they added by phone or elsewhere goes here.
desk-hint-final = The subscriber reads this. One wording, with its reasons.
desk-hint-hold = { $days } days at most; the subscriber reads reason and date.
desk-hint-mend = Left empty, the usual words are sent.

## Desk: to the subscriber

desk-joined = This is { $name }. I have joined the chat, so please write to me here.
desk-handed-back = My colleague has left the chat. I am the bot, and I will carry on from here.
desk-said = { $name }: { $words }

## Desk: entries of its own in the timeline

move-view = Looked at whole numbers
move-join = Joined the chat
move-hand_back = Handed back to the assistant
