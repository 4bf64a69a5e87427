// One key takes the first proposal that is offered: y, wherever nobody is typing.
addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "y" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  document.querySelector("[data-take]")?.click();
});
