// Transactions that a script in the page sends through the editor's own view, and states put into it.

//# view: delete
// A locked block is deleted.
//? fortress: rule
//= clause
const b = at("notice");
send(view.state.tr.delete(b.pos, b.end));
//= in a group
const b = at("fee");
send(view.state.tr.delete(b.pos, b.end));
//= footer
const b = at("foot");
send(view.state.tr.delete(b.pos, b.end));

//# view: delete what is around
// The block around a locked one is deleted.
//? fortress: rule
//= group
const b = at("cases");
send(view.state.tr.delete(b.pos, b.end));
//= columns
const b = at("pair");
send(view.state.tr.delete(b.pos, b.end));
//= panel
const b = at("boxed");
send(view.state.tr.delete(b.pos, b.end));

//# view: delete a range
// A range that holds locked blocks among others is deleted.
//? fortress: rule
//= middle
send(view.state.tr.delete(at("opening").pos, at("own").end));
//= deep
send(view.state.tr.deleteRange(at("case").pos + 2, at("hours").pos));
//= all
send(view.state.tr.delete(0, view.state.doc.content.size));

//# view: replace
// An open block is put where a locked one stands.
//? fortress: rule
//= same id
const b = at("own");
send(view.state.tr.replaceWith(b.pos, b.end, paragraph("own", "Ours now.")));
//= other id
const b = at("notice");
send(view.state.tr.replaceWith(b.pos, b.end, paragraph("mine", "Ours now.")));

//# view: rename
// A locked block gets another id.
//? fortress: rule
//= id
set("notice", { id: "notice-2" });
//= borrowed
set("own", { id: "middle" });

//# view: another type
// A locked block is said to be of another type.
//? fortress: rule
//= fixed
set("notice", { type: "text" });
//= words
set("wordy", { type: "heading" });

//# view: mode
// A bound block is said to be open.
//? fortress: rule
//= fixed
set("own", { mode: "open" });
//= words
set("wordy", { mode: "open" });
//= panel
set("boxed", { mode: "open" });

//# view: node of another kind
// A reference becomes a block that can be written in.
//? fortress: rule
//= markup
const b = at("own");
send(view.state.tr.setNodeMarkup(b.pos, schema.nodes.block, { id: "own", type: "text", mode: "open", settings: {} }));

//# view: swap
// Two locked blocks change places.
//? fortress: rule
//= beside
const [a, b] = [at("notice"), at("own")];
send(view.state.tr.replaceWith(b.pos, b.end, a.node).replaceWith(a.pos, a.end, b.node));
//= regions
const [a, b] = [at("own"), at("foot")];
send(view.state.tr.replaceWith(b.pos, b.end, a.node).replaceWith(a.pos, a.end, b.node));
//= in groups
const [a, b] = [at("fee"), at("deep")];
send(view.state.tr.replaceWith(b.pos, b.end, a.node).replaceWith(a.pos, a.end, b.node));

//# view: move past another
// A locked block moves past another bound one.
//? fortress: rule
//= down
const a = at("notice");
const to = at("own").end;
send(view.state.tr.insert(to, a.node).delete(a.pos, a.end));
//= up
const a = at("own");
const to = at("notice").pos;
send(view.state.tr.delete(a.pos, a.end).insert(to, a.node));

//# view: another region
// A locked block moves into another region.
//? fortress: rule
//= footer
const a = at("notice");
const to = region("footer").start;
send(view.state.tr.insert(to, a.node).delete(a.pos, a.end));
//= header
const a = at("own");
const to = region("header_next").start;
send(view.state.tr.delete(a.pos, a.end).insert(to, a.node));

//# view: into another block
// A locked block moves into a group, a column or a slot.
//? fortress: rule
//= group
const a = at("own");
const to = into("cases").start;
send(view.state.tr.insert(to, a.node).delete(a.pos, a.end));
//= column
const a = at("own");
const to = into("pair", "cells.1").start;
send(view.state.tr.insert(to, a.node).delete(a.pos, a.end));
//= slot
const a = at("own");
const to = into("place").start;
send(view.state.tr.insert(to, a.node).delete(a.pos, a.end));

//# view: out of its block
// A locked block leaves the block it stands in.
//? fortress: rule
//= group
const a = at("fee");
const to = at("closing").pos;
send(view.state.tr.insert(to, a.node).delete(a.pos, a.end));
//= lifted
const g = at("cases");
send(view.state.tr.replaceWith(g.pos, g.end, into("cases").node.content));

//# view: duplicate
// A locked block is put in a second time.
//? fortress: rule
//= same id
send(view.state.tr.insert(at("closing").pos, at("notice").node));
//= other id
send(view.state.tr.insert(at("closing").pos, named(at("notice").node, "notice-2")));
//= in a new group
send(view.state.tr.insert(at("closing").pos, group("new", "days > 1", named(at("own").node, "own-2"))));

//# view: duplicate what is around
// A block that holds a locked one is put in a second time.
//? fortress: rule
//= group
send(view.state.tr.insert(at("closing").pos, named(at("cases").node, "cases-2")));
//= columns
send(view.state.tr.insert(at("closing").pos, named(at("pair").node, "pair-2")));

