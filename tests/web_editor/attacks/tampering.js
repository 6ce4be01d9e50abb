// Scripts that change the page around the editor: its elements, its styles, what lies over it.

//# page: other words
// The words on the screen are replaced.
//? fortress: redraw
//= text
said("notice").firstChild.textContent = "You may not object.";
//= node
said("own").firstChild.firstChild.data = "Ours now.";
//= markup
said("fee").innerHTML = "<p>It costs a lot.</p>";

//# page: words taken away
// Words, or the place they stand in, are taken off the screen.
//? fortress: redraw, seen
//= words
said("notice").remove();
//= line
said("own").replaceChildren();
//= all
shown("fee").replaceChildren();

//# page: words added
// Words are put before or behind the locked ones.
//? fortress: redraw
//= before
said("notice").prepend("Not: ");
//= behind
said("own").firstChild.append(" Or not.");
//= split
said("notice").firstChild.firstChild.splitText(8).before("not ");

//# page: translated
// An extension translates the words where they stand.
//? fortress: redraw
//= font
const p = said("notice").firstChild;
const f = document.createElement("font");
f.append("Sie haben keine Rechte.");
p.replaceChildren(f);
//= nodes
const walk = document.createTreeWalker(said("own"), NodeFilter.SHOW_TEXT);
while (walk.nextNode()) walk.currentNode.nodeValue = "Traduit.";

//# page: range taken out
// A range of the page is deleted or wrapped by the browser's own means.
//? fortress: redraw, seen
//= deleted
const r = document.createRange();
r.selectNodeContents(said("notice"));
r.deleteContents();
//= wrapped
const r = document.createRange();
r.selectNodeContents(said("own").firstChild);
const s = document.createElement("s");
r.surroundContents(s);
s.textContent = "gone";
//= extracted
const r = document.createRange();
r.selectNodeContents(shown("fee"));
r.extractContents();

//# page: style of the element
// The element gets a style that hides it.
//? fortress: redraw, seen
//= display
shown("notice").style.display = "none";
//= visibility
shown("own").style.visibility = "hidden";
//= opacity
shown("fee").style.opacity = "0";

//# page: attributes of the element
// The element is hidden by an attribute or a class.
//? fortress: redraw, seen
//= hidden
shown("notice").hidden = true;
//= popover
shown("own").setAttribute("popover", "manual");
//= css class
document.styleSheets[0].insertRule(".away { display: none !important }");
shown("fee").className = "fixed away";

//# page: styles inside
// What is inside the element gets a style that hides it.
//? fortress: redraw, seen
//= words
said("notice").style.display = "none";
//= colour
said("own").firstChild.style.color = "transparent";
//= size
said("fee").firstChild.style.fontSize = "1px";

//# page: styles around
// Something around the element is hidden.
//? fortress: seen
//= region
document.querySelector(".region-body").style.display = "none";
//= canvas
document.querySelector(".canvas").style.opacity = "0";
//= body
document.body.style.visibility = "hidden";

//# page: attributes around
// Something around the element gets an attribute or class that hides it.
//? fortress: seen
//= hidden
document.querySelector(".region-body").hidden = true;
//= css class
document.styleSheets[0].insertRule(".away { display: none !important }");
document.querySelector(".canvas").classList.add("away");

//# page: rule of a sheet
// A rule is written into the page's style sheet.
//? fortress: seen
//= display
document.styleSheets[0].insertRule(`.fixed { display: none !important }`, document.styleSheets[0].cssRules.length);
//= words
document.styleSheets[0].insertRule(`.fixed-words { visibility: hidden !important }`, document.styleSheets[0].cssRules.length);
//= size
document.styleSheets[0].insertRule(`.fixed-words p { font-size: 0 !important }`, document.styleSheets[0].cssRules.length);

