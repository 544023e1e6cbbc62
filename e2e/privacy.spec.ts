import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './kept-page'
import { holdBack, openApp, openPutObjectCase, paste, pasteBox, policyPane, PUT_OBJECT_ERROR } from './workbench'

test('no request leaves the origin, over the whole main job', async ({ page, baseURL }) => {
  const origin = new URL(baseURL ?? '').origin
  const strangers: string[] = []
  const sent: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')) strangers.push(url)
    if (request.method() !== 'GET' || url.includes('deploy-bot')) sent.push(`${request.method()} ${url}`)
  })
  page.on('websocket', (socket) => strangers.push(socket.url()))

  await openApp(page)
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem').first().click()
  await paste(page, PUT_OBJECT_ERROR)
  for (const tab of await page.getByRole('tablist', { name: 'Policy layers' }).getByRole('tab').all()) await tab.click()
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/#1\//)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('dark')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Learn' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')

  expect(strangers).toEqual([])
  expect(sent).toEqual([])
})

test('the page forbids what it does not do', async ({ page }) => {
  await openApp(page)
  const refused = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        })
        void fetch('https://example.com/').catch(() => undefined)
      }),
  )
  expect(refused).toBe('connect-src')
})

test('no code that comes later makes a policy of its own for what becomes HTML', async ({ page }) => {
  await openApp(page)
  const made = await page.evaluate(() => {
    interface Policy {
      createHTML(text: string): unknown
      createScriptURL(url: string): unknown
      createScript?(text: string): unknown
    }
    type Factory = new () => { createPolicy(name: string, rules?: object): Policy }
    const { trustedTypes, TrustedTypePolicyFactory } = window as unknown as {
      trustedTypes: InstanceType<Factory>
      TrustedTypePolicyFactory: Factory
    }
    const refuses = (make: () => unknown) => {
      try {
        make()
        return false
      } catch {
        return true
      }
    }
    const rules = { createHTML: (text: string) => text }
    const names = ['default', 'editor', 'dompurify', 'editorViewLayer', 'mine']
    const { createPolicy } = TrustedTypePolicyFactory.prototype
    const given = trustedTypes.createPolicy('dompurify', rules)
    return {
      taken: names.filter((name) => !refuses(() => createPolicy.call(trustedTypes, name, rules))),
      runs: [
        '<img src="x" onerror="alert(1)">',
        '<div class="a" onclick="alert(1)">a</div>',
        '<a href="java&#115;cript:alert(1)">a</a>',
        '<iframe srcdoc="<b>a</b>"></iframe>',
        '<svg><script>alert(1)</' + 'script></svg>',
        '<style><img src=x></style><b onmouseover=alert(1)>a</b>',
      ].filter((html) => !refuses(() => given.createHTML(html))),
      foreign: !refuses(() => given.createScriptURL('https://example.com/a.js')),
      drawn: String(given.createHTML('<div class="view-line" style="top:0px"><span>"only"=1 &lt;b&gt;</span></div>')),
      told:
        String(given.createHTML('<p>A <a href="https://example.com/">page</a> and <code>s3:*</code></p>')).length > 0,
    }
  })
  expect(made).toEqual({
    taken: [],
    runs: [],
    foreign: false,
    drawn: '<div class="view-line" style="top:0px"><span>"only"=1 &lt;b&gt;</span></div>',
    told: true,
  })
})

const SECRET = 'kQ7xT2pLm9Zr4WbN8vYc3HsJ6fDgA1eUoRi5+tX/'
const LEAKY = `aws_secret_access_key = ${SECRET}`

/** Fields that keep what is entered to themselves, and how one comes to them. */
const FIELDS: Readonly<Record<string, (page: Page) => Promise<Locator>>> = {
  'the notes of a deck': async (page) => {
    await page.goto('./#/learn/deck')
    return page.getByRole('textbox', { name: 'Notes for the first page' })
  },
  'the command palette': async (page) => {
    await openApp(page)
    await page.keyboard.press('Control+k')
    return page.getByRole('dialog').getByRole('combobox')
  },
  'the filter of a log': async (page) => {
    await page.goto('./#/trail')
    await page.getByRole('button', { name: 'Try a sample' }).click()
    return page.getByRole('searchbox', { name: 'Filter the denials' })
  },
}

