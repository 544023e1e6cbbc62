import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** Words that the page does not use, with what it says instead, and the files that draw the picture which they are for. */
const FORBIDDEN: readonly { readonly words: RegExp; readonly instead: string; readonly but?: RegExp }[] = [
  {
    words: /\bgates?\b/i,
    instead: 'layer; a gate is only drawn',
    but: /Gates|SavePicture|save-picture|diagram-svg|LessonPage|CoursePage|StepLink|permalink/,
  },
  { words: /\bAWS on this\b/, instead: 'AWS docs' },
  { words: /\bAWS(?:’s|'s)? claims?\b|\b[Tt]he claim\b(?! certificate)/, instead: 'AWS says' },
  { words: /\b(?:un)?settle[sd]?\b/i, instead: 'depends on; get what is missing' },
  { words: /\bhang(?:s|ing)? on\b/i, instead: 'depends on' },
  { words: /\b(?:not )?given here\b/i, instead: 'you pasted, you haven’t pasted' },
  { words: /\banew\b/i, instead: 'again', but: /src\/testing\// },
  { words: /\b(?:is|are|was|were) judged\b/i, instead: 'evaluated' },
  {
    words: /\b(?:no|some|any|every)body\b|\bspares?\b/i,
    instead: 'no one, someone, anyone, everyone; exempts',
    but: /src\/(?:facts|lessons|testing|denial)\//,
  },
  {
    words: /\b(?:service|resource) control polic/i,
    instead: 'SCP, RCP: as the list of layers calls them, which says once what that is',
    but: /src\/(?:facts\/(?:document-calls|service-things)|lessons|denial|knowledge|testing|trail\/sample-trail|policy\/layer-from-heading|view\/shared\/layer-words)/,
  },
  { words: /\bshel(?:f|ves)\b|\bresidue\b|\bswept\b/i, instead: 'a word that a search finds' },
]

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|prop\.test|bench)\.tsx?$|arbitrary|dictionary/.test(file))
  .map((file) => join('src', file))

/** What a file can show to people: its texts of more than one word. Types, imports and attributes of style are none. */
function proseIn(file: string): readonly string[] {
  const root = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    false,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return
    if (ts.isJsxAttribute(node) && ts.isIdentifier(node.name) && node.name.text === 'className') return
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isJsxText(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    if (isText && /\w \w|^ \w|\w $/.test(node.text)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(root)
  return found
}

describe('the words of the page', () => {
  const prose = sources.map((file) => ({ file, texts: proseIn(file) }))

  it('are read from the message tables, the lessons and the parts of the page', () => {
    const read = (part: string) => prose.filter(({ file, texts }) => file.includes(part) && texts.length > 0).length
    expect(read('messages')).toBeGreaterThan(20)
    expect(read('lessons')).toBeGreaterThan(10)
    expect(read('.tsx')).toBeGreaterThan(40)
  })

  it.each(FORBIDDEN)('$words is nowhere: $instead', ({ words, but }) => {
    const told = prose
      .filter(({ file }) => but?.test(file) !== true)
      .flatMap(({ file, texts }) => texts.filter((text) => words.test(text)).map((text) => `${file}: ${text}`))
    expect(told).toEqual([])
  })

  it('are in the README too', () => {
    const text = readFileSync('README.md', 'utf8')
    for (const { words } of FORBIDDEN) expect(text).not.toMatch(words)
  })
})
