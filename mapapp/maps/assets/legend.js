// The legend: what is on the map now, drawn with the map's own shapes.
(function (root) {
  "use strict";
  const mapapp = (root.mapapp = root.mapapp || {});

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
    const used = new Set(places.map((place) => place.side.id));
    head(box, "Most mentioned side");
    data.sides.forEach((side) => {
      if (used.has(side.id)) row(box, mapapp.swatch(side.shape, side.color, 0), side.name);
    });
    head(box, "Place");
    row(box, key("size"), "larger = more mentions");
    const kinds = new Set(places.map((place) => place.kind));
    if (kinds.has(1)) row(box, key("ring"), "ring: near here, within the circle");
    if (kinds.has(2) || kinds.has(3)) row(box, key("area"), "area: somewhere inside");
    const textures = new Set(places.map((place) => place.texture));
    if (textures.has(1)) row(box, mapapp.swatch("circle", "#ffffff", 1), "one side's claim");
    if (textures.has(2)) row(box, mapapp.swatch("circle", "#ffffff", 2), "disputed");
    if (places.some((place) => place.doubt)) row(box, key("doubt"), "pale: place not certain");
    if (places.some((place) => place.faded)) row(box, key("doubt"), "pale: only named, no event");
    (data.roads || []).forEach(([kind, words]) => row(box, key(kind), words));
  }

  mapapp.legend = function (map, data, places) {
    if (!map.mapappLegend) {
      const Control = L.Control.extend({
        options: { position: "bottomleft" },
        onAdd: () => {
          const frame = L.DomUtil.create("details", "mapapp-legend leaflet-bar");
          frame.open = map.getSize().x > 560;
          L.DomUtil.create("summary", "", frame).textContent = "Legend";
          L.DomUtil.create("div", "mapapp-legend-body", frame);
          L.DomEvent.disableClickPropagation(frame);
          L.DomEvent.disableScrollPropagation(frame);
          return frame;
        },
      });
      map.mapappLegend = new Control().addTo(map);
    }
    fill(map.mapappLegend.getContainer().querySelector(".mapapp-legend-body"), data, places);
  };
})(window);
