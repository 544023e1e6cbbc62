import { expect, test } from 'vitest'
import { diagnose } from '../../diagnosis/diagnose'
import { EMPTY_DRAFT } from '../../draft/draft'
import { gateLook, railsOf } from './gate-look'

function shown(paste: string) {
  const { explanation } = diagnose({ ...EMPTY_DRAFT, paste })
  if (explanation === null) throw new Error('nothing was explained')
  const { lanes, end } = explanation.diagram
  const gates = lanes.flatMap((lane) => lane.gates)
  return { end, gates, looks: Object.fromEntries(gates.map((gate) => [gate.layer, gateLook(gate)])) }
}

test('the way ends at the layer that AWS names, which is not drawn as proven', () => {
  const { end, gates, looks } = shown(
    'An error occurred (AccessDeniedException) when calling the CreateFunction operation: User: arn:aws:iam::111122223333:role/dev is not authorized to perform: lambda:CreateFunction on resource: arn:aws:lambda:eu-west-1:111122223333:function:f with an explicit deny in a service control policy',
  )
  expect(looks).toMatchObject({ scp: 'claimed', identity: 'notGiven' })
  expect(gates.find(({ layer }) => layer === 'scp')).toMatchObject({ statusText: 'AWS: denies', status: 'notGiven' })
  expect(railsOf(gates)[gates.findIndex(({ layer }) => layer === 'scp')]).toBe('arrives')
  expect(end).toBe('denied')
})

test('a layer that is not given is drawn so, also where it hangs on who calls', () => {
  const { end, looks } = shown('An error occurred (AccessDenied) when calling the GetObject operation: Access Denied')
  expect(new Set(Object.values(looks))).toEqual(new Set(['notGiven']))
  expect(end).toBe('depends')
})
