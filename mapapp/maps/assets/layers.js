// What every layer that the articles put on the map shares: one canvas, so that the topmost thing
// under the pointer answers; clicks that reach the page; texts as textContent, never as markup.
(function (root) {
  "use strict";
  const mapapp = (root.mapapp = root.mapapp || {});

  mapapp.canvas = function (map) {
    if (!map.mapappCanvas) map.mapappCanvas = L.canvas({ padding: 0.4, tolerance: 6 });
    return map.mapappCanvas;
  };

  // A click reaches the page as an id; the time makes a second click on the same thing count.
  mapapp.answerClicks = function (layer, properties) {
    layer.toGeoJSON = () => ({
      type: "Feature", properties: { ...properties, t: Date.now() }, geometry: null,
    });
    layer.mapappId = properties.id;
    return layer;
  };

  // Lines that must stand out on a light and on a dark ground: both styles are kept, and the one
  // for the ground of the moment is used.
  mapapp.inked = function (layer, light, dark) {
    layer.mapappInks = { light, dark };
    return layer;
  };

  mapapp.followInk = function (group, map) {
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
    return restyle;
  };

  function lines(...texts) {
    const box = document.createElement("div");
    texts.filter(Boolean).forEach((text, index) => {
      const line = document.createElement(index === 0 ? "strong" : "div");
      line.textContent = text;
      box.appendChild(line);
    });
    return box;
  }

  // texts is asked when it is needed: the timeline changes what a place has to say.
  mapapp.hint = function (layer, texts) {
    layer.bindTooltip(() => lines(...texts()), {
      sticky: true, direction: "top", className: "mapapp-hint", opacity: 1,
    });
    return layer;
  };
})(window);
