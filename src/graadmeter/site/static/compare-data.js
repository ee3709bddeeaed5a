/* The compare page: what was chosen, the files with figures, and how figures are written. */
"use strict";
window.graadmeter = (() => {
  const MOST_FIGURES = 4;
  const known = { index: null, files: new Map() };

  /* The files of figures call these two. */
  const index = (content) => { known.index = content; };
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

  const area = (code) => known.index.areas.find((one) => one[0] === code);
  const figure = (id) => known.index.figures.find((one) => one[0] === id);
  const word = (name, values = {}) =>
    Object.entries(values).reduce((text, [key, value]) => text.replaceAll(`{${key}}`, value), known.index.words[name]);

  /* The choice in the address. Names stay as they are, so that links keep working. */
  const NAMES = { figures: "cijfer", areas: "gebied", group: "groep", series: "eenheid" };
  const read = (search) => {
    const given = new URLSearchParams(search);
    const list = (name) => (given.get(name) || "").split(",").filter(Boolean);
    const [ids, codes, members] = [list("cijfer"), list("gebied"), list("groep")];
    return {
      figures: ids.filter(figure).slice(0, MOST_FIGURES), areas: codes.filter(area), group: members.filter(area),
      series: Object.fromEntries(list(NAMES.series).map((one) => one.split(":"))),
      against: given.get("met") ?? known.index.region, kind: given.get("soort") || "", from: given.get("van") || "",
      to: given.get("tot") || "",
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
    for (const [key, name] of [["kind", "soort"], ["from", "van"], ["to", "tot"]])
      if (choice[key]) search.set(name, choice[key]);
    return search.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  };

  /* Figures are written as on every other page: 12,4 %; 1.234; € 1.234. Halves of a euro go to the even euro. */
  const bare = (value, decimals) => {
    const even = decimals === 0 && Math.abs(value % 1) === 0.5 ? 2 * Math.round(value / 2) : value;
    const [whole, rest] = Math.abs(even).toFixed(decimals).split(".");
    const [thousands, point] = known.index.lang === "nl" ? [".", ","] : [",", "."];
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
    const sign = even < 0 || Object.is(even, -0) ? "-" : "";
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
  const cell = (row, at) => row
    ? { value: row[0][at], letter: row[1][at], low: row[2] ? row[2][at] : null, high: row[3] ? row[3][at] : null }
    : { value: null, letter: "n", low: null, high: null };
  const shown = (one) => one.value !== null;
  const text = (one, series) => (shown(one) ? inWords(one.value, series) : known.index.statuses[one.letter][1]);

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
    const periods = main.periods
      .map((code, place) => ({ code, place, kind: main.kinds[place] }))
      .filter((one) => one.kind === kind && (!choice.from || one.code.slice(0, 4) >= choice.from) &&
        (!choice.to || one.code.slice(0, 4) <= choice.to));
    const lines = choice.areas.map((code) => ({
      code, name: area(code)[1], level: area(code)[2], cells: periods.map((one) => cell(row(code), one.place)),
    }));
    return { id, title: series.title[known.index.lang], words: series.words[known.index.lang], version: main.version,
      series, all: main.series, periods, lines, kinds, against: comparator(choice, periods, row) };
  };
  const comparator = (choice, periods, row) => {
    if (choice.against === "groep") {
      const names = choice.group.map((code) => area(code)[1]).join(", ");
      return { short: word("against_group"), name: word("group_name", { n: choice.group.length, names }), tested: false, own: true,
        cells: periods.map((one) => median(choice.group.map((code) => cell(row(code), one.place)))) };
    }
    const found = area(choice.against);
    return found ? { code: found[0], name: found[1], tested: true, level: found[2],
      cells: periods.map((one) => cell(row(found[0]), one.place)) } : null;
  };

  /* 1 when demonstrably higher than the other, -1 when lower, 0 within chance, null when that cannot be said. */
  const against = (one, other) => (one.low === null || !shown(one) || !shown(other) ? null
    : Number(one.low > other.value) - Number(one.high < other.value));

  return { index, figures, load, known, area, figure, word, read, written, bare, inWords, text, shown, view, against,
    MOST_FIGURES };
})();
