import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { openApp, openPutObjectCase } from './workbench'

async function expectNoViolations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })),
  )
  expect(told).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('the empty page has no violation', async ({ page }) => {
      await openApp(page)
      await expect(page.getByRole('button', { name: /Nothing allows s3:PutObject/ })).toBeVisible()
      await expectNoViolations(page)
    })

    test('the workbench with a verdict has no violation', async ({ page }) => {
      await openPutObjectCase(page)
      await expectNoViolations(page)
    })

    test('an example with unknown keys has no violation', async ({ page }) => {
      await openApp(page)
      await page.getByRole('button', { name: /Access keys, and a policy that asks for MFA/ }).click()
      await expect(page.getByRole('region', { name: 'Verdict' })).not.toHaveAttribute('data-decision', 'none')
      await expectNoViolations(page)
    })

    test('the dialogs have no violation', async ({ page }) => {
      await openPutObjectCase(page)
      await page.getByRole('button', { name: 'Share' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectNoViolations(page)
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectNoViolations(page)
    })

    test('the learn page has no violation', async ({ page }) => {
      await page.goto('./#/learn')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoViolations(page)
    })
  })
}

test('the narrow page has no violation and no sideways scroll', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openPutObjectCase(page)
  await expectNoViolations(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
