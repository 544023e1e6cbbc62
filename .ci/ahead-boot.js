// Before the page's own code is here: where an answer is waited for already, what it needs begins to come beside that code.
// The build writes PAGE, READING and FILES before this; .ci/ahead.ts.
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
  let left = PAGE.length
  const fetchRest = () => {
    left -= 1
    if (left === 0) FILES.forEach(fetchAhead)
  }
  // The page itself goes ahead, with what reads the error: that tells what else to fetch, while what judges it is on its way.
  for (const page of PAGE.map(fetchAhead)) for (const end of ['load', 'error']) page.addEventListener(end, fetchRest)
  READING.forEach(fetchAhead)
}
const isTyped = (document.querySelector('textarea')?.value ?? '') !== ''
if (isTyped || /^#(?:\d+\/|error=)|[?&]error=/.test(location.hash + location.search)) fetchAll()
else document.addEventListener('input', fetchAll, { once: true, capture: true })
