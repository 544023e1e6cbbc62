import { expect, type Page } from '@playwright/test'
import { test } from './kept-page'
import { together } from './together'
import { expectNoViolations, expectNoViolationsInAnyTheme } from './axe'
import {
  choose,
  expectVerdict,
  gate,
  layer,
  openTab,
  holdBack,
  openApp,
  openPutObjectCase,
  paste,
  PUT_OBJECT_ERROR,
  verdict,
  policyPane,
  watchFlash,
} from './workbench'

const tab = (page: Page, name: string) =>
  page.getByRole('tablist', { name: 'Policy layers' }).getByRole('tab', { name, exact: true })

const why = (page: Page) => page.getByRole('tabpanel', { name: 'Why' })

/** Opens an example by its place in the menu. */
async function openExample(page: Page, title: RegExp) {
  await openApp(page)
  await page.getByRole('button', { name: 'Examples' }).first().click()
  await page.getByRole('menuitem', { name: title }).click()
}

/** Follows the sentence of Why about the action, and expects its line in the editor. */
async function expectActionLine(page: Page) {
  await openTab(page, 'Why')
  const expectFlash = await watchFlash(policyPane(page))
  await why(page)
    .getByRole('button', { name: /^Action / })
    .click()
  await expect(tab(page, 'Identity-based')).toHaveAttribute('aria-selected', 'true')
  await expectFlash()
  await expect(policyPane(page).locator('.view-lines')).toContainText('s3:GetObject')
}

test('a sentence of Why leads to its line in an editor that came while a layer without a policy was shown', async ({
  page,
}) => {
  const letGo = await holdBack(page, /\/assets\/monaco-[^/]*\.js$/)
  await openPutObjectCase(page)
  await tab(page, 'Session').click()
  letGo()
  // Without a policy the editor has nothing to show but is there.
  await expect(page.getByRole('tabpanel', { name: 'Session' }).locator('[data-keybinding-context]')).toBeAttached()
  await expect(page.getByRole('region', { name: 'Policies', exact: true }).locator('.monaco-editor')).toHaveCount(0)
  await expectActionLine(page)
})

test('a step stays where it is when the reference arrives behind the verdict', async ({ page }) => {
  const letGo = await holdBack(page, '**/reference/**')
  await openExample(page, /stopped by an SCP/)
  await expectVerdict(page, 'explicitDeny', 'scp')
  await openTab(page, 'Path')
  await page.getByRole('button', { name: 'Step forward' }).click()
  await page.getByRole('button', { name: 'Step forward' }).click()
  await expect(gate(page, 'scp').getByRole('button')).toHaveAttribute('data-ahead', 'false')
  letGo()
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('button', { name: 'Show the whole picture' })).toBeVisible()
  await expect(gate(page, 'session').getByRole('button')).toHaveAttribute('data-ahead', 'true')
})

test('the gates play by themselves to the end', async ({ page }) => {
  await page.clock.install()
  await openExample(page, /stopped by an SCP/)
  await expectVerdict(page, 'explicitDeny', 'scp')
  await openTab(page, 'Path')
  await page.getByRole('button', { name: 'Play the steps' }).click()
  const last = page.getByRole('list', { name: 'Layers' }).getByRole('button').last()
  await expect(last).toHaveAttribute('data-ahead', 'true')
  await page.clock.runFor(30_000)
  await expect(last).toHaveAttribute('data-ahead', 'false')
  await expect(page.getByRole('button', { name: 'Play the steps' })).toBeVisible()
})

