import { describe, expect, it } from 'vitest'
import type { Answer } from '../answer'
import type { ActionSources } from './action-offer'
import { primaryAction } from './primary-action'
import type { Fix, NextStep } from '../explanation'

const command = { bash: 'aws x', powershell: 'aws x' }
const remedy = (
  answer: Pick<Answer, 'basis' | 'decision'>,
  rest: Partial<Omit<ActionSources, 'answer'>> = {},
): ActionSources => ({
  answer: { causes: [], ...answer } as unknown as Answer,
  fixes: [],
  combined: { whole: null },
  instructions: [],
  message: null,
  steps: [],
  script: null,
  given: [],
  ...rest,
})
const fix = (part: Partial<Fix>) =>
  ({ layer: 'identity', least: true, changes: [{ after: 'policy' }], ...part }) as unknown as Fix
const decode = { code: 'decode-message', commands: [command], needed: true } as unknown as NextStep

/** What to do about an error that no policy decides, by its commands; the last is the look that changes nothing. */
const told = (...commands: readonly string[]) =>
  remedy({ basis: 'claimed', decision: 'none', noPolicy: {} } as unknown as Answer, {
    instructions: commands.map((bash, at) => ({
      kind: at === commands.length - 1 ? ('check' as const) : undefined,
      sentence: [],
      commands: bash === '' ? [] : [{ bash, powershell: bash, is: 'run' as const, of: null }],
      page: null,
    })) as ActionSources['instructions'],
  })

