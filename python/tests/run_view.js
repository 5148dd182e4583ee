// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the script of a notebook view on a document that is just large enough for it. Standard input: {"script", "data",
// "spans", "budget"}. Prints what the view shows at every budget, and beside every token.
const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
class Element {
  constructor(tag, text) {
    this.tag = tag;
    this.own = text || "";
    this.children = [];
    this.handlers = {};
    this.style = { setProperty: (name, value) => (this.style[name] = value) };
    this.classList = { add() {}, remove() {} };
  }
  set textContent(text) {
    this.own = String(text);
    this.children = [];
  }
  get textContent() {
    return this.own + this.children.map((child) => child.textContent).join("|");
  }
  set innerHTML(text) {
    throw new Error("a word must never be read as HTML");
  }
  appendChild(child) {
    this.children.push(child);
  }
  addEventListener(name, handler) {
    this.handlers[name] = handler;
  }
}
const spans = asked.spans.map((text) => new Element("span", text));
const parts = {
  "script.data": new Element("script", asked.data),
  input: Object.assign(new Element("input"), { value: String(asked.budget) }),
  ".loops": new Element("div"),
  output: new Element("output"),
};
const root = { querySelector: (what) => parts[what], querySelectorAll: () => spans };
let asks = 0;
global.setTimeout = (again) => again(); // the page has the output when it is asked for the third time
global.document = { getElementById: () => (++asks < 3 ? null : root), createElement: (tag) => new Element(tag) };
eval(asked.script);
const loops = JSON.parse(asked.data).R;
const result = { budgets: [], panels: [] };
for (let budget = 1; budget <= loops; ++budget) {
  parts.input.value = String(budget);
  parts.input.handlers.input();
  result.budgets.push({ output: parts.output.textContent, depth: spans.map((span) => span.style["--d"] * loops) });
}
spans.forEach((span) => {
  span.handlers.mouseenter();
  const table = parts[".loops"].children[1];
  result.panels.push(table.children.map((line) => [line.className === "read", ...line.children.map((cell) => cell.textContent)]));
});
console.log(JSON.stringify(result));
