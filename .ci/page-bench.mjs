// npm run bench -- page: how long people wait for the built app in Chromium, on a processor that is four times slower.
// WHYDENIED_DIST names a build to measure; without it one is made. Fails where a figure is over its aim. Parts of this run in the page.
/* global window, document, performance, requestAnimationFrame, PerformanceObserver, DataTransfer, ClipboardEvent, setTimeout */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { findBrowser, LAUNCH_FLAGS } from './browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const SLOWDOWN = 4
const TURNS = Number(process.env.PAGE_TURNS ?? 11)
const MEGABYTE = 1_000_000
const KEYS = 1_000
/** Milliseconds: an answer at the median, and the longest task of the page's main thread. */
const AIM = 100
/** Nothing happens for so long: the page has come to rest. */
const REST_MS = 3_000

const errorOf = (action, key) =>
  `An error occurred (AccessDenied) when calling the ${action} operation: User: arn:aws:iam::123456789012:user/deploy-bot is not authorized to perform: s3:${action} on resource: "arn:aws:s3:::my-bucket/${key}" because no identity-based policy allows the s3:${action} action`

const policyOf = (statements) => JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
const POLICY = policyOf([
  { Sid: 'Read', Effect: 'Allow', Action: ['s3:PutObjec'], Resource: 'arn:aws:s3:::my-bucket/*' },
])

const many = (make, size) => {
  const parts = []
  for (let length = 0; length < size; length += parts.at(-1).length + 1) parts.push(make(parts.length))
  return parts
}

