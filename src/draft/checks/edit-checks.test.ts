import { describe, expect, it } from 'vitest'
import { buildCase } from '../build/build-case'
import { EMPTY_DRAFT, type Draft, type DraftCheck, type DraftLayer } from '../draft'
import { addCheck, draftOfCheck, editOfCheck, removeCheck } from './edit-checks'
import { editLayers, setContextKey, tryLayers } from '../edit/edit-draft'
import { addPolicy, setState } from '../edit/edit-layers'
import { checkFor } from './suggested-checks'
import { retargetCheck } from './retarget-check'
import { takePaste } from '../paste/take-paste'

const given = (name: string): DraftLayer => ({ state: 'given', policies: [{ name, text: '{}' }] })
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234'
const REQUEST = {
  principal: 'arn:aws:iam::111122223333:user/alice',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::bucket/a.txt',
}
const PLAIN: Draft = {
  ...EMPTY_DRAFT,
  request: REQUEST,
  layers: { ...EMPTY_DRAFT.layers, resource: given('bucket policy'), identity: given('alice') },
}
const own: DraftCheck = checkFor(REQUEST, 'kms:Decrypt', KEY)
const shared: DraftCheck = checkFor(REQUEST, 's3:GetObjectAcl', REQUEST.resource)
const DRAFT = addCheck(addCheck(PLAIN, own), shared)

describe('the further checks of a draft', () => {
  it('come and go', () => {
    expect(DRAFT.linked).toEqual([own, shared])
    expect(removeCheck(DRAFT, 0).linked).toEqual([shared])
    expect(removeCheck(removeCheck(DRAFT, 0), 0)).toEqual(PLAIN)
  })

  it('are part of the case, each with the policy that it meets', () => {
    const { linked } = buildCase(DRAFT).accessCase
    expect(linked).toEqual([
      {
        action: 'kms:Decrypt',
        resource: KEY,
        context: {
          'aws:ViaAWSService': 'true',
          'kms:ViaService': 's3.eu-west-1.amazonaws.com',
          'aws:RequestedRegion': 'eu-west-1',
        },
      },
      {
        action: 's3:GetObjectAcl',
        resource: REQUEST.resource,
        context: {},
        policy: { name: 'bucket policy', document: '{}' },
      },
    ])
    expect(buildCase(PLAIN).accessCase).not.toHaveProperty('linked')
  })

  it('that are not whole have no resource in the case, so that nothing is judged', () => {
    const open = addCheck(PLAIN, { ...own, resource: 'arn:aws:kms:eu-west-1:111122223333:key/' })
    expect(buildCase(open).accessCase.linked).toMatchObject([{ resource: '' }])
  })
})

describe('what one check sees', () => {
  it('is its own policy and keys in the draft', () => {
    const seen = draftOfCheck(DRAFT, 0)
    expect(seen.layers.resource).toEqual({ state: 'notGiven', policies: [] })
    expect(seen.layers.identity).toBe(DRAFT.layers.identity)
    expect(seen.context).toEqual(own.context)
    expect(draftOfCheck(DRAFT, 1).layers.resource).toBe(DRAFT.layers.resource)
    expect(draftOfCheck(DRAFT, 7)).toBe(DRAFT)
  })

  it('changes in its own place', () => {
    const edited = editOfCheck(DRAFT, 0, (draft) =>
      editLayers(draft, (layers) =>
        addPolicy(layers, { layer: 'resource', level: null }, { name: 'key policy', text: '{}' }),
      ),
    )
    expect(edited.linked?.[0]?.policy).toEqual(given('key policy'))
    expect(edited.layers.resource).toBe(DRAFT.layers.resource)
    expect(edited.linked?.[1]).toEqual(shared)
  })

  it('changes the policy of the request where both meet it', () => {
    const edited = editOfCheck(DRAFT, 1, (draft) => editLayers(draft, (layers) => setState(layers, 'resource', 'none')))
    expect(edited.layers.resource.state).toBe('none')
    expect(edited.linked).toEqual([own, shared])
  })

  it('changes the layers that all share for all', () => {
    const edited = editOfCheck(DRAFT, 0, (draft) => editLayers(draft, (layers) => setState(layers, 'boundary', 'none')))
    expect(edited.layers.boundary.state).toBe('none')
    expect(edited.linked).toEqual([own, shared])
  })

  it('keeps its keys apart from those of the request', () => {
    const set = (key: string) => (draft: Draft) => setContextKey(draft, key, { state: 'absent' })
    const mine = editOfCheck(DRAFT, 0, set('kms:viaservice'))
    expect(mine.context).toEqual({})
    expect(mine.linked?.[0]?.context).toMatchObject({ 'kms:viaservice': { state: 'absent' } })
    expect(mine.linked?.[0]?.context).not.toHaveProperty('kms:ViaService')
    const ours = editOfCheck(DRAFT, 0, set('aws:SourceIp'))
    expect(ours.context).toEqual({ 'aws:SourceIp': { state: 'absent' } })
    expect(ours.linked?.[0]?.context).toEqual(own.context)
  })

  it('leaves what AWS judged with the policy of the request’s own resource', () => {
    const tried = editOfCheck(DRAFT, 0, (draft) => tryLayers(draft, (layers) => setState(layers, 'resource', 'none')))
    expect(tried.judged?.resource).toBe(DRAFT.layers.resource)
    expect(tried.linked?.[0]?.policy?.state).toBe('none')
  })

  it('keeps what the request says of a key that the check says otherwise', () => {
    const both = setContextKey(DRAFT, 'aws:RequestedRegion', { state: 'known', values: ['us-east-1'] })
    const edited = editOfCheck(both, 0, (draft) => ({ ...draft, otherContext: 'absent' }))
    expect(edited.context).toEqual(both.context)
    expect(edited.otherContext).toBe('absent')
    expect(editOfCheck(both, 0, (draft) => draft)).toBe(both)
  })
})

