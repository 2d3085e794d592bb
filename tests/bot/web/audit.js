// What keeps people out, as far as a page can tell by itself. Returns a JSON list of findings.
() => {
  const found = [];
  const seen = (node) => node.checkVisibility() && !node.closest(".aside");
  const say = (what, node) => found.push(`${what}: ${node.outerHTML.slice(0, 120)}`);
  const nameOf = (node) =>
    (node.getAttribute("aria-label") || node.labels?.[0]?.textContent || node.alt || node.textContent).trim();

  for (const node of document.querySelectorAll("button, a, input, textarea, summary, [role=group], [role=log]"))
    if (seen(node) && !nameOf(node)) say("no name", node);
  for (const node of document.querySelectorAll("img"))
    if (!node.hasAttribute("alt")) say("no alt", node);
  const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
  if (new Set(ids).size !== ids.length) found.push("an id twice");
  for (const name of ["aria-labelledby", "aria-describedby", "for"])
    for (const node of document.querySelectorAll(`[${name}]`))
      for (const id of node.getAttribute(name).split(" "))
        if (!document.getElementById(id)) say(`${name} leads nowhere`, node);
  if (document.querySelectorAll("h1").length !== 1) found.push("not one h1");
  if (!document.querySelector("main")) found.push("no main");
  if (!document.documentElement.lang) found.push("no language");
  for (const node of document.querySelectorAll("[tabindex]"))
    if (node.tabIndex > 0) say("a tab order of its own", node);
  for (const node of document.querySelectorAll("button:enabled, a, summary")) {
    const box = node.getBoundingClientRect();
    if (seen(node) && (box.height < 24 || box.width < 24)) say(`small target ${box.height}`, node);
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push("scrolls sideways");

  const parsed = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const under = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const colour = parsed(getComputedStyle(one).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !seen(node) || node.tagName === "SCRIPT") continue;
    const [one, other] = [parsed(getComputedStyle(node).color), under(node)].map(light);
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) say(`contrast ${ratio.toFixed(2)}`, node);
  }
  return JSON.stringify(found);
}
