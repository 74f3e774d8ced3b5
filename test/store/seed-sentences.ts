/** What is said of the claims of the seed story that someone contests, in English and Korean. */
export const seedSentences: Readonly<Record<string, readonly [en: string, ko: string]>> = {
  D1: [
    'This answers on the scope what The Information asserted (“Some business units within Microsoft lowered sales targets for certain AI products”, translated from Korean, 3 December 2025); it is unresolved on record.',
    '이 주장은 디인포메이션의 주장(“MS 내부 일부 사업부가 특정 AI 제품의 매출 목표를 하향 조정했다”, 2025년 12월 3일)에 대해 범위를 들어 답하고 있으며, 기록상 결론이 나지 않았습니다.',
  ],
  F1: [
    'This contradicts another statement by Newsletter (publisher not stated): “Microsoft lowered its sales targets for the new fiscal year, which began last July, to the level of 25–50% of the previous year” (translated from Korean, December 2025); neither is withdrawn on record. On the claim itself no answer by Microsoft is on record.',
    '같은 뉴스레터 (발행처 미상)의 다른 주장(“MS는 지난 7월 시작된 새 회계연도의 판매 목표를 전년의 25~50% 수준으로 하향 조정했다”, 2025년 12월)과 맞서 있으며, 어느 쪽도 철회 기록은 없습니다. 이 주장 자체에 대한 마이크로소프트의 답변은 기록에 없습니다.',
  ],
  F2: [
    'Another statement by Newsletter (publisher not stated) contradicted this: “Microsoft lowered its sales targets for some AI products by 25–50%” (translated from Korean, December 2025); neither is withdrawn on record. On the claim itself no answer by Microsoft is on record.',
    '같은 뉴스레터 (발행처 미상)의 다른 주장(“마이크로소프트가 일부 AI 제품 매출 목표를 25~50% 하향 조정했다”, 2025년 12월)과 맞서 있으며, 어느 쪽도 철회 기록은 없습니다. 이 주장 자체에 대한 마이크로소프트의 답변은 기록에 없습니다.',
  ],
  L: [
    "This contradicts what Investors (as reported) asserted (“The adjustment of Microsoft's AI sales growth targets is a reason to worry”, translated from Korean, December 2025); neither side has given way on record.",
    '이 주장은 보도에 언급된 투자자들의 주장(“MS의 AI 매출 성장 목표 조정은 우려할 만한 일이다”, 2025년 12월)과 맞서 있으며, 어느 쪽도 물러선 기록은 없습니다.',
  ],
  R1: [
    "Microsoft, whom this is about, answered on the scope: “[Microsoft] has lowered neither salespeople's sales quotas nor the overall sales target for AI products” (translated from Korean, 3 December 2025) and contested its grounds: “[The report] improperly linked growth rates and sales quotas” (translated from Korean, 3 December 2025); on “some business units”, “lowered”, “sales (growth) targets” and “certain AI products” no answer is on record.",
    '당사자인 마이크로소프트가 2025년 12월 3일 범위에 대해 “영업사원의 판매 할당량이나 전체 AI 제품 판매 목표를 낮춘 적이 없다”라고 답했고 “성장률과 판매 할당을 부적절하게 연결했다”라며 그 근거에 이의를 제기했으며, “일부 사업부”, “하향 조정했다”, “매출 (성장) 목표”, “특정 AI 제품”에 대한 답변은 기록에 없습니다.',
  ],
  R3: [
    'It relies on what The Information asserted (“Some business units within Microsoft lowered sales targets for certain AI products”, translated from Korean, 3 December 2025), which the party it is about answered on another point.',
    '이 주장이 근거로 삼은 디인포메이션의 주장(“MS 내부 일부 사업부가 특정 AI 제품의 매출 목표를 하향 조정했다”, 2025년 12월 3일)에 대해 당사자가 다른 대목을 들어 답했습니다.',
  ],
  W: [
    'Gil Luria contradicted this: “The industry as a whole is now at an early stage of AI; it does not mean that AI fails to raise corporate productivity, but that implementation is more complex…” (translated from Korean, December 2025); neither side has given way on record.',
    '길 루리아가 2025년 12월에 “현재는 산업 전반이 AI 초기 단계에 놓여 있다. AI가 기업 생산성을 높이지 못한다는 의미가 아니라, 생각보다 구현 과정이 더 복잡하고 시간이 필요하다는 뜻이다”라고 이와 상반되게 주장했으며, 어느 쪽도 물러선 기록은 없습니다.',
  ],
  D2: [
    'No answer is on record; that is not confirmation.',
    '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
  ],
}
