// Plays the timeline in the browser: the page is asked once for the steps, never for each of them.
(function (root) {
  "use strict";
  const mapapp = (root.mapapp = root.mapapp || {});
  const SPEEDS = [["Slow", 2200], ["Normal", 1100], ["Fast", 450]];
  const SIGNS = { play: "M8 5v14l11-7z", pause: "M8 5v14M16 5v14", all: "M6 6h12v12H6z" };
  const still = root.matchMedia("(prefers-reduced-motion: reduce)");

  function press(box, sign, words, act) {
    const button = L.DomUtil.create("button", "mapapp-button", box);
    button.type = "button";
    L.DomEvent.on(button, "click", act);
    name(button, sign, words);
    return button;
  }

  function name(button, sign, words) {
    button.title = words;
    button.setAttribute("aria-label", words);
    button.replaceChildren(mapapp.icon(SIGNS[sign]));
  }

  mapapp.Player = class {
    // say(properties) reaches the page; null where there is no page to ask.
    constructor(map, say) {
      this.map = map;
      this.say = say;
      this.step = null;
      this.frames = null;
      this.playing = false;
      this.waiting = false;
      this._build();
    }

    _build() {
      const choose = this.say && ((from, to) => this.say({ id: "days", kind: "days", from, to }));
      this.box = document.createElement("section");
      this.box.className = "mapapp-time";
      this.box.setAttribute("aria-label", "Timeline");
      const bar = L.DomUtil.create("div", "mapapp-time-bar", this.box);
      this.play = press(bar, "play", "Play", () => this.toggle());
      this.stop = press(bar, "all", "Show all days again", () => this.show(null));
      this.slider = L.DomUtil.create("input", "mapapp-time-slider", bar);
      Object.assign(this.slider, { type: "range", min: 0, max: 0, value: 0 });
      this.slider.setAttribute("aria-label", "Step of the timeline");
      L.DomEvent.on(this.slider, "input", () => this.move(Number(this.slider.value)));
      this.speed = L.DomUtil.create("select", "mapapp-time-speed", bar);
      this.speed.setAttribute("aria-label", "Speed");
      SPEEDS.forEach(([words, pause]) => this.speed.add(new Option(words, pause)));
      this.speed.value = SPEEDS[1][1];
      this.words = L.DomUtil.create("output", "mapapp-time-words", bar);
      this.chart = new mapapp.Chart(this.box, choose);
      this.map.getContainer().after(this.box);
      still.addEventListener("change", () => this.tell());
      this.map.on("mapapp:ink", () => this.ink());
    }

    // Called with every drawing; null hides the strip.
    update(data) {
      const shown = Boolean(data);
      this.box.hidden = !shown;
      if (document.body.classList.contains("mapapp-timed") !== shown) {
        document.body.classList.toggle("mapapp-timed", shown);
        this.map.invalidateSize({ animate: false });
      }
      // Steps come once; they are good as long as the drawing is made of the same.
      const kept = data && this.data && data.key === this.data.key ? this.frames : null;
      this.data = data;
      this.frames = data && data.frames ? mapapp.unpackFrames(data.frames) : kept;
      if (!this.frames || !this.frames.length) this.halt(null);
      if (!data) return;
      this.slider.max = this.frames ? Math.max(0, this.frames.length - 1) : 0;
      this.ink();
      this.chart.show(data);
      this.tell();
    }

    // Called when the places of a drawing stand on the map.
    resume() {
      if (!this.data) this.waiting = false;
      else if (this.waiting && !this.frames) this.start();
      if (!this.frames || !this.frames.length) return;
      if (this.waiting) this.start();
      else if (this.step !== null) this.show(Math.min(this.step, this.frames.length - 1));
    }

    ink() {
      this.chart.ink = this.map.mapappInk || "light";
      this.box.classList.toggle("mapapp-dark", this.chart.ink === "dark");
      this.chart.draw();
    }

    toggle() {
      if (this.playing) this.halt(this.step);
      else this.start();
    }

    start() {
      if (!this.frames) {
        this.waiting = true;
        this.say({ id: "play", kind: "play" });
        return this.tell();
      }
      this.waiting = false;
      const last = this.frames.length - 1;
      this.playing = !still.matches;
      this.show(this.step === null || this.step >= last ? 0 : this.step + 1);
      if (this.playing) this.wait();
      return undefined;
    }

    wait() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        if (!this.playing) return;
        if (this.step >= this.frames.length - 1) return this.halt(this.step);
        this.show(this.step + 1);
        return this.wait();
      }, Number(this.speed.value));
    }

    halt(step) {
      clearTimeout(this.timer);
      this.playing = false;
      this.step = step;
      this.tell();
    }

    move(step) {
      this.halt(step);
      this.show(step);
    }

    show(step) {
      if (step === null) this.halt(null);
      this.step = step;
      this.chart.now = step === null ? null : [this.frames[step].first, this.frames[step].last];
      this.chart.draw();
      mapapp.showFrame(this.map, this.frames, step);
      this.tell();
    }

    tell() {
      if (!this.data) return;
      const next = still.matches ? "Next step" : "Play";
      name(this.play, this.playing ? "pause" : "play", this.playing ? "Pause" : next);
      this.play.disabled = this.waiting;
      this.stop.disabled = this.step === null;
      this.slider.disabled = !this.frames;
      this.slider.value = this.step || 0;
      const { days, from, to, undated } = this.data;
      const frame = this.step === null ? null : this.frames[this.step];
      let words = mapapp.spanWords(from ?? days[0], to ?? days[days.length - 1]);
      if (frame) words = mapapp.spanWords(frame.first, frame.last);
      if (this.waiting) words = "Making ready …";
      const apart = undated && !frame ? ` · ${undated} undated` : "";
      this.words.textContent = words + apart;
      this.slider.setAttribute("aria-valuetext", words);
    }
  };

  // Speaks to the page as a clicked marker does.
  const Voice = L.Layer.extend({
    onAdd: function () {},
    onRemove: function () {},
    say: function (properties) {
      this.toGeoJSON = () => ({
        type: "Feature", properties: { ...properties, t: Date.now() }, geometry: null,
      });
      this.fire("click", { latlng: this._map.getCenter() }, true);
    },
  });

  mapapp.drawTimeline = function (map, data) {
    const voice = new Voice();
    const group = L.featureGroup([voice]);
    const say = map.mapappLinked ? (properties) => map.mapappVoice.say(properties) : null;
    map.mapappPlayer = map.mapappPlayer || new mapapp.Player(map, say);
    map.mapappPlayer.update(data);
    group.on("add", () => {
      map.mapappVoice = voice;
      map.mapappPlayer.resume();
    });
    return group;
  };
})(window);
