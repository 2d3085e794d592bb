// The usual grammY: sessions in SQLite, written at each update, the runner's concurrency with each
// chat in order, and a ticket at the end. Environment: BENCH_API, BENCH_TOKEN, BENCH_FOLDER.

import { run, sequentialize } from "@grammyjs/runner";
import Database from "better-sqlite3";
import { Bot, InlineKeyboard, session } from "grammy";
import { join } from "node:path";

const { BENCH_API, BENCH_TOKEN, BENCH_FOLDER } = process.env;

const db = new Database(join(BENCH_FOLDER, "tickets.db"));
db.pragma("journal_mode = WAL");
db.pragma("synchronous = NORMAL");
db.exec(`
  CREATE TABLE IF NOT EXISTS session (key TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS ticket (
    id INTEGER PRIMARY KEY, chat INTEGER NOT NULL, category TEXT NOT NULL,
    description TEXT NOT NULL, occurred TEXT NOT NULL, remedy TEXT NOT NULL,
    phone TEXT NOT NULL, created_at TEXT NOT NULL
  )`);
const find = db.prepare("SELECT value FROM session WHERE key = ?");
const keep = db.prepare(
  "INSERT INTO session VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
);
const drop = db.prepare("DELETE FROM session WHERE key = ?");
const add = db.prepare(`
  INSERT INTO ticket (chat, category, description, occurred, remedy, phone, created_at)
  VALUES (?, ?, ?, ?, ?, ?, datetime('now'))`);

const storage = {
  read: (key) => {
    const row = find.get(key);
    return row && JSON.parse(row.value);
  },
  write: (key, value) => void keep.run(key, JSON.stringify(value)),
  delete: (key) => void drop.run(key),
};

const keys = (...labels) =>
  InlineKeyboard.from(labels.map((label) => [InlineKeyboard.text(label, label)]));

const bot = new Bot(BENCH_TOKEN, { client: { apiRoot: BENCH_API } });
bot.use(sequentialize((ctx) => ctx.chat?.id.toString()));
bot.use(session({ initial: () => ({ asked: "", told: {} }), storage }));

bot.command("start", async (ctx) => {
  ctx.session = { asked: "category", told: {} };
  await ctx.reply("What is your complaint about?", {
    reply_markup: keys("Mobile", "Broadband", "Charges"),
  });
});

bot.on("callback_query:data", async (ctx) => {
  const { asked, told } = ctx.session;
  const pressed = ctx.callbackQuery.data;
  const next = async (question, text) => {
    ctx.session.asked = question;
    await ctx.answerCallbackQuery();
    await ctx.editMessageText(text);
  };
  if (asked === "category") {
    told.category = pressed;
    await next("description", "Please describe what happened.");
  } else if (asked === "when") {
    await next("date", "Which date was it? Write it as 2026-11-17.");
  } else if (asked === "remedy") {
    told.remedy = pressed;
    await next("phone", "Which phone number is it about?");
  } else if (asked === "confirm") {
    const { category, description, occurred, remedy, phone } = told;
    const { lastInsertRowid } = add.run(
      ctx.chat.id, category, description, occurred, remedy, phone,
    );
    const number = `T${String(lastInsertRowid).padStart(8, "0")}`;
    ctx.session.told = {};
    await next(
      "",
      `Registered: ticket ${number}. You will hear from us within two working days.`,
    );
  }
});

bot.on("message:text", async (ctx) => {
  const { asked, told } = ctx.session;
  const next = async (question, text, ...labels) => {
    ctx.session.asked = question;
    await ctx.reply(text, { reply_markup: keys(...labels) });
  };
  if (asked === "description") {
    told.description = ctx.message.text;
    await next("when", "When did it happen?", "Today", "Yesterday", "Another date");
  } else if (asked === "date") {
    told.occurred = ctx.message.text;
    await next("remedy", "What would put it right?", "Repair", "Refund", "Apology");
  } else if (asked === "phone") {
    told.phone = ctx.message.text;
    const card = `${told.category}: ${told.description}\nWhen: ${told.occurred}`;
    await next(
      "confirm", `${card}\nRemedy: ${told.remedy}\nNumber: ${told.phone}`, "Submit",
    );
  }
});

bot.catch((error) => console.error(error.message));
const runner = run(bot);
process.once("SIGTERM", () => runner.isRunning() && runner.stop());
