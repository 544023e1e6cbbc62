import { bench, describe } from 'vitest'
import { parseDenials } from './parse-denials'

/** A log of about so many characters with so many different denials in it. */
function log(length: number, denials: number): string {
  const line =
    '2024-05-06T07:08:09.101Z INFO  [worker-3] {"msg":"request served","status":200,"path":"/v1/orders/1234"}\n'
  const every = Math.floor(length / denials / line.length)
  const message = (i: number) =>
    `2024-05-06T07:08:09.101Z ERROR An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::111122223333:assumed-role/app/i-${i} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::docs-example/${i}" because no identity-based policy allows the s3:GetObject action\n`
  return Array.from({ length: denials }, (_, i) => line.repeat(every) + message(i)).join('')
}

const MEGABYTE = 1_000_000
const small = log(MEGABYTE, 100)
const large = log(10 * MEGABYTE, 1_000)
const line = 'User: x is not authorized to perform: a:B '.repeat(25_000)
const hostile = `User: ${'is not authorized to perform: '.repeat(30_000)}`

describe('reading is linear in the length', () => {
  bench('1 MB, 100 denials', () => void parseDenials(small))
  bench('10 MB, 1,000 denials', () => void parseDenials(large), { iterations: 3, warmupIterations: 0 })
  bench('1 MB in one line', () => void parseDenials(line), { iterations: 3, warmupIterations: 0 })
  bench('1 MB of half sentences', () => void parseDenials(hostile), { iterations: 3, warmupIterations: 0 })
})
