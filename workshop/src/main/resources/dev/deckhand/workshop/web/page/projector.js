import { byId, get, showProblem } from "./shared.js";

get("/instructor/invitation").then(({ course, address, code }) => {
  byId("course").textContent = course;
  byId("address").textContent = address.replace(/^http:\/\//, "").replace(/\/$/, "");
  byId("code").textContent = code;
  byId("qr").src = "/instructor/join.svg";
  byId("both").hidden = false;
}).catch(problem => showProblem(byId("problem"), problem));
