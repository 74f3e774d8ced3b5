/** Words that callers send instead of those of the record, and the right word for each. */
const written: Readonly<Record<string, readonly string[]>> = {
  // Relations.
  rebuts: [
    'denies',
    'deny',
    'denied',
    'denial',
    'refutes',
    'refute',
    'contradicts',
    'contradict',
    'disputes',
    'dispute',
    'disagrees',
    'rejects',
    'counters',
    'challenges',
    'opposes',
    'rebut',
    'rebuttal',
    'attacks',
    'contests',
    '부인',
    '반박',
    '반론',
  ],
  undercuts: [
    'undermines',
    'undermine',
    'undercut',
    'weakens',
    'questions',
    'doubts',
    'invalidates',
    'discredits',
    '의문',
    '이의',
  ],
  relies_on: [
    'depends_on',
    'depends',
    'based_on',
    'builds_on',
    'requires',
    'presupposes',
    'assumes',
    'derived_from',
    'relies',
    '근거',
  ],
  restates: [
    'repeats',
    'repeat',
    'corroborates',
    'confirms_independently',
    'same_as',
    'duplicates',
    'echoes',
    'reaffirms',
    'restate',
    '재진술',
  ],
  supersedes: [
    'replaces',
    'replace',
    'corrects',
    'correct',
    'correction',
    'updates',
    'update',
    'amends',
    'revises',
    'supersede',
    '정정',
    '수정',
  ],
  concedes: [
    'admits',
    'admit',
    'accepts',
    'acknowledges',
    'confirms',
    'concede',
    'agrees',
    'grants',
    '인정',
    '시인',
  ],
  supports: ['support', 'backs', 'evidences', 'argues_for', 'substantiates', '지지', '뒷받침'],
  qualifies: [
    'clarifies',
    'clarify',
    'contextualizes',
    'adds_context',
    'context',
    'limits',
    'nuances',
    'explains',
    'qualify',
    '단서',
    '보충',
  ],
  // Aspects.
  existence: ['exists', 'occurrence', 'happened', 'fact', 'event', 'whether'],
  quantity: ['amount', 'number', 'size', 'magnitude', 'figure', 'how_much', 'value'],
  scope: ['extent', 'range', 'coverage', 'who', 'where', 'generality', '범위'],
  timing: ['time', 'date', 'when', 'period', '시점'],
  attribution: ['source', 'author', 'who_said', 'speaker', 'provenance', '출처'],
  significance: ['importance', 'meaning', 'relevance', 'impact', 'interpretation', 'materiality'],
  // Attributions.
  firsthand: ['first_hand', 'direct', 'primary', 'own', 'original', 'self', '직접'],
  named_source: ['named', 'on_record', 'on_the_record', 'quoted', 'attributed', 'quote'],
  unnamed_source: [
    'anonymous',
    'unnamed',
    'anonymous_source',
    'off_the_record',
    'sources_say',
    'unattributed',
    '익명',
  ],
  relay: ['secondhand', 'second_hand', 'relayed', 'reported', 'indirect', 'citing', 'via', '인용'],
  // Kinds of claims.
  fact: ['statement', 'assertion', 'factual', 'event', 'denial', 'allegation', 'report', '사실'],
  figure: ['number', 'statistic', 'quantity', 'data', 'metric', 'estimate', '수치'],
  opinion: [
    'view',
    'analysis',
    'commentary',
    'forecast',
    'prediction',
    'judgement',
    'judgment',
    '의견',
  ],
  ruling: ['verdict', 'decision', 'judgment', 'order', 'finding', 'court', '판결', '결정'],
  // Kinds of sources.
  outlet: [
    'newspaper',
    'media',
    'publisher',
    'news',
    'magazine',
    'broadcaster',
    'website',
    'blog',
    'newsletter',
    'journal',
    '언론',
    '매체',
  ],
  company: [
    'corporation',
    'organisation',
    'organization',
    'org',
    'business',
    'firm',
    '기업',
    '회사',
  ],
  analyst: ['bank', 'broker', 'brokerage', 'researcher', 'expert', '애널리스트'],
  person: [
    'human',
    'individual',
    'spokesperson',
    'journalist',
    'ceo',
    'politician',
    '사람',
    '인물',
  ],
  body: [
    'court',
    'regulator',
    'government',
    'agency',
    'authority',
    'institution',
    'exchange',
    'ministry',
    '기관',
    '법원',
  ],
  fact_checker: ['factchecker', 'fact_check', 'checker', 'verifier', '팩트체커'],
  group: ['people', 'investors', 'crowd', 'community', 'party', '집단'],
  // Kinds of reports.
  article: ['story', 'news', 'news_article', 'webpage', 'page', 'blog_post', 'column', '기사'],
  statement: ['press_release', 'release', 'announcement', 'press', 'speech', '성명', '보도자료'],
  filing: ['sec_filing', 'disclosure', 'form', 'report', 'annual_report', '공시'],
  note: ['research_note', 'analyst_note', 'memo', 'comment', '리포트'],
  newsletter: ['email', 'mailing', 'bulletin', '뉴스레터'],
  post: ['tweet', 'social', 'social_media', 'thread', 'video', 'podcast', '게시물'],
  // Forms of figures.
  level: ['absolute', 'value', 'amount', 'total', 'number'],
  change: ['difference', 'delta', 'increase', 'decrease', 'cut', 'reduction'],
  growth_rate: ['growth', 'rate', 'percent_change', 'percentage_change', 'yoy'],
  // What a correction changes.
  substance: ['content', 'factual', 'facts', 'meaning', 'material', 'correction', '내용'],
  wording: [
    'words',
    'typo',
    'editorial',
    'style',
    'text',
    'rephrased',
    'minor',
    '문구',
    '표현',
    '오타',
  ],
  confirms: ['confirm', 'confirmed', 'admits', 'acknowledges', '확인', '인정'],
  neither: ['unconfirmed', 'undecided', 'noncommittal', '미확정'],
  declines: ['decline', 'declined', 'no_comment', 'refuses', 'silent', '노코멘트', '답변_거부'],
  // Types of bundle lines.
  source: ['agent', 'party', 'speaker', 'organization', 'outlet', 'person'],
  report: ['document', 'article', 'url', 'reference'],
  claim: ['assertion', 'statement', 'fact', 'opinion', 'figure', 'rebuttal', 'counterpoint'],
  link: ['relation', 'edge', 'rebuts', 'undercuts', 'supports', 'qualifies'],
  withdrawal: ['retraction', 'retract', 'withdraw', 'withdrawn'],
  void: ['delete', 'remove', 'deletion', 'error'],
  end: ['drop', 'close', 'unlink'],
}

const meant = new Map<string, readonly string[]>()
for (const [word, others] of Object.entries(written))
  for (const other of others) meant.set(other, [...(meant.get(other) ?? []), word])

/** A word in our spelling: lower case, with `_` between its parts. */
function plain(word: string): string {
  return word
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
}

/**
 * Suggests a word for one that a vocabulary does not have; undefined if the intended word is
 * unclear. Never repeats a word that is not in the lists above.
 */
export function adviceOnWord(sent: unknown, vocabulary: readonly unknown[]): string | undefined {
  if (typeof sent !== 'string' || sent.length > 40) return undefined
  const word = plain(sent)
  if (vocabulary.includes(word)) return `Write it as "${word}".`
  const fits = meant.get(word)?.find((other) => vocabulary.includes(other))
  return fits === undefined ? undefined : `For "${word}" write "${fits}".`
}
