// npm run hosting: writes the files of hosting/ that follow from its table of headers. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'vite'
import { cloudFrontFile, nginxFile } from '../hosting/headers.mjs'
import { ROOT } from './ground.mjs'

/** The hosts that the page may call, from the one table of them. */
async function awsHosts() {
  const server = await createServer({
    root: ROOT,
    logLevel: 'error',
    configFile: false,
    server: { middlewareMode: true },
  })
  try {
    return (await server.ssrLoadModule('/src/aws/hosts.ts')).AWS_HOSTS
  } finally {
    await server.close()
  }
}

const hosts = await awsHosts()
const FILES = { 'nginx.conf': nginxFile(hosts), 'cloudfront-headers.json': cloudFrontFile(hosts) }
for (const [name, text] of Object.entries(FILES)) {
  const path = join(ROOT, 'hosting', name)
  if (!process.argv.includes('--check')) writeFileSync(path, text)
  else if (readFileSync(path, 'utf8') !== text) {
    console.error(`hosting/${name} is not what hosting/headers.mjs says: run "npm run hosting".`)
    process.exitCode = 1
  }
}
