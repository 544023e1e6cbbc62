// One worker of mutate.mjs: switches each change on and looks whether a vector notices.
import { readdirSync, readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { answerLines, compileCase, compileDecisions, evaluate } from './mutated.mjs'

const vectors = readdirSync(workerData.vectors)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(`${workerData.vectors}/${name}`, 'utf8')))

const SWEEP = ['ec2:RunInstances', 's3:GetObject', 'sts:AssumeRole', 'sqs:SendMessage']
const ADDED = { 'demo:k': '5', 'aws:TagKeys': ['x'], 'aws:PrincipalTag/t': 'y' }

const same = (a, b) => JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())

function* reasonsOf({ layers }) {
  for (const layer of layers) {
    yield layer.reason
    for (const level of layer.levels ?? []) yield level.reason
    for (const { elements } of layer.statements)
      for (const element of elements) {
        yield element.reason
        for (const { reason } of element.values) yield reason
      }
  }
}

const recorded = Object.fromEntries(
  Object.entries(JSON.parse(readFileSync(workerData.recorded, 'utf8'))).map(([id, lines]) => [
    id,
    JSON.stringify(lines),
  ]),
)

function asExpected({ id, request, policies, facts, expect }) {
  const accessCase = { version: 1, request, policies: policies ?? {}, ...(facts && { facts }) }
  const got = evaluate(accessCase)
  if (got.decision !== expect.decision) return false
  for (const key of ['layer', 'policy', 'sid']) if (expect[key] !== undefined && got[key] !== expect[key]) return false
  if (expect.layerAnyOf && !expect.layerAnyOf.includes(got.layer)) return false
  if (expect.blocking && JSON.stringify(got.blocking) !== JSON.stringify(expect.blocking)) return false
  if (expect.keys && !same(got.dependsOn.keys, expect.keys)) return false
  if (expect.layers && !same(got.dependsOn.layers, expect.layers)) return false
  if (expect.limits && !expect.limits.every((limit) => got.limits.includes(limit))) return false
  if (expect.ends && !same(new Set(got.settlements.map(({ decision }) => decision)), expect.ends)) return false
  if (expect.reason && ![...reasonsOf(got)].includes(expect.reason)) return false
  if (JSON.stringify(answerLines(got)) !== recorded[id]) return false
  const compiled = compileCase(accessCase)
  const decided = compileDecisions(accessCase)
  for (const action of [...SWEEP, request.action]) {
    const { decision, layer } = compiled(action, request.resource)
    const only = decided(action, request.resource)
    if (only.decision !== decision || only.layer !== layer) return false
  }
  for (const action of SWEEP) {
    const asked = { ...request, action, context: { ...request.context, ...ADDED } }
    const swept = answerLines(compiled(action, request.resource, ADDED))
    if (JSON.stringify(swept) !== JSON.stringify(answerLines(evaluate({ ...accessCase, request: asked })))) return false
  }
  return JSON.stringify(answerLines(compiled(request.action, request.resource))) === recorded[id]
}

const passes = () => {
  try {
    return vectors.every(asExpected)
  } catch {
    return false
  }
}

if (!passes()) parentPort.postMessage({ error: 'the vectors fail without any change' })
else
  for (let id = workerData.from; id < workerData.to; id++) {
    globalThis.__mutant = id
    parentPort.postMessage({ id, survived: passes() })
  }
