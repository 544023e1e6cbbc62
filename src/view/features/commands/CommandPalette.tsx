import { COMMANDS_TEXTS } from './messages'
import { Command as Palette } from 'cmdk'
import { Dialog as Radix } from 'radix-ui'
import { EXAMPLES } from '../../../lessons/examples'
import { menuItemClass } from '../../ui/menu-class'
import { allCommands, type Command } from '../../state/palette-commands'
import { useIntake } from '../../state/intake'
import { commandScore } from './command-score'
import { useFocusReturn } from '../../ui/use-focus-return'

const GROUPS: readonly Command['group'][] = ['Case', 'Go to', 'Policies', 'View', 'Examples']

interface CommandPaletteProps {
  /** Commands besides those that parts of the page offer. */
  readonly own: readonly Command[]
  readonly onClose: () => void
}

/** All commands, found by typing a part of their name. */
export function CommandPalette({ own, onClose }: CommandPaletteProps) {
  const { openDraft } = useIntake()
  const examples = EXAMPLES.map(({ id, title, summary, draft }): Command => ({
    id: `example-${id}`,
    title: `Open the example “${title}”`,
    group: 'Examples',
    keywords: summary,
    run: () => openDraft(draft),
  }))
  const commands = [...own, ...allCommands(), ...examples]

  const focusReturn = useFocusReturn()
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Radix.Content
          {...focusReturn}
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-xl border border-line bg-raised shadow-pop focus:outline-none"
        >
          <Radix.Title className="sr-only">All commands</Radix.Title>
          <Palette
            label="All commands"
            loop
            filter={(_, search, [title = '', keywords = ''] = []) => commandScore(search, title, keywords)}
          >
            <Palette.Input
              placeholder={COMMANDS_TEXTS.whatDoYouWant}
              className="h-12 w-full border-b border-line bg-transparent px-4 text-base outline-none"
            />
            <Palette.List className="max-h-[56vh] overflow-y-auto p-1.5">
              <Palette.Empty className="px-3 py-6 text-center text-sm text-muted">
                {COMMANDS_TEXTS.noCommandHasThis}
              </Palette.Empty>
              {GROUPS.map((group) => {
                const members = commands.filter((command) => command.group === group)
                return (
                  members.length > 0 && (
                    <Palette.Group
                      key={group}
                      heading={<span className="block px-2.5 pt-2 pb-1 text-xs font-medium text-muted">{group}</span>}
                    >
                      {members.map((command) => (
                        <Palette.Item
                          key={command.id}
                          value={command.id}
                          keywords={[command.title, command.keywords ?? '']}
                          className={menuItemClass}
                          onSelect={() => {
                            onClose()
                            command.run()
                          }}
                        >
                          <span className="min-w-0 flex-1">{command.title}</span>
                          {command.shortcut !== undefined && (
                            <kbd className="font-sans text-xs text-muted">{command.shortcut}</kbd>
                          )}
                        </Palette.Item>
                      ))}
                    </Palette.Group>
                  )
                )
              })}
            </Palette.List>
          </Palette>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