test(
  'the path is told, walked and saved',
  together({
    'the gates say in words and attributes what happened at each, open their layer, and are walked with the arrow keys; a sentence of Why leads to its line':
      async (page) => {
        await openPutObjectCase(page)
        await openTab(page, 'Path')
        const layers = page.getByRole('list', { name: 'Layers' })
        await expect(layers.getByRole('listitem')).toHaveCount(7)
        await expect(layers.getByRole('listitem', { name: 'Identity-based policies: implicit deny' })).toHaveAttribute(
          'data-blocking',
          'true',
        )
        await expect(gate(page, 'scp')).toHaveAttribute('data-status', 'notGiven')
        await expect(gate(page, 'scp')).toHaveAttribute('data-blocking', 'false')
        await expect(verdict(page)).toContainText('s3:PutObject')

        await gate(page, 'boundary').getByRole('button').click()
        await expect(tab(page, 'Permissions boundary')).toHaveAttribute('aria-selected', 'true')
        await gate(page, 'identity').getByRole('button').click()
        await expect(tab(page, 'Identity-based')).toHaveAttribute('aria-selected', 'true')

        const buttons = layers.getByRole('button')
        await buttons.first().focus()
        await page.keyboard.press('ArrowDown')
        await expect(buttons.nth(1)).toBeFocused()
        await page.keyboard.press('ArrowUp')
        await expect(buttons.first()).toBeFocused()

        await expect(policyPane(page).locator('.monaco-editor').first()).toBeVisible()
        await tab(page, 'Session').click()
        await expectActionLine(page)
      },

    'two accounts are two lanes, and both must say yes': async (page) => {
      await openExample(page, /^A role of another account/)
      await expectVerdict(page, 'implicitDeny', 'trust')
      await openTab(page, 'Path')
      await expect(page.getByText('both accounts must say yes')).toBeVisible()
      await expect(page.getByText('The caller’s account')).toBeVisible()
      await expect(gate(page, 'trust')).toHaveAttribute('data-blocking', 'true')
      await expect(layer(page, 'identity')).toHaveAttribute('data-status', 'allows')
      await expectNoViolations(page)
    },

    'the gates are played step by step, each with its sentence, and saved as a picture': async (page) => {
      await openExample(page, /stopped by an SCP/)
      await expectVerdict(page, 'explicitDeny', 'scp')
      await openTab(page, 'Path')
      const player = page.getByRole('group', { name: 'Step through the layers' })
      await expect(player.getByRole('button', { name: 'Step back' })).toBeDisabled()
      await player.getByRole('button', { name: 'Step forward' }).focus()
      await page.keyboard.press('Enter')
      await expect(page.getByText(/^1\/\d$|\s1\/\d/).first()).toBeVisible()
      await expect(gate(page, 'scp').getByRole('button')).toHaveAttribute('data-ahead', 'true')
      await page.keyboard.press('Enter')
      await expect(gate(page, 'scp').getByRole('button')).toHaveAttribute('data-ahead', 'false')
      await expect(tab(page, 'Service control (SCP)')).toHaveAttribute('aria-selected', 'true')
      await player.getByRole('button', { name: 'Step back' }).click()
      await expect(gate(page, 'scp').getByRole('button')).toHaveAttribute('data-ahead', 'true')
      await player.getByRole('button', { name: 'Show the whole picture' }).click()
      await expect(gate(page, 'session').getByRole('button')).toHaveAttribute('data-ahead', 'false')

      for (const [kind, start] of [
        ['SVG', '<svg'],
        ['PNG', '\u0089PNG'],
      ] as const) {
        const saved = page.waitForEvent('download')
        await page.getByRole('button', { name: `Save as ${kind}` }).click()
        const download = await saved
        expect(download.suggestedFilename()).toBe(`gates.${kind.toLowerCase()}`)
        const chunks: Buffer[] = []
        for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
        expect(Buffer.concat(chunks).toString('latin1').slice(0, 4)).toBe(start)
      }
    },

    'a policy of many statements is listed as far as one reads, and further on demand': async (page) => {
      const statements = Array.from({ length: 500 }, (_, index) => ({
        Sid: `Read${index}`,
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::bucket-${index}/*`,
      }))
      await openApp(page)
      await paste(page, PUT_OBJECT_ERROR)
      await page
        .getByRole('textbox', { name: 'Paste a policy: Identity-based' })
        .fill(JSON.stringify({ Version: '2012-10-17', Statement: statements }))
      await page.getByRole('button', { name: 'Add this policy' }).click()
      await expectVerdict(page, 'implicitDeny', 'identity')
      await openTab(page, 'Why')
      // They all fail at the same element: one row, which opens.
      await expect(why(page).getByRole('group')).toHaveCount(1)
      await why(page).getByText('40 statements').click()
      const stories = why(page).locator('details details')
      await expect(stories).toHaveCount(40)
      await why(page)
        .getByRole('button', { name: /^Show \d+ more of 460 statements$/ })
        .click()
      await expect(stories).toHaveCount(200)
    },
  }),
)

test('the tabs of the diagnosis have no violation', async ({ page }) => {
  test.slow()
  await openExample(page, /stopped by an SCP/)
  await expect(policyPane(page).locator('.monaco-editor').first()).toBeVisible()
  // Checks are looked at with the facts of a request, and the picture of the path where its steps are played.
  for (const name of ['Fix', 'Why', 'Next steps', 'AWS check'] as const) {
    await openTab(page, name)
    await expect(page.getByRole('tabpanel', { name })).not.toBeEmpty()
    // What stands beside the tabs is looked at with other cases, and here with the first.
    if (name === 'Fix') await expectNoViolationsInAnyTheme(page)
    else await expectNoViolations(page, '#diagnosis-pane')
  }
})

test(
  'answers are in sight, with what to do first',
  together({
    'answer, fix and the button that applies it are in sight at once, and the page itself does not scroll': async (
      page,
    ) => {
      await openPutObjectCase(page)
      const apply = page.getByRole('group', { name: 'What to do first' }).getByRole('button', { name: 'Try this fix' })
      for (const viewport of [
        { width: 1440, height: 900 },
        { width: 1280, height: 720 },
        { width: 390, height: 844 },
      ]) {
        await page.setViewportSize(viewport)
        if (viewport.width < 900) await page.evaluate(() => window.scrollTo(0, 0))
        else
          await expect
            .poll(() => page.evaluate(() => document.scrollingElement!.scrollHeight))
            .toBeLessThanOrEqual(viewport.height)
        await expect(apply).toBeInViewport({ ratio: 1 })
        await expect(verdict(page).getByRole('heading')).toBeInViewport({ ratio: 1 })
        await expect(page.getByRole('list', { name: 'Fixes' })).toBeInViewport()
      }
      for (const tab of await page.getByRole('tablist', { name: 'Policy layers' }).getByRole('tab').all())
        expect((await tab.boundingBox())!.width).toBeGreaterThan(90)
      await apply.click()
      await expect(layer(page, 'identity')).toHaveAttribute('data-status', 'allows')
      await expect(apply).toHaveCount(0)
    },

    'an error alone leads to the statement that answers it': async (page) => {
      await openApp(page)
      await paste(page, PUT_OBJECT_ERROR)
      await expect(verdict(page)).toHaveAttribute('data-basis', 'claimed')
      const fixes = page.getByRole('list', { name: 'Fixes' })
      await expect(fixes).toContainText('"s3:PutObject"')
      await expect(page.getByRole('button', { name: 'Copy policy' })).toHaveCount(1)
      await expect(fixes.getByRole('button', { name: 'Try this fix' })).toHaveCount(0)
      await choose(page, 'bucket')
      await expect(fixes).toContainText('"Resource": "arn:aws:s3:::my-bucket/*"')
      // The page of a layer that only may be the one says nothing of the one that AWS names.
      await openTab(page, 'Why')
      await expect(why(page)).toContainText('AWS says so')
      await expect(why(page).getByRole('link', { name: 'What this means' })).toHaveCount(0)
    },

    'a refusal by Block Public Access is told as such, with where to look, and with what to do besides policies':
      async (page) => {
        await openApp(page)
        await paste(
          page,
          'An error occurred (AccessDenied) when calling the PutBucketPolicy operation: User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::bucket" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.',
        )
        await expect(verdict(page)).toContainText('Denied by S3 Block Public Access: its setting BlockPublicPolicy')
        await expect(page.getByRole('region', { name: 'Diagnosis' })).toContainText('No change to an IAM policy')
        await expect(page.getByRole('tablist', { name: 'Policy layers' })).toHaveCount(0)
        const fix = page.getByRole('tabpanel', { name: 'Fix' })
        const items = page.getByRole('list', { name: 'Fixes' }).getByRole('listitem')
        await expect(items).toHaveCount(3)
        for (const [index, kind] of ['call', 'setting', 'check'].entries())
          await expect(items.nth(index)).toHaveAttribute('data-kind', kind)
        await expect(fix).toContainText('aws s3api put-public-access-block --bucket bucket')
        await expect(fix).toContainText('aws s3api get-public-access-block')
        await page.setViewportSize({ width: 390, height: 844 })
        await expect(verdict(page)).toBeInViewport()
      },

    'next steps come with commands for the shell in use': async (page) => {
      await openPutObjectCase(page)
      await page.getByRole('tab', { name: 'Next steps' }).click()
      const panel = page.getByRole('tabpanel', { name: 'Next steps' })
      await expect(panel.locator('pre').first()).toContainText('aws ')
      await expect(panel.getByRole('region', { name: 'Checklist' }).getByRole('listitem').first()).toBeVisible()
    },

    'what an answer rests on is told at a glance, and whole under Why': async (page) => {
      await openApp(page)
      await paste(
        page,
        '<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>0F9C7A6B5D</RequestId><HostId>x=</HostId></Error>',
      )
      await expectVerdict(page, 'implicitDeny', 'resource')
      const rest = 'a default root object is often missing'
      const heights = await verdict(page)
        .locator('p')
        .evaluateAll((lines) =>
          lines.map((line) => line.getBoundingClientRect().height / parseFloat(getComputedStyle(line).lineHeight)),
        )
      expect(Math.max(...heights)).toBeLessThan(3.5)
      // Whole sentences at a glance; what follows them is under Why.
      await expect(verdict(page)).toContainText('or the object doesn’t exist.')
      await expect(verdict(page)).not.toContainText(rest)
      await openTab(page, 'Why')
      await expect(page.getByRole('tabpanel', { name: 'Why' })).toContainText(rest)
    },
  }),
)
