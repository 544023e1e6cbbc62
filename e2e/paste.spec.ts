import { expect } from '@playwright/test'
import { test } from './kept-page'
import { together } from './together'
import {
  expectVerdict,
  layer,
  notices,
  openApp,
  openPutObjectCase,
  paste,
  pasteBox,
  policyPane,
  PUT_OBJECT_ERROR,
  READ_POLICY,
  RUN_INSTANCES_ERROR,
  verdict,
} from './workbench'

/** What CloudFormation writes around the reason of a failure. */
const ENVELOPE = {
  EventId: 'Assets-CREATE_FAILED-2026-01-05T10:11:12.000Z',
  StackId: `arn:aws:cloudformation:eu-west-1:123456789012:stack/shop/${'0123-'.repeat(200)}`,
  ResourceType: 'AWS::S3::Bucket',
  ResourceStatus: 'CREATE_FAILED',
}

test(
  'denials are read and listed',
  together({
    'the box has the focus; an error fills the request, and its parts are marked in the raw text': async (page) => {
      await openApp(page)
      await expect(pasteBox(page)).toBeFocused()
      await expect(verdict(page)).toHaveAttribute('data-decision', 'none')
      await paste(page, PUT_OBJECT_ERROR)
      await expect(page.getByRole('status').filter({ hasText: '1 denial' })).toBeVisible()
      await expect(page.getByRole('textbox', { name: 'Principal' })).toHaveValue(
        'arn:aws:iam::123456789012:user/deploy-bot',
      )
      await expect(page.getByRole('textbox', { name: 'Action' })).toHaveValue('s3:PutObject')
      await expect(page.getByRole('textbox', { name: 'Resource', exact: true })).toHaveValue(
        'arn:aws:s3:::my-bucket/uploads/file.txt',
      )
      await expect(page.locator('mark.mark-principal')).toHaveText('arn:aws:iam::123456789012:user/deploy-bot')
      await expect(page.locator('mark.mark-action').first()).toHaveText('s3:PutObject')
      await expect(page.locator('mark.mark-resource')).toHaveText('arn:aws:s3:::my-bucket/uploads/file.txt')
      await expect(page.locator('mark.mark-reason').first()).toContainText('no identity-based policy allows')

      // What stands deep in an envelope is brought into sight.
      const reason = PUT_OBJECT_ERROR.replaceAll('\n', ' ')
      await paste(page, JSON.stringify({ ...ENVELOPE, ResourceStatusReason: `Resource handler returned: "${reason}"` }))
      await expect(page.locator('mark[data-first]')).toBeInViewport()
    },

    'several denials stand in a list, and the chosen one fills the request': async (page) => {
      await openApp(page)
      await paste(page, `${PUT_OBJECT_ERROR}\n\n${RUN_INSTANCES_ERROR}\n`)
      const denials = page.getByRole('list', { name: 'Denials' })
      await expect(denials.getByRole('listitem')).toHaveText([/^All together/, /^s3:PutObject/, /^ec2:RunInstances/])
      await expect(page.getByRole('textbox', { name: 'Action' })).toHaveValue('s3:PutObject')
      await expect(verdict(page)).toContainText('denial 1 of 2')
      await denials.getByRole('button', { name: /ec2:RunInstances/ }).click()
      await expect(verdict(page)).toContainText('denial 2 of 2')
      await expect(page.getByRole('textbox', { name: 'Action' })).toHaveValue('ec2:RunInstances')
      await expect(denials.getByRole('button', { name: /ec2:RunInstances/ })).toHaveAttribute('aria-current', 'true')
      // The layer that this one names is open.
      await expect(layer(page, 'scp')).toHaveAttribute('aria-selected', 'true')
      await denials.getByRole('button', { name: /^All together/ }).click()
      await expect(verdict(page).getByRole('heading')).toHaveText('These 2 denials have no fix in common.')
      await expect(page.locator('[data-primary]')).toHaveCount(0)
      await page
        .getByRole('tabpanel', { name: 'Fix' })
        .getByRole('button', { name: /s3:PutObject/ })
        .click()
      await expect(verdict(page)).toContainText('denial 1 of 2')
      await expect(layer(page, 'identity')).toHaveAttribute('aria-selected', 'true')
    },

    'denials that one change answers are looked at together, until one is chosen': async (page) => {
      await openApp(page)
      await paste(page, `${PUT_OBJECT_ERROR}\n\n${PUT_OBJECT_ERROR.replaceAll('PutObject', 'DeleteObject')}\n`)
      const denials = page.getByRole('list', { name: 'Denials' })
      const together = denials.getByRole('button', { name: /^All together/ })
      const fix = page.getByRole('tabpanel', { name: 'Fix' })
      await expect(page.getByRole('button', { name: 'Copy policy for both' })).toBeVisible()
      await expect(together).toHaveAttribute('aria-current', 'true')
      await expect(verdict(page).getByRole('heading')).toHaveText(
        'No identity-based policy of deploy-bot allows these 2 calls.',
      )
      await expect(fix.getByText(/^Add one identity-based policy to .*deploy-bot, for both denials\.$/)).toBeVisible()

      await denials.getByRole('button', { name: /^s3:DeleteObject/ }).click()
      await expect(verdict(page).getByRole('heading')).toContainText('s3:DeleteObject')
      await expect(verdict(page)).toContainText('denial 2 of 2')
      await expect(page.getByRole('button', { name: 'Copy policy' })).toBeVisible()
      await page.getByRole('button', { name: 'Look at all denials together' }).click()
      await expect(together).toHaveAttribute('aria-current', 'true')
      await expect(page.getByRole('button', { name: 'Copy policy for both' })).toBeVisible()
    },

    'denials of two callers have a change each, and are listed together': async (page) => {
      await openApp(page)
      const all = ['deploy-bot', 'report-bot'].flatMap((user) =>
        ['PutObject', 'DeleteObject'].map((call) =>
          PUT_OBJECT_ERROR.replaceAll('PutObject', call).replace('deploy-bot', user),
        ),
      )
      await paste(page, all.join('\n\n'))
      await page.getByRole('button', { name: /^All together.*4 denials · 2 callers/ }).click()
      const fix = page.getByRole('tabpanel', { name: 'Fix' })
      await expect(fix.getByRole('button', { name: 'Copy policy' })).toHaveCount(2)
      await expect(verdict(page).getByRole('heading')).toHaveText('4 denials: 2 fixes each answer several of them.')
      await expect(fix.getByRole('region', { name: 'Each denial by itself' }).getByRole('listitem')).toHaveCount(4)
    },

    'what was inferred is marked, can be changed, and can be taken back': async (page) => {
      await openPutObjectCase(page)
      await expect(layer(page, 'identity')).toHaveAttribute('data-status', 'implicitDeny')
      const account = page.getByRole('textbox', { name: 'Resource account' })
      await expect(account).toHaveValue('123456789012')
      await expect(account).toHaveAccessibleDescription(/^Inferred/)

      const action = page.getByRole('textbox', { name: 'Action' })
      await action.fill('s3:GetObject')
      await expect(action).toHaveAccessibleDescription(/^Set in this case/)
      await expect(layer(page, 'identity')).toHaveAttribute('data-status', 'allows')

      await page.getByRole('button', { name: 'Take back what you set for Action' }).click()
      await expect(action).toHaveValue('s3:PutObject')
      await expectVerdict(page, 'implicitDeny', 'identity')
    },

    'hostile text stays text': async (page) => {
      await openApp(page)
      const hostile = `User: arn:aws:iam::123456789012:user/<img src=x onerror="document.title='owned'"> is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::b/<script>document.title='owned'</script>`
      await paste(page, hostile)
      await expect(pasteBox(page)).toHaveValue(hostile)
      await expect(page.getByRole('status').first()).toContainText('1 denial')
      await expect(page).toHaveTitle('Why Denied?')
      await expect(page.locator('img')).toHaveCount(0)
    },
  }),
)

