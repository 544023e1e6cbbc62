import { afterEach, describe, expect, it, vi } from 'vitest'
import { FAILURE_SENTENCES, failureOf } from './failure'
import { tellUnreached } from './unreached'

const thrown = (name: string, message = '', httpStatusCode?: number) =>
  Object.assign(new Error(message), { name }, httpStatusCode === undefined ? {} : { $metadata: { httpStatusCode } })

describe('failureOf', () => {
  it.each([
    ['offline', thrown('Offline')],
    ['not-for-pages', thrown('NotForPages')],
    ['not-reached', new TypeError('Failed to fetch')],
    ['unavailable', thrown('ServiceUnavailable', 'Service is unavailable', 503)],
    ['unavailable', thrown('Unknown', 'UnknownError', 503)],
    ['service', thrown('InternalFailure', '', 500)],
    // The same code stands for a wrong key: only the words tell.
    [
      'clock',
      thrown(
        'SignatureDoesNotMatch',
        'Signature expired: 20260601T000000Z is now earlier than 20260601T001500Z (20260601T003000Z - 15 min.)',
        403,
      ),
    ],
    ['clock', thrown('InvalidSignatureException', 'Signature not yet current: 20260601T003000Z is still later than …')],
    ['wrong-credentials', thrown('SignatureDoesNotMatch', 'The request signature we calculated does not match.', 403)],
    [
      'region-off',
      thrown(
        'RegionDisabledException',
        'STS is not activated in this region for account:111122223333. Your account administrator can activate STS in this region using the IAM Console.',
        403,
      ),
    ],
    ['expired', thrown('ExpiredToken', 'The security token included in the request is expired', 403)],
    ['throttled', thrown('Throttling', 'Rate exceeded', 400)],
  ] as const)('says %s', (cause, error) => {
    expect(failureOf(error).cause).toBe(cause)
    expect(FAILURE_SENTENCES[cause]).not.toBe('')
  })

  it('tells the number of an answer that says nothing else, and the code of one that has it', () => {
    expect(failureOf(thrown('Unknown', 'Unknown', 500))).toMatchObject({
      code: 'HTTP 500',
      message: 'AWS gave no reason.',
    })
    expect(failureOf(thrown('InternalFailure', 'Oops', 500))).toMatchObject({
      code: 'InternalFailure',
      message: 'Oops',
    })
  })

  it('has a sentence of its own for each cause', () => {
    const sentences = Object.values(FAILURE_SENTENCES)
    expect(new Set(sentences).size).toBe(sentences.length)
  })
})

describe('tellUnreached', () => {
  afterEach(() => vi.unstubAllGlobals())
  const blocked = new TypeError('Failed to fetch')
  const named = async (error: unknown) => ((await tellUnreached(error, 'https://sts.test')) as Error).name

  it('tells a host that answers, but not to pages, from one that does not answer and from no network', async () => {
    const answer = vi.fn(() => Promise.resolve(new Response()))
    vi.stubGlobal('fetch', answer)
    vi.stubGlobal('navigator', { onLine: true })
    expect(await named(blocked)).toBe('NotForPages')
    expect(answer).toHaveBeenCalledWith(
      'https://sts.test',
      expect.objectContaining({ mode: 'no-cors', credentials: 'omit' }),
    )
    vi.stubGlobal('fetch', () => Promise.reject(blocked))
    expect(await named(blocked)).toBe('TypeError')
    vi.stubGlobal('navigator', { onLine: false })
    expect(await named(blocked)).toBe('Offline')
  })

  it('leaves AWS’s own errors, and asks nothing for them', async () => {
    const answer = vi.fn()
    vi.stubGlobal('fetch', answer)
    expect(await named(thrown('AccessDenied'))).toBe('AccessDenied')
    expect(answer).not.toHaveBeenCalled()
  })
})
