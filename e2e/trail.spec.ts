import { truncateSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { test } from './kept-page'
import { expectNoViolationsInAnyTheme } from './axe'
import { openApp, pasteBox, verdict } from './workbench'

const NOISE = '2024-05-06T07:08:09.101Z INFO  [worker-3] {"msg":"request served","status":200,"path":"/v1/orders"}\n'

const refusal = (user: string, key: number, reason: string) =>
  `2024-05-06T08:00:${String(key % 60).padStart(2, '0')}Z ERROR User: arn:aws:iam::111122223333:user/${user} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::harbour/${key}" ${reason}\n`

/** As long as the noise, and read in a third of the time. */
const EMPTY = `.${' '.repeat(NOISE.length - 2)}\n`

/** A log of about so many megabytes; every fourth of its denials comes from an SCP and another user. */
function log(megabytes: number, denials: number, noise = NOISE): string {
  const lines = Math.floor((megabytes * 1_000_000) / denials / noise.length)
  return Array.from({ length: denials }, (_, i) =>
    noise
      .repeat(lines)
      .concat(
        i % 4 === 0
          ? refusal('ben', i, 'with an explicit deny in a service control policy')
          : refusal('ana', i, 'because no identity-based policy allows the s3:GetObject action'),
      ),
  ).join('')
}

const openFile = (page: Page, name: string, content: string | Buffer) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.isBuffer(content) ? content : Buffer.from(content) })

const table = (page: Page) => page.getByRole('table', { name: 'Denials in the log' })
const rows = (page: Page) => table(page).locator('tbody tr')

