"""The usual python-telegram-bot: ConversationHandler, PicklePersistence, a ticket at the end.

Started with the environment BENCH_API, BENCH_TOKEN and BENCH_FOLDER.
"""

import os
from enum import IntEnum, auto
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

from benchmarks.peers import words
from benchmarks.peers.tickets import Tickets

FOLDER = Path(os.environ["BENCH_FOLDER"])
TICKETS = Tickets(str(FOLDER / "tickets.db"))
Context = ContextTypes.DEFAULT_TYPE


class Asks(IntEnum):
    """What was asked last."""

    CATEGORY = auto()
    DESCRIPTION = auto()
    WHEN = auto()
    DATE = auto()
    REMEDY = auto()
    PHONE = auto()
    CONFIRM = auto()


def keys(*labels: str) -> InlineKeyboardMarkup:
    """One button a row."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(one, callback_data=one)] for one in labels])


def told(context: Context) -> dict[str, Any]:
    """What the person said so far."""
    assert context.user_data is not None
    return context.user_data


async def pressed(update: Update, text: str, markup: InlineKeyboardMarkup | None = None) -> str:
    """End the waiting of the press and change the message; returns what was pressed."""
    query = update.callback_query
    assert query is not None
    await query.answer()
    await query.edit_message_text(text, reply_markup=markup)
    return query.data or ""


async def typed(update: Update, text: str, markup: InlineKeyboardMarkup | None = None) -> str:
    """Answer what was typed; returns it."""
    assert update.message is not None
    await update.message.reply_text(text, reply_markup=markup)
    return update.message.text or ""


async def start(update: Update, context: Context) -> int:
    told(context).clear()
    await typed(update, words.CATEGORY, keys(*words.CATEGORIES))
    return Asks.CATEGORY


async def category(update: Update, context: Context) -> int:
    told(context)["category"] = await pressed(update, words.DESCRIBE)
    return Asks.DESCRIPTION


async def description(update: Update, context: Context) -> int:
    told(context)["description"] = await typed(update, words.WHEN, keys(*words.DATES))
    return Asks.WHEN


async def when(update: Update, _context: Context) -> int:
    await pressed(update, words.DATE)
    return Asks.DATE


async def date(update: Update, context: Context) -> int:
    told(context)["occurred"] = await typed(update, words.REMEDY, keys(*words.REMEDIES))
    return Asks.REMEDY


async def remedy(update: Update, context: Context) -> int:
    told(context)["remedy"] = await pressed(update, words.PHONE)
    return Asks.PHONE


async def phone(update: Update, context: Context) -> int:
    assert update.message is not None
    told(context)["phone"] = update.message.text
    await typed(update, words.CONFIRM.format(**told(context)), keys(words.SUBMIT))
    return Asks.CONFIRM


async def confirm(update: Update, context: Context) -> int:
    assert update.effective_chat is not None
    number = await TICKETS.add(update.effective_chat.id, told(context))
    told(context).clear()
    await pressed(update, words.REGISTERED.format(number=number))
    return ConversationHandler.END


def conversation() -> ConversationHandler[Context]:
    """The dialog, kept by the library's own persistence."""
    text = filters.TEXT & ~filters.COMMAND
    return ConversationHandler(
        entry_points=[CommandHandler("start", start)],
        states={
            Asks.CATEGORY: [CallbackQueryHandler(category)],
            Asks.DESCRIPTION: [MessageHandler(text, description)],
            Asks.WHEN: [CallbackQueryHandler(when)],
            Asks.DATE: [MessageHandler(text, date)],
            Asks.REMEDY: [CallbackQueryHandler(remedy)],
            Asks.PHONE: [MessageHandler(text, phone)],
            Asks.CONFIRM: [CallbackQueryHandler(confirm)],
        },
        fallbacks=[CommandHandler("start", start)],
        name="intake",
        persistent=True,
    )


async def ready(_application: Any) -> None:
    await TICKETS.create()


def main() -> None:
    """Serve until told to stop."""
    application = (
        Application.builder()
        .token(os.environ["BENCH_TOKEN"])
        .base_url(f"{os.environ['BENCH_API']}/bot")
        .persistence(PicklePersistence(FOLDER / "state.pickle", update_interval=1))
        .post_init(ready)
        .build()
    )
    application.add_handler(conversation())
    application.run_polling(drop_pending_updates=False)


if __name__ == "__main__":
    main()
