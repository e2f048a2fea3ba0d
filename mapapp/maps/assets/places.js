// Areas, rings and markers: everything that the articles put on the map besides roads.
(function (root) {
  "use strict";
  const mapapp = (root.mapapp = root.mapapp || {});
  const GREY = "#8a8d91";
  const KIND = { DOT: 0, RING: 1, AREA: 2, WIDE: 3 };

  const DOUBT = 1;
  const FADED = 2;

  // What is said of a place: how often, by which side most, whether it is disputed.
  function said(data, mentions, side, rival, texture) {
    const [least, growth, most] = data.marker;
    return {
      mentions, texture,
      radius: Math.min(most, least + growth * Math.sqrt(Math.max(0, mentions - 1))),
      side: data.sides[side] || { id: "unknown", color: GREY, shape: "ring", name: "" },
      rival: rival ? data.sides[rival - 1] : null,
    };
  }

  // A place comes as an array to keep ten thousand of them small; this is the order.
  function unpack(row, data, outlines, number) {
    const [
      id, name, lat, lon, mentions, side = 0, kind = 0, km = 0, texture = 0, flags = 0, rival = 0,
    ] = row;
    const place = {
      id, number, name, lat, lon, kind, km,
      doubt: Boolean(flags & DOUBT), faded: Boolean(flags & FADED),
      outline: outlines.get(id), ...said(data, mentions, side, rival, texture),
    };
    place.at = spot(place);
    place.words = mapapp.describePlace(place);
    return place;
  }

  mapapp.describePlace = function (place) {
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
  };

  mapapp.unpackPlaces = function (data, outlines) {
    const known = outlines || mapapp.unpackOutlines(data.outlines);
    return data.places.map((row, number) => unpack(row, data, known.of, number));
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
    const words = () => [place.name, place.words];
    const ring = place.kind === KIND.RING;
    if (place.kind !== KIND.DOT && (place.kind !== KIND.WIDE || place.outline || selected)) {
      place.extent = mapapp.extent(place, place.outline, selected, renderer, ring);
      mapapp.hint(mapapp.answerClicks(place.extent.answers, properties), words);
      made.push(...place.extent.layers);
    }
    if (place.kind === KIND.AREA || place.kind === KIND.WIDE) {
      place.sign = mapapp.answerClicks(mapapp.areaSign(place, selected, place.extent), properties);
      made.push(place.sign);
    } else {
      const marker = new mapapp.ShapeMarker(place.at, {
        renderer, radius: place.radius, side: place.side, rival: place.rival,
        texture: place.texture, selected, faded: place.faded || place.doubt,
      });
      place.marker = marker;
      made.push(mapapp.hint(mapapp.answerClicks(marker, properties), words));
    }
    return made;
  }

  function depth(place) {
    if (place.kind === KIND.DOT) return 1e6 - place.radius;
    return -place.km;
  }

  mapapp.labelPlaces = function (map, places) {
    const ranked = [...places].sort((a, b) => b.mentions - a.mentions);
    const signs = ranked.filter((p) => p.sign).map((p) => ({ marker: p.sign, place: p }));
    map.mapappLabels.setPlaces(ranked.filter((p) => !p.sign), signs);
  };

  mapapp.drawPlaces = function (map, data) {
    const renderer = mapapp.canvas(map);
    const group = L.featureGroup([]);
    mapapp.followInk(group, map);
    const outlines = mapapp.unpackOutlines(data.outlines);
    const places = mapapp.unpackPlaces(data, outlines);
    const net = mapapp.outlineNet(outlines.net, renderer);
    if (outlines.net.length) group.addLayer(net);
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
      map.mapappNet = net;
      map.mapappDress = ([mentions, side, rival, texture]) =>
        said(data, mentions, side, rival, texture);
      mapapp.labelPlaces(map, places);
      mapapp.legend(map, data, places);
      mapapp.settle(map, places, data);
      map.on("zoomend resize", fit);
      fit();
    });
    return group;
  };
})(window);
