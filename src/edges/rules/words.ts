import type { DisplayLanguage } from '../../domain/display-language.ts'
import { rulesVersion } from '../../domain/status.ts'

interface RulesWords {
  readonly title: (version: number) => string
  readonly all: string
  readonly intro: string
  readonly unknown: string
  readonly contents: string
  readonly json: string
  readonly force: Readonly<Record<Force, string>>
  /** For readers of another language than that of the rules. */
  readonly language: string | undefined
}

type Force = 'now' | 'before' | 'later'

/** Whether statuses are computed by a version. */
export function forceOf(version: number): Force {
  if (version === rulesVersion) return 'now'
  return version < rulesVersion ? 'before' : 'later'
}

export const rulesWords: Readonly<Record<DisplayLanguage, RulesWords>> = {
  en: {
    title: (version) => `Rules of statuses, version ${version}`,
    all: 'Rules of statuses',
    intro:
      'Every status on record follows from the record by these rules. Each status names the version that computed it, and what was said under an earlier version stays in the history. With the export of the record and the rules, anyone can recompute every status.',
    unknown: 'There is no such version. The published ones are listed below.',
    contents: 'Contents',
    json: 'As JSON, with the text in Markdown',
    force: {
      now: 'In force: statuses are computed by it.',
      before: 'No longer in force. Statuses in the history name it where it computed them.',
      later: 'Published, but not in force.',
    },
    language: undefined,
  },
  ko: {
    title: (version) => `상태 규칙 제${version}판`,
    all: '상태 규칙',
    intro:
      '기록의 모든 상태는 이 규칙에 따라 기록에서 도출됩니다. 상태마다 어느 판의 규칙으로 계산했는지가 적혀 있고, 이전 판에 따라 표시했던 상태는 이력에 그대로 남습니다. 내보낸 기록과 규칙만 있으면 누구나 모든 상태를 다시 계산할 수 있습니다.',
    unknown: '그런 판은 없습니다. 공개된 판은 아래와 같습니다.',
    contents: '차례',
    json: 'JSON(본문은 마크다운)',
    force: {
      now: '현재 적용 중이며, 지금의 상태는 이 판으로 계산합니다.',
      before: '지금은 적용하지 않습니다. 이 판으로 계산한 과거 상태는 이력에 표시됩니다.',
      later: '공개되었으나 아직 적용하지 않습니다.',
    },
    language:
      '규칙의 본문은 영어로 되어 있습니다. 아래 요약은 이해를 돕기 위한 것이며, 본문과 다르면 본문을 따릅니다.',
  },
}
