"use strict";
// The picture of an architecture: what is drawn stands in the page, what is known of it in the element "data".
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const by = id => document.getElementById(id);
  const [canvas, facts, live, stages, search, source] = ["canvas", "facts", "live", "stages", "search", "source"].map(by);
  const pictures = [...canvas.querySelectorAll("svg.picture")];
  const views = pictures.map(svg => ({ ...home(svg), svg }));
  let current = 0;

  const stage = () => data[current];
  const svg = () => pictures[current];
  const nodes = () => [...svg().querySelectorAll(".node")];
  const stateOf = number => stage().reach.states[number];
  const element = (tag, text) => Object.assign(document.createElement(tag), text === undefined ? {} : { textContent: text });

  // Pan and zoom: the view box is the part of the picture that is seen.

  function home(picture) {
    return { x: -20, y: -20, w: Number(picture.dataset.width) + 40, h: Number(picture.dataset.height) + 40 };
  }

  function show() {
    const view = views[current];
    view.svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
  }

  function scale() {
    const view = views[current];
    const box = view.svg.getBoundingClientRect();
    return Math.max(view.w / box.width, view.h / box.height) || 1;
  }

  function spot(x, y) {
    const view = views[current];
    const box = view.svg.getBoundingClientRect();
    const unit = scale();
    return { x: view.x + view.w / 2 + (x - box.left - box.width / 2) * unit, y: view.y + view.h / 2 + (y - box.top - box.height / 2) * unit };
  }

  function zoom(factor, at) {
    const view = views[current];
    const most = home(view.svg);
    const w = Math.min(Math.max(view.w * factor, most.w / 40), most.w * 4);
    const ratio = w / view.w;
    const centre = at ?? { x: view.x + view.w / 2, y: view.y + view.h / 2 };
    Object.assign(view, { x: centre.x - (centre.x - view.x) * ratio, y: centre.y - (centre.y - view.y) * ratio, w, h: view.h * ratio });
    show();
  }

  function pan(x, y) {
    const view = views[current];
    const unit = scale();
    view.x -= x * unit;
    view.y -= y * unit;
    show();
  }

  function fit() {
    Object.assign(views[current], home(svg()));
    show();
  }

  // To the middle, and as large as it is drawn.
  function bring(element) {
    const view = views[current];
    const box = element.getBBox();
    if (scale() > 1) {
      zoom(1 / scale());
    }

    Object.assign(view, { x: box.x + box.width / 2 - view.w / 2, y: box.y + box.height / 2 - view.h / 2 });
    show();
  }

  by("in").addEventListener("click", () => zoom(0.8));
  by("out").addEventListener("click", () => zoom(1.25));
  by("fit").addEventListener("click", fit);
  canvas.addEventListener("wheel", event => {
    event.preventDefault();
    zoom(Math.exp(event.deltaY * 0.0015), spot(event.clientX, event.clientY));
  }, { passive: false });

  const pointers = new Map();
  let moved = false;
  canvas.addEventListener("pointerdown", event => {
    pointers.set(event.pointerId, event);
    moved = false;
  });
  canvas.addEventListener("pointermove", event => {
    const before = pointers.get(event.pointerId);
    if (!before) {
      return;
    }

    const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
    if (!moved && Math.hypot(dx, dy) < 4) {
      return;
    }

    if (!moved) {
      moved = true;
      svg().classList.add("panning");
      canvas.setPointerCapture(event.pointerId);
    }

    if (pointers.size === 2) {
      const other = [...pointers.values()].find(pointer => pointer.pointerId !== event.pointerId);
      const distance = pointer => Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY) || 1;
      zoom(distance(before) / distance(event), spot((event.clientX + other.clientX) / 2, (event.clientY + other.clientY) / 2));
    } else {
      pan(dx, dy);
    }

    pointers.set(event.pointerId, event);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, event => {
      pointers.delete(event.pointerId);
      svg().classList.remove("panning");
    });
  }

  // A component and its facts.

  function list(title, items, numbered) {
    if (items.length > 0) {
      const entries = element(numbered ? "ol" : "ul");
      entries.append(...items.map(item => element("li", item)));
      facts.append(element("h3", title), entries);
    }
  }

  function overview() {
    facts.replaceChildren(element("h2", stage().title));
    for (const section of stage().sections) {
      list(section.title, section.lines);
    }
  }

  function select(node) {
    for (const other of nodes()) {
      const chosen = node !== null && other.id === node.id;
      other.classList.toggle("selected", chosen);
      other.setAttribute("aria-pressed", String(chosen));
    }

    if (node === null) {
      overview();
      return;
    }

    facts.replaceChildren(element("h2", node.title));
    if (node.what) {
      facts.append(element("p", node.what));
    }

    const begin = stage().reach.sources.find(number => stateOf(number).path === node.path);
    if (begin !== undefined) {
      const reach = element("button", "What can it reach?");
      reach.addEventListener("click", () => {
        source.value = String(begin);
        reachFrom(begin);
      });
      facts.append(reach);
    }

    for (const section of node.sections) {
      list(section.title, section.lines);
    }

    facts.scrollTop = 0;
    live.textContent = `${node.title}: ${node.what}`;
  }

  // Everything that a source reaches, each by the first of the shortest ways: breadth first over the steps, in their order. What leads
  // where is worked out already; nothing is decided here.

  function arrivalsFrom(begin) {
    const { groups, steps } = stage().reach;
    const leaving = new Map();
    for (const step of steps) {
      for (const from of groups[step.from]) {
        leaving.has(from) ? leaving.get(from).push(step) : leaving.set(from, [step]);
      }
    }

    const queue = [{ state: begin }];
    const seen = new Set([begin]);
    const first = new Map([[stateOf(begin).path, queue[0]]]);
    for (const at of queue) {
      for (const step of leaving.get(at.state) ?? []) {
        for (const to of groups[step.to]) {
          if (!seen.has(to)) {
            const arrival = { state: to, step, before: at };
            seen.add(to);
            queue.push(arrival);
            first.has(stateOf(to).path) || first.set(stateOf(to).path, arrival);
          }
        }
      }
    }

    return [...first.values()].slice(1);
  }

  function reachFrom(begin) {
    const start = stateOf(begin).name;
    const outside = stateOf(stage().reach.internet);
    const ways = arrivalsFrom(begin).map(arrival => {
      const way = [];
      for (let hop = arrival; hop.before; hop = hop.before) {
        way.unshift(hop);
      }

      return way;
    });
    const told = ways.map(way => way.reduce((text, { state, step }) => `${text}${step.outside ? ` → ${outside.name}` : ""} → ${stateOf(state).name}${step.label ? ` (${step.label})` : ""}`, start));
    const hops = ways.flat().flatMap(({ state, step, before }) => {
      const [from, to] = [stateOf(before.state).node, stateOf(state).node];
      return step.outside ? [[from, outside.node], [outside.node, to]] : [[from, to]];
    });
    select(null);
    facts.replaceChildren(element("h2", `From ${start}`), element("p", told.length === 0 ? "Nothing can be reached." : `${told.length} can be reached:`));
    list("By the shortest ways", told, true);
    const used = new Set(hops.map(([from, to]) => `${from} ${to}`));
    const reached = new Set(hops.flat());
    for (const node of nodes()) {
      node.classList.toggle("reached", reached.has(node.id));
      node.classList.toggle("dim", !reached.has(node.id));
    }

    for (const line of svg().querySelectorAll(".edge, .label")) {
      const edge = line.dataset.edge ? svg().querySelector(`[id="${CSS.escape(line.dataset.edge)}"]`) : line;
      const hop = used.has(`${edge?.dataset.from} ${edge?.dataset.to}`);
      line.classList.toggle("hop", hop && line === edge);
      line.classList.toggle("dim", !hop);
    }

    live.textContent = `${told.length} can be reached from ${start}`;
  }

  function clear() {
    source.value = "none";
    search.value = "";
    for (const part of svg().querySelectorAll(".dim, .hop, .reached")) {
      part.classList.remove("dim", "hop", "reached");
    }

    select(null);
    live.textContent = "";
  }

  function find() {
    const text = search.value.trim().toLowerCase();
    const hits = text === "" ? null : stage().nodes.filter(node => `${node.title} ${node.path ?? ""} ${node.what}`.toLowerCase().includes(text));
    const ids = new Set(hits?.map(node => node.id));
    for (const node of nodes()) {
      node.classList.toggle("dim", hits !== null && !ids.has(node.id));
    }

    live.textContent = hits === null ? "" : `${hits.length} found`;
    return hits ?? [];
  }

  search.addEventListener("input", find);
  search.addEventListener("keydown", event => {
    if (event.key === "Enter") {
      const [first] = find();
      if (first) {
        select(first);
        const hit = svg().querySelector(`[id="${CSS.escape(first.id)}"]`);
        bring(hit);
        hit.focus({ preventScroll: true });
      }
    }
  });
  source.addEventListener("change", () => source.value === "none" ? clear() : reachFrom(Number(source.value)));

  canvas.addEventListener("click", event => {
    const hit = moved ? null : event.target.closest?.(".node");
    if (hit) {
      select(stage().nodes.find(node => node.id === hit.id));
    }
  });
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }

    if (event.key === "Escape") {
      clear();
      return;
    }

    if (event.target.closest("input, select, button")) {
      return;
    }

    const hit = event.target.closest?.(".node");
    const step = 60;
    const keys = {
      "/": () => search.focus(),
      "+": () => zoom(0.8),
      "=": () => zoom(0.8),
      "-": () => zoom(1.25),
      "0": fit,
      ArrowLeft: () => pan(step, 0),
      ArrowRight: () => pan(-step, 0),
      ArrowUp: () => pan(0, step),
      ArrowDown: () => pan(0, -step),
      ...hit ? { Enter: () => select(stage().nodes.find(node => node.id === hit.id)), " ": () => select(stage().nodes.find(node => node.id === hit.id)) } : {},
    };
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  function choose(index) {
    clear();
    current = index;
    pictures.forEach((picture, i) => picture.toggleAttribute("hidden", i !== index));
    source.replaceChildren(new Option("choose a source", "none"), ...[stage().reach.internet, ...stage().reach.sources].map(number => new Option(stateOf(number).name, String(number))));
    for (const node of nodes()) {
      const known = stage().nodes.find(other => other.id === node.id);
      node.setAttribute("tabindex", "0");
      node.setAttribute("role", "button");
      node.setAttribute("aria-label", known ? `${known.title}: ${known.what}` : node.id);
    }

    document.title = stage().title;
    by("name").textContent = stage().title;
    show();
    clear();
  }

  stages.append(...data.map((one, i) => new Option(one.title, String(i))));
  stages.closest("label").hidden = data.length < 2;
  stages.addEventListener("change", () => choose(Number(stages.value)));
  choose(0);
})();
