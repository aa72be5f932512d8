// Follows a job and goes on to the timeline when all of it has been read.
const job = document.querySelector("[data-job]");
const bar = job.querySelector("progress"), words = job.querySelector("[data-words]");

async function follow() {
  const answer = await (await fetch(`${job.dataset.job}?wait=1`)).json();
  if (bar) {
    const before = bar.value;
    bar.value = answer.progress.done;
    words.textContent = words.textContent.replace(String(before), String(answer.progress.done));
  }
  if (answer.state === "done" && !answer.errors.length) location.replace(job.dataset.timeline);
  else if (["done", "failed", "cancelled"].includes(answer.state)) location.reload();
  else setTimeout(follow, 300);
}

follow().catch(() => setTimeout(() => location.reload(), 3000));
