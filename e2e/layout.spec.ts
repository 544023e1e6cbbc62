import { expect } from '@playwright/test'
import { test } from './kept-page'
import { together } from './together'
import { holdBack, openApp, openPutObjectCase, paste, policyPane, PUT_OBJECT_ERROR, verdict } from './workbench'

const top = async (locator: { boundingBox(): Promise<{ y: number } | null> }) => (await locator.boundingBox())?.y ?? NaN

test('the columns are resized by keyboard; the theme follows the system, and a choice outlives a reload', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await openApp(page)
  const splitter = page.getByRole('separator', { name: 'Width of the evidence' })
  const evidence = page.getByRole('region', { name: 'Evidence' })
  const before = (await evidence.boundingBox())?.width ?? 0
  await splitter.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await evidence.boundingBox())?.width ?? 0).toBeGreaterThan(before)

  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await ground()
  await page.getByRole('button', { name: 'Switch to the dark theme' }).click()
  const dark = await ground()
  expect(dark).not.toBe(light)
  await page.reload()
  await expect.poll(ground).toBe(dark)
})

test('what to do comes into the place that is kept for it', async ({ page }) => {
  const letGo = await holdBack(page, /\/assets\/remedy-parts-/)
  await openApp(page)
  const caller = 'nightly-export-of-orders-to-prod'
  await paste(page, PUT_OBJECT_ERROR.replace('deploy-bot', caller))
  await expect(verdict(page)).toContainText(caller)
  await expect(page.getByRole('tabpanel', { name: 'Fix' })).toHaveText('Reading …')
  const rail = page.getByRole('tablist', { name: 'Policy layers' })
  const before = await top(rail)
  letGo()
  await expect(page.locator('[data-primary]')).toBeVisible()
  expect(await top(rail)).toBe(before)
})

