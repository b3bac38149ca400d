// Wakes GOV.UK Frontend's components. Every page works without this file.
import { initAll } from "./govuk-frontend-6.6.0.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

// J and K walk through the rows of a list that has the focus; elsewhere single keys do nothing.
const steps = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
for (const list of document.querySelectorAll("[data-keys]")) {
  list.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const rows = [...list.querySelectorAll("th a")];
    const next = rows[rows.indexOf(document.activeElement) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
}

// A number that can be turned gets a slider beside its field.
for (const knob of document.querySelectorAll(".ry-knob")) {
  const field = knob.querySelector("input");
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = knob.dataset.low;
  slider.max = knob.dataset.high;
  slider.step = (slider.max - slider.min) / 100;
  slider.value = field.value;
  slider.setAttribute("aria-label", knob.querySelector("label").textContent);
  slider.addEventListener("input", () => (field.value = Number(Number(slider.value).toPrecision(4))));
  slider.addEventListener("change", () => knob.querySelector("button").click());
  field.addEventListener("input", () => (slider.value = field.value));
  knob.prepend(slider);
}
