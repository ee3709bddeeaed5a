/* Offers each figure as a PNG as well: the browser draws it from the SVG file when a reader asks. Without it there is the SVG. */
"use strict";
(() => {
  const list = document.querySelector("[data-png]");
  /* A page on disk may not read back what it has drawn. */
  if (!list || location.protocol === "file:") return;
  /* 2,184 px across: 300 dots an inch over the width of a sheet. */
  const SCALE = 3;

  const drawn = async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [SCALE * image.naturalWidth, SCALE * image.naturalHeight];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done, failed) => canvas.toBlob((made) => (made ? done(made) : failed(new Error("no PNG"))), "image/png"));
  };
  const save = async (link) => {
    const href = URL.createObjectURL(await drawn(link.href));
    const download = link.pathname.split("/").slice(-2).join("_").replace(/svg$/, "png");
    Object.assign(document.createElement("a"), { href, download }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
  };

  for (const link of list.querySelectorAll("a[download][href$='.svg']")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = list.dataset.png;
    button.setAttribute("aria-label", link.getAttribute("aria-label").replace("SVG", "PNG"));
    /* What cannot be drawn can still be taken along as SVG. */
    button.addEventListener("click", () => save(link).catch(() => link.click()));
    link.after(" · ", button);
  }
})();
