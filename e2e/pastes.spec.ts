import { expect } from '@playwright/test'
import { test } from './kept-page'
import { PASTES } from './pastes'
import { layer, openApp, paste, pasteBox, verdict } from './workbench'

test('evidence is answered as people paste it; what it refers to can be assumed, and what is of another resource is set aside', async ({
  page,
}) => {
  // Ten answers, one after the other.
  test.slow()
  await openApp(page)
  for (const { name, text, basis, layer: named, says } of PASTES) {
    await test.step(name, async () => {
      await page.getByRole('button', { name: 'New case' }).click()
      await expect(pasteBox(page)).toHaveValue('')
      await paste(page, text)
      await expect(verdict(page)).toHaveAttribute('data-basis', basis)
      await expect(verdict(page)).toHaveAttribute('data-layer', named)
      await expect(verdict(page).getByRole('heading')).toHaveText(says)
    })
  }

  // The last of them refers to a bucket, and its error shows one; what a variable is, nothing tells.
  await expect(verdict(page)).toContainText('the bucket itself, not on its objects')
  const unknown = (PASTES.at(-1)?.text ?? '').replace('aws_s3_bucket.charts.arn', 'var.charts_bucket_arn')
  await page.getByRole('button', { name: 'New case' }).click()
  await expect(pasteBox(page)).toHaveValue('')
  await paste(page, unknown)
  const offer = page.getByRole('button', { name: 'Assume arn:aws:s3:::sea-charts for ${var.charts_bucket_arn}' })
  await offer.click()
  await expect(verdict(page)).toContainText('the bucket itself, not on its objects')
  await expect(verdict(page)).toHaveAttribute('data-basis', 'claimed')
  await verdict(page).getByRole('button', { name: 'take back' }).click()
  await expect(verdict(page)).toContainText('covers the resource of this request')
  await expect(offer).toBeVisible()

  // A policy of another bucket does not count until somebody takes it.
  const ofAnother = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::land-maps/*' }],
  }
  await page.getByRole('button', { name: 'New case' }).click()
  await expect(pasteBox(page)).toHaveValue('')
  await paste(page, `${PASTES.at(-1)?.text ?? ''}\n\nbucket policy:\n${JSON.stringify(ofAnother)}`)
  const aside = page.getByRole('region', { name: 'Policies in the paste' })
  await expect(aside).toContainText('belongs to another resource')
  await expect(aside).toContainText('Not used.')
  await expect(layer(page, 'resource')).toHaveAttribute('data-status', 'notGiven')
  await aside.getByRole('button', { name: /into Resource-based$/ }).click()
  await expect(layer(page, 'resource')).not.toHaveAttribute('data-status', 'notGiven')
  await expect(aside).toHaveCount(0)

  // The paste area of a layer reads what the box reads.
  await layer(page, 'boundary').click()
  await page
    .getByRole('textbox', { name: 'Paste a policy: Permissions boundary' })
    .fill('- Effect: Allow\n  Action: s3:Get*\n  Resource: "*"\n')
  await page.getByRole('button', { name: 'Add this policy' }).click()
  await expect(layer(page, 'boundary')).toHaveAttribute('data-status', 'allows')
})
