import { gzipSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { test } from './kept-page'
import { sampleTrail } from '../src/trail/sample-trail'
import { expectNoViolations } from './axe'
import { openApp, verdict } from './workbench'

const TRAIL = gzipSync(JSON.stringify({ Records: [...sampleTrail({ events: 3_000, seed: 5 })] }))

const openLog = (page: Page, name: string, buffer: Buffer, mimeType: string) =>
  page
    .getByRole('main')
    .or(page.getByRole('banner'))
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType, buffer })

const tab = (page: Page, name: string) =>
  page.getByRole('tablist', { name: 'Parts of the log view' }).getByRole('tab', { name, exact: true })

/** Opens the page of logs: until it stands, the box of the workbench takes files too. */
async function openLogPage(page: Page) {
  await page.goto('./#/trail')
  await expect(page.getByRole('heading', { name: 'Log', level: 1 })).toBeVisible()
}

async function openTrail(page: Page) {
  await openLogPage(page)
  await openLog(page, 'trail.json.gz', TRAIL, 'application/gzip')
}

const scp = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement })

test('what a role did becomes a policy that is proven, and compared with the one that it has', async ({ page }) => {
  await openTrail(page)
  await tab(page, 'What is needed').click()
  const panel = page.getByRole('tabpanel', { name: 'What is needed' })
  await expect(panel.getByText(/^Proven by evaluation: each of \d+ different calls? is allowed/)).toBeVisible()
  const policy = panel.getByRole('region').or(panel.locator('pre')).first()
  await expect(policy).toContainText('"Effect": "Allow"')

  await panel.getByRole('combobox', { name: 'User or role' }).selectOption('')
  await expect(panel.getByText(/Lambda invocations/)).toBeVisible()
  await panel.getByRole('checkbox', { name: /aws:RequestedRegion/ }).check()
  await expect(policy).toContainText('"aws:RequestedRegion"')
  await panel.getByRole('group', { name: 'Resources of s3' }).getByText('Same beginning').click()
  await expect(policy).toContainText('/*"')
  await expect(panel.getByText(/^Proven by evaluation/)).toBeVisible()

  await panel
    .getByRole('textbox', { name: 'The policies that it has, to compare' })
    .fill(scp({ Effect: 'Allow', Action: ['s3:*', 'iam:*'], Resource: '*' }))
  const granted = panel.getByRole('table', { name: 'Granted services' })
  await expect(granted.getByRole('row', { name: /^iam/ })).toBeVisible()
  await expectNoViolations(page, 'main')
})

test('a tighter SCP shows the calls that it breaks, each with its statement, and opens them as a case', async ({
  page,
}) => {
  await openTrail(page)
  await tab(page, 'What would break').click()
  const panel = page.getByRole('tabpanel', { name: 'What would break' })
  await panel
    .getByRole('textbox', { name: /, after$/ })
    .fill(scp({ Sid: 'NoS3', Effect: 'Deny', Action: 's3:*', Resource: '*' }))
  await panel.getByRole('button', { name: 'Compare' }).click()
  const rows = panel.getByRole('table', { name: 'Calls that are decided otherwise' }).locator('tbody tr')
  await expect(rows.first()).toContainText('Breaks')
  await expect(rows.first()).toContainText('NoS3')
  await expect(panel.getByText('we assume that FullAWSAccess is attached too')).toBeVisible()
  const beyond = panel.getByRole('region', { name: 'Calls that aren’t in this log' })
  await expect(beyond.locator('[data-kind="lost"]')).toHaveAttribute('data-outcome', 'some')
  await expect(beyond.locator('[data-kind="new"]')).toContainText('nothing that was denied before is allowed now')
  await expectNoViolations(page, 'main')
  await rows
    .first()
    .getByRole('button', { name: /^Open as a case/ })
    .click()
  await expect(verdict(page)).toHaveAttribute('data-layer', 'scp')
})

test('a query is written from what is entered, with its price, and its result is read as a log', async ({ page }) => {
  await page.goto('./#/trail')
  await tab(page, 'Queries').click()
  const panel = page.getByRole('tabpanel', { name: 'Queries' })
  await expect(panel.getByRole('list', { name: 'What is still needed' })).toContainText(
    'Enter the accounts that you need',
  )
  await panel.getByRole('textbox', { name: 'Bucket of the trail' }).fill('harbour-trail')
  await panel.getByRole('textbox', { name: 'Accounts' }).fill('111122223333, 444455556666')
  await panel.getByRole('textbox', { name: 'ARN of a role or user' }).fill("x' OR '1'='1")
  await panel.getByRole('textbox', { name: 'Gigabytes a day' }).fill('20')
  await expect(panel.getByLabel('Sum up what was called', { exact: true })).toContainText("= 'x'' OR ''1''=''1'")
  await expect(panel.getByLabel('Make the table, once', { exact: true })).toContainText('projection.account.type')
  await expect(panel.getByRole('status')).toContainText('Reads about 600 GB for 30 days and costs $3.00')
  await expectNoViolations(page, 'main')

  const identity = JSON.stringify({
    type: 'Role',
    arn: 'arn:aws:iam::111122223333:role/orders',
    accountId: '111122223333',
  })
  const cells = [
    identity,
    's3.amazonaws.com',
    'ListBuckets',
    'eu-west-1',
    '2026-01-02T03:04:05Z',
    '2026-01-05T03:04:05Z',
    '12',
  ]
  const csv = [
    'useridentity,eventsource,eventname,awsregion,eventtime,lasttime,calls',
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  ].join('\n')
  await openLog(page, 'result.csv', Buffer.from(csv), 'text/csv')
  await tab(page, 'What is needed').click()
  const needs = page.getByRole('tabpanel', { name: 'What is needed' })
  await expect(needs.getByText('From 12 calls.')).toBeVisible()
  await expect(needs.locator('pre').first()).toContainText('s3:ListAllMyBuckets')
})

test('files that are opened together are asked about as one log', async ({ page }) => {
  const trailOf = (seed: number) => JSON.stringify({ Records: [...sampleTrail({ events: 400, seed })] })
  await openLogPage(page)
  const files = [1, 2].map((seed) => ({
    name: `trail-${seed}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(trailOf(seed)),
  }))
  await page.locator('input[type=file]').first().setInputFiles(files)
  await tab(page, 'What is needed').click()
  const panel = page.getByRole('tabpanel', { name: 'What is needed' })
  await panel.getByRole('combobox', { name: 'User or role' }).selectOption('')
  await expect(panel.getByText('From 800 calls.')).toBeVisible()
})

test('without a log the questions say what they need', async ({ page }) => {
  await openApp(page)
  await page.goto('./#/trail')
  await tab(page, 'What would break').click()
  await expect(page.getByRole('tabpanel', { name: 'What would break' })).toContainText('Open CloudTrail files first')
})
