// xterm.js writes its styles into <style> elements and style attributes. The page's policy forbids both, as whoever could write one into
// the page could change what it seems to say. Here they become style sheets and properties made by a script, which the policy allows.
const createElement = document.createElement;
document.createElement = function (name, options) {
  const isStyle = String(name).toLowerCase() === "style";
  const element = createElement.call(this, isStyle ? "template" : name, options);
  if (isStyle) {
    const sheet = new CSSStyleSheet(), { remove } = element;
    let text = "";
    Object.defineProperty(element, "textContent", { get: () => text, set: value => sheet.replaceSync(text = String(value)) });
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    element.remove = () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== sheet);
      remove.call(element);
    };
  }
  return element;
};
const { setAttribute } = Element.prototype;
Element.prototype.setAttribute = function (name, value) {
  if (name === "style") this.style.cssText = value;
  else setAttribute.call(this, name, value);
};
