import { expect, test } from '@playwright/test'
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
