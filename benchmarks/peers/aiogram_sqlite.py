"""The usual aiogram 3: a router of states, FSM state in SQLite, a ticket at the end.

Started with the environment BENCH_API, BENCH_TOKEN and BENCH_FOLDER.
"""

import asyncio
import os
from pathlib import Path

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from benchmarks.peers import words
from benchmarks.peers.sqlite_storage import SqliteStorage
from benchmarks.peers.tickets import Tickets

FOLDER = Path(os.environ["BENCH_FOLDER"])
TICKETS = Tickets(str(FOLDER / "tickets.db"))
router = Router()


class Asks(StatesGroup):
    """What was asked last."""

    category = State()
    description = State()
    when = State()
    date = State()
    remedy = State()
    phone = State()
    confirm = State()


def keys(*labels: str) -> InlineKeyboardMarkup:
    """One button a row."""
    rows = [[InlineKeyboardButton(text=one, callback_data=one)] for one in labels]
    return InlineKeyboardMarkup(inline_keyboard=rows)


async def pressed(
    query: CallbackQuery, text: str, markup: InlineKeyboardMarkup | None = None
) -> None:
    """End the waiting of the press and change the message."""
    await query.answer()
    assert isinstance(query.message, Message)
    await query.message.edit_text(text, reply_markup=markup)


@router.message(CommandStart())
async def start(message: Message, state: FSMContext) -> None:
    await state.clear()
    await state.set_state(Asks.category)
    await message.answer(words.CATEGORY, reply_markup=keys(*words.CATEGORIES))


@router.callback_query(Asks.category)
async def category(query: CallbackQuery, state: FSMContext) -> None:
    await state.update_data(category=query.data)
    await state.set_state(Asks.description)
    await pressed(query, words.DESCRIBE)


@router.message(Asks.description, F.text)
async def description(message: Message, state: FSMContext) -> None:
    await state.update_data(description=message.text)
    await state.set_state(Asks.when)
    await message.answer(words.WHEN, reply_markup=keys(*words.DATES))


@router.callback_query(Asks.when)
async def when(query: CallbackQuery, state: FSMContext) -> None:
    await state.set_state(Asks.date)
    await pressed(query, words.DATE)


@router.message(Asks.date, F.text)
async def date(message: Message, state: FSMContext) -> None:
    await state.update_data(occurred=message.text)
    await state.set_state(Asks.remedy)
    await message.answer(words.REMEDY, reply_markup=keys(*words.REMEDIES))


@router.callback_query(Asks.remedy)
async def remedy(query: CallbackQuery, state: FSMContext) -> None:
    await state.update_data(remedy=query.data)
    await state.set_state(Asks.phone)
    await pressed(query, words.PHONE)


@router.message(Asks.phone, F.text)
async def phone(message: Message, state: FSMContext) -> None:
    told = await state.update_data(phone=message.text)
    await state.set_state(Asks.confirm)
    await message.answer(words.CONFIRM.format(**told), reply_markup=keys(words.SUBMIT))


@router.callback_query(Asks.confirm)
async def confirm(query: CallbackQuery, state: FSMContext) -> None:
    assert query.message is not None
    number = await TICKETS.add(query.message.chat.id, await state.get_data())
    await state.clear()
    await pressed(query, words.REGISTERED.format(number=number))


async def main() -> None:
    """Serve until told to stop."""
    await TICKETS.create()
    storage = SqliteStorage(str(FOLDER / "state.db"))
    await storage.open()
    server = TelegramAPIServer.from_base(os.environ["BENCH_API"])
    bot = Bot(os.environ["BENCH_TOKEN"], session=AiohttpSession(api=server))
    dispatcher = Dispatcher(storage=storage)
    dispatcher.include_router(router)
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())
