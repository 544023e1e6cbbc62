import { expect } from '@playwright/test'
import { test } from './kept-page'
import { together } from './together'
import {
  expectVerdict,
  layer,
  notices,
  openApp,
  paste,
  pasteBox,
  policyPane,
  PUT_OBJECT_ERROR,
  READ_POLICY,
  RUN_INSTANCES_ERROR,
  verdict,
} from './workbench'

const MFA_EXAMPLE = /Access keys, and a policy that asks for MFA/

test('a long log is read whole, and can still be typed in', async ({ page }) => {
  const log = Array.from(
    { length: 600 },
    (_, line) =>
      `ERROR AccessDenied: User: arn:aws:iam::123456789012:user/u${line} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::logs/${line}" because no identity-based policy allows the s3:GetObject action`,
  ).join('\n')
  await openApp(page)
  await paste(page, log)
  await expect(page.getByRole('status').first()).toContainText('600 denials')
  await expect(page.getByRole('list', { name: 'Denials' }).getByRole('listitem')).toHaveCount(201)
  await pasteBox(page).press('Control+End')
  await page.keyboard.type(' and more')
  await expect(pasteBox(page)).toHaveValue(`${log} and more`)
})

test(
  'a text is answered as what it is',
  together({
    'credentials in a paste are taken out at once, with a sentence': async (page) => {
      await openApp(page)
      await paste(page, `AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIexampleexampleexampleexample1\n${PUT_OBJECT_ERROR}`)
      await expect(notices(page)).toContainText('credentials')
      await expect(pasteBox(page)).not.toHaveValue(/wJalrXUtnFEMI/)
      await expect(page.locator('body')).not.toContainText('wJalrXUtnFEMI')
    },

    'an error that is no denial is told as what it is': async (page) => {
      await openApp(page)
      await paste(
        page,
        'An error occurred (ExpiredToken) when calling the GetObject operation: The provided token has expired.',
      )
      await expect(page.getByRole('status').first()).toContainText('Recognised: 1 error.')
      await expect(verdict(page).getByRole('heading')).toHaveText('The credentials have expired.')
      await expect(verdict(page)).toContainText('No policy decides this')
      await expect(page.getByRole('tablist', { name: 'Policy layers' })).toHaveCount(0)
      await expect(page.getByRole('region', { name: 'The request' })).toHaveCount(0)
      await page.getByRole('button', { name: 'Show the layers and the request' }).click()
      await expect(page.getByRole('tablist', { name: 'Policy layers' })).toBeVisible()
      await expect(page.getByRole('region', { name: 'The request' })).toBeVisible()
    },

    'where there is nothing to copy or to try, a button leads to what is to be pasted': async (page) => {
      await openApp(page)
      await paste(
        page,
        'Hi, my Lambda can’t read from the bucket any more, we get access denied from S3 when it calls getObject. The role has AmazonS3ReadOnlyAccess attached.',
      )
      await expect(verdict(page)).toHaveAttribute('data-basis', 'likely')
      const more = page.getByRole('group', { name: 'What to do first' }).getByRole('button', { name: 'Paste more' })
      await more.click()
      await expect(pasteBox(page)).toBeFocused()
      await paste(page, PUT_OBJECT_ERROR)
      await expect(verdict(page)).toHaveAttribute('data-basis', 'claimed')
      await expect(more).toBeHidden()
    },

    'what the headline asks for first is the first command': async (page) => {
      await openApp(page)
      await paste(
        page,
        '$ aws s3 cp s3://harbour-menus/2026/lunch.pdf .\nfatal error: An error occurred (403) when calling the HeadObject operation: Forbidden',
      )
      const look = page.getByRole('region', { name: 'Find out which cause it is' })
      await expect(look).toContainText('get-caller-identity')
      const [said] = await look.locator('pre, code').allInnerTexts()
      expect(said).toContain('list-objects-v2')
    },

    'a policy that is cut off, or of a template, has no errors that nobody wrote': async (page) => {
      await openApp(page)
      await paste(page, '{"Version":"2012-10-17","Statement":[{"Effect":"Allow" "Action":"s3:*"')
      await expect(verdict(page).getByRole('heading')).toHaveText('AWS doesn’t accept this policy as it stands.')
      await expect(verdict(page)).not.toContainText('"..."')
      // What has ellipses in it is nothing to take away.
      const copy = page.getByRole('button', { name: 'Copy as JSON' })
      await expect(copy).toHaveCount(0)
      await page.getByRole('button', { name: 'New case' }).click()
      await paste(page, '{"Version":"2012-10-17","Statement":[{"Effect":"Allow" "Action":"s3:*","Resource":"*"}]}')
      await expect(copy).toBeVisible()
      await page.getByRole('button', { name: 'New case' }).click()
      await paste(page, '- Effect: Allow\n  Action:\n    - s3:GetObject\n  Resource: !Sub "${Bucket.Arn}/*"\n')
      await expect(verdict(page).getByRole('heading')).toHaveText('No error found in this policy.')
    },

    'a text without anything of AWS is told so, once, and stays in its box in sight': async (page) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await openApp(page)
      await paste(page, 'hello, is anybody there?')
      await expect(verdict(page)).toContainText('This text contains no AWS error and no policy.')
      await expect(page.getByText(/no AWS error and no policy/i)).toHaveCount(1)
      await expect(page.getByRole('tablist', { name: 'Policy layers' })).toHaveCount(0)
      await expect(page.getByRole('region', { name: 'The request' })).toHaveCount(0)
      await expect(verdict(page)).toHaveAttribute('data-basis', 'open')
      await expect(pasteBox(page)).toHaveValue('hello, is anybody there?')
      await expect(pasteBox(page)).toBeInViewport()
    },

    'statements without a policy: fact and button are of one thing, names stay whole, and nothing is cut off on a phone':
      async (page) => {
        await page.setViewportSize({ width: 390, height: 844 })
        await openApp(page)
        await paste(page, '"Effect": "Allow",\n"Action": ["s3:GetObject"],\n"Resource": "arn:aws:s3:::harbour-menus"')
        const toDo = page.getByRole('group', { name: 'What to do first' })
        const repair = toDo.getByRole('button', { name: 'Replace with "…harbour-menus/*"' })
        await expect(repair).toHaveAttribute('title', 'Replace with "arn:aws:s3:::harbour-menus/*"')
        // The line that the button repairs is the one that is told.
        await expect(verdict(page)).toContainText('No action of this statement works on arn:aws:s3:::harbour-menus')
        await expect(
          page.locator('code', { hasText: 'arn:aws:s3:::<bucket name>/<object name>' }).first(),
        ).toBeVisible()
        for (const button of await toDo.getByRole('button').all()) await expect(button).toBeInViewport({ ratio: 1 })
      },

    'each finding of a policy leads to its line and has its own repair': async (page) => {
      await openApp(page)
      const statement = (sid: string, rest: object) => JSON.stringify({ Sid: sid, Effect: 'Allow', ...rest })
      await paste(
        page,
        `{\n"Version": "2012-10-17",\n"Statement": [\n${statement('Read', { Action: 's3:GetObjects', Resource: 'arn:aws:s3:::acme/*' })},\n${statement('Notify', { Action: 'sns:Publish', Resource: '*', Condition: { StringEquals: { 'aws:SourceIp': '203.0.113.0/24' } } })}\n]\n}`,
      )
      const problems = page.getByRole('list', { name: 'Problems' }).getByRole('listitem')
      const operator = problems.filter({ hasText: 'aws:SourceIp' })
      await expect(page.getByLabel(/^The text of /)).toContainText('203.0.113.0/24')
      await operator.getByRole('button', { name: /^Line \d/ }).click()
      await expect.poll(() => page.evaluate(() => window.getSelection()?.toString())).toContain('203.0.113.0/24')
      await operator.getByRole('button', { name: 'Use IpAddress' }).click()
      await expect(operator).toHaveCount(0)
      await expect(problems.filter({ hasText: 's3:GetObjects' })).toHaveCount(1)
      await expect(page.getByRole('button', { name: 'Undo the change' })).toBeVisible()
    },

    'a policy whose layer nobody tells counts where it most likely belongs, and is asked beside the answer': async (
      page,
    ) => {
      await openApp(page)
      await paste(page, READ_POLICY)
      await expect(policyPane(page)).toContainText('not used yet')
      await page.getByRole('button', { name: 'Share', exact: true }).click()
      await expect(page.getByText('Not in the link: a policy you pasted')).toBeVisible()
      await page.keyboard.press('Escape')
      await paste(page, 'An error occurred (AccessDenied) when calling the PutObject operation: Access Denied')
      await expect(verdict(page)).toHaveAttribute('data-basis', 'likely')
      await expect(verdict(page)).toContainText('It counts as Identity')
      await expect(layer(page, 'identity')).not.toHaveAttribute('data-status', 'notGiven')
      await verdict(page).getByRole('button', { name: 'Boundary' }).click()
      await expect(layer(page, 'identity')).toHaveAttribute('data-status', 'notGiven')
      await expect(layer(page, 'boundary')).not.toHaveAttribute('data-status', 'notGiven')
      await expect(verdict(page)).not.toContainText('It counts as')
    },

    'a policy alone stands where it would count, in the place of the example': async (page) => {
      await openApp(page)
      await paste(page, READ_POLICY.replace('s3:GetObject"', 's3:GetObjects"'))
      await expect(page.getByText('This is what you get.')).toBeHidden()
      const waiting = policyPane(page).getByRole('region', { name: 'Not used yet' })
      await expect(waiting).toContainText('arn:aws:s3:::my-bucket/*')
      await expect(page.getByRole('list', { name: 'Problems' })).toContainText('Line 7:')
      await page.getByRole('group', { name: 'What to do first' }).getByRole('button', { name: 's3:GetObject' }).click()
      await expect(waiting).toContainText('"s3:GetObject"')
      await expect(verdict(page)).not.toContainText('Line 7:')
      // What was repaired here can be taken to AWS, and taken back.
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      const toDo = page.getByRole('group', { name: 'What to do first' })
      await toDo.getByRole('button', { name: 'Copy policy' }).click()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(READ_POLICY)
      await toDo.getByRole('button', { name: 'Undo the change' }).click()
      await expect(verdict(page)).toContainText('Line 7:')
      await waiting.getByRole('button', { name: 'into Identity' }).click()
      await expect(layer(page, 'identity')).not.toHaveAttribute('data-status', 'notGiven')
      await expect(waiting).toBeHidden()
      // In its layer it is still only checked: there is no request that it could be asked about.
      await expect(verdict(page)).toContainText('1 error')
      await expect(page.getByRole('tablist', { name: 'Diagnosis' })).toHaveCount(0)
      await toDo.getByRole('button', { name: 's3:GetObject' }).click()
      await expect(verdict(page).getByRole('heading')).toHaveText('No error found in this policy.')
      await paste(page, PUT_OBJECT_ERROR)
      await expect(verdict(page)).toHaveAttribute('data-decision', 'implicitDeny')
    },
  }),
)

