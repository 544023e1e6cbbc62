import { describe, expect, it } from 'vitest'
import { parseDenials } from './parse-denials'

const REFUSED = 'An error occurred (AccessDenied) when calling the PutObject operation: Access Denied\n'
const put = (bucket: string) => `s3.put_object(Bucket='${bucket}', Key='a.txt', Body=b'1')\n`
const bucketOf = (text: string) => parseDenials(text)[0]!.call?.parameters['bucket']

describe('two calls of one operation below a refusal', () => {
  it('are the later one where the text says that the call was changed', () => {
    expect(bucketOf(`${REFUSED}${put('teal/up')}so i changed it to\n${put('teal-upp')}`)).toBe('teal-upp')
  })

  it('are the first one else', () => {
    expect(bucketOf(`${REFUSED}${put('teal-in')}${put('teal-out')}`)).toBe('teal-in')
  })
})
