// The few things that the page does with its elements. All text from the mock goes through `textContent`.

export const byId = (id) => document.getElementById(id);

/** Makes an element: `make("p", { class: "note" }, "Text", child)`. */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/**
 * Makes a button whose name goes on, for those who do not see where it stands, with what it is about:
 * `makeButton("Leave", " (Ada)", onClick)`.
 */
export function makeButton(text, about, onClick, attributes = {}) {
  const label = make("span", {}, text);
  const subject = make("span", { class: "hidden" }, about);
  const button = make("button", { type: "button", class: "small", ...attributes }, label, subject);
  button.addEventListener("click", () => onClick(button));
  return {
    node: button,
    update(newText, newAbout) {
      setText(label, newText);
      setText(subject, newAbout);
    },
  };
}

/** Changes a text only where it differs, so that a selection in it stays. */
export function setText(node, text) {
  if (node.textContent !== String(text)) node.textContent = text;
}

export function setHidden(node, hidden) {
  if (node.hidden !== hidden) node.hidden = hidden;
}

/** Shows a state in words and, by the class, in color. */
export function setPill(node, text, tone) {
  setText(node, text);
  const wanted = `pill ${tone}`;
  if (node.className !== wanted) node.className = wanted;
}

const views = new WeakMap();

/**
 * Makes the children of a container those of the items, in their order. An element stays the same for as long
 * as its item is there, and with it the focus and what was typed.
 *
 * `create(item)` returns `{ node, update(item, context) }`; `key(item, index)` tells items apart.
 */
export function sync(container, items, key, create, context) {
  const known = views.get(container) ?? new Map();
  const wanted = new Map(items.map((item, index) => [key(item, index), item]));
  let lost = -1;
  for (const [id, view] of known) {
    if (wanted.has(id)) continue;
    if (view.node.contains(document.activeElement)) {
      lost = [...container.children].indexOf(view.node);
    }
    view.node.remove();
    known.delete(id);
  }
  let place = container.firstElementChild;
  for (const [id, item] of wanted) {
    const view = known.get(id) ?? create(item);
    view.update(item, context);
    known.set(id, view);
    if (view.node === place) place = place.nextElementSibling;
    else container.insertBefore(view.node, place);
  }
  views.set(container, known);
  if (lost >= 0) focusNear(container, lost);
}

/** Where the focus goes when its element is gone: to the neighbour, else to the heading of the section. */
function focusNear(container, index) {
  const neighbour = container.children[Math.min(index, container.children.length - 1)];
  const target = neighbour?.querySelector("button, input, summary") ?? sectionHeading(container);
  target?.focus({ preventScroll: true });
}

function sectionHeading(node) {
  return node.closest("section")?.querySelector("h2[tabindex]");
}
