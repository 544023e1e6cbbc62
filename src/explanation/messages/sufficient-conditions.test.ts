import { expect, it } from 'vitest'
import { plainText } from '../../text/phrase'
import { requirementClause } from './sufficient-conditions'

it('a policy that names principals has to name the caller: to name its account would not do', () => {
  const clause = (layer: 'resource' | 'trust' | 'identity') =>
    plainText(requirementClause({ kind: 'layer', layer, status: 'allows' }))
  expect(clause('resource')).toBe('the resource-based policy allows the caller itself')
  expect(clause('trust')).toContain('allows the caller itself')
  expect(clause('identity')).not.toContain('the caller')
})
