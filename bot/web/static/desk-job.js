// A job's page follows the job until it is over.
"use strict";

const going = setInterval(async () => {
  if (document.hidden) return;
  const answer = await fetch(location.href, { cache: "no-store" }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("job");
  document.getElementById("job").replaceWith(fresh);
  if ("over" in fresh.dataset) clearInterval(going);
}, 1000);
