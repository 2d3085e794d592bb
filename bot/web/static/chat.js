// The chat page: follows the stream of its chat, and listens to the person's hands.

import { arrange, at, atEnd, dots, language, later, lines, log, place, remember,
  said, scroll, settle, start, toEnd, toast } from "./chat-show.js";
import { attach, justActed, pump, say, tap, untap, waiting, whenSent } from "./chat-send.js";

const field = at("words");
const title = document.title;
const fine = matchMedia("(hover: hover) and (pointer: fine)").matches;
let earlier = start.first || 0;
let unread = 0;
let spoken = language;

// Another language makes the page anew, once all that was said here has been taken.
const turn = () => {
  if (spoken !== language && !waiting()) location.reload();
};
const speaks = (now) => {
  spoken = now || spoken;
  turn();
};

// ---- what comes

const follow = (line, stay, fresh) => {
  if (fresh && stay) toEnd(line.node);
  else if (fresh) at("newer").hidden = false;
  else if (justActed()) line.node.scrollIntoView({ block: "nearest" });
};

// Which person has the word, until they give it back or say nothing for a while.
const withPerson = (one) => {
  const left = one ? one.left * 1000 : 0;
  at("with").hidden = left <= 0;
  at("with").textContent = left > 0 ? said.with.replace("%", one.name) : "";
  if (left > 0) later("with", left, () => (at("with").hidden = true));
};

const answered = () => {
  dots.hidden = true;
  if (document.hidden) document.title = `(${(unread += 1)}) ${title}`;
};

const hear = (told) => {
  const stay = atEnd() || told.bubble.who === "me";
  const fresh = !lines.has(told.bubble.id);
  const line = place(told.bubble);
  if (told.bubble.who !== "me") answered();
  arrange();
  withPerson(told.with);
  follow(line, stay, fresh);
  speaks(told.language);
};

const refresh = async () => {
  const response = await fetch("/chat/log").catch(() => null);
  if (response?.status === 401) at("reload").hidden = false;
  if (!response?.ok) return;
  const told = await response.json();
  const stay = atEnd();
  let last = null;
  let added = false;
  for (const bubble of told.bubbles) {
    added ||= !lines.has(bubble.id);
    last = place(bubble, null, last).node;
  }
  arrange();
  if (added && stay) toEnd(last);
  else if (added) at("newer").hidden = false;
  withPerson(told.with);
  speaks(told.language);
};

const typing = () => {
  const stay = atEnd();
  dots.hidden = false;
  if (stay) toEnd();
  later("dots", 8000, () => (dots.hidden = true));
};

const toasted = (told) => {
  dots.hidden = true;
  toast(told.words);
  if (told.words) untap(told.id);
};

const found = () => {
  later("lost");
  at("lost").hidden = true;
  refresh();
  pump();
};

function connect() {
  const stream = new EventSource("/chat/live");
  const on = (name, act) =>
    stream.addEventListener(name, (event) => act(JSON.parse(event.data || "{}")));
  on("ready", found);
  for (const name of ["message", "edit", "said"]) on(name, hear);
  on("reload", refresh);
  on("typing", typing);
  on("toast", toasted);
  stream.addEventListener("error", () => {
    later("lost", 1500, () => (at("lost").hidden = false));
    if (stream.readyState === EventSource.CLOSED) later("connect", 3000, connect);
  });
}

// ---- the person's hands

const focus = () => field.focus({ preventScroll: true });

const typed = () => {
  if (log.querySelector(".line.me")) field.placeholder = said.composer;
  at("send").disabled = !field.value.trim();
  remember("draft", field.value);
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
};

const sendWords = () => {
  const text = field.value.trim();
  if (!text) return;
  field.value = "";
  say(text);
  typed();
};

at("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  sendWords();
  focus();
});
field.addEventListener("input", typed);
field.addEventListener("keydown", (event) => {
  const composing = event.isComposing || event.keyCode === 229; // Enter picks a Chinese word
  if (event.key !== "Enter" || event.shiftKey || composing) return;
  event.preventDefault();
  sendWords();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-tap], .choices button");
  if (!button || button.disabled) return;
  const line = button.dataset.tap ? null : lines.get(button.closest(".line").dataset.id);
  tap(button.dataset.tap || button.dataset.data, line);
  if (fine || event.detail === 0) focus();
});

at("attach").addEventListener("click", () => at("file").click());
at("file").addEventListener("change", (event) => {
  attach([...event.target.files]);
  event.target.value = "";
  if (fine) focus();
});
document.addEventListener("paste", (event) => {
  const files = [...(event.clipboardData?.files || [])];
  if (!files.length) return;
  event.preventDefault();
  attach(files);
});
const carries = (event) => event.dataTransfer?.types.includes("Files");
document.addEventListener("dragover", (event) => {
  if (!carries(event)) return;
  event.preventDefault();
  document.body.classList.add("dropping");
  later("drop", 300, () => document.body.classList.remove("dropping"));
});
document.addEventListener("drop", (event) => {
  if (!carries(event)) return;
  event.preventDefault();
  attach([...event.dataTransfer.files]);
});

at("newer").addEventListener("click", () => {
  toEnd();
  focus();
});
const noted = () => {
  scroll.dataset.end = atEnd() ? "yes" : "no";
  if (atEnd()) at("newer").hidden = true;
};
scroll.addEventListener("scroll", noted, { passive: true });
new ResizeObserver(settle).observe(scroll);
at("earlier").addEventListener("click", async () => {
  const response = await fetch(`/chat/log?before=${earlier}`).catch(() => null);
  if (!response?.ok) return;
  const told = await response.json();
  const [top, height] = [log.firstElementChild, scroll.scrollHeight];
  for (const bubble of told.bubbles) if (!lines.has(bubble.id)) place(bubble, top);
  earlier = told.first;
  at("earlier").hidden = !earlier;
  arrange();
  scroll.scrollTop += scroll.scrollHeight - height;
});

at("link-copy").addEventListener("click", async () => {
  const text = at("link-text");
  text.select();
  const copied = navigator.clipboard?.writeText(text.value);
  const kept = copied && (await copied.then(() => true, () => false));
  if (kept || document.execCommand("copy")) toast(said.copied);
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  unread = 0;
  document.title = title;
});
addEventListener("online", pump);
whenSent(turn);
addEventListener("beforeunload", (event) => {
  if (waiting()) event.preventDefault();
});

// ---- the beginning

for (const bubble of start.bubbles || []) place(bubble);
arrange();
withPerson(start.with);
log.setAttribute("aria-busy", "false");
at("earlier").hidden = !earlier;
toEnd(log.lastElementChild);
field.value = remember("draft");
typed();
if (fine) focus();
connect();
