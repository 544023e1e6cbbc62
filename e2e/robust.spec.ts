import { expect, test, type Page, type Route } from '@playwright/test'
import {
  expectVerdict,
  holdBack,
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

/** Lets a part of the page fail as long as the function that it returns was not called. */
async function failPart(page: Page, chunk: RegExp): Promise<() => Promise<void>> {
  const fail = (route: Route) => route.abort()
  await page.route(chunk, fail)
  return () => page.unroute(chunk, fail)
}

const failure = (page: Page) => page.getByRole('alert').filter({ hasText: 'could not be loaded' })
const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' })
const share = (page: Page) => page.getByRole('button', { name: 'Share', exact: true })

const PAGES = [
  { name: 'Explore', chunk: /ExplorerPage/, link: 'Explore actions', heading: 'Explore actions' },
  { name: 'Learn', chunk: /LearnPage/, link: 'Learn', heading: /Learn|evaluat|decides/i },
] as const

for (const { name, chunk, link, heading } of PAGES) {
  test(`the page ${name} says that it did not load, comes at the second try, and the case is kept`, async ({
    page,
  }) => {
    const mend = await failPart(page, chunk)
    await openPutObjectCase(page)
    await page.getByRole('link', { name: link }).click()
    await expect(failure(page)).toBeVisible()
    await tryAgain(page).click()
    await expect(failure(page)).toBeVisible()
    await mend()
    await tryAgain(page).click()
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await page.goBack()
    await expectVerdict(page, 'implicitDeny', 'identity')
    await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled()
  })
}

test('the log view says that it did not load, leads back, and comes at the second try', async ({ page }) => {
  const mend = await failPart(page, /TrailPage/)
  await openPutObjectCase(page)
  await page.evaluate(() => {
    window.location.hash = '#/trail'
  })
  await expect(failure(page)).toBeVisible()
  await page.getByRole('link', { name: 'Workbench' }).click()
  await expectVerdict(page, 'implicitDeny', 'identity')
  await mend()
  await page.evaluate(() => {
    window.location.hash = '#/trail'
  })
  await expect(page.getByRole('heading', { name: 'Log' })).toBeVisible()
})

test('Share that did not load can be tried again, and can be closed and opened again', async ({ page }) => {
  const mend = await failPart(page, /ShareDialog/)
  await openPutObjectCase(page)
  await share(page).click()
  await expect(failure(page)).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(failure(page)).toHaveCount(0)
  await share(page).click()
  await expect(failure(page)).toBeVisible()
  await mend()
  await tryAgain(page).click()
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/#1\//)
})

test('the examples that did not load leave their button, and come at the second try', async ({ page }) => {
  const mend = await failPart(page, /ExamplesMenu/)
  await openApp(page)
  await page.getByRole('button', { name: 'Examples' }).click()
  await expect(failure(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Examples' })).toBeVisible()
  await mend()
  await tryAgain(page).click()
  await expect(page.getByRole('menuitem').first()).toBeVisible()
})

const PANES = [
  { name: 'the evidence', chunk: /EvidenceDetails/, pane: 'Evidence' },
  { name: 'the policies', chunk: /LayerBody/, pane: 'Policies' },
  { name: 'the diagnosis', chunk: /DiagnosisView/, pane: 'Diagnosis' },
] as const

for (const { name, chunk, pane } of PANES) {
  test(`a part of ${name} that did not load leaves the other panes alive, and comes at the second try`, async ({
    page,
  }) => {
    const mend = await failPart(page, chunk)
    await openApp(page)
    await paste(page, PUT_OBJECT_ERROR)
    const region = page.getByRole('region', { name: pane, exact: true })
    await expect(region.getByText('could not be loaded')).toBeVisible()
    await page.getByRole('textbox', { name: 'Title of this case' }).fill('still alive')
    await mend()
    await region.getByRole('button', { name: 'Try again' }).click()
    await expectVerdict(page, /./, 'identity')
    await expect(region.getByText('could not be loaded')).toHaveCount(0)
    await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
    await expect(page.getByRole('textbox', { name: 'Title of this case' })).toHaveValue('still alive')
  })
}

test('an error that was pasted while the engine did not load is read at the second try, with what was typed since', async ({
  page,
}) => {
  const mend = await failPart(page, /engine-chunk/)
  await openApp(page)
  await paste(page, PUT_OBJECT_ERROR)
  await expect(notices(page)).toContainText('could not be loaded')
  await page.getByRole('textbox', { name: 'Title of this case' }).fill('typed since')
  await mend()
  await notices(page).getByRole('button', { name: 'Try again' }).click()
  await expectVerdict(page, /./, 'identity')
  await expect(page.getByRole('textbox', { name: 'Title of this case' })).toHaveValue('typed since')
  await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
})

test('fixes that did not load say so in their tab, and come at the second try', async ({ page }) => {
  const mend = await failPart(page, /remedies/)
  await openPutObjectCase(page)
  await page.getByRole('tab', { name: 'Fix' }).click()
  await expect(failure(page)).toBeVisible()
  await mend()
  await tryAgain(page).click()
  await expect(page.getByRole('list', { name: 'Fixes' })).toBeVisible()
})

test.describe('where the browser starts no worker', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const Real = window.Worker
      Object.defineProperty(window, 'mend', { value: () => (window.Worker = Real) })
      window.Worker = class {
        constructor() {
          throw new Error('no worker')
        }
      } as unknown as typeof Worker
    })
  })

  test('a case is judged all the same, and its policy can be edited', async ({ page }) => {
    await openPutObjectCase(page)
    await expect(policyPane(page).locator('.view-lines')).toContainText('s3:GetObject')
    await expect(page.getByText('has met something that it cannot show')).toHaveCount(0)
  })

  test('a log says that it was not read, and is read at the second try', async ({ page }) => {
    await openApp(page)
    const log = `${PUT_OBJECT_ERROR}\n${'x'.repeat(220_000)}\n${PUT_OBJECT_ERROR.replaceAll('uploads/', 'other/')}`
    await page.getByLabel('File with a case, a CloudTrail log or a policy').setInputFiles({
      name: 'app.log',
      mimeType: 'text/plain',
      buffer: Buffer.from(log),
    })
    await expect(page.getByText('“app.log” was not read')).toBeVisible()
    await page.evaluate('mend()')
    await tryAgain(page).click()
    await expect(page.getByRole('table')).toBeVisible()
  })

  test('the explorer says that it could not start, and asks at the second try', async ({ page }) => {
    await openPutObjectCase(page)
    await page.getByRole('link', { name: 'Explore actions' }).click()
    await expect(page.getByText('could not start')).toBeVisible()
    await page.evaluate('mend()')
    await tryAgain(page).click()
    await expect(page.getByText(/actions shown, asked in/)).toBeVisible()
  })
})

