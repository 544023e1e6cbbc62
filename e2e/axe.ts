import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const THEMES = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const

/** Expects that axe finds nothing, the size of targets (WCAG 2.2 AA) included: in light, in dark, and with forced colours. */
export async function expectNoViolations(page: Page) {
  for (const theme of THEMES) {
    await page.emulateMedia(theme)
    // The editor takes the colours of the theme a moment later.
    await expect(async () => {
      const { violations } = await new AxeBuilder({ page })
        .options({ rules: { 'target-size': { enabled: true } } })
        .analyze()
      const told = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })),
      )
      expect(told, JSON.stringify(theme)).toEqual([])
    }).toPass({ timeout: 15_000 })
  }
}
