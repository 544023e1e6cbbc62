import { describe, expect, it } from 'vitest'
import {
  findHoles,
  hasHole,
  hasHoleInAction,
  holeAt,
  isFieldHidden,
  isHole,
  isValueHidden,
  replaceHoles,
} from './find-holes'

describe('a hole', () => {
  it.each(['<acct>', '[REDACTED]', '[some role]', '{owner}', '${name}', '...', '…', '***', '###', 'XXXX', 'xxx'])(
    'stands for a whole name: %s',
    (text) => {
      expect(isHole(text)).toBe(true)
      expect(holeAt(`s3:${text} on`, 3)).toBe(text)
    },
  )

  it.each(['', 'app', 'xxx-logs', 'a<b>', '*', 'maxxx', '<a> and <b>'])('is no whole name: %s', (text) => {
    expect(isHole(text)).toBe(false)
  })

  it('is found in a text, and something else put in its place', () => {
    expect(findHoles('arn:aws:iam::<acct>:role/${name}', 'request')).toEqual(['<acct>', '${name}'])
    expect(findHoles('arn:aws:s3:::backups-$(hostname)/a', 'request')).toEqual(['$(hostname)'])
    expect(hasHole('arn:aws:iam::111122223333:role/app')).toBe(false)
    expect(replaceHoles('repo:<owner>/<repo>:ref:<owner>', 'policy', '*')).toBe('repo:*/*:ref:*')
    expect(replaceHoles('repo:shop/orders', 'policy', '*')).toBe('repo:shop/orders')
  })

  it('stands in the Region of an ARN where no Region is spelled so', () => {
    expect(findHoles('arn:aws:sqs:AWS_REGION:111122223333:orders', 'request')).toEqual(['AWS_REGION'])
    expect(findHoles('arn:aws:sqs:MyRegion:111122223333:orders', 'policy')).toEqual(['MyRegion'])
    expect(findHoles('arn:aws:sqs:eu-west-1:111122223333:ORDERS_DLQ', 'request')).toEqual([])
    expect(findHoles('arn:aws:sqs:eu-*:111122223333:orders', 'policy')).toEqual([])
  })

  it('in an action leaves nothing to compare', () => {
    expect(['s3:***', 's3:Get…', 's3:GetxxxObject', 's3:Get*'].every(hasHoleInAction)).toBe(true)
    expect(hasHoleInAction('s3:GetObject')).toBe(false)
  })

  it('in a value of a request leaves nothing known of it; a wildcard does so only where no value has one', () => {
    expect(['redacted@example.com', '<id>', 'vpce-XXXXXX', 'arn:aws:iam::xxxx:role/app'].every(isValueHidden)).toBe(
      true,
    )
    expect(['203.0.113.7', 'home/*', 'aws-cli/2.0 md/Botocore#1'].some(isValueHidden)).toBe(false)
    expect(['203.0.113.*', 'vpce-xxxx'].every(isFieldHidden)).toBe(true)
    expect(isFieldHidden('vpce-0123456789abcdef0')).toBe(false)
  })
})
