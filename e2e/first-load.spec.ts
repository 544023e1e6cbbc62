import { gzipSync } from 'node:zlib'
// Each test is a first visit, in a browser that has nothing of the page: this is Playwright’s own test, not ours.
import { expect, test, type Page, type Response } from '@playwright/test'
import { expectVerdict, holdBack, openApp, paste, pasteBox, PUT_OBJECT_ERROR, READ_POLICY, notices } from './workbench'

/** What lets the drawn page be used, and all that is here before the second stage begins to come, in bytes of gzip. */
const FIRST_BYTES = 8_000
const PAGE_BYTES = 124_000

/** Weighs the scripts that come from now on. */
function weighScripts(page: Page): () => Promise<number> {
  const scripts = new Map<string, Promise<Buffer>>()
  const note = (response: Response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.set(response.url(), response.body())
  }
  page.on('response', note)
  return async () => {
    page.off('response', note)
    const sizes = (await Promise.all(scripts.values())).map((body) => gzipSync(body).length)
    expect(sizes.length).toBeGreaterThan(0)
    return sizes.reduce((sum, size) => sum + size, 0)
  }
}

/** The code of the page itself, which opens once the drawn page stands. */
const PAGE_CODE = /\/assets\/(?:page|frame)-[^/]*\.js/

test('the drawn page is used with at most 8 kB of compressed JavaScript, and what the page’s code has to do is done when that is here', async ({
  page,
}) => {
  const weight = weighScripts(page)
  const letGo = await holdBack(page, PAGE_CODE)
  await page.goto('./')
  await expect(pasteBox(page)).toBeFocused()
  await page.getByRole('button', { name: 'Switch to the dark theme' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('button', { name: 'Switch to the light theme' })).toBeFocused()
  expect(await weight()).toBeLessThanOrEqual(FIRST_BYTES)
  await pasteBox(page).click()
  await page.keyboard.type('Access Denied')
  await expect(pasteBox(page)).toHaveValue('Access Denied')
  await page.getByRole('textbox', { name: 'Title of this case' }).fill('Deploy')
  await page.getByRole('button', { name: 'All commands' }).click()
  letGo()
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(pasteBox(page)).toHaveValue('Access Denied')
  await expect(page.getByRole('textbox', { name: 'Title of this case' })).toHaveValue('Deploy')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('button', { name: 'All commands' })).toBeFocused()
})

test('what is pasted beside every field of the drawn page, or dropped on it, is answered', async ({ page }) => {
  for (const how of ['paste', 'drop'] as const) {
    const letGo = await holdBack(page, PAGE_CODE)
    await page.goto('about:blank')
    await page.goto('./', { waitUntil: 'domcontentloaded' })
    await expect(pasteBox(page)).toBeFocused()
    await pasteBox(page).blur()
    await page.evaluate(
      ([sign, text]) => {
        const data = new DataTransfer()
        data.setData('text/plain', text)
        const how = { bubbles: true, cancelable: true }
        document.body.dispatchEvent(
          sign === 'paste'
            ? new ClipboardEvent('paste', { ...how, clipboardData: data })
            : new DragEvent('drop', { ...how, dataTransfer: data }),
        )
      },
      [how, PUT_OBJECT_ERROR] as const,
    )
    letGo()
    await expectVerdict(page, 'implicitDeny', 'identity')
    await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
    await page.unrouteAll()
    await page.evaluate(() => sessionStorage.clear())
  }
})

