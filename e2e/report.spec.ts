import { expect } from '@playwright/test'
import { test } from './kept-page'
import { expectVerdict, openApp, paste } from './workbench'

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
  expect(markdown).toMatch(/\[XX\] SCPs/)

  const printed = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        window.print = () => resolve(document.querySelector('.printed-report')?.textContent ?? '')
      }),
  )
  await page.getByRole('button', { name: 'Print' }).click()
  const paper = await printed
  expect(paper).toContain('An SCP denies dynamodb:CreateTable; no one in account 111122223333 can change it.')
  expect(paper).toContain('region-guard on Workloads OU (statement DenyOutsideEurope) allows only eu-central-1')
  expect(paper).toContain('AWS says: explicit deny in an SCP')
  expect(paper).toMatch(/region-guard, line \d+/)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { name: /^An SCP denies/, level: 1 })).toBeVisible()
  await expect(page.getByRole('textbox', { name: /Paste an error/ })).toBeHidden()
})

const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const policy = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)

/** A read that its key denies: a check of the call that the error does not name. */
const CALL = {
  version: 1,
  error: 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
  request: {
    principal: 'arn:aws:iam::123456789012:user/dana',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::reports/q3.pdf',
  },
  policies: {
    identity: [
      { name: 'read', document: policy({ Effect: 'Allow', Action: ['s3:GetObject', 'kms:Decrypt'], Resource: '*' }) },
    ],
  },
  facts: { kmsGrants: [{ grantee: 'arn:aws:iam::123456789012:role/backup', operations: ['Decrypt'] }] },
  linked: [
    {
      action: 'kms:Decrypt',
      resource: KEY,
      policy: {
        name: 'key policy',
        document: policy(
          ...Array.from({ length: 6 }, (_, index) => ({
            Sid: `Team${index}`,
            Effect: 'Deny',
            Principal: '*',
            Action: 'kms:Decrypt',
            Resource: '*',
          })),
        ),
      },
    },
  ],
}

test('every check of a call is on the paper, whole, with other names where they are replaced', async ({ page }) => {
  await openApp(page)
  await paste(page, JSON.stringify(CALL))
  await expectVerdict(page, 'explicitDeny', 'resource')
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('checkbox', { name: /account ids/i }).check()
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await page.getByRole('button', { name: 'Print' }).click()
  await page.emulateMedia({ media: 'print' })
  const paper = page.locator('.printed-report')
  await expect(paper.getByRole('heading', { level: 1 })).toContainText('denies')
  await expect(paper.getByRole('heading', { name: 'Checks of this call' })).toBeVisible()
  await expect(paper).toContainText('denied by the key policy')
  await expect(paper).toContainText('Grants on the KMS key')
  await expect(paper).not.toContainText('123456789012')
  const cut = await paper
    .locator('pre')
    .evaluateAll((all) => all.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1).length)
  expect(cut).toBe(0)
})
