// A button that copies what a field holds: data-copy names the field.
const said = document.querySelector("[data-copied]");
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // Without https the browser lets no script write: the person's own key does.
      field.select();
      document.execCommand("copy");
    }
    const place = button.parentElement.querySelector("[data-copied]") || said;
    if (place) place.textContent = "Copied.";
  });
}