//# page: rule that moves away
// A rule moves the words to where nobody sees them.
//? fortress: seen
//= off
document.styleSheets[0].insertRule(`.fixed { position: absolute !important; left: -9999px !important }`, document.styleSheets[0].cssRules.length);
//= indent
document.styleSheets[0].insertRule(`.fixed-words p { text-indent: -9999px !important }`, document.styleSheets[0].cssRules.length);
//= small
document.styleSheets[0].insertRule(`.fixed { transform: scale(0) !important }`, document.styleSheets[0].cssRules.length);

//# page: rule that paints over
// A rule paints the words so that they cannot be read.
//? fortress: seen
//= colour
document.styleSheets[0].insertRule(`.fixed-words, .fixed-words * { color: transparent !important }`, document.styleSheets[0].cssRules.length);
//= filter
document.styleSheets[0].insertRule(`.fixed { filter: opacity(0) !important }`, document.styleSheets[0].cssRules.length);
//= clip
document.styleSheets[0].insertRule(`.fixed-words { clip-path: inset(50%) !important }`, document.styleSheets[0].cssRules.length);

//# page: rule that strikes out
// A rule strikes the words through, or says something else in their place.
//? fortress: seen
//= struck
document.styleSheets[0].insertRule(`.fixed-words p { text-decoration: line-through !important }`, document.styleSheets[0].cssRules.length);
//= after
document.styleSheets[0].insertRule(`.fixed-words p::after { content: " (void)" }`, document.styleSheets[0].cssRules.length);
//= content
document.styleSheets[0].insertRule(`.fixed-words { content: url(data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7) }`, document.styleSheets[0].cssRules.length);

//# page: rule that shrinks
// A rule makes the words too small or turns them on their edge, itself or by what is around them.
//? fortress: seen
//= scale
document.styleSheets[0].insertRule(`.region { scale: 0.2 !important }`, document.styleSheets[0].cssRules.length);
//= zoom
document.styleSheets[0].insertRule(`.fixed-words p { zoom: 0.2 !important }`, document.styleSheets[0].cssRules.length);
//= edge
document.styleSheets[0].insertRule(`.fixed-words { rotate: x 89deg !important }`, document.styleSheets[0].cssRules.length);

//# page: rule that shifts
// A rule shifts the words without a transform.
//? fortress: seen
//= translate
document.styleSheets[0].insertRule(`.fixed-words p { translate: -9999px !important }`, document.styleSheets[0].cssRules.length);
//= path
document.styleSheets[0].insertRule(`.fixed-words { offset-path: path("M 0 0 L -9999 0") !important; offset-distance: 100% !important }`, document.styleSheets[0].cssRules.length);

//# page: layers that fade
// Several layers are faint, none of them so faint that it could not be meant.
//? fortress: seen
//= around
document.styleSheets[0].insertRule(`.region, .ProseMirror, .canvas { opacity: 0.6 !important }`, document.styleSheets[0].cssRules.length);
//= inside
document.styleSheets[0].insertRule(`.fixed, .fixed-words, .fixed-words p { opacity: 0.6 !important }`, document.styleSheets[0].cssRules.length);

//# page: rule that paints a part
// A rule paints some of the words so that they cannot be read: an amount, the inside of letters, a first line.
//? fortress: seen
//= amount
document.styleSheets[0].insertRule(`.fixed-words .chip, .fixed-words strong { color: transparent !important; background: none !important }`, document.styleSheets[0].cssRules.length);
//= fill
document.styleSheets[0].insertRule(`.fixed-words p { -webkit-text-fill-color: transparent !important }`, document.styleSheets[0].cssRules.length);
//= first
document.styleSheets[0].insertRule(`.fixed-words p::first-line { color: transparent !important }`, document.styleSheets[0].cssRules.length);