test('an error in a pane leaves the others, and trying again shows it anew', async ({ page }) => {
  await openPutObjectCase(page)
  // A browser that lacks something the diagnosis draws with.
  await page.evaluate(() => {
    const real = Array.prototype.toReversed
    Object.defineProperty(window, 'mend', { value: () => (Array.prototype.toReversed = real) })
    Array.prototype.toReversed = () => {
      throw new Error('not here')
    }
  })
  await page.getByRole('textbox', { name: 'Resource' }).first().fill('arn:aws:s3:::my-bucket/other')
  await expect(page.getByText('has met something that it cannot show').first()).toBeVisible()
  await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
  await page.evaluate('mend()')
  while ((await tryAgain(page).count()) > 0) await tryAgain(page).first().click()
  await expect(page.getByText('has met something that it cannot show')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(verdict(page)).toBeVisible()
})

/** A word with a right-to-left override and a blank without width in it. */
const disguised = (word: string) => `${word.slice(0, 2)}\u202E${word.slice(2, 4)}\u200B${word.slice(4)}`

test('names from outside show the characters that nobody would see, wherever they are drawn', async ({ page }) => {
  const user = `arn:aws:iam::123456789012:user/${disguised('caller')}`
  const object = `arn:aws:s3:::my-bucket/${disguised('object')}`
  const condition = (key: string) => ({ StringEquals: { [`aws:RequestTag/${disguised(key)}`]: disguised('value') } })
  await openApp(page)
  await paste(
    page,
    JSON.stringify({
      version: 1,
      title: disguised('title'),
      error: `User: ${user} is not authorized to perform: s3:PutObject on resource: "${object}" because no identity-based policy allows the s3:PutObject action`,
      request: { principal: user, action: 's3:PutObject', resource: object, context: {} },
      policies: {
        identity: [
          {
            name: disguised('policy'),
            document: {
              Version: '2012-10-17',
              Statement: [
                { Sid: disguised('allows'), Effect: 'Allow', Action: 's3:PutObject', Resource: `${object}x` },
                { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: condition('tag') },
              ],
            },
          },
        ],
        scps: [
          {
            target: disguised('target'),
            policies: [
              {
                name: disguised('limits'),
                document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
              },
            ],
          },
        ],
      },
    }),
  )
  await expectVerdict(page, /./, 'identity')
  /** What is drawn as it is written; a text that is edited, and what lies under it, stays what it is. */
  const bare = () =>
    page.evaluate(() => {
      const found: string[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = node.textContent ?? ''
        const isEdited = node.parentElement?.closest('.monaco-editor, textarea, pre[aria-hidden]')
        if (/[\u202E\u200B]/.test(text) && !isEdited) found.push(text)
      }
      return found
    })
  const marks = page.locator('main .hidden-character')
  await expect(
    page.getByRole('region', { name: 'Verdict', exact: true }).locator('.hidden-character').first(),
  ).toHaveText('U+202E')
  for (const tab of ['Fix', 'Why', 'Path', 'Next steps']) {
    await page.getByRole('tablist', { name: 'Diagnosis' }).getByRole('tab', { name: tab, exact: true }).click()
    await expect(marks.first()).toBeVisible()
    await expect.poll(bare).toEqual([])
  }
  await share(page).click()
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/#1\//)
  await expect.poll(bare).toEqual([])
})

for (const code of [/monaco-[^/]*\.js/, /monaco-[^/]*\.css/])
  test(`an editor whose ${String(code)} did not come says so, and comes at the second try with what was typed since`, async ({
    page,
  }) => {
    const mend = await failPart(page, code)
    await openPutObjectCase(page)
    const pane = policyPane(page)
    const failed = pane.getByRole('alert').filter({ hasText: 'The editor could not be loaded' })
    await expect(failed).toBeVisible()
    const typed = READ_POLICY.replace('"Read"', '"TypedSince"')
    await pane.locator('textarea').fill(typed)
    await failed.getByRole('button', { name: 'Try again' }).click()
    await expect(failed).toBeVisible()
    await mend()
    await failed.getByRole('button', { name: 'Try again' }).click()
    await expect(pane.locator('.view-lines')).toContainText('TypedSince')
    await expect(failed).toHaveCount(0)
  })

for (const part of ['trail-engine', 'first-look', 'sample-trail', 'trail-worker'])
  test(`a sample trail whose ${part} did not come says so, and is read at the second try`, async ({ page }) => {
    const mend = await failPart(page, new RegExp(part))
    await page.goto('./#/trail')
    await page.getByRole('button', { name: 'Try a sample' }).click()
    await expect(page.getByText('“sample.json” was not read')).toBeVisible()
    await mend()
    await tryAgain(page).click()
    await expect(page.getByRole('table')).toBeVisible()
  })

for (const part of ['holds-events', 'log-reader'])
  test(`a log whose ${part} did not come says so, and is read at the second try`, async ({ page }) => {
    const mend = await failPart(page, new RegExp(part))
    await openPutObjectCase(page)
    await page.evaluate(() => {
      window.location.hash = '#/trail'
    })
    const log = `${PUT_OBJECT_ERROR}\n${PUT_OBJECT_ERROR.replaceAll('uploads/', 'other/')}`
    await page
      .getByLabel('File with a log')
      .setInputFiles({ name: 'app.log', mimeType: 'text/plain', buffer: Buffer.from(log) })
    await expect(page.getByText('“app.log” was not read')).toBeVisible()
    await page.getByRole('link', { name: 'Workbench' }).click()
    await expectVerdict(page, 'implicitDeny', 'identity')
    await page.goBack()
    await mend()
    await tryAgain(page).click()
    await expect(page.getByRole('table')).toBeVisible()
  })

test('a page whose style sheet did not come is not shown without it at the second try', async ({ page }) => {
  const sheet = /LearnPage-[^/]*\.css/
  const mend = await failPart(page, sheet)
  await openApp(page)
  await page.getByRole('link', { name: 'Learn' }).click()
  await tryAgain(page).click()
  await expect(failure(page)).toBeVisible()
  await mend()
  await tryAgain(page).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await page.evaluate(() => [...document.styleSheets].some(({ href }) => href?.includes('LearnPage')))).toBe(
    true,
  )
})

test('a page whose code is on its way says so, and leads back', async ({ page }) => {
  const letGo = await holdBack(page, /LearnPage-[^/]*\.js/)
  await page.goto('./#/learn')
  await expect(page.getByText('This page is loading.')).toBeVisible()
  await page.getByRole('link', { name: 'Workbench' }).click()
  await expect(pasteBox(page)).toBeVisible()
  await page.goBack()
  letGo()
  await expect(page.locator('ol a[href^="#/learn/"]').first()).toBeVisible()
})

test('a browser that refuses to change the address without a step takes a step', async ({ page }) => {
  await openPutObjectCase(page)
  await page.evaluate(() => {
    window.history.replaceState = () => {
      throw new DOMException('Attempt to use history.replaceState() more than 100 times', 'SecurityError')
    }
  })
  await share(page).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Copy' }).first().click()
  await expect.poll(() => page.url()).toContain('#1/')
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Title of this case' }).fill('another')
  await expect.poll(() => page.url()).not.toContain('#1/')
  await expect(page.getByRole('textbox', { name: 'Title of this case' })).toHaveValue('another')
  await expectVerdict(page, 'implicitDeny', 'identity')
})
