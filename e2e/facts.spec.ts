import { expect, type Page } from '@playwright/test'
import { test } from './kept-page'
import { together } from './together'
import { expectNoViolations } from './axe'
import { choose, expectVerdict, layer, notices, openApp, openTab, paste, verdict } from './workbench'

/** What S3 says when KMS refused: neither who, nor what, nor on which key. */
const BARE_ERROR = 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied'
const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'

const policyOf = (...statements: readonly unknown[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)

const READ = policyOf(
  { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' },
  { Sid: 'Keys', Effect: 'Allow', Action: 'kms:Decrypt', Resource: KEY },
)

/** A key policy that neither names the caller nor leaves the key to the account's own policies. */
const KEY_POLICY = policyOf({
  Sid: 'Admins',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::123456789012:role/key-admin' },
  Action: 'kms:*',
  Resource: '*',
})

const checks = (page: Page) => page.getByRole('region', { name: 'Checks of this call' })
const facts = (page: Page) => page.getByRole('region', { name: 'Facts about this request' })

/** A read that its identity-based policy allows and that AWS denied without a word. */
async function openReadCase(page: Page) {
  await openApp(page)
  await paste(page, READ)
  await page.getByRole('button', { name: /into Identity-based$/ }).click()
  await paste(page, BARE_ERROR)
  await page.getByRole('textbox', { name: 'Principal' }).fill('arn:aws:iam::123456789012:user/dana')
  await page.getByRole('textbox', { name: 'Resource', exact: true }).fill('arn:aws:s3:::reports/2026/q3.pdf')
  await expect(verdict(page)).toHaveAttribute('data-basis', 'likely')
}

async function noneAttached(page: Page, ...tabs: readonly string[]) {
  for (const name of tabs) {
    await page.getByRole('tab', { name, exact: true }).click()
    await choose(page, 'None attached')
  }
}

async function addDecrypt(page: Page) {
  await openTab(page, 'Checks')
  await page.getByRole('button', { name: /^Check kms:Decrypt/ }).click()
  await checks(page)
    .getByRole('button', { name: `Set the resource to ${KEY}` })
    .click()
  await expect(checks(page).getByRole('textbox', { name: 'Resource' })).toHaveValue(KEY)
}

async function openFacts(page: Page) {
  await facts(page).getByText('Account facts').click()
}

test('a denial that KMS causes is found, a grant on the key lets the check pass, and everything comes back from a link', async ({
  page,
}) => {
  test.slow()
  await openReadCase(page)
  await noneAttached(
    page,
    'Resource-based',
    'Permissions boundary',
    'Service control (SCP)',
    'Resource control (RCP)',
    'VPC endpoint',
  )
  await expect(verdict(page)).toHaveAttribute('data-basis', 'likely')
  await addDecrypt(page)
  await expect(checks(page)).toContainText('kms:Decrypt · depends on the key policy')
  await expect(checks(page)).toContainText('s3:GetObject · allowed')
  await expectVerdict(page, 'depends', 'none')

  await paste(page, `${BARE_ERROR}\n\n${KEY_POLICY}`)
  await expect(notices(page)).toContainText('Added key policy to Resource-based of kms:Decrypt.')
  await expectVerdict(page, 'implicitDeny', 'resource')
  await expect(checks(page)).toContainText('kms:Decrypt · not allowed by the key policy')
  await expect(checks(page)).toContainText('One denial ends the call.')
  await expect(page.getByRole('tab', { name: 'Resource-based' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('tabpanel', { name: 'Resource-based' })).toContainText('key-admin')

  await checks(page)
    .getByRole('button', { name: /^s3:GetObject/ })
    .click()
  await expect(verdict(page)).toHaveAttribute('data-basis', 'likely')
  await expect(layer(page, 'resource')).toHaveAttribute('data-status', 'none')

  await checks(page)
    .getByRole('button', { name: /^kms:Decrypt/ })
    .click()
  await page.getByRole('tab', { name: 'Fix', exact: true }).click()
  await page.getByRole('button', { name: 'Try this fix', exact: true }).first().click()
  await expectVerdict(page, 'allowed', 'none')
  await expect(checks(page)).toContainText('All checks pass.')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expectVerdict(page, 'implicitDeny', 'resource')

  await openFacts(page)
  const grants = facts(page).getByRole('textbox', { name: 'Grants on the KMS key' })
  await grants.fill('dana Decrypt')
  await expect(facts(page)).toContainText('“dana” isn’t an ARN of a user')
  await expectVerdict(page, 'implicitDeny', 'resource')
  // As much as the command prints of a key with many grants.
  const dana = { GranteePrincipal: 'arn:aws:iam::123456789012:user/dana', Operations: ['Decrypt'] }
  const others = Array.from({ length: 60 }, (_, at) => ({
    GranteePrincipal: `arn:aws:iam::123456789012:role/worker-${at}`,
    Operations: ['Encrypt'],
  }))
  await grants.fill(JSON.stringify({ Grants: [...others, dana] }, null, 4))
  await expectVerdict(page, 'allowed', 'none')
  await grants.fill(JSON.stringify({ Grants: [dana] }))
  await expectVerdict(page, 'allowed', 'none')
  await expect(checks(page)).toContainText('All checks pass.')

  await page.getByRole('button', { name: 'Share' }).click()
  const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue()
  await page.goto('about:blank')
  await page.goto(link)
  await expect(checks(page)).toContainText('kms:Decrypt · allowed')
  await expect(facts(page).getByRole('textbox', { name: 'Grants on the KMS key' })).toHaveValue(
    'arn:aws:iam::123456789012:user/dana Decrypt',
  )
  await facts(page).getByRole('button', { name: 'Take back: Grants on the KMS key' }).click()
  await expectVerdict(page, 'implicitDeny', 'resource')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(checks(page)).toContainText('All checks pass.')
  // AWS denied the read all the same: S3 answers a key that does not exist so to whoever may not list the bucket.
  await expect(verdict(page)).toHaveAttribute('data-basis', 'likely')
  await expect(verdict(page)).toContainText('s3:ListBucket')
})

test(
  'what a request and its account are known for',
  together({
    'a key policy without the caller denies either way while layers are not given, and ends the call': async (page) => {
      await openReadCase(page)
      await addDecrypt(page)
      await paste(page, JSON.stringify({ Policy: KEY_POLICY, PolicyName: 'default' }))
      await expect(checks(page)).toContainText('kms:Decrypt · denied either way')
      await expect(checks(page)).toContainText('One denial ends the call.')
      await expect(layer(page, 'resource')).toHaveAttribute('data-status', 'implicitDeny')
    },

    'the management account is out of the reach of SCPs': async (page) => {
      await openReadCase(page)
      await openFacts(page)
      const account = facts(page).getByRole('textbox', { name: 'Management account of the organization' })
      await account.fill('12')
      await expect(facts(page)).toContainText('An account id has 12 digits.')
      await facts(page)
        .getByRole('button', { name: 'Set: Management account of the organization: 123456789012' })
        .click()
      await expect(facts(page)).toContainText('SCPs don’t apply to this request.')
      await expect(layer(page, 'scp')).toHaveAttribute('data-status', 'notApplicable')
    },

    'a launch is checked resource by resource, and a check can be taken away': async (page) => {
      await openApp(page)
      await paste(
        page,
        'An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. User: arn:aws:iam::123456789012:user/dana is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:123456789012:instance/* because no identity-based policy allows the ec2:RunInstances action',
      )
      await openTab(page, 'Checks')
      await page
        .getByRole('button', { name: 'Check ec2:RunInstances arn:aws:ec2:us-east-1:123456789012:volume/* too' })
        .click()
      await expect(checks(page).getByRole('button', { name: /^ec2:RunInstances/ })).toHaveCount(2)
      await checks(page).getByRole('button', { name: 'Remove' }).click()
      await expect(checks(page)).toHaveCount(0)
    },
  }),
)

test('facts and checks pass axe and fit a narrow page', async ({ page }) => {
  test.slow()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 390, height: 844 })
  await openReadCase(page)
  await addDecrypt(page)
  await openFacts(page)
  await facts(page).getByText('How to find out').first().click()
  await expect(facts(page).getByText('aws kms list-grants')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await expectNoViolations(page)
})