/** Texts of a megabyte of the kinds that people have: what they are, as they are pasted. */
const MEGABYTES = {
  'a log of text': () =>
    many((at) => `2026-01-01T00:00:00Z worker-${at} INFO nothing of note happened`, MEGABYTE).join('\n') +
    `\n${errorOf('PutObject', 'k')}`,
  'a log of CloudTrail': () =>
    JSON.stringify({
      Records: many(
        (at) =>
          JSON.stringify({
            eventVersion: '1.08',
            eventTime: '2026-01-01T00:00:00Z',
            eventSource: 's3.amazonaws.com',
            eventName: 'PutObject',
            awsRegion: 'eu-west-1',
            sourceIPAddress: '10.0.0.1',
            userIdentity: {
              type: 'IAMUser',
              arn: `arn:aws:iam::123456789012:user/u${at % 50}`,
              accountId: '123456789012',
            },
            errorCode: 'AccessDenied',
            errorMessage: 'Access Denied',
            requestParameters: { bucketName: `b${at % 20}`, key: `k${at}` },
          }),
        MEGABYTE,
      ).map((text) => JSON.parse(text)),
    }),
  'a policy': () =>
    policyOf(
      many(
        (at) =>
          JSON.stringify({ Sid: `S${at}`, Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::b${at}/*` }),
        MEGABYTE / 1.5,
      ).map((text) => JSON.parse(text)),
    ),
}

/** A case whose policies test as many keys that nobody knows. */
const UNKNOWN_KEYS = JSON.stringify({
  version: 1,
  error: errorOf('PutObject', 'k'),
  request: {
    principal: 'arn:aws:iam::123456789012:user/deploy-bot',
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::my-bucket/k',
    context: {},
  },
  policies: {
    identity: [
      {
        name: 'keys',
        document: {
          Version: '2012-10-17',
          Statement: Array.from({ length: KEYS }, (_, at) => ({
            Effect: at % 9 === 5 ? 'Deny' : 'Allow',
            Action: 's3:*',
            Resource: '*',
            Condition: { StringEquals: { [`aws:RequestTag/key-${at}`]: `value-${at}` } },
          })),
        },
      },
    ],
  },
})

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN

/** What is asked of the page from within, before its own code runs. */
function prepare() {
  window.longest = 0
  window.paints = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration)
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) window.paints = startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  const verdict = () => document.querySelector('[aria-label=Verdict]')
  /** Runs a deed and gives the milliseconds until the verdict on it stands on the page, painted. */
  window.untilVerdict = (deed, isThere) =>
    new Promise((resolve) => {
      const begun = performance.now()
      const look = () => {
        const region = verdict()
        if (region !== null && isThere(region)) resolve(performance.now() - begun)
        else requestAnimationFrame(look)
      }
      deed()
      requestAnimationFrame(look)
    })
  /** Pastes as the clipboard does, over whatever stands in the box. */
  window.put = (text) => {
    const box = document.querySelector('textarea')
    box.select()
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }
  /** A text that is ready, so that bringing it here is no part of what is measured. */
  window.putLater = (text) => {
    setTimeout(() => window.put(text), 500)
  }
}

async function open(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(prepare)
  const client = await page.context().newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  await page.goto(address)
  await page.getByRole('textbox', { name: 'Paste an error, event, policy or link' }).waitFor()
  return page
}

/** The page has come to rest: for some seconds no task was long. */
async function settle(page) {
  for (let before = -1, turn = 0; turn < 60; turn += 1) {
    const now = await page.evaluate(() => document.body.innerHTML.length + window.longest)
    if (now === before) return
    before = now
    await page.waitForTimeout(REST_MS)
  }
}

const boxOf = (page) => page.getByRole('textbox', { name: 'Paste an error, event, policy or link' })

/** The largest paint, and from an error to its verdict on a page that has just been opened. */
async function cold(browser, address) {
  const page = await open(browser, address)
  await page.waitForTimeout(1_000)
  const took = await page.evaluate(
    (text) =>
      window.untilVerdict(
        () => window.put(text),
        (region) => region.dataset.decision !== undefined,
      ),
    errorOf('PutObject', 'k'),
  )
  const paint = await page.evaluate(() => window.paints)
  await page.close()
  return { paint, took }
}

/** From an error to its verdict, and from an edit to its own, on a page in use. */
async function warm(browser, address) {
  const page = await open(browser, address)
  await boxOf(page).fill(POLICY)
  await page.getByRole('button', { name: /into Identity-based$/ }).click()
  await boxOf(page).fill(errorOf('PutObject', 'k'))
  await page.locator('[aria-label=Verdict][data-decision=implicitDeny]').waitFor()
  await page.locator('.policy-sign').first().waitFor()
  await settle(page)
  const errors = []
  for (let turn = 0; turn < TURNS; turn += 1) {
    const took = await page.evaluate(
      ([text, name]) =>
        window.untilVerdict(
          () => window.put(text),
          (region) => region.textContent.includes(name),
        ),
      [errorOf(turn % 2 ? 'PutObject' : 'DeleteObject', 'k'), turn % 2 ? 'PutObject' : 'DeleteObject'],
    )
    errors.push(took)
    await page.waitForTimeout(1_500)
  }
  await boxOf(page).fill(errorOf('PutObject', 'k'))
  await page.waitForTimeout(1_500)
  await page.locator('.monaco-editor .view-line', { hasText: 's3:PutObjec' }).first().click()
  await page.keyboard.press('End')
  // The end of the value: before its quotation mark.
  await page.keyboard.press('ArrowLeft')
  const edits = []
  for (let turn = 0; turn < TURNS; turn += 1) {
    const before = await page.locator('[aria-label=Verdict]').getAttribute('data-decision')
    const waiting = page.evaluate(
      (old) =>
        new Promise((resolve) => {
          document.addEventListener(
            'keydown',
            ({ timeStamp }) => {
              const look = () => {
                const now = document.querySelector('[aria-label=Verdict]')?.dataset.decision
                if (now !== undefined && now !== old) resolve(performance.now() - timeStamp)
                else requestAnimationFrame(look)
              }
              look()
            },
            { capture: true, once: true },
          )
        }),
      before,
    )
    await page.waitForTimeout(100)
    await page.keyboard.press(turn % 2 ? 'Backspace' : 't')
    edits.push(await waiting)
    await page.waitForTimeout(1_500)
  }
  await page.close()
  return { errors, edits }
}

/** The longest task of the main thread from a paste until the page has come to rest. */
async function longestTask(browser, address, deed) {
  const page = await open(browser, address)
  // The engine is there: what is measured is the paste, not the loading.
  await boxOf(page).fill(errorOf('PutObject', 'k'))
  await page.locator('[aria-label=Verdict][data-decision]').waitFor()
  await settle(page)
  await page.evaluate(() => {
    window.longest = 0
  })
  await deed(page)
  await page.waitForTimeout(REST_MS)
  await settle(page)
  const longest = await page.evaluate(() => window.longest)
  await page.close()
  return longest
}

const scratch = mkdtempSync(join(tmpdir(), 'page-'))
const dist = process.env.WHYDENIED_DIST ?? join(scratch, 'dist')
if (!process.env.WHYDENIED_DIST) await build({ root, logLevel: 'error', build: { outDir: dist, emptyOutDir: false } })
const server = await preview({
  root,
  logLevel: 'error',
  build: { outDir: dist },
  preview: { host: '127.0.0.1', port: 0 },
})
const executablePath = findBrowser()
const browser = await chromium.launch({ args: [...LAUNCH_FLAGS], ...(executablePath ? { executablePath } : {}) })
let isOver = false
const row = (name, milliseconds, aim) => {
  const over = aim !== undefined && !(milliseconds <= aim)
  isOver ||= over
  const said = aim === undefined ? '' : ` of ${aim}${over ? '  OVER' : ''}`
  console.log(`${name.padEnd(52)}${milliseconds.toFixed(0).padStart(8)} ms${said}`)
}
try {
  const address = `http://127.0.0.1:${server.httpServer.address().port}/`
  const colds = []
  for (let turn = 0; turn < Math.ceil(TURNS / 3); turn += 1) colds.push(await cold(browser, address))
  row('largest contentful paint', median(colds.map(({ paint }) => paint)))
  row('error to verdict, nothing loaded yet', median(colds.map(({ took }) => took)))
  const { errors, edits } = await warm(browser, address)
  row('error to verdict, page in use', median(errors), AIM)
  row('edit to verdict', median(edits), AIM)
  for (const [what, text] of Object.entries(MEGABYTES))
    row(
      `longest task, 1 MB: ${what}`,
      await longestTask(browser, address, (page) => page.evaluate((all) => window.putLater(all), text())),
      AIM,
    )
  row(
    `longest task, ${KEYS} unknown keys`,
    await longestTask(browser, address, (page) => page.evaluate((all) => window.putLater(all), UNKNOWN_KEYS)),
    AIM,
  )
} finally {
  await browser.close()
  await server.close()
  rmSync(scratch, { recursive: true, force: true })
}
if (isOver) process.exitCode = 1
