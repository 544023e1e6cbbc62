// Before the page's own code is here: where an answer is waited for already, what it needs begins to come beside that code.
// The build writes FILES before this; .ci/ahead.ts.
/* global document, FILES, location */
const fetchAll = () => {
  for (const file of FILES) {
    const link = document.createElement('link')
    const isStyle = file.endsWith('.css')
    link.rel = isStyle ? 'preload' : 'modulepreload'
    if (isStyle) link.as = 'style'
    link.crossOrigin = ''
    link.href = new URL(file, import.meta.url).href
    document.head.append(link)
  }
}
if (/^#(?:\d+\/|error=)|[?&]error=/.test(location.hash + location.search)) fetchAll()
else document.addEventListener('input', fetchAll, { once: true, capture: true })
