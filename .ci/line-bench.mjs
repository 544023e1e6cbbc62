// npm run bench -- line: how long the built app takes on a slow line, in Chromium, from the address to the answer: with an
// error that is pasted as soon as the box stands, with one of which a service speaks in words of its own, and with one that
// the address brings. Each figure stands beside its aim.
// Parts of this run in the page.
import { printFigures } from './figures.mjs'
import { openBuild } from './open-build.mjs'

/** A line of 1.6 Mbit/s and 150 ms, as on a phone with a weak signal. */
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }
const TURNS = Number(process.env.LINE_TURNS ?? 5)
const AIMS = { box: 1_600, answer: 3_500, kB: 400 }

const ERROR =
  'An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:iam::123456789012:user/deploy-bot is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::my-bucket/k" because no identity-based policy allows the s3:PutObject action'

const OWN_WORDS =
  "An error occurred (InvalidInputException) when calling the CreateCrawler operation: Service is unable to assume provided role. Please verify role's TrustPolicy"

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN

const row = (name, value, unit, most) => printFigures([{ name, value, unit, most, isOfLine: true }])

/** Notes within the page when the box and the verdict stand; before any code of the page. */
function prepare(error) {
  const stood = (isThere) =>
    new Promise((resolve) => {
      const look = () => {
        if (!isThere()) return false
        requestAnimationFrame(() => resolve(performance.now()))
        return true
      }
      const seen = new MutationObserver(() => look() && seen.disconnect())
      seen.observe(document, { subtree: true, childList: true, attributes: true })
    })
  window.box = stood(() => document.querySelector('textarea') !== null).then((at) => {
    if (error !== '') {
      document.querySelector('textarea').focus()
      document.execCommand('insertText', false, error)
    }
    return at
  })
  window.answer = stood(() => document.querySelector('[aria-label=Verdict]:not([data-decision=none])') !== null)
}

/** One visit of a browser that was never here. */
async function visit(browser, address, error) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  await client.send('Network.enable')
  await client.send('Network.emulateNetworkConditions', LINE)
  let begun = null
  const received = []
  client.on('Network.requestWillBeSent', ({ timestamp }) => (begun ??= timestamp))
  client.on('Network.dataReceived', (data) => received.push(data))
  await page.addInitScript(prepare, error)
  await page.goto(address, { waitUntil: 'commit' })
  const box = await page.evaluate(() => window.box)
  const answer = await page.evaluate(() => window.answer)
  // What comes while this is told is of the time after the answer.
  const until = received.filter(({ timestamp }) => (timestamp - begun) * 1000 <= answer)
  const kB = until.reduce((sum, { encodedDataLength }) => sum + encodedDataLength, 0) / 1000
  await context.close()
  return { box, answer, kB }
}

// As hosts pack a file that they keep; .ci/packed-preview.ts.
process.env.WHYDENIED_PACKED ??= 'once'
const { address, browser, close } = await openBuild()
try {
  const ways = {
    'pasted into the empty page': [address, ERROR],
    'in a service’s own words': [address, OWN_WORDS],
    'brought by the address': [`${address}#error=${encodeURIComponent(ERROR)}`, ''],
  }
  for (const [what, [where, error]] of Object.entries(ways)) {
    const visits = []
    for (let turn = 0; turn < TURNS; turn += 1) visits.push(await visit(browser, where, error))
    const middle = (name) => median(visits.map((one) => one[name]))
    if (error === ERROR) row('the box stands', middle('box'), 'ms', AIMS.box)
    row(`an error ${what} is answered`, middle('answer'), 'ms', AIMS.answer)
    row(`${what}: fetched until then`, middle('kB'), 'kB', AIMS.kB)
  }
} finally {
  await close()
}
