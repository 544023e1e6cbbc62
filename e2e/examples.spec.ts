import { expect, test } from '@playwright/test'
import { EXAMPLES } from '../src/lessons/examples'
import { expectVerdict, openApp } from './workbench'

for (const { title, expect: expected } of EXAMPLES) {
  test(`the example “${title}” opens with one click to its verdict`, async ({ page }) => {
    await openApp(page)
    await page.getByRole('button', { name: title }).click()
    await expectVerdict(page, expected.decision, expected.layer)
  })
}

test('the menu opens an example by keyboard, and undo brings back what was there', async ({ page }) => {
  await openApp(page)
  await page.getByRole('textbox', { name: 'Paste an error, event, policy or link' }).fill('mine')
  await page.getByRole('button', { name: 'Examples' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Verdict' })).not.toHaveAttribute('data-decision', 'none')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('textbox', { name: 'Paste an error, event, policy or link' })).toHaveValue('mine')
})
