import {evaluateSync, type ExprNode} from 'groq-js'

import {Computation} from '../computed.ts'
import {between, both, either, not, select} from './conditions.ts'
import {askGroq, FUNCTIONS} from './functions.ts'
import {coerced, element, filtered, listOf, mapped, slice, sorted} from './lists.ts'
import {attribute, followed, named, objectOf, projected, splat, type Part} from './objects.ts'
import {operated, signed} from './operators.ts'
import type {Compiled} from './scope.ts'
import {scored} from './score.ts'

const known = new WeakMap<ExprNode, Compiled>()

/** A part of a query as a function, made when it is first needed: by then it has been planned. */
export function compileOnce(node: ExprNode): Compiled {
  const before = known.get(node)
  if (before) return before
  const compiled = compile(node)
  known.set(node, compiled)
  return compiled
}

/**
 * Makes a function of a part of a query, which means what groq-js takes the part for: interpreting it
 * takes several times as long. `groq-js` itself is asked for functions and operators that are
 * seldom used.
 */
export function compile(node: ExprNode): Compiled {
  switch (node.type) {
    case 'Value':
      return valueOrComputed(node.value)
    case 'Parameter':
      return ({run}) => run.options.params?.[node.name] ?? null
    case 'This':
      return ({value}) => value
    case 'Parent':
      return (scope) => scope.around(node.n)
    case 'Group':
      return compile(node.base)
    case 'AccessAttribute':
      return attribute(node.base && compile(node.base), node.name)
    case 'Deref':
      return followed(compile(node.base))
    case 'Object':
      return objectOf(node.attributes.map(partOf))
    case 'Projection':
      return projected(compile(node.base), compile(node.expr))
    case 'Array':
      return listOf(node.elements.map(({value, isSplat}) => ({part: compile(value), isSplat})))
    case 'ArrayCoerce':
      return coerced(compile(node.base))
    case 'AccessElement':
      return element(compile(node.base), node.index)
    case 'Slice':
      return slice(compile(node.base), node)
    case 'Filter':
      return filtered(compile(node.base), compile(node.expr))
    case 'Map':
      return mapped(compile(node.base), compile(node.expr), false)
    case 'FlatMap':
      return mapped(compile(node.base), compile(node.expr), true)
    case 'PipeFuncCall':
      return piped(node)
    case 'And':
      return both(compile(node.left), compile(node.right))
    case 'Or':
      return either(compile(node.left), compile(node.right))
    case 'Not':
      return not(compile(node.base))
    case 'Select':
      return select(
        node.alternatives.map((one) => [compile(one.condition), compile(one.value)] as const),
        node.fallback && compile(node.fallback),
      )
    case 'InRange':
      return between(compile(node.base), compile(node.left), compile(node.right), node.isInclusive)
    case 'OpCall':
      return operated(node.op, compile(node.left), compile(node.right))
    case 'Neg':
      return signed(compile(node.base), -1)
    case 'Pos':
      return signed(compile(node.base), 1)
    case 'FuncCall':
      return called(node)
    case 'Asc':
    case 'Desc':
    case 'Context':
    case 'Everything':
    case 'SelectorFuncCall':
    case 'SelectorNested':
    case 'Tuple':
      return ({run}) => evaluateSync(node, run.options).data
  }
}

function valueOrComputed(value: unknown): Compiled {
  if (!(value instanceof Computation)) return () => value ?? null
  const {compute} = value
  return (scope) => compute(scope, (node) => compileOnce(node)(scope)) ?? null
}

function partOf(part: Extract<ExprNode, {type: 'Object'}>['attributes'][number]): Part {
  if (part.type === 'ObjectAttributeValue') return named(part.name, compile(part.value))
  const value = compile(part.value)
  return splat(value, part.type === 'ObjectConditionalSplat' ? compile(part.condition) : undefined)
}

function piped({name, base, args}: Extract<ExprNode, {type: 'PipeFuncCall'}>): Compiled {
  if (name === 'score') return scored(compile(base), args, compile)
  const keys = args.map((node) => ({
    key: compile(node.type === 'Asc' || node.type === 'Desc' ? node.base : node),
    isDescending: node.type === 'Desc',
  }))
  return sorted(compile(base), keys)
}

function called(node: Extract<ExprNode, {type: 'FuncCall'}>): Compiled {
  const args = node.args.map(compile)
  const own = FUNCTIONS[`${node.namespace}::${node.name}`]
  if (own) return own(args)
  const ask = askGroq(args, (values) => ({...node, args: values}))
  return (scope) =>
    ask(
      args.map((argument) => argument(scope)),
      scope,
    )
}
