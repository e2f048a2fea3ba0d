// Areas: a thin outline and a sign with the name. The inside is filled only while one is open or
// pointed at; filling all of them at once would hide the map under what is least exact.
(function (root) {
  "use strict";
  const mapapp = (root.mapapp = root.mapapp || {});
  const CHOSEN = { light: { color: "#0b63ce" }, dark: { color: "#62a8ff" } };
  const PLAIN = { light: { color: "#3c4248" }, dark: { color: "#b9c4cf" } };
  const QUIET = 0.14; // radius as a share of the map's shorter side up to which a circle rests
  const FILL = 0.13;

  // Only its rim answers: a province must not catch every click on the open land inside.
  const Rim = L.Circle.extend({
    _containsPoint: function (point) {
      const off = Math.abs(point.distanceTo(this._point) - this._radius);
      return off <= this._clickTolerance();
    },
  });

  // Neighbors share their line: the one on whose ground the pointer is answers.
  const Ground = L.Polygon.extend({
    _containsPoint: function (point) {
      return L.Polyline.prototype._containsPoint.call(this, point, true)
        && L.Polygon.prototype._containsPoint.call(this, point);
    },
  });

  // Points of every arc, from steps in thousandths of a degree, longitude first.
  function unpackArcs(arcs) {
    return arcs.map((steps) => {
      const points = [];
      let x = 0;
      let y = 0;
      for (let at = 0; at < steps.length; at += 2) {
        x += steps[at];
        y += steps[at + 1];
        points.push([y / 1000, x / 1000]);
      }
      return points;
    });
  }

  // Outlines by place id: rings to fill, lines to draw. Along a disputed line an outline stays
  // open and is never filled: that line is drawn by the ground alone.
  mapapp.unpackOutlines = function (data) {
    const arcs = unpackArcs(data.arcs);
    const open = new Set(data.open);
    const parts = new Set(data.parts);
    const net = new Set();
    const of = new Map();
    Object.entries(data.of).forEach(([id, rings]) => {
      const used = rings.flat().map((step) => (step < 0 ? ~step : step));
      const shown = used.filter((number) => !open.has(number));
      if (!parts.has(id)) shown.forEach((number) => net.add(number));
      of.set(id, {
        rings: rings.map((ring) =>
          ring.flatMap((step) => (step < 0 ? [...arcs[~step]].reverse() : arcs[step]))
        ),
        lines: shown.map((number) => arcs[number]),
        closed: shown.length === used.length,
        part: parts.has(id),
      });
    });
    return { of, net: [...net].map((number) => arcs[number]) };
  };

  // All outlines at rest, each line once: two neighbors' dashes would fill one another's gaps.
  mapapp.outlineNet = function (lines, renderer) {
    const net = L.polyline(lines, {
      renderer, interactive: false, weight: 1.2, opacity: 0.75, dashArray: "5 5",
    });
    net.mapappInks = PLAIN;
    return net;
  };

  // What shows an area's extent: layers to add, the one that answers, and how to emphasize it.
  function outlined(place, outline, selected, renderer) {
    // A part answers through its sign alone: its rim is mostly the whole's.
    const ground = new Ground(outline.rings, {
      renderer, interactive: !outline.part, stroke: false, fill: selected && outline.closed, fillOpacity: FILL,
      fillColor: place.side.color,
    });
    const edge = L.polyline(outline.lines, {
      renderer, interactive: false, weight: 2.5, opacity: 0.95, dashArray: "5 5",
      stroke: selected,
    });
    edge.mapappInks = selected ? CHOSEN : PLAIN;
    const emphasize = (on) => {
      edge.setStyle({ stroke: on || selected });
      ground.setStyle({ fill: (on || selected) && outline.closed });
    };
    return { layers: [edge, ground], answers: ground, emphasize, fit: () => {} };
  }

  function circled(place, selected, renderer, ring) {
    const rest = selected
      ? { weight: 2.5, opacity: 0.9, fill: !ring }
      : { weight: ring ? 1.2 : 1, opacity: place.faded ? 0.35 : 0.6, fill: false };
    const circle = new (ring ? L.Circle : Rim)([place.lat, place.lon], {
      renderer, radius: place.km * 1000, fillOpacity: FILL,
      dashArray: ring ? null : "5 5", fillColor: place.side.color, ...rest,
    });
    circle.mapappInks = selected ? CHOSEN : PLAIN;
    let resting = true;
    const emphasize = (on) => {
      const bold = { weight: 2.5, opacity: 1, fill: true };
      circle.setStyle({ ...(on ? bold : rest), stroke: on || resting });
    };
    // A circle as large as a province says little and crosses everything: it waits to be asked.
    const fit = (map) => {
      const size = map.getSize();
      const north = map.project([place.lat, place.lon]);
      const degree = map.project([Math.min(85, place.lat + place.km / 111.2), place.lon]);
      const large = north.distanceTo(degree) > QUIET * Math.min(size.x, size.y);
      resting = selected || ring || !large;
      circle.options.interactive = resting;
      circle.setStyle({ stroke: resting });
    };
    return { layers: [circle], answers: circle, emphasize, fit };
  }

  // The extent of an area, or of "near X".
  mapapp.extent = function (place, outline, selected, renderer, ring) {
    const extent = outline
      ? outlined(place, outline, selected, renderer)
      : circled(place, selected, renderer, ring);
    extent.answers.on("mouseover", () => extent.emphasize(true));
    extent.answers.on("mouseout", () => extent.emphasize(false));
    return extent;
  };

  mapapp.fillSign = function (place) {
    const swatch = mapapp.swatch(place.side, place.rival, place.texture);
    const name = document.createElement("span");
    name.textContent = place.name;
    const count = document.createElement("b");
    count.textContent = String(place.mentions);
    place.face.replaceChildren(swatch, name, count);
  };

  // Areas answer through a small sign at their middle, which never looks like a town's marker.
  mapapp.areaSign = function (place, selected, extent) {
    const sign = document.createElement("div");
    sign.className = "mapapp-area-sign" + (selected ? " mapapp-selected" : "");
    if (place.faded) sign.classList.add("mapapp-faded");
    place.face = sign;
    mapapp.fillSign(place);
    const icon = L.divIcon({ html: sign, className: "mapapp-area-icon", iconSize: null });
    const words = `${place.name}: ${place.words}`;
    const marker = L.marker([place.lat, place.lon], { icon, title: words, alt: words });
    if (extent) {
      const point = (on) => () => extent.emphasize(on);
      marker.on("mouseover", point(true));
      marker.on("mouseout", point(false));
      marker.on("add", () => {
        marker.getElement().addEventListener("focus", point(true));
        marker.getElement().addEventListener("blur", point(false));
      });
    }
    return marker;
  };
})(window);
