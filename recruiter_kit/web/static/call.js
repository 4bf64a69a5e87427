// One part at a time, with clocks and keys. Without this script every part stands on the page, one below the other.
const folds = [...document.querySelectorAll(".fold")];
const steps = [...document.querySelectorAll(".step")];
const clock = document.querySelector("[data-clock]");
const then = document.querySelector("[data-then]");
let here = 0;
let begun = null;
let shown = null;

function show(place) {
  if (place === steps.length) { finish(); return; }
  here = Math.max(0, Math.min(steps.length - 1, place));
  steps.forEach((step, number) => { step.hidden = number !== here; });
  const next = steps[here + 1];
  then.textContent = next ? next.querySelector("h2").firstChild.textContent.trim() : "how it went";
  if (here > 0 && begun === null) begun = Date.now();
  shown = Date.now();
}

function finish() {
  const end = document.querySelector(".call-end");
  if ("open" in end) end.open = true;
  end.querySelector("textarea, a").focus();
}

function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
}

function pause(button) {
  const label = button.dataset.label || button.textContent;
  button.dataset.label = label;
  let left = Number(button.dataset.pause);
  button.disabled = true;
  const tick = () => {
    if (left <= 0) {
      button.textContent = `${label}: over`;
      button.disabled = false;
      return;
    }
    button.textContent = `say nothing: ${left}`;
    left -= 1;
    setTimeout(tick, 1000);
  };
  tick();
}

function card(key) {
  const found = document.querySelector(`.card[data-key="${CSS.escape(key)}"]`);
  if (!found) return false;
  const open = found.open;
  document.querySelectorAll(".card").forEach((each) => { each.open = false; });
  found.open = !open;
  found.closest(".fold").open = true;
  found.querySelector("summary").focus();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.target.closest("textarea, input") || event.ctrlKey || event.metaKey || event.altKey) return;
  // On a card Enter opens and closes; Space always goes on.
  const onControl = event.target.closest("button, a");
  if ((event.key === " " && !onControl) || event.key === "ArrowRight") show(here + 1);
  else if (event.key === "ArrowLeft") show(here - 1);
  else if (event.key === "Escape") document.querySelectorAll(".card").forEach((each) => { each.open = false; });
  else if (!card(event.key)) return;
  event.preventDefault();
});
document.querySelector("[data-on]").addEventListener("click", () => show(here + 1));
document.querySelector("[data-back]").addEventListener("click", () => show(here - 1));
document.querySelectorAll("[data-pause]").forEach((button) => button.addEventListener("click", () => pause(button)));
document.querySelector(".steps").hidden = false;
document.body.classList.add("stepping");
// On a telephone what is said now has the screen; the cards and the end of the call are one tap away.
if (matchMedia("(max-width: 48rem)").matches) folds.forEach((each) => { each.open = false; });
const wrong = document.querySelector(".call-end .wrong");
setInterval(() => {
  if (begun === null) return;
  clock.textContent = minutes((Date.now() - begun) / 1000);
  steps[here].querySelector("[data-part-clock]").textContent = `${Math.round((Date.now() - shown) / 1000)} of `;
}, 500);
show(0);
if (wrong) finish();
