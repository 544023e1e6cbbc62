// npm start: installs what is missing, builds, serves the app on localhost and prints its address.
import { bin, fail, prepare, run } from './ground.mjs'

prepare()
if (run('npm', ['run', '--silent', 'build']) !== 0) fail('The app could not be built; the message stands above.')
process.exitCode = run(bin('vite'), ['preview', ...process.argv.slice(2)])
