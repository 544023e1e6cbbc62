/** The rooms that turn a paste into an answer. */
const ANSWER = [
  'text',
  'iam',
  'facts',
  'medium',
  'denial',
  'policy',
  'reference',
  'case',
  'draft',
  'evaluation',
  'comparison',
  'explanation',
  'diagnosis',
]

/** What every feature of the page stands on. */
const BELOW_FEATURES = ['view/ui', 'view/reference', 'view/shared', 'view/state']

/**
 * The import table: which room under src/ may import which others. A room always may import itself. A room is a folder
 * of src/; the zones of view/, and the features among them, are rooms too.
 * The house rules (npm run check) refuse other imports and a folder without a row; src/structure.test.ts refuses circles.
 */
export const MAY_IMPORT = {
  text: [],
  iam: ['text'],
  facts: ['text', 'iam'],
  medium: ['text', 'facts'],
  denial: ['text', 'iam', 'facts', 'medium'],
  policy: ['text', 'iam', 'facts', 'medium', 'case', 'reference'],
  reference: ['text', 'iam', 'facts'],
  case: ['text', 'iam', 'facts'],
  draft: ['text', 'iam', 'facts', 'medium', 'denial', 'policy', 'reference', 'case'],
  evaluation: ['text', 'iam', 'facts', 'reference', 'policy', 'case'],
  knowledge: ['text', 'iam', 'facts', 'denial', 'policy', 'case', 'evaluation'],
  explanation: [
    'text',
    'iam',
    'facts',
    'denial',
    'policy',
    'reference',
    'case',
    'draft',
    'evaluation',
    'comparison',
    'knowledge',
  ],
  diagnosis: [
    'text',
    'iam',
    'facts',
    'medium',
    'denial',
    'policy',
    'reference',
    'case',
    'draft',
    'evaluation',
    'knowledge',
    'explanation',
  ],
  comparison: ['text', 'iam', 'facts', 'policy', 'reference', 'case', 'evaluation'],
  trail: ['text', 'iam', 'facts', 'denial', 'policy', 'reference', 'case', 'draft', 'evaluation', 'comparison'],
  explorer: ['text', 'iam', 'facts', 'reference', 'case', 'evaluation'],
  permalink: ['text', 'iam', 'facts', 'case', 'draft', 'denial', 'evaluation'],
  lessons: ANSWER,
  aws: ['text', 'iam', 'facts', 'case', 'draft', 'denial', 'policy', 'reference', 'evaluation'],
  // What tests are made of; every test may import it, and nothing else may.
  testing: [...ANSWER, 'permalink', 'trail', 'view/state', 'cli'],
  // The terminal and agents: a thin skin. It has no rule and no sentence of a denial.
  cli: [...ANSWER, 'knowledge', 'permalink'],
  // The page, in zones: controls ← what several panes show ← the state ← the editor of policies ← features, one folder a pane or page ← the app.
  // Features do not import each other: what two of them need lies below them, and the app puts them together.
  'view/ui': ['text'],
  'view/reference': ['reference'],
  'view/shared': [...ANSWER, 'view/ui'],
  'view/monaco': ['text', 'reference', 'diagnosis', 'view/ui', 'view/reference', 'view/shared'],
  'view/state': [...ANSWER, 'permalink', 'trail', 'view/ui', 'view/reference', 'view/shared'],
  'view/editor': [...ANSWER, 'view/monaco', ...BELOW_FEATURES],
  'view/features/aws': [...ANSWER, 'aws', ...BELOW_FEATURES],
  'view/features/commands': ['lessons', ...BELOW_FEATURES],
  'view/features/compare': [...ANSWER, ...BELOW_FEATURES],
  'view/features/diagnosis': [...ANSWER, 'lessons', 'permalink', 'view/monaco', ...BELOW_FEATURES],
  'view/features/evidence': [...ANSWER, 'lessons', ...BELOW_FEATURES],
  'view/features/examples': ['lessons', ...BELOW_FEATURES],
  'view/features/explorer': [...ANSWER, 'explorer', ...BELOW_FEATURES],
  'view/features/learn': [...ANSWER, 'lessons', 'permalink', 'view/monaco', 'view/editor', ...BELOW_FEATURES],
  'view/features/offline': ['permalink', ...BELOW_FEATURES],
  'view/features/policies': [...ANSWER, 'lessons', 'view/monaco', 'view/editor', ...BELOW_FEATURES],
  'view/features/share': [...ANSWER, 'lessons', 'permalink', ...BELOW_FEATURES],
  'view/features/trail': ['iam', 'text', 'case', 'denial', 'comparison', 'trail', ...BELOW_FEATURES],
  'view/app': [
    ...ANSWER,
    ...BELOW_FEATURES,
    'view/features/aws',
    'view/features/commands',
    'view/features/compare',
    'view/features/diagnosis',
    'view/features/evidence',
    'view/features/examples',
    'view/features/explorer',
    'view/features/learn',
    'view/features/offline',
    'view/features/policies',
    'view/features/share',
    'view/features/trail',
  ],
}

/** Rooms that are pure: no DOM, no Node, no clock, no random, no network, no framework. */
export const PURE_ROOMS = [
  'text',
  'iam',
  'facts',
  'medium',
  'denial',
  'policy',
  'reference',
  'case',
  'draft',
  'evaluation',
  'knowledge',
  'explanation',
  'diagnosis',
  'comparison',
  'explorer',
  'trail',
]

/** Packages that some rooms own; nobody else imports them. */
export const OWNED_PACKAGES = {
  diff: ['explanation'],
  'jsonc-parser': ['text'],
  '@aws-sdk/*': ['aws'],
  '@smithy/*': ['aws'],
  'monaco-editor': ['view/monaco'],
  yaml: ['text'],
  // Parquet, and what its pages are compressed with
  hyparquet: ['view/state'],
  fzstd: ['view/state'],
  fflate: ['view/state'],
  valibot: ['case', 'draft', 'permalink', 'aws', 'denial', 'cli'],
  '@modelcontextprotocol/*': ['cli'],
  '@valibot/*': ['cli'],
}
