// The lesson's page beside the terminal. It's kept apart from our own page: its style doesn't reach out, nor ours in, and neither
// scripts nor forms in it do anything.
import { copyText, el } from "./shared.js";

const FORBIDDEN = "script, style, link, iframe, frame, object, embed, form, meta, base, template, svg script";

export class LessonPane {
  /** @param type gets a command that the learner wants in the terminal */
  constructor(host, type) {
    this.type = type;
    this.host = host;
    this.root = host.attachShadow({ mode: "open" });
    this.place = el("div", { class: "lesson" });
    this.root.append(
      el("link", { rel: "stylesheet", href: "/assets/lesson.css" }),
      el("link", { rel: "stylesheet", href: "/assets/lesson-pane.css" }),
      this.place);
    // an address such as #step-2 means this page, not the one around it
    this.root.addEventListener("click", event => {
      const link = event.target.closest?.("a[href]");
      if (link === null || link === undefined) return;
      const target = link.getAttribute("href");
      if (target.startsWith("#")) {
        event.preventDefault();
        this.scrollTo(this.root.getElementById(target.slice(1)));
      }
    });
  }

  /**
   * Shows a lesson; its body is HTML that the server made. In another namespace, it's the same lesson with another name in it: the
   * reader stays where they are.
   */
  show({ id, title, body, namespace = "" }) {
    const isSame = this.shown === id;
    if (isSame && this.namespace === namespace) return;
    const scrolled = this.host.scrollTop;
    this.shown = id;
    this.namespace = namespace;
    const page = new DOMParser().parseFromString(body, "text/html");
    for (const one of page.querySelectorAll(FORBIDDEN)) one.remove();
    for (const one of page.querySelectorAll("*")) {
      for (const { name, value } of [...one.attributes]) {
        if (/^on|^style$|^srcdoc$/i.test(name) || /^\s*javascript:/i.test(value)) one.removeAttribute(name);
      }
      if (one.matches("a[href]") && !one.getAttribute("href").startsWith("#")) {
        one.setAttribute("target", "_blank");
        one.setAttribute("rel", "noopener noreferrer");
      }
    }
    this.place.replaceChildren(el("h1", {}, title), ...[...page.body.childNodes].map(node => document.importNode(node, true)));
    for (const block of this.place.querySelectorAll(".command, .listing")) this.addTools(block);
    this.host.scrollTop = isSame ? scrolled : 0;
    if (!isSame) this.step = undefined;
  }

  addTools(block) {
    const pre = block.querySelector("pre");
    if (pre === null) return;
    // each line of a command begins with a prompt, which isn't copied
    const isCommand = block.matches(".command");
    const text = isCommand ? pre.textContent.split("\n").map(line => line.replace(/^(\$|>|java>) /, "")).join("\n") : pre.textContent;
    const copy = el("button", { type: "button", onclick: async () => {
      copy.textContent = await copyText(text) ? "Copied" : "Press Ctrl-C";
      setTimeout(() => copy.textContent = "Copy", 2000);
    } }, "Copy");
    const tools = el("span", { class: "tools" }, copy);
    if (isCommand) {
      tools.append(el("button", { type: "button", title: "Writes it into the terminal; you press Enter", onclick: () => this.type(text.trimEnd()) }, "Type it"));
    }
    block.append(tools);
    pre.tabIndex = 0;
  }

  /** Marks the step that the learner is at. */
  showStep(step, outcomes) {
    for (const heading of this.place.querySelectorAll("h2[id^='step-']")) {
      const number = Number(heading.id.slice(5));
      heading.classList.toggle("current", number === step);
      heading.classList.toggle("done", outcomes?.[number] !== undefined);
      if (number === step) heading.setAttribute("aria-current", "step");
      else heading.removeAttribute("aria-current");
    }
    if (this.step !== step) {
      // not at the first look: the lesson's introduction comes before its first step
      if (this.step !== undefined || step > 1) this.scrollTo(this.root.getElementById("step-" + step));
      this.step = step;
    }
  }

  scrollTo(element) {
    element?.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }
}
