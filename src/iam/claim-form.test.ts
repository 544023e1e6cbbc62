import { describe, expect, it } from 'vitest'
import { readClaimForm } from './claim-form'

describe('what a claim has in the gaps of a form', () => {
  it('ends a name where no name goes on, also where the form goes on otherwise', () => {
    const form = 'repo:{owner}@{ownerId}/{repo}@{repoId}:{context}'
    expect(readClaimForm('repo:acme/site:ref:refs/heads/main', form)).toEqual({ owner: 'acme' })
    expect(readClaimForm('repo:acme@12/site@34:pull_request', form)).toEqual({
      owner: 'acme',
      ownerId: '12',
      repo: 'site',
      repoId: '34',
      context: 'pull_request',
    })
  })

  it('takes the whole rest for what may hold anything', () => {
    expect(readClaimForm('repo:acme/site:ref:refs/heads/main', 'repo:{owner}/{repo}:{context}')).toEqual({
      owner: 'acme',
      repo: 'site',
      context: 'ref:refs/heads/main',
    })
  })
})
