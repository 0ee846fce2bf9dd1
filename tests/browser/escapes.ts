/** An output by which a cell, or a notebook of a stranger, tries to get out of the sandbox. */
export interface Escape {
  data: Record<string, unknown>;
  metadata?: object;
}

const VEGA_LITE = 'application/vnd.vegalite.v5+json';
const harm = (name: string) => `(window.harmed ??= []).push("${name}")`;

/**
 * Outputs that would load an address, run a script in the page or lead out of it.
 *
 * @param url where a request would go, ending in a slash
 */
export function escapes(url: string): Escape[] {
  const quoted = harm('attribute').replaceAll('"', '&quot;');
  const html = `
    <p>html is shown</p>
    <script>${harm('script')}</script>
    <img src="${url}img" onerror="${quoted}"><img src=x onerror="${quoted}" srcset="${url}srcset">
    <svg onload="${quoted}"><image href="${url}image"/><script>${harm('svg')}</script></svg>
    <iframe src="${url}iframe"></iframe><iframe srcdoc="<script>parent.harmed = 1</script>"></iframe>
    <object data="${url}object"></object><embed src="${url}embed">
    <video src="${url}video" poster="${url}poster"></video><audio src="${url}audio"></audio>
    <style>@import "${url}import"; body { background: url(${url}style) }</style>
    <link rel="stylesheet" href="${url}link"><base href="${url}">
    <meta http-equiv="refresh" content="0; url=${url}refresh">
    <div style="background: url(${url}background)">styled</div>
    <table background="${url}table"><tr><td background="${url}cell">x</td></tr></table>
    <form action="${url}form"><input type="image" src="${url}input" autofocus onfocus="${quoted}">
    <button formaction="${url}button">send</button></form>
    <a href="javascript:${quoted}">script</a><a href="java&#9;script:${quoted}">tab</a>
    <a ping="${url}ping" href="#top">ping</a>
    <a data-commandlinker-command="apputils:reset">command</a>
    <details open ontoggle="${quoted}"><summary>details</summary></details>
    <math><mtext><mglyph><style><img src="${url}math" onerror="${quoted}"></style></mglyph></math>
    <div class="jp-Dialog" id="overlay">over the page</div>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
    width="20" height="20" onload="${quoted}"><style>@import "${url}svg-import";</style>
    <script>${harm('svg output')}</script><image href="${url}svg-image" width="9" height="9"/>
    <foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="${url}svg-img"/></foreignObject>
    <rect width="20" height="20" fill="red"/></svg>`;
  const latex = [
    `$\\style{cursor: url(${url}cursor), auto}{a}$`,
    `$\\fcolorbox{red; cursor: url(${url}color)}{red}{b}$`,
    `$\\bbox[background: url(${url}bbox)]{c}$`,
    `$\\href{javascript:${harm('latex')}}{d}$`,
    `$\\href{java\tscript:${harm('tab')}}{e}$`
  ].join(' ');
  const markdown = `# heading ![](${url}heading)\n\n![](${url}markdown) <img src=x onerror="${quoted}"> [a](javascript:${quoted})`;
  const text = { 'text/plain': 'its text' };
  return [
    { data: { 'text/html': html } },
    { data: { 'text/html': html }, metadata: { isolated: true } },
    { data: { 'text/markdown': markdown, ...text } },
    { data: { 'text/markdown': markdown } },
    { data: { 'text/latex': latex, ...text } },
    { data: { 'image/svg+xml': svg } },
    { data: { 'image/svg+xml': svg }, metadata: { 'image/svg+xml': { isolated: true } } },
    { data: { 'image/png': `" onerror="${harm('png')}` } },
    { data: { 'application/javascript': harm('javascript') } },
    { data: { 'text/javascript': harm('text/javascript') } },
    { data: { 'application/vnd.jupyter.widget-view+json': { model_id: 'a' }, ...text } },
    { data: { 'application/x-of-my-own': html } },
    { data: { 'application/pdf': 'JVBERi0=' } },
    { data: { 'text/vnd.mermaid': `graph TD; A["<img src='${url}mermaid'>"]` } },
    { data: { 'application/vnd.vega.v5+json': { data: [{ name: 'a', url: `${url}vega` }] } } },
    ...plots(url).map(spec => ({ data: { [VEGA_LITE]: spec, ...text } })),
    {
      data: { [VEGA_LITE]: bars(url), ...text },
      metadata: {
        [VEGA_LITE]: {
          embed_options: {
            defaultStyle: `</style><img src="${url}default-style">`,
            patch: `${url}patch`,
            config: `${url}config`,
            actions: { editor: true },
            editorUrl: url
          }
        }
      }
    }
  ];
}

/** A plot that is shown, with a tooltip that would load a picture. */
const bars = (url: string) => ({
  width: 100,
  height: 60,
  data: { values: [{ x: 'a', y: 1, image: `${url}tooltip` }] },
  mark: { type: 'bar', tooltip: { content: 'data' } },
  encoding: { x: { field: 'x' }, y: { field: 'y', type: 'quantitative' } }
});

function plots(url: string): unknown[] {
  const plain = bars(url);
  const control = (bind: object) => ({ ...plain, params: [{ name: 'a', value: 'b', bind }] });
  return [
    `${url}spec`,
    { ...plain, data: { url: `${url}data` } },
    { ...plain, mark: { type: 'image', url: `${url}image-mark` } },
    { ...plain, encoding: { ...plain.encoding, href: { value: `javascript:${harm('href')}` } } },
    { ...plain, usermeta: { embedOptions: { config: `${url}usermeta` } } },
    { ...plain, mark: { type: 'bar', cursor: `url(${url}plot-cursor), auto` } },
    { ...plain, params: [{ name: 'cursor', value: `url(${url}cursor-param), auto` }] },
    control({ input: 'image', src: `${url}control` }),
    control({ input: 'text', autofocus: true, onfocus: harm('control') }),
    {
      $schema: 'https://vega.github.io/schema/vega/v5.json',
      marks: [{ type: 'image', encode: { enter: { url: { value: `${url}vega-mark` } } } }]
    },
    { ...plain, transform: [{ calculate: `[].at.constructor('${harm('call')}')()`, as: 'z' }] },
    // Drawn, since its expressions reach nothing.
    {
      ...plain,
      transform: [
        { calculate: `{'toString': datum.x.at.constructor} + ''`, as: 'z' },
        { calculate: 'datum.constructor.constructor', as: 'w' }
      ]
    }
  ];
}
