// Findings under a text while it is typed. A form says where it is checked (data-check) and what goes along.
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
  area.dispatchEvent(new Event("input"));
  area.focus();
}

const asked = new WeakMap();

async function look(area) {
  const form = area.form;
  const turn = (asked.get(area) || 0) + 1;
  asked.set(area, turn);
  const said = { text: area.value, role: form.dataset.role, application: form.dataset.application };
  const answer = await fetch(form.dataset.check, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": form.dataset.token },
    body: JSON.stringify(said),
  });
  const place = area.closest(".statement").querySelector(".findings");
  // Whoever was signed out gets the words back when the form is sent.
  if (!answer.ok) return;
  const found = await answer.json();
  // An older question may be answered after a newer one.
  if (asked.get(area) !== turn) return;
  const lines = found.map((each) => finding(area, each));
  if (found.length && area.defaultValue && area.value !== area.defaultValue) {
    offer(lines[lines.length - 1], "Back to the saved words", () => write(area, area.defaultValue));
  }
  const first = lines.length && !place.children.length;
  place.replaceChildren(...lines);
  if (first && area === document.activeElement) place.scrollIntoView({ block: "nearest" });
}

const watched = [...document.querySelectorAll("form[data-check] .statement textarea")];
for (const area of watched) {
  let waiting;
  area.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => look(area), 400); });
}
// Words that the browser has brought back, or that were typed before this script was there.
addEventListener("pageshow", () => {
  const unseen = (area) => area.value && (area.value !== area.defaultValue || "checkAll" in area.form.dataset);
  watched.filter(unseen).forEach(look);
});
