// Markers whose shape names a side, drawn on Leaflet's canvas: ten thousand of them stay fluent.
(function (root) {
  "use strict";
  const mapapp = (root.mapapp = root.mapapp || {});
  const RING = "#222222";
  const HALO = "#ffffff";
  const GREY = "#8a8d91";

  // A waist under 1 draws every other corner in: a star.
  function polygon(context, x, y, radius, corners, turn, waist = 1) {
    for (let corner = 0; corner < corners; corner += 1) {
      const angle = turn + (2 * Math.PI * corner) / corners;
      const reach = corner % 2 ? radius * waist : radius;
      const px = x + reach * Math.cos(angle);
      const py = y + reach * Math.sin(angle);
      if (corner === 0) context.moveTo(px, py);
      else context.lineTo(px, py);
    }
    context.closePath();
  }

  function cross(context, x, y, radius) {
    const arm = radius * 1.12;
    const half = radius * 0.42;
    const steps = [
      [-half, -arm], [half, -arm], [half, -half], [arm, -half], [arm, half], [half, half],
      [half, arm], [-half, arm], [-half, half], [-arm, half], [-arm, -half], [-half, -half],
    ];
    steps.forEach(([dx, dy], index) => {
      if (index === 0) context.moveTo(x + dx, y + dy);
      else context.lineTo(x + dx, y + dy);
    });
    context.closePath();
  }

  // Every shape covers about the area of a circle of the same radius, so size means mentions only.
  const PATHS = {
    circle: (c, x, y, r) => c.arc(x, y, r, 0, 2 * Math.PI),
    ring: (c, x, y, r) => c.arc(x, y, r, 0, 2 * Math.PI),
    half_circle: (c, x, y, r) => {
      const wide = r * 1.3;
      c.arc(x, y + wide * 0.42, wide, Math.PI, 2 * Math.PI);
      c.closePath();
    },
    square: (c, x, y, r) => polygon(c, x, y, r * 1.253, 4, Math.PI / 4),
    triangle: (c, x, y, r) => polygon(c, x, y + r * 0.2, r * 1.45, 3, -Math.PI / 2),
    inverted_triangle: (c, x, y, r) => polygon(c, x, y - r * 0.2, r * 1.45, 3, Math.PI / 2),
    star: (c, x, y, r) => polygon(c, x, y + r * 0.07, r * 1.49, 10, -Math.PI / 2, 0.48),
    diamond: (c, x, y, r) => polygon(c, x, y, r * 1.253, 4, -Math.PI / 2),
    pentagon: (c, x, y, r) => polygon(c, x, y, r * 1.149, 5, -Math.PI / 2),
    hexagon: (c, x, y, r) => polygon(c, x, y, r * 1.1, 6, 0),
    cross: (c, x, y, r) => cross(c, x, y, r),
  };

  function trace(context, shape, x, y, radius) {
    context.beginPath();
    (PATHS[shape] || PATHS.ring)(context, x, y, radius);
  }

  function halo(context, shape, x, y, radius) {
    trace(context, shape, x, y, radius);
    context.lineWidth = 3.5;
    context.strokeStyle = HALO;
    context.stroke();
  }

  function outline(context, shape, x, y, radius) {
    trace(context, shape, x, y, radius);
    context.lineWidth = 1.5;
    context.strokeStyle = RING;
    context.stroke();
  }

  function body(context, { shape, color }, x, y, radius, texture) {
    halo(context, shape, x, y, radius);
    context.fillStyle = color || GREY;
    context.fill();
    if (shape === "ring") {
      context.beginPath();
      context.arc(x, y, radius * 0.5, 0, 2 * Math.PI);
      context.fillStyle = HALO;
      context.fill();
      context.lineWidth = 1;
      context.strokeStyle = RING;
      context.stroke();
    }
    if (texture === 1) context.setLineDash([3, 2.5]);
    outline(context, shape, x, y, radius);
    context.setLineDash([]);
  }

  // Draws only what lies left (-1) or right (1) of the middle.
  function half(context, x, y, radius, way, draw) {
    const reach = radius * 2 + 8;
    context.save();
    context.beginPath();
    context.rect(way < 0 ? x - reach : x, y - reach, reach, 2 * reach);
    context.clip();
    draw();
    context.restore();
  }

  // Two sides named equally often: the left half is the one's shape and color, the right half the
  // other's.
  function halves(context, side, rival, x, y, radius, draw) {
    half(context, x, y, radius, -1, () => draw(side));
    half(context, x, y, radius, 1, () => draw(rival));
    context.beginPath();
    context.moveTo(x, y - radius);
    context.lineTo(x, y + radius);
    context.lineWidth = 1.2;
    context.strokeStyle = RING;
    context.stroke();
  }

  // side, rival: {shape, color}; rival is null unless it is named just as often.
  // texture: 0 solid (opposed or independent sources), 1 dashed (one side's claim), 2 double ring
  // (disputed).
  mapapp.drawShape = function (context, side, rival, x, y, radius, texture, faded) {
    const each = (draw) => {
      if (rival) halves(context, side, rival, x, y, radius, draw);
      else draw(side);
    };
    context.save();
    context.setLineDash([]); // a dashed road may have been drawn just before
    context.lineJoin = "round";
    context.globalAlpha = faded ? 0.6 : 1;
    if (texture === 2) {
      each(({ shape }) => {
        halo(context, shape, x, y, radius + 4);
        outline(context, shape, x, y, radius + 4);
      });
    }
    each((one) => body(context, one, x, y, radius, texture));
    context.restore();
  };

  // Where something was said earlier, while the timeline plays.
  mapapp.drawTrace = function (context, x, y) {
    context.save();
    context.setLineDash([]);
    context.globalAlpha = 0.8;
    context.beginPath();
    context.arc(x, y, 3.5, 0, 2 * Math.PI);
    context.fillStyle = "#6f757c";
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = HALO;
    context.stroke();
    context.restore();
  };

  // A swatch for the legend: the same drawing as on the map.
  mapapp.swatch = function (side, rival, texture) {
    const canvas = document.createElement("canvas");
    const scale = Math.max(2, root.devicePixelRatio || 1);
    canvas.width = 24 * scale;
    canvas.height = 24 * scale;
    canvas.className = "mapapp-swatch";
    const context = canvas.getContext("2d");
    context.scale(scale, scale);
    mapapp.drawShape(context, side, rival, 12, 12, 6.5, texture || 0, false);
    return canvas;
  };

  L.Canvas.include({
    _updateMapappShape: function (layer) {
      if (!this._drawing || layer._empty()) return;
      const o = layer.options;
      const p = layer._point;
      if (o.phase === "later") return;
      if (o.phase === "past") {
        mapapp.drawTrace(this._ctx, p.x, p.y);
        return;
      }
      if (o.selected) {
        const context = this._ctx;
        context.save();
        context.setLineDash([]);
        context.beginPath();
        context.arc(p.x, p.y, layer._radius * 1.3 + 7, 0, 2 * Math.PI);
        context.lineWidth = 6;
        context.strokeStyle = HALO;
        context.stroke();
        context.lineWidth = 3;
        context.strokeStyle = "#0b63ce";
        context.stroke();
        context.restore();
      }
      mapapp.drawShape(
        this._ctx, o.side, o.rival, p.x, p.y, layer._radius, o.texture, o.faded
      );
    },
  });

  mapapp.ShapeMarker = L.CircleMarker.extend({
    _updatePath: function () {
      this._renderer._updateMapappShape(this);
    },
    _updateBounds: function () {
      const reach = this._radius * 1.5 + 12;
      const tolerance = this._clickTolerance();
      this._pxBounds = L.bounds(
        this._point.subtract([reach + tolerance, reach + tolerance]),
        this._point.add([reach + tolerance, reach + tolerance])
      );
    },
    _containsPoint: function (point) {
      if (this.options.phase === "later") return false;
      return point.distanceTo(this._point) <= this._radius * 1.15 + this._clickTolerance();
    },
  });
})(window);
