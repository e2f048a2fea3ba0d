// Everything that the articles put on the map: areas, highways and markers, on one canvas so that
// the topmost thing under the pointer answers. All text goes in as textContent, never as markup.
(function (root) {
  "use strict";
  const mapapp = (root.mapapp = root.mapapp || {});
  const GREY = "#8a8d91";
  const KIND = { DOT: 0, RING: 1, AREA: 2, WIDE: 3 };

  function canvas(map) {
    if (!map.mapappCanvas) map.mapappCanvas = L.canvas({ padding: 0.4, tolerance: 6 });
    return map.mapappCanvas;
  }

  // A click reaches the page as an id; the time makes a second click on the same thing count.
  function answerClicks(layer, properties) {
    layer.toGeoJSON = () => ({
      type: "Feature", properties: { ...properties, t: Date.now() }, geometry: null,
    });
    layer.mapappId = properties.id;
    return layer;
  }

  // Lines that must stand out on a light and on a dark ground: both styles are kept, and the one
  // for the ground of the moment is used.
  function inked(layer, light, dark) {
    layer.mapappInks = { light, dark };
    return layer;
  }

  function followInk(group, map) {
    const restyle = () => {
      group.eachLayer((layer) => {
        if (layer.mapappInks) layer.setStyle(layer.mapappInks[map.mapappInk || "light"]);
      });
    };
    group.on("add", () => {
      restyle();
      map.on("mapapp:ink", restyle);
    });
    group.on("remove", () => map.off("mapapp:ink", restyle));
  }

  function lines(...texts) {
    const box = document.createElement("div");
    texts.filter(Boolean).forEach((text, index) => {
      const line = document.createElement(index === 0 ? "strong" : "div");
      line.textContent = text;
      box.appendChild(line);
    });
    return box;
  }

  function hint(layer, ...texts) {
    layer.bindTooltip(() => lines(...texts), {
      sticky: true, direction: "top", className: "mapapp-hint", opacity: 1,
    });
    return layer;
  }

  const DOUBT = 1;
  const FADED = 2;

  // A place comes as an array to keep ten thousand of them small; this is the order.
  function unpack(row, data, outlines) {
    const [
      id, name, lat, lon, mentions, side, kind = 0, km = 0, texture = 0, flags = 0, rival = 0,
    ] = row;
    const [least, growth, most] = data.marker;
    const place = {
      id, name, lat, lon, mentions, kind, km, texture,
      radius: Math.min(most, least + growth * Math.sqrt(Math.max(0, mentions - 1))),
      doubt: Boolean(flags & DOUBT), faded: Boolean(flags & FADED),
      rival: rival ? data.sides[rival - 1] : null,
      outline: outlines.get(id),
      side: data.sides[side] || { id: "unknown", color: GREY, shape: "ring", name: "" },
    };
    place.at = spot(place);
    place.words = describe(place);
    return place;
  }

  function describe(place) {
    const km = Math.round(place.km);
    const party = place.side.id === "unknown" ? "" : place.side.name;
    return [
      place.mentions === 1 ? "1 mention" : `${place.mentions} mentions`,
      party && (place.rival ? `as often with ${party} as with ${place.rival.name}` : `most with ${party}`),
      place.kind === KIND.RING && `near here, within about ${km} km`,
      place.kind >= KIND.AREA
        && (place.outline ? "an area: somewhere inside" : `an area: somewhere within about ${km} km`),
      ["", "one side's claim", "disputed"][place.texture],
      place.doubt && "place not certain",
      place.faded && "only named, nothing happened here",
    ].filter(Boolean).join(" · ");
  }

  mapapp.unpackPlaces = function (data, outlines) {
    const known = outlines || mapapp.unpackOutlines(data.outlines);
    return data.places.map((row) => unpack(row, data, known.of));
  };

  // "Near X" is drawn on the rim of its circle: the middle is X itself, where it did not happen.
  const NORTH_EAST = { lat: 0.7071 / 111.2, lon: 0.7071 / 111.2 };

  function spot(place) {
    if (place.kind !== KIND.RING) return [place.lat, place.lon];
    const narrow = Math.max(0.05, Math.cos((place.lat * Math.PI) / 180));
    return [
      place.lat + place.km * NORTH_EAST.lat, place.lon + (place.km * NORTH_EAST.lon) / narrow,
    ];
  }

  function drawPlace(place, selected, renderer) {
    const made = [];
    const properties = { id: place.id, kind: "place" };
    const ring = place.kind === KIND.RING;
    if (place.kind !== KIND.DOT && (place.kind !== KIND.WIDE || selected)) {
      place.extent = mapapp.extent(place, place.outline, selected, renderer, ring);
      hint(answerClicks(place.extent.answers, properties), place.name, place.words);
      made.push(...place.extent.layers);
    }
    if (place.kind === KIND.AREA || place.kind === KIND.WIDE) {
      place.sign = answerClicks(mapapp.areaSign(place, selected, place.extent), properties);
      made.push(place.sign);
    } else {
      const marker = new mapapp.ShapeMarker(place.at, {
        renderer, radius: place.radius, side: place.side, rival: place.rival,
        texture: place.texture, selected, faded: place.faded || place.doubt,
      });
      made.push(hint(answerClicks(marker, properties), place.name, place.words));
    }
    return made;
  }

  function depth(place) {
    if (place.kind === KIND.DOT) return 1e6 - place.radius;
    return -place.km;
  }

  mapapp.drawPlaces = function (map, data) {
    const renderer = canvas(map);
    const group = L.featureGroup([]);
    followInk(group, map);
    const outlines = mapapp.unpackOutlines(data.outlines);
    const places = mapapp.unpackPlaces(data, outlines);
    if (outlines.net.length) group.addLayer(mapapp.outlineNet(outlines.net, renderer));
    // Large areas first, small markers last: whatever is smaller stays on top and clickable.
    places.sort((a, b) => depth(a) - depth(b));
    places.forEach((place) => {
      drawPlace(place, place.id === data.selected, renderer).forEach((l) => group.addLayer(l));
    });
    const extents = places.map((place) => place.extent).filter(Boolean);
    const fit = () => extents.forEach((extent) => extent.fit(map));
    group.on("remove", () => map.off("zoomend resize", fit));
    group.on("add", () => {
      map.mapappPlaces = places;
      const ranked = [...places].sort((a, b) => b.mentions - a.mentions);
      const signs = ranked.filter((p) => p.sign).map((p) => ({ marker: p.sign, place: p }));
      map.mapappLabels.setPlaces(ranked.filter((p) => !p.sign), signs);
      mapapp.legend(map, data, places);
      mapapp.settle(map, places, data);
      map.on("zoomend resize", fit);
      fit();
    });
    return group;
  };

  const HELD = { held: null, claimed: "9 7", contested: null, cut: null, unknown: null };

  function segmentLines(line, segment, renderer) {
    const casing = inked(
      L.polyline(line, { renderer, weight: segment.status === "unknown" ? 5 : 8, opacity: 0.85 }),
      { color: "#ffffff" }, { color: "#141d26" }
    );
    if (segment.status === "unknown") {
      const dashArray = segment.approximate ? "7 4" : null;
      const core = L.polyline(line, { renderer, weight: 2.2, opacity: 1, dashArray });
      return [casing, inked(core, { color: "#62676d" }, { color: "#a9b3bd" })];
    }
    const color = segment.colors[0] || GREY;
    const made = [
      casing,
      L.polyline(line, { renderer, color: "#222222", weight: 6.5, opacity: 1 }),
      L.polyline(line, { renderer, color, weight: 5, opacity: 1, dashArray: HELD[segment.status] }),
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
    return L.marker(line[Math.floor(line.length / 2)], { icon, interactive: false });
  }

  function shield(at, highway, properties) {
    const sign = document.createElement("div");
    sign.className = "mapapp-shield";
    sign.textContent = highway.shield;
    const icon = L.divIcon({ html: sign, className: "mapapp-shield-icon", iconSize: null });
    const marker = L.marker(at, { icon, title: highway.name, alt: highway.name });
    return answerClicks(marker, properties);
  }

  mapapp.drawHighways = function (map, highways) {
    const renderer = canvas(map);
    const group = L.featureGroup([]);
    const shields = [];
    const cuts = [];
    followInk(group, map);
    group.on("add", () => map.mapappLabels.setShields(shields, cuts));
    highways.forEach((highway) => {
      highway.segments.forEach((segment) => {
        const line = highway.line.slice(segment.first, segment.last + 1);
        const drawn = { ...segment, approximate: highway.approximate };
        const properties = { id: segment.id, kind: "segment" };
        segmentLines(line, drawn, renderer).forEach((polyline) => {
          group.addLayer(hint(answerClicks(polyline, properties), ...segment.words));
        });
        if (segment.status === "cut") {
          const sign = cutSign(line);
          cuts.push(sign);
          group.addLayer(sign);
        }
      });
      highway.shields.forEach((index) => {
        const sign = shield(highway.line[index], highway, { id: highway.id, kind: "highway" });
        shields.push({ marker: sign, road: highway.shield });
        group.addLayer(sign);
      });
    });
    return group;
  };
})(window);
