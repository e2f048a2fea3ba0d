// Signs, shields and names: placed greedily, so that none covers a marker or another name.
// What finds no room at this zoom waits for the next one.
(function (root) {
  "use strict";
  const mapapp = (root.mapapp = root.mapapp || {});
  const MOST = 140;
  const APART = 110; // pixels between two shields of one road
  const BRIEF = 26; // pixels of an area's radius under which its sign has no name
  const NARROW = 520; // pixels of the map's width under which only outlined areas are named
  const STEP = 12; // pixels between the points of a road that a label keeps off
  const ROAD_ZOOM = 6; // from which a road that nothing is said of has its shields
  const CUT_ZOOM = 7; // from which a stretch is long enough for the sign that it is cut

  // Where a sign may stand, from its anchor: on it, above, below, beside; never so far off that it
  // seems to name something else.
  function steps(wide) {
    const aside = wide / 2 + 16;
    const found = [[0, 0], [0, -26], [0, 26], [aside, 0], [-aside, 0], [0, -48], [0, 48]];
    [[aside, -24], [-aside, -24], [aside, 24], [-aside, 24]].forEach((step) => found.push(step));
    return found;
  }

  const FONTS = { "mapapp-name": "650 13px", "mapapp-town": "11.5px" };
  const widths = new Map();
  let pen = null;

  // Measured and not guessed from the number of letters: scripts differ too much in width.
  function widthOf(text, kind) {
    const key = kind + text;
    if (!widths.has(key)) {
      pen = pen || document.createElement("canvas").getContext("2d");
      pen.font = `${FONTS[kind]} system-ui, "Noto Sans", "Segoe UI", sans-serif`;
      widths.set(key, Math.ceil(pen.measureText(text).width) + 4);
    }
    return widths.get(key);
  }

  mapapp.Labels = L.Layer.extend({
    initialize: function () {
      this._towns = [];
      this._places = [];
      this._signs = [];
      this._shields = [];
      this._cuts = [];
      this._roads = [];
    },
    onAdd: function (map) {
      if (!map.getPane("mapapp-labels")) {
        const pane = map.createPane("mapapp-labels");
        pane.style.zIndex = 620;
        pane.style.pointerEvents = "none";
        // Under the signs, so that no line strikes a name through.
        map.createPane("mapapp-leaders").style.zIndex = 590;
        map.getPane("mapapp-leaders").style.pointerEvents = "none";
      }
      this._lines = L.DomUtil.create(
        "div", "mapapp-labels leaflet-zoom-hide", map.getPane("mapapp-leaders")
      );
      this._box = L.DomUtil.create(
        "div", "mapapp-labels leaflet-zoom-hide", map.getPane("mapapp-labels")
      );
      map.on("moveend zoomend resize", this.refresh, this);
      this.refresh();
    },
    onRemove: function (map) {
      map.off("moveend zoomend resize", this.refresh, this);
      this._box.remove();
      this._lines.remove();
    },
    // Towns: [name, lat, lon, zoom from which the name is shown], most important first.
    setTowns: function (towns) {
      this._towns = towns;
      this.refresh();
    },
    // Places: {name, at, radius} drawn as markers; signs: {marker, place} of areas; both most
    // mentioned first. They win over towns.
    setPlaces: function (places, signs) {
      this._places = places;
      this._signs = signs;
      this.refresh();
    },
    // Lines of roads, as latitudes and longitudes: a sign rather stands beside one than on it.
    setRoads: function (lines) {
      this._roads = lines;
    },
    // Shields: {marker, road, quiet}, quiet where nothing is said of the road; cuts: markers of signs that always stand.
    setShields: function (shields, cuts) {
      this._shields = shields;
      this._cuts = cuts;
    },
    refresh: function () {
      if (!this._map || !this._box) return;
      this._box.textContent = "";
      this._lines.textContent = "";
      this._taken = [];
      this._names = new Set();
      this._left = MOST;
      this._keepOff();
      this._pave();
      const zoom = this._map.getZoom();
      this._places.forEach((place) => {
        const p = this._map.latLngToLayerPoint(place.at);
        const r = place.radius + 2;
        this._taken.push([p.x - r, p.y - r, p.x + r, p.y + r]);
      });
      this._cuts.forEach((cut) => {
        const element = cut.getElement();
        if (element) element.style.display = zoom < CUT_ZOOM ? "none" : "";
        if (zoom < CUT_ZOOM) return;
        const p = this._map.latLngToLayerPoint(cut.getLatLng());
        this._take(p.x - 12, p.y - 12, 24, 24);
      });
      const first = this._places.slice(0, 12);
      first.forEach((p) => this._put(p.name, p.at[0], p.at[1], p.radius, "mapapp-name"));
      this._signs.forEach((sign) => this._putSign(sign));
      this._places.slice(12).forEach((p) =>
        this._put(p.name, p.at[0], p.at[1], p.radius, "mapapp-name")
      );
      this._putShields();
      this._towns.forEach(([name, lat, lon, from]) => {
        if (zoom >= from) this._put(name, lat, lon, 3, "mapapp-town");
      });
    },
    // Nothing is written under the map's own buttons and legend, nor half outside the map.
    _keepOff: function () {
      const frame = this._map.getContainer().getBoundingClientRect();
      const corner = this._map.containerPointToLayerPoint([0, 0]);
      this._inside = [corner.x, corner.y, corner.x + frame.width, corner.y + frame.height];
      this._map.getContainer().querySelectorAll(".leaflet-control").forEach((control) => {
        const box = control.getBoundingClientRect();
        const x = box.left - frame.left + corner.x;
        const y = box.top - frame.top + corner.y;
        if (box.width) this._take(x, y, box.width, box.height);
      });
    },
    _putSign: function ({ marker, place }) {
      const element = marker.getElement();
      const sign = element && element.firstElementChild;
      if (!sign) return;
      const p = this._map.latLngToLayerPoint([place.lat, place.lon]);
      element.style.display = "";
      sign.classList.toggle("mapapp-brief", this._isBrief(p, place));
      const wide = sign.offsetWidth + 4;
      const high = sign.offsetHeight + 4;
      const spot = this._best(steps(wide), (dx, dy) =>
        [p.x + dx - wide / 2, p.y + dy - high / 2, wide, high]
      );
      element.style.display = spot ? "" : "none";
      if (!spot) return;
      const [dx, dy] = spot;
      sign.style.transform = `translate(calc(-50% + ${dx}px), calc(-50% + ${dy}px))`;
      this._take(p.x + dx - wide / 2, p.y + dy - high / 2, wide, high);
      if (dx || dy) this._lead(p, dx, dy, wide / 2, high / 2);
    },
    // A small area, or one that is not exact on a small map, is a swatch with its count.
    _isBrief: function (p, place) {
      const north = this._map.latLngToLayerPoint([place.lat + place.km / 111.2, place.lon]);
      const vague = !place.outline || place.outline.part;
      const narrow = this._map.getSize().x < NARROW;
      return p.distanceTo(north) < BRIEF || (narrow && vague && place.kind < 3);
    },
    // The first spot that is free and off the roads, else the first free one.
    _best: function (spots, boxOf) {
      const free = spots.filter(([dx, dy]) => this._free(...boxOf(dx, dy)));
      return free.find(([dx, dy]) => this._offRoad(...boxOf(dx, dy))) || free[0];
    },
    _offRoad: function (x, y, wide, high) {
      return this._paved.every(
        (p) => p.x < x - 4 || p.x > x + wide + 4 || p.y < y - 4 || p.y > y + high + 4
      );
    },
    // Points along every road within the map.
    _pave: function () {
      const [west, north, east, south] = this._inside;
      this._paved = [];
      const keep = (p) => {
        if (p.x > west && p.x < east && p.y > north && p.y < south) this._paved.push(p);
      };
      this._roads.forEach((line) => {
        const points = line.map((point) => this._map.latLngToLayerPoint(point));
        points.slice(1).forEach((to, at) => {
          const from = points[at];
          const count = Math.min(200, Math.ceil(from.distanceTo(to) / STEP));
          for (let n = 0; n <= count; n += 1) {
            keep(L.point(from.x + ((to.x - from.x) * n) / (count || 1),
              from.y + ((to.y - from.y) * n) / (count || 1)));
          }
        });
      });
    },
    // A line from the middle of an area to the edge of its moved sign.
    _lead: function (p, dx, dy, halfWide, halfHigh) {
      const x = Math.sign(dx) * Math.max(0, Math.abs(dx) - halfWide);
      const y = Math.sign(dy) * Math.max(0, Math.abs(dy) - halfHigh);
      const line = L.DomUtil.create("i", "mapapp-leader", this._lines);
      line.style.width = Math.hypot(x, y) + "px";
      line.style.transform = `translate(${p.x}px, ${p.y}px) rotate(${Math.atan2(y, x)}rad)`;
    },
    _putShields: function () {
      const placed = [];
      const far = this._map.getZoom() < ROAD_ZOOM;
      this._shields.forEach(({ marker, road, quiet }) => {
        const element = marker.getElement();
        if (!element) return;
        const p = this._map.latLngToLayerPoint(marker.getLatLng());
        const lonely = placed.every(
          (other) => other.road !== road || other.point.distanceTo(p) > APART
        );
        const fits = lonely && !(far && quiet) && this._free(p.x - 16, p.y - 11, 32, 22);
        element.style.display = fits ? "" : "none";
        if (!fits) return;
        placed.push({ road, point: p });
        this._take(p.x - 16, p.y - 11, 32, 22);
      });
    },
    _put: function (name, lat, lon, gap, kind) {
      if (this._left <= 0 || this._names.has(name)) return;
      if (!this._map.getPixelBounds().contains(this._map.project([lat, lon]))) return;
      const point = this._map.latLngToLayerPoint([lat, lon]);
      const wide = widthOf(name, kind);
      const high = 15;
      const reach = gap + 4;
      const spots = [
        [reach, -high / 2, "left"], [-reach - wide, -high / 2, "right"],
        [-wide / 2, reach, "center"], [-wide / 2, -reach - high, "center"],
      ];
      const spot = this._best(spots, (dx, dy) => [point.x + dx, point.y + dy, wide, high]);
      if (!spot) return;
      const [dx, dy, side] = spot;
      this._take(point.x + dx, point.y + dy, wide, high);
      this._names.add(name);
      this._left -= 1;
      const label = L.DomUtil.create("div", kind, this._box);
      label.textContent = name;
      label.style.width = wide + "px";
      label.style.textAlign = side;
      const x = Math.round(point.x + dx);
      const y = Math.round(point.y + dy);
      label.style.transform = `translate(${x}px, ${y}px)`;
      if (kind === "mapapp-town") {
        const dot = L.DomUtil.create("i", "mapapp-town-dot", this._box);
        dot.style.transform = `translate(${Math.round(point.x) - 2}px, ${Math.round(point.y) - 2}px)`;
      }
    },
    _take: function (x, y, wide, high) {
      this._taken.push([x, y, x + wide, y + high]);
    },
    _free: function (x, y, wide, high) {
      const [west, north, east, south] = this._inside;
      if (x < west || x + wide > east || y < north || y + high > south) return false;
      return this._taken.every(
        ([left, top, right, bottom]) =>
          x + wide < left || x > right || y + high < top || y > bottom
      );
    },
  });
})(window);
