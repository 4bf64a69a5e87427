// The candidate of a rehearsal: answers once it has been said, keeps silent when a silence is due, answers each
// card, and at the end says what went well. Nothing leaves the page but words that are typed, to be checked.
const call = document.querySelector(".rehearsal");
const onWords = document.querySelector("[data-on-words]");
const soon = document.querySelector("[data-too-soon]");
const typed = document.querySelector("#typed");
const silences = new Map();
const fitting = new Set();
const used = new Set();
let step = null;
let since = 0;
let silence = null;

const answer = () => step.querySelector(":scope > .candidate");
const named = (ids) => [...ids].map((id) => document.querySelector(`[data-card="${id}"] summary span`).textContent);
const listed = (ids) => named(ids).join(", ") || "none";

// After my last word the silence begins by itself; whoever goes on before it is over has cut it short.
function quiet(pause) {
  const least = Number(pause.dataset.least);
  since = Date.now();
  silence = setInterval(() => {
    const gone = Math.floor((Date.now() - since) / 1000);
    pause.textContent = `say nothing: ${gone} of ${least}`;
    if (gone >= least) { end(true); reveal(); }
  }, 250);
  pause.textContent = `say nothing: 0 of ${least}`;
}

function end(kept) {
  const pause = step.querySelector("[data-pause]");
  const gone = Math.floor((Date.now() - since) / 1000);
  clearInterval(silence);
  silence = null;
  silences.set(step, kept && silences.get(step) !== false);
  pause.textContent = kept ? `silence kept: ${pause.dataset.least} s` : `you went on after ${gone} of ${pause.dataset.least} s`;
  if (!kept) soon.textContent = `You went on too early: after ${gone} of ${pause.dataset.least} seconds.`;
}

function reveal() {
  if (answer()) {
    answer().hidden = false;
    answer().dataset.fits.split(" ").filter(Boolean).forEach((id) => fitting.add(id));
  }
  onWords.textContent = "Next";
}

document.addEventListener("shown", (event) => {
  step = event.detail.step;
  const waits = (answer() && answer().hidden) || (step.querySelector("[data-pause]") && !silences.has(step));
  onWords.textContent = waits ? "I've said it" : "Next";
});

document.addEventListener("leaving", (event) => {
  if (!step || !event.detail.on) { if (silence) end(false); return; }
  soon.textContent = "";
  if (silence) { event.preventDefault(); end(false); reveal(); return; }
  const pause = step.querySelector("[data-pause]");
  if (pause && !silences.has(step)) { onWords.textContent = "Go on"; quiet(pause); }
  else if (answer() && answer().hidden) reveal();
  else return;
  event.preventDefault();
});

async function forbidden() {
  const text = typed.value.trim();
  if (!text) return "nothing was typed";
  const headers = { "Content-Type": "application/json", "X-CSRFToken": call.dataset.token };
  const said = await fetch(call.dataset.check, { method: "POST", headers, body: JSON.stringify({ text }) });
  if (!said.ok) return "could not be checked";
  const { findings } = await said.json();
  const found = findings.filter((each) => each.severity !== "info");
  return found.map((each) => `“${text.slice(each.start, each.end)}”: ${each.message}`).join(" ") || "none";
}

document.addEventListener("finished", async () => {
  if (silence) end(false);
  const kept = [...silences.values()].filter(Boolean).length;
  const fields = {
    kept: silences.size ? `${kept} of ${silences.size}` : "none was due",
    used: listed([...fitting].filter((id) => used.has(id))),
    missed: listed([...fitting].filter((id) => !used.has(id))),
    forbidden: await forbidden(),
  };
  Object.entries(fields).forEach(([name, text]) => { call.querySelector(`[data-${name}]`).textContent = text; });
  document.querySelectorAll(".step, .steps, .typed").forEach((each) => { each.hidden = true; });
  const debrief = call.querySelector(".debrief");
  debrief.hidden = false;
  debrief.focus();
});

document.querySelectorAll(".card[data-card]").forEach((card) => {
  const said = card.querySelector("[data-said]");
  said.hidden = false;
  card.querySelector("[data-reply]").hidden = true;
  card.addEventListener("toggle", () => { if (card.open) used.add(card.dataset.card); });
  said.addEventListener("click", () => { card.querySelector("[data-reply]").hidden = false; said.hidden = true; });
});
document.querySelectorAll(".step > .candidate").forEach((each) => { each.hidden = true; });
// In a rehearsal the silence begins when it has been said, not when somebody asks for it.
document.querySelectorAll("[data-pause]").forEach((each) => { each.disabled = true; });
document.querySelector(".typed").hidden = false;
document.querySelector("[data-again]").addEventListener("click", () => location.reload());
step = document.querySelector(".step:not([hidden])");
document.dispatchEvent(new CustomEvent("shown", { detail: { step } }));
