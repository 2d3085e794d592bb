"use strict";

// The chat page: shows the log, sends what is typed, pressed or attached, follows the stream.
// Whatever is sent has an id made here, so that sending it twice is sending it once.

(() => {
  const at = (id) => document.getElementById(id);
  const start = JSON.parse(at("start").textContent);
  const said = start.words;
  const language = document.documentElement.lang;
  const title = document.title;
  const [scroll, log, field, dots] = ["scroll", "log", "words", "dots"].map(at);
  const lines = new Map(); // bubble id -> {node, told, day, tapped, preview}
  const queue = []; // what is to be sent, in order
  const fine = matchMedia("(hover: hover) and (pointer: fine)").matches;
  let sending = false;
  let earlier = start.first || 0;
  let unread = 0;
  let acted = 0; // when the person last sent something
  const timers = {};

  // ---- small things

  const put = (tag, name, text) => {
    const node = document.createElement(tag);
    if (name) node.className = name;
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const fresh = () => {
    if (crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const later = (name, wait, act) => {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(act, wait);
  };
  const remember = (key, value) => {
    try {
      if (value === undefined) return sessionStorage.getItem(key) || "";
      if (value) sessionStorage.setItem(key, value);
      else sessionStorage.removeItem(key);
    } catch {
      // a browser that keeps nothing still chats
    }
    return "";
  };
  const written = (options) => new Intl.DateTimeFormat(language, { timeZone: start.zone, ...options });
  const clock = written({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const dated = written({ month: "long", day: "numeric", weekday: "long" });
  const sortable = new Intl.DateTimeFormat("en-CA", { timeZone: start.zone });
  const dayOf = (moment) => {
    const day = sortable.format(moment);
    if (day === sortable.format(Date.now())) return said.today;
    if (day === sortable.format(Date.now() - 864e5)) return said.yesterday;
    return dated.format(moment);
  };
  const toast = (words) => {
    at("toast").textContent = words;
    at("toast").hidden = !words;
    if (words) later("toast", 4000, () => toast(""));
  };

  // ---- what is shown

  const linked = (words) =>
    words.split(/(https?:\/\/[^\s，。；、）)<>"]+)/).map((part, odd) => {
      if (odd % 2 === 0) return part;
      const link = put("a", "", part);
      link.href = part;
      link.target = "_blank";
      link.rel = "noopener noreferrer";
      return link;
    });

  const played = (file) => {
    const named = (words) => words.replace("%", file.name);
    if (file.show === "link") {
      const link = put("a", "saved", file.url ? named(said.save) : file.name);
      if (file.url) link.href = file.url;
      return link;
    }
    const node = put(file.show === "image" ? "img" : file.show, "shown");
    if (file.show === "image") node.alt = named(said.picture);
    else {
      node.controls = true;
      node.preload = "metadata";
      node.setAttribute("aria-label", file.name);
    }
    node.addEventListener(file.show === "image" ? "load" : "loadedmetadata", () => {
      if (scroll.dataset.end === "yes") scroll.scrollTop = scroll.scrollHeight;
    });
    node.src = file.url;
    return node;
  };

  const chosenIn = (line, data) => line.tapped === data || remember(`chosen:${line.told.id}`) === data;

  const choices = (line) => {
    const box = put("div", "choices");
    box.setAttribute("role", "group");
    for (const row of line.told.rows) {
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

  const whose = (told) =>
    told.who === "staff" ? `${told.name} · ${said.staff}` : told.who === "me" ? said.you : said.bot;

  const fill = (line, told) => {
    const node = line.node;
    line.told = told;
    line.tapped = "";
    node.className = `line ${told.who}`;
    const bubble = put("div", "bubble");
    if (told.file) bubble.append(played(told.file));
    const text = put("div", "text");
    text.append(...(told.who === "me" ? [told.text] : linked(told.text)));
    if (told.text) bubble.append(text);
    const meta = put("p", "meta");
    const time = put("time", "", clock.format(new Date(told.at)));
    time.dateTime = told.at;
    meta.append(time);
    if (told.edited) meta.append(put("span", "edited", said.edited));
    const parts = [put("p", "who", whose(told)), bubble, meta];
    if (told.rows.length) parts.push(choices(line));
    node.replaceChildren(...parts);
  };

  const groupOf = (data) => {
    const [, kind, id] = data.split(":");
    return kind === "t" ? `t${id}` : "d";
  };

  // The choices that count are the latest: of the talk itself, and of each ticket.
  const offer = () => {
    const taken = new Set();
    const offering = [...lines.values()].filter((line) => line.told.rows.length);
    offering.sort((one, other) => other.told.seq - one.told.seq);
    for (const line of offering) {
      const box = line.node.querySelector(".choices");
      const buttons = [...box.querySelectorAll("button")];
      const groups = new Set(buttons.map((button) => groupOf(button.dataset.data)));
      const open = (data) => data && !taken.has(groupOf(data)) && !line.tapped;
      const any = buttons.map((button) => {
        const dead = !open(button.dataset.data);
        const chosen = dead && chosenIn(line, button.dataset.data);
        button.disabled = dead;
        button.classList.toggle("chosen", chosen);
        if (chosen) button.setAttribute("aria-label", said.chosen.replace("%", button.textContent));
        else button.removeAttribute("aria-label");
        return !dead;
      });
      const past = !any.includes(true) && !line.tapped;
      box.classList.toggle("past", past);
      box.setAttribute("aria-label", past ? said.old : said.choices);
      for (const group of groups) taken.add(group);
    }
  };

  const arrange = () => {
    let before = null;
    for (const node of log.querySelectorAll(".line")) {
      const line = lines.get(node.dataset.id);
      const moment = new Date(line.told.at);
      const day = dayOf(moment);
      const newDay = !before || before.day !== day;
      const first = newDay || before.who !== whose(line.told);
      node.classList.toggle("first", first);
      if (newDay && !line.day) node.before((line.day = put("p", "day")));
      if (line.day && !newDay) {
        line.day.remove();
        line.day = null;
      }
      if (line.day && line.day.textContent !== day) line.day.textContent = day;
      const minute = clock.format(moment);
      if (before && !first && before.minute === minute && !before.meta.querySelector(".edited"))
        before.meta.hidden = true;
      const meta = node.querySelector(".meta");
      meta.hidden = false;
      before = { day, who: whose(line.told), minute, meta };
    }
    offer();
  };

  const place = (told, before, after) => {
    let line = lines.get(told.id);
    const known = Boolean(line);
    if (!known) {
      line = { node: put("div", "line"), day: null, tapped: "" };
      line.node.dataset.id = told.id;
      lines.set(told.id, line);
      if (before) before.before(line.node);
      else if (after) after.after(line.node);
      else log.append(line.node);
    }
    const mark = JSON.stringify(told);
    if (line.mark === mark) return line;
    const changed = known && line.told.text !== told.text;
    if (told.seq && known && told.seq < line.told.seq) return line;
    line.mark = mark;
    if (line.preview && told.file?.url.startsWith("/")) URL.revokeObjectURL(line.preview);
    fill(line, told);
    line.node.classList.toggle("changed", changed);
    return line;
  };

  // ---- where the reader is

  const atEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120;
  const toEnd = (node) => {
    const tall = node && node.offsetHeight > scroll.clientHeight - 48;
    scroll.scrollTop = tall ? node.offsetTop - 16 : scroll.scrollHeight;
    at("newer").hidden = true;
  };
  const follow = (line, stay, isNew) => {
    if (!stay || !isNew) {
      if (isNew) at("newer").hidden = false;
      else if (Date.now() - acted < 8000) line.node.scrollIntoView({ block: "nearest" });
      return;
    }
    toEnd(line.node);
  };

  const hear = (told) => {
    const stay = atEnd() || told.bubble.who === "me";
    const isNew = !lines.has(told.bubble.id);
    const line = place(told.bubble);
    if (told.bubble.who !== "me") {
      dots.hidden = true;
      for (const one of lines.values()) if (one.tapped && groupOf(one.tapped) !== "d") one.tapped = "";
      if (document.hidden) document.title = `(${(unread += 1)}) ${title}`;
    }
    arrange();
    follow(line, stay, isNew);
    speaks(told.language);
  };

  const speaks = (now) => {
    if (now && now !== language && !queue.length) location.reload();
  };

  // ---- what is sent

  const fail = (line, words, job) => {
    line.node.classList.add("failed");
    const meta = line.node.querySelector(".meta");
    meta.querySelector(".problem")?.remove();
    const problem = put("span", "problem", words);
    problem.setAttribute("role", "alert");
    meta.append(problem);
    meta.hidden = false;
    if (!job) return;
    const again = put("button", "again", said.retry);
    again.type = "button";
    again.addEventListener("click", pump);
    problem.append(" ", again);
  };

  const settle = (job) => {
    const line = job.line;
    if (!line) return;
    line.node.classList.remove("waiting", "failed");
    line.node.querySelector(".problem")?.remove();
  };

  const refuse = async (job, response) => {
    const told = await response.json().catch(() => ({}));
    settle(job);
    if (job.line) fail(job.line, told.words || said.refused);
    else toast(told.words || said.refused);
    job.undo?.();
  };

  async function pump() {
    if (sending || !queue.length) return;
    sending = true;
    const job = queue[0];
    const response = await fetch(job.to, { method: "POST", ...job.make() }).catch(() => null);
    sending = false;
    if (response && response.status === 401) {
      at("reload").hidden = false;
      return;
    }
    if (!response || response.status >= 500) {
      if (job.line) fail(job.line, said.failed, job);
      later("pump", 4000, pump);
      return;
    }
    queue.shift();
    if (response.ok) settle(job);
    else await refuse(job, response);
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
  const mine = (id, text, file) => {
    const now = new Date().toISOString();
    const told = { id: `i${id}`, seq: 0, at: now, who: "me", name: "", text, rows: [], file };
    const line = place(told);
    line.node.classList.add("waiting");
    arrange();
    toEnd(line.node);
    return line;
  };

  const say = () => {
    const text = field.value.trim();
    if (!text) return;
    const id = fresh();
    const line = text.startsWith("/") ? null : mine(id, text, null);
    send({ to: "/chat/say", make: json({ text, id, lang: language }), line });
    field.value = "";
    typed();
  };

  const tap = (data, line) => {
    const id = fresh();
    if (line) {
      line.tapped = data;
      remember(`chosen:${line.told.id}`, data);
      offer();
    }
    const undo = () => {
      if (line) line.tapped = "";
      offer();
    };
    send({ to: "/chat/tap", make: json({ data, id }), line: null, undo });
    if (line) later("tap", 6000, undo);
  };

  const attach = (files) => {
    const group = files.length > 1 ? fresh() : "";
    for (const file of files) {
      const id = fresh();
      const show = ["image", "audio", "video"].find((kind) => file.type.startsWith(`${kind}/`));
      const url = show ? URL.createObjectURL(file) : "";
      const line = mine(id, "", { name: file.name, show: show || "link", size: file.size, url });
      line.preview = url;
      if (file.size > start.limit) {
        line.node.classList.remove("waiting");
        fail(line, said["file-large"]);
        continue;
      }
      const make = () => {
        const form = new FormData();
        form.append("id", id);
        form.append("group", group);
        form.append("file", file);
        return { body: form };
      };
      send({ to: "/chat/file", make, line });
    }
  };

  // ---- the stream

  const refresh = async () => {
    const response = await fetch("/chat/log").catch(() => null);
    if (response && response.status === 401) at("reload").hidden = false;
    if (!response || !response.ok) return;
    const told = await response.json();
    const stay = atEnd();
    let last = null;
    let added = false;
    for (const bubble of told.bubbles) {
      added ||= !lines.has(bubble.id);
      last = place(bubble, null, last && last.node).node;
    }
    arrange();
    if (added && stay) toEnd(last);
    else if (added) at("newer").hidden = false;
    speaks(told.language);
  };

  const lost = () => later("lost", 1500, () => (at("lost").hidden = false));
  const found = () => {
    clearTimeout(timers.lost);
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
    on("typing", () => {
      const stay = atEnd();
      dots.hidden = false;
      if (stay) toEnd();
      later("dots", 8000, () => (dots.hidden = true));
    });
    on("toast", (told) => {
      dots.hidden = true;
      toast(told.words);
      if (!told.words) return;
      for (const line of lines.values()) line.tapped = "";
      offer();
    });
    stream.onerror = () => {
      lost();
      if (stream.readyState === EventSource.CLOSED) later("connect", 3000, connect);
    };
  }

  // ---- the person's hands

  const typed = () => {
    at("send").disabled = !field.value.trim();
    remember("draft", field.value);
    if (CSS.supports("field-sizing", "content")) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  };

  at("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    say();
    field.focus({ preventScroll: true });
  });
  field.addEventListener("input", typed);
  field.addEventListener("keydown", (event) => {
    const composing = event.isComposing || event.keyCode === 229; // Enter picks a Chinese word
    if (event.key !== "Enter" || event.shiftKey || composing) return;
    event.preventDefault();
    say();
  });
  at("attach").addEventListener("click", () => at("file").click());
  at("file").addEventListener("change", (event) => {
    attach([...event.target.files]);
    event.target.value = "";
    if (fine) field.focus({ preventScroll: true });
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
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-tap], .choices button");
    if (!button || button.disabled) return;
    const line = button.dataset.tap ? null : lines.get(button.closest(".line").dataset.id);
    tap(button.dataset.tap || button.dataset.data, line);
    if (fine || event.detail === 0) field.focus({ preventScroll: true });
  });
  at("newer").addEventListener("click", () => {
    toEnd();
    field.focus({ preventScroll: true });
  });
  scroll.addEventListener("scroll", () => {
    scroll.dataset.end = atEnd() ? "yes" : "no";
    if (atEnd()) at("newer").hidden = true;
  }, { passive: true });
  at("earlier").addEventListener("click", async () => {
    const response = await fetch(`/chat/log?before=${earlier}`).catch(() => null);
    if (!response || !response.ok) return;
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
    const kept = await navigator.clipboard?.writeText(text.value).then(() => true, () => false);
    if (kept || document.execCommand("copy")) toast(said.copied);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    unread = 0;
    document.title = title;
  });
  addEventListener("online", pump);
  addEventListener("beforeunload", (event) => {
    if (queue.some((job) => job.line)) event.preventDefault();
  });

  // ---- the beginning

  for (const bubble of start.bubbles || []) place(bubble);
  arrange();
  at("earlier").hidden = !earlier;
  toEnd(log.lastElementChild);
  field.value = remember("draft");
  typed();
  if (fine) field.focus({ preventScroll: true });
  connect();
})();
