/**
 * The import table: which room under src/ may import which others. A room always may import itself.
 * eslint.config.js turns it into lint rules, and a test fails for a folder without a row.
 */
export const MAY_IMPORT = {
  text: [],
  iam: ['text'],
  denial: ['text', 'iam'],
  policy: ['text', 'iam', 'case', 'reference'],
  reference: ['text', 'iam'],
  case: ['text', 'iam'],
  draft: ['text', 'iam', 'denial', 'policy', 'reference', 'case'],
  evaluation: ['text', 'iam', 'policy', 'case'],
  explanation: ['text', 'iam', 'denial', 'policy', 'reference', 'case', 'draft', 'evaluation'],
  trail: ['text', 'iam', 'denial', 'policy', 'reference', 'case', 'draft', 'evaluation'],
  explorer: ['text', 'iam', 'reference', 'case', 'evaluation'],
  permalink: ['text', 'iam', 'case', 'draft', 'denial', 'evaluation'],
  lessons: ['text', 'iam', 'case', 'draft', 'denial', 'evaluation', 'explanation'],
  aws: ['text', 'iam', 'case', 'draft', 'denial', 'policy', 'reference', 'evaluation'],
  view: [
    'text',
    'iam',
    'denial',
    'policy',
    'reference',
    'case',
    'draft',
    'evaluation',
    'explanation',
    'trail',
    'explorer',
    'permalink',
    'lessons',
    'aws',
  ],
}

/** Rooms that are pure: no DOM, no Node, no clock, no random, no network, no framework. */
export const PURE_ROOMS = [
  'text',
  'iam',
  'denial',
  'policy',
  'reference',
  'case',
  'draft',
  'evaluation',
  'explanation',
  'explorer',
  'trail',
]

/** Packages that one room, or one folder of a room, owns; nobody else imports them. */
export const OWNED_PACKAGES = {
  'jsonc-parser': ['text'],
  '@aws-sdk/*': ['aws'],
  '@smithy/*': ['aws'],
  'monaco-editor': ['view/monaco'],
  yaml: ['text'],
  valibot: ['case', 'draft', 'permalink', 'aws', 'denial'],
}