for (const [name, reach] of Object.entries(FIELDS))
  test(`a secret that is entered in ${name} does not stay in the page`, async ({ page }) => {
    const field = await reach(page)
    await field.fill(LEAKY)
    await expect(field).toHaveValue('aws_secret_access_key = [removed]')
    await field.fill('a word')
    await expect(field).toHaveValue('a word')
    const text = await page.evaluate(() => document.documentElement.outerHTML)
    for (let at = 0; at + 8 <= SECRET.length; at += 1) expect(text).not.toContain(SECRET.slice(at, at + 8))
  })

test('a secret that is pasted into the policy of a repair does not stay in the page', async ({ page }) => {
  await page.goto('./#/learn')
  await page.locator('ol a[href^="#/learn/"]').nth(1).click()
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Answer' }).click()
  await page.getByRole('button', { name: 'Repair' }).click()
  const editor = page.getByRole('region', { name: 'Repair' }).locator('.monaco-editor').getByRole('textbox').first()
  await editor.focus()
  await editor.evaluate((target, text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, LEAKY)
  await expect(page.getByRole('region', { name: 'Repair' }).locator('.view-lines').first()).toContainText('[removed]')
  expect(await page.content()).not.toContain(SECRET.slice(0, 8))
})

/** All that the page holds or keeps: what stands in its fields and texts, its address, and both of its storages. */
const everything = (page: Page) =>
  page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
      window.location.href,
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify({ ...localStorage }),
    ].join('\n'),
  )

const holdsPiece = (text: string) =>
  Array.from({ length: SECRET.length - 7 }, (_, at) => SECRET.slice(at, at + 8)).filter((piece) => text.includes(piece))

/** Fields that a case takes a text in, and how one comes to them. */
const CASE_FIELDS = {
  'the box': async (page: Page) => pasteBox(page),
  'the title': async (page: Page) => page.getByRole('textbox', { name: 'Title of this case' }),
  'the resource': async (page: Page) => page.getByRole('textbox', { name: 'Resource' }).first(),
  'an editor': async (page: Page) => {
    const editor = policyPane(page).locator('.monaco-editor').getByRole('textbox').first()
    await expect(policyPane(page).locator('.monaco-editor')).toBeVisible()
    return editor
  },
} satisfies Record<string, (page: Page) => Promise<Locator>>

/** Each field once, fast or as a hand does: what is kept of a text in pieces is asked of every field and pace in unit tests. */
const PACES: Readonly<Record<keyof typeof CASE_FIELDS, number>> = {
  'the title': 25,
  'the resource': 0,
  'an editor': 25,
  'the box': 0,
}

test('a secret that is typed into any field is nowhere afterwards, and not in the link', async ({ page }) => {
  test.slow()
  await openPutObjectCase(page)
  for (const [name, delay] of Object.entries(PACES) as [keyof typeof CASE_FIELDS, number][])
    await test.step(`${name}, with ${delay} ms between two keys`, async () => {
      const field = await CASE_FIELDS[name](page)
      await field.focus()
      await page.keyboard.press('Control+End')
      await page.keyboard.type(` ${LEAKY}`, { delay })
      await expect.poll(async () => holdsPiece(await everything(page))).toEqual([])
      expect(await everything(page)).toContain('[removed]')
    })
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/#1\//)
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  await page.goto('about:blank')
  await page.goto(link)
  await expect(pasteBox(page)).not.toHaveValue('')
  expect(holdsPiece(await everything(page))).toEqual([])
})

