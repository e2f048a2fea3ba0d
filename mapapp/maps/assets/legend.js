// The legend: what is on the map now, drawn with the map's own shapes.
(function (root) {
  "use strict";
  const mapapp = (root.mapapp = root.mapapp || {});

  const ROOMY = 580; // pixels of the map's shorter side from which the legend starts open

  const PLAIN = { shape: "circle", color: "#ffffff" };

  function row(box, sign, text) {
    const line = L.DomUtil.create("div", "mapapp-legend-row", box);
    line.append(sign);
    const words = L.DomUtil.create("span", "", line);
    words.textContent = text;
    return line;
  }

  function head(box, text) {
    L.DomUtil.create("div", "mapapp-legend-head", box).textContent = text;
  }

  function key(kind) {
    const sign = document.createElement("i");
    sign.className = "mapapp-key mapapp-key-" + kind;
    return sign;
  }

  function fill(box, data, places) {
    box.textContent = "";
    const used = new Set(places.flatMap((p) => [p.side.id, p.rival ? p.rival.id : p.side.id]));
    head(box, "Most mentioned side");
    data.sides.forEach((side) => {
      if (used.has(side.id)) row(box, mapapp.swatch(side, null, 0), side.name);
    });
    const tied = places.find((place) => place.rival);
    if (tied) row(box, mapapp.swatch(tied.side, tied.rival, 0), "halves: two sides equally often");
    head(box, "Place");
    row(box, key("size"), "larger = more mentions");
    const kinds = new Set(places.map((place) => place.kind));
    if (kinds.has(1)) row(box, key("ring"), "ring: near here, within the circle");
    if (kinds.has(2) || kinds.has(3)) row(box, key("area"), "area: somewhere inside");
    const textures = new Set(places.map((place) => place.texture));
    if (textures.has(1)) row(box, mapapp.swatch(PLAIN, null, 1), "one side's claim");
    if (textures.has(2)) row(box, mapapp.swatch(PLAIN, null, 2), "disputed");
    if (places.some((place) => place.doubt)) row(box, key("doubt"), "pale: place not certain");
    if (places.some((place) => place.faded)) row(box, key("doubt"), "pale: only named, no event");
    (data.roads || []).forEach(([kind, words]) => row(box, key(kind), words));
  }

  const MOST_OF_MAP = 0.5; // of the map's height; a longer legend waits to be asked for

  // Until the reader has a say the legend stands open, unless the map is small, or the legend would
  // lie on a marker or cover half of the map.
  mapapp.clearLegend = function (map, places) {
    const frame = map.mapappLegend && map.mapappLegend.getContainer();
    if (!frame || map.mapappLegendKept) return;
    const size = map.getSize();
    frame.open = Math.min(size.x, size.y) >= ROOMY;
    if (!frame.open) return;
    const box = frame.getBoundingClientRect();
    const top = map.getContainer().getBoundingClientRect();
    const large = box.height > MOST_OF_MAP * top.height;
    frame.open = !large && !places.some((place) => {
      if (place.sign) return false;
      const p = map.latLngToContainerPoint(place.at);
      const r = place.radius + 4;
      return p.x - r < box.right - top.left && p.y + r > box.top - top.top
        && p.x > 0 && p.y < top.height;
    });
  };

  mapapp.legend = function (map, data, places) {
    if (!map.mapappLegend) {
      const Control = L.Control.extend({
        options: { position: "bottomleft" },
        onAdd: () => {
          const frame = L.DomUtil.create("details", "mapapp-legend leaflet-bar");
          const summary = L.DomUtil.create("summary", "", frame);
          summary.textContent = "Legend";
          summary.addEventListener("click", () => { map.mapappLegendKept = true; });
          const judge = () => mapapp.clearLegend(map, map.mapappPlaces || []);
          map.on("resize", judge);
          // A style sheet that arrives after the first drawing gives the legend another size.
          new ResizeObserver(judge).observe(frame);
          L.DomUtil.create("div", "mapapp-legend-body", frame);
          frame.addEventListener("toggle", () => map.mapappLabels.refresh());
          L.DomEvent.disableClickPropagation(frame);
          L.DomEvent.disableScrollPropagation(frame);
          return frame;
        },
      });
      map.mapappLegend = new Control().addTo(map);
    }
    const shown = places.length || (data.roads || []).length;
    map.mapappLegend.getContainer().hidden = !shown;
    fill(map.mapappLegend.getContainer().querySelector(".mapapp-legend-body"), data, places);
  };
})(window);
