/** Archaic or inverted turns that read like riddles; their plain forms are shorter. */
export const riddles = [
  /\bWhoever\b/,
  /\bgladly\b/,
  /\bWere somebody\b/,
  /\bof what few\b/,
  /\bKill nothing\b/,
]

/** What may not come back into documents, with what to write instead. */
export const riddlesOfDocuments: readonly (readonly [RegExp, string])[] = [
  [/\bwhoever\b/i, 'anyone who, or the one who acts'],
  [/\ball else\b/i, 'everything else'],
  [/\bfrom nothing\b/i, 'from scratch'],
  [/\banew\b/i, 'again'],
  [/\bmend(?:s|ed|ing)?\b/i, 'correct, fix'],
  [/\b(?:upon|thereof|thereby|wherein|hence|whence)\b/i, 'a plain word'],
  [/\bof then\b/i, 'of that moment'],
  [/\bseldom\b/i, 'rarely'],
  [/\bthe version before\b/i, 'the previous version'],
  [/\b(?:is|are|was) held against\b/i, 'is checked against'],
  [/\bwhat (?:few|little)\b/i, 'the few'],
  [/\bwhat is (?:answered|read|asked) (?:well|for)\b/i, 'successful answers'],
  [/\b(?:is|are) told (?:of|by|in)\b/i, 'say who learns what'],
  [/\bgo(?:es)? on (?!to\b)\w+ing\b.*\bgo(?:es)? on\b/i, 'keeps'],
  [/\b(?:Were|Had|Should) (?:they|it|he|she|somebody|one)\b/, 'if'],
  [/\bnone (?:is|are) (?:told|kept|known)\b/i, 'say who does not'],
  [
    /(?:^|[.;|] )(?:Who|Those who) [^?|\n]*\b(?:is|are|may|must|gets?|waits?)\b[^?|\n]*\./m,
    'name them',
  ],
  [/\bgive(?:s)? (?:it|them) up by (?:it|them)sel(?:f|ves)\b/i, 'times out'],
]

/** What may not come back into code, tests and benches: comments, messages and names of tests. */
export const riddlesOfCode: readonly (readonly [RegExp, string])[] = [
  [/\bwhoever\b/i, 'the one who acts'],
  [/\bgladly\b/i, 'quality value'],
  [/\ball else\b/i, 'everything else'],
  [/\bfrom nothing\b/i, 'from scratch'],
  [/\banew\b/i, 'again'],
  [/\bmend(?:s|ing)?\b/i, 'correct, repair'],
  [/\b(?:is|are|was) held against\b/i, 'is checked against'],
  [/\b(?:is|are) told (?:of|by|in)\b/i, 'is reported, logged'],
  [/\bin whatever\b/i, 'in any'],
  [/\bbe it\b/i, 'whether'],
  [/\bthe version before\b/i, 'the previous version'],
  [/\b(?:upon|thereof|thereby|wherein|hence|whence)\b/i, 'a plain word'],
  [/\bwould wait too long is\b/i, 'name who or what is refused'],
]
