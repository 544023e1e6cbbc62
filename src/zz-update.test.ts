import { readFileSync, writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { parseDenials } from './denial/parse-denials'
import { evaluate } from './evaluation/evaluate'
import { explain } from './explanation/explain'
import { plainText } from './text/phrase'
import { explainFindings } from './explanation/findings/explain-findings'
import { NO_REFERENCE, type Reference } from './reference/reference'
import { decodeService } from './reference/service-reference'
const replaceIn = (file: string, pairs: [string, string, string][]) => {
  let text = readFileSync(file, 'utf8'); let at = 0
  for (const [anchor, old, now] of pairs) {
    if (old === now) continue
    const from = text.indexOf(JSON.stringify(anchor)); if (from < 0) { console.log('no anchor', anchor); continue }
    const o = JSON.stringify(old), n = JSON.stringify(now)
    const i = text.indexOf(o, from); if (i < 0) { console.log('no old', old); continue }
    text = text.slice(0, i) + n + text.slice(i + o.length)
  }
  writeFileSync(file, text)
}
it('update', () => {
  const file = 'src/explanation/vectors/answers.json'
  const pairs: [string, string, string][] = []
  for (const v of JSON.parse(readFileSync(file, 'utf8'))) {
    const { why, says, ...rest } = v
    const accessCase = { version: 1, ...rest } as never
    const denial = rest.error === undefined ? null : (parseDenials(rest.error)[0] ?? null)
    const { answer, decided, claim } = explain({ evaluation: evaluate(accessCase), accessCase, denial, isChanged: false } as never)
    const now: Record<string, unknown> = { ...decided, basis: answer.basis, headline: plainText(answer.headline), fact: plainText(answer.fact?.sentence ?? []), said: plainText(answer.said), notes: answer.notes.map(plainText), claim: claim.outcome, claimed: [plainText(claim.claim), plainText(claim.finding)].join(' ').trim(), reasons: claim.reasons.map(plainText) }
    for (const k of Object.keys(says)) {
      const a = says[k], b = now[k]
      if (['decision', 'layer', 'basis', 'claim'].includes(k)) { if (JSON.stringify(a) !== JSON.stringify(b)) console.log('MEANING', why, k, a, b); continue }
      if (Array.isArray(a)) { if (a.length !== (b as string[]).length) console.log('LENGTH', why, k); a.forEach((x: string, i: number) => pairs.push([why, x, (b as string[])[i]!])) } else pairs.push([why, a as string, b as string])
    }
  }
  replaceIn(file, pairs)
  const ff = 'src/explanation/vectors/findings.json'
  const s3 = decodeService({ v: 1, p: 's3', n: 'Amazon S3', k: [['s3:prefix', 's']], r: [], a: [['GetObject', 'R'], ['ListBucket', 'L', [0]], ['PutObject', 'W']] } as never)
  const WITH_S3 = { ...NO_REFERENCE, service: (p: string) => (p === 's3' ? s3 : null) } as Reference
  const fp: [string, string, string][] = []
  for (const { code, says, fires: { request, policies, denial, reference } } of JSON.parse(readFileSync(ff, 'utf8'))) {
    const accessCase = { version: 1, request, policies } as never
    const known = reference ? WITH_S3 : NO_REFERENCE
    const found = explainFindings({ accessCase, evaluation: evaluate(accessCase, { reference: known }), denial: denial ?? null } as never, known).filter((f) => f.code === code).map(({ sentence }) => plainText(sentence))
    if (!found.includes(says)) { if (found.length !== 1) console.log('SEVERAL', code, found); if (found[0]) fp.push([code, says, found[0]]) }
  }
  replaceIn(ff, fp)
})