/** Many statements for other buckets around the one that forbids the request. */
const LONG_POLICY = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      ...Array.from({ length: 60 }, (_, at) => ({
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::team-${at}/*`,
      })),
      { Sid: 'NoWrites', Effect: 'Deny', Action: 's3:PutObject', Resource: '*' },
    ],
  },
  null,
  2,
)

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

  test('what a finger presses measures 44 pixels each way, and a page of 320 pixels does not scroll sideways', async ({
    page,
  }) => {
    await openPutObjectCase(page)
    await expect(page.getByRole('tabpanel', { name: 'Fix' }).getByRole('button').first()).toBeVisible()
    const small = await page
      .locator('header :is(a, button), main :is(button, summary, select, label:has(input))')
      .evaluateAll((all) =>
        all
          // A link in a sentence keeps its line.
          .filter((one) => !one.matches('.underline-offset-2, .monaco-editor *') && one.checkVisibility())
          .map((one) => ({ name: one.textContent, box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.height < 44 || box.width < 44))
          .map(({ name }) => name),
      )
    expect(small).toEqual([])
    const tabs = page.getByRole('tablist', { name: 'Diagnosis' })
    expect(await tabs.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
    await page.setViewportSize({ width: 320, height: 640 })
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })
})

test(
  'every width has room for what it shows',
  together({
    'a narrow page is one column: answer, fix, layers, policies, evidence': async (page) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await openPutObjectCase(page)
      const evidence = page.getByRole('region', { name: 'Evidence' })
      await expect(verdict(page)).toBeInViewport()
      const parts = [
        verdict(page),
        page.getByRole('tabpanel', { name: 'Fix' }),
        page.getByRole('tablist', { name: 'Policy layers' }),
        page.getByRole('tabpanel', { name: 'Identity-based' }),
        evidence,
      ]
      const tops = await Promise.all(parts.map(top))
      expect(tops).toEqual(tops.toSorted((a, b) => a - b))
      await page.getByRole('group', { name: 'What to do first' }).getByRole('button', { name: 'Try this fix' }).click()
      await expect(verdict(page)).toContainText('Your change')
      await expect(verdict(page)).toBeInViewport()
    },

    'a name too long to stand in a sentence is there whole, by keyboard and by touch': async (page) => {
      await openApp(page)
      const object = `arn:aws:s3:::my-bucket/${Array.from({ length: 60 }, (_, at) => `part-${at}`).join('/')}`
      await paste(page, PUT_OBJECT_ERROR.replace('arn:aws:s3:::my-bucket/uploads/file.txt', object))
      // What a fix for the folder opens is told with its pattern.
      await page.getByText('part-58/*', { exact: true }).click()
      const opened = page.getByRole('tabpanel', { name: 'Fix' }).getByText('will be able to call')
      await expect(opened).not.toContainText('part-30')
      await opened.getByRole('button', { name: 'Show the whole name' }).focus()
      await page.keyboard.press('Enter')
      await expect(opened).toContainText(object.replace(/part-59$/, '*'))
      await expect(opened.getByRole('button', { name: 'Shorten the name' })).toBeFocused()
    },

    'a long policy on a phone shows what matters in it, and all of it on demand': async (page) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await openApp(page)
      await paste(
        page,
        `${PUT_OBJECT_ERROR.replace(/because.*/, 'with an explicit deny in an identity-based policy')}\n\n${LONG_POLICY}`,
      )
      await expect(verdict(page)).toHaveAttribute('data-decision', 'explicitDeny')
      await expect(policyPane(page).getByText('denies this request')).toBeVisible()
      const height = () => page.evaluate(() => document.documentElement.scrollHeight)
      await expect.poll(height).toBeLessThan(5_000)
      await page.getByRole('button', { name: /^Show all \d+ lines$/ }).click()
      await expect.poll(height).toBeGreaterThan(LONG_POLICY.split('\n').length * 21)
    },

    'on a page of 1,024 pixels the policy has room for its lines, and no tab is cut off': async (page) => {
      await page.setViewportSize({ width: 1024, height: 768 })
      await openPutObjectCase(page)
      const widths = await Promise.all(
        [policyPane(page).getByRole('tabpanel'), page.getByRole('region', { name: 'Evidence' })].map(
          async (part) => (await part.boundingBox())?.width ?? 0,
        ),
      )
      expect(widths[0]).toBeGreaterThan(widths[1]!)
      for (const tab of await page.getByRole('tablist', { name: 'Diagnosis' }).getByRole('tab').all())
        await expect(tab).toBeInViewport({ ratio: 1 })
      const splitter = page.getByRole('separator', { name: 'Width of the evidence' })
      await splitter.focus()
      expect(Number(await splitter.getAttribute('aria-valuenow'))).toBe(Math.round(widths[1]!))
    },

    'a line of a sentence does not end within a name that it has room for': async (page) => {
      await openApp(page)
      await paste(
        page,
        'User: arn:aws:sts::111122223333:assumed-role/nightly-export-of-orders-prod-role/i-0abc is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::orders-export-of-the-night-prod-eu-west-1/year-2026/part-000.csv" because no identity-based policy allows the s3:PutObject action',
      )
      await expect(verdict(page)).toContainText('nightly-export-of-orders-prod-role')
      await expect(page.locator('[data-primary]')).toBeVisible()
      /** Names of up to 40 characters, with hyphens, in which a line ends. */
      const broken = () =>
        page.evaluate(() => {
          const found: string[] = []
          let hyphens = 0
          const topOf = (range: Range) => Math.round(range.getBoundingClientRect().top)
          for (const name of document.querySelectorAll('main code bdi')) {
            const letters: { text: string; range: Range }[] = []
            const texts = document.createTreeWalker(name, NodeFilter.SHOW_TEXT)
            while (texts.nextNode()) {
              const text = texts.currentNode.textContent ?? ''
              for (let at = 0; at < text.length; at++) {
                const range = document.createRange()
                range.setStart(texts.currentNode, at)
                range.setEnd(texts.currentNode, at + 1)
                if (range.getClientRects().length > 0) letters.push({ text: text.charAt(at), range })
              }
            }
            const [first] = letters
            const last = letters.at(-1)
            const own = letters.filter(({ text }) => text === '-').length
            if (first === undefined || last === undefined || own === 0 || letters.length > 40) continue
            hyphens += own
            if (topOf(last.range) > topOf(first.range) + 4) found.push(name.textContent ?? '')
          }
          return { found, hyphens }
        })
      for (const width of [1440, 1366, 1280, 1180, 1100, 1024]) {
        await page.setViewportSize({ width, height: 900 })
        const { found, hyphens } = await broken()
        expect(hyphens).toBeGreaterThan(9)
        expect(found).toEqual([])
      }
    },

    'a line of a long name ends between its parts, and not within one': async (page) => {
      await openApp(page)
      await paste(
        page,
        'User: arn:aws:sts::111122223333:assumed-role/harbour/jo is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/* with an explicit deny in a service control policy: arn:aws:organizations::444455556666:policy/o-a1b2c3d4e5/service_control_policy/p-h7k2m9qx',
      )
      const name = page
        .getByRole('region', { name: 'The request' })
        .locator('code', { hasText: 'service_control_policy' })
      await expect(name).toBeVisible()
      // A part that a line ends within has two boxes.
      const cut = await name.evaluate((code) => {
        const found: string[] = []
        const walk = document.createTreeWalker(code, NodeFilter.SHOW_TEXT)
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          const range = document.createRange()
          range.selectNodeContents(node)
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
            found.push(node.nodeValue ?? '')
        }
        // A hyphen is a place for a line to end.
        return found.filter((part) => !part.includes('-'))
      })
      expect(cut).toEqual([])
    },
  }),
)