//# view: wrap
// A group that never holds is put around a locked block.
//? fortress: rule
//= clause
const b = at("notice");
send(view.state.tr.replaceWith(b.pos, b.end, group("hiding", "days > 999999", b.node)));
//= own
const b = at("own");
send(view.state.tr.replaceWith(b.pos, b.end, group("hiding", "false", b.node)));
//= in a group
const b = at("fee");
send(view.state.tr.replaceWith(b.pos, b.end, group("hiding", "days < 0", b.node)));

//# view: wrap by a step
// A step that replaces around wraps a locked block.
//? fortress: rule
//= around
const b = at("notice");
const $a = view.state.doc.resolve(b.pos), $b = view.state.doc.resolve(b.end);
const range = $a.blockRange($b);
send(view.state.tr.wrap(range, [{ type: schema.nodes.block, attrs: { id: "hiding", type: "group", mode: "open", settings: { when: "false" } } }, { type: schema.nodes.inside, attrs: { field: "blocks" } }]));

//# view: condition around it
// The condition of a group around it changes.
//? fortress: rule
//= outer
settings("cases", { when: "days > 999999" });
//= inner
settings("inner", { when: "days < 0" });
//= taken away
set("cases", { settings: {} });

//# view: repeat around it
// A group around it is repeated over a list, which may be empty.
//? fortress: rule
//= each
settings("cases", { each: "cards", as: "card" });

//# view: channel form around it
// A block around it is left out of a channel.
//? fortress: rule
//= absent
let done = false;
const b = at("cases");
b.node.forEach((child, offset) => { if (child.attrs.field === "channels") send(view.state.tr.insert(b.pos + 2 + offset, schema.nodes.entry.create({ key: "email", settings: { form: "absent" } }, words("more", "")))) });
//= mandatory
settings("cases", { mandatory: ["email"] });

//# view: another block around it
// The block around it becomes one of another type.
//? fortress: rule
//= group
set("inner", { type: "slot", settings: {} });
//= columns
set("pair", { type: "panel" });

//# view: slot around it
// How much a slot takes, or what, changes.
//? sealed: rule
//= most
settings("place", { most: 1 });
//= accepts
settings("place", { accepts: ["heading"] });
//= lock
settings("place", { lock: "locked" });

//# view: lock taken off
// The lock among the settings of a block changes.
//? fortress: rule
//= words
settings("wordy", { lock: "open" });
//= panel
settings("boxed", { lock: "open" });

//# view: settings of bound words
// A block whose words are free gets other settings.
//? fortress: rule
//= tone
settings("wordy", { tone: "lead" });
//= mandatory
settings("wordy", { mandatory: true });
//= note
settings("wordy", { note: "x" });

//# view: repin
// A clause with blanks shows another content block or version.
//? fortress: rule
//= block
settings("hours", { block: "notice" });
//= pinned
settings("hours", { follow: null, version: "1.0", hash: "0".repeat(64) });
//= always
settings("hours", { follow: "always" });

//# view: one attribute
// A step for one attribute changes it.
//? fortress: rule
//= id
send(view.state.tr.setNodeAttribute(at("notice").pos, "id", "notice-2"));
//= mode
send(view.state.tr.setNodeAttribute(at("wordy").pos, "mode", "open"));
//= field
send(view.state.tr.setNodeAttribute(into("cases").pos, "field", "cells.0"));

//# view: attribute of the document
// A step for the document's own lock opens a locked template.
//? sealed: rule
//= lock
send(view.state.tr.setDocAttribute("lock", "open"));

//# view: into a locked box
// A sentence is put into a locked box.
//? fortress: rule
//= new
send(view.state.tr.insert(into("boxed").start, paragraph("new", "New.")));
//= moved
const a = at("middle");
const to = into("boxed").start;
send(view.state.tr.insert(to, a.node).delete(a.pos, a.end));
//= short
const b = at("boxed");
send(view.state.tr.insertText("Short.", b.pos + 2));

//# view: columns
// Columns change places, go or come.
//? fortress: rule
//= swapped
const [a, b] = [into("pair", "cells.0"), into("pair", "cells.1")];
send(view.state.tr.replaceWith(b.start, b.end - 1, a.node.content).replaceWith(a.start, a.end - 1, b.node.content));
//= gone
const a = into("pair", "cells.0");
send(view.state.tr.delete(a.pos, a.end));
//= renamed
send(view.state.tr.setNodeAttribute(into("pair", "cells.0").pos, "field", "cells.1"));

//# view: regions
// A region goes, or is called another.
//? fortress: rule
//= renamed
send(view.state.tr.setNodeAttribute(region("footer").pos, "name", "header_next"));
//= emptied
const r = region("footer");
send(view.state.tr.delete(r.start, r.end - 1));

//# view: forged reference
// A reference is put in to wording that the template never had.
//? fortress: rule
//= clause
send(view.state.tr.insert(at("closing").pos, schema.nodes.fixed.create({ id: "new", type: "clause" })));
//= over an open one
const b = at("closing");
send(view.state.tr.replaceWith(b.pos, b.end, schema.nodes.fixed.create({ id: "closing", type: "text" })));

