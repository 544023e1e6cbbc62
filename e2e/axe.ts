import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'

/** The small form of axe, which a page reads in half the time. */
const SOURCE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** What is of colours alone can differ from theme to theme; all else is looked at once, in light. */
const LIGHT = [{ theme: { colorScheme: 'light', forcedColors: 'none' }, isWhole: true }] as const
const EVERY_THEME = [
  ...LIGHT,
  { theme: { colorScheme: 'dark', forcedColors: 'none' }, isWhole: false },
  { theme: { colorScheme: 'light', forcedColors: 'active' }, isWhole: false },
] as const

/** What axe finds in a part of the page: the rule, the elements, and what is wrong with each. */
async function violations(page: Page, within: string, isWhole: boolean) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE)
  return page.evaluate(
    async ([within, isWhole]) => {
      const { axe: looks } = window as unknown as { axe: typeof axe }
      const { violations } = await looks.run(within, {
        resultTypes: ['violations'],
        // No rule of ours reads style sheets or media, which axe would fetch again.
        preload: false,
        ...(isWhole
          ? { rules: { 'target-size': { enabled: true } } }
          : { runOnly: { type: 'rule', values: ['color-contrast'] } }),
      })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => ({ id, target: target.join(' '), failureSummary })),
      )
    },
    [within, isWhole] as const,
  )
}

/** Expects that axe finds nothing, the size of targets (WCAG 2.2 AA) included. `within`: a part of the page. */
export const expectNoViolations = (page: Page, within = 'body') => expectNone(page, within, LIGHT)

/** The same, and that colours differ enough in dark and with forced colours too: for a few screens, which show all that there is of both. */
export const expectNoViolationsInAnyTheme = (page: Page, within = 'body') => expectNone(page, within, EVERY_THEME)

/** Waits until the page has taken the colours of a theme, the editor's own among them, which come a moment later. */
const takesColours = (page: Page) =>
  page.evaluate(async () => {
    const look = () =>
      [...document.querySelectorAll('body, .monaco-editor')]
        .map((one) => `${one.className} ${getComputedStyle(one).backgroundColor}`)
        .join('\n')
    let before = ''
    for (let still = 0; still < 4;) {
      await new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve))
      })
      const now = look()
      still = now === before ? still + 1 : 0
      before = now
    }
  })

async function expectNone(page: Page, within: string, themes: typeof LIGHT | typeof EVERY_THEME) {
  for (const { theme, isWhole } of themes) {
    await page.emulateMedia({ ...theme, reducedMotion: 'reduce' })
    await takesColours(page)
    // How long a look takes is the machine's business.
    await expect(async () => {
      expect(await violations(page, within, isWhole), JSON.stringify(theme)).toEqual([])
    }).toPass({ timeout: 60_000 })
  }
}
