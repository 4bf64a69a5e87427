// The buttons of a role's form that save nothing change its criteria in place; without this, the page comes again.
const form = document.getElementById("role");
let unsaved = document.querySelector(".note.error, .note.warning[role=alert]") !== null;

form.addEventListener("input", () => { unsaved = true; });
addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });

form.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (!button || button.value === "save") {
    unsaved = false;
    return;
  }
  event.preventDefault();
  const opened = [...form.querySelectorAll("details[open]")].map((each) => each.id);
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form, button) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const criteria = page.getElementById("criteria");
    if (!answer.ok || !criteria) throw new Error(answer.statusText);
    for (const id of opened) page.getElementById(id)?.setAttribute("open", "");
    document.getElementById("criteria").replaceWith(criteria);
    unsaved = true;
    goOn(button.value);
  } catch {
    // Whatever went wrong, the way without script is left.
    unsaved = false;
    const sent = document.createElement("input");
    Object.assign(sent, { type: "hidden", name: "do", value: button.value });
    form.append(sent);
    form.submit();
  }
});

function goOn(pressed) {
  const [what, key] = pressed.split(":");
  const again = [...form.querySelectorAll("button[name=do]")].find((each) => each.value === pressed);
  const added = [...form.querySelectorAll("fieldset.of-role")].at(-1)?.querySelector("input:not([type=hidden])");
  const there = what === "add" ? added
    : what === "remove" ? form.querySelector("button[value=add]")
    : again ?? form.querySelector(`#criterion-${key} button[name=do]`);
  there?.focus();
  document.getElementById(`criterion-${key}`)?.scrollIntoView({ block: "nearest" });
}
