import { expect, type Page, type Route } from '@playwright/test'
import { test } from './kept-page'
import {
  expectVerdict,
  notices,
  openApp,
  openPutObjectCase,
  paste,
  pasteBox,
  PUT_OBJECT_ERROR,
  READ_POLICY,
  verdict,
  policyPane,
} from './workbench'

// Parts that do not come are all fetched alike: lazy-part.test.ts has them all. Here one of each kind.

/** Lets a part of the page fail as long as the function that it returns was not called. */
async function failPart(page: Page, chunk: RegExp): Promise<() => Promise<void>> {
  const fail = (route: Route) => route.abort()
  await page.route(chunk, fail)
  return () => page.unroute(chunk, fail)
}

const failure = (page: Page) => page.getByRole('alert').filter({ hasText: 'couldn’t be loaded' })
const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' })

test('a page that did not load says so, comes whole at a further try, with its style sheet, and the case is kept', async ({
  page,
}) => {
  const mendSheet = await failPart(page, /LearnPage-[^/]*\.css/)
  const mendCode = await failPart(page, /LearnPage-[^/]*\.js/)
  await openPutObjectCase(page)
  await page.getByRole('link', { name: 'Learn' }).click()
  await expect(failure(page)).toBeVisible()
  await tryAgain(page).click()
  await expect(failure(page)).toBeVisible()
  await page.getByRole('link', { name: 'Workbench' }).click()
  await expectVerdict(page, 'implicitDeny', 'identity')
  await page.goBack()
  await mendCode()
  await tryAgain(page).click()
  // Without its style sheet it is not shown.
  await expect(failure(page)).toBeVisible()
  await mendSheet()
  await tryAgain(page).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await page.evaluate(() => [...document.styleSheets].some(({ href }) => href?.includes('LearnPage')))).toBe(
    true,
  )
  await page.getByRole('link', { name: 'Workbench' }).click()
  await expectVerdict(page, 'implicitDeny', 'identity')
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled()
})

test('an error that was pasted while the engine did not load is read at the second try, with what was typed since; a pane that did not load leaves the others alive', async ({
  page,
}) => {
  const mendEngine = await failPart(page, /engine-chunk/)
  const mendPane = await failPart(page, /DiagnosisView/)
  const mendFixes = await failPart(page, /remedies/)
  const title = page.getByRole('textbox', { name: 'Title of this case' })
  await openApp(page)
  await paste(page, PUT_OBJECT_ERROR)
  await expect(notices(page)).toContainText('couldn’t be loaded')
  await title.fill('typed since')
  await mendEngine()
  await notices(page).getByRole('button', { name: 'Try again' }).click()
  const pane = page.getByRole('region', { name: 'Diagnosis', exact: true })
  await expect(pane.getByText('couldn’t be loaded')).toBeVisible()
  await title.fill('still alive')
  await mendPane()
  await pane.getByRole('button', { name: 'Try again' }).click()
  await expectVerdict(page, /./, 'identity')
  await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
  await expect(title).toHaveValue('still alive')
  await page.getByRole('tab', { name: 'Fix' }).click()
  await expect(failure(page)).toBeVisible()
  await mendFixes()
  await tryAgain(page).click()
  await expect(page.getByRole('list', { name: 'Fixes' })).toBeVisible()
})

test('an editor whose code did not come says so, and comes at a further try with what was typed since', async ({
  page,
}) => {
  const mendSheet = await failPart(page, /monaco-[^/]*\.css/)
  const mendCode = await failPart(page, /monaco-[^/]*\.js/)
  await openPutObjectCase(page)
  const pane = policyPane(page)
  const failed = pane.getByRole('alert').filter({ hasText: 'The editor couldn’t be loaded' })
  await expect(failed).toBeVisible()
  await pane.locator('textarea').fill(READ_POLICY.replace('"Read"', '"TypedSince"'))
  for (const mend of [mendCode, mendSheet]) {
    await failed.getByRole('button', { name: 'Try again' }).click()
    await expect(failed).toBeVisible()
    await mend()
  }
  await failed.getByRole('button', { name: 'Try again' }).click()
  await expect(pane.locator('.view-lines')).toContainText('TypedSince')
  await expect(failed).toHaveCount(0)
})

