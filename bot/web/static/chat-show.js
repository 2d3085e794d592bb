// What the chat page shows: bubbles in their order, days, names, and the choices that still count.

export const at = (id) => document.getElementById(id);
export const start = JSON.parse(at("start").textContent);
export const said = start.words;
export const language = document.documentElement.lang;
export const lines = new Map(); // bubble id -> {node, told, day, tapped, preview}
export const [scroll, log, dots] = ["scroll", "log", "dots"].map(at);

const timers = {};

export const put = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined) node.textContent = text;
  return node;
};

// One waiting act of each name: a second one takes the place of the first.
export const later = (name, wait, act) => {
  clearTimeout(timers[name]);
  timers[name] = act && setTimeout(act, wait);
};

export const toast = (words) => {
  at("toast").textContent = words;
  at("toast").hidden = !words;
  if (words) later("toast", 4000, () => toast(""));
};

// Kept for this tab only; a browser that keeps nothing still chats.
export const remember = (key, value) => {
  try {
    if (value === undefined) return sessionStorage.getItem(key) || "";
    if (value) sessionStorage.setItem(key, value);
    else sessionStorage.removeItem(key);
  } catch {
    return "";
  }
  return "";
};

// ---- days and hours, in the operator's zone

const written = (options) =>
  new Intl.DateTimeFormat(language, { timeZone: start.zone, ...options });
