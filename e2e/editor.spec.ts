import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './kept-page'
import { together } from './together'
import { expectVerdict, openApp, openPutObjectCase, paste, PUT_OBJECT_ERROR, policyPane } from './workbench'

/** The case with its editor, when all that it offers is here: what is typed sooner is completed at the next key. */
async function openEditor(page: Page) {
  await openPutObjectCase(page)
  await page.waitForLoadState('networkidle')
}

const line = (page: Page, text: string): Locator => policyPane(page).locator('.view-line', { hasText: text }).first()

/** Types in the line that holds a text, this many characters before its end. */
async function typeAt(page: Page, text: string, left: number, keys: string) {
  await line(page, text).click()
  await page.keyboard.press('End')
  for (let at = 0; at < left; at += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(keys)
}

const offered = (page: Page, name: RegExp): Locator =>
  page.locator('.suggest-widget').getByRole('option', { name }).first()

/** One statement of each kind for the request. */
const FOUR_KINDS = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
      { Effect: 'Allow', Action: 's3:PutObject', Resource: '*' },
      { Effect: 'Deny', Action: 's3:*', Resource: '*', Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } } },
      { Effect: 'Deny', Action: 's3:Put*', Resource: 'arn:aws:s3:::my-bucket/uploads/*' },
    ],
  },
  null,
  2,
)

