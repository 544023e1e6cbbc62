import { expect, type Locator } from '@playwright/test'
import { test } from './kept-page'
import { together } from './together'
import { openApp, openPutObjectCase, paste, pasteBox, READ_POLICY } from './workbench'

/** The parts of the workbench that Tab reaches, in this order, at every width. */
const STOPS = [
  /^Paste an error, event, policy or link$/,
  /^Identity-based/,
  /^Identity-based policy /,
  /^Try this fix$/,
  /^Fix$/,
]

test(
  'the keyboard reaches all, and the focus is seen',
  together({
    'Tab goes from Share through evidence, layers, editor and answer at every width': async (page) => {
      await openPutObjectCase(page)
      for (const width of [1440, 720, 390]) {
        await page.setViewportSize({ width, height: 900 })
        await expect(page.getByRole('button', { name: 'Try this fix' }).first()).toBeVisible()
        await expect(page.locator('.monaco-editor').first()).toBeVisible()
        await page.getByRole('button', { name: 'Share', exact: true }).focus()
        const names: string[] = []
        for (let presses = 0; presses < 60; presses += 1) {
          await page.keyboard.press('Tab')
          const name = await page.evaluate(() => {
            const element = document.activeElement
            return element === document.body
              ? null
              : (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim()
          })
          if (name === null) break
          names.push(name)
        }
        const found = STOPS.map((stop) => names.findIndex((name) => stop.test(name)))
        expect(found, names.join(' → ')).toEqual(found.toSorted((one, other) => one - other))
        expect(found).not.toContain(-1)
      }
    },

    'where a question comes first and no layer is open, Tab reaches the layers, and an arrow opens one': async (
      page,
    ) => {
      await openApp(page)
      await paste(page, 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied')
      const layers = page.getByRole('tablist', { name: 'Policy layers' })
      await expect(page.getByText('Find out which cause it is')).toBeVisible()
      await expect(layers.locator('[role=tab][tabindex="0"]')).toHaveCount(1)
      await page.getByRole('separator', { name: 'Width of the evidence' }).focus()
      await page.keyboard.press('Tab')
      await expect(layers.getByRole('tab').first()).toBeFocused()
      await page.keyboard.press('ArrowRight')
      await expect(layers.getByRole('tab').nth(1)).toHaveAttribute('aria-selected', 'true')
    },

    'on a narrow page nothing that has the focus is under the bar of actions': async (page) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await openPutObjectCase(page)
      await expect(page.getByRole('group', { name: 'What to do first' })).toBeVisible()
      await page.getByRole('button', { name: 'Share', exact: true }).focus()
      const covered: string[] = []
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab')
        const [name, isCovered] = await page.evaluate(() => {
          const bar = document.querySelector('[aria-label="What to do first"]')
          const one = document.activeElement
          if (bar === null || one === null || one === document.body) return [null, false] as const
          const isUnder = !bar.contains(one) && one.getBoundingClientRect().bottom > bar.getBoundingClientRect().top
          // What is higher than the page is under it with its end.
          return [one.textContent, isUnder && one.clientHeight < 400] as const
        })
        if (name === null) break
        if (isCovered) covered.push(name)
      }
      expect(covered).toEqual([])
    },

    'with forced colours the command that Enter would run stands out, and the paste box shows its focus': async (
      page,
    ) => {
      await page.emulateMedia({ forcedColors: 'active' })
      await openApp(page)
      await expect(pasteBox(page)).toBeFocused()
      await expect(pasteBox(page)).toHaveCSS('outline-style', 'solid')
      await page.keyboard.press('Control+k')
      const [chosen, other] = [page.getByRole('option').nth(0), page.getByRole('option').nth(1)]
      await expect(chosen).toHaveAttribute('data-selected', 'true')
      const ground = (option: Locator) => option.evaluate((one) => getComputedStyle(one).backgroundColor)
      expect(await ground(chosen)).not.toBe(await ground(other))
    },
  }),
)

/** Presses a button as the keyboard does. */
async function press(button: Locator) {
  await button.focus()
  await button.press('Enter')
}

test(
  'the focus goes where the work goes on',
  together({
    'a change that was tried leaves as a command, and Undo takes it back': async (page, context) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await openPutObjectCase(page)
      const first = page.getByRole('group', { name: 'What to do first' })
      await first.getByRole('button', { name: 'Try this fix' }).click()
      const verdict = page.getByRole('region', { name: 'Verdict', exact: true })
      await expect(verdict.getByRole('heading')).toHaveText('Your change fixes what AWS reported.')
      await expect(verdict).toContainText('Still unknown')
      await expect(verdict).toContainText('Not in AWS yet')
      await expect(page.getByRole('region', { name: 'Your change' })).toContainText(
        'Run the command, then try the call',
      )
      await first.getByRole('button', { name: 'Copy command' }).click()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
        /^aws iam put-\w+-policy .*s3:PutObject/s,
      )
      await first.getByRole('button', { name: 'Undo the change' }).click()
      await expect(first.getByRole('button', { name: 'Try this fix' })).toBeVisible()
    },

    'a dialog that is closed gives the focus back to where it was': async (page) => {
      await openApp(page)
      const share = page.getByRole('button', { name: 'Share', exact: true })
      // It hears the keys from when it has the focus.
      const opened = page.locator('[role="dialog"]:focus-within')
      await share.click()
      await expect(opened).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(share).toBeFocused()
      await page.keyboard.press('Control+k')
      await expect(opened).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(share).toBeFocused()
    },

    'the focus stays on the page when what has it goes': async (page) => {
      await openApp(page)
      const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
      await paste(page, READ_POLICY)
      await press(button(/into Identity-based$/))
      await expect(page.getByRole('tab', { name: 'Identity-based' })).toBeFocused()
      const rename = button(/^Rename /)
      await press(rename)
      await page.keyboard.press('Escape')
      await expect(rename).toBeFocused()
      const add = button(/^Add a policy: /)
      await press(add)
      await expect(page.getByRole('menu')).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(add).toBeFocused()
      await press(button(/^Remove /))
      await expect(page.getByRole('tabpanel', { name: 'Identity-based' })).toBeFocused()
      await press(button('Undo'))
      await press(button('Forget'))
      await expect(pasteBox(page)).toBeFocused()
    },

    'another page is said by its heading, and the way back leads to the box': async (page) => {
      await openApp(page)
      await page.getByRole('button', { name: 'All commands' }).focus()
      for (const [name, heading] of [
        ['Learn', 'How AWS decides'],
        ['Compare', /./],
        ['Log view', 'Log'],
        ['Explore actions', 'Explore actions'],
      ] as const) {
        await page.getByRole('link', { name, exact: true }).press('Enter')
        await expect(page.getByRole('main').getByRole('heading', { name: heading, level: 1 })).toBeFocused()
        await page.goBack()
        await expect(pasteBox(page)).toBeFocused()
      }
    },
  }),
)
