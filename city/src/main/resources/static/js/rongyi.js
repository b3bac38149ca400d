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

// A talk shows what is new in it, and sends without leaving the page. Without this file, loading it again does.
for (const talk of document.querySelectorAll("[data-live]")) {
  const list = talk.querySelector("[data-talk]");
  const fresh = async () => {
    const answer = await fetch(list.dataset.talk).catch(() => null);
    if (!answer) {
      return; // The line comes back by itself, and asks again.
    }
    if (answer.ok && !answer.redirected) {
      list.innerHTML = await answer.text();
    } else {
      location.reload();
    }
  };
  const live = new EventSource(talk.dataset.live);
  live.addEventListener("news", fresh);
  addEventListener("pagehide", () => live.close());
  const form = talk.querySelector("[data-say]");
  form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const field = form.querySelector("textarea");
    const sent = { method: "POST", body: new URLSearchParams(new FormData(form)) };
    const answer = await fetch(form.action, sent).catch(() => null);
    if (answer?.ok && new URL(answer.url).pathname === location.pathname) {
      field.value = "";
      await fresh();
    } else {
      form.submit();
    }
  });
}
