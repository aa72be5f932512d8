// Keys for the whole site: j k Enter e x c m h on lists, + - [ ] n p on the window, u / ? everywhere. None is needed.
const all = () => [...document.querySelectorAll("[data-list] .entry")];
const current = () => document.activeElement.closest?.("[data-list] .entry");
const selection = () => document.querySelector("[data-selection]");
const ticked = () => document.querySelectorAll("input[form=selection]:checked").length;
const press = (selector) => document.querySelector(selector)?.click();

function move(step) {
  const entries = all(), at = entries.indexOf(current());
  const next = entries[at < 0 ? (step > 0 ? 0 : entries.length - 1) : at + step];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "center" });
}

function go(entry, place = "") {
  if (entry) location.href = entry.querySelector("h3 a").href + place;
  return Boolean(entry);
}

// What is selected, else the entry that one is at.
function change(kind) {
  const box = current()?.querySelector("input[name=entry]");
  if (!ticked() && box && kind !== "merge") box.checked = true;
  if (ticked() >= (kind === "merge" ? 2 : 1)) selection()?.querySelector(`[value=${kind}]`).click();
}

const actions = {
  j: () => move(1),
  k: () => move(-1),
  Enter: () => go(current()),
  e: () => go(current(), "#correct") || document.getElementById("correct")?.querySelector("button, input:not([type=hidden]), select")?.focus(),
  x: () => current()?.querySelector("input[name=entry]")?.click(),
  c: () => change("confirm"),
  m: () => change("merge"),
  h: () => change("hide"),
  n: () => press("a[rel=next]"),
  p: () => press("a[rel=prev]"),
  u: () => press("[data-undo] button"),
  "+": () => press(".z-in"),
  "-": () => press(".z-out"),
  "[": () => press(".z-earlier"),
  "]": () => press(".z-later"),
  "/": () => {
    const field = document.querySelector("[data-key='/']");
    field?.closest("details")?.setAttribute("open", "");
    field?.focus();
  },
  "?": () => press("[data-key='?']"),
};

function act(event) {
  const typing = event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
  const action = actions[event.key];
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !action) return;
  if (event.key === "Enter" && document.activeElement !== current()) return;
  event.preventDefault();
  action();
}

if (document.documentElement.dataset.keys !== "off") addEventListener("keydown", act);

const show = () => { if (selection()) selection().hidden = !ticked(); };
document.addEventListener("change", show);
document.addEventListener("renewed", show);
show();
