// The map's own controls, the link's view, and the frame around it.
(function (root) {
  "use strict";
  const mapapp = (root.mapapp = root.mapapp || {});
  const CHOICE = "mapapp-ground";

  function page() {
    try {
      return root.parent !== root && root.parent.location.href ? root.parent : null;
    } catch {
      return null;
    }
  }

  // Pan and zoom belong to the link, but not to the history: no rerun, no entry.
  function writeView(map) {
    const top = page();
    if (!top || !map.mapappSettled || !map.mapappLinked) return;
    const center = map.getCenter();
    const view = [center.lat.toFixed(4), center.lng.toFixed(4), map.getZoom()].join(",");
    const address = new URL(top.location.href);
    if (address.searchParams.get("view") === view) return;
    address.searchParams.set("view", view);
    const tidy = address.href.replaceAll("%2C", ",");
    try {
      top.history.replaceState(top.history.state, "", tidy);
    } catch (refused) {
      console.info("mapapp: the page around refuses to keep the view in the link", refused);
    }
  }

  function remembered() {
    try {
      return root.localStorage.getItem(CHOICE);
    } catch {
      return null;
    }
  }

  function remember(name) {
    try {
      root.localStorage.setItem(CHOICE, name);
    } catch {
      return;
    }
  }

  // Drawn here and not taken from a symbol font, which a reader's system may lack.
  const ICONS = {
    full: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
    link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17",
    print: "M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7z",
  };

  mapapp.icon = function (path) {
    const space = "http://www.w3.org/2000/svg";
    const picture = document.createElementNS(space, "svg");
    picture.setAttribute("viewBox", "0 0 24 24");
    picture.setAttribute("aria-hidden", "true");
    const line = document.createElementNS(space, "path");
    line.setAttribute("d", path);
    picture.append(line);
    return picture;
  };

  function button(map, place, name, title, act) {
    const Control = L.Control.extend({
      options: { position: place },
      onAdd: () => {
        const bar = L.DomUtil.create("div", "leaflet-bar mapapp-bar mapapp-" + name);
        const press = L.DomUtil.create("button", "mapapp-button", bar);
        press.type = "button";
        press.title = title;
        press.setAttribute("aria-label", title);
        press.append(mapapp.icon(ICONS[name]));
        L.DomEvent.disableClickPropagation(bar);
        L.DomEvent.on(press, "click", () => act(press));
        return bar;
      },
    });
    return new Control().addTo(map);
  }

  function notice(map) {
    const box = L.DomUtil.create("div", "mapapp-notice", map.getContainer());
    box.setAttribute("role", "status");
    let timer = 0;
    return (text) => {
      box.textContent = text;
      box.classList.add("mapapp-shown");
      clearTimeout(timer);
      timer = setTimeout(() => box.classList.remove("mapapp-shown"), 6000);
    };
  }

  function fullscreen(say) {
    const refused = () => say("The page around this map does not allow full screen.");
    if (document.fullscreenElement) document.exitFullscreen();
    else if (!document.fullscreenEnabled) refused();
    else document.documentElement.requestFullscreen().catch(refused);
  }

  function copyLink(say) {
    const top = page();
    const link = (top || root).location.href;
    const show = () => say(link);
    if (!navigator.clipboard) return show();
    return navigator.clipboard.writeText(link).then(() => say("Link to this view copied."), show);
  }

  function chooseGround(map, choices, theme) {
    const kept = remembered();
    const fallback = theme === "dark" ? "Dark (offline)" : "Light (offline)";
    const name = kept && choices[kept] ? kept : fallback;
    map.mapappGround = choices[name];
    choices[name].addTo(map);
    ink(map, choices[name].ink);
  }

  function ink(map, name) {
    map.mapappInk = name;
    map.getContainer().classList.toggle("mapapp-dark", name === "dark");
    map.fire("mapapp:ink");
  }

  // The page's theme may change while the map stays: follow it unless the reader chose a ground.
  mapapp.follow = function (map, theme) {
    if (!map.mapappChoices || remembered() || map.mapappTheme === theme) return;
    map.mapappTheme = theme;
    map.mapappGround.remove();
    chooseGround(map, map.mapappChoices, theme);
  };

  // The places that hold three quarters of the mentions: one far-off name must not shrink the rest.
  function telling(places) {
    const near = places.filter((p) => p.kind < 3 && !p.faded);
    const ranked = [...(near.length ? near : places)].sort((a, b) => b.mentions - a.mentions);
    const enough = ranked.reduce((sum, p) => sum + p.mentions, 0) * 0.75;
    const chosen = [];
    let held = 0;
    ranked.forEach((p) => {
      if (held < enough || chosen.length < 3) chosen.push(p);
      held += p.mentions;
    });
    return chosen;
  }

  // The first drawing decides the view when the link does not; later ones only keep the chosen
  // place in sight.
  mapapp.settle = function (map, places, data) {
    mapapp.follow(map, data.theme);
    if (!map.mapappSettled) {
      const seen = telling(places);
      if (!map.mapappGiven && seen.length) {
        const box = L.latLngBounds(seen.map((p) => [p.lat, p.lon]));
        // Room at the sides for the buttons: no marker starts under one.
        const room = { paddingTopLeft: [52, 24], paddingBottomRight: [60, 40] };
        map.fitBounds(box.pad(0.15), { maxZoom: 9, animate: false, ...room });
      }
      mapapp.clearLegend(map, places);
      map.getContainer().classList.remove("mapapp-waiting");
      map.mapappSettled = true;
    } else if (data.selected && data.selected !== map.mapappSelected) {
      const chosen = places.find((p) => p.id === data.selected);
      if (chosen && !map.getBounds().pad(-0.05).contains([chosen.lat, chosen.lon])) {
        map.panTo([chosen.lat, chosen.lon]);
      }
    }
    map.mapappSelected = data.selected;
    writeView(map);
  };

  mapapp.start = function (map, options) {
    const say = notice(map);
    // Unseen until the first drawing has decided the view: the map never jumps before the reader.
    map.getContainer().classList.add("mapapp-waiting");
    map.mapappGiven = options.view;
    map.mapappLinked = options.linked;
    map.attributionControl.setPrefix(false);
    map.attributionControl.addAttribution(options.attribution);
    map.zoomControl.setPosition("topleft");
    L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
    if (!options.linked) map.getContainer().setAttribute("aria-label", options.title);
    else if (root.frameElement) root.frameElement.title = options.title;
    const choices = mapapp.grounds(map, options.ground, options.online, say);
    map.mapappChoices = choices;
    map.mapappTheme = options.theme;
    map.mapappLabels = new mapapp.Labels().addTo(map);
    if (options.towns) mapapp.readJson(options.towns).then((t) => map.mapappLabels.setTowns(t));
    chooseGround(map, choices, options.theme);
    L.control.layers(choices, { Names: map.mapappLabels }, { position: "topright" }).addTo(map);
    map.on("baselayerchange", (event) => {
      map.mapappGround = event.layer;
      remember(event.name);
      ink(map, event.layer.ink);
    });
    button(map, "topright", "full", "Full screen", () => fullscreen(say));
    if (options.linked) {
      button(map, "topright", "link", "Copy the link to this view", () => copyLink(say));
    }
    button(map, "topright", "print", "Print the map", () => root.print());
    map.on("moveend zoomend", () => writeView(map));
    document.addEventListener("fullscreenchange", () => map.invalidateSize());
    root.addEventListener("beforeprint", () => map.invalidateSize({ animate: false }));
    new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(map.getContainer());
  };
})(window);
