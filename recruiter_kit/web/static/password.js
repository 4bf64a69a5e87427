// Shows or hides what is typed into a password field. Without this script, the field stays as it is.
for (const field of document.querySelectorAll("input[type=password]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet small show-password";
  button.setAttribute("aria-controls", field.id);
  const label = document.querySelector(`label[for="${field.id}"]`).textContent.trim().toLowerCase();
  const say = () => {
    const hidden = field.type === "password";
    button.textContent = hidden ? "Show" : "Hide";
    button.setAttribute("aria-label", `${button.textContent} ${label}`);
  };
  button.addEventListener("click", () => {
    field.type = field.type === "password" ? "text" : "password";
    say();
  });
  field.form.addEventListener("submit", () => { field.type = "password"; });
  say();
  const around = document.createElement("div");
  around.className = "with-show";
  field.replaceWith(around);
  around.append(field, button);
}
