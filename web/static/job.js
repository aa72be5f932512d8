// Follows a job, article by article, and goes on to the timeline when all of it has been read.
const job = document.querySelector("[data-job]");

async function renew() {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  for (const part of document.querySelectorAll("[data-part]")) {
    const fresh = page.querySelector(`[data-part=${part.dataset.part}]`);
    if (fresh && fresh.innerHTML !== part.innerHTML) part.replaceChildren(...fresh.childNodes);
  }
}

async function follow() {
  const answer = await (await fetch(`${job.dataset.job}?wait=1`)).json();
  if (answer.state === "done" && !answer.errors.length) location.replace(job.dataset.timeline);
  else if (["done", "failed", "cancelled"].includes(answer.state)) location.reload();
  else { await renew(); setTimeout(() => follow().catch(later), 300); }
}

const later = () => setTimeout(() => location.reload(), 3000);
follow().catch(later);
