import { expect, test } from '@playwright/test'
import { expectNoViolations } from './axe'
import { gate, openPutObjectCase, openTab } from './workbench'

test('the explorer has no violation', async ({ page }) => {
  test.slow()
  await openPutObjectCase(page)
  await page.getByRole('link', { name: 'Explore actions' }).click()
  await expect(page.getByRole('status')).toHaveText(/^\d+ of \d+ actions shown/)
  await expectNoViolations(page)
})

test('the explorer and the log view without a case have no violation', async ({ page }) => {
  test.slow()
  for (const place of ['explore', 'trail']) {
    await page.goto('about:blank')
    await page.goto(`./#/${place}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoViolations(page)
  }
})

test('a step of the gates, and names that are replaced, have no violation', async ({ page }) => {
  test.slow()
  await openPutObjectCase(page)
  await openTab(page, 'Path')
  await page.getByRole('button', { name: 'Step forward' }).click()
  await expect(page.getByRole('button', { name: 'Copy link to this step' })).toBeVisible()
  await expect(gate(page, 'identity').getByRole('button')).toHaveAttribute('data-ahead', 'true')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('checkbox', { name: 'All' }).check()
  await expect(page.getByText('the verdict, the layer and the statement are the same')).toBeVisible()
  await expectNoViolations(page, '[role=dialog]')
})

test('a step of a lesson has no violation', async ({ page }) => {
  test.slow()
  await page.goto('./#/learn/three-blockers/3')
  await expect(page.getByRole('region', { name: 'Watch the gates' })).toBeVisible()
  await expectNoViolations(page)
})
