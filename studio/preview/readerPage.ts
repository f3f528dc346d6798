/**
 * An empty page for a story: plain, readable, in light and dark and on paper. It may neither run a
 * script nor fetch anything but pictures, whatever a story holds.
 */
export const readerPage = `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src https: data: http://127.0.0.1:* http://localhost:*">
<base target="_blank">
<style>
:root { color-scheme: light; --text: light-dark(#1d1f24, #e6e7ea); --quiet: light-dark(#565b66, #a9aeba);
  --line: light-dark(#d5d8de, #3b404b); --link: light-dark(#1f4fa3, #9dbdf7); --page: light-dark(#fff, #14161b) }
* { box-sizing: border-box }
body { margin: 0; padding: 2.5rem 1.5rem 4rem; background: var(--page); color: var(--text);
  font: 1.125rem/1.6 Georgia, 'Times New Roman', serif; overflow-wrap: break-word }
article { max-width: 38rem; margin: 0 auto }
h1 { font-size: 2.1rem; line-height: 1.2; margin: 0 0 .75rem }
h2 { font-size: 1.4rem; line-height: 1.3; margin: 2rem 0 .5rem }
h3 { font-size: 1.15rem; margin: 1.5rem 0 .5rem }
p { margin: 0 0 1.1rem }
.standfirst { font-size: 1.25rem; color: var(--quiet) }
.byline, figcaption, table { font: .95rem/1.5 system-ui, sans-serif }
.byline { color: var(--quiet); padding-bottom: 1rem; border-bottom: 1px solid var(--line) }
blockquote { margin: 1.5rem 0; padding-left: 1rem; border-left: 3px solid var(--line) }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
figure { margin: 0 0 1.5rem }
img { max-width: 100%; height: auto }
.polls, .corrections { margin-top: 2.5rem }
.corrections ul { padding: 0; list-style: none }
.withdrawal { font-style: italic }
.poll { margin: 0 0 1.5rem; padding: 1rem; border: 1px solid var(--line) }
table { width: 100%; border-collapse: collapse }
caption { font-weight: 700; text-align: left; padding-bottom: .5rem }
th, td { text-align: left; vertical-align: top; padding: .45rem .75rem .45rem 0; border-top: 1px solid var(--line) }
th[scope=row] { font-weight: 400 }
figcaption { margin-top: .5rem; color: var(--quiet) }
@media print { :root { color-scheme: light !important } body { padding: 0; font-size: 11pt } a { color: inherit }
  .poll { break-inside: avoid } }
</style>
</head>
<body></body>
</html>`