test('a secret that is typed before the code that finds it is here is nowhere once that came, and was never kept', async ({
  page,
}) => {
  await noteWritten(page)
  const letGo = await holdBack(page, /\/assets\/engine-/)
  await openApp(page)
  await page.getByRole('textbox', { name: 'Title of this case' }).pressSequentially(`mine ${LEAKY}`)
  await pasteBox(page).pressSequentially(`first ${LEAKY}`)
  await expect(pasteBox(page)).toHaveValue(`first ${LEAKY}`)
  letGo()
  await expect(pasteBox(page)).toHaveValue('first aws_secret_access_key = [removed]')
  await expect(page.getByRole('textbox', { name: 'Title of this case' })).toHaveValue(
    'mine aws_secret_access_key = [removed]',
  )
  await expect.poll(async () => holdsPiece(await everything(page))).toEqual([])
  const isKept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }).includes('[removed]'))
  await expect.poll(isKept).toBe(true)
  expect(holdsPiece(await written(page))).toEqual([])
})

test('a password that is not typed to its end is in no link, no report and no case file', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPutObjectCase(page)
  await page.getByRole('textbox', { name: 'Title of this case' }).fill('the password: Rain-Sp')
  await pasteBox(page).fill(`${PUT_OBJECT_ERROR}\nDB_PASSWORD=Rain-Sp`)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('button', { name: 'Copy as Markdown' }).click()
  const report = await page.evaluate(() => navigator.clipboard.readText())
  expect(report).toContain('s3:PutObject')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a case file' }).click()
  const file = readFileSync(await (await saved).path(), 'utf8')
  await page.goto('about:blank')
  await page.goto((/\bhttps?:\S+#1\/[\w-]+/.exec(report) ?? [''])[0])
  await expect(pasteBox(page)).toHaveValue(/DB_PASSWORD=\[removed\]/)
  for (const text of [report, file, await everything(page)]) expect(text).not.toContain('Rain-Sp')
})

/** Notes all that the page ever writes where something is kept, and every address that it gives itself. */
const noteWritten = (page: Page) =>
  page.addInitScript(() => {
    const written: string[] = []
    Object.defineProperty(window, 'written', { value: written })
    const noted = (of: object, name: string) => {
      const real = (of as Record<string, (...args: unknown[]) => unknown>)[name]!
      Object.defineProperty(of, name, {
        value(this: unknown, ...args: unknown[]) {
          written.push(JSON.stringify(args))
          return real.apply(this, args)
        },
      })
    }
    noted(Storage.prototype, 'setItem')
    noted(IDBObjectStore.prototype, 'put')
    noted(History.prototype, 'pushState')
    noted(History.prototype, 'replaceState')
  })
const written = (page: Page) => page.evaluate(() => (window as unknown as { written: string[] }).written.join('\n'))

for (const address of ['./#error=', './?error='])
  test(`a secret behind ${address} is off the address at once, and nowhere in the page`, async ({ page }) => {
    await noteWritten(page)
    await page.goto(address + encodeURIComponent(`${PUT_OBJECT_ERROR}\n${LEAKY}`))
    await expect(pasteBox(page)).toHaveValue(/\[removed\]/)
    expect(new URL(page.url()).hash + new URL(page.url()).search).toBe('')
    await expect.poll(async () => holdsPiece(await everything(page))).toEqual([])
    const isKept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }).includes('[removed]'))
    await expect.poll(isKept).toBe(true)
    expect(holdsPiece(await written(page))).toEqual([])
    await page.reload()
    await expect(pasteBox(page)).toHaveValue(/\[removed\]/)
    expect(holdsPiece(`${await everything(page)}\n${await written(page)}`)).toEqual([])
  })

test('a secret in an address that is followed on the page is in no step of its history', async ({ page }) => {
  await noteWritten(page)
  await openApp(page)
  await page.getByRole('link', { name: 'Learn' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate((message) => {
    window.location.hash = `#error=${encodeURIComponent(message)}`
  }, `${PUT_OBJECT_ERROR}\n${LEAKY}`)
  await expect(pasteBox(page)).toHaveValue(/\[removed\]/)
  expect(holdsPiece(page.url())).toEqual([])
  await page.goBack()
  await expect(page).toHaveURL(/#\/learn/)
  await page.goForward()
  await expect(pasteBox(page)).toHaveValue(/\[removed\]/)
  expect(holdsPiece(`${page.url()}\n${await everything(page)}\n${await written(page)}`)).toEqual([])
})
