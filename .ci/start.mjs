// npm start: installs what is missing, builds, serves the app on localhost and prints its address.
// `npm start -- --aws-endpoint http://localhost:5000` calls that endpoint in the place of AWS (LocalStack, moto).
import { bin, fail, prepare, run } from './ground.mjs'

const args = process.argv.slice(2)
const at = args.indexOf('--aws-endpoint')
const env = { ...process.env }
if (at >= 0) {
  const [, endpoint] = args.splice(at, 2)
  if (!/^https?:\/\/[^\s"'<>;,]+$/.test(endpoint ?? ''))
    fail('--aws-endpoint wants an address, such as http://localhost:5000.')
  env.AWS_ENDPOINT = endpoint
}

prepare()
if (run('npm', ['run', '--silent', 'build']) !== 0) fail('The app could not be built; the message stands above.')
process.exitCode = run(bin('vite'), ['preview', ...args], { env })