test('a log of megabytes is read in a worker, grouped, filtered, and each denial opens in the workbench', async ({
  page,
}) => {
  const workers: string[] = []
  page.on('worker', (worker) => workers.push(worker.url()))
  await openApp(page)
  await openFile(page, 'app.log', log(3, 120))
  await expect(page.getByRole('heading', { name: 'Log' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('status')).toContainText(
    '120 denials, 120 of them different, in 3.0 MB of app.log',
  )
  expect(workers.filter((url) => url.includes('log-worker'))).toHaveLength(1)

  await page.getByRole('group', { name: 'Sum up by' }).getByText('Principal').click()
  const users = page.getByRole('table', { name: 'Denials by principal' }).locator('tbody tr')
  await expect(users).toHaveCount(2)
  await expect(users.first()).toContainText('90')
  await expect(users.first()).toContainText('user/ana')
  await users.getByRole('button', { name: /user\/ben/ }).click()
  await expect(rows(page)).toHaveCount(30)
  await expect(page.getByRole('main').getByRole('status')).toContainText('30 denials of 120')

  await page.getByRole('searchbox', { name: 'Filter the denials' }).fill('harbour/44')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).toContainText('explicit deny')
  await page.getByRole('button', { name: /^Open, s3:GetObject, .*user\/ben, .*harbour\/44$/ }).click()

  await expect(verdict(page)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Resource', exact: true })).toHaveValue('arn:aws:s3:::harbour/44')
  await expect(page.getByRole('textbox', { name: 'Principal' })).toHaveValue('arn:aws:iam::111122223333:user/ben')
  expect((await pasteBox(page).inputValue()).length).toBeLessThan(2_000)

  await page.getByRole('link', { name: /^Back to the log/ }).click()
  await expect(rows(page)).toHaveCount(1)
})

test('several logs are read as one, and files that hold nothing to read say no more than that', async ({ page }) => {
  await openApp(page)
  await page
    .locator('input[type=file]')
    .setInputFiles(
      [0, 1].map((at) => ({ name: `app-${at}.log`, mimeType: 'text/plain', buffer: Buffer.from(log(0.5, 12 + at)) })),
    )
  const status = page.getByRole('main').getByRole('status')
  await expect(status).toContainText('25 denials')
  await expect(status).toContainText('of 2 files')

  const nothing = [1, 2].map((at) => ({
    name: `${at}.png`,
    mimeType: 'image/png',
    buffer: Buffer.from([0x89, 0x50, 0, 0]),
  }))
  await page.getByLabel('File with a log').setInputFiles(nothing)
  await expect(page.getByText('2 files were not read')).toBeVisible()
  await expect(page.getByText('No call in this trail was denied')).toHaveCount(0)
})

test('progress is shown, and the reading can be stopped', async ({ page }, info) => {
  const long = info.outputPath('long.log')
  writeFileSync(long, log(60, 140))
  await openApp(page)
  await page.goto('./#/trail')
  await expect(page.getByRole('heading', { name: 'Log' })).toBeVisible()
  await page.locator('input[type=file]').setInputFiles(long)
  const progress = page.getByRole('progressbar', { name: 'Reading the log' })
  await expect(progress).toBeVisible()
  await expect(page.getByText(/MB read, \d+ different denials found/)).toBeVisible()
  expect(Number(await progress.getAttribute('aria-valuenow'))).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Stop reading' }).click()
  await expect(page.getByText('was stopped')).toBeVisible()
  await expect.poll(() => page.workers().filter((worker) => worker.url().includes('log-worker')).length).toBe(0)
})

test('a huge paste never stands in the box', async ({ page }) => {
  await openApp(page)
  await pasteBox(page).evaluate(
    (box, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    log(2, 40),
  )
  await expect(rows(page)).toHaveCount(40)
  await page.getByRole('link', { name: 'Workbench' }).click()
  await expect(pasteBox(page)).toHaveValue('')
})

test('CloudTrail files open compressed, and the whole event comes to the workbench', async ({ page }) => {
  const Records = Array.from({ length: 300 }, (_, i) => ({
    eventVersion: '1.08',
    userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/ana', accountId: '111122223333' },
    eventTime: '2024-05-06T07:08:09Z',
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '203.0.113.7',
    requestParameters: { bucketName: 'harbour', key: `k${i % 3}` },
    ...(i % 2 === 0 ? { errorCode: 'AccessDenied', errorMessage: 'Access Denied' } : {}),
  }))
  await openApp(page)
  await openFile(page, 'trail.json.gz', gzipSync(JSON.stringify({ Records })))
  await expect(rows(page)).toHaveCount(3)
  await expect(rows(page).first()).toContainText('50')
  await rows(page).filter({ hasText: 'harbour/k2' }).click()
  await expect(page.getByRole('textbox', { name: 'Resource', exact: true })).toHaveValue('arn:aws:s3:::harbour/k2')
  expect(JSON.parse(await pasteBox(page).inputValue())).toMatchObject({ requestParameters: { key: 'k2' } })
})

test('a long log with one denial opens in the workbench at once', async ({ page }) => {
  await openApp(page)
  await openFile(page, 'one.log', log(1, 1))
  await expect(page.getByRole('textbox', { name: 'Action' })).toHaveValue('s3:GetObject')
  await expect(page.getByRole('link', { name: 'Back to the log: 1 denial' })).toBeVisible()
})

test('a log that is too long to be held is read in stretches, and its denials open', async ({ page }, info) => {
  test.slow()
  await openApp(page)
  const long = info.outputPath('long.log')
  writeFileSync(long, log(41, 200, EMPTY))
  await page.locator('input[type=file]').setInputFiles(long)
  await expect(page.getByRole('main').getByRole('status')).toContainText(
    '200 denials, 200 of them different, in 41.0 MB of long.log',
    { timeout: 90_000 },
  )
  await page.getByRole('searchbox', { name: 'Filter the denials' }).fill('harbour/196')
  await page.getByRole('button', { name: /^Open, s3:GetObject, .*user\/ben, .*harbour\/196$/ }).click()
  await expect(page.getByRole('textbox', { name: 'Resource', exact: true })).toHaveValue('arn:aws:s3:::harbour/196')
})

test('what is no text or damaged is refused with a sentence', async ({ page }, info) => {
  await openApp(page)
  const large = info.outputPath('all.log')
  writeFileSync(large, '')
  truncateSync(large, 50_000_000)
  await page.locator('input[type=file]').setInputFiles(large)
  // Monaco keeps empty alerts of its own.
  const told = (sentence: string) => expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
  await told('“all.log” isn’t a text file')
  await openFile(page, 'cut.gz', gzipSync(log(1, 1)).subarray(0, 500))
  await told('“cut.gz” is a damaged or cut-off gzip file')
  await openFile(page, 'quiet.log', NOISE.repeat(4_000))
  await expect(page.getByText('No AWS denial was found')).toBeVisible()
})

test('the log view works by keyboard, saves a table, and has no violation', async ({ page }) => {
  test.slow()
  await openApp(page)
  await openFile(page, 'app.log', log(0.3, 12))
  await expect(rows(page)).toHaveCount(12)
  await expectNoViolationsInAnyTheme(page)

  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  expect((await saved).suggestedFilename()).toBe('denials.csv')

  await page.getByRole('button', { name: 'Resource' }).click()
  await expect(page.getByRole('columnheader', { name: 'Resource' })).toHaveAttribute('aria-sort', 'ascending')
  await rows(page).first().getByRole('button').focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(1).getByRole('button')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Resource', exact: true })).toHaveValue('arn:aws:s3:::harbour/1')
})

test('on a phone nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openApp(page)
  await openFile(page, 'app.log', log(0.3, 12))
  await expect(rows(page)).toHaveCount(12)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
