"""The map, drawn with folium."""
