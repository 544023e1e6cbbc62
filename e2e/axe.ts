import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

/** What is of colours alone can differ from theme to theme; all else is looked at once. */
const THEMES = [
  { theme: { colorScheme: 'light', forcedColors: 'none' }, isWhole: true },
  { theme: { colorScheme: 'dark', forcedColors: 'none' }, isWhole: false },
  { theme: { colorScheme: 'light', forcedColors: 'active' }, isWhole: false },
] as const

/** What axe finds in a part of the page: the rule, the elements, and what is wrong with each. */
async function violations(page: Page, within: string, isWhole: boolean) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async ([within, isWhole]) => {
      const { axe: looks } = window as unknown as { axe: typeof axe }
      const { violations } = await looks.run(within, {
        resultTypes: ['violations'],
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

/** Expects that axe finds nothing, the size of targets (WCAG 2.2 AA) included: in light, in dark, and with forced colours. `within`: a part of the page. */
export async function expectNoViolations(page: Page, within = 'body') {
  for (const { theme, isWhole } of THEMES) {
    await page.emulateMedia({ ...theme, reducedMotion: 'reduce' })
    // The editor takes the colours of the theme a moment later; how long a look takes is the machine's business.
    await expect(async () => {
      expect(await violations(page, within, isWhole), JSON.stringify(theme)).toEqual([])
    }).toPass({ timeout: 60_000 })
  }
}
