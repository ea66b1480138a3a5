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

/** Makes a row of a list: what it is about, its state, facts in small letters, and buttons. */
export function makeRow(...buttons) {
  const subject = make("span", { class: "name" });
  const state = make("span");
  const facts = make("span", { class: "note" });
  const line = make("span", { class: "line" }, ...buttons.map((button) => button.node));
  return {
    node: make("li", { class: "row" }, make("span", { class: "who" }, subject, state), facts, line),
    update(text, [stateText, tone], parts) {
      setText(subject, text);
      setPill(state, stateText, tone);
      setText(facts, parts.filter(Boolean).join(" · "));
    },
  };
}

/** Changes a text only where it differs, so that a selection in it stays. */
export function setText(node, text) {
  if (node.textContent !== String(text)) node.textContent = text;
}

/** As `setText`, for a path or a name in parts: where there is little room, lines break between the parts. */
export function setParts(node, text) {
  if (node.textContent === text) return;
  node.replaceChildren(...text.split(/(?<=[/.?&])/).flatMap((part) => [part, make("wbr")]));
}

/** Hides or shows an element. The focus, if it is inside, goes to a button beside it, else to the heading. */
export function setHidden(node, hidden) {
  if (node.hidden === hidden) return;
  const loses = hidden && node.contains(document.activeElement);
  node.hidden = hidden;
  if (loses) focusInside(node.parentElement, node);
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
  focusInside(container.children[Math.min(index, container.children.length - 1)], container);
}

function focusInside(node, gone) {
  const section = gone.closest("section");
  if (section === null) return;
  const controls = [...(node?.querySelectorAll("button, input, summary") ?? [])];
  const target = controls.find((each) => each.checkVisibility()) ?? section.querySelector("h2[tabindex]");
  target?.focus({ preventScroll: true });
}
