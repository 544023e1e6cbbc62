// npm run hosting: writes the files of hosting/ that follow from its table of headers. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FILES } from '../hosting/headers.mjs'
import { ROOT } from './ground.mjs'

for (const [name, text] of Object.entries(FILES)) {
  const path = join(ROOT, 'hosting', name)
  if (!process.argv.includes('--check')) writeFileSync(path, text)
  else if (readFileSync(path, 'utf8') !== text) {
    console.error(`hosting/${name} is not what hosting/headers.mjs says: run "npm run hosting".`)
    process.exitCode = 1
  }
}
