import { describe, expect, it } from 'vitest'
import { diagnose } from '../../diagnosis/diagnose'
import { EMPTY_DRAFT, type Draft } from '../../draft/draft'
import { editLayers } from '../../draft/edit/edit-draft'
import { addPolicy } from '../../draft/edit/edit-layers'
import { pageKindOf } from './page-kind'

const kindOf = (draft: Partial<Draft>) => pageKindOf(diagnose({ ...EMPTY_DRAFT, ...draft }))

describe('the kind of page', () => {
  it.each([
    'An error occurred (ExpiredToken) when calling the GetObject operation: The provided token has expired.',
    'Unable to locate credentials. You can configure credentials by running "aws configure".',
    'npm ERR! code ELIFECYCLE',
  ])('is plain where no policy decides, or nothing shows that AWS was asked: %s', (paste) => {
    expect(kindOf({ paste })).toBe('plain')
  })

  it.each([
    'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::data/a" because no identity-based policy allows the s3:PutObject action',
  ])('has layers where one can decide: %s', (paste) => {
    expect(kindOf({ paste })).toBe('policies')
  })

  it.each([
    'An error occurred (403) when calling the HeadObject operation: Forbidden',
    'An error occurred (AccessDenied) when calling the AssumeRole operation: Access Denied',
    'AccessDenied: Access Denied',
  ])('asks one question first where AWS gave no reason: %s', (paste) => {
    expect(kindOf({ paste })).toBe('question')
  })

  it('is plain where AWS gave no reason and what most likely refused is no policy', () => {
    const paste = (bucket: string) =>
      `$ aws s3 cp s3://${bucket}/collection02/catalog.json .\nfatal error: An error occurred (403) when calling the HeadObject operation: Forbidden`
    expect(kindOf({ paste: paste('usgs-landsat') })).toBe('plain')
    expect(kindOf({ paste: paste('harbour-reports') })).toBe('question')
  })

  it('has layers where policies are given', () => {
    const draft = { ...EMPTY_DRAFT, paste: 'Unable to locate credentials.' }
    const given = editLayers(draft, (layers) =>
      addPolicy(layers, { layer: 'identity', level: null }, { name: 'app', text: '{}' }),
    )
    expect(kindOf(given)).toBe('policies')
  })
})
