(function start(id, tries) {
  const root = document.getElementById(id);
  if (!root) {
    // Some notebooks run a script before its output is part of the page.
    if (tries > 0) setTimeout(() => start(id, tries - 1), 50);
    return;
  }
  const data = JSON.parse(root.querySelector("script.data").textContent);
  const spans = root.querySelectorAll(".words span");
  const slider = root.querySelector("input");
  const panel = root.querySelector(".loops");
  let shown = -1;
  const read = (t) => Math.min(data.exit[t], data.run[t] - 1, slider.value - 1);
  const put = (parent, tag, text) => {
    const child = document.createElement(tag);
    child.textContent = text;
    parent.appendChild(child);
    return child;
  };
  function show(t) {
    if (shown >= 0) spans[shown].classList.remove("on");
    shown = t;
    spans[t].classList.add("on");
    panel.textContent = "";
    put(panel, "p", "After token " + (t + 1) + ", " + spans[t].textContent + ", each loop would say:");
    const table = put(panel, "table", "");
    let last = null;
    for (const row of data.loops[t]) {
      if (row[0] <= read(t)) last = row;
    }
    for (const row of data.loops[t]) {
      const line = put(table, "tr", "");
      put(line, "td", "loop " + (row[0] + 1));
      put(line, "td", row[1] < 0 ? "–" : data.words[row[1]]);
      put(line, "td", row[1] < 0 ? "" : (100 * row[2]).toFixed(1) + " %");
      if (row === last) {
        line.className = "read";
        put(line, "td", "read at loop " + (read(t) + 1));
      }
    }
  }
  function draw() {
    let sum = 0;
    spans.forEach((span, t) => {
      const loop = read(t);
      sum += loop + 1;
      span.style.setProperty("--d", (loop + 1) / data.R);
      span.title = "read at loop " + (loop + 1) + " of " + data.R;
    });
    root.querySelector("output").textContent = slider.value + " of " + data.R + "; " + (sum / spans.length).toFixed(2) + " loops a token";
    if (shown >= 0) show(shown);
  }
  spans.forEach((span, t) => {
    span.tabIndex = 0;
    span.addEventListener("mouseenter", () => show(t));
    span.addEventListener("focus", () => show(t));
  });
  slider.addEventListener("input", draw);
  draw();
})
