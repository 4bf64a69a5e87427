// One part at a time, with clocks and keys. Without this script every part stands on the page, one below the other.
const A_TURN = 15;
const all = [...document.querySelectorAll(".step")];
const cards = [...document.querySelectorAll(".card")];
const clock = document.querySelector("[data-clock]");
const choice = document.querySelector("[name=choice]");
const keys = document.querySelector(".call-keys");
let path = "now";
let here = 0;
let begun = null;

const steps = () => all.filter((step) => !step.dataset.path || step.dataset.path === path);

function show(place) {
  const now = steps();
  // A rehearsal lets nobody on before the candidate has answered.
  const asked = new CustomEvent("leaving", { cancelable: true, detail: { step: now[here], on: place > here } });
  if (!document.dispatchEvent(asked)) return;
  if (place === now.length) { finish(); return; }
  here = Math.max(0, Math.min(now.length - 1, place));
  all.forEach((step) => { step.hidden = step !== now[here]; });
  const next = now[here + 1];
  document.querySelector("[data-then]").textContent = next ? next.dataset.name : "how it went";
  if (here > 0 && begun === null) begun = Date.now();
  progress(now);
  document.dispatchEvent(new CustomEvent("shown", { detail: { step: now[here] } }));
}

function progress(now) {
  const left = now.slice(here).reduce((sum, step) => sum + Number(step.dataset.seconds) + A_TURN, 0);
  const minutes = Math.max(1, Math.round(left / 60));
  Object.assign(document.querySelector(".progress progress"), { max: now.length, value: here + 1 });
  document.querySelector("[data-progress]").textContent = `Step ${here + 1} of ${now.length}, about ${minutes} min left`;
}

function finish() {
  const end = document.querySelector(".call-end");
  if (end) { end.open = true; end.querySelector("textarea").focus(); }
  document.dispatchEvent(new CustomEvent("finished"));
}

function choose(button) {
  path = button.dataset.choose;
  if (choice) choice.value = path;
  document.querySelectorAll("[data-choose]").forEach((each) => each.setAttribute("aria-pressed", each === button));
  const likely = path === "none" ? "declined" : "reached";
  document.querySelectorAll("[name=reached], [name=declined]").forEach((each) => {
    each.classList.toggle("quiet", each.name !== likely);
  });
  show(here + 1);
}

function pause(button) {
  const label = button.dataset.label || button.textContent;
  button.dataset.label = label;
  let left = Number(button.dataset.pause);
  button.disabled = true;
  const tick = () => {
    button.textContent = left > 0 ? `say nothing: ${left}` : `${label}: over`;
    if (left <= 0) { button.disabled = false; return; }
    left -= 1;
    setTimeout(tick, 1000);
  };
  tick();
}

function open(card) {
  const was = card.open;
  cards.forEach((each) => { each.open = false; });
  card.open = !was;
  card.querySelector("summary").focus();
}

function close(inside) {
  const found = inside.closest("details");
  found.open = false;
  found.querySelector("summary").focus();
}

// Tears: how long it has been quiet. A fact: what was said is wanted once the flag is up.
document.querySelectorAll(".flag").forEach((flag) => flag.addEventListener("toggle", () => {
  flag.dataset.since = Date.now();
  const words = flag.querySelector("textarea");
  const raised = flag.querySelector("[name=wrong_said]");
  if (flag.open && raised) raised.checked = true;
  if (flag.open && words) words.focus();
  if (raised) flag.classList.toggle("set", raised.checked);
}));

document.addEventListener("keydown", (event) => {
  if (event.target.closest("textarea, input, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
  // On a card Enter opens and closes; Space always goes on.
  const onControl = event.target.closest("button, a, .flag summary, .fold summary");
  const card = cards.find((each) => each.dataset.key === event.key);
  if ((event.key === " " && !onControl) || event.key === "ArrowRight") show(here + 1);
  else if (event.key === "ArrowLeft") show(here - 1);
  else if (event.key === "Escape") document.querySelectorAll(".card, .flag").forEach((each) => { each.open = false; });
  else if (event.key === "?") keys.showModal();
  else if (card) open(card);
  else return;
  event.preventDefault();
});
// Enter in a field, such as the time to ring back, records nothing: a button does.
document.querySelector(".call-form")?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("input")) event.preventDefault();
});
document.querySelector("[data-on]").addEventListener("click", () => show(here + 1));
document.querySelector("[data-back]").addEventListener("click", () => show(here - 1));
document.querySelectorAll("[data-choose]").forEach((each) => each.addEventListener("click", () => choose(each)));
document.querySelectorAll("[data-pause]").forEach((each) => each.addEventListener("click", () => pause(each)));
document.querySelectorAll("[data-close]").forEach((each) => {
  each.hidden = false;
  each.addEventListener("click", () => close(each));
});
cards.forEach((card) => card.querySelector("summary").addEventListener("click", (event) => {
  event.preventDefault();
  open(card);
}));
document.querySelectorAll(".steps, .progress").forEach((each) => { each.hidden = false; });
document.body.classList.add("stepping");
addEventListener("beforeprint", () => cards.forEach((each) => { each.open = true; }));
addEventListener("afterprint", () => cards.forEach((each) => { each.open = false; }));
// On a telephone what is said now has the screen; the end of the call is one tap away.
const wrong = document.querySelector(".call-end .error, .call-end .wrong");
const end = document.querySelector(".call-end");
if (end && matchMedia("(max-width: 48rem)").matches) end.open = Boolean(wrong);
setInterval(() => {
  if (begun !== null) {
    const seconds = Math.floor((Date.now() - begun) / 1000);
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
  const flag = document.querySelector(".flag[data-flag=pause][open]");
  if (flag) flag.querySelector("[data-waiting]").textContent = `${Math.floor((Date.now() - flag.dataset.since) / 1000)} s`;
}, 500);
show(0);
if (wrong) finish();
