import { readdirSync, readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { test } from './kept-page'
import {
  expectVerdict,
  gate,
  holdBack,
  openTab,
  notices,
  openApp,
  openPutObjectCase,
  paste,
  pasteBox,
  PUT_OBJECT_ERROR,
  verdict,
  policyPane,
} from './workbench'

const emptyWorkbench = async (page: Page) => {
  await expect(pasteBox(page)).toHaveValue('')
  await expect(verdict(page)).toHaveAttribute('data-decision', 'none')
}

test('the copied link is the one that is shown; another browser says that it is read, never shows the first steps of an empty page, and comes to the same verdict', async ({
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPutObjectCase(page)
  await page.getByRole('button', { name: 'Share' }).click()
  const link = page.getByRole('textbox', { name: 'Link' })
  await expect(link).toHaveValue(/#1\//)
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Copied.')
  const address = await page.evaluate(() => navigator.clipboard.readText())
  expect(address).toBe(await link.inputValue())
  await page.keyboard.press('Escape')
  const sentence = await verdict(page).locator('p').first().innerText()

  const other = await browser.newContext()
  const reader = await other.newPage()
  const letGo = await holdBack(reader, /engine-chunk/)
  await reader.goto(address)
  await expect(reader.getByText('Reading …')).toBeVisible()
  await expect(reader.getByText('Find the IAM policy that denied your AWS call.')).toHaveCount(0)
  await expect(reader.getByText('Or start from an example')).toHaveCount(0)
  letGo()
  await expectVerdict(reader, 'implicitDeny', 'identity')
  await expect(verdict(reader).locator('p').first()).toHaveText(sentence)
  await expect(pasteBox(reader)).toHaveValue(PUT_OBJECT_ERROR)
  await other.close()
})

test('a case without a name says that there is nothing to replace before it is shared', async ({ page }) => {
  await openApp(page)
  await paste(page, 'CloudWatch Logs role ARN must be set in account settings to enable logging')
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('dialog')).toContainText('No name to replace')
  await page.keyboard.press('Escape')
  await paste(page, PUT_OBJECT_ERROR)
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('dialog').getByRole('checkbox', { name: 'All' })).toBeVisible()
  await expect(page.getByRole('dialog')).not.toContainText('No name to replace')
})

interface SavedLink {
  readonly id: string
  readonly fragment: string
  readonly draft: { readonly paste: string }
}

/** Links as each version of the format made them; a new version adds its file. */
const SAVED = readdirSync(new URL('../src/permalink/vectors/', import.meta.url))
  .filter((name) => /^links-\d+\.json$/.test(name))
  .map(
    (name) =>
      JSON.parse(
        readFileSync(new URL(`../src/permalink/vectors/${name}`, import.meta.url), 'utf8'),
      ) as readonly SavedLink[],
  )

/** The link of an example, as the newest version made it. */
function savedLink(example: string): string {
  const saved = SAVED.at(-1)?.find(({ id }) => id === example)
  if (saved === undefined) throw new Error(`no link of ${example}`)
  return saved.fragment
}

test('a link of each version of the format opens as it was made', async ({ page }) => {
  expect(SAVED.length).toBeGreaterThan(0)
  // That each of them does, unit tests prove.
  for (const { fragment, draft } of SAVED.flatMap((links) => links.slice(0, 1))) {
    await page.goto('about:blank')
    await page.goto(`./${fragment}`)
    await expect(verdict(page)).toHaveAttribute('data-decision', /^(?:allowed|explicitDeny|implicitDeny|depends)$/)
    await expect(pasteBox(page)).toHaveValue(draft.paste)
  }
})

test('a link that is pasted into the box opens', async ({ page }) => {
  await openApp(page)
  await pasteBox(page).fill(new URL(`./${savedLink('no-identity-allow')}`, page.url()).href)
  await expectVerdict(page, 'implicitDeny', 'identity')
})

const player = (page: Page) => page.getByRole('group', { name: 'Step through the layers' })
const wholePicture = (page: Page) => player(page).getByRole('button', { name: 'Show the whole picture' })

/** The example of an administrator under an SCP, opened by its own link. */
async function openScpLink(page: Page): Promise<string> {
  await page.goto(`./${savedLink('administrator-stopped-by-scp')}`)
  await expectVerdict(page, 'explicitDeny', 'scp')
  return page.url()
}

test('each step has its own link, which opens at it with its place in the text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const link = await openScpLink(page)
  const identity = gate(page, 'identity').getByRole('button')
  await openTab(page, 'Path')
  const forward = player(page).getByRole('button', { name: 'Step forward' })
  let step = 0
  do {
    await forward.click()
    step += 1
    await expect(page.getByText(`${step}/6`)).toBeVisible()
  } while ((await identity.getAttribute('data-current')) !== 'true')
  await player(page).getByRole('button', { name: 'Copy link to this step' }).click()
  await expect(player(page).getByRole('status')).toHaveText('Copied')
  const toStep = await page.evaluate(() => navigator.clipboard.readText())
  expect(toStep).toBe(`${link}&step=${step}`)
  const sentence = await page.locator('p', { hasText: `${step}/6` }).textContent()

  await page.goto('about:blank')
  await page.goto(toStep)
  await expect(page.locator('p', { hasText: `${step}/6` })).toHaveText(sentence ?? '')
  await expect(identity).toHaveAttribute('data-current', 'true')
  const tabs = page.getByRole('tablist', { name: 'Policy layers' })
  await expect(tabs.getByRole('tab', { name: 'Identity-based' })).toHaveAttribute('aria-selected', 'true')
  await expect(policyPane(page).locator('.view-lines')).toContainText('"Action"')
})

