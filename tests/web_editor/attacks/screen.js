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
  force.replaceSync("*, ::before, ::after { pointer-events: auto !important }");
  const inside = (one, other) => { const [x, y] = [one.left + one.width / 2, one.top + one.height / 2]; return x > other.left - 16 && x < other.right + 16 && y > other.top && y < other.bottom; };
  all.forEach((it, at) => {
    const [one, next] = [it, all[at + 1]].map((block) => block?.getBoundingClientRect());
    if (next && next.bottom <= one.top + 4 && next.left < one.right && one.left < next.right) faults.push(`${it.dataset.id}: behind what follows it`);
  });
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
    if (!words.contains(top)) faults.push(`${id}: covered by ${top?.outerHTML.slice(0, 80)}`);
    let opacity = 1;
    for (let it = line; it; it = it.parentElement) opacity *= Number(getComputedStyle(it).opacity);
    if (opacity < 0.5) faults.push(`${id}: too faint`);
    for (const it of words.querySelectorAll("*")) {
      if (![...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
      const style = getComputedStyle(it);
      const colours = [style.color, style.webkitTextFillColor, getComputedStyle(it, "::first-line").color];
      const ground = [it, ...(function* () { for (let up = it.parentElement; up; up = up.parentElement) yield up; })()].map((one) => getComputedStyle(one).backgroundColor).find((one) => !clear(one));
      if (colours.some((colour) => clear(colour) || (ground && near(colour, ground)))) faults.push(`${id}: ${it.className} is painted away`);
      const first = getComputedStyle(it, "::first-line").textDecorationLine;
      if (first !== "none" || style.backgroundImage !== "none" || style.textShadow !== "none" || style.boxShadow !== "none" || ["list-item", "flex"].includes(style.display)) faults.push(`${id}: ${it.className} is painted over`);
      if (Number.parseFloat(style.lineHeight) < 0.9 * Number.parseFloat(style.fontSize)) faults.push(`${id}: ${it.className} is squeezed`);
      for (const node of it.childNodes) {
        if (node.nodeType !== 3 || !node.data.trim()) continue;
        const part = document.createRange();
        part.selectNode(node);
        const parts = [...part.getClientRects()].filter((one) => one.width > 2);
        if (!parts.length || !parts.every((one) => inside(one, it.getBoundingClientRect()) && inside(one, words.getBoundingClientRect()) && inside(one, block.getBoundingClientRect()))) faults.push(`${id}: ${it.className} is cut off`);
        for (const marks of CSS.highlights.values()) if ([...marks].some((range) => range.intersectsNode(node))) faults.push(`${id}: ${it.className} is marked`);
      }
      if (Number.parseFloat(style.letterSpacing) < -1 || Number.parseFloat(style.lineHeight) < 8 || style.unicodeBidi === "bidi-override" || Number.parseFloat(style.webkitTextStrokeWidth) > 0) faults.push(`${id}: ${it.className} is set otherwise`);
    }
    for (const it of block.querySelectorAll("*")) {
      const style = getComputedStyle(it);
      if (style.boxShadow !== "none" || (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 9)) faults.push(`${id}: ${it.className} lies over it`);
    }
    for (let it = line; it; it = it.parentElement) {
      const style = getComputedStyle(it);
      if (style.textDecorationLine !== "none") faults.push(`${id}: ${it.className} strikes it out`);
      for (const pseudo of ["::before", "::after"]) if (!["none", "normal"].includes(getComputedStyle(it, pseudo).content)) faults.push(`${id}: ${it.className} has something added`);
      if (painted.some((name) => style[name] !== "none") || Number(style.zoom) !== 1) faults.push(`${id}: ${it.className} is moved`);
      if (Number(style.opacity) < 0.5 || style.filter !== "none" || style.clipPath !== "none" || style.transform !== "none") faults.push(`${id}: ${it.className} is painted otherwise`);
      if (!block.contains(it)) continue;
      if (style.textDecorationLine !== "none" || Number.parseFloat(style.fontSize) < 8 || style.color === "rgba(0, 0, 0, 0)" || style.color === getComputedStyle(block).backgroundColor) faults.push(`${id}: cannot be read`);
    }
  }
  return faults;
}
