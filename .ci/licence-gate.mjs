// Fails where package-lock.json holds a package whose licence is not on the list below.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './ground.mjs'

/** Permissive licences, by SPDX id: of whatever is installed. */
const ANYWHERE = ['MIT', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'OFL-1.1']
/** Besides, of tools that are no part of the build: weak copyleft by file, and data. */
const TOOLS = ['MPL-2.0', 'CC-BY-4.0', 'CC0-1.0', 'Python-2.0']

/** Is this SPDX expression allowed? Of "A OR B" one must be, of "A AND B" both. */
export function isAllowed(expression, isTool) {
  const list = isTool ? [...ANYWHERE, ...TOOLS] : ANYWHERE
  return String(expression ?? '')
    .replace(/^\(|\)$/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((id) => list.includes(id.trim())))
}

/** The packages of a lock file whose licence is not allowed, in words. */
export function refused(lock) {
  return Object.entries(lock.packages)
    .filter(([path, { link }]) => path !== '' && !link)
    .filter(([, { license, dev, devOptional }]) => !isAllowed(license, Boolean(dev || devOptional)))
    .map(([path, { license, version }]) => `${path.replace(/^.*node_modules\//, '')} ${version}: ${license ?? 'none'}`)
}

const found = refused(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')))
if (found.length > 0) console.error(`Licences that are not on the list of .ci/licence-gate.mjs:\n${found.join('\n')}`)
process.exitCode = found.length > 0 ? 1 : 0
