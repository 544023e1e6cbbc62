import { gzipSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { test } from './kept-page'
import type { Fields } from '../src/text/fields'
import { OCSF_COLUMNS, ocsfOfEvent } from '../src/testing/ocsf-of-event'
import { writeParquet } from '../src/testing/write-parquet'
import { expectNoViolations } from './axe'
import { openApp, pasteBox } from './workbench'

const call = (n: number, change: Record<string, unknown> = {}) => ({
  eventVersion: '1.11',
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/ana', accountId: '111122223333' },
  eventTime: `2026-01-02T0${n % 10}:04:05Z`,
  eventSource: 's3.amazonaws.com',
  eventName: 'GetObject',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '203.0.113.7',
  requestParameters: { bucketName: 'harbour', key: `k${n}` },
  eventID: `id-${n}`,
  eventType: 'AwsApiCall',
  eventCategory: 'Data',
  ...change,
})

const refused = (n: number, user: string, reason: string) =>
  call(n, {
    userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::111122223333:user/${user}`, accountId: '111122223333' },
    errorCode: 'AccessDenied',
    errorMessage: `User: arn:aws:iam::111122223333:user/${user} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::harbour/k${n}" ${reason}`,
  })

const BY_SCP = 'with an explicit deny in a service control policy'
const NO_ALLOW = 'because no identity-based policy allows the s3:GetObject action'

const records = (from: number, users: readonly string[]) =>
  Array.from({ length: 40 }, (_, i) =>
    i % 4 === 0
      ? refused(from + i, users[(i / 4) % users.length] ?? 'ana', i % 8 === 0 ? BY_SCP : NO_ALLOW)
      : call(from + i),
  )

const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

const delivered = (name: string, from: number, users: readonly string[]) =>
  file(name, gzipSync(JSON.stringify({ Records: records(from, users) })))

/** A zip of files that are stored as they are. */
function zip(files: readonly { readonly name: string; readonly buffer: Buffer }[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, buffer } of files) {
    const title = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt32LE(buffer.length, 18)
    head.writeUInt32LE(buffer.length, 22)
    head.writeUInt16LE(title.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt32LE(buffer.length, 20)
    entry.writeUInt32LE(buffer.length, 24)
    entry.writeUInt16LE(title.length, 28)
    entry.writeUInt32LE(offset, 42)
    parts.push(head, title, buffer)
    directory.push(entry, title)
    offset += 30 + title.length + buffer.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, list, end])
}

const rows = (page: Page) => page.getByRole('table', { name: 'Denials in the log' }).locator('tbody tr')
const status = (page: Page) => page.getByRole('main').getByRole('status')

async function openTrail(page: Page, ...files: ReturnType<typeof file>[]) {
  await openApp(page)
  await page.goto('./#/trail')
  await page.getByLabel('File with a log').setInputFiles(files)
}

test('files of a trail are read together, looked at by cause and time, and an event opens with its context', async ({
  page,
}) => {
  await openTrail(page, delivered('a.json.gz', 0, ['ana']), delivered('b.json.gz', 100, ['ben']))
  await expect(status(page)).toContainText('20 denials, 20 of them different, among 80 calls')
  await expect(page.getByRole('img', { name: 'Denials over time by layer' })).toBeVisible()

  await page.getByRole('group', { name: 'Sum up by' }).getByText('Likely cause').click()
  await page.getByRole('button', { name: 'An SCP denies it' }).click()
  await expect(status(page)).toContainText('10 denials with these filters')
  await page.getByRole('searchbox', { name: 'Filter the denials' }).fill('ben')
  await expect(status(page)).toContainText('5 denials with these filters')

  await page.getByRole('button', { name: '1 event' }).first().click()
  await page
    .getByRole('button', { name: /^2026-01-02 \d\d:04:05Z$/ })
    .first()
    .click()
  await expect(pasteBox(page)).toHaveValue(/user\/ben/)
  expect(JSON.parse(await pasteBox(page).inputValue())).toMatchObject({
    awsRegion: 'eu-west-1',
    eventName: 'GetObject',
  })
  await page.getByRole('link', { name: 'Back to the log: 5 different denials' }).click()
  await expect(rows(page)).toHaveCount(5)
})

test('what is new since an earlier trail is shown alone', async ({ page }) => {
  await openTrail(page, delivered('now.json.gz', 0, ['ana', 'ben', 'cleo', 'dan']))
  await expect(status(page)).toContainText('10 denials')
  const picking = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'What is new since an earlier trail?' }).click()
  await (await picking).setFiles([delivered('before.json.gz', 500, ['ana'])])
  await page.getByText('New since the earlier trail').click()
  await expect(status(page)).toContainText('7 denials with these filters')
  await expect(rows(page).filter({ hasText: 'user/ana' })).toHaveCount(0)
  await page.getByText('All', { exact: true }).click()
  await expect(status(page)).toContainText('10 denials')
})

test('a zip is read, what is broken is told and loses nothing else, and there is no violation', async ({ page }) => {
  test.slow()
  const lines = [...records(0, ['ana']).map((one) => JSON.stringify(one)), '{"eventVersion":"1.1', 'noise']
  const inside = [
    file('day/a.json', lines.join('\n')),
    delivered('day/b.json.gz', 0, ['ana']),
    file('readme.md', 'hello'),
  ]
  await openTrail(page, file('trail.zip', zip(inside)))
  await expect(status(page)).toContainText('10 denials')
  await expect(status(page)).toContainText('40 events that came twice count once')
  await page.getByText('could not be read as an event of CloudTrail').click()
  await expect(page.getByText('noise')).toBeVisible()
  await page.getByText('1 file was not read').click()
  await expect(page.getByText('readme.md” contains no CloudTrail events')).toBeVisible()
  await expectNoViolations(page)
})

test('Parquet of Security Lake is read, an event of it opens, and one that is cut is told', async ({ page }) => {
  const rows = records(0, ['ana', 'ben']).map((record) => ocsfOfEvent(record as Fields))
  const parquet = Buffer.from(await writeParquet(rows, OCSF_COLUMNS, 'CODEC gzip'))
  await openTrail(page, file('lake.gz.parquet', parquet))
  await expect(status(page)).toContainText('10 denials, 10 of them different, among 40 calls')
  await page.getByRole('button', { name: '1 event' }).first().click()
  await page
    .getByRole('button', { name: /^2026-01-02 \d\d:04:05Z$/ })
    .first()
    .click()
  await expect(pasteBox(page)).toHaveValue(/"eventName": "GetObject"/)

  await page.goto('./#/trail')
  await page.getByLabel('File with a log').setInputFiles(file('cut.gz.parquet', parquet.subarray(0, 2_000)))
  await expect(page.getByText('“cut.gz.parquet” is damaged or cut off.')).toBeVisible()
})

test('a sample can be tried, and on a phone nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openApp(page)
  await page.goto('./#/trail')
  await page.getByRole('button', { name: 'Try a sample' }).click()
  await expect(status(page)).toContainText('among 20,000 calls')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  // The chart keeps its colours where a reader’s own replace all others, and so does what says whose they are.
  await page.emulateMedia({ forcedColors: 'active' })
  const caption = page.getByRole('figure').locator('figcaption')
  const signs = await caption
    .locator('[aria-hidden]')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor))
  expect(signs.length).toBeGreaterThan(3)
  expect(new Set(signs).size).toBe(signs.length)
})
