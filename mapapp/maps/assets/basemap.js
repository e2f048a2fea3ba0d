// The ground of the map: bundled outlines first, tiles only when the reader asks for them.
(function (root) {
  "use strict";
  const mapapp = (root.mapapp = root.mapapp || {});

  const INK = {
    light: {
      sea: "#dbe7ee", land: "#f8f6f1", border: "#8d8279", unit: "#c9c1b6", river: "#b3cfdf",
      road: "#e0d2bd",
    },
    dark: {
      sea: "#141d26", land: "#28313a", border: "#8793a0", unit: "#46525e", river: "#33526a",
      road: "#4a4f55",
    },
  };
  const CARTO = "© OpenStreetMap contributors © CARTO";
  const TILES = [
    {
      name: "Streets (OpenStreetMap, online)", ink: "light", maxZoom: 19,
      url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
      attribution: "© OpenStreetMap contributors",
    },
    {
      name: "Light (CARTO, online)", ink: "light", maxZoom: 20,
      url: "https://basemaps.cartocdn.com/light_all/{z}/{x}/{y}{r}.png", attribution: CARTO,
    },
    {
      name: "Dark (CARTO, online)", ink: "dark", maxZoom: 20,
      url: "https://basemaps.cartocdn.com/dark_all/{z}/{x}/{y}{r}.png", attribution: CARTO,
    },
    {
      name: "Satellite (Esri, online)", ink: "dark", maxZoom: 18,
      url:
        "https://server.arcgisonline.com/ArcGIS/rest/services/World_Imagery/MapServer/tile/" +
        "{z}/{y}/{x}",
      attribution: "Imagery © Esri, Maxar, Earthstar Geographics",
    },
  ];

  function styleOf({ kind, disputed }, ink) {
    const c = INK[ink];
    const line = (color, weight, dash) => ({
      fill: false, color: color, weight: weight, dashArray: dash || null, opacity: 1,
    });
    const area = (color) => ({
      stroke: true, weight: 0.6, color: c.border, fillColor: color, fillOpacity: 1, fill: true,
    });
    return {
      land: area(c.land), lake: { ...area(c.sea), stroke: false }, river: line(c.river, 1.2),
      border: line(c.border, 1.4, disputed && "2 4"), admin1: line(c.unit, 1, "4 3"), road: line(c.road, 2),
    }[kind];
  }

  const ORDER = ["land", "admin1", "rivers", "lakes", "roads", "borders"];

  // One layer of outlines whose ink can change without loading anything again.
  mapapp.Outlines = L.Layer.extend({
    initialize: function (sources) {
      this._sources = sources;
      this._ink = "light";
      this._groups = [];
    },
    onAdd: function (map) {
      if (!map.getPane("mapapp-ground")) {
        map.createPane("mapapp-ground").style.zIndex = 150;
        map.getPane("mapapp-ground").style.pointerEvents = "none";
      }
      this._renderer = this._renderer || L.canvas({ pane: "mapapp-ground", padding: 0.3 });
      this._paper(map);
      if (!this._loaded) this._load(map);
      this._groups.forEach((group) => group.addTo(map));
      map.on("zoomend", this._declutter, this);
      this._declutter();
    },
    onRemove: function (map) {
      this._groups.forEach((group) => group.remove());
      map.off("zoomend", this._declutter, this);
    },
    setInk: function (ink) {
      this._ink = ink;
      if (this._map) this._paper(this._map);
      this._groups.forEach((group) => group.setStyle((f) => styleOf(f.properties, ink)));
      this._declutter();
    },
    _paper: function (map) {
      map.getContainer().style.background = INK[this._ink].sea;
    },
    _load: function (map) {
      this._loaded = true;
      const known = ORDER.filter((name) => this._sources[name]);
      Promise.all(known.map((name) => mapapp.readJson(this._sources[name]))).then((all) => {
        this._groups = all.map((data) =>
          L.geoJSON(data, {
            interactive: false, renderer: this._renderer, pane: "mapapp-ground",
            style: (feature) => styleOf(feature.properties, this._ink),
          })
        );
        if (this._map) this._groups.forEach((group) => group.addTo(map));
        this._declutter();
        map.fire("mapapp:ground");
      });
    },
    // Small rivers and lakes carry the zoom from which they help more than they clutter.
    _declutter: function () {
      if (!this._map) return;
      const zoom = this._map.getZoom();
      this._groups.forEach((group) =>
        group.eachLayer((layer) => {
          const p = layer.feature.properties;
          const hidden = p.min_zoom > zoom + 1 || (p.kind === "admin1" && zoom < 5);
          const style = styleOf(p, this._ink);
          layer.setStyle(hidden ? { stroke: false, fill: false } : { stroke: true, ...style });
        })
      );
    },
  });

  mapapp.readJson = function (source) {
    if (typeof source !== "string") return Promise.resolve(source);
    return fetch(source).then((answer) => {
      if (!answer.ok) throw new Error(source + " answered " + answer.status);
      return answer.json();
    });
  };

  function tileChoice(map, spec, outlines, say) {
    const tiles = L.tileLayer(spec.url, {
      attribution: spec.attribution, maxZoom: 20, maxNativeZoom: spec.maxZoom,
      detectRetina: false, crossOrigin: "",
    });
    const choice = L.layerGroup([]);
    let arrived = false;
    tiles.on("tileload", () => {
      if (!arrived) outlines.remove();
      arrived = true;
    });
    tiles.on("tileerror", () => {
      if (arrived || !map.hasLayer(tiles)) return;
      choice.removeLayer(tiles);
      say("These online tiles cannot be reached. The bundled map stays.");
    });
    choice.on("add", () => {
      arrived = false;
      outlines.setInk(spec.ink);
      outlines.addTo(map);
      choice.addLayer(tiles);
    });
    choice.on("remove", () => choice.clearLayers());
    choice.ink = spec.ink;
    return choice;
  }

  function bundledChoice(map, ink, outlines) {
    const choice = L.layerGroup([]);
    choice.on("add", () => {
      outlines.setInk(ink);
      outlines.addTo(map);
    });
    choice.ink = ink;
    return choice;
  }

  // Returns the base choices by name; the first two never ask any server.
  mapapp.grounds = function (map, sources, online, say) {
    const outlines = new mapapp.Outlines(sources);
    const choices = {
      "Light (offline)": bundledChoice(map, "light", outlines),
      "Dark (offline)": bundledChoice(map, "dark", outlines),
    };
    if (online) {
      TILES.forEach((spec) => {
        choices[spec.name] = tileChoice(map, spec, outlines, say);
      });
    }
    return choices;
  };
})(window);
