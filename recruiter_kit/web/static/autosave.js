// The open sentence saves itself: after a pause, when it is left, and when the page goes. One request at a time; what
// could not be saved is kept (kept-words.js) and tried again.
const letter = document.querySelector("#statements");
const PAUSE_TO_SAVE = 600;
const LONGEST_WAIT = 15_000;
const saving = { editor: pageName(), turn: 0, saved: "", pause: 0, again: 0, wait: 1000, last: Promise.resolve() };

// A page that is loaded again goes on with its own working version.
function pageName() {
  const again = performance.getEntriesByType("navigation")[0]?.type === "reload";
  const kept = again && sessionStorage.getItem(location.pathname);
  const name = kept || Array.from(crypto.getRandomValues(new Uint8Array(12)), (each) => each.toString(36)).join("");
  sessionStorage.setItem(location.pathname, name);
  return name;
}

const openEditor = () => document.querySelector("#letter .editor");
const openArea = () => document.querySelector("#letter .editor textarea[data-statement]");
const ownKey = () => `${letter.dataset.by} ${letter.dataset.application}`;

// What the open sentence says now: its words, and what they rest on.
function typedNow() {
  const fields = [...(openEditor()?.querySelectorAll("textarea, select, .rests input") || [])].filter((each) => each.form === letter);
  return fields.map((each) => `${each.name}=${each.value}`).join("\n");
}
// A sentence without words is one that somebody is about to write: only "Remove" takes it out.
const unsaved = () => Boolean(openArea()?.value.trim()) && typedNow() !== saving.saved;

function opened() {
  saving.saved = typedNow();
  const area = openArea();
  if (!area) return;
  area.dataset.was = area.defaultValue;
  area.dataset.back = "Back to how it was";
}

function tell(words, kind = "") {
  const place = document.querySelector("#saved");
  if (!place) return;
  place.className = `saved ${kind}`;
  if (place.textContent !== words) place.textContent = words;
}

// One after the other, so that no answer overtakes another.
function inTurn(work) {
  saving.last = saving.last.then(work, work);
  return saving.last;
}

function carry(data) {
  saving.turn = Math.max(Date.now(), saving.turn + 1, Number(letter.dataset.turn) + 1);
  data.set("editor", saving.editor);
  data.set("turn", saving.turn);
  for (const name of ["version", "seen"]) data.set(name, letter.elements[name].value);
  return data;
}

// Returns nothing once it is done, else the page that says why not.
async function send(address, data, more = {}) {
  const answer = await fetch(address, { method: "POST", body: carry(data), redirect: "manual", ...more });
  if (answer.type === "opaqueredirect") return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { status: answer.status, page };
}

// Saves what is typed; true where nothing is unsaved afterwards.
async function save() {
  clearTimeout(saving.pause);
  clearTimeout(saving.again);
  if (!unsaved()) {
    if (openArea()?.value.trim()) tell("Saved");
    return true;
  }
  const [now, area] = [typedNow(), openArea()];
  const text = area.value;
  let refused;
  tell("Saving…");
  try {
    refused = await send(letter.action, new FormData(letter));
  } catch {
    return later("Not saved yet: no connection. Trying again.");
  }
  if (!refused) {
    saving.wait = 1000;
    if (openArea() === area) [saving.saved, area.dataset.was] = [now, text];
    keptWords.saved(ownKey(), text);
    tell(unsaved() ? "Saving…" : "Saved");
    return true;
  }
  if (refused.status === 409) return overtaken(refused.page);
  if (refused.status === 401) return later("Not saved: you have been signed out. Sign in again in another tab.");
  if (refused.status >= 500) return later("Not saved yet: the app is busy. Trying again.");
  tell(`Not saved: ${whyNot(refused.page)}`, "late");
  return false;
}

function later(why) {
  tell(why, "late");
  saving.again = setTimeout(() => inTurn(save), saving.wait);
  saving.wait = Math.min(LONGEST_WAIT, saving.wait * 2);
  return false;
}

const whyNot = (page) => page.querySelector(".note.error, main p")?.textContent.trim() || "something went wrong.";

// Somebody else was first: the page that gives every word back takes the place of this one.
function overtaken(page) {
  saving.saved = typedNow();
  document.querySelector("main").replaceChildren(...page.querySelector("main").childNodes);
  scrollTo(0, 0);
  return false;
}

letter?.addEventListener("input", (event) => {
  const area = openArea();
  if (!area || event.target.closest(".editor") !== openEditor()) return;
  const words = { statement: area.dataset.statement, text: area.value, was: area.dataset.was };
  if (area.value.trim()) keptWords.keep(ownKey(), words);
  if (unsaved()) tell("");
  clearTimeout(saving.pause);
  saving.pause = setTimeout(() => inTurn(save).then(refreshAround), PAUSE_TO_SAVE);
});
letter?.addEventListener("focusout", (event) => {
  if (event.target.closest(".editor") && unsaved()) inTurn(save).then(refreshAround);
});
addEventListener("pagehide", () => {
  if (unsaved()) fetch(letter.action, { method: "POST", body: carry(new FormData(letter)), redirect: "manual", keepalive: true });
});
addEventListener("beforeunload", (event) => { if (unsaved()) event.preventDefault(); });
