// Makes the pages quicker to use. Everything here has a way without it: links, forms, and the text as arXiv sent it.
(() => {
  "use strict";

  const say = (text) => {
    const toast = document.getElementById("toast");
    toast.textContent = text;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => (toast.textContent = ""), 6000);
  };

  // ---- LaTeX: $…$ by pandoc's rule, so that "from $5 to $10" stays money

  const MATH = /\$(?!\s)((?:[^$\\]|\\[\s\S])+?)(?<!\s)\$(?!\d)/g;
  let katex;
  const loadKatex = () =>
    (katex ??= new Promise((done, failed) => {
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = "/webjars/katex/dist/katex.min.css";
      const script = document.createElement("script");
      script.src = "/webjars/katex/dist/katex.min.js";
      script.onload = () => done(window.katex);
      script.onerror = failed;
      document.head.append(style, script);
    }));

  const renderText = (library, node) => {
    const text = node.data;
    const parts = document.createDocumentFragment();
    let from = 0;
    for (const match of text.matchAll(MATH)) {
      const formula = document.createElement("span");
      // the text comes from strangers: no commands that load, link or set attributes
      library.render(match[1], formula, { throwOnError: false, trust: false, strict: false, maxSize: 10, maxExpand: 200 });
      parts.append(text.slice(from, match.index), formula);
      from = match.index + match[0].length;
    }
    if (from > 0) {
      parts.append(text.slice(from));
      node.replaceWith(parts);
    }
  };

  const renderMath = async (root) => {
    const places = [...(root.matches?.(".tex") ? [root] : []), ...root.querySelectorAll(".tex")];
    const texts = places.flatMap((place) => [...place.childNodes]).filter((node) => node.nodeType === Node.TEXT_NODE && node.data.search(MATH) >= 0);
    if (texts.length) {
      const library = await loadKatex();
      texts.forEach((node) => renderText(library, node));
      places.forEach((place) =>
        place.querySelectorAll(":scope > span:has(.katex)").forEach((formula) => {
          formula.classList.toggle("wide", formula.offsetWidth > place.clientWidth);
        }),
      );
    }
  };

  // ---- theme: the server reads the same cookie, so that the next page comes in the right colours at once

  const theme = (event) => {
    event.preventDefault();
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax`;
  };

  // ---- details in place

  const toggle = (title) => {
    const details = document.getElementById(title.getAttribute("aria-controls"));
    const open = details.hidden;
    details.hidden = !open;
    title.setAttribute("aria-expanded", open);
    if (open && !details.hasChildNodes()) {
      details.textContent = "Loading…";
      htmx.trigger(title, "expand");
    }
  };

  const prepare = (root) => {
    root.querySelectorAll("a[data-expands]").forEach((title) => {
      title.setAttribute("role", "button");
      title.setAttribute("aria-expanded", !document.getElementById(title.getAttribute("aria-controls")).hidden);
    });
    renderMath(root);
  };

  document.addEventListener("click", (event) => {
    const title = event.target.closest("a[data-expands]");
    if (title && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      choose(title.closest(".paper"), false);
      toggle(title);
    } else if (event.target.closest("[data-theme-switch]")) {
      theme(event);
    } else if (event.target.closest("[data-opens='keys']")) {
      document.getElementById("keys").showModal();
    }
  });

  document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
  document.addEventListener("htmx:afterRequest", (event) => {
    const { successful, xhr, target } = event.detail;
    if (successful) return;
    if (target?.classList.contains("details")) target.replaceChildren();
    let reason = "The application did not answer. Nothing was changed; try again.";
    try {
      reason = JSON.parse(xhr.responseText).detail ?? reason;
    } catch {
      // no problem document, so the general sentence stands
    }
    say(reason);
  });

  // ---- keyboard triage

  let current = null;
  const papers = () => [...document.querySelectorAll(".paper")].filter((paper) => !paper.querySelector(".gone"));

  function choose(paper, scroll = true) {
    current?.classList.remove("here");
    current = paper;
    if (paper) {
      paper.classList.add("here");
      if (scroll) {
        paper.querySelector("h3 a")?.focus({ preventScroll: true });
        paper.scrollIntoView({ block: "nearest" });
      }
    }
  }

  const step = (by) => {
    const all = papers();
    const at = all.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
    if (all[next]) choose(all[next]);
  };

  const press = (name) => current?.querySelector(`.acts button[id^="${name}-"]`)?.click();

  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    o: () => current && toggle(current.querySelector("h3 a")),
    s: () => press("save"),
    l: () => press("like"),
    x: () => press("hide"),
    v: () => current?.querySelector("a[data-out]")?.click() ?? (current && window.open(current.dataset.out, "_blank", "noopener")),
    "/": () => document.getElementById("query")?.focus(),
    "?": () => document.getElementById("keys").showModal(),
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, dialog");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(KEYS, event.key)) return;
    event.preventDefault();
    KEYS[event.key]();
  });

  // on from an article that was just hidden
  document.addEventListener("htmx:afterSwap", () => {
    const left = current?.querySelector(".acts.gone");
    if (!left || left.dataset.seen) return;
    left.dataset.seen = "yes";
    const below = [...document.querySelectorAll(".paper")];
    const next = below.slice(below.indexOf(current) + 1).find((paper) => !paper.querySelector(".gone"));
    if (next) choose(next);
  });

  document.documentElement.classList.add("scripted");
  prepare(document.body);
})();
