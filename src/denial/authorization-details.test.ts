import { describe, expect, it } from 'vitest'
import { parseDenials } from './parse-denials'

const BOUNDARY = 'arn:aws:iam::111122223333:policy/ceiling'

const page = (
  who: string,
  parts: { readonly token?: string; readonly policies?: readonly object[]; readonly evaluations?: readonly object[] },
): string =>
  JSON.stringify(
    {
      requestContext: { 'aws:PrincipalArn': `arn:aws:iam::111122223333:user/${who}` },
      evaluations: parts.evaluations ?? [],
      policies: parts.policies ?? [],
      ...(parts.token === undefined ? {} : { nextToken: parts.token }),
    },
    null,
    2,
  )

const denied = (resource: string, allowing: readonly string[]) => ({
  action: 'iam:GetRole',
  resource: `arn:aws:iam::111122223333:role/${resource}`,
  context: {},
  evaluatedEffect: 'IMPLICIT_DENY',
  matchedPolicies: allowing.map((uri) => ({ uri, matchedStatements: [{ evaluatedEffect: 'ALLOW' }] })),
})

/** Three pages: the policies on the first and the last, the evaluations on the others. */
const PAGES = [
  page('ana', { token: 'p2', policies: [{ uri: 'inline:1a2b', type: 'IDENTITY_BASED_POLICY' }] }),
  page('ana', { token: 'p3', evaluations: [denied('x', ['inline:1a2b'])] }),
  page('ana', { policies: [{ uri: BOUNDARY, type: 'PERMISSIONS_BOUNDARY' }], evaluations: [denied('y', [BOUNDARY])] }),
]

const ordersOf = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item, at) => ordersOf(items.filter((_, i) => i !== at)).map((rest) => [item, ...rest]))

const layersOf = (text: string) =>
  Object.fromEntries(parseDenials(text).map(({ resource, layer }) => [resource?.slice(-1) ?? '', layer]))

describe('a record of AWS in pages', () => {
  it('says the same in each order of its pages', () => {
    const orders = ordersOf(PAGES)
    expect(orders).toHaveLength(6)
    for (const pages of orders)
      for (const between of ['\n', '\n\n$ aws iam-toolbox get-request-authorization-details --next-token …\n'])
        expect(layersOf(pages.join(between))).toEqual({ x: 'boundary', y: 'identity' })
  })

  it('says no more where a page is pasted twice', () => {
    expect(layersOf([...PAGES, ...PAGES].join('\n'))).toEqual({ x: 'boundary', y: 'identity' })
  })

  it('takes nothing from the record of another request', () => {
    const other = page('ben', {
      policies: [{ uri: BOUNDARY, type: 'PERMISSIONS_BOUNDARY' }],
      evaluations: [denied('z', [BOUNDARY])],
    })
    const own = [PAGES[0] ?? '', page('ana', { evaluations: [denied('x', [])] })]
    for (const pages of ordersOf([...own, other]))
      expect(layersOf(pages.join('\n'))).toEqual({ x: 'identity', z: 'unknown' })
  })

  it('keeps records without a token apart', () => {
    const one = page('ana', { policies: [{ uri: 'inline:1a2b', type: 'IDENTITY_BASED_POLICY' }] })
    expect(layersOf(`${one}\n${page('ana', { evaluations: [denied('x', [])] })}`)).toEqual({ x: 'unknown' })
  })
})

describe('a record of a request to another account', () => {
  const seen = (owner: string) =>
    parseDenials(
      JSON.stringify({
        requestContext: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/ana' },
        evaluations: [
          {
            action: 's3:GetObject',
            resource: 'arn:aws:s3:::depot/a',
            context: { 'aws:ResourceAccount': owner },
            evaluatedEffect: 'IMPLICIT_DENY',
            matchedPolicies: [{ uri: 'inline:1a2b', matchedStatements: [{ evaluatedEffect: 'ALLOW' }] }],
          },
        ],
        policies: [{ uri: 'inline:1a2b', type: 'IDENTITY_BASED_POLICY' }],
      }),
    )[0]

  it('says whose the resource is, and names no layer: the other side is not listed', () => {
    expect(seen('444455556666')).toMatchObject({ layer: 'unknown', inferred: { resourceAccount: '444455556666' } })
  })
})
