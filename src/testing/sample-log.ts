/** Of what a made-up log is composed. */
export interface SampleLog {
  /** About how many characters it has. */
  readonly length: number
  readonly denials: number
}

const NOISE = [
  'INFO  [worker-3] {"msg":"request served","status":200,"path":"/v1/orders/1234","ms":17}',
  'DEBUG [pool-7] checked out connection db-2, 4 of 20 in use',
  'WARN  [worker-1] retrying in 200 ms: connection reset by peer',
] as const

const REFUSALS = [
  (i: number) =>
    `An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::111122223333:assumed-role/orders-api/i-${i} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::harbour-orders/${i}.json" because no identity-based policy allows the s3:GetObject action`,
  (i: number) =>
    `User: arn:aws:iam::111122223333:user/deploy-${i} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/* with an explicit deny in a service control policy`,
] as const

const stamp = (line: number): string => {
  const digits = (value: number) => String(value % 60).padStart(2, '0')
  return `2024-05-06T${String(Math.floor(line / 3600) % 24).padStart(2, '0')}:${digits(Math.floor(line / 60))}:${digits(line)}.101Z`
}

/** A log of an application with so many different denials in it, at even distances. */
export function sampleLog({ length, denials }: SampleLog): string {
  const lines: string[] = []
  let written = 0
  let line = 0
  const write = (words: string) => {
    const text = `${stamp(line++)} ${words}\n`
    lines.push(text)
    written += text.length
  }
  for (let i = 0; i < denials; i++) {
    write(`ERROR ${(REFUSALS[i % REFUSALS.length] ?? REFUSALS[0])(i)}`)
    while (written < ((i + 1) * length) / denials) write(NOISE[line % NOISE.length] ?? NOISE[0])
  }
  return lines.join('')
}
