import { describe, expect, it } from 'vitest'
import { parseDenials } from './parse-denials'

const refusal = (time: string, reason: string) =>
  `${time} ERROR User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::docs/a ${reason}`

describe('the times of a denial', () => {
  it('span its repetitions, in whichever order they are written', () => {
    const because = 'because no identity-based policy allows the s3:GetObject action'
    const text = [
      refusal('2024-05-06T08:00:00Z', because),
      refusal('2024-05-06T06:00:00Z', because),
      refusal('2024-05-06T09:00:00Z', because),
    ].join('\n')
    const [denial, ...others] = parseDenials(text)
    expect(others).toEqual([])
    expect(denial).toMatchObject({
      repeats: 3,
      times: { first: '2024-05-06T06:00:00Z', last: '2024-05-06T09:00:00Z' },
    })
  })

  it('are those of their events in a CloudTrail log, where denied operations stay apart', () => {
    const event = (eventName: string, eventTime: string) => ({
      eventVersion: '1.08',
      userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/ana', accountId: '111122223333' },
      eventTime,
      eventSource: 'kms.amazonaws.com',
      eventName,
      awsRegion: 'eu-west-1',
      errorCode: 'AccessDenied',
      errorMessage: 'Access Denied',
    })
    const records = [
      event('Decrypt', '2024-05-06T08:00:00Z'),
      event('ListKeys', '2024-05-06T07:00:00Z'),
      event('Decrypt', '2024-05-06T06:00:00Z'),
    ]
    expect(parseDenials(JSON.stringify({ Records: records }))).toMatchObject([
      { operation: 'Decrypt', repeats: 2, times: { first: '2024-05-06T06:00:00Z', last: '2024-05-06T08:00:00Z' } },
      { operation: 'ListKeys', times: { first: '2024-05-06T07:00:00Z', last: '2024-05-06T07:00:00Z' } },
    ])
  })
})

it('keeps denials of one request apart that different layers decided', () => {
  const text = [
    refusal('2024-05-06T08:00:00Z', 'with an explicit deny in a service control policy'),
    refusal('2024-05-06T09:00:00Z', 'because no identity-based policy allows the s3:GetObject action'),
    refusal('2024-05-06T10:00:00Z', 'with an explicit deny in a service control policy'),
  ].join('\n')
  expect(parseDenials(text)).toMatchObject([{ layer: 'scp', repeats: 2 }, { layer: 'identity' }])
})
