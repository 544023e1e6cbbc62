// npm run bench -- typing: what a key costs in the editor, in Chromium, in the built app and in the editor alone.
// Parts of this run in the page.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { printFigures } from './figures.mjs'
import { openBuild } from './open-build.mjs'

const POLICY_SIZE = 10_000
/** Milliseconds that the app may add to a key, at the median and at p95, and that a key may take until it is painted. */
const AIMS = { median: 8, p95: 16, painted: 100 }
const SETTLED = 140
const LISTS = 30

const ERROR = `An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:iam::123456789012:user/deploy-bot is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::my-bucket/uploads/file.txt" because no identity-based policy allows the s3:PutObject action`

/** A policy of about 10 kB over several services, with places to type at. */
function policyOf(size) {
  const actions = [
    's3:GetObject',
    's3:ListBucket',
    'dynamodb:Query',
    'dynamodb:GetItem',
    'ec2:Describe*',
    'kms:Decrypt',
  ]
  const statement = (index) => ({
    Sid: `Part${index}`,
    Effect: index % 7 === 3 ? 'Deny' : 'Allow',
    Action: [0, 1, 2].map((step) => actions[(index + step) % actions.length]),
    Resource: [`arn:aws:s3:::bucket-${index}/*`, `arn:aws:dynamodb:eu-west-1:123456789012:table/table-${index}`],
    Condition: { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
  })
  // All places stand in the first lines: an editor draws no line that is out of sight.
  const typed = { Sid: 'TypedSid', Effect: 'Allow', Action: ['s3:GetObject', 's3:Typed'], Resource: '*' }
  const statements = [typed, statement(0)]
  const text = () => JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
  while (text().length < size) statements.push(statement(statements.length))
  return text()
}

const median = (numbers, share = 0.5) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * share)] ?? NaN

/** Where keys are typed, and which. */
const SPOTS = [
  { name: 'a name', line: '"TypedSid', keys: 'AllowsTheDeployBotToReadWhatTheOthersHaveWrittenIntoTheBucketOfReports' },
  {
    name: 'an action',
    line: '"s3:Typed',
    keys: 'GetObjectVersionTaggingListMultipartUploadPartsPutBucketPolicyStatusAcl',
  },
  {
    name: 'a new value',
    line: '"s3:Typed',
    keys: '", "dynamodb:BatchGetItem", "s3:PutObject", "kms:GenerateDataKey", "ec2:',
  },
]

async function openApp(page, address, policy) {
  await page.goto(address)
  const box = page.getByRole('textbox', { name: 'Paste an error, event, policy or link' })
  await box.fill(policy)
  await page.getByRole('button', { name: /into Identity-based$/ }).click()
  await box.fill(ERROR)
  await page.locator('[aria-label=Verdict][data-decision=implicitDeny]').waitFor()
  await page.locator('.policy-sign').first().waitFor()
}

/** The editor by itself, with nothing that judges, completes or draws; the page's own code wants a root, and stays empty. */
async function openAlone(page, address, policy, dist) {
  const assets = readdirSync(join(dist, 'assets'))
  const styles = assets.filter((name) => /^(?:monaco|index)-.*\.css$/.test(name))
  const code = assets.find((name) => /^monaco-.*\.js$/.test(name))
  const links = styles.map((name) => `<link rel="stylesheet" href="/assets/${name}">`)
  await page.route('**/alone.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html>${links.join('')}<div id="host" style="width:600px;height:700px"></div><div id="root" hidden></div>`,
    }),
  )
  await page.goto(`${address}alone.html`)
  await page.evaluate(
    async ([file, text]) => {
      const { adoptTheme, createPolicyEditor } = await import(file)
      adoptTheme('light')
      const quiet = () => undefined
      const editor = createPolicyEditor(document.getElementById('host'), quiet)
      editor.open({ key: 'alone', text, label: 'policy', onChange: quiet })
    },
    [`/assets/${code}`, policy],
  )
  await page.locator('.view-line').first().waitFor()
}

const lineWith = (page, text) => page.locator('.monaco-editor .view-line', { hasText: text }).first()

/** Milliseconds of the page's main thread for each key, all that follows from it included. */
async function typeAll(page) {
  const client = await page.context().newCDPSession(page)
  await client.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async () => {
    const { metrics } = await client.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
  }
  await page.evaluate(() => {
    window.latencies = []
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') window.latencies.push(duration)
    }).observe({ type: 'event', durationThreshold: 16 })
  })
  const costs = new Map()
  for (const { name, line, keys } of SPOTS) {
    await lineWith(page, line).click()
    await page.keyboard.press('End')
    for (let left = 0; left < (line.includes('Sid') ? 2 : 1); left += 1) await page.keyboard.press('ArrowLeft')
    await page.waitForTimeout(500)
    const each = []
    for (const key of keys) {
      const before = await spent()
      await page.keyboard.press(key === ' ' ? 'Space' : key)
      await page.waitForTimeout(SETTLED)
      each.push((await spent()) - before)
    }
    costs.set(name, each)
  }
  return { costs, latencies: await page.evaluate(() => window.latencies) }
}

/** Milliseconds from a key to its completion list. */
async function waitForLists(page) {
  await page.evaluate(() => {
    window.lists = []
    document.addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        if (key !== 'T') return
        const look = () => {
          const row = document.querySelector('.suggest-widget .monaco-list-row')
          if (row?.checkVisibility({ visibilityProperty: true })) window.lists.push(performance.now() - timeStamp)
          else requestAnimationFrame(look)
        }
        look()
      },
      { capture: true },
    )
  })
  await lineWith(page, '"s3:Get').click()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  for (let turn = 0; turn < LISTS; turn += 1) {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(SETTLED)
    await page.keyboard.press('T')
    await page.waitForFunction((count) => window.lists.length > count, turn, { timeout: 5000 })
    await page.keyboard.press('Escape')
    await page.keyboard.press('Backspace')
    await page.waitForTimeout(SETTLED)
  }
  return page.evaluate(() => window.lists)
}

const { dist, address, browser, close } = await openBuild()
try {
  const policy = policyOf(POLICY_SIZE)
  const alonePage = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await openAlone(alonePage, address, policy, dist)
  const alone = await typeAll(alonePage)
  await alonePage.close()
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await openApp(page, address, policy)
  const app = await typeAll(page)
  const rows = (name, numbers, aims = {}) =>
    printFigures([
      { name: `${name}: median`, value: median(numbers), unit: 'ms', most: aims.median },
      { name: `${name}: p95`, value: median(numbers, 0.95), unit: 'ms', most: aims.p95 },
    ])
  console.log(`A key in a policy of ${policy.length} characters, main thread`)
  const all = { app: [], alone: [] }
  for (const { name } of SPOTS) {
    for (const [where, { costs }] of Object.entries({ app, alone })) {
      const each = costs.get(name)
      all[where].push(...each)
      rows(`${name}, ${where}`, each)
    }
  }
  rows('all, app', all.app)
  rows('all, editor alone', all.alone)
  const added = (share) => median(all.app, share) - median(all.alone, share)
  printFigures([
    { name: 'what the app adds: median', value: added(0.5), unit: 'ms', most: AIMS.median },
    { name: 'what the app adds: p95', value: added(0.95), unit: 'ms', most: AIMS.p95 },
  ])
  rows('key to paint (of those over 16)', app.latencies, { p95: AIMS.painted })
  await page.close()
  const listPage = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await openApp(listPage, address, policy)
  const lists = await waitForLists(listPage)
  rows('key to completion list', lists, { median: AIMS.painted })
} finally {
  await close()
}
