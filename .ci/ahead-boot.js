// Before the page's own code is here: where an answer is waited for already, what it needs begins to come beside that code.
// The build writes PAGE and FILES before this; .ci/ahead.ts.
/* global document, FILES, location, PAGE */
const fetchAhead = (file) => {
  const link = document.createElement('link')
  const isStyle = file.endsWith('.css')
  link.rel = isStyle ? 'preload' : 'modulepreload'
  if (isStyle) link.as = 'style'
  link.crossOrigin = ''
  link.href = new URL(file, import.meta.url).href
  document.head.append(link)
  return link
}
const fetchAll = () => {
  const [first] = PAGE.map(fetchAhead)
  const fetchRest = () => FILES.forEach(fetchAhead)
  // The page itself goes ahead: it is drawn while what answers is on its way.
  for (const end of ['load', 'error']) first.addEventListener(end, fetchRest)
}
const isTyped = (document.querySelector('textarea')?.value ?? '') !== ''
if (isTyped || /^#(?:\d+\/|error=)|[?&]error=/.test(location.hash + location.search)) fetchAll()
else document.addEventListener('input', fetchAll, { once: true, capture: true })
