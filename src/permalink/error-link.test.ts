import { describe, expect, it } from 'vitest'
import { errorFragment, errorInAddress, MAX_ERROR } from './error-link'

const message =
  'User: arn:aws:iam::111122223333:user/ann+ops is not authorized to perform: s3:GetObject & more #1 (100 %)\n"ü"'

describe('errorInAddress', () => {
  it.each([
    ['#error=', { hash: errorFragment(message), search: '' }],
    ['?error=', { hash: '', search: errorFragment(message).replace('#', '?') }],
    ['both, the fragment first', { hash: errorFragment(message), search: '?error=another' }],
    ['other parameters beside it', { hash: '', search: `?utm=1&${errorFragment(message).slice(1)}&x=2` }],
  ])('reads %s', (_, address) => {
    expect(errorInAddress(address)).toEqual({ error: message })
  })

  it('reads plus signs as spaces, as a form encodes them', () => {
    expect(errorInAddress({ hash: '#error=Access+Denied', search: '' })).toEqual({ error: 'Access Denied' })
  })

  it.each(['', '#', '#/learn', '#1/AAAA', '#error=', '#errors=x'])('finds none in %j', (hash) => {
    expect(errorInAddress({ hash, search: '' })).toBeNull()
  })

  it('takes broken percent signs as they are', () => {
    expect(errorInAddress({ hash: '#error=100%zz', search: '' })).toEqual({ error: '100%zz' })
  })

  it('refuses what is too long', () => {
    const hash = errorFragment('a'.repeat(MAX_ERROR + 1))
    expect(errorInAddress({ hash, search: '' })).toMatchObject({ problem: { code: 'error-too-long' } })
  })
})
