import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { toldCauses } from './told-causes'

const UNREACHABLE =
  'An error occurred (AccessDeniedException) when calling the Decrypt operation: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.'

describe('the causes below an answer', () => {
  it('leave out what the headline says: the first cause is it', () => {
    const { answer } = pastedCase(UNREACHABLE)
    const all = answer.causes.map(({ sentence }) => plainText(sentence))
    const told = toldCauses(answer).map(({ sentence }) => plainText(sentence))
    expect(plainText(answer.headline)).toBe('Most likely the key policy does not allow kms:Decrypt.')
    expect(all).toContain('The key policy does not allow kms:Decrypt.')
    expect(told).toEqual(all.filter((one) => one !== 'The key policy does not allow kms:Decrypt.'))
  })

  it('are all told where the headline says none of them', () => {
    const { answer } = pastedCase(
      'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
    )
    expect(toldCauses(answer)).toEqual(answer.causes)
  })
})
