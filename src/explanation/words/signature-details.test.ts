import { describe, expect, it } from 'vitest'
import { plainText } from '../../text/phrase'
import { durationText, signatureDetails } from './signature-details'

const told = (text: string): readonly string[] =>
  signatureDetails(text).map(({ name, value }) => `${plainText(name)}: ${plainText(value)}`)

describe('what a text shows of a signature', () => {
  it('the clock is behind by the time between the two that AWS names', () => {
    expect(
      told('Signature expired: 20261128T100000Z is now earlier than 20261128T103712Z (20261128T105212Z - 15 min.)'),
    ).toEqual([
      'Request signed: 2026-11-28 10:00:00 UTC',
      'AWS’s time: 2026-11-28 10:52:12 UTC',
      'Your clock: 52 min 12 s behind, or the request waited that long',
    ])
  })

  it('or ahead', () => {
    expect(
      told(
        'Signature not yet current: 20261128T120000Z is still later than 20261128T110500Z (20261128T110000Z + 5 min.)',
      ).at(-1),
    ).toBe('Your clock: 1 h ahead')
  })

  it('S3 names both times in elements of its own', () => {
    expect(
      told(
        '<Code>RequestTimeTooSkewed</Code><RequestTime>Sat, 28 Nov 2026 10:00:00 GMT</RequestTime><ServerTime>2026-11-28T10:20:30Z</ServerTime>',
      ).at(-1),
    ).toBe('Your clock: 20 min 30 s behind, or the request waited that long')
  })

  it('a presigned URL ends a known time after it was signed', () => {
    const url =
      'https://b.s3.amazonaws.com/k?X-Amz-Credential=ASIAEXAMPLE%2F20261127%2Feu-west-1%2Fs3%2Faws4_request&X-Amz-Date=20261127T080000Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=content-type%3Bhost&X-Amz-Signature=abc'
    expect(
      told(`GET ${url}\n<Message>Request has expired</Message><ServerTime>2026-11-27T11:30:00Z</ServerTime>`),
    ).toEqual([
      'URL signed: 2026-11-27 08:00:00 UTC',
      'Valid for: 1 h',
      'URL ends: 2026-11-27 09:00:00 UTC, 2 h 30 min before this request',
      'Signed headers: content-type, host: send exactly these values',
      'Signed for: s3 in eu-west-1',
      'Session token: missing, and the key is a temporary one',
    ])
    expect(told(`${url}&X-Amz-Security-Token=t`).join(' ')).not.toContain('Session token')
    expect(told(url).join(' ')).not.toContain('ASIA')
  })

  it('two Regions', () => {
    expect(told("the region 'us-east-1' is wrong; expecting 'eu-central-1'")).toEqual([
      'Signed for: us-east-1',
      'AWS expects: eu-central-1',
    ])
  })

  it.each([
    'The request signature we calculated does not match the signature you provided.',
    'Signature expired: 20261128T100000Z is now earlier than yesterday',
    'Signature expired: 20261328T100000Z is now earlier than 20261328T103712Z (20261328T105212Z - 15 min.)',
    'https://example.com/?X-Amz-Expires=abc&X-Amz-Date=now',
  ])('nothing where the text names no times: %s', (text) => expect(told(text)).toEqual([]))

  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [-3600, '1 h'],
    [90_061, '1 d 1 h'],
  ])('%i seconds are %s', (seconds, text) => expect(durationText(seconds)).toBe(text))
})
