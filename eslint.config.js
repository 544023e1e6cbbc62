import { readFileSync } from 'node:fs'
import js from '@eslint/js'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import * as regexp from 'eslint-plugin-regexp'
import { MAY_IMPORT, OWNED_PACKAGES, PURE_ROOMS } from './rooms.config.js'

const rooms = Object.keys(MAY_IMPORT)

/** What oxlint asks of every file (.oxlintrc.json), in a fortieth of the time, is not asked again here. */
const ASKED_BY_OXLINT = Object.fromEntries(
  Object.keys(JSON.parse(readFileSync(new URL('.oxlintrc.json', import.meta.url), 'utf8')).rules).flatMap((rule) => {
    const name = rule.replace('typescript/', '')
    return [...(rule === name ? [[name, 'off']] : []), [`@typescript-eslint/${name}`, 'off']]
  }),
)

const TESTS = ['**/*.test.ts', '**/*.bench.ts']

const impure = [
  { name: 'Date', message: 'Pure rooms have no clock: the time is an input.' },
  ...['window', 'document', 'navigator', 'localStorage', 'fetch', 'setTimeout', 'performance', 'process', 'crypto'].map(
    (name) => ({ name, message: 'Pure rooms touch neither the page nor the machine.' }),
  ),
]

/** A paste can make any list long, and so many arguments overflow the stack. */
const longCall = {
  selector: 'CallExpression[callee.property.name=/^(?:push|unshift)$/] > SpreadElement',
  message: 'Items are added with append (src/text/append.ts): a call with very many arguments overflows the stack.',
}

const noFramework = { group: ['react', 'react-dom', '@tanstack/*', 'node:*'], message: 'Pure rooms know no framework.' }

const ownedElsewhere = (room) =>
  Object.entries(OWNED_PACKAGES)
    .filter(([, holders]) => !holders.includes(room))
    .map(([name, holders]) => ({ group: [name], message: `Only ${holders.join(', ')} may import ${name}.` }))

/** Lists and tables of layers that would compile without a layer that is new. */
const handWrittenLayers = [
  {
    selector:
      'VariableDeclarator[init.elements.length>0][id.typeAnnotation.typeAnnotation.typeAnnotation.elementType.typeName.name=/^(Case)?Layer$/]',
    message:
      'A list of layers is derived from the registry, or made with `eachOf` or `layersWhere`: src/iam/layers.ts.',
  },
  {
    selector:
      "VariableDeclarator[init.properties.length>0] > Identifier.id TSTypeReference[typeName.name='Partial'] TSTypeReference[typeName.name='Record'][typeArguments.params.0.typeName.name=/^(Case)?Layer$/]",
    message: 'A table by layers is a whole `Record<Layer, …>`: of what a layer does not have, it says null.',
  },
]

export default tseslint.config(
  { ignores: ['dist', 'pack', 'public/reference', 'node_modules', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  regexp.configs['flat/recommended'],
  {
    rules: {
      // It only warns, and costs as much as all others of its kind together.
      'regexp/confusing-quantifier': 'off',
      'regexp/no-super-linear-move': 'error',
      'regexp/no-super-linear-backtracking': 'error',
      'no-console': 'error',
      ...ASKED_BY_OXLINT,
    },
  },
  ...rooms.map((room) => ({
    files: [`src/${room}/**/*.{ts,tsx}`],
    ignores: TESTS,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [...ownedElsewhere(room), ...(PURE_ROOMS.includes(room) ? [noFramework] : [])] },
      ],
    },
  })),
  {
    files: PURE_ROOMS.map((room) => `src/${room}/**/*.ts`),
    ignores: TESTS,
    rules: {
      'no-restricted-globals': ['error', ...impure],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Pure rooms have no random.' },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', longCall, ...handWrittenLayers], 'max-params': ['error', 5] },
  },
  {
    files: ['src/evaluation/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-syntax': [
        'error',
        longCall,
        ...handWrittenLayers,
        { selector: "NewExpression[callee.name='RegExp']", message: 'No regular expression is built from a policy.' },
      ],
    },
  },
  {
    files: ['.ci/**', '.github/**', 'hosting/**', '*.config.*', 'e2e/**', '**/*.bench.ts'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
)
