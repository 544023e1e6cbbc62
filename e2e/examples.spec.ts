import { expect } from '@playwright/test'
import { test } from './kept-page'
import { together } from './together'
import { EXAMPLES } from '../src/lessons/examples'
import { expectVerdict, openApp } from './workbench'

test(
  'an example opens, by pointer and by keyboard',
  together({
    'an example opens with one click to its verdict': async (page) => {
      // That each comes to its verdict, unit tests prove.
      const { title, expect: expected } = EXAMPLES[0]!
      await openApp(page)
      await page.getByRole('button', { name: title }).click()
      await expectVerdict(page, expected.decision, expected.layer)
    },

    'the menu opens an example by keyboard, and undo brings back what was there': async (page) => {
      await openApp(page)
      await page.getByRole('textbox', { name: 'Paste an error, event, policy or link' }).fill('mine')
      await page.getByRole('button', { name: 'Examples' }).focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('menu')).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('region', { name: 'Verdict' })).not.toHaveAttribute('data-decision', 'none')
      await page.getByRole('button', { name: 'Undo', exact: true }).click()
      await expect(page.getByRole('textbox', { name: 'Paste an error, event, policy or link' })).toHaveValue('mine')
    },
  }),
)
