// What a crew writes down at a place with a bad network stays on its phone until the city has it: what was typed, at
// once, and photos, made smaller. Without this file, or on a line that is not encrypted, both forms go as any other.
const form = document.querySelector("form[data-draft]");
const shots = document.querySelector("form[data-photos]");
const outbox = document.querySelector("[data-outbox]");
const mine = `survey:${form.dataset.draft}`;
const was = (field) => form.elements[`was.${field.name}`];
const fields = [...form.querySelectorAll("input[name]")].filter(was);
const camera = shots.elements.photos;
const PATIENCE_MS = 60_000;
const LONGEST_SIDE = 2000; // A meter can be read; eight megabytes never leave a cellar.

const read = () => JSON.parse(localStorage.getItem(mine) ?? "null");
const keep = (draft) => (draft ? localStorage.setItem(mine, JSON.stringify(draft)) : localStorage.removeItem(mine));
const say = (state) => {
  for (const each of outbox.querySelectorAll("[data-state]")) {
    each.hidden = each.dataset.state !== state;
  }
};

// Only what this phone changed. A change gives the form a new key: what was sent with the old one may have arrived.
const note = () => {
  const changed = fields.filter((field) => field.value.trim() !== was(field).value);
  const values = Object.fromEntries(changed.map((field) => [field.name, field.value]));
  keep(changed.length ? { key: crypto.randomUUID(), values } : null);
};

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("rongyi-surveys", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("photos");
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const photos = async (mode, act) => {
  const store = (await opened).transaction("photos", mode).objectStore("photos");
  return new Promise((resolve, reject) => {
    const request = act(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
};
const refused = `${mine}:refused:`; // Not sent again, and not lost: survey-kept.js shows them.
const waiting = async () => {
  const all = IDBKeyRange.bound(`${mine}:`, `${mine}:\uffff`);
  const keys = await photos("readonly", (store) => store.getAllKeys(all)).catch(() => []);
  return keys.filter((key) => !key.startsWith(refused));
};
const count = async () => {
  const line = shots.querySelector("[data-count]");
  const kept = (await waiting()).length;
  line.hidden = kept === 0;
  line.querySelector("b").textContent = kept;
};

const smaller = async (file) => {
  const picture = await createImageBitmap(file).catch(() => null);
  const scale = picture ? Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height)) : 1;
  if (scale === 1) {
    return file;
  }
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((small) => resolve(small ?? file), "image/jpeg", 0.85));
};

// gone: no answer, it may have arrived; out: signed out; wrong: to be changed; closed: nothing more is taken.
const post = async (to, body) => {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const answer = await fetch(to, { method: "POST", body, signal }).catch(() => null);
  if (!answer || answer.status >= 500) {
    return "gone";
  }
  if (answer.ok && new URL(answer.url).pathname === new URL(form.action).pathname) {
    return "arrived";
  }
  return { 422: "wrong", 413: "wrong", 409: "closed", 404: "closed" }[answer.status] ?? "out";
};

const sendWords = async () => {
  const draft = read();
  if (!draft) {
    return "nothing";
  }
  const body = new URLSearchParams(new FormData(form));
  body.set("kept", draft.key);
  const result = await post(form.action, body);
  if (result === "closed") {
    keep(null);
  } else if (result === "arrived") {
    // What arrived is what stood there: whatever a colleague writes over it from now on stays.
    for (const field of fields.filter((each) => each.name in draft.values)) {
      was(field).value = draft.values[field.name].trim();
    }
    if (read()?.key === draft.key) {
      keep(null);
    } else {
      note(); // Typed while it was sent.
    }
  }
  return result;
};

const sendPhoto = async (key) => {
  const photo = await photos("readonly", (store) => store.get(key));
  if (!photo) {
    return "arrived"; // Another page of this phone has sent it.
  }
  const body = new FormData();
  body.set("_csrf", shots.elements._csrf.value);
  body.set("photos", photo, "photo");
  const result = await post(shots.action, body);
  if (result === "wrong") {
    await photos("readwrite", (store) => store.put(photo, refused + key.slice(mine.length + 1)));
    document.dispatchEvent(new Event("refused"));
  }
  if (["arrived", "wrong"].includes(result)) {
    await photos("readwrite", (store) => store.delete(key));
    await count();
  }
  return result;
};

// What waits goes out, words first; each answer, the last one being that after which nothing more can be sent.
const sendAll = async () => {
  const results = [await sendWords()];
  for (const key of ["arrived", "nothing"].includes(results[0]) ? await waiting() : []) {
    results.push(await sendPhoto(key));
    if (!["arrived", "wrong"].includes(results.at(-1))) {
      break;
    }
  }
  return results;
};

let sending = false;
let again = false;
// By hand: the page is loaded anew, or shows what is wrong. Otherwise whoever is typing goes on typing.
const send = async (byHand) => {
  if (sending) {
    again = true; // The network may have come back meanwhile.
    return;
  }
  sending = true;
  say("sending");
  const [words, ...pictures] = await sendAll()
    .catch(() => ["gone"])
    .finally(() => {
      sending = false;
    });
  const last = pictures.at(-1) ?? words;
  const arrived = words === "arrived" || pictures.length > 0;
  const retry = again && last === "gone";
  again = false;
  if (retry) {
    await send(byHand);
  } else if (words === "closed" || (words === "wrong" && byHand)) {
    form.submit();
  } else if (last === "closed") {
    location.assign(new URL(form.action).pathname); // There it says what is left on this phone.
  } else if (words === "wrong" || last === "gone" || last === "out") {
    say({ gone: "kept" }[last] ?? last);
  } else if (pictures.some((result) => result !== "arrived")) {
    say("refused");
  } else if (read()) {
    say("kept"); // Typed while it was sent.
  } else if (!byHand && (!arrived || fields.includes(document.activeElement))) {
    say(arrived ? "sent" : "");
  } else {
    location.assign(`${new URL(form.action).pathname}?done=saved`);
  }
};

// Photos that were chosen stay on the phone; one that keeps none sends them at once.
const take = async () => {
  try {
    for (const file of camera.files) {
      const small = await smaller(file);
      await photos("readwrite", (store) => store.put(small, `${mine}:${crypto.randomUUID()}`));
    }
    camera.value = "";
    await count();
    await send(false);
  } catch {
    shots.submit();
  }
};

const begin = async () => {
  await count();
  const draft = read();
  for (const field of fields) {
    field.value = draft?.values[field.name] ?? field.value;
  }
  if (draft && fields.every((field) => field.value.trim() === was(field).value)) {
    keep(null); // It arrived, and only the answer was lost.
  }
  form.addEventListener("input", () => {
    note();
    say(read() ? "kept" : "");
  });
  form.addEventListener("submit", (event) => {
    if (!read() && fields.some((field) => field.value.trim() !== was(field).value)) {
      return; // The phone keeps nothing: the form goes as any other.
    }
    event.preventDefault();
    send(true);
  });
  camera.addEventListener("change", take);
  shots.querySelector("button").remove();
  document.querySelector("form[data-sign]")?.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (read() || (await waiting()).length > 0) {
      await send(true); // Nobody signs a record without what they just wrote.
    } else {
      event.target.submit();
    }
  });
  addEventListener("online", () => send(false));
  if (document.readyState !== "complete") {
    await new Promise((loaded) => addEventListener("load", loaded, { once: true }));
  }
  if (form.dataset.faulty === undefined && (read() || (await waiting()).length > 0)) {
    await send(false);
  }
};

if (crypto.randomUUID) {
  await begin();
}
