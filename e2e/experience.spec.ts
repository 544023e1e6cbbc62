import { expect, type Page } from '@playwright/test'
import { test } from './kept-page'
import { together } from './together'
import {
  expectVerdict,
  holdBack,
  layer,
  notices,
  openApp,
  openPutObjectCase,
  openTab,
  paste,
  pasteBox,
  policyPane,
  PUT_OBJECT_ERROR,
  READ_POLICY,
  verdict,
} from './workbench'

/** The selectors of rules for a pointer that is over something of the page, in force also where there is none. */
const stickyRules = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = []
    const isOnPage = (selector: string) =>
      [...document.querySelectorAll(selector.replaceAll(':hover', ''))].some((one) => !one.closest('.monaco-editor'))
    const visit = (rules: CSSRuleList, isGuarded: boolean) => {
      for (const rule of rules) {
        const guards = rule instanceof CSSMediaRule && rule.media.mediaText.includes('hover')
        const selector = rule instanceof CSSStyleRule ? rule.selectorText : ''
        const isHover = selector.includes(':hover') && !selector.includes('&')
        if (isHover && !isGuarded && isOnPage(selector)) found.push(selector)
        if (rule instanceof CSSGroupingRule) visit(rule.cssRules, isGuarded || guards)
      }
    }
    for (const sheet of document.styleSheets) visit(sheet.cssRules, false)
    return found
  })

test('a finger that goes up on the fix or the policy scrolls the page', async ({ browser }) => {
  test.slow()
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const page = await phone.newPage()
  await openPutObjectCase(page)
  const touch = await phone.newCDPSession(page)
  const editors = [page.locator('[data-diff]').first(), policyPane(page).locator('.monaco-editor').first()]
  for (const editor of editors) {
    await expect(editor).toBeVisible()
    // What still comes above it moves the page as well: then the finger tries again.
    await expect(async () => {
      await editor.evaluate((node) => node.scrollIntoView({ block: 'center' }))
      const { y = 0, height = 0 } = (await editor.boundingBox()) ?? {}
      const from = { x: 200, y: y + height / 2 }
      const before = await page.evaluate(() => window.scrollY)
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] })
      for (let up = 20; up <= 160; up += 20)
        await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: 200, y: from.y - up }] })
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
      await expect.poll(() => page.evaluate(() => window.scrollY), { timeout: 3_000 }).toBeGreaterThan(before + 60)
    }).toPass({ timeout: 30_000 })
  }
  await phone.close()
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

/** A word with a right-to-left override and a blank without width in it. */
const disguised = (word: string) => `${word.slice(0, 2)}\u202E${word.slice(2, 4)}\u200B${word.slice(4)}`

test(
  'states, commands and what was cleared',
  together({
    'what a tab of the diagnosis shows stands in sight where it is opened': async (page) => {
      await openPutObjectCase(page)
      for (const viewport of [
        { width: 1280, height: 720 },
        { width: 390, height: 844 },
      ]) {
        await page.setViewportSize(viewport)
        await page.evaluate(() => window.scrollTo(0, 0))
        for (const name of ['Why', 'Path', 'Checks', 'Fix'] as const) {
          await openTab(page, name)
          const panel = page.getByRole('tabpanel', { name, exact: true })
          await expect(panel.locator(':scope > *').first()).toBeInViewport()
        }
      }
    },

    'a state is told to those who listen, shown without colours by lines, and never by a pointer alone': async (
      page,
    ) => {
      await openPutObjectCase(page)
      await expect(verdict(page).getByRole('heading', { level: 2 })).toContainText('s3:PutObject')
      await expect(layer(page, 'identity')).toHaveAccessibleDescription('1 policy: implicit deny')
      await expect(layer(page, 'scp')).toHaveAccessibleDescription('not given')

      // With the colours of the system, tabs, gates and marks are told apart by lines.
      await page.emulateMedia({ forcedColors: 'active' })
      const line = (name: string) => layer(page, name).evaluate((tab) => getComputedStyle(tab).borderBottomWidth)
      expect(await line('identity')).not.toBe(await line('scp'))
      await openTab(page, 'Path')
      const gates = page.getByRole('list', { name: 'Layers' }).getByRole('listitem')
      for (const gate of await gates.all()) await expect(gate).toContainText(/not given|implicit deny|does not apply/)
      await expect(page.locator('mark.mark-action').first()).toHaveCSS('text-decoration-line', /underline/)

      // Nothing lights up under a finger and stays so: rules that a tap would leave in force; the editor's own parts aside.
      expect(await stickyRules(page)).toEqual([])
    },

    'what was cleared comes back by the undo key, wherever the focus is; policies without a name are told apart by number':
      async (page) => {
        await openPutObjectCase(page)
        await page.getByRole('button', { name: 'Clear the paste box' }).click()
        await expect(notices(page)).toContainText('Undo brings it back')
        await page.keyboard.press('Control+z')
        await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
        await expect(notices(page)).toContainText('The case is back.')
        await page.getByRole('button', { name: 'New case' }).click()
        await expect(pasteBox(page)).toHaveValue('')
        await layer(page, 'scp').focus()
        await page.keyboard.press('Control+z')
        await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
        await expectVerdict(page, 'implicitDeny', 'identity')

        await paste(page, READ_POLICY.replace('Read', 'ReadMore'))
        const policies = page.getByRole('list', { name: 'Identity-based' })
        await expect(policies.getByRole('button', { name: 'Policy 1', exact: true })).toBeVisible()
        await expect(policies.getByRole('button', { name: 'Policy 2', exact: true })).toBeVisible()
      },

    'names from outside show the characters that nobody would see, wherever they are drawn': async (page) => {
      const user = `arn:aws:iam::123456789012:user/${disguised('caller')}`
      const object = `arn:aws:s3:::my-bucket/${disguised('object')}`
      const condition = (key: string) => ({
        StringEquals: { [`aws:RequestTag/${disguised(key)}`]: disguised('value') },
      })
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
      await page.getByRole('button', { name: 'Share', exact: true }).click()
      await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/#1\//)
      await expect.poll(bare).toEqual([])
    },

    'the command list knows what can be done about the answer, with the layers and the log, runs it, and says when there is none':
      async (page) => {
        await openApp(page)
        await paste(page, `${PUT_OBJECT_ERROR}\n\n${JSON.stringify(JSON.parse(READ_POLICY))}`)
        await expect(page.getByRole('button', { name: 'Try this fix' }).first()).toBeVisible()
        await page.keyboard.press('Control+k')
        const command = (name: RegExp | string) => page.getByRole('option', { name })
        for (const name of [
          'Try this fix',
          'Copy fix',
          /^Copy script/,
          'Assume none in the layers not pasted',
          'Start a new case',
          'Show the policies: Service control (SCP)',
          'Go to the log view',
        ])
          await expect(command(name)).toHaveCount(1)
        await page.getByRole('combobox').fill('assume none')
        await page.keyboard.press('Enter')
        await expect(layer(page, 'scp')).toHaveAttribute('data-status', 'none')

        await page.keyboard.press('Control+k')
        await page.getByRole('combobox').fill('nothing of this name')
        await expect(page.getByText('No command has this name.')).toBeVisible()
        await page.getByRole('combobox').fill('start a new case')
        await page.keyboard.press('Enter')
        await expect(pasteBox(page)).toHaveValue('')
      },
  }),
)