//# page: rule that pales
// A rule paints the words almost as what they stand on.
//? fortress: seen
//= almost
const [r, g, b] = getComputedStyle(shown("notice")).backgroundColor.match(/\d+/g).map(Number);
document.styleSheets[0].insertRule(`.fixed-words * { color: rgb(${r - 6}, ${g - 6}, ${b - 6}) !important }`, document.styleSheets[0].cssRules.length);
//= see-through
document.styleSheets[0].insertRule(`.fixed-words * { color: rgb(0 0 0 / 6%) !important }`, document.styleSheets[0].cssRules.length);
//= outline
document.styleSheets[0].insertRule(`.fixed-words * { -webkit-text-stroke: 9px #fff8e6 !important }`, document.styleSheets[0].cssRules.length);

//# page: rule that paints in other ways
// A rule paints the words away in a colour that is written otherwise, or blots them out with their own shadow.
//? fortress: seen
//= polar
document.styleSheets[0].insertRule(`.fixed-words * { color: oklch(0 0 0 / 0) !important }`, document.styleSheets[0].cssRules.length);
//= wide
document.styleSheets[0].insertRule(`.fixed-words * { color: color(display-p3 0 0 0 / 0) !important }`, document.styleSheets[0].cssRules.length);
//= shadow
document.styleSheets[0].insertRule(`.fixed-words p { text-shadow: 3px 0 currentcolor, -3px 0 currentcolor, 0 3px currentcolor, 0 -3px currentcolor !important }`, document.styleSheets[0].cssRules.length);

//# page: rule that lies over it untouched
// What belongs to the page, or what a rule adds to it, is painted over the words and lets a pointer through.
//? fortress: seen
//= preview
document.styleSheets[0].insertRule(`.desk-right::after { content: ""; position: fixed; inset: 0; z-index: 99; background: #fff; pointer-events: none }`, document.styleSheets[0].cssRules.length);
//= tools
const sheet = new CSSStyleSheet();
sheet.replaceSync(`.tools::after { content: ""; position: fixed; inset: 0; z-index: 99; background: oklch(1 0 0); pointer-events: none }`);
document.adoptedStyleSheets = [sheet];
//= itself
document.querySelector(".desk-right").style.cssText = "position: fixed; inset: 0; z-index: 99; background: #fff; pointer-events: none";

//# page: rule that squeezes
// A rule sets letters, lines or the order of letters so that nobody can read them.
//? fortress: seen
//= letters
document.styleSheets[0].insertRule(`.fixed-words p { letter-spacing: -1em !important }`, document.styleSheets[0].cssRules.length);
//= lines
document.styleSheets[0].insertRule(`.fixed-words p { line-height: 0 !important }`, document.styleSheets[0].cssRules.length);
//= order
document.styleSheets[0].insertRule(`.fixed-words p { unicode-bidi: bidi-override !important; direction: rtl !important }`, document.styleSheets[0].cssRules.length);

//# page: parts that lie over
// What belongs to the block itself, its heading or its citation, is laid over the words.
//? fortress: seen
//= heading
document.styleSheets[0].insertRule(`.fixed { position: relative !important }`, document.styleSheets[0].cssRules.length);
document.styleSheets[0].insertRule(`.fixed-head { position: absolute !important; inset: 0; background: white; z-index: 2 }`, document.styleSheets[0].cssRules.length);
//= shadow
document.styleSheets[0].insertRule(`.fixed-head { position: relative; box-shadow: 0 60px 0 60px white; z-index: 2 }`, document.styleSheets[0].cssRules.length);
//= outline
document.styleSheets[0].insertRule(`.fixed .ask, .fixed-why { position: relative; outline: 300px solid white; z-index: 2 }`, document.styleSheets[0].cssRules.length);

//# page: painted behind
// What lies behind the words gets the colour of the words, or their shadows blur them.
//? fortress: seen
//= gradient
document.styleSheets[0].insertRule(`.fixed-words p { background-image: linear-gradient(currentcolor, currentcolor) !important }`, document.styleSheets[0].cssRules.length);
//= inset
document.styleSheets[0].insertRule(`.fixed-words p { box-shadow: inset 0 0 0 90px currentcolor !important }`, document.styleSheets[0].cssRules.length);
//= shadows
document.styleSheets[0].insertRule(`.fixed-words p { text-shadow: 3px 0 currentcolor, -3px 0 currentcolor, 0 4px currentcolor, 0 -4px currentcolor !important }`, document.styleSheets[0].cssRules.length);

