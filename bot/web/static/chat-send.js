// What the chat page sends, one after the other. Each thing has an id made here, so that sending
// it twice is sending it once; what the network refuses waits and goes again.

import { arrange, at, language, later, offer, place, put, remember, said, start, toEnd, toast }
  from "./chat-show.js";

const queue = [];
const presses = new Map(); // id of a press -> what undoes its mark
let sending = false;
let acted = 0;
let rest = () => {};

export const justActed = () => Date.now() - acted < 8000;
export const waiting = () => queue.length > 0;
export const whenSent = (act) => (rest = act);

const fresh = () => {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

const clear = (line) => {
  line.node.classList.remove("waiting", "failed");
  line.node.querySelector(".problem")?.remove();
};

const fail = (line, words, again) => {
  clear(line);
  line.node.classList.add("failed");
  const problem = put("span", "problem", words);
  problem.setAttribute("role", "alert");
  const meta = line.node.querySelector(".meta");
  meta.append(problem);
  meta.hidden = false;
  if (!again) return;
  const button = put("button", "again", said.retry);
  button.type = "button";
  button.addEventListener("click", pump);
  meta.append(button);
};

const refuse = async (job, response) => {
  const told = await response.json().catch(() => ({}));
  if (job.line) fail(job.line, told.words || said.refused);
  else toast(told.words || said.refused);
  job.undo?.();
};

export async function pump() {
  if (sending) return;
  if (!queue.length) {
    rest();
    return;
  }
  sending = true;
  const job = queue[0];
  const response = await fetch(job.to, { method: "POST", ...job.make() }).catch(() => null);
  sending = false;
  if (response?.status === 401) {
    at("reload").hidden = false;
    return;
  }
  if (!response || response.status >= 500) {
    if (job.line && !job.line.node.classList.contains("failed")) fail(job.line, said.failed, true);
    later("pump", 4000, pump);
    return;
  }
  queue.shift();
  if (!response.ok) await refuse(job, response);
  else if (job.line) {
    clear(job.line);
    job.line.node.querySelector(".again")?.remove();
  }
  pump();
}

const send = (job) => {
  acted = Date.now();
  queue.push(job);
  pump();
};

const json = (body) => () => ({
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

// The person's own bubble, shown before it is sent.
const mine = (id, text, file) => {
  const now = new Date().toISOString();
  const told = { id: `i${id}`, seq: 0, at: now, who: "me", name: "", text, rows: [], file };
  const line = place({ ...told, edited: false });
  line.node.classList.add("waiting");
  arrange();
  toEnd(line.node);
  return line;
};

export const say = (text) => {
  const id = fresh();
  const line = mine(id, text, null);
  send({ to: "/chat/say", make: json({ text, id, lang: language }), line });
};

const marked = (line, value) => {
  line.tapped = value;
  remember(`chosen:${line.told.id}`, value);
  offer();
};

export const tap = (data, line) => {
  const id = fresh();
  const undo = () => line && marked(line, "");
  if (line) {
    marked(line, data);
    presses.set(id, undo);
  }
  send({ to: "/chat/tap", make: json({ data, id }), line: null, undo });
};

// The press was not taken: its choices may be pressed again.
export const untap = (id) => presses.get(id)?.();

const carried = (file, id, group) => () => {
  const form = new FormData();
  form.append("id", id);
  form.append("group", group);
  form.append("file", file);
  return { body: form };
};

export const attach = (files) => {
  const group = files.length > 1 ? fresh() : "";
  for (const file of files) {
    const id = fresh();
    const known = ["image", "audio", "video"].find((kind) => file.type.startsWith(`${kind}/`));
    const url = known ? URL.createObjectURL(file) : "";
    const line = mine(id, "", { name: file.name, show: known || "link", size: file.size, url });
    line.preview = url;
    if (file.size > start.limit) fail(line, said["file-large"]);
    else send({ to: "/chat/file", make: carried(file, id, group), line });
  }
};
