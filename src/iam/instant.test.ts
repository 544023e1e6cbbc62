import { describe, expect, it } from 'vitest'
import { instantText, parseInstant } from './instant'

describe('an instant as people read it', () => {
  it.each([
    '1970-01-01 00:00:00',
    '2000-02-29 23:59:59',
    '2024-12-31 12:00:00',
    '2026-03-01 00:00:01',
    '2100-02-28 06:07:08',
  ])('%s is read back', (text) =>
    expect(instantText(parseInstant(`${text.replace(' ', 'T')}Z`) ?? 0)).toBe(`${text} UTC`),
  )
})
