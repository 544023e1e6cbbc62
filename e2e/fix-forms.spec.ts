import { expect } from '@playwright/test'
import { test } from './kept-page'
import { together } from './together'
import {
  choose,
  layer,
  notices,
  openApp,
  openPutObjectCase,
  paste,
  pasteBox,
  policyPane,
  PUT_OBJECT_ERROR,
  verdict,
} from './workbench'

/** A policy whose write names the bucket, not what is in it: its own line is to be changed, so the command needs its name. */
const WRONG_ARN = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Sid: 'Write', Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::my-bucket' }],
})

test(
  'what can be copied leads on',
  together({
    'a bare error asks who called, and then shows the commands that fetch the policies of that caller': async (
      page,
    ) => {
      await openApp(page)
      await paste(page, 'An error occurred (AccessDenied) when calling the PutObject operation: Access Denied')
      const question = policyPane(page).getByRole('region', { name: 'Who made the call?' })
      await expect(question).toContainText('aws sts get-caller-identity')
      await expect(question.getByRole('listitem').filter({ hasText: 'Not the caller you meant' })).toBeVisible()
      await question
        .getByRole('textbox', { name: 'Paste the output here' })
        .fill(
          '{ "UserId": "AIDAEXAMPLE", "Account": "123456789012", "Arn": "arn:aws:iam::123456789012:user/deploy-bot" }',
        )
      await question.getByRole('button', { name: 'Use this output' }).click()
      await expect(verdict(page)).toContainText('deploy-bot')
      await expect(pasteBox(page)).toHaveValue(/get-caller-identity|deploy-bot/)
      const fetching = policyPane(page).getByRole('region', { name: 'Fetch these policies' })
      await expect(fetching).toContainText('aws iam list-attached-user-policies --user-name deploy-bot')
      await expect(policyPane(page).getByRole('textbox')).toHaveValue('')
    },

    'what Kubernetes refused is looked at first: nothing is changed by the button': async (page, context) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await openApp(page)
      await paste(
        page,
        'Error from server (Forbidden): pods is forbidden: User "ann" cannot list resource "pods" in API group "" in the namespace "shop"',
      )
      await page.getByRole('group', { name: 'What to do first' }).getByRole('button', { name: 'Copy check' }).click()
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toBe('kubectl auth can-i list pods --as ann --namespace shop')
    },

    'a blank of a fix that was tried is filled in before anything is copied': async (page, context) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await openApp(page)
      await paste(
        page,
        `User: arn:aws:iam::123456789012:user/anna is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/app because no identity-based policy allows the iam:PassRole action\n\nidentity policy of anna:\n${JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'lambda:*', Resource: '*' }] })}`,
      )
      const first = page.getByRole('group', { name: 'What to do first' })
      await page.getByRole('button', { name: 'Try this fix' }).first().click()
      await expect(verdict(page).getByRole('heading')).toHaveText(
        'Fill in <service that gets the role> to finish your change.',
      )
      await expect(verdict(page)).not.toContainText('Your change allows it')
      await first.getByRole('button', { name: 'Fill in' }).click()
      const field = page.getByRole('textbox', { name: 'Fill in <service that gets the role>' })
      await expect(field).toBeFocused()
      await field.fill('ec2.amazonaws.com')
      await field.press('Enter')
      await expect(verdict(page).getByRole('heading')).toHaveText('Your change fixes what AWS reported.')
      await first.getByRole('button', { name: 'Copy command' }).click()
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('ec2.amazonaws.com')
    },

    'a fix is also a command, Terraform and CDK code; once tried, the answer says what it does and that AWS does not have it yet':
      async (page) => {
        await openPutObjectCase(page)
        await expect(verdict(page)).toContainText('AWS says the same')
        await page.getByRole('tab', { name: 'Fix', exact: true }).click()
        const fixes = page.getByRole('list', { name: 'Fixes' })
        const fix = fixes.getByRole('listitem').first()
        await expect(fix).toHaveAttribute('data-layer', 'identity')
        await expect(fixes).toContainText('s3:PutObject')
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

        await fixes.getByRole('button', { name: 'Try this fix' }).first().click()
        await expect(layer(page, 'identity')).toHaveAttribute('data-status', 'allows')
        await expect(verdict(page)).toContainText('Your change allows it')
        await expect(verdict(page)).toContainText('Not in AWS yet')
        const change = page.getByRole('region', { name: 'Your change' })
        await expect(change).toContainText('This adds a separate inline policy.')
        await expect(change).toContainText('Run the command, then try the call again.')
        await change.getByText('Terraform', { exact: true }).click()
        await expect(change).toContainText('Apply the code, then try the call again.')
        await change.getByText('Policy', { exact: true }).click()
        await expect(change).not.toContainText('separate inline policy')
        await page.getByRole('button', { name: 'Undo', exact: true }).click()
        await expect(verdict(page)).toContainText('AWS says the same')
        await expect(layer(page, 'identity')).toHaveAttribute('data-status', 'implicitDeny')
      },

    'a policy that was pasted without its name gets its command once it is named': async (page, context) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await openApp(page)
      await paste(page, `${PUT_OBJECT_ERROR}\n\n${WRONG_ARN}`)
      const actions = page.getByRole('group', { name: 'What to do first' })
      await actions.getByRole('button', { name: 'Try this fix' }).click()
      await expect(verdict(page)).toContainText('Your change allows it')
      await expect(notices(page)).toBeEmpty()
      await expect(actions.getByRole('button', { name: 'Copy policy' })).toBeVisible()
      const change = page.getByRole('region', { name: 'Your change' })
      const name = change.getByRole('textbox', { name: 'Name or ARN of Policy 1 in AWS' })
      await name.fill('no such name')
      await expect(change).toContainText('Use the ARN of a policy in your account.')
      await name.fill('uploads')
      const copied = async (expected: RegExp) => {
        await actions.getByRole('button', { name: 'Copy command' }).click()
        await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(expected)
      }
      await copied(
        /^aws iam create-policy-version --set-as-default --policy-arn arn:aws:iam::123456789012:policy\/uploads [^\n]+my-bucket\/\*[^\n]+$/,
      )
      await choose(page, 'Inline policy')
      await copied(/^aws iam put-user-policy --user-name deploy-bot --policy-name uploads [^\n]+$/)
      await choose(page, 'Terraform')
      await expect(change.locator('pre').first()).toContainText('resource "aws_iam_policy" "uploads"')
      await page.getByRole('button', { name: 'Undo the change' }).click()
      await expect(verdict(page)).toContainText('AWS says the same')
    },
  }),
)
