// The strip under the map: mentions per day as bars, days to choose by dragging, and the player.
(function (root) {
  "use strict";
  const mapapp = (root.mapapp = root.mapapp || {});
  const DAY = 86400000;
  const INK = {
    light: { bar: "#3b82d6", line: "#b9c0c8", text: "#5a6068", veil: "rgb(255 255 255 / 72%)" },
    dark: { bar: "#6aa5ea", line: "#4a5662", text: "#aab4be", veil: "rgb(18 24 31 / 72%)" },
  };
  const NOW = "rgb(242 159 5 / 45%)";
  const SIDE = 12; // pixels left free at both ends
  const FOOT = 16; // pixels for the dates
  const ROOM = 3; // days left free at both ends, so that few days are bars and not walls
  const APART = 110; // pixels between two dates
  const CLICK = 4; // pixels below which a drag is a click

  mapapp.dayWords = function (day) {
    return new Date(day * DAY).toLocaleDateString("en-GB", {
      timeZone: "UTC", day: "numeric", month: "short", year: "numeric",
    });
  };

  mapapp.spanWords = function (first, last) {
    if (first === last) return mapapp.dayWords(first);
    return `${mapapp.dayWords(first)} – ${mapapp.dayWords(last)}`;
  };

  // Where a day lies on the chart, and which day a pixel is.
  function scaleOf(days, wide) {
    const first = days[0] - ROOM;
    const last = days[days.length - 1] + ROOM;
    const each = (wide - 2 * SIDE) / (last - first + 1);
    return {
      each,
      left: (day) => SIDE + (day - first) * each,
      day: (x) => Math.max(first, Math.min(last, Math.floor(first + (x - SIDE) / each))),
    };
  }

  function bars(pen, data, scale, high, ink) {
    const most = Math.max(...data.counts);
    const wide = Math.max(1.5, Math.min(16, scale.each * 0.8));
    pen.fillStyle = ink.bar;
    data.days.forEach((day, at) => {
      const tall = Math.max(2, (data.counts[at] / most) * (high - FOOT - 4));
      pen.fillRect(scale.left(day) + (scale.each - wide) / 2, high - FOOT - tall, wide, tall);
    });
  }

  function dates(pen, data, scale, wide, high, ink) {
    pen.strokeStyle = ink.line;
    pen.beginPath();
    pen.moveTo(SIDE, high - FOOT + 0.5);
    pen.lineTo(wide - SIDE, high - FOOT + 0.5);
    pen.stroke();
    pen.fillStyle = ink.text;
    pen.font = '11px system-ui, "Noto Sans", sans-serif';
    const first = data.days[0];
    const span = data.days[data.days.length - 1] - first;
    const count = Math.max(1, Math.min(span, Math.floor((span * scale.each) / APART)));
    for (let at = 0; at <= count; at += 1) {
      const day = first + Math.round((at * span) / count);
      const x = scale.left(day) + scale.each / 2;
      const words = mapapp.dayWords(day);
      const half = pen.measureText(words).width / 2;
      pen.fillText(words, Math.max(2, Math.min(wide - 2 * half - 2, x - half)), high - 3);
    }
  }

  function between(pen, scale, first, last, high, color) {
    pen.fillStyle = color;
    const left = scale.left(first);
    pen.fillRect(left, 0, Math.max(3, scale.left(last + 1) - left), high - FOOT);
  }

  function describe(data) {
    const whole = data.counts.reduce((sum, count) => sum + count, 0);
    const span = mapapp.spanWords(data.days[0], data.days[data.days.length - 1]);
    return `Mentions per day: ${whole} on ${data.days.length} days, ${span}`;
  }

  mapapp.Chart = class {
    // choose(first, last) is called with the days dragged over; null, null for all of them.
    constructor(box, choose) {
      this.canvas = L.DomUtil.create("canvas", "mapapp-time-chart", box);
      this.canvas.setAttribute("role", "img");
      this.ink = "light";
      this.now = null;
      this.drag = null;
      if (choose) this._listen(choose);
      new ResizeObserver(() => this.draw()).observe(this.canvas);
    }

    show(data) {
      this.data = data;
      this.drag = null;
      this.canvas.setAttribute("aria-label", describe(data));
      this.draw();
    }

    draw() {
      const wide = this.canvas.clientWidth;
      const high = this.canvas.clientHeight;
      if (!this.data || !wide) return;
      const dense = root.devicePixelRatio || 1;
      this.canvas.width = wide * dense;
      this.canvas.height = high * dense;
      const pen = this.canvas.getContext("2d");
      pen.scale(dense, dense);
      const ink = INK[this.ink];
      this.scale = scaleOf(this.data.days, wide);
      bars(pen, this.data, this.scale, high, ink);
      const [first, last] = this.drag || [this.data.from, this.data.to];
      if (first !== null || last !== null) {
        const left = first === null ? 0 : this.scale.left(first);
        const right = last === null ? wide : this.scale.left(last + 1);
        pen.fillStyle = ink.veil;
        pen.fillRect(0, 0, left, high - FOOT);
        pen.fillRect(right, 0, wide - right, high - FOOT);
      }
      if (this.now) between(pen, this.scale, this.now[0], this.now[1], high, NOW);
      dates(pen, this.data, this.scale, wide, high, ink);
    }

    // What a day's bar says, and what a mouse can do there.
    words(day) {
      const at = this.data.days.indexOf(day);
      const count = at < 0 ? 0 : this.data.counts[at];
      const said = `${mapapp.dayWords(day)}: ${count} ${count === 1 ? "mention" : "mentions"}`;
      return `${said}. Drag to choose days; click to choose all.`;
    }

    _listen(choose) {
      let start = null;
      const day = (event) => this.scale.day(event.offsetX);
      const span = (event) => [Math.min(start.day, day(event)), Math.max(start.day, day(event))];
      this.canvas.classList.add("mapapp-time-brush");
      this.canvas.addEventListener("pointerdown", (event) => {
        start = { x: event.offsetX, day: day(event) };
        this.canvas.setPointerCapture(event.pointerId);
      });
      this.canvas.addEventListener("pointermove", (event) => {
        if (!start) {
          this.canvas.title = this.words(day(event));
          return;
        }
        this.drag = span(event);
        this.draw();
      });
      const end = (event) => {
        if (!start) return;
        const chosen = Math.abs(event.offsetX - start.x) < CLICK ? [null, null] : span(event);
        start = null;
        this.drag = chosen;
        this.draw();
        if (event.type === "pointerup") choose(...chosen);
      };
      this.canvas.addEventListener("pointerup", end);
      this.canvas.addEventListener("pointercancel", end);
    }
  };
})(window);
