// Names beside markers and of larger towns: placed greedily, so that no two names overlap.
(function (root) {
  "use strict";
  const mapapp = (root.mapapp = root.mapapp || {});
  const MOST = 140;

  mapapp.Labels = L.Layer.extend({
    initialize: function () {
      this._towns = [];
      this._places = [];
    },
    onAdd: function (map) {
      if (!map.getPane("mapapp-labels")) {
        const pane = map.createPane("mapapp-labels");
        pane.style.zIndex = 620;
        pane.style.pointerEvents = "none";
      }
      this._box = L.DomUtil.create(
        "div", "mapapp-labels leaflet-zoom-hide", map.getPane("mapapp-labels")
      );
      map.on("moveend zoomend resize", this.refresh, this);
      this.refresh();
    },
    onRemove: function (map) {
      map.off("moveend zoomend resize", this.refresh, this);
      this._box.remove();
    },
    // Towns: [name, lat, lon, zoom from which the name is shown], most important first.
    setTowns: function (towns) {
      this._towns = towns;
      this.refresh();
    },
    // Places: {name, at, radius}, most mentioned first; they win over towns.
    setPlaces: function (places) {
      this._places = places;
      this.refresh();
    },
    refresh: function () {
      if (!this._map || !this._box) return;
      this._box.textContent = "";
      this._taken = [];
      this._names = new Set();
      this._left = MOST;
      const zoom = this._map.getZoom();
      // Markers themselves are obstacles: a name never covers another place's marker.
      this._places.forEach((place) => {
        const p = this._map.latLngToLayerPoint(place.at);
        this._taken.push([p.x - 6, p.y - 6, p.x + 6, p.y + 6]);
      });
      this._places.forEach((p) => this._put(p.name, p.at[0], p.at[1], p.radius, "mapapp-name"));
      this._towns.forEach(([name, lat, lon, from]) => {
        if (zoom >= from) this._put(name, lat, lon, 3, "mapapp-town");
      });
    },
    _put: function (name, lat, lon, gap, kind) {
      if (this._left <= 0 || this._names.has(name)) return;
      const view = this._map.getPixelBounds();
      const at = this._map.project([lat, lon]);
      if (!view.contains(at)) return;
      const point = this._map.latLngToLayerPoint([lat, lon]);
      const wide = name.length * (kind === "mapapp-name" ? 7.3 : 6.4) + 4;
      const high = 15;
      const reach = gap + 4;
      const spots = [
        [reach, -high / 2], [-reach - wide, -high / 2], [-wide / 2, reach], [-wide / 2, -reach - high],
      ];
      const spot = spots.find(([dx, dy]) => this._free(point.x + dx, point.y + dy, wide, high));
      if (!spot) return;
      const x = point.x + spot[0];
      const y = point.y + spot[1];
      this._taken.push([x, y, x + wide, y + high]);
      this._names.add(name);
      this._left -= 1;
      const label = L.DomUtil.create("div", kind, this._box);
      label.textContent = name;
      label.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
      if (spot[0] < -reach) {
        label.style.width = wide + "px";
        label.style.textAlign = spot[0] === -wide / 2 ? "center" : "right";
      } else if (spot[0] === -wide / 2) {
        label.style.width = wide + "px";
        label.style.textAlign = "center";
      }
      if (kind === "mapapp-town") {
        const dot = L.DomUtil.create("i", "mapapp-town-dot", this._box);
        dot.style.transform = `translate(${Math.round(point.x) - 2}px, ${Math.round(point.y) - 2}px)`;
      }
    },
    _free: function (x, y, wide, high) {
      return this._taken.every(
        ([left, top, right, bottom]) =>
          x + wide < left || x > right || y + high < top || y > bottom
      );
    },
  });
})(window);
