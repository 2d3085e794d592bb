"""What both Python peers say, and the buttons under it."""

CATEGORIES = ("Mobile", "Broadband", "Charges")
DATES = ("Today", "Yesterday", "Another date")
REMEDIES = ("Repair", "Refund", "Apology")
SUBMIT = "Submit"

CATEGORY = "What is your complaint about?"
DESCRIBE = "Please describe what happened."
WHEN = "When did it happen?"
DATE = "Which date was it? Write it as 2026-11-17."
REMEDY = "What would put it right?"
PHONE = "Which phone number is it about?"
CONFIRM = "{category}: {description}\nWhen: {occurred}\nRemedy: {remedy}\nNumber: {phone}"
REGISTERED = "Registered: ticket {number}. You will hear from us within two working days."
