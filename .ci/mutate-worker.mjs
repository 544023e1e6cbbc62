// One worker of mutate.mjs: switches each change on and looks whether a vector that passes its switch notices.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

/** Passes of switches, as a multiple of what a vector takes unchanged, after which a change is one that loops without end. */
const MOST_PASSES = 50
/** Vectors that noticed a change lately and are asked first of the next, which is often near. */
const LATELY = 40
/** Where the switches that each check passes are kept for the worker that comes after one that hung. */
const KEPT = new URL('./passed.json', import.meta.url)

let room = await import('./mutated.mjs')
const atLoad = new Set(room.passedSince().ids)
const asked = JSON.parse(process.argv[2])

const vectors = readdirSync(asked.vectors)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(`${asked.vectors}/${name}`, 'utf8')))
  .map((vector) => ({ ...vector, expected: JSON.stringify(vector.expect) }))

const reference = room.createReference((path) => JSON.parse(readFileSync(`${asked.reference}/${path}`, 'utf8')))
const knownTo = ({ withReference }) => (withReference ? { reference } : {})

/** Comparing ways to the same answer takes many evaluations: of vectors that are all asked, a share is enough for it. */
const compared = vectors.filter(({ request }, index) => index % 6 === 0 && request.action && request.resource)

/** What is asserted of the answer itself. Recorded answers are left out: they only tell that something changed. */
const isAsExpected = (vector) => {
  const { caseOf, evaluate, observed } = room
  return (
    JSON.stringify(observed(vector.expect, evaluate(caseOf(vector), knownTo(vector)), vector.request.action)) ===
    vector.expected
  )
}

/** A case compiled once answers as the case itself does. */
function isCompiledAlike(vector) {
  const { caseOf, compileCase, compileDecisions, evaluate, SWEEP, SWEEP_CONTEXT } = room
  const { request } = vector
  const accessCase = caseOf(vector)
  const known = knownTo(vector)
  const compiled = compileCase(accessCase, known)
  const decided = compileDecisions(accessCase, known)
  for (const action of [...SWEEP, request.action]) {
    const { decision, layer } = compiled(action, request.resource)
    const only = decided(action, request.resource)
    if (only.decision !== decision || only.layer !== layer) return false
  }
  for (const action of SWEEP) {
    const asked = { ...request, action, context: { ...request.context, ...SWEEP_CONTEXT } }
    const swept = compiled(action, request.resource, SWEEP_CONTEXT)
    if (JSON.stringify(swept) !== JSON.stringify(evaluate({ ...accessCase, request: asked }, known))) return false
  }
  return JSON.stringify(compiled(request.action, request.resource)) === JSON.stringify(evaluate(accessCase, known))
}

const checks = [
  ...vectors.map((vector) => ({ id: vector.id, holds: () => isAsExpected(vector) })),
  ...compared.flatMap((vector) => [{ id: `${vector.id}, compiled once`, holds: () => isCompiledAlike(vector) }]),
  ...vectors
    .filter(
      ({ request, expect }, index) =>
        (index % 6 === 0 || expect.decision === 'depends') && request.action && request.resource,
    )
    .map((vector) => ({ id: `${vector.id}, in brief`, holds: () => room.isBriefAlike(vector, knownTo(vector)) })),
  ...compared
    .filter(({ holes = [], withReference }) => holes.length === 0 && withReference !== true)
    .map((vector) => ({ id: `${vector.id}, with its policies prepared`, holds: () => room.isPreparedAlike(vector) })),
  // What is asserted besides vectors: the tables of src/testing.
  ...Object.keys(room)
    .filter((name) => name.endsWith('_CHECKS'))
    .flatMap((table) => room[table].map(([id], at) => ({ id, holds: () => room[table][at][1]() }))),
]

const fails = ({ holds }) => {
  try {
    return !holds()
  } catch {
    return true
  }
}

/** Which switches each check passes while nothing is changed, and how often; or what fails then. */
function passedUnchanged() {
  if (existsSync(KEPT)) return JSON.parse(readFileSync(KEPT, 'utf8'))
  const passed = []
  for (const check of checks) {
    room.passedSince()
    if (fails(check)) return { failing: check.id }
    passed.push(room.passedSince())
  }
  writeFileSync(KEPT, JSON.stringify(passed))
  return passed
}

const passed = passedUnchanged()
if (passed.failing !== undefined) process.send({ error: `${passed.failing} fails without any change` })
else {
  const passing = new Map()
  for (const [at, { ids, passes }] of passed.entries()) {
    checks[at].most = 100_000 + MOST_PASSES * passes
    for (const id of ids)
      passing
        .set(id, passing.get(id) ?? [])
        .get(id)
        .push(at)
  }
  process.send({ isReady: true })
  const lately = []
  const isNoticedBy = (id, some) => {
    const known = new Set(some)
    const at = [...lately.filter((one) => known.has(one)), ...some].find((one) => {
      room.switchOn(id, checks[one].most)
      return fails(checks[one])
    })
    if (at === undefined) return false
    if (lately.includes(at)) lately.splice(lately.indexOf(at), 1)
    lately.unshift(at)
    lately.length = Math.min(lately.length, LATELY)
    return true
  }
  const unchangedRoom = room
  for (let id = asked.from; id < asked.to; id++) {
    room = unchangedRoom
    const some = passing.get(id) ?? []
    let isNoticed = isNoticedBy(id, some)
    // What is made once, when the room is loaded, is changed in a room of its own.
    if (!isNoticed && atLoad.has(id)) {
      globalThis.changeOnLoad = id
      try {
        room = await import(`./mutated.mjs?change=${id}`)
        isNoticed = isNoticedBy(
          id,
          checks.map((_, at) => at),
        )
      } catch {
        isNoticed = true
      }
    }
    process.send({ id, survived: !isNoticed, asked: atLoad.has(id) ? checks.length : some.length })
  }
}
