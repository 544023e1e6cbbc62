import { expect, test, type Page } from '@playwright/test'
import { expectVerdict, holdBack, openApp, openPutObjectCase } from './workbench'

const fixes = (page: Page) => page.getByRole('list', { name: 'Fixes' })
const diffs = (page: Page) => fixes(page).locator('.monaco-diff-editor')

/** Where the page is wide, the first change is drawn in the policy too; here it stands in the list alone. */
const NARROW = { width: 860, height: 900 }

test.use({ viewport: NARROW })

async function openFixes(page: Page) {
  await page.getByRole('tab', { name: 'Fix', exact: true }).click()
  await fixes(page).getByRole('button', { name: 'Try this fix' }).first().scrollIntoViewIfNeeded()
  await expect(diffs(page).first()).toBeVisible()
}

test('a fix shows its change in the editor’s colours, with words for those who listen', async ({ page }) => {
  await openPutObjectCase(page)
  await openFixes(page)
  const diff = diffs(page).first()
  await expect(diff.locator('.view-line', { hasText: '"s3:PutObject"' })).toBeVisible()
  await expect(diff.locator('.line-insert').first()).toBeVisible()
  await expect(fixes(page).locator('pre').first()).toContainText('added: "Action": "s3:PutObject"', {
    useInnerText: true,
  })
  // Only what is near the change is there, and all of it: nothing scrolls within.
  await expect(diff.locator('.view-line', { hasText: '"Version"' })).toHaveCount(0)
  await expect(diff.locator('.view-line', { hasText: '"uploads/file.txt"' })).toHaveCount(0)
  const box = await diff.boundingBox()
  const last = await diff.locator('.modified-in-monaco-diff-editor .view-line').last().boundingBox()
  expect(last!.y + last!.height).toBeLessThanOrEqual(box!.y + box!.height)
})

test('the Tab key goes through a change, and other ways to repair have a change of their own', async ({ page }) => {
  await openPutObjectCase(page)
  await openFixes(page)
  await page.getByRole('tab', { name: 'Fix', exact: true }).focus()
  const apply = fixes(page).getByRole('button', { name: 'Try this fix' }).first()
  for (let stops = 0; stops < 6 && !(await apply.evaluate((button) => button === document.activeElement)); stops += 1)
    await page.keyboard.press('Tab')
  await expect(apply).toBeFocused()
  await expect(diffs(page)).toHaveCount(1)
  await fixes(page)
    .getByText(/another way|other ways/i)
    .first()
    .click()
  await expect(diffs(page).nth(1)).toBeVisible()
})

test('a change follows the policy as it is typed', async ({ page }) => {
  await openPutObjectCase(page)
  await openFixes(page)
  await page.locator('.policy-sign').first().waitFor()
  await page.getByRole('textbox', { name: 'Identity-based policy Policy 1' }).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.type('\n"Id": "first",')
  await page.keyboard.press('Control+End')
  await expectVerdict(page, 'implicitDeny', 'identity')
  await expect(fixes(page).locator('pre').first()).toContainText('s3:PutObject')
  await expect(diffs(page).first().locator('.line-insert').first()).toBeVisible()
})

test('what the request could do instead stands above the change', async ({ page }) => {
  await openApp(page)
  await page.getByRole('button', { name: /Access keys, and a policy that asks for MFA/ }).click()
  await openFixes(page)
  const remedy = page.getByRole('list', { name: 'Fixes' }).getByText('Sign in with MFA')
  const [said, change] = [await remedy.boundingBox(), await diffs(page).first().boundingBox()]
  expect(said!.y).toBeLessThan(change!.y)
})

test('a change that is still being compared stands as plain lines, and nothing is drawn over what is below', async ({
  page,
}) => {
  const letGo = await holdBack(page, /\/assets\/editor\.worker-[^/]*\.js$/)
  await openPutObjectCase(page)
  const diff = fixes(page).locator('[data-diff]').first()
  await expect(diff.locator('.monaco-editor').first()).toBeAttached()
  await expect(diff).toHaveCSS('opacity', '0')
  letGo()
  await expect(diff).toHaveCSS('opacity', '1')
})

test('on a wide page the change is drawn in the policy too, each line with its sign', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await openPutObjectCase(page)
  const added = page.getByRole('region', { name: 'Policies', exact: true }).locator('.policy-added')
  await expect(added).toContainText('"Action": "s3:PutObject"')
  const lines = await added.locator('> div').count()
  await expect(page.locator('.policy-added-margin > div')).toHaveText(Array.from({ length: lines }, () => '+'))
})
