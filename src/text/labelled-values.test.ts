import { describe, expect, it } from 'vitest'
import { labelledValues, wordsOfName } from './labelled-values'

const read = (text: string) => labelledValues(text).map(({ name, values }) => [name, ...values])

describe('names with values in a text', () => {
  it('are those of templates, code, logs and command lines', () => {
    expect(read('allow_external_principals = true')).toEqual([['allow_external_principals', 'true']])
    expect(read("Source: 'Mail <a@b.example>',")).toEqual([['Source', 'Mail <a@b.example>']])
    expect(read('{"topicName":"plant/pump","port":8883}')).toEqual([
      ['topicName', 'plant/pump'],
      ['port', '8883'],
    ])
    expect(read('aws x y --instance-type t3.small')).toEqual([['instance-type', 't3.small']])
    expect(read('Instance type: m5.large')).toContainEqual(['Instance type', 'm5.large'])
  })

  it('have all values of a list', () => {
    expect(read('subnets = ["subnet-1a", "subnet-2b"]')).toEqual([['subnets', 'subnet-1a', 'subnet-2b']])
    expect(read('Subnets:\n  - subnet-1a\n  - subnet-2b\n')).toContainEqual(['Subnets', 'subnet-1a', 'subnet-2b'])
    expect(read('aws x y --subnets subnet-1a subnet-2b --other z')).toContainEqual([
      'subnets',
      'subnet-1a',
      'subnet-2b',
    ])
  })

  it('are true of a flag, which takes no words of the next line', () => {
    const told = 'aws ssm put-parameter --value x --overwrite\n\nAn error occurred'
    expect(read(told)).toEqual([
      ['value', 'x'],
      ['overwrite', 'true'],
    ])
    expect(read('aws x y --no-encrypted --all --tags a=b')).toContainEqual(['all', 'true'])
    expect(read('aws x y --no-encrypted --all')).not.toContainEqual(['no-encrypted', 'true'])
  })

  it('are no blocks, comparisons or ARNs', () => {
    expect(read('vpc_config {\n}')).toEqual([])
    expect(read('if a == "b"')).toEqual([])
    expect(read('arn:aws:s3:::logs')).toEqual([])
  })

  it('have the same words however they are spelled', () => {
    for (const name of ['InstanceType', 'instance_type', 'instance-type', 'Instance types'])
      expect(wordsOfName(name)).toEqual(['instance', 'type'])
    expect(wordsOfName('policies')).toEqual(['policy'])
    expect(wordsOfName('status')).toEqual(['status'])
  })
})
