// The desk without this script works; with it pages stay fresh, previews need no reload, and j, k,
// Enter and / move about.
"use strict";

const poll = document.querySelector("[data-poll]");
const SILENT = "[data-quiet]";
const WORKED_ON = "#ticket, #incident";
const TOLD = 30000; // milliseconds between two looks of a page that is told what changes
let busy = false;
let again = false; // news came while a look was under way
let looked = Date.now();

function typedInto(form) {
  return [...form.elements].some((one) =>
    one.type === "checkbox" ? one.checked !== one.defaultChecked
      : one.tagName === "TEXTAREA" || /^(text|search|date|datetime-local)$/.test(one.type)
        ? one.value !== one.defaultValue
        : false);
}

// An open form, or one with something typed into it, is never replaced.
function inUse(part) {
  return [...part.querySelectorAll("form")].some(typedInto)
    || part.querySelector(".act[open]") !== null;
}

function swap(part, fresh) {
  if (!fresh || part.outerHTML === fresh.outerHTML) return;
  if (part.contains(document.activeElement)) {
    const link = document.activeElement.getAttribute("href");
    part.replaceWith(fresh);
    if (link) fresh.querySelector(`a[href="${CSS.escape(link)}"]`)?.focus({ preventScroll: true });
    return;
  }
  part.replaceWith(fresh);
}

function refreshed(page) {
  const fresh = page.querySelector("[data-stream]")?.dataset.mark;
  if (fresh) document.querySelector("[data-stream]").dataset.mark = fresh;
  for (const part of document.querySelectorAll("[data-live]")) {
    swap(part, page.getElementById(part.id));
  }
  const moved = page.querySelector(WORKED_ON)?.dataset.revision;
  const ours = document.querySelector(WORKED_ON);
  if (!ours || !moved || moved === ours.dataset.revision) return;
  const quiet = [...document.querySelectorAll(SILENT)];
  if (quiet.some(inUse)) {
    document.querySelector("#news").hidden = false;
    return;
  }
  for (const part of quiet) swap(part, page.getElementById(part.id));
  ours.dataset.revision = moved;
}

async function look() {
  if (document.hidden) return;
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  looked = Date.now();
  try {
    const answer = await fetch(location.pathname + location.search, { cache: "no-store" });
    if (answer.status === 401) location.reload();
    if (!answer.ok) return;
    refreshed(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // Away for a moment; the next look asks again.
  } finally {
    busy = false;
  }
  if (again) {
    again = false;
    look();
  }
}

// A form that came back stands under its own address, which cannot be asked for again.
const [home, back] = location.pathname.split("/do/");
if (back) history.replaceState(null, "", home + location.hash);

if (poll && !("still" in poll.dataset)) {
  setInterval(() => {
    if (!poll.dataset.fresh || Date.now() - looked > TOLD) look();
  }, Number(poll.dataset.poll) * 1000);
  document.addEventListener("visibilitychange", look);
}

// A preview comes from the server, and only its place on the page changes.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-preview]");
  if (!button) return;
  event.preventDefault();
  const typed = new URLSearchParams(new FormData(button.form, button));
  const answer = await fetch(button.form.action, { method: "POST", body: typed });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const place = document.getElementById(button.dataset.preview);
  const told = page.querySelectorAll(
    `#${place.id.replace("preview", "act")} > form > .notice, #${place.id} > *`);
  place.replaceChildren(...told);
  place.scrollIntoView({ block: "nearest" });
});

// What is being typed outlives a look at what has changed.
document.querySelector("[data-look]")?.addEventListener("click", () => {
  document.querySelector("#timeline")?.scrollIntoView({ block: "start" });
  document.querySelector("#news").hidden = true;
});

// The way back leads to the queue as it was left.
if (location.pathname === "/desk") sessionStorage.setItem("queue", location.search);
document.addEventListener("click", (event) => {
  const queue = sessionStorage.getItem("queue");
  if (!queue || !event.target.closest('.back[href="/desk"]') || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  location.assign(`/desk${queue}`);
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-now]")) event.target.form.requestSubmit();
});

document.addEventListener("keydown", (event) => {
  if (event.target.matches("input, textarea, select") || event.ctrlKey || event.metaKey) return;
  if (event.key === "/") {
    const search = document.querySelector("input[type=search]");
    if (search) {
      event.preventDefault();
      search.focus();
    }
  }
  const step = { j: 1, k: -1 }[event.key];
  const links = [...document.querySelectorAll(".lines .matter a, .duties .about a")];
  if (!step || !links.length) return;
  const at = links.indexOf(document.activeElement);
  links[Math.max(0, Math.min(links.length - 1, at + step))].focus();
});

// A chosen day stays where it was seen, or as near as can be.
document.querySelector(".cell[aria-current]")?.scrollIntoView({ block: "center" });

// In the calendar the arrows go from day to day.
document.querySelector("[data-days]")?.addEventListener("keydown", (event) => {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
  const days = [...document.querySelectorAll("a.cell")];
  const at = days.indexOf(document.activeElement);
  if (!step || at < 0 || !days[at + step]) return;
  event.preventDefault();
  days[at + step].focus();
});

document.addEventListener("toggle", (event) => {
  if (event.target.matches(".act[open]")) {
    event.target.querySelector("textarea, select, input:not([type=hidden])")?.focus();
  }
}, true);
