import { messageText } from '../text/message-text'
import { CLI_MESSAGES, MCP_WORDS } from './messages'
import { McpServer } from '@modelcontextprotocol/server'
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { toStandardJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import type { AccessCase } from '../case/access-case'
import type { AnswerDocument } from '../diagnosis/answer-document'
import { readCase } from '../case/read-case'
import { evaluate } from '../evaluation/evaluate'
import { CASE_LAYERS } from '../iam/layers'
import type { WholeReference } from '../reference/create-reference'
import { diagnoseTexts, isAnswered } from './diagnose-texts'
import { knownCode, nearestCodes } from '../diagnosis/known-codes'
import { placeOfAnswer, terminalAnswer } from './terminal'
import { CHANGE, CHANGE_FOUND, compareForAgents, describedText } from './mcp-compare'

const MOST_POLICIES = 40

const layer = v.picklist(CASE_LAYERS)
const evidence = v.object({
  error: describedText(MCP_WORDS.errorToRead),
  policies: v.optional(
    v.pipe(
      v.array(
        v.object({
          name: v.optional(v.string(), 'policy.json'),
          text: describedText(MCP_WORDS.policyToRead),
          layer: v.optional(layer),
        }),
      ),
      v.maxLength(MOST_POLICIES),
    ),
    [],
  ),
})

const basis = v.picklist(['proven', 'claimed', 'likely', 'open'])
const step = v.object({ sentence: v.string(), commands: v.array(v.string()) })
const answer = v.object({
  basis,
  decision: v.string(),
  layer: v.string(),
  headline: v.string(),
  fact: v.nullable(v.string()),
  place: v.nullable(v.object({ file: v.string(), line: v.number() })),
  causes: v.array(
    v.object({ code: v.string(), sentence: v.string(), remedy: v.string(), page: v.nullable(v.string()) }),
  ),
  fixes: v.array(
    v.object({ sentence: v.string(), opens: v.string(), isSupposed: v.boolean(), diffs: v.array(v.string()) }),
  ),
  instructions: v.array(step),
  missing: v.array(step),
})

/** Few of each, and none of what was given: an agent reads all that it gets. */
const MOST = { causes: 3, fixes: 2, steps: 4, diff: 4_000 } as const

const READ_ONLY = { readOnlyHint: true, idempotentHint: true, openWorldHint: false, destructiveHint: false } as const

const steps = (all: AnswerDocument['missing']) =>
  all.slice(0, MOST.steps).map(({ sentence, commands }) => ({ sentence, commands: [...commands] }))

async function answerOf({ error, policies }: v.InferOutput<typeof evidence>, reference: WholeReference) {
  const texts = [
    { name: 'error', text: error, layer: null },
    ...policies.map(({ name, text: own, layer: on }) => ({ name, text: own, layer: on ?? null })),
  ]
  const done = await diagnoseTexts(texts, reference)
  const { document, diagnosis, taken, remedy } = done
  const place = placeOfAnswer(diagnosis, taken.sources)
  const isAny = isAnswered(done)
  const structuredContent: v.InferOutput<typeof answer> = {
    basis: document.basis,
    decision: document.decision,
    layer: document.layer,
    headline: isAny ? document.headline : CLI_MESSAGES['nothing-denied'],
    fact: document.fact?.sentence ?? null,
    place: place?.isInFile ? { file: place.file, line: place.line } : null,
    causes: document.causes
      .slice(0, MOST.causes)
      .map(({ code, sentence, remedy: mends, page }) => ({ code, sentence, remedy: mends, page })),
    fixes: document.fixes.slice(0, MOST.fixes).map(({ sentence, opens, isSupposed, changes }) => ({
      sentence,
      opens,
      isSupposed,
      diffs: changes.map(({ diff }) => diff.slice(0, MOST.diff)),
    })),
    instructions: steps(document.instructions),
    missing: steps(document.missing),
  }
  const inWords = isAny
    ? terminalAnswer(document, place, remedy, { width: 100, hasColor: false })
    : CLI_MESSAGES['nothing-denied']
  return { structuredContent, inWords }
}

const result = (structuredContent: Record<string, unknown>, inWords: string) => ({
  content: [{ type: 'text' as const, text: inWords }],
  structuredContent,
})

const refused = (why: string) => ({ content: [{ type: 'text' as const, text: why }], isError: true })

/** The server with its tools, each of which only reads what it is given. */
export function createServer(reference: WholeReference, version: string): McpServer {
  const server = new McpServer({ name: 'whydenied', version })

  server.registerTool(
    'diagnose',
    {
      title: MCP_WORDS.diagnoseTitle,
      description: MCP_WORDS.diagnose,
      inputSchema: toStandardJsonSchema(evidence),
      outputSchema: toStandardJsonSchema(answer),
      annotations: READ_ONLY,
    },
    async (asked) => {
      const { structuredContent, inWords } = await answerOf(asked, reference)
      return result(structuredContent, inWords)
    },
  )

  const missing = v.object({ basis, missing: v.array(step), notGiven: v.array(v.string()) })
  server.registerTool(
    'missing_evidence',
    {
      title: MCP_WORDS.missingTitle,
      description: MCP_WORDS.missing,
      inputSchema: toStandardJsonSchema(evidence),
      outputSchema: toStandardJsonSchema(missing),
      annotations: READ_ONLY,
    },
    async ({ error, policies }) => {
      const texts = policies.map(({ name, text: own, layer: on }) => ({ name, text: own, layer: on ?? null }))
      const { document } = await diagnoseTexts([{ name: 'error', text: error, layer: null }, ...texts], reference)
      const found = { basis: document.basis, missing: steps(document.missing), notGiven: [...document.notGiven] }
      const lines = found.missing.flatMap(({ sentence, commands }) => [sentence, ...commands])
      return result(found, lines.length === 0 ? 'Nothing is missing.' : lines.join('\n'))
    },
  )

  const decided = v.object({
    decision: v.string(),
    layer: v.string(),
    policy: v.nullable(v.string()),
    sid: v.nullable(v.string()),
    layers: v.array(v.object({ layer: v.string(), status: v.string(), blocking: v.boolean() })),
    dependsOn: v.array(v.string()),
  })
  server.registerTool(
    'evaluate',
    {
      title: 'Evaluate a case',
      description: MCP_WORDS.evaluate,
      inputSchema: toStandardJsonSchema(v.object({ case: v.record(v.string(), v.unknown()) })),
      outputSchema: toStandardJsonSchema(decided),
      annotations: READ_ONLY,
    },
    async ({ case: given }) => {
      const { problems } = readCase(given)
      const [wrong] = problems.filter(({ severity }) => severity === 'error')
      if (wrong) return refused(messageText(MCP_WORDS.noCase, { code: wrong.code }))
      const {
        decision,
        layer: by,
        policy,
        sid,
        layers,
        dependsOn,
      } = evaluate(given as unknown as AccessCase, {
        reference,
      })
      const found = {
        decision,
        layer: by,
        policy,
        sid,
        layers: layers.map(({ layer: one, status, blocking }) => ({ layer: one, status, blocking })),
        dependsOn: [...dependsOn.keys, ...dependsOn.layers],
      }
      return result(found, `${decision} (${by})`)
    },
  )

  const known = v.object({ code: v.string(), says: v.string(), fix: v.string(), page: v.nullable(v.string()) })
  server.registerTool(
    'explain',
    {
      title: 'What is known under a code',
      description: MCP_WORDS.explain,
      inputSchema: toStandardJsonSchema(v.object({ code: v.pipe(v.string(), v.maxLength(100)) })),
      outputSchema: toStandardJsonSchema(known),
      annotations: READ_ONLY,
    },
    async ({ code }) => {
      const row = knownCode(code)
      if (row === null) return refused(messageText(MCP_WORDS.noCode, { code, near: nearestCodes(code).join(', ') }))
      return result({ ...row }, [row.says, row.fix, row.page ?? ''].filter(Boolean).join('\n'))
    },
  )

  server.registerTool(
    'compare',
    {
      title: MCP_WORDS.compareTitle,
      description: MCP_WORDS.compare,
      inputSchema: toStandardJsonSchema(CHANGE),
      outputSchema: toStandardJsonSchema(CHANGE_FOUND),
      annotations: READ_ONLY,
    },
    async (asked) => {
      const answered = compareForAgents(asked, reference)
      return answered === null ? refused(MCP_WORDS.noPair) : result(answered.found, answered.words)
    },
  )
  return server
}

/** Serves agents over standard input and output until they go. */
export async function serveAgents(reference: WholeReference, version: string): Promise<void> {
  const transport = new StdioServerTransport()
  const closed = new Promise<void>((resolve) => {
    process.stdin.on('close', resolve)
  })
  await createServer(reference, version).connect(transport)
  await closed
}
