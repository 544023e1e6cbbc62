import { expect, type Locator, type Page } from '@playwright/test'

/** The error that the README shows, as the command line prints it. */
export const PUT_OBJECT_ERROR = `An error occurred (AccessDenied) when calling the PutObject operation:
User: arn:aws:iam::123456789012:user/deploy-bot is not authorized to
perform: s3:PutObject on resource:
"arn:aws:s3:::my-bucket/uploads/file.txt"
because no identity-based policy allows the s3:PutObject action`

/** A policy that lets the same user read, and nothing more. */
export const READ_POLICY = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [{ Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::my-bucket/*' }],
  },
  null,
  2,
)

/** An error that AWS puts down to an SCP. */
export const RUN_INSTANCES_ERROR = `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. User: arn:aws:iam::123456789012:user/deploy-bot is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:123456789012:instance/* with an explicit deny in a service control policy`

/** Watches for a line of a policy within a part of the page that lights up, which it does for a moment; gives the check that one did. */
export async function watchFlash(within: Locator): Promise<() => Promise<void>> {
  const watched = await within.evaluateHandle((part) => {
    const state = { isSeen: false }
    const watcher = new MutationObserver(() => {
      if (part.querySelector('.policy-flash') === null) return
      state.isSeen = true
      watcher.disconnect()
    })
    watcher.observe(part, { subtree: true, childList: true, attributes: true })
    return state
  })
  return () => expect.poll(() => watched.evaluate(({ isSeen }) => isSeen)).toBe(true)
}

/** The box that takes whatever people have. */
export const pasteBox = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Paste an error, event, policy or link' })

/** Where the decision stands. */
export const verdict = (page: Page): Locator => page.getByRole('region', { name: 'Verdict', exact: true })

/** A layer of the rail, which is the tab of its policies. */
export const layer = (page: Page, name: string): Locator =>
  page.getByRole('tablist', { name: 'Policy layers' }).locator(`[data-layer="${name}"]`)

/** The policies with their editor; the fixes beside them have editors of their own. */
export const policyPane = (page: Page): Locator => page.getByRole('region', { name: 'Policies', exact: true })

/** Opens a tab of the diagnosis. */
export const openTab = (page: Page, name: 'Fix' | 'Why' | 'Path' | 'Checks' | 'Next steps' | 'AWS check') =>
  page.getByRole('tablist', { name: 'Diagnosis' }).getByRole('tab', { name, exact: true }).click()

/** Chooses one of a few side by side as a pointer does: on its label, where that stands when the button goes down. */
export const choose = (page: Page, name: string) =>
  page.locator('label', { has: page.getByRole('radio', { name, exact: true }) }).check()

/** A gate of the diagram under "Path" by its layer. */
export const gate = (page: Page, layer: string): Locator =>
  page.getByRole('list', { name: 'Layers' }).locator(`[data-layer="${layer}"]`)

/** Where a page stands, and the size and the media that it is shown with. */
const setting = (page: Page) =>
  page.evaluate(() => {
    const media = [
      '(prefers-color-scheme: dark)',
      '(forced-colors: active)',
      '(prefers-reduced-motion: reduce)',
      'print',
    ]
    return [location.href, innerWidth, innerHeight, ...media.map((one) => matchMedia(one).matches)].join(' ')
  })

/** Pages that are as a load would leave them, and how each is set. */
const fresh = new WeakMap<Page, string>()

/** Says that the page is as a load would leave it: the next `openApp` takes it so, unless it wants another size or other media. */
export async function markFresh(page: Page) {
  fresh.set(page, await setting(page))
}

/** Opens the app and waits until it can be used. */
export async function openApp(page: Page, address = './') {
  const freshAt = fresh.get(page)
  fresh.delete(page)
  if (freshAt === undefined || address !== './' || freshAt !== (await setting(page))) await page.goto(address)
  await expect(pasteBox(page)).toBeVisible()
}

/** Pastes evidence as a person does: the whole text at once. */
export async function paste(page: Page, text: string) {
  await pasteBox(page).fill(text)
}

/** Expects the verdict that the gates come to. */
export async function expectVerdict(page: Page, decision: string | RegExp, layer: string) {
  await expect(verdict(page)).toHaveAttribute('data-decision', decision)
  await expect(verdict(page)).toHaveAttribute('data-layer', layer)
}

/** Puts the error and the policy of its user on the page, which makes an implicit deny of the identity layer. */
export async function openPutObjectCase(page: Page) {
  await openApp(page)
  await paste(page, READ_POLICY)
  await page.getByRole('button', { name: /into Identity-based$/ }).click()
  await paste(page, PUT_OBJECT_ERROR)
  await expectVerdict(page, 'implicitDeny', 'identity')
}

/** What the page says of something that came in. */
export const notices = (page: Page): Locator => page.getByRole('region', { name: 'Evidence' }).getByRole('alert')

/** Holds back what the page asks for at these addresses, until the function that it returns is called. */
export async function holdBack(page: Page, address: string | RegExp): Promise<() => void> {
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(address, async (route) => {
    await held
    await route.continue()
  })
  return letGo
}
