import { expect } from '@playwright/test'
import { test } from './kept-page'
import { openPutObjectCase } from './workbench'

test('explores what the principal of a case may do, filters it and saves it', async ({ page }) => {
  await openPutObjectCase(page)
  await page.getByRole('link', { name: 'Explore actions' }).click()
  const table = page.getByRole('table', { name: 'Actions' })
  await expect(page.getByRole('status')).toHaveText(/^\d+ of \d+ actions shown/)
  await expect(page.getByRole('checkbox', { name: 'Assume none in the layers not pasted' })).toBeChecked()
  await page.getByRole('textbox', { name: 'Action contains' }).fill('getobject')
  await expect(
    table.locator('[data-decision="allowed"]').getByRole('button', { name: 's3:GetObject', exact: true }),
  ).toBeVisible()
  // What nothing allows is no alarm: the sign and the word tell it, on the list's own ground.
  const acl = table.getByRole('row', { name: /s3:GetObjectAcl/ })
  await expect(acl).toContainText('Implicit deny')
  expect(await acl.getByText('Implicit deny').evaluate((chip) => getComputedStyle(chip).backgroundColor)).toBe(
    'rgba(0, 0, 0, 0)',
  )
  await page.getByText(/^Denied \d/).click()
  await expect(table.getByRole('button', { name: 's3:GetObjectAcl', exact: true })).toBeVisible()
  await expect(table.getByRole('button', { name: 's3:GetObject', exact: true })).toHaveCount(0)
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  expect((await saving).suggestedFilename()).toBe('actions.csv')
  await page.getByRole('combobox', { name: 'Service', exact: true }).selectOption('*')
  await expect(page.getByRole('status')).toHaveText(/of \d\d,\d{3} actions shown/, { timeout: 30_000 })
  await table.getByRole('button', { name: 's3:GetObjectAcl', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('s3:GetObjectAcl')
})
