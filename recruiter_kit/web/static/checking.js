// A text while it is typed: what is wrong, and what its note does not hold, marked in it and said under it. A form
// says where it is checked (data-check) and what goes along.
function finding(area, each) {
  const line = document.createElement("p");
  line.className = `finding ${each.severity}`;
  const span = document.createElement("b");
  span.textContent = area.value.slice(each.start, each.end);
  line.append(span, ` ${each.message} `);
  if (each.better) {
    const better = document.createElement("i");
    better.textContent = each.better;
    line.append(better);
  }
  if (each.put_right) offer(line, `Use: ${each.put_right}`, () => write(area, each.put_right));
  return line;
}

// The prover's line: what no note holds, or why the words cannot keep their note.
function proofLine(proof) {
  const line = document.createElement("p");
  line.className = `finding ${proof.verdict === "refused" ? "error" : "warning"}`;
  line.textContent = proof.line;
  return line;
}

// The marks lie behind the text: a copy of it, of which only the marks are seen.
function mark(area, runs) {
  let copy = area.parentElement.matches(".marked") && area.previousElementSibling;
  if (!copy) {
    if (!runs.length) return;
    const box = document.createElement("div");
    const typing = area === document.activeElement && [area.selectionStart, area.selectionEnd];
    copy = document.createElement("div");
    box.className = "marked";
    copy.className = "marks";
    copy.setAttribute("aria-hidden", "true");
    area.replaceWith(box);
    box.append(copy, area);
    area.addEventListener("scroll", () => { copy.scrollTop = area.scrollTop; });
    // To move a field takes the focus from it.
    if (typing) { area.focus(); area.setSelectionRange(...typing); }
  }
  copy.replaceChildren(...runs.map(([text, kind]) => {
    const run = document.createElement(kind ? "mark" : "span");
    run.className = kind;
    run.textContent = text;
    return run;
  }));
  copy.scrollTop = area.scrollTop;
}

function offer(line, label, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet small";
  button.textContent = label.length > 95 ? `${label.slice(0, 94)}…` : label;
  button.addEventListener("click", act);
  line.append(document.createElement("br"), button);
}

function write(area, text) {
  area.value = text;
  area.dispatchEvent(new Event("input", { bubbles: true }));
  area.focus();
}

const asked = new WeakMap();
const underWay = new Map();

// One question at a time: whoever types fast is answered on the words as they are then.
async function look(area) {
  if (underWay.has(area)) { underWay.set(area, true); return; }
  underWay.set(area, false);
  // A server that is gone for a moment is asked again with the next key.
  try { await ask(area); } catch { /* said where the words are saved */ }
  const more = underWay.get(area);
  underWay.delete(area);
  if (more) look(area);
}

async function ask(area) {
  const form = area.form;
  const turn = (asked.get(area) || 0) + 1;
  asked.set(area, turn);
  const said = { text: area.value, role: form.dataset.role, application: form.dataset.application,
    statement: area.dataset.statement, part: form.elements.part?.value, source: chosen(area)?.value };
  const answer = await fetch(form.dataset.check, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": form.dataset.token },
    body: JSON.stringify(said),
  });
  // Whoever was signed out gets the words back when the form is sent.
  if (!answer.ok) { answer.body?.cancel(); return; }
  const { findings, proof, runs } = await answer.json();
  // An older question may be answered after a newer one, or after more was typed.
  if (asked.get(area) !== turn || area.value !== said.text) return;
  const place = area.closest(".statement").querySelector(".findings");
  const lines = findings.map((each) => finding(area, each));
  if (proof?.line) lines.unshift(proofLine(proof));
  mark(area, runs);
  if (lines.length && area.defaultValue && area.value !== area.defaultValue) {
    offer(lines[lines.length - 1], area.dataset.back || "Back to the saved words", () => write(area, area.defaultValue));
  }
  const first = lines.length && !place.children.length;
  place.replaceChildren(...lines);
  if (first && area === document.activeElement) place.scrollIntoView({ block: "nearest" });
}

function chosen(area) {
  return area.closest(".statement").querySelector("select[data-source]");
}

// Asked at once where nothing is under way: a finding is there before the next key.
const PAUSE_TO_LOOK = 40;

function watch(area) {
  let waiting;
  // Marks of other words than these would stand in the wrong place.
  area.addEventListener("input", () => {
    mark(area, []);
    clearTimeout(waiting);
    waiting = setTimeout(() => look(area), PAUSE_TO_LOOK);
  });
  chosen(area)?.addEventListener("change", () => look(area));
  if (area.dataset.runs) mark(area, JSON.parse(area.dataset.runs));
}

const watched = [...document.querySelectorAll("form[data-check] .statement textarea, form.statement[data-check] textarea")];
watched.forEach(watch);
// Words that the browser has brought back, or that were typed before this script was there.
addEventListener("pageshow", () => {
  const unseen = (area) => area.value && (area.value !== area.defaultValue || "checkAll" in area.form.dataset);
  watched.filter((area) => area.isConnected).filter(unseen).forEach(look);
});
