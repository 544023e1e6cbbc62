import { expect, test } from '@playwright/test'
import { openPutObjectCase } from './workbench'

test('the editor completes actions, explains them, and fixes what is misspelled', async ({ page }) => {
  await openPutObjectCase(page)
  const line = page.locator('.view-line', { hasText: '"s3:GetObject"' })
  await line.click()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('Tagg')
  await expect(page.locator('.suggest-widget').getByRole('option', { name: /s3:GetObjectTagging/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('.view-line', { hasText: '"s3:GetObjectTagging"' })).toBeVisible()
  await page.keyboard.type('x')
  await page.keyboard.press('Escape')
  const problems = page.getByRole('list', { name: 'Problems' })
  await expect(problems).toContainText('has no action "s3:GetObjectTaggingx"')
  await problems.getByRole('button', { name: 'Replace with "s3:GetObjectTagging"' }).click()
  await expect(page.locator('.view-line', { hasText: '"s3:GetObjectTagging"' })).toBeVisible()
  await expect(problems).toHaveCount(0)
})