//# page: cut off
// Some of the words are left out of what is shown: the end of a line, a part of it, all of them.
//? fortress: seen
//= line
document.styleSheets[0].insertRule(`.fixed-words p { white-space: nowrap; overflow: hidden; width: 60px !important }`, document.styleSheets[0].cssRules.length);
//= part
document.styleSheets[0].insertRule(`.fixed-words .chip, .fixed-words strong { display: none !important }`, document.styleSheets[0].cssRules.length);
//= skipped
document.styleSheets[0].insertRule(`.fixed-words { content-visibility: hidden !important }`, document.styleSheets[0].cssRules.length);

//# page: pushed aside
// Edges push the words out of the block, or flatten what they stand in.
//? fortress: seen
//= margin
document.styleSheets[0].insertRule(`.fixed-words p { margin-left: -9999px !important }`, document.styleSheets[0].cssRules.length);
//= padding
document.styleSheets[0].insertRule(`.fixed-words { padding-left: 9999px !important }`, document.styleSheets[0].cssRules.length);
//= flat
document.styleSheets[0].insertRule(`.fixed-words { max-height: 4px; overflow: hidden }`, document.styleSheets[0].cssRules.length);

//# page: struck out from outside
// Something around the words, their first line or a mark of their own strikes them out or speaks before them.
//? fortress: seen
//= around
document.styleSheets[0].insertRule(`.within { text-decoration: line-through !important }`, document.styleSheets[0].cssRules.length);
//= first line
document.styleSheets[0].insertRule(`.fixed-words p::first-line { text-decoration: line-through !important }`, document.styleSheets[0].cssRules.length);
//= mark
document.styleSheets[0].insertRule(`.fixed-words p { display: list-item !important; list-style: inside 'Not: ' !important }`, document.styleSheets[0].cssRules.length);

//# page: veil
// A rule lays something over the words that belongs to what is around them.
//? fortress: seen
//= page
document.styleSheets[0].insertRule(`html::before { content: ''; position: fixed; inset: 0; background: white; z-index: 999; pointer-events: none }`, document.styleSheets[0].cssRules.length);
//= dot
document.styleSheets[0].insertRule(`.region { position: relative }`, document.styleSheets[0].cssRules.length);
document.styleSheets[0].insertRule(`.region::before { content: '• '; position: absolute; inset: 0; background: white; z-index: 9; pointer-events: none }`, document.styleSheets[0].cssRules.length);
//= bar
document.styleSheets[0].insertRule(`.tools { position: fixed !important; inset: 0 !important; background: white; z-index: 99 }`, document.styleSheets[0].cssRules.length);

//# page: other order
// A rule shows the blocks, or the words, in another order than they have, or lines in each other.
//? fortress: seen
//= blocks
document.styleSheets[0].insertRule(`.region-body > .within { display: flex !important; flex-direction: column-reverse !important }`, document.styleSheets[0].cssRules.length);
//= words
document.styleSheets[0].insertRule(`.fixed-words p { display: flex !important; flex-direction: row-reverse !important }`, document.styleSheets[0].cssRules.length);
//= lines
document.styleSheets[0].insertRule(`.fixed-words p { line-height: 9px !important; font-size: 30px !important }`, document.styleSheets[0].cssRules.length);

//# page: marks of a script
// A script marks the words, without an element, and paints what is marked.
//? fortress: seen
//= highlight
document.styleSheets[0].insertRule(`::highlight(away) { color: transparent; background-color: white }`, document.styleSheets[0].cssRules.length);
const r = document.createRange();
r.selectNodeContents(said("notice"));
CSS.highlights.set("away", new Highlight(r));

