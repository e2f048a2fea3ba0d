"""The page's own style; colors follow the reader's light or dark theme."""

import streamlit as st

_STYLE = """
<style>
[data-testid="stMainBlockContainer"] { padding: 2.6rem 1.6rem 3rem; max-width: 1900px; }
[data-testid="stSidebar"] [data-testid="stSidebarUserContent"] { padding-bottom: 3rem; }
[data-testid="stHeader"] { background: transparent; }
.st-key-mapapp-head h1 { font-size: 1.45rem; padding: 0; margin: 0; line-height: 1.2; }
.st-key-mapapp-head p { margin: 0.1rem 0 0; opacity: 0.75; font-size: 0.92rem; }
.st-key-mapapp-map iframe {
  width: 100%; height: clamp(420px, 62vh, 820px) !important; border-radius: 8px;
  border: 1px solid rgb(128 128 128 / 35%);
}
[data-testid="stSidebar"] [data-testid="stCheckbox"] { margin-bottom: -0.75rem; }
.m-card { font-size: 0.94rem; line-height: 1.5; overflow-wrap: anywhere; }
.m-card p { margin: 0 0 0.4rem; }
.m-title { font-weight: 650; line-height: 1.35; }
.m-meta { opacity: 0.72; font-size: 0.84rem; margin-bottom: 0.45rem; }
.m-quote { border-left: 3px solid #0b63ce; padding: 0.1rem 0 0.1rem 0.75rem; margin: 0.3rem 0 0.55rem; }
.m-around { opacity: 0.6; }
.m-card mark, .m-reader mark, .m-key mark {
  color: inherit; border-radius: 3px; padding: 0.05em 0.12em; background: transparent;
}
mark.m-focus { background: #ffd84d !important; color: #1b1b1b !important; font-weight: 650; }
mark.m-event_place { background: rgb(255 200 60 / 42%); }
mark.m-area { background: rgb(255 200 60 / 22%); border-bottom: 2px dashed rgb(190 140 0); }
mark.m-dateline, mark.m-metonym, mark.m-affiliation {
  border-bottom: 2px dotted rgb(128 128 128); background: rgb(128 128 128 / 14%);
}
mark.m-actor { background: rgb(70 130 220 / 20%); }
mark.m-highway { background: rgb(60 150 90 / 24%); }
mark.m-evidence { background: rgb(240 110 90 / 16%); }
.m-chips { display: flex; flex-wrap: wrap; gap: 0.3rem; margin: 0.3rem 0; }
.m-chip {
  display: inline-flex; align-items: center; gap: 0.35rem; padding: 0.05rem 0.55rem;
  border: 1px solid rgb(128 128 128 / 45%); border-radius: 1rem; font-size: 0.8rem;
}
.m-chip svg { width: 13px; height: 13px; flex: none; }
.m-chip.m-strong { border-color: #b3261e; font-weight: 600; }
.m-event { border: 1px solid rgb(128 128 128 / 35%); border-radius: 6px; padding: 0.35rem 0.6rem; margin: 0.35rem 0; font-size: 0.86rem; }
.m-event b { font-weight: 650; }
.m-card details, .m-place details { margin: 0.3rem 0; font-size: 0.86rem; }
.m-card summary, .m-place summary { cursor: pointer; opacity: 0.85; }
.m-card ul, .m-place ul { margin: 0.2rem 0 0.3rem; padding-left: 1.15rem; }
.m-place h2 { font-size: 1.25rem; margin: 0; padding: 0; }
.m-place p { margin: 0.15rem 0; font-size: 0.9rem; opacity: 0.85; }
.m-bars { display: grid; grid-template-columns: max-content 1fr max-content; gap: 0.15rem 0.55rem; align-items: center; font-size: 0.86rem; margin: 0.5rem 0; }
.m-bars svg { width: 16px; height: 16px; vertical-align: -3px; margin-right: 0.3rem; }
.m-bar { height: 9px; border-radius: 2px; border: 1px solid #777; min-width: 3px; }
.m-reader { max-width: 46rem; line-height: 1.7; font-size: 1rem; overflow-wrap: anywhere; }
.m-reader p { margin: 0 0 0.85rem; }
.m-reader .m-head { font-weight: 700; font-size: 1.25rem; line-height: 1.35; }
.m-reader .m-cross { font-weight: 650; }
.m-reader .m-dropped { opacity: 0.45; font-size: 0.86rem; }
.m-key { display: flex; flex-wrap: wrap; gap: 0.35rem 0.9rem; font-size: 0.84rem; margin-bottom: 0.7rem; }
.m-table { width: 100%; border-collapse: collapse; font-size: 0.88rem; }
.m-table th, .m-table td { text-align: left; padding: 0.3rem 0.6rem 0.3rem 0; border-bottom: 1px solid rgb(128 128 128 / 28%); vertical-align: top; }
.m-sign { display: inline-block; background: #1f5b3a; color: #fff; border-radius: 4px; padding: 0 0.45rem; font-weight: 700; font-size: 0.85rem; }
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding: 2.8rem 0.8rem 2rem; }
  .st-key-mapapp-map iframe { height: 62vh !important; }
}
@media print {
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stToolbar"],
  [data-testid="stTabs"] [role="tablist"], .stButton, .stDownloadButton, .stSelectbox { display: none !important; }
  [data-testid="stMainBlockContainer"] { padding: 0; max-width: none; }
  [data-testid="stHorizontalBlock"] { display: block !important; }
  [data-testid="stColumn"] { width: 100% !important; break-inside: auto; }
  .st-key-mapapp-map iframe { height: 55vh !important; break-inside: avoid; }
  .m-card { break-inside: avoid; }
}
</style>
"""


def apply() -> None:
    """Add the style to the page."""
    st.html(_STYLE)
