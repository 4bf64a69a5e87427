// How a sentence of one's own reads, and what the check finds in it, while it is typed.
const form = document.getElementById("sentences");

async function look(area) {
  const text = area.value;
  const answer = await fetch(form.dataset.look, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": form.dataset.token },
    body: JSON.stringify({ key: area.name, text }),
  }).catch(() => null);
  if (!answer?.ok || area.value !== text) return;
  document.getElementById(`${area.id}-example`).innerHTML = (await answer.json()).html;
}

for (const area of form.querySelectorAll("textarea")) {
  let waiting;
  area.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => look(area), 400); });
}