test(
  'what is known of a request, and where its policies go',
  together({
    'a context key can be known, absent or unknown, and the verdict follows': async (page) => {
      await openApp(page)
      await page.getByRole('button', { name: MFA_EXAMPLE }).click()
      await expectVerdict(page, 'explicitDeny', 'identity')
      // Both switches between known, none and unknown run in one order.
      const choices = (name: RegExp) => page.getByRole('group', { name }).first().locator('label')
      await expect(choices(/^What is known of this layer/)).toHaveText(['Given', 'None attached', 'Not given'])
      await expect(choices(/^Is .* in the request/)).toHaveText(['known', 'absent', 'unknown'])
      const key = page.getByRole('group', { name: 'Is aws:MultiFactorAuthPresent in the request?' })

      await key.getByText('unknown', { exact: true }).click()
      await expect(verdict(page)).toHaveAttribute('data-basis', 'claimed')
      await expect(page.getByText('The verdict depends on it')).toBeVisible()
      await page.setViewportSize({ width: 1280, height: 720 })
      await expect.poll(() => page.evaluate(() => document.scrollingElement!.scrollHeight)).toBeLessThanOrEqual(720)

      await key.getByText('known', { exact: true }).click()
      await page.getByRole('textbox', { name: 'Value of aws:MultiFactorAuthPresent' }).fill('true')
      await expect(verdict(page)).toHaveAttribute('data-decision', 'allowed')
    },

    'a key that nobody speaks of can be added; a field that is full says so, and cuts nothing in silence': async (
      page,
    ) => {
      await openApp(page)
      await paste(page, PUT_OBJECT_ERROR)
      await page.getByRole('heading', { name: 'Request context' }).click()
      await page.getByRole('textbox', { name: 'Add a context key' }).fill('aws:SourceVpce')
      await page.getByRole('button', { name: 'Add key' }).click()
      await expect(page.getByRole('textbox', { name: 'Value of aws:SourceVpce' })).toBeVisible()
      await page.getByRole('textbox', { name: 'Value of aws:SourceVpce' }).fill('vpce-0abc')
      await page.getByRole('button', { name: 'Take back what you set for aws:SourceVpce' }).click()
      await expect(page.getByRole('textbox', { name: 'Value of aws:SourceVpce' })).toHaveCount(0)

      await expectVerdict(page, 'implicitDeny', 'identity')
      const request = page.getByRole('region', { name: 'The request' })
      await request
        .getByRole('textbox', { name: 'Resource', exact: true })
        .fill(`arn:aws:s3:::my-bucket/${'k'.repeat(5_000)}`)
      await expect(request.getByText('At most 4,000 characters fit here.')).toBeVisible()
      await request.getByRole('textbox', { name: 'Resource', exact: true }).fill('arn:aws:s3:::my-bucket/k')
      await expect(request.getByText(/characters fit here/)).toHaveCount(0)
    },

    'a policy that comes with its error goes where AWS says, and moves where the reader says': async (page) => {
      await openApp(page)
      await paste(page, `${PUT_OBJECT_ERROR}\n\n${READ_POLICY}`)
      await expectVerdict(page, 'implicitDeny', 'identity')
      await expect(verdict(page)).toHaveAttribute('data-basis', 'proven')
      await expect(notices(page)).toContainText('Added Policy 1 to Identity-based, the layer that AWS names.')
      await notices(page).getByRole('button', { name: 'Move' }).click()
      await page.getByRole('button', { name: /into Permissions boundary$/ }).click()
      await expect(page.getByRole('tab', { name: 'Permissions boundary' })).toHaveAttribute('aria-selected', 'true')
      await expect(page.getByRole('region', { name: 'Policies in the paste' })).toHaveCount(0)
      await expect(layer(page, 'identity')).toHaveAttribute('data-status', 'notGiven')

      await paste(page, RUN_INSTANCES_ERROR.replace('deploy-bot', 'somebody-else'))
      await expect(notices(page)).toContainText('from a different caller')
      await expect(layer(page, 'boundary')).toHaveAttribute('data-status', 'notGiven')
      await notices(page).getByRole('button', { name: 'Keep the policies' }).click()
      await expect(layer(page, 'boundary')).not.toHaveAttribute('data-status', 'notGiven')
      await expect(notices(page)).toBeEmpty()
    },

    'a policy that says where it hangs goes there by itself': async (page) => {
      await openApp(page)
      await paste(page, PUT_OBJECT_ERROR)
      await paste(
        page,
        JSON.stringify(
          { UserName: 'deploy-bot', PolicyName: 'read', PolicyDocument: JSON.parse(READ_POLICY) as unknown },
          null,
          2,
        ),
      )
      await expect(notices(page)).toContainText('Added read to Identity-based')
      await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
      await expectVerdict(page, 'implicitDeny', 'identity')
    },

    'a policy of the paste that was mended is not asked about again': async (page) => {
      await openApp(page)
      await paste(page, `${PUT_OBJECT_ERROR}\n\n${READ_POLICY}`)
      await expectVerdict(page, 'implicitDeny', 'identity')
      await page.getByRole('button', { name: 'Try this fix' }).first().click()
      await expect(verdict(page)).not.toHaveAttribute('data-decision', 'implicitDeny')
      await expect(page.getByRole('region', { name: 'Policies in the paste' })).toHaveCount(0)
    },

    'a policy that had to be repaired to be read is counted, and said to be': async (page) => {
      await openApp(page)
      await paste(page, `${PUT_OBJECT_ERROR}\n\n${READ_POLICY.replace('"Read",', '"Read"')}`)
      await expectVerdict(page, 'implicitDeny', 'identity')
      await expect(notices(page)).toContainText('This isn’t the JSON that AWS accepts')
    },

    'what the fetching commands print leaves the error that they were run for, whatever of them failed': async (
      page,
    ) => {
      await openApp(page)
      await paste(page, PUT_OBJECT_ERROR)
      await expectVerdict(page, 'implicitDeny', 'identity')
      const printed = `{"UserName":"deploy-bot","PolicyName":"Read","PolicyDocument":${READ_POLICY}}

An error occurred (AccessDenied) when calling the ListGroupsForUser operation: User: arn:aws:iam::123456789012:user/deploy-bot is not authorized to perform: iam:ListGroupsForUser on resource: user deploy-bot because no identity-based policy allows the iam:ListGroupsForUser action

An error occurred (NoSuchBucketPolicy) when calling the GetBucketPolicy operation: The bucket policy does not exist`
      const box = policyPane(page).getByRole('textbox').last()
      await box.fill(printed)
      await policyPane(page).getByRole('button', { name: 'Add this policy' }).click()
      await expect(verdict(page)).toHaveAttribute('data-basis', 'proven')
      await expect(verdict(page)).toContainText('s3:PutObject')
      await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
      await expect(layer(page, 'resource')).toHaveAttribute('data-status', 'none')
      await expect(notices(page).first()).toContainText('iam:ListGroupsForUser (AccessDenied)')
      await page.getByRole('button', { name: 'Look at these errors instead' }).click()
      await expect(verdict(page)).toContainText('iam:ListGroupsForUser')
    },

    'a case file is opened, and what it shares comes back': async (page) => {
      await openApp(page)
      await page.getByRole('button', { name: MFA_EXAMPLE }).click()
      await expectVerdict(page, 'explicitDeny', 'identity')
      await page.getByRole('button', { name: 'Share' }).click()
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Save as a case file' }).click()
      const file = await (await saved).path()
      await page.goto('about:blank')
      await openApp(page)
      await page.locator('input[type=file]').setInputFiles(file)
      await expectVerdict(page, 'explicitDeny', 'identity')
    },
  }),
)
