import { describe, expect, it } from 'vitest'
import type { Denial } from '../../../denial/denial'
import { markPaste } from './paste-marks'

const TEXT = 'User: arn:x is not authorized to perform: s3:PutObject because of a policy p'

const denial: Denial = {
  kind: 'denial',
  principal: 'arn:x',
  action: 's3:PutObject',
  resource: null,
  decision: 'implicit',
  layer: 'identity',
  layerPolicyArn: null,
  account: null,
  operation: null,
  service: 's3',
  encodedMessage: null,
  requestId: null,
  errorCode: null,
  span: [0, TEXT.length],
  inferred: {},
  parts: {
    principal: [[6, 11]],
    action: [
      [42, 54],
      [63, 65],
    ],
    reason: [[55, 76]],
    layerPolicyArn: [[75, 76]],
  },
}

const seen = (denials: readonly Denial[], chosen: number, text = TEXT) =>
  markPaste(text, denials, chosen).map(({ text: piece, look }) => [piece, look])

describe('markPaste', () => {
  it('cuts the text at the parts and keeps every character', () => {
    const pieces = markPaste(TEXT, [denial], 0)
    expect(pieces.map(({ text }) => text).join('')).toBe(TEXT)
    expect(seen([denial], 0)).toEqual([
      ['User: ', null],
      ['arn:x', 'principal'],
      [' is not authorized to perform: ', null],
      ['s3:PutObject', 'action'],
      [' ', null],
      ['because ', 'reason'],
      ['of', 'action'],
      [' a policy p', 'reason'],
    ])
  })

  it('gives the parts of a denial that is not chosen one quiet look', () => {
    expect(new Set(markPaste(TEXT, [denial], 1).map(({ look }) => look))).toEqual(new Set([null, 'other']))
  })

  it('leaves out marks that lie beyond a text that has since become shorter', () => {
    expect(seen([denial], 0, 'User: arn:x')).toEqual([
      ['User: ', null],
      ['arn:x', 'principal'],
    ])
    expect(seen([denial], 0, '')).toEqual([])
  })
})
