import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { RulesVersion } from '../../domain/rules.ts'
import type { Status } from '../../domain/status.ts'
import { statusWord } from '../../sentences/table/vocabulary.ts'

type Summary = Readonly<Record<RulesVersion, readonly string[]>>

const ko = (status: Status) => `‘${statusWord(status, 'ko')}’`

/** Who cannot have the last word, and what a concession does: where the versions differ. */
const versions: Readonly<Record<RulesVersion, { party: string; concession: string }>> = {
  1: {
    party:
      '당사자 쪽에서 남의 주장의 근거를 공격하면 다툼이 생길 뿐이고, 당사자가 아닌 제삼자가 사실을 들어 지적했는데 답이 없을 때에만 그 주장이 효력을 잃습니다.',
    concession:
      '어떤 쪽이 상대의 주장을 인정하면 그 전에 내놓은 부인은 정정된 것으로 보고, 그 뒤에 다시 부인하면 새로운 주장으로 다룹니다.',
  },
  2: {
    party:
      '당사자이거나 당사자와 이해관계를 같이하는 쪽, 또는 이름을 밝히지 않은 발언자가 남의 주장의 근거를 공격하면 다툼이 생길 뿐이고, 이해관계가 없는 제삼자가 사실을 들어 지적했는데 답이 없을 때에만 그 주장이 효력을 잃습니다.',
    concession:
      '어떤 쪽이 상대의 주장을 인정하면 인정한 범위의 부인만 거두어들인 것으로 보고, 주장이 여러 당사자에 관한 것이면 당사자 모두가 인정해야 ' +
      `${ko('admitted')}이 됩니다.`,
  },
}

function korean(version: RulesVersion): readonly string[] {
  const { party, concession } = versions[version]
  return [
    `이 규칙은 기록된 주장마다 열한 가지 상태 가운데 하나를 정합니다. 참과 거짓은 판정하지 않으며, 누가 답했고 그 답이 아직 유효한지만 따집니다.`,
    `발언자가 스스로 거두어들인 주장은 ${ko('withdrawn')}, 다른 주장으로 바꾼 것은 ${ko('corrected')}입니다. 당사자가 부인하거나 이의를 제기했으면 ${ko('denied')}, 그 밖의 다툼이 있으면 ${ko('disputed')}입니다.`,
    `유효한 반론이 있고 유효한 재반박이 없으면 ${ko('countered')}, 근거로 삼은 주장이 무너졌으면 ${ko('basis_lost')}입니다. 법적 권한이 있는 기관이 다르게 판단했으면 ${ko('ruled_against')}, 같게 판단했으면 ${ko('ruled_for')}으로 표시합니다.`,
    `당사자가 인정한 주장은 ${ko('admitted')}, 제기된 반론이 모두 풀린 주장은 ${ko('answered')}, 반론이 기록된 적이 없는 주장은 ${ko('unchallenged')}입니다. 반론이 없다는 것은 사실로 확인되었다는 뜻이 아닙니다.`,
    `누구도 자기 말만으로, 또는 의견만으로 다툼을 끝낼 수 없습니다. 부인은 양쪽을 모두 미결로 둘 뿐 한쪽을 지게 하지 않습니다. ${party}`,
    `${concession} 침묵은 인정으로 보지 않으며, 동조하는 발언이 아무리 많아도 상태를 바꾸지 못합니다.`,
    `다시 계산하려면 기록 전체를 내려받아 주장과 연결을 본문 1.3절의 그래프로 옮기고, 1.5절에 따라 ‘유효(IN)’, ‘무효(OUT)’, ‘미결(UNDEC)’ 표지를 붙인 뒤, 1.6절의 표를 위에서부터 읽어 처음 맞는 줄의 상태를 택하면 됩니다. 결과는 기록을 입력한 순서와 무관합니다.`,
  ]
}

/** Paragraphs for readers who do not read the language of the rules. */
export const summaries: Readonly<Record<DisplayLanguage, Summary | undefined>> = {
  en: undefined,
  ko: { 1: korean(1), 2: korean(2) },
}