test('the keyboard stays where it was when the code of the page comes', async ({ page }) => {
  const letGo = await holdBack(page, PAGE_CODE)
  await page.goto('./')
  await page.getByRole('link', { name: 'Learn', exact: true }).focus()
  letGo()
  await expect(page.getByRole('list').getByRole('button', { name: /Nothing allows s3:PutObject/ })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Learn', exact: true })).toBeFocused()
})

test('a press that is on its way when the code of the page comes does what it was meant for', async ({ page }) => {
  const letGo = await holdBack(page, PAGE_CODE)
  const code = page.waitForResponse(/\/assets\/frame-/)
  await page.goto('./')
  await page.getByRole('button', { name: 'All commands' }).hover()
  await page.mouse.down()
  letGo()
  await (await code).finished()
  await page.waitForTimeout(300)
  await page.mouse.up()
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
})

test('a page whose code does not come says so, keeps what was typed, and tries again', async ({ page }) => {
  await page.route(PAGE_CODE, (route) => route.abort())
  await page.goto('./')
  await expect(notices(page)).toContainText('couldn’t be loaded')
  await page.keyboard.type(PUT_OBJECT_ERROR)
  await page.unroute(PAGE_CODE)
  await notices(page).getByRole('button', { name: 'Try again' }).click()
  await expectVerdict(page, 'implicitDeny', 'identity')
  await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
})

test('a link that is followed on the drawn page leads to its page', async ({ page }) => {
  const letGo = await holdBack(page, PAGE_CODE)
  await page.goto('./')
  await page.getByRole('link', { name: 'Compare', exact: true }).click()
  letGo()
  await expect(page.getByRole('heading', { level: 1, name: /Compare/ })).toBeVisible()
})

test('the page is there with at most 124 kB of compressed JavaScript, and then what reads and judges begins to come', async ({
  page,
}) => {
  const weight = weighScripts(page)
  const second = page.waitForRequest(/\/assets\/engine-chunk/)
  const letGo = await holdBack(page, /\/assets\/(?:engine|answer|panes)-/)
  await openApp(page)
  await expect(page.getByRole('button', { name: /Nothing allows s3:PutObject/ })).toBeVisible()
  await second
  expect(await weight()).toBeLessThanOrEqual(PAGE_BYTES)
  letGo()
})

test('a verdict stands before the editor has loaded', async ({ page }) => {
  // The editor's code never arrives: everything that the main job needs is fetched before it.
  const held: string[] = []
  await page.route(/\/assets\/(?:monaco|editor)/, (route) => {
    held.push(route.request().url())
    return new Promise(() => undefined)
  })
  await openApp(page)
  await page.getByRole('button', { name: /Nothing allows s3:PutObject/ }).click()
  await expectVerdict(page, 'implicitDeny', 'identity')
  await expect.poll(() => held.length).toBeGreaterThan(0)
})

test('a bare error is answered without what policies take, and a policy beside it when that is here', async ({
  page,
}) => {
  const letGo = await holdBack(page, /\/assets\/late-given-/)
  await openApp(page)
  await paste(page, PUT_OBJECT_ERROR)
  await expectVerdict(page, 'implicitDeny', 'identity')
  const verdict = page.getByRole('region', { name: 'Verdict' })
  await expect(verdict).toHaveAttribute('data-basis', 'claimed')
  await paste(page, READ_POLICY)
  await expect(notices(page)).toContainText('Added Policy 1 to Identity-based')
  await expect(verdict).not.toHaveAttribute('data-basis', 'proven')
  letGo()
  await expectVerdict(page, 'implicitDeny', 'identity')
  await expect(verdict).toHaveAttribute('data-basis', 'proven')
})

test('a bare error is answered where what policies take cannot come', async ({ page }) => {
  await page.route(/\/assets\/(?:late-given|policies)-/, (route) => route.abort())
  await openApp(page)
  await paste(page, PUT_OBJECT_ERROR)
  await expectVerdict(page, 'implicitDeny', 'identity')
})

test('a text that comes before the second stage is read when it is here', async ({ page }) => {
  const letGo = await holdBack(page, /\/assets\/engine-chunk/)
  await openApp(page)
  await paste(page, PUT_OBJECT_ERROR)
  await expect(page.getByRole('textbox', { name: 'Paste an error, event, policy or link' })).toHaveValue(
    PUT_OBJECT_ERROR,
  )
  letGo()
  await expect(page.getByRole('textbox', { name: 'Action' })).toHaveValue('s3:PutObject')
})

test('what is said of a service’s own words begins to come before what judges is here, and the answer is whole', async ({
  page,
}) => {
  const letGo = await holdBack(page, /\/assets\/engine-(?:chunk|rooms)/)
  const said = page.waitForRequest(/\/assets\/data-/)
  await openApp(page)
  await paste(
    page,
    "An error occurred (InvalidInputException) when calling the CreateCrawler operation: Service is unable to assume provided role. Please verify role's TrustPolicy",
  )
  await said
  const verdict = page.getByRole('region', { name: 'Verdict' })
  await expect(verdict).toHaveAttribute('data-decision', 'none')
  letGo()
  await expect(verdict).toContainText('A crawler or job runs as its role')
})

test('a part that cannot be loaded is told, and what was typed stays', async ({ page }) => {
  await page.route(/\/assets\/engine-chunk/, (route) => route.abort())
  await openApp(page)
  await paste(page, PUT_OBJECT_ERROR)
  await expect(notices(page)).toContainText('couldn’t be loaded')
  await expect(page.getByRole('textbox', { name: 'Paste an error, event, policy or link' })).toHaveValue(
    PUT_OBJECT_ERROR,
  )
})

test('the empty page stands before its code, and what is typed there is answered', async ({ page }) => {
  const letGo = await holdBack(page, /\/assets\/index-[^/]*\.js/)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const isAsked = () => asked.some((url) => url.includes('/assets/engine-chunk'))
  await page.goto('./', { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { name: 'Find the IAM policy that denied your AWS call.' })).toBeVisible()
  await pasteBox(page).click()
  await expect.poll(() => asked.some((url) => url.includes('/assets/ahead-'))).toBe(true)
  // The code of the page is on its way beside the first; nobody waits for an answer yet.
  expect(asked.some((url) => PAGE_CODE.test(url))).toBe(true)
  expect(isAsked()).toBe(false)
  await page.keyboard.type('User: arn:aws:iam::123456789012:user/ada is not authorized to perform: s3:ListAllMyBuckets')
  await expect.poll(isAsked).toBe(true)
  letGo()
  await expect(page.getByRole('textbox', { name: 'Action' })).toHaveValue('s3:ListAllMyBuckets')
  await expect(pasteBox(page)).toHaveValue(/user\/ada is not authorized/)
  await expect(pasteBox(page)).toBeFocused()
})

test('what reads an error that the address brings begins to come before the code of the page', async ({ page }) => {
  const letGo = await holdBack(page, /\/assets\/index-[^/]*\.js/)
  const second = page.waitForRequest(/\/assets\/engine-chunk/)
  await page.goto(`./#error=${encodeURIComponent(PUT_OBJECT_ERROR)}`, { waitUntil: 'commit' })
  await second
  letGo()
  await expect(page.getByRole('textbox', { name: 'Action' })).toHaveValue('s3:PutObject')
})
