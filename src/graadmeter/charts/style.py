"""The looks of every picture: one style sheet of classes over the design tokens, for pages, embeds and papers."""

STYLE = """\
.gm-chart{display:block;height:auto;overflow:visible;font-family:var(--graadmeter-font-family-text);\
font-variant-numeric:tabular-nums lining-nums}
.gm-text{fill:var(--graadmeter-color-ink)}
.gm-strong{fill:var(--graadmeter-color-ink);font-weight:600}
.gm-bold{font-weight:700}
.gm-muted{fill:var(--graadmeter-color-muted)}
.gm-halo{paint-order:stroke;stroke:var(--graadmeter-color-paper);stroke-width:4px;stroke-linejoin:round}
.gm-chosen-text{fill:var(--graadmeter-color-chosen);font-weight:700}
.gm-label{font-weight:700}
.gm-label--focal{fill:var(--graadmeter-color-focal)}
.gm-label--chosen{fill:var(--graadmeter-color-chosen)}
.gm-label--comparator{fill:var(--graadmeter-color-muted);font-weight:600}
.gm-grid{stroke:var(--graadmeter-color-line);stroke-width:1}
.gm-axis{stroke:var(--graadmeter-color-line-strong);stroke-width:1}
.gm-break{stroke:var(--graadmeter-color-muted);stroke-width:1.2;stroke-dasharray:2 4}
.gm-goal{stroke:var(--graadmeter-color-ink);stroke-width:1.6;stroke-dasharray:12 4 3 4}
.gm-reference{stroke:var(--graadmeter-color-ink);stroke-width:1.6}
.gm-peer{stroke:var(--graadmeter-color-comparator);stroke-width:1.4}
.gm-line{fill:none;stroke-width:2.6;stroke-linejoin:round;stroke-linecap:round}
.gm-line--focal{stroke:var(--graadmeter-color-focal)}
.gm-line--chosen{stroke:var(--graadmeter-color-chosen)}
.gm-line--comparator{stroke:var(--graadmeter-color-comparator);stroke-width:1.8;stroke-dasharray:7 5}
.gm-line--provisional{stroke-dasharray:.1 6}
.gm-band--focal{fill:var(--graadmeter-color-focal-band)}
.gm-band--chosen{fill:var(--graadmeter-color-chosen-band)}
.gm-dot--focal{fill:var(--graadmeter-color-focal)}
.gm-dot--chosen{fill:var(--graadmeter-color-chosen)}
.gm-dot--comparator{fill:var(--graadmeter-color-comparator)}
.gm-open{fill:var(--graadmeter-color-paper);stroke-width:2.4}
.gm-open--focal{stroke:var(--graadmeter-color-focal)}
.gm-open--chosen{stroke:var(--graadmeter-color-chosen)}
.gm-open--comparator{stroke:var(--graadmeter-color-comparator)}
.gm-interval--differs{fill:var(--graadmeter-color-class-2)}
.gm-interval--chance{fill:var(--graadmeter-color-chance)}
.gm-interval--chosen{fill:var(--graadmeter-color-chosen-band)}
.gm-bar--focal{fill:var(--graadmeter-color-bar)}
.gm-bar--second{fill:var(--graadmeter-color-bar-second)}
.gm-bar--dark{fill:var(--graadmeter-color-class-4)}
.gm-bar--chosen{fill:var(--graadmeter-color-chosen)}
.gm-bar--provisional{fill-opacity:.42;stroke:var(--graadmeter-color-bar);stroke-width:1.3;stroke-dasharray:2 3}
.gm-bar--chosen.gm-bar--provisional{stroke:var(--graadmeter-color-chosen)}
.gm-estimate{fill:var(--graadmeter-color-paper);stroke:var(--graadmeter-color-muted);stroke-width:1.8}
.gm-estimate-band{stroke:var(--graadmeter-color-muted);stroke-width:1.6;stroke-dasharray:3 3}
.gm-estimate-end{stroke:var(--graadmeter-color-muted);stroke-width:1.6}
.gm-multiple-ground{fill:none;stroke:var(--graadmeter-color-line);stroke-width:1}
.gm-funnel{fill:var(--graadmeter-color-chance);fill-opacity:.55}
.gm-funnel-edge{fill:none;stroke:var(--graadmeter-color-muted);stroke-width:1.3;stroke-dasharray:2 4}
.gm-also{stroke:var(--graadmeter-color-comparator);stroke-width:1.6;stroke-dasharray:6 4}
.gm-area{stroke:var(--graadmeter-color-paper);stroke-width:1.4;stroke-linejoin:round}
.gm-outline-area{stroke:var(--graadmeter-color-chosen);stroke-width:3.2}
.gm-outline{fill:none;stroke:var(--graadmeter-color-chosen);stroke-width:3.4}
.gm-empty{stroke:var(--graadmeter-color-line);stroke-width:1}
.gm-hatch-line{stroke:var(--graadmeter-color-hatch);stroke-width:2.4}
.gm-hatch-ground{fill:var(--graadmeter-color-hatch-ground)}
.gm-off{fill:none;stroke:var(--graadmeter-color-comparator);stroke-width:1.4}
.gm-link{stroke:var(--graadmeter-color-focal);stroke-width:2.4}
.gm-person{fill:var(--graadmeter-color-class-2)}
.gm-person--meant{fill:var(--graadmeter-color-focal)}
.gm-spine-band--all{fill:var(--graadmeter-color-chance);fill-opacity:.62}
.gm-spine-band--half{fill:var(--graadmeter-color-bar-second)}
.gm-spine{fill:var(--graadmeter-color-ink);stroke:var(--graadmeter-color-paper);stroke-width:1.2}
.gm-spine--chance,.gm-spine--untested{fill:var(--graadmeter-color-paper);stroke:var(--graadmeter-color-ink);stroke-width:2}
.gm-spine--better{fill:var(--graadmeter-color-better)}
.gm-spine--worse{fill:var(--graadmeter-color-worse)}
.gm-spine-ring{fill:none;stroke:var(--graadmeter-color-ink);stroke-width:1.5}
.gm-spine-ring--better{stroke:var(--graadmeter-color-better)}
.gm-spine-ring--worse{stroke:var(--graadmeter-color-worse)}
.gm-spine-margin{stroke:var(--graadmeter-color-ink);stroke-width:2}
.gm-spine-margin--better{stroke:var(--graadmeter-color-better)}
.gm-spine-margin--worse{stroke:var(--graadmeter-color-worse)}
.gm-class--1{fill:var(--graadmeter-color-class-1)}
.gm-class--2{fill:var(--graadmeter-color-class-2)}
.gm-class--3{fill:var(--graadmeter-color-class-3)}
.gm-class--4{fill:var(--graadmeter-color-class-4)}
.gm-class--5{fill:var(--graadmeter-color-class-5)}
.gm-on-class--1,.gm-on-class--2,.gm-on-class--3{fill:var(--graadmeter-color-on-class-light)}
.gm-on-class--4,.gm-on-class--5{fill:var(--graadmeter-color-on-class-dark)}
"""
"""CSS over the tokens `--graadmeter-...`; the page or document sets those."""
