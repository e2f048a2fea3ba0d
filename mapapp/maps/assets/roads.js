// Highways: stretches by their state, shields, signs where a road is cut.
(function (root) {
  "use strict";
  const mapapp = (root.mapapp = root.mapapp || {});
  const GREY = "#8a8d91";

  const DASHES = { held: null, claimed: "9 7", contested: null, cut: null, unknown: null };

  function segmentLines(line, segment, renderer) {
    const casing = mapapp.inked(
      L.polyline(line, { renderer, weight: segment.status === "unknown" ? 5 : 8, opacity: 0.85 }),
      { color: "#ffffff" }, { color: "#141d26" }
    );
    if (segment.status === "unknown") {
      const dashArray = segment.approximate ? "7 4" : null;
      const core = L.polyline(line, { renderer, weight: 2.2, opacity: 1, dashArray });
      return [casing, mapapp.inked(core, { color: "#62676d" }, { color: "#a9b3bd" })];
    }
    const color = segment.colors[0] || GREY;
    const made = [
      casing,
      L.polyline(line, { renderer, color: "#222222", weight: 6.5, opacity: 1 }),
      L.polyline(line, { renderer, color, weight: 5, opacity: 1, dashArray: DASHES[segment.status] }),
    ];
    if (segment.status === "contested") {
      const other = segment.colors[1] || "#ffffff";
      made.push(L.polyline(line, { renderer, color: other, weight: 5, dashArray: "11 11" }));
    }
    return made;
  }

  function cutSign(line) {
    const sign = document.createElement("div");
    sign.className = "mapapp-cut";
    sign.textContent = "✕";
    const icon = L.divIcon({ html: sign, className: "mapapp-cut-icon", iconSize: null });
    return L.marker(line[Math.floor(line.length / 2)], { icon, interactive: false, keyboard: false });
  }

  function shield(at, highway, properties) {
    const sign = document.createElement("div");
    sign.className = "mapapp-shield";
    sign.textContent = highway.shield;
    const icon = L.divIcon({ html: sign, className: "mapapp-shield-icon", iconSize: null });
    // A road has several shields and the tab of highways; the keyboard need not stop at each.
    const marker = L.marker(at, { icon, title: highway.name, alt: highway.name, keyboard: false });
    return mapapp.answerClicks(marker, properties);
  }

  // The state of a stretch at a step of the timeline: what was told up to then.
  function stateAt(segment, states) {
    if (!states) return segment;
    const [status, colors] = states[segment.id] || ["unknown", []];
    const words = [segment.words[0], "As told up to the day shown", segment.words.at(-1)];
    return { ...segment, status, colors, words };
  }

  function drawStretches(highways, states, renderer, group) {
    const cuts = [];
    highways.forEach((highway) => {
      highway.segments.forEach((segment) => {
        const line = highway.line.slice(segment.first, segment.last + 1);
        const drawn = { ...stateAt(segment, states), approximate: highway.approximate };
        const properties = { id: segment.id, kind: "segment" };
        segmentLines(line, drawn, renderer).forEach((polyline) => {
          mapapp.answerClicks(polyline, properties);
          group.addLayer(mapapp.hint(polyline, () => drawn.words));
        });
        if (drawn.status === "cut") {
          const sign = cutSign(line);
          cuts.push(sign);
          group.addLayer(sign);
        }
      });
    });
    return cuts;
  }

  mapapp.drawHighways = function (map, highways) {
    const renderer = mapapp.canvas(map);
    const group = L.featureGroup([]);
    const stretches = L.featureGroup([]).addTo(group);
    const shields = [];
    map.mapappLabels.setRoads(highways.map((highway) => highway.line));
    const restyle = mapapp.followInk(stretches, map);
    const fill = (states) => {
      stretches.clearLayers();
      const cuts = drawStretches(highways, states, renderer, stretches);
      map.mapappLabels.setShields(shields, cuts);
    };
    // Drawn anew on a map that stands, roads would lie on the markers.
    map.mapappRoads = (states) => {
      fill(states);
      restyle();
      const lines = stretches.getLayers().filter((layer) => layer.bringToBack);
      lines.reverse().forEach((line) => line.bringToBack());
    };
    highways.forEach((highway) => {
      highway.shields.forEach((index) => {
        const sign = shield(highway.line[index], highway, { id: highway.id, kind: "highway" });
        const quiet = highway.segments.every((segment) => segment.status === "unknown");
        shields.push({ marker: sign, road: highway.shield, quiet });
        group.addLayer(sign);
      });
    });
    fill(null);
    return group;
  };
})(window);
