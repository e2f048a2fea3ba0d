// Areas: a thin outline and a sign with the name. The inside is filled only while one is open or
// pointed at; filling all of them at once would hide the map under what is least exact.
(function (root) {
  "use strict";
  const mapapp = (root.mapapp = root.mapapp || {});
  const CHOSEN = "#0b63ce";
  const LIGHT = "#3c4248";
  const DARK = "#b9c4cf";
  const MOST_OF_MAP = 0.6; // radius as a share of the map's shorter side

  // Only its rim answers: a province must not catch every click on the open land inside.
  const Rim = L.Circle.extend({
    _containsPoint: function (point) {
      const off = Math.abs(point.distanceTo(this._point) - this._radius);
      return off <= this._clickTolerance();
    },
  });

  function plain(place, selected, inside) {
    if (selected) return { weight: 2.5, opacity: 0.9, fill: inside, fillOpacity: 0.13 };
    const faint = place.faded ? 0.35 : 0.55;
    return { weight: 1, opacity: inside ? faint : 0.8, fill: false, fillOpacity: 0.13 };
  }

  // The circle of an area, or of "near X"; it knows how to be emphasized and when it is too large.
  mapapp.extent = function (place, selected, renderer, ring) {
    const style = plain(place, selected, !ring);
    const circle = new (ring ? L.Circle : Rim)([place.lat, place.lon], {
      renderer, radius: place.km * 1000, color: selected ? CHOSEN : LIGHT,
      dashArray: ring ? null : "5 5", fillColor: place.side.color, ...style,
    });
    if (!selected) circle.mapappInks = { light: { color: LIGHT }, dark: { color: DARK } };
    circle.mapappEmphasize = (on) => {
      const bold = { weight: 2.5, opacity: 1, fill: true };
      circle.setStyle({ ...(on ? bold : style), stroke: on || !circle.mapappTooLarge });
    };
    circle.mapappFit = (map) => {
      const size = map.getSize();
      const north = map.project([place.lat, place.lon]);
      const degree = map.project([Math.min(85, place.lat + place.km / 111.2), place.lon]);
      const large = north.distanceTo(degree) > MOST_OF_MAP * Math.min(size.x, size.y);
      circle.mapappTooLarge = large && !selected && !ring;
      circle.options.interactive = !circle.mapappTooLarge;
      circle.setStyle({ stroke: !circle.mapappTooLarge });
    };
    circle.on("mouseover", () => circle.mapappEmphasize(true));
    circle.on("mouseout", () => circle.mapappEmphasize(false));
    return circle;
  };

  // Areas answer through a small sign at their middle, which never looks like a town's marker.
  mapapp.areaSign = function (place, selected, circle) {
    const sign = document.createElement("div");
    sign.className = "mapapp-area-sign" + (selected ? " mapapp-selected" : "");
    const swatch = mapapp.swatch(place.side.shape, place.side.color, place.texture);
    const name = document.createElement("span");
    name.textContent = place.name;
    const count = document.createElement("b");
    count.textContent = String(place.mentions);
    sign.append(swatch, name, count);
    if (place.faded) sign.classList.add("mapapp-faded");
    const icon = L.divIcon({ html: sign, className: "mapapp-area-icon", iconSize: null });
    const marker = L.marker([place.lat, place.lon], { icon, title: place.words, alt: place.words });
    if (circle) {
      marker.on("mouseover", () => circle.mapappEmphasize(true));
      marker.on("mouseout", () => circle.mapappEmphasize(false));
    }
    return marker;
  };
})(window);
