// The queue by keyboard and by the handful: x chooses, c claims, ? tells the keys. j, k and / are
// the whole desk's (desk.js).
"use strict";

const chosen = new Set();
const said = document.querySelector("#said");

function boxes() {
  return [...document.querySelectorAll('#lines input[name="t"]')];
}

function counted() {
  const picked = document.querySelector("#picked");
  if (picked) {
    picked.hidden = chosen.size === 0;
    picked.textContent = chosen.size;
  }
  const all = document.querySelector("#pick-all");
  if (!all) return;
  all.hidden = false;
  all.checked = boxes().length > 0 && boxes().every((one) => one.checked);
  all.indeterminate = !all.checked && boxes().some((one) => one.checked);
}

// The lines are replaced when news come: what was chosen stays chosen.
function restored() {
  const there = new Set(boxes().map((one) => one.value));
  for (const one of chosen) if (!there.has(one)) chosen.delete(one);
  for (const one of boxes()) one.checked = chosen.has(one.value);
  counted();
}

document.addEventListener("change", (event) => {
  const box = event.target;
  if (box.id === "pick-all") {
    for (const one of boxes()) {
      one.checked = box.checked;
      if (box.checked) chosen.add(one.value);
      else chosen.delete(one.value);
    }
    counted();
  }
  if (box.name === "t") {
    if (box.checked) chosen.add(box.value);
    else chosen.delete(box.value);
    counted();
  }
});

for (const one of boxes()) if (one.checked) chosen.add(one.value);
counted();
const main = document.querySelector(".queue main");
if (main) {
  new MutationObserver((changes) => {
    if (changes.some((one) => [...one.addedNodes].some((node) => node.id === "lines"))) restored();
  }).observe(main, { childList: true });
}

// Where the tabs are a strip, the one that is open is seen.
document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

function line() {
  return document.activeElement?.closest("#lines tbody tr");
}

async function fresh() {
  const answer = await fetch(location.pathname + location.search, { cache: "no-store" });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("#lines, #tabs")) {
    part.replaceWith(page.getElementById(part.id));
  }
}

// Claimed where one stands: the next line has the focus, and what went wrong is told above.
async function claim(row) {
  const place = [...document.querySelectorAll("#lines tbody tr")].indexOf(row);
  const typed = new URLSearchParams({ revision: row.dataset.free });
  const at = `/desk/t/${row.dataset.number}/do/claim`;
  const answer = await fetch(at, { method: "POST", body: typed });
  let words = "";
  if (!answer.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    words = page.querySelector("#act-claim .notice, .notice[role=alert]")?.textContent.trim()
      ?? document.querySelector(".queue").dataset.failed;
  }
  await fresh();
  said.hidden = words === "";
  said.textContent = words && `${row.dataset.number}: ${words.replace(/\s+/g, " ")}`;
  const rows = document.querySelectorAll("#lines tbody tr");
  rows[Math.min(place, rows.length - 1)]?.querySelector(".matter a").focus();
}

document.addEventListener("keydown", (event) => {
  if (event.target.matches("input:not([type=checkbox]), textarea, select")) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const row = line();
  if (event.key === "?") document.querySelector("#keyboard")?.togglePopover();
  if (event.key === "x" && row) row.querySelector('input[name="t"]').click();
  if (event.key === "c" && row?.dataset.free) claim(row);
});
