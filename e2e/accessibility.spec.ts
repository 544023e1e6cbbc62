import { expect } from '@playwright/test'
import { test } from './kept-page'
import { expectNoViolations, expectNoViolationsInAnyTheme } from './axe'
import { openApp, openPutObjectCase } from './workbench'

test('the empty page has no violation', async ({ page }) => {
  test.slow()
  await openApp(page)
  await expect(page.getByRole('button', { name: /Nothing allows s3:PutObject/ })).toBeVisible()
  await page.evaluate(() => {
    const begun: string[] = []
    Object.assign(window, { begun })
    document.addEventListener('transitionrun', ({ propertyName }) => begun.push(propertyName))
  })
  await expectNoViolationsInAnyTheme(page)
  // Who wants no motion gets none, however short: each would be one of every element.
  expect(await page.evaluate(() => (window as unknown as { begun: readonly string[] }).begun)).toEqual([])
})

test('an example with unknown keys has no violation', async ({ page }) => {
  test.slow()
  await openApp(page)
  await page.getByRole('button', { name: /Access keys, and a policy that asks for MFA/ }).click()
  await expect(page.getByRole('region', { name: 'Verdict' })).not.toHaveAttribute('data-decision', 'none')
  await expectNoViolations(page)
})

test('the dialogs have no violation', async ({ page }) => {
  test.slow()
  await openPutObjectCase(page)
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoViolations(page, '[role=dialog]')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoViolations(page, '[role=dialog]')
})

test('the narrow page has no violation and no sideways scroll', async ({ page }) => {
  test.slow()
  await page.setViewportSize({ width: 390, height: 844 })
  await openPutObjectCase(page)
  await expectNoViolations(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
