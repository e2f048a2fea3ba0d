"""Build data/basemap/*.geojson, the map that is drawn when no tile server is asked."""
