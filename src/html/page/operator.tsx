import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { Operator } from '../../domain/operator.ts'

interface OperatorLineProps {
  readonly operator: Operator | undefined
  readonly language: DisplayLanguage
  /** Before the name: who they are, or what to write to them about. */
  readonly before?: string
}

/** Who runs the service, and where to write to; nothing if the operator has not said so. */
export function OperatorLine({ operator, language, before }: OperatorLineProps) {
  if (!operator) return null
  const { name, contact, legalNotice } = operator
  const said = operatorWords[language]
  return (
    <p>
      {before ?? said.runBy}: <span dir="auto">{name}</span>
      {contact && (
        <>
          {' · '}
          <a href={contact.href} dir="auto">
            {contact.text}
          </a>
        </>
      )}
      {legalNotice !== undefined && (
        <>
          {' · '}
          <a href={legalNotice}>{said.notice}</a>
        </>
      )}
    </p>
  )
}

const operatorWords = {
  en: { runBy: 'Operator', notice: 'Legal notice' },
  ko: { runBy: '운영자', notice: '법적 고지' },
} as const satisfies Record<DisplayLanguage, object>