const clock = written({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const dated = written({ month: "long", day: "numeric", weekday: "long" });
const sortable = new Intl.DateTimeFormat("en-CA", { timeZone: start.zone });

const dayOf = (moment) => {
  const day = sortable.format(moment);
  if (day === sortable.format(Date.now())) return said.today;
  if (day === sortable.format(Date.now() - 864e5)) return said.yesterday;
  return dated.format(moment);
};

// ---- one bubble

const linked = (words) =>
  words.split(/(https?:\/\/[^\s，。；、）)<>"]+)/).map((part, odd) => {
    if (odd % 2 === 0) return part;
    const link = put("a", "", part);
    link.href = part;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    return link;
  });

// The dots of "step 2 of 5" are for the eye; the words beside them say the same.
const stepped = (words) => {
  const found = /^(.*?)([●○]{3,})\s*$/.exec(words);
  if (!found) return null;
  const node = put("span", "para step", found[1]);
  const shown = put("span", "progress", found[2]);
  shown.setAttribute("aria-hidden", "true");
  node.append(shown);
  return node;
};

const LABEL = /^([^\d：:]{1,24}[：:])(\s*\S.*)$/;

// What a line of ours looks like: a ticket's heading, an item of a list, "label: value" of a card.
const shaped = (words, first, card) => {
  const node = put("span", "para");
  const pair = card && LABEL.exec(words);
  if (pair) node.append(put("span", "label", pair[1]), ...linked(pair[2]));
  else node.append(...linked(words));
  if (words.startsWith("· ")) node.classList.add("item");
  if (first && /TS\d{11}/.test(words) && words.length < 48) node.classList.add("head");
  return node;
};

const paragraph = (told, words, first) => {
  if (told.who === "me") return put("span", "para", words);
  const card = told.text.split("\n").filter((one) => LABEL.test(one)).length > 3;
  return stepped(words) || shaped(words, first, card);
};

const lettered = (told) => {
  const node = put("div", "text");
  const paragraphs = told.text.split("\n");
  paragraphs.forEach((words, number) => {
    if (!words.trim()) return;
    const one = paragraph(told, words, number === 0);
    if (number && !paragraphs[number - 1].trim()) one.classList.add("apart");
    node.append(one);
  });
  return node;
};

// Who was at the end stays there when something above grows or the window shrinks.
export const settle = () => {
  if (scroll.dataset.end !== "no") scroll.scrollTop = scroll.scrollHeight;
};

const played = (file) => {
  const named = (words) => words.replace("%", () => file.name);
  if (file.show === "link") {
    const link = put(file.url ? "a" : "span", "saved", file.url ? named(said.save) : file.name);
    if (file.url) link.href = file.url;
    return link;
  }
  const picture = file.show === "image";
  const node = put(picture ? "img" : file.show, "shown");
  if (picture) node.alt = named(said.picture);
  else {
    node.controls = true;
    node.preload = "metadata";
    node.setAttribute("aria-label", file.name);
  }
  node.addEventListener(picture ? "load" : "loadedmetadata", settle);
  node.src = file.url;
  return node;
};

const choices = (rows) => {
  const box = put("div", "choices");
  box.setAttribute("role", "group");
  for (const row of rows) {
    const side = put("div", "row");
    for (const choice of row) {
      const button = put("button", `button ${choice.style}`.trim(), choice.words);
      button.type = "button";
      button.dataset.data = choice.data;
      side.append(button);
    }
    box.append(side);
  }
  return box;
};

const whose = (told) => {
  if (told.who === "staff") return `${told.name} · ${said.staff}`;
  return told.who === "me" ? said.you : said.bot;
};

const fill = (line) => {
  const told = line.told;
  const bubble = put("div", "bubble");
  if (told.text) bubble.append(lettered(told));
  if (told.file?.show === "link") bubble.append(played(told.file));
  else if (told.file) bubble.prepend(played(told.file));
  const meta = put("p", "meta");
  const time = put("time", "", clock.format(new Date(told.at)));
  time.dateTime = told.at;
  meta.append(time);
  if (told.edited) meta.append(put("span", "edited", said.edited));
  const parts = [put("p", "who", whose(told)), bubble, meta];
  if (told.rows.length) parts.push(choices(told.rows));
  line.node.className = `line ${told.who}`;
  line.node.replaceChildren(...parts);
};

const look = ({ who, name, text, rows, file, edited }) =>
  JSON.stringify([who, name, text, rows, file, edited]);

// Which of its choices this tab pressed: that one is taken, even after the page was loaded anew.
const pressed = (told) => {
  const data = remember(`chosen:${told.id}`);
  return told.rows.flat().some((choice) => choice.data === data) ? data : "";
};

// The first of the last lines that is newer, null if none is: an answer may be told of before the
// words that it answers, on another page of the same person.
const newer = (seq) => {
  let found = null;
  let node = log.lastElementChild;
  while (seq && node && lines.get(node.dataset.id)?.told?.seq > seq) {
    found = node;
    node = node.previousElementSibling;
  }
  return found;
};

// Show a bubble where it belongs, or change the one of that id; older news than shown is nothing.
export const place = (told, before, after) => {
  let line = lines.get(told.id);
  const known = line?.told;
  if (!line) {
    line = { node: put("div", "line"), day: null, tapped: "", preview: "" };
    line.node.dataset.id = told.id;
    lines.set(told.id, line);
    if (before) before.before(line.node);
    else if (after) after.after(line.node);
    else log.insertBefore(line.node, newer(told.seq));
  }
  if (known && told.seq < known.seq) return line;
  line.told = told;
  if (known && look(known) === look(told)) return line;
  line.tapped = pressed(told);
  if (line.preview && told.file?.url.startsWith("/")) {
    URL.revokeObjectURL(line.preview);
    line.preview = "";
  }
  fill(line);
  if (known && known.text !== told.text) line.node.classList.add("changed");
  return line;
};

// ---- all of them together

const groupOf = (data) => {
  const [, kind, id] = data.split(":");
  return kind === "t" ? `t${id}` : "d";
};

const mark = (button, open, chosen) => {
  button.disabled = !open;
  button.classList.toggle("chosen", chosen);
  const words = button.textContent;
  if (chosen) button.setAttribute("aria-label", said.chosen.replace("%", () => words));
  else button.removeAttribute("aria-label");
};

// The choices that count are the latest ones, those of the talk and those of each ticket, until
// one of them is pressed. They shrink once something newer is said.
export const offer = () => {
  const taken = new Set();
  const newest = Math.max(...[...lines.values()].map((line) => line.told.seq));
  const offering = [...lines.values()].filter((line) => line.told.rows.length);
  offering.sort((one, other) => other.told.seq - one.told.seq);
  for (const { node, told, tapped } of offering) {
    const box = node.querySelector(".choices");
    const buttons = [...box.querySelectorAll("button")];
    const counts = ({ dataset: { data } }) => Boolean(data) && !taken.has(groupOf(data));
    const past = tapped ? told.seq < newest : !buttons.some(counts);
    for (const button of buttons)
      mark(button, counts(button) && !tapped, tapped !== "" && button.dataset.data === tapped);
    for (const button of buttons) taken.add(groupOf(button.dataset.data));
    box.classList.toggle("past", past);
    box.setAttribute("aria-label", past ? said.old : said.choices);
  }
};

const dayAbove = (line, day) => {
  if (!day) {
    line.day?.remove();
    line.day = null;
    return;
  }
  if (!line.day) line.node.before((line.day = put("p", "day")));
  if (line.day.textContent !== day) line.day.textContent = day;
};

// Names over the first of a run, days where they begin, the hour under the last of a minute.
export const arrange = () => {
  let before = {};
  for (const node of log.querySelectorAll(".line")) {
    const line = lines.get(node.dataset.id);
    const moment = new Date(line.told.at);
    const [day, who, minute] = [dayOf(moment), whose(line.told), clock.format(moment)];
    const first = before.day !== day || before.who !== who;
    dayAbove(line, before.day === day ? "" : day);
    node.classList.toggle("first", first);
    const meta = node.querySelector(".meta");
    meta.hidden = false;
    const idle = before.meta && !before.meta.querySelector(".edited, .problem");
    if (idle && !first && before.minute === minute) before.meta.hidden = true;
    before = { day, who, minute, meta };
  }
  offer();
};

// ---- where the reader is

export const atEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120;

// To the end; a message taller than the window is shown from its beginning.
export const toEnd = (node) => {
  const tall = node && node.offsetHeight > scroll.clientHeight - 48;
  scroll.scrollTop = tall ? node.offsetTop - 16 : scroll.scrollHeight;
  at("newer").hidden = true;
};
