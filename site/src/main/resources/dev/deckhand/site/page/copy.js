// each line of a command begins with a prompt, which is not copied
for (const block of document.querySelectorAll(".command, .listing")) {
  const button = document.createElement("button"), pre = block.querySelector("pre");
  const text = () => block.matches(".command") ? pre.textContent.split("\n").map(line => line.replace(/^(\$|>|java>) /, "")).join("\n") : pre.textContent;
  // where the clipboard is not given, as on pages from an unsafe host
  const byHand = () => {
    const field = document.createElement("textarea");
    field.value = text();
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  };
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.onclick = async () => {
    try { await navigator.clipboard.writeText(text()); } catch { byHand(); }
    button.textContent = "Copied";
    setTimeout(() => button.textContent = "Copy", 2000);
  };
  block.append(button);
}
