import { expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { explain } from '../explain'
import { explainReport } from './explain-report'
import { reportParts } from './report-parts'

const layersOf = (paste: string): string => {
  const { judged } = pastedCase(paste)
  const parts = reportParts(judged, explain(judged))
  return (parts === null ? '' : explainReport(parts)).split('## Layers')[1]?.split('##')[0] ?? ''
}

const DENIED =
  'An error occurred (AccessDeniedException) when calling the CreateFunction operation: User: arn:aws:iam::111122223333:role/dev is not authorized to perform: lambda:CreateFunction on resource: arn:aws:lambda:eu-west-1:111122223333:function:f'

it('a report, too, ends the way at the layer that AWS names, and says that AWS does', () => {
  expect(layersOf(`${DENIED} with an explicit deny in a service control policy`)).toContain(
    '[XX] SCPs: not given; AWS: denies',
  )
  expect(layersOf(`${DENIED} because no identity-based policy allows the lambda:CreateFunction action`)).toMatch(
    /\[XX\] Identity-based policies: \w[\w ]*; AWS: no allow/,
  )
})

it('what nobody names is no more than not given', () => {
  expect(layersOf(DENIED)).not.toContain('[XX]')
})
