import { describe, expect, it } from 'vitest'
import { authorizationIdsIn, splitAuthorizationId } from './authorization-ids'

const pointing = (id: string) =>
  `denied. Go to https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/authorization-details/${id} for complete details, or call the GetRequestAuthorizationDetails API with the following authorization id: ${id}`

describe('the id of a denial', () => {
  it.each(['a1b2c3d4e5f6a7b8', '0a1b2c3d-1111-2222-3333-444455556666'])('%s is read whole', (id) => {
    expect(authorizationIdsIn(pointing(id))).toEqual([id])
    expect(splitAuthorizationId(pointing(id))).toEqual({ words: 'denied.', id })
  })

  it('ends before what follows it', () => {
    expect(authorizationIdsIn('authorization id: a1b2c3d4e5 - call it again')).toEqual(['a1b2c3d4e5'])
  })
})