describe('primaryAction', () => {
  it('never does a later change of something in place of the first that is said', () => {
    const change = 'aws s3api put-bucket-ownership-controls --bucket data'
    expect(primaryAction(told('', change, ''))).toEqual({ kind: 'none' })
    expect(primaryAction(told('', change, 'aws s3api head-bucket --bucket data'))).toMatchObject({
      kind: 'copy-command',
      command: { bash: 'aws s3api head-bucket --bucket data' },
    })
    expect(primaryAction(told('', 'aws ec2 get-allowed-images-settings', ''))).toMatchObject({
      command: { bash: 'aws ec2 get-allowed-images-settings' },
    })
  })

  it('copies no script in which a name is to be filled in, and fetches no other layer in its place', () => {
    const ofCaller = (bash: string) =>
      ({
        code: 'identity-policies',
        commands: [{ bash, powershell: bash }],
        needed: true,
        settles: { layers: ['identity'], keys: [] },
      }) as unknown as NextStep
    const claimed = (bash: string) =>
      remedy({ basis: 'claimed', decision: 'implicitDeny', layer: 'identity' } as unknown as Answer, {
        steps: [ofCaller(bash)],
        script: command,
      })
    expect(primaryAction(claimed('aws iam list-user-policies --user-name dana'))).toMatchObject({ kind: 'copy-script' })
    expect(primaryAction(claimed("aws iam list-user-policies --user-name '<name of the user>'"))).toEqual({
      kind: 'none',
    })
  })

  it('does the first fix, and no later one in its place', () => {
    const proven = fix({})
    const implicit = { basis: 'proven', decision: 'implicitDeny' } as const
    const first = remedy(implicit, { fixes: [fix({ least: false }), proven, fix({ isSupposed: true })] })
    expect(primaryAction(first)).toEqual({ kind: 'apply-fix', fix: proven })
    const later = remedy(implicit, { fixes: [fix({ isSupposed: true }), proven] })
    expect(primaryAction(later)).toEqual({ kind: 'copy-statement', text: 'policy', areStatements: false })
  })

  it('does nothing of a policy where a step in the call comes first, whether or not a command does it', () => {
    const who = { code: 'who-am-i', commands: [command], needed: false } as unknown as NextStep
    const call = { sentence: [], commands: [], page: null }
    const likely = { basis: 'likely', decision: 'implicitDeny' } as const
    const stepFirst = (step: object, fixes: readonly Fix[]) =>
      primaryAction(remedy(likely, { instructions: [{ ...call, ...step }], fixes, steps: [who] })).kind
    expect(stepFirst({}, [fix({})])).toBe('none')
    expect(stepFirst({ kind: 'call' }, [fix({ isSupposed: true })])).toBe('none')
    expect(stepFirst({ commands: [{ ...command, is: 'run', of: null }] }, [fix({})])).toBe('copy-command')
    expect(stepFirst({ kind: 'setting' }, [fix({})])).toBe('apply-fix')
  })

  it('asks before a guard is loosened, and does no fix that is still to be filled in', () => {
    const message = { owner: 'organizationAdmin', text: 'please' } as const
    const explicit = { basis: 'proven', decision: 'explicitDeny' } as const
    const loosens = fix({ failed: [{ standard: 'keeps guards', reason: [] }] })
    expect(primaryAction(remedy(explicit, { fixes: [loosens], message })).kind).toBe('copy-request')
    const open = fix({ blanks: ['<bucket>'] })
    expect(primaryAction(remedy(explicit, { fixes: [open], script: command })).kind).toBe('copy-script')
    const masked = { ...message, text: 'please allow <bucket>' }
    expect(primaryAction(remedy(explicit, { fixes: [open], message: masked })).kind).toBe('none')
  })

  it('fetches no other layer where a missing Allow is proven, also where its fix is still to be filled in', () => {
    const open = fix({ blanks: ['<image>'] })
    const proven = { basis: 'proven', decision: 'implicitDeny' } as const
    expect(primaryAction(remedy(proven, { fixes: [open], script: command })).kind).toBe('none')
    const own = {
      commands: [command],
      needed: true,
      settles: { layers: ['identity'], keys: [] },
    } as unknown as NextStep
    const claimed = (steps: readonly NextStep[]) =>
      primaryAction(
        remedy({ ...proven, basis: 'claimed', layer: 'identity' } as unknown as Answer, {
          fixes: [open],
          steps,
          script: command,
        }),
      ).kind
    expect(claimed([own])).toBe('copy-script')
    expect(claimed([])).toBe('none')
  })

  it('looks whether the likeliest cause is it, where there is nothing to change or to fetch', () => {
    const looked = { bash: 'aws look', powershell: 'aws look' }
    const causes = [{ check: { sentence: [], command: looked, isPasted: true } }]
    const given = remedy({ basis: 'likely', decision: 'none', causes } as unknown as Answer)
    expect(primaryAction(given)).toEqual({ kind: 'copy-command', command: { ...looked, is: 'run', of: null } })
  })

  it('does the look that the headline asks for, and asks who called where a name is missing for it', () => {
    const likely = { basis: 'likely', decision: 'implicitDeny' } as const
    const who = { code: 'who-am-i', commands: [command], needed: true } as unknown as NextStep
    const looked = { bash: 'aws look', powershell: 'aws look' }
    const asking = (look: typeof looked | null) =>
      primaryAction(remedy({ ...likely, question: { command: look } } as unknown as Answer, { steps: [who] }))
    expect(asking(looked)).toEqual({ kind: 'copy-check', command: looked })
    expect(asking(null)).toEqual({ kind: 'copy-caller-check', command })
  })

  it('does the check of what the service says before it searches for any denial, and copies none with a blank', () => {
    const looked = { bash: 'aws iot list-certificates', powershell: 'aws look' }
    const blank = { bash: "aws iot list-attached-policies --target '<ARN of the certificate>'", powershell: 'aws look' }
    const search = { code: 'recent-denials', commands: [command], needed: true, settles: { layers: [], keys: [] } }
    const given = (code: string, of = looked) =>
      remedy(
        {
          basis: 'likely',
          decision: 'implicitDeny',
          layer: 'identity',
          causes: [{ code, check: { sentence: [], command: of, isPasted: true } }],
        } as unknown as Answer,
        {
          steps: [search as unknown as NextStep],
          script: command,
        },
      )
    expect(primaryAction(given('iot-certificate-policy'))).toEqual({
      kind: 'copy-command',
      command: { ...looked, is: 'run', of: null },
    })
    expect(primaryAction(given('iot-certificate-policy', blank))).toEqual({ kind: 'none' })
    expect(primaryAction(given('allow-unmet')).kind).toBe('copy-script')
  })

  it('looks at a cause of the likely layer where that can’t be fetched, and fetches no other layer in its place', () => {
    const looked = { bash: 'aws iam list-saml-providers', powershell: 'aws look' }
    const causes = [
      { code: 'layer-not-given', layer: 'trust', check: { sentence: [], command: null, isPasted: false } },
      { code: 'sign-in-by-saml', layer: 'trust', check: { sentence: [], command: looked, isPasted: true } },
    ]
    const fetches = (layer: string) => ({ commands: [command], needed: true, settles: { layers: [layer], keys: [] } })
    const given = (layer: string) =>
      primaryAction(
        remedy({ basis: 'likely', decision: 'implicitDeny', layer: 'trust', causes } as unknown as Answer, {
          steps: [fetches(layer) as unknown as NextStep],
          script: command,
        }),
      )
    expect(given('endpoint')).toEqual({ kind: 'copy-command', command: { ...looked, is: 'run', of: null } })
    expect(given('trust').kind).toBe('copy-script')
  })

  it('fetches no other layer where AWS names one whose policies show what to do', () => {
    const shown = [
      { sentence: [], commands: [], page: null, kind: 'setting' },
    ] as unknown as ActionSources['instructions']
    const other = {
      commands: [command],
      needed: true,
      settles: { layers: ['identity'], keys: [] },
    } as unknown as NextStep
    const claimed = { basis: 'claimed', decision: 'explicitDeny', layer: 'endpoint' } as unknown as Answer
    expect(primaryAction(remedy(claimed, { instructions: shown, steps: [other], script: command })).kind).toBe('none')
    expect(primaryAction(remedy(claimed, { steps: [other], script: command })).kind).toBe('copy-script')
    const missing = { basis: 'claimed', decision: 'implicitDeny', layer: 'trust' } as unknown as Answer
    const fixes = [fix({ isSupposed: true, blanks: ['<account>'] })]
    expect(primaryAction(remedy(missing, { fixes, steps: [other], script: command })).kind).toBe('none')
    const open = [fix({ blanks: ['<account>'] })]
    expect(primaryAction(remedy(claimed, { fixes: open, steps: [other], script: command })).kind).toBe('none')
  })

  it('looks up what the statement tests, and fetches no policies, where AWS names the layer and the statement is here', () => {
    const shown = [
      { sentence: [], commands: [], page: null, kind: 'setting' },
    ] as unknown as ActionSources['instructions']
    const tags = { bash: 'aws tags', powershell: 'aws tags' }
    const looksUp = { commands: [tags], needed: true, settles: { layers: [], keys: ['a'] } } as unknown as NextStep
    const of = (evidence: object | null) =>
      primaryAction(
        remedy(
          { basis: 'claimed', decision: 'implicitDeny', layer: 'identity', fact: { evidence } } as unknown as Answer,
          {
            instructions: shown,
            steps: [looksUp],
            script: command,
          },
        ),
      )
    expect(of({ layer: 'identity' })).toEqual({ kind: 'copy-script', command: tags })
    expect(of(null)).toEqual({ kind: 'copy-script', command })
  })

  it('asks for no exception where a command of the call passes the guard, once a value is filled in', () => {
    const message = { owner: 'accountAdmin', text: 'please' } as const
    const explicit = { basis: 'claimed', decision: 'explicitDeny' } as const
    const tagged = [
      { sentence: [], page: null, commands: [{ ...command, bash: "--tags 'cost=<value>'", is: 'added', of: null }] },
    ] as unknown as ActionSources['instructions']
    expect(primaryAction(remedy(explicit, { message, instructions: tagged })).kind).toBe('none')
    expect(primaryAction(remedy(explicit, { message })).kind).toBe('copy-request')
  })

  it('neither asks who called nor searches for a denial where the service says what it is and a fix is known', () => {
    const who = { code: 'who-am-i', commands: [command], needed: true, settles: { layers: ['identity'], keys: [] } }
    const search = { code: 'recent-denials', commands: [command], needed: true, settles: { layers: [], keys: [] } }
    const open = fix({ isSupposed: true, blanks: ['<bucket>'] })
    const of = (code: string, step: object, fixes: readonly Fix[]) =>
      primaryAction(
        remedy(
          { basis: 'likely', decision: 'implicitDeny', layer: 'identity', causes: [{ code }] } as unknown as Answer,
          { steps: [step as unknown as NextStep], fixes, script: command },
        ),
      ).kind
    expect(of('bot-speech', search, [open])).toBe('none')
    expect(of('bot-speech', who, [open])).toBe('none')
    expect(of('bot-speech', search, [])).toBe('copy-script')
    expect(of('allow-unmet', search, [open])).toBe('copy-script')
  })

  it('writes to nobody in the name of a service that was refused, as its own role or by a policy of the same reader', () => {
    const message = { owner: 'resourceOwner', text: 'please' } as const
    const of = (code: string) =>
      primaryAction(
        remedy({ basis: 'likely', decision: 'implicitDeny', causes: [{ code }] } as unknown as Answer, { message }),
      ).kind
    expect(of('report-bucket')).toBe('none')
    expect(of('monitoring-sink')).toBe('copy-request')
  })

  it('looks first where the look is what is said first, and changes first where the change is', () => {
    const look = 'aws account list-regions'
    const change = 'aws account enable-region --region-name af-south-1'
    const { instructions, ...rest } = told(change, look)
    expect(primaryAction({ ...rest, instructions })).toMatchObject({ command: { bash: change } })
    expect(primaryAction({ ...rest, instructions: instructions.toReversed() })).toMatchObject({
      command: { bash: look },
    })
  })

  it('fetches no policy of the likely layer that is here', () => {
    const looked = { bash: 'aws s3api get-bucket-policy --bucket logs', powershell: 'aws look' }
    const causes = [{ code: 'a', layer: 'resource', check: { sentence: [], command: looked, isPasted: true } }]
    const of = (given: ActionSources['given']) =>
      primaryAction(
        remedy({ basis: 'likely', decision: 'implicitDeny', layer: 'resource', causes } as unknown as Answer, {
          given,
        }),
      ).kind
    expect(of(['endpoint'])).toBe('copy-command')
    expect(of(['resource'])).toBe('none')
  })

  it('asks nobody who called where the first fix lets in a service', () => {
    const who = { code: 'who-am-i', commands: [command], needed: true } as unknown as NextStep
    const likely = { basis: 'likely', decision: 'implicitDeny' } as const
    const of = (Principal: object) =>
      primaryAction(remedy(likely, { steps: [who], fixes: [fix({ isSupposed: true, statement: { Principal } })] })).kind
    expect(of({ Service: 'cloudfront.amazonaws.com' })).toBe('copy-statement')
    expect(of({ AWS: '*' })).toBe('copy-caller-check')
  })

  it('asks nobody who called where it is known whose policy the first fix changes', () => {
    const who = { code: 'who-am-i', commands: [command], needed: true } as unknown as NextStep
    const of = (part: Partial<Fix>, causes: readonly object[] = []) =>
      primaryAction(
        remedy({ basis: 'likely', decision: 'implicitDeny', causes } as unknown as Answer, {
          steps: [who],
          fixes: [fix({ isSupposed: true, ...part })],
        }),
      ).kind
    const isHere = [{ code: 'allow-unmet', layer: 'identity', evidence: { layer: 'identity' } }]
    // A policy of the caller is here: it is changed, whoever has it. One that nobody pasted hangs on a caller whom nobody knows.
    expect(of({}, isHere)).toBe('copy-statement')
    expect(of({})).toBe('copy-caller-check')
    // An endpoint, a bucket or a key is known by the error; whom its policy is to name may not be.
    expect(of({ layer: 'endpoint' })).toBe('copy-statement')
    expect(of({ layer: 'resource', blanks: ['<ARN of the caller>'] })).toBe('copy-caller-check')
  })

  it('asks nobody for what whoever calls does alone', () => {
    const message = { owner: 'accountAdmin', text: 'please' } as const
    const first = (step: object) =>
      [{ sentence: [], commands: [], page: null, ...step }] as ActionSources['instructions']
    const of = (decision: 'explicitDeny' | 'implicitDeny', step: object) =>
      primaryAction(remedy({ basis: 'claimed', decision }, { message, instructions: first(step) })).kind
    // A new sign-in takes a session out of a revocation; an address that a Deny lists is not the caller's to have.
    expect(of('explicitDeny', { isOwn: true })).toBe('none')
    expect(of('explicitDeny', {})).toBe('copy-request')
    // Where another call is meant, nobody is asked to allow this one; a policy that lacks something is its owner's.
    expect(of('implicitDeny', {})).toBe('none')
    expect(of('implicitDeny', { kind: 'setting' })).toBe('copy-request')
  })

  it('fetches nothing of a policy that nobody can edit, and of a session that is told how to be made', () => {
    const first = (step: object) =>
      [{ sentence: [], commands: [], page: null, ...step }] as ActionSources['instructions']
    const step = (layer: string) =>
      ({ commands: [command], needed: true, settles: { layers: [layer], keys: [] } }) as unknown as NextStep
    const of = (layer: string, told: object) =>
      primaryAction(
        remedy({ basis: 'claimed', decision: 'implicitDeny', layer } as unknown as Answer, {
          instructions: first({ kind: 'setting', ...told }),
          steps: [step(layer)],
          script: command,
        }),
      ).kind
    expect(of('resource', { isAlone: true })).toBe('none')
    expect(of('resource', {})).toBe('copy-script')
    expect(of('session', {})).toBe('none')
  })

  it('fetches no other layer where a policy that is here shows the cause, also while a blank of the fix is open', () => {
    const who = { code: 'who-am-i', commands: [command], needed: true, settles: { layers: ['identity'], keys: [] } }
    const other = { commands: [command], needed: true, settles: { layers: ['endpoint'], keys: [] } }
    const of = (evidence: object | null) =>
      primaryAction(
        remedy(
          { basis: 'likely', decision: 'implicitDeny', layer: 'identity', fact: { evidence } } as unknown as Answer,
          {
            fixes: [fix({ blanks: ['<cluster>'] })],
            steps: [other as unknown as NextStep, ...(evidence ? [] : [who as unknown as NextStep])],
            script: command,
          },
        ),
      ).kind
    expect(of({ layer: 'identity' })).toBe('none')
    expect(of(null)).toBe('copy-caller-check')
  })

  it('decodes first, but not where the policies show the cause anyway', () => {
    expect(primaryAction(remedy({ basis: 'open', decision: 'none' }, { steps: [decode], script: command }))).toEqual({
      kind: 'copy-decode',
      command,
    })
    const proven = remedy({ basis: 'proven', decision: 'explicitDeny' }, { steps: [decode], fixes: [fix({})] })
    expect(primaryAction(proven).kind).toBe('apply-fix')
  })

  it('copies what cannot be applied here', () => {
    const claimed = { basis: 'claimed', decision: 'implicitDeny' } as const
    const message = { owner: 'organizationAdmin', text: 'please' } as const
    expect(primaryAction(remedy(claimed, { fixes: [fix({ isSupposed: true })], message }))).toEqual({
      kind: 'copy-statement',
      text: 'policy',
      areStatements: false,
    })
    const intoUnseen = fix({
      isSupposed: true,
      changes: fix({}).changes.map((one) => ({ ...one, isIntoUnseen: true })),
    })
    expect(primaryAction(remedy(claimed, { fixes: [intoUnseen] }))).toMatchObject({ areStatements: true })
    expect(primaryAction(remedy(claimed, { message, script: command }))).toEqual({
      kind: 'copy-request',
      text: 'please',
    })
    expect(primaryAction(remedy(claimed, { script: command }))).toEqual({ kind: 'copy-script', command })
  })

  it('copies one policy for all denials of a paste, but never in place of a fix that is proven', () => {
    const whole = {
      layer: 'identity',
      of: 'role',
      policy: 'all',
      denials: 6,
      areStatements: false,
      isProven: true,
    } as const
    const claimed = { basis: 'claimed', decision: 'implicitDeny' } as const
    const given = { combined: { whole }, fixes: [fix({ isSupposed: true })] }
    expect(primaryAction(remedy(claimed, given))).toEqual({
      kind: 'copy-policy',
      text: 'all',
      denials: 6,
      areStatements: false,
    })
    const proven = { ...given, fixes: [fix({})] }
    expect(primaryAction(remedy({ basis: 'proven', decision: 'implicitDeny' }, proven)).kind).toBe('apply-fix')
  })

  it('copies an option for the call only where no value of it is still to be chosen', () => {
    const options = (text: string, is: 'added' | 'run') =>
      [{ commands: [{ bash: text, powershell: text, is, of: null }] }] as unknown as ActionSources['instructions']
    const claimed = { basis: 'claimed', decision: 'explicitDeny' } as const
    const kindOf = (instructions: ActionSources['instructions']) =>
      primaryAction(remedy(claimed, { instructions, script: command })).kind
    expect(kindOf(options('--region eu-west-1', 'added'))).toBe('copy-command')
    expect(kindOf(options("--acl '<ACL>'", 'added'))).toBe('copy-script')
    expect(kindOf(options("aws sts get-session-token --token-code '<code>'", 'run'))).toBe('copy-script')
    expect(kindOf(options('aws configure list', 'run'))).toBe('copy-command')
  })

  it('leaves alone what is allowed', () => {
    expect(primaryAction(remedy({ basis: 'proven', decision: 'allowed' }, { script: command }))).toEqual({
      kind: 'none',
    })
  })
})
