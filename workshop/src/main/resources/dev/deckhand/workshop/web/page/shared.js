// What all pages use: requests to the server, building elements, dialogs, times.

/** A problem that a person can be told: what's wrong, and what to do. */
export class Problem extends Error {
  constructor(problem, remedy, reason, status) {
    super(problem);
    this.remedy = remedy;
    this.reason = reason;
    this.status = status;
  }
}

async function answer(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new Problem("The workshop's server can't be reached.", "Check the network, and try again.", "OFFLINE", 0);
  }
  let json = {};
  try { json = await response.json(); } catch { /* an answer of a proxy; its status says enough */ }
  if (!response.ok) {
    throw new Problem(json.problem ?? "The server answered with an error (" + response.status + ").",
      json.remedy ?? "Try again in a moment.", json.reason ?? "HTTP", response.status);
  }
  return json;
}

export const get = path => answer(fetch(path, { credentials: "same-origin", cache: "no-store" }));

export const post = (path, body) => answer(fetch(path, {
  method: "POST", credentials: "same-origin", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
}));

export const byId = id => document.getElementById(id);

/** Builds an element; texts are texts, never HTML. */
export function el(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...content.filter(one => one !== null && one !== undefined));
  return element;
}

/** A picture that says nothing new to who can't see it: "hand" or "eye". */
export const icon = kind => el("span", { class: "icon " + kind, "aria-hidden": "true" });

/** Shows a problem in an element; an empty one takes it away. */
export function showProblem(place, problem) {
  place.replaceChildren(...problem === null ? [] : [
    el("div", { class: "note bad" }, el("strong", {}, problem.message), " " + (problem.remedy ?? "")),
  ]);
}

/** Says something to who can't see the page. */
export function say(text) {
  const place = byId("said");
  if (place !== null) {
    place.textContent = "";
    setTimeout(() => place.textContent = text, 50);
  }
}

let dialogs = 0;

/** Asks a question; resolves to whether the answer is yes. */
export function ask({ title, text, yes, no = "Cancel", danger = false }) {
  const id = "question-" + ++dialogs;
  return new Promise(resolve => {
    const dialog = el("dialog", { "aria-labelledby": id },
      el("h2", { id }, title), el("p", {}, text),
      el("div", { class: "actions" },
        el("button", { type: "button", onclick: () => dialog.close("") }, no),
        el("button", { type: "button", class: danger ? "danger" : "main", onclick: () => dialog.close("yes") }, yes)));
    dialog.addEventListener("close", () => { resolve(dialog.returnValue === "yes"); dialog.remove(); });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Tells a problem in a dialog. */
export function tell(problem) {
  const id = "problem-" + ++dialogs;
  const dialog = el("dialog", { "aria-labelledby": id },
    el("h2", { id }, problem.message), el("p", {}, problem.remedy ?? ""),
    el("div", { class: "actions" }, el("button", { type: "button", class: "main", onclick: () => dialog.close() }, "OK")));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Lets buttons close the dialog that they're in. */
export function closeButtons() {
  for (const button of document.querySelectorAll("dialog [data-close]")) {
    button.addEventListener("click", () => button.closest("dialog").close());
  }
}

// the server's clock counts: a learner's may be wrong by hours
let clockOffset = 0;
export const setServerTime = millis => clockOffset = millis - Date.now();
export const now = () => Date.now() + clockOffset;

const two = number => String(number).padStart(2, "0");

/** The time until a moment, such as 4:05. */
export function remaining(end) {
  const seconds = Math.max(0, Math.ceil((end - now()) / 1000));
  const hours = Math.floor(seconds / 3600), minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? hours + ":" + two(minutes) + ":" + two(seconds % 60) : minutes + ":" + two(seconds % 60);
}

/** How long ago a moment was, such as "3 min". */
export function ago(since) {
  const minutes = Math.floor(Math.max(0, now() - since) / 60000);
  return minutes < 1 ? "under 1 min" : minutes < 60 ? minutes + " min" : Math.floor(minutes / 60) + " h " + minutes % 60 + " min";
}

/** Shows a timer's time, until the next call. */
export function showTimer(place, timer) {
  clearInterval(place.ticking);
  place.hidden = timer === undefined;
  if (timer === undefined) return;
  const tick = () => {
    const over = timer.end <= now();
    place.classList.toggle("over", over);
    place.textContent = over ? "Time is up" : remaining(timer.end) + " left";
    if (over) clearInterval(place.ticking);
  };
  place.ticking = setInterval(tick, 500);
  tick();
}

/** Copies a text, also where the browser gives no clipboard, as on pages without https. */
export async function copyText(text) {
  if (navigator.clipboard !== undefined) {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* by hand, then */ }
  }
  const before = document.activeElement, field = el("textarea", { class: "unseen", "aria-label": "Text to copy" });
  field.value = text;
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  before?.focus?.();
  return copied;
}

/** Whether the page is shown inside another site's page. */
export const isEmbedded = () => { try { return window.top !== window.self; } catch { return true; } };

/** Why a browser that has just got a cookie doesn't send it. */
export function cookieProblem() {
  return isEmbedded()
    ? new Problem("This page is shown inside another site's page, where your browser keeps no cookie for it.",
      "Open the workshop in a tab of its own: " + location.origin, "COOKIES", 0)
    : new Problem("Your browser doesn't keep this site's cookie, so the workshop can't know you again.",
      "Allow cookies for " + location.host + ", or use another browser.", "COOKIES", 0);
}
