// The live channel of the desk: the page hears when it is out of date, who else is on it, and what
// a colleague writes there. Without it desk.js looks every few seconds. What is typed and not yet
// sent outlives a reload in this window, until it is sent or its writer signs out.
"use strict";

const place = document.querySelector("[data-stream]");
const others = new Map(); // who -> what they do here
const LISTS = 3000; // milliseconds between two looks at a list; a ticket is looked at at once
const TELLING = 600; // milliseconds between two words to colleagues
const RETRY = 20000; // milliseconds until a stream that was refused is asked for again
let source = null;
let told = 0;
let asked = 0;

function listen() {
  if (!place || source || document.hidden || "still" in place.dataset) return;
  source = new EventSource(`/desk/live?${place.dataset.stream}`);
  source.addEventListener("ready", (event) => {
    const { mark, watched } = JSON.parse(event.data);
    place.dataset.fresh = watched ? "yes" : "";
    if (place.dataset.mark && mark !== place.dataset.mark) news();
  });
  source.addEventListener("changed", news);
  source.addEventListener("reload", news);
  source.addEventListener("roll", () => {
    others.clear();
    show();
    tell(true);
  });
  source.addEventListener("writing", (event) => {
    const one = JSON.parse(event.data);
    others.set(one.who, one);
    show();
  });
  source.addEventListener("out", () => location.reload());
  source.addEventListener("error", () => {
    place.dataset.fresh = "";
    if (source?.readyState !== EventSource.CLOSED) return;
    hush();
    setTimeout(listen, RETRY);
  });
}

function hush() {
  source?.close();
  source = null;
  others.clear();
  show();
  if (place) place.dataset.fresh = "";
}

function news() {
  const pause = place.dataset.stream ? 50 : LISTS;
  clearTimeout(asked);
  asked = setTimeout(look, pause);
}

// What others do here: one line each, with their words as far as they are.
function show() {
  const list = document.querySelector("#others");
  if (!list) return;
  list.replaceChildren(...[...others.values()].map((one) => {
    const line = document.createElement("li");
    const says = document.createElement("b");
    says.textContent = one.says;
    line.append(says);
    if (one.move) line.className = "writes";
    if (one.words) {
      const words = document.createElement("q");
      words.textContent = one.words;
      line.append(" ", words);
    }
    return line;
  }));
  list.hidden = !others.size;
  for (const form of document.querySelectorAll(".act[id]")) {
    form.classList.toggle("taken", [...others.values()].some((one) => `act-${one.move}` === form.id));
  }
}

// What is being typed here: the form that was typed into last, and its longest words.
function typing() {
  const forms = [...document.querySelectorAll("[data-writes] form")].filter(typedInto);
  const form = forms.find((one) => one.contains(document.activeElement)) ?? forms[0];
  if (!form) return { move: "", words: "" };
  const words = [...form.querySelectorAll("textarea")].map((one) => one.value.trim());
  return { move: form.dataset.move ?? "", words: words.sort((a, b) => b.length - a.length)[0] ?? "" };
}

function tell(surely) {
  if (!place?.dataset.stream || !source || (!others.size && !surely)) return;
  const body = new URLSearchParams(place.dataset.stream);
  for (const [key, value] of Object.entries(typing())) body.set(key, value);
  fetch("/desk/writing", { method: "POST", body, keepalive: true }).catch(() => {});
}

function tellSoon() {
  if (told) return;
  told = setTimeout(() => {
    told = 0;
    tell(false);
  }, TELLING);
}

// Drafts: kept in this window for the one who wrote them, and for nobody else.
function draftOf(form) {
  return `draft ${place.dataset.who} ${place.dataset.stream} ${form.dataset.move}`;
}

function keep(form) {
  const kept = {};
  for (const one of form.elements) {
    if (!one.name || one.type === "hidden" || one.type === "submit") continue;
    kept[one.name] = one.type === "checkbox" ? one.checked : one.value;
  }
  if (typedInto(form)) sessionStorage.setItem(draftOf(form), JSON.stringify(kept));
  else sessionStorage.removeItem(draftOf(form));
}

function restore() {
  const done = new URLSearchParams(location.search).get("done");
  for (const form of document.querySelectorAll("[data-writes] form[data-move]")) {
    if (form.dataset.move === done) sessionStorage.removeItem(draftOf(form));
    const kept = JSON.parse(sessionStorage.getItem(draftOf(form)) ?? "null");
    const back = form.closest(".act")?.open || typedInto(form);
    if (!kept || back) continue; // what the server gave back is newer
    for (const one of form.elements) {
      if (!(one.name in kept)) continue;
      if (one.type === "checkbox") one.checked = kept[one.name];
      else one.value = kept[one.name];
    }
    const act = form.closest("details.act");
    if (act) act.open = true;
    const note = document.querySelector("#restored");
    if (note) note.hidden = false;
  }
}

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!place?.dataset.who || !form?.matches("[data-writes] form[data-move]")) return;
  keep(form);
  tellSoon();
});

document.addEventListener("toggle", tellSoon, true);

document.addEventListener("submit", (event) => {
  if (event.target.matches('form[action="/desk/out"]')) sessionStorage.clear();
});

document.addEventListener("visibilitychange", () => (document.hidden ? hush() : listen()));
addEventListener("pagehide", hush);
addEventListener("pageshow", listen);

if (place?.dataset.who) restore();
