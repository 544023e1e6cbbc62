import { expect, it } from 'vitest'
import { takePaste } from '../draft/paste/take-paste'
import { EMPTY_DRAFT, type Draft } from '../draft/draft'
import { tryLayers } from '../draft/edit/edit-draft'
import { explainFixes } from '../explanation/fixes/explain-fixes'
import { withPolicies } from '../testing/pasted-case'
import { policyText } from '../testing/statements'
import { plainText } from '../text/phrase'
import { applyFix } from './apply-fix'
import { diagnose } from './diagnose'
import { fillBlank } from './fill-blank'
import { blanksOf, triedChanges } from './tried-fix'

const errorFor = (action: string, resource: string, account = '111122223333') =>
  `User: arn:aws:iam::${account}:user/ana is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`

function triedOn(error: string): Draft {
  const identity = policyText({ Effect: 'Allow', Action: 'lambda:*', Resource: '*' })
  const draft = withPolicies(takePaste(EMPTY_DRAFT, error).draft, { identity })
  const { judged } = diagnose(draft)
  const fix = judged && explainFixes(judged).find(({ least }) => least)
  return fix ? tryLayers(draft, (layers) => applyFix(layers, fix)) : draft
}

const blanksIn = (draft: Draft) => blanksOf(triedChanges(draft), diagnose(draft).built?.holes ?? [])

function filled(draft: Draft, value: string): Draft {
  const [blank] = blanksIn(draft)
  if (blank === undefined) throw new Error('There is no blank.')
  return fillBlank(draft, triedChanges(draft), blank, value)
}

const headline = (draft: Draft) => plainText(diagnose(draft).explanation?.answer.headline ?? [])

it('finishes a change with a value that its condition compares', () => {
  const tried = triedOn(errorFor('iam:PassRole', 'arn:aws:iam::111122223333:role/app'))
  expect(blanksIn(tried).map(({ name }) => name)).toEqual(['<service that gets the role>'])
  expect(headline(tried)).not.toContain('fixes')
  const done = filled(tried, 'lambda.amazonaws.com')
  expect(triedChanges(done)[0]?.after).toContain('"iam:PassedToService": "lambda.amazonaws.com"')
  expect(blanksIn(done)).toEqual([])
  expect(headline(done)).toBe('Your change fixes what AWS reported.')
})

it('finishes a change with what is masked in the error too', () => {
  const tried = triedOn(errorFor('dynamodb:PutItem', 'arn:aws:dynamodb:eu-west-1:<account>:table/t', '<account>'))
  const done = filled(tried, '111122223333')
  expect(triedChanges(done)[0]?.after).toContain('arn:aws:dynamodb:eu-west-1:111122223333:table/t')
  expect(blanksIn(done)).toEqual([])
  expect(headline(done)).toMatch(/your change fixes what AWS reported/)
})

it('has nothing to fill in where the change is whole', () => {
  expect(blanksIn(triedOn(errorFor('dynamodb:PutItem', 'arn:aws:dynamodb:eu-west-1:111122223333:table/t')))).toEqual([])
})
