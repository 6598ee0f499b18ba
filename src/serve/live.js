// Keeps a served page as its files are: loads it again where it was, or changes its style sheets in place.
"use strict";
{
  const script = document.currentScript;
  const key = "rebond-live " + location.pathname;
  let shown = script.dataset.state.split(".");

  const stored = () => {
    try {
      return JSON.parse(sessionStorage.getItem(key)) || {};
    } catch {
      return {};
    }
  };
  const store = (value) => {
    try {
      sessionStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Without storage a page begins at its top.
    }
  };

  // A section is known by its id, else by its summary and how many alike stand before it.
  const sections = () => {
    const seen = new Map();
    return [...document.querySelectorAll("details")].map((element) => {
      const summary = element.querySelector("summary");
      const name = element.id ? "#" + element.id : summary ? summary.textContent.trim() : "";
      const number = seen.get(name) || 0;
      seen.set(name, number + 1);
      return [name + " " + number, element];
    });
  };

  const reload = (state) => {
    const open = sections().map(([name, element]) => [name, element.open]);
    store({ state, x: scrollX, y: scrollY, open });
    location.reload();
  };

  const restore = () => {
    const { x, y, open, state } = stored();
    if (!open) {
      return;
    }
    store({ state });
    const were = new Map(open);
    for (const [name, element] of sections()) {
      if (were.has(name)) {
        element.open = were.get(name);
      }
    }
    scrollTo({ left: x, top: y, behavior: "instant" });
  };

  const restyle = (version) => {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const address = new URL(link.href);
      if (address.origin !== location.origin) {
        continue;
      }
      address.searchParams.set("v", version);
      const fresh = link.cloneNode();
      fresh.href = address.href;
      // The old sheet stays until the new one is there, so that the page never stands bare.
      fresh.addEventListener("load", () => link.remove());
      fresh.addEventListener("error", () => fresh.remove());
      link.after(fresh);
    }
  };

  const hear = (text) => {
    const state = text.split(".");
    const [run, pages, styles] = state;
    if (run !== shown[0] || Number(pages) > Number(shown[1])) {
      // Once for each state: a page that cannot be loaded as it should be is not tried for ever.
      if (stored().state !== text) {
        reload(text);
      }
    } else if (Number(styles) > Number(shown[2])) {
      restyle(run + "." + styles);
      shown = state;
    }
  };

  // A browser opens few connections to one server: all tabs share the one of a worker.
  const listen = () => {
    if (typeof SharedWorker === "function") {
      const worker = new SharedWorker("/_rebond/worker.js", "rebond-live");
      worker.port.onmessage = (event) => hear(event.data);
      new BroadcastChannel("rebond-live").onmessage = (event) => hear(event.data);
      worker.onerror = alone;
    } else {
      alone();
    }
  };
  const alone = () => {
    new EventSource("/_rebond/events").onmessage = (event) => hear(event.data);
  };

  if (document.readyState === "complete") {
    restore();
  } else {
    addEventListener("load", restore);
  }
  listen();
}