describe('checks on one resource', () => {
  const layer = given('key policy')
  const put = (draft: Draft) => editLayers(draft, (layers) => ({ ...layers, resource: layer }))

  it('meet the same policy', () => {
    const both = addCheck(addCheck(PLAIN, own), checkFor(REQUEST, 'kms:GenerateDataKey', KEY))
    expect(editOfCheck(both, 1, put).linked?.map(({ policy }) => policy)).toEqual([layer, layer])
    const apart = addCheck(addCheck(PLAIN, own), checkFor(REQUEST, 'kms:GenerateDataKey', `${KEY}5`))
    expect(editOfCheck(apart, 1, put).linked?.map(({ policy }) => policy?.state)).toEqual(['notGiven', 'given'])
  })

  it('share it as soon as they are on it', () => {
    const open = addCheck(addCheck(PLAIN, { ...own, policy: layer }), checkFor(REQUEST, 'kms:GenerateDataKey', ''))
    expect(retargetCheck(open, 1, { resource: KEY }, REQUEST).linked?.[1]?.policy).toBe(layer)
    const other = addCheck(addCheck(PLAIN, { ...own, policy: layer }), {
      ...own,
      resource: `${KEY}5`,
      policy: given('b'),
    })
    expect(retargetCheck(other, 1, { resource: KEY }, REQUEST).linked?.[1]?.policy).toBe(layer)
  })

  it('get the policy that a paste says is of their service', () => {
    const printed = JSON.stringify({
      Policy: JSON.stringify({ Version: '2012-10-17', Statement: [] }),
      PolicyName: 'default',
    })
    const taken = takePaste(DRAFT, printed)
    expect(taken.asked).toEqual([])
    expect(taken.draft.linked?.[0]?.policy?.policies[0]?.name).toBe('key policy')
    expect(taken.draft.layers.resource).toEqual(DRAFT.layers.resource)
    const twoKeys = addCheck(DRAFT, checkFor(REQUEST, 'kms:GenerateDataKey', `${KEY}5`))
    expect(takePaste(twoKeys, printed).asked).toHaveLength(1)
  })
})

describe('retargetCheck', () => {
  it('follows the resource with the keys that follow from it', () => {
    const moved = retargetCheck(DRAFT, 0, { resource: KEY.replace('eu-west-1', 'us-east-2') }, REQUEST)
    expect(moved.linked?.[0]?.context['kms:ViaService']).toEqual({
      state: 'known',
      values: ['s3.us-east-2.amazonaws.com'],
    })
  })

  it('keeps a key policy that stands there, and takes the bucket’s for an object of the bucket', () => {
    const layer = given('key policy')
    const with1 = addCheck(PLAIN, { ...own, policy: layer })
    expect(retargetCheck(with1, 0, { action: 'kms:Encrypt' }, REQUEST).linked?.[0]?.policy).toBe(layer)
    const elsewhere = retargetCheck(with1, 0, { action: 'sqs:SendMessage' }, REQUEST)
    expect(elsewhere.linked?.[0]?.policy?.state).toBe('notGiven')
    const back = retargetCheck(with1, 0, { action: 's3:GetObjectAcl', resource: REQUEST.resource }, REQUEST)
    expect(back.linked?.[0]).toEqual(shared)
  })
})
