import { describe, expect, it } from 'vitest'
import { textOfBase64 } from './base64-text'

const encoded = (text: string) => btoa(text)

describe('textOfBase64', () => {
  it.each(['[default]\naws_access_key_id = A', 'a', 'ab', 'abc', '{"a":"b?>~"}'])('reads %j', (text) => {
    expect(textOfBase64(encoded(text))).toBe(text)
    expect(textOfBase64(encoded(text).replaceAll('+', '-').replaceAll('/', '_'))).toBe(text)
  })

  it('reads over line ends', () => {
    expect(textOfBase64('YWJj\nZGVm')).toBe('abcdef')
  })

  it('gives nothing of what is no text', () => {
    expect(textOfBase64(encoded('PK\u0003\u0004\u00ff'))).toBeNull()
  })
})
