import { expect, test } from '@playwright/test'

test('a case goes out as Markdown, and on paper', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/')
  await page
    .getByRole('button', { name: /An administrator, stopped by an SCP/ })
    .first()
    .click()
  await expect(page.getByRole('region', { name: 'Verdict' })).toHaveAttribute('data-decision', 'explicitDeny')
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect(page.getByText('Copied')).toBeVisible()
  const markdown = await page.evaluate(() => navigator.clipboard.readText())
  expect(markdown).toContain('region-guard')
  expect(markdown).toContain('```diff')
  expect(markdown).toMatch(/\[XX\] Service control policies/)

  const printed = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        window.print = () => resolve(document.querySelector('.printed-report')?.textContent ?? '')
      }),
  )
  await page.getByRole('button', { name: 'Print' }).click()
  const paper = await printed
  expect(paper).toContain('Denied by a service control policy')
  expect(paper).toContain('AWS says: explicit deny in a service control policy')
  expect(paper).toMatch(/region-guard, line \d+/)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { name: /Denied by a service control policy/, level: 1 })).toBeVisible()
  await expect(page.getByRole('textbox', { name: /Paste an error/ })).toBeHidden()
})
