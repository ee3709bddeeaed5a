/* The compare page: the form, and showing again whenever something is chosen. Everything lives in the address. */
"use strict";
(async () => {
  const own = window.graadmeter;
  const place = document.querySelector("[data-compare]");
  if (!place || !own.known.index) return;
  const { element, picture, table, csv, headed, NAMED } = own.show;
  const { index } = own.known;
  const { word } = own;
  const path = place.dataset.compare;
  const SEEN_AT_ONCE = 30;
  await Promise.all(own.needed(location.search).map((town) => own.wijken(path, town))).catch(() => {});
  const choice = own.read(location.search);
  if (!choice.figures.length) choice.figures = index.figures.slice(0, 1).map((one) => one[0]);
  if (!choice.areas.length) choice.areas = index.areas.filter((one) => one[2] === "gemeente").slice(0, 3).map((one) => one[0]);

  const status = element("p", { role: "status", class: "gm-compare__status" });
  const results = element("div", { class: "gm-compare__results" });
  const address = element("input", { type: "text", readonly: "", id: "gm-address", class: "gm-search__field" });
  let views = [];

  const many = (name, n) => word(n === 1 ? `${name}_one` : `${name}_many`, { n });
  const toggle = (list, value, on) => {
    const at = list.indexOf(value);
    if (on && at < 0) list.push(value);
    if (!on && at >= 0) list.splice(at, 1);
  };
  const box = (list, value, words, changed) => {
    const input = element("input", { type: "checkbox", value });
    input.checked = list.includes(value);
    input.addEventListener("change", () => { toggle(list, value, input.checked); changed(input); });
    return element("label", { class: "gm-compare__box" }, input, " ", words);
  };
  const fieldset = (name, ...children) => element("fieldset", {}, element("legend", {}, word(name)), ...children);
  const select = (name, options, value, changed) => {
    const made = element("select", {}, ...options.map(([code, words]) => element("option", { value: code }, words)));
    made.value = value;
    if (made.selectedIndex < 0) made.selectedIndex = 0;
    made.addEventListener("change", () => changed(made.value));
    return element("label", { class: "gm-compare__select" }, element("span", {}, word(name)), made);
  };
  const group = (words, open, ...children) => {
    const made = element("details", { class: "gm-compare__group" }, element("summary", {}, words), ...children);
    made.open = open;
    return made;
  };

  const boxesOfFigures = () => {
    const most = () => {
      const full = choice.figures.length >= own.MOST_FIGURES;
      made.querySelectorAll("input").forEach((one) => { one.disabled = full && !one.checked; });
    };
    const themes = [...new Set(index.figures.map((one) => one[2]))];
    const made = fieldset("figures", element("p", { class: "gm-small" }, word("figures_most")),
      ...themes.map((theme) => {
        const members = index.figures.filter((one) => one[2] === theme);
        return group(theme, members.some((one) => choice.figures.includes(one[0])),
          ...members.map((one) => box(choice.figures, one[0], one[1], () => { most(); update(); })));
      }));
    most();
    return made;
  };
  const towns = index.areas.filter((one) => one[2] === "gemeente");

  /* Municipalities to tick; so many that they are no longer seen at once stand by their first letter. */
  const boxesOfTowns = (list) => {
    const boxes = (ones) => element("div", { class: "gm-compare__towns" }, ...ones.map((one) => box(list, one[0], one[1], update)));
    if (towns.length <= SEEN_AT_ONCE) return [boxes(towns)];
    const letterOf = (one) => one[1].replace(/^'s-|^'t /, "").charAt(0).toUpperCase();
    return [...new Set(towns.map(letterOf))].sort().map((letter) => {
      const found = towns.filter((one) => letterOf(one) === letter);
      return group(letter, found.some((one) => list.includes(one[0])), boxes(found));
    });
  };
  /* The wijken of a municipality, fetched when a reader opens the list. */
  const boxesOfWijken = (town, open) => {
    const made = group(word("wijken_of", { area: town[1] }), open);
    const fill = async () => {
      if (!made.open || made.dataset.filled) return;
      made.dataset.filled = "yes";
      try {
        const found = await own.wijken(path, town[0]);
        made.append(...found.map((one) => box(choice.areas, one[0], one[1], update)));
      } catch { status.textContent = word("failed"); }
    };
    made.addEventListener("toggle", fill);
    fill();
    return made;
  };
  const boxesOfAreas = () => {
    const divided = towns.filter((town) => town[4]);
    const opened = own.needed(location.search);
    return fieldset("areas",
      ...index.areas.filter((one) => one[2] === "regio").map((one) => box(choice.areas, one[0], one[1], update)),
      ...boxesOfTowns(choice.areas),
      ...(divided.length ? [group(word("wijken"), opened.length > 0,
        ...divided.map((town) => boxesOfWijken(town, opened.includes(town[0]))))] : []));
  };
  const comparison = () => {
    const members = group(word("group"), choice.against === "groep",
      element("p", { class: "gm-small" }, word("group_how")),
      ...boxesOfTowns(choice.group));
    const shows = [["", word("show_values")], ["jaar", word("over_year")], ["met", word("show_other")]];
    return fieldset("against", select("against", [...index.areas.filter((one) => one[2] !== "wijk").map((one) => [one[0], one[1]]),
      ["groep", word("against_group")], ["", word("against_nothing")]], choice.against, (value) => {
      choice.against = value;
      if (value === "groep") members.open = true;
      update();
    }), members, select("show", shows, choice.show, (value) => { choice.show = value; update(); }));
  };
  const period = () => {
    const years = [...new Set(Object.keys(index.periods).map((code) => code.slice(0, 4)))];
    const set = (name) => (value) => { choice[name] = value; update(); };
    return fieldset("period", select("kind", [["", word("longest")], ...index.kinds], choice.kind, set("kind")),
      select("from", [["", word("earliest")], ...years.map((one) => [one, one])], choice.from, set("from")),
      select("to", [["", word("latest")], ...years.map((one) => [one, one])], choice.to, set("to")));
  };

  const files = (id) => {
    const wijken = own.figure(id)[4] ? choice.areas.map(own.area).filter((one) => one[2] === "wijk") : [];
    const towns = [...new Set(wijken.map((one) => one[3]))];
    return Promise.all([own.load(`${path}/${id}.js`), ...towns.map((town) => own.load(`${path}/${id}/${town}.js`))]);
  };
  const notes = (view) => {
    const found = [];
    if (view.show === "jaar") found.push(word("how_year"));
    if (view.show === "met") found.push(word(view.other.tested ? "how_other" : "no_test", { name: view.other.short || view.other.name }));
    if (view.show === "met" && view.series.size) found.push(word("sizes"));
    if (!view.show && view.against) found.push(word(view.against.tested ? "marks" : "no_test", { name: view.against.name }));
    if (view.against && view.against.own && choice.group.length < 3) found.push(word("group_none"));
    if (view.periods.length > 1) found.push(word("open"));
    if (view.lines.length > NAMED && view.periods.length > 1) found.push(word("more_lines"));
    if (!own.figure(view.id)[4] && choice.areas.some((code) => own.area(code)[2] === "wijk")) found.push(word("no_wijken"));
    return found;
  };
  const section = (view, at) => {
    const title = element("h2", { class: "gm-figure__title", id: `gm-view-${at}` }, view.title);
    const made = element("section", { class: "gm-figure", "aria-labelledby": `gm-view-${at}` }, title,
      element("p", { class: "gm-figure__subtitle" }, [view.words, headed(view)].filter(Boolean).join(", ")));
    if (view.all.length > 1) made.append(select("unit", view.all.map((one) => [one.key, `${one.title[index.lang]}: ${one.words[index.lang]}`]), view.series.key,
      (value) => { choice.series[view.id] = value; update(); }));
    if (!view.lines.length) made.append(element("p", {}, word("no_others")));
    else if (!view.periods.length) made.append(element("p", {}, word("no_periods")));
    else {
      const drawn = picture(view, Math.max(280, Math.min(results.clientWidth || 700, 760)), `gm-view-${at}`);
      if (drawn) made.append(drawn);
      made.append(...notes(view).map((one) => element("p", { class: "gm-figure__notes" }, one)), table(view));
    }
    const more = element("a", { href: `${path.replace(/compare$/, "")}${own.figure(view.id)[3]}` }, `${word("page_of")}: ${view.title}`);
    made.append(element("p", { class: "gm-small" }, more));
    return made;
  };

  const draw = () => {
    const active = document.activeElement;
    const inside = results.contains(active) && active.tagName === "SELECT" ? [...results.querySelectorAll("select")].indexOf(active) : -1;
    results.replaceChildren(...views.map(section));
    if (inside >= 0) results.querySelectorAll("select")[inside]?.focus();
  };
  let turn = 0;
  const update = async () => {
    const mine = (turn += 1);
    const link = new URL(location.href);
    link.search = own.written(choice);
    link.hash = "";
    address.value = link.href;
    const twin = document.querySelector(".gm-language");
    twin.setAttribute("href", `${twin.getAttribute("href").split("?")[0]}${link.search}`);
    try { history.replaceState(null, "", link); } catch { /* From disk some browsers keep the address as it is. */ }
    try {
      const loaded = await Promise.all(choice.figures.map(files));
      if (mine !== turn) return;
      views = choice.areas.length ? choice.figures.map((id, at) => own.view(choice, id, loaded[at])) : [];
      draw();
      const periods = new Set(views.flatMap((view) => view.periods.map((one) => one.code))).size;
      const left = choice.unknown.length ? ` ${word("unknown", { names: choice.unknown.join(", ") })}` : "";
      status.textContent = (views.length ? word("said", { figures: many("figures", views.length), areas: many("areas", choice.areas.length), periods: many("periods", periods) }) : word("nothing")) + left;
    } catch { status.textContent = word("failed"); }
  };

  const save = () => {
    const href = URL.createObjectURL(new Blob(["\ufeff", csv(views)], { type: "text/csv;charset=utf-8" }));
    const names = choice.areas.slice(0, 3).map((code) => own.area(code)[1]).join("-").toLowerCase().replace(/[^a-z0-9]+/g, "-");
    element("a", { href, download: `${choice.figures.join("-")}_${names}_${index.edition}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
  };
  const copy = async () => {
    address.select();
    try { await navigator.clipboard.writeText(address.value); status.textContent = word("copied"); } catch { address.focus(); }
  };
  const button = (name, action) => {
    const made = element("button", { type: "button", class: "gm-button" }, word(name));
    made.addEventListener("click", action);
    return made;
  };

  const wide = matchMedia("(min-width: 60rem)").matches;
  const form = group(word("choose"), wide, boxesOfFigures(), boxesOfAreas(), comparison(), period());
  form.className = "gm-compare__choose";
  place.append(form, element("div", { class: "gm-compare__shown" }, status, results,
    element("div", { class: "gm-compare__take" }, button("export", save),
      element("label", { for: "gm-address" }, word("link")), address, button("copy", copy))));
  place.hidden = false;
  document.querySelector(".gm-compare__why").hidden = true;
  let width = innerWidth;
  addEventListener("resize", () => { if (innerWidth !== width) { width = innerWidth; draw(); } });
  update();
})();
