/* Filters and ranks the list of the search page. Without it the page is the whole list from A to Z. */
"use strict";
(() => {
  const page = document.querySelector("[data-search]");
  if (!page) return;
  const form = page.querySelector("form");
  const field = page.querySelector("input[type=search]");
  const status = page.querySelector("[role=status]");
  const found = page.querySelector(".gm-search__found");
  const list = found.querySelector("ol");
  const index = page.querySelector(".gm-search__index");

  const IGNORED = new Set(
    ("de het een in van voor op bij met en of is zijn er hoeveel hoe wat waar gemeente wijk cijfers cijfer " +
     "the a an in of for on at with and or is are how many what where municipality figures figure").split(" "));
  const MOST = 40;

  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const split = (text) => plain(text).split(/[^a-z0-9]+/).filter(Boolean);

  const entryOf = (link, told, { kind = "", slug = "", best = "", words = "" }, order) => ({
    order, link, told, kind, slug, title: split(link.textContent), best: split(best), words: split(words),
    whole: ` ${split(link.textContent).join(" ")} `, phrases: ` ${split(words).join(" ")} `,
  });
  const entries = [...index.querySelectorAll(".gm-search__list > li")].map((item, order) =>
    entryOf(item.querySelector("a"), item.querySelector(".gm-search__kind").textContent, item.dataset, order));

  /* Where there are very many wijken they are fetched by the first letter of what is typed; each once. */
  const fetched = new Set();
  const known = new Set();
  const root = (page.dataset.wijken || "").replace(/search\/[a-z]+$/, "");
  window.graadmeterWijken = (found) => found.forEach(([title, target, told]) => {
    if (known.has(target)) return;
    known.add(target);
    const link = document.createElement("a");
    link.textContent = title;
    link.setAttribute("href", root + target);
    entries.push(entryOf(link, told, {}, entries.length));
  });
  const fetchLetter = (letter) => new Promise((done) => {
    fetched.add(letter);
    const script = document.createElement("script");
    script.src = `${page.dataset.wijken}/${letter}.js`;
    /* What could not be fetched is not found; the rest is. */
    ["load", "error"].forEach((name) => script.addEventListener(name, () => { script.remove(); done(); }));
    document.head.append(script);
  });
  const fetchWijken = (query) => Promise.all(!page.dataset.wijken ? []
    : [...new Set(split(query).map((word) => word[0]))]
      .filter((letter) => page.dataset.letters.includes(letter) && !fetched.has(letter)).map(fetchLetter));

  /* Whether two words differ by one letter at most: added, left out, changed, or two exchanged. */
  const near = (one, other) => {
    if (Math.abs(one.length - other.length) > 1) return false;
    let at = 0;
    while (at < one.length && one[at] === other[at]) at += 1;
    const [a, b] = [one.slice(at), other.slice(at)];
    return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) ||
      (a.slice(2) === b.slice(2) && a[0] === b[1] && a[1] === b[0]);
  };

  const scoreOf = (word, entry) => {
    if (entry.title.includes(word)) return 10;
    if (entry.best.includes(word)) return 9;
    if (entry.words.includes(word)) return 7;
    if (entry.title.some((own) => own.startsWith(word))) return 6;
    if (entry.words.some((own) => own.startsWith(word))) return 5;
    if (word.length > 3 && entry.title.some((own) => own.includes(word))) return 4;
    if (word.length > 4 && entry.words.some((own) => own.includes(word))) return 2;
    if (word.length > 4 && [...entry.title, ...entry.words].some((own) => near(word, own))) return 2;
    return 0;
  };

  const rank = (words, all) => entries
    .map((entry) => {
      const scores = words.map((word) => scoreOf(word, entry));
      const phrase = ` ${words.join(" ")} `;
      const bonus = entry.whole.includes(phrase) ? 8 : entry.phrases.includes(phrase) ? 6 : 0;
      const fits = all ? scores.every(Boolean) : scores.some(Boolean);
      return { entry, score: fits ? scores.reduce((sum, one) => sum + one, bonus) : 0 };
    })
    .filter((one) => one.score)
    .sort((one, other) => other.score - one.score || one.entry.order - other.entry.order)
    .map(({ entry }) => ({ href: entry.link.getAttribute("href"), title: entry.link.textContent, told: entry.told, entry }));

  /* A figure of a place: 'jeugdzorg almelo' leads to the page of that figure for Almelo. */
  const inPlaces = (words) => entries
    .filter((place) => place.slug && place.title.every((word) => words.includes(word)))
    .flatMap((place) => {
      const others = words.filter((word) => !place.title.includes(word));
      return others.length === 0 ? [] : rank(others, true)
        .filter(({ entry }) => entry.kind === "figure")
        .map((one) => ({
          href: one.href.replace(/\.html$/, `/${place.slug}.html`), told: one.told,
          title: page.dataset.in.replace("{title}", one.title).replace("{area}", place.link.textContent),
        }));
    });

  const search = (query) => {
    const given = split(query);
    const words = given.filter((word) => !IGNORED.has(word));
    const wanted = words.length ? words : given;
    const whole = [...inPlaces(wanted), ...rank(wanted, true)];
    return whole.length ? { results: whole, said: whole.length === 1 ? "one" : "many" }
      : { results: rank(wanted.filter((word) => word.length > 1), false), said: "part" };
  };

  const row = ({ href, title, told }) => {
    const [item, link, kind] = ["li", "a", "span"].map((name) => document.createElement(name));
    link.href = href;
    link.textContent = title;
    kind.className = "gm-search__kind";
    kind.textContent = told;
    item.append(link, " ", kind);
    return item;
  };

  const show = async () => {
    const query = field.value.trim();
    if (page.dataset.wijken) await fetchWijken(query);
    if (query !== field.value.trim()) return;
    const asked = split(query).length > 0;
    const { results, said } = asked ? search(query) : { results: [], said: "none" };
    list.replaceChildren(...results.slice(0, MOST).map(row));
    found.hidden = results.length === 0;
    index.hidden = results.length > 0;
    const words = page.dataset[results.length ? said : "none"];
    status.textContent = asked ? words.replace("{n}", results.length).replace("{q}", query) : "";
    const address = new URL(location.href);
    address.hash = "";
    if (query) address.searchParams.set("q", query); else address.searchParams.delete("q");
    try {
      history.replaceState(null, "", address);
    } catch {
      /* From disk some browsers keep the address as it is. */
    }
  };

  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    show();
  });
  field.value = new URLSearchParams(location.search).get("q") || "";
  if (field.value) show();
})();
