// What attacks in the page use: the view, as anybody's script can find it, and blocks by their ids.
const view = (globalThis.__view ??= document.querySelector(".words").pmViewDesc.spec.view);
const schema = view.state.schema;
const isBlock = (node) => node.type.name === "block" || node.type.name === "fixed";
const at = (id, doc = view.state.doc) => {
  let found = null;
  doc.descendants((node, pos) => {
    if (!found && isBlock(node) && node.attrs.id === id) found = { node, pos, end: pos + node.nodeSize };
    return !found;
  });
  return found;
};
const into = (id, field = "blocks") => {
  const block = at(id);
  let found = null;
  block.node.forEach((child, offset) => {
    if (child.attrs.field === field) found = { node: child, pos: block.pos + 1 + offset, start: block.pos + 2 + offset, end: block.pos + 1 + offset + child.nodeSize };
  });
  return found;
};
const region = (name) => {
  let found = null;
  view.state.doc.forEach((node, pos) => {
    if (node.attrs.name === name) found = { node, pos, start: pos + 1, end: pos + node.nodeSize };
  });
  return found;
};
const words = (field, text) => schema.nodes.words.create({ field, kind: "inline" }, text ? schema.text(text) : null);
const rest = () => [words("short", ""), schema.nodes.entries.create({ field: "channels" })];
const paragraph = (id, text) => schema.nodes.block.create({ id, type: "text", mode: "open", settings: {} }, [words("text", text), ...rest()]);
const group = (id, when, ...blocks) => schema.nodes.block.create({ id, type: "group", mode: "open", settings: { when } }, [...rest(), schema.nodes.inside.create({ field: "blocks" }, blocks)]);
const named = (node, id) => node.type.create({ ...node.attrs, id }, node.content);
const send = (tr) => view.dispatch(tr);
const set = (id, attrs) => send(view.state.tr.setNodeMarkup(at(id).pos, null, { ...at(id).node.attrs, ...attrs }));
const settings = (id, values) => set(id, { settings: { ...at(id).node.attrs.settings, ...values } });
const shown = (id) => document.querySelector(`.fixed[data-id="${id}"]`);
const said = (id) => shown(id).querySelector(".fixed-words");
const chosen = (id) => {
  const tr = view.state.tr;
  view.focus();
  send(tr.setSelection(Object.getPrototypeOf(view.state.selection.constructor).fromJSON ? Object.getPrototypeOf(view.state.selection.constructor).fromJSON(tr.doc, { type: "node", anchor: at(id).pos }) : null));
};
const cursor = (id, field = "text", offset = 0) => {
  view.focus();
  const block = at(id);
  let pos = null;
  block.node.forEach((child, where) => {
    if (child.attrs.field === field) pos = block.pos + 2 + where + offset;
  });
  send(view.state.tr.setSelection(selection({ type: "text", anchor: pos, head: pos })));
};
const selection = (told) => Object.getPrototypeOf(view.state.selection.constructor).fromJSON(view.state.doc, told);
// What hands cannot do by themselves: exact selections, and what somebody else's page put on the clipboard.
const select = (told) => {
  view.focus();
  send(view.state.tr.setSelection(selection(told)));
};
const between = (first, last) => select({ type: "text", anchor: at(first).pos + 3, head: at(last).pos + 4 });
const edge = (id, end) => {
  const place = at(id).pos + 2 + (end ? at(id).node.child(0).content.size : 0);
  select({ type: "text", anchor: place, head: place });
};
const carrying = (kinds) => {
  const data = new DataTransfer();
  for (const [kind, value] of Object.entries(kinds)) if (value) data.setData(kind, value);
  return data;
};
const paste = (kinds) => view.dom.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carrying(kinds), bubbles: true, cancelable: true }));
const pasteSlice = (id) => {
  const { dom, text } = view.serializeForClipboard(view.state.doc.slice(at(id).pos, at(id).end));
  paste({ "text/html": dom.innerHTML, "text/plain": text });
};
const dragging = (id, move) => {
  view.dragging = { slice: view.state.doc.slice(at(id).pos, at(id).end), move };
  if (move) send(view.state.tr.setSelection(selection({ type: "node", anchor: at(id).pos })));
};
const drop = () => {
  const target = view.domAtPos(at("closing").pos + 3).node.parentElement;
  target.scrollIntoView({ block: "center" });
  const { left, top } = target.getBoundingClientRect();
  const html = "<div class=fixed data-id=own data-type=text>x</div><p>Dropped.</p>";
  const dataTransfer = carrying({ "text/html": html, "text/plain": "Dropped." });
  target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true, clientX: left + 6, clientY: top + 6 }));
};
const openForm = (id) => document.querySelector(".words").pmViewDesc.spec.sheet.openSettings(id);
const fill = (label, value) => {
  for (const it of document.querySelectorAll(".settings :disabled")) it.disabled = false;
  const field = [...document.querySelectorAll(".settings label")].find((it) => it.textContent.startsWith(label));
  const input = field.querySelector("input, select, textarea");
  input.value = value;
  input.dispatchEvent(new Event("change", { bubbles: true }));
};
const editable = (block) => {
  for (const it of [block, ...block.querySelectorAll("*")]) Object.assign(it.style, { userSelect: "text", webkitUserModify: "read-write" });
  block.contentEditable = "true";
  block.focus();
};
const marked = (element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
};
