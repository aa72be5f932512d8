// While articles are being read: tells how far it is, and shows what came in without losing the reader's place.
const reading = document.querySelector("[data-live=reading]");
const TARGETS = "a, button, input, summary, details";
const pause = (seconds) => new Promise((resume) => setTimeout(resume, seconds * 1000));

// An element that will be drawn anew is found again by the id around it and its number in there.
function address(element) {
  const owner = element.closest("[data-live] [id]");
  return owner && [owner.id, [...owner.querySelectorAll(TARGETS)].indexOf(element)];
}

function found([id, number]) {
  const owner = document.getElementById(id);
  return number < 0 ? owner : owner?.querySelectorAll(TARGETS)[number];
}

function place() {
  const entry = [...document.querySelectorAll("[data-list] .entry")].find((one) => one.getBoundingClientRect().bottom > 0);
  const all = (selector) => [...document.querySelectorAll(selector)].map(address).filter(Boolean);
  const above = entry && scrollY > 0 && [entry.id, entry.getBoundingClientRect().top];
  return { above, focus: address(document.activeElement), ticked: all("[data-live] input:checked"), open: all("[data-live] details[open]") };
}

function back({ above, focus, ticked, open }) {
  for (const one of ticked) if (found(one)) found(one).checked = true;
  for (const one of open) found(one)?.setAttribute("open", "");
  if (focus) found(focus)?.focus({ preventScroll: true });
  const entry = above && document.getElementById(above[0]);
  if (entry) scrollBy({ top: entry.getBoundingClientRect().top - above[1], behavior: "instant" });
}

async function renew() {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const before = place();
  for (const old of document.querySelectorAll("[data-live]")) {
    const fresh = page.querySelector(`[data-live=${old.dataset.live}]`);
    if (!fresh || fresh.innerHTML === old.innerHTML) continue;
    old.replaceChildren(...fresh.childNodes);
    for (const { name, value } of fresh.attributes) old.setAttribute(name, value);
  }
  back(before);
  document.dispatchEvent(new Event("renewed"));
}

async function follow() {
  for (let shown = -1; reading.dataset.job; ) {
    const answer = await (await fetch(`${reading.dataset.job}?wait=1`)).json();
    const ended = ["done", "failed", "cancelled"].includes(answer.state);
    if (ended || (shown >= 0 && answer.progress.done !== shown)) await renew();
    shown = ended ? -1 : answer.progress.done;
    if (ended && !reading.dataset.job) reading.append(...notice(answer.errors.length));
    await pause(1);
  }
}

function notice(failures) {
  return document.getElementById(failures ? "some-failed" : "all-read").content.cloneNode(true).childNodes;
}

(async () => { while (reading.dataset.job) await follow().catch(() => pause(3)); })();
