import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What is of colours alone can differ from theme to theme; all else is looked at once. */
const THEMES = [
  { theme: { colorScheme: 'light', forcedColors: 'none' }, isWhole: true },
  { theme: { colorScheme: 'dark', forcedColors: 'none' }, isWhole: false },
  { theme: { colorScheme: 'light', forcedColors: 'active' }, isWhole: false },
] as const

/** Expects that axe finds nothing, the size of targets (WCAG 2.2 AA) included: in light, in dark, and with forced colours. `within`: a part of the page. */
export async function expectNoViolations(page: Page, within = 'body') {
  for (const { theme, isWhole } of THEMES) {
    await page.emulateMedia({ ...theme, reducedMotion: 'reduce' })
    // The editor takes the colours of the theme a moment later; how long a look takes is the machine's business.
    await expect(async () => {
      const axe = new AxeBuilder({ page }).include(within)
      const asked = isWhole
        ? axe.options({ rules: { 'target-size': { enabled: true } } })
        : axe.withRules('color-contrast')
      const { violations } = await asked.analyze()
      const told = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })),
      )
      expect(told, JSON.stringify(theme)).toEqual([])
    }).toPass()
  }
}
