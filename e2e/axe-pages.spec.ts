import { expect } from '@playwright/test'
import { test } from './kept-page'
import { expectNoViolations } from './axe'
import { gate, openApp, openPutObjectCase, openTab, paste } from './workbench'

test('the explorer has no violation', async ({ page }) => {
  test.slow()
  await openPutObjectCase(page)
  await page.getByRole('link', { name: 'Explore actions' }).click()
  await expect(page.getByRole('status')).toHaveText(/^\d+ of \d+ actions shown/)
  await expectNoViolations(page)
})

test('the explorer and the log view without a case have no violation', async ({ page }) => {
  test.slow()
  for (const place of ['explore', 'trail']) {
    await page.goto('about:blank')
    await page.goto(`./#/${place}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoViolations(page)
  }
})

test('a step of the gates, and names that are replaced, have no violation', async ({ page }) => {
  test.slow()
  await openPutObjectCase(page)
  await openTab(page, 'Path')
  await page.getByRole('button', { name: 'Step forward' }).click()
  await expect(page.getByRole('button', { name: 'Copy link to this step' })).toBeVisible()
  await expect(gate(page, 'identity').getByRole('button')).toHaveAttribute('data-ahead', 'true')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('checkbox', { name: 'All' }).check()
  await expect(page.getByText('the whole answer stays the same')).toBeVisible()
  await expectNoViolations(page, '[role=dialog]')
})

const inRole = (user: string, rest: string) =>
  `An error occurred (AccessDenied) when calling an operation: User: arn:aws:sts::123456789012:assumed-role/${user}/run-1 is not authorized to perform: ${rest}`

/** What people paste, by what the page then shows that no other does. */
const SCREENS: readonly (readonly [name: string, text: string, shows: string | RegExp])[] = [
  [
    'several denials of one caller',
    [1, 2, 3]
      .map((at) =>
        inRole(
          'tf-apply',
          `sqs:CreateQueue on resource: arn:aws:sqs:eu-west-1:123456789012:q${at} because no identity-based policy allows the sqs:CreateQueue action`,
        ),
      )
      .join('\n\n'),
    'All together',
  ],
  [
    'an encoded message',
    `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. Encoded authorization failure message: ${'l-Qp8xR3vT0aZ7Wm2uYk5dJ1sHn9Ec4bGf'.repeat(9)}`,
    'Copy decode command',
  ],
  [
    'a bare refusal',
    'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
    'Check who called, then whether the object exists.',
  ],
  [
    'an SCP that nobody here sees',
    inRole(
      'admin',
      'kms:CreateKey on resource: * with an explicit deny in a service control policy: arn:aws:organizations::999988887777:policy/o-a1b2c3d4e5/service_control_policy/p-8x7y6z5w',
    ),
    'AWS: denies',
  ],
  [
    'credentials that expired',
    'An error occurred (ExpiredToken) when calling the GetObject operation: The provided token has expired.',
    'The credentials have expired',
  ],
  [
    'a masked account and a broken policy',
    `${inRole('reader', 's3:GetObject on resource: "arn:aws:s3:::data/a" because no identity-based policy allows the s3:GetObject action').replace('123456789012', '***')}\n\n{"Version": "2012-10-17", "Statement": [{"Effect": "Allow" "Action": "s3:ListBucket", "Resource": "*"`,
    'the account is unknown',
  ],
  [
    'a text in which nothing is recognised',
    'Hello, can anybody help me? It broke at three.',
    'contains no AWS error and no policy',
  ],
]

test('the answers to what people paste have no violation', async ({ page }) => {
  test.setTimeout(SCREENS.length * 60_000)
  // Each begins with an empty page, in a browser that has its parts already.
  await page.addInitScript(() => sessionStorage.clear())
  for (const [name, text, shows] of SCREENS)
    await test.step(name, async () => {
      await page.goto('about:blank')
      await openApp(page)
      await paste(page, text)
      await expect(page.getByText(shows).first()).toBeVisible()
      await expectNoViolations(page)
    })
})