test(
  'the editor offers what a policy can hold',
  together({
    'resources of the case and services are offered, then their actions with the access level': async (page) => {
      await openEditor(page)
      await typeAt(page, '"Resource"', 0, '')
      await page.keyboard.press('Shift+Home')
      await page.keyboard.type('"Resource": "arn')
      await expect(
        offered(page, /^arn:aws:s3:::my-bucket\/uploads\/file\.txt.*the resource of this case/),
      ).toBeVisible()
      await expect(offered(page, /:123456789012:accesspoint\//)).toBeVisible()
      await page.keyboard.press('Escape')
      await typeAt(page, '"s3:GetObject"', 2, '')
      for (let left = 0; left < 's3:GetObject'.length; left += 1) await page.keyboard.press('Backspace')
      await page.keyboard.type('dyn')
      await offered(page, /^dynamodb:/).click()
      await expect(offered(page, /^dynamodb:BatchGetItem.*Read/)).toBeVisible()
    },

    'a condition is taken from its operator over a key to a value': async (page) => {
      await openEditor(page)
      await typeAt(page, '"Resource"', 0, ',\n"Cond')
      await offered(page, /^Condition/).click()
      await page.keyboard.type('"Bool')
      await offered(page, /^Bool(?!I)/).click()
      await page.keyboard.type('"aws:Secure')
      await offered(page, /^aws:SecureTransport/).click()
      await offered(page, /^false/).click()
      await expect(line(page, '"aws:SecureTransport"')).toContainText('"false"')
    },

    'policy variables, names for statements and whole statements are offered': async (page) => {
      await openEditor(page)
      await typeAt(page, '"Resource"', 2, '${aws:user')
      await offered(page, /^aws:username/).click()
      await expect(line(page, '"Resource"')).toContainText('my-bucket/${aws:username}')
      await typeAt(page, '"Sid"', 2, '')
      for (let left = 0; left < 'Read'.length; left += 1) await page.keyboard.press('Backspace')
      await page.keyboard.press('ControlOrMeta+Space')
      await expect(offered(page, /^AllowS3Get/)).toBeVisible()
      await page.keyboard.press('Escape')
      await page.keyboard.press('ControlOrMeta+End')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('End')
      await page.keyboard.type(',\n')
      await page.keyboard.press('ControlOrMeta+Space')
      await offered(page, /^Deny actions/).click()
      await expect(line(page, '"Deny"')).toBeVisible()
    },

    'principals of the case are offered': async (page) => {
      await openEditor(page)
      await page.getByRole('tab', { name: 'Resource-based' }).click()
      const box = page.getByRole('textbox', { name: 'Paste a policy: Resource-based' })
      await box.fill(
        '{"Statement": [{"Effect": "Allow", "Action": "s3:GetObject",\n"Resource": "*", "Principal": {"AWS": ""}}]}',
      )
      await page.getByRole('button', { name: 'Add this policy' }).click()
      await typeAt(page, '"AWS"', 5, '')
      await page.keyboard.press('ControlOrMeta+Space')
      await expect(offered(page, /^arn:aws:iam::123456789012:user\/deploy-bot/)).toBeVisible()
    },

    'the margin tells what each statement does, the line why; the text is laid out and folded': async (page) => {
      await page.setViewportSize({ width: 1440, height: 1200 })
      await openApp(page)
      await paste(page, FOUR_KINDS)
      await page.getByRole('button', { name: /into Identity-based$/ }).click()
      await paste(page, PUT_OBJECT_ERROR)
      await expectVerdict(page, 'explicitDeny', 'identity')
      for (const sign of ['noMatch', 'allows', 'depends', 'denies']) {
        await expect(page.locator(`.policy-sign-${sign}`)).toHaveCount(1)
      }
      await expect(policyPane(page).locator('.policy-remark.policy-tone-depends').first()).toBeVisible()
      await typeAt(page, '"Version"', 0, '     ')
      await page.keyboard.press('Shift+Alt+f')
      await expect(line(page, '"Version"')).toHaveText(/",$/)
      await policyPane(page).locator('.monaco-editor .margin').first().hover()
      await page.locator('.codicon-folding-expanded').nth(2).click()
      await expect(line(page, '"s3:GetObject"')).toHaveCount(0)
      await page
        .locator('.view-line span', { hasText: /^"Effect"$/ })
        .first()
        .hover()
      await expect(page.locator('.monaco-hover', { hasText: 'Required in identity-based policies.' })).toBeVisible()
    },
  }),
)

test(
  'the editor completes, explains and mends',
  together({
    'the editor completes actions, explains them, and fixes what is misspelled': async (page) => {
      await openEditor(page)
      await line(page, '"s3:GetObject"').click()
      await page.keyboard.press('End')
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.type('Tagg')
      await expect(page.locator('.suggest-widget').getByRole('option', { name: /s3:GetObjectTagging/ })).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(policyPane(page).locator('.view-line', { hasText: '"s3:GetObjectTagging"' })).toBeVisible()
      await page.keyboard.type('x')
      await page.keyboard.press('Escape')
      const problems = page.getByRole('list', { name: 'Problems' })
      await expect(problems).toContainText('has no action "s3:GetObjectTaggingx"')
      await problems.getByRole('button', { name: 'Replace with "s3:GetObjectTagging"' }).click()
      await expect(policyPane(page).locator('.view-line', { hasText: '"s3:GetObjectTagging"' })).toBeVisible()
      await expect(problems).toHaveCount(0)

      // The same, mended from the text.
      await typeAt(page, '"s3:GetObjectTagging"', 2, 'x')
      await page.keyboard.press('Escape')
      await expect(problems).toContainText('has no action "s3:GetObjectTaggingx"')
      await expect(page.getByRole('list', { name: 'Fixes' }).locator('pre').first()).toContainText(
        's3:GetObjectTaggingx',
      )
      const replace = page.locator('.action-widget').getByText('Replace with "s3:GetObjectTagging"')
      // The editor hears of the problem a moment after the list.
      await expect(async () => {
        await page.keyboard.press('Escape')
        await page.keyboard.press('ControlOrMeta+.')
        await expect(replace).toBeVisible({ timeout: 3000 })
      }).toPass()
      await replace.click()
      await expect(line(page, '"s3:GetObjectTagging"')).toBeVisible()
    },

    'a wildcard tells what it stands for, with the AWS page': async (page) => {
      await openEditor(page)
      const action = policyPane(page).locator('.view-line', { hasText: '"s3:GetObject"' })
      await action.click()
      await page.keyboard.press('End')
      for (let left = 0; left < 8; left += 1) await page.keyboard.press('ArrowLeft')
      await page.keyboard.type('*')
      await page.keyboard.press('Escape')
      await policyPane(page).locator('.view-line span', { hasText: 's3:Get*Object' }).last().hover()
      const hover = page.locator('.monaco-hover', { hasText: 'GetObject' })
      await expect(hover).toContainText('Amazon S3')
      await expect(hover.getByRole('link', { name: 'AWS documentation' })).toHaveAttribute(
        'href',
        /docs\.aws\.amazon\.com/,
      )
    },

    'the grammar of a policy type is saved as a JSON schema, and elements that it does not take are not offered':
      async (page) => {
        await openEditor(page)
        await page.keyboard.press('Control+k')
        await page.getByRole('dialog').getByRole('combobox').fill('JSON schema')
        const saved = page.waitForEvent('download')
        await page.getByRole('option', { name: /Save the JSON schema/ }).click()
        expect((await saved).suggestedFilename()).toBe('aws-identity-policy.schema.json')
        await policyPane(page).locator('.view-line', { hasText: '"Resource"' }).click()
        await page.keyboard.press('End')
        await page.keyboard.type(',\n"')
        const offered = page.locator('.suggest-widget').getByRole('option')
        await expect(offered.filter({ hasText: 'Condition' }).first()).toBeVisible()
        await expect(offered.filter({ hasText: 'Principal' })).toHaveCount(0)
      },

    'the editor opens at the line that the answer is about, not at the first one that is marked': async (page) => {
      await openApp(page)
      const policy = {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'Root',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:root' },
            Action: 'kms:*',
            Resource: '*',
          },
          {
            Sid: 'Logs',
            Effect: 'Allow',
            Principal: { Service: 'logs.eu-west-1.amazonaws.com' },
            Action: ['Encrypt*', 'Decrypt*', 'ReEncrypt*', 'GenerateDataKey*', 'Describe*'].map(
              (name) => `kms:${name}`,
            ),
            Resource: '*',
            Condition: {
              ArnEquals: {
                'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-west-1:111122223333:log-group:/web',
              },
            },
          },
        ],
      }
      await paste(
        page,
        `AccessDeniedException: The specified KMS key does not exist or is not allowed to be used with Arn 'arn:aws:logs:eu-west-1:111122223333:log-group:/web/blue'\n\n${JSON.stringify(policy, null, 2)}`,
      )
      await expectVerdict(page, 'implicitDeny', 'resource')
      await expect(line(page, 'log-group:/web')).toBeInViewport()
    },
  }),
)
