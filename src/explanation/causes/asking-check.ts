import { evaluate } from '../../evaluation/evaluate'
import { ANY_PART } from '../../iam/any-part'
import type { FurtherCheck } from '../answer'
import { judgedWith, type JudgedCase } from '../judged-case'

const BLANK = /<[a-z][a-z ]{0,40}>/g

/** A wildcard of a statement stands for a resource that is not named; alone it is that none is. */
const asResource = (text: string): string => (text === '*' ? text : text.replaceAll('*', ANY_PART))

/** A judged case in which a further check of the call is the request. */
export const askingCheck = (
  judged: JudgedCase,
  { principal, action, resource, carriesNo = [] }: FurtherCheck,
): JudgedCase => {
  const { accessCase, policyMemory } = judged
  const { resourceAccount: _account, ...request } = accessCase.request
  const asked = asResource(resource)
  const blanks = asked.match(BLANK) ?? []
  const next = {
    ...accessCase,
    request: {
      ...request,
      action,
      resource: asked,
      ...(principal === null ? {} : { principal }),
      ...(carriesNo.length > 0 && { absentContext: [...(request.absentContext ?? []), ...carriesNo] }),
    },
    ...(blanks.length > 0 && { holes: [...(accessCase.holes ?? []), ...blanks] }),
  }
  return { ...judged, accessCase: next, evaluation: evaluate(next, judgedWith({ policyMemory })) }
}
