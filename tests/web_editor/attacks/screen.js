// What somebody sees of the locked blocks: written without anything of the editor's own looking.
(expected) => {
  const faults = [];
  const told = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const clear = (colour) => colour === "transparent" || (told(colour)[3] ?? 1) < 0.5;
  const near = (one, other) => !clear(other) && told(one).slice(0, 3).every((it, at) => Math.abs(it - told(other)[at]) < 40);
  const painted = ["scale", "translate", "rotate", "offsetPath"];
  if (document.querySelector("dialog.shut")?.open) return faults;
  const all = [...document.querySelectorAll(".fixed")];
  if (JSON.stringify(all.map((it) => it.dataset.id)) !== JSON.stringify(expected.map(([id]) => id))) return [`blocks: ${all.map((it) => it.dataset.id)}`];
  const force = new CSSStyleSheet();
  force.replaceSync("* { pointer-events: auto !important }");
  for (const [id, text] of expected) {
    const block = all.find((it) => it.dataset.id === id);
    const words = block.querySelector(".fixed-words");
    if (!words || words.textContent !== text) { faults.push(`${id}: says ${words?.textContent}`); continue; }
    block.scrollIntoView({ block: "center" });
    const first = document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode();
    const range = document.createRange();
    if (first) range.selectNode(first);
    const boxes = [...range.getClientRects()].filter((it) => it.width > 4 && it.height > 6);
    const line = first?.parentElement ?? words;
    if (!boxes.length || !line.checkVisibility({ opacityProperty: true, visibilityProperty: true })) { faults.push(`${id}: takes up no room`); continue; }
    const box = boxes[0];
    const [x, y] = [box.left + box.width / 3, box.top + box.height / 2];
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) { faults.push(`${id}: off the page`); continue; }
    const sheets = document.adoptedStyleSheets;
    document.adoptedStyleSheets = [...sheets, force];
    const top = document.elementFromPoint(x, y);
    document.adoptedStyleSheets = sheets;
    if (!block.contains(top)) faults.push(`${id}: covered by ${top?.outerHTML.slice(0, 80)}`);
    let opacity = 1;
    for (let it = line; it; it = it.parentElement) opacity *= Number(getComputedStyle(it).opacity);
    if (opacity < 0.5) faults.push(`${id}: too faint`);
    for (const it of words.querySelectorAll("*")) {
      if (![...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
      const style = getComputedStyle(it);
      const colours = [style.color, style.webkitTextFillColor, getComputedStyle(it, "::first-line").color];
      const ground = [it, ...(function* () { for (let up = it.parentElement; up; up = up.parentElement) yield up; })()].map((one) => getComputedStyle(one).backgroundColor).find((one) => !clear(one));
      if (colours.some((colour) => clear(colour) || (ground && near(colour, ground)))) faults.push(`${id}: ${it.className} is painted away`);
      if (Number.parseFloat(style.letterSpacing) < -1 || Number.parseFloat(style.lineHeight) < 8 || style.unicodeBidi === "bidi-override" || Number.parseFloat(style.webkitTextStrokeWidth) > 0) faults.push(`${id}: ${it.className} is set otherwise`);
    }
    for (let it = line; it; it = it.parentElement) {
      const style = getComputedStyle(it);
      if (painted.some((name) => style[name] !== "none") || Number(style.zoom) !== 1) faults.push(`${id}: ${it.className} is moved`);
      if (Number(style.opacity) < 0.5 || style.filter !== "none" || style.clipPath !== "none" || style.transform !== "none") faults.push(`${id}: ${it.className} is painted otherwise`);
      if (!block.contains(it)) continue;
      if (style.textDecorationLine !== "none" || Number.parseFloat(style.fontSize) < 8 || style.color === "rgba(0, 0, 0, 0)" || style.color === getComputedStyle(block).backgroundColor) faults.push(`${id}: cannot be read`);
      for (const pseudo of ["::before", "::after"]) if (!["none", "normal"].includes(getComputedStyle(it, pseudo).content)) faults.push(`${id}: something is added`);
    }
  }
  return faults;
}
