// One worker of mutate.mjs: switches each change on and looks whether a vector notices.
import { readdirSync, readFileSync } from 'node:fs'
import { caseOf, compileCase, compileDecisions, evaluate, observed, SWEEP, SWEEP_CONTEXT } from './mutated.mjs'

const asked = JSON.parse(process.argv[2])

const vectors = readdirSync(asked.vectors)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(`${asked.vectors}/${name}`, 'utf8')))

/** Comparing ways to the same answer takes many evaluations: of vectors that are all asked, a share is enough for it. */
const compared = vectors.filter(({ request }, index) => index % 6 === 0 && request.action && request.resource)

/** What is asserted of the answer itself. Recorded answers are left out: they only tell that something changed. */
const isAsExpected = (vector) =>
  JSON.stringify(observed(vector.expect, evaluate(caseOf(vector)))) === JSON.stringify(vector.expect)

/** A case compiled once answers as the case itself does. */
function isCompiledAlike(vector) {
  const { request } = vector
  const accessCase = caseOf(vector)
  const compiled = compileCase(accessCase)
  const decided = compileDecisions(accessCase)
  for (const action of [...SWEEP, request.action]) {
    const { decision, layer } = compiled(action, request.resource)
    const only = decided(action, request.resource)
    if (only.decision !== decision || only.layer !== layer) return false
  }
  for (const action of SWEEP) {
    const asked = { ...request, action, context: { ...request.context, ...SWEEP_CONTEXT } }
    const swept = compiled(action, request.resource, SWEEP_CONTEXT)
    if (JSON.stringify(swept) !== JSON.stringify(evaluate({ ...accessCase, request: asked }))) return false
  }
  return JSON.stringify(compiled(request.action, request.resource)) === JSON.stringify(evaluate(accessCase))
}

/** Does a vector fail? The one that does comes first from then on: the next change is often near. */
const isNoticed = (list, holds) => {
  const at = list.findIndex((vector) => {
    try {
      return !holds(vector)
    } catch {
      return true
    }
  })
  if (at > 0) list.unshift(...list.splice(at, 1))
  return at >= 0
}

const isMutantNoticed = () => isNoticed(vectors, isAsExpected) || isNoticed(compared, isCompiledAlike)

if (isMutantNoticed()) process.send({ error: `${vectors[0].id} or ${compared[0].id} fails without any change` })
else {
  process.send({ isReady: true })
  for (let id = asked.from; id < asked.to; id++) {
    globalThis.__mutant = id
    process.send({ id, survived: !isMutantNoticed() })
  }
}