test('the address follows the steps of the case that it opens, and holds no link after an edit', async ({ page }) => {
  const link = await openScpLink(page)
  await openTab(page, 'Path')
  await player(page).getByRole('button', { name: 'Step forward' }).click()
  await expect(page).toHaveURL(`${link}&step=1`)
  await player(page).getByRole('button', { name: 'Step forward' }).click()
  await expect(page).toHaveURL(`${link}&step=2`)
  await page.reload()
  await expect(wholePicture(page)).toBeVisible()
  await wholePicture(page).click()
  await expect(page).toHaveURL(link)

  await page.getByRole('textbox', { name: 'Title of this case' }).fill('Another case')
  await player(page).getByRole('button', { name: 'Step forward' }).click()
  await expect(wholePicture(page)).toBeVisible()
  await expect(page).toHaveURL(link.slice(0, link.indexOf('#')))
})

test('a step that the case does not have is the whole picture, and so is another case', async ({ page }) => {
  const link = await openScpLink(page)
  await page.goto('about:blank')
  await page.goto(`${link}&step=77`)
  await expectVerdict(page, 'explicitDeny', 'scp')
  await expect(wholePicture(page)).toHaveCount(0)
  await openTab(page, 'Path')
  await player(page).getByRole('button', { name: 'Step forward' }).click()
  await expect(wholePicture(page)).toBeVisible()
  await page.getByRole('button', { name: 'Examples' }).first().click()
  await page.getByRole('menuitem', { name: /^A role of another account/ }).click()
  await expectVerdict(page, 'implicitDeny', 'trust')
  await expect(wholePicture(page)).toHaveCount(0)
})

test('a pasted link that is damaged leaves the case as it is; one of an exercise or a deck opens on its own page', async ({
  page,
}) => {
  await openPutObjectCase(page)
  await paste(page, 'https://example.org/why/#99/abcdefghijklmnop')
  await expect(notices(page)).toContainText('newer version')
  await expectVerdict(page, 'implicitDeny', 'identity')
  await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)

  await paste(page, 'https://example.org/why/#x1/AAAA')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This exercise does not open')
  await page.getByRole('link', { name: 'Workbench' }).click()
  await expect(page.getByText('The link contained an exercise, which opened on its own page.')).toBeVisible()
  await expectVerdict(page, 'implicitDeny', 'identity')
  await paste(page, 'https://example.org/why/#d9/AAAA&step=2')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This deck does not open')
})

/** What else a link can be is asked of the decoder, in unit tests. */
const BROKEN = [
  ['cut off', savedLink('no-identity-allow').slice(0, 50), /is missing|cannot be opened/],
  ['hostile', `#1/<img src=x onerror="document.title='owned'">`, /cannot be opened|is missing/],
] as const

for (const [name, fragment, sentence] of BROKEN) {
  test(`a link that is ${name} gives a sentence and an empty workbench`, async ({ page }) => {
    const crashes: Error[] = []
    page.on('pageerror', (error) => crashes.push(error))
    await page.goto(`./${fragment}`)
    await expect(notices(page)).toContainText(sentence)
    await emptyWorkbench(page)
    await expect(page).toHaveTitle('Why Denied?')
    expect(crashes).toEqual([])
  })
}

test('#error= opens the app on a message', async ({ page }) => {
  await page.goto(`./#error=${encodeURIComponent(PUT_OBJECT_ERROR)}`)
  await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
  await expect(page.getByRole('textbox', { name: 'Action' })).toHaveValue('s3:PutObject')
})

test('an error in the address that is too long is refused in words', async ({ page }) => {
  await page.goto(`./#error=${'a'.repeat(50_001)}`)
  await expect(notices(page)).toContainText('at most 50000 are accepted')
  await emptyWorkbench(page)
})

test('an error in the query is taken once, not at every turn of the fragment', async ({ page }) => {
  await page.goto(`./?error=${encodeURIComponent(PUT_OBJECT_ERROR)}`)
  await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
  await pasteBox(page).press('Control+End')
  await pasteBox(page).pressSequentially(' (mine)')
  await page.getByRole('link', { name: 'Learn' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Workbench' }).click()
  await expect(pasteBox(page)).toHaveValue(`${PUT_OBJECT_ERROR} (mine)`)
})

test('an answer that comes late leaves the focus with who began to write', async ({ page }) => {
  const release = await holdBack(page, /\/assets\/DiagnosisView/)
  await page.goto(`./?error=${encodeURIComponent(PUT_OBJECT_ERROR)}`)
  await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
  await pasteBox(page).press('Control+End')
  await pasteBox(page).pressSequentially(' (mi')
  release()
  await expect(page.getByRole('tab', { name: 'Why' })).toBeVisible()
  await page.keyboard.type('ne)')
  await expect(pasteBox(page)).toHaveValue(`${PUT_OBJECT_ERROR} (mine)`)
})

test('an unknown fragment is the workbench', async ({ page }) => {
  await openApp(page, './#/nowhere')
  await emptyWorkbench(page)
})

test('a browser that refuses to change the address without a step takes a step', async ({ page }) => {
  await openPutObjectCase(page)
  await page.evaluate(() => {
    window.history.replaceState = () => {
      throw new DOMException('Attempt to use history.replaceState() more than 100 times', 'SecurityError')
    }
  })
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Copy' }).first().click()
  await expect.poll(() => page.url()).toContain('#1/')
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Title of this case' }).fill('another')
  await expect.poll(() => page.url()).not.toContain('#1/')
  await expect(page.getByRole('textbox', { name: 'Title of this case' })).toHaveValue('another')
  await expectVerdict(page, 'implicitDeny', 'identity')
})
