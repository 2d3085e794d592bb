// A ticket's page: ready answers, pictures seen large, and keys for what is done most.
"use strict";

// A ready answer goes where the cursor is, or into the empty field.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-into]");
  if (!button) return;
  event.preventDefault();
  const field = document.getElementById(button.dataset.into);
  const words = button.querySelector(".answer").textContent;
  const before = field.value.slice(0, field.selectionStart);
  const glue = before && !before.endsWith("\n") ? "\n" : "";
  field.setRangeText(glue + words, field.selectionStart, field.selectionEnd, "end");
  button.closest("details").open = false;
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
});

// A picture opens over the page; without this script its link opens it.
document.addEventListener("click", (event) => {
  const link = event.target.closest(".bubble a:has(.picture), .papers a[data-show=image]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const large = document.createElement("dialog");
  large.id = "large";
  const image = document.createElement("img");
  image.src = link.href;
  image.alt = link.querySelector("img")?.alt ?? link.textContent;
  const close = document.createElement("button");
  close.className = "button";
  close.textContent = document.querySelector("[data-close]")?.dataset.close ?? "×";
  close.addEventListener("click", () => large.close());
  large.append(image, close);
  large.addEventListener("click", (inside) => inside.target !== image && large.close());
  large.addEventListener("close", () => large.remove());
  document.body.append(large);
  large.showModal();
});

const KEYS = { r: "reply", n: "note", a: "ask", p: "propose", d: "done_without_proposal" };

document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select, dialog, [contenteditable]")) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "c") {
    document.querySelector("#act-claim button")?.click();
    return;
  }
  if (event.key === "u") {
    document.querySelector(".back")?.click();
    return;
  }
  const act = document.querySelector(`#act-${KEYS[event.key]}`);
  if (act?.tagName !== "DETAILS") return;
  event.preventDefault();
  act.open = true;
  act.scrollIntoView({ block: "nearest" });
});

// What is typed is left by Escape, and stays typed.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
  const act = event.target.closest("details.act[open]");
  if (!act) return;
  act.open = false;
  act.querySelector("summary").focus();
});
