// One step of the timeline on the map: places that its days name, pale dots where earlier days did.
(function (root) {
  "use strict";
  const mapapp = (root.mapapp = root.mapapp || {});

  // A frame comes as an array: first day, last day, places, roads; a place likewise.
  mapapp.unpackFrames = function (frames) {
    return frames.map(([first, last, said, roads]) => ({
      first, last, roads, said: new Map(said.map(([number, ...words]) => [number, words])),
    }));
  };

  function numbersUntil(frames, step) {
    const seen = new Set();
    frames.slice(0, step + 1).forEach((frame) => frame.said.forEach((_, n) => seen.add(n)));
    return seen;
  }

  function dress(map, place, words) {
    place.whole = place.whole || { ...place };
    const { mentions, side, rival, texture, radius, words: text } = place.whole;
    Object.assign(place, { mentions, side, rival, texture, radius, words: text });
    if (words) Object.assign(place, map.mapappDress(words));
    if (words) place.words = mapapp.describePlace(place);
    const marker = place.marker;
    if (!marker) return mapapp.fillSign(place);
    Object.assign(marker.options, { side: place.side, rival: place.rival });
    marker.options.texture = place.texture;
    return undefined;
  }

  function drawMarker(place, phase) {
    place.marker.options.phase = phase;
    place.marker.setRadius(place.radius);
  }

  function drawSign(place, phase) {
    const element = place.sign.getElement();
    if (!element) return;
    if (phase !== "now") element.style.display = "none";
    if (place.outline && place.extent) place.extent.emphasize(phase === "now");
  }

  // Shows a step; null shows everything again.
  mapapp.showFrame = function (map, frames, step) {
    const frame = step === null ? null : frames[step];
    const seen = frame ? numbersUntil(frames, step) : null;
    map.mapappPlaces.forEach((place) => {
      const words = frame ? frame.said.get(place.number) : null;
      let phase = "now";
      if (frame && !words) phase = seen.has(place.number) ? "past" : "later";
      dress(map, place, words);
      if (place.marker) drawMarker(place, phase);
      else drawSign(place, frame ? phase : "rest");
      place.phase = phase;
    });
    if (map.mapappNet) map.mapappNet.setStyle({ stroke: !frame });
    if (map.mapappRoads) map.mapappRoads(frame ? frame.roads : null);
    mapapp.labelPlaces(map, map.mapappPlaces.filter((place) => place.phase === "now"));
  };
})(window);
