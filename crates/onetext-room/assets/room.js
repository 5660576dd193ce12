// Pages that follow the case, forms beside the page, proposals by one key. Everything works without this script.
"use strict";

const main = document.querySelector("body > main");
const told = document.querySelector("body > .told");
const waiting = document.querySelector("body > .waiting");
const panel = document.querySelector("body > .panel");
const place = panel.querySelector("[data-panel]");
const failed = panel.querySelector(".failed");

// ---- Saying what happened, in the words of the frame

const SAID_MILLISECONDS = 10000;
let silence;

function say(key, forGood = false) {
  told.textContent = told.dataset[key] ?? "";
  // An answer is seen where it stands; only who listens to the page has to be told of it.
  told.classList.toggle("quiet", key === "answered");
  clearTimeout(silence);
  if (!forGood) silence = setTimeout(() => { told.textContent = ""; }, SAID_MILLISECONDS);
}

// ---- What somebody has begun to write

const changedForms = new WeakSet();
const isChanged = (inside) =>
  [...inside.querySelectorAll("form[method=post]")].some((form) => changedForms.has(form));

document.addEventListener("input", (event) => {
  if (event.target.form) changedForms.add(event.target.form);
});
document.addEventListener("submit", (event) => changedForms.delete(event.target));
addEventListener("beforeunload", (event) => {
  if (isChanged(document)) event.preventDefault();
});

// ---- Replacing the page by what it is now: what was open stays open, nothing jumps

/** Names an element by its place: the id of what it stands in, and which of its sort it is there. */
function spotOf(element, article) {
  const holder = element.parentElement.closest("[id]");
  const inside = article.contains(holder) ? holder : article;
  const all = [...inside.querySelectorAll(element.localName)];
  return { holder: inside === article ? "" : inside.id, name: element.localName, at: all.indexOf(element) };
}

function atSpot(spot, article) {
  const inside = spot.holder ? article.querySelector(`[id="${CSS.escape(spot.holder)}"]`) : article;
  return inside?.querySelectorAll(spot.name)[spot.at];
}

/** Focuses what was focused, or where it is gone, as in a cell that was empty, what stands there now. */
function refocus(spot, article) {
  const holder = spot.holder && article.querySelector(`[id="${CSS.escape(spot.holder)}"]`);
  for (const one of [atSpot(spot, article), holder && holder.querySelector("summary, a, button"), main]) {
    one?.focus?.({ preventScroll: true });
    if (one && document.activeElement === one) return;
  }
}

function replace(old, fresh) {
  const open = [...old.querySelectorAll("details[open]")].map((one) => spotOf(one, old));
  const active = old.contains(document.activeElement) ? spotOf(document.activeElement, old) : null;
  const scrolled = [...old.querySelectorAll(".wide")].map((one) => one.scrollLeft);
  const anchor = [...old.querySelectorAll("[id]")].find((one) => one.getBoundingClientRect().bottom > 0);
  const before = anchor?.getBoundingClientRect().top;

  old.replaceWith(fresh);
  for (const spot of open) {
    const details = atSpot(spot, fresh);
    if (details) details.open = true;
  }
  fresh.querySelectorAll(".wide").forEach((one, at) => { one.scrollLeft = scrolled[at] ?? 0; });
  const now = anchor && fresh.querySelector(`[id="${CSS.escape(anchor.id)}"]`);
  if (now) scrollBy({ top: now.getBoundingClientRect().top - before, behavior: "instant" });
  if (active) refocus(active, fresh);
}

let renewals = 0;

async function renew(word) {
  const turn = (renewals += 1);
  waiting.hidden = true;
  let response, html;
  try {
    response = await fetch(location.href, { cache: "no-store" });
    html = await response.text();
  } catch {
    return say("away");
  }
  // What was asked for later is shown.
  if (turn !== renewals) return;
  if (response.redirected) return say("ended", true);
  const page = new DOMParser().parseFromString(html, "text/html");
  const [old, fresh] = [main, page].map((one) => one.querySelector("article"));
  if (!old || !fresh) return location.reload();
  document.title = page.title;
  for (const spot of main.querySelectorAll("[data-renewed]")) {
    const now = page.querySelector(`[data-renewed="${spot.dataset.renewed}"]`);
    if (now) spot.replaceChildren(...now.childNodes);
  }
  replace(old, document.adoptNode(fresh));
  say(word);
}

// ---- Following the case

/** One's own change comes back through the stream and needs no second word. */
const OWN_MILLISECONDS = 3000;
let isBehind = false;
let savedAt = 0;

function changed() {
  if (panel.open) {
    isBehind = true;
  } else if (isChanged(main)) {
    waiting.hidden = false;
  } else {
    renew(Date.now() - savedAt < OWN_MILLISECONDS ? "saved" : "changed");
  }
}

