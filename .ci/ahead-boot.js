// Before the page's own code is here: where an answer is waited for already, what it needs begins to come beside that code.
// It is fetched as data, which keeps no failure (fetch-before-import-boot.js). The build writes PAGE, READING and FILES before this; .ci/ahead.ts.
const fetchAhead = async (file) => {
  try {
    const response = await fetch(new URL(file, import.meta.url), { credentials: 'same-origin' })
    await response.blob()
  } catch {
    // Whoever needs it asks again, and says so if it does not come.
  }
}
const fetchAll = async () => {
  READING.forEach(fetchAhead)
  // The page itself goes ahead, with what reads the error: that tells what else to fetch, while what judges it is on its way.
  await Promise.all(PAGE.map(fetchAhead))
  FILES.forEach(fetchAhead)
}
const isTyped = (document.querySelector('textarea')?.value ?? '') !== ''
if (isTyped || /^#(?:\d+\/|error=)|[?&]error=/.test(location.hash + location.search)) void fetchAll()
else document.addEventListener('input', fetchAll, { once: true, capture: true })
