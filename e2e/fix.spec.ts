import { expect, type Page } from '@playwright/test'
import { test } from './kept-page'
import { together } from './together'
import { expectVerdict, openApp, openPutObjectCase, paste } from './workbench'

const fixes = (page: Page) => page.getByRole('list', { name: 'Fixes' })
const diffs = (page: Page) => fixes(page).locator('[data-diff]')

/** Where the page is wide, the first change is drawn in the policy too; here it stands in the list alone. */
const NARROW = { width: 860, height: 900 }

test.use({ viewport: NARROW })

async function openFixes(page: Page) {
  await page.getByRole('tab', { name: 'Fix', exact: true }).click()
  await fixes(page).getByRole('button', { name: 'Try this fix' }).first().scrollIntoViewIfNeeded()
  await expect(diffs(page).first()).toBeVisible()
}

test(
  'a change is drawn beside its words',
  together({
    'a fix shows its change in the editor’s colours, with words for those who listen and for the Tab key; it follows the policy as it is typed':
      async (page) => {
        await openPutObjectCase(page)
        await openFixes(page)
        const diff = diffs(page).first()
        await expect(diff.locator('[data-sign="+"]', { hasText: '"s3:PutObject"' })).toContainText(
          'added: "Action": "s3:PutObject"',
          {
            useInnerText: true,
          },
        )
        const color = (text: string) =>
          diff
            .getByText(text, { exact: true })
            .first()
            .evaluate((node) => getComputedStyle(node).color)
        expect(await color('"Action"')).not.toBe(await color('"s3:PutObject"'))
        // Only what is near the change is there, and all of it: nothing scrolls within.
        await expect(diff).not.toContainText('"Version"')
        expect(await diff.evaluate((node) => node.scrollHeight - node.clientHeight)).toBeLessThanOrEqual(0)

        await page.getByRole('tab', { name: 'Fix', exact: true }).focus()
        const apply = fixes(page).getByRole('button', { name: 'Try this fix' }).first()
        for (
          let stops = 0;
          stops < 6 && !(await apply.evaluate((button) => button === document.activeElement));
          stops += 1
        )
          await page.keyboard.press('Tab')
        await expect(apply).toBeFocused()
        await expect(diffs(page).filter({ visible: true })).toHaveCount(1)
        await fixes(page)
          .getByText(/another way|other ways/i)
          .first()
          .click()
        await expect(diffs(page).filter({ visible: true })).toHaveCount(2)

        await page.locator('.policy-sign').first().waitFor()
        await page.getByRole('textbox', { name: 'Identity-based policy Policy 1' }).focus()
        await page.keyboard.press('Control+Home')
        await page.keyboard.press('End')
        await page.keyboard.type('\n"Id": "first",')
        await page.keyboard.press('Control+End')
        await expectVerdict(page, 'implicitDeny', 'identity')
        await expect(fixes(page).locator('pre').first()).toContainText('s3:PutObject')
        await expect(diffs(page).first().locator('[data-sign="+"]').first()).toBeVisible()
      },

    'what the request could do instead stands above the change': async (page) => {
      await openApp(page)
      await page.getByRole('button', { name: /Access keys, and a policy that asks for MFA/ }).click()
      await openFixes(page)
      const remedy = page.getByRole('list', { name: 'Fixes' }).getByText('Get a session with')
      const [said, change] = [await remedy.boundingBox(), await diffs(page).first().boundingBox()]
      expect(said!.y).toBeLessThan(change!.y)
    },

    'on a wide page the change is drawn in the policy too, each line with its sign': async (page) => {
      await page.setViewportSize({ width: 1280, height: 720 })
      await openPutObjectCase(page)
      const added = page.getByRole('region', { name: 'Policies', exact: true }).locator('.policy-added')
      await expect(added).toContainText('"Action": "s3:PutObject"')
      const lines = await added.locator('> div').count()
      await expect(page.locator('.policy-added-margin > div')).toHaveText(Array.from({ length: lines }, () => '+'))
    },

    'what is added stands behind all that is noted of the line before it': async (page) => {
      await page.setViewportSize({ width: 1440, height: 900 })
      await openApp(page)
      await paste(
        page,
        `User: arn:aws:iam::111122223333:user/jo is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::acme-site/index.html" because no identity-based policy allows the s3:PutObject action
{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Site", "Effect": "Allow", "Action": ["s3:PutObject"], "Resource": "arn:aws:s3:::acme-site" },
    { "Sid": "List", "Effect": "Allow", "Action": ["s3:ListBucket"], "Resource": "arn:aws:s3:::acme-site" }
  ]
}`,
      )
      const editor = page.getByRole('region', { name: 'Policies', exact: true })
      await expect(editor.locator('.policy-added')).toContainText('arn:aws:s3:::acme-site/*')
      const noted = editor.locator('.view-line .policy-remark', { hasText: 'index.html' }).last()
      await expect(noted).toBeVisible()
      // What is noted makes room for itself only once it is drawn.
      await expect(async () => {
        const [note, added] = [await noted.boundingBox(), await editor.locator('.policy-added').boundingBox()]
        expect(note!.y + note!.height).toBeLessThanOrEqual(added!.y + 1)
      }).toPass()
    },
  }),
)