//# page: sheet of one's own
// A style sheet is added to the page.
//? fortress: seen
//= adopted
const s = new CSSStyleSheet();
s.replaceSync(".fixed { display: none !important }");
document.adoptedStyleSheets = [s];
//= frozen
const s = new CSSStyleSheet();
s.replaceSync(".fixed-words { opacity: 0 !important }");
document.adoptedStyleSheets.push(s);

//# page: cover
// Something is laid over the words.
//? fortress: seen
//= page
const c = document.createElement("div");
Object.assign(c.style, { position: "fixed", inset: "0", background: "white", zIndex: 99999 });
document.body.append(c);
//= no pointer
const c = document.createElement("div");
Object.assign(c.style, { position: "fixed", inset: "0", background: "white", zIndex: 99999, pointerEvents: "none" });
document.body.append(c);
//= in the sheet
const c = document.createElement("div");
Object.assign(c.style, { position: "absolute", inset: "0", background: "white", zIndex: 99 });
const r = document.querySelector(".region-body");
r.style.position = "relative";
r.append(c);

//# page: cover in the top layer
// Something is laid over everything as a popover.
//? fortress: seen
//= popover
const c = document.createElement("div");
c.popover = "manual";
Object.assign(c.style, { width: "100vw", height: "100vh", background: "white" });
document.body.append(c);
c.showPopover();

//# page: shadow tree
// The element gets a shadow tree that shows something else.
//? fortress: shadow, seen
//= block
shown("notice").attachShadow({ mode: "open" }).innerHTML = "<p>Nothing here.</p>";
//= words
said("own").attachShadow({ mode: "closed" }).innerHTML = "<p>Nothing here.</p>";

//# page: shadow tree around
// Something around it gets a shadow tree.
//? fortress: seen
//= region
document.querySelector(".region-body").attachShadow({ mode: "closed" });
//= within
document.querySelector(".region-body > .within").attachShadow({ mode: "closed" });

//# page: what the server said
// What the editor was told of the wording is changed, and the words drawn again.
//? fortress: told
//= lines
const told = document.querySelector(".words").pmViewDesc.spec.sheet.opened.fixed;
told.notice.lines.splice(0, 9, { kind: "paragraph", runs: [{ text: "You may not object." }] });
const spec = shown("notice").pmViewDesc.spec;
shown("notice").title = "x";
//= runs
document.querySelector(".words").pmViewDesc.spec.sheet.opened.fixed.own.lines[0].runs[0].text = "Ours now.";
shown("own").title = "x";

//# page: watcher let go
// What watches the element is told to stop, and the words are replaced.
//? fortress: redraw
//= guard
const spec = shown("notice").pmViewDesc.spec;
for (const it of Object.values(spec)) if (it instanceof MutationObserver) it.disconnect();
spec.guard?.disconnect();
said("notice").firstChild.textContent = "You may not object.";

//# page: commands
// The browser's own editing commands are used on it.
//? fortress: redraw, seen
//= insert
const block = shown("notice");
editable(block);
marked(said("notice").firstChild);
document.execCommand("insertText", false, "Ours");
//= delete
const block = shown("own");
editable(block);
marked(said("own").firstChild);
document.execCommand("delete");
//= html
const block = shown("fee");
editable(block);
marked(said("fee").firstChild);
document.execCommand("insertHTML", false, "<b>Ours</b>");

//# page: element moved
// The element of a locked block is moved, copied or taken off the page.
//? fortress: rule, reader, redraw, parse
//= removed
shown("notice").remove();
//= copied
shown("notice").after(shown("notice").cloneNode(true));
//= moved
document.querySelector(".region-footer > .within").append(shown("own"));

//# page: region emptied
// What is around locked blocks is emptied or replaced.
//? fortress: rule, reader, redraw
//= emptied
document.querySelector(".region-footer > .within").replaceChildren();
//= replaced
const w = document.querySelector(".region-footer > .within");
w.innerHTML = "<p>Ours.</p>";
