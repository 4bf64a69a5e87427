// The names of the files that were chosen: the browser's own control only counts them.
const files = document.querySelector("input[type=file]");

function names() {
  document.querySelector("#chosen").replaceChildren(...[...files.files].map((file) => {
    const line = document.createElement("li");
    line.textContent = file.name;
    return line;
  }));
}
files.addEventListener("change", names);
addEventListener("pageshow", names);
