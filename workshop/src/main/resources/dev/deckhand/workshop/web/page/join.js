import { byId, cookieProblem, get, post, showProblem } from "./shared.js";

const form = byId("join"), problem = byId("problem"), returnField = byId("return-field");
const fields = { code: byId("code"), name: byId("name"), returnKey: byId("return-key") };

function showReturnKey() {
  returnField.hidden = false;
  byId("returning").hidden = true;
}

// the code of a scanned address; it stays out of the history
if (location.hash.length > 1) {
  try { fields.code.value = decodeURIComponent(location.hash.slice(1)); } catch { /* then it's typed */ }
  history.replaceState(null, "", location.pathname);
}
(fields.code.value === "" ? fields.code : fields.name).focus();

byId("returning").addEventListener("click", () => { showReturnKey(); fields.returnKey.focus(); });

function mark(field) {
  for (const one of Object.values(fields)) one.removeAttribute("aria-invalid");
  if (field !== null) {
    field.setAttribute("aria-invalid", "true");
    field.focus();
    field.select();
  }
}

// who has a seat already needn't join again
get("/me").then(me => {
  if (me.course !== undefined) document.title = "Join – " + me.course;
  if (me.course !== undefined) byId("course").textContent = me.course + ". You get a terminal and a lab of your own, here in the browser.";
  if (me.seat !== undefined) {
    byId("again-name").textContent = me.name;
    byId("again").hidden = false;
  }
  if (me.closed) showProblem(problem, { message: "This workshop is over.", remedy: "Nobody can join it any more." });
}).catch(one => showProblem(problem, one));

function fault(one) {
  switch (one.reason) {
    case "WRONG_CODE": mark(fields.code); break;
    case "NAME_NOT_VALID": mark(fields.name); break;
    case "NAME_TAKEN":
      showReturnKey();
      mark(fields.returnKey);
      break;
    default: mark(null);
  }
  showProblem(problem, one);
}

form.addEventListener("submit", async event => {
  event.preventDefault();
  const missing = [fields.code, fields.name].find(field => field.value.trim() === "");
  if (missing !== undefined) {
    showProblem(problem, { message: missing === fields.code ? "The join code is missing." : "Your name is missing.", remedy: "Type it, and join." });
    mark(missing);
    return;
  }
  byId("go").disabled = true;
  try {
    await post("/join", { code: fields.code.value, name: fields.name.value, returnKey: fields.returnKey.value });
    if ((await get("/me")).seat === undefined) throw cookieProblem();
    location.assign("/seat#joined");
  } catch (one) {
    fault(one);
  } finally {
    byId("go").disabled = false;
  }
});
