import { sql } from 'kysely'
import ts from 'typescript'
import type { Db } from '../../src/store/database/db.ts'
import { argumentsOf, isDb } from './program.ts'

/** Values of a type: the first is the plainest, each further one differs from it in one place. */
export type Samples = readonly unknown[]

const sampleId = '01890000-0000-7000-8000-000000000000'

const { Any, Unknown, Undefined, Void, Null, StringLike, NumberLike, BooleanLike } = ts.TypeFlags

const depthMax = 7
const samplesMax = 100

/** Makes values of types, so that code can be called that nobody wrote a call for. */
export class Sampler {
  readonly #checker: ts.TypeChecker
  readonly #db: Db

  constructor(checker: ts.TypeChecker, db: Db) {
    this.#checker = checker
    this.#db = db
  }

  /** Lists of arguments; each differs from the first in one place. */
  argumentsOf(parameters: readonly ts.Type[]): readonly Samples[] {
    return oneByOne(parameters.map((type) => this.of(type)))
  }

  of(type: ts.Type, depth = 0): Samples {
    const { flags } = type
    if (flags & (Undefined | Void)) return [undefined]
    if (flags & Null) return [null]
    if (flags & (Any | Unknown)) return ['anything']
    if (type.isStringLiteral() || type.isNumberLiteral()) return [type.value]
    if (flags & BooleanLike && !type.isUnion()) {
      return this.#checker.typeToString(type) === 'true' ? [true] : [false]
    }
    if (type.isUnion()) return fullestFirst(type.types).flatMap((each) => this.of(each, depth))
    if (flags & StringLike) return [sampleId, 'a-slug']
    if (flags & NumberLike) return [12]
    if (flags & ts.TypeFlags.TypeParameter) return this.#ofConstraint(type, depth)
    // A brand is of no account at runtime.
    const primitive = type.isIntersection()
      ? type.types.find(({ flags: own }) => own & (StringLike | NumberLike))
      : undefined
    if (primitive) return this.of(primitive, depth)
    return depth > depthMax ? [undefined] : this.#ofObject(type, depth + 1)
  }

  #ofConstraint(type: ts.Type, depth: number): Samples {
    const constraint = this.#checker.getBaseConstraintOfType(type)
    return constraint ? this.of(constraint, depth) : ['anything']
  }

  #ofObject(type: ts.Type, depth: number): Samples {
    if (isDb(type)) return [this.#db]
    const name = type.symbol?.name
    const inner = (index: number) => {
      const argument = argumentsOf(this.#checker, type)[index]
      return argument ? this.of(argument, depth) : [undefined]
    }
    if (this.#checker.isTupleType(type)) {
      return oneByOne(argumentsOf(this.#checker, type).map((each) => this.of(each, depth)))
    }
    switch (name) {
      case 'Date':
        return [new Date(0)]
      case 'Buffer':
      case 'Uint8Array':
        return [Buffer.from('00', 'hex')]
      case 'RawBuilder':
        return [sql`select 1`]
      case 'Array':
      case 'ReadonlyArray':
        return [...inner(0).map((each) => [each]), []]
      case 'Set':
      case 'ReadonlySet':
        return [...inner(0).map((each) => new Set([each])), new Set()]
      case 'Map':
      case 'ReadonlyMap':
        return inner(1).map((each) => new Map([[inner(0)[0], each]]))
      case 'Promise':
        return inner(0).map(async (each) => each)
      default:
        return this.#ofMembers(type, depth)
    }
  }

  #ofMembers(type: ts.Type, depth: number): Samples {
    const [call] = type.getCallSignatures()
    if (call) return this.of(call.getReturnType(), depth).map((answer) => () => answer)
    const properties = type.getProperties().filter(({ name }) => !name.startsWith('__'))
    const keys = properties.map(({ name }) => name)
    const values = properties.map((property) =>
      this.of(this.#checker.getTypeOfSymbol(property), depth),
    )
    const indexed = type.getStringIndexType()
    const base = indexed ? { [sampleId]: this.of(indexed, depth)[0] } : {}
    return oneByOne(values).map((each) =>
      Object.assign({}, base, Object.fromEntries(keys.map((key, index) => [key, each[index]]))),
    )
  }
}

function isNothing({ flags }: ts.Type): boolean {
  return (flags & (Null | Undefined)) !== 0
}

/** What is there leads further than what is not. */
function fullestFirst(types: readonly ts.Type[]): readonly ts.Type[] {
  return types.toSorted((one, other) => Number(isNothing(one)) - Number(isNothing(other)))
}

/** The first of each, and then each other one among the first of the rest. */
function oneByOne(choices: readonly Samples[]): readonly Samples[] {
  const first = choices.map(([sample]) => sample)
  const others = choices.flatMap((samples, place) =>
    samples.slice(1).map((sample) => first.with(place, sample)),
  )
  return [first, ...others].slice(0, samplesMax)
}
