
// each line of a command begins with a prompt of two characters, which is not copied
if (navigator.clipboard) for (const block of document.querySelectorAll(".command")) {
  const button = document.createElement("button"), pre = block.querySelector("pre");
  button.type = "button";
  button.textContent = "Copy";
  button.onclick = async () => {
    await navigator.clipboard.writeText(pre.textContent.split("\n").map(line => line.slice(2)).join("\n"));
    button.textContent = "Copied";
    setTimeout(() => button.textContent = "Copy", 2000);
  };
  block.append(button);
}
