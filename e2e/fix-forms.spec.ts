import { expect, test } from '@playwright/test'
import { layer, openPutObjectCase, verdict } from './workbench'

test('a fix is also a command, Terraform and CDK code', async ({ page }) => {
  await openPutObjectCase(page)
  await page.getByRole('tab', { name: 'Fix', exact: true }).click()
  const fix = page.getByRole('list', { name: 'Fixes' }).getByRole('listitem').first()
  await fix.getByText('As code').first().click()
  const code = fix.getByRole('group', { name: 'As code' })
  const text = code.locator('pre')
  await expect(text).toContainText('aws iam put-user-policy --user-name deploy-bot')
  await code.getByText('PowerShell', { exact: true }).click()
  await expect(text).toContainText('--policy-document "file://$policyDocument"')
  await code.getByText('Terraform').click()
  await expect(text).toContainText('resource "aws_iam_user_policy"')
  await code.getByText('CDK').click()
  await expect(text).toContainText('new iam.Policy(this,')
  await code.getByText('Policy', { exact: true }).click()
  await expect(text).toContainText('"Version": "2012-10-17"')
})

test('after a fix, the answer says what the change does and that AWS does not have it yet', async ({ page }) => {
  await openPutObjectCase(page)
  await expect(verdict(page)).toContainText('AWS says the same')
  await page.getByRole('tab', { name: 'Fix', exact: true }).click()
  await page.getByRole('list', { name: 'Fixes' }).getByRole('button', { name: 'Try this fix' }).first().click()
  await expect(layer(page, 'identity')).toHaveAttribute('data-status', 'allows')
  await expect(verdict(page)).toContainText('Your change allows it')
  await expect(verdict(page)).toContainText('Not in AWS yet')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(verdict(page)).toContainText('AWS says the same')
})