test('a log whose parts did not come says so, and is read when the last of them is here', async ({ page }) => {
  const parts = [/sample-trail/, /trail-engine/, /first-look/, /trail-worker/]
  const mends: (() => Promise<void>)[] = []
  for (const part of parts) mends.push(await failPart(page, part))
  await page.goto('./#/trail')
  await page.getByRole('button', { name: 'Try a sample' }).click()
  for (const mend of mends) {
    await expect(page.getByText('“sample.json” wasn’t read')).toBeVisible()
    await mend()
    await tryAgain(page).click()
  }
  await expect(page.getByRole('table')).toBeVisible()
})

test('where the browser starts no worker a case is judged all the same, and a log and the explorer say so', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const Real = window.Worker
    Object.defineProperty(window, 'mend', { value: () => (window.Worker = Real) })
    window.Worker = class {
      constructor() {
        throw new Error('no worker')
      }
    } as unknown as typeof Worker
  })
  await openPutObjectCase(page)
  await expect(policyPane(page).locator('.view-lines')).toContainText('s3:GetObject')
  await expect(page.getByText('This part of the page failed')).toHaveCount(0)
  await page.getByRole('link', { name: 'Explore actions' }).click()
  await expect(page.getByText('couldn’t start this part')).toBeVisible()
  await page.getByRole('link', { name: 'Workbench' }).click()
  const log = `${PUT_OBJECT_ERROR}\n${'x'.repeat(220_000)}\n${PUT_OBJECT_ERROR.replaceAll('uploads/', 'other/')}`
  await page
    .getByLabel('File with a case, a CloudTrail log or a policy')
    .setInputFiles({ name: 'app.log', mimeType: 'text/plain', buffer: Buffer.from(log) })
  await expect(page.getByText('“app.log” wasn’t read')).toBeVisible()
  await page.evaluate('mend()')
  await tryAgain(page).click()
  await expect(page.getByRole('table')).toBeVisible()
  await page.getByRole('link', { name: 'Workbench' }).click()
  await page.getByRole('link', { name: 'Explore actions' }).click()
  await expect(page.getByText(/actions shown, asked in/)).toBeVisible()
})

test('a worker that ends without a word is noticed: what it did is done again, or said to have failed', async ({
  page,
}) => {
  // Each worker ends by itself as soon as it begins its work, which comes to it again once it holds its lock.
  await page.route(/(?:heavy|log)-worker-[\w-]+\.js/, async (route) => {
    const response = await route.fetch()
    const dying =
      "addEventListener('message', (event) => { if (event.isTrusted) return; event.stopImmediatePropagation(); close() });"
    await route.fulfill({ response, body: `${dying}\n${await response.text()}` })
  })
  await openApp(page)
  await paste(page, `${PUT_OBJECT_ERROR}\n${'x'.repeat(12_000)}`)
  await expect(verdict(page)).toContainText('s3:PutObject')
  const log = `${PUT_OBJECT_ERROR}\n${'x'.repeat(220_000)}\n${PUT_OBJECT_ERROR.replaceAll('uploads/', 'other/')}`
  await page
    .getByLabel('File with a case, a CloudTrail log or a policy')
    .setInputFiles({ name: 'app.log', mimeType: 'text/plain', buffer: Buffer.from(log) })
  await expect(page.getByText('“app.log” wasn’t read')).toBeVisible()
})

test('an error in a pane leaves the others, and trying again shows it anew', async ({ page }) => {
  await openPutObjectCase(page)
  // An extension of the browser that does not let the diagnosis draw.
  await page.evaluate(() => {
    const { insertBefore, appendChild, removeChild } = Node.prototype
    const real = { insertBefore, appendChild, removeChild }
    Object.defineProperty(window, 'mend', { value: () => Object.assign(Node.prototype, real) })
    for (const [name, way] of Object.entries(real))
      Object.defineProperty(Node.prototype, name, {
        configurable: true,
        writable: true,
        value(this: Node, ...nodes: Node[]): unknown {
          if (this instanceof Element && this.closest('#diagnosis-pane')) throw new Error('not here')
          return Reflect.apply(way, this, nodes)
        },
      })
  })
  await page.getByRole('textbox', { name: 'Resource' }).first().fill('arn:aws:s3:::my-bucket/other')
  await expect(page.getByText('This part of the page failed').first()).toBeVisible()
  await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
  await page.evaluate('mend()')
  while ((await tryAgain(page).count()) > 0) await tryAgain(page).first().click()
  await expect(page.getByText('This part of the page failed')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(verdict(page)).toBeVisible()
})