//# view: sealed template
// Something is added to a locked template, or its lines change.
//? sealed: rule
//= added
send(view.state.tr.insert(region("body").start, paragraph("new", "New.")));
//= line
send(view.state.tr.insertText("Ours", 2));
//= outside the slot
const a = at("in-place");
const to = region("body").start;
send(view.state.tr.delete(a.pos, a.end).insert(to, a.node));

//# view: template of words
// More than words changes where only words may.
//? worded: rule
//= level
settings("headline", { level: 2 });
//= added
send(view.state.tr.insert(region("body").start, paragraph("new", "New.")));
//= entry
let done = false;
view.state.doc.descendants((node, pos) => { if (!done && node.type.name === "entry") { done = true; send(view.state.tr.delete(pos, pos + node.nodeSize)) } });

//# view: replace everything
// The whole document is replaced by one of one's own.
//? fortress: rule
//= content
const r = region("body");
send(view.state.tr.replaceWith(r.start, r.end - 1, paragraph("mine", "All ours.")));
//= find and replace
const tr = view.state.tr;
view.state.doc.descendants((node, pos) => { if (node.type.name === "fixed") tr.replaceWith(tr.mapping.map(pos), tr.mapping.map(pos + node.nodeSize), paragraph(node.attrs.id, "Replaced.")) });
send(tr);

//# view: in two steps
// What one transaction may not do is done by two.
//? fortress: rule
//= renamed then deleted
set("own", { id: "middle-2" });
const b = at("middle-2") ?? at("own");
send(view.state.tr.delete(b.pos, b.end));
//= opened then written
set("wordy", { mode: "open" });
settings("wordy", { tone: "lead" });
//= wrapped later
const e = at("closing");
send(view.state.tr.insert(e.pos, group("hiding", "false", paragraph("p", "P."))));
const b = at("notice");
const to = into("hiding").start;
send(view.state.tr.insert(to, b.node).delete(b.pos, b.end));

//# view: said to be the server's
// A transaction says of itself that the server decided it.
//? fortress: rule
//= told
const b = at("notice");
send(view.state.tr.delete(b.pos, b.end).setMeta("decided by the server", true));
//= history
const b = at("notice");
send(view.state.tr.delete(b.pos, b.end).setMeta("addToHistory", false).setMeta("appendedTransaction", view.state.tr));
//= paste
const b = at("notice");
send(view.state.tr.delete(b.pos, b.end).setMeta("paste", true).setMeta("uiEvent", "cut"));

//# view: another state
// A state made past the rule is put into the view.
//? fortress: rule, keep
//= same plugins
const b = at("notice");
const tr = view.state.tr.delete(b.pos, b.end);
const made = view.state.constructor.create({ doc: tr.doc, plugins: view.state.plugins });
view.updateState(made);
//= no plugins
const b = at("notice");
const tr = view.state.tr.delete(b.pos, b.end);
view.updateState(view.state.constructor.create({ doc: tr.doc }));
//= props
const b = at("notice");
const tr = view.state.tr.delete(b.pos, b.end);
view.setProps({ state: view.state.constructor.create({ doc: tr.doc, plugins: [...view.state.plugins] }) });

//# view: plugins taken out
// The rule is taken out of the state, or made to allow everything.
//? fortress: rule, keep
//= reconfigured
view.updateState(view.state.reconfigure({ plugins: [] }));
const b = at("notice");
send(view.state.tr.delete(b.pos, b.end));
//= filter
view.state.filterTransaction = () => true;
const b = at("notice");
send(view.state.tr.delete(b.pos, b.end));
//= spec
for (const it of view.state.plugins) if (it.spec.filterTransaction) it.spec.filterTransaction = () => true;
const b = at("notice");
send(view.state.tr.delete(b.pos, b.end));

//# view: changed in place
// The nodes of the document are changed in place, without any transaction.
//? fortress: freeze
//= attrs
at("notice").node.attrs.id = "notice-2";
//= content
const c = region("body").node.content.content;
c.splice(c.findIndex((it) => it.attrs.id === "notice"), 1);
//= settings
at("cases").node.attrs.settings.when = "false";

//# view: other drawings
// The view is told to draw locked blocks in another way.
//? fortress: keep
//= node views
view.setProps({ nodeViews: { ...view.props.nodeViews, fixed: () => ({ dom: document.createElement("div"), ignoreMutation: () => true }) } });

//# view: undo and redo
// A locked block goes by undo or redo.
//? fortress: rule
//= redone
const b = at("notice");
send(view.state.tr.insert(b.pos, paragraph("p", "P.")));
const c = at("notice");
send(view.state.tr.delete(c.pos, c.end));
for (const key of ["z", "y"]) view.someProp("handleKeyDown", (f) => f(view, new KeyboardEvent("keydown", { key, ctrlKey: true })));
//= twice
const b = at("own");
send(view.state.tr.replaceWith(b.pos, b.end, paragraph("own", "Ours.")));
for (const key of ["z", "y"]) view.someProp("handleKeyDown", (f) => f(view, new KeyboardEvent("keydown", { key, ctrlKey: true })));
