import { describe, expect, it } from 'vitest'
import type { ElementResult } from '../../evaluation/evaluation'
import { parseDenials } from '../../denial/parse-denials'
import type { JudgedCase } from '../judged-case'
import { unsetKeys } from './unset-keys'

const ACTION = 'acm:RequestCertificate'
const test = (key: string) => ({ element: 'Condition', key }) as ElementResult

const unset = (command: string, ...keys: readonly string[]) => {
  const text = `$ ${command}\n\nAn error occurred (AccessDenied) when calling the RequestCertificate operation: Access Denied`
  const [denial = null] = parseDenials(text)
  const accessCase = { version: 1, request: { principal: '', action: ACTION, resource: '*' }, policies: {} }
  return unsetKeys({ denial, accessCase } as unknown as JudgedCase, keys.map(test))
}

describe('keys that the call sets nothing for', () => {
  it('are those of the service without a parameter of their name', () => {
    const call = 'aws acm request-certificate --domain-name a.example'
    expect(unset(call, 'acm:KeyAlgorithm', 'acm:DomainNames')).toEqual(['acm:KeyAlgorithm'])
    expect(unset(`${call} --key-algorithm RSA_2048`, 'acm:KeyAlgorithm')).toEqual([])
  })

  it('are none where the call is not whole, is another one, or the key is no parameter', () => {
    expect(unset('aws acm request-certificate --domain-name a.example ...', 'acm:KeyAlgorithm')).toEqual([])
    expect(unset('aws acm list-certificates --max-items 5', 'acm:KeyAlgorithm')).toEqual([])
    expect(unset('aws acm request-certificate --domain-name a.example', 'aws:SourceIp', 'acm:ResourceTag/a')).toEqual(
      [],
    )
  })
})
