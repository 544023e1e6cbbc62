import { expect, type Page } from '@playwright/test'
import { test } from './kept-page'
import {
  choose,
  expectVerdict,
  layer,
  openApp,
  openPutObjectCase,
  paste,
  RUN_INSTANCES_ERROR,
  policyPane,
  verdict,
} from './workbench'

const ALLOW_ALL = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'
const REGION_GUARD = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "DenyOutsideEurope",
      "Effect": "Deny",
      "NotAction": ["iam:*", "sts:*"],
      "Resource": "*",
      "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", "eu-central-1"] } }
    }
  ]
}`

const tab = (page: Page, name: string) =>
  page.getByRole('tablist', { name: 'Policy layers' }).getByRole('tab', { name, exact: true })

/** Puts a policy into an empty layer. */
async function give(page: Page, layer: string, text: string) {
  await tab(page, layer).click()
  await page.getByRole('textbox', { name: `Paste a policy: ${layer}` }).fill(text)
  await page.getByRole('button', { name: 'Add this policy' }).click()
}

/** The editor with a policy of a layer, once it has taken the place of the plain text area. */
async function editorOf(page: Page, layer: string) {
  const editor = policyPane(page)
    .locator('.monaco-editor')
    .getByRole('textbox', { name: `${layer} policy ` })
  await expect(editor).toBeVisible()
  return editor
}

/** Replaces the text of the policy in the editor, as a paste over all of it does. */
async function rewrite(page: Page, layer: string, text: string) {
  const editor = await editorOf(page, layer)
  await editor.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await editor.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

async function openScpCase(page: Page) {
  await openApp(page)
  await paste(page, RUN_INSTANCES_ERROR)
  await expect(verdict(page)).toHaveAttribute('data-basis', 'claimed')
  await give(page, 'Identity-based', ALLOW_ALL)
  await give(page, 'Service control (SCP)', REGION_GUARD)
  await expect(verdict(page)).toHaveAttribute('data-basis', 'proven')
  await expectVerdict(page, 'explicitDeny', 'scp')
}

test('a tab for each of the seven layers, walked with the arrow keys', async ({ page }) => {
  await openApp(page)
  const tabs = page.getByRole('tablist', { name: 'Policy layers' }).getByRole('tab')
  const names = [
    'Resource control (RCP)',
    'Service control (SCP)',
    'VPC endpoint',
    'Resource-based',
    'Identity-based',
    'Permissions boundary',
    'Session',
  ]
  await expect(tabs).toHaveCount(names.length)
  for (const [index, name] of names.entries()) await expect(tabs.nth(index)).toHaveAccessibleName(name)
  await tabs.first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(tab(page, 'Service control (SCP)')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('End')
  await expect(tab(page, 'Session')).toHaveAttribute('aria-selected', 'true')
})

test('"none attached" is another thing than "not given", and a change of mind loses no policy; several policies in a layer: add, rename, remove', async ({
  page,
}) => {
  await openPutObjectCase(page)
  await tab(page, 'Permissions boundary').click()
  await expect(layer(page, 'boundary')).toHaveAttribute('data-status', 'notGiven')
  await choose(page, 'None attached')
  await expect(layer(page, 'boundary')).toHaveAttribute('data-status', 'none')
  await expect(page.getByText('No boundary limits the identity.')).toBeVisible()
  await choose(page, 'Not given')
  await expect(layer(page, 'boundary')).toHaveAttribute('data-status', 'notGiven')

  await tab(page, 'Identity-based').click()
  await choose(page, 'None attached')
  await expect(layer(page, 'identity')).toHaveAttribute('data-status', 'none')
  await expect(page.getByText('is kept but not used')).toBeVisible()
  await choose(page, 'Given')
  await expect(layer(page, 'identity')).toHaveAttribute('data-status', 'implicitDeny')

  const policies = page.getByRole('list', { name: 'Identity-based' })
  await expect(policies.getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: 'Add a policy: Identity-based' }).click()
  await page.getByRole('menuitem', { name: /^AdministratorAccess/ }).click()
  await expect(policies.getByRole('listitem')).toHaveCount(2)
  await expect(layer(page, 'identity')).toHaveAttribute('data-status', 'allows')

  await page.getByRole('button', { name: 'Rename AdministratorAccess' }).click()
  await page.getByRole('textbox', { name: 'Policy name' }).fill('Admins')
  await page.keyboard.press('Enter')
  await expect(policies.getByRole('button', { name: 'Admins', exact: true })).toHaveAttribute('aria-pressed', 'true')

  await page.getByRole('button', { name: 'Remove Admins' }).click()
  await expect(policies.getByRole('listitem')).toHaveCount(1)
  await expectVerdict(page, 'implicitDeny', 'identity')

  // A policy that came on one line is laid out; so is what was typed, by one press.
  await paste(page, JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 's3:Put*', Resource: '*' }] }))
  const lines = policyPane(page).locator('.view-line')
  await expect(lines.filter({ hasText: '"Action": "s3:Put*"' })).toHaveCount(1)
  await lines.filter({ hasText: '"Statement"' }).click()
  await page.keyboard.press('End')
  await page.keyboard.type('      ')
  await page.getByRole('button', { name: 'Format', exact: true }).click()
  await expect(lines.filter({ hasText: '"Action": "s3:Put*"' })).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Format', exact: true })).toHaveCount(0)
})

test('an AWS managed policy is found and added by its name', async ({ page }) => {
  await openPutObjectCase(page)
  await tab(page, 'Permissions boundary').click()
  await page.getByRole('button', { name: 'Add a policy: Permissions boundary' }).click()
  await page.getByRole('menuitem', { name: 'AWS managed policy by name' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add an AWS managed policy' })
  await expect(dialog.getByRole('option').first()).toContainText('AdministratorAccess')
  await page.keyboard.type('no such policy')
  await expect(dialog.getByRole('status')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('s3 readonly')
  await expect(dialog.getByRole('option').first()).toContainText('AmazonS3ReadOnlyAccess')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'AmazonS3ReadOnlyAccess', exact: true })).toBeVisible()
  await expect(policyPane(page).locator('.view-lines')).toContainText('"s3:Get*"')
  await expect(layer(page, 'boundary')).toHaveAttribute('data-status', 'implicitDeny')
})

test('levels from the root to the account, each of which must allow', async ({ page }) => {
  await openScpCase(page)
  const levels = page.getByRole('list', { name: 'Levels from the root to the account' })
  await expect(levels.getByRole('textbox', { name: 'Level' })).toHaveCount(2)
  await page.getByRole('button', { name: 'Add an OU' }).click()
  await expect(levels.getByRole('textbox', { name: 'Level' })).toHaveCount(3)
  await expect(levels.getByText('no policy: allows nothing')).toBeVisible()

  const level = levels.getByRole('textbox', { name: 'Level' }).nth(1)
  await level.fill('Workloads')
  await level.press('Enter')
  await page.getByRole('button', { name: 'Add a policy: Workloads' }).click()
  await page.getByRole('menuitem', { name: /^FullAWSAccess/ }).click()
  await expect(levels.getByText('no policy: allows nothing')).toBeHidden()

  await page.getByRole('button', { name: 'Remove the level Workloads' }).click()
  await expect(levels.getByRole('textbox', { name: 'Level' })).toHaveCount(2)
  await expectVerdict(page, 'explicitDeny', 'scp')
})

test('broken JSON keeps its text and says what is wrong; the other layers stay judged', async ({ page }) => {
  await openScpCase(page)
  await tab(page, 'Identity-based').click()
  await rewrite(page, 'Identity-based', '{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": }]\n}')

  const problems = page.getByRole('list', { name: 'Problems' })
  await expect(problems.getByRole('button').first()).toContainText('Line 3: A value was expected here.')
  await expect(policyPane(page).locator('.squiggly-error').first()).toBeVisible()
  await expect(policyPane(page).locator('.view-lines')).toContainText('"Effect":')
  await expect(layer(page, 'scp')).toHaveAttribute('data-status', 'explicitDeny')
  await expectVerdict(page, 'explicitDeny', 'scp')
})

test('the text shows what each statement does to this request; an edit is judged at once, and undone in the editor', async ({
  page,
}) => {
  await openScpCase(page)
  await tab(page, 'Service control (SCP)').click()
  await editorOf(page, 'Service control (SCP)')
  await expect(policyPane(page).locator('.policy-sign-denies')).toHaveCount(1)
  await expect(policyPane(page).locator('.policy-tint').first()).toBeVisible()
  await expect(policyPane(page).locator('.policy-fault').first()).toContainText('eu-west-1')
  await policyPane(page).locator('.policy-sign-denies').hover()
  await expect(page.locator('.monaco-hover').getByText('This statement denies the request.')).toBeVisible()

  await rewrite(page, 'Service control (SCP)', REGION_GUARD.replace('eu-west-1', 'us-east-1'))
  await expect(layer(page, 'scp')).toHaveAttribute('data-status', 'allows')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(layer(page, 'scp')).toHaveAttribute('data-status', 'explicitDeny')
})

test('Tab leads into the editor and out of it', async ({ page }) => {
  await openPutObjectCase(page)
  const editor = await editorOf(page, 'Identity-based')
  await editor.focus()
  await page.keyboard.press('Tab')
  await expect(editor).not.toBeFocused()
  await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible()
})

test('the first verdict does not wait for the editor, and a page without it can still be used', async ({ page }) => {
  await page.route(/monaco-.*\.js/, (route) => route.abort())
  await openPutObjectCase(page)
  const area = page.getByRole('textbox', { name: /^Identity-based policy / })
  await expect(area).toHaveValue(/s3:GetObject/)
  await area.fill(ALLOW_ALL)
  await expect(layer(page, 'identity')).toHaveAttribute('data-status', 'allows')
  expect(await policyPane(page).locator('.monaco-editor').count()).toBe(0)
})

test('what a tool printed is taken apart, and a text that is no policy is kept', async ({ page }) => {
  await openPutObjectCase(page)
  await give(
    page,
    'Permissions boundary',
    `{ "UserName": "deploy-bot", "PolicyName": "limits", "PolicyDocument": ${ALLOW_ALL} }`,
  )
  await expect(page.getByRole('button', { name: 'limits', exact: true })).toBeVisible()
  await expect(layer(page, 'boundary')).toHaveAttribute('data-status', 'allows')
  await give(page, 'Session', 'Version: 2012-10-17')
  await expect(page.getByRole('list', { name: 'Problems' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Session' }).getByRole('button').first()).toHaveAccessibleDescription(
    'not valid JSON',
  )
})
