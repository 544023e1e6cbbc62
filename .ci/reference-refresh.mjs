// npm run reference:refresh: reads AWS's service reference and writes what it has beyond the data packages. It needs the network;
// the build does not. `--from FOLDER` reads copies: FOLDER/index.json (the list) and FOLDER/SERVICE.json. `--to FOLDER` writes elsewhere.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dependentActions, operationExceptions, readServiceFile, readServiceList } from './aws-reference.mjs'
import { fail, ROOT } from './ground.mjs'

const SOURCE = 'https://servicereference.us-east-1.amazonaws.com/'
const AT_ONCE = 8

const option = (name) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}

const from = option('from')
const to = option('to') ?? join(ROOT, 'src')

async function read(url, file) {
  if (from !== undefined) return JSON.parse(readFileSync(join(from, file), 'utf8'))
  if (!url.startsWith(SOURCE)) throw new Error(`${url} is not of ${SOURCE}.`)
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`)
  return answer.json()
}

/** Reads all services, a few at a time, in their order. */
async function readServices() {
  const waiting = readServiceList(await read(SOURCE, 'index.json'))
  const services = []
  for (let at = 0; at < waiting.length; at += AT_ONCE)
    services.push(
      ...(await Promise.all(
        waiting
          .slice(at, at + AT_ONCE)
          .map(async ({ service, url }) => readServiceFile(await read(url, `${service}.json`))),
      )),
    )
  return services.toSorted((a, b) => (a.prefix < b.prefix ? -1 : 1))
}

/** An object a line for each of its entries: a change of one service is a change of one line. */
const lines = (entries) =>
  entries.map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n')

function write(path, name, entries, date) {
  const filled = entries.filter(([, value]) => Object.keys(value).length > 0)
  const head = `{\n  "source": ${JSON.stringify(SOURCE)},\n  "date": ${JSON.stringify(date)},\n  "${name}": {`
  mkdirSync(join(to, path, '..'), { recursive: true })
  writeFileSync(join(to, path), filled.length > 0 ? `${head}\n${lines(filled)}\n  }\n}\n` : `${head}}\n}\n`)
}

const services = await readServices().catch((error) =>
  fail(`AWS's service reference could not be read: ${error.message}`),
)
const date = new Date().toISOString().slice(0, 10)
const withoutOperations = ({ prefix, operations: _, ...parts }) => [prefix, parts]
write('reference/aws-reference.json', 'services', services.map(withoutOperations), date)
write(
  'iam/aws-operations.json',
  'operations',
  services.map((each) => [each.prefix, operationExceptions(each)]),
  date,
)
write(
  'reference/aws-dependents.json',
  'actions',
  services.flatMap((each) => Object.entries(dependentActions(each))),
  date,
)
console.log(`${services.length} services of ${date}.`)
