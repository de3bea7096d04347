/** The look of the page, in light and dark. */
export const style = `
:root { color-scheme: light dark; --back: #fff; --text: #1d2733; --faint: #5b6875; --line: #d5dbe1; --chosen: #e6eefb; --ground: #eef1f4; }
@media (prefers-color-scheme: dark) {
	:root { --back: #171c22; --text: #e3e8ed; --faint: #9aa7b4; --line: #333d48; --chosen: #24344a; --ground: #222930; }
	.leaflet-tile-pane { filter: invert(1) hue-rotate(180deg) brightness(0.9) contrast(0.9); }
}
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; }
body { display: flex; background: var(--back); color: var(--text); font: 15px/1.45 system-ui, sans-serif; }
#map { flex: 1; min-width: 0; background: var(--ground); }
aside { width: 23rem; overflow: auto; padding: 1rem; border-left: 1px solid var(--line); }
h1 { font-size: 1.2rem; margin: 0 0 0.3rem; overflow-wrap: anywhere; }
h2 { font-size: 1rem; margin: 1.2rem 0 0.3rem; overflow-wrap: anywhere; }
h2 .mark { display: inline-block; width: 0.8em; height: 0.8em; margin-right: 0.4em; border-radius: 50%; }
p { margin: 0.3rem 0; color: var(--faint); }
ol { list-style: none; margin: 0; padding: 0; }
li { padding: 0.35rem 0.4rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
li.chosen { background: var(--chosen); }
li button { border: 0; padding: 0; background: none; color: inherit; font: inherit; font-weight: 600; cursor: pointer; text-align: left; }
li button:hover { text-decoration: underline; }
li a { color: inherit; }
li small { display: block; color: var(--faint); font-size: 0.85rem; }
.leaflet-popup-content-wrapper, .leaflet-popup-tip, .leaflet-bar a, .leaflet-control-scale-line, .leaflet-container .leaflet-control-attribution { background: var(--back); color: var(--text); text-shadow: none; border-color: var(--line); }
.leaflet-bar a:hover { background: var(--chosen); color: var(--text); }
.leaflet-control-attribution a { color: inherit; }
@media (max-width: 700px) {
	body { flex-direction: column; }
	#map { flex: none; height: 55vh; }
	aside { width: auto; flex: 1; border-left: 0; border-top: 1px solid var(--line); }
}
`;
