/* The compare page: what was chosen, the files with figures, and how figures are written. */
"use strict";
window.graadmeter = (() => {
  const MOST_FIGURES = 4;
  const SHOWN = ["jaar", "met"];
  const known = { index: null, files: new Map(), areas: new Map() };

  /* The files call these two. */
  const index = (content) => {
    known.index = content;
    content.areas.forEach((one) => known.areas.set(one[0], one));
  };
  const figures = (content) => { known.arrived = content; };

  const load = (path) => new Promise((done, fail) => {
    if (known.files.has(path)) return done(known.files.get(path));
    const script = document.createElement("script");
    script.src = path;
    script.addEventListener("load", () => {
      known.files.set(path, known.arrived);
      script.remove();
      done(known.arrived);
    });
    script.addEventListener("error", () => fail(new Error(path)));
    document.head.append(script);
    return undefined;
  });

  const area = (code) => known.areas.get(code);

  /* The wijken of a municipality have a file of their own: a country has thousands, and a reader chooses a few. */
  const wijken = async (path, town) => {
    const found = (await load(`${path}/wijken/${town}.js`)).map(([code, name]) => [code, name, "wijk", town]);
    found.forEach((one) => known.areas.set(one[0], one));
    return found;
  };
  const townsOf = (codes) => [...new Set(codes.filter((one) => /^WK\d{4}/.test(one)).map((one) => `GM${one.slice(2, 6)}`))]
    .filter((town) => area(town) && area(town)[4]);
  const figure = (id) => known.index.figures.find((one) => one[0] === id);
  const word = (name, values = {}) =>
    Object.entries(values).reduce((text, [key, value]) => text.replaceAll(`{${key}}`, value), known.index.words[name]);

  /* The choice in the address. Names stay as they are, so that links keep working. */
  const NAMES = { figures: "cijfer", areas: "gebied", group: "groep", series: "eenheid" };
  const listed = (search, name) => (new URLSearchParams(search).get(name) || "").split(",").filter(Boolean);
  const needed = (search) => townsOf(listed(search, NAMES.areas));
  const read = (search) => {
    const given = new URLSearchParams(search);
    const list = (name) => listed(search, name);
    const [ids, codes, members] = [list("cijfer"), list("gebied"), list("groep")];
    return {
      figures: ids.filter(figure).slice(0, MOST_FIGURES), areas: codes.filter(area), group: members.filter(area),
      series: Object.fromEntries(list(NAMES.series).map((one) => one.split(":"))),
      against: given.get("met") ?? known.index.region, kind: given.get("soort") || "", from: given.get("van") || "",
      to: given.get("tot") || "", show: SHOWN.includes(given.get("toon")) ? given.get("toon") : "",
      unknown: [...ids.filter((id) => !figure(id)), ...[...codes, ...members].filter((code) => !area(code))],
    };
  };
  const written = (choice) => {
    const search = new URLSearchParams();
    for (const name of ["figures", "areas", "group"])
      if (choice[name].length) search.set(NAMES[name], choice[name].join(","));
    const series = Object.entries(choice.series).filter(([id]) => choice.figures.includes(id));
    if (series.length) search.set(NAMES.series, series.map((one) => one.join(":")).join(","));
    search.set("met", choice.against);
    for (const [key, name] of [["kind", "soort"], ["from", "van"], ["to", "tot"], ["show", "toon"]])
      if (choice[key]) search.set(name, choice[key]);
    return search.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  };

  /* Figures are written as on every other page: 12,4 %; 1.234; € 1.234. Halves of a euro go to the even euro. */
  const bare = (value, decimals) => {
    const even = decimals === 0 && Math.abs(value % 1) === 0.5 ? 2 * Math.round(value / 2) : value;
    const [whole, rest] = Math.abs(even).toFixed(decimals).split(".");
    const [thousands, point] = known.index.lang === "nl" ? [".", ","] : [",", "."];
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
    const sign = even < 0 || Object.is(even, -0) ? "\u2212" : "";
    return sign + grouped + (rest ? point + rest : "");
  };
  const inWords = (value, series) => {
    const number = bare(value, series.decimals);
    const dutch = known.index.lang === "nl";
    if (series.unit === "procent") return number + (dutch ? "\u00a0%" : "%");
    if (series.unit === "per_1000") return `${number} ${word("per_1000")}`.replaceAll(" ", "\u00a0");
    if (series.unit === "dagen") return `${number}\u00a0${word("days")}`;
    if (series.unit.startsWith("euro")) return dutch ? `€\u00a0${number}` : `€${number}`;
    return number;
  };

  /* A cell: its value or null, its status, the ends of its interval. */
  const cell = (row, at) => row && at >= 0
    ? { value: row[0][at], letter: row[1][at], low: row[2] ? row[2][at] : null, high: row[3] ? row[3][at] : null }
    : { value: null, letter: "n", low: null, high: null };
  const shown = (one) => one.value !== null;
  const differing = (value, series) => {
    const size = inWords(Math.abs(value), series);
    const words = series.unit === "procent" ? `${bare(Math.abs(value), series.decimals)}\u00a0${word("points")}` : size;
    return /[1-9]/.test(bare(value, series.decimals)) ? (value > 0 ? "+" : "\u2212") + words : words;
  };
  const text = (one, series) => {
    if (one.why) return word(one.why);
    if (!shown(one)) return known.index.statuses[one.letter][1];
    return "way" in one ? differing(one.value, series) : inWords(one.value, series);
  };

  /* The middle of what is shown of a group; none when fewer than three are. */
  const median = (cells) => {
    const values = cells.filter(shown).map((one) => one.value).sort((one, other) => one - other);
    const half = values.length / 2;
    if (values.length < 3) return { value: null, letter: "u", low: null, high: null };
    const value = Number.isInteger(half) ? (values[half - 1] + values[half]) / 2 : values[Math.floor(half)];
    const provisional = cells.some((one) => shown(one) && one.letter === "p");
    return { value, letter: provisional ? "p" : "v", low: null, high: null };
  };

  /* Everything that is to be shown of a figure, from the files that hold it. */
  const view = (choice, id, files) => {
    const [main] = files;
    const at = Math.max(0, main.series.findIndex((one) => one.key === choice.series[id]));
    const series = main.series[at];
    const row = (code) => files.map((file) => file && file.rows[at] && file.rows[at][code]).find(Boolean);
    const kinds = known.index.kinds.map(([one]) => one).filter((one) => main.kinds.includes(one));
    const kind = kinds.includes(choice.kind) ? choice.kind : choice.kind ? "" : kinds[0];
    const before = (code) => main.periods.indexOf(`${Number(code.slice(0, 4)) - 1}${code.slice(4)}`);
    const broken = (code, earlier) => main.breaks.some((one) => startOf(one) > startOf(earlier) && startOf(one) <= startOf(code));
    const periods = main.periods
      .map((code, place) => ({ code, place, kind: main.kinds[place], before: before(code) }))
      .map((one) => ({ ...one, broken: one.before >= 0 && broken(one.code, main.periods[one.before]) }))
      .filter((one) => one.kind === kind && (!choice.from || one.code.slice(0, 4) >= choice.from) &&
        (!choice.to || one.code.slice(0, 4) <= choice.to));
    const both = (at) => ({ cells: periods.map((one) => at(one.place)), earlier: periods.map((one) => at(one.before)) });
    const lines = choice.areas.map((code) => ({
      code, name: area(code)[1], level: area(code)[2], ...both((place) => cell(row(code), place)),
    }));
    const plain = { id, title: series.title[known.index.lang], words: series.words[known.index.lang], version: main.version,
      series, all: main.series, periods, lines, kinds, against: comparator(choice, both, row), show: "" };
    return differences(plain, choice.show);
  };
  const comparator = (choice, both, row) => {
    if (choice.against === "groep") {
      const names = choice.group.map((code) => area(code)[1]).join(", ");
      return { short: word("against_group"), name: word("group_name", { n: choice.group.length, names }), tested: false, own: true,
        ...both((place) => median(choice.group.map((code) => cell(row(code), place)))) };
    }
    const found = area(choice.against);
    return found ? { code: found[0], name: found[1], tested: true, level: found[2],
      ...both((place) => cell(row(found[0]), place)) } : null;
  };

  /* The month in which a period begins, to set a break of any kind of period beside it. */
  const startOf = (code) => {
    const months = { KW: 3, HJ: 6, JJ: 0 }[code.slice(4, 6)];
    return Number(code.slice(0, 4)) * 12 + months * Math.max(Number(code.slice(6)) - 1, 0);
  };

  /* The figures as differences: with a year earlier, or with the comparator. `way` says whether that may be called one. */
  const rounded = (value, series) => Number(value.toFixed(Math.max(series.exact, 2)));
  const differs = (one, other, series, way) => {
    const hidden = [one, other].find((each) => !shown(each));
    if (hidden) return { ...hidden, value: null, low: null, high: null };
    const letter = [one, other].some((each) => each.letter === "p") ? "p" : "v";
    return { value: rounded(one.value - other.value, series), letter, low: null, high: null, way };
  };
  /* The change as a part of what it was, in per cent of it; a percentage changes in points only. */
  const part = (one, other, series) => (!shown(one) || !shown(other) || other.value <= 0 || series.unit === "procent" || series.unit === "saldo"
    ? null : Number(((100 * (one.value - other.value)) / other.value).toFixed(1)));
  const inPart = ({ part: one }) => {
    const words = `${bare(Math.abs(one), 1)}${known.index.lang === "nl" ? "\u00a0%" : "%"}`;
    return (one > 0 ? "+" : one < 0 ? "\u2212" : "") + words;
  };
  const moved = (one, other) => (one.low === null || other.low === null ? null
    : Number(one.low > other.high) - Number(one.high < other.low));
  const overYear = (view) => (line) => ({ ...line, values: line.cells, cells: line.cells.map((one, at) => {
    const { before, broken } = view.periods[at];
    if (before < 0 || broken) return { value: null, letter: "n", low: null, high: null, why: broken ? "broken" : "no_before" };
    const other = line.earlier[at];
    const found = { ...differs(one, other, view.series, shown(one) && shown(other) ? moved(one, other) : null), part: part(one, other, view.series) };
    return one.letter === "p" && found.value < 0 ? { ...found, way: null, late: true } : found;
  }) });
  const overOther = (view) => (line) => ({ ...line, values: line.cells, cells: line.cells.map((one, at) =>
    differs(one, view.against.cells[at], view.series, view.against.tested ? against(one, view.against.cells[at]) : null)) });
  const differences = (view, show) => {
    if (show === "jaar")
      return { ...view, show, lines: view.lines.map(overYear(view)), against: view.against && overYear(view)(view.against) };
    if (show !== "met" || !view.against) return view;
    const others = view.lines.filter((line) => line.code !== view.against.code);
    return { ...view, show, lines: others.map(overOther(view)), against: null, other: view.against };
  };

  /* 1 when demonstrably higher than the other, -1 when lower, 0 within chance, null when that cannot be said. */
  const against = (one, other) => (one.low === null || !shown(one) || !shown(other) ? null
    : Number(one.low > other.value) - Number(one.high < other.value));

  return { index, figures, load, wijken, needed, known, area, figure, word, read, written, bare, inWords, inPart, text, shown,
    view, against, MOST_FIGURES };
})();
