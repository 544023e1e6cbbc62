import { expect, test, type Page } from '@playwright/test'
import { expectVerdict, openApp, openPutObjectCase, pasteBox, PUT_OBJECT_ERROR, verdict, notices } from './workbench'

async function sharedLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share' }).click()
  const link = page.getByRole('textbox', { name: 'Link' })
  await expect(link).toHaveValue(/#1\//)
  const address = await link.inputValue()
  await page.keyboard.press('Escape')
  return address
}

const emptyWorkbench = async (page: Page) => {
  await expect(pasteBox(page)).toHaveValue('')
  await expect(verdict(page)).toHaveAttribute('data-decision', 'none')
}

test('a link opens in another browser to the same verdict', async ({ page, browser }) => {
  await openPutObjectCase(page)
  const address = await sharedLink(page)
  const sentence = await verdict(page).locator('p').first().innerText()

  const other = await browser.newContext()
  const reader = await other.newPage()
  await reader.goto(address)
  await expectVerdict(reader, 'implicitDeny', 'identity')
  await expect(verdict(reader).locator('p').first()).toHaveText(sentence)
  await expect(pasteBox(reader)).toHaveValue(PUT_OBJECT_ERROR)
  await other.close()
})

test('the copied link is the one that is shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPutObjectCase(page)
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Copied.')
  const shown = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown)
})

test('a link that is pasted into the box opens', async ({ page }) => {
  await openPutObjectCase(page)
  const address = await sharedLink(page)
  await page.getByRole('button', { name: 'All commands' }).click()
  await page.getByRole('combobox').fill('start a new case')
  await page.keyboard.press('Enter')
  await emptyWorkbench(page)
  await pasteBox(page).fill(address)
  await expectVerdict(page, 'implicitDeny', 'identity')
})

const BROKEN = [
  ['damaged', (link: string) => link.slice(0, -8) + 'AAAAAAAA', /cannot be opened|did not arrive/],
  ['cut off', (link: string) => link.slice(0, Math.floor(link.length / 2)), /did not arrive|cannot be opened/],
  ['from a newer version', () => '#99/abcdef', /newer version/],
  ['oversized', () => `#1/${'A'.repeat(300_000)}`, /at most|cannot be opened/],
  ['hostile', () => `#1/<img src=x onerror="document.title='owned'">`, /cannot be opened|did not arrive/],
  ['empty', () => '#1/', /cannot be opened|did not arrive|no link/],
] as const

for (const [name, make, sentence] of BROKEN) {
  test(`a link that is ${name} gives a sentence and an empty workbench`, async ({ page }) => {
    const crashes: Error[] = []
    page.on('pageerror', (error) => crashes.push(error))
    await openPutObjectCase(page)
    const fragment = new URL(await sharedLink(page)).hash
    await page.goto('about:blank')
    await page.goto(`./${make(fragment)}`)
    await expect(notices(page)).toContainText(sentence)
    await emptyWorkbench(page)
    await expect(page).toHaveTitle('Why Denied?')
    expect(crashes).toEqual([])
  })
}

for (const address of ['./#error=', './?error=']) {
  test(`${address} opens the app on a message`, async ({ page }) => {
    await page.goto(address + encodeURIComponent(PUT_OBJECT_ERROR))
    await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
    await expect(page.getByRole('textbox', { name: 'Action' })).toHaveValue('s3:PutObject')
  })
}

test('an unknown fragment is the workbench', async ({ page }) => {
  await openApp(page, './#/nowhere')
  await emptyWorkbench(page)
})
