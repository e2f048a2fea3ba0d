// The map file: the same map without a server, its excerpts beside it.
(function (root) {
  "use strict";
  const mapapp = root.mapapp;
  const data = JSON.parse(document.getElementById("mapapp-data").textContent);
  const places = mapapp.unpackPlaces(data.places);
  const dark = root.matchMedia && root.matchMedia("(prefers-color-scheme: dark)").matches;
  const panel = document.getElementById("mapapp-panel");

  function add(parent, kind, name, text) {
    const element = document.createElement(kind);
    if (name) element.className = name;
    if (text !== undefined) element.textContent = text;
    parent.append(element);
    return element;
  }

  function card(excerpt) {
    const box = add(panel, "article", "card");
    add(box, "strong", "", excerpt.title || "Untitled article").dir = "auto";
    add(box, "div", "meta", excerpt.meta);
    const quote = add(box, "blockquote");
    quote.dir = "auto";
    const [before, focus, after] = excerpt.words;
    quote.append(before);
    add(quote, "mark", "", focus);
    quote.append(after);
    if (excerpt.who) add(box, "div", "meta", excerpt.who);
    const why = add(box, "details");
    add(why, "summary", "", "Why here?");
    const list = add(why, "ul");
    excerpt.why.forEach((reason) => add(list, "li", "", reason));
  }

  function list() {
    panel.textContent = "";
    add(panel, "h1", "", "mapapp");
    add(panel, "p", "", data.about);
    places.forEach((place) => {
      const press = add(panel, "button", "", `${place.name} (${place.mentions})`);
      press.type = "button";
      press.addEventListener("click", () => open(place.id, true));
    });
  }

  function open(id, move) {
    const place = places.find((one) => one.id === id);
    if (!place) return;
    draw(id);
    if (move) map.panTo([place.lat, place.lon]);
    panel.textContent = "";
    const back = add(panel, "button", "", "← All places");
    back.type = "button";
    back.addEventListener("click", () => { draw(""); list(); });
    add(panel, "h2", "", place.name);
    add(panel, "p", "", place.words);
    const excerpts = data.excerpts[id] || [];
    excerpts.forEach(card);
    if (place.mentions > excerpts.length) {
      add(panel, "p", "", `The newest ${excerpts.length} are kept here.`);
    }
    panel.scrollTop = 0;
    panel.focus();
  }

  const map = L.map("map_div", { center: [20, 20], zoom: 2, minZoom: 2, maxZoom: 14 });
  data.start.theme = dark ? "dark" : "light";
  mapapp.start(map, data.start);
  let drawn = null;

  function draw(selected) {
    if (drawn) drawn.remove();
    drawn = L.featureGroup([]);
    mapapp.drawHighways(map, data.highways).addTo(drawn);
    mapapp.drawPlaces(map, { ...data.places, selected, theme: data.start.theme }).addTo(drawn);
    mapapp.drawTimeline(map, data.timeline).addTo(drawn);
    drawn.on("click", (event) => {
      const chosen = event.layer && event.layer.toGeoJSON().properties;
      if (chosen && chosen.kind === "place") open(chosen.id, false);
    });
    drawn.addTo(map);
  }

  draw("");
  list();
})(window);
