// The sample letter follows the form. It is drawn on a canvas: pages may show pictures of the server only.
const form = document.getElementById("look");
const picture = document.querySelector(".picture img");
const said = document.getElementById("follows");
let waiting, busy = false, again = false;

async function follow() {
  if (busy) { again = true; return; }
  busy = true;
  said.textContent = "Updating …";
  try {
    const answer = await fetch(form.dataset.picture, { method: "POST", body: new FormData(form) });
    if (answer.ok) {
      show(await createImageBitmap(await answer.blob()));
      said.textContent = "As it would look; not saved yet.";
    } else {
      said.textContent = answer.status === 422 ? (await answer.json()).why : "The picture cannot follow just now.";
    }
  } catch {
    said.textContent = "The picture cannot follow just now.";
  }
  busy = false;
  if (again) { again = false; follow(); }
}

function show(bitmap) {
  let canvas = document.querySelector(".picture canvas");
  if (!canvas) {
    canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", picture.alt);
    picture.replaceWith(canvas);
  }
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
}

form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(follow, 400); });