test(
  'a text comes in from anywhere',
  together({
    'a paste anywhere on the page goes into the paste box': async (page) => {
      await openApp(page)
      await page.getByRole('heading', { name: 'Why Denied?' }).click()
      await page.evaluate((text) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', text)
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }, PUT_OBJECT_ERROR)
      await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
    },

    'a file is opened': async (page) => {
      await openApp(page)
      const input = page.locator('input[type=file]')
      await input.setInputFiles({ name: 'error.txt', mimeType: 'text/plain', buffer: Buffer.from(PUT_OBJECT_ERROR) })
      await expect(page.getByRole('textbox', { name: 'Action' })).toHaveValue('s3:PutObject')
      await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
    },

    'undo and redo go over edits, also by keyboard': async (page) => {
      await openPutObjectCase(page)
      await page.getByRole('button', { name: 'Clear the paste box' }).click()
      await expect(pasteBox(page)).toHaveValue('')
      await expect(notices(page)).toContainText('Undo brings it back')
      await page.getByRole('link', { name: 'Learn' }).focus()
      await page.keyboard.press('ControlOrMeta+z')
      await expect(notices(page)).toContainText('The case is back.')
      await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
      await page.getByRole('button', { name: 'New case' }).click()
      await expect(pasteBox(page)).toHaveValue('')
      await expect(pasteBox(page)).toBeFocused()
      await page.keyboard.press('ControlOrMeta+z')
      await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
      await page.getByRole('button', { name: 'Clear the paste box' }).click()
      await expect(pasteBox(page)).toHaveValue('')
      await page.getByRole('button', { name: 'Undo', exact: true }).click()
      await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
      await page.getByRole('button', { name: 'Undo', exact: true }).focus()
      await page.keyboard.press('Control+Shift+z')
      await expect(pasteBox(page)).toHaveValue('')
    },

    'a policy that came first asks for its layer where the reader looks, in place of the examples': async (page) => {
      await openApp(page)
      await paste(page, READ_POLICY)
      const question = page.getByRole('region', { name: 'Policies in the paste' })
      await expect(question).toBeInViewport({ ratio: 1 })
      await expect(page.getByRole('button', { name: /Nothing allows s3:PutObject/ })).toHaveCount(0)
    },

    'several files are dropped at once: each policy is taken, and an empty file is named': async (page) => {
      await openApp(page)
      const drop = (files: readonly (readonly [name: string, text: string])[]) =>
        page.evaluate((given) => {
          const dataTransfer = new DataTransfer()
          for (const [name, text] of given) dataTransfer.items.add(new File([text], name, { type: 'text/plain' }))
          document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
        }, files)
      await drop([
        ['error.txt', PUT_OBJECT_ERROR],
        ['nothing.json', ' '],
        ['read.json', READ_POLICY],
        ['list.json', READ_POLICY.replaceAll('s3:GetObject', 's3:ListBucket')],
      ])
      await expect(notices(page)).toContainText('“nothing.json” is empty.')
      await expect(pasteBox(page)).toHaveValue(PUT_OBJECT_ERROR)
      await expect(policyPane(page).getByRole('list', { name: 'Identity-based' }).getByRole('listitem')).toContainText([
        'read',
        'list',
      ])
      const record = (name: string) =>
        JSON.stringify({
          Records: [
            {
              eventVersion: '1.08',
              eventTime: '2026-01-01T00:00:00Z',
              userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::111122223333:user/${name}`, userName: name },
              eventSource: 's3.amazonaws.com',
              eventName: 'GetObject',
              awsRegion: 'eu-west-1',
              errorCode: 'AccessDenied',
              errorMessage: 'Access Denied',
              note: 'a'.repeat(200_001),
            },
          ],
        })
      await drop([
        ['one.json', record('ada')],
        ['two.json', record('ben')],
      ])
      await expect(page.getByRole('main')).toContainText('user/ada')
      await expect(page.getByRole('main')).toContainText('user/ben')
    },
  }),
)
