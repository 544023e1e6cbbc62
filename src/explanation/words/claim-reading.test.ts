import { describe, expect, it } from 'vitest'
import { assumeNone } from '../../draft/edit/assume-none'
import { buildCase } from '../../draft/build/build-case'
import { EMPTY_DRAFT } from '../../draft/draft'
import { takePaste } from '../../draft/paste/take-paste'
import { evaluate } from '../../evaluation/evaluate'
import type { CaseLayer } from '../../iam/layers'
import { plainText } from '../../text/phrase'
import { explain } from '../explain'
import { readClaim } from './claim-reading'

const DENIED = (because: string) =>
  `User: arn:aws:iam::111122223333:user/maya is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::tides/a because ${because}`

const withNone = (because: string, layer: CaseLayer) => {
  const { draft, reading } = takePaste(EMPTY_DRAFT, DENIED(because))
  const { accessCase, denial } = buildCase({ ...draft, layers: assumeNone(draft.layers, [layer]) }, reading.denials)
  const judged = { accessCase, denial, error: denial, evaluation: evaluate(accessCase) }
  return { claim: readClaim(judged), answer: explain(judged).answer }
}

describe('AWS’s word on a layer that has nothing attached', () => {
  it('is shown where the layer would have to allow: nothing there does', () => {
    const { claim, answer } = withNone('no identity-based policy allows the s3:PutObject action', 'identity')
    expect(claim).toMatchObject({ state: 'agrees', finding: 'agrees-none' })
    expect(plainText([...answer.headline, ...answer.said])).not.toMatch(/allows it|pasted/)
  })

  it('is contradicted where a policy that isn’t there is said to deny', () => {
    const { claim } = withNone('of an explicit deny in an identity-based policy', 'identity')
    expect(claim).toMatchObject({ state: 'contradicts', finding: 'disagrees-none' })
  })

  it('is contradicted where only a policy can take something away', () => {
    const { claim } = withNone('no service control policy allows the s3:PutObject action', 'scp')
    expect(claim).toMatchObject({ state: 'contradicts', finding: 'disagrees-none' })
  })
})
