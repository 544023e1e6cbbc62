import { expect } from '@playwright/test'
import { test } from './kept-page'
import { expectNoViolations } from './axe'

const policy = (...Statement: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement })

const BEFORE = policy({
  Effect: 'Allow',
  Action: ['s3:PutObject', 's3:DeleteObject'],
  Resource: 'arn:aws:s3:::site/new/*',
})
const AFTER = policy({ Effect: 'Allow', Action: 's3:Put*', Resource: 'arn:aws:s3:::site/*' })

test('compares two versions of a policy, and opens what proves a change as a case', async ({ page }) => {
  await page.goto('/#/compare')
  await page.getByRole('textbox', { name: 'Before' }).fill(BEFORE)
  await page.getByRole('textbox', { name: 'After' }).fill(AFTER)
  const changes = page.getByRole('list', { name: 'Changes' })
  await expect(changes.locator('[data-kind="new"]')).toHaveCount(2)
  await expect(changes.locator('[data-kind="lost"]')).toContainText('s3:DeleteObject on arn:aws:s3:::site/new/*')
  await expect(page.getByRole('region', { name: 'Comparison' })).toContainText('complete: nothing else differs')
  await expectNoViolations(page)

  await page.getByRole('button', { name: 'Swap' }).click()
  await expect(changes.locator('[data-kind="lost"]')).toHaveCount(2)

  const copied = page.getByRole('button', { name: 'Copy link' })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await copied.click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const other = await page.context().newPage()
  await other.goto(link)
  await expect(other.getByRole('list', { name: 'Changes' }).locator('[data-kind="lost"]')).toHaveCount(2)
  await other.close()

  await page.getByRole('textbox', { name: 'After' }).fill('{"Version": "2012-10-17", "Statement": [{')
  await expect(page.getByText(/under “After” is not valid JSON/)).toBeVisible()
  await page.getByRole('textbox', { name: 'After' }).fill(BEFORE)

  await changes.getByRole('listitem').first().getByRole('button', { name: 'Open as a case' }).click()
  await expect(page.getByRole('region', { name: 'Verdict', exact: true })).toBeVisible()
})

test('holds a change to checks, and keeps a request that proves it as a test', async ({ page }) => {
  await page.goto('/#/compare')
  await page.getByRole('textbox', { name: 'Before' }).fill(BEFORE)
  await page.getByRole('textbox', { name: 'After' }).fill(AFTER)
  const checks = page.getByRole('list', { name: 'Checks' })
  await expect(checks.locator('[data-check="no-new-access"]')).toHaveAttribute('data-result', 'fails')
  await page.getByText('Check that the new version does not grant').click()
  await page.getByRole('textbox', { name: 'Actions' }).fill('s3:DeleteObject, iam:*')
  const granted = checks.locator('[data-check="access-not-granted"]')
  await expect(granted).toHaveAttribute('data-result', 'passes')
  await page.getByRole('textbox', { name: 'Actions' }).fill('s3:PutObjectAcl')
  await expect(granted).toHaveAttribute('data-result', 'fails')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy link' }).click()
  const other = await page.context().newPage()
  await other.goto(await page.evaluate(() => navigator.clipboard.readText()))
  await expect(other.locator('[data-check="access-not-granted"]')).toHaveAttribute('data-result', 'fails')
  await other.close()
  await expect(page.getByRole('region', { name: 'The same in both' })).toContainText('arn:aws:s3:::site/new/*')
  await expectNoViolations(page)

  await page.getByRole('button', { name: 'Keep as a test: must not pass' }).first().click()
  await page.getByRole('tab', { name: 'Checks' }).click()
  const tests = page.getByRole('region', { name: 'Tests' })
  await expect(tests.locator('[data-expect="denied"]')).toHaveAttribute('data-met', 'false')
  await tests.getByRole('button', { name: 'must pass', exact: true }).click()
  // Of one request the newest expectation counts.
  await expect(tests.locator('[data-expect="allowed"]')).toHaveAttribute('data-met', 'true')
  await expect(tests.locator('[data-expect]')).toHaveCount(1)
  await tests.getByRole('button', { name: 'Remove' }).click()
  await expect(tests.locator('[data-expect]')).toHaveCount(0)
  await expectNoViolations(page)
})
