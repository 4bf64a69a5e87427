// The letter is read as a letter: a sentence opens where it is, what is done to it is done without leaving the page,
// and keys go through it. The page that the server makes is the only picture of it: pieces of a fresh one are put in.
const sentences = () => [...document.querySelectorAll("#letter .sentence")];
const statementOf = (each) => each.dataset.statement;

function address(edit) {
  const found = new URL(location.href);
  found.hash = "";
  for (const gone of ["edit", "word"]) found.searchParams.delete(gone);
  if (edit) found.searchParams.set("edit", edit);
  return found;
}

async function freshPage(edit) {
  const answer = await fetch(address(edit)).catch(() => null);
  if (!answer?.ok || answer.redirected) {
    // A body that nobody reads would keep its connection.
    answer?.body?.cancel();
    return null;
  }
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

// Everything around the open editor, which stays as it is while somebody types in it.
function around(mine, theirs, end) {
  while (mine !== end) {
    const there = [...theirs.parentNode.childNodes];
    const at = there.indexOf(theirs);
    for (const each of [...mine.parentNode.childNodes]) if (each !== mine) each.remove();
    mine.before(...there.slice(0, at));
    mine.after(...there.slice(at + 1));
    [mine, theirs] = [mine.parentNode, theirs.parentNode];
  }
}

function put(fresh, keepEditor) {
  for (const each of document.querySelectorAll("main > .note[role]")) each.remove();
  document.querySelector("#title").before(...fresh.querySelectorAll("main > .note[role]"));
  for (const piece of document.querySelectorAll("[data-live]")) {
    const other = fresh.getElementById(piece.id);
    if (!other || piece.contains(document.activeElement) && piece.querySelector("textarea")?.value) continue;
    const folds = [...piece.querySelectorAll("details")].map((each) => each.open);
    const focus = piece.contains(document.activeElement) && document.activeElement.dataset.key;
    other.querySelectorAll("details").forEach((each, place) => { if (folds[place]) each.open = true; });
    // What was said last stays there, and is not read out again.
    const said = piece.querySelector("#saved");
    if (said) other.querySelector("#saved").replaceWith(said);
    piece.replaceWith(other);
    if (focus) other.querySelector(`[data-key="${focus}"]`)?.focus();
  }
  const theirs = fresh.querySelector("#statements");
  letter.dataset.turn = theirs.dataset.turn;
  letter.dataset.editor = theirs.dataset.editor;
  for (const name of ["version", "seen"]) {
    for (const each of document.querySelectorAll(`input[name=${name}]`)) each.value = theirs.elements[name].value;
  }
  const editor = fresh.querySelector("#letter .editor");
  if (keepEditor && editor) around(openEditor(), editor, document.querySelector("#letter"));
  else document.querySelector("#letter").replaceWith(fresh.querySelector("#letter"));
  ready(!keepEditor);
}

// After it was saved while somebody types on.
async function refreshAround() {
  const here = openEditor()?.dataset.open;
  if (!here) return;
  const fresh = await freshPage(here);
  if (fresh?.querySelector("#statements") && openEditor()?.dataset.open === here && fresh.querySelector("#letter .editor")) put(fresh, true);
}

// Where in a sentence somebody clicked, to type on there.
function clickedAt(sentence, event) {
  const at = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  if (!event.detail || !at || !sentence.contains(at.offsetNode)) return undefined;
  const before = document.createRange();
  before.setStart(sentence, 0);
  before.setEnd(at.offsetNode, at.offset);
  return before.toString().length;
}

async function show(edit, focus, caret = 5000) {
  const fresh = await freshPage(edit);
  if (!fresh?.querySelector("#statements")) return location.assign(address(edit));
  put(fresh, false);
  const place = document.querySelector("#letter .editor textarea[data-statement]") || document.getElementById(focus || `text-${edit}`) || document.getElementById(edit);
  place?.focus({ preventScroll: true });
  if (place?.matches("textarea")) place.setSelectionRange(caret, caret);
  place?.closest(".editor, .sentence")?.scrollIntoView({ block: "nearest" });
  return undefined;
}

const open = (id, caret) => inTurn(async () => { if (await save()) await show(id, "", caret); });
const close = () => inTurn(async () => {
  const here = openEditor()?.dataset.open;
  if (here && await save()) await show("", here.startsWith("advice-") ? here : `text-${here}`);
});

// What a button does to the letter is sent from here, with what is typed; then the letter is shown as it is now.
const act = (form, button) => inTurn(async () => {
  const data = new FormData(form, button);
  const own = form === letter;
  const [what, id] = own ? String(button.value).split(":") : [];
  let refused;
  tell("Saving…");
  try {
    if (form.id !== "statements" && !await save()) return;
    refused = await send(target(form, button), data);
  } catch {
    tell("Not done: no connection. Try again.", "late");
    return;
  }
  if (refused?.status === 409) { overtaken(refused.page); return; }
  if (refused) { tell(`Not done: ${whyNot(refused.page)}`, "late"); return; }
  keptWords.saved(ownKey());
  tell("Saved");
  const here = openEditor()?.dataset.open || "";
  const stays = own && ["up", "down"].includes(what) ? id : own && what === "take" ? here : "";
  await show(stays, here && `text-${here}`);
});

// Readies what was put in: one stop for Tab in the whole letter, and the editor watched.
function ready(fromAnew) {
  const all = sentences();
  const now = all.find((each) => each === document.activeElement) || all[0];
  all.forEach((each) => { each.tabIndex = each === now ? 0 : -1; });
  const undo = document.querySelector("#undo");
  if (undo) undo.hidden = letter.dataset.editor !== saving.editor;
  document.querySelector("[data-list]")?.removeAttribute("hidden");
  if (!fromAnew) return;
  const done = document.querySelector("[data-done]");
  if (done) {
    done.textContent = "Done";
    done.closest(".sentence-tools").querySelector("[data-close]").hidden = true;
  }
  opened();
  if (openArea()) watch(openArea());
}

function go(step, from = document.activeElement) {
  const all = sentences();
  const next = all[all.indexOf(from) + step];
  if (!next) return;
  all.forEach((each) => { each.tabIndex = each === next ? 0 : -1; });
  next.focus();
}

// The next one after where the person is, and from the last the first again.
function nextProblem() {
  const all = [...document.querySelectorAll("#whole .finding:not(.dismissed), #letter .sentence[data-wrong]")];
  const after = all.find((each) => document.activeElement.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING && document.activeElement !== document.body && document.activeElement.closest(".words-of-it"));
  const next = after || all[0];
  if (!next) return;
  if (!next.hasAttribute("tabindex")) next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
}

// Gives back what was typed and never saved; where the sentence has changed since, the person decides.
async function giveBack() {
  const kept = await keptWords.of(ownKey());
  if (!kept) return;
  const sentence = sentences().find((each) => statementOf(each) === kept.statement);
  const same = (one, other) => one?.replace(/\s+/g, " ").trim() === other?.replace(/\s+/g, " ").trim();
  if (sentence && same(sentence.textContent, kept.text)) { keptWords.saved(ownKey()); return; }
  const back = async () => {
    await open(kept.statement);
    const area = openArea();
    if (area?.dataset.statement !== kept.statement) return;
    write(area, kept.text);
  };
  if (sentence?.matches("a") && same(sentence.textContent, kept.was)) {
    await back();
    tell("Brought back what you had typed. Saving…");
    return;
  }
  const note = document.createElement("div");
  note.className = "note warning";
  note.append("You typed this before, and it was not saved: ", Object.assign(document.createElement("q"), { textContent: kept.text }), " ");
  if (sentence?.matches("a")) offer(note, "Put it back", () => { note.remove(); back(); });
  offer(note, "Discard it", () => { note.remove(); keptWords.saved(ownKey()); });
  document.querySelector("#title").after(note);
}

// A button's own formAction is the page where it names none.
const target = (form, button) => (button?.hasAttribute("formaction") ? button.formAction : form.action);
const HERE = /\/(statements|statements\/new|statements\/undo|suppression|answers|releases)$/;
const plainClick = (event) => !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
if (letter) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (event.target.closest("[data-list]")) { document.querySelector("#keys").showModal(); return; }
    if (!link || !plainClick(event)) return;
    if (link.matches("a.sentence")) { event.preventDefault(); open(statementOf(link), clickedAt(link, event)); }
    else if (link.matches("[data-close]")) { event.preventDefault(); close(); }
    else if (link.matches("[data-problems]")) { event.preventDefault(); nextProblem(); }
    else if (unsaved() && !link.hash && link.target !== "_blank") {
      event.preventDefault();
      inTurn(save).then((done) => { if (done) location.assign(link.href); });
    }
  });
  document.addEventListener("submit", (event) => {
    const [form, button] = [event.target, event.submitter];
    if (form.method !== "post" || event.defaultPrevented) return;
    const path = new URL(target(form, button)).pathname;
    if (button?.matches("[data-done]")) { event.preventDefault(); close(); return; }
    if (HERE.test(path) && button) { event.preventDefault(); act(form, button); return; }
    // Whatever leads away waits until everything is saved, and says which words it is about.
    if (form.dataset.ready) return;
    event.preventDefault();
    inTurn(save).then(async (done) => {
      if (!done) return;
      if (openEditor()) await refreshAround();
      // A form is not sent again while it is being sent.
      await new Promise((go) => { setTimeout(go); });
      const now = form.isConnected ? form : document.getElementById(form.id);
      const press = button?.isConnected ? button : now?.querySelector(`button[value="${button?.value}"]`);
      if (!now || (button && !press)) return;
      now.dataset.ready = "yes";
      now.requestSubmit(press);
      delete now.dataset.ready;
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const editing = event.target.closest(".editor");
    if (editing && (event.key === "Escape" || (event.key === "Enter" && event.target.matches("textarea[data-statement]")))) {
      event.preventDefault();
      close();
      return;
    }
    if (event.target.closest("input, select, textarea, dialog, [contenteditable]")) return;
    const sentence = event.target.closest(".sentence");
    if (sentence && ["ArrowDown", "ArrowRight"].includes(event.key)) go(1, sentence);
    else if (sentence && ["ArrowUp", "ArrowLeft"].includes(event.key)) go(-1, sentence);
    else if (["ArrowDown", "ArrowUp"].includes(event.key) || event.repeat) return;
    else if (event.key === "n") nextProblem();
    else if (event.key === "e") { const one = sentence || sentences()[0]; if (one?.matches("a")) open(statementOf(one)); }
    else if (event.key === "?") document.querySelector("#keys").showModal();
    else if (["a", "p", "z", "Z"].includes(event.key)) [...document.querySelectorAll(`[data-key="${event.key}"]:not(:disabled)`)].find((each) => each.offsetParent || each.closest(".bar"))?.click();
    else return;
    event.preventDefault();
  });
  ready(false);
  const done = document.querySelector("[data-done]");
  if (done) done.textContent = "Done";
  opened();
  giveBack();
}
