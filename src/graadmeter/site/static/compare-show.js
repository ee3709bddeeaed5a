/* The compare page: pictures, tables and the file to download, from one view of the figures. */
"use strict";
window.graadmeter.show = (() => {
  const own = window.graadmeter;
  const SPACE = "http://www.w3.org/2000/svg";
  const NAMED = 6;

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const svg = (name, attributes = {}, ...children) => {
    const made = document.createElementNS(SPACE, name);
    for (const [key, value] of Object.entries(attributes))
      made.setAttribute(key, typeof value === "number" ? String(Math.round(value * 10) / 10) : value);
    made.append(...children);
    return made;
  };
  const label = (x, y, words, kind, anchor = "start") =>
    svg("text", { x, y, class: kind, "text-anchor": anchor, "font-size": 13.5 }, words);

  /* Round steps from nought, or from under it, to over the highest value. */
  const ticks = (low, high) => {
    const span = Math.max(high - low, 1e-9);
    const power = 10 ** Math.floor(Math.log10(span / 4));
    const step = [1, 2, 2.5, 5, 10].map((factor) => power * factor).find((one) => one >= span / 4 - 1e-12);
    const [first, last] = [Math.floor(low / step + 1e-9), Math.max(Math.ceil(high / step - 1e-9), 1)];
    return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
  };
  const onAxis = (value, { series, show }) => {
    const decimals = Number.isInteger(value) ? 0 : Math.min(2, String(Math.round(value * 100) / 100).split(".")[1].length);
    return own.bare(value, decimals) + (series.unit === "procent" && !show ? (own.known.index.lang === "nl" ? "\u00a0%" : "%") : "");
  };
  const hatch = (id) => svg("pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("rect", { width: 6, height: 6, class: "gm-hatch-ground" }),
    svg("line", { x1: 0, y1: 0, x2: 0, y2: 6, class: "gm-hatch-line" }));

  const rows = (view) => [...view.lines, ...(view.against && !view.lines.some((one) => one.code === view.against.code)
    ? [{ ...view.against, comparator: true }] : [])];
  const values = (view) => rows(view).flatMap((line) => line.cells.filter(own.shown).map((one) => one.value));

  const style = (line, place) => (line.comparator ? "gm-compared--against" : place < NAMED ? `gm-compared--${place + 1}` : "gm-compared--more");

  /* A shape per line, so that lines differ in more than colour. */
  const SHAPES = ["", "M-4-4h8v8h-8z", "M0-5.2l5 8.7h-10z", "M0-5.4l5.4 5.4-5.4 5.4-5.4-5.4z", "M0 5.2l5-8.7h-10z", "M-1.8-5h3.6v3.2h3.2v3.6h-3.2v3.2h-3.6v-3.2h-3.2v-3.6h3.2z"];
  const marker = (x, y, place, kind, ...children) => {
    const shape = SHAPES[place];
    return shape ? svg("path", { d: shape, transform: `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`, class: kind }, ...children)
      : svg("circle", { cx: x, cy: y, r: 4, class: kind }, ...children);
  };

  /* Names at the ends of lines, moved apart so that none covers another. */
  const apart = (wanted, top, bottom) => {
    const placed = wanted.sort((one, other) => one.y - other.y);
    placed.forEach((one, at) => { one.y = Math.max(one.y, at ? placed[at - 1].y + 16 : top); });
    const over = placed.length ? placed[placed.length - 1].y - bottom : 0;
    if (over > 0) for (let at = placed.length - 1; at >= 0; at -= 1)
      placed[at].y = Math.min(placed[at].y, at === placed.length - 1 ? bottom : placed[at + 1].y - 16);
    return placed;
  };

  const lines = (view, width, id) => {
    const narrow = width < 560;
    const all = rows(view);
    const scale = ticks(Math.min(0, ...values(view)), Math.max(0, ...values(view)) || 1);
    const short = ({ short: own, name }) => own || (name.length > 22 ? `${name.slice(0, 21)}…` : name);
    const right = narrow ? 14 : 30 + 8.2 * Math.max(...all.map((line) => short(line).length));
    const left = 12 + 8.2 * Math.max(...scale.map((one) => onAxis(one, view).length));
    const [top, bottom] = [12, 12 + (narrow ? 200 : Math.max(260, 17 * Math.min(all.length, NAMED + 1)))];
    const x = (at) => left + (at * (width - left - right)) / Math.max(view.periods.length - 1, 1);
    const y = (value) => bottom - ((value - scale[0]) * (bottom - top)) / (scale[scale.length - 1] - scale[0]);
    const parts = [svg("defs", {}, hatch(`${id}-hatch`))];
    for (const one of scale) {
      parts.push(svg("line", { x1: left - 6, y1: y(one), x2: width - right, y2: y(one), class: one === 0 ? "gm-axis" : "gm-grid" }));
      parts.push(label(left - 10, y(one) + 4.5, onAxis(one, view), "gm-muted", "end"));
    }
    const ticked = view.periods.map((one, at) => [own.known.index.periods[one.code][1] || (view.periods.length < 3 ? own.known.index.periods[one.code][0] : ""), at]).filter(([words]) => words);
    const every = Math.ceil((ticked.length * 52) / Math.max(width - left - right, 52));
    ticked.reverse().filter((_, at) => at % every === 0).forEach(([words, at]) =>
      parts.push(label(Math.min(x(at), width - 18), bottom + 21, words, "gm-muted", "middle")));
    const ends = [];
    all.map((line, place) => [line, place]).reverse().forEach(([line, place]) => {
      const kind = style(line, place);
      line.cells.forEach((one, at) => {
        const next = line.cells[at + 1];
        if (own.shown(one) && next && own.shown(next))
          parts.push(svg("line", { x1: x(at), y1: y(one.value), x2: x(at + 1), y2: y(next.value),
            class: `gm-compared ${kind}${next.letter === "p" ? " gm-compared--provisional" : ""}` }));
      });
      line.cells.forEach((one, at) => {
        if (own.shown(one)) {
          const open = one.letter === "p" ? " gm-compared__open" : "";
          parts.push(marker(x(at), y(one.value), line.comparator ? 0 : place, `gm-compared__dot ${kind}${open}`,
            svg("title", {}, `${line.name}, ${own.known.index.periods[view.periods[at].code][0]}: ${own.text(one, view.series)}`)));
        } else if (place < NAMED) {
          parts.push(svg("rect", { x: x(at) - 4, y: bottom - 9 - place * 9, width: 8, height: 8, fill: `url(#${id}-hatch)`, class: "gm-empty" },
            svg("title", {}, `${line.name}, ${own.known.index.periods[view.periods[at].code][0]}: ${own.text(one, view.series)}`)));
        }
      });
      const last = line.cells.findLast(own.shown);
      if (last && (line.comparator || place < NAMED)) ends.push({ y: y(last.value), name: short(line), kind, shape: line.comparator ? 0 : place });
    });
    let height = bottom + 30;
    apart(ends, top + 4, bottom).forEach((one, at) => {
      if (!narrow) {
        parts.push(marker(width - right + 17, one.y, one.shape, `gm-compared__dot ${one.kind}`));
        return parts.push(label(width - right + 28, one.y + 4.5, one.name, `gm-compared__name ${one.kind}`));
      }
      parts.push(svg("line", { x1: 4, y1: height + at * 20 + 8, x2: 28, y2: height + at * 20 + 8, class: `gm-compared ${one.kind}` }), marker(16, height + at * 20 + 8, one.shape, `gm-compared__dot ${one.kind}`));
      return parts.push(label(36, height + at * 20 + 12.5, one.name, "gm-text"));
    });
    if (narrow) height += ends.length * 20 + 8;
    return { parts, height };
  };

  const bars = (view, width, id) => {
    const all = rows(view);
    const top = Math.max(0, ...values(view)) || 1;
    const low = Math.min(0, ...values(view));
    const names = Math.min(width * 0.42, 8.2 * Math.max(...all.map((line) => line.name.length)) + 10);
    const room = Math.max(width - names - 96, 60);
    const x = (value) => names + ((value - low) * room) / (top - low);
    const parts = [svg("defs", {}, hatch(`${id}-hatch`))];
    all.forEach((line, at) => {
      const [one, y] = [line.cells[0], at * 29];
      const fits = Math.floor((names - 8) / 8.2);
      const whole = line.short || line.name;
      const name = whole.length > fits ? `${whole.slice(0, fits - 1)}…` : whole;
      parts.push(label(names - 8, y + 19, name, line.comparator ? "gm-muted" : "gm-text", "end"));
      if (own.shown(one)) parts.push(svg("rect", { x: Math.min(x(0), x(one.value)), y: y + 5, height: 20, width: Math.abs(x(one.value) - x(0)),
        class: `${line.comparator ? "gm-bar--second" : "gm-bar--focal"}${one.letter === "p" ? " gm-bar--provisional" : ""}` }));
      else parts.push(svg("rect", { x: names, y: y + 5, width: 60, height: 20, fill: `url(#${id}-hatch)`, class: "gm-empty" }));
      parts.push(label((own.shown(one) ? Math.max(x(one.value), x(0)) : names + 60) + 6, y + 19, own.text(one, view.series), own.shown(one) ? "gm-strong" : "gm-muted"));
    });
    return { parts, height: all.length * 29 + 6 };
  };

  const picture = (view, width, id) => {
    if (!view.periods.length || !values(view).length) return null;
    const single = view.periods.length === 1;
    const { parts, height } = (single ? bars : lines)(view, width, id);
    const period = (at) => own.known.index.periods[view.periods.at(at).code][0];
    const words = own.word(single ? "bars" : "picture", { areas: rows(view).map((line) => line.name).join(", "), first: period(0), last: period(-1) });
    return svg("svg", { class: "gm-chart gm-compare__chart", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": `${view.title}. ${words}` }, ...parts);
  };

  /* Of a difference: whether it may be called one. Noise is said to be noise. */
  const judged = (one, show) => {
    const names = show === "jaar" ? ["fallen", "noise", "risen"] : ["lower", "noise", "higher"];
    const name = one.late ? "late" : one.way === null ? "untested" : names[one.way + 1];
    const sign = one.way ? [element("span", { "aria-hidden": "true" }, one.way > 0 ? "▲" : "▼"), " "] : [];
    return [...sign, element("span", { class: one.way ? "gm-hear" : "gm-compare__noise" }, own.word(name))];
  };

  const tableCell = (view, line, at) => {
    const one = line.cells[at];
    if (!own.shown(one)) return element("td", { class: "gm-hidden" }, own.text(one, view.series));
    const made = element("td", { class: "gm-figure-cell" }, own.text(one, view.series));
    if (typeof one.part === "number") made.append(" ", element("span", { class: "gm-compare__part" }, `(${own.inPart(one)})`));
    if ("way" in one) made.append(" ", ...judged(one, view.show));
    const way = !view.show && view.against && view.against.tested && !line.comparator && line.code !== view.against.code ? own.against(one, view.against.cells[at]) : null;
    if (way) made.append(" ", element("span", { "aria-hidden": "true" }, way > 0 ? "▲" : "▼"), element("span", { class: "gm-hear" }, own.word(way > 0 ? "higher" : "lower")));
    if (one.letter === "p") made.append(" ", element("span", { class: "gm-provisional" }, own.word("provisional")));
    return made;
  };
  /* What is shown instead of the figures themselves, '' when it is those. */
  const headed = (view) => (view.show === "jaar" ? own.word("over_year")
    : view.show ? own.word("over_other", { name: view.other.short || view.other.name }) : "");
  const table = (view) => element("div", { class: "gm-scroll", tabindex: "0", role: "group", "aria-label": `${view.title}, ${view.words}` },
    element("table", { class: "gm-table" },
      element("caption", {}, [view.title, view.words, headed(view)].filter(Boolean).join(", ")),
      element("thead", {}, element("tr", {}, element("th", { scope: "col" }, own.word("area")),
        ...view.periods.map((one) => element("th", { scope: "col" }, own.known.index.periods[one.code][0])))),
      element("tbody", {}, ...rows(view).map((line) => element("tr", line.comparator ? { class: "gm-table__total" } : {},
        element("th", { scope: "row" }, line.name), ...view.periods.map((_, at) => tableCell(view, line, at)))))));

  /* The file holds what is shown and what it is compared with; texts cannot be run as formulas. */
  const COLUMNS = ["indicator", "indicator_title", "definition_version", "unit", "unit_words", "period", "period_label", "area", "area_name", "level",
    "value", "status", "low_95", "high_95", "comparator", "comparator_name", "comparator_value", "comparator_status", "against_comparator",
    "difference_with", "difference", "difference_percent", "difference_class", "edition"];
  const safe = (value) => {
    const words = value === null || value === undefined ? "" : String(value);
    const guarded = typeof value === "string" && /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(words) ? `'${words}` : words;
    return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
  };
  const status = (one) => own.known.index.statuses[one.letter][0];
  const exact = (value, series) => (value === null ? "" : Number(value.toFixed(Math.max(series.exact, 2))));
  const difference = (view, one, period) => {
    if (!view.show) return ["", "", "", ""];
    const code = view.other && (view.other.own ? "groep" : view.other.code);
    const earlier = `${Number(period.code.slice(0, 4)) - 1}${period.code.slice(4)}`;
    const found = one.way === null || one.way === undefined ? "" : ["lower", "noise", "higher"][one.way + 1];
    return [code || earlier, exact(one.value, view.series), typeof one.part === "number" ? one.part : "", found];
  };
  const csv = (views) => [COLUMNS, ...views.flatMap((view) => view.lines.flatMap((line) => view.periods.map((period, at) => {
    const by = view.against || view.other;
    const [one, other] = [(line.values || line.cells)[at], by && (by.values || by.cells)[at]];
    const way = other && by.tested && line.code !== by.code ? own.against(one, other) : null;
    return [view.id, view.title, view.version, view.series.unit, view.words, period.code, own.known.index.periods[period.code][0], line.code, line.name, line.level,
      exact(one.value, view.series), status(one), one.low, one.high, ...(other ? [by.own ? "groep" : by.code, by.name,
        exact(other.value, view.series), status(other), way === null ? "" : ["lower", "same", "higher"][way + 1]] : ["", "", "", "", ""]),
      ...difference(view, line.cells[at], period), own.known.index.edition];
  })))].map((row) => row.map(safe).join(",")).join("\n") + "\n";

  return { element, picture, table, csv, headed, NAMED };
})();
