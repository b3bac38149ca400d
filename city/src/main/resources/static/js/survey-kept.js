// What is still on a phone, where it can no longer be sent by itself: the list of a crew names the surveys, and a
// record that was closed meanwhile shows what is not in it, until whoever wrote or took it removes it.
const list = document.querySelector("[data-kept]");
const left = document.querySelector("[data-left]");

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
const begins = (name) => IDBKeyRange.bound(name, `${name}\uffff`);
const item = (href, text) => {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = text;
  const line = document.createElement("li");
  line.append(link);
  return line;
};

// Keys are `survey:account:visit`, those of photos with a name of their own behind.
const showList = async () => {
  const mine = list.dataset.kept;
  const keys = [...Object.keys(localStorage), ...(await photos("readonly", (store) => store.getAllKeys(begins(mine))))];
  const visits = new Set(keys.filter((key) => key.startsWith(mine)).map((key) => key.slice(mine.length).split(":")[0]));
  for (const visit of visits) {
    const line = document.querySelector(`a[href="${list.dataset.here}${visit}"]`);
    list.querySelector("ul").append(item(list.dataset.here + visit, line ? line.textContent : `#${visit}`));
  }
  list.hidden = visits.size === 0;
};

// Where the record is still open, only photos that it refused; words are being written there.
const showLeft = async () => {
  const open = left.dataset.open !== undefined;
  const mine = begins(`${left.dataset.left}:${open ? "refused:" : ""}`);
  const kept = await photos("readonly", (store) => store.getAll(mine));
  const draft = open ? null : JSON.parse(localStorage.getItem(left.dataset.left) ?? "null");
  const words = Object.entries(draft?.values ?? {});
  for (const [field, value] of words) {
    const line = left.querySelector(`[data-field="${CSS.escape(field)}"]`);
    if (line) {
      line.hidden = false;
      line.append(value);
    }
  }
  const links = left.querySelector("[data-photo]");
  links.replaceChildren();
  kept.forEach((photo, at) => {
    const line = item(URL.createObjectURL(photo), `${links.dataset.photo} ${at + 1}`);
    line.firstChild.download = `survey-${at + 1}.jpg`;
    links.append(line);
  });
  left.querySelector("[data-count]").textContent = kept.length;
  left.hidden = kept.length + words.length === 0;
  left.querySelector("button").onclick = async () => {
    await photos("readwrite", (store) => store.delete(mine));
    if (!open) {
      localStorage.removeItem(left.dataset.left);
    }
    left.hidden = true;
    document.querySelector("[data-removed]").hidden = false;
  };
};

if (list) {
  await showList();
}
if (left) {
  document.addEventListener("refused", showLeft);
  await showLeft();
}
