import { describe, expect, it } from 'vitest'
import { message, messageIfKnown } from './message'
import { messageText, textOfCode } from './message-text'
import { code, plainText, strong } from './phrase'

describe('a message', () => {
  it('is said with its gaps filled, and what stands in backticks is code', () => {
    expect(message('Add `{action}` to {policy}, as `Allow`.', { action: 's3:GetObject', policy: strong('p') })).toEqual(
      [
        { text: 'Add ' },
        { text: 's3:GetObject', mark: 'code' },
        { text: ' to ' },
        { text: 'p', mark: 'strong' },
        { text: ', as ' },
        { text: 'Allow', mark: 'code' },
        { text: '.' },
      ],
    )
    expect(messageText('At most {limit}.', { limit: 5 })).toBe('At most 5.')
    expect(messageText('Nothing to fill.')).toBe('Nothing to fill.')
  })

  it('does not compile without a value for each gap, nor where nobody can tell its gaps', () => {
    const some: string = 'At most {limit}.'
    // @ts-expect-error A gap without a value.
    messageText('At most {limit}.', {})
    // @ts-expect-error No values at all.
    messageText('At most {limit}.')
    // @ts-expect-error The gaps of a text that may be anything are not known.
    expect(message(some, { limit: 5 })).toBeDefined()
  })

  it('is not said where a fact is missing or empty', () => {
    const said = (values: Parameters<typeof messageIfKnown>[1]) => {
      const phrase = messageIfKnown('The role `{role}` of {account}.', values)
      return phrase && plainText(phrase)
    }
    expect(said({ role: 'app', account: '111122223333' })).toBe('The role app of 111122223333.')
    expect(said({ role: 'app', account: null })).toBeNull()
    expect(said({ role: '', account: '111122223333' })).toBeNull()
    expect(said({ account: '111122223333' })).toBeNull()
    expect(messageIfKnown('{constructor}', {})).toBeNull()
  })

  it('takes a value as it is, also one that looks like a gap or like code', () => {
    expect(plainText(message('{one} {two}', { one: '{two}', two: '$&' }))).toBe('{two} $&')
    expect(message('{one}', { one: '`x`' })).toEqual([{ text: '`x`' }])
    expect(message('`{one}`', { one: code('{two}') })).toEqual([{ text: '{two}', mark: 'code' }])
    expect(textOfCode('{one} {none}', { one: '{none}' })).toBe('{none} {none}')
  })
})
