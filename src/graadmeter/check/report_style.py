"""The looks of the HTML report: one style sheet, light and dark, for screen and paper; nothing is fetched."""

STYLE = """
:root{color-scheme:light dark;--ink:#1c2733;--soft:#51606f;--paper:#fff;--band:#f3f6f9;--line:#d5dde5;--link:#0b5394;
--stop:#a61b1b;--row:#b3541e;--ask:#8a6100;--note:#2f5d8a;--fine:#1d6b3a}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf2;--soft:#a9b6c2;--paper:#12181f;--band:#1b242d;--line:#33414e;
--link:#8cc4ff;--stop:#ff8f8f;--row:#ffb078;--ask:#f2cc60;--note:#9cc9f5;--fine:#7fd6a0}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:66rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1{font-size:1.7rem;line-height:1.25;margin:.2rem 0 .4rem}
h2{font-size:1.25rem;margin:2.4rem 0 .6rem;padding-top:.4rem;border-top:1px solid var(--line)}
h3{font-size:1.08rem;margin:0}
p{margin:.4rem 0;max-width:46rem}
a{color:var(--link)}
.soft,small{color:var(--soft)}
.lead{font-size:1.12rem}
.taal{position:absolute;opacity:0}
.keuze{display:flex;gap:.4rem;justify-content:flex-end;font-size:.9rem}
.keuze label{padding:.25rem .7rem;border:1px solid var(--line);border-radius:1rem;cursor:pointer}
.tekst{display:none}
#taal-nl:checked~.nl,#taal-en:checked~.en{display:block}
#taal-nl:checked~.keuze label[for=taal-nl],
#taal-en:checked~.keuze label[for=taal-en]{background:var(--band);font-weight:600}
#taal-nl:focus-visible~.keuze label[for=taal-nl],
#taal-en:focus-visible~.keuze label[for=taal-en]{outline:3px solid var(--link)}
.cijfers{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.8rem;margin:1.2rem 0;padding:0;
list-style:none}
.cijfers li{background:var(--band);border-radius:.6rem;padding:.7rem 1rem}
.cijfers b{display:block;font-size:1.5rem;line-height:1.2}
.rol{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.93rem;margin:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.38rem .6rem;border-bottom:1px solid var(--line)}
th{background:var(--band);font-weight:600;white-space:nowrap}
.tel th:last-child,td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
.vind td:nth-child(-n+2){white-space:nowrap}
td.plaats{color:var(--soft);overflow-wrap:anywhere}
.oorzaak{border:1px solid var(--line);
border-left:.4rem solid var(--note);border-radius:.5rem;padding:.9rem 1rem;margin:1rem 0}
.bestand{border-left-color:var(--stop)}.regel{border-left-color:var(--row)}.vraag{border-left-color:var(--ask)}
.bekend{border-left-color:var(--fine)}
.ernst{font-weight:600;color:var(--note)}
.bestand .ernst{color:var(--stop)}.regel .ernst{color:var(--row)}.vraag .ernst{color:var(--ask)}
.doen{background:var(--band);border-radius:.4rem;padding:.5rem .8rem;max-width:none}
details{margin:.5rem 0}summary{cursor:pointer;color:var(--link)}
code{font-size:.88em;background:var(--band);padding:.05rem .3rem;border-radius:.25rem}
blockquote{margin:.6rem 0;padding:.6rem 1rem;border-left:.3rem solid var(--line);white-space:pre-wrap}
@media print{.keuze{display:none}main{max-width:none;padding:0}.oorzaak{break-inside:avoid}details>*{display:block}
body{font-size:10pt;--paper:#fff;--ink:#000}}
"""
