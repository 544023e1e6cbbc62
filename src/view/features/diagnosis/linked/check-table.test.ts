import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { diagnose } from '../../../../diagnosis/diagnose'
import { EMPTY_DRAFT } from '../../../../draft/draft'
import { DiagnosisContext } from '../../../state/workbench'
import { CheckTable } from './CheckTable'
import { shortResource, useCheckRows } from './check-rows'

function Rows() {
  const rows = useCheckRows()
  return rows.length > 0 ? createElement(CheckTable, { rows, offers: [], onAdd: () => undefined }) : null
}

const drawn = (paste: string): string => {
  const done = { ...diagnose({ ...EMPTY_DRAFT, paste }), progress: null }
  return renderToStaticMarkup(createElement(DiagnosisContext, { value: done as never }, createElement(Rows)))
}

const UNFIT = 'An error occurred (AccessDeniedException) when calling the'

test('the checks of a call are a table with a name, a row a check', () => {
  const html = drawn(
    `$ aws lambda create-function --function-name f --role arn:aws:iam::111122223333:role/exec\n${UNFIT} CreateFunction operation: Access denied`,
  )
  expect(html).toContain('<table aria-label="Checks of this call"')
  expect(html).toContain(
    'data-action="iam:PassRole" data-resource="arn:aws:iam::111122223333:role/exec" data-decision="depends"',
  )
  expect(html.match(/<tr data-action=/g)).toHaveLength(2)
})

test('a call that makes one check has no table, also where some such calls need more', () => {
  expect(
    drawn(
      `$ aws sqs delete-message --queue-url https://sqs.eu-west-1.amazonaws.com/111122223333/jobs --receipt-handle x\n${UNFIT} DeleteMessage operation: Access denied`,
    ),
  ).toBe('')
  expect(
    drawn(
      'An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::site/app.js" because no identity-based policy allows the s3:PutObject action',
    ),
  ).toBe('')
})

test('what is not known of a resource is a blank', () => {
  expect(shortResource('arn:aws:kms:eu-west-1:111122223333:key/')).toBe('key/<key>')
  expect(shortResource('arn:aws:iam::111122223333:role/')).toBe('role/<role>')
  expect(shortResource('')).toBe('<resource>')
  expect(shortResource('arn:aws:ec2:eu-west-1:111122223333:volume/*')).toBe('volume/*')
})