function follow(address) {
  const stream = new EventSource(address);
  let isAway = false;
  stream.addEventListener("changed", changed);
  stream.addEventListener("ended", () => { stream.close(); say("ended", true); });
  stream.addEventListener("open", () => {
    if (isAway) changed();
    isAway = false;
  });
  stream.addEventListener("error", () => {
    // A stream that is refused, as after signing out, is not tried again by the browser.
    if (stream.readyState === EventSource.CLOSED) return say("ended", true);
    if (!isAway) say("away", true);
    isAway = true;
  });
  addEventListener("pagehide", () => stream.close());
}

waiting.querySelector("button").addEventListener("click", () => {
  main.querySelectorAll("form").forEach((form) => changedForms.delete(form));
  renew("changed");
});
if (main.dataset.live) follow(main.dataset.live);
// A page that comes back from the browser's memory has stopped to follow.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

// ---- A question that the address carries: answered as it is changed

document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-question]");
  if (!form) return;
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
  const address = asked.size ? `${form.getAttribute("action")}?${asked}` : form.getAttribute("action");
  history.replaceState(null, "", address);
  document.querySelectorAll(".languages [name=back]").forEach((back) => { back.value = address; });
  renew("answered");
});

// ---- Forms in a panel beside the page

const begun = new Map();
const isForm = (path) => path.startsWith("/enter/") || /^\/entry\/[^/]+\/change$/.test(path);

function openPanel(address) {
  failed.textContent = "";
  panel.dataset.at = address;
  place.replaceChildren();
  panel.showModal();
  if (begun.has(address)) {
    place.replaceChildren(begun.get(address));
    begun.delete(address);
  } else {
    htmx.ajax("GET", address, { target: place, swap: "innerHTML", select: "article" });
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("main a[href]");
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !isPlain || link.origin !== location.origin || !isForm(link.pathname)) return;
  event.preventDefault();
  openPanel(link.pathname + link.search);
});

panel.addEventListener("close", () => {
  // What was begun is kept: the same link shows it again.
  if (place.firstElementChild && isChanged(place)) begun.set(panel.dataset.at, place.firstElementChild);
  place.replaceChildren();
  if (isBehind) changed();
  isBehind = false;
});

document.addEventListener("htmx:after:swap", () => {
  if (!panel.open || !place.firstElementChild) return;
  failed.textContent = "";
  panel.scrollTop = 0;
  const wrong = place.querySelector("[aria-invalid=true]");
  const notice = place.querySelector(".notice");
  if (notice) place.querySelectorAll("form").forEach((form) => changedForms.add(form));
  (wrong ?? (notice ? null : place.querySelector("select, input:not([type=hidden]), textarea")))?.focus();
});

// Nobody is signed in any more: the form stays, with what was written in it.
document.addEventListener("htmx:before:response", (event) => {
  if (!event.detail.ctx.response.raw.redirected) return;
  event.preventDefault();
  failed.textContent = told.dataset.ended;
});
for (const trouble of ["htmx:error", "htmx:response:error"]) {
  document.addEventListener(trouble, (event) => {
    const status = event.detail.ctx?.response?.status ?? 0;
    if (status === 0 || [500, 502, 504].includes(status)) failed.textContent = told.dataset.failed;
  });
}

document.addEventListener("room:entered", (event) => {
  place.replaceChildren();
  isBehind = false;
  savedAt = Date.now();
  panel.close();
  // The page of an entry that was changed is the page of the one that stands now.
  if (location.pathname.startsWith("/entry/") && event.detail?.at) return location.assign(event.detail.at);
  renew("saved");
});

// ---- Proposals: y takes, n leaves, a takes the rest, arrows or j and k move

function byKeys(list) {
  const items = [...list.children];
  const last = list.closest("form").querySelector("button.main");
  const box = (item) => item.querySelector("[name=take]");
  const go = (at) => (items[Math.max(at, 0)] ?? last).focus();
  const take = (from, to, taken) => items.slice(from, to).forEach((item) => { box(item).checked = taken; });
  const keys = {
    y: (at) => { take(at, at + 1, true); go(at + 1); },
    n: (at) => { take(at, at + 1, false); go(at + 1); },
    a: (at) => { take(at, items.length, true); go(items.length); },
    j: (at) => go(at + 1), ArrowDown: (at) => go(at + 1),
    k: (at) => go(at - 1), ArrowUp: (at) => go(at - 1),
  };
  list.addEventListener("keydown", (event) => {
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const at = items.findIndex((item) => item.contains(event.target));
    if (!act || at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act(at);
  });
  items.forEach((item) => { item.tabIndex = 0; });
  document.querySelectorAll("[data-keys]").forEach((words) => { words.hidden = false; });
  go(0);
}

document.querySelectorAll("ol[data-proposals]").forEach(byKeys);
